/* SPDX-License-Identifier: MIT */
/* typing.c - what goes with the line being typed: when it began, who says it, its themes. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "ui/steering.h"
#include "ui/views.h"

/* When and who */

size_t console_speaker(const struct console *c)
{
	if (c->typed_at != NO_TIME || c->speaker_back)
		return c->speaker;
	return session_speaker(seat_session(c->seat));
}

void typing_changed(struct console *c)
{
	const struct session *s = seat_session(c->seat);

	if (c->typed_at == NO_TIME && c->entry.text.len) {
		c->typed_at = c->now;
		c->typed_arrivals = seat_arrivals(c->seat);
		if (!c->speaker_back) {
			c->speaker = session_speaker(s);
			c->speech = s->floor;
		}
	}
	if (c->entry.text.len == 0) {
		if (c->typed_at != NO_TIME)
			c->cleared = typing_moment(c);
		c->typed_at = NO_TIME;
		c->speaker_back = 0;
		c->edited = NONE;
	}
	finding_typed(c);
	draft_changed(c);
	menu_find(c);
}

void typing_undone(struct console *c, bool was_empty)
{
	if (was_empty && c->entry.text.len) {
		c->typed_at = c->cleared.at;
		c->typed_arrivals = c->cleared.arrivals;
		c->speaker = c->cleared.speaker;
		c->speech = c->cleared.speech;
	}
	typing_changed(c);
	menu_close(c);
}

void typing_over(struct console *c)
{
	c->typed_at = NO_TIME;
	c->speaker_back = 0;
	c->edited = NONE;
	c->prefixed = false;
	finding_typed(c);
	draft_changed(c);
	menu_find(c);
}

struct moment typing_moment(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	bool typed = c->typed_at != NO_TIME || c->speaker_back;
	size_t speaker = console_speaker(c);

	if (speaker != NONE && speaker >= s->attendee_count)
		speaker = NONE;
	return (struct moment){
		.at = c->typed_at == NO_TIME || c->typed_at > c->now ? c->now : c->typed_at,
		.now = c->now,
		.has_speaker = typed,
		.speaker = speaker,
		.speech = typed && c->speech < s->speech_count ? c->speech : NONE,
		.has_arrivals = c->typed_at != NO_TIME,
		.arrivals = c->typed_at != NO_TIME ? c->typed_arrivals : seat_arrivals(c->seat),
	};
}

void typing_put_aside(struct console *c, const char *text)
{
	if (c->put_aside || !*text)
		return;
	c->put_aside_at = typing_moment(c);
	c->put_aside = mem_text(text);
}

void typing_bring_back(struct console *c)
{
	if (!c->put_aside)
		return;
	entry_restore(&c->entry, c->put_aside);
	c->typed_at = c->put_aside_at.at;
	c->typed_arrivals = c->put_aside_at.arrivals;
	c->speaker = c->put_aside_at.speaker;
	c->speech = c->put_aside_at.speech;
	mem_replace(&c->put_aside, NULL);
	c->prefixed = false;
	typing_changed(c);
	menu_close(c);
}

bool typing_stays(const struct console *c)
{
	return c->view == SHOW_CAPTURE && c->typed_at != NO_TIME && !c->speaker_back &&
	       c->edited == NONE && c->entry.text.bytes[0] != '/' && c->speaker != NONE &&
	       c->speaker != session_speaker(seat_session(c->seat));
}

/* The speech of the nth speaker back, each person once, the present one first; NONE. */
static size_t speech_back(const struct session *s, size_t nth)
{
	for (size_t i = s->speech_count; i-- > 0;) {
		bool again = s->speeches[i].who == NONE;

		for (size_t j = i + 1; j < s->speech_count && !again; j++)
			again = s->speeches[j].who == s->speeches[i].who;
		if (!again && nth-- == 0)
			return i;
	}
	return NONE;
}

void typing_speaker_before(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t speech = speech_back(s, c->speaker_back + 1);

	if (c->speaker_back == 0 && speech == NONE) {
		console_say(c, "nobody has spoken before");
		return;
	}
	c->speaker_back = speech == NONE ? 0 : c->speaker_back + 1;
	if (speech == NONE)
		speech = speech_back(s, 0);
	c->speech = speech;
	c->speaker = speech == NONE ? NONE : s->speeches[speech].who;
	draft_changed(c);
}

/* Words and themes */

void typing_expand(struct console *c, size_t ended)
{
	struct buffer text = BUFFER_EMPTY;
	size_t behind = c->entry.text.len - c->entry.cursor;

	if (c->entry.text.bytes[0] == '/')
		return;
	buffer_bytes(&text, c->entry.text.bytes, c->entry.text.len);
	if (abbreviations_expand(&text, seat_session(c->seat), c->entry.cursor - ended)) {
		entry_set(&c->entry, text.bytes);
		c->entry.cursor = text.len - behind;
	}
	buffer_release(&text);
}

static const struct theme *theme_of_digit(const struct session *s, int digit)
{
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].digit == digit && s->themes[i].merged == NONE)
			return &s->themes[i];
	return NULL;
}

void typing_digit(struct console *c, int digit)
{
	char text[64];

	if (!theme_of_digit(seat_session(c->seat), digit)) {
		snprintf(text, sizeof text, "no theme has the digit %d", digit);
		console_warn(c, text);
	} else if (c->entry.text.len) {
		snprintf(text, sizeof text, " #%d", digit);
		entry_append(&c->entry, text);
		typing_changed(c);
	} else if (!capture_tag(c, digit)) {
		console_warn(c, "there is no note to tag yet");
	}
}

/* Editing again */

/* This seat's note before (or after) that one, NONE. */
static size_t own_note(const struct console *c, size_t from, bool back)
{
	const struct session *s = seat_session(c->seat);
	const char *seat = seat_name(c->seat);

	for (size_t i = back ? from : from + 1; back ? i-- > 0 : i < s->note_count; i += !back)
		if (!s->notes[i].dropped && !s->notes[i].gone && strcmp(s->notes[i].seat, seat) == 0)
			return i;
	return NONE;
}

static void say_edit(struct buffer *out, const struct session *s, size_t note)
{
	buffer_format(out, "/edit %s ", s->notes[note].id);
	note_as_typed(out, s, note);
}

/* True when the line still is what ↑ brought. */
static bool is_untouched(const struct console *c)
{
	struct buffer line = BUFFER_EMPTY;
	bool same = c->edited < seat_session(c->seat)->note_count;

	if (same)
		say_edit(&line, seat_session(c->seat), c->edited);
	same = same && strcmp(line.bytes, c->entry.text.bytes) == 0;
	buffer_release(&line);
	return same;
}

bool typing_edit(struct console *c, bool back)
{
	const struct session *s = seat_session(c->seat);
	struct buffer line = BUFFER_EMPTY;
	bool empty = c->entry.text.len == 0;
	size_t note;

	if (!empty && !is_untouched(c))
		return false;
	if (empty && !back)
		return false;
	note = own_note(c, empty ? s->note_count : c->edited, back);
	if (note == NONE && back) {
		if (empty)
			console_say(c, "there is no note of yours yet");
		return true;
	}
	if (note != NONE)
		say_edit(&line, s, note);
	entry_set(&c->entry, line.bytes);
	typing_changed(c);
	menu_close(c);
	c->edited = note;
	console_say(c, note == NONE ? "" : "Enter writes it anew, Up brings the one before, Ctrl-C "
		"leaves it as it is");
	buffer_release(&line);
	return true;
}
