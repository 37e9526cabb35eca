/* SPDX-License-Identifier: MIT */
/* note_index.c - from the id of a note to the note. */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_ROOM = 64 };

/* Eight bytes at a time. A product carries what differs upwards only, and the last digits of a number
 * stand highest: so all is brought down again, and stirred once more at the end. */
static uint32_t hash_of(const char *id)
{
	size_t len = strlen(id);
	uint64_t hash = 0x9e3779b97f4a7c15U ^ len;

	for (size_t at = 0; at < len; at += sizeof(uint64_t)) {
		uint64_t part = 0;

		memcpy(&part, id + at, len - at < sizeof part ? len - at : sizeof part);
		hash = (hash ^ part) * 0xff51afd7ed558ccdU;
		hash ^= hash >> 32;
	}
	hash *= 0xc4ceb9fe1a85ec53U;
	return (uint32_t)(hash >> 32);
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

static void make_room(struct session *s, size_t room)
{
	struct note_index *index = &s->note_by_id;

	free(index->slots);
	free(index->marks);
	index->room = room;
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

static bool has_room(size_t room, size_t count)
{
	return count * 4 <= room * 3;
}

/* The notes too, when they are many. */
static void make_room_for_notes(struct session *s, size_t count)
{
	size_t size = count * sizeof *s->notes;

	if (s->notes || size < MEM_LARGE)
		return;
	s->notes = mem_large(&size);
	s->note_room = size / sizeof *s->notes;
}

void notes_expected(struct session *s, size_t count)
{
	make_room_for_notes(s, count);
	size_t room = s->note_by_id.room ? s->note_by_id.room : FIRST_ROOM;

	if (has_room(room, count))
		return;
	while (!has_room(room, count))
		room *= 2;
	make_room(s, room);
}

size_t note_entered(struct session *s, const char *id)
{
	struct note_index *index = &s->note_by_id;
	uint32_t hash = hash_of(id);

	if (!has_room(index->room, index->count + 1))
		make_room(s, index->room ? index->room * 2 : FIRST_ROOM);
	size_t at = slot_for(s, id, hash);
	if (index->slots[at] != NONE)
		return index->slots[at];
	enter(index, at, s->note_count, hash);
	index->count++;
	return NONE;
}
