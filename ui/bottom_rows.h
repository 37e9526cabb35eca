/* SPDX-License-Identifier: MIT */
/* bottom_rows.h - the entry line, what was last said, and the keys that work here and now. */
#ifndef UI_BOTTOM_ROWS_H
#define UI_BOTTOM_ROWS_H

#include "ui/layout.h"

void bottom_draw(const struct console *c, const struct layout *layout);
/* The key whose name was clicked at that place of the bottom line; false when none. */
bool bottom_clicked(const struct console *c, int row, int column, struct buffer *name);

#endif
