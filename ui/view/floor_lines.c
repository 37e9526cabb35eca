/* SPDX-License-Identifier: MIT */
/* floor_lines.c - the lines under the speakers' list: who might fairly be next, who was kept, when
 * things end, the chosen row in full, and the bars where there is no room for them.
 *
 * They take rows that the list does not need, and of those that it does all but a few; the most
 * urgent line comes first. */
#include "ui/view/floor_lines.h"

#include <string.h>

#include "ui/view/speakers_list.h"
#include "ui/view/speaking_time.h"
#include "ui/widget/key_bindings.h"
#include "ui/widget/meeting_text.h"

enum { LIST_LEAST = 4, INDENT = 4 };

static const char fairer_title[] = "Fairer next: ";

/* Rows that the text takes when it is wrapped. */
static int rows_of(const char *text, int width, int most)
{
	return most > 1 && columns_of(text) > width ? 2 : 1;
}

/* A fairer next speaker */

/* "Fairer next: Ghana  g takes it", and the reason; NONE: the head of the list is as fair. */
static size_t say_fairer(
	const struct session *s, struct buffer *key, struct buffer *reason, int *width)
{
	size_t place = session_suggestion(s, reason);

	if (place == NONE)
		return NONE;
	add_hint(key, SHOW_FLOOR, COMMAND_NEXT, 1, "takes it");
	*width = columns_of(fairer_title) + columns_of(session_short(s, s->waiting[place].who)) + 2 +
		 columns_of(key->bytes) + 2 + columns_of(reason->bytes);
	return place;
}

static int rows_fairer(const struct console *c, int width, int most)
{
	struct buffer key = BUFFER_EMPTY, reason = BUFFER_EMPTY;
	int needs = 0;
	size_t place = say_fairer(seat_session(c->seat), &key, &reason, &needs);

	buffer_release(&key);
	buffer_release(&reason);
	if (place == NONE)
		return 0;
	return needs > width && most > 1 ? 2 : 1;
}

static void draw_fairer(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	struct buffer key = BUFFER_EMPTY, reason = BUFFER_EMPTY;
	struct spot spot = spot_at(area.row, area.column, area.columns);
	int needs = 0;
	size_t place = say_fairer(s, &key, &reason, &needs);

	spot_put(&spot, STYLE_TEXT, fairer_title);
	spot_put(&spot, STYLE_STRONG, session_short(s, s->waiting[place].who));
	spot_gap(&spot, 2);
	spot_put(&spot, STYLE_KEY, key.bytes);
	if (area.rows == 1)
		spot_format(&spot, STYLE_DIM, ": %s", reason.bytes);
	else
		screen_put(
			area.row + 1, area.column + 2, area.columns - 2, STYLE_DIM, reason.bytes);
	buffer_release(&key);
	buffer_release(&reason);
}

/* Kept entries */

/* Questions and replies whose speech is over, and who waits for an item to come back. */
static void say_kept(struct buffer *out, const struct session *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->waiting_count; i++) {
		const struct entry *e = &s->waiting[i];

		if (!session_is_parked(s, i))
			continue;
		buffer_format(out, "%s%s ", count++ ? ", " : "Unanswered: ", session_short(s, e->who));
		buffer_format(out, "(%s to %s)", list_kind_name(e->kind),
			session_short(s, s->speeches[e->to].who));
	}
	for (size_t i = 0; i < s->kept_count; i++) {
		if (i == 0)
			buffer_format(out,
				"%s%zu kept until the item comes back: ", count ? "; " : "",
				s->kept_count);
		buffer_format(out, "%s%s", i ? ", " : "", session_short(s, s->kept[i].who));
	}
}

static int rows_kept(const struct console *c, int width, int most)
{
	struct buffer text = BUFFER_EMPTY;
	int rows;

	say_kept(&text, seat_session(c->seat));
	rows = text.len ? rows_of(text.bytes, width, most) : 0;
	buffer_release(&text);
	return rows;
}

static void draw_kept(const struct console *c, struct area area)
{
	struct buffer text = BUFFER_EMPTY;

	say_kept(&text, seat_session(c->seat));
	put_wrapped(area, STYLE_TEXT, text.bytes);
	buffer_release(&text);
}

/* When things end */

/* From whole sentences to what a narrow screen has room for. */
enum form { FORM_LONG, FORM_SHORT, FORM_LEAST, FORMS };

