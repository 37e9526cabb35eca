/* SPDX-License-Identifier: MIT */
/* conflicts.h - one number with two different lines in a log, and conflict copies.
 *
 * Purpose     The line that was taken first counts, the other is not taken, and nothing is deleted.
 *             Of a number in two files of a log the later file counts (contract §3): that is no
 *             conflict.
 * Knows       lines, numbers and names of files; not what events mean.
 * Start at    conflicts_tell().
 */
#ifndef STORE_CONFLICTS_H
#define STORE_CONFLICTS_H

#include "store/folder.h"

/* The number of a line that was passed over since another line of the log has the same number and
 * says something else; 0 when the flaw is no such line. `bytes` are those that were read. */
int64_t flaw_conflict(const struct log_reading *r, const struct flaw *s, const char *bytes,
	const char *seat);
/* Is another line with that number taken already, in this part or an earlier one? */
bool line_conflicts(const struct loaded *l, int part, const struct event *e);

/* Does an earlier file of that seat's log hold the number? Then this one counts (contract §3). */
bool line_replaces_earlier(const struct loaded *l, int part, const struct event *e);

/* A conflicting copy of a seat's file, as synchronisers name them: SEAT.sync-conflict-….yaml,
 * "SEAT (… conflicted copy …).yaml", "SEAT_conf(1).yaml", "SEAT (1).yaml", SEAT~….yaml. */
bool is_copy_name(const char *name);
/* Reads the seat and part of the file that it is a copy of; `seat` has room for NAME_SIZE. */
bool copy_name_read(const char *name, char *seat, int *part);
/* The advice that follows the name of the file and ": ". */
#define COPY_ADVICE                                                                                \
	"a conflicting copy that a synchroniser left, not read: 'roundtable merge SESSION SESSION' " \
	"takes what is new in it"

/* Adds a line for each conflict and each conflict copy in the loaded session. */
void conflicts_tell(const struct loaded *l, struct buffer *notices);

#endif
