/* SPDX-License-Identifier: MIT */
/* recall.c - earlier notes of this seat brought back into the line. */
#include "ui/entry/recall.h"

#include <string.h>

#include "ui/entry/completion_list.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"

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
	bool same = c->line.edited < seat_session(c->seat)->note_count;

	if (same)
		say_edit(&line, seat_session(c->seat), c->line.edited);
	same = same && strcmp(line.bytes, c->entry.text.bytes) == 0;
	buffer_release(&line);
	return same;
}

bool recall_note(struct console *c, bool back)
{
	const struct session *s = seat_session(c->seat);
	struct buffer line = BUFFER_EMPTY;
	bool empty = c->entry.text.len == 0;
	size_t note;

	if (!empty && !is_untouched(c))
		return false;
	if (empty && !back)
		return false;
	note = own_note(c, empty ? s->note_count : c->line.edited, back);
	if (note == NONE && back) {
		if (empty)
			message_say(c, "there is no note of yours yet");
		return true;
	}
	if (note != NONE)
		say_edit(&line, s, note);
	entry_set(&c->entry, line.bytes);
	typing_changed(c);
	completion_list_close(c);
	c->line.edited = note;
	message_say(c, note == NONE ? "" : "Enter writes it anew, Up brings the one before, Ctrl-C "
		"leaves it as it is");
	buffer_release(&line);
	return true;
}
