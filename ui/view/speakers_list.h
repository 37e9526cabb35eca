/* SPDX-License-Identifier: MIT */
/* speakers_list.h - the places on the speakers' list that the filter lets through, and the chosen one. */
#ifndef UI_SPEAKERS_LIST_H
#define UI_SPEAKERS_LIST_H

#include "ui/state/console.h"

/* Keys of the floor view that are no command's: the next bars, nothing but bars, the limit that fits. */
#define FLOOR_BARS_KEY "b"
#define FLOOR_ONLY_BARS_KEY "B"
#define FLOOR_FIT_KEY "L"

/* The places on the list that the filter lets through: fills `out` of s->waiting_count, returns how
 * many. */
size_t floor_places(const struct console *c, size_t *out);
/* The place of the chosen row, NONE when the list is empty. */
size_t floor_chosen(const struct console *c);
/* Which of the places is the chosen row: the entry that was chosen, else the one where it stood. */
size_t floor_row(const struct console *c, const size_t *places, size_t count);
/* Chooses that row of the places. */
void floor_choose(struct console *c, const size_t *places, size_t row);

#endif
