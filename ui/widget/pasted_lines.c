/* SPDX-License-Identifier: MIT */
/* pasted_lines.c - raw bytes into lines, and each line into what is typed to keep it. */
#include "ui/widget/pasted_lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command/marks.h"
#include "text/text.h"

static void trim(struct buffer *text)
{
	buffer_cut(text, text->len - text_blanks_before(text->bytes, text->len));
	buffer_remove(text, 0, text_blanks(text->bytes));
}

static void add_line(struct pasted *p, const char *bytes, size_t len)
{
	struct buffer clean = BUFFER_EMPTY;

	text_clean(&clean, bytes, len);
	trim(&clean);
	if (clean.len && p->count == PASTED_LINES_MOST) {
		p->beyond++;
	} else if (clean.len) {
		p->lines = array_room(p->lines, p->count, &p->room, sizeof *p->lines);
		p->lines[p->count++] = mem_text(clean.bytes);
	}
	buffer_release(&clean);
}

void pasted_cut(struct pasted *p, const char *bytes, size_t len)
{
	size_t start = 0;

	for (size_t i = 0; i <= len; i++)
		if (i == len || bytes[i] == '\n' || bytes[i] == '\r') {
			add_line(p, bytes + start, i - start);
			start = i + 1;
		}
}

void pasted_drop(struct pasted *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(p->lines[i]);
	p->count -= count;
	memmove(p->lines, p->lines + count, p->count * sizeof *p->lines);
}

void pasted_release(struct pasted *p)
{
	for (size_t i = 0; i < p->count; i++)
		free(p->lines[i]);
	free(p->lines);
	*p = (struct pasted){0};
}

void pasted_typed(struct buffer *out, const char *line, bool literal)
{
	if (literal || line_acts(line))
		buffer_text(out, line_is_off(line) ? "~ \\" : "\\");
	buffer_text(out, line);
}
