/* SPDX-License-Identifier: MIT */
/* columns.h - rows of cells, written in columns that line up.
 *
 * Purpose     What `show`, `sessions` and `help` print: columns as wide as their widest cell, two
 *             spaces between, no space at a line's end; the last column as long as it is.
 * Knows       how wide text is; nothing of what it says.
 * Owns        copies of its cells; columns_release() gives them back.
 * Invariants  Cells are drawn by the display-safe rule of text.h.
 * Start at    columns_init(), columns_cell(), columns_write().
 */
#ifndef REPORT_COLUMNS_H
#define REPORT_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct columns {
	char **cells;
	size_t count, room;
	size_t columns;
	const char *right; /* a character a column: 'r' for one aligned to the right */
};

/* `right` is as long as there are columns: "lrl". Borrowed. */
void columns_init(struct columns *t, const char *right);
void columns_release(struct columns *t);
/* Adds the next cell, row after row. NULL is an empty one. */
void columns_cell(struct columns *t, const char *text);
void columns_number(struct columns *t, int64_t number);
/* A span as a clock shows it. */
void columns_span(struct columns *t, int64_t ms);
/* Writes the rows, each after `indent` spaces. */
void columns_write(struct buffer *out, const struct columns *t, size_t indent);

#endif
