/* SPDX-License-Identifier: MIT */
/* floor_parts.h - what the parts of the floor view do for each other. */
#ifndef UI_FLOOR_PARTS_H
#define UI_FLOOR_PARTS_H

#include "ui/pieces.h"

/* The places on the list that the filter lets through: fills `out` of s->waiting_count, returns how
 * many. */
size_t floor_places(const struct console *c, size_t *out);
/* The place of the chosen row, NONE when the list is empty. */
size_t floor_chosen(const struct console *c);
/* The row of the list drawn at that row of the screen, NONE. */
size_t floor_row_at(int row);

/* Who has spoken how long: by delegation, attribute and person; who has not been heard; a fairer
 * next speaker. */
void bars_draw(const struct console *c, struct area area);
/* The same in one line. */
void bars_line(const struct console *c, int row, int column, int width);
/* The place on the list of one who was heard less than its head and might come first, NONE. */
size_t fairer_place(const struct session *s, int64_t at);

#endif
