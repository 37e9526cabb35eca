/* SPDX-License-Identifier: MIT */
/* common_keys.c - keys that are the same in every view. */
#include "ui/entry/common_keys.h"

#include "ui/entry/submit.h"
#include "ui/entry/theme_digit.h"
#include "ui/entry/typing.h"
#include "ui/term/screen.h"
#include "ui/widget/key_bindings.h"

static void undo(struct console *c)
{
	bool was_empty = c->entry.text.len == 0;

	if (console_types(c) && entry_undo(&c->entry)) {
		typing_undone(c, was_empty);
		return;
	}
	submit_line(c, "/undo");
}

/* The commands of the screen need no line. */
static void do_everywhere(struct console *c, enum command command, int nth)
{
	if (command == COMMAND_UNDO)
		undo(c);
	else if (command == COMMAND_HELP)
		console_open_list(c, OVERLAY_HELP, NULL);
	else if (command == COMMAND_CURTAIN)
		console_open_curtain(c);
	else if (command == COMMAND_VIEW)
		console_view(c, (enum console_view)nth);
	else
		submit_command(c, command);
}

static bool palette(struct console *c)
{
	console_open_list(c, OVERLAY_PALETTE, NULL);
	return true;
}

static bool help(struct console *c)
{
	if (console_types(c))
		return false;
	console_open_list(c, OVERLAY_HELP, NULL);
	return true;
}

/* Round the views; with a line being typed Tab is not for that. */
static bool next_view(struct console *c)
{
	int step = key_is_named(c->key, NAMED_TAB) ? 1 : SHOW_VIEWS - 1;

	if (console_types(c) && c->entry.text.len)
		return false;
	console_view(c, (enum console_view)(((int)c->view + step) % SHOW_VIEWS));
	return true;
}

static bool redraw(struct console *c)
{
	(void)c;
	screen_repaint();
	return true;
}

static const struct key_row rows[] = {
	{"^P", palette, "find any command by its name or help"},
	{"Tab", next_view, "the next view; Shift-Tab the one before"},
	{"Shift-Tab", next_view, NULL},
	{"^L", redraw, "draw the screen again"},
	{"?", help, NULL},
	{"Alt-1", tag_digit_key, NULL},
};
const struct key_table common_keys = KEY_TABLE(rows);

bool common_key(struct console *c, const struct key *key)
{
	int nth = 0;
	enum command command = key_command(EVERYWHERE, key, &nth);

	if (command == COMMAND_NONE)
		return key_table_do(&common_keys, c, key);
	do_everywhere(c, command, nth);
	return true;
}

bool common_keeps(const struct key *key)
{
	if (key_command(EVERYWHERE, key, NULL) != COMMAND_NONE)
		return true;
	return key->kind == KEY_CONTROL && key_table_has(&common_keys, key);
}
