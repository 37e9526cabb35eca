/* SPDX-License-Identifier: MIT */
/* keys.c - which key goes where: the handlers from the top, each of which takes it or not. */
#include "ui/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/bottom_rows.h"
#include "ui/entry/common_keys.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/line_keys.h"
#include "ui/entry/paste.h"
#include "ui/entry/typing.h"
#include "ui/layout.h"
#include "ui/overlay/completion_menu.h"
#include "ui/overlay/curtain.h"
#include "ui/overlay/floor_prefix.h"
#include "ui/overlay/palette.h"
#include "ui/overlay/question.h"
#include "ui/state/key_table.h"
#include "ui/state/message.h"
#include "ui/view_table.h"

/* The view */

/* A key that opens the entry line with a command does not cost the line that was in it. */
static bool view_key(struct console *c, const struct key *key)
{
	char *before = console_types(c) && view_words[c->view].use != VIEW_TYPED ? NULL
								     : mem_text(c->entry.text.bytes);
	bool opened = c->line.has_keys;

	if (view_words[c->view].use != VIEW_TYPED && !common_keeps(key))
		c->message.text[0] = '\0';
	bool done = view_table[c->view].key(c, key);

	if (done && before && c->line.has_keys && !opened &&
		strcmp(before, c->entry.text.bytes) != 0)
		typing_put_aside(c, before);
	if (done && c->view == SHOW_CAPTURE)
		c->line.has_keys = false;
	if (done && c->line.has_keys != opened)
		typing_changed(c);
	free(before);
	return done;
}

/* The entry line */

static bool is_letter(const char *text)
{
	return (unsigned char)text[0] >= 0x80 || strchr("'-_", text[0]) ||
	       (text[0] >= '0' && text[0] <= '9') || (text[0] >= 'A' && text[0] <= 'Z') ||
	       (text[0] >= 'a' && text[0] <= 'z');
}

/* An editing key into the line; what is to be drawn again. Mostly only the rows at the bottom. */
static unsigned edit(struct console *c, const struct key *key)
{
	struct layout before = console_layout(c), after;
	int menu = menu_rows(c, before.view);
	bool was_finding = c->filter.typed;

	if (c->line.refused && key->kind == KEY_TEXT)
		entry_clear(&c->entry); /* eyes on the room: the next line is not glued to a refused one */
	c->line.refused = false;
	if (!entry_key(&c->entry, key))
		return 0;
	if (key->kind == KEY_TEXT && !is_letter(key->text))
		typing_expand(c, strlen(key->text));
	c->message.text[0] = '\0';
	typing_changed(c);
	if (c->line.prefixed && c->entry.text.len == 0)
		typing_drop_prefixed(c);
	after = console_layout(c);
	if (was_finding || c->filter.typed || before.entry != after.entry || menu ||
		menu_rows(c, after.view))
		return DIRTY_BELOW_HEAD;
	return DIRTY_BOTTOM;
}

/* Keys that are the same everywhere leave the line as it is, but for Ctrl-Y while a line is typed: it
 * brings back cut text. */
static bool type(struct console *c, const struct key *key)
{
	bool brings_back = key_is_control(key, 'y') && c->entry.killed.len &&
			   (c->entry.text.len || !c->undone);

	if (common_keeps(key) && !brings_back)
		return false;
	unsigned dirty = edit(c, key);

	c->frame.dirty |= dirty;
	return dirty != 0;
}

/* The handlers */

static bool has_question(const struct console *c)
{
	return c->overlay == OVERLAY_QUESTION || c->overlay == OVERLAY_PASTE;
}

static bool has_list(const struct console *c)
{
	return c->overlay == OVERLAY_HELP || c->overlay == OVERLAY_PALETTE;
}

static bool has_curtain(const struct console *c)
{
	return c->overlay == OVERLAY_CURTAIN;
}

static bool waits_for_key(const struct console *c)
{
	return console_types(c) && c->waits != WAITS_NOT;
}

/* A view where nothing is typed has no keys while the entry line has them. */
static bool view_has_keys(const struct console *c)
{
	return !c->line.has_keys || view_words[c->view].use == VIEW_TYPED;
}

static bool always(const struct console *c)
{
	(void)c;
	return true;
}

static bool line_key(struct console *c, const struct key *key)
{
	return key_table_do(&line_keys, c, key);
}

/* From the top: the first that is there and takes the key has it. An overlay takes all. */
static const struct {
	bool (*is_there)(const struct console *c);
	bool (*key)(struct console *c, const struct key *key);
	unsigned dirty; /* what is to be drawn again */
} handlers[] = {
	{has_question, question_key, DIRTY_ALL},
	{has_list, palette_key, DIRTY_BELOW_HEAD},
	{has_curtain, curtain_key, DIRTY_BELOW_HEAD},
	{waits_for_key, prefix_key, DIRTY_BELOW_HEAD},
	{completion_list_is_open, menu_key, DIRTY_BELOW_HEAD},
	{console_types, line_key, DIRTY_BELOW_HEAD},
	{view_has_keys, view_key, DIRTY_BELOW_HEAD},
	{console_types, type, 0},
	{always, common_key, DIRTY_ALL},
};

