/* SPDX-License-Identifier: MIT */
/* journal_parts.h - what the journal and its worker share. Private to src/journal.
 *
 * Purpose     The queue between the caller, who never waits, and the one worker, who writes. What
 *             goes wrong is of two kinds: what may pass (a full disk: tried again every second in
 *             the same file) and what does not (a failed sync, another writer, a folder that is
 *             gone: the file is never written again, and the next part of the log takes its place,
 *             or a folder elsewhere when none can be made).
 * Invariants  All of struct journal is under `lock`, but for what is the worker's while `busy`.
 * Start at    struct journal, worker_run().
 */
#ifndef JOURNAL_JOURNAL_PARTS_H
#define JOURNAL_JOURNAL_PARTS_H

#include <pthread.h>

#include "store/draft_file.h"
#include "store/files.h"
#include "journal/journal.h"
#include "journal/append.h"
#include "journal/fallback.h"

struct queued {
	bool is_people; /* for people/SEAT.yaml, else for the log */
	bool is_header;
	char *bytes;
	size_t len;
	int64_t last;
	struct queued *next;
};

struct journal {
	char *folder;         /* to which it writes: the session's, or the fallback folder */
	char seat[NAME_SIZE];
	char session[SESSION_ID_SIZE];
	int lock_fd;          /* the seat: flock on part 1 */
	int event_fd;
	pthread_t worker;
	pthread_mutex_t lock;
	pthread_cond_t work;  /* for the worker; timed by the monotonic clock */
	pthread_cond_t done;  /* for journal_wait() */

	/* The worker's while it is busy. */
	struct append_file log, people;
	char *log_path;       /* of `log` */
	off_t log_safe;       /* bytes of `log` that are known safe */
	off_t people_end;     /* the people file is whole and safe up to here; -1: not opened yet */
	int part;
	bool part_is_fresh;   /* made by this run, and nothing was safe in it yet */
	bool people_failed;   /* the last time */
	bool is_fallback;     /* `folder` is the fallback folder */
	enum append_change log_change; /* that another program made to the log */

	struct queued *first, *end;
	bool busy;
	bool stopping;
	bool readonly;
	bool needs_header;
	int64_t header_seq;
	int64_t safe;
	bool failed;
	bool retry;           /* the worker is to try again what has failed */
	bool leaves;          /* … in a folder elsewhere: this one is lost */
	int cause;            /* of what failed last */
	unsigned pause_ms;    /* until it tries by itself */
	char why[256];
	char told[256];       /* what journal_failure() gave out: the caller's */
	bool reserve_spent;
	char changed[1024];   /* the notice that says in which file the log goes on, and why; "" */
	char warned[1100];    /* what journal_warning() gave out: the caller's */
	bool draft_waits, drafting;
	struct buffer draft;
	struct draft_file draft_file; /* the worker's */
};

/* The worker thread's main function; `journal` is the struct journal. */
void *worker_run(void *journal);

/* Under the lock: removes the first item. */
void queue_drop_first(struct journal *j);
/* Under the lock: is the worker writing, or about to? */
bool queue_moves(const struct journal *j);

#endif
