/* SPDX-License-Identifier: MIT */
/* journal.c - the queue and the one worker that empties it onto the disk.
 *
 * The caller puts items at the end of the queue and never waits. The worker takes a run of items of
 * one kind from its front, writes each with one write(), syncs once, and only then are they safe
 * and gone from the queue. After a failure the worker stands still until journal_retry(). All of
 * struct journal is under `lock`, but for what is marked as the worker's own while it is busy. */
#include "journal/journal.h"
#include "journal/files.h"
#include "journal/recover.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "text/text.h"

struct queued {
	bool is_people; /* for people/SEAT.yaml, else for the log */
	bool is_header;
	char *bytes;
	size_t len;
	int64_t last;
	struct queued *next;
};

struct journal {
	char *folder;
	char seat[NAME_SIZE];
	int lock_fd;          /* the seat: flock on part 1 */
	int event_fd;
	pthread_t worker;
	pthread_mutex_t lock;
	pthread_cond_t work;  /* for the worker */
	pthread_cond_t done;  /* for journal_wait() */

	struct pen log, people; /* the worker's while it is busy */
	off_t people_end;     /* the people file is whole and safe up to here; -1: not opened yet */
	int part;
	struct queued *first, *end;
	bool busy;
	bool stopping;
	bool readonly;
	bool needs_header;
	int64_t header_seq;
	int64_t safe;
	bool failed;
	char why[256];
	char told[256];       /* what journal_failure() gave out: the caller's */
	bool draft_waits, drafting;
	struct buffer draft;
};

static void notify(struct journal *j)
{
	uint64_t one = 1;

	/* It can only fail when it is full, and then it is readable as it should be. */
	if (write(j->event_fd, &one, sizeof one) < 0)
		return;
}

/* Under the lock. */
static void set_failure(struct journal *j, int number)
{
	char room[128];

	j->failed = true;
	snprintf(j->why, sizeof j->why, "%s", strerror_r(number, room, sizeof room));
}

/* Under the lock: the first item is done with. */
static void drop_first(struct journal *j)
{
	struct queued *item = j->first;

	j->first = item->next;
	if (!j->first)
		j->end = NULL;
	free(item->bytes);
	free(item);
}

static bool open_people(struct journal *j)
{
	char *dir = path_of(j->folder, "people"), *path = path_of(dir, "%s.yaml", j->seat);

	bool opened = pen_open(&j->people, path, false, NULL) && dir_sync(dir);
	free(path);
	free(dir);
	/* What a failed write left behind goes first, or the next piece would be glued to it. */
	if (opened && j->people_end >= 0 && j->people.end > j->people_end)
		opened = pen_cut(&j->people, j->people_end);
	else if (opened && j->people_end < 0)
		j->people_end = j->people.end;
	return opened;
}

/* Writes `count` items from the front and syncs them; returns how many are safe, with *failure the
 * errno of what went wrong, 0 when nothing did. The worker's, without the lock. */
static size_t write_run(struct journal *j, struct queued *item, size_t count, int *failure)
{
	bool is_people = item->is_people;
	struct pen *pen = is_people ? &j->people : &j->log;
	size_t written = 0;

	*failure = 0;
	if (is_people && pen->fd < 0 && !open_people(j)) {
		*failure = errno;
		return 0;
	}
	while (written < count && !*failure) {
		if (!pen_write(pen, item->bytes, item->len))
			*failure = errno;
		/* The last one's `next` is the caller's to set meanwhile. */
		else if (++written < count)
			item = item->next;
	}
	if (written && !pen_sync(pen)) {
		*failure = errno;
		return 0;
	}
	if (written && is_people)
		j->people_end = pen->end;
	return written;
}

/* Under the lock, which it gives up while it writes. */
static void work_on_queue(struct journal *j)
{
	struct queued *first = j->first;
	bool is_people = first->is_people;
	size_t count = 0;
	int failure;

	for (struct queued *item = first; item && item->is_people == is_people; item = item->next)
		count++;
	j->busy = true;
	pthread_mutex_unlock(&j->lock);
	size_t safe = write_run(j, first, count, &failure);
	pthread_mutex_lock(&j->lock);
	j->busy = false;
	for (; safe; safe--) {
		if (!j->first->is_people && j->first->last > j->safe)
			j->safe = j->first->last;
		drop_first(j);
	}
	if (failure)
		set_failure(j, failure);
	/* A people file is simply opened again: what stands in it twice counts once. */
	if (failure && is_people)
		pen_close(&j->people);
	notify(j);
	pthread_cond_broadcast(&j->done);
}

