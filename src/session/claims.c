/* SPDX-License-Identifier: MIT */
/* claims.c - who has the better claim to be next: what a policy compares, and the fairer next
 * speaker that is suggested under any of them.
 *
 * Only speeches that have ended are compared: nothing that is shown of it changes while somebody
 * speaks. Whom a balance counts together is said by an attribute, else by the delegation; who has
 * neither is counted alone. What the chair says to run the meeting counts for nobody else; and who
 * rose to a point of order has not spoken yet.
 */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const char *attribute_of(const struct session *s, size_t who, const char *name)
{
	size_t i = people_numbered(s->people, s->attendees[who].number);

	if (i == NONE || s->attendees[who].gone)
		return NULL;
	const struct person *person = &s->people->persons[i];
	for (size_t k = 0; k < person->attribute_count; k++)
		if (strcmp(person->attributes[k].name, name) == 0)
			return person->attributes[k].value;
	return NULL;
}

void claims_init(struct claims *c, const struct session *s, enum policy measure)
{
	*c = (struct claims){.session = s, .measure = measure};
	if (measure != POLICY_BALANCE || !s->balance_by)
		return;
	c->values = mem_new(s->attendee_count ? s->attendee_count : 1, sizeof *c->values);
	for (size_t i = 0; i < s->attendee_count; i++)
		c->values[i] = attribute_of(s, i, s->balance_by);
}

void claims_release(struct claims *c)
{
	free(c->values);
	c->values = NULL;
}

/* Does the speech count for the entry? */
static bool counts_for(
	const struct claims *c, const struct speech *speech, const struct entry *entry, size_t unit)
{
	if (speech->who == NONE || speech->state != SPEECH_ENDED)
		return false;
	if (c->measure == POLICY_FIRST_TIMERS)
		return speech->who == entry->who && speech->kind != LIST_ORDER;
	if (c->values) {
		const char *value = c->values[entry->who];

		if (!value)
			return speech->who == entry->who;
		return same_text(value, c->values[speech->who]) &&
		       (speech->group || !session_chairs(c->session, speech->who));
	}
	return unit != NONE ? speech->delegation == unit : speech->who == entry->who;
}

struct claim claim_of(const struct claims *c, const struct entry *entry)
{
	const struct session *s = c->session;
	size_t unit = session_counted_for(s, entry->who, entry->group);
	struct claim claim = {0};
	int64_t ms = 0;

	for (size_t i = 0; i < s->speech_count; i++) {
		if (!counts_for(c, &s->speeches[i], entry, unit))
			continue;
		claim.turns++;
		ms += s->speeches[i].spoken_ms;
	}
	claim.spoken_s = c->measure == POLICY_BALANCE ? ms / MS_SECOND : 0;
	return claim;
}

bool claim_before(struct claim a, struct claim b)
{
	if (a.spoken_s != b.spoken_s)
		return a.spoken_s < b.spoken_s;
	return a.turns < b.turns;
}

/* The suggestion */

/* May a fairer one be suggested before the head at all? What has its place by precedence, by the
 * chair's word or by the seating is not questioned. */
static bool is_open_to_it(const struct session *s)
{
	return s->waiting_count > 1 && s->state != MEETING_CLOSED && !list_is_seated(s) &&
	       s->waiting[0].kind == LIST_STATEMENT && !s->waiting[0].moved;
}

static bool is_candidate(const struct session *s, const struct entry *entry)
{
	return entry->kind == LIST_STATEMENT && !entry->moved && !entry->put_later &&
	       !s->attendees[entry->who].away;
}

static void say_claim(struct buffer *out, struct claim claim)
{
	if (!claim.turns) {
		buffer_text(out, "not heard yet");
		return;
	}
	clock_write(out, claim.spoken_s * MS_SECOND);
	buffer_format(out, " in %d turn%s", claim.turns, claim.turns == 1 ? "" : "s");
}

static void say_reason(
	struct buffer *out, const struct session *s, struct claim best, struct claim head)
{
	if (s->balance_by)
		buffer_format(out, "by %s ", s->balance_by);
	if (best.turns)
		buffer_text(out, "heard ");
	say_claim(out, best);
	buffer_text(out, "; the first on the list ");
	say_claim(out, head);
}

size_t session_suggestion(const struct session *s, struct buffer *reason)
{
	struct claims claims;
	size_t place = 0;

	if (!is_open_to_it(s))
		return NONE;
	claims_init(&claims, s, POLICY_BALANCE);
	struct claim head = claim_of(&claims, &s->waiting[0]), best = head;
	for (size_t i = 1; i < s->waiting_count && (head.turns || head.spoken_s); i++) {
		if (!is_candidate(s, &s->waiting[i]))
			continue;
		struct claim claim = claim_of(&claims, &s->waiting[i]);

		if (claim_before(claim, best)) {
			best = claim;
			place = i;
		}
	}
	claims_release(&claims);
	if (!place)
		return NONE;
	if (reason)
		say_reason(reason, s, best, head);
	return place;
}
