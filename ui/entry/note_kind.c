/* SPDX-License-Identifier: MIT */
/* note_kind.c - one key goes round the kinds: of the line being typed, by its mark, or of the
 * chosen notes. */
#include "ui/entry/note_kind.h"

#include <string.h>

#include "command/marks.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/state/stream_filter.h"

static enum note_kind next_kind(enum note_kind kind)
{
	return (enum note_kind)(((int)kind + 1) % NOTE_KINDS);
}

/* The line being typed */

static size_t spaces(const char *text)
{
	return strspn(text, " ");
}

/* The byte at which the note's own words begin: after the id that an edit names, and after ~. */
static size_t start_of(const char *line)
{
	size_t at = 0;

	if (strncmp(line, "/edit ", 6) == 0) {
		at = 6 + strcspn(line + 6, " ");
		at += spaces(line + at);
	}
	size_t off = mark_form_len(MARK_OFF, line + at);

	return at + off + (off ? spaces(line + at + off) : 0);
}

/* How many bytes the mark of a kind takes, spaces after it too; 0 when there is none: a point. */
static size_t mark_len(const char *text, enum note_kind *kind)
{
	*kind = NOTE_POINT;
	size_t len = mark_kind_len(text, kind);

	return len ? len + spaces(text + len) : 0;
}

static void change_line(struct console *c)
{
	struct buffer line = BUFFER_EMPTY, mark = BUFFER_EMPTY;
	size_t start = start_of(c->entry.text.bytes), cursor = c->entry.cursor, len;
	enum note_kind kind;

	enum mark_row row = mark_at(c->entry.text.bytes + start);
	if (row != MARKS && mark_table[row].use == MARK_USE_NO_KIND) {
		message_warn(c, "a line that begins so is no note with a kind");
		return;
	}
	len = mark_len(c->entry.text.bytes + start, &kind);
	mark_kind_write(&mark, next_kind(kind));
	buffer_bytes(&line, c->entry.text.bytes, start);
	buffer_text(&line, mark.bytes);
	buffer_text(&line, c->entry.text.bytes + start + len);
	entry_set(&c->entry, line.bytes);
	if (cursor < start + len)
		cursor = start + len;
	c->entry.cursor = cursor - len + mark.len;
	typing_changed(c);
	completion_list_close(c);
	buffer_reset(&line);
	buffer_format(&line, "kind: %s", note_kind_name(next_kind(kind)));
	message_say(c, line.bytes);
	buffer_release(&line);
	buffer_release(&mark);
}

/* Notes that are there */

static void change_notes(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	struct note_run run;
	bool done = false;

	if (!stream_chosen_or_last(c, &run)) {
		message_warn(c, "there is no note yet to change the kind of");
		return;
	}
	enum note_kind kind = next_kind(s->notes[run.low].kind);
	for (size_t i = run.low; i <= run.high && i < s->note_count; i++) {
		if (s->notes[i].dropped || s->notes[i].action != NONE || s->notes[i].kind == kind)
			continue;
		submit_format(c, "/kind %s %s", s->notes[i].id, note_kind_name(kind));
		s = seat_session(c->seat);
		done = true;
	}
	if (!done)
		message_warn(c, "an action point has no kind");
}

void note_kind_next(struct console *c)
{
	if (c->entry.text.len)
		change_line(c);
	else
		change_notes(c);
}
