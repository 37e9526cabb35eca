/* SPDX-License-Identifier: MIT */
/* stream.h - the notes as they were taken, the last at the bottom. */
#ifndef UI_STREAM_H
#define UI_STREAM_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

/* Puts together the notes that are to be seen, the last at the bottom, and looks at no other;
 * `choice`: only another note was chosen since. */
void stream_arrange(struct console *c, struct area area, bool choice);
void stream_draw(const struct console *c, struct area area);
/* Draws only what another chosen note changes; false when that is not enough. */
bool stream_draw_choice(const struct console *c, struct area area);
/* For events of other seats, which must not move the notes in sight: the last note in sight, and
 * the rows after a note. */
/* The chosen note keeps its row, whatever comes above it and below. */
void stream_hold(struct console *c);
size_t stream_last_in_sight(const struct console *c);
int stream_rows_after(const struct console *c, size_t note);
/* The ids of the chosen notes, so that a command can name them, and the whole names of a note's themes, in a
 * row of that width (the rule under the stream). */
void stream_draw_chosen(const struct console *c, int row, int width);
/* The note at that row of the screen, NONE. */
size_t stream_note_at(const struct console *c, int row);
/* True when the first note was in sight: there is nothing to scroll back to. */
bool stream_at_start(const struct console *c);

#endif
