/* SPDX-License-Identifier: MIT */
/* presence.h - who is there: the seats of a session, whether a program has them open, and how long
 * they have been silent.
 *
 * Purpose     A seat that is open holds the lock of its log, which dies with its program. One on
 *             another machine is known only by what it has written.
 * Knows       files, the history and the session; no clock: moments are given.
 * Start at    presence_read(), presence_say().
 */
#ifndef JOURNAL_PRESENCE_H
#define JOURNAL_PRESENCE_H

#include "session/history.h"

struct presence {
	char seat[NAME_SIZE];
	bool open;    /* some program of this machine (or of one that shares its locks) has it */
	bool left;    /* its last act was /leave */
	int64_t last; /* when it wrote last, its header apart; NO_TIME: never */
};

/* The seats in the order in which they came; *out is the caller's to free(). Asks for each lock and
 * gives it back at once; who opens a seat in that moment asks again (seat_open()). */
size_t presence_read(struct presence **out, const char *folder, const struct history *history,
	const struct session *session);
/* Milliseconds without a line at `at`, never negative; NO_TIME when it never wrote. */
int64_t presence_silent(const struct presence *p, int64_t at);
/* Adds "open, silent 12 min", "not open on this machine, silent 2 h". */
void presence_say(struct buffer *out, const struct presence *p, int64_t at);

#endif
