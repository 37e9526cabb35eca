/* SPDX-License-Identifier: MIT */
/* speech.c - the few acts on speeches of which everything on the floor is put together. */
#include "session/parts.h"

/* What a span of the speech adds to whoever is counted for it. */
static void count_span(struct session *s, const struct speech *speech, int64_t ms)
{
	if (speech->who != NONE)
		s->attendees[speech->who].spoken_ms += ms;
	if (speech->delegation == NONE)
		return;
	struct delegation_floor *delegation = &s->delegations[speech->delegation];
	delegation->spoken_ms += ms;
	if (speech->kind == LIST_STATEMENT && speech->item == s->item_now)
		delegation->statements_ms += ms;
}

static void count_turns(struct session *s, const struct speech *speech, int turns)
{
	if (speech->who != NONE)
		s->attendees[speech->who].turns += turns;
	if (speech->delegation != NONE)
		s->delegations[speech->delegation].turns += turns;
}

static void stop_clock(struct session *s, struct speech *speech)
{
	if (speech->running_since == NO_TIME)
		return;
	int64_t ms = s->now - speech->running_since;
	speech->spoken_ms += ms;
	speech->running_since = NO_TIME;
	count_span(s, speech, ms);
}

void speech_run(struct session *s, size_t i)
{
	struct speech *speech = &s->speeches[i];
	bool runs = s->state == MEETING_OPEN;

	speech->state = runs ? SPEECH_RUNNING : SPEECH_PAUSED;
	speech->interrupted = !runs;
	speech->running_since = runs ? s->now : NO_TIME;
}

void speech_pause(struct session *s, size_t i, bool goes_on)
{
	struct speech *speech = &s->speeches[i];

	stop_clock(s, speech);
	speech->state = SPEECH_PAUSED;
	speech->interrupted = goes_on;
}

void speech_end(struct session *s, size_t i)
{
	struct speech *speech = &s->speeches[i];

	stop_clock(s, speech);
	speech->state = SPEECH_ENDED;
	speech->interrupted = false;
	speech->ended = s->now;
	if (s->floor == i) {
		s->last_speech = i;
		s->floor = NONE;
	}
}

void floor_empty(struct session *s)
{
	if (s->floor != NONE)
		speech_end(s, s->floor);
	while (s->paused_count)
		speech_end(s, s->paused[--s->paused_count]);
}

void floor_go_back(struct session *s)
{
	if (!s->paused_count)
		return;
	s->floor = s->paused[--s->paused_count];
	/* One that the chair had stopped before it was interrupted stands still as it did. */
	if (s->speeches[s->floor].interrupted)
		speech_run(s, s->floor);
}

void speech_belongs(struct session *s, size_t i, size_t who)
{
	struct speech *speech = &s->speeches[i];

	count_turns(s, speech, -1);
	count_span(s, speech, -speech->spoken_ms);
	speech->who = who;
	delegation_made(s, speech->group);
	speech->delegation = session_counted_for(s, who, speech->group);
	count_turns(s, speech, 1);
	count_span(s, speech, speech->spoken_ms);
}
