/* SPDX-License-Identifier: MIT */
/* stamp.h - what a seat adds to an event before it is written: its number, its time, its place in
 * the order of all seats, and what has been seen of the others (contract §3).
 *
 * Knows       the history and the session as they are for this seat; no files. Private to src/seat.
 * Start at    stamp_event().
 */
#ifndef SEAT_STAMP_H
#define SEAT_STAMP_H

#include "session/history.h"
#include "session/session.h"

/* Its clock is that of `at`, or one more than the largest seen that is no more than a day ahead. */
void stamp_event(struct event *e, const char *seat, int64_t seq, int64_t at,
	const struct history *history);

/* `seen_of`, or NULL, says how much of the last number of another seat was seen.
 * Adds `seen`: the last numbers of other seats, where they changed since the last event of e's. */
void stamp_seen(struct event *e, const struct session *session, const struct history *history,
	int64_t (*seen_of)(const void *of, const char *other, int64_t last), const void *of);

#endif
