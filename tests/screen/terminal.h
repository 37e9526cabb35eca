/* SPDX-License-Identifier: MIT */
/* terminal.h - the real program in a pseudo-terminal, read through libvterm.
 *
 * Purpose     Types keys and moves the clock, and waits for the frame that answers: never for time.
 *             The program, told by ROUNDTABLE_FRAMES, ends each frame with OSC 7777;N;SYNCS;PENDING
 *             BEL: its number, how many sync keys (CSI 7777 ~) it has taken, and how many lines are
 *             not on disk yet. A step is over when its own sync key has come back in a frame with
 *             nothing pending.
 * Start at    terminal_start(), terminal_type(), terminal_rows().
 */
#ifndef TESTS_SCREEN_TERMINAL_H
#define TESTS_SCREEN_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buffer.h"

struct terminal;

struct terminal_options {
	int rows, columns;
	const char *term;   /* NULL: xterm-256color */
	const char *home;   /* HOME and XDG_DATA_HOME */
	const char *folder; /* working folder */
	int64_t now;        /* the injected clock's first moment, ms */
	bool no_colour;
	bool no_clock;      /* the program's own clock */
};

/* Starts argv[0]; waits for its first frame. Ends the test program with a message on failure. */
struct terminal *terminal_start(const struct terminal_options *options, char *const argv[]);
/* Sends bytes and waits for the frame that answers them. */
void terminal_type(struct terminal *t, const char *bytes, size_t len);
/* The key as the bottom line calls it: Enter, F3, ^Z, Alt-3, n; false when there is none. */
bool terminal_key(struct terminal *t, const char *name);
/* The command that a key has run since it was last asked, in `out`; "": none. */
const char *terminal_ran(struct terminal *t, char *out, size_t size);
/* A lone Esc: waits for a frame before anything else is sent. */
void terminal_escape(struct terminal *t);
void terminal_time(struct terminal *t, int64_t now);
void terminal_resize(struct terminal *t, int rows, int columns);
/* Waits until the program has ended by itself; its exit status, or 128 + signal. */
int terminal_wait(struct terminal *t);
/* Whether the terminal is as it was before: lines are edited and echoed, the main screen is shown, the
 * cursor is there and at home, the mouse is not asked for, and nothing that was drawn is left. */
bool terminal_is_given_back(struct terminal *t);
/* Waits until the program has stopped (SIGTSTP); and lets it go on until it shows a frame. */
void terminal_stopped(struct terminal *t);
void terminal_goes_on(struct terminal *t);
/* The line is cut: waits until the program has ended; its exit status, or 128 + signal. */
int terminal_unplug(struct terminal *t);
void terminal_kill(struct terminal *t, int signal);
bool terminal_is_gone(const struct terminal *t);
pid_t terminal_pid(const struct terminal *t);
/* Follows the screen for at most `ms` until the text is on it; how long it took, -1: it never was. */
int64_t terminal_sees(struct terminal *t, const char *text, int ms);
void terminal_free(struct terminal *t);
/* How many bytes the program has written since it was last asked, the marks of frames apart. */
size_t terminal_bytes(struct terminal *t);

/* The screen as text, a row a line, blanks at the end cut. */
void terminal_rows(struct terminal *t, struct buffer *out);
/* The screen as attributes, a row a line: blank for plain, u underlined, B bold, R reversed, X
 * both; coloured r g y b m c, coloured and bold E G Y L M C, coloured and reversed 1 to 6. */
void terminal_attributes(struct terminal *t, struct buffer *out);
void terminal_cursor(struct terminal *t, int *row, int *column, bool *visible);

#endif
