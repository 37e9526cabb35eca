/* SPDX-License-Identifier: MIT */
/* worker.c - the one thread that writes the queue to disk.
 *
 * It takes a run of items of one kind from the front of the queue, writes each with one write(),
 * syncs once, and checks that the path still names the file. Only then do the items count as safe
 * and leave the queue. */
#include "journal/journal_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "journal/log_parts.h"
#include "journal/reserve.h"

enum { PAUSE_MS = 1000, PAUSE_MOST_MS = 32000, COPY_BYTES = 65536 };

/* A failure without an errno: another program changed the file. */
enum { FAILED_BY_OTHERS = -1 };

static void notify(struct journal *j)
{
	uint64_t one = 1;

	/* It can only fail when it is full, and then it is readable as it should be. */
	if (write(j->event_fd, &one, sizeof one) < 0)
		return;
}

/* Failures that may pass while the file stays good. */
static bool may_pass(int number)
{
	static const int passing[] = {ENOSPC, EDQUOT, EFBIG, EINTR, EAGAIN, EMFILE, ENFILE, ENOMEM,
		ENOLCK};

	for (size_t i = 0; i < sizeof passing / sizeof *passing; i++)
		if (number == passing[i])
			return true;
	return false;
}

static const char *change_says(enum append_change change)
{
	switch (change) {
	case APPEND_GONE: return "was removed by another program";
	case APPEND_REPLACED: return "was replaced by another program";
	case APPEND_GROWN: return "was written by another program";
	case APPEND_SHRUNK: return "was cut by another program";
	case APPEND_UNCHANGED: break;
	}
	return "is as it was left";
}

/* The reason in words. */
static void say_why(const struct journal *j, char *out, size_t room, int number)
{
	char text[128];

	if (number == FAILED_BY_OTHERS)
		snprintf(out, room, "log/%s %s", strrchr(j->log_path, '/') + 1, change_says(j->log_change));
	else
		snprintf(out, room, "%s", strerror_r(number, text, sizeof text));
}

/* Under the lock. */
static void set_failure(struct journal *j, int number)
{
	j->failed = true;
	say_why(j, j->why, sizeof j->why, number);
}

/* Under the lock. */
void queue_drop_first(struct journal *j)
{
	struct queued *item = j->first;

	j->first = item->next;
	if (!j->first)
		j->end = NULL;
	free(item->bytes);
	free(item);
}

bool queue_moves(const struct journal *j)
{
	return j->busy || j->retry || (j->first && !j->failed && !j->needs_header);
}

/* Writing */

static char *people_path(const struct journal *j)
{
	return path_of(j->folder, "people/%s.yaml", j->seat);
}

static bool open_people(struct journal *j)
{
	char *dir = path_of(j->folder, "people"), *path = people_path(j);

	bool opened = append_open(&j->people, path, false, NULL) && dir_sync(dir);
	free(path);
	free(dir);
	/* Cut off the part that a failed write left, or the next line would be glued to it. */
	if (opened && j->people_end >= 0 && j->people.end > j->people_end)
		opened = append_cut(&j->people, j->people_end);
	else if (opened && j->people_end < 0)
		j->people_end = j->people.end;
	return opened;
}

/* On a full disk the reserve is for what waits: true when it is worth trying once more. Leaves
 * `number` in errno. */
static bool spend_reserve(struct journal *j, int number)
{
	bool spent = reserve_may_help(number) && !j->is_fallback && reserve_spend(j->folder);

	errno = number;
	if (!spent)
		return false;
	pthread_mutex_lock(&j->lock);
	j->reserve_spent = true;
	pthread_mutex_unlock(&j->lock);
	return true;
}

/* Is the file that was synced the one that others will find? */
static bool is_found(struct journal *j, const struct append_file *file, int *failure)
{
	bool is_people = file == &j->people;
	char *people = is_people ? people_path(j) : NULL;
	enum append_change change = append_check(file, is_people ? people : j->log_path);

	free(people);
	if (change == APPEND_UNCHANGED)
		return true;
	if (!is_people) {
		j->log_change = change;
		j->log.dead = true;
	}
	*failure = is_people ? ESTALE : FAILED_BY_OTHERS;
	return false;
}

