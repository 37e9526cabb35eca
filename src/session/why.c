/* SPDX-License-Identifier: MIT */
/* why.c - why somebody stands where they do on the list, in a few words. */
#include "session/session.h"

static bool has_spoken(const struct session *s, size_t who)
{
	for (size_t i = 0; i < s->speech_count; i++)
		if (s->speeches[i].who == who && s->speeches[i].state == SPEECH_ENDED)
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
		return;
	}
	if (entry->put_later)
		buffer_text(out, "let others go first");
	else
		why_kind(out, s, entry, naming);
	if (out->len > start)
		return;
	why_policy(out, s, entry);
	buffer_format(
		out, "%sasked %02d:%02d", out->len > start ? ", " : "", asked.hour, asked.minute);
}
