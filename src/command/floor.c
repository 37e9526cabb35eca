/* SPDX-License-Identifier: MIT */
/* floor.c - who has the floor, as what, for how long. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/when.h"

enum { NEXT_GUARD_MS = 1000 };

const char *speech_in_question(const struct parser *r)
{
	const struct session *s = r->session;
	size_t speech = s->floor != NONE ? s->floor : s->last_speech;

	return speech == NONE ? NULL : s->speeches[speech].id;
}

size_t first_waiting(const struct session *s, size_t who)
{
	for (size_t i = 0; i < s->waiting_count; i++)
		if (s->waiting[i].who == who)
			return i;
	return NONE;
}

static const struct speech *on_floor(const struct parser *r)
{
	const struct session *s = r->session;

	return s->floor == NONE ? NULL : &s->speeches[s->floor];
}

/* What becomes of the speech that runs when that kind gets the floor; NULL: none runs. */
static const char *previous(const struct parser *r, const struct grant *g)
{
	const struct speech *now = on_floor(r);

	if (!now)
		return NULL;
	if (!list_kind_interrupts(g->kind) ||
		(g->kind == LIST_ORDER && r->session->agenda->list.order_ends) ||
		(g->by_next && list_kind_interrupts(now->kind)))
		return "ends";
	return "pauses";
}

/* Which right of reply it would be; 0 for all other kinds. */
static int reply_number(const struct parser *r, const struct grant *g)
{
	if (g->kind != LIST_RIGHT_OF_REPLY || g->who == NONE)
		return 0;
	return session_reply_number(r->session, g->who, g->group);
}

void say_clock(struct parser *r, const char *before, int64_t ms)
{
	struct buffer clock = BUFFER_EMPTY;

	clock_write(&clock, ms);
	say(r, "%s%s", before, clock.bytes);
	buffer_release(&clock);
}

/* Which right of reply of how many. */
static void say_reply(struct parser *r, int nth)
{
	int most = r->session->agenda->list.rights_of_reply;
	struct buffer ordinal = BUFFER_EMPTY;

	ordinal_write(&ordinal, (size_t)nth);
	say(r, nth > most ? ", the %s where %d are due" : ", the %s of %d", ordinal.bytes, most);
	buffer_release(&ordinal);
}

/* Questions and replies that belong to what they said wait on, and are offered again. */
static void say_unanswered(struct parser *r, size_t who)
{
	size_t count = who == NONE ? 0 : session_unanswered(r->session, who);

	if (count)
		say(r, "; %zu %s to %s still %s", count,
			count == 1 ? "question or reply" : "questions or replies", called(r, who),
			count == 1 ? "waits" : "wait");
}

static void say_given(
	struct parser *r, const struct grant *g, int64_t limit, int nth, const char *was)
{
	const struct speech *now = on_floor(r);

	say(r, "%s has the floor", called(r, g->who));
	if (g->kind != LIST_STATEMENT)
		say(r, " (%s)", list_kind_name(g->kind));
	say_clock(r, ", ", limit);
	if (nth)
		say_reply(r, nth);
	if (was && strcmp(was, "pauses") == 0)
		say(r, "; %s waits meanwhile", called(r, now->who));
	if (g->reason)
		say(r, "; before others: %s", g->reason);
	if (g->kind == LIST_STATEMENT && g->who != NONE)
		say_budget(r, g->who, g->group);
	say_unanswered(r, g->who);
}

bool give_floor(struct parser *r, const struct grant *g, bool really, size_t really_at)
{
	const struct session *s = r->session;
	int nth = reply_number(r, g), most = s->agenda->list.rights_of_reply;

	if (g->who != NONE && s->attendees[g->who].away && !really)
		return asks_really(r, really_at, "%s is not in the room", called(r, g->who));
	if (nth > most && !g->from_list && !really)
		return asks_really(r, really_at, "%s has had %d of %d rights of reply in this item",
			called(r, g->who), nth - 1, most);
	int64_t limit = session_limit(s, g->kind, nth);
	struct event *e = event_made(r, EVENT_FLOOR_GIVEN);
	if (g->who != NONE)
		event_set_text(e, FIELD_WHO, number_of(r, g->who));
	event_set_text(e, FIELD_KIND, list_kind_name(g->kind));
	event_set_number(e, FIELD_LIMIT, limit);
	event_set_text(e, FIELD_FOR, g->group);
	event_set_typed(r, e, FIELD_ABOUT, g->about);
	event_set_text(e, FIELD_TO, g->to);
	if (nth)
		event_set_number(e, FIELD_NTH, nth);
	event_set_text(e, FIELD_PREVIOUS, previous(r, g));
	event_set_text(e, FIELD_REASON, g->reason);
	say_given(r, g, limit, nth, previous(r, g));
	return true;
}

