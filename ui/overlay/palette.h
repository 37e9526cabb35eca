/* SPDX-License-Identifier: MIT */
/* palette.h - Ctrl-P and F1: rows that are filtered as one types. */
#ifndef UI_PALETTE_H
#define UI_PALETTE_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn. */
void palette_arrange(struct console *c, struct area area);
void palette_draw(const struct console *c, struct area area);
/* Draws only what another chosen row changes; false when that is not enough. */
bool palette_draw_choice(const struct console *c, struct area area);
bool palette_key(struct console *c, const struct key *key);
void palette_hints(const struct console *c, struct buffer *out);

#endif
