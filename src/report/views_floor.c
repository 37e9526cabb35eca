/* SPDX-License-Identifier: MIT */
/* views_floor.c - who speaks, who waits, and how the time was spent. */
#include "report/views.h"

#include <stdlib.h>

#include "base/when.h"

static const char *speech_state_name(enum speech_state state)
{
	switch (state) {
	case SPEECH_RUNNING: return "speaking";
	case SPEECH_PAUSED: return "paused";
	case SPEECH_ENDED: return "ended";
	}
	return "";
}

/* The group spoken for, and what about, where there is one. */
static void tell_request(struct sink *out, const struct teller *t, const char *group,
	const char *about)
{
	const struct people *people = t->session->people;
	size_t index = group ? people_delegation_numbered(people, group) : NONE;

	if (group)
		sink_text(out, "for", t->naming == NAMING_NUMBER || index == NONE
			? group : people->delegations[index].name);
	if (about)
		tell_typed(out, t, "about", about);
}

static void tell_speech(struct sink *out, const char *key, const struct teller *t, size_t speech)
{
	const struct speech *it = &t->session->speeches[speech];

	sink_map(out, key);
	sink_text(out, "who", teller_who(t, it->who));
	sink_text(out, "kind", list_kind_name(it->kind));
	sink_text(out, "state", speech_state_name(it->state));
	sink_number(out, "elapsed_ms", speech_elapsed(t->session, speech, t->at));
	sink_number(out, "limit_ms", it->limit_ms);
	tell_request(out, t, it->group, it->about);
	if (it->nth)
		sink_number(out, "nth", it->nth);
	if (it->reason)
		sink_text(out, "reason", it->reason);
	sink_end(out);
}

static void tell_entry(struct sink *out, const struct teller *t, size_t place)
{
	const struct session *s = t->session;
	const struct entry *entry = &s->waiting[place];
	struct buffer why = BUFFER_EMPTY;

	session_why(&why, s, place, t->naming);
	sink_map(out, NULL);
	sink_text(out, "who", teller_who(t, entry->who));
	sink_text(out, "kind", list_kind_name(entry->kind));
	sink_text(out, "why", why.bytes);
	sink_number(out, "turns", s->attendees[entry->who].turns);
	sink_number(out, "spoken_ms", session_spoken(s, entry->who, t->at));
	tell_request(out, t, entry->group, entry->about);
	if (session_is_parked(s, place))
		sink_truth(out, "parked", true);
	sink_end(out);
	buffer_release(&why);
}

/* Running times are written as of a moment, and never into a record. */

static void tell_span(struct sink *out, const char *key, int64_t ms)
{
	if (ms == NO_TIME)
		sink_null(out, key);
	else
		sink_number(out, key, ms);
}

static void tell_figures(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct list_figures f = session_list_figures(s, t->at);

	sink_map(out, "figures");
	sink_number(out, "waiting", (int64_t)f.waiting);
	sink_number(out, "needs_ms", f.needs_ms);
	tell_span(out, "left_ms", f.left_ms);
	tell_span(out, "fits_ms", f.fits_ms);
	sink_number(out, "more", f.more);
	sink_moment(out, "close_by", session_close_by(s, t->at));
	sink_moment(out, "item_end", session_item_end(s, t->at));
	sink_moment(out, "meeting_end", session_expected_end(s, t->at));
	tell_span(out, "drift_ms", session_drift(s, t->at));
	sink_end(out);
}

static void tell_suggestion(struct sink *out, const struct teller *t)
{
	struct buffer reason = BUFFER_EMPTY;
	size_t place = session_suggestion(t->session, &reason);

	if (place == NONE) {
		sink_null(out, "suggestion");
	} else {
		sink_map(out, "suggestion");
		sink_text(out, "who", teller_who(t, t->session->waiting[place].who));
		sink_text(out, "reason", reason.bytes);
		sink_end(out);
	}
	buffer_release(&reason);
}

