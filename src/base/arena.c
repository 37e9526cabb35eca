/* SPDX-License-Identifier: MIT */
/* arena.c - chunks that grow from 4 KiB to 4 MiB, filled from their beginning. */
#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
	FIRST_CHUNK = 4096,
	LARGEST_CHUNK = 2 * MEM_LARGE,
	ALIGNED = 8
};

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* of bytes */
	unsigned char bytes[];
};

void arena_release(struct arena *a)
{
	while (a->chunks) {
		struct arena_chunk *older = a->chunks->older;

		free(a->chunks);
		a->chunks = older;
	}
	*a = (struct arena){0};
}

/* *size becomes what fits beside the head. */
static struct arena_chunk *chunk_new(size_t *size)
{
	size_t whole = sizeof(struct arena_chunk) + *size;

	if (*size < MEM_LARGE)
		return mem_resize(NULL, 1, whole);
	struct arena_chunk *chunk = mem_large(&whole);
	*size = whole - sizeof *chunk;
	return chunk;
}

static void chunk_add(struct arena *a, size_t least)
{
	size_t size = a->next ? a->next : FIRST_CHUNK;

	a->next = size < LARGEST_CHUNK ? size * 2 : size;
	if (size < least)
		size = (least + ALIGNED - 1) / ALIGNED * ALIGNED;
	struct arena_chunk *chunk = chunk_new(&size);
	chunk->older = a->chunks;
	chunk->size = size;
	a->chunks = chunk;
	a->left = size;
}

static void *take(struct arena *a, size_t size)
{
	if (size > a->left)
		chunk_add(a, size);
	unsigned char *room = a->chunks->bytes + (a->chunks->size - a->left);
	a->left -= size;
	return room;
}

void *arena_room(struct arena *a, size_t size)
{
	size_t spare = a->left % ALIGNED; /* chunks begin and end aligned */

	if (size > SIZE_MAX / 2)
		mem_out();
	size = (size + ALIGNED - 1) / ALIGNED * ALIGNED;
	if (size + spare <= a->left)
		a->left -= spare;
	else
		chunk_add(a, size);
	return take(a, size);
}

uint32_t *arena_numbers(struct arena *a, size_t count)
{
	if (count > SIZE_MAX / 2 / sizeof(uint32_t))
		mem_out();
	return take(a, count * sizeof(uint32_t));
}

char *arena_text(struct arena *a, const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = take(a, size);

	memcpy(copy, text, size);
	return copy;
}

void arena_join(struct arena *a, struct arena *from)
{
	struct arena_chunk **oldest = &from->chunks;

	if (!a->chunks) {
		*a = *from;
	} else if (from->chunks) {
		while (*oldest)
			oldest = &(*oldest)->older;
		*oldest = a->chunks->older;
		a->chunks->older = from->chunks;
	}
	*from = (struct arena){0};
}
