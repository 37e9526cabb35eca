/* SPDX-License-Identifier: MIT */
/* meeting_text.c - people in few columns, and times of day. */
#include "ui/widget/meeting_text.h"

#include <stdio.h>
#include <string.h>

const struct person *attendee_person(const struct session *s, size_t attendee)
{
	size_t person;

	if (attendee == NONE || attendee >= s->attendee_count)
		return NULL;
	person = people_numbered(s->people, s->attendees[attendee].number);
	return person == NONE ? NULL : &s->people->persons[person];
}

const char *call_delegation(const struct session *s, size_t attendee)
{
	const struct person *person = attendee_person(s, attendee);

	if (!person || person->delegation == NONE)
		return NULL;
	return s->people->delegations[person->delegation].name;
}

const char *call_group(const struct session *s, const char *number)
{
	size_t at = people_delegation_numbered(s->people, number);

	return at == NONE ? number : s->people->delegations[at].name;
}

enum rule rule_now(const struct session *s)
{
	size_t plan = s->item_now == NONE ? NONE : s->items[s->item_now].plan;

	if (plan != NONE && s->agenda->items[plan].has_rule)
		return s->agenda->items[plan].rule;
	return s->agenda->rule;
}

uint64_t stamp_of(const struct session *s)
{
	const uint64_t parts[] = {(uint64_t)(uintptr_t)s, s->version, s->note_count, s->theme_count,
		s->item_count, s->speech_count, s->action_count, s->item_now, (uint64_t)s->last_at};
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		hash = (hash ^ parts[i]) * 1099511628211u;
	return hash;
}

/* The zone's offset at that moment. Asking the zone database costs more than drawing a row, so
 * offsets are remembered by the quarter of an hour, within which none has ever changed. */
static int zone_offset(const char *zone, int64_t ms)
{
	enum { REMEMBERED = 64 };
	static struct {
		int64_t quarter;
		int offset;
		bool known;
	} slots[REMEMBERED];
	static char of[64];
	int64_t quarter = ms / (15 * MS_MINUTE);
	size_t slot = (size_t)(quarter < 0 ? -quarter : quarter) % REMEMBERED;

	if (strcmp(of, zone) != 0) {
		memset(slots, 0, sizeof slots);
		snprintf(of, sizeof of, "%s", zone);
	}
	if (!slots[slot].known || slots[slot].quarter != quarter) {
		slots[slot].quarter = quarter;
		slots[slot].offset = zone_civil(zone, ms).offset;
		slots[slot].known = true;
	}
	return slots[slot].offset;
}

void add_time_of_day(struct buffer *out, const struct session *s, int64_t ms)
{
	int64_t local = ms + zone_offset(s->agenda->zone, ms) * MS_SECOND;
	int64_t minute = (local % MS_DAY + MS_DAY) % MS_DAY / MS_MINUTE;

	char time[] = {(char)('0' + minute / 600), (char)('0' + minute / 60 % 10), ':',
		(char)('0' + minute / 10 % 6), (char)('0' + minute % 10), '\0'};
	buffer_text(out, time);
}

void add_day(struct buffer *out, const char *date)
{
	static const char months[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct date d;

	if (date_read(date, &d))
		buffer_format(out, "%d %s", d.day, months[d.month - 1]);
}

enum style speech_style(const struct session *s, const struct speech *speech, int64_t at)
{
	int64_t elapsed = speech_elapsed(s, (size_t)(speech - s->speeches), at);

	if (speech->limit_ms > 0 && elapsed > speech->limit_ms)
		return STYLE_OVER;
	if (speech->limit_ms > 0 && elapsed > speech->limit_ms - s->agenda->list.warn_ms)
		return STYLE_WARNING;
	return speech->state == SPEECH_PAUSED ? STYLE_DIM : STYLE_FINE;
}

void add_policy(struct buffer *out, const struct session *s)
{
	buffer_text(out, policy_name(s->policy));
	if (s->policy == POLICY_BALANCE)
		buffer_format(out, " by %s", s->balance_by ? s->balance_by : "delegation");
}
