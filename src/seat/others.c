/* SPDX-License-Identifier: MIT */
/* others.c - what other seats write while this one is open. */
#include "seat/seat_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "seat/stamp.h"
#include "sync/presence_read.h"

enum { ARRIVALS_MOST = 1024 };

/* Who had seen what, and when. */
struct sighting {
	const struct seat *seat;
	const struct moment *moment;
};

void tell_clock_ahead(struct seat *seat, int64_t now, struct buffer *warnings)
{
	if (seat->told_ahead || seat->folder.history.clock <= now + MS_DAY)
		return;
	seat->told_ahead = true;
	buffer_text(warnings,
		"the clock of another seat is over a day ahead: look at the clocks\n");
}

size_t seat_arrivals(const struct seat *seat)
{
	return seat->arrived;
}

/* The last number of the other seat when its first key was struck. */
static int64_t seen_of(const void *of, const char *other, int64_t last)
{
	const struct sighting *s = of;

	for (size_t i = 0; s->moment->has_arrivals && i < s->seat->arrival_count; i++) {
		const struct arrival *a = &s->seat->arrivals[i];

		if (a->number > s->moment->arrivals && strcmp(a->other, other) == 0)
			return a->before;
	}
	return last;
}

void set_seen(const struct seat *seat, struct event *e, const struct moment *moment)
{
	struct sighting sighting = {seat, moment};

	stamp_seen(e, &seat->session, &seat->folder.history, seen_of, &sighting);
}

/* A line that was begun longer ago than that many arrivals is taken to have seen the oldest. */
static void forget_oldest(struct seat *seat)
{
	if (seat->arrival_count < ARRIVALS_MOST)
		return;
	seat->arrival_count -= ARRIVALS_MOST / 2;
	memmove(seat->arrivals, seat->arrivals + ARRIVALS_MOST / 2,
		seat->arrival_count * sizeof *seat->arrivals);
}

static void remember_arrival(struct seat *seat, const char *other)
{
	for (size_t i = seat->arrival_count; i > 0 && seat->arrivals[i - 1].number == seat->arrived;
		i--)
		if (strcmp(seat->arrivals[i - 1].other, other) == 0)
			return;
	forget_oldest(seat);
	seat->arrivals = array_room(seat->arrivals, seat->arrival_count, &seat->arrival_room,
		sizeof *seat->arrivals);
	struct arrival *a = &seat->arrivals[seat->arrival_count++];
	snprintf(a->other, sizeof a->other, "%s", other);
	a->before = history_last(&seat->folder.history, other, NULL);
	a->number = seat->arrived;
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
	seat->arrived += count > 0;
	for (size_t i = 0; i < count; i++) {
		remember_arrival(seat, events[i]->seat);
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
