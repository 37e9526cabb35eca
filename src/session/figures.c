/* SPDX-License-Identifier: MIT */
/* figures.c - the list's arithmetic, and how late the meeting is. */
#include "session/parts.h"

static int64_t at_least_nothing(int64_t ms)
{
	return ms > 0 ? ms : 0;
}

/* What is left of the speech on the floor and of those that it has interrupted. */
static int64_t floor_needs(const struct session *s, int64_t at)
{
	int64_t needs = 0;

	if (s->floor != NONE)
		needs += at_least_nothing(
			s->speeches[s->floor].limit_ms - speech_elapsed(s, s->floor, at));
	for (size_t i = 0; i < s->paused_count; i++)
		needs += at_least_nothing(
			s->speeches[s->paused[i]].limit_ms - speech_elapsed(s, s->paused[i], at));
	return needs;
}

/* Which right of reply the entry's would be: after those that its delegation has used, or waits
 * for further up. */
static int nth_reply(const struct session *s, size_t place)
{
	const struct entry *entry = &s->waiting[place];
	size_t delegation = session_counted_for(s, entry->who, entry->group);
	int nth = session_reply_number(s, entry->who, entry->group);

	for (size_t i = 0; i < place; i++)
		nth += delegation != NONE && s->waiting[i].kind == LIST_RIGHT_OF_REPLY &&
		       session_counted_for(s, s->waiting[i].who, s->waiting[i].group) ==
			       delegation;
	return nth;
}

static int64_t entry_limit(const struct session *s, size_t place)
{
	enum list_kind kind = s->waiting[place].kind;

	return session_limit(s, kind, kind == LIST_RIGHT_OF_REPLY ? nth_reply(s, place) : 0);
}

struct list_figures session_list_figures(const struct session *s, int64_t at)
{
	struct list_figures f = {
		.waiting = s->waiting_count, .left_ms = NO_TIME, .fits_ms = NO_TIME};
	int64_t floor = floor_needs(s, at), statements = 0, others = 0;

	for (size_t i = 0; i < s->waiting_count; i++) {
		int64_t limit = entry_limit(s, i);

		f.waiting_ms += limit;
		if (s->waiting[i].kind == LIST_STATEMENT)
			statements++;
		else
			others += limit;
	}
	f.needs_ms = floor + f.waiting_ms;
	if (s->item_now == NONE)
		return f;
	f.left_ms = s->items[s->item_now].minutes * MS_MINUTE - item_used(s, s->item_now, at);
	if (statements)
		f.fits_ms = at_least_nothing(f.left_ms - floor - others) / statements / MS_SECOND *
			    MS_SECOND;
	int64_t limit = session_limit(s, LIST_STATEMENT, 0);
	if (limit > 0)
		f.more = (int)(at_least_nothing(f.left_ms - f.needs_ms) / limit);
	return f;
}

int64_t session_close_by(const struct session *s, int64_t at)
{
	struct list_figures f = session_list_figures(s, at);

	return f.left_ms == NO_TIME ? NO_TIME : moment_within(s, at) + f.left_ms - f.needs_ms;
}

int64_t session_item_end(const struct session *s, int64_t at)
{
	struct list_figures f = session_list_figures(s, at);

	if (f.left_ms == NO_TIME)
		return NO_TIME;
	return moment_within(s, at) +
	       at_least_nothing(f.left_ms > f.needs_ms ? f.left_ms : f.needs_ms);
}

int64_t session_expected_start(const struct session *s, size_t place, int64_t at)
{
	int64_t start = moment_within(s, at) + floor_needs(s, at);

	for (size_t i = 0; i < place; i++)
		start += entry_limit(s, i);
	return start;
}

int64_t session_expected_end(const struct session *s, int64_t at)
{
	int64_t end = moment_within(s, at);

	if (s->started == NO_TIME || s->agenda->starts == NO_TIME)
		return NO_TIME;
	if (s->state == MEETING_CLOSED)
		return s->now;
	if (s->item_now != NONE)
		end += at_least_nothing(
			s->items[s->item_now].minutes * MS_MINUTE - item_used(s, s->item_now, at));
	for (size_t i = 0; i < s->item_count; i++)
		if (s->items[i].state == ITEM_AHEAD)
			end += s->items[i].minutes * MS_MINUTE;
	return end;
}

/* A meeting held so far from when its agenda says (a rehearsal, another day) is neither early nor
 * late. */
#define ANOTHER_DAY_MS (12 * MS_HOUR)

int64_t session_drift(const struct session *s, int64_t at)
{
	int64_t end = session_expected_end(s, at);
	int64_t drift = end == NO_TIME ? NO_TIME : end - agenda_end(s->agenda);

	return drift > -ANOTHER_DAY_MS && drift < ANOTHER_DAY_MS ? drift : NO_TIME;
}
