/* SPDX-License-Identifier: MIT */
/* readback.c - the action points read back one by one, large, for the room to confirm.
 *
 * A terminal has one size of letters: large here is spaced letters, centred, with empty rows
 * between. Scripts whose letters join are centred but not spaced. */
#include "ui/view/readback.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/key_table.h"
#include "ui/state/message.h"
#include "ui/view/action_list.h"
#include "ui/widget/meeting_text.h"

/* Its place among the open action points in sight, from 1, and their number. */
static size_t place_among_open(const struct console *c, size_t action, size_t *count)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t place = 0, all = actions_shown(c, shown);

	*count = 0;
	for (size_t i = 0; i < all; i++) {
		if (s->actions[shown[i]].status != ACTION_OPEN)
			continue;
		(*count)++;
		if (shown[i] == action)
			place = *count;
	}
	free(shown);
	return place;
}

/* True when letters may stand apart: European alphabets and ideographs. */
static bool may_be_spaced(const char *text)
{
	for (const unsigned char *p = (const unsigned char *)text; *p; p++)
		if ((*p >= 0xd6 && *p <= 0xe0) || (*p == 0xe1 && p[1] < 0xb8))
			return false;
	return true;
}

static void add_spaced(struct buffer *out, const char *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		struct cluster cluster = cluster_read(text + at, len - at);

		buffer_bytes(out, text + at, cluster.len);
		at += cluster.len;
		if (at < len)
			buffer_char(out, ' ');
	}
}

/* The wrapped text from `row` on; returns the row after it. */
static int draw_large(struct area area, int row, const char *text, bool spaced)
{
	int width = spaced ? (area.columns - 8) / 2 : area.columns - 8,
	    step = area.rows > 14 ? 2 : 1;
	size_t len = strlen(text);

	for (size_t at = 0; at < len && row < area.row + area.rows - 4; row += step) {
		size_t part = text_wrap(text + at, len - at, width), shown = part;
		struct buffer line = BUFFER_EMPTY;

		while (shown > 0 && text[at + shown - 1] == ' ')
			shown--;
		if (spaced)
			add_spaced(&line, text + at, shown);
		else
			buffer_bytes(&line, text + at, shown);
		put_centred(row, area.column, area.columns, STYLE_STRONG, line.bytes);
		buffer_release(&line);
		at += part;
	}
	return row;
}

static int large_rows(struct area area, const char *text, bool spaced)
{
	int width = spaced ? (area.columns - 8) / 2 : area.columns - 8;

	return wrapped_rows(text, strlen(text), width, area.rows + 1);
}

static void draw_answers(
	const struct session *s, const struct action *action, struct area area, int row)
{
	struct buffer text = BUFFER_EMPTY;

	add_owners(&text, s, action);
	put_centred(row, area.column, area.columns, text.len ? STYLE_SPEAKER : STYLE_WARNING,
		text.len ? text.bytes : "owner missing");
	buffer_reset(&text);
	if (action->due[0]) {
		buffer_text(&text, "by ");
		add_day(&text, action->due);
		buffer_format(&text, " %.4s", action->due);
	}
	put_centred(row + 1, area.column, area.columns, text.len ? STYLE_TEXT : STYLE_WARNING,
		text.len ? text.bytes : "due date missing");
	put_centred(row + 2, area.column, area.columns,
		action->confirmed ? STYLE_FINE : STYLE_WARNING, action_heard(action));
	buffer_release(&text);
}

void readback_draw(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	size_t chosen = action_chosen(c), count;
	struct buffer text = BUFFER_EMPTY, title = BUFFER_EMPTY;

	if (chosen == NONE)
		return;
	const struct action *action = &s->actions[chosen];
	size_t place = place_among_open(c, chosen, &count);
	people_say(&text, s->people, s->notes[action->note].text, NAMING_NAME);
	bool spaced = area.columns >= 60 && may_be_spaced(text.bytes) &&
		      large_rows(area, text.bytes, true) * 2 <= area.rows - 8;
	int rows = large_rows(area, text.bytes, spaced) * (area.rows > 14 ? 2 : 1);
	int row = area.row + (area.rows - rows - 6) / 2;
	if (row < area.row)
		row = area.row;
	buffer_format(&title, "Action point %zu of %zu", place, count);
	put_centred(row, area.column, area.columns, STYLE_DIM, title.bytes);
	row = draw_large(area, row + 2, text.bytes, spaced);
	draw_answers(s, action, area, area.rows > 8 ? row + 1 : row);
	buffer_release(&text);
	buffer_release(&title);
}

