/* SPDX-License-Identifier: MIT */
/* elapsed.c - spans of time as arithmetic: what a clock shows at a moment. */
#include "session/parts.h"

int64_t moment_within(const struct session *s, int64_t at)
{
	return s->now != NO_TIME && at < s->now ? s->now : at;
}

int64_t speech_elapsed(const struct session *s, size_t i, int64_t at)
{
	const struct speech *speech = &s->speeches[i];

	if (speech->running_since == NO_TIME)
		return speech->spoken_ms;
	return speech->spoken_ms + moment_within(s, at) - speech->running_since;
}

int64_t item_used(const struct session *s, size_t item, int64_t at)
{
	int64_t used = s->items[item].used_ms;

	if (item != s->item_now || s->item_since == NO_TIME)
		return used;
	return used + moment_within(s, at) - s->item_since;
}

/* What the speech on the floor adds to the spans that are over. */
static int64_t runs_for(const struct session *s, int64_t at)
{
	return speech_elapsed(s, s->floor, at) - s->speeches[s->floor].spoken_ms;
}

int64_t session_spoken(const struct session *s, size_t attendee, int64_t at)
{
	int64_t ms = s->attendees[attendee].spoken_ms;

	if (s->floor != NONE && s->speeches[s->floor].who == attendee)
		ms += runs_for(s, at);
	return ms;
}

int64_t session_delegation_spoken(const struct session *s, size_t delegation, int64_t at)
{
	int64_t ms = s->delegations[delegation].spoken_ms;

	if (s->floor != NONE && s->speeches[s->floor].delegation == delegation)
		ms += runs_for(s, at);
	return ms;
}

/* Rights of reply are counted for a delegation; who has none counts alone. */

int session_replies(const struct session *s, size_t delegation, size_t item)
{
	int used = 0;

	for (size_t i = 0; i < s->speech_count; i++) {
		const struct speech *speech = &s->speeches[i];

		used += speech->kind == LIST_RIGHT_OF_REPLY && speech->delegation == delegation &&
			speech->item == item;
	}
	return used;
}

int session_reply_number(const struct session *s, size_t who, const char *group)
{
	size_t delegation = session_counted_for(s, who, group);
	int used = 0;

	if (delegation != NONE)
		return session_replies(s, delegation, s->item_now) + 1;
	for (size_t i = 0; i < s->speech_count && !group; i++) {
		const struct speech *speech = &s->speeches[i];

		used += speech->kind == LIST_RIGHT_OF_REPLY && speech->who == who &&
			speech->item == s->item_now;
	}
	return used + 1;
}

int session_next_reply(const struct session *s, size_t who)
{
	return session_reply_number(s, who, NULL);
}

int session_replies_waiting(const struct session *s, size_t who, const char *group)
{
	size_t delegation = session_counted_for(s, who, group);
	int waiting = 0;

	for (size_t i = 0; delegation != NONE && i < s->waiting_count; i++) {
		const struct entry *entry = &s->waiting[i];

		waiting += entry->kind == LIST_RIGHT_OF_REPLY &&
			   session_counted_for(s, entry->who, entry->group) == delegation;
	}
	return waiting;
}

static int64_t limit_of(const struct limits *limits, int nth)
{
	size_t i = nth > 0 ? (size_t)nth - 1 : 0;

	return limits->ms[i < limits->count ? i : limits->count - 1];
}

int64_t session_limit(const struct session *s, enum list_kind kind, int nth)
{
	const struct list_rules *rules = &s->agenda->list;
	const struct item *item = s->item_now == NONE ? NULL : &s->items[s->item_now];

	if (kind == LIST_STATEMENT && item) {
		if (item->limit_ms)
			return item->limit_ms;
		if (item->plan != NONE && s->agenda->items[item->plan].limit_ms)
			return s->agenda->items[item->plan].limit_ms;
	}
	return rules->limits[kind].count ? limit_of(&rules->limits[kind], nth) : rules->limit_ms;
}
