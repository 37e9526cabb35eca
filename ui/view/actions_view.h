/* SPDX-License-Identifier: MIT */
/* actions_view.h - the action points. */
#ifndef UI_ACTIONS_VIEW_H
#define UI_ACTIONS_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn; `choice`: only another row was chosen since. */
void actions_arrange(struct console *c, struct area area, bool choice);
void actions_draw(const struct console *c, struct area area);
bool actions_draw_choice(const struct console *c, struct area area);
bool actions_key(struct console *c, const struct key *key);
void actions_hints(const struct console *c, struct buffer *out);

#endif
