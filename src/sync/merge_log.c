/* SPDX-License-Identifier: MIT */
/* merge_log.c - the logs of one seat in two folders, line by line. */
#include "sync/merge_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/conflicts.h"
#include "store/files.h"

/* Reading */

static void release_log(struct merge_log *log)
{
	free(log->name);
	buffer_release(&log->text);
	buffer_release(&log->tail);
}

void merge_side_release(struct merge_side *s)
{
	for (size_t i = 0; i < s->count; i++)
		release_log(&s->logs[i]);
	free(s->logs);
	free(s->lines);
	*s = (struct merge_side){0};
}

/* The header of a file that goes on for another makes nothing. */
static bool makes_nothing(const struct merge_log *log, const struct packed *e)
{
	return log->part > 1 && e->kind == EVENT_OPENED && e->seq > 1;
}

/* Does the header say another seat? */
static bool is_stray(const struct packed *e, const char *seat)
{
	struct unpacked u = {0};

	if (e->kind != EVENT_OPENED)
		return false;
	const char *says = event_text(packed_read(&u, e), FIELD_SEAT);
	bool stray = says && strcmp(says, seat) != 0;
	unpacked_release(&u);
	return stray;
}

/* Adds the lines of a log, unless a header in it says another seat. */
static void take_lines(struct merge_side *s, size_t at, const struct log_reading *reading,
	const char *seat)
{
	struct merge_log *log = &s->logs[at];

	for (size_t i = 0; i < reading->count && !log->stray; i++)
		log->stray = is_stray(reading->events[i], seat);
	for (size_t i = 0; i < reading->count && !log->stray; i++) {
		const struct packed *e = reading->events[i];
		const char *bytes = log->text.bytes + reading->ranges[i].start;
		size_t len = reading->ranges[i].end - reading->ranges[i].start;

		if (makes_nothing(log, e))
			continue;
		if (len && bytes[len - 1] == '\n')
			len--;
		s->lines = array_room(s->lines, s->line_count, &s->line_room, sizeof *s->lines);
		s->lines[s->line_count++] = (struct merge_line){e->seq, at, bytes, len};
	}
}

/* Reads the lines of a log and parts an unfinished end from them. */
static void read_lines(struct merge_side *s, size_t at, const char *seat)
{
	struct merge_log *log = &s->logs[at];
	struct log_reading reading;

	log_read_ranges(&reading, log->text.bytes, log->text.len, seat);
	for (size_t i = 0; i < reading.flaw_count; i++)
		log->damaged += reading.flaws[i].kind == FLAW_DAMAGED;
	size_t good = reading.good_end;
	buffer_bytes(&log->tail, log->text.bytes + good, log->text.len - good);
	buffer_cut(&log->text, good);
	log->added_newline = good && log->text.bytes[good - 1] != '\n';
	if (log->added_newline)
		buffer_char(&log->text, '\n');
	take_lines(s, at, &reading, seat);
	log_reading_release(&reading);
}

/* Sort by seq; for equal seq the later file wins, then the earlier line. */
static int by_number(const void *a, const void *b)
{
	const struct merge_line *one = a, *other = b;

	if (one->seq != other->seq)
		return one->seq < other->seq ? -1 : 1;
	if (one->log != other->log)
		return one->log > other->log ? -1 : 1;
	return (one->bytes > other->bytes) - (one->bytes < other->bytes);
}

static void keep_what_counts(struct merge_side *s)
{
	size_t kept = 0;

	if (s->line_count)
		qsort(s->lines, s->line_count, sizeof *s->lines, by_number);
	for (size_t i = 0; i < s->line_count; i++)
		if (!kept || s->lines[kept - 1].seq != s->lines[i].seq)
			s->lines[kept++] = s->lines[i];
	s->line_count = kept;
}

/* Sort by part; a conflict copy comes after its file. */
static int by_part(const void *a, const void *b)
{
	const struct merge_log *one = a, *other = b;
	int order = (one->part > other->part) - (one->part < other->part);

	if (!order)
		order = is_copy_name(one->name) - is_copy_name(other->name);
	return order ? order : strcmp(one->name, other->name);
}

static bool read_log(struct merge_side *s, const char *dir, const char *name, int part,
	struct error *error)
{
	struct merge_log log = {.part = part, .text = BUFFER_EMPTY, .tail = BUFFER_EMPTY};
	char *path = path_of(dir, "%s", name);

	bool read = file_read(&log.text, path, FILE_MOST, error);
	free(path);
	if (!read) {
		release_log(&log);
		return false;
	}
	log.name = mem_text(name);
	s->logs = array_room(s->logs, s->count, &s->room, sizeof *s->logs);
	s->logs[s->count++] = log;
	return true;
}

bool merge_side_read(struct merge_side *out, const char *folder, const char *seat, int which,
	struct error *error)
{
	struct names names;
	char *dir = path_of(folder, "log");

	*out = (struct merge_side){0};
	bool read = names_read(&names, dir, error);
	for (size_t i = 0; read && i < names.count; i++) {
		const char *name = names.items[i];
		char whose[NAME_SIZE];
		int part;
		bool own = (which & MERGE_OWN) && log_name_read(name, whose, &part);

		if (!own && !((which & MERGE_COPIES) && copy_name_read(name, whose, &part)))
			continue;
		if (strcmp(whose, seat) == 0)
			read = read_log(out, dir, name, part, error);
	}
	names_release(&names);
	free(dir);
	if (!read) {
		merge_side_release(out);
		return false;
	}
	if (out->count)
		qsort(out->logs, out->count, sizeof *out->logs, by_part);
	for (size_t i = 0; i < out->count; i++)
		read_lines(out, i, seat);
	keep_what_counts(out);
	return true;
}

/* Comparing */

static bool is_same_line(const struct merge_line *a, const struct merge_line *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

void merge_compare(
	struct merge_seat *seat, const struct merge_side *ours, struct merge_side *theirs)
{
	size_t at = 0;

	for (size_t i = 0; i < theirs->line_count; i++) {
		const struct merge_line *line = &theirs->lines[i];

		while (at < ours->line_count && ours->lines[at].seq < line->seq)
			at++;
		bool there = at < ours->line_count && ours->lines[at].seq == line->seq;
		if (there && is_same_line(&ours->lines[at], line)) {
			seat->had++;
			continue;
		}
		theirs->logs[line->log].news++;
		seat->came++;
		if (there && !seat->parts_at)
			seat->parts_at = line->seq;
	}
	if (seat->parts_at) {
		seat->aside = seat->came;
		seat->came = 0;
	}
}
