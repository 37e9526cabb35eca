/* SPDX-License-Identifier: MIT */
/* others.c - what other seats write while this one is open. */
#include "seat/parts.h"

#include <stdlib.h>

void tell_clock_ahead(struct seat *seat, int64_t now, struct buffer *doubts)
{
	if (seat->told_ahead || seat->folder.history.clock <= now + MS_DAY)
		return;
	seat->told_ahead = true;
	buffer_text(doubts, "the clock of another seat is over a day ahead: look at the clocks\n");
}

void set_seen(const struct seat *seat, struct event *e)
{
	const struct session *s = &seat->session;

	for (size_t i = 0; i < s->seat_count; i++) {
		const char *other = s->seats[i].name;
		int64_t last = history_last(&seat->folder.history, other, NULL);

		if (last && !session_saw(s, seat->name, other, last))
			event_set_seen(e, other, last);
	}
}

int seat_follow_fd(const struct seat *seat)
{
	return seat->follower.fd;
}

bool seat_follow(struct seat *seat)
{
	const char *own = seat->journal ? seat->name : NULL;
	struct buffer unsaid = BUFFER_EMPTY;
	struct event **events;
	bool anew = false;

	if (!follow_noticed(&seat->follower, own))
		return false;
	size_t count = follow_take(&seat->follower, &seat->folder, own, &events);
	for (size_t i = 0; i < count; i++)
		if (take_in(seat, events[i], &unsaid))
			anew = true;
	free(events);
	buffer_release(&unsaid);
	if (anew)
		refold(seat);
	if (!seat->journal)
		find_own_last(seat);
	return count > 0;
}
