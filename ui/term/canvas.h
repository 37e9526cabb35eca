/* SPDX-License-Identifier: MIT */
/* canvas.h - the screen as cells: what is to be seen, and what the terminal shows already.
 *
 * Purpose     Takes texts with their styles, and says which cells differ from what was sent last:
 *             only these cost anything at the terminal, however much is drawn again.
 * Knows       text; no terminal.
 * Owns        both grids.
 * Invariants  A cell of two columns is followed by one of none; half of such a cell is never left
 *             over. Outside of what was touched a row is as it was sent.
 * Start at    canvas_put(), canvas_changes().
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/map.h"

/* One column, compared as eight bytes. */
struct cell {
	char text[4];   /* UTF-8, NULs after it; LONG_TEXT and its place for what is longer */
	uint8_t style;  /* enum style */
	uint8_t width;  /* 1, 2, or 0: the second half of the cell before it */
	uint8_t none[2];
};

/* Columns of a row that were drawn since it was sent: [from, to). */
struct touch {
	int from, to;
};

struct canvas {
	int rows, columns;
	struct cell *cells, *shown; /* rows × columns: to be seen, and sent */
	struct touch *touched;
	struct map long_places;     /* clusters of more than four bytes */
	char **long_texts;
	size_t long_count, long_room;
};

/* All zero is the empty canvas. Gives it that size; it is blank, and so is the terminal held to be. */
void canvas_resize(struct canvas *c, int rows, int columns);
void canvas_release(struct canvas *c);
/* The terminal was cleared: everything that is not blank is to be sent again. */
void canvas_cleared(struct canvas *c);

/* Makes all cells blank. */
void canvas_erase(struct canvas *c);
/* Draws the text as it stands (safe to draw, see text.h) from there, no further than `width` columns;
 * all of them are on the canvas. Returns the columns used. */
int canvas_put(struct canvas *c, int row, int column, int width, uint8_t style, const char *text,
	size_t len);
/* Puts the text of one column into each of those cells. */
void canvas_fill(struct canvas *c, int row, int column, int width, uint8_t style, const char *text);
/* True when there is that text, of at most four bytes. */
bool canvas_shows(const struct canvas *c, int row, int column, const char *text);

/* The columns of the row that differ from what was sent, from the first to the last; false when none
 * does. */
bool canvas_changes(const struct canvas *c, int row, struct touch *out);
/* The row of cells to be seen, and of those sent. */
const struct cell *canvas_row(const struct canvas *c, int row);
const struct cell *canvas_shown(const struct canvas *c, int row);
/* The row has been sent. */
void canvas_sent(struct canvas *c, int row);

static inline bool cell_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* True for a space in ordinary text. */
bool cell_is_blank(const struct cell *cell);
/* True for one byte in one column. */
static inline bool cell_is_plain(const struct cell *cell)
{
	return cell->width == 1 && (unsigned char)cell->text[0] < 0x80 && !cell->text[1];
}

/* The cell's text, its bytes in *len: borrowed until the next change of the canvas. */
const char *cell_text(const struct canvas *c, const struct cell *cell, size_t *len);

#endif
