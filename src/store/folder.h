/* SPDX-License-Identifier: MIT */
/* folder.h - the session folder.
 *
 * Purpose     Where sessions live and what is in them: made, found, listed, read whole.
 * Knows       paths and file shapes (contract §3); not what events mean.
 * Start at    folder_create(), folder_load().
 */
#ifndef STORE_FOLDER_H
#define STORE_FOLDER_H

#include <stdio.h>

#include "agenda/agenda.h"
#include "base/problem.h"
#include "log/log_reading.h"
#include "store/secret_file.h"
#include "session/history.h"

/* $ROUNDTABLE_HOME, else $XDG_DATA_HOME/roundtable, else ~/.local/share/roundtable. */
bool folder_home(struct buffer *out, struct error *error);

/* Makes the folder of a session of that agenda (whose `session` id it sets) at `dir`, or in the
 * default place when NULL; *path (free() it) is where. Everything is synced before it returns; on
 * failure nothing is left behind. */
bool folder_create(struct agenda *agenda, const char *dir, char **path, struct error *error);

/* The folder that SESSION names: a path, or a unique beginning of a name in the default place. */
bool folder_find(const char *session, char **path, struct error *error);
/* True when `path` is a session folder (as against an agenda file). */
bool folder_is_session(const char *path);
/* folder_is_session(); when it is none, the error of status 3 says why. */
bool folder_want_session(const char *path, struct error *error);

/* False when this user, or the medium, allows no log of that seat in it to be written. */
bool folder_may_be_written(const char *path, const char *seat);

/* One session in the default place. */
struct folder_entry {
	char *path;
	char *name;
	char *title;
	struct date date;
	bool closed;
	size_t events;
};
/* Lists the default place by name, newest date first; folders that are no session are passed
 * over, ones that cannot be read are listed with title NULL. *out: free with folder_list_free. */
bool folder_list(struct folder_entry **out, size_t *count, struct error *error);
void folder_list_free(struct folder_entry *list, size_t count);
/* The open session of that title and date in the default place; NULL when there is none. */
char *folder_open_session(const struct agenda *agenda);

/* One log file, as verify and opening see it. */
struct log_state {
	char seat[NAME_SIZE];
	int part;          /* 1 for SEAT.yaml, 2 for SEAT.2.yaml … */
	char *path;
	size_t size;
	size_t taken;      /* bytes whose events are in the history: following goes on there */
	struct log_reading reading; /* its events have been handed to the history */
	size_t events;
	int64_t first, last; /* numbers */
};

/* Reads that part of the seat's log. False, with nothing to release and status 3, when it cannot be
 * read. */
bool log_state_read(struct log_state *out, const char *folder, const char *seat, int part,
	struct error *error);
void log_state_release(struct log_state *state);

/* A session folder read whole. */
struct loaded {
	char *path;
	struct agenda agenda; /* with its people, those added live too */
	struct history history;
	struct secret secret; /* always filled, whatever became of its file */
	enum secret_state secret_state;
	char secret_why[SECRET_WHY_SIZE]; /* what is wrong with the file, "" nothing */
	struct log_state *logs;
	size_t log_count, log_room;
	bool readonly;
	char why[256];
};
/* False, with nothing to release, when it cannot be read (status 3) or its agenda is broken (1). */
bool folder_load(struct loaded *out, const char *path, struct error *error);
/* folder_load() when journal_open() has read the logs of one seat into *l already. */
bool folder_load_rest(struct loaded *l, const char *path, struct error *error);
/* Reads its agenda and people only, without the logs. */
bool folder_read_agenda(struct loaded *out, const char *path, struct error *error);
void loaded_release(struct loaded *l);

/* Makes secret.yaml in the folder of an older session that lacks it; for those who may write there
 * only. A folder that takes no file is left without one. */
void loaded_make_secret(struct loaded *l);
/* Says in the notices what is wrong with secret.yaml, if anything is. */
void loaded_tell_secret(const struct loaded *l, struct buffer *notices);

/* Prints one line a file, what is wrong with it under it; *whole tells that nothing is. `verify` in
 * the contract: it changes nothing. False, with status 3, when something could not be read. */
bool folder_verify(const char *path, FILE *out, bool *whole, struct error *error);

#endif
