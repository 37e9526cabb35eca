/* SPDX-License-Identifier: MIT */
/* slices.h - a file read piece by piece, whole lines at a time.
 *
 * Purpose     A log of a million lines is read without ever standing in memory as a whole. It is
 *             read and not mapped: a mapped file that a synchroniser cuts short kills the program.
 * Owns        the descriptor and the bytes.
 * Start at    slices_open(), slices_next(), slices_taken().
 */
#ifndef STORE_SLICES_H
#define STORE_SLICES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/problem.h"

struct slices {
	int fd;
	const char *path;    /* borrowed */
	struct buffer bytes; /* what was not taken yet, and what came behind it */
	size_t size;         /* bytes of the file read so far */
	bool end;            /* nothing comes behind these */
};

/* False with the reason (status 3) when it cannot be read or is no file. */
bool slices_open(struct slices *s, const char *path, struct error *error);
/* Reads on. A read error is an error, never the end. */
bool slices_next(struct slices *s, struct error *error);
/* The first `len` bytes are done with. */
void slices_taken(struct slices *s, size_t len);
void slices_close(struct slices *s);

#endif
