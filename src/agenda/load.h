/* SPDX-License-Identifier: MIT */
/* load.h - a whole small file in memory.
 *
 * Purpose     Reads what an agenda is made of, never more than it may be.
 * Knows       files; nothing of what is in them. Private to src/agenda.
 * Start at    file_load().
 */
#ifndef AGENDA_LOAD_H
#define AGENDA_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* Adds the file to `out`, and at most one byte more than `most`, so that the reader can tell that
 * there is more. False, with errno set, when it cannot be read. */
bool file_load(struct buffer *out, const char *path, size_t most);

#endif
