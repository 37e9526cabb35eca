/* SPDX-License-Identifier: MIT */
/* floor_view.h - the facilitator's view: the speakers' list as a table. */
#ifndef UI_FLOOR_VIEW_H
#define UI_FLOOR_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

void floor_draw(const struct console *c, struct area area);
/* The row of the list drawn at that row of the screen, NONE. */
size_t floor_row_at(int row);
bool floor_draw_choice(const struct console *c, struct area area);

#endif
