/* SPDX-License-Identifier: MIT */
/* recover.c - a seat's log locked, read, and mended at its end. */
#include "journal/recover.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "journal/log_parts.h"
#include "log/line_spans.h"
#include "store/files.h"

enum { PARTS_TRIED = 10000 };

/* The end of a file: what stays of it, and whether it lacks its newline. */
struct ending {
	size_t good;      /* bytes that stay */
	bool add_newline;
};

/* The newest part of the log, as read. */
struct part {
	int number;
	int64_t last; /* number, 0 when it holds nothing */
	bool damaged;
	struct ending ending;
};

static bool fail(struct error *error, const char *what, const char *path)
{
	return error_status(error, 3, "cannot %s %s: %s", what, path, strerror(errno));
}

static struct part judge(const struct log_state *state)
{
	const struct log_reading *r = &state->reading;
	struct part part = {.number = state->part, .ending.good = r->good_end};

	for (size_t i = 0; i < r->count; i++)
		if (r->events[i]->seq > part.last)
			part.last = r->events[i]->seq;
	for (size_t i = 0; i < r->flaw_count; i++)
		part.damaged = part.damaged || r->flaws[i].kind == FLAW_DAMAGED;
	return part;
}

static bool read_part(struct recovered *out, struct part *part, const char *folder,
	const char *seat, int number, struct error *error)
{
	out->logs = array_room(out->logs, out->log_count, &out->log_room, sizeof *out->logs);
	struct log_state *state = &out->logs[out->log_count];

	if (!log_state_read(state, folder, seat, number, error))
		return false;
	out->log_count++;
	*part = judge(state);
	if (state->reading.readonly && !out->readonly) {
		out->readonly = true;
		snprintf(out->why, sizeof out->why, "%.150s", state->reading.readonly_why);
	}
	if (part->last > out->last)
		out->last = part->last;
	return true;
}

void recovered_drop_logs(struct recovered *r)
{
	while (r->log_count)
		log_state_release(&r->logs[--r->log_count]);
	free(r->logs);
	r->logs = NULL;
	r->log_room = 0;
}

/* Reads every part; *last is the last one. */
static bool read_parts(struct recovered *out, struct part *last, const char *folder,
	const char *seat, struct error *error)
{
	int *numbers;
	size_t count;

	recovered_drop_logs(out);
	bool read = parts_there(&numbers, &count, folder, seat, error);
	*last = (struct part){0};
	for (size_t i = 0; read && i < count; i++)
		read = read_part(out, last, folder, seat, numbers[i], error);
	free(numbers);
	return read;
}

/* A file to be mended: its name in notices, the directory and name under which its end is set aside,
 * and the bytes after its good part. */
struct mending {
	struct append_file *file;
	const char *folder, *name, *aside, *label;
	const char *tail;
	size_t tail_len;
	struct ending ending;
};

/* Puts the tail into a new file; its name is added to `name`. */
static bool set_aside(struct buffer *name, const struct mending *m)
{
	char *dir = path_of(m->folder, "%s", m->aside);
	bool room = dir_make_synced(dir), made = false;

	for (int i = 1; room && !made && i < PARTS_TRIED; i++) {
		buffer_reset(name);
		buffer_format(name, "%s/%s-%zu", m->aside, m->label, m->ending.good);
		if (i > 1)
			buffer_format(name, "-%d", i);
		char *path = path_of(m->folder, "%s", name->bytes);
		made = file_make(path, m->tail, m->tail_len);
		free(path);
		if (!made && errno != EEXIST)
			break;
	}
	made = made && dir_sync(dir);
	free(dir);
	return made;
}

static bool mend(const struct mending *m, struct buffer *notices, struct error *error)
{
	struct buffer aside = BUFFER_EMPTY;

	if (m->tail_len && !set_aside(&aside, m)) {
		buffer_release(&aside);
		return fail(error, "set aside the unfinished end of", m->name);
	}
	if (m->tail_len)
		buffer_format(notices, "%s: an unfinished end of %zu bytes was set aside in %s\n",
			m->name, m->tail_len, aside.bytes);
	buffer_release(&aside);
	if (m->tail_len && !append_cut(m->file, (off_t)m->ending.good))
		return fail(error, "cut back", m->name);
	if (!m->ending.add_newline)
		return true;
	if (!append_write(m->file, "\n", 1) || !append_sync(m->file))
		return fail(error, "write to", m->name);
	buffer_format(notices, "%s: the last line lacked its newline, which was added\n", m->name);
	return true;
}

/* The bytes of the file from `start` on; false with errno. */
static bool read_end(struct buffer *out, const char *path, size_t start)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool read = fd >= 0 && range_read(fd, start, SIZE_MAX, out);

	file_close(fd);
	return read;
}

/* Mends the end of a log and says in its state what it then is. */
static bool mend_log(struct recovered *out, const struct part *part, const char *folder,
	const char *seat, struct buffer *notices, struct error *error)
{
	struct log_state *state = &out->logs[out->log_count - 1];
	char label[NAME_SIZE + 16], name[NAME_SIZE + 32];
	struct buffer end = BUFFER_EMPTY;
	size_t good = part->ending.good, before = good > 0;

	snprintf(label, sizeof label, part->number > 1 ? "%s.%d" : "%s", seat, part->number);
	snprintf(name, sizeof name, "log/%s.yaml", label);
	if (!read_end(&end, state->path, good - before) || end.len < before) {
		buffer_release(&end);
		return fail(error, "read", name);
	}
	struct mending m = {&out->log, folder, name, TORN_DIR, label, end.bytes + before,
		end.len - before, {good, before && *end.bytes != '\n'}};
	bool mended = mend(&m, notices, error);
	state->taken = state->size = good + m.ending.add_newline;
	buffer_release(&end);
	return mended;
}

