/* SPDX-License-Identifier: MIT */
/* head.h - the three lines that stay: the meeting, the floor, who is next. */
#ifndef UI_HEAD_H
#define UI_HEAD_H

#include "ui/state/console.h"

/* Rows that the head takes in this size, 0 in the very smallest; draws it. */
int head_rows(const struct console *c);
void head_draw(const struct console *c);
/* The very smallest: clock and speaker in one row. */
void head_draw_least(const struct console *c, int row);

#endif
