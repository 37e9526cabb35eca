/* SPDX-License-Identifier: MIT */
/* log_reading.c - a whole log file as events, and what is wrong with it. */
#include "log/log_reading.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/memory.h"
#include "log/event_line.h"
#include "log/line_spans.h"
#include "log/pack.h"

/* What is known while a log is read. */
struct log_reader {
	struct log_reading *out;
	const char *seat;   /* in the reading's shelf */
	struct packer packer;
	struct buffer scratch;
	struct pieces pieces; /* of a line that is not as we write it */
	size_t start;       /* where the bytes given last begin in the file */
	size_t searched;    /* of those left over, in which there is no newline */
	size_t line;
	size_t group_first; /* the newest events of which each but the last says `more` … */
	size_t group_start, group_line; /* … and where the first of them stands */
	int64_t largest;    /* number so far, 0: none */
	bool damage;        /* since the last event: explains a gap */
	struct map numbers; /* kept only once a number came out of order */
	bool disorder;
	bool wants_ranges;
};

static void note(struct log_reader *r, enum stretch_kind kind, const struct piece *piece, size_t len)
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

static void look_at_session(struct log_reading *out, const char *says)
{
	if (out->session && says && !same_text(out->session, says))
		out->sessions_differ = true;
	if (!out->session)
		out->session = says;
}

/* A version or an act that this program does not know. */
static void look_for_news(struct log_reader *r, const struct packed *p)
{
	struct unpacked u = {0};

	if (p->kind != EVENT_UNKNOWN && p->kind != EVENT_OPENED)
		return;
	const struct event *e = packed_read(&u, p);
	const char *format = event_text(e, FIELD_FORMAT);
	if (e->kind == EVENT_OPENED)
		look_at_session(r->out, event_text(e, FIELD_SESSION));
	if (e->kind == EVENT_UNKNOWN)
		refuse_to_write(r->out, "it holds", e->unknown);
	else if (!format || strcmp(format, "log/1") != 0)
		refuse_to_write(r->out, "its format is", format ? format : "");
	unpacked_release(&u);
}

static void number_key(char out[24], int64_t seq)
{
	snprintf(out, 24, "%" PRId64, seq);
}

static void remember_number(struct log_reader *r, int64_t seq)
{
	char key[24];

	number_key(key, seq);
	map_set(&r->numbers, key, 1);
}

/* Was that number, which is not the largest, read before? */
static bool is_known_number(struct log_reader *r, int64_t seq)
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
static bool number_is_good(
	struct log_reader *r, const struct packed *e, const struct piece *piece)
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

/* The event begins a typed line, or goes on with the one that those before it began. */
static void follow_group(struct log_reader *r, const struct packed *e, const struct piece *piece)
{
	struct log_reading *out = r->out;
	const struct packed *before = out->count ? out->events[out->count - 1] : NULL;

	if (before && packed_compare(before, e) >= 0)
		out->disordered = true;
	if (before && before->more && before->seq + 1 == e->seq)
		return;
	r->group_first = out->count;
	r->group_start = piece->start;
	r->group_line = piece->line;
}

