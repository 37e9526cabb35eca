/* SPDX-License-Identifier: MIT */
/* apply_items.c - the agenda as it runs: items begin, end, are added and moved.
 *
 * A new item begins with an open list. An item that comes back goes on with the time it had used.
 */
#include "session/parts.h"

#include <stdlib.h>

#include <string.h>

static bool is_closed(const struct session *s, struct error *error)
{
	if (s->state == MEETING_CLOSED)
		error_set(error, "the session is closed");
	return s->state == MEETING_CLOSED;
}

/* Ends the running item, if one runs, with its speeches. */
static void leave_item(struct session *s, const char *waiting)
{
	floor_empty(s);
	list_leave_item(s, waiting);
	list_settle(s);
	if (s->item_now == NONE)
		return;
	struct item *item = &s->items[s->item_now];
	if (s->item_since != NO_TIME)
		item->used_ms += s->now - s->item_since;
	item->state = ITEM_DONE;
	s->item_now = NONE;
	s->item_since = NO_TIME;
}

/* What each delegation has used of its budget in the item, which may have run before. */
static void count_statements(struct session *s)
{
	for (size_t i = 0; i < s->delegation_count; i++)
		s->delegations[i].statements_ms = 0;
	for (size_t i = 0; i < s->speech_count; i++) {
		const struct speech *speech = &s->speeches[i];

		if (speech->kind == LIST_STATEMENT && speech->item == s->item_now &&
			speech->delegation != NONE)
			s->delegations[speech->delegation].statements_ms += speech->spoken_ms;
	}
}

bool apply_ITEM_BEGUN(struct session *s, const struct event *e, struct error *error)
{
	size_t i = session_item(s, event_text(e, FIELD_ITEM));

	if (is_closed(s, error))
		return false;
	if (i == NONE)
		return error_set(
			error, "there is no item '%s' (any more)", event_text(e, FIELD_ITEM));
	if (i == s->item_now)
		return error_set(error, "item '%s' runs already", s->items[i].id);
	leave_item(s, event_text(e, FIELD_WAITING));
	s->items[i].state = ITEM_NOW;
	s->item_now = i;
	s->item_since = s->state == MEETING_OPEN ? s->now : NO_TIME;
	s->list_closed = false;
	if (s->started == NO_TIME)
		s->started = s->now;
	count_statements(s);
	list_come_back(s);
	return true;
}

bool apply_ITEM_ENDED(struct session *s, const struct event *e, struct error *error)
{
	if (is_closed(s, error))
		return false;
	if (s->item_now == NONE)
		return error_set(error, "no item runs (any more)");
	leave_item(s, event_text(e, FIELD_WAITING));
	count_statements(s);
	return true;
}

static int minutes_within(int64_t minutes)
{
	if (minutes < 0)
		return 0;
	return minutes < ITEM_MINUTES_MOST ? (int)minutes : ITEM_MINUTES_MOST;
}

/* Of several that add the same id the first makes it. */
bool apply_ITEM_ADDED(struct session *s, const struct event *e, struct error *error)
{
	const char *id = event_text(e, FIELD_ITEM), *kind = event_text(e, FIELD_KIND);

	if (!id)
		return error_set(error, "an item without an id was added");
	if (session_item(s, id) != NONE)
		return true;
	char *title = text_said(s, event_text(e, FIELD_TITLE));
	size_t made = item_made(s, id, title);
	free(title);
	struct item *item = &s->items[made];
	item->title_rule = rule_typed(s, e);
	item->minutes = minutes_within(event_number(e, FIELD_MINUTES, 0));
	if (kind)
		item_kind_read(kind, &item->kind);
	return true;
}

bool apply_ITEM_TIMED(struct session *s, const struct event *e, struct error *error)
{
	size_t i = session_item(s, event_text(e, FIELD_ITEM));

	if (i == NONE)
		return error_set(
			error, "there is no item '%s' (any more)", event_text(e, FIELD_ITEM));
	s->items[i].minutes = minutes_within(event_number(e, FIELD_MINUTES, 0));
	return true;
}

static size_t order_place(const struct session *s, size_t item)
{
	size_t place = 0;

	while (s->item_order[place] != item)
		place++;
	return place;
}

bool apply_ITEM_MOVED(struct session *s, const struct event *e, struct error *error)
{
	size_t item = session_item(s, event_text(e, FIELD_ITEM));
	size_t before = session_item(s, event_text(e, FIELD_BEFORE));

	if (item == NONE || before == NONE)
		return error_set(error, "there is no item '%s' (any more)",
			event_text(e, item == NONE ? FIELD_ITEM : FIELD_BEFORE));
	if (item == before)
		return error_set(error, "no item goes before itself");
	size_t from = order_place(s, item);
	memmove(s->item_order + from, s->item_order + from + 1,
		(s->item_count - 1 - from) * sizeof *s->item_order);
	s->item_order[s->item_count - 1] = NONE;
	size_t to = order_place(s, before);
	memmove(s->item_order + to + 1, s->item_order + to,
		(s->item_count - 1 - to) * sizeof *s->item_order);
	s->item_order[to] = item;
	return true;
}

bool apply_ITEM_LIMITED(struct session *s, const struct event *e, struct error *error)
{
	int64_t limit = event_number(e, FIELD_LIMIT, 0);

	if (is_closed(s, error))
		return false;
	if (s->item_now == NONE)
		return error_set(error, "no item runs (any more)");
	if (limit <= 0)
		return error_set(error, "a limit is more than nothing");
	s->items[s->item_now].limit_ms = limit_within(limit);
	return true;
}

bool apply_ITEM_BUDGETED(struct session *s, const struct event *e, struct error *error)
{
	if (is_closed(s, error))
		return false;
	if (s->item_now == NONE)
		return error_set(error, "no item runs (any more)");
	s->items[s->item_now].has_budget = true;
	s->items[s->item_now].budget_ms = limit_within(event_number(e, FIELD_LIMIT, 0));
	return true;
}
