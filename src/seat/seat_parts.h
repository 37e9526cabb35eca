/* SPDX-License-Identifier: MIT */
/* seat_parts.h - what the files of this room share, and nobody else includes.
 *
 * Purpose     The open seat as it is, and the few acts on it of which all others are put together.
 * Knows       all rooms above it. Private to src/seat.
 * Start at    struct seat; open.c opens it, doing.c does lines, others.c follows the other seats.
 */
#ifndef SEAT_SEAT_PARTS_H
#define SEAT_SEAT_PARTS_H

#include "sync/follow.h"
#include "seat/seat.h"

/* Something came from another seat: what its last number was before. */
struct arrival {
	char other[NAME_SIZE];
	int64_t before;
	size_t number; /* of the time it came, from 1 */
};

struct seat {
	char name[NAME_SIZE];
	bool facilitates;
	bool read_only;
	struct loaded folder;
	struct session session;
	struct journal *journal; /* NULL when read-only */
	struct follower follower;
	int64_t last;            /* of this seat's events */
	int64_t last_at;         /* of those but the header */
	int64_t next_was;        /* when this seat last did /next */
	struct map late;         /* ids of what came late */
	struct arrival *arrivals; /* what came from others, the oldest first */
	size_t arrival_count, arrival_room;
	size_t arrived;          /* times that something came */
	bool told_ahead;         /* that some seat's clock is over a day ahead */
	bool exposed;            /* other users of the machine may read the folder … */
	int64_t exposed_minute;  /* … as of that minute */
};

/* When the log had to be left for another file: gives it the header that it waits for. */
void go_on_in_new_file(struct seat *seat);
/* Folds the session anew from the history. */
void refold(struct seat *seat);
/* Finds the last number and time of this seat in the history. */
void find_own_last(struct seat *seat);

/* The number that the next event of a typed line gets. */
int64_t next_seq(const struct seat *seat);
/* Gives the event its number, time and place in the order of all seats. */
void stamp(struct seat *seat, struct event *e, int64_t seq, int64_t at);
/* Takes the event into the history and, when it is the last in the order, into the session; what
 * has no effect is said in `warnings`. True when the session must be folded anew. */
bool take_in(struct seat *seat, struct event *event, struct buffer *warnings);

/* Adds to an event of this seat what had been seen of others, since its last one, when its line was
 * begun. */
void set_seen(const struct seat *seat, struct event *e, const struct moment *moment);
/* Tells once, in `warnings`, that a clock is over a day ahead of `now`; it is not taken over. */
void tell_clock_ahead(struct seat *seat, int64_t now, struct buffer *warnings);

#endif
