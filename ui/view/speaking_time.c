/* SPDX-License-Identifier: MIT */
/* speaking_time.c - floor time by attribute, delegation and person, what is left of budgets, who
 * has not been heard; in a pane, over the whole view, or one of them in a line. */
#include "ui/view/speaking_time.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/view/speakers_list.h"
#include "ui/widget/meeting_text.h"

enum { TIME = 8, TURNS = 3, ATTRIBUTES_MOST = 3, KINDS_MOST = ATTRIBUTES_MOST + 4 };

struct bar {
	const char *label;
	int64_t spoken;
	int turns;
	size_t order; /* ties stay as they came */
};

struct bars {
	struct bar *list;
	size_t count, room;
};

static int longest_first(const void *left, const void *right)
{
	const struct bar *a = left, *b = right;

	if (a->spoken != b->spoken)
		return a->spoken > b->spoken ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Adds to the bar of that label (compared as text), or a new one. */
static void add(struct bars *bars, const char *label, int64_t spoken, int turns)
{
	for (size_t i = 0; i < bars->count; i++)
		if (strcmp(bars->list[i].label, label) == 0) {
			bars->list[i].spoken += spoken;
			bars->list[i].turns += turns;
			return;
		}
	bars->list = array_room(bars->list, bars->count, &bars->room, sizeof *bars->list);
	bars->list[bars->count] = (struct bar){label, spoken, turns, bars->count};
	bars->count++;
}

static const char *attribute_of(const struct person *person, const char *name)
{
	for (size_t i = 0; person && i < person->attribute_count; i++)
		if (strcmp(person->attributes[i].name, name) == 0)
			return person->attributes[i].value;
	return NULL;
}

/* Those whose time is looked at: who is expected to speak, and whoever did; who chairs is counted
 * apart. */
static bool counts(const struct session *s, size_t who)
{
	const struct attendee *a = &s->attendees[who];

	return !a->gone && !session_chairs(s, who) &&
	       (a->turns > 0 || a->role == ROLE_PARTICIPANT || a->role == ROLE_BRIEFER);
}

static struct bars bars_by_person(const struct session *s, int64_t at)
{
	struct bars bars = {0};

	for (size_t i = 0; i < s->attendee_count; i++)
		if (s->attendees[i].turns > 0 && !session_chairs(s, i))
			add(&bars, session_short(s, i), session_spoken(s, i, at),
				s->attendees[i].turns);
	return bars;
}

static struct bars bars_by_delegation(const struct session *s, int64_t at)
{
	struct bars bars = {0};

	for (size_t i = 0; i < s->delegation_count; i++)
		if (s->delegations[i].turns > 0)
			add(&bars, call_group(s, s->delegations[i].number),
				session_delegation_spoken(s, i, at), s->delegations[i].turns);
	return bars;
}

static struct bars bars_by_attribute(const struct session *s, const char *name, int64_t at)
{
	struct bars bars = {0};

	for (size_t i = 0; i < s->attendee_count; i++) {
		const char *value = attribute_of(attendee_person(s, i), name);

		if (value && counts(s, i))
			add(&bars, value, session_spoken(s, i, at), s->attendees[i].turns);
	}
	return bars;
}

/* Names of the attributes in use, the one that is balanced first. */
static size_t attributes_used(const struct session *s, const char *out[ATTRIBUTES_MOST])
{
	size_t count = 0;

	if (s->balance_by)
		out[count++] = s->balance_by;
	for (size_t i = 0; i < s->people->count; i++) {
		const struct person *person = &s->people->persons[i];

		for (size_t k = 0; k < person->attribute_count && count < ATTRIBUTES_MOST; k++) {
			size_t known = 0;

			while (known < count && strcmp(out[known], person->attributes[k].name) != 0)
				known++;
			if (known == count)
				out[count++] = person->attributes[k].name;
		}
	}
	return count;
}

/* The time used of each budget, by delegation. */
static struct bars bars_by_budget(const struct session *s, int64_t at)
{
	struct bars bars = {0};

	for (size_t i = 0; i < s->delegation_count; i++) {
		int64_t used = session_budget(s, i, at).used_ms;

		if (used > 0)
			add(&bars, call_group(s, s->delegations[i].number), used, 0);
	}
	return bars;
}

/* The kinds of bars */

enum kind { KIND_ATTRIBUTE, KIND_DELEGATION, KIND_PERSON, KIND_BUDGET, KIND_UNHEARD };

struct kinds {
	struct {
		enum kind kind;
		const char *attribute;
	} list[KINDS_MOST];
	size_t count;
};

static void add_kind(struct kinds *kinds, enum kind kind, const char *attribute)
{
	kinds->list[kinds->count].kind = kind;
	kinds->list[kinds->count++].attribute = attribute;
}

static struct kinds kinds_of(const struct session *s)
{
	const char *names[ATTRIBUTES_MOST];
	size_t attributes = attributes_used(s, names);
	struct kinds kinds = {.count = 0};

	for (size_t i = 0; i < attributes; i++)
		add_kind(&kinds, KIND_ATTRIBUTE, names[i]);
	add_kind(&kinds, KIND_DELEGATION, NULL);
	add_kind(&kinds, KIND_PERSON, NULL);
	if (session_budget_whole(s) > 0)
		add_kind(&kinds, KIND_BUDGET, NULL);
	add_kind(&kinds, KIND_UNHEARD, NULL);
	return kinds;
}

size_t speaking_time_kinds(const struct session *s)
{
	return kinds_of(s).count;
}

/* The nth from the one that was chosen on. */
static size_t turned(const struct console *c, const struct kinds *kinds, size_t nth)
{
	return (c->floor.bars + nth) % kinds->count;
}

static struct bars bars_of(
	const struct session *s, enum kind kind, const char *attribute, int64_t at)
{
	switch (kind) {
	case KIND_ATTRIBUTE: return bars_by_attribute(s, attribute, at);
	case KIND_DELEGATION: return bars_by_delegation(s, at);
	case KIND_PERSON: return bars_by_person(s, at);
	case KIND_BUDGET: return bars_by_budget(s, at);
	case KIND_UNHEARD: break;
	}
	return (struct bars){0};
}

static void say_title(
	struct buffer *out, const struct session *s, enum kind kind, const char *attribute)
{
	switch (kind) {
	case KIND_ATTRIBUTE: buffer_format(out, "by %s", attribute); return;
	case KIND_DELEGATION: buffer_text(out, "by delegation"); return;
	case KIND_PERSON: buffer_text(out, "by person"); return;
	case KIND_BUDGET:
		buffer_text(out, "of a budget of ");
		clock_write(out, session_budget_whole(s));
		return;
	case KIND_UNHEARD: return;
	}
}

/* People not heard yet */

static size_t say_unheard(struct buffer *out, const struct session *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *a = &s->attendees[i];

		if (!counts(s, i) || a->turns > 0 || a->away)
			continue;
		buffer_format(out, "%s%s", count ? ", " : "", session_short(s, i));
		count++;
	}
	return count;
}

