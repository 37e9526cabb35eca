/* SPDX-License-Identifier: MIT */
/* apply_list.c - what happens to the speakers' list (contract §4, The list). */
#include "session/parts.h"

#include "base/memory.h"

static bool is_closed(const struct session *s, struct error *error)
{
	if (s->state == MEETING_CLOSED)
		error_set(error, "the session is closed");
	return s->state == MEETING_CLOSED;
}

/* The entry that the event's `who` and `kind` name; NONE, said, when nobody waits so. */
static size_t entry_named(const struct session *s, const struct event *e, struct error *error)
{
	size_t who = session_attendee(s, event_text(e, FIELD_WHO));
	enum list_kind kind = LIST_STATEMENT;
	size_t place = NONE;

	if (is_closed(s, error))
		return NONE;
	if (who != NONE && list_kind_in(e, FIELD_KIND, &kind))
		place = session_waiting(s, who, kind);
	if (place == NONE)
		error_set(error, "%s does not wait (any more)", event_text(e, FIELD_WHO));
	return place;
}

bool apply_ASKED(struct session *s, const struct event *e, struct error *error)
{
	const char *number = event_text(e, FIELD_WHO);
	enum list_kind kind = LIST_STATEMENT;

	if (is_closed(s, error))
		return false;
	if (!number || !list_kind_in(e, FIELD_KIND, &kind))
		return error_set(error, "somebody asked for the floor as something unknown");
	size_t who = session_attendee(s, number);
	if (who != NONE && session_waiting(s, who, kind) != NONE)
		return error_set(error, "%s waits already", number);
	delegation_made(s, event_text(e, FIELD_FOR));
	struct entry entry = {
		.who = attendee_made(s, number),
		.kind = kind,
		.group = mem_text(event_text(e, FIELD_FOR)),
		.about = text_said(s, event_text(e, FIELD_ABOUT)),
		.reason = mem_text(event_text(e, FIELD_REASON)),
		.to = session_speech(s, event_text(e, FIELD_TO)),
		.asked = e->at,
		.item = NONE,
	};
	event_id(e, entry.id);
	list_insert(s, session_insertion(s, kind), entry);
	return true;
}

/* Takes who's entries out of an array, in that kind or in all (LIST_KINDS); how many are left. */
static size_t without(struct entry *entries, size_t count, size_t who, enum list_kind kind)
{
	size_t left = 0;

	for (size_t i = 0; i < count; i++) {
		if (entries[i].who == who && (kind == LIST_KINDS || entries[i].kind == kind))
			entry_release(&entries[i]);
		else
			entries[left++] = entries[i];
	}
	return left;
}

/* Whoever does not wait now may be kept for an item to come. */
bool apply_WITHDREW(struct session *s, const struct event *e, struct error *error)
{
	size_t who = session_attendee(s, event_text(e, FIELD_WHO));
	enum list_kind kind = LIST_KINDS;

	if (is_closed(s, error))
		return false;
	if (event_text(e, FIELD_KIND) && !list_kind_in(e, FIELD_KIND, &kind))
		return error_set(error, "nobody waits as '%s'", event_text(e, FIELD_KIND));
	size_t left = without(s->waiting, s->waiting_count, who, kind);
	if (left == s->waiting_count) {
		left = without(s->kept, s->kept_count, who, kind);
		if (left == s->kept_count)
			return error_set(
				error, "%s does not wait (any more)", event_text(e, FIELD_WHO));
		s->kept_count = left;
		return true;
	}
	s->waiting_count = left;
	return true;
}

bool apply_PUT_LATER(struct session *s, const struct event *e, struct error *error)
{
	size_t place = entry_named(s, e, error);

	if (place == NONE)
		return false;
	struct entry entry = list_take(s, place);
	mem_replace(&entry.reason, NULL);
	entry.moved = false;
	entry.put_later = true;
	list_insert(s, session_insertion(s, entry.kind), entry);
	return true;
}

/* The place of the one that the event's `before` names; NONE when that one does not wait. */
static size_t place_before(const struct session *s, const struct event *e)
{
	size_t who = session_attendee(s, event_text(e, FIELD_BEFORE));
	enum list_kind kind = LIST_STATEMENT;

	if (who == NONE)
		return NONE;
	if (list_kind_in(e, FIELD_BEFORE_KIND, &kind))
		return session_waiting(s, who, kind);
	for (size_t i = 0; i < s->waiting_count; i++)
		if (s->waiting[i].who == who)
			return i;
	return NONE;
}

static void move_entry(struct session *s, size_t from, size_t to, const char *reason)
{
	struct entry entry = list_take(s, from);

	mem_replace(&entry.reason, reason);
	entry.moved = true;
	entry.put_later = false;
	list_insert(s, to > from ? to - 1 : to, entry);
}

bool apply_MOVED(struct session *s, const struct event *e, struct error *error)
{
	size_t from = entry_named(s, e, error);
	const char *place = event_text(e, FIELD_PLACE);
	size_t to = NONE;

	if (from == NONE)
		return false;
	if (same_text(place, "first"))
		to = 0;
	else if (same_text(place, "last"))
		to = s->waiting_count;
	else
		to = place_before(s, e);
	if (to == NONE)
		return error_set(error, "nobody waits there (any more)");
	if (to == from && !place)
		return error_set(error, "nobody goes before themselves");
	move_entry(s, from, to, event_text(e, FIELD_REASON));
	return true;
}

/* The entry that is to be the last one before the list is closed. */
static size_t last_named(const struct session *s, const struct event *e)
{
	size_t who = session_attendee(s, event_text(e, FIELD_WHO));
	enum list_kind kind = LIST_STATEMENT;

	if (who == NONE)
		return NONE;
	if (list_kind_in(e, FIELD_KIND, &kind))
		return session_waiting(s, who, kind);
	for (size_t i = s->waiting_count; i > 0; i--)
		if (s->waiting[i - 1].who == who)
			return i - 1;
	return NONE;
}

/* Closing stands even where its last speaker has withdrawn meanwhile. */
bool apply_LIST_SET(struct session *s, const struct event *e, struct error *error)
{
	const char *state = event_text(e, FIELD_STATE);
	size_t last = last_named(s, e);

	if (is_closed(s, error))
		return false;
	if (!same_text(state, "closed") && !same_text(state, "open"))
		return error_set(error, "a list is open or closed");
	s->list_closed = same_text(state, "closed");
	if (s->list_closed && last != NONE)
		move_entry(s, last, s->waiting_count, NULL);
	return true;
}

bool apply_LIST_CLEARED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (is_closed(s, error))
		return false;
	list_leave_item(s, "clear");
	return true;
}

/* Nothing changes places while somebody speaks: then the policy waits for the speech to end. */
bool apply_POLICY_SET(struct session *s, const struct event *e, struct error *error)
{
	const char *word = event_text(e, FIELD_POLICY);
	enum policy policy = POLICY_ARRIVAL;

	if (is_closed(s, error))
		return false;
	if (!word || !policy_read(word, &policy))
		return error_set(error, "there is no such policy");
	s->policy = policy;
	mem_replace(&s->balance_by, event_text(e, FIELD_ATTRIBUTE));
	if (s->floor == NONE)
		list_settle(s);
	return true;
}