/* One who is called up before others because they were heard less: the choice is an event, and so
 * is its reason. */
static bool give_to_entry(struct parser *r, size_t place, const struct request *q)
{
	const struct session *s = r->session;
	const struct entry *entry = &s->waiting[place];
	struct buffer reason = BUFFER_EMPTY;
	struct grant g = {.who = entry->who,
		.kind = entry->kind,
		.group = entry->group,
		.about = entry->about,
		.from_list = true,
		.by_next = r->command == COMMAND_NEXT,
		.to = entry->to == NONE ? NULL : s->speeches[entry->to].id};

	if (place && session_suggestion(s, &reason) == place)
		g.reason = reason.bytes;
	bool given = give_floor(r, &g, q->really, q->really_at);
	buffer_release(&reason);
	return given;
}

static bool end_speech(struct parser *r)
{
	const struct session *s = r->session;
	const struct speech *now = on_floor(r);

	event_made(r, EVENT_FLOOR_ENDED);
	say(r, "%s has ended", called(r, now->who));
	say_clock(r, ", ", speech_elapsed(s, s->floor, r->context->now));
	say_unanswered(r, now->who);
	if (!s->paused_count)
		return say(r, "; the floor is free");
	size_t below = s->paused[s->paused_count - 1];
	return say(r, "; %s goes on", called(r, s->speeches[below].who));
}

/* The head of the list; in a tour de table the first who is in the room, the others keep their
 * place. */
static size_t head_of(struct parser *r, const struct request *q)
{
	const struct session *s = r->session;
	size_t first = is_on_tour(s) && !q->really ? first_in_room(s) : 0;

	if (first == NONE)
		return 0;
	for (size_t i = 0; i < first; i++)
		add_warning(r, "%s is not in the room and was passed over",
				called(r, s->waiting[i].who));
	return first;
}

/* The head of the list, unless an interrupter runs whose interrupted speech goes on first. */
static bool next_in_list(struct parser *r, const struct request *q)
{
	const struct session *s = r->session;
	const struct speech *now = on_floor(r);

	if (!now && !s->waiting_count)
		return refuse(r, "nobody speaks and nobody waits: /speak NAME puts somebody on the "
				 "list, /floor NAME gives the floor at once");
	if (!s->waiting_count)
		return end_speech(r);
	if (now && s->paused_count && list_kind_interrupts(now->kind) &&
		!list_kind_interrupts(s->waiting[0].kind))
		return end_speech(r);
	return give_to_entry(r, head_of(r, q), q);
}

static bool next_named(struct parser *r)
{
	size_t who = take_person(r);
	struct request q;
	bool done;

	if (who == NONE || !request_read(r, &q, WITH_KIND | WITH_REALLY))
		return false;
	size_t place = q.has_kind ? session_waiting(r->session, who, q.kind)
				  : first_waiting(r->session, who);
	if (place == NONE)
		done = refuse(r, "%s does not wait%s%s: /floor %s gives the floor without the list",
			called(r, who), q.has_kind ? " as " : "",
			q.has_kind ? list_kind_name(q.kind) : "", typed_id(r, who));
	else
		done = give_to_entry(r, place, &q);
	request_release(&q);
	return done;
}

bool handle_NEXT(struct parser *r)
{
	const struct context *c = r->context;
	struct request q;

	if (c->next_was != NO_TIME && c->now >= c->next_was && c->now - c->next_was < NEXT_GUARD_MS)
		return nothing(r, "ignored: /next was given less than a second ago");
	if (words_left(r) && !next_is(r, "really"))
		return next_named(r);
	if (!request_read(r, &q, WITH_REALLY))
		return false;
	bool done = next_in_list(r, &q);
	request_release(&q);
	return done;
}

/* The entry of that kind that is taken up brings what was asked with it. */
static void take_up(const struct parser *r, struct grant *g)
{
	const struct session *s = r->session;
	size_t place = session_waiting(s, g->who, g->kind);

	if (place == NONE)
		return;
	const struct entry *entry = &s->waiting[place];
	g->from_list = true;
	if (!g->group)
		g->group = entry->group;
	if (!g->about)
		g->about = entry->about;
	if (entry->to != NONE)
		g->to = s->speeches[entry->to].id;
}

bool handle_FLOOR(struct parser *r)
{
	const struct speech *now = on_floor(r);
	struct grant g = {.who = NONE};
	struct request q;

	if (!take_if(r, "?") && (g.who = take_person(r)) == NONE)
		return false;
	if (!request_read(r, &q, WITH_KIND | WITH_GROUP | WITH_ABOUT | WITH_REALLY))
		return false;
	g.kind = q.kind;
	g.group = q.group;
	g.about = q.about;
	if (g.kind == LIST_REPLY || g.kind == LIST_QUESTION)
		g.to = speech_in_question(r);
	bool done;
	if (now && g.who != NONE && now->who == g.who && now->kind == g.kind) {
		done = nothing(r, "%s has the floor already", called(r, g.who));
	} else {
		if (g.who != NONE)
			take_up(r, &g);
		done = give_floor(r, &g, q.really, q.really_at);
	}
	request_release(&q);
	return done;
}

