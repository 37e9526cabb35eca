/* SPDX-License-Identifier: MIT */
/* keys.c - which key goes where: what lies over the view first, then what is the same everywhere,
 * then the entry line when it has the keys, then the view. */
#include "ui/keys.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/bottom_rows.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/note_kind.h"
#include "ui/entry/paste.h"
#include "ui/entry/recall.h"
#include "ui/entry/submit.h"
#include "ui/entry/theme_digit.h"
#include "ui/entry/typing.h"
#include "ui/floor_prefix.h"
#include "ui/layout.h"
#include "ui/overlay/completion_menu.h"
#include "ui/overlay/curtain.h"
#include "ui/overlay/palette.h"
#include "ui/overlay/question.h"
#include "ui/state/console.h"
#include "ui/state/message.h"
#include "ui/term/key.h"
#include "ui/term/screen.h"
#include "ui/view/capture_view.h"
#include "ui/view_table.h"
#include "ui/widget/entry_line.h"
#include "ui/widget/key_bindings.h"

/* The same everywhere */

static void next_view(struct console *c, int step)
{
	console_view(c, (enum console_view)(((int)c->view + step + SHOW_VIEWS) % SHOW_VIEWS));
}

static void undo(struct console *c)
{
	bool was_empty = c->entry.text.len == 0;

	if (console_types(c) && entry_undo(&c->entry)) {
		typing_undone(c, was_empty);
		return;
	}
	submit_line(c, "/undo");
}

/* Ctrl-Y: brings back what was killed while a line is being typed, else does again what was undone. */
static bool redo(struct console *c)
{
	if (console_types(c) && c->entry.killed.len && (c->entry.text.len || !c->undone))
		return false;
	submit_line(c, "/redo");
	return true;
}

/* The command of a key that is the same in every view; true when it has been done. */
static bool do_everywhere(struct console *c, enum command command, int nth)
{
	if (command == COMMAND_UNDO)
		undo(c);
	else if (command == COMMAND_REDO)
		return redo(c);
	else if (command == COMMAND_HELP)
		console_open_list(c, OVERLAY_HELP, NULL);
	else if (command == COMMAND_CURTAIN)
		console_open_curtain(c);
	else if (command == COMMAND_VIEW)
		console_view(c, (enum console_view)nth);
	else
		submit_command(c, command);
	return true;
}

static bool everywhere(struct console *c, const struct key *key)
{
	int nth = 0;
	enum command command = key_command(EVERYWHERE, key, &nth);

	if (command != COMMAND_NONE)
		return do_everywhere(c, command, nth);
	if (key_is_control(key, 'p'))
		console_open_list(c, OVERLAY_PALETTE, NULL);
	else if (key_is_control(key, 'l'))
		screen_repaint();
	else
		return false;
	return true;
}

/* The view's own keys */

/* A key of the table of commands that the view has no more to say of. */
static bool command_of_view(struct console *c, const struct key *key)
{
	enum command command = key_command(c->view, key, NULL);

	if (command == COMMAND_NONE)
		return false;
	submit_command(c, command);
	return true;
}

/* A key that opens the entry line with a command does not cost the line that was in it. */
static bool view_key(struct console *c, const struct key *key)
{
	char *before = console_types(c) && view_words[c->view].use != VIEW_TYPED ? NULL
								     : mem_text(c->entry.text.bytes);
	bool opened = c->line.has_keys;

	if (view_words[c->view].use != VIEW_TYPED)
		c->message.text[0] = '\0';
	bool done = view_table[c->view].key(c, key) || command_of_view(c, key);

	if (done && before && c->line.has_keys && !opened && strcmp(before, c->entry.text.bytes) != 0)
		typing_put_aside(c, before);
	if (done && c->view == SHOW_CAPTURE)
		c->line.has_keys = false;
	if (done && c->line.has_keys != opened)
		typing_changed(c);
	free(before);
	return done;
}

static bool ring(struct console *c, const struct key *key)
{
	if (key_is_named(key, NAMED_TAB))
		next_view(c, 1);
	else if (key_is_named(key, NAMED_BACKTAB))
		next_view(c, -1);
	else
		return false;
	return true;
}

