/* SPDX-License-Identifier: MIT */
/* list.c - the speakers' list: asking, withdrawing, the chair's order, its policy. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "text/text.h"

enum { PLACE_MOST = 9999 };

/* One name or more with commas between them. */
static bool take_speakers(struct parser *r, size_t **out, size_t *count)
{
	size_t room = 0;
	bool more = true;

	*out = NULL;
	*count = 0;
	while (more) {
		size_t who = take_person(r), i = 0;

		if (who == NONE) {
			free(*out);
			return false;
		}
		more = r->words[r->next - 1].comma;
		while (i < *count && (*out)[i] != who)
			i++;
		if (i < *count)
			continue;
		*out = array_room(*out, *count, &room, sizeof **out);
		(*out)[(*count)++] = who;
	}
	return true;
}

/* May that one ask for another right of reply, when `more` of this line count for the same? Those
 * that were used and those that wait are counted. */
static bool has_right_left(struct parser *r, size_t who, const struct request *q, int more)
{
	const struct session *s = r->session;
	int used = session_reply_number(s, who, q->group) - 1;
	int most = s->agenda->list.rights_of_reply;
	int waiting = session_replies_waiting(s, who, q->group) + more;

	if (session_waiting(s, who, LIST_RIGHT_OF_REPLY) != NONE || used + waiting < most)
		return true;
	if (waiting)
		return asks_really(r, q->really_at,
			"%s has had %d of %d rights of reply in this item, "
			"and %d more %s asked for",
			called(r, who), used, most, waiting, waiting == 1 ? "is" : "are");
	return asks_really(r, q->really_at, "%s has had %d of %d rights of reply in this item",
		called(r, who), used, most);
}

/* How many of the first `count` count for the same delegation as that one. */
static int of_the_same(const struct parser *r, const size_t *who, size_t count, size_t one,
	const struct request *q)
{
	size_t delegation = session_counted_for(r->session, one, q->group);
	int same = 0;

	for (size_t i = 0; (delegation != NONE || q->group) && i < count; i++)
		same += session_counted_for(r->session, who[i], q->group) == delegation &&
			session_waiting(r->session, who[i], LIST_RIGHT_OF_REPLY) == NONE;
	return same;
}

/* May they go on the list? Asks about what the rules do not have. */
static bool may_ask(struct parser *r, const size_t *who, size_t count, const struct request *q)
{
	const struct session *s = r->session;

	if (q->really)
		return true;
	if (s->list_closed && !list_kind_passes_closed(q->kind))
		return asks_really(r, q->really_at, "the speakers' list is closed");
	for (size_t i = 0; q->kind == LIST_RIGHT_OF_REPLY && i < count; i++)
		if (!has_right_left(r, who[i], q, of_the_same(r, who, i, who[i], q)))
			return false;
	return true;
}

static void warn_speaker(struct parser *r, size_t who, const struct request *q)
{
	const struct session *s = r->session;
	struct budget budget =
		session_budget(s, session_counted_for(s, who, q->group), r->context->now);

	if (s->attendees[who].away)
		add_warning(r, "%s is not in the room: /here %s", called(r, who), typed_id(r, who));
	if (budget.whole_ms && q->kind == LIST_STATEMENT && budget.left_ms <= 0)
		add_warning(r, "%s: the delegation has used its time for statements in this item",
			called(r, who));
}

static void ask_for(struct parser *r, size_t who, const struct request *q, size_t place)
{
	struct event *e = event_made(r, EVENT_ASKED);
	struct buffer nth = BUFFER_EMPTY;

	event_set_text(e, FIELD_WHO, number_of(r, who));
	event_set_text(e, FIELD_KIND, list_kind_name(q->kind));
	event_set_text(e, FIELD_FOR, q->group);
	event_set_typed(r, e, FIELD_ABOUT, q->about);
	if (q->kind == LIST_REPLY || q->kind == LIST_QUESTION)
		event_set_text(e, FIELD_TO, speech_in_question(r));
	warn_speaker(r, who, q);
	ordinal_write(&nth, place);
	say(r, r->result->event_count == 1 ? "on the list: %s" : "; %s", called(r, who));
	if (q->kind != LIST_STATEMENT)
		say(r, " (%s)", list_kind_name(q->kind));
	say(r, ", %s", nth.bytes);
	buffer_release(&nth);
}

