/* SPDX-License-Identifier: MIT */
/* speaking_order.c - the speakers' list: where an entry goes, and how a policy orders those who wait.
 *
 * The order is that of `waiting` itself. A policy changes it only when a speech ends: it lays the
 * entries of one kind anew among the places that they hold. An entry that the chair has moved, or
 * whose person let the others go first, holds its place; so do all in a tour de table, which goes
 * by the seating.
 */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

size_t list_rank(const struct session *s, enum list_kind kind)
{
	size_t rank = 0;

	while (rank < LIST_KINDS && s->agenda->list.precedence[rank] != kind)
		rank++;
	return rank;
}

size_t session_insertion(const struct session *s, enum list_kind kind)
{
	size_t rank = list_rank(s, kind);

	for (size_t i = 0; i < s->waiting_count; i++)
		if (!s->waiting[i].moved && list_rank(s, s->waiting[i].kind) > rank)
			return i;
	return s->waiting_count;
}

void list_insert(struct session *s, size_t place, struct entry entry)
{
	s->waiting = array_room(s->waiting, s->waiting_count, &s->waiting_room, sizeof *s->waiting);
	memmove(s->waiting + place + 1, s->waiting + place,
		(s->waiting_count - place) * sizeof *s->waiting);
	s->waiting[place] = entry;
	s->waiting_count++;
}

struct entry list_take(struct session *s, size_t place)
{
	struct entry taken = s->waiting[place];

	s->waiting_count--;
	memmove(s->waiting + place, s->waiting + place + 1,
		(s->waiting_count - place) * sizeof *s->waiting);
	return taken;
}

/* The policy (what it compares: claims.c) */

bool list_is_seated(const struct session *s)
{
	return s->item_now != NONE && s->items[s->item_now].kind == ITEM_TOUR_DE_TABLE;
}

static bool holds_place(const struct entry *entry)
{
	return entry->moved || entry->put_later;
}

/* Sorts the entries of one kind into the places that they hold; equal claims keep their order. */
static void settle_kind(struct session *s, enum list_kind kind, struct claim *claims)
{
	for (size_t i = 0; i < s->waiting_count; i++) {
		if (s->waiting[i].kind != kind || holds_place(&s->waiting[i]))
			continue;
		struct entry entry = s->waiting[i];
		struct claim claim = claims[i];
		size_t hole = i;

		for (size_t k = i; k > 0; k--) {
			if (s->waiting[k - 1].kind != kind || holds_place(&s->waiting[k - 1]))
				continue;
			if (!claim_before(claim, claims[k - 1]))
				break;
			s->waiting[hole] = s->waiting[k - 1];
			claims[hole] = claims[k - 1];
			hole = k - 1;
		}
		s->waiting[hole] = entry;
		claims[hole] = claim;
	}
}

void list_settle(struct session *s)
{
	struct claims compared;

	if (s->policy == POLICY_ARRIVAL || s->waiting_count < 2 || list_is_seated(s))
		return;
	claims_init(&compared, s, s->policy);
	struct claim *claims = mem_new(s->waiting_count, sizeof *claims);
	for (size_t i = 0; i < s->waiting_count; i++)
		claims[i] = claim_of(&compared, &s->waiting[i]);
	for (int kind = 0; kind < LIST_KINDS; kind++)
		settle_kind(s, (enum list_kind)kind, claims);
	free(claims);
	claims_release(&compared);
}

/* Items that end and come back */

static void keep_waiting(struct session *s)
{
	for (size_t i = 0; i < s->waiting_count; i++) {
		s->kept = array_room(s->kept, s->kept_count, &s->kept_room, sizeof *s->kept);
		s->kept[s->kept_count] = s->waiting[i];
		s->kept[s->kept_count++].item = s->item_now;
	}
	s->waiting_count = 0;
}

void list_leave_item(struct session *s, const char *waiting)
{
	if (same_text(waiting, "keep") && s->item_now != NONE)
		keep_waiting(s);
	else if (same_text(waiting, "clear"))
		while (s->waiting_count)
			entry_release(&s->waiting[--s->waiting_count]);
}

/* Puts one who was kept back on the list. Where nobody else waits they stand as they stood; among
 * others they are new, and what the chair moved has lost the neighbours it was moved between. */
static void wait_again(struct session *s, struct entry entry, bool alone)
{
	if (session_waiting(s, entry.who, entry.kind) != NONE) {
		entry_release(&entry);
		return;
	}
	entry.item = NONE;
	if (!alone)
		entry.moved = false;
	list_insert(s, alone ? s->waiting_count : session_insertion(s, entry.kind), entry);
}

void list_come_back(struct session *s)
{
	bool alone = s->waiting_count == 0;
	size_t left = 0;

	for (size_t i = 0; i < s->kept_count; i++) {
		struct entry entry = s->kept[i];

		if (entry.item == s->item_now)
			wait_again(s, entry, alone);
		else
			s->kept[left++] = entry;
	}
	s->kept_count = left;
}
