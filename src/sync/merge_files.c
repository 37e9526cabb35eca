/* SPDX-License-Identifier: MIT */
/* merge_files.c - files put into a folder whole, and the people files of two folders. */
#include "sync/merge_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "log/crc32c.h"
#include "log/line_spans.h"
#include "store/conflicts.h"
#include "store/files.h"

enum { ASIDES_TRIED = 10000 };

bool merge_put(const char *folder, const char *dir, const char *name, const char *bytes, size_t len,
	struct error *error)
{
	char *place = path_of(folder, "%s", dir), *path = path_of(place, "%s", name);
	/* One name, which nobody reads: what a killed run left is written over by the next. */
	char *beside = path_of(place, ".%s.merge", name);
	bool put = dir_make_synced(place) && file_overwrite(beside, bytes, len) &&
		rename(beside, path) == 0 && dir_sync(place);

	if (!put)
		error_status(error, 3, "cannot write %s: %s", path, strerror(errno));
	free(place);
	free(path);
	free(beside);
	return put;
}

/* Does the file hold exactly these bytes? False with *error untouched when it is not there. */
static bool holds(const char *path, const char *bytes, size_t len, struct error *error)
{
	struct buffer there = BUFFER_EMPTY;
	bool same = file_read(&there, path, FILE_MOST, error) && there.len == len &&
		memcmp(there.bytes, bytes, len) == 0;

	buffer_release(&there);
	return same;
}

bool merge_set_aside(struct buffer *name, const char *folder, const char *dir, const char *label,
	const char *end, const char *bytes, size_t len, bool dry, struct error *error)
{
	for (int i = 1; i < ASIDES_TRIED; i++) {
		struct error unread = {0};

		buffer_reset(name);
		buffer_text(name, label);
		if (i > 1)
			buffer_format(name, "-%d", i);
		buffer_text(name, end);
		char *path = path_of(folder, "%s/%s", dir, name->bytes);
		bool there = access(path, F_OK) == 0, same = there && holds(path, bytes, len, &unread);

		free(path);
		if (same || (!there && dry))
			return true;
		if (unread.status) {
			*error = unread;
			return false;
		}
		if (!there)
			return merge_put(folder, dir, name->bytes, bytes, len, error);
	}
	return error_status(error, 3, "too many files are called %s in %s/%s", label, folder, dir);
}

/* People */

struct people_lines {
	struct buffer text; /* lines that are terminated or hold */
	struct buffer tail;
};

static void lines_release(struct people_lines *p)
{
	buffer_release(&p->text);
	buffer_release(&p->tail);
}

/* Parts what was added to p->text from `start` on from an unfinished end of it. */
static void part_tail(struct people_lines *p, size_t start)
{
	struct line_spans spans;
	struct line_span span;
	size_t good = start;

	line_spans_init(&spans, p->text.bytes + start, p->text.len - start);
	while (line_spans_next(&spans, &span))
		if (span.holds || span.terminated)
			good = start + span.end;
	line_spans_release(&spans);
	buffer_bytes(&p->tail, p->text.bytes + good, p->text.len - good);
	buffer_cut(&p->text, good);
	if (good > start && p->text.bytes[good - 1] != '\n')
		buffer_char(&p->text, '\n');
}

/* The seat's people in that folder, in its own file or in conflicting copies of it. */
static bool people_read(struct people_lines *p, const char *folder, const char *seat, int which,
	struct error *error)
{
	struct names names;
	char *dir = path_of(folder, "people");
	bool read = names_read(&names, dir, error);

	*p = (struct people_lines){BUFFER_EMPTY, BUFFER_EMPTY};
	for (size_t i = 0; read && i < names.count; i++) {
		char whose[NAME_SIZE];
		int part;
		bool own = (which & MERGE_OWN) && log_name_read(names.items[i], whose, &part);

		if (!own && !((which & MERGE_COPIES) &&
			copy_name_read(names.items[i], whose, &part)))
			continue;
		if (part > 1 || strcmp(whose, seat) != 0)
			continue;
		char *path = path_of(dir, "%s", names.items[i]);
		size_t start = p->text.len;
		read = file_read(&p->text, path, FILE_MOST, error);
		part_tail(p, start);
		free(path);
	}
	names_release(&names);
	free(dir);
	return read;
}

