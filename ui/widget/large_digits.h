/* SPDX-License-Identifier: MIT */
/* large_digits.h - a clock in digits five rows high. */
#ifndef UI_LARGE_DIGITS_H
#define UI_LARGE_DIGITS_H

#include "ui/term/screen.h"

enum { DIGIT_ROWS = 5 };

/* Columns that the text (digits, colon, plus, minus) takes with dots of that many columns. */
int digits_width(const char *text, int dot);
/* Draws it with its upper left corner there. */
void large_digits_draw(int row, int column, enum style style, const char *text, int dot);

#endif
