/* SPDX-License-Identifier: MIT */
/* follow.c - what other seats write while this one is open. */
#include "journal/follow.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "base/memory.h"
#include "journal/files.h"
#include "journal/newcomer.h"

/* Notices */

/* Network and FUSE file systems tell nothing of what other machines write (statfs(2), magic
 * numbers of linux/magic.h). */
static bool gives_notice(const char *folder)
{
	static const unsigned long silent[] = {0x6969 /* NFS */, 0x517b /* SMB */,
		0xff534d42 /* CIFS */, 0xfe534d42 /* SMB2 */, 0x65735546 /* FUSE */, 0x01021997 /* 9p */,
		0x00c36400 /* Ceph */, 0x5346414f /* AFS */};
	struct statfs fs;

	if (statfs(folder, &fs) < 0)
		return false;
	for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
		if (((unsigned long)fs.f_type & 0xffffffffUL) == silent[i])
			return false;
	return true;
}

void follow_start(struct follower *f, const char *folder)
{
	char *logs = path_of(folder, "log");

	*f = (struct follower){.fd = -1};
	if (gives_notice(folder))
		f->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (f->fd >= 0 && inotify_add_watch(f->fd, logs, IN_MODIFY | IN_CREATE | IN_MOVED_TO) < 0) {
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
	*f = (struct follower){.fd = -1};
}

static bool is_of_another(const char *name, const char *own)
{
	char seat[NAME_SIZE];
	int part;

	return log_name_read(name, seat, &part) && !same_text(seat, own);
}

bool follow_noticed(struct follower *f, const char *own)
{
	_Alignas(struct inotify_event) char bytes[4096];
	bool another = f->fd < 0;
	ssize_t got;

	while (f->fd >= 0 && (got = read(f->fd, bytes, sizeof bytes)) > 0)
		for (ssize_t at = 0; at < got;) {
			const struct inotify_event *e = (const void *)(bytes + at);

			if ((e->mask & IN_Q_OVERFLOW) || (e->len && is_of_another(e->name, own)))
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

/* The bytes of the file from `start` on, up to its last newline. */
static bool read_on(const char *path, size_t start, struct buffer *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	char bytes[65536];
	ssize_t got = 0;

	if (fd < 0)
		return false;
	if (lseek(fd, (off_t)start, SEEK_SET) >= 0)
		while ((got = read(fd, bytes, sizeof bytes)) > 0 || (got < 0 && errno == EINTR))
			if (got > 0)
				buffer_bytes(out, bytes, (size_t)got);
	close(fd);
	while (out->len && out->bytes[out->len - 1] != '\n')
		buffer_cut(out, out->len - 1);
	return got == 0;
}

/* The header of a file that goes on for another makes nothing. */
static void add_news(struct news *news, struct log_state *state, struct event *event)
{
	state->last = event->seq;
	state->events++;
	if (state->part > 1 && event->kind == EVENT_OPENED && event->seq > 1) {
		event_free(event);
		return;
	}
	news->events = array_room(news->events, news->count, &news->room, sizeof *news->events);
	news->events[news->count++] = event;
}

/* A typed line of which only the beginning is there is taken when its end has come. */
static void take_log(struct loaded *l, const char *seat, int part, struct news *news)
{
	struct log_state *state = state_of(l, seat, part);
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading reading;
	struct stat st;

	if (stat(state->path, &st) < 0 || (size_t)st.st_size <= state->taken)
		return;
	if (read_on(state->path, state->taken, &bytes) && bytes.len) {
		log_read(&reading, bytes.bytes, bytes.len, seat);
		for (size_t i = 0; i < reading.count; i++)
			add_news(news, state, reading.events[i]);
		reading.count = 0;
		state->taken += reading.good_end;
		log_reading_release(&reading);
	}
	buffer_release(&bytes);
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
		if (log_name_read(names.items[i], seat, &part) && !same_text(seat, own))
			take_log(l, seat, part, &news);
	names_release(&names);
	free(dir);
	if (news.count)
		qsort(news.events, news.count, sizeof *news.events, by_order);
	*events = news.events;
	return news.count;
}