/* Does `in` hold that line, newline included? */
static bool has_line(const struct buffer *in, const char *line, size_t len)
{
	for (const char *at = in->bytes, *end = at + in->len; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));

		if ((size_t)(stop - at) + 1 == len && memcmp(at, line, len) == 0)
			return true;
		at = stop + 1;
	}
	return false;
}

/* Adds the lines of `theirs` that hold and that `ours` lacks; returns how many. */
static size_t add_missing(struct buffer *ours, const struct buffer *theirs)
{
	struct buffer had = BUFFER_EMPTY;
	struct line_spans spans;
	struct line_span span;
	size_t count = 0;

	if (buffer_starts_with(ours, theirs))
		return 0;
	buffer_bytes(&had, ours->bytes, ours->len);
	line_spans_init(&spans, theirs->bytes, theirs->len);
	while (line_spans_next(&spans, &span)) {
		const char *line = theirs->bytes + span.start;
		size_t len = span.end - span.start;

		if (!span.holds || line[len - 1] != '\n' || has_line(&had, line, len))
			continue;
		buffer_bytes(ours, line, len);
		count++;
	}
	line_spans_release(&spans);
	buffer_release(&had);
	return count;
}

/* Sets an unfinished end aside, as opening the seat does. */
static bool keep_tail(const char *into, const char *seat, size_t offset, const struct buffer *tail,
	struct error *error)
{
	struct buffer name = BUFFER_EMPTY;
	char label[NAME_SIZE + 32];

	if (!tail->len)
		return true;
	snprintf(label, sizeof label, "%s-%zu", seat, offset);
	bool kept = merge_set_aside(&name, into, TORN_PEOPLE_DIR, label, "", tail->bytes, tail->len, false,
		error);
	buffer_release(&name);
	return kept;
}

bool merge_people(size_t *count, const char *into, const char *from, const char *seat, int which,
	bool dry, struct error *error)
{
	struct people_lines ours, theirs = {BUFFER_EMPTY, BUFFER_EMPTY};
	char name[NAME_SIZE + 8];

	snprintf(name, sizeof name, "%s.yaml", seat);
	bool good = people_read(&ours, into, seat, MERGE_OWN, error) &&
		people_read(&theirs, from, seat, which, error);
	size_t was = ours.text.len;
	*count = good ? add_missing(&ours.text, &theirs.text) : 0;
	if (*count && !dry)
		good = keep_tail(into, seat, was, &ours.tail, error) &&
			merge_put(into, "people", name, ours.text.bytes, ours.text.len, error);
	lines_release(&ours);
	lines_release(&theirs);
	return good;
}

bool merge_people_aside(const char *into, const char *from, const char *seat, int which, bool dry,
	struct buffer *told, struct error *error)
{
	struct people_lines ours, theirs = {BUFFER_EMPTY, BUFFER_EMPTY};
	struct buffer name = BUFFER_EMPTY;
	char label[NAME_SIZE + 32];

	bool good = people_read(&ours, into, seat, MERGE_OWN, error) &&
		people_read(&theirs, from, seat, which, error);
	if (good && add_missing(&ours.text, &theirs.text)) {
		snprintf(label, sizeof label, "%s.fork-%08x", seat,
			(unsigned)crc32c(theirs.text.bytes, theirs.text.len));
		good = merge_set_aside(&name, into, "people", label, ".yaml", theirs.text.bytes,
			theirs.text.len, dry, error);
		if (good)
			buffer_format(told, "%s: the people that it added there %s kept in "
				"people/%s\n", seat, dry ? "would be" : "are", name.bytes);
	}
	buffer_release(&name);
	lines_release(&ours);
	lines_release(&theirs);
	return good;
}
