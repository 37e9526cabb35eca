/* SPDX-License-Identifier: MIT */
/* others.c - what other seats write while this one is open. */
#include "seat/parts.h"
#include "seat/stamp.h"

#include <stdlib.h>
#include <string.h>

void tell_clock_ahead(struct seat *seat, int64_t now, struct buffer *doubts)
{
	if (seat->told_ahead || seat->folder.history.clock <= now + MS_DAY)
		return;
	seat->told_ahead = true;
	buffer_text(doubts, "the clock of another seat is over a day ahead: look at the clocks\n");
}

void set_seen(const struct seat *seat, struct event *e)
{
	stamp_seen(e, &seat->session, &seat->folder.history);
}

int seat_follow_fd(const struct seat *seat)
{
	return seat->follower.fd;
}

/* Does the event go before what is there already? A clock that is a day ahead makes nobody late. */
static bool comes_late(const struct seat *seat, const struct event *e)
{
	return e->clock < history_clock(&seat->folder.history, e->at + MS_DAY);
}

/* Remembers what it made and what it changed. */
static void remember_late(struct seat *seat, const struct event *e)
{
	static const enum field changed[] = {FIELD_NOTE, FIELD_ACTION};
	const struct value *notes = event_value(e, FIELD_NOTES);
	char id[ID_SIZE];

	event_id(e, id);
	map_set(&seat->late, id, 1);
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++)
		if (event_text(e, changed[i]))
			map_set(&seat->late, event_text(e, changed[i]), 1);
	for (size_t i = 0; notes && i < notes->count; i++)
		map_set(&seat->late, notes->texts[i], 1);
}

bool seat_is_late(const struct seat *seat, const char *id)
{
	return seat->late.count && map_get(&seat->late, id) != MAP_NONE;
}

const char *seat_odd(const struct seat *seat)
{
	return seat->follower.told.bytes;
}

bool seat_follow(struct seat *seat)
{
	const char *own = seat->journal ? seat->name : NULL;
	struct buffer unsaid = BUFFER_EMPTY;
	struct event **events;
	bool anew = false;

	buffer_reset(&seat->follower.told);
	if (!follow_noticed(&seat->follower, own))
		return false;
	size_t count = follow_take(&seat->follower, &seat->folder, own, &events);
	for (size_t i = 0; i < count; i++) {
		if (comes_late(seat, events[i]))
			remember_late(seat, events[i]);
		if (take_in(seat, events[i], &unsaid))
			anew = true;
	}
	free(events);
	buffer_release(&unsaid);
	if (anew)
		refold(seat);
	if (!seat->journal)
		find_own_last(seat);
	return count > 0;
}

size_t seat_present(const struct seat *seat, struct presence **out)
{
	return presence_read(out, seat->folder.path, &seat->folder.history, &seat->session);
}

void seat_say_present(const struct seat *seat, int64_t now, struct buffer *out)
{
	struct presence *present;
	size_t count = seat_present(seat, &present), said = 0;

	for (size_t i = 0; i < count; i++) {
		bool own = seat->journal && strcmp(present[i].seat, seat->name) == 0;

		buffer_format(out, "%s%s", said++ ? "; " : "", present[i].seat);
		buffer_text(out, own ? ", this seat" : " ");
		if (!own)
			presence_say(out, &present[i], now);
	}
	if (!said)
		buffer_text(out, "no seat has written anything yet");
	free(present);
}
