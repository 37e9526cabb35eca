/* SPDX-License-Identifier: MIT */
/* csv.h - rows of a CSV file (RFC 4180), each field with its place.
 *
 * Purpose     Reads row by row: quotes, doubled quotes, line ends inside quotes, any line end,
 *             with or without a byte order mark. The separator (, ; or tab) is the one that the
 *             first row has most of.
 * Knows       nothing of agendas. Private to src/agenda.
 * Owns        the fields of the row it holds; the bytes and the file name are borrowed.
 * Invariants  Fields are clean, without space at their ends. A bad row is said and passed over.
 * Start at    csv_start(), csv_row().
 */
#ifndef AGENDA_CSV_H
#define AGENDA_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"

enum { CSV_BYTES_MOST = 4 * 1024 * 1024 };

struct field_cell {
	char *text;
	struct place place;
};

struct csv {
	const char *bytes;
	size_t len;
	size_t at;
	struct place place; /* of bytes[at] */
	char separator;
	struct problems *problems;
	struct field_cell *cells;
	size_t count, room;
};

/* False, said, when it is not text in UTF-8 or is too large. */
bool csv_start(struct csv *csv, const char *bytes, size_t len, const char *file,
	struct problems *problems);
/* The next row that is not empty, in cells[0..count); false at the end. */
bool csv_row(struct csv *csv);
void csv_release(struct csv *csv);

#endif
