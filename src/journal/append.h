/* SPDX-License-Identifier: MIT */
/* append.h - one file that is only ever appended to. Private to src/journal.
 *
 * Purpose     Appends a run of lines whole or not at all: the part that an incomplete write() left is
 *             cut off again.
 * Invariants  `end` is the byte after the last complete append. A file that could not be cut back, or
 *             whose sync failed, is dead: nobody knows what the disk holds of it.
 * Start at    append_open(), append_write(), append_sync().
 */
#ifndef JOURNAL_APPEND_H
#define JOURNAL_APPEND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct append_file {
	int fd; /* -1: none */
	off_t end;
	bool dead;
	dev_t device; /* which file it is, whatever its path leads to later */
	ino_t inode;
};

#define APPEND_NONE {.fd = -1}

/* A change that somebody else made to the file. */
enum append_change {
	APPEND_UNCHANGED,
	APPEND_GONE,     /* its path names no file, or cannot be followed */
	APPEND_REPLACED, /* its path names another file */
	APPEND_GROWN,    /* somebody else wrote to it */
	APPEND_SHRUNK,
};

/* Opens the file for appending, making it (0600) when it is not there; *made (may be NULL) tells.
 * With `must_be_new` it must not be there. False with errno. */
bool append_open(struct append_file *file, const char *path, bool must_be_new, bool *made);
/* Keeps errno. */
void append_close(struct append_file *file);
/* One write(), and a second one when the first took only a part. False with errno, and the file as
 * before, or dead when it could not be cut back or somebody else has written to it as well. */
bool append_write(struct append_file *file, const char *bytes, size_t len);
/* fdatasync(). False with errno, and the file dead. */
bool append_sync(struct append_file *file);
/* Checks that the path still names the file and that its size is `end`: one fstat() and one stat(). */
enum append_change append_check(const struct append_file *file, const char *path);
/* Cuts the file to `end` bytes and syncs it. */
bool append_cut(struct append_file *file, off_t end);

#endif
