/* SPDX-License-Identifier: MIT */
/* append.h - one file that is only ever appended to.
 *
 * Purpose     Whole pieces or nothing: what one write() does not take whole is cut off again.
 * Invariants  `end` is the byte after the last whole piece. A pen that could not be cut back, or
 *             whose sync failed, is dead: what the disk holds of it is not known any more.
 * Start at    pen_open(), pen_write(), pen_sync().
 */
#ifndef JOURNAL_APPEND_H
#define JOURNAL_APPEND_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pen {
	int fd; /* -1: none */
	off_t end;
	bool dead;
	dev_t device; /* which file it is, whatever its path leads to later */
	ino_t inode;
};

#define PEN_NONE {.fd = -1}

/* What has become of the file behind the pen's back. */
enum pen_fate {
	PEN_AS_LEFT,
	PEN_GONE,     /* its path leads nowhere, or cannot be followed */
	PEN_REPLACED, /* its path leads to another file */
	PEN_GROWN,    /* somebody else wrote to it */
	PEN_SHRUNK,
};

/* Opens the file for appending, making it (0600) when it is not there; *made (may be NULL) tells.
 * With `must_be_new` it must not be there. False with errno. */
bool pen_open(struct pen *pen, const char *path, bool must_be_new, bool *made);
void pen_close(struct pen *pen);
/* One write(), a second when the first took only a part. False with errno, and the file as before (or the pen dead: the file could not be cut
 * back, or somebody else has written to it as well). */
bool pen_write(struct pen *pen, const char *bytes, size_t len);
/* Makes what was written safe. False with errno, and the pen dead. */
bool pen_sync(struct pen *pen);
/* Is the file where it should be, and as long as it should be? Two calls of the system. */
enum pen_fate pen_look(const struct pen *pen, const char *path);
/* Cuts the file to `end` bytes and syncs it. */
bool pen_cut(struct pen *pen, off_t end);

#endif
