/* SPDX-License-Identifier: MIT */
/* pasted_lines.h - what was pasted, as lines.
 *
 * Purpose     Cuts raw bytes into clean lines, and says how each is typed so that it makes something
 *             of its own: no command, nothing that changes or continues what is there.
 * Knows       no screen and no console; of the typed language only what a line may begin with.
 * Owns        its lines.
 * Start at    pasted_cut(), pasted_typed().
 */
#ifndef UI_PASTED_LINES_H
#define UI_PASTED_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { PASTED_LINES_MOST = 2000 };

/* All zero is empty. */
struct pasted {
	char **lines; /* clean, none of them blank, none with a space around */
	size_t count, room;
	size_t beyond; /* further lines, that were not taken */
};

/* Adds the lines of the bytes; blank ones are passed over, and so, counted, are those after
 * PASTED_LINES_MOST. Ends of lines are \n, \r and \r\n. */
void pasted_cut(struct pasted *p, const char *bytes, size_t len);
/* Drops the first `count` lines. */
void pasted_drop(struct pasted *p, size_t count);
void pasted_release(struct pasted *p);

/* Adds the line as it is typed to be kept: marks and tags mean what they mean in a typed line, but a
 * command, a correction and dots that go on are text. `literal` takes the marks for text too, which
 * keeps a line that is nothing but marks and tags. */
void pasted_typed(struct buffer *out, const char *line, bool literal);

#endif
