/* SPDX-License-Identifier: MIT */
/* pen.h - one file that is only ever appended to. Private to src/journal.
 *
 * Purpose     Whole pieces or nothing: what one write() does not take whole is cut off again.
 * Invariants  `end` is the byte after the last whole piece. A pen that could not be cut back, or
 *             whose sync failed, is dead: what the disk holds of it is not known any more.
 * Start at    pen_open(), pen_write(), pen_sync().
 */
#ifndef JOURNAL_PEN_H
#define JOURNAL_PEN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pen {
	int fd; /* -1: none */
	off_t end;
	bool dead;
};

#define PEN_NONE {-1, 0, false}

/* Opens the file for appending, making it (0600) when it is not there; *made (may be NULL) tells.
 * With `must_be_new` it must not be there. False with errno. */
bool pen_open(struct pen *pen, const char *path, bool must_be_new, bool *made);
void pen_close(struct pen *pen);
/* One write(). False with errno, and the file as before (or the pen dead). */
bool pen_write(struct pen *pen, const char *bytes, size_t len);
/* Makes what was written safe. False with errno, and the pen dead. */
bool pen_sync(struct pen *pen);
/* Cuts the file to `end` bytes and syncs it. */
bool pen_cut(struct pen *pen, off_t end);

#endif
