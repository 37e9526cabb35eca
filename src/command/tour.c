/* SPDX-License-Identifier: MIT */
/* tour.c - a tour de table: everybody in the order of the seating, once.
 *
 * When its item begins the list is filled with all participants: by rank, then as the agenda has
 * them, then those who came late. Who is away is passed over, who was heard in the item already or
 * waits anyhow is left as they are. What happens on the list after that is up to the chair.
 */
#include "command/parser.h"

#include <limits.h>
#include <stdlib.h>

#include "base/memory.h"

struct seated {
	size_t who;   /* attendee */
	int rank;
	size_t index; /* in people */
};

static int compare_seated(const void *left, const void *right)
{
	const struct seated *a = left, *b = right;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static bool was_heard(const struct session *s, size_t who, size_t item)
{
	for (size_t i = 0; i < s->speech_count; i++)
		if (s->speeches[i].who == who && s->speeches[i].item == item &&
			s->speeches[i].kind == LIST_STATEMENT)
			return true;
	return false;
}

/* Will they wait for a statement when the item has begun, even without the tour? */
static bool waits_anyhow(const struct session *s, size_t who, size_t item, bool carried)
{
	if (carried && session_waiting(s, who, LIST_STATEMENT) != NONE)
		return true;
	for (size_t i = 0; i < s->kept_count; i++)
		if (s->kept[i].who == who && s->kept[i].item == item &&
			s->kept[i].kind == LIST_STATEMENT)
			return true;
	return false;
}

/* All participants in the order of the seating; the caller's to free(). */
static size_t seating(const struct parser *r, struct seated **out)
{
	const struct people *p = r->context->people;
	const struct session *s = r->session;
	size_t count = 0;

	*out = mem_new(p->count ? p->count : 1, sizeof **out);
	for (size_t i = 0; i < p->count; i++) {
		size_t who = attendee_of(r, i);

		if (who == NONE || s->attendees[who].gone ||
			s->attendees[who].role != ROLE_PARTICIPANT)
			continue;
		int rank = p->persons[i].rank;
		(*out)[count++] = (struct seated){who, rank ? rank : INT_MAX, i};
	}
	qsort(*out, count, sizeof **out, compare_seated);
	return count;
}

static void put_down(struct parser *r, size_t who)
{
	struct event *e = event_made(r, EVENT_ASKED);

	event_set_text(e, FIELD_WHO, number_of(r, who));
	event_set_text(e, FIELD_KIND, list_kind_name(LIST_STATEMENT));
	event_set_text(e, FIELD_REASON, "by the seating");
}

static int64_t limit_in(const struct session *s, size_t item)
{
	const struct item *it = &s->items[item];
	const struct list_rules *rules = &s->agenda->list;

	if (it->limit_ms)
		return it->limit_ms;
	if (it->plan != NONE && s->agenda->items[it->plan].limit_ms)
		return s->agenda->items[it->plan].limit_ms;
	return rules->limits[LIST_STATEMENT].count ? rules->limits[LIST_STATEMENT].ms[0]
						   : rules->limit_ms;
}

static void say_tour(struct parser *r, size_t item, size_t listed, size_t away)
{
	const struct session *s = r->session;
	int64_t needs = (int64_t)listed * limit_in(s, item);
	int64_t left = s->items[item].minutes * MS_MINUTE - s->items[item].used_ms;
	struct buffer clock = BUFFER_EMPTY;

	clock_write(&clock, needs);
	say(r, "; %zu on the list in seating order need %s", listed, clock.bytes);
	if (away)
		say(r, ", %zu away passed over", away);
	if (needs > left && left > 0 && left / (int64_t)listed >= MS_SECOND) {
		buffer_reset(&clock);
		clock_write(&clock, left / (int64_t)listed / MS_SECOND * MS_SECOND);
		say(r, ": /limit %s would fit", clock.bytes);
	}
	buffer_release(&clock);
}

void fill_tour(struct parser *r, size_t item, const char *waiting)
{
	const struct session *s = r->session;
	bool carried = !waiting || same_word(waiting, "carry");
	struct seated *all;
	size_t count = seating(r, &all), listed = 0, away = 0;

	for (size_t i = 0; i < count; i++) {
		if (was_heard(s, all[i].who, item) || waits_anyhow(s, all[i].who, item, carried))
			continue;
		if (s->attendees[all[i].who].away) {
			away++;
			continue;
		}
		put_down(r, all[i].who);
		listed++;
	}
	free(all);
	if (listed)
		say_tour(r, item, listed, away);
}

bool is_on_tour(const struct session *s)
{
	return s->item_now != NONE && s->items[s->item_now].kind == ITEM_TOUR_DE_TABLE;
}

size_t first_in_room(const struct session *s)
{
	for (size_t i = 0; i < s->waiting_count; i++)
		if (!s->attendees[s->waiting[i].who].away)
			return i;
	return NONE;
}

void say_to_tour(struct parser *r, size_t who)
{
	const struct session *s = r->session;

	if (is_on_tour(s) && s->attendees[who].role == ROLE_PARTICIPANT &&
		!was_heard(s, who, s->item_now) &&
		session_waiting(s, who, LIST_STATEMENT) == NONE)
		say(r, " (not heard in the tour: /speak %s)", typed_id(r, who));
}
