/* SPDX-License-Identifier: MIT */
/* floor_lines.h - the lines under the speakers' list. */
#ifndef UI_FLOOR_LINES_H
#define UI_FLOOR_LINES_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Draws the lines under the list at the bottom of `area`, the bars in one of them or not; returns
 * the rows they took. */
int floor_lines(const struct console *c, struct area area, bool with_bars);
/* Draws the line about the chosen row, that place, where it was; false when it takes other rows now. */
bool floor_lines_choice(const struct console *c, size_t place);
/* The limit for each waiting statement that would fit into the item, when they do not fit as it is;
 * else NO_TIME. */
int64_t floor_limit_that_fits(const struct console *c);

#endif
