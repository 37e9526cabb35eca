/* SPDX-License-Identifier: MIT */
/* follow.c - what other seats write while this one is open. */
#include "sync/follow.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "log/crc32c.h"
#include "log/people_lines.h"
#include "store/conflicts.h"
#include "store/files.h"

/* Notices */

enum {
	NOTICED = IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
};

/* Network and FUSE file systems give no notice of what other machines write. */
static bool gives_notice(const char *folder)
{
	static const unsigned long silent[] = {0x6969 /* NFS */, 0x517b /* SMB */,
		0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, 0x65735546 /* FUSE */, 0x01021997 /* 9p */,
		0x00c36400 /* Ceph */, 0x5346414f /* AFS */};

	return !file_system_is(folder, silent, sizeof silent / sizeof *silent, true);
}

void follow_start(struct follower *f, const char *folder)
{
	char *logs = path_of(folder, "log");

	*f = (struct follower){.fd = -1};
	buffer_init(&f->told);
	if (gives_notice(folder))
		f->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (f->fd >= 0 && inotify_add_watch(f->fd, logs, NOTICED) < 0) {
		close(f->fd);
		f->fd = -1;
	}
	free(logs);
}

void follow_stop(struct follower *f)
{
	if (f->fd >= 0)
		close(f->fd);
	for (size_t i = 0; i < f->people_count; i++)
		free(f->people[i].name);
	free(f->people);
	free(f->logs);
	for (size_t i = 0; i < f->copy_count; i++)
		free(f->copies[i]);
	free(f->copies);
	buffer_release(&f->told);
	*f = (struct follower){.fd = -1};
}

static bool is_of_another(const char *name, const char *own)
{
	char seat[NAME_SIZE];
	int part;

	return log_name_read(name, seat, &part) && !same_text(seat, own);
}

static bool concerns(const char *name, const char *own)
{
	return is_of_another(name, own) || is_copy_name(name);
}

bool follow_noticed(struct follower *f, const char *own)
{
	_Alignas(struct inotify_event) char bytes[4096];
	bool another = f->fd < 0;
	ssize_t got;

	while (f->fd >= 0 && (got = read(f->fd, bytes, sizeof bytes)) > 0)
		for (ssize_t at = 0; at < got;) {
			const struct inotify_event *e = (const void *)(bytes + at);

			if ((e->mask & IN_Q_OVERFLOW) || (e->len && concerns(e->name, own)))
				another = true;
			at += (ssize_t)(sizeof *e + e->len);
		}
	return another;
}

/* People */

static size_t *people_taken(struct follower *f, const char *name)
{
	for (size_t i = 0; i < f->people_count; i++)
		if (strcmp(f->people[i].name, name) == 0)
			return &f->people[i].size;
	f->people = array_room(f->people, f->people_count, &f->people_room, sizeof *f->people);
	f->people[f->people_count].name = mem_text(name);
	return &f->people[f->people_count++].size;
}

static void take_people(struct follower *f, struct loaded *l, const char *name)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct error unread = {0};
	char *path = path_of(l->path, "people/%s", name);
	size_t *taken = people_taken(f, name), damaged;
	struct stat st;

	if (stat(path, &st) == 0 && (size_t)st.st_size != *taken &&
		file_read(&bytes, path, FILE_MOST, &unread)) {
		newcomers_read(&l->agenda.people, bytes.bytes, bytes.len, &damaged);
		*taken = bytes.len;
	}
	buffer_release(&bytes);
	free(path);
}

static void take_all_people(struct follower *f, struct loaded *l, const char *own)
{
	char *dir = path_of(l->path, "people");
	struct error unread = {0};
	struct names names;

	names_read(&names, dir, &unread);
	for (size_t i = 0; i < names.count; i++)
		if (is_of_another(names.items[i], own) && strcmp(names.items[i], "agenda.yaml") != 0)
			take_people(f, l, names.items[i]);
	names_release(&names);
	free(dir);
}

/* Events */

struct news {
	struct event **events;
	size_t count, room;
};

static struct log_state *state_of(struct loaded *l, const char *seat, int part)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].part == part && strcmp(l->logs[i].seat, seat) == 0)
			return &l->logs[i];
	l->logs = array_room(l->logs, l->log_count, &l->log_room, sizeof *l->logs);
	struct log_state *state = &l->logs[l->log_count++];
	memcpy(state->seat, seat, strlen(seat) + 1);
	state->part = part;
	state->path = log_path(l->path, seat, part);
	return state;
}

static struct followed_log *followed(struct follower *f, const struct log_state *state)
{
	for (size_t i = 0; i < f->log_count; i++)
		if (f->logs[i].part == state->part && strcmp(f->logs[i].seat, state->seat) == 0)
			return &f->logs[i];
	f->logs = array_room(f->logs, f->log_count, &f->log_room, sizeof *f->logs);
	struct followed_log *log = &f->logs[f->log_count++];
	memcpy(log->seat, state->seat, sizeof log->seat);
	log->part = state->part;
	return log;
}

