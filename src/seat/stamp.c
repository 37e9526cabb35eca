/* SPDX-License-Identifier: MIT */
/* stamp.c - the number, time, order and sight of an event that is about to be written. */
#include "seat/stamp.h"

#include <stdio.h>

void stamp_event(struct event *e, const char *seat, int64_t seq, int64_t at,
	const struct history *history)
{
	int64_t clock = history_clock(history, at + MS_DAY) + 1;

	snprintf(e->seat, sizeof e->seat, "%s", seat);
	e->seq = seq;
	e->at = at;
	e->clock = at > clock ? at : clock;
}

void stamp_seen(struct event *e, const struct session *session, const struct history *history,
	int64_t (*seen_of)(const void *of, const char *other, int64_t last), const void *of)
{
	for (size_t i = 0; i < session->seat_count; i++) {
		const char *other = session->seats[i].name;
		int64_t last = history_last(history, other, NULL);

		if (seen_of)
			last = seen_of(of, other, last);
		if (last && !session_saw(session, e->seat, other, last))
			event_set_seen(e, other, last);
	}
}