void tell_floor(struct sink *out, const char *key, const struct teller *t)
{
	const struct session *s = t->session;

	sink_map(out, key);
	sink_text(out, "item", teller_item(t, s->item_now));
	sink_truth(out, "list_closed", s->list_closed);
	sink_text(out, "policy", policy_name(s->policy));
	if (s->policy == POLICY_BALANCE)
		sink_text(out, "balance_by", s->balance_by ? s->balance_by : "delegation");
	if (s->floor == NONE)
		sink_null(out, "floor");
	else
		tell_speech(out, "floor", t, s->floor);
	sink_list(out, "paused");
	for (size_t i = 0; i < s->paused_count; i++)
		tell_speech(out, NULL, t, s->paused[i]);
	sink_end(out);
	sink_list(out, "list");
	for (size_t i = 0; i < s->waiting_count; i++)
		tell_entry(out, t, i);
	sink_end(out);
	if (t->naming != NAMING_NUMBER) {
		tell_figures(out, t);
		tell_suggestion(out, t);
	}
	sink_end(out);
}

/* Time */

static void tell_item_times(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;

	sink_list(out, "items");
	for (size_t i = 0; i < s->item_count; i++) {
		size_t item = s->item_order[i];

		sink_map(out, NULL);
		sink_text(out, "id", s->items[item].id);
		sink_number(out, "planned_ms", s->items[item].minutes * MS_MINUTE);
		sink_number(out, "used_ms", item_used(s, item, t->at));
		sink_end(out);
	}
	sink_end(out);
}

static void tell_people_times(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;

	sink_list(out, "people");
	for (size_t i = 0; i < s->attendee_count; i++) {
		sink_map(out, NULL);
		sink_text(out, "who", teller_who(t, i));
		sink_number(out, "turns", s->attendees[i].turns);
		sink_number(out, "spoken_ms", session_spoken(s, i, t->at));
		sink_end(out);
	}
	sink_end(out);
}

static void tell_rights_of_reply(struct sink *out, const struct session *s, size_t delegation)
{
	sink_map(out, "rights_of_reply");
	for (size_t i = 0; i < s->item_count; i++) {
		size_t item = s->item_order[i];
		int used = session_replies(s, delegation, item);

		if (used)
			sink_number(out, s->items[item].id, used);
	}
	sink_end(out);
}

static void tell_delegation_times(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;

	sink_list(out, "delegations");
	for (size_t i = 0; i < s->delegation_count; i++) {
		sink_map(out, NULL);
		sink_text(out, "name", teller_delegation(t, i));
		sink_number(out, "turns", s->delegations[i].turns);
		sink_number(out, "spoken_ms", session_delegation_spoken(s, i, t->at));
		tell_rights_of_reply(out, s, i);
		if (session_budget(s, i, t->at).whole_ms && t->naming != NAMING_NUMBER)
			sink_number(out, "budget_left_ms", session_budget(s, i, t->at).left_ms);
		sink_end(out);
	}
	sink_end(out);
}

static void tell_shares(struct sink *out, const struct teller *t, const char *name)
{
	struct share *shares;
	size_t count = teller_shares(t, name, &shares);

	sink_list(out, name);
	for (size_t i = 0; i < count; i++) {
		sink_map(out, NULL);
		sink_text(out, "value", shares[i].value);
		sink_number(out, "turns", shares[i].turns);
		sink_number(out, "spoken_ms", shares[i].spoken_ms);
		sink_end(out);
	}
	sink_end(out);
	free(shares);
}

/* In the record people are numbers, and what somebody put in a column of a spreadsheet may be all
 * that it takes to know who they are: attributes stay under people/. */
static void tell_attribute_times(struct sink *out, const struct teller *t)
{
	const char **names = NULL;
	size_t count = t->naming == NAMING_NUMBER ? 0 : teller_attributes(t, &names);

	sink_map(out, "attributes");
	for (size_t i = 0; i < count; i++)
		tell_shares(out, t, names[i]);
	sink_end(out);
	free(names);
}

/* The chair's own turns count for no delegation. */
static void tell_chair_time(struct sink *out, const struct teller *t)
{
	struct share_of_chair chair = session_chair_spoken(t->session, t->at);

	sink_map(out, "chair");
	sink_number(out, "turns", chair.turns);
	sink_number(out, "spoken_ms", chair.spoken_ms);
	sink_end(out);
}

void tell_time(struct sink *out, const char *key, const struct teller *t)
{
	sink_map(out, key);
	tell_item_times(out, t);
	tell_people_times(out, t);
	tell_delegation_times(out, t);
	tell_chair_time(out, t);
	tell_attribute_times(out, t);
	sink_end(out);
}
