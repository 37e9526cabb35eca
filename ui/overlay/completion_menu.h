/* SPDX-License-Identifier: MIT */
/* completion_menu.h - the list of completions over the entry line. */
#ifndef UI_COMPLETION_MENU_H
#define UI_COMPLETION_MENU_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

/* A key while the list is open; false: it is not the list's. */
bool menu_key(struct console *c, const struct key *key);
/* Rows over the entry line that the list takes in a view of that size, 0 for none; draws it so that
 * it ends above the row `below`. */
int menu_rows(const struct console *c, struct area view);
void menu_draw(const struct console *c, struct area view, int below);
/* A theme that is being typed and is new, but close to one that is there; false when there is none. */
bool menu_draw_new(const struct console *c, int row);
/* The chosen one, in the row under the entry line. */
void menu_draw_chosen(const struct console *c, int row);

#endif
