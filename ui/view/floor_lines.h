/* SPDX-License-Identifier: MIT */
/* floor_lines.h - the lines under the speakers' list. */
#ifndef UI_FLOOR_LINES_H
#define UI_FLOOR_LINES_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* How many rows each of the lines under the list takes at the bottom of `area`, the bars in one of
 * them or not. */
struct floor_lines floor_lines_arrange(const struct console *c, struct area area, bool with_bars);
/* All of them. */
int floor_lines_taken(const struct floor_lines *l);
/* Draws them as c->floor.lines says. */
void floor_lines_draw(const struct console *c, struct area area);
/* Draws only the line about the chosen row, that place. */
void floor_lines_draw_choice(const struct console *c, struct area area, size_t place);
/* The limit for each waiting statement that would fit into the item, when they do not fit as it is;
 * else NO_TIME. */
int64_t floor_limit_that_fits(const struct console *c);

#endif
