/* SPDX-License-Identifier: MIT */
/* log_parts.h - the files of one seat's log: SEAT.yaml, SEAT.2.yaml and so on. Private to
 * src/journal.
 *
 * Start at    parts_there(), part_make().
 */
#ifndef JOURNAL_LOG_PARTS_H
#define JOURNAL_LOG_PARTS_H

#include "base/problem.h"
#include "journal/append.h"

/* The numbers of the parts of that seat's log, in order; free() it. */
bool parts_there(int **out, size_t *count, const char *folder, const char *seat,
	struct error *error);

/* Makes the next part after `part` that is not there yet, empty and synced; returns its number, 0
 * with errno when it cannot be made. */
int part_make(struct append_file *file, const char *folder, const char *seat, int part);

#endif
