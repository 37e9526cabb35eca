/* SPDX-License-Identifier: MIT */
/* layout.h - where things stand on the screen. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

/* Rows of the screen, -1 for what this size has no room for. */
struct layout {
	int head;          /* rows of the head, 0: none */
	int least;         /* the row with clock and speaker, in place of the head */
	int strip;         /* two rows of the tutorial */
	struct area view;
	int rule;
	int entry, entry_rows;
	int message;
	int hint;
};
struct layout console_layout(const struct console *c);
/* The row above which the list of completions ends. */
int layout_menu_end(const struct layout *l);

#endif