/* A draft is a help, not a promise: no sync, and failing is not told. */
static void write_draft(const struct journal *j, const struct buffer *draft)
{
	char *path = path_of(j->folder, "draft/%s.yaml", j->seat);
	char *beside = path_of(j->folder, "draft/.%s.yaml.new", j->seat);

	if (!draft->len) {
		unlink(path);
	} else {
		int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
		bool whole = fd >= 0 && fchmod(fd, 0600) == 0 &&
			write_whole(fd, draft->bytes, draft->len, NULL);

		if (fd >= 0)
			close(fd);
		if (!whole || rename(beside, path) != 0)
			unlink(beside);
	}
	free(path);
	free(beside);
}

/* Under the lock, which it gives up while it writes. */
static void work_on_draft(struct journal *j)
{
	struct buffer draft = j->draft;

	buffer_init(&j->draft);
	j->draft_waits = false;
	j->drafting = true;
	pthread_mutex_unlock(&j->lock);
	write_draft(j, &draft);
	buffer_release(&draft);
	pthread_mutex_lock(&j->lock);
	j->drafting = false;
	pthread_cond_broadcast(&j->done);
}

static void *work(void *argument)
{
	struct journal *j = argument;

	pthread_mutex_lock(&j->lock);
	for (;;) {
		if (j->first && !j->failed && !j->needs_header)
			work_on_queue(j);
		else if (j->draft_waits && !j->readonly)
			work_on_draft(j);
		else if (j->stopping)
			break;
		else
			pthread_cond_wait(&j->work, &j->lock);
	}
	pthread_mutex_unlock(&j->lock);
	return NULL;
}

/* Memory is out: what was queued is still written. Not where the lock is held, by whomever: what was
 * acknowledged is on disk already, and waiting might be for ever. */
static void finish_lines(void *journal)
{
	struct journal *j = journal;

	if (pthread_equal(pthread_self(), j->worker) || pthread_mutex_trylock(&j->lock) != 0)
		return;
	while ((j->first || j->busy) && !j->failed && !j->needs_header)
		pthread_cond_wait(&j->done, &j->lock);
	pthread_mutex_unlock(&j->lock);
}

/* The worker takes no signal: they are the loop's. */
static int start_worker(struct journal *j)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	int failed = pthread_create(&j->worker, NULL, work, j);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return failed;
}

static struct journal *journal_of(const struct recovered *r, const char *folder, const char *seat)
{
	struct journal *j = mem_new(1, sizeof *j);

	j->folder = path_trimmed(folder);
	memcpy(j->seat, seat, strlen(seat) + 1);
	j->lock_fd = r->lock;
	j->event_fd = -1;
	j->log = r->log;
	j->people = (struct pen)PEN_NONE;
	j->people_end = -1;
	j->part = r->part;
	j->safe = r->last;
	j->needs_header = !r->readonly && r->log.end == 0;
	j->header_seq = r->part > 1 && r->last > 1 ? r->last : 1;
	j->readonly = j->failed = r->readonly;
	snprintf(j->why, sizeof j->why, "%s", r->why);
	buffer_init(&j->draft);
	pthread_mutex_init(&j->lock, NULL);
	pthread_cond_init(&j->work, NULL);
	pthread_cond_init(&j->done, NULL);
	return j;
}

static void journal_release(struct journal *j)
{
	while (j->first)
		drop_first(j);
	pen_close(&j->log);
	pen_close(&j->people);
	close(j->lock_fd);
	if (j->event_fd >= 0)
		close(j->event_fd);
	pthread_cond_destroy(&j->work);
	pthread_cond_destroy(&j->done);
	pthread_mutex_destroy(&j->lock);
	buffer_release(&j->draft);
	free(j->folder);
	free(j);
}

bool journal_open(struct journal **out, const char *folder, const char *seat, bool *held,
	struct buffer *notices, struct error *error)
{
	struct recovered recovered;

	*held = false;
	if (!text_is_id(seat) || strcmp(seat, "agenda") == 0)
		return error_status(error, 2,
			"'%s' is no name for a seat: it must be lower-case letters, "
			"digits and hyphens, a letter first, 32 at most, and not 'agenda'",
			seat);
	if (!folder_want_session(folder, error))
		return false;
	if (!recover(&recovered, folder, seat, held, notices, error))
		return false;
	struct journal *j = journal_of(&recovered, folder, seat);
	j->event_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	int failed = j->event_fd < 0 ? errno : start_worker(j);
	if (failed) {
		journal_release(j);
		return error_status(error, 3, "cannot start writing: %s", strerror(failed));
	}
	mem_last_wish(finish_lines, j);
	*out = j;
	return true;
}

bool journal_needs_header(const struct journal *j, int64_t *seq)
{
	struct journal *own = (struct journal *)j;

	pthread_mutex_lock(&own->lock);
	bool needs = j->needs_header;
	if (needs && seq)
		*seq = j->header_seq;
	pthread_mutex_unlock(&own->lock);
	return needs;
}

static struct queued *item_of(bool is_people, const char *bytes, size_t len, int64_t last)
{
	struct queued *item = mem_new(1, sizeof *item);

