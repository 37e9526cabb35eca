/* SPDX-License-Identifier: MIT */
/* table.h - rows of cells, written in columns that line up.
 *
 * Purpose     What `show`, `sessions` and `help` print: columns as wide as their widest cell, two
 *             spaces between, no space at a line's end; the last column as long as it is.
 * Knows       how wide text is; nothing of what it says.
 * Owns        copies of its cells; table_release() gives them back.
 * Invariants  Cells are drawn by the display-safe rule of text.h.
 * Start at    table_init(), table_cell(), table_write().
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct table {
	char **cells;
	size_t count, room;
	size_t columns;
	const char *right; /* a character a column: 'r' for one aligned to the right */
};

/* `right` is as long as there are columns: "lrl". Borrowed. */
void table_init(struct table *t, const char *right);
void table_release(struct table *t);
/* Adds the next cell, row after row. NULL is an empty one. */
void table_cell(struct table *t, const char *text);
void table_number(struct table *t, int64_t number);
/* A span as a clock shows it. */
void table_span(struct table *t, int64_t ms);
/* Writes the rows, each after `indent` spaces. */
void table_write(struct buffer *out, const struct table *t, size_t indent);

#endif
