/* SPDX-License-Identifier: MIT */
/* recover.h - a seat's files made ready to be written to. Private to src/journal.
 *
 * Purpose     Takes the seat's lock, looks at every part of its log and of its people file, and
 *             mends their ends as the contract's §3 (Recovery) says.
 * Start at    recover().
 */
#ifndef JOURNAL_RECOVER_H
#define JOURNAL_RECOVER_H

#include "store/folder.h"
#include "journal/append.h"
#include "journal/fallback.h"

struct recovered {
	int lock;               /* the descriptor of part 1, whose flock is the seat */
	struct append_file log; /* of the part that is written next */
	int part;
	int64_t last;           /* the last number known safe, 0: none */
	char session[SESSION_ID_SIZE]; /* its id, "" when readonly */
	bool readonly;     /* written by a newer program: nothing was touched, nothing may be */
	char why[160];
	struct log_state *logs; /* its parts as they were read; the caller's to take over or drop */
	size_t log_count, log_room;
};
void recovered_drop_logs(struct recovered *r);

/* False with the reason and nothing left open; *held tells that another process has the seat. */
bool recover(struct recovered *out, const char *folder, const char *seat, bool *held,
	struct buffer *notices, struct error *error);

#endif
