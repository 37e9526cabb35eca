/* SPDX-License-Identifier: MIT */
/* row_list.h - the chosen row of a list and the first that is drawn. */
#ifndef UI_ROW_LIST_H
#define UI_ROW_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/term/key.h"

/* Moves the chosen row of a list view of `count` rows by a key; true when it was such a key. */
bool row_key(size_t *row, size_t count, const struct key *key);
/* The first row to draw: `top`, as before, while the chosen one is in sight, so that a step costs two
 * rows at the terminal; else as puts that one in the middle. */
size_t row_first(size_t top, size_t row, size_t count, size_t rows);

#endif