static void draw_unheard(const struct session *s, struct area area)
{
	struct buffer names = BUFFER_EMPTY, title = BUFFER_EMPTY;
	size_t count = say_unheard(&names, s);

	if (count == 0)
		buffer_text(&title, "Everybody has been heard");
	else
		buffer_format(&title, "Not heard yet: %zu", count);
	screen_put(area.row, area.column, area.columns, count ? STYLE_STRONG : STYLE_FINE,
		title.bytes);
	put_wrapped((struct area){area.row + 1, area.column, area.rows - 1, area.columns},
		STYLE_DIM, names.bytes);
	buffer_release(&names);
	buffer_release(&title);
}

/* Bars */

static void draw_bar(const struct bar *bar, int64_t most, struct area row)
{
	struct buffer text = BUFFER_EMPTY;
	int label = row.columns * 2 / 5;
	int width = row.columns - label - 1 - TIME - TURNS;

	screen_put(row.row, row.column, label, bar->turns ? STYLE_TEXT : STYLE_DIM, bar->label);
	put_cells(row.row, row.column + label + 1, width, STYLE_FINE, (double)bar->spoken,
		(double)most);
	if (bar->turns || bar->spoken > 0)
		clock_write(&text, bar->spoken);
	else
		buffer_text(&text, sign(SIGN_DASH));
	put_right(row.row, row.column + label + 1 + width, TIME, STYLE_TEXT, text.bytes);
	buffer_reset(&text);
	if (bar->turns)
		buffer_format(&text, "%d", bar->turns);
	put_right(row.row, row.column + row.columns - TURNS, TURNS, STYLE_DIM, text.bytes);
	buffer_release(&text);
}

/* A title and as many bars as there are rows for, with an empty row after; returns the rows. A bar
 * of `whole` (or of the longest that there is) is full. Gives the bars back. */
static int draw_section(const char *title, struct bars bars, int64_t whole, struct area area)
{
	int rows = 0;

	if (bars.count && area.rows >= 2) {
		qsort(bars.list, bars.count, sizeof *bars.list, longest_first);
		whole = bars.list[0].spoken > whole ? bars.list[0].spoken : whole;
		screen_put(area.row, area.column, area.columns, STYLE_DIM, title);
		for (rows = 1; rows < area.rows && (size_t)rows <= bars.count; rows++) {
			struct area row = {area.row + rows, area.column, 1, area.columns};

			draw_bar(&bars.list[rows - 1], whole, row);
		}
		rows++;
	}
	free(bars.list);
	return rows;
}

