/* SPDX-License-Identifier: MIT */
/* history.c - events in any order of arrival, in the order of the fold, and which of them stand. */
#include "session/history.h"
#include "session/parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

void history_init(struct history *h)
{
	*h = (struct history){0};
}

void history_release(struct history *h)
{
	for (size_t i = 0; i < h->seat_count; i++)
		free(h->seats[i].places);
	free(h->seats);
	free(h->kept);
	free(h->undone);
	free(h->order);
	arena_release(&h->shelf);
	*h = (struct history){0};
}

static bool is_mark(const struct packed *e)
{
	return e->kind == EVENT_UNDONE || e->kind == EVENT_REDONE;
}

/* The numbers that an undo or redo names; in `u`, which is the caller's to release. */
static const struct value *named_by(const struct packed *p, struct unpacked *u)
{
	const struct event *e = packed_read(u, p);

	return event_value(e, e->kind == EVENT_UNDONE ? FIELD_UNDOES : FIELD_REDOES);
}

static struct history_seat *seat_of(const struct history *h, const char *name)
{
	for (size_t i = 0; i < h->seat_count; i++)
		if (h->seats[i].name == name || strcmp(h->seats[i].name, name) == 0)
			return &h->seats[i];
	return NULL;
}

static struct history_seat *seat_entered(struct history *h, const char *name)
{
	struct history_seat *seat = seat_of(h, name);

	if (seat)
		return seat;
	h->seats = array_room(h->seats, h->seat_count, &h->seat_room, sizeof *h->seats);
	seat = &h->seats[h->seat_count++];
	seat->name = arena_text(&h->shelf, name);
	return seat;
}