static void say_close_by(struct buffer *out, const struct session *s, int64_t now, enum form form)
{
	static const char *const past[FORMS] = {"the list was to close before, it no longer fits",
		"the list no longer fits", "too long"};
	int64_t by = session_close_by(s, now);
	struct list_figures f = session_list_figures(s, now);

	if (s->list_closed || by == NO_TIME)
		return;
	if (f.needs_ms > f.left_ms) {
		buffer_text(out, past[form]);
		return;
	}
	buffer_text(out, form == FORM_LONG ? "close the list by " : "close by ");
	add_time_of_day(out, s, by);
}

static void say_end(struct buffer *out, const struct session *s, const char *what, int64_t at)
{
	if (at == NO_TIME)
		return;
	if (out->len)
		buffer_format(out, " %s ", sign(SIGN_DOT));
	buffer_text(out, what);
	add_time_of_day(out, s, at);
}

static void say_ends(struct buffer *out, const struct session *s, int64_t now, enum form form)
{
	bool whole = form == FORM_LONG;

	say_close_by(out, s, now, form);
	say_end(out, s, whole ? "the item ends " : "item ", session_item_end(s, now));
	say_end(out, s, whole ? "the meeting ends " : "meeting ",
		s->started == NO_TIME ? NO_TIME : session_expected_end(s, now));
}

static bool limit_would_fit(const struct list_figures *f)
{
	return f->left_ms != NO_TIME && f->fits_ms != NO_TIME && f->fits_ms > 0 &&
	       f->needs_ms > f->left_ms;
}

int64_t floor_limit_that_fits(const struct console *c)
{
	struct list_figures f = session_list_figures(seat_session(c->seat), c->now);

	return limit_would_fit(&f) ? f.fits_ms : NO_TIME;
}

static int rows_ends(const struct console *c, int width, int most)
{
	(void)width;
	(void)most;
	return seat_session(c->seat)->started != NO_TIME;
}

static void draw_ends(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	int64_t fits = floor_limit_that_fits(c);
	struct buffer text = BUFFER_EMPTY, limit = BUFFER_EMPTY;

	for (int form = FORM_LONG; form < FORMS; form++) {
		buffer_reset(&text);
		buffer_reset(&limit);
		if (fits != NO_TIME) {
			buffer_format(&limit,
				form == FORM_LEAST ? " %s /limit " : " %s sets /limit ",
				FLOOR_FIT_KEY);
			clock_write(&limit, fits);
		}
		say_ends(&text, s, c->now, (enum form)form);
		if (columns_of(text.bytes) + columns_of(limit.bytes) <= area.columns)
			break;
	}
	screen_put(area.row, area.column, area.columns - columns_of(limit.bytes), STYLE_DIM,
		text.bytes);
	put_right(area.row, area.column, area.columns, STYLE_WARNING, limit.bytes);
	buffer_release(&text);
	buffer_release(&limit);
}

/* The chosen row in full */

static void say_spoken(struct buffer *out, const struct session *s, size_t who, int64_t now)
{
	int turns = s->attendees[who].turns;

	if (turns == 0) {
		buffer_text(out, "; not heard yet");
		return;
	}
	buffer_format(out, "; %d turn%s, ", turns, turns == 1 ? "" : "s");
	clock_write(out, session_spoken(s, who, now));
}

static void say_budget(struct buffer *out, const struct session *s, size_t delegation, int64_t now)
{
	struct budget budget = session_budget(s, delegation, now);

	if (budget.whole_ms == 0)
		return;
	buffer_text(out, "; budget ");
	clock_write(out, budget.left_ms < 0 ? -budget.left_ms : budget.left_ms);
	buffer_text(out, budget.left_ms < 0 ? " over" : " left");
}

/* As what, with the limit it will have, and why it stands there unless that is the kind again. */
static void say_claim(struct buffer *out, const struct session *s, size_t place)
{
	const struct entry *e = &s->waiting[place];
	bool by_kind = e->kind == LIST_ORDER || e->kind == LIST_RIGHT_OF_REPLY;
	int nth = e->kind == LIST_RIGHT_OF_REPLY ? session_reply_number(s, e->who, e->group) : 0;

	buffer_format(out, "; %s", list_kind_name(e->kind));
	if (nth)
		buffer_format(out, " %d", nth);
	if (e->group)
		buffer_format(out, " for %s", call_group(s, e->group));
	if (e->about)
		buffer_format(out, " about %s", e->about);
	buffer_text(out, ", ");
	clock_write(out, session_limit(s, e->kind, nth));
	if (by_kind && !e->moved && !e->put_later && !e->reason)
		return;
	buffer_text(out, "; ");
	session_why(out, s, place, NAMING_ID);
	if (session_is_parked(s, place))
		buffer_text(out, ", whose speech is over");
}