/* Keys */

/* Goes on to the next open one from `row` on; without one the reading is over. */
static void go_to(struct console *c, size_t row)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);

	while (row < count && s->actions[shown[row]].status != ACTION_OPEN)
		row++;
	if (row < count) {
		c->actions.row = row;
	} else {
		if (c->actions.reading_back)
			message_say(c, "that was the last action point");
		c->actions.reading_back = false;
	}
	free(shown);
}

/* The open one before, if there is one. */
static void go_back(struct console *c, size_t row)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);

	for (size_t i = row < count ? row : count; i-- > 0;)
		if (s->actions[shown[i]].status == ACTION_OPEN) {
			c->actions.row = i;
			break;
		}
	free(shown);
}

void readback_start(struct console *c)
{
	size_t count;

	place_among_open(c, NONE, &count);
	if (count == 0) {
		message_say(c, "there is no open action point to read back");
		return;
	}
	c->actions.reading_back = true;
	c->message.text[0] = '\0';
	go_to(c, 0);
}

/* The room's word on the chosen one goes into the log. */
static void answer(struct console *c, const char *word)
{
	const struct session *s = seat_session(c->seat);
	size_t chosen = action_chosen(c);

	submit_format(c, "/confirm %s%s", s->notes[s->actions[chosen].note].id, word);
}

/* Puts it into the entry line; what the room then confirms is what it was changed to. */
static void change(struct console *c, const char *verb)
{
	const struct session *s = seat_session(c->seat);
	size_t note = s->actions[action_chosen(c)].note;
	struct buffer line = BUFFER_EMPTY;

	c->actions.changed = note;
	if (!verb) {
		action_edit(c);
		return;
	}
	buffer_format(&line, "/%s %s ", verb, s->notes[note].id);
	entry_open(c, line.bytes, "");
	buffer_release(&line);
}

static bool confirm(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	const struct action *action = &s->actions[action_chosen(c)];
	size_t row = c->actions.row;

	if (c->actions.changed == action->note)
		answer(c, " changed");
	else if (!action->confirmed)
		answer(c, "");
	c->actions.changed = NONE;
	go_to(c, row + 1);
	return true;
}

static bool change_text(struct console *c)
{
	change(c, NULL);
	return true;
}

static bool change_owner(struct console *c)
{
	change(c, "owner");
	return true;
}

static bool change_due(struct console *c)
{
	change(c, "due");
	return true;
}

static bool drop(struct console *c)
{
	size_t row = c->actions.row;

	answer(c, " dropped");
	go_to(c, row);
	return true;
}

static bool next(struct console *c)
{
	go_to(c, c->actions.row + 1);
	return true;
}

static bool previous(struct console *c)
{
	go_back(c, c->actions.row);
	return true;
}

static bool leave(struct console *c)
{
	c->actions.reading_back = false;
	c->actions.changed = NONE;
	return true;
}

static const struct key_row rows[] = {
	{"y", confirm, NULL}, {"e", change_text, NULL}, {"o", change_owner, NULL},
	{"w", change_due, NULL}, {"d", drop, NULL}, {"Space", next, NULL}, {"Down", next, NULL},
	{"Enter", next, NULL}, {"Up", previous, NULL}, {"Esc", leave, NULL},
};
static const struct key_table keys = KEY_TABLE(rows);

bool readback_key(struct console *c, const struct key *key)
{
	if (action_chosen(c) == NONE)
		return leave(c);
	return key_table_do(&keys, c, key);
}
