/* SPDX-License-Identifier: MIT */
/* note_index.c - from the id of a note to the note. */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_ROOM = 64 };

/* FNV-1a, 64 bits, folded. */
static uint32_t hash_of(const char *id)
{
	uint64_t hash = 14695981039346656037U;

	for (; *id; id++) {
		hash ^= (unsigned char)*id;
		hash *= 1099511628211U;
	}
	return (uint32_t)(hash ^ hash >> 32);
}

static uint8_t mark_of(uint32_t hash)
{
	return (uint8_t)(hash >> 24);
}

/* Its slot, or the free one where it would go. */
static size_t slot_for(const struct session *s, const char *id, uint32_t hash)
{
	const struct note_index *index = &s->note_by_id;
	size_t at = hash & (index->room - 1);

	while (index->slots[at] != NONE &&
		(index->marks[at] != mark_of(hash) ||
			strcmp(s->notes[index->slots[at]].id, id) != 0))
		at = (at + 1) & (index->room - 1);
	return at;
}

static void enter(struct note_index *index, size_t at, size_t note, uint32_t hash)
{
	index->slots[at] = (uint32_t)note;
	index->marks[at] = mark_of(hash);
}

size_t note_found(const struct session *s, const char *id)
{
	return s->note_by_id.room ? s->note_by_id.slots[slot_for(s, id, hash_of(id))] : NONE;
}

static void grow(struct session *s)
{
	struct note_index *index = &s->note_by_id;

	free(index->slots);
	free(index->marks);
	index->room = index->room ? index->room * 2 : FIRST_ROOM;
	index->slots = mem_resize(NULL, index->room, sizeof *index->slots);
	index->marks = mem_new(index->room, sizeof *index->marks);
	memset(index->slots, 0xff, index->room * sizeof *index->slots);
	for (size_t i = 0; i < index->count; i++) {
		uint32_t hash = hash_of(s->notes[i].id);
		size_t at = hash & (index->room - 1);

		while (index->slots[at] != NONE)
			at = (at + 1) & (index->room - 1);
		enter(index, at, i, hash);
	}
}

size_t note_entered(struct session *s, const char *id)
{
	struct note_index *index = &s->note_by_id;
	uint32_t hash = hash_of(id);

	if ((index->count + 1) * 4 > index->room * 3)
		grow(s);
	size_t at = slot_for(s, id, hash);
	if (index->slots[at] != NONE)
		return index->slots[at];
	enter(index, at, s->note_count, hash);
	index->count++;
	return NONE;
}
