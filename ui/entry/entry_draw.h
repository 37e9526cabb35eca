/* SPDX-License-Identifier: MIT */
/* entry_draw.h - the prompt and the line being typed, drawn. */
#ifndef UI_ENTRY_DRAW_H
#define UI_ENTRY_DRAW_H

#include "ui/state/console.h"

/* Columns of the prompt. */
int prompt_width(const struct console *c);
/* Rows that the line takes, at most `most`. */
int entry_rows(const struct console *c, int most);
/* Draws prompt and line into those rows; puts the cursor there. */
void entry_draw(const struct console *c, int row, int rows);

#endif
