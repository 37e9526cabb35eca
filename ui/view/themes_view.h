/* SPDX-License-Identifier: MIT */
/* themes_view.h - the codebook across the agenda. */
#ifndef UI_THEMES_VIEW_H
#define UI_THEMES_VIEW_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* Says what stands where, before it is drawn; `choice`: only another row was chosen since. */
void themes_arrange(struct console *c, struct area area, bool choice);
void themes_draw(const struct console *c, struct area area);
bool themes_draw_choice(const struct console *c, struct area area);
bool themes_key(struct console *c, const struct key *key);
void themes_hints(const struct console *c, struct buffer *out);

/* The theme of the chosen row, NONE when there is none. */
size_t theme_chosen(const struct console *c);
/* Chooses the row of the theme of that id, when it is shown. */
void theme_choose(struct console *c, const char *id);

#endif
