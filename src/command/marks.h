/* SPDX-License-Identifier: MIT */
/* marks.h - the marks of a typed line, from their table.
 *
 * Purpose     One table for the parser, help, the manual, and what writes a mark or a backslash.
 * Knows       no session.
 * Start at    marks.def, mark_form_len().
 */
#ifndef COMMAND_MARKS_H
#define COMMAND_MARKS_H

#include "session/session.h"

enum mark_row {
#define MARK(ident, forms, use, kind, shown, help) MARK_##ident,
#include "command/marks.def"
#undef MARK
	MARKS
};

enum mark_use { MARK_USE_KIND, MARK_USE_NO_KIND, MARK_USE_ANY_KIND, MARK_USE_TAG };

struct mark_info {
	const char *const *forms; /* ends with NULL */
	enum mark_use use;
	enum note_kind kind; /* NOTE_KINDS: none of its own */
	const char *shown;
	const char *help;
};
extern const struct mark_info mark_table[MARKS];

/* Length in bytes of the form of that mark at the beginning of the text; 0: none. */
size_t mark_form_len(enum mark_row row, const char *text);
/* The mark at the beginning of the text, tags included; MARKS: none. */
enum mark_row mark_at(const char *text);
/* Length in bytes of the mark at the beginning of the text that gives a note its kind; 0: none. */
size_t mark_kind_len(const char *text, enum note_kind *kind);
/* True for a line that does something to what is there already instead of making a note: a command, a
 * correction, a continuation. */
bool line_acts(const char *line);
/* True for a line that is off the record. */
bool line_is_off(const char *line);
/* Writes the mark of the kind and a space; nothing for a plain point. */
void mark_kind_write(struct buffer *out, enum note_kind kind);

#endif
