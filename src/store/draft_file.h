/* SPDX-License-Identifier: MIT */
/* draft_file.h - the line being typed, on disk.
 *
 * Purpose     A file that is written over in its place, for a draft comes every second and at each
 *             Enter: making, renaming and removing files would be part of what the next sync of the
 *             log has to wait for. What follows the draft's line are newlines, and a file of
 *             nothing else is no draft; it is removed when the journal closes.
 * Start at    draft_file_write().
 */
#ifndef STORE_DRAFT_FILE_H
#define STORE_DRAFT_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct draft_file {
	int fd; /* -1: not opened yet */
	off_t size;
	bool blank;
};

#define DRAFT_FILE_NONE {.fd = -1, .blank = true}

/* Replaces what stands in the file; nothing when `len` is 0. A draft is a help, not a promise: there
 * is no sync, and failing is not told. */
void draft_file_write(struct draft_file *file, const char *path, const char *bytes, size_t len);
/* Removes a file in which no draft is left. */
void draft_file_close(struct draft_file *file, const char *path);

#endif
