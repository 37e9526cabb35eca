/* SPDX-License-Identifier: MIT */
/* floor_keys.c - the single keys of the floor view: which key is which comes from the command
 * table, what it does to the chosen row stands here. Everything goes through submit_line(). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/view/floor_lines.h"
#include "ui/view/speakers_list.h"
#include "ui/view/speaking_time.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"

/* The kind that each key of /speak asks for, in the order of commands.def. */
static const enum list_kind asked_kinds[] = {LIST_STATEMENT, LIST_REPLY, LIST_ORDER, LIST_QUESTION};

static void ask(struct console *c, int nth)
{
	struct buffer after = BUFFER_EMPTY;

	if (nth > 0 && nth < (int)(sizeof asked_kinds / sizeof *asked_kinds))
		buffer_format(&after, " as %s", list_kind_name(asked_kinds[nth]));
	entry_open(c, "/speak ", after.bytes);
	buffer_release(&after);
}

/* Stores the present place of the chosen entry as the chosen row. */
static void settle(struct console *c)
{
	size_t *places = mem_new(seat_session(c->seat)->waiting_count + 1, sizeof *places);

	c->floor.row = floor_row(c, places, floor_places(c, places));
	free(places);
}

/* Does the command to the chosen row; when that takes it off the list, the row that comes to stand
 * there is chosen. */
static void do_to_chosen(struct console *c, const char *verb, bool with_kind)
{
	const struct session *s = seat_session(c->seat);
	size_t place = floor_chosen(c);

	settle(c);

	if (place == NONE) {
		message_say(c, "nobody is on the list");
		return;
	}
	const struct entry *e = &s->waiting[place];
	if (with_kind)
		submit_format(c, "/%s %s as %s", verb, session_call(s, e->who, NAMING_NUMBER),
			list_kind_name(e->kind));
	else
		submit_format(c, "/%s %s", verb, session_call(s, e->who, NAMING_NUMBER));
}

/* Moves the chosen row a place up or down and keeps it chosen. */
static void move(struct console *c, bool down)
{
	const struct session *s = seat_session(c->seat);
	size_t place = floor_chosen(c);

	if (place == NONE || (down ? place + 1 >= s->waiting_count : place == 0)) {
		message_say(c, place == NONE ? "nobody is on the list" : "no further");
		return;
	}
	memcpy(c->floor.chosen, s->waiting[place].id, sizeof c->floor.chosen);
	submit_format(c, "/move %s %zu", session_call(s, s->waiting[place].who, NAMING_NUMBER),
		down ? place + 2 : place);
}

static void pause_or_resume(struct console *c)
{
	const struct session *s = seat_session(c->seat);

	if (s->floor != NONE && s->speeches[s->floor].state == SPEECH_PAUSED)
		submit_line(c, "/resume");
	else
		submit_line(c, "/pause");
}

static void give_floor(struct console *c, int nth)
{
	const struct session *s = seat_session(c->seat);
	size_t place = nth ? session_suggestion(s, NULL) : 0;

	if (place == NONE)
		message_say(c, "nobody is fairer than the head of the list");
	else if (nth)
		submit_format(c, "/next %s", session_call(s, s->waiting[place].who, NAMING_NUMBER));
	else
		submit_line(c, "/next");
}

/* Does what the command's nth key does; false when this view has nothing for it. */
static bool do_command(struct console *c, enum command command, int nth)
{
	if (command == COMMAND_SPEAK)
		ask(c, nth);
	else if (command == COMMAND_NEXT)
		give_floor(c, nth);
	else if (command == COMMAND_PAUSE)
		pause_or_resume(c);
	else if (command == COMMAND_END)
		submit_line(c, "/end");
	else if (command == COMMAND_WITHDRAW || command == COMMAND_LATER)
		do_to_chosen(c, command_table[command].name, true);
	else if (command == COMMAND_WHY)
		do_to_chosen(c, command_table[command].name, false);
	else if (command == COMMAND_MOVE)
		move(c, nth > 0);
	else if (command == COMMAND_LIST)
		submit_line(c, seat_session(c->seat)->list_closed ? "/list open" : "/list close");
	else if (command == COMMAND_EXTEND)
		entry_open(c, "/extend 1m", "");
	else if (command == COMMAND_YIELD || command == COMMAND_FIND)
		entry_open(c, command == COMMAND_YIELD ? "/yield " : "/find ", "");
	else
		return false;
	return true;
}

static bool chosen_by(struct console *c, const struct key *key)
{
	size_t *places = mem_new(seat_session(c->seat)->waiting_count + 1, sizeof *places);
	size_t count = floor_places(c, places), row = floor_row(c, places, count);
	bool done = rows_key(&c->floor.shown, &row, count, key);

	if (done && row < count)
		floor_choose(c, places, row);
	c->frame.moved = done;
	free(places);
	return done;
}

