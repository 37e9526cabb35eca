/* SPDX-License-Identifier: MIT */
/* floor_parts.h - what the parts of the floor view do for each other. */
#ifndef UI_FLOOR_PARTS_H
#define UI_FLOOR_PARTS_H

#include "ui/widget/spot.h"

/* Keys of the view that are no command's: the next bars, nothing but bars, the limit that fits. */
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
/* The row of the list drawn at that row of the screen, NONE. */
size_t floor_row_at(int row);

/* Draws the lines under the list at the bottom of `area`, the bars in one of them or not; returns
 * the rows they took. */
int floor_lines(const struct console *c, struct area area, bool with_bars);
/* Draws the line about the chosen row, that place, where it was; false when it takes other rows now. */
bool floor_lines_choice(const struct console *c, size_t place);
/* The limit for each waiting statement that would fit into the item, when they do not fit as it is;
 * else NO_TIME. */
int64_t floor_limit_that_fits(const struct console *c);

/* Who has spoken how long: by attribute, delegation and person, what is left of budgets; who has
 * not been heard; the chair apart. What c->bars says comes first. */
void bars_draw(const struct console *c, struct area area);
/* The same in one line: one of them. */
void bars_line(const struct console *c, int row, int column, int width);
/* How many there are to go through. */
size_t bars_kinds(const struct session *s);

/* Adds "first-timers" or "balance by region". */
void add_policy(struct buffer *out, const struct session *s);

#endif