/* Writes `count` items from the front and syncs them; returns how many are safe, with *failure
 * telling what went wrong, 0 when nothing did. The worker's, without the lock. */
static size_t write_run(struct journal *j, struct queued *item, size_t count, int *failure)
{
	bool is_people = item->is_people;
	struct append_file *file = is_people ? &j->people : &j->log;
	size_t written = 0;

	*failure = 0;
	if (is_people && file->fd < 0 && !open_people(j) &&
		!(spend_reserve(j, errno) && open_people(j))) {
		*failure = errno;
		return 0;
	}
	while (written < count && !*failure) {
		if (!append_write(file, item->bytes, item->len)) {
			int failed = errno;
			if (file->dead || !spend_reserve(j, failed))
				*failure = failed;
		} else if (++written < count) /* the last one's `next` is the caller's meanwhile */
			item = item->next;
	}
	if (written && !append_sync(file)) {
		*failure = errno;
		return 0;
	}
	/* Lines in a dead file are written again to the next file. */
	if (written && (file->dead || !is_found(j, file, failure)))
		return 0;
	if (written && is_people)
		j->people_end = file->end;
	else if (written)
		j->log_safe = file->end;
	return written;
}

/* Going on in another file */

/* Copies the safe bytes of a dead log to the new one, when the dead one's path no longer names it and
 * only its descriptor still reaches them. True when that was needed and done. */
static bool carry_over(const struct journal *j, struct append_file *to)
{
	char piece[COPY_BYTES];
	off_t at = 0;

	if ((j->log_change != APPEND_GONE && j->log_change != APPEND_REPLACED) || !j->log_safe)
		return false;
	while (at < j->log_safe) {
		off_t left = j->log_safe - at;
		ssize_t count = pread(j->log.fd, piece,
			left < COPY_BYTES ? (size_t)left : sizeof piece, at);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0 || !append_write(to, piece, (size_t)count))
			break;
		at += count;
	}
	if (at == j->log_safe && append_sync(to))
		return true;
	if (!to->dead && !append_cut(to, 0))
		to->dead = true;
	return false;
}

/* Copies the people file of this run to the fallback folder. */
static void carry_people(const struct journal *j, const char *folder)
{
	char *path = path_of(folder, "people/%s.yaml", j->seat);
	char *bytes = j->people.fd >= 0 && j->people_end > 0 ? mem_new((size_t)j->people_end, 1)
							      : NULL;

	if (bytes && pread(j->people.fd, bytes, (size_t)j->people_end, 0) == (ssize_t)j->people_end)
		file_make(path, bytes, (size_t)j->people_end);
	free(bytes);
	free(path);
}

/* Makes the next part in the folder to which it writes now. */
static int next_part(struct journal *j, struct append_file *file)
{
	int part = part_make(file, j->folder, j->seat, j->part);

	if (!part && spend_reserve(j, errno))
		part = part_make(file, j->folder, j->seat, j->part);
	return part;
}

/* Makes the first part in a new fallback folder, whose path is put in *folder. */
static int fallback_part(struct journal *j, struct append_file *file, char **folder)
{
	*folder = fallback_make(j->folder, j->seat, j->session);
	if (!*folder)
		return 0;
	carry_people(j, *folder);
	int part = part_make(file, *folder, j->seat, j->part);
	/* While it is locked no other program brings it back. */
	if (part && flock(file->fd, LOCK_EX | LOCK_NB) != 0)
		errno = 0;
	if (!part) {
		int failed = errno;
		free(*folder);
		*folder = NULL;
		errno = failed;
	}
	return part;
}

