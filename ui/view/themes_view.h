/* SPDX-License-Identifier: MIT */
/* themes_view.h - the chosen row of the themes view, by the theme that it shows. */
#ifndef UI_THEMES_VIEW_H
#define UI_THEMES_VIEW_H

#include "ui/state/console.h"

/* The theme of the chosen row, NONE when there is none. */
size_t theme_chosen(const struct console *c);
/* Chooses the row of the theme of that id, when it is shown. */
void theme_choose(struct console *c, const char *id);

#endif
