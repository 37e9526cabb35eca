/* SPDX-License-Identifier: MIT */
/* paste.c - text from outside is text: it is cleaned, triggers no key and gives no command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/steering.h"

enum { LINES_MOST = 2000 };

void paste_drop(struct console *c)
{
	for (size_t i = 0; i < c->pasted_count; i++)
		free(c->pasted[i]);
	free(c->pasted);
	c->pasted = NULL;
	c->pasted_count = 0;
	c->overlay = OVERLAY_NONE;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " ")] == '\0';
}

/* Cleans the line; blank ones are passed over. */
static void add_line(struct console *c, size_t *room, const char *bytes, size_t len)
{
	struct buffer clean = BUFFER_EMPTY;

	text_clean(&clean, bytes, len);
	if (!is_blank(clean.bytes) && c->pasted_count < LINES_MOST) {
		c->pasted = array_room(c->pasted, c->pasted_count, room, sizeof *c->pasted);
		c->pasted[c->pasted_count++] = mem_text(clean.bytes);
	}
	buffer_release(&clean);
}

static void cut_lines(struct console *c, const char *bytes, size_t len)
{
	size_t room = 0, start = 0;

	for (size_t i = 0; i <= len; i++)
		if (i == len || bytes[i] == '\n' || bytes[i] == '\r') {
			add_line(c, &room, bytes + start, i - start);
			start = i + 1;
		}
}

/* One line goes into the entry line, to be read before it is kept. */
static void insert(struct console *c, const char *text)
{
	if (!console_types(c))
		c->in_entry = true;
	c->entry.typing = false;
	entry_insert(&c->entry, text, strlen(text));
	c->entry.typing = false;
	typing_changed(c);
}

void console_paste(struct console *c, const char *bytes, size_t len)
{
	paste_drop(c);
	cut_lines(c, bytes, len);
	c->dirty = DIRTY_ALL;
	if (c->pasted_count == 1)
		insert(c, c->pasted[0]);
	if (c->pasted_count < 2) {
		paste_drop(c);
		return;
	}
	snprintf(c->question, sizeof c->question, "%zu lines were pasted. What are they?",
		c->pasted_count);
	c->choice_row = 0;
	c->overlay = OVERLAY_PASTE;
}

/* Each line a note; one that begins with / is text all the same. */
static void keep_lines(struct console *c, char **lines, size_t count)
{
	for (size_t i = 0; i < count && c->overlay == OVERLAY_NONE; i++) {
		struct buffer line = BUFFER_EMPTY;

		if (lines[i][strspn(lines[i], " ")] == '/')
			buffer_char(&line, '\\');
		buffer_text(&line, lines[i] + strspn(lines[i], " "));
		entry_set(&c->entry, line.bytes);
		typing_changed(c);
		console_keep(c);
		buffer_release(&line);
	}
}

static void join_lines(struct console *c, char **lines, size_t count)
{
	struct buffer all = BUFFER_EMPTY;

	for (size_t i = 0; i < count; i++)
		buffer_format(&all, "%s%s", i ? " " : "", lines[i]);
	insert(c, all.bytes);
	buffer_release(&all);
}

void paste_keep(struct console *c, bool as_notes)
{
	char **lines = c->pasted;
	size_t count = c->pasted_count;
	char *before = mem_text(c->entry.text.bytes);

	c->pasted = NULL;
	c->pasted_count = 0;
	c->overlay = OVERLAY_NONE;
	if (as_notes) {
		keep_lines(c, lines, count);
		if (*before && c->entry.text.len == 0)
			entry_set(&c->entry, before);
		typing_changed(c);
		snprintf(c->message, sizeof c->message, "%zu lines kept as notes", count);
		c->message_is_doubt = c->message_is_error = false;
	} else {
		join_lines(c, lines, count);
	}
	for (size_t i = 0; i < count; i++)
		free(lines[i]);
	free(lines);
	free(before);
	c->dirty = DIRTY_ALL;
}