static bool ask_all(struct parser *r, const size_t *who, size_t count, const struct request *q)
{
	const struct session *s = r->session;
	size_t place = session_insertion(s, q->kind) + 1;

	if (!may_ask(r, who, count, q))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (session_waiting(s, who[i], q->kind) == NONE)
			ask_for(r, who[i], q, place++);
		else if (count > 1)
			add_warning(r, "%s waits already, the place is kept", called(r, who[i]));
	}
	if (r->result->event_count)
		return true;
	return nothing(r,
		count == 1 ? "%s waits already, the place is kept"
			   : "%s and the others wait already, their places are kept",
		called(r, who[0]));
}

bool handle_SPEAK(struct parser *r)
{
	size_t *who, count;
	struct request q;

	if (!take_speakers(r, &who, &count))
		return false;
	bool done = request_read(r, &q, WITH_KIND | WITH_GROUP | WITH_ABOUT | WITH_REALLY);
	if (done) {
		done = ask_all(r, who, count, &q);
		request_release(&q);
	}
	free(who);
	return done;
}

static bool refuse_not_waiting(struct parser *r, size_t who, const struct request *q)
{
	const struct session *s = r->session;
	const char *as = q->has_kind ? list_kind_name(q->kind) : "";

	if (s->floor != NONE && s->speeches[s->floor].who == who)
		return refuse(r, "%s has the floor and does not wait%s%s: /end ends the speech",
			called(r, who), q->has_kind ? " as " : "", as);
	return refuse(r, "%s does not wait%s%s: /speak %s puts them on the list", called(r, who),
		q->has_kind ? " as " : "", as, typed_id(r, who));
}

/* NAME [as KIND]: the place of that entry, of the first when they wait in several kinds; NONE,
 * refused. */
static size_t take_entry(struct parser *r, struct request *q)
{
	size_t who = take_person(r);

	if (who == NONE || !request_read(r, q, WITH_KIND))
		return NONE;
	size_t place = q->has_kind ? session_waiting(r->session, who, q->kind)
				   : first_waiting(r->session, who);
	if (place == NONE)
		refuse_not_waiting(r, who, q);
	return place;
}

static bool is_kept(const struct session *s, size_t who, const struct request *q)
{
	for (size_t i = 0; i < s->kept_count; i++)
		if (s->kept[i].who == who && (!q->has_kind || s->kept[i].kind == q->kind))
			return true;
	return false;
}

bool handle_WITHDRAW(struct parser *r)
{
	size_t who = take_person(r);
	struct request q;

	if (who == NONE || !request_read(r, &q, WITH_KIND))
		return false;
	size_t place = q.has_kind ? session_waiting(r->session, who, q.kind)
				  : first_waiting(r->session, who);
	if (place == NONE && !is_kept(r->session, who, &q))
		return refuse_not_waiting(r, who, &q);
	struct event *e = event_made(r, EVENT_WITHDREW);
	event_set_text(e, FIELD_WHO, number_of(r, who));
	if (q.has_kind)
		event_set_text(e, FIELD_KIND, list_kind_name(q.kind));
	say(r, "off the list: %s", called(r, who));
	return q.has_kind ? say(r, " (%s)", list_kind_name(q.kind)) : true;
}

bool handle_LATER(struct parser *r)
{
	const struct session *s = r->session;
	struct request q;
	size_t place = take_entry(r, &q), behind = 0;

	if (place == NONE)
		return false;
	const struct entry *entry = &s->waiting[place];
	for (size_t i = place + 1; i < s->waiting_count; i++)
		behind += s->waiting[i].kind == entry->kind;
	if (!behind && !entry->moved)
		return nothing(r, "nobody of that kind waits behind %s", called(r, entry->who));
	struct event *e = event_made(r, EVENT_PUT_LATER);
	event_set_text(e, FIELD_WHO, number_of(r, entry->who));
	event_set_text(e, FIELD_KIND, list_kind_name(entry->kind));
	return say(r, "%s goes after the others (%s)", called(r, entry->who),
		list_kind_name(entry->kind));
}

/* Where to: first, last, N, before NAME. */
struct target {
	const char *place;
	size_t before; /* entry; NONE */
};

