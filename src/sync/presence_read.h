/* SPDX-License-Identifier: MIT */
/* presence_read.h - which seats of a session are open.
 *
 * Purpose     A seat that is open holds the lock of its log, which dies with its program. One on
 *             another machine is known only by what it has written.
 * Knows       files, the history and the session; no clock.
 * Start at    presence_read().
 */
#ifndef SYNC_PRESENCE_READ_H
#define SYNC_PRESENCE_READ_H

#include "session/history.h"
#include "session/presence.h"

/* The seats in the order in which they came; *out is the caller's to free(). Asks for each lock and
 * gives it back at once; who opens a seat in that moment asks again (seat_open()). */
size_t presence_read(struct presence **out, const char *folder, const struct history *history,
	const struct session *session);

#endif
