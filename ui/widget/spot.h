/* SPDX-License-Identifier: MIT */
/* spot.h - rows put together piece by piece.
 *
 * Purpose     Texts beside each other, at the right, in the middle or wrapped, and signs that also
 *             exist in ASCII.
 * Knows       the screen.
 * Start at    spot_put().
 */
#ifndef UI_SPOT_H
#define UI_SPOT_H

#include <stddef.h>

#include "ui/term/screen.h"

/* A part of the screen. */
struct area {
	int row, column, rows, columns;
};

/* The place of the next piece of a row. */
struct spot {
	int row, column, end;
};
struct spot spot_at(int row, int column, int width);
void spot_put(struct spot *spot, enum style style, const char *text);
void spot_format(struct spot *spot, enum style style, const char *format, ...);
void spot_gap(struct spot *spot, int columns);
int spot_left(const struct spot *spot);

/* Puts the text so that it ends where the width ends, or in its middle. */
void put_right(int row, int column, int width, enum style style, const char *text);
void put_centred(int row, int column, int width, enum style style, const char *text);
/* Puts the text in as many as `rows` wrapped rows; returns how many it took. */
int put_wrapped(struct area area, enum style style, const char *text);
/* How many rows the text takes when it is wrapped, at most `most`. */
int wrapped_rows(const char *text, size_t len, int width, int most);
/* The bytes of a wrapped row without the spaces at its end. */
size_t without_spaces(const char *text, size_t len);
/* A bar in whole cells, low enough that bars in rows below each other stay apart. */
void put_cells(int row, int column, int width, enum style style, double part, double whole);
/* Columns that the text takes. */
int columns_of(const char *text);

enum sign { SIGN_DOT, SIGN_SAVED, SIGN_UNSAVED, SIGN_TO, SIGN_ON, SIGN_DASH, SIGN_CUT, SIGN_LATE, SIGN_CONFLICT };
const char *sign(enum sign sign);

#endif
