/* SPDX-License-Identifier: MIT */
/* screen.h - the terminal: the only place that knows there is one.
 *
 * Purpose     Cells with text and style out, keys in. Text is drawn by the display-safe rule of
 *             text.h and never runs over the columns it is given. keyboard.c reads the keys.
 * Knows       the terminal, through canvas.h (cells), paint.h (what changed) and capability.h (curses'
 *             terminfo); nothing of sessions.
 * Owns        the terminal between screen_start() and screen_stop().
 * Start at    screen_start(), screen_put(), screen_key().
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a text is, never which colour it has: styles.def maps each to attributes that also read
 * without colour. */
enum style {
#define STYLE(ident, foreground, attributes, help) STYLE_##ident,
#include "ui/term/styles.def"
#undef STYLE
	STYLES
};

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
/* The same for the first `len` bytes. */
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
 * how many lines are not on disk yet. */
void screen_flush(int64_t pending);
/* Everything is sent again with the next flush (Ctrl-L). */
void screen_repaint(void);
/* Gives the terminal back and stops the program, as a shell's job does; returns when it goes on. */
void screen_rest(void);
/* The program was stopped by another and goes on: takes the terminal again. */
void screen_wake(void);
/* Takes over the size that the terminal has now; true when it changed. */
bool screen_resize(void);

enum key_kind {
	KEY_TEXT,    /* `text` is one grapheme or code point of clean text */
	KEY_CONTROL, /* `code` is the letter: 'z' for Ctrl-Z; '@' for Ctrl-Space */
	KEY_ALT,     /* `code` is the character after Alt (or Esc) */
	KEY_NAMED,   /* `code` is one of enum named_key */
	KEY_PASTED,  /* `paste` (len bytes, raw, borrowed until the next screen_key) */
	KEY_MOUSE,
	KEY_RESIZED,
	KEY_GONE     /* the terminal is lost */
};
enum named_key {
	NAMED_ENTER, NAMED_TAB, NAMED_BACKTAB, NAMED_BACKSPACE, NAMED_DELETE, NAMED_INSERT,
	NAMED_ESCAPE, NAMED_UP, NAMED_DOWN, NAMED_LEFT, NAMED_RIGHT, NAMED_HOME, NAMED_END,
	NAMED_PAGE_UP, NAMED_PAGE_DOWN, NAMED_SHIFT_UP, NAMED_SHIFT_DOWN, NAMED_CTRL_UP,
	NAMED_CTRL_DOWN, NAMED_CTRL_LEFT, NAMED_CTRL_RIGHT,
	NAMED_F1, NAMED_F2, NAMED_F3, NAMED_F4, NAMED_F5, NAMED_F6, NAMED_F7, NAMED_F8, NAMED_F9,
	NAMED_F10, NAMED_F11, NAMED_F12
};
enum mouse_act { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct key {
	enum key_kind kind;
	char text[32];
	int code;
	const char *paste;
	size_t paste_len;
	enum mouse_act mouse;
	int row, column;
};

/* poll() says that something has come from screen_fd(). */
void screen_ready(void);
/* The next key that is there already; false when there is none now. */
bool screen_key(struct key *out);
/* True when bytes have come that are no whole key yet, such as a lone Esc; when nothing comes after
 * them for ESCAPE_DELAY_MS, screen_decide() says that they are one as they stand. */
enum { ESCAPE_DELAY_MS = 50 };
bool screen_partial(void);
void screen_decide(void);
/* The descriptor that keys come from, for poll(). */
int screen_fd(void);

#endif