	item->is_people = is_people;
	item->bytes = mem_text_of(bytes, len);
	item->len = len;
	item->last = last;
	return item;
}

/* Under the lock. */
static void put_at_end(struct journal *j, struct queued *item)
{
	if (j->end)
		j->end->next = item;
	else
		j->first = item;
	j->end = item;
}

/* Under the lock: the header that was waited for, before everything else. The worker is idle. */
static void put_header(struct journal *j, const char *bytes, size_t len)
{
	struct queued *item = item_of(false, bytes, len, j->header_seq);

	item->is_header = true;
	item->next = j->first;
	j->first = item;
	if (!j->end)
		j->end = item;
	j->needs_header = false;
	j->failed = j->readonly;
}

void journal_append(struct journal *j, const char *bytes, size_t len, int64_t last)
{
	pthread_mutex_lock(&j->lock);
	if (j->needs_header && len) {
		const char *newline = memchr(bytes, '\n', len);
		size_t header = newline ? (size_t)(newline - bytes) + 1 : len;

		put_header(j, bytes, header);
		bytes += header;
		len -= header;
	}
	if (len)
		put_at_end(j, item_of(false, bytes, len, last));
	pthread_cond_signal(&j->work);
	pthread_mutex_unlock(&j->lock);
}

void journal_append_people(struct journal *j, const char *bytes, size_t len)
{
	pthread_mutex_lock(&j->lock);
	if (len)
		put_at_end(j, item_of(true, bytes, len, 0));
	pthread_cond_signal(&j->work);
	pthread_mutex_unlock(&j->lock);
}

void journal_draft(struct journal *j, const char *bytes, size_t len)
{
	pthread_mutex_lock(&j->lock);
	buffer_reset(&j->draft);
	buffer_bytes(&j->draft, bytes, len);
	j->draft_waits = true;
	pthread_cond_signal(&j->work);
	pthread_mutex_unlock(&j->lock);
}

int64_t journal_safe(const struct journal *j)
{
	struct journal *own = (struct journal *)j;

	pthread_mutex_lock(&own->lock);
	int64_t safe = j->safe;
	pthread_mutex_unlock(&own->lock);
	return safe;
}

const char *journal_failure(const struct journal *j)
{
	struct journal *own = (struct journal *)j;

	pthread_mutex_lock(&own->lock);
	bool failed = j->failed;
	memcpy(own->told, j->why, sizeof own->told);
	pthread_mutex_unlock(&own->lock);
	return failed ? j->told : NULL;
}

/* Under the lock, the worker idle: a new part takes the place of a log that is dead. All that is
 * not safe is still queued and will be written there; only the old part's header is not. */
static bool go_on_in_next(struct journal *j)
{
	struct pen pen;
	int part = part_make(&pen, j->folder, j->seat, j->part);

	if (!part) {
		set_failure(j, errno);
		return false;
	}
	pen_close(&j->log);
	j->log = pen;
	j->part = part;
	while (j->first && j->first->is_header)
		drop_first(j);
	j->needs_header = true;
	j->header_seq = j->safe > 1 ? j->safe : 1;
	return true;
}

void journal_retry(struct journal *j)
{
	pthread_mutex_lock(&j->lock);
	/* After a new part was made the failure stands until its header has been given. */
	if (j->failed && !j->readonly && !j->needs_header) {
		if (!j->log.dead)
			j->failed = false;
		else
			go_on_in_next(j);
		notify(j);
		pthread_cond_signal(&j->work);
	}
	pthread_mutex_unlock(&j->lock);
}

int journal_fd(const struct journal *j)
{
	return j->event_fd;
}

void journal_heard(struct journal *j)
{
	uint64_t count;

	/* Nothing to read is fine: then there was nothing to hear. */
	if (read(j->event_fd, &count, sizeof count) < 0)
		return;
}

bool journal_wait(struct journal *j)
{
	pthread_mutex_lock(&j->lock);
	while ((j->first || j->busy) && !j->failed && !j->needs_header)
		pthread_cond_wait(&j->done, &j->lock);
	while ((j->draft_waits && !j->readonly) || j->drafting)
		pthread_cond_wait(&j->done, &j->lock);
	bool safe = !j->first && !j->failed;
	pthread_mutex_unlock(&j->lock);
	return safe;
}

void journal_close(struct journal *j)
{
	if (!j)
		return;
	mem_last_wish(NULL, NULL);
	pthread_mutex_lock(&j->lock);
	/* What could not be written gets one more chance. */
	if (j->failed && !j->readonly && !j->log.dead)
		j->failed = false;
	j->stopping = true;
	pthread_cond_signal(&j->work);
	pthread_mutex_unlock(&j->lock);
	pthread_join(j->worker, NULL);
	journal_release(j);
}
