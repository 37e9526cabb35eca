/* SPDX-License-Identifier: MIT */
/* memory.c - allocation that succeeds or ends the program in order. */
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static void (*last_wish)(void *);
static void *last_wish_argument;

void mem_last_wish(void (*wish)(void *), void *argument)
{
	last_wish = wish;
	last_wish_argument = argument;
}

void mem_out(void)
{
	void (*wish)(void *) = last_wish;

	last_wish = NULL;
	if (wish)
		wish(last_wish_argument);
	fputs("roundtable: out of memory; what was acknowledged is on disk\n", stderr);
	exit(3);
}

static size_t checked(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		mem_out();
	return count && size ? count * size : 1;
}

void *mem_new(size_t count, size_t size)
{
	void *room = calloc(1, checked(count, size));

	if (!room)
		mem_out();
	return room;
}

void *mem_large(size_t *size)
{
	if (*size > SIZE_MAX / 2)
		mem_out();
	*size = (*size + MEM_LARGE - 1) / MEM_LARGE * MEM_LARGE;
	void *room = aligned_alloc(MEM_LARGE, *size);
	if (!room)
		mem_out();
	madvise(room, *size, MADV_HUGEPAGE); /* advice only */
	return room;
}

void *mem_resize(void *old, size_t count, size_t size)
{
	void *room = realloc(old, checked(count, size));

	if (!room)
		mem_out();
	return room;
}

void *array_room(void *items, size_t count, size_t *room, size_t size)
{
	if (count >= *room) {
		*room = *room ? *room * 2 : 8;
		items = mem_resize(items, *room, size);
	}
	memset((char *)items + count * size, 0, size);
	return items;
}

char *mem_text_of(const char *bytes, size_t len)
{
	char *copy = mem_new(len + 1, 1);

	if (len)
		memcpy(copy, bytes, len);
	return copy;
}

char *mem_text(const char *text)
{
	return text ? mem_text_of(text, strlen(text)) : NULL;
}

void mem_replace(char **slot, const char *text)
{
	char *copy = mem_text(text);

	free(*slot);
	*slot = copy;
}

bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}