static const char *name_of(const struct log_state *state)
{
	return strrchr(state->path, '/') + 1;
}

/* The mark: the last bytes that were taken, by which a file that became another is known. */

static void set_mark(struct followed_log *log, int fd, const struct stat *st, size_t taken)
{
	size_t start = taken > FOLLOW_MARK ? taken - FOLLOW_MARK : 0;
	struct buffer bytes = BUFFER_EMPTY;

	log->mark_len = 0;
	log->marked_at = taken;
	log->device = (uint64_t)st->st_dev;
	log->inode = (uint64_t)st->st_ino;
	if (range_read(fd, start, taken, &bytes) && bytes.len == taken - start) {
		log->mark_len = bytes.len;
		log->mark = crc32c(bytes.bytes, bytes.len);
	}
	buffer_release(&bytes);
}

static bool mark_holds(const struct followed_log *log, int fd)
{
	struct buffer bytes = BUFFER_EMPTY;

	bool holds = range_read(fd, log->marked_at - log->mark_len, log->marked_at, &bytes) &&
		bytes.len == log->mark_len && crc32c(bytes.bytes, bytes.len) == log->mark;
	buffer_release(&bytes);
	return holds;
}

/* Remembers how the file looked. */
static void set_look(struct followed_log *log, const struct stat *st)
{
	log->size = (uint64_t)st->st_size;
	log->changed_s = (int64_t)st->st_ctim.tv_sec;
	log->changed_ns = (int64_t)st->st_ctim.tv_nsec;
}

static bool looks_the_same(const struct followed_log *log, const struct stat *st)
{
	return log->inode && log->device == (uint64_t)st->st_dev &&
		log->inode == (uint64_t)st->st_ino && log->size == (uint64_t)st->st_size &&
		log->changed_s == (int64_t)st->st_ctim.tv_sec &&
		log->changed_ns == (int64_t)st->st_ctim.tv_nsec;
}

/* True the first time. */
static bool is_new_copy(struct follower *f, const char *name)
{
	for (size_t i = 0; i < f->copy_count; i++)
		if (strcmp(f->copies[i], name) == 0)
			return false;
	f->copies = array_room(f->copies, f->copy_count, &f->copy_room, sizeof *f->copies);
	f->copies[f->copy_count++] = mem_text(name);
	return true;
}

static void mark_copies(struct follower *f, const struct loaded *l)
{
	char *dir = path_of(l->path, "log");
	struct error unread = {0};
	struct names names;

	names_read(&names, dir, &unread);
	for (size_t i = 0; i < names.count; i++)
		if (is_copy_name(names.items[i]))
			is_new_copy(f, names.items[i]);
	names_release(&names);
	free(dir);
}

void follow_mark(struct follower *f, const struct loaded *l)
{
	for (size_t i = 0; i < l->log_count; i++) {
		const struct log_state *state = &l->logs[i];
		struct followed_log *log = followed(f, state);
		int fd = open(state->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
		struct stat st;

		if (fd >= 0 && fstat(fd, &st) == 0) {
			set_mark(log, fd, &st, state->taken);
			if ((size_t)st.st_size == state->taken)
				set_look(log, &st);
		}
		if (fd >= 0)
			close(fd);
	}
	mark_copies(f, l);
}

/* Taking */

struct taking {
	struct follower *f;
	struct loaded *l;
	struct log_state *state;
	struct followed_log *log;
	struct news *news;
	int64_t fork; /* the first number that is said a second time and otherwise, 0: none */
	size_t forks;
	int64_t anew; /* the last number that this later file says otherwise, which counts; 0: none */
	size_t held;  /* lines read whose number was taken before */
};

/* Adds one line about the file. */
static void tell(const struct taking *t, const char *what)
{
	buffer_format(&t->f->told, "log/%s: %s\n", name_of(t->state), what);
}

static void add_fork(struct taking *t, int64_t seq)
{
	if (!t->forks++ || seq < t->fork)
		t->fork = seq;
}

/* The header of a file that goes on for another makes nothing, and a number that was taken is not
 * taken again. */
static void add_news(struct taking *t, const struct packed *packed)
{
	struct log_state *state = t->state;
	struct news *news = t->news;
	struct event *event = packed_copy(packed);
	char id[ID_SIZE];

	event_id(event, id);
	if (!state->first || event->seq < state->first)
		state->first = event->seq;
	if (event->seq > state->last)
		state->last = event->seq;
	state->events++;
	if (state->part > 1 && event->kind == EVENT_OPENED && event->seq > 1) {
		t->held++;
		event_free(event);
	} else if (history_find(&t->l->history, id)) {
		t->held++;
		if (line_conflicts(t->l, state->part, event)) {
			if (line_replaces_earlier(t->l, state->part, event))
				t->anew = event->seq;
			else
				add_fork(t, event->seq);
		}
		event_free(event);
	} else {
		news->events = array_room(
			news->events, news->count, &news->room, sizeof *news->events);
		news->events[news->count++] = event;
	}
}

static void take_reading(struct taking *t, struct log_reading *reading, const char *bytes)
{
	bool stray = log_is_of_another(reading, t->l->agenda.session);

	for (size_t i = 0; i < reading->flaw_count && !stray; i++) {
		int64_t seq = flaw_conflict(reading, &reading->flaws[i], bytes, t->state->seat);

		if (seq)
			add_fork(t, seq);
	}
	for (size_t i = 0; i < reading->count && !stray; i++)
		add_news(t, reading->events[i]);
	if (stray)
		tell(t, "it is the log of another session, and not taken");
	else if (reading->readonly)
		tell(t, reading->readonly_why);
}

/* Takes whole lines from `start` on. A typed line of which only the beginning is there is taken
 * when its end has come. */
static bool take_from(struct taking *t, int fd, const struct stat *st, size_t start)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading reading;

	bool read = range_read(fd, start, SIZE_MAX, &bytes);
	if (read) {
		buffer_cut_line(&bytes, 0);
		log_read(&reading, bytes.bytes, bytes.len, t->state->seat);
		take_reading(t, &reading, bytes.bytes);
		t->state->taken = start + reading.good_end;
		log_reading_release(&reading);
		set_mark(t->log, fd, st, t->state->taken);
		set_look(t->log, st);
	}
	buffer_release(&bytes);
	return read;
}
static void tell_forks(const struct taking *t)
{
	char text[160];

	if (t->anew) {
		snprintf(text, sizeof text,
			"it says number %" PRId64 " of seat %s anew, and that counts: leave and open "
			"again to see it",
			t->anew, t->state->seat);
		tell(t, text);
	}
	if (!t->forks)
		return;
	snprintf(text, sizeof text,
		"forked: seat %s wrote number %" PRId64 " twice%s, and the second is not taken",
		t->state->seat, t->fork, t->forks > 1 ? " and others after it" : "");
	tell(t, text);
}

