/* SPDX-License-Identifier: MIT */
/* note_kind.c - one key goes round the kinds: of the line being typed, by its mark, or of the
 * chosen notes. */
#include "ui/entry/note_kind.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/state/stream_filter.h"

/* Marks that are no :word. */
static const struct {
	const char *mark;
	enum note_kind kind;
} marks[] = {
	{"?", NOTE_QUESTION}, {"=", NOTE_AGREED}, {"QUESTION:", NOTE_QUESTION},
	{"AGREED:", NOTE_AGREED}, {"DECISION:", NOTE_AGREED}, {"RESOLVED:", NOTE_AGREED},
};

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
	if (line[at] == '~')
		at += 1 + spaces(line + at + 1);
	return at;
}

/* Lines that no kind goes with: commands, action points, corrections, continuations, plain text. */
static bool has_no_kind(const char *text)
{
	return strchr("/!\\", text[0]) || strncmp(text, "…", strlen("…")) == 0 ||
	       strncmp(text, "...", 3) == 0 || strncmp(text, "s/", 2) == 0 ||
	       strncasecmp(text, "ACTION:", 7) == 0;
}

/* How many bytes the mark of a kind takes, spaces after it too; 0 when there is none: a point. */
static size_t mark_len(const char *text, enum note_kind *kind)
{
	size_t len = 0;

	*kind = NOTE_POINT;
	for (size_t i = 0; i < sizeof marks / sizeof *marks && !len; i++)
		if (strncasecmp(text, marks[i].mark, strlen(marks[i].mark)) == 0) {
			len = strlen(marks[i].mark);
			*kind = marks[i].kind;
		}
	if (!len && text[0] == ':') {
		char *word = mem_text_of(text + 1, strcspn(text + 1, " "));

		if (note_kind_read(word, kind))
			len = 1 + strlen(word);
		free(word);
	}
	return len ? len + spaces(text + len) : 0;
}

static void say_mark(struct buffer *out, enum note_kind kind)
{
	if (kind == NOTE_QUESTION)
		buffer_text(out, "? ");
	else if (kind == NOTE_AGREED)
		buffer_text(out, "= ");
	else if (kind != NOTE_POINT)
		buffer_format(out, ":%s ", note_kind_name(kind));
}

static void change_line(struct console *c)
{
	struct buffer line = BUFFER_EMPTY, mark = BUFFER_EMPTY;
	size_t start = start_of(c->entry.text.bytes), cursor = c->entry.cursor, len;
	enum note_kind kind;

	if (has_no_kind(c->entry.text.bytes + start)) {
		message_warn(c, "a line that begins so is no note with a kind");
		return;
	}
	len = mark_len(c->entry.text.bytes + start, &kind);
	say_mark(&mark, next_kind(kind));
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
	size_t from = c->stream.chosen == NONE ? stream_last(c) : c->stream.chosen;
	size_t to = c->stream.chosen_to == NONE ? from : c->stream.chosen_to;
	size_t low = from < to ? from : to, high = from < to ? to : from;
	bool done = false;

	if (from == NONE || high >= s->note_count) {
		message_warn(c, "there is no note yet to change the kind of");
		return;
	}
	enum note_kind kind = next_kind(s->notes[low].kind);
	for (size_t i = low; i <= high && i < s->note_count; i++) {
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
