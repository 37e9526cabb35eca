/* SPDX-License-Identifier: MIT */
/* theme_order.c - themes in the order of the screen, and their figures. */
#include "ui/view/theme_order.h"

#include <stdlib.h>

#include "base/memory.h"
#include "session/theme_tally.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

/* One for the whole run: it counts on from frame to frame. */
static struct theme_tally *tally(void)
{
	static struct theme_tally *t;

	if (!t)
		t = theme_tally_new();
	return t;
}

const struct theme_figures *theme_figures_now(const struct console *c, bool fresh)
{
	static uint64_t stamp;
	static int64_t at;
	const struct session *s = seat_session(c->seat);

	if (!theme_tally_figures(tally()) || stamp != stamp_of(s) ||
		(fresh && c->now - at >= 10 * MS_SECOND)) {
		theme_tally_count(tally(), s, c->now);
		stamp = stamp_of(s);
		at = c->now;
	}
	return theme_tally_figures(tally());
}

/* By digit, those without one last. */
static bool comes_first(const struct session *s, size_t theme, size_t than)
{
	return s->themes[theme].digit &&
	       (!s->themes[than].digit || s->themes[theme].digit < s->themes[than].digit);
}

/* The themes of the item's plan that no note taken in it has. */
static size_t find_silent(const struct console *c, const struct session *s, size_t *out)
{
	size_t plan = s->item_now == NONE ? NONE : s->items[s->item_now].plan, count = 0;

	if (plan == NONE)
		return 0;
	theme_figures_now(c, false);
	for (size_t i = 0; i < s->agenda->items[plan].theme_count; i++) {
		size_t theme = session_theme_root(s, s->agenda->items[plan].themes[i]);

		if (theme != NONE && !theme_tally_in_item(tally(), s, theme, s->item_now))
			out[count++] = theme;
	}
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k > 0 && comes_first(s, out[k], out[k - 1]); k--) {
			size_t theme = out[k];

			out[k] = out[k - 1];
			out[k - 1] = theme;
		}
	return count;
}

size_t silent_themes(const struct console *c, const size_t **out)
{
	static size_t *silent, count;
	static uint64_t stamp;
	const struct session *s = seat_session(c->seat);

	if (!silent || stamp != stamp_of(s)) {
		silent = mem_resize(silent, s->agenda->theme_count + 1, sizeof *silent);
		count = find_silent(c, s, silent);
		stamp = stamp_of(s);
	}
	*out = silent;
	return count;
}

const char *theme_digit(const struct theme *theme)
{
	static const char digits[DIGITS + 1][2] = {"", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

	return theme->digit > 0 && theme->digit <= DIGITS ? digits[theme->digit] : sign(SIGN_DOT);
}

/* The order in the panel: by digit, then the busiest, then as they came. */
struct ranked {
	size_t theme;
	int digit;
	int notes;
};

static int by_digit(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->digit != b->digit)
		return a->digit < b->digit ? -1 : 1;
	if (a->notes != b->notes)
		return a->notes > b->notes ? -1 : 1;
	return a->theme < b->theme ? -1 : a->theme > b->theme;
}

size_t themes_ranked(const struct console *c, size_t *out)
{
	const struct session *s = seat_session(c->seat);
	const struct theme_figures *figures = theme_figures_now(c, false);
	struct ranked *ranked = mem_new(s->theme_count + 1, sizeof *ranked);
	size_t count = 0;

	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		if (theme->merged != NONE || (theme->gone && figures[i].notes == 0))
			continue;
		ranked[count++] = (struct ranked){i, theme->digit ? theme->digit : DIGITS + 1,
			figures[i].notes + figures[i].actions};
	}
	qsort(ranked, count, sizeof *ranked, by_digit);
	for (size_t i = 0; i < count; i++)
		out[i] = ranked[i].theme;
	free(ranked);
	return count;
}
