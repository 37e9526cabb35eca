/* SPDX-License-Identifier: MIT */
/* row_list.h - the chosen row of a list and the first that is drawn. */
#ifndef UI_ROW_LIST_H
#define UI_ROW_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/term/key.h"

/* Moves the chosen row of a list of `count` rows by a key or the wheel; true when it was such a key. */
bool row_key(size_t *row, size_t count, const struct key *key);
/* True for the keys that go to an earlier row. */
bool row_key_goes_up(const struct key *key);

/* The rows of a list that are in sight, arranged before they are drawn. */
struct rows_shown {
	int first;             /* row of the screen where `top` stands */
	size_t top, count;     /* the first in sight, and how many are */
	size_t chosen, before; /* the chosen one; and in the frame before */
	bool stays;            /* nothing else moved since the frame before: both are in sight */
};

/* Arranges `total` rows in `room` rows of the screen: `top` stays while the chosen one is in sight,
 * so that a step costs two rows at the terminal; else it comes to the middle. */
void rows_arrange(struct rows_shown *r, int first, size_t room, size_t total, size_t chosen);
/* The row that stands at that row of the screen, SIZE_MAX when none does. */
size_t rows_at(const struct rows_shown *r, int row);
/* row_key(), and a click on a row in sight. */
bool rows_key(const struct rows_shown *r, size_t *row, size_t count, const struct key *key);

#endif