/* All of it is compared with what was taken when it may be another file: exchanged, changed where
 * it had been taken, or touched without having grown. */
static void take_open(struct taking *t, int fd, const struct stat *st)
{
	struct followed_log *log = t->log;
	size_t size = (size_t)st->st_size, taken = t->state->taken, had = t->state->events;
	bool known = log->inode == (uint64_t)st->st_ino && log->device == (uint64_t)st->st_dev;

	log->gone = false;
	if (!taken || (size > taken && known && mark_holds(log, fd))) {
		take_from(t, fd, st, taken);
		tell_forks(t);
		return;
	}
	t->state->events = 0;
	bool read = take_from(t, fd, st, 0);
	if (size < taken)
		tell(t, "it is shorter than what was taken of it, which stays on the screen");
	else if (read && t->held < had)
		tell(t, "it was exchanged and lacks lines that were taken, which stay on the screen");
	tell_forks(t);
}

static void take_log(struct follower *f, struct loaded *l, const char *seat, int part,
	struct news *news)
{
	struct log_state *state = state_of(l, seat, part);
	struct taking t = {
		.f = f, .l = l, .state = state, .log = followed(f, state), .news = news};
	struct stat st;

	if (stat(state->path, &st) == 0 && looks_the_same(t.log, &st))
		return;
	int fd = open(state->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0)
		take_open(&t, fd, &st);
	close(fd);
}

static void tell_gone(struct follower *f, struct loaded *l, const char *own)
{
	for (size_t i = 0; i < l->log_count; i++) {
		struct log_state *state = &l->logs[i];
		struct taking t = {.f = f, .state = state, .log = followed(f, state)};

		if (!state->taken || t.log->gone || same_text(state->seat, own) ||
			access(state->path, F_OK) == 0 || errno != ENOENT)
			continue;
		t.log->gone = true;
		tell(&t, "it was removed; what was taken of it stays on the screen");
	}
}

static int by_order(const void *a, const void *b)
{
	return event_compare(*(struct event *const *)a, *(struct event *const *)b);
}

size_t follow_take(struct follower *f, struct loaded *l, const char *own, struct event ***events)
{
	char *dir = path_of(l->path, "log"), seat[NAME_SIZE];
	struct error unread = {0};
	struct names names;
	struct news news = {0};
	int part;

	take_all_people(f, l, own);
	names_read(&names, dir, &unread);
	for (size_t i = 0; i < names.count; i++)
		if (is_copy_name(names.items[i]) && is_new_copy(f, names.items[i]))
			buffer_format(&f->told, "log/%s: " COPY_ADVICE "\n", names.items[i]);
		else if (log_name_read(names.items[i], seat, &part) && !same_text(seat, own))
			take_log(f, l, seat, part, &news);
	tell_gone(f, l, own);
	names_release(&names);
	free(dir);
	if (news.count)
		qsort(news.events, news.count, sizeof *news.events, by_order);
	*events = news.events;
	return news.count;
}
