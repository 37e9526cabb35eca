/* SPDX-License-Identifier: MIT */
/* palette_rows.h - the rows that the palette and help show: made from the tables, so that they
 * cannot disagree with what is done. */
#ifndef UI_PALETTE_ROWS_H
#define UI_PALETTE_ROWS_H

#include "ui/state/console.h"

struct palette_row {
	bool heading;
	char *name;   /* "/speak NAME[, NAME]", or a heading */
	char *what;   /* what it does */
	char *key;    /* "n", "F3", "" */
	char *line;   /* what Enter does: a line ("/next"), or the beginning of one ("/speak ") */
	bool whole;   /* the line is whole */
	bool is_key;  /* Enter is that key */
	int score;
};

struct palette_rows {
	struct palette_row *rows;
	size_t count, room;
};

/* The commands and views that match what is typed, best first. */
void palette_rows_of_commands(struct palette_rows *l, const struct console *c, const char *typed);
/* Keys of the view, keys everywhere, marks, commands by group. */
void palette_rows_of_help(struct palette_rows *l, const struct console *c, const char *typed);
void palette_rows_release(struct palette_rows *l);

#endif
