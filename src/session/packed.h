/* SPDX-License-Identifier: MIT */
/* packed.h - an event as it is kept: one block of memory that nothing changes any more.
 *
 * Purpose     A session of a million notes must fit into little more than its logs. What is kept of
 *             an event is its numbers and the bytes of its fields; it is unpacked into a struct
 *             event when somebody wants to look at it.
 * Knows       the catalogue; no files and no session.
 * Owns        nothing: the block stands in the arena it was packed into, for as long as that lasts.
 * Start at    event_pack(), packed_read(); packer_begin() for who has no event yet.
 */
#ifndef SESSION_PACKED_H
#define SESSION_PACKED_H

#include "base/arena.h"
#include "session/event.h"

struct packed {
	int64_t clock, at, seq;
	const char *seat;  /* in the arena too, or wherever the packer was told */
	uint32_t size;     /* of the bytes that follow it */
	uint8_t kind;      /* enum event_kind */
	bool usable;       /* event_is_usable() and its kind is known: else it makes nothing */
	bool more;
	uint8_t count;     /* of fields; an unknown `do` stands before them */
};

/* Packs the event; `seat` must last as long as the arena and say what event->seat says. */
const struct packed *event_pack(const struct event *event, const char *seat, struct arena *arena);

/* Room to look at one packed event at a time. All zero is ready. */
struct unpacked {
	struct event event;
	char **texts;
	int64_t *numbers;
	size_t texts_room, numbers_room;
};

/* The event as it was. It stands in `u` until the next packed_read() or unpacked_release(); its
 * texts stand in the packed event and last as long as that. */
const struct event *packed_read(struct unpacked *u, const struct packed *p);
void unpacked_release(struct unpacked *u);

/* An event of its own; free with event_free(). */
struct event *packed_copy(const struct packed *p);

/* The order of the fold, as event_compare(). */
int packed_compare(const struct packed *a, const struct packed *b);

/* Packing field by field, in the order of the line. All zero is ready. */
struct packer {
	struct packed head;
	unsigned char *bytes;
	size_t len, room;
	uint64_t fields; /* those that are there with their own type, a bit each */
};
void packer_begin(struct packer *p, enum event_kind kind, const char *seat);
/* A known field of its own type. False, and nothing added, when it is there already. */
bool packer_text(struct packer *p, enum field field, const char *text, size_t len);
bool packer_number(struct packer *p, enum field field, int64_t number);
bool packer_truth(struct packer *p, enum field field, bool truth);
/* A list is begun with its count; then as many texts follow (or names with their numbers, for
 * VALUE_SEEN; or numbers alone). */
bool packer_list(struct packer *p, enum field field, size_t count);
void packer_item(struct packer *p, const char *text, size_t len);
void packer_item_number(struct packer *p, int64_t number);
/* head.seq, head.clock and head.at are the caller's to set before. */
const struct packed *packer_end(struct packer *p, struct arena *arena);
void packer_release(struct packer *p);

#endif
