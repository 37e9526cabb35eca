/* SPDX-License-Identifier: MIT */
/* paint.h - from cells that changed to the bytes that change them at the terminal.
 *
 * Purpose     Moves, looks and texts, put together for a whole frame and as short as can be: a plain
 *             key is one byte. What the terminal understands comes from terminfo (capability.h).
 * Knows       cells and the terminal's capabilities; sends nothing itself.
 * Owns        the bytes of the frame; where the terminal's cursor is and which look it wears.
 * Start at    paint_start(), paint_canvas().
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "base/buffer.h"
#include "ui/term/canvas.h"
#include "ui/term/style.h"

/* Learns what the terminal understands; after capability_load(). */
void paint_start(bool colour);
void paint_stop(void);
/* Adds to `out` the bytes that take the terminal. */
void paint_taking(struct buffer *out);
/* Adds to `out` the bytes that give the terminal back. They erase its `rows` rows first: not every
 * terminal has an alternate screen to leave, nor does every one that is told to leave it. */
void paint_giving(struct buffer *out, int rows);
/* The terminal became smaller. Without an alternate screen, what was drawn may now stand in its
 * scrollback; paint_giving() then empties that too, where the terminal can. */
void paint_shrunk(void);
/* Somebody else had the terminal: nothing is known of it, and all is sent with the next frame. */
void paint_again(void);
/* Clears the terminal first with the next frame. */
void paint_clear(void);
/* Adds to `out` what makes the terminal show the canvas, and marks it as sent. */
void paint_canvas(struct buffer *out, struct canvas *c);
/* The cursor from now on; row -1: hidden. */
void paint_cursor(struct buffer *out, int row, int column);

/* True when that style is drawn in reverse. */
bool paint_is_reverse(enum style style);

#endif
