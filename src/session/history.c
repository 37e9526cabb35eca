/* SPDX-License-Identifier: MIT */
/* history.c - events in any order of arrival, in the order of the fold, and which of them stand. */
#include "session/history.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void history_init(struct history *h)
{
	*h = (struct history){0};
}

void history_release(struct history *h)
{
	for (size_t i = 0; i < h->count; i++)
		event_free(h->kept[i]);
	for (size_t i = 0; i < h->seat_count; i++)
		free(h->seats[i].places);
	free(h->seats);
	free(h->kept);
	free(h->undone);
	free(h->usable);
	free(h->events);
	free(h->places);
	map_release(&h->by_id);
	*h = (struct history){0};
}

static bool is_mark(const struct event *e)
{
	return e->kind == EVENT_UNDONE || e->kind == EVENT_REDONE;
}

/* The numbers that an undo or redo names. */
static const struct value *named_by(const struct event *e)
{
	return event_value(e, e->kind == EVENT_UNDONE ? FIELD_UNDOES : FIELD_REDOES);
}

static struct history_seat *seat_of(const struct history *h, const char *name)
{
	for (size_t i = 0; i < h->seat_count; i++)
		if (strcmp(h->seats[i].name, name) == 0)
			return &h->seats[i];
	return NULL;
}

static struct history_seat *seat_made(struct history *h, const char *name)
{
	struct history_seat *seat = seat_of(h, name);

	if (seat)
		return seat;
	h->seats = array_room(h->seats, h->seat_count, &h->seat_room, sizeof *h->seats);
	seat = &h->seats[h->seat_count++];
	memcpy(seat->name, name, strlen(name) + 1);
	return seat;
}

static struct event *seat_event(const struct history *h, const struct history_seat *seat, size_t i)
{
	return h->kept[seat->places[i]];
}