static const struct packed *seat_event(
	const struct history *h, const struct history_seat *seat, size_t i)
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
	const struct packed *mark, int64_t seq)
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
	const struct packed *mark)
{
	struct unpacked u = {0};
	const struct value *named = named_by(mark, &u);

	for (size_t i = 0; named && i < named->count; i++) {
		size_t place = target(h, seat, mark, named->numbers[i]);

		if (place != NONE)
			h->undone[place] = mark->kind == EVENT_UNDONE;
	}
	unpacked_release(&u);
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

static void insert_place(uint32_t *places, size_t count, size_t at, size_t place)
{
	memmove(places + at + 1, places + at, (count - at) * sizeof *places);
	places[at] = (uint32_t)place;
}

/* Into the seat's numbers, where `at` is its place. */
static void add_to_seat(struct history *h, struct history_seat *seat, size_t at, size_t place)
{
	const struct packed *e = h->kept[place];
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
static size_t order_place(const struct history *h, const struct packed *e)
{
	size_t low = 0, high = h->count;

	if (high && packed_compare(history_at(h, high - 1), e) < 0)
		return high;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (packed_compare(history_at(h, middle), e) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Is there one of that number at that place among the seat's? */
static bool is_there(const struct history *h, const struct history_seat *seat, size_t at,
	int64_t seq)
{
	return at < seat->count && seat_event(h, seat, at)->seq == seq;
}

/* The number is not there yet, and goes to `at` in its seat. */
static void keep(struct history *h, struct history_seat *seat, size_t at, const struct packed *e,
	bool *in_order)
{
	size_t place = h->count, order = order_place(h, e);

	if (place == NONE)
		mem_out();
	h->kept = array_room(h->kept, place, &h->room, sizeof(const struct packed *));
	h->undone = array_room(h->undone, place, &h->undone_room, sizeof *h->undone);
	h->order = array_room(h->order, place, &h->order_room, sizeof *h->order);
	h->kept[place] = e;
	insert_place(h->order, h->count++, order, place);
	add_to_seat(h, seat, at, place);
	if (e->clock > h->clock)
		h->clock = e->clock;
	if (in_order)
		*in_order = order == place && !is_mark(e) && !h->undone[place] && e->usable;
}

bool history_take(struct history *h, const struct packed *e, bool *in_order)
{
	struct history_seat *seat = seat_entered(h, e->seat);
	size_t at = seat_place(h, seat, e->seq);

	if (is_there(h, seat, at, e->seq))
		return false;
	keep(h, seat, at, e, in_order);
	return true;
}

bool history_add(struct history *h, struct event *event, bool *in_order)
{
	struct history_seat *seat = seat_entered(h, event->seat);
	size_t at = seat_place(h, seat, event->seq);
	bool is_new = !is_there(h, seat, at, event->seq);

	if (is_new)
		keep(h, seat, at, event_pack(event, seat->name, &h->shelf), in_order);
	event_free(event);
	return is_new;
}

void history_hold(struct history *h, struct arena *arena)
{
	arena_join(&h->shelf, arena);
}

const struct packed *history_at(const struct history *h, size_t i)
{
	return h->kept[h->order[i]];
}

bool history_is_undone(const struct history *h, size_t i)
{
	return h->undone[h->order[i]];
}

bool history_counts(const struct history *h, size_t i)
{
	return !history_is_undone(h, i) && history_at(h, i)->usable;
}

/* The number at the end of an id SEAT-SEQ, as event_id() writes it; 0 when it is none. */
static int64_t number_in(const char *id, char seat[NAME_SIZE])
{
	const char *dash = id ? strrchr(id, '-') : NULL;
	int64_t number;

	if (!dash || dash - id >= NAME_SIZE || dash[1] < '1' || dash[1] > '9' ||
		!number_read(dash + 1, 1, INT64_MAX, &number))
		return 0;
	memcpy(seat, id, (size_t)(dash - id));
	seat[dash - id] = '\0';
	return number;
}

/* Its place in `kept`; NONE. */
static size_t place_of(const struct history *h, const char *id)
{
	char name[NAME_SIZE];
	int64_t seq = number_in(id, name);
	const struct history_seat *seat = seq ? seat_of(h, name) : NULL;
	size_t at = seat ? seat_place(h, seat, seq) : 0;

	return seat && is_there(h, seat, at, seq) ? seat->places[at] : NONE;
}

const struct packed *history_find(const struct history *h, const char *id)
{
	size_t place = place_of(h, id);

	return place == NONE ? NULL : h->kept[place];
}

bool history_stands(const struct history *h, const char *id)
{
	size_t place = place_of(h, id);

	return place != NONE && !h->undone[place];
}

/* Does this undo or redo name an event that moves a clock? */
static bool mark_moves_clock(const struct history *h, const struct packed *mark)
{
	const struct history_seat *seat = seat_of(h, mark->seat);
	struct unpacked u = {0};
	const struct value *named = named_by(mark, &u);
	bool moves = false;

	for (size_t i = 0; named && i < named->count && !moves; i++) {
		size_t place = target(h, seat, mark, named->numbers[i]);

		moves = place != NONE && event_has(h->kept[place]->kind, MOVES_CLOCK);
	}
	unpacked_release(&u);
	return moves;
}

bool history_apply_last(const struct history *h, struct session *s, struct error *error)
{
	struct unpacked u = {0};
	const struct packed *last = h->kept[h->count - 1];
	bool applied = session_apply(s, packed_read(&u, last), error);

	unpacked_release(&u);
	return applied;
}

void history_fold(const struct history *h, struct session *out)
{
	struct unpacked u = {0};

	notes_expected(out, h->count);
	for (size_t i = 0; i < h->count; i++) {
		const struct packed *p = history_at(h, i);
		const struct event *e = packed_read(&u, p);
		struct error why; /* what is void changes nothing */

		if (!history_counts(h, i)) {
			session_see(out, e);
			continue;
		}
		session_apply(out, e, &why);
		if (is_mark(p) && mark_moves_clock(h, p))
			session_pass(out, p->at);
	}
	unpacked_release(&u);
}

/* What /undo passes over: it is not an act on the record, or gives and takes the pen itself. */
static bool is_undoable(const struct packed *e)
{
	return !is_mark(e) && e->kind != EVENT_OPENED && e->kind != EVENT_SEAT_LEFT &&
		e->kind != EVENT_CLOCK_STEPPED && e->kind != EVENT_LIST_TAKEN && e->seq > 1;
}

/* Does the seat's event `i` belong to the same typed line as the one after it? */
static bool goes_on(const struct history *h, const struct history_seat *seat, size_t i)
{
	const struct packed *e = seat_event(h, seat, i);

	return i + 1 < seat->count && e->more &&
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
		const struct packed *e = seat_event(h, seat, i - 1);

		if (!is_mark(e) && e->kind != EVENT_OPENED && e->kind != EVENT_SEAT_LEFT &&
			e->kind != EVENT_CLOCK_STEPPED)
			break;
	}
	return i;
}

/* Puts the number in its place among `count` ascending ones, unless it is there. */
static size_t add_number(int64_t *numbers, size_t count, int64_t number)
{
	size_t at = 0;

	while (at < count && numbers[at] < number)
		at++;
	if (at < count && numbers[at] == number)
		return count;
	memmove(numbers + at + 1, numbers + at, (count - at) * sizeof *numbers);
	numbers[at] = number;
	return count + 1;
}

/* The numbers that `undo` named and that are undone still, ascending and each once. */
static size_t still_undone(const struct history *h, const struct history_seat *seat,
	const struct packed *undo, int64_t **out)
{
	struct unpacked u = {0};
	const struct value *named = named_by(undo, &u);
	size_t count = 0;

	*out = NULL;
	if (named && named->count)
		*out = mem_new(named->count, sizeof **out);
	for (size_t i = 0; *out && i < named->count; i++) {
		size_t place = target(h, seat, undo, named->numbers[i]);

		if (place != NONE && h->undone[place])
			count = add_number(*out, count, named->numbers[i]);
	}
	unpacked_release(&u);
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
		const struct packed *e = seat_event(h, seat, i - 1);

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
		if (history_at(h, i - 1)->clock <= most)
			return history_at(h, i - 1)->clock;
	return 0;
}

int64_t history_last(const struct history *h, const char *seat_name, int64_t *at)
{
	const struct history_seat *seat = seat_of(h, seat_name);

	if (at)
		*at = NO_TIME;
	if (!seat)
		return 0;
	const struct packed *last = seat_event(h, seat, seat->count - 1);
	if (at && last->kind != EVENT_OPENED)
		*at = last->at;
	return last->seq;
}