static void without_entry(struct console *c, const struct key *key)
{
	if (view_key(c, key) || ring(c, key))
		return;
	if (key->kind == KEY_TEXT && strcmp(key->text, "?") == 0)
		console_open_list(c, OVERLAY_HELP, NULL);
	else if (key->kind == KEY_TEXT && strcmp(key->text, "/") == 0 && view_words[c->view].use == VIEW_BARE) {
		c->line.has_keys = true;
		entry_set(&c->entry, "/");
		typing_changed(c);
	} else if (c->room && key->kind == KEY_TEXT && strcmp(key->text, "q") == 0) {
		c->leaving = LEAVING_NOW;
	} else if (key_is_named(key, NAMED_ESCAPE) && view_words[c->view].use == VIEW_BARE) {
		console_view(c, c->view_before);
	} else if (key->kind == KEY_ALT && key->code >= '1' && key->code <= '9') {
		tag_by_digit(c, key->code - '0');
	}
}

/* The entry line */

static void leave_entry(struct console *c)
{
	c->line.has_keys = c->line.prefixed = false;
	if (c->line.aside)
		typing_bring_back(c);
	else if (c->entry.text.bytes[0] == '/')
		entry_clear(&c->entry);
	typing_changed(c);
}

/* Esc with nothing open: in Capture a prefix that waits, elsewhere the way back. */
static void escape(struct console *c)
{
	if (c->line.has_keys && view_words[c->view].use != VIEW_TYPED) {
		leave_entry(c);
	} else if (prefix_dropped(c)) {
		return;
	} else if (c->waits == WAITS_ESCAPE) {
		c->waits = WAITS_NOT;
		c->stream.chosen = c->stream.chosen_to = NONE;
		c->stream.top = 0;
		c->filter.on = c->stream.history = false;
	} else {
		c->waits = WAITS_ESCAPE;
	}
}

static void clear_line(struct console *c)
{
	if (prefix_dropped(c))
		return;
	entry_clear(&c->entry);
	typing_changed(c);
	c->message.text[0] = '\0';
}

/* ↑ and ↓: on an empty line notes to edit, after / earlier commands. */
static bool up_or_down(struct console *c, const struct key *key)
{
	bool back = key_is_named(key, NAMED_UP);

	if (!back && !key_is_named(key, NAMED_DOWN))
		return false;
	if (c->view == SHOW_CAPTURE && recall_note(c, back))
		return true;
	if (c->entry.text.bytes[0] == '/' && c->line.edited == NONE) {
		entry_history(&c->entry, back);
		typing_changed(c);
		completion_list_close(c);
		return true;
	}
	return c->entry.text.len > 0;
}

static bool is_letter(const char *text)
{
	return (unsigned char)text[0] >= 0x80 || strchr("'-_", text[0]) ||
	       (text[0] >= '0' && text[0] <= '9') || (text[0] >= 'A' && text[0] <= 'Z') ||
	       (text[0] >= 'a' && text[0] <= 'z');
}

/* An editing key into the line; what is to be drawn again. Mostly only the rows at the bottom. */
static unsigned type(struct console *c, const struct key *key)
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
		prefix_dropped(c);
	after = console_layout(c);
	if (was_finding || c->filter.typed || before.entry != after.entry || menu || menu_rows(c, after.view))
		return DIRTY_BELOW_HEAD;
	return DIRTY_BOTTOM;
}

/* Keys of the line that are no editing; true when done. */
static bool about_line(struct console *c, const struct key *key)
{
	bool empty = c->entry.text.len == 0;

	if (key_is_named(key, NAMED_ENTER) && !empty) {
		menu_enter(c);
		submit_entry(c);
	} else if (key_is_named(key, NAMED_ESCAPE))
		escape(c);
	else if (key_is_control(key, 'c'))
		clear_line(c);
	else if (key_is_control(key, 'o'))
		typing_speaker_before(c);
	else if (key_is_control(key, 'r') && c->view == SHOW_CAPTURE)
		note_kind_next(c);
	else if (key_is_control(key, 'g') && c->view == SHOW_CAPTURE)
		c->waits = WAITS_PREFIX;
	else if (key->kind == KEY_ALT && key->code >= '1' && key->code <= '9')
		tag_by_digit(c, key->code - '0');
	else if (empty && ring(c, key))
		return true;
	else
		return false;
	return true;
}

