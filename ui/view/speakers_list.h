/* SPDX-License-Identifier: MIT */
/* speakers_list.h - the entries of the speakers' list in the filter, and the chosen one. */
#ifndef UI_SPEAKERS_LIST_H
#define UI_SPEAKERS_LIST_H

#include "ui/state/console.h"

/* Keys of the floor view that are no command's: next bars, nothing but bars, the fitting limit. */
#define FLOOR_BARS_KEY "b"
#define FLOOR_ONLY_BARS_KEY "B"
#define FLOOR_FIT_KEY "L"

/* The places on the list that the filter lets through: fills `out` of s->waiting_count, returns how
 * many. */
size_t floor_places(const struct console *c, size_t *out);
/* The place of the chosen row, NONE when the list is empty. */
size_t floor_chosen(const struct console *c);
/* The index of the chosen row in the places: the chosen entry, else the one in its place. */
size_t floor_row(const struct console *c, const size_t *places, size_t count);
/* Chooses that row of the places. */
void floor_choose(struct console *c, const size_t *places, size_t row);

#endif
