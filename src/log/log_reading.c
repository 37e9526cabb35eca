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

/* State while a log is read. */
struct log_reader {
	struct log_reading *out;
	const char *seat;   /* in the reading's shelf */
	struct packer packer;
	struct buffer scratch;
	struct line_spans spans; /* of a line that is not as we write it */
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

static void note(struct log_reader *r, enum flaw_kind kind, const struct line_span *span, size_t len)
{
	struct log_reading *out = r->out;

	out->flaws = array_room(out->flaws, out->flaw_count, &out->flaw_room,
		sizeof *out->flaws);
	out->flaws[out->flaw_count++] =
		(struct flaw){kind, span->line, span->start, len};
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
	struct log_reader *r, const struct packed *e, const struct line_span *span)
{
	if (!r->out->count) {
		if (e->kind != EVENT_OPENED && !r->damage)
			note(r, FLAW_DAMAGED, span, 0);
		return true;
	}
	if (e->seq > r->largest) {
		if (e->seq > r->largest + 1 && !r->damage)
			note(r, FLAW_DAMAGED, span, 0);
		return true;
	}
	bool is_known = is_known_number(r, e->seq);
	note(r, FLAW_DAMAGED, span, is_known ? span->end - span->start : 0);
	return !is_known;
}

/* The event begins a typed line, or goes on with the one that those before it began. */
static void follow_group(struct log_reader *r, const struct packed *e, const struct line_span *span)
{
	struct log_reading *out = r->out;
	const struct packed *before = out->count ? out->events[out->count - 1] : NULL;

	if (before && packed_compare(before, e) >= 0)
		out->disordered = true;
	if (before && before->more && before->seq + 1 == e->seq)
		return;
	r->group_first = out->count;
	r->group_start = span->start;
	r->group_line = span->line;
}

static void take_event(struct log_reader *r, const struct packed *e, const struct line_span *span)
{
	struct log_reading *out = r->out;

	if (!number_is_good(r, e, span))
		return;
	follow_group(r, e, span);
	out->events = array_room(out->events, out->count, &out->room, sizeof(const struct packed *));
	if (r->wants_ranges) {
		out->ranges = array_room(out->ranges, out->count, &out->range_room,
			sizeof *out->ranges);
		out->ranges[out->count] = (struct byte_range){span->start, span->end};
	}
	out->events[out->count++] = e;
	if (e->seq > r->largest)
		r->largest = e->seq;
	if (r->disorder)
		remember_number(r, e->seq);
	r->damage = false;
	look_for_news(r, e);
	if (span->altered)
		note(r, FLAW_ALTERED, span, span->end - span->start);
}

/* `e` is the event that it holds, NULL when it holds none; `at_end` when nothing comes behind it, a
 * newline neither. */
static void take_span(
	struct log_reader *r, const struct packed *e, const struct line_span *span, bool at_end)
{
	size_t len = span->end - span->start;

	if (e) {
		take_event(r, e, span);
		if (at_end)
			note(r, FLAW_UNENDED, span, len);
	} else if (at_end) {
		note(r, FLAW_TORN, span, len);
		return;
	} else {
		note(r, FLAW_DAMAGED, span, len);
		r->damage = true;
	}
	r->out->good_end = span->end;
}

/* The event of a line that line_pack() did not take. */
static const struct packed *pack_pairs(struct log_reader *r)
{
	struct event *e = event_of_pairs(&r->spans.pairs, r->seat);
	const struct packed *packed = e ? event_pack(e, r->seat, &r->out->shelf) : NULL;

	event_free(e);
	return packed;
}

/* A line that is not as we write it, its newline with it when it has one. */
static void take_odd_line(struct log_reader *r, const char *bytes, size_t at, size_t end)
{
	struct line_spans *spans = &r->spans;
	struct line_span span;

	line_spans_restart(spans, bytes + at, end - at);
	while (line_spans_next(spans, &span)) {
		bool at_end = !span.terminated && span.end == spans->len;

		span.line = r->line;
		span.start += r->start + at;
		span.end += r->start + at;
		take_span(r, span.holds ? pack_pairs(r) : NULL, &span, at_end);
	}
}

/* One line, which ends before `newline`, or with the file when that is NULL. */
static size_t take_line(
	struct log_reader *r, const char *bytes, size_t at, size_t len, const char *newline)
{
	size_t line_end = newline ? (size_t)(newline - bytes) : len;
	size_t end = newline ? line_end + 1 : len;

	if (line_pack(&r->packer, &r->scratch, bytes + at, line_end - at, r->seat)) {
		struct line_span span = {.holds = true, .terminated = newline != NULL, .line = r->line,
			.start = r->start + at, .end = r->start + end};

		take_span(r, packer_end(&r->packer, &r->out->shelf), &span, !newline);
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
	struct line_span group = {.line = line, .start = start};
	struct flaw torn = {0};

	while (out->flaw_count && out->flaws[out->flaw_count - 1].start >= start) {
		struct flaw last = out->flaws[--out->flaw_count];
		if (last.kind == FLAW_TORN)
			torn = last;
	}
	note(r, FLAW_OPEN_GROUP, &group, end - start);
	if (torn.len) {
		note(r, FLAW_TORN, &(struct line_span){.line = torn.line, .start = torn.start},
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
	line_spans_release(&r->spans);
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
	free(r->flaws);
	arena_release(&r->shelf);
	*r = (struct log_reading){0};
}
