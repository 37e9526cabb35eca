/* SPDX-License-Identifier: MIT */
/* journal.c - the calls of one seat's journal: open, append, ask, close.
 *
 * The caller appends to the queue and never waits; worker.c writes. */
#include "journal/journal_parts.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/memory.h"
#include "journal/recover.h"
#include "journal/reserve.h"
#include "text/text.h"

/* Out of memory: waits until the queue is written. Not while somebody holds the lock: what was
 * acknowledged is on disk already, and the wait might never end. */
static void finish_lines(void *journal)
{
	struct journal *j = journal;

	if (pthread_equal(pthread_self(), j->worker) || pthread_mutex_trylock(&j->lock) != 0)
		return;
	while (queue_moves(j))
		pthread_cond_wait(&j->done, &j->lock);
	pthread_mutex_unlock(&j->lock);
}

/* The worker takes no signal: they are the loop's. */
static int start_worker(struct journal *j)
{
	sigset_t all, before;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	int failed = pthread_create(&j->worker, NULL, worker_run, j);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return failed;
}

static struct journal *journal_of(const struct recovered *r, const char *folder, const char *seat)
{
	struct journal *j = mem_new(1, sizeof *j);
	pthread_condattr_t clock;

	j->folder = path_trimmed(folder);
	memcpy(j->seat, seat, strlen(seat) + 1);
	j->lock_fd = r->lock;
	j->event_fd = -1;
	j->log = r->log;
	j->people = (struct append_file)APPEND_NONE;
	j->people_end = -1;
	j->part = r->part;
	j->log_path = log_path(j->folder, seat, r->part > 1 ? r->part : 1);
	j->log_safe = r->log.end;
	j->safe = r->last;
	j->needs_header = !r->readonly && r->log.end == 0;
	j->header_seq = r->part > 1 && r->last > 1 ? r->last : 1;
	j->readonly = j->failed = r->readonly;
	snprintf(j->why, sizeof j->why, "%s", r->why);
	buffer_init(&j->draft);
	j->draft_file = (struct draft_file)DRAFT_FILE_NONE;
	pthread_mutex_init(&j->lock, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&j->work, &clock);
	pthread_condattr_destroy(&clock);
	pthread_cond_init(&j->done, NULL);
	return j;
}

static void journal_release(struct journal *j)
{
	while (j->first)
		queue_drop_first(j);
	append_close(&j->log);
	append_close(&j->people);
	close(j->lock_fd);
	if (j->event_fd >= 0)
		close(j->event_fd);
	pthread_cond_destroy(&j->work);
	pthread_cond_destroy(&j->done);
	pthread_mutex_destroy(&j->lock);
	buffer_release(&j->draft);
	free(j->log_path);
	free(j->folder);
	free(j);
}

bool journal_open(struct journal **out, const char *folder, const char *seat, bool *held,
	struct loaded *into, struct buffer *notices, struct error *error)
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
	bool spent = reserve_is_needed(folder) && reserve_spend(folder);
	if (!recover(&recovered, folder, seat, held, notices, error))
		return false;
	if (into) {
		into->logs = recovered.logs;
		into->log_count = recovered.log_count;
		into->log_room = recovered.log_room;
	} else {
		recovered_drop_logs(&recovered);
	}
	struct journal *j = journal_of(&recovered, folder, seat);
	memcpy(j->session, recovered.session, sizeof j->session);
	fallback_tell(folder, seat, j->session, notices);
	j->reserve_spent = spent || !(j->readonly || reserve_make(folder));
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

/* Under the lock: puts the header before everything else. The worker is idle. */
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

void journal_header(struct journal *j, const char *bytes, size_t len)
{
	pthread_mutex_lock(&j->lock);
	if (j->needs_header)
		put_header(j, bytes, len);
	pthread_mutex_unlock(&j->lock);
	pthread_cond_signal(&j->work);
}

void journal_append(struct journal *j, const char *bytes, size_t len, int64_t last)
{
	pthread_mutex_lock(&j->lock);
	if (len)
		put_at_end(j, item_of(false, bytes, len, last));
	pthread_mutex_unlock(&j->lock);
	pthread_cond_signal(&j->work); /* the worker finds the lock free */
}

void journal_append_people(struct journal *j, const char *bytes, size_t len)
{
	pthread_mutex_lock(&j->lock);
	if (len)
		put_at_end(j, item_of(true, bytes, len, 0));
	pthread_mutex_unlock(&j->lock);
	pthread_cond_signal(&j->work);
}

void journal_draft(struct journal *j, const char *bytes, size_t len)
{
	pthread_mutex_lock(&j->lock);
	buffer_reset(&j->draft);
	buffer_bytes(&j->draft, bytes, len);
	j->draft_waits = true;
	pthread_mutex_unlock(&j->lock);
	pthread_cond_signal(&j->work);
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

const char *journal_warning(const struct journal *j)
{
	struct journal *own = (struct journal *)j;

	pthread_mutex_lock(&own->lock);
	snprintf(own->warned, sizeof own->warned, "%s%s%s",
		j->reserve_spent ? "disk full, last reserve in use" : "",
		j->reserve_spent && j->changed[0] ? "; " : "", j->changed);
	pthread_mutex_unlock(&own->lock);
	return j->warned[0] ? j->warned : NULL;
}

bool journal_is_elsewhere(const struct journal *j)
{
	struct journal *own = (struct journal *)j;

	pthread_mutex_lock(&own->lock);
	bool elsewhere = j->is_fallback;
	pthread_mutex_unlock(&own->lock);
	return elsewhere;
}

/* After a new part was made the failure stands until its header has been given. */
static void try_again(struct journal *j, bool leaves)
{
	pthread_mutex_lock(&j->lock);
	if (j->failed && !j->readonly && !j->needs_header) {
		j->leaves = j->leaves || (leaves && !j->is_fallback);
		j->retry = true;
		pthread_cond_signal(&j->work);
	}
	pthread_mutex_unlock(&j->lock);
}

void journal_retry(struct journal *j)
{
	try_again(j, false);
}

void journal_leave_folder(struct journal *j)
{
	try_again(j, true);
}

int journal_fd(const struct journal *j)
{
	return j->event_fd;
}

void journal_heard(struct journal *j)
{
	uint64_t count;

	/* Nothing to read is fine: nothing has changed. */
	if (read(j->event_fd, &count, sizeof count) < 0)
		return;
}

bool journal_wait(struct journal *j)
{
	pthread_mutex_lock(&j->lock);
	while (queue_moves(j))
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
	/* Lines that could not be written are tried once more. */
	j->retry = j->retry || (j->failed && !j->readonly && !j->needs_header && !j->log.dead);
	j->stopping = true;
	pthread_mutex_unlock(&j->lock);
	pthread_cond_signal(&j->work);
	pthread_join(j->worker, NULL);
	journal_release(j);
}
