/* SPDX-License-Identifier: MIT */
/* arena.h - memory for many small things that go together.
 *
 * Purpose     Hands out pieces of large chunks, one after the other; all of them are given back at
 *             once. A piece never moves.
 * Knows       nothing.
 * Owns        its chunks.
 * Start at    arena_room(), arena_text().
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena_chunk;

/* All zero is the empty arena. */
struct arena {
	struct arena_chunk *chunks; /* the newest, which is being filled, first */
	size_t left;                /* bytes free at its end */
	size_t next;                /* size of the chunk after it */
};

void arena_release(struct arena *a);
/* Room for `size` bytes, not zeroed; for anything that wants no more than 8 bytes of alignment. */
void *arena_room(struct arena *a, size_t size);
/* Room for `count` numbers; only for an arena that holds nothing else. */
uint32_t *arena_numbers(struct arena *a, size_t count);
/* A copy of the text with its NUL, at any alignment. */
char *arena_text(struct arena *a, const char *text);
/* All that `from` holds is henceforth held by `a`; `from` is empty. */
void arena_join(struct arena *a, struct arena *from);

#endif
