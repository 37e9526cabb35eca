/* SPDX-License-Identifier: MIT */
/* history.h - all events of a session, of every seat, in the order of the fold.
 *
 * Purpose     Takes events in any order of arrival, knows which stand (undo and redo), and folds
 *             those that stand into a session. Same events, any arrival: the same session.
 * Knows       no files, no clock.
 * Owns        copies of the events given to it, packed.
 * Start at    history_add(), history_fold().
 */
#ifndef SESSION_HISTORY_H
#define SESSION_HISTORY_H

#include "session/packed.h"
#include "session/session.h"

/* The events of one seat, by number. */
struct history_seat {
	const char *name;
	uint32_t *places; /* in `kept`, in the order of their numbers */
	size_t count, room;
	size_t marks;     /* how many of them are undo or redo */
};

struct history {
	struct arena shelf;          /* what the events stand in */
	const struct packed **kept;  /* in order of arrival */
	bool *undone;                /* by place in `kept` */
	uint32_t *order;             /* places in `kept`, in the order of the fold */
	size_t count, room, undone_room, order_room;
	struct history_seat *seats;
	size_t seat_count, seat_room;
	int64_t clock; /* the largest seen */
};

void history_init(struct history *h);
void history_release(struct history *h);

/* Takes the event over and keeps it packed: whoever wants to apply it calls history_apply_last().
 * False when one with that seat and number is there already. *in_order (may be NULL) says whether
 * applying it after all the rest is what a fold would do. */
bool history_add(struct history *h, struct event *event, bool *in_order);
/* The same with what stands in an arena that the history holds or will hold: see history_hold(). */
bool history_take(struct history *h, const struct packed *event, bool *in_order);
/* All that the arena holds is henceforth the history's. */
void history_hold(struct history *h, struct arena *arena);

/* The i-th event in the order of the fold, and whether it is undone. */
const struct packed *history_at(const struct history *h, size_t i);
bool history_is_undone(const struct history *h, size_t i);
/* It stands and makes something. */
bool history_counts(const struct history *h, size_t i);

/* The event of that id (SEAT-SEQ); NULL when there is none. */
const struct packed *history_find(const struct history *h, const char *id);
/* Does the event of that id exist and stand? */
bool history_stands(const struct history *h, const char *id);

/* Applies the event that was added last, which was in order: what is made of it may point into the
 * history. False as session_apply(). */
bool history_apply_last(const struct history *h, struct session *s, struct error *error);

/* Folds the events that stand into *out, an initialised and empty session, which must not outlast
 * the history: texts of notes stay where they are. An undone event is passed over as if it had
 * never been made; the undo or redo of one that moves a clock moves the running time on at its own
 * place. */
void history_fold(const struct history *h, struct session *out);

/* The numbers that /undo (or /redo) of this seat would name now, all events of one typed line, in
 * ascending order; *out is the caller's to free(); returns how many, 0 when there is nothing (*out
 * is then NULL). Several undos are redone last first; a new act forgets what could be redone. */
size_t history_undoable(const struct history *h, const char *seat, int64_t **out);
size_t history_redoable(const struct history *h, const char *seat, int64_t **out);

/* The largest clock seen that is no more than `most`, 0 when there is none: a seat whose clock is
 * far ahead of the reader's does not carry it along (contract §3). */
int64_t history_clock(const struct history *h, int64_t most);

/* The last number of the seat, 0 when it has none; *at (may be NULL) is the time of its last event
 * but its header, NO_TIME when there is none. */
int64_t history_last(const struct history *h, const char *seat, int64_t *at);

#endif