static void say_row(struct buffer *out, const struct console *c, size_t place)
{
	const struct session *s = seat_session(c->seat);
	const struct entry *e = &s->waiting[place];
	const char *name = session_call(s, e->who, NAMING_NAME);
	const char *delegation = call_delegation(s, e->who);

	buffer_text(out, name);
	if (delegation && !strstr(name, delegation))
		buffer_format(out, ", %s", delegation);
	if (s->attendees[e->who].away)
		buffer_text(out, ", away");
	say_claim(out, s, place);
	say_spoken(out, s, e->who, c->now);
	say_budget(out, s, session_counted_for(s, e->who, e->group), c->now);
}

static int rows_chosen(const struct console *c, int width, int most)
{
	size_t place = floor_chosen(c);
	struct buffer text = BUFFER_EMPTY;
	int rows;

	if (place == NONE)
		return 0;
	say_row(&text, c, place);
	rows = rows_of(text.bytes, width, most);
	buffer_release(&text);
	return rows;
}

static void draw_chosen(const struct console *c, struct area area)
{
	struct buffer text = BUFFER_EMPTY;

	say_row(&text, c, floor_chosen(c));
	put_wrapped(area, STYLE_TEXT, text.bytes);
	buffer_release(&text);
}

/* The bars in a line */

static int rows_bars(const struct console *c, int width, int most)
{
	(void)c;
	(void)width;
	(void)most;
	return 1;
}

static void draw_bars(const struct console *c, struct area area)
{
	speaking_time_line(c, area.row, area.column, area.columns);
}

/* All of it */

/* The most urgent first. */
enum { FAIRER, ENDS, KEPT, BARS, CHOSEN, LINES };
_Static_assert((int)LINES == (int)FLOOR_LINES, "a line more is a row more in the state");

static const struct {
	int (*rows)(const struct console *c, int width, int most); /* 0: there is nothing to say */
	void (*draw)(const struct console *c, struct area area);
} lines[LINES] = {
	[FAIRER] = {rows_fairer, draw_fairer},
	[ENDS] = {rows_ends, draw_ends},
	[KEPT] = {rows_kept, draw_kept},
	[BARS] = {rows_bars, draw_bars},
	[CHOSEN] = {rows_chosen, draw_chosen},
};

/* From below: those that are always there stay where they are when others come. */
static const int upwards[LINES] = {BARS, ENDS, KEPT, FAIRER, CHOSEN};

struct floor_lines floor_lines_arrange(const struct console *c, struct area area, bool with_bars)
{
	size_t waiting = seat_session(c->seat)->waiting_count;
	int list = waiting < LIST_LEAST ? (int)waiting : LIST_LEAST;
	int spare = area.rows - (list < 3 ? 3 : list), width = area.columns - INDENT - 1;
	struct floor_lines l = {.most = 0};

	for (int i = 0; i < LINES && spare > 0; i++) {
		if (i == CHOSEN)
			l.most = spare;
		l.rows[i] = i == BARS && !with_bars ? 0 : lines[i].rows(c, width, spare);
		spare -= l.rows[i];
	}
	l.stay = memcmp(l.rows, c->floor.lines.rows, sizeof l.rows) == 0;
	return l;
}

int floor_lines_taken(const struct floor_lines *l)
{
	int taken = 0;

	for (int i = 0; i < LINES; i++)
		taken += l->rows[i];
	return taken;
}

/* The area of that line: those below it, in the order from below, come first. */
static struct area line_area(const struct floor_lines *l, struct area area, int which)
{
	int below = 0;

	for (int i = 0; i < LINES && upwards[i] != which; i++)
		below += l->rows[upwards[i]];
	return (struct area){area.row + area.rows - below - l->rows[which], area.column + INDENT,
		l->rows[which], area.columns - INDENT - 1};
}

void floor_lines_draw(const struct console *c, struct area area)
{
	const struct floor_lines *l = &c->floor.lines;

	for (int i = 0; i < LINES; i++)
		if (l->rows[i])
			lines[i].draw(c, line_area(l, area, i));
}

void floor_lines_draw_choice(const struct console *c, struct area area, size_t place)
{
	struct area at = line_area(&c->floor.lines, area, CHOSEN);
	struct buffer text = BUFFER_EMPTY;

	for (int i = 0; i < at.rows; i++)
		screen_fill(at.row + i, at.column, at.columns, STYLE_TEXT, " ");
	if (at.rows && place != NONE) {
		say_row(&text, c, place);
		put_wrapped(at, STYLE_TEXT, text.bytes);
	}
	buffer_release(&text);
}