/* What is to be drawn again. */
static unsigned with_entry(struct console *c, const struct key *key)
{
	bool waited = c->waits == WAITS_ESCAPE;

	if (c->waits == WAITS_PREFIX) {
		prefix_key(c, key);
		return DIRTY_BELOW_HEAD;
	}
	if (waited && key->kind == KEY_TEXT && key->text[0] >= '1' && key->text[0] <= '9') {
		c->waits = WAITS_NOT;
		tag_by_digit(c, key->text[0] - '0');
		return DIRTY_BELOW_HEAD;
	}
	if (waited && !key_is_named(key, NAMED_ESCAPE))
		c->waits = WAITS_NOT;
	if (menu_key(c, key) || about_line(c, key))
		return DIRTY_BELOW_HEAD;
	if (c->view == SHOW_CAPTURE && capture_first(c, key))
		return DIRTY_BELOW_HEAD;
	if (up_or_down(c, key))
		return DIRTY_BELOW_HEAD;
	if (key->kind != KEY_TEXT && c->view == SHOW_CAPTURE && view_key(c, key))
		return DIRTY_BELOW_HEAD;
	return type(c, key) | (waited ? DIRTY_BOTTOM : 0);
}

/* The mouse */

static void key_once(struct console *c, const struct key *key);

static void click(struct console *c, const struct key *key)
{
	struct buffer name = BUFFER_EMPTY;

	if (key->mouse == MOUSE_CLICK && bottom_clicked(c, key->row, key->column, &name)) {
		bool twice = strcmp(name.bytes, "Esc Esc") == 0;

		c->next.there = key_named(twice ? "Esc" : name.bytes, &c->next.key);
		if (twice)
			key_once(c, &c->next.key);
	} else if (c->overlay == OVERLAY_HELP || c->overlay == OVERLAY_PALETTE) {
		listing_key(c, key);
	} else if (c->overlay == OVERLAY_NONE) {
		view_key(c, key);
	}
	buffer_release(&name);
}

/* All of it */

static void over_view(struct console *c, const struct key *key)
{
	switch (c->overlay) {
	case OVERLAY_HELP:
	case OVERLAY_PALETTE: listing_key(c, key); return;
	case OVERLAY_QUESTION:
	case OVERLAY_PASTE: question_key(c, key); return;
	case OVERLAY_CURTAIN: curtain_key(c, key); return;
	case OVERLAY_NONE: return;
	}
}

/* What decides where things stand: when it is another, everything is drawn again. */
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

static unsigned dispatch(struct console *c, const struct key *key)
{
	if (key->kind != KEY_MOUSE && c->overlay == OVERLAY_NONE && console_types(c)) {
		bool done = everywhere(c, key);

		if (done)
			c->waits = WAITS_NOT;
		return done ? DIRTY_ALL : with_entry(c, key);
	}
	if (key->kind == KEY_MOUSE && c->overlay != OVERLAY_CURTAIN)
		click(c, key);
	else if (c->overlay != OVERLAY_NONE)
		over_view(c, key);
	else if (everywhere(c, key))
		return DIRTY_ALL;
	else
		without_entry(c, key);
	return DIRTY_BELOW_HEAD;
}

/* What is looked for in help and palette is one line: the first that was pasted. */
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
		console_paste(c, key->paste, key->paste_len);
		return;
	}
	if (c->overlay == OVERLAY_HELP || c->overlay == OVERLAY_PALETTE)
		type_paste(c, key);
	else
		console_warn(c, "nothing is pasted while a question is open: answer it, then again");
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
	unsigned dirty = dispatch(c, key);
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
