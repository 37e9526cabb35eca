/* SPDX-License-Identifier: MIT */
/* floor_view.h - the facilitator's view: the speakers' list as a table. */
#ifndef UI_FLOOR_VIEW_H
#define UI_FLOOR_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn; `choice`: only another row was chosen since. */
void floor_arrange(struct console *c, struct area area, bool choice);
void floor_draw(const struct console *c, struct area area);
bool floor_draw_choice(const struct console *c, struct area area);

#endif