static bool nobody_speaks(struct parser *r)
{
	return refuse(r, "nobody has the floor: /floor NAME gives it, /next calls up the list");
}

bool handle_PAUSE(struct parser *r)
{
	const struct speech *now = on_floor(r);

	if (!no_more(r))
		return false;
	if (!now)
		return nobody_speaks(r);
	if (now->state != SPEECH_RUNNING)
		return refuse(r, "the clock of %s stands already: /resume lets it go on",
			called(r, now->who));
	event_made(r, EVENT_FLOOR_PAUSED);
	say(r, "the clock of %s stands", called(r, now->who));
	say_clock(r, " at ", speech_elapsed(r->session, r->session->floor, r->context->now));
	return true;
}

bool handle_RESUME(struct parser *r)
{
	const struct speech *now = on_floor(r);

	if (!no_more(r))
		return false;
	if (!now)
		return nobody_speaks(r);
	if (r->session->state == MEETING_SUSPENDED)
		return refuse(r, "the meeting is suspended: /continue lets it go on");
	if (now->state == SPEECH_RUNNING)
		return refuse(r, "the clock of %s runs", called(r, now->who));
	event_made(r, EVENT_FLOOR_RESUMED);
	return say(r, "the clock of %s goes on", called(r, now->who));
}

bool handle_END(struct parser *r)
{
	if (!no_more(r))
		return false;
	return on_floor(r) ? end_speech(r) : nobody_speaks(r);
}

bool handle_YIELD(struct parser *r)
{
	const struct session *s = r->session;
	const struct speech *now = on_floor(r);

	if (!now)
		return nobody_speaks(r);
	size_t who = take_person(r);
	struct request q;
	if (who == NONE || !request_read(r, &q, WITH_REALLY))
		return false;
	if (who == now->who)
		return refuse(
			r, "%s has the floor: it is yielded to somebody else", called(r, who));
	if (s->attendees[who].away && !q.really)
		return asks_really(r, q.really_at, "%s is not in the room", called(r, who));
	int64_t left = now->limit_ms - speech_elapsed(s, s->floor, r->context->now);
	if (left <= 0)
		return refuse(r, "%s has no time left to yield: /floor %s gives the floor",
			called(r, now->who), typed_id(r, who));
	struct event *e = event_made(r, EVENT_FLOOR_YIELDED);
	event_set_text(e, FIELD_WHO, number_of(r, who));
	event_set_number(e, FIELD_LIMIT, left);
	say(r, "%s yields to %s", called(r, now->who), called(r, who));
	say_clock(r, ", ", left);
	return true;
}

static bool take_time(struct parser *r, int64_t *out)
{
	const struct word *word = take_word(r);

	if (!word || (!duration_read(word->text, out) && !clock_read(word->text, out)))
		return refuse(r, "a time was expected, such as 90s, 2m or 1m30s, not '%s'",
			word ? word->text : "");
	return no_more(r);
}

bool handle_EXTEND(struct parser *r)
{
	const struct speech *now = on_floor(r);
	int64_t more;

	if (!now)
		return nobody_speaks(r);
	if (!take_time(r, &more))
		return false;
	event_set_number(event_made(r, EVENT_FLOOR_EXTENDED), FIELD_LIMIT, more);
	say(r, "%s has", called(r, now->who));
	say_clock(r, " ", now->limit_ms + more);
	return true;
}

bool handle_LIMIT(struct parser *r)
{
	const struct session *s = r->session;
	int64_t limit;

	if (!take_time(r, &limit))
		return false;
	if (s->item_now == NONE)
		return refuse(r, "no item runs whose statements could be limited: /item next");
	event_set_number(event_made(r, EVENT_ITEM_LIMITED), FIELD_LIMIT, limit);
	say_clock(r, "later statements of this item have ", limit);
	return true;
}

bool handle_TAKE(struct parser *r)
{
	const struct session *s = r->session;
	const char *holder = s->holder[0] ? s->holder : "nobody";

	if (!take_if(r, "list"))
		return refuse(r, "/take list really takes the list and the floor to this seat");
	if (strcmp(s->holder, r->context->seat) == 0)
		return nothing(r, "this seat has the list and the floor");
	bool really = take_if(r, "really");
	if (!no_more(r))
		return false;
	if (!really)
		return asks_really(r, r->line.len, "the list and the floor are with %s", holder);
	event_made(r, EVENT_LIST_TAKEN);
	return say(r, "this seat has the list and the floor now; before: %s", holder);
}
