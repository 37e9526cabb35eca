/* SPDX-License-Identifier: MIT */
/* typed.c - a note as it is typed, to be edited again. */
#include "command/command.h"

#include <string.h>
#include <strings.h>

static void mark_write(struct buffer *out, const struct note *n)
{
	if (n->off)
		buffer_text(out, "~ ");
	if (n->action != NONE)
		buffer_text(out, "! ");
	else if (n->kind == NOTE_QUESTION)
		buffer_text(out, "? ");
	else if (n->kind == NOTE_AGREED)
		buffer_text(out, "= ");
	else if (n->kind != NOTE_POINT)
		buffer_format(out, ":%s ", note_kind_name(n->kind));
}

/* Would the text, typed as it is, be taken for something else? */
static bool needs_backslash(const char *text)
{
	static const char *const marks[] = {
		"action:", "agreed:", "decision:", "resolved:", "question:", "\u2026", "...", "s/"};

	if (*text && strchr("!=?:~\\/#", *text))
		return true;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strncasecmp(text, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

void note_as_typed(struct buffer *out, const struct session *session, size_t note)
{
	const struct note *n = &session->notes[note];

	mark_write(out, n);
	if (needs_backslash(n->text))
		buffer_char(out, '\\');
	people_say(out, session->people, n->text, NAMING_ID);
}
