/* SPDX-License-Identifier: MIT */
/* paste.c - text from outside is text: it is cleaned, triggers no key and gives no command. */
#include "ui/entry/paste.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"

/* One line goes into the entry line, to be read before it is kept. */
static void insert(struct console *c, const char *text)
{
	if (!console_types(c))
		c->line.has_keys = true;
	if (c->line.refused)
		entry_clear(&c->entry); /* as when the next line is typed */
	c->line.refused = false;
	c->entry.typing = false;
	entry_insert(&c->entry, text, strlen(text));
	c->entry.typing = false;
	typing_changed(c);
}

static void ask(struct console *c)
{
	const struct pasted *p = &c->question.pasted;

	if (p->beyond)
		snprintf(c->question.text, sizeof c->question.text,
			"%zu lines were pasted. What are the first %zu? The others are not taken.",
			p->count + p->beyond, p->count);
	else
		snprintf(c->question.text, sizeof c->question.text,
			"%zu lines were pasted. What are they?", p->count);
	c->question.row = 0;
	c->overlay = OVERLAY_PASTE;
}

static void join_lines(struct console *c)
{
	struct buffer all = BUFFER_EMPTY;

	for (size_t i = 0; i < c->question.pasted.count; i++)
		buffer_format(&all, "%s%s", i ? " " : "", c->question.pasted.lines[i]);
	insert(c, all.bytes);
	buffer_release(&all);
	console_drop_paste(c);
}

void paste_text(struct console *c, const char *bytes, size_t len)
{
	console_drop_paste(c);
	pasted_cut(&c->question.pasted, bytes, len);
	c->frame.dirty = DIRTY_ALL;
	if (!c->question.pasted.count)
		return;
	if (c->question.pasted.count == 1 || c->overlay == OVERLAY_CURTAIN)
		join_lines(c); /* behind the curtain nothing is asked, and it stays */
	else
		ask(c);
}

/* True when the line was taken. */
static bool keep_typed(struct console *c, const char *line, bool literal)
{
	struct buffer typed = BUFFER_EMPTY;

	pasted_typed(&typed, line, literal);
	entry_set(&c->entry, typed.bytes);
	buffer_release(&typed);
	typing_changed(c);
	submit_entry(c);
	return c->entry.text.len == 0 && c->overlay == OVERLAY_NONE;
}

/* Each line a note, in their order, up to one that is refused; returns how many were taken. */
static size_t keep_lines(struct console *c)
{
	size_t kept = 0;

	while (kept < c->question.pasted.count &&
		(keep_typed(c, c->question.pasted.lines[kept], false) ||
			keep_typed(c, c->question.pasted.lines[kept], true)))
		kept++;
	return kept;
}

/* The lines that were refused stay pasted; the question names the reason. */
static void ask_again(struct console *c)
{
	entry_set(&c->entry, "");
	ask(c);
	snprintf(c->question.text, sizeof c->question.text,
		"%zu of the lines are not kept: %s. What are they?", c->question.pasted.count,
		c->message.text);
}

static void keep_as_notes(struct console *c)
{
	char *before = mem_text(c->entry.text.bytes);
	bool whole;

	c->overlay = OVERLAY_NONE;
	size_t kept = keep_lines(c);
	whole = kept == c->question.pasted.count;
	pasted_drop(&c->question.pasted, kept);
	if (whole)
		console_drop_paste(c);
	else
		ask_again(c);
	if (*before && (c->entry.text.len == 0))
		entry_set(&c->entry, before);
	c->line.refused = false;
	typing_changed(c);
	if (whole) {
		snprintf(c->message.text, sizeof c->message.text, "%zu lines kept as notes", kept);
		c->message.kind = MESSAGE_DONE;
	}
	free(before);
}

void paste_keep(struct console *c, bool as_notes)
{
	if (as_notes)
		keep_as_notes(c);
	else
		join_lines(c);
	c->frame.dirty = DIRTY_ALL;
}
