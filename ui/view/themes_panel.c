/* SPDX-License-Identifier: MIT */
/* themes_panel.c - the themes beside the stream: digit, label, bar, count; what is silent; the
 * questions of the item and the chair's cue. */
#include "ui/view/themes_panel.h"

#include <stdlib.h>

#include "base/memory.h"
#include "ui/view/theme_order.h"

static int digits_in(int number)
{
	int digits = 1;

	for (; number >= 10; number /= 10)
		digits++;
	return digits;
}

static void draw_theme(const struct theme *theme, int notes, int most, struct area row)
{
	int count = digits_in(most), bar = row.columns >= 32 ? 8 : 3;
	int label = row.columns - 2 - 1 - bar - 1 - count;
	struct buffer text = BUFFER_EMPTY;

	screen_put(row.row, row.column, 1, STYLE_THEME, theme_digit(theme));
	screen_put(row.row, row.column + 2, label, notes ? STYLE_TEXT : STYLE_DIM, theme->label);
	put_cells(row.row, row.column + 2 + label + 1, bar, STYLE_THEME, notes, most);
	buffer_format(&text, "%d", notes);
	put_right(row.row, row.column + row.columns - count, count, notes ? STYLE_TEXT : STYLE_DIM,
		text.bytes);
	buffer_release(&text);
}

/* "silent here: 3 6", with the labels of those that have no digit. */
static int draw_silent(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const size_t *silent;
	size_t count = silent_themes(c, &silent);
	struct buffer text = BUFFER_EMPTY;
	int rows = 0;

	for (size_t i = 0; i < count; i++) {
		const struct theme *theme = &s->themes[silent[i]];

		buffer_text(&text, i ? " " : "silent here: ");
		if (theme->digit)
			buffer_format(&text, "%d", theme->digit);
		else
			buffer_format(&text, "#%s", theme->id);
	}
	if (count)
		rows = put_wrapped(area, STYLE_WARNING, text.bytes);
	buffer_release(&text);
	return rows;
}

static struct area below(struct area area, int rows)
{
	area.row += rows;
	area.rows -= rows;
	return area;
}

/* A wrapped text, its first row with a sign before it; nothing when it has no room for a row. */
static int draw_listed(const char *mark, const char *text, struct area area)
{
	struct area inside = {area.row, area.column + 2, area.rows, area.columns - 2};

	if (area.rows <= 0)
		return 0;
	screen_put(area.row, area.column, 1, STYLE_QUESTION, mark);
	return put_wrapped(inside, STYLE_TEXT, text);
}

/* The item's questions and the cue, while there are rows. */
static void draw_plan(const struct session *s, struct area area)
{
	size_t plan = s->item_now == NONE ? NONE : s->items[s->item_now].plan;

	if (plan == NONE || area.rows < 4)
		return;
	const struct item_plan *item = &s->agenda->items[plan];
	if (item->question_count) {
		screen_put(area.row + 1, area.column, area.columns, STYLE_DIM,
			"Questions of the item");
		area = below(area, 2);
	}
	for (size_t i = 0; i < item->question_count && area.rows > 1; i++)
		area = below(area, draw_listed("?", item->questions[i], area));
	if (item->cue && area.rows >= 3) {
		screen_put(area.row + 1, area.column, area.columns, STYLE_DIM,
			"Cue, not for the room");
		area = below(area, 2);
		put_wrapped(area, STYLE_TEXT, item->cue);
	}
}

void themes_panel_draw(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const struct theme_figures *figures = theme_figures_now(c, false);
	size_t *themes = mem_new(s->theme_count + 1, sizeof *themes);
	size_t count = themes_ranked(c, themes);
	int most = 1, rows = 0, keep = area.rows > 4 ? 1 : 0;

	for (size_t i = 0; i < s->theme_count; i++)
		if (figures[i].notes + figures[i].actions > most)
			most = figures[i].notes + figures[i].actions;
	for (size_t i = 0; i < count && rows < area.rows - keep; i++, rows++)
		draw_theme(&s->themes[themes[i]],
			figures[themes[i]].notes + figures[themes[i]].actions, most,
			below(area, rows));
	if (count == 0)
		rows = put_wrapped(area, STYLE_DIM, "No themes yet: #word in a note makes one");
	rows += draw_silent(c, below(area, rows));
	draw_plan(s, below(area, rows));
	free(themes);
}