/* How many of the seat's events have a number below `seq`. */
static size_t seat_place(const struct history *h, const struct history_seat *seat, int64_t seq)
{
	size_t low = 0, high = seat->count;

	if (high && seat_event(h, seat, high - 1)->seq < seq)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (seat_event(h, seat, middle)->seq < seq)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The place in `kept` of an event that this undo or redo may touch: of the same seat, before it,
 * not the header and itself neither undo nor redo. NONE otherwise. */
static size_t target(const struct history *h, const struct history_seat *seat,
	const struct event *mark, int64_t seq)
{
	if (seq <= 1 || seq >= mark->seq)
		return NONE;
	size_t i = seat_place(h, seat, seq);
	if (i == seat->count || seat_event(h, seat, i)->seq != seq ||
		is_mark(seat_event(h, seat, i)))
		return NONE;
	return seat->places[i];
}

static void mark_targets(struct history *h, const struct history_seat *seat,
	const struct event *mark)
{
	const struct value *named = named_by(mark);

	for (size_t i = 0; named && i < named->count; i++) {
		size_t place = target(h, seat, mark, named->numbers[i]);

		if (place != NONE)
			h->undone[place] = mark->kind == EVENT_UNDONE;
	}
}

/* Works out anew what of this seat is undone. */
static void mark_seat(struct history *h, const struct history_seat *seat)
{
	for (size_t i = 0; i < seat->count; i++)
		h->undone[seat->places[i]] = false;
	for (size_t i = 0; i < seat->count; i++)
		if (is_mark(seat_event(h, seat, i)))
			mark_targets(h, seat, seat_event(h, seat, i));
}

static void insert_place(size_t *places, size_t count, size_t at, size_t place)
{
	memmove(places + at + 1, places + at, (count - at) * sizeof *places);
	places[at] = place;
}

static void add_to_seat(struct history *h, size_t place)
{
	const struct event *e = h->kept[place];
	struct history_seat *seat = seat_made(h, e->seat);
	size_t at = seat_place(h, seat, e->seq);
	bool is_last = at == seat->count;

	seat->places = array_room(seat->places, seat->count, &seat->room, sizeof *seat->places);
	insert_place(seat->places, seat->count++, at, place);
	seat->marks += is_mark(e);
	if (!is_last && seat->marks)
		mark_seat(h, seat);
	else if (is_mark(e))
		mark_targets(h, seat, e);
}

/* Where the event goes in the order of the fold. */
static size_t order_place(const struct history *h, const struct event *e)
{
	size_t low = 0, high = h->count;

	if (high && event_compare(h->events[high - 1], e) < 0)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (event_compare(h->events[middle], e) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void add_to_order(struct history *h, struct event *e, size_t at, size_t place)
{
	h->events = array_room(h->events, h->count, &h->room, sizeof(struct event *));
	h->places = array_room(h->places, h->count, &h->places_room, sizeof *h->places);
	memmove(h->events + at + 1, h->events + at, (h->count - at) * sizeof(struct event *));
	h->events[at] = e;
	insert_place(h->places, h->count, at, place);
}

bool history_add(struct history *h, struct event *event, bool *in_order)
{
	char id[ID_SIZE];
	struct error why = {0};
	size_t place = h->count;

	event_id(event, id);
	if (map_get(&h->by_id, id) != MAP_NONE) {
		event_free(event);
		return false;
	}
	map_set(&h->by_id, id, place);
	size_t at = order_place(h, event);
	h->kept = array_room(h->kept, place, &h->kept_room, sizeof(struct event *));
	h->undone = array_room(h->undone, place, &h->undone_room, sizeof *h->undone);
	h->usable = array_room(h->usable, place, &h->usable_room, sizeof *h->usable);
	h->kept[place] = event;
	h->usable[place] = event->kind != EVENT_UNKNOWN && event_is_usable(event, &why);
	add_to_order(h, event, at, place);
	add_to_seat(h, place);
	h->count++;
	if (event->clock > h->clock)
		h->clock = event->clock;
	if (in_order)
		*in_order = at == place && !is_mark(event) && !h->undone[place] &&
			h->usable[place];
	return true;
}

const struct event *history_find(const struct history *h, const char *id)
{
	size_t place = map_get(&h->by_id, id);

	return place == MAP_NONE ? NULL : h->kept[place];
}

bool history_stands(const struct history *h, const char *id)
{
	size_t place = map_get(&h->by_id, id);

	return place != MAP_NONE && !h->undone[place];
}

/* Does this undo or redo name an event that moves a clock? */
static bool mark_moves_clock(const struct history *h, const struct event *mark)
{
	const struct history_seat *seat = seat_of(h, mark->seat);
	const struct value *named = named_by(mark);

	for (size_t i = 0; named && i < named->count; i++) {
		size_t place = target(h, seat, mark, named->numbers[i]);

		if (place != NONE && h->kept[place]->kind != EVENT_UNKNOWN &&
			event_table[h->kept[place]->kind].moves_clock)
			return true;
	}
	return false;
}

void history_fold(const struct history *h, struct session *out)
{
	for (size_t i = 0; i < h->count; i++) {
		const struct event *e = h->events[i];
		struct error why = {0}; /* what is void changes nothing */

		if (h->undone[h->places[i]] || !h->usable[h->places[i]]) {
			session_see(out, e);
			continue;
		}
		session_apply(out, e, &why);
		if (is_mark(e) && mark_moves_clock(h, e))
			session_pass(out, e->at);
	}
}

/* What /undo passes over: it is not an act on the record, or gives and takes the pen itself. */
static bool is_undoable(const struct event *e)
{
	return !is_mark(e) && e->kind != EVENT_OPENED && e->kind != EVENT_SEAT_LEFT &&
		e->kind != EVENT_CLOCK_STEPPED && e->kind != EVENT_LIST_TAKEN && e->seq > 1;
}

/* Does the seat's event `i` belong to the same typed line as the one after it? */
static bool goes_on(const struct history *h, const struct history_seat *seat, size_t i)
{
	const struct event *e = seat_event(h, seat, i);

	return i + 1 < seat->count && event_truth(e, FIELD_MORE) &&
		seat_event(h, seat, i + 1)->seq == e->seq + 1;
}

/* The numbers of the acts among the seat's events first..last that are (not) undone. */
static size_t numbers_of(const struct history *h, const struct history_seat *seat, size_t first,
	size_t last, int64_t **out)
{
	size_t count = 0;

	*out = mem_new(last - first + 1, sizeof **out);
	for (size_t i = first; i <= last; i++)
		if (is_undoable(seat_event(h, seat, i)) && !h->undone[seat->places[i]])
			(*out)[count++] = seat_event(h, seat, i)->seq;
	if (!count) {
		free(*out);
		*out = NULL;
	}
	return count;
}

size_t history_undoable(const struct history *h, const char *seat_name, int64_t **out)
{
	const struct history_seat *seat = seat_of(h, seat_name);
	size_t end = seat ? seat->count : 0;

	*out = NULL;
	while (end) {
		size_t first = end - 1;

		while (first && goes_on(h, seat, first - 1))
			first--;
		size_t count = numbers_of(h, seat, first, end - 1, out);
		if (count)
			return count;
		end = first;
	}
	return 0;
}

/* Where the seat's newest run of undo and redo begins; what is no act does not break it. */
static size_t marks_begin(const struct history *h, const struct history_seat *seat)
{
	size_t i = seat->count;

	for (; i; i--) {
		const struct event *e = seat_event(h, seat, i - 1);

		if (!is_mark(e) && e->kind != EVENT_OPENED && e->kind != EVENT_SEAT_LEFT &&
			e->kind != EVENT_CLOCK_STEPPED)
			break;
	}
	return i;
}

/* The numbers that `undo` named and that are undone still, ascending and each once. */
static size_t still_undone(const struct history *h, const struct history_seat *seat,
	const struct event *undo, int64_t **out)
{
	const struct value *named = named_by(undo);
	size_t count = 0;

	*out = NULL;
	if (!named || !named->count)
		return 0;
	*out = mem_new(named->count, sizeof **out);
	for (size_t i = 0; i < named->count; i++) {
		size_t place = target(h, seat, undo, named->numbers[i]), at = 0;

		if (place == NONE || !h->undone[place])
			continue;
		while (at < count && (*out)[at] < named->numbers[i])
			at++;
		if (at < count && (*out)[at] == named->numbers[i])
			continue;
		memmove(*out + at + 1, *out + at, (count - at) * sizeof **out);
		(*out)[at] = named->numbers[i];
		count++;
	}
	return count;
}

size_t history_redoable(const struct history *h, const char *seat_name, int64_t **out)
{
	const struct history_seat *seat = seat_of(h, seat_name);
	size_t redone = 0; /* redos still to be matched with the undo before them */

	*out = NULL;
	if (!seat)
		return 0;
	for (size_t i = seat->count, begin = marks_begin(h, seat); i > begin; i--) {
		const struct event *e = seat_event(h, seat, i - 1);

		if (e->kind == EVENT_REDONE)
			redone++;
		else if (e->kind == EVENT_UNDONE && redone)
			redone--;
		else if (e->kind == EVENT_UNDONE) {
			size_t count = still_undone(h, seat, e, out);

			if (count)
				return count;
			free(*out);
			*out = NULL;
		}
	}
	return 0;
}

int64_t history_clock(const struct history *h, int64_t most)
{
	for (size_t i = h->count; i; i--)
		if (h->events[i - 1]->clock <= most)
			return h->events[i - 1]->clock;
	return 0;
}

int64_t history_last(const struct history *h, const char *seat_name, int64_t *at)
{
	const struct history_seat *seat = seat_of(h, seat_name);

	if (at)
		*at = NO_TIME;
	if (!seat)
		return 0;
	const struct event *last = seat_event(h, seat, seat->count - 1);
	if (at && last->kind != EVENT_OPENED)
		*at = last->at;
	return last->seq;
}