static bool take_before(struct parser *r, struct target *out)
{
	size_t who = take_person(r);

	if (who == NONE)
		return false;
	out->before = first_waiting(r->session, who);
	if (out->before == NONE)
		return refuse(r, "%s does not wait: nobody can be put before them", called(r, who));
	return true;
}

/* The entry that stands at place `n` (from 1) when the one at `from` has been taken out. */
static bool take_place(struct parser *r, size_t from, struct target *out)
{
	const struct session *s = r->session;
	const struct word *word = take_word(r);
	int64_t n;

	if (!word || !number_read(word->text, 1, PLACE_MOST, &n))
		return refuse(r, "where to? first, last, a place from 1, or before NAME, not '%s'",
			word ? word->text : "");
	size_t to = (size_t)n - 1;
	if (to >= s->waiting_count)
		return refuse(r, "only %zu wait: there is no place %zu", s->waiting_count, to + 1);
	if (to == 0)
		out->place = "first";
	else if (to + 1 == s->waiting_count)
		out->place = "last";
	else
		out->before = to < from ? to : to + 1;
	return true;
}

static bool take_target(struct parser *r, size_t from, struct target *out)
{
	*out = (struct target){.before = NONE};
	if (take_if(r, "first"))
		out->place = "first";
	else if (take_if(r, "last"))
		out->place = "last";
	else if (take_if(r, "before"))
		return take_before(r, out);
	else
		return take_place(r, from, out);
	return true;
}

/* First or last; with the reason when a fairer speaker, as suggested, goes first. */
static bool say_moved(struct parser *r, struct event *e, size_t from, const char *place)
{
	const struct session *s = r->session;
	struct buffer reason = BUFFER_EMPTY;

	say(r, "%s goes %s, moved by the chair", called(r, s->waiting[from].who), place);
	if (strcmp(place, "first") == 0 && session_suggestion(s, &reason) == from && from) {
		event_set_text(e, FIELD_REASON, reason.bytes);
		say(r, ": %s", reason.bytes);
	}
	buffer_release(&reason);
	return true;
}

bool handle_MOVE(struct parser *r)
{
	const struct session *s = r->session;
	size_t who = take_person(r), from;
	struct request q = {.kind = LIST_STATEMENT};
	struct target to;

	if (who == NONE)
		return false;
	from = first_waiting(s, who);
	if (from == NONE)
		return refuse_not_waiting(r, who, &q);
	if (!take_target(r, from, &to) || !no_more(r))
		return false;
	if (to.before == from)
		return refuse(r, "%s cannot go before themselves", called(r, who));
	struct event *e = event_made(r, EVENT_MOVED);
	event_set_text(e, FIELD_WHO, number_of(r, who));
	event_set_text(e, FIELD_KIND, list_kind_name(s->waiting[from].kind));
	event_set_text(e, FIELD_PLACE, to.place);
	if (to.place)
		return say_moved(r, e, from, to.place);
	const struct entry *before = &s->waiting[to.before];
	event_set_text(e, FIELD_BEFORE, number_of(r, before->who));
	event_set_text(e, FIELD_BEFORE_KIND, list_kind_name(before->kind));
	return say(
		r, "%s goes before %s, moved by the chair", called(r, who), called(r, before->who));
}

static bool set_list(struct parser *r, bool closed)
{
	if (!no_more(r))
		return false;
	if (r->session->list_closed == closed)
		return nothing(r, "the list is %s already", closed ? "closed" : "open");
	event_set_text(event_made(r, EVENT_LIST_SET), FIELD_STATE, closed ? "closed" : "open");
	return say(r, "the speakers' list is %s", closed ? "closed" : "open");
}

static bool clear_list(struct parser *r)
{
	size_t count = r->session->waiting_count;

	if (!no_more(r))
		return false;
	if (!count)
		return nothing(r, "nobody waits");
	event_made(r, EVENT_LIST_CLEARED);
	return say(r, "the speakers' list is cleared: %zu came off", count);
}

static bool close_after(struct parser *r)
{
	const struct session *s = r->session;
	struct request q;
	size_t place = take_entry(r, &q);

	if (place == NONE)
		return false;
	const struct entry *entry = &s->waiting[place];
	struct event *e = event_made(r, EVENT_LIST_SET);
	event_set_text(e, FIELD_STATE, "closed");
	event_set_text(e, FIELD_WHO, number_of(r, entry->who));
	event_set_text(e, FIELD_KIND, list_kind_name(entry->kind));
	return say(r, "the speakers' list is closed, %s is the last", called(r, entry->who));
}

