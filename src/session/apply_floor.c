/* SPDX-License-Identifier: MIT */
/* apply_floor.c - who has the floor, as what, and for how long (contract §4, The list). */
#include "session/parts.h"

#include "base/memory.h"

/* The speech that ran ends, which is the answer, or waits until the new one has ended. Without a
 * word about it an interrupter pauses it. */
static bool make_way(struct session *s, const struct event *e, enum list_kind kind)
{
	const char *previous = event_text(e, FIELD_PREVIOUS);
	bool pauses = previous ? same_text(previous, "pauses") : list_kind_interrupts(kind);

	if (s->floor == NONE)
		return false;
	if (pauses) {
		const struct speech *now = &s->speeches[s->floor];

		s->paused =
			array_room(s->paused, s->paused_count, &s->paused_room, sizeof *s->paused);
		s->paused[s->paused_count++] = s->floor;
		speech_pause(s, s->floor, now->state == SPEECH_RUNNING || now->interrupted);
		s->floor = NONE;
	} else if (list_kind_interrupts(kind)) {
		speech_end(s, s->floor); /* what it had interrupted waits on */
	} else {
		floor_empty(s);
	}
	return !pauses;
}

/* A new speech of `who` on a free floor, as the event says. In a closed session it is recorded and
 * over at once: its clocks stand for good. */
static void begin_speech(struct session *s, const struct event *e, enum list_kind kind, size_t who)
{
	int64_t nth = event_number(e, FIELD_NTH, 0);

	s->speeches =
		array_room(s->speeches, s->speech_count, &s->speech_room, sizeof *s->speeches);
	size_t i = s->speech_count++;
	s->speeches[i] = (struct speech){
		.who = NONE,
		.kind = kind,
		.delegation = NONE,
		.group = mem_text(event_text(e, FIELD_FOR)),
		.about = text_said(s, event_text(e, FIELD_ABOUT)),
		.reason = mem_text(event_text(e, FIELD_REASON)),
		.to = session_speech(s, event_text(e, FIELD_TO)),
		.item = s->item_now,
		.began = s->now,
		.ended = NO_TIME,
		.limit_ms = limit_within(event_number(e, FIELD_LIMIT, 0)),
		.running_since = NO_TIME,
		.nth = nth > 0 && nth < 1000 ? (int)nth : 0,
	};
	event_id(e, s->speeches[i].id);
	s->floor = i;
	if (s->started == NO_TIME)
		s->started = s->now;
	speech_belongs(s, i, who);
	speech_run(s, i);
	if (s->state == MEETING_CLOSED)
		speech_end(s, i);
}

static void take_up_request(struct session *s, size_t who, enum list_kind kind)
{
	size_t place = who == NONE ? NONE : session_waiting(s, who, kind);

	if (place == NONE)
		return;
	struct entry entry = list_take(s, place);
	entry_release(&entry);
}

/* Never void: whoever got the floor spoke, whether or not they stand on a list. */
bool apply_FLOOR_GIVEN(struct session *s, const struct event *e, struct error *error)
{
	size_t who = attendee_made(s, event_text(e, FIELD_WHO));
	enum list_kind kind = LIST_STATEMENT;

	(void)error;
	list_kind_in(e, FIELD_KIND, &kind);
	bool ended = make_way(s, e, kind);
	take_up_request(s, who, kind);
	begin_speech(s, e, kind, who);
	if (ended)
		list_settle(s);
	return true;
}

/* The time left goes to another, whose own request stands. What the yielder had interrupted waits
 * on until that other one has ended too. */
bool apply_FLOOR_YIELDED(struct session *s, const struct event *e, struct error *error)
{
	bool ended = s->floor != NONE;

	(void)error;
	if (ended)
		speech_end(s, s->floor);
	begin_speech(s, e, LIST_STATEMENT, attendee_made(s, event_text(e, FIELD_WHO)));
	if (ended)
		list_settle(s);
	return true;
}

bool apply_FLOOR_ENDED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->floor == NONE)
		return error_set(error, "nobody has the floor (any more)");
	speech_end(s, s->floor);
	list_settle(s);
	floor_go_back(s);
	return true;
}

bool apply_FLOOR_PAUSED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->floor == NONE || s->speeches[s->floor].state != SPEECH_RUNNING)
		return error_set(error, "no speech runs (any more)");
	speech_pause(s, s->floor, false);
	return true;
}

bool apply_FLOOR_RESUMED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->floor == NONE || s->speeches[s->floor].state != SPEECH_PAUSED)
		return error_set(error, "no speech is paused (any more)");
	if (s->state != MEETING_OPEN)
		return error_set(error, "the meeting is suspended");
	speech_run(s, s->floor);
	return true;
}

bool apply_FLOOR_EXTENDED(struct session *s, const struct event *e, struct error *error)
{
	int64_t more = event_number(e, FIELD_LIMIT, 0);

	if (s->floor == NONE)
		return error_set(error, "nobody has the floor (any more)");
	if (more <= 0)
		return error_set(error, "a speech is extended by more than nothing");
	struct speech *speech = &s->speeches[s->floor];
	speech->limit_ms = limit_within(speech->limit_ms + limit_within(more));
	return true;
}

/* The meeting */

static void stop_item_clock(struct session *s)
{
	if (s->item_now != NONE && s->item_since != NO_TIME)
		s->items[s->item_now].used_ms += s->now - s->item_since;
	s->item_since = NO_TIME;
}

bool apply_SUSPENDED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->state != MEETING_OPEN)
		return error_set(error, "the meeting does not run");
	stop_item_clock(s);
	if (s->floor != NONE && s->speeches[s->floor].state == SPEECH_RUNNING)
		speech_pause(s, s->floor, true);
	s->state = MEETING_SUSPENDED;
	return true;
}

bool apply_CONTINUED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->state != MEETING_SUSPENDED)
		return error_set(error, "the meeting is not suspended");
	s->state = MEETING_OPEN;
	if (s->item_now != NONE)
		s->item_since = s->now;
	if (s->floor != NONE && s->speeches[s->floor].interrupted)
		speech_run(s, s->floor);
	return true;
}

bool apply_CLOSED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->state == MEETING_CLOSED)
		return error_set(error, "the session is closed already");
	floor_empty(s);
	stop_item_clock(s);
	if (s->item_now != NONE)
		s->items[s->item_now].state = ITEM_DONE;
	s->item_now = NONE;
	s->state = MEETING_CLOSED;
	return true;
}

bool apply_REOPENED(struct session *s, const struct event *e, struct error *error)
{
	(void)e;
	if (s->state != MEETING_CLOSED)
		return error_set(error, "the session is not closed");
	s->state = MEETING_OPEN;
	return true;
}
