/* SPDX-License-Identifier: MIT */
/* journal.h - the writer of one seat: its log, locked and appended to.
 *
 * Purpose     Appends lines to the seat's log on one worker thread, each group with one write(),
 *             and says which are safely on disk. Recovers the log when it opens. Contract §3.
 * Knows       files, locks and a thread; not what events mean.
 * Owns        the files, the lock, the thread. Opaque: all of it changes together.
 * Start at    journal_open(), journal_append(), journal_safe().
 */
#ifndef JOURNAL_JOURNAL_H
#define JOURNAL_JOURNAL_H

#include "base/problem.h"
#include "store/folder.h"

struct journal;

/* Takes the seat in the folder: opens (or creates, 0600) log/SEAT.yaml with
 * O_APPEND|O_CLOEXEC|O_NOFOLLOW, takes its flock, recovers (adds a missing last newline, moves a torn
 * tail or an open group to torn/, one of a people file to people/torn/, and cuts back, goes on in
 * log/SEAT.N.yaml after damage), syncs directories and starts the worker. Call it before
 * folder_load(), so that the recovered log is loaded. On failure: status 3; *held tells that another
 * process has the seat. `notices` gets a line for each thing that recovery did. `into` (NULL: no)
 * gets the logs of the seat as they were read, for folder_load_rest(): a long log is read once. */
bool journal_open(struct journal **out, const char *folder, const char *seat, bool *held,
	struct loaded *into, struct buffer *notices, struct error *error);

/* True when the file that is written next is empty: its header (an `open` event with the number
 * *seq: 1, or in a file that goes on for a damaged one the last number known safe) goes first. As
 * long as it is true nothing is written; journal_header() gives the header's line, which goes
 * before everything that is queued. It can become true again when the
 * log had to be left for another file: journal_failure() stands until the header is given. */
bool journal_needs_header(const struct journal *j, int64_t *seq);
void journal_header(struct journal *j, const char *bytes, size_t len);

/* Queues bytes for the log: whole lines, written with one write() and synced. `last` is the number
 * of the last event in them. Never blocks. */
void journal_append(struct journal *j, const char *bytes, size_t len, int64_t last);
/* Queues lines for people/SEAT.yaml, written and synced before any append queued later. */
void journal_append_people(struct journal *j, const char *bytes, size_t len);
/* Queues a new draft/SEAT.yaml: a line, after which newlines may follow in the file (`len` 0: no
 * draft); only the newest counts. */
void journal_draft(struct journal *j, const char *bytes, size_t len);

/* The last number that is safely on disk. */
int64_t journal_safe(const struct journal *j);
/* The reason why lines after journal_safe() are not saved ("No space left on device"); NULL while
 * all is well. After a failure appends are kept in memory, and tried again every second (in the
 * same file where that may help, else in the next part of the log, else in a folder under
 * $XDG_STATE_HOME) and at once with journal_retry(). */
const char *journal_failure(const struct journal *j);
void journal_retry(struct journal *j);
/* The same, but in a folder elsewhere even when the failure is one that may pass: for the end. */
void journal_leave_folder(struct journal *j);
/* What the user should know though lines are saved: where they go on, that another program wrote
 * to the log, that the reserve is in use. NULL when there is nothing. Valid until asked again. */
const char *journal_warning(const struct journal *j);
/* Does it write to a folder elsewhere, since the session's is lost? */
bool journal_is_elsewhere(const struct journal *j);
/* Readable when journal_safe(), journal_failure() or journal_warning() may have changed, or
 * journal_needs_header() again;
 * journal_heard() empties it. */
int journal_fd(const struct journal *j);
void journal_heard(struct journal *j);
/* Waits until all that was queued is safe (true) or failed (false). */
bool journal_wait(struct journal *j);

/* Writes what is queued, gives the lock back and ends the thread. NULL is fine. */
void journal_close(struct journal *j);

#endif
