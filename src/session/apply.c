/* SPDX-License-Identifier: MIT */
/* apply.c - an event becomes true: one switch, one call for each kind.
 *
 * All or nothing: each apply_… looks before it changes anything (parts.h), and the running time,
 * which is moved on first, is put back when the event turns out to be void.
 */
#include "session/parts.h"

#include <stdio.h>

void session_pass(struct session *s, int64_t at)
{
	if (s->now == NO_TIME || s->now < at)
		s->now = at;
}

/* Events that change nothing in the session. */
#define CHANGES_NOTHING(ident)                                                                     \
	bool apply_##ident(struct session *s, const struct event *e, struct error *error)          \
	{                                                                                          \
		(void)s, (void)e, (void)error;                                                     \
		return true;                                                                       \
	}
CHANGES_NOTHING(UNDONE) /* undo and redo are the history's */
CHANGES_NOTHING(REDONE)
CHANGES_NOTHING(CLOCK_STEPPED) /* times did not step */

static bool make_true(struct session *s, const struct event *e, struct error *error)
{
	switch (e->kind) {
#define EVENT(ident, name, properties, required, optional, help)                                   \
	case EVENT_##ident: return apply_##ident(s, e, error);
#include "session/events.def"
#undef EVENT
	case EVENT_KINDS: return error_set(error, "an event of a kind that is not known");
	}
	return false;
}

static void note_seat(struct session *s, const struct event *e)
{
	struct seat_info *seat = seat_made(s, e->seat);

	seat->left = e->kind == EVENT_SEAT_LEFT;
	if (seat->facilitates && !s->holder[0] && event_has(e->kind, TAKES_LIST))
		snprintf(s->holder, sizeof s->holder, "%s", e->seat);
}

static void raise_time(int64_t *largest, int64_t at)
{
	if (*largest == NO_TIME || *largest < at)
		*largest = at;
}

/* What others want to know of a change without looking at everything. */
static void note_change(struct session *s, const struct event *e, bool has_new_note)
{
	bool notes = e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN;

	if (e->kind == EVENT_ITEM_BEGUN || e->kind == EVENT_ITEM_ENDED)
		raise_time(&s->item_moved, e->at);
	/* A note that only a later text of it stood for may be made after that. */
	if (event_has(e->kind, RECOUNTS) || (notes && !has_new_note))
		s->reworked++;
	raise_time(&s->last_at, e->at);
	s->version++;
}

bool session_apply(struct session *s, const struct event *e, struct error *error)
{
	int64_t was = s->now;
	size_t notes = s->note_count;

	session_see(s, e);
	if (event_has(e->kind, MOVES_CLOCK))
		session_pass(s, e->at);
	if (!make_true(s, e, error)) {
		s->now = was;
		return false;
	}
	note_seat(s, e);
	note_change(s, e, s->note_count > notes);
	return true;
}
