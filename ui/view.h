/* SPDX-License-Identifier: MIT */
/* view.h - the views, a table.
 *
 * Purpose     Each view draws itself into its area, takes the keys that are its own and names them
 *             for the bottom line. The head and the entry line are drawn by their own files.
 * Start at    view_table; capture.c.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "ui/state/console.h"

struct view_info {
	const char *name; /* capture */
	const char *key;  /* F2 */
	const char *help;
	void (*draw)(const struct console *c, struct area area);
	/* Draws again what has become another since it was drawn when only another row was chosen; false
	 * when that is not enough. NULL: it never is. */
	bool (*draw_choice)(const struct console *c, struct area area);
	/* True when the key was the view's own and has been done. Called when the entry line does
	 * not have the keys, or did not want it. */
	bool (*key_pressed)(struct console *c, const struct key *key);
	/* Adds "KEY what" pairs for the bottom line, most important first, separated by \t. */
	void (*hints)(const struct console *c, struct buffer *out);
	bool types; /* printable keys go to the entry line (capture) */
	bool bare;  /* no entry line, no head: podium */
};
extern const struct view_info view_table[SHOW_VIEWS];

/* Rows that the head takes in this size, 0 in the very smallest; draws it. */
int head_rows(const struct console *c);
void head_draw(const struct console *c);
/* The very smallest: clock and speaker in one row. */
void head_draw_least(const struct console *c, int row);

/* When (ms since 1970) something on the screen changes by itself next, NO_TIME: never. */
int64_t console_next_change(const struct console *c);

#endif
