/* SPDX-License-Identifier: MIT */
/* note_as_typed.c - a note as it is typed, to be edited again. */
#include "command/command.h"

#include "command/marks.h"

static void mark_write(struct buffer *out, const struct note *n)
{
	if (n->off)
		buffer_format(out, "%s ", mark_table[MARK_OFF].forms[0]);
	if (n->action != NONE)
		buffer_format(out, "%s ", mark_table[MARK_ACTION].forms[0]);
	else
		mark_kind_write(out, n->kind);
}

/* Would the text, typed as it is, be taken for something else? People stay mentioned. */
static bool needs_backslash(const char *text)
{
	enum mark_row row = mark_at(text);

	return row == MARK_THEME || (row != MARKS && mark_table[row].use != MARK_USE_TAG);
}

void note_as_typed(struct buffer *out, const struct session *session, size_t note)
{
	const struct note *n = &session->notes[note];

	mark_write(out, n);
	if (needs_backslash(n->text))
		buffer_char(out, '\\');
	people_say(out, session->people, n->text, NAMING_ID);
}
