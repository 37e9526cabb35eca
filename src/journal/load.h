/* SPDX-License-Identifier: MIT */
/* load.h - one log file read whole. Private to src/journal.
 *
 * Start at    log_state_read().
 */
#ifndef JOURNAL_LOAD_H
#define JOURNAL_LOAD_H

#include "journal/folder.h"

/* Reads that part of the seat's log. False, with nothing to release and status 3, when it cannot be
 * read. */
bool log_state_read(struct log_state *out, const char *folder, const char *seat, int part,
	const struct breath *breath, struct error *error);
void log_state_release(struct log_state *state);

#endif
