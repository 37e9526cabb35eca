/* SPDX-License-Identifier: MIT */
/* presence.h - the seats of a session: whether a program has them open, and how long they have been
 * silent.
 *
 * Purpose     Plain data, filled by sync/presence_read.h and shown by the console and `show`.
 * Knows       no files and no clock: moments are given.
 * Start at    presence_say().
 */
#ifndef SESSION_PRESENCE_H
#define SESSION_PRESENCE_H

#include "session/session.h"

struct presence {
	char seat[NAME_SIZE];
	bool open;    /* some program of this machine (or of one that shares its locks) has it */
	bool left;    /* its last act was /leave */
	int64_t last; /* when it wrote last, its header apart; NO_TIME: never */
};

/* Milliseconds without a line at `at`, never negative; NO_TIME when it never wrote. */
int64_t presence_silent(const struct presence *p, int64_t at);
/* Adds "open, silent 12 min", "not open on this machine, silent 2 h". */
void presence_say(struct buffer *out, const struct presence *p, int64_t at);

#endif
