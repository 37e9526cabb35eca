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

/* Its slot, or the free one where it would go. */
static struct note_slot *slot_for(const struct session *s, const char *id, uint32_t hash)
{
	const struct note_index *index = &s->note_by_id;
	size_t at = hash & (index->room - 1);

	for (;;) {
		struct note_slot *slot = &index->slots[at];

		if (slot->note == NONE ||
			(slot->hash == hash && strcmp(s->notes[slot->note].id, id) == 0))
			return slot;
		at = (at + 1) & (index->room - 1);
	}
}

size_t note_found(const struct session *s, const char *id)
{
	return s->note_by_id.room ? slot_for(s, id, hash_of(id))->note : NONE;
}

static void grow(struct session *s)
{
	struct note_index old = s->note_by_id, *index = &s->note_by_id;

	index->room = old.room ? old.room * 2 : FIRST_ROOM;
	index->slots = mem_resize(NULL, index->room, sizeof *index->slots);
	for (size_t i = 0; i < index->room; i++)
		index->slots[i].note = (uint32_t)NONE;
	for (size_t i = 0; i < old.room; i++) {
		size_t at = old.slots[i].hash & (index->room - 1);

		if (old.slots[i].note == NONE)
			continue;
		while (index->slots[at].note != NONE)
			at = (at + 1) & (index->room - 1);
		index->slots[at] = old.slots[i];
	}
	free(old.slots);
}

size_t note_entered(struct session *s, const char *id)
{
	struct note_index *index = &s->note_by_id;
	uint32_t hash = hash_of(id);

	if ((index->count + 1) * 4 > index->room * 3)
		grow(s);
	struct note_slot *slot = slot_for(s, id, hash);
	if (slot->note != NONE)
		return slot->note;
	*slot = (struct note_slot){(uint32_t)s->note_count, hash};
	index->count++;
	return NONE;
}
