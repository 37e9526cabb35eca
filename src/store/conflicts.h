/* SPDX-License-Identifier: MIT */
/* conflicts.h - what must not be in a session's logs, and is told: a number that stands for two
 * different lines of one log, and copies that a synchroniser left.
 *
 * Purpose     The line that was taken first counts, the other is not taken, and nothing is deleted.
 *             Where a later file of a log holds the number too, that file counts (contract §3), and
 *             it is no fork.
 * Knows       lines, numbers and names of files; not what events mean.
 * Start at    folder_tell_odd().
 */
#ifndef STORE_CONFLICTS_H
#define STORE_CONFLICTS_H

#include "store/folder.h"

/* Do they give different lines? */
bool lines_differ(const struct packed *a, const struct event *b);
/* The number that the stretch's line, which was passed over, says for a second time and otherwise;
 * 0 when it is no fork. `bytes` are those that were read. */
int64_t stretch_forks(const struct log_reading *r, const struct stretch *s, const char *bytes,
	const char *seat);
/* Is a line with that number of that part of its seat's log taken already, and is it another one? */
bool line_forks(const struct loaded *l, int part, const struct event *e);

/* Does an earlier file of that seat's log hold the number? Then this one counts (contract §3). */
bool line_is_said_anew(const struct loaded *l, int part, const struct event *e);

/* A conflicting copy of a seat's file, as synchronisers name them: SEAT.sync-conflict-….yaml,
 * "SEAT (… conflicted copy …).yaml", "SEAT_conf(1).yaml", "SEAT (1).yaml", SEAT~….yaml. */
bool is_copy_name(const char *name);
/* The same, and which file it is a copy of; `seat` has room for NAME_SIZE. */
bool copy_name_read(const char *name, char *seat, int *part);
/* What to do about it, after the name of the file and ": ". */
#define COPY_ADVICE                                                                                \
	"a conflicting copy that a synchroniser left, not read: 'roundtable merge SESSION SESSION' " \
	"takes what is new in it"

/* Adds a line for each fork and each conflicting copy in what was loaded. */
void folder_tell_odd(const struct loaded *l, struct buffer *notices);

#endif
