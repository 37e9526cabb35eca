/* SPDX-License-Identifier: MIT */
/* stream_block.h - the rows that one note takes in the stream.
 *
 * Purpose     A line when another agenda item begins, the rows of the note's text with time,
 * speaker and mark before and digits and acknowledgement behind, and those of stream_details.h
 *             under it.
 * Start at    stream_block().
 */
#ifndef UI_STREAM_BLOCK_H
#define UI_STREAM_BLOCK_H

#include "ui/view/stream_details.h"

struct block {
	size_t note;
	bool new_item; /* a line with the item's title before it */
	int rows;
	int text_rows;
	int first;     /* row of the screen */
	bool chosen, was_chosen;
};

struct columns stream_columns(const struct session *s, struct area area);
/* The rows that the note takes in those columns; its place and choice are set by the stream. */
struct block stream_block(const struct console *c, size_t note, struct columns at);
/* Draws it from d->row on. */
void stream_block_draw(struct drawing *d, const struct block *block);
/* Draws the columns before the text, which show that it is chosen; `row` is that of its first. */
void stream_block_draw_bar(struct drawing *d, const struct block *block, int row);

#endif