/* Damage, or numbers that only an earlier part holds: the seat goes on in a file of its own. */
static bool go_on(struct recovered *out, const struct part *last, const char *folder,
	const char *seat, struct buffer *notices, struct error *error)
{
	char *old = log_path(folder, seat, last->number);

	out->part = part_make(&out->log, folder, seat, last->number);
	if (out->part)
		buffer_format(notices,
			"log/%s is %s and stays as it is; %s goes on in log/%s.%d.yaml "
			"('roundtable verify' says more)\n",
			strrchr(old, '/') + 1, last->damaged ? "damaged" : "behind an earlier one",
			seat, seat, out->part);
	else
		error_status(error, 3, "cannot make a log after %s: %s", old, strerror(errno));
	free(old);
	return out->part != 0;
}

static bool open_last(struct recovered *out, const struct part *last, const char *folder,
	const char *seat, struct buffer *notices, struct error *error)
{
	bool lacks = last->number > 1 && last->last && out->last > last->last;

	if (!out->readonly && (last->damaged || lacks))
		return go_on(out, last, folder, seat, notices, error);
	out->part = last->number;
	char *path = log_path(folder, seat, last->number);
	bool good = append_open(&out->log, path, false, NULL) || fail(error, "open", path);
	good = good && (out->readonly || mend_log(out, last, folder, seat, notices, error));
	free(path);
	return good;
}

/* The end of the last line that holds or is terminated. */
static struct ending people_ending(const struct buffer *bytes)
{
	struct line_spans spans;
	struct line_span span;
	struct ending ending = {0};

	line_spans_init(&spans, bytes->bytes, bytes->len);
	while (line_spans_next(&spans, &span))
		if (span.holds || span.terminated || span.end < bytes->len)
			ending.good = span.end;
	line_spans_release(&spans);
	ending.add_newline = ending.good && bytes->bytes[ending.good - 1] != '\n';
	return ending;
}

static bool mend_people(const char *folder, const char *seat, struct buffer *notices,
	struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct append_file file = APPEND_NONE;
	char name[NAME_SIZE + 32];
	char *path = path_of(folder, "people/%s.yaml", seat);
	bool good = true;

	snprintf(name, sizeof name, "people/%s.yaml", seat);
	if (access(path, F_OK) == 0) {
		good = file_read(&bytes, path, FILE_MOST, error) &&
			(append_open(&file, path, false, NULL) || fail(error, "open", path));
		struct ending ending = people_ending(&bytes);
		struct mending m = {&file, folder, name, TORN_PEOPLE_DIR, seat,
			bytes.bytes + ending.good, bytes.len - ending.good, ending};
		good = good && mend(&m, notices, error);
	}
	append_close(&file);
	buffer_release(&bytes);
	free(path);
	return good;
}

/* Opens the file, made if need be, and takes the lock on it. */
static bool lock_once(struct recovered *out, const char *folder, const char *dir, const char *path,
	bool *held, const char *seat, struct error *error)
{
	struct append_file file;
	bool is_new = false;
	bool taken = append_open(&file, path, false, &is_new) || fail(error, "open", path);

	if (taken) {
		out->lock = file.fd;
		/* An empty one may be left from when this failed. */
		taken = (!is_new && file.end) || (dir_sync(dir) && dir_sync(folder)) || fail(error, "sync", dir);
	}
	if (taken && flock(out->lock, LOCK_EX | LOCK_NB) != 0) {
		*held = errno == EWOULDBLOCK;
		taken = *held ? error_status(error, 3,
					"the seat %s is held by another program; choose "
					"another with --seat",
					seat)
			      : fail(error, "lock", path);
	}
	return taken;
}

/* Part 1 with the lock on it. */
static bool take_lock(struct recovered *out, const char *folder, const char *seat, bool *held,
	struct error *error)
{
	char *path = log_path(folder, seat, 1), *dir = path_of(folder, "log");
	bool taken = lock_once(out, folder, dir, path, held, seat, error);

	for (int i = 0; taken && i < PARTS_TRIED && !file_is_named(out->lock, path); i++) {
		close(out->lock);
		out->lock = -1;
		taken = lock_once(out, folder, dir, path, held, seat, error);
	}
	free(path);
	free(dir);
	return taken;
}

/* Lines kept in a fallback folder become the next part, which is then the last one. */
static bool bring_back(struct recovered *out, struct part *last, const char *folder,
	const char *seat, struct buffer *notices, struct error *error)
{
	bool brought;

	if (!fallback_session_id(out->session, folder, error) ||
		!fallback_bring_back(folder, seat, out->session, &brought, notices, error))
		return false;
	if (!brought)
		return true;
	append_close(&out->log);
	return read_parts(out, last, folder, seat, error) &&
		open_last(out, last, folder, seat, notices, error);
}

bool recover(struct recovered *out, const char *folder, const char *seat, bool *held,
	struct buffer *notices, struct error *error)
{
	struct part last = {0};

	*out = (struct recovered){.lock = -1, .log = APPEND_NONE};
	/* An archive or a synchroniser may have left out empty directories. */
	bool good = session_dirs_make(folder, error) && take_lock(out, folder, seat, held, error) &&
		read_parts(out, &last, folder, seat, error) &&
		open_last(out, &last, folder, seat, notices, error) &&
		(out->readonly || (mend_people(folder, seat, notices, error) &&
			bring_back(out, &last, folder, seat, notices, error)));
	if (good)
		return true;
	recovered_drop_logs(out);
	append_close(&out->log);
	if (out->lock >= 0)
		close(out->lock);
	return false;
}