/* Under the lock: the notice in which file the log goes on, with the reason from `why`. */
static void say_change(struct journal *j, const char *old, const char *fallback)
{
	const char *now = strrchr(j->log_path, '/') + 1;

	if (fallback)
		snprintf(j->changed, sizeof j->changed,
			"the session folder cannot be written (%s): what is not safe there is kept "
			"in %.600s, and comes back when this seat opens the session again",
			j->why, fallback);
	else if (j->cause == FAILED_BY_OTHERS)
		snprintf(j->changed, sizeof j->changed, "%s: this seat goes on in log/%s", j->why,
			now);
	else
		snprintf(j->changed, sizeof j->changed,
			"log/%s failed (%s): this seat goes on in log/%s", old, j->why, now);
}

/* Under the lock: the new file takes the old one's place. Unsynced lines are still queued and will be
 * written there, but for the old part's header. */
static void take_part(struct journal *j, struct append_file file, int part, bool carried)
{
	append_close(&j->log);
	j->log = file;
	j->log_safe = file.end;
	j->part = part;
	j->part_is_fresh = true;
	while (j->first && j->first->is_header)
		queue_drop_first(j);
	j->needs_header = !carried;
	j->retry = false; /* asked for meanwhile */
	j->header_seq = j->safe > 1 ? j->safe : 1;
	if (carried)
		j->failed = false;
}

static void close_draft(struct journal *j)
{
	char *path = path_of(j->folder, "draft/%s.yaml", j->seat);

	draft_file_close(&j->draft_file, path);
	free(path);
}

/* Under the lock: the new folder and path take the old ones' place, and the notice says so. */
static void take_place(struct journal *j, char *folder, int part)
{
	char *old = j->log_path;

	j->log_path = log_path(folder ? folder : j->folder, j->seat, part);
	say_change(j, strrchr(old, '/') + 1, folder);
	free(old);
	if (!folder)
		return;
	close_draft(j);
	free(j->folder);
	j->folder = folder;
	j->is_fallback = true;
	j->leaves = j->reserve_spent = false;
	append_close(&j->people);
	j->people_end = -1;
}

/* Under the lock: neither the folder nor the place elsewhere takes anything. */
static void say_nowhere(struct journal *j, int number)
{
	char why[128], elsewhere[64];

	say_why(j, why, sizeof why, j->cause);
	say_why(j, elsewhere, sizeof elsewhere, number);
	snprintf(j->why, sizeof j->why, "%s, nor can it be kept elsewhere: %s", why, elsewhere);
}

/* Under the lock, which it gives up meanwhile: another file takes the place of the log, elsewhere
 * when the folder does not even take a new file, or when a new one has failed at once. */
static void go_on_elsewhere(struct journal *j)
{
	bool leaves = !j->is_fallback && (j->leaves || j->part_is_fresh);
	struct append_file file = APPEND_NONE;
	char *folder = NULL;

	j->busy = true;
	pthread_mutex_unlock(&j->lock);
	if (j->log_change == APPEND_UNCHANGED) /* it may be the folder that is gone */
		j->log_change = append_check(&j->log, j->log_path);
	int part = leaves ? 0 : next_part(j, &file);
	if (!part && !j->is_fallback && (leaves || !may_pass(errno)))
		part = fallback_part(j, &file, &folder);
	int failed = errno;
	bool carried = part && carry_over(j, &file);
	pthread_mutex_lock(&j->lock);
	j->busy = false;
	if (!part) {
		set_failure(j, failed);
		if (leaves || !may_pass(failed))
			say_nowhere(j, failed);
		return;
	}
	say_why(j, j->why, sizeof j->why, j->cause);
	take_place(j, folder, part);
	take_part(j, file, part, carried);
	j->log_change = APPEND_UNCHANGED;
}

/* The loop */

/* Under the lock: decides what to do after that failure. A people file is opened again, since a line
 * that stands in it twice counts once; when that fails too the folder is lost. */
