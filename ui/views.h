/* SPDX-License-Identifier: MIT */
/* views.h - the functions that the table of views names, one file a view. */
#ifndef UI_VIEWS_H
#define UI_VIEWS_H

#include "ui/state/console.h"

void capture_draw(const struct console *c, struct area area);
bool capture_draw_choice(const struct console *c, struct area area);
bool capture_key(struct console *c, const struct key *key);
void capture_hints(const struct console *c, struct buffer *out);
/* Keys that come before the entry line: a digit while notes are chosen and nothing is typed. */
bool capture_first(struct console *c, const struct key *key);
/* Tags the chosen (else the last) notes with the theme of that digit; false when there is none. */
bool capture_tag(struct console *c, int digit);

/* What is chosen, into the rule under the stream. */
void capture_draw_rule(const struct console *c, int row);

void floor_draw(const struct console *c, struct area area);
bool floor_draw_choice(const struct console *c, struct area area);
bool floor_key(struct console *c, const struct key *key);
void floor_hints(const struct console *c, struct buffer *out);

void themes_draw(const struct console *c, struct area area);
bool themes_draw_choice(const struct console *c, struct area area);
bool themes_key(struct console *c, const struct key *key);
void themes_hints(const struct console *c, struct buffer *out);

void actions_draw(const struct console *c, struct area area);
bool actions_draw_choice(const struct console *c, struct area area);
bool actions_key(struct console *c, const struct key *key);
void actions_hints(const struct console *c, struct buffer *out);

void podium_draw(const struct console *c, struct area area);
bool podium_key(struct console *c, const struct key *key);
void podium_hints(const struct console *c, struct buffer *out);

#endif
