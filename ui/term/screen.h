/* SPDX-License-Identifier: MIT */
/* screen.h - the terminal: the only place that knows there is one.
 *
 * Purpose     Cells with text and style out. Text is drawn by the display-safe rule of
 *             text.h and never runs over the columns it is given. Keys come from keyboard.h.
 * Knows       the terminal, through canvas.h (cells), paint.h (what changed) and capability.h (curses'
 *             terminfo); nothing of sessions.
 * Owns        the terminal between screen_start() and screen_stop().
 * Start at    screen_start(), screen_put().
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/term/style.h"

enum colour_use { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct screen_options {
	enum colour_use colour;
	bool ascii; /* no box drawing, no blocks, no … */
};

/* True when there is a terminal that could be taken; else the reason, in one line. */
bool screen_possible(char *why, size_t size);
/* Takes the terminal, once; false (with one line in `why`, of `size` bytes) when there is none or its
 * TERM is not known. */
bool screen_start(const struct screen_options *options, char *why, size_t size);
/* Gives it back as it was; safe to call twice and from an exit handler. */
void screen_stop(void);

int screen_rows(void);
int screen_columns(void);
bool screen_ascii(void);

/* Draws the text from (row, column) in at most `width` columns, cut with … when it is longer;
 * returns the columns used. What is outside the screen is not drawn. */
int screen_put(int row, int column, int width, enum style style, const char *text);
/* Draws the first `len` bytes of the text so. */
int screen_put_bytes(int row, int column, int width, enum style style, const char *text, size_t len);
void screen_fill(int row, int column, int width, enum style style, const char *cell);
/* A bar of `width` columns filled to part/whole (blocks in eighths, # and - in ASCII). */
void screen_bar(int row, int column, int width, enum style style, double part, double whole);
void screen_rule(int row, int column, int width);      /* a horizontal line */
void screen_upright(int row, int column, int height);  /* a vertical line */
/* A horizontal line over the whole width, joined to the uprights that end above it. */
void screen_rule_under(int row);
void screen_erase(void);
void screen_cursor(int row, int column); /* row -1: hidden */
/* Sends what changed. With ROUNDTABLE_FRAMES in the environment each frame ends with
 * OSC 7777 ; N ; SYNCS ; PENDING BEL: its number, how many sync keys (CSI 7777 ~) have come, and
 * how many lines are not on disk yet; and before the BEL ; RAN: the command that a key ran, if any
 * (NULL: none). */
void screen_flush(int64_t pending, const char *ran);
/* Everything is sent again with the next flush (Ctrl-L). */
void screen_repaint(void);
/* Gives the terminal back and stops the program, as a shell's job does; returns when it goes on. */
void screen_rest(void);
/* The program was stopped by another and goes on: takes the terminal again. */
void screen_wake(void);
/* Takes over the size that the terminal has now; true when it changed. */
bool screen_resize(void);

#endif