static void take_failure(struct journal *j, int number, bool is_people)
{
	bool passes = number != FAILED_BY_OTHERS && may_pass(number);

	set_failure(j, number);
	j->cause = number;
	if (is_people)
		append_close(&j->people);
	if (is_people && !passes && !j->is_fallback) {
		j->leaves = j->people_failed;
		j->people_failed = j->retry = true;
	} else if (!passes && !is_people) {
		j->log.dead = true;
	}
	/* Elsewhere there is nowhere left to go: the next file is not made before a pause. */
	bool is_last_place = j->is_fallback && j->part_is_fresh;
	if ((j->log.dead && !is_last_place) || j->leaves)
		j->retry = true;
	else if (j->log.dead && j->pause_ms < PAUSE_MOST_MS)
		j->pause_ms *= 2;
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
	if (safe && is_people)
		j->people_failed = false;
	else if (safe)
		j->part_is_fresh = false;
	for (; safe; safe--) {
		if (!j->first->is_people && j->first->last > j->safe)
			j->safe = j->first->last;
		queue_drop_first(j);
	}
	if (failure) {
		take_failure(j, failure, is_people);
	} else {
		j->failed = false;
		j->pause_ms = PAUSE_MS;
	}
}

/* Under the lock: tries again what has failed. */
static void try_again(struct journal *j)
{
	j->retry = false;
	if (j->log.dead || j->leaves)
		go_on_elsewhere(j);
	else if (j->first)
		work_on_queue(j);
	else
		j->failed = false;
	if (j->failed && !j->retry && j->log.dead && j->pause_ms < PAUSE_MOST_MS)
		j->pause_ms *= 2;
}

/* Under the lock, which it gives up while it writes. */
static void work_on_draft(struct journal *j)
{
	struct buffer draft = j->draft;

	buffer_init(&j->draft);
	j->draft_waits = false;
	j->drafting = true;
	pthread_mutex_unlock(&j->lock);
	char *path = path_of(j->folder, "draft/%s.yaml", j->seat);
	draft_file_write(&j->draft_file, path, draft.bytes, draft.len);
	free(path);
	buffer_release(&draft);
	pthread_mutex_lock(&j->lock);
	j->drafting = false;
}

/* Under the lock, which it gives up meanwhile: there may be room for the reserve again. */
static void make_reserve(struct journal *j)
{
	j->busy = true;
	pthread_mutex_unlock(&j->lock);
	bool made = reserve_make(j->folder);
	pthread_mutex_lock(&j->lock);
	j->busy = false;
	j->reserve_spent = !made;
	pthread_cond_broadcast(&j->done); /* journal_wait() saw it busy */
	if (made)
		notify(j);
}

static struct timespec after_ms(unsigned ms)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	at.tv_sec += ms / 1000;
	at.tv_nsec += (long)(ms % 1000) * 1000000;
	if (at.tv_nsec >= 1000000000) {
		at.tv_nsec -= 1000000000;
		at.tv_sec++;
	}
	return at;
}

/* Until the caller has something, or it is time to try again by itself. */
static void wait_for_work(struct journal *j)
{
	bool tries = j->failed && !j->needs_header && !j->readonly;

	if (!tries && !j->reserve_spent) {
		pthread_cond_wait(&j->work, &j->lock);
		return;
	}
	struct timespec until = after_ms(tries ? j->pause_ms : PAUSE_MS);
	if (pthread_cond_timedwait(&j->work, &j->lock, &until) != ETIMEDOUT)
		return;
	if (tries)
		j->retry = true;
	else
		make_reserve(j);
}

/* Under the lock: does one thing. False when it is to stop. */
static bool work(struct journal *j)
{
	bool told = true;

	if (j->retry) {
		try_again(j);
	} else if (j->first && !j->failed && !j->needs_header) {
		work_on_queue(j);
	} else if (j->draft_waits && !j->readonly) {
		work_on_draft(j);
		told = false;
	} else if (j->stopping) {
		return false;
	} else {
		wait_for_work(j);
		return true;
	}
	if (told && !j->retry)
		notify(j);
	pthread_cond_broadcast(&j->done);
	return true;
}

void *worker_run(void *journal)
{
	struct journal *j = journal;

	pthread_mutex_lock(&j->lock);
	j->pause_ms = PAUSE_MS;
	while (work(j))
		;
	close_draft(j);
	pthread_mutex_unlock(&j->lock);
	return NULL;
}
