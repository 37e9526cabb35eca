/* SPDX-License-Identifier: MIT */
/* key.h - a key as the terminal gives it, and its name on the screen. */
#ifndef UI_KEY_H
#define UI_KEY_H

#include <stdbool.h>
#include <stddef.h>

enum key_kind {
	KEY_TEXT,    /* `text` is one grapheme or code point of clean text */
	KEY_CONTROL, /* `code` is the letter: 'z' for Ctrl-Z; '@' for Ctrl-Space */
	KEY_ALT,     /* `code` is the character after Alt (or Esc) */
	KEY_NAMED,   /* `code` is one of enum named_key */
	KEY_PASTED,  /* `paste` (len bytes, raw, borrowed until the next keyboard_key) */
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

/* The key that the bottom line and help call so: "F1", "^P", "Alt-1", "Enter", "a"; false: none. */
bool key_named(const char *name, struct key *out);
/* True for that named key, for Ctrl with that letter. */
bool key_is_named(const struct key *key, enum named_key code);
bool key_is_control(const struct key *key, int letter);
/* The digit of a text key, 1 to 9; 0 for any other key. */
int key_digit(const struct key *key);

#endif
