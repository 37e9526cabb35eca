/* SPDX-License-Identifier: MIT */
/* speaking_time.h - floor time as bars: by attribute, delegation, person and budget. */
#ifndef UI_SPEAKING_TIME_H
#define UI_SPEAKING_TIME_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

/* Floor time as bars: by attribute, delegation and person, what is left of budgets; who has
 * not been heard; the chair apart. What c->bars says comes first. */
void speaking_time_draw(const struct console *c, struct area area);
/* Draws one of them in one line. */
void speaking_time_line(const struct console *c, int row, int column, int width);
/* How many there are to go through. */
size_t speaking_time_kinds(const struct session *s);

#endif