bool handle_LIST(struct parser *r)
{
	if (take_if(r, "close") || take_if(r, "closed"))
		return set_list(r, true);
	if (take_if(r, "open"))
		return set_list(r, false);
	if (take_if(r, "clear"))
		return clear_list(r);
	if (take_if(r, "last"))
		return close_after(r);
	return refuse(r, "close, open, clear or last NAME was expected after /list, not '%s'",
		words_left(r) ? r->words[r->next].text : "");
}

static bool is_attribute(const struct parser *r, const char *name)
{
	const struct people *p = r->context->people;

	for (size_t i = 0; i < p->count; i++)
		for (size_t k = 0; k < p->persons[i].attribute_count; k++)
			if (strcmp(p->persons[i].attributes[k].name, name) == 0)
				return true;
	return strcmp(name, "delegation") == 0;
}

/* "delegation, region, …": of the first participant who has attributes. */
static void attributes_write(struct buffer *out, const struct parser *r)
{
	const struct people *p = r->context->people;
	size_t i = 0;

	buffer_text(out, "delegation");
	while (i < p->count && !p->persons[i].attribute_count)
		i++;
	for (size_t k = 0; i < p->count && k < p->persons[i].attribute_count; k++)
		buffer_format(out, ", %s", p->persons[i].attributes[k].name);
}

/* Without one it is the agenda's; a delegation is what is balanced where none is named. */
static bool take_attribute(struct parser *r, const char **out)
{
	const struct word *word = take_word(r);

	*out = word ? word->text : r->session->agenda->list.balance_by;
	if (!*out)
		*out = "delegation";
	if (is_attribute(r, *out))
		return true;
	struct buffer known = BUFFER_EMPTY;
	attributes_write(&known, r);
	refuse(r, "no participant has the attribute '%s': one of %s was expected", *out,
		known.bytes);
	buffer_release(&known);
	return false;
}

bool handle_POLICY(struct parser *r)
{
	const struct session *s = r->session;
	const struct word *word = take_word(r);
	const char *attribute = NULL;
	enum policy policy;

	for (int i = 0; word && i < POLICIES; i++) {
		policy = (enum policy)i;
		if (!same_word(word->text, policy_name(policy)))
			continue;
		if (policy == POLICY_BALANCE && !take_attribute(r, &attribute))
			return false;
		if (!no_more(r))
			return false;
		if (attribute && strcmp(attribute, "delegation") == 0)
			attribute = NULL;
		if (policy == s->policy &&
			(policy != POLICY_BALANCE || same_text(attribute, s->balance_by)))
			return nothing(r, "the policy is %s already", policy_name(policy));
		struct event *e = event_made(r, EVENT_POLICY_SET);
		event_set_text(e, FIELD_POLICY, policy_name(policy));
		event_set_text(e, FIELD_ATTRIBUTE, attribute);
		say(r, "policy of the list: %s", policy_name(policy));
		if (policy == POLICY_BALANCE)
			say(r, " by %s", attribute ? attribute : "delegation");
		return true;
	}
	return refuse(r, "arrival, first-timers or balance was expected after /policy, not '%s'",
		word ? word->text : "");
}

bool handle_WHY(struct parser *r)
{
	struct request q = {.kind = LIST_STATEMENT};
	struct buffer why = BUFFER_EMPTY;
	size_t who = take_person(r);

	if (who == NONE || !no_more(r))
		return false;
	size_t place = first_waiting(r->session, who);
	if (place == NONE)
		return refuse_not_waiting(r, who, &q);
	session_why(&why, r->session, place, NAMING_ID);
	say(r, "%s: %s", called(r, who), why.bytes);
	if (place) {
		buffer_reset(&why);
		session_why_not_higher(&why, r->session, place, NAMING_ID);
		say(r, "; before it %s", why.bytes);
	}
	buffer_release(&why);
	r->result->answer = ANSWER_SCREEN;
	r->result->screen = COMMAND_WHY;
	r->result->argument = mem_text(typed_id(r, who));
	return true;
}
