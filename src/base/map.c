/* SPDX-License-Identifier: MIT */
/* map.c - from a text to a number, by open addressing. */
#include "base/map.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* FNV-1a, 64 bits. */
static uint64_t hash_of(const char *key)
{
	uint64_t hash = 14695981039346656037U;

	for (; *key; key++) {
		hash ^= (unsigned char)*key;
		hash *= 1099511628211U;
	}
	return hash ^ hash >> 32;
}

/* The slot where the key is, or the free one where it would go. */
static struct map_slot *slot_for(const struct map *m, const char *key)
{
	size_t at = (size_t)hash_of(key) & (m->room - 1);

	while (m->slots[at].key && strcmp(m->slots[at].key, key) != 0)
		at = (at + 1) & (m->room - 1);
	return &m->slots[at];
}

static void map_grow(struct map *m)
{
	struct map old = *m;

	m->room = old.room ? old.room * 2 : 16;
	m->slots = mem_new(m->room, sizeof *m->slots);
	for (size_t i = 0; i < old.room; i++)
		if (old.slots[i].key)
			*slot_for(m, old.slots[i].key) = old.slots[i];
	free(old.slots);
}

void map_release(struct map *m)
{
	for (size_t i = 0; i < m->room; i++)
		free(m->slots[i].key);
	free(m->slots);
	*m = (struct map){0};
}

void map_set(struct map *m, const char *key, size_t value)
{
	assert(value != MAP_NONE);
	if ((m->count + 1) * 4 > m->room * 3)
		map_grow(m);
	struct map_slot *slot = slot_for(m, key);
	if (!slot->key) {
		slot->key = mem_text(key);
		m->count++;
	}
	slot->value = value;
}

size_t map_get(const struct map *m, const char *key)
{
	if (!key || !m->room)
		return MAP_NONE;
	const struct map_slot *slot = slot_for(m, key);
	return slot->key ? slot->value : MAP_NONE;
}
