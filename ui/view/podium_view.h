/* SPDX-License-Identifier: MIT */
/* podium_view.h - for the screen that the room sees. */
#ifndef UI_PODIUM_VIEW_H
#define UI_PODIUM_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn; `choice`: only another row was chosen since. */
void podium_arrange(struct console *c, struct area area, bool choice);
void podium_draw(const struct console *c, struct area area);
bool podium_draw_choice(const struct console *c, struct area area);
bool podium_key(struct console *c, const struct key *key);
void podium_hints(const struct console *c, struct buffer *out);

#endif
