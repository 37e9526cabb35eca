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

static bool make_true(struct session *s, const struct event *e, struct error *error)
{
	switch (e->kind) {
	case EVENT_OPENED: return apply_opened(s, e, error);
	case EVENT_NOTED: return apply_noted(s, e, error);
	case EVENT_EDITED:
	case EVENT_AGREED: return apply_edited(s, e, error);
	case EVENT_TAGGED: return apply_tagged(s, e, error);
	case EVENT_UNTAGGED: return apply_untagged(s, e, error);
	case EVENT_KIND_SET: return apply_kind_set(s, e, error);
	case EVENT_ATTRIBUTED: return apply_attributed(s, e, error);
	case EVENT_DROPPED: return apply_dropped(s, e, error);
	case EVENT_ACTION_TAKEN: return apply_action_taken(s, e, error);
	case EVENT_OWNED: return apply_owned(s, e, error);
	case EVENT_DUE_SET: return apply_due_set(s, e, error);
	case EVENT_STATUS_SET: return apply_status_set(s, e, error);
	case EVENT_CONFIRMED: return apply_confirmed(s, e, error);
	case EVENT_THEME_MADE: return apply_theme_made(s, e, error);
	case EVENT_THEME_RENAMED: return apply_theme_renamed(s, e, error);
	case EVENT_THEME_MERGED: return apply_theme_merged(s, e, error);
	case EVENT_DIGIT_SET: return apply_digit_set(s, e, error);
	case EVENT_PERSON_CAME: return apply_person_came(s, e, error);
	case EVENT_ITEM_BEGUN: return apply_item_begun(s, e, error);
	case EVENT_ITEM_ENDED: return apply_item_ended(s, e, error);
	case EVENT_ITEM_ADDED: return apply_item_added(s, e, error);
	case EVENT_ITEM_TIMED: return apply_item_timed(s, e, error);
	case EVENT_ITEM_MOVED: return apply_item_moved(s, e, error);
	case EVENT_ASKED: return apply_asked(s, e, error);
	case EVENT_WITHDREW: return apply_withdrew(s, e, error);
	case EVENT_PUT_LATER: return apply_put_later(s, e, error);
	case EVENT_MOVED: return apply_moved(s, e, error);
	case EVENT_FLOOR_GIVEN: return apply_floor_given(s, e, error);
	case EVENT_FLOOR_ENDED: return apply_floor_ended(s, e, error);
	case EVENT_FLOOR_PAUSED: return apply_floor_paused(s, e, error);
	case EVENT_FLOOR_RESUMED: return apply_floor_resumed(s, e, error);
	case EVENT_FLOOR_YIELDED: return apply_floor_yielded(s, e, error);
	case EVENT_FLOOR_EXTENDED: return apply_floor_extended(s, e, error);
	case EVENT_ITEM_LIMITED: return apply_item_limited(s, e, error);
	case EVENT_ITEM_BUDGETED: return apply_item_budgeted(s, e, error);
	case EVENT_LIST_SET: return apply_list_set(s, e, error);
	case EVENT_LIST_CLEARED: return apply_list_cleared(s, e, error);
	case EVENT_POLICY_SET: return apply_policy_set(s, e, error);
	case EVENT_CAME_IN: return apply_came_in(s, e, error);
	case EVENT_WENT_OUT: return apply_went_out(s, e, error);
	case EVENT_LIST_TAKEN: return apply_list_taken(s, e, error);
	case EVENT_SEAT_LEFT: return apply_seat_left(s, e, error);
	case EVENT_SUSPENDED: return apply_suspended(s, e, error);
	case EVENT_CONTINUED: return apply_continued(s, e, error);
	case EVENT_CLOSED: return apply_closed(s, e, error);
	case EVENT_REOPENED: return apply_reopened(s, e, error);
	case EVENT_ABBREVIATED: return apply_abbreviated(s, e, error);
	case EVENT_ALIAS_GIVEN: return apply_alias_given(s, e, error);
	case EVENT_UNDONE:      /* undo and redo are the history's */
	case EVENT_REDONE:
	case EVENT_CLOCK_STEPPED: /* times did not step */ return true;
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
