/* SPDX-License-Identifier: MIT */
/* bars.c - floor time by delegation, attribute and person; who has not been heard; who might fairly
 * be next. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/floor_parts.h"

enum { TIME = 8, TURNS = 3, ATTRIBUTES_MOST = 3 };

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

/* Those whose time is looked at: who is expected to speak, and whoever did. */
static bool counts(const struct attendee *a)
{
	return !a->gone && (a->turns > 0 || a->role == ROLE_PARTICIPANT || a->role == ROLE_BRIEFER);
}

static struct bars bars_by_person(const struct session *s, int64_t at)
{
	struct bars bars = {0};

	for (size_t i = 0; i < s->attendee_count; i++)
		if (s->attendees[i].turns > 0)
			add(&bars, call_short(s, i), session_spoken(s, i, at),
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

		if (value && counts(&s->attendees[i]))
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

/* The suggestion */

static bool is_fairer(const struct session *s, size_t who, size_t than, int64_t at)
{
	int turns = s->attendees[who].turns, others = s->attendees[than].turns;

	if (turns != others)
		return turns < others;
	return session_spoken(s, who, at) + MS_MINUTE < session_spoken(s, than, at);
}

size_t fairer_place(const struct session *s, int64_t at)
{
	size_t best = 0;

	if (s->waiting_count < 2 || s->waiting[0].kind != LIST_STATEMENT || s->waiting[0].moved)
		return NONE;
	for (size_t i = 1; i < s->waiting_count; i++) {
		const struct entry *e = &s->waiting[i];

		if (e->kind == LIST_STATEMENT && !e->moved && !s->attendees[e->who].away &&
			is_fairer(s, e->who, s->waiting[best].who, at))
			best = i;
	}
	return best ? best : NONE;
}

static void say_reason(struct buffer *out, const struct session *s, size_t place)
{
	size_t who = s->waiting[place].who, head = s->waiting[0].who;

	if (s->attendees[who].turns == 0)
		buffer_text(out, "not heard yet; ");
	else
		buffer_format(out, "%d turn%s; ", s->attendees[who].turns,
			s->attendees[who].turns == 1 ? "" : "s");
	buffer_format(out, "%s has had %d", call_short(s, head), s->attendees[head].turns);
}

static int draw_fairer(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	size_t place = fairer_place(s, c->now);
	struct buffer text = BUFFER_EMPTY;
	struct spot spot = spot_at(area.row, area.column, area.columns);

	if (place == NONE || area.rows < 2)
		return 0;
	spot_put(&spot, STYLE_DIM, "A fairer next: ");
	spot_put(&spot, STYLE_STRONG, call_short(s, s->waiting[place].who));
	add_hint(&text, "floor", COMMAND_NEXT, 1, "takes it");
	if (text.len) {
		spot_gap(&spot, 2);
		spot_put(&spot, STYLE_DIM, text.bytes);
	}
	buffer_reset(&text);
	say_reason(&text, s, place);
	screen_put(area.row + 1, area.column + 2, area.columns - 2, STYLE_DIM, text.bytes);
	buffer_release(&text);
	return 3;
}

/* Who has not been heard */

static size_t say_unheard(struct buffer *out, const struct session *s)
{
	size_t count = 0;

	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *a = &s->attendees[i];

		if (!counts(a) || a->turns > 0 || a->away)
			continue;
		buffer_format(out, "%s%s", count ? ", " : "", call_short(s, i));
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
	if (bar->turns)
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

/* A title and as many bars as there are rows for, with an empty row after; returns the rows. Gives
 * the bars back. */
static int draw_section(const char *title, struct bars bars, struct area area)
{
	int rows = 0;

	if (bars.count && area.rows >= 2) {
		qsort(bars.list, bars.count, sizeof *bars.list, longest_first);
		screen_put(area.row, area.column, area.columns, STYLE_DIM, title);
		for (rows = 1; rows < area.rows && (size_t)rows <= bars.count; rows++) {
			struct area row = {area.row + rows, area.column, 1, area.columns};

			draw_bar(&bars.list[rows - 1], bars.list[0].spoken, row);
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

void bars_draw(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const char *names[ATTRIBUTES_MOST];
	size_t attributes = attributes_used(s, names);
	int unheard = area.rows >= 24 ? 7 : 4;
	struct area left = {area.row, area.column, area.rows - unheard - 1, area.columns};

	left = after(left, draw_fairer(c, left));
	for (size_t i = 0; i < attributes && i < 2; i++) {
		struct buffer title = BUFFER_EMPTY;

		buffer_format(&title, "Floor time by %s", names[i]);
		int rows = i == 0 || left.rows > 16 ? left.rows : 0;
		left = after(left, draw_section(title.bytes, bars_by_attribute(s, names[i], c->now),
					   (struct area){left.row, left.column, rows < 8 ? rows : 8,
						   left.columns}));
		buffer_release(&title);
	}
	left = after(left, draw_section("By delegation", bars_by_delegation(s, c->now), left));
	if (left.rows >= 4)
		draw_section("By person", bars_by_person(s, c->now), left);
	draw_unheard(s,
		(struct area){area.row + area.rows - unheard, area.column, unheard, area.columns});
}

/* The three who spoke longest and how many were not heard. */
void bars_line(const struct console *c, int row, int column, int width)
{
	const struct session *s = seat_session(c->seat);
	const char *names[ATTRIBUTES_MOST];
	bool by_attribute = attributes_used(s, names) > 0;
	struct bars bars = by_attribute ? bars_by_attribute(s, names[0], c->now)
					: bars_by_delegation(s, c->now);
	struct buffer text = BUFFER_EMPTY, unheard = BUFFER_EMPTY;
	size_t silent = say_unheard(&unheard, s), fairer = fairer_place(s, c->now);
	struct spot spot = spot_at(row, column, width);

	if (bars.count)
		qsort(bars.list, bars.count, sizeof *bars.list, longest_first);
	if (fairer != NONE) {
		buffer_format(&text, "fairer next: %s", call_short(s, s->waiting[fairer].who));
		spot_put(&spot, STYLE_STRONG, text.bytes);
		spot_format(&spot, STYLE_DIM, " %s ", sign(SIGN_DOT));
	}
	spot_format(&spot, STYLE_DIM, "not heard: %zu", silent);
	for (size_t i = 0; i < bars.count && i < 4 && bars.list[i].spoken > 0; i++) {
		buffer_reset(&text);
		clock_write(&text, bars.list[i].spoken);
		if (spot_left(&spot) < columns_of(bars.list[i].label) + columns_of(text.bytes) + 4)
			break;
		spot_format(&spot, STYLE_DIM, " %s %s ", sign(SIGN_DOT), bars.list[i].label);
		spot_put(&spot, STYLE_TEXT, text.bytes);
	}
	buffer_release(&text);
	buffer_release(&unheard);
	free(bars.list);
}
