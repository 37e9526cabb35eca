/* SPDX-License-Identifier: MIT */
/* capture_view.h - the rapporteur's view: the stream of notes and the themes beside it. */
#ifndef UI_CAPTURE_VIEW_H
#define UI_CAPTURE_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn; `choice`: only another row was chosen since. */
void capture_arrange(struct console *c, struct area area, bool choice);
void capture_draw(const struct console *c, struct area area);
bool capture_draw_choice(const struct console *c, struct area area);
bool capture_key(struct console *c, const struct key *key);
void capture_hints(const struct console *c, struct buffer *out);
/* Keys that come before the entry line: a digit while notes are chosen and nothing is typed. */
bool capture_first(struct console *c, const struct key *key);

/* The chosen notes, into the rule under the stream. */
void capture_draw_rule(const struct console *c, int row);

#endif