static struct area after(struct area area, int rows)
{
	return (struct area){area.row + rows, area.column, area.rows - rows, area.columns};
}

/* "chair 2:10 in 3", nothing before the first. */
static void say_chair(struct buffer *out, const struct session *s, int64_t at)
{
	struct share_of_chair chair = session_chair_spoken(s, at);

	if (chair.turns == 0)
		return;
	buffer_text(out, "chair ");
	clock_write(out, chair.spoken_ms);
	buffer_format(out, " in %d", chair.turns);
}

static int draw_chair(const struct console *c, struct area area)
{
	struct buffer text = BUFFER_EMPTY;
	int rows = 0;

	say_chair(&text, seat_session(c->seat), c->now);
	if (text.len && area.rows > 0) {
		buffer_text(&text, ", counted apart");
		screen_put(area.row, area.column, area.columns, STYLE_TEXT, text.bytes);
		rows = 2;
	}
	buffer_release(&text);
	return rows;
}

/* As many bars as leave the next kind a few rows too; the last has what is left. */
static int rows_for(const struct area *left, size_t kinds_after)
{
	int share = left->rows / 2;

	if (kinds_after == 0 || share < 5)
		return left->rows;
	return share > 9 ? 9 : share;
}

void speaking_time_draw(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	struct kinds kinds = kinds_of(s);
	int unheard = area.rows >= 24 ? 7 : 4;
	struct area left = {area.row, area.column, area.rows - unheard - 1, area.columns};

	left = after(left, draw_chair(c, left));
	for (size_t i = 0; i < kinds.count; i++) {
		size_t at = turned(c, &kinds, i);
		struct buffer title = BUFFER_EMPTY;
		struct area part = left;
		bool of_budget = kinds.list[at].kind == KIND_BUDGET;

		part.rows = rows_for(&left, kinds.count - i - 1);
		buffer_text(&title, of_budget ? "Used " : "Floor time ");
		say_title(&title, s, kinds.list[at].kind, kinds.list[at].attribute);
		left = after(left,
			draw_section(title.bytes,
				bars_of(s, kinds.list[at].kind, kinds.list[at].attribute, c->now),
				of_budget ? session_budget_whole(s) : 0, part));
		buffer_release(&title);
	}
	draw_unheard(s,
		(struct area){area.row + area.rows - unheard, area.column, unheard, area.columns});
}

static void put_bars(struct spot *spot, struct bars bars)
{
	if (bars.count)
		qsort(bars.list, bars.count, sizeof *bars.list, longest_first);
	if (!bars.count || bars.list[0].spoken == 0)
		spot_put(spot, STYLE_DIM, " nobody yet");
	for (size_t i = 0; i < bars.count && bars.list[i].spoken > 0; i++) {
		struct buffer text = BUFFER_EMPTY;

		clock_write(&text, bars.list[i].spoken);
		bool fits = spot_left(spot) >=
			    columns_of(bars.list[i].label) + columns_of(text.bytes) + 3;
		if (fits) {
			spot_format(spot, STYLE_DIM, "%s%s ", i ? ", " : " ", bars.list[i].label);
			spot_put(spot, STYLE_TEXT, text.bytes);
		}
		buffer_release(&text);
		if (!fits)
			break;
	}
	free(bars.list);
}

/* How many were not heard, the chair, and the longest of one kind. */
void speaking_time_line(const struct console *c, int row, int column, int width)
{
	const struct session *s = seat_session(c->seat);
	struct kinds kinds = kinds_of(s);
	size_t at = turned(c, &kinds, 0);
	struct buffer text = BUFFER_EMPTY, names = BUFFER_EMPTY;
	struct spot spot = spot_at(row, column, width - 7);
	size_t silent = say_unheard(&names, s);

	spot_format(&spot, STYLE_DIM, "not heard: %zu", silent);
	if (kinds.list[at].kind == KIND_UNHEARD) {
		spot_format(&spot, STYLE_DIM, " %s ", sign(SIGN_DOT));
		spot_put(&spot, STYLE_TEXT, names.bytes);
	} else {
		say_chair(&text, s, c->now);
		if (text.len)
			spot_format(&spot, STYLE_DIM, " %s %s", sign(SIGN_DOT), text.bytes);
		buffer_reset(&text);
		say_title(&text, s, kinds.list[at].kind, kinds.list[at].attribute);
		spot_format(&spot, STYLE_DIM, " %s %s:", sign(SIGN_DOT), text.bytes);
		put_bars(&spot, bars_of(s, kinds.list[at].kind, kinds.list[at].attribute, c->now));
	}
	screen_put(row, column + width - 6, 1, STYLE_KEY, FLOOR_BARS_KEY);
	screen_put(row, column + width - 4, 4, STYLE_DIM, "more");
	buffer_release(&text);
	buffer_release(&names);
}
