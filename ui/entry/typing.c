/* SPDX-License-Identifier: MIT */
/* typing.c - what goes with the line being typed: its beginning, its draft, its speaker. */
#include "ui/entry/typing.h"

#include <string.h>

#include "base/memory.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/moment.h"
#include "ui/state/message.h"
#include "ui/state/note_filter.h"

/* The line is another: the draft on disk is behind. */
static void draft_changed(struct console *c)
{
	if (!c->draft.dirty)
		c->draft.at = c->now;
	c->draft.dirty = true;
	c->draft.keys++;
}

void typing_changed(struct console *c)
{
	const struct session *s = seat_session(c->seat);

	if (c->line.at == NO_TIME && c->entry.text.len) {
		c->line.at = c->now;
		c->line.arrivals = seat_arrivals(c->seat);
		if (!c->line.speaker_back) {
			c->line.speaker = session_speaker(s);
			c->line.speech = s->floor;
		}
	}
	if (c->entry.text.len == 0) {
		if (c->line.at != NO_TIME)
			c->line.cleared = typing_moment(c);
		c->line.at = NO_TIME;
		c->line.speaker_back = 0;
		c->line.edited = NONE;
	}
	filter_typed(c);
	draft_changed(c);
	completion_list_find(c);
}

void typing_undone(struct console *c, bool was_empty)
{
	if (was_empty && c->entry.text.len) {
		c->line.at = c->line.cleared.at;
		c->line.arrivals = c->line.cleared.arrivals;
		c->line.speaker = c->line.cleared.speaker;
		c->line.speech = c->line.cleared.speech;
	}
	typing_changed(c);
	completion_list_close(c);
}

void typing_over(struct console *c)
{
	c->line.at = NO_TIME;
	c->line.speaker_back = 0;
	c->line.edited = NONE;
	c->line.prefixed = false;
	filter_typed(c);
	draft_changed(c);
	completion_list_find(c);
}

void typing_put_aside(struct console *c, const char *text)
{
	if (c->line.aside || !*text)
		return;
	c->line.aside_at = typing_moment(c);
	c->line.aside = mem_text(text);
}

void typing_bring_back(struct console *c)
{
	if (!c->line.aside)
		return;
	entry_restore(&c->entry, c->line.aside);
	c->line.at = c->line.aside_at.at;
	c->line.arrivals = c->line.aside_at.arrivals;
	c->line.speaker = c->line.aside_at.speaker;
	c->line.speech = c->line.aside_at.speech;
	mem_replace(&c->line.aside, NULL);
	c->line.prefixed = false;
	typing_changed(c);
	completion_list_close(c);
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
	size_t speech = speech_back(s, c->line.speaker_back + 1);

	if (c->line.speaker_back == 0 && speech == NONE) {
		message_say(c, "nobody has spoken before");
		return;
	}
	c->line.speaker_back = speech == NONE ? 0 : c->line.speaker_back + 1;
	if (speech == NONE)
		speech = speech_back(s, 0);
	c->line.speech = speech;
	c->line.speaker = speech == NONE ? NONE : s->speeches[speech].who;
	draft_changed(c);
}

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

void entry_open(struct console *c, const char *before, const char *after)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_text(&text, before);
	buffer_text(&text, after);
	entry_set(&c->entry, text.bytes);
	if (*before == '/')
		c->ran = command_named(before + 1, strcspn(before + 1, " "));
	c->entry.cursor = strlen(before);
	buffer_release(&text);
	c->line.has_keys = view_words[c->view].use != VIEW_TYPED;
	typing_changed(c);
}

bool typing_drop_prefixed(struct console *c)
{
	if (!c->line.prefixed)
		return false;
	c->line.prefixed = false;
	entry_restore(&c->entry, "");
	typing_changed(c);
	typing_bring_back(c);
	return true;
}

bool entry_go(struct console *c)
{
	c->line.has_keys = true;
	return true;
}

bool entry_go_command(struct console *c)
{
	entry_open(c, "/", "");
	c->line.has_keys = true;
	return true;
}

bool entry_go_find(struct console *c)
{
	entry_open(c, "/find ", "");
	return true;
}
