/* SPDX-License-Identifier: MIT */
/* why.c - why somebody stands where they do on the list, in a few words. */
#include "session/parts.h"

/* A point of order is not counted. */
static bool has_spoken(const struct session *s, size_t who)
{
	for (size_t i = 0; i < s->speech_count; i++)
		if (s->speeches[i].who == who && s->speeches[i].state == SPEECH_ENDED &&
			s->speeches[i].kind != LIST_ORDER)
			return true;
	return false;
}

/* What the kind says: it goes before, or after, the statements. */
static void why_kind(
	struct buffer *out, const struct session *s, const struct entry *entry, enum naming naming)
{
	size_t to = entry->to == NONE ? NONE : s->speeches[entry->to].who;

	switch (entry->kind) {
	case LIST_ORDER: buffer_text(out, "point of order"); return;
	case LIST_QUESTION:
	case LIST_REPLY:
		buffer_text(out, list_kind_name(entry->kind));
		if (to != NONE)
			buffer_format(out, " to %s", session_call(s, to, naming));
		return;
	case LIST_RIGHT_OF_REPLY: buffer_text(out, "right of reply"); return;
	case LIST_STATEMENT:
	case LIST_KINDS: return;
	}
}

static void why_policy(struct buffer *out, const struct session *s, const struct entry *entry)
{
	if (s->policy == POLICY_FIRST_TIMERS && !has_spoken(s, entry->who))
		buffer_text(out, "has not spoken yet");
	if (s->policy == POLICY_BALANCE)
		buffer_format(out, "balance by %s", s->balance_by ? s->balance_by : "delegation");
}

void session_why(struct buffer *out, const struct session *s, size_t place, enum naming naming)
{
	const struct entry *entry = &s->waiting[place];
	struct civil asked = zone_civil(s->agenda->zone, entry->asked);
	size_t start = out->len;

	if (entry->moved) {
		buffer_text(out, "moved by the chair");
		if (entry->reason)
			buffer_format(out, ": %s", entry->reason);
		return;
	}
	if (entry->put_later)
		buffer_text(out, "let others go first");
	else
		why_kind(out, s, entry, naming);
	if (out->len == start && entry->reason)
		buffer_text(out, entry->reason);
	if (out->len > start)
		return;
	why_policy(out, s, entry);
	buffer_format(
		out, "%sasked %02d:%02d", out->len > start ? ", " : "", asked.hour, asked.minute);
}

/* Why not higher */

enum rule_of_place {
	BY_OWN_MOVE,
	BY_CHAIR,
	BY_KIND,
	BY_LATER,
	BY_POLICY,
	BY_SEATING,
	BY_ARRIVAL,
	BY_HISTORY,
};

/* The rule by which `before` stands before `entry`. */
static enum rule_of_place rule_of(
	const struct claims *claims, const struct entry *before, const struct entry *entry)
{
	const struct session *s = claims->session;

	if (entry->moved)
		return BY_OWN_MOVE;
	if (before->moved)
		return BY_CHAIR;
	if (list_rank(s, before->kind) < list_rank(s, entry->kind))
		return BY_KIND;
	if (before->kind != entry->kind)
		return BY_HISTORY;
	if (entry->put_later)
		return BY_LATER;
	if (list_is_seated(s))
		return BY_SEATING;
	if (claims->measure != POLICY_ARRIVAL &&
		claim_before(claim_of(claims, before), claim_of(claims, entry)))
		return BY_POLICY;
	return before->asked <= entry->asked ? BY_ARRIVAL : BY_HISTORY;
}

static void say_rule(struct buffer *out, const struct session *s, enum rule_of_place rule,
	const struct entry *before, const struct entry *entry)
{
	switch (rule) {
	case BY_OWN_MOVE: buffer_text(out, "the chair put this one after them"); return;
	case BY_CHAIR: buffer_text(out, "put there by the chair"); return;
	case BY_KIND:
		buffer_format(out, "%s goes before ", list_kind_name(before->kind));
		buffer_text(out, list_kind_name(entry->kind));
		return;
	case BY_LATER: buffer_text(out, "let go first"); return;
	case BY_POLICY:
		if (s->policy == POLICY_FIRST_TIMERS)
			buffer_text(out, "fewer turns so far");
		else
			buffer_format(out, "heard less, by %s",
				s->balance_by ? s->balance_by : "delegation");
		return;
	case BY_SEATING: buffer_text(out, "before in the seating"); return;
	case BY_ARRIVAL: buffer_text(out, "asked earlier"); return;
	case BY_HISTORY: buffer_text(out, "stood before already"); return;
	}
}

enum { NAMES_MOST = 3 };

/* Those from `first` on that stand before `place` by the same rule, with the rule; those of a kind
 * that goes before are told kind by kind. Returns the place after them. */
static size_t say_those(struct buffer *out, const struct claims *claims, size_t first, size_t place,
	enum naming naming)
{
	const struct session *s = claims->session;
	const struct entry *entry = &s->waiting[place], *head = &s->waiting[first];
	enum rule_of_place rule = rule_of(claims, head, entry);
	size_t i = first;

	for (; i < place && rule_of(claims, &s->waiting[i], entry) == rule; i++) {
		if (rule == BY_KIND && s->waiting[i].kind != head->kind)
			break;
		if (i - first < NAMES_MOST)
			buffer_format(out, "%s%s", i > first ? ", " : "",
				session_call(s, s->waiting[i].who, naming));
	}
	if (i - first > NAMES_MOST)
		buffer_format(out, " and %zu more", i - first - NAMES_MOST);
	buffer_text(out, ": ");
	say_rule(out, s, rule, head, entry);
	return i;
}

void session_why_not_higher(
	struct buffer *out, const struct session *s, size_t place, enum naming naming)
{
	struct claims claims;

	if (place == 0) {
		buffer_text(out, "nobody stands before");
		return;
	}
	claims_init(&claims, s, s->policy);
	for (size_t i = 0; i < place;) {
		buffer_text(out, i ? "; " : "");
		i = say_those(out, &claims, i, place, naming);
	}
	claims_release(&claims);
}

/* Questions and replies whose speech is over */

static bool belongs_to_speech(const struct entry *entry)
{
	return (entry->kind == LIST_QUESTION || entry->kind == LIST_REPLY) && entry->to != NONE;
}

bool session_is_parked(const struct session *s, size_t place)
{
	const struct entry *entry = &s->waiting[place];

	return belongs_to_speech(entry) && s->speeches[entry->to].state == SPEECH_ENDED;
}

size_t session_unanswered(const struct session *s, size_t who)
{
	size_t count = 0;

	for (size_t i = 0; i < s->waiting_count; i++)
		count += belongs_to_speech(&s->waiting[i]) &&
			 s->speeches[s->waiting[i].to].who == who;
	return count;
}
