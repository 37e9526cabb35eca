/* SPDX-License-Identifier: MIT */
/* conflicts.c - two lines of one number, and copies that a synchroniser left. */
#include "store/conflicts.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "log/event_line.h"
#include "store/files.h"

/* Are their lines different? */
static bool lines_differ(const struct packed *a, const struct event *b)
{
	struct buffer one = BUFFER_EMPTY, other = BUFFER_EMPTY;
	struct unpacked u = {0};

	line_write(&one, packed_read(&u, a));
	unpacked_release(&u);
	line_write(&other, b);
	bool differ = !buffer_same(&one, &other);
	buffer_release(&one);
	buffer_release(&other);
	return differ;
}

static bool holds(const struct log_state *log, const struct event *e)
{
	return log->events && log->first <= e->seq && e->seq <= log->last &&
		strcmp(log->seat, e->seat) == 0;
}

/* Does a later file of that seat's log hold the number? */
static bool is_held_later(const struct loaded *l, int part, const struct event *e)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].part > part && holds(&l->logs[i], e))
			return true;
	return false;
}

bool line_replaces_earlier(const struct loaded *l, int part, const struct event *e)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].part < part && holds(&l->logs[i], e))
			return true;
	return false;
}

bool line_conflicts(const struct loaded *l, int part, const struct event *e)
{
	char id[ID_SIZE];

	event_id(e, id);
	const struct packed *taken = history_find(&l->history, id);
	return taken && !is_held_later(l, part, e) && lines_differ(taken, e);
}

int64_t flaw_conflict(const struct log_reading *r, const struct flaw *s, const char *bytes,
	const char *seat)
{
	struct event *e = NULL;
	int64_t forks = 0;

	if (s->kind == FLAW_DAMAGED && s->len && bytes[s->start + s->len - 1] == '\n')
		e = line_read(bytes + s->start, s->len - 1, seat);
	for (size_t i = 0; e && i < r->count; i++)
		if (r->events[i]->seq == e->seq && lines_differ(r->events[i], e))
			forks = e->seq;
	event_free(e);
	return forks;
}

/* Copies */

bool copy_name_read(const char *name, char *seat, int *part)
{
	static const char *const words[] = {".sync-conflict-", " (", "_conf(", "~"};
	size_t len = strlen(name);
	const char *at = NULL;
	char stem[NAME_SIZE + 16];

	if (len < 5 || strcmp(name + len - 5, ".yaml") != 0)
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const char *found = strstr(name, words[i]);

		if (found && (!at || found < at))
			at = found;
	}
	if (!at || (size_t)(at - name) + sizeof ".yaml" > sizeof stem)
		return false;
	memcpy(stem, name, (size_t)(at - name));
	memcpy(stem + (at - name), ".yaml", sizeof ".yaml");
	return log_name_read(stem, seat, part);
}

bool is_copy_name(const char *name)
{
	char seat[NAME_SIZE];
	int part;

	return copy_name_read(name, seat, &part);
}

static void tell_copies(const struct loaded *l, const char *dir, struct buffer *notices)
{
	struct error unread = {0};
	struct names names;
	char *path = path_of(l->path, "%s", dir);

	names_read(&names, path, &unread);
	for (size_t i = 0; i < names.count; i++)
		if (is_copy_name(names.items[i]))
			buffer_format(notices, "%s/%s: " COPY_ADVICE "\n", dir, names.items[i]);
	names_release(&names);
	free(path);
}

/* Forks */

/* The event of a line that was passed over; NULL when it holds none. The caller's to free. */
static struct event *event_at(int fd, const struct flaw *s, const char *seat)
{
	char *bytes = mem_new(s->len, 1);
	struct event *e = NULL;

	if (pread(fd, bytes, s->len, (off_t)s->start) == (ssize_t)s->len && bytes[s->len - 1] == '\n')
		e = line_read(bytes, s->len - 1, seat);
	free(bytes);
	return e;
}

static void tell_forks(const struct loaded *l, const struct log_state *log, struct buffer *notices)
{
	const char *name = strrchr(log->path, '/') + 1;
	int fd = open(log->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	for (size_t i = 0; fd >= 0 && i < log->reading.flaw_count; i++) {
		const struct flaw *s = &log->reading.flaws[i];
		struct event *e = s->kind == FLAW_DAMAGED && s->len ? event_at(fd, s, log->seat)
								       : NULL;

		if (e && line_conflicts(l, log->part, e))
			buffer_format(notices,
				"log/%s:%zu: forked: seat %s wrote number %" PRId64
				" twice, and this second line is not taken\n",
				name, s->line, log->seat, e->seq);
		event_free(e);
	}
	if (fd >= 0)
		close(fd);
}

void conflicts_tell(const struct loaded *l, struct buffer *notices)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].reading.flaw_count)
			tell_forks(l, &l->logs[i], notices);
	tell_copies(l, "log", notices);
	tell_copies(l, "people", notices);
}