static bool set_limit(struct console *c)
{
	int64_t fits = floor_limit_that_fits(c);
	struct buffer line = BUFFER_EMPTY;

	if (fits == NO_TIME) {
		message_say(c, "those who wait fit into the item as it is");
		return true;
	}
	buffer_text(&line, "/limit ");
	clock_write(&line, fits);
	submit_line(c, line.bytes);
	buffer_release(&line);
	return true;
}

static bool other_bars(struct console *c)
{
	c->floor.bars = (c->floor.bars + 1) % speaking_time_kinds(seat_session(c->seat));
	return true;
}

static bool only_bars(struct console *c)
{
	c->floor.only_bars = !c->floor.only_bars;
	return true;
}

/* From the bars back to the list, then without the filter. */
static bool back(struct console *c)
{
	if (!c->filter.on && !c->floor.only_bars)
		return false;
	c->filter.on = c->filter.on && c->floor.only_bars;
	c->floor.only_bars = false;
	return true;
}

/* The keys that are no command's. */
static const struct key_row rows[] = {
	{"i", entry_go, "go to the entry line; / begins a command there"},
	{"/", entry_go_command, NULL},
	{"Up", NULL, "choose a row"},
	{FLOOR_BARS_KEY, other_bars,
		"other bars first: by attribute, delegation, person, budget; who is unheard"},
	{FLOOR_ONLY_BARS_KEY, only_bars, "nothing but bars, or the list again"},
	{FLOOR_FIT_KEY, set_limit, "set the limit with which those who wait fit into the item"},
	{"Esc", back, NULL},
};
const struct key_table floor_keys = KEY_TABLE(rows);

bool floor_key(struct console *c, const struct key *key)
{
	int nth = 0;
	enum command command = key_command(SHOW_FLOOR, key, &nth);

	if (command != COMMAND_NONE && do_command(c, command, nth))
		return true;
	return key_table_do(&floor_keys, c, key) || chosen_by(c, key) || submit_key(c, key);
}

static void add_own_hint(struct buffer *out, const char *key, const char *what)
{
	if (out->len)
		buffer_char(out, '\t');
	buffer_text(out, key);
	buffer_char(out, ' ');
	buffer_text(out, what);
}

void floor_hints(const struct console *c, struct buffer *out)
{
	const struct session *s = seat_session(c->seat);
	bool paused = s->floor != NONE && s->speeches[s->floor].state == SPEECH_PAUSED;

	add_hint(out, SHOW_FLOOR, COMMAND_SPEAK, 0, "add");
	add_hint(out, SHOW_FLOOR, COMMAND_NEXT, 0, "next");
	if (session_suggestion(s, NULL) != NONE)
		add_hint(out, SHOW_FLOOR, COMMAND_NEXT, 1, "fairer");
	add_hint(out, SHOW_FLOOR, COMMAND_PAUSE, 0, paused ? "resume" : "pause");
	add_hint(out, SHOW_FLOOR, COMMAND_SPEAK, 1, "reply");
	add_hint(out, SHOW_FLOOR, COMMAND_SPEAK, 2, "order");
	add_hint(out, SHOW_FLOOR, COMMAND_SPEAK, 3, "question");
	add_hint(out, SHOW_FLOOR, COMMAND_LATER, 0, "later");
	add_hint(out, SHOW_FLOOR, COMMAND_WITHDRAW, 0, "withdraw");
	add_hint(out, SHOW_FLOOR, COMMAND_MOVE, 0, "up");
	add_hint(out, SHOW_FLOOR, COMMAND_MOVE, 1, "down");
	add_hint(out, SHOW_FLOOR, COMMAND_EXTEND, 0, "extend");
	add_hint(out, SHOW_FLOOR, COMMAND_YIELD, 0, "yield");
	add_hint(out, SHOW_FLOOR, COMMAND_LIST, 0, s->list_closed ? "open list" : "close list");
	add_hint(out, SHOW_FLOOR, COMMAND_WHY, 0, "why");
	add_hint(out, SHOW_FLOOR, COMMAND_FIND, 0, "filter");
	add_hint(out, SHOW_FLOOR, COMMAND_END, 0, "end");
	add_own_hint(out, FLOOR_BARS_KEY, "bars");
	add_own_hint(out, FLOOR_ONLY_BARS_KEY, c->floor.only_bars ? "list" : "only bars");
	if (floor_limit_that_fits(c) != NO_TIME)
		add_own_hint(out, FLOOR_FIT_KEY, "limit that fits");
}
