/* SPDX-License-Identifier: MIT */
/* worker.c - the one worker that empties the queue onto the disk.
 *
 * It takes a run of items of one kind from the front of the queue, writes each with one write(),
 * syncs once, looks whether the file is still what and where it should be, and only then are they
 * safe and gone from the queue. */
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
#include "journal/recover.h"
#include "journal/reserve.h"

enum { PAUSE_MS = 1000, PAUSE_MOST_MS = 32000, COPY_BYTES = 65536 };

/* Another failure than that of a call: the file is not what was written. */
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

static const char *fate_says(enum pen_fate fate)
{
	switch (fate) {
	case PEN_GONE: return "was removed by another program";
	case PEN_REPLACED: return "was replaced by another program";
	case PEN_GROWN: return "was written by another program";
	case PEN_SHRUNK: return "was cut by another program";
	case PEN_AS_LEFT: break;
	}
	return "is as it was left";
}

/* Why, as one says it. */
static void say_why(const struct journal *j, char *out, size_t room, int number)
{
	char text[128];

	if (number == FAILED_BY_OTHERS)
		snprintf(out, room, "log/%s %s", strrchr(j->log_path, '/') + 1, fate_says(j->fate));
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

/* On a full disk the reserve is for what waits: true when it is worth trying once more. Leaves
 * `number` in errno. */
static bool spend_reserve(struct journal *j, int number)
{
	bool spent = reserve_may_help(number) && !j->is_rescued && reserve_spend(j->folder);

	errno = number;
	if (!spent)
		return false;
	pthread_mutex_lock(&j->lock);
	j->reserve_spent = true;
	pthread_mutex_unlock(&j->lock);
	return true;
}

/* Is the file that was synced the one that others will find? */
static bool is_found(struct journal *j, const struct pen *pen, int *failure)
{
	bool is_people = pen == &j->people;
	char *people = is_people ? people_path(j) : NULL;
	enum pen_fate fate = pen_look(pen, is_people ? people : j->log_path);

	free(people);
	if (fate == PEN_AS_LEFT)
		return true;
	if (!is_people) {
		j->fate = fate;
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
	struct pen *pen = is_people ? &j->people : &j->log;
	size_t written = 0;

	*failure = 0;
	if (is_people && pen->fd < 0 && !open_people(j) &&
		!(spend_reserve(j, errno) && open_people(j))) {
		*failure = errno;
		return 0;
	}
	while (written < count && !*failure) {
		if (!pen_write(pen, item->bytes, item->len)) {
			int failed = errno;
			if (pen->dead || !spend_reserve(j, failed))
				*failure = failed;
		} else if (++written < count) /* the last one's `next` is the caller's meanwhile */
			item = item->next;
	}
	if (written && !pen_sync(pen)) {
		*failure = errno;
		return 0;
	}
	/* What is behind a dead pen goes into the next file whole. */
	if (written && (pen->dead || !is_found(j, pen, failure)))
		return 0;
	if (written && is_people)
		j->people_end = pen->end;
	else if (written)
		j->log_safe = pen->end;
	return written;
}

/* Going on elsewhere */

/* What the dead file held that is safe nowhere else any more, since its path no longer leads to it:
 * read by its descriptor and put at the start of the new one. True when that was needed and done. */
static bool carry_over(const struct journal *j, struct pen *to)
{
	char piece[COPY_BYTES];
	off_t at = 0;

	if ((j->fate != PEN_GONE && j->fate != PEN_REPLACED) || !j->log_safe)
		return false;
	while (at < j->log_safe) {
		off_t left = j->log_safe - at;
		ssize_t count = pread(j->log.fd, piece,
			left < COPY_BYTES ? (size_t)left : sizeof piece, at);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0 || !pen_write(to, piece, (size_t)count))
			break;
		at += count;
	}
	if (at == j->log_safe && pen_sync(to))
		return true;
	if (!to->dead && !pen_cut(to, 0))
		to->dead = true;
	return false;
}

/* The same of the newcomers whom this run has written. */
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

/* The next part in the session folder, or in the rescue once that is where it writes. */
static int next_part(struct journal *j, struct pen *pen)
{
	int part = part_make(pen, j->folder, j->seat, j->part);

	if (!part && spend_reserve(j, errno))
		part = part_make(pen, j->folder, j->seat, j->part);
	return part;
}

/* The first part in a folder elsewhere; *folder is it. */
static int rescue_part(struct journal *j, struct pen *pen, char **folder)
{
	*folder = rescue_make(j->folder, j->seat, j->session);
	if (!*folder)
		return 0;
	carry_people(j, *folder);
	int part = part_make(pen, *folder, j->seat, j->part);
	/* As long as it is written no other program takes it for something to be brought back. */
	if (part && flock(pen->fd, LOCK_EX | LOCK_NB) != 0)
		errno = 0;
	if (!part) {
		int failed = errno;
		free(*folder);
		*folder = NULL;
		errno = failed;
	}
	return part;
}

/* Under the lock: says where it goes on, after `why`. */
static void say_change(struct journal *j, const char *old, const char *rescue)
{
	const char *now = strrchr(j->log_path, '/') + 1;

	if (rescue)
		snprintf(j->changed, sizeof j->changed,
			"the session folder cannot be written (%s): what is not safe there is kept "
			"in %.600s, and comes back when this seat opens the session again",
			j->why, rescue);
	else if (j->cause == FAILED_BY_OTHERS)
		snprintf(j->changed, sizeof j->changed, "%s: this seat goes on in log/%s", j->why,
			now);
	else
		snprintf(j->changed, sizeof j->changed,
			"log/%s failed (%s): this seat goes on in log/%s", old, j->why, now);
}

/* Under the lock: the new file takes the old one's place. All that is not safe is still queued and
 * will be written there; only the old part's header is not. */
static void take_part(struct journal *j, struct pen pen, int part, bool carried)
{
	pen_close(&j->log);
	j->log = pen;
	j->log_safe = pen.end;
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

/* Under the lock: the same of the folder and the file's name, with the words for it. */
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
	j->is_rescued = true;
	j->leaves = j->reserve_spent = false;
	pen_close(&j->people);
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
	bool leaves = !j->is_rescued && (j->leaves || j->part_is_fresh);
	struct pen pen = PEN_NONE;
	char *folder = NULL;

	j->busy = true;
	pthread_mutex_unlock(&j->lock);
	if (j->fate == PEN_AS_LEFT) /* it may be the folder that is gone */
		j->fate = pen_look(&j->log, j->log_path);
	int part = leaves ? 0 : next_part(j, &pen);
	if (!part && !j->is_rescued && (leaves || !may_pass(errno)))
		part = rescue_part(j, &pen, &folder);
	int failed = errno;
	bool carried = part && carry_over(j, &pen);
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
	take_part(j, pen, part, carried);
	j->fate = PEN_AS_LEFT;
}

/* The loop */

/* Under the lock: what is to become of it after that failure. A people file is simply opened again,
 * since what stands in it twice counts once; when that fails too the folder is lost. */
static void take_failure(struct journal *j, int number, bool is_people)
{
	bool passes = number != FAILED_BY_OTHERS && may_pass(number);

	set_failure(j, number);
	j->cause = number;
	if (is_people)
		pen_close(&j->people);
	if (is_people && !passes && !j->is_rescued) {
		j->leaves = j->people_failed;
		j->people_failed = j->retry = true;
	} else if (!passes && !is_people) {
		j->log.dead = true;
	}
	/* Elsewhere there is nowhere left to go: the next file is not made before a pause. */
	bool is_last_place = j->is_rescued && j->part_is_fresh;
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

/* Under the lock: what has failed is tried again. */
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
	pthread_cond_broadcast(&j->done); /* who waits saw it busy */
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
