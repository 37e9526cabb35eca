/* SPDX-License-Identifier: MIT */
/* files.h - paths, whole writes and directories that are safe on disk.
 *
 * Invariants  What is made here has mode 0700 or 0600 whatever the umask. Functions that return
 *             bool leave errno set when they fail.
 * Start at    path_of(), file_make().
 */
#ifndef STORE_FILES_H
#define STORE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/problem.h"
#include "session/event.h"

/* DIR/NAME as a text of its own; free() it. `format` makes NAME. */
char *path_of(const char *dir, const char *format, ...);
/* Everything before the last slash ("." when there is none); free() it. */
char *path_parent(const char *path);
/* The path without slashes at its end; free() it. */
char *path_trimmed(const char *path);

/* Writes all bytes, whatever signals come; *done (may be NULL) says how many were written. */
bool write_whole(int fd, const char *bytes, size_t len, size_t *done);
/* Adds the bytes of an open file from `start` to `end`, or to its own end when that comes first. */
bool range_read(int fd, size_t start, size_t end, struct buffer *out);
/* Closes it, unless it is -1, and keeps errno. */
void file_close(int fd);
/* Makes a new file that must not be there and syncs it. */
bool file_make(const char *path, const char *bytes, size_t len);
/* Makes the file or overwrites the one that is there, and syncs it; one that is not whole is
 * removed. */
bool file_overwrite(const char *path, const char *bytes, size_t len);
/* Does the path name the open file? A merge may have exchanged it since it was opened. */
bool file_is_named(int fd, const char *path);
/* Adds a whole file of at most `most` bytes to `out`. A read error is an error (status 3), never an
 * empty file; `out` is then as before. */
bool file_read(struct buffer *out, const char *path, size_t most, struct error *error);
/* Replaces a file atomically: written beside it, synced, renamed, directory synced; mode 0600. */
bool file_replace(const char *path, const char *bytes, size_t len, struct error *error);
/* Makes the directory; one that is there already is fine. */
bool dir_make(const char *path);
/* Makes it as dir_make() does and syncs the directory above it. */
bool dir_make_synced(const char *path);
/* Makes it with those above it. */
bool dir_make_all(const char *path);
/* Syncs the entries of a directory. */
bool dir_sync(const char *path);

/* The directories of a session folder. */
enum { SESSION_DIRS = 4 };
extern const char *const session_dirs[SESSION_DIRS];
/* Makes those that are not there. False with status 3 and errno. */
bool session_dirs_make(const char *folder, struct error *error);

/* Is the path on a file system with one of these magic numbers (linux/magic.h)? `unknown` when that
 * cannot be told. */
bool file_system_is(const char *path, const unsigned long *magic, size_t count, bool unknown);

/* The names in a directory, sorted by their bytes; those that begin with a dot are left out. A
 * directory that is not there has none. */
struct names {
	char **items;
	size_t count, room;
};
bool names_read(struct names *out, const char *dir, struct error *error);
void names_release(struct names *n);

/* SEAT.yaml (part 1) or SEAT.N.yaml; false for any other name. `seat` has room for NAME_SIZE. */
bool log_name_read(const char *name, char *seat, int *part);
/* The file of that part, in the folder; free() it. */
char *log_path(const char *folder, const char *seat, int part);
/* Does a program hold the lock of that file? Asks for the lock and gives it back at once. */
bool log_is_locked(const char *folder, const char *seat, int part);

/* `count` random bytes as hex digits. False when the machine gives none. */
bool random_hex(char *out, size_t count);

enum { FILE_MOST = 1 << 30 };

/* The directories of a session folder for unfinished ends that were set aside. Those of people files hold
 * names, so they stay under people/; no reader of people/ takes a directory for a seat's file. */
#define TORN_DIR "torn"
#define TORN_PEOPLE_DIR "people/torn"

#endif