/* Offers the key to each; returns the parts of the screen to draw again. */
static unsigned dispatch(struct console *c, const struct key *key)
{
	enum waits waited = c->waits;

	for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++)
		if (handlers[i].is_there(c) && handlers[i].key(c, key))
			return handlers[i].dirty | (waited != c->waits ? DIRTY_BOTTOM : 0);
	/* Nobody's: at most a message or what waited has gone. */
	return console_types(c) ? waited != c->waits ? DIRTY_BOTTOM : 0 : DIRTY_BELOW_HEAD;
}

/* The mouse */

static void key_once(struct console *c, const struct key *key);

static unsigned click(struct console *c, const struct key *key)
{
	struct buffer name = BUFFER_EMPTY;

	if (c->overlay == OVERLAY_CURTAIN)
		return 0;
	if (key->mouse == MOUSE_CLICK && bottom_clicked(c, key->row, key->column, &name)) {
		bool twice = strcmp(name.bytes, "Esc Esc") == 0;

		c->next.there = key_named(twice ? "Esc" : name.bytes, &c->next.key);
		if (twice)
			key_once(c, &c->next.key);
	} else if (has_list(c)) {
		palette_key(c, key);
	} else if (c->overlay == OVERLAY_NONE) {
		view_key(c, key);
	}
	buffer_release(&name);
	return DIRTY_BELOW_HEAD;
}

/* All of it */

/* The parts of the state that decide the layout: when one differs, everything is drawn again. */
struct scene {
	enum console_view view;
	enum overlay overlay;
	bool in_entry, only_bars;
};

static struct scene scene_of(const struct console *c)
{
	return (struct scene){c->view, c->overlay, c->line.has_keys, c->floor.only_bars};
}

static bool is_elsewhere(struct scene a, struct scene b)
{
	return a.view != b.view || a.overlay != b.overlay || a.in_entry != b.in_entry ||
	       a.only_bars != b.only_bars;
}

/* True when choosing another row changes nothing at the bottom: nothing is said there that a key ends, and
 * the hints are those of a choice. */
static bool is_calm(const struct console *c)
{
	return !c->message.text[0] && c->waits == WAITS_NOT &&
	       (c->view != SHOW_CAPTURE || c->stream.chosen != NONE);
}

/* Help and palette look for one line: the first that was pasted. */
static void type_paste(struct console *c, const struct key *paste)
{
	struct buffer clean = BUFFER_EMPTY;
	size_t end = 0;

	while (end < paste->paste_len && !strchr("\r\n", paste->paste[end]))
		end++;
	text_clean(&clean, paste->paste, end);
	for (size_t at = 0; at < clean.len;) {
		struct key key = {.kind = KEY_TEXT};
		size_t len = 1;

		while (at + len < clean.len && ((unsigned char)clean.bytes[at + len] & 0xc0) == 0x80)
			len++;
		memcpy(key.text, clean.bytes + at, len < sizeof key.text ? len : 0);
		dispatch(c, &key);
		at += len;
	}
	buffer_release(&clean);
}

static void take_paste(struct console *c, const struct key *key)
{
	if (c->overlay == OVERLAY_NONE || c->overlay == OVERLAY_CURTAIN) {
		paste_text(c, key->paste, key->paste_len);
		return;
	}
	if (has_list(c))
		type_paste(c, key);
	else
		message_warn(
			c, "nothing is pasted while a question is open: answer it, then again");
	c->frame.dirty = DIRTY_ALL;
}

static void key_once(struct console *c, const struct key *key)
{
	struct scene before = scene_of(c);

	if (key->kind == KEY_GONE) {
		c->leaving = LEAVING_NOW;
		return;
	}
	if (key->kind == KEY_PASTED) {
		take_paste(c, key);
		return;
	}
	bool calm = is_calm(c);
	c->frame.moved = false;
	c->ran = COMMAND_NONE;
	unsigned dirty = key->kind == KEY_MOUSE ? click(c, key) : dispatch(c, key);
	if (c->frame.moved && dirty == DIRTY_BELOW_HEAD)
		dirty = calm ? DIRTY_CHOICE : DIRTY_CHOICE | DIRTY_BOTTOM;
	c->frame.dirty |= dirty;
	if (is_elsewhere(scene_of(c), before))
		c->frame.dirty = DIRTY_ALL;
}

void console_key(struct console *c, const struct key *key)
{
	key_once(c, key);
	while (c->next.there && c->leaving != LEAVING_NOW) {
		struct key pressed = c->next.key;

		c->next.there = false;
		key_once(c, &pressed);
	}
}
