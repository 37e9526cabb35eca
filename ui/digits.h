/* SPDX-License-Identifier: MIT */
/* digits.h - a clock in digits five rows high. */
#ifndef UI_DIGITS_H
#define UI_DIGITS_H

#include "ui/screen.h"

enum { DIGIT_ROWS = 5 };

/* Columns that the text (digits, colon, plus, minus) takes with dots of that many columns. */
int digits_width(const char *text, int dot);
/* Draws it with its upper left corner there. */
void digits_draw(int row, int column, enum style style, const char *text, int dot);

#endif
