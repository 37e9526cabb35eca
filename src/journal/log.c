/* SPDX-License-Identifier: MIT */
/* log.c - a whole log file as events, and what is wrong with it. */
#include "journal/line.h"
#include "journal/event_pairs.h"
#include "journal/pieces.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"

/* What is known while a log is read. */
struct reader {
	struct log_reading *out;
	const char *seat;
	size_t *starts;     /* where the line of each event begins */
	size_t starts_room;
	int64_t largest;    /* number so far, 0: none */
	bool damage;        /* since the last event: explains a gap */
	struct map numbers; /* kept only once a number came out of order */
	bool disorder;
};

static void note(struct reader *r, enum stretch_kind kind, const struct piece *piece, size_t len)
{
	struct log_reading *out = r->out;

	out->stretches = array_room(out->stretches, out->stretch_count, &out->stretch_room,
		sizeof *out->stretches);
	out->stretches[out->stretch_count++] =
		(struct stretch){kind, piece->line, piece->start, len};
}

static void refuse_to_write(struct log_reading *out, const char *what, const char *word)
{
	if (out->readonly)
		return;
	out->readonly = true;
	snprintf(out->readonly_why, sizeof out->readonly_why,
		"%s '%.40s', which only a newer program knows", what, word);
}

/* A version or an act that this program does not know. */
static void look_for_news(struct reader *r, const struct event *e)
{
	const char *format = event_text(e, FIELD_FORMAT);

	if (e->kind == EVENT_UNKNOWN)
		refuse_to_write(r->out, "it holds", e->unknown);
	else if (e->kind == EVENT_OPENED && (!format || strcmp(format, "log/1") != 0))
		refuse_to_write(r->out, "its format is", format ? format : "");
}

static void number_key(char out[24], int64_t seq)
{
	snprintf(out, 24, "%" PRId64, seq);
}

static void remember_number(struct reader *r, int64_t seq)
{
	char key[24];

	number_key(key, seq);
	map_set(&r->numbers, key, 1);
}

/* Was that number, which is not the largest, read before? */
static bool is_known_number(struct reader *r, int64_t seq)
{
	char key[24];

	if (!r->disorder)
		for (size_t i = 0; i < r->out->count; i++)
			remember_number(r, r->out->events[i]->seq);
	r->disorder = true;
	number_key(key, seq);
	return map_get(&r->numbers, key) != MAP_NONE;
}

/* Numbers are dense: what is missing without damage to explain it is itself damage, and so is a
 * number that comes again, which is then passed over. The very first line is an `open`. */
static bool number_is_good(struct reader *r, const struct event *e, const struct piece *piece)
{
	if (!r->out->count) {
		if (e->kind != EVENT_OPENED && !r->damage)
			note(r, STRETCH_DAMAGED, piece, 0);
		return true;
	}
	if (e->seq > r->largest) {
		if (e->seq > r->largest + 1 && !r->damage)
			note(r, STRETCH_DAMAGED, piece, 0);
		return true;
	}
	bool is_known = is_known_number(r, e->seq);
	note(r, STRETCH_DAMAGED, piece, is_known ? piece->end - piece->start : 0);
	return !is_known;
}

static void take_event(struct reader *r, struct event *e, const struct piece *piece)
{
	struct log_reading *out = r->out;

	if (!number_is_good(r, e, piece)) {
		event_free(e);
		return;
	}
	out->events = array_room(out->events, out->count, &out->room, sizeof(struct event *));
	r->starts = array_room(r->starts, out->count, &r->starts_room, sizeof *r->starts);
	r->starts[out->count] = piece->start;
	out->events[out->count++] = e;
	if (e->seq > r->largest)
		r->largest = e->seq;
	if (r->disorder)
		remember_number(r, e->seq);
	r->damage = false;
	look_for_news(r, e);
	if (piece->altered)
		note(r, STRETCH_ALTERED, piece, piece->end - piece->start);
}

static void take_piece(struct reader *r, struct pieces *pieces, const struct piece *piece)
{
	struct event *e = piece->holds ? event_of_pairs(&pieces->pairs, r->seat) : NULL;
	size_t len = piece->end - piece->start;

	if (e) {
		take_event(r, e, piece);
		if (!piece->terminated && piece->end == pieces->len)
			note(r, STRETCH_UNENDED, piece, len);
	} else if (piece->terminated || piece->end < pieces->len) {
		note(r, STRETCH_DAMAGED, piece, len);
		r->damage = true;
	} else {
		note(r, STRETCH_TORN, piece, len);
		return;
	}
	r->out->good_end = piece->end;
}

/* Stretches that lie in what is cut off are told by that one. */
static void note_open_group(struct reader *r, size_t start, size_t line, size_t end)
{
	struct log_reading *out = r->out;
	struct piece group = {.line = line, .start = start};
	struct stretch torn = {0};

	while (out->stretch_count && out->stretches[out->stretch_count - 1].start >= start) {
		struct stretch last = out->stretches[--out->stretch_count];
		if (last.kind == STRETCH_TORN)
			torn = last;
	}
	note(r, STRETCH_OPEN_GROUP, &group, end - start);
	if (torn.len) {
		note(r, STRETCH_TORN, &(struct piece){.line = torn.line, .start = torn.start},
			torn.len);
	}
	out->good_end = start;
}

/* Takes back the events at the very end whose typed line has no last event. What damage has cut
 * off from its last event stands: it was written whole. */
static void take_back_open_group(struct reader *r, const char *bytes)
{
	struct log_reading *out = r->out;
	size_t first = out->count, end = out->good_end;

	if (r->damage)
		return;
	while (first && event_truth(out->events[first - 1], FIELD_MORE) &&
		(first == out->count || out->events[first - 1]->seq + 1 == out->events[first]->seq))
		first--;
	if (first == out->count)
		return;
	size_t line = 1;
	for (const char *at = bytes, *stop = bytes + r->starts[first];
		(at = memchr(at, '\n', (size_t)(stop - at))) != NULL; at++)
		line++;
	for (size_t i = first; i < out->count; i++)
		event_free(out->events[i]);
	out->count = first;
	note_open_group(r, r->starts[first], line, end);
}

void log_read(struct log_reading *out, const char *bytes, size_t len, const char *seat)
{
	struct reader r = {.out = out, .seat = seat};
	struct pieces pieces;
	struct piece piece;

	*out = (struct log_reading){0};
	pieces_init(&pieces, bytes, len);
	while (pieces_next(&pieces, &piece))
		take_piece(&r, &pieces, &piece);
	take_back_open_group(&r, bytes);
	pieces_release(&pieces);
	map_release(&r.numbers);
	free(r.starts);
}

void log_reading_release(struct log_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		event_free(r->events[i]);
	free(r->events);
	free(r->stretches);
	*r = (struct log_reading){0};
}
