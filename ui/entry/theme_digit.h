/* SPDX-License-Identifier: MIT */
/* theme_digit.h - a digit puts its theme onto the line or the chosen notes. */
#ifndef UI_THEME_DIGIT_H
#define UI_THEME_DIGIT_H

#include "ui/state/console.h"

/* The digit's theme onto the line, or with an empty one onto the chosen notes. */
void tag_by_digit(struct console *c, int digit);
/* Tags the chosen (else the last) notes with the theme of that digit; false when there is none. */
bool tag_chosen_notes(struct console *c, int digit);
/* Alt with a digit. */
bool tag_digit_key(struct console *c);

#endif