static void take_event(struct log_reader *r, const struct packed *e, const struct piece *piece)
{
	struct log_reading *out = r->out;

	if (!number_is_good(r, e, piece))
		return;
	follow_group(r, e, piece);
	out->events = array_room(out->events, out->count, &out->room, sizeof(const struct packed *));
	if (r->wants_ranges) {
		out->ranges = array_room(out->ranges, out->count, &out->range_room,
			sizeof *out->ranges);
		out->ranges[out->count] = (struct byte_range){piece->start, piece->end};
	}
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

/* `e` is the event that it holds, NULL when it holds none; `at_end` when nothing comes behind it, a
 * newline neither. */
static void take_piece(
	struct log_reader *r, const struct packed *e, const struct piece *piece, bool at_end)
{
	size_t len = piece->end - piece->start;

	if (e) {
		take_event(r, e, piece);
		if (at_end)
			note(r, STRETCH_UNENDED, piece, len);
	} else if (at_end) {
		note(r, STRETCH_TORN, piece, len);
		return;
	} else {
		note(r, STRETCH_DAMAGED, piece, len);
		r->damage = true;
	}
	r->out->good_end = piece->end;
}

/* The event of a line that line_pack() did not take. */
static const struct packed *pack_pairs(struct log_reader *r)
{
	struct event *e = event_of_pairs(&r->pieces.pairs, r->seat);
	const struct packed *packed = e ? event_pack(e, r->seat, &r->out->shelf) : NULL;

	event_free(e);
	return packed;
}

/* A line that is not as we write it, its newline with it when it has one. */
static void take_odd_line(struct log_reader *r, const char *bytes, size_t at, size_t end)
{
	struct pieces *pieces = &r->pieces;
	struct piece piece;

	pieces_again(pieces, bytes + at, end - at);
	while (pieces_next(pieces, &piece)) {
		bool at_end = !piece.terminated && piece.end == pieces->len;

		piece.line = r->line;
		piece.start += r->start + at;
		piece.end += r->start + at;
		take_piece(r, piece.holds ? pack_pairs(r) : NULL, &piece, at_end);
	}
}

/* One line, which ends before `newline`, or with the file when that is NULL. */
static size_t take_line(
	struct log_reader *r, const char *bytes, size_t at, size_t len, const char *newline)
{
	size_t line_end = newline ? (size_t)(newline - bytes) : len;
	size_t end = newline ? line_end + 1 : len;

	if (line_pack(&r->packer, &r->scratch, bytes + at, line_end - at, r->seat)) {
		struct piece piece = {.holds = true, .terminated = newline != NULL, .line = r->line,
			.start = r->start + at, .end = r->start + end};

		take_piece(r, packer_end(&r->packer, &r->out->shelf), &piece, !newline);
	} else {
		take_odd_line(r, bytes, at, end);
	}
	r->line++;
	return end;
}

/* Stretches that lie in what is cut off are told by that one. */
static void note_open_group(struct log_reader *r, size_t start, size_t line, size_t end)
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
static void take_back_open_group(struct log_reader *r)
{
	struct log_reading *out = r->out;

	if (r->damage || !out->count || !out->events[out->count - 1]->more)
		return;
	out->count = r->group_first;
	note_open_group(r, r->group_start, r->group_line, out->good_end);
}

struct log_reader *log_reader_new(struct log_reading *out, const char *seat)
{
	struct log_reader *r = mem_new(1, sizeof *r);

	*out = (struct log_reading){0};
	r->out = out;
	r->seat = arena_text(&out->shelf, seat);
	r->line = 1;
	buffer_init(&r->scratch);
	return r;
}

size_t log_reader_feed(struct log_reader *r, const char *bytes, size_t len, bool end)
{
	size_t at = 0;

	while (at < len) {
		size_t from = at + r->searched;
		const char *newline = memchr(bytes + from, '\n', len - from);

		if (!newline && !end) {
			r->searched = len - at;
			break;
		}
		r->searched = 0;
		at = take_line(r, bytes, at, len, newline);
	}
	r->start += at;
	if (end)
		take_back_open_group(r);
	return at;
}

void log_reader_free(struct log_reader *r)
{
	if (!r)
		return;
	packer_release(&r->packer);
	buffer_release(&r->scratch);
	pieces_release(&r->pieces);
	map_release(&r->numbers);
	free(r);
}

static void read_whole(struct log_reading *out, const char *bytes, size_t len, const char *seat,
	bool wants_ranges)
{
	struct log_reader *r = log_reader_new(out, seat);

	r->wants_ranges = wants_ranges;
	log_reader_feed(r, bytes, len, true);
	log_reader_free(r);
}

void log_read(struct log_reading *out, const char *bytes, size_t len, const char *seat)
{
	read_whole(out, bytes, len, seat, false);
}

void log_read_ranges(struct log_reading *out, const char *bytes, size_t len, const char *seat)
{
	read_whole(out, bytes, len, seat, true);
}

bool log_is_of_another(const struct log_reading *r, const char *session)
{
	return r->session && session && (r->sessions_differ || !same_text(r->session, session));
}

void log_reading_release(struct log_reading *r)
{
	free(r->events);
	free(r->ranges);
	free(r->stretches);
	arena_release(&r->shelf);
	*r = (struct log_reading){0};
}
