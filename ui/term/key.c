/* SPDX-License-Identifier: MIT */
/* key.c - the names of keys as the bottom line and help write them. */
#include "ui/term/key.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	enum named_key code;
} names[] = {
	{"Enter", NAMED_ENTER}, {"Tab", NAMED_TAB}, {"Shift-Tab", NAMED_BACKTAB},
	{"Esc", NAMED_ESCAPE}, {"↑", NAMED_UP}, {"↓", NAMED_DOWN}, {"←", NAMED_LEFT},
	{"→", NAMED_RIGHT}, {"Home", NAMED_HOME}, {"End", NAMED_END}, {"PgUp", NAMED_PAGE_UP},
	{"Up", NAMED_UP}, {"Down", NAMED_DOWN},
	{"Left", NAMED_LEFT}, {"Right", NAMED_RIGHT}, {"Shift-Up", NAMED_SHIFT_UP},
	{"Shift-Down", NAMED_SHIFT_DOWN}, {"Ctrl-Up", NAMED_CTRL_UP}, {"Ctrl-Down", NAMED_CTRL_DOWN},
	{"PgDn", NAMED_PAGE_DOWN}, {"Shift-↑", NAMED_SHIFT_UP}, {"Shift-↓", NAMED_SHIFT_DOWN},
	{"Ctrl-↑", NAMED_CTRL_UP}, {"Ctrl-↓", NAMED_CTRL_DOWN}, {"Backspace", NAMED_BACKSPACE},
};

bool key_named(const char *name, struct key *out)
{
	int number;
	char end;

	*out = (struct key){.kind = KEY_NAMED};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].name, name) == 0) {
			out->code = (int)names[i].code;
			return true;
		}
	if (sscanf(name, "F%2d%c", &number, &end) == 1 && number >= 1 && number <= 12) {
		out->code = NAMED_F1 + number - 1;
		return true;
	}
	if (name[0] == '^' && name[1] >= 'A' && name[1] <= 'Z' && !name[2]) {
		out->kind = KEY_CONTROL;
		out->code = name[1] - 'A' + 'a';
		return true;
	}
	if (strncmp(name, "Alt-", 4) == 0 && name[4] && !name[5]) {
		out->kind = KEY_ALT;
		out->code = name[4];
		return true;
	}
	bool space = strcmp(name, "Space") == 0;
	if (!space && (!name[0] || name[1] || (unsigned char)name[0] <= ' '))
		return false;
	out->kind = KEY_TEXT;
	out->text[0] = space ? ' ' : name[0];
	return true;
}

bool key_is_named(const struct key *key, enum named_key code)
{
	return key->kind == KEY_NAMED && key->code == (int)code;
}

bool key_is_control(const struct key *key, int letter)
{
	return key->kind == KEY_CONTROL && key->code == letter;
}

int key_digit(const struct key *key)
{
	if (key->kind != KEY_TEXT || key->text[0] < '1' || key->text[0] > '9' || key->text[1])
		return 0;
	return key->text[0] - '0';
}
