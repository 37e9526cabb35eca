/* SPDX-License-Identifier: MIT */
/* entry_line.c - the entry line: editing by graphemes and words, undo, history. */
#include "ui/widget/entry_line.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum { UNDO_MOST = 200, HISTORY_MOST = 200, ALT_BACKSPACE = 0x7f };

void entry_line_init(struct entry_line *e)
{
	*e = (struct entry_line){0};
	buffer_init(&e->text);
	buffer_init(&e->killed);
}

void entry_forget(struct entry_line *e)
{
	while (e->undo_count)
		free(e->undo[--e->undo_count].text);
	e->typing = false;
}

void entry_line_release(struct entry_line *e)
{
	entry_forget(e);
	free(e->undo);
	for (size_t i = 0; i < e->history_count; i++)
		free(e->history[i]);
	free(e->history);
	buffer_release(&e->text);
	buffer_release(&e->killed);
}

/* Undo */

/* Remembers the line as it is, to come back to. */
static void remember(struct entry_line *e)
{
	if (e->undo_count == UNDO_MOST) {
		free(e->undo[0].text);
		memmove(e->undo, e->undo + 1, (UNDO_MOST - 1) * sizeof *e->undo);
		e->undo_count--;
	}
	e->undo = array_room(e->undo, e->undo_count, &e->undo_room, sizeof *e->undo);
	e->undo[e->undo_count++] = (struct entry_state){mem_text(e->text.bytes), e->cursor};
	e->typing = false;
}

static void put_text(struct entry_line *e, const char *text, size_t cursor)
{
	buffer_reset(&e->text);
	buffer_text(&e->text, text);
	e->cursor = cursor;
}

bool entry_undo(struct entry_line *e)
{
	e->typing = e->killing = false;
	while (e->undo_count) {
		struct entry_state state = e->undo[--e->undo_count];
		bool same = strcmp(state.text, e->text.bytes) == 0;

		put_text(e, state.text, state.cursor);
		free(state.text);
		if (!same)
			return true;
	}
	return false;
}

/* Changing */

void entry_set(struct entry_line *e, const char *text)
{
	char *copy = mem_text(text);

	remember(e);
	put_text(e, copy, strlen(copy));
	free(copy);
}

void entry_restore(struct entry_line *e, const char *text)
{
	char *copy = mem_text(text);

	entry_forget(e);
	put_text(e, copy, strlen(copy));
	e->killing = false;
	free(copy);
}

void entry_clear(struct entry_line *e)
{
	if (e->text.len)
		entry_set(e, "");
	e->history_at = e->history_count;
}

/* The first grapheme border at or after the byte: what was put in may have joined what follows. */
static size_t border(const struct entry_line *e, size_t at)
{
	size_t place = 0;

	while (place < at)
		place = text_next(e->text.bytes, e->text.len, place);
	return place;
}

void entry_insert(struct entry_line *e, const char *text, size_t len)
{
	if (len == 0)
		return;
	if (!e->typing)
		remember(e);
	buffer_insert(&e->text, e->cursor, text, len);
	e->cursor += len;
	if (e->cursor < e->text.len)
		e->cursor = border(e, e->cursor);
	e->typing = true;
	e->killing = false;
}

/* Takes text[from..to) out; the cursor is then at `from`. */
static void cut(struct entry_line *e, size_t from, size_t to)
{
	if (from >= to)
		return;
	remember(e);
	buffer_remove(&e->text, from, to - from);
	e->cursor = from < e->text.len ? border(e, from) : e->text.len;
}

void entry_replace(struct entry_line *e, size_t start, const char *text)
{
	remember(e);
	if (start < e->cursor)
		buffer_remove(&e->text, start, e->cursor - start);
	buffer_insert(&e->text, start, text, strlen(text));
	e->cursor = border(e, start + strlen(text));
	e->killing = false;
}

void entry_append(struct entry_line *e, const char *text)
{
	remember(e);
	buffer_text(&e->text, text);
}

/* By single graphemes; a line that was emptied so is over, and Ctrl-Z is again for what was kept. */
static void erase_back(struct entry_line *e)
{
	cut(e, text_previous(e->text.bytes, e->text.len, e->cursor), e->cursor);
	if (e->text.len == 0)
		entry_forget(e);
}

static void erase_on(struct entry_line *e)
{
	cut(e, e->cursor, text_next(e->text.bytes, e->text.len, e->cursor));
	if (e->text.len == 0)
		entry_forget(e);
}

/* Kills text[from..to): killing on adds to what was killed. */
static void kill_part(struct entry_line *e, size_t from, size_t to)
{
	bool back = to == e->cursor;

	if (from >= to)
		return;
	if (!e->killing)
		buffer_reset(&e->killed);
	buffer_insert(&e->killed, back ? 0 : e->killed.len, e->text.bytes + from, to - from);
	cut(e, from, to);
	e->killing = true;
}

static void transpose(struct entry_line *e)
{
	const char *text = e->text.bytes;
	size_t len = e->text.len;
	size_t end = e->cursor < len ? text_next(text, len, e->cursor) : len;
	size_t middle = text_previous(text, len, end), start = text_previous(text, len, middle);

	if (middle == 0)
		return;
	char *first = mem_text_of(text + start, middle - start);
	remember(e);
	buffer_remove(&e->text, start, middle - start);
	buffer_insert(&e->text, start + end - middle, first, middle - start);
	e->cursor = border(e, end);
	free(first);
}

/* History */

void entry_kept(struct entry_line *e, bool is_command)
{
	const char *last = e->history_count ? e->history[e->history_count - 1] : "";

	if (is_command && e->text.len && strcmp(last, e->text.bytes) != 0) {
		if (e->history_count == HISTORY_MOST) {
			free(e->history[0]);
			memmove(e->history, e->history + 1, (HISTORY_MOST - 1) * sizeof *e->history);
			e->history_count--;
		}
		e->history = array_room(e->history, e->history_count, &e->history_room,
			sizeof *e->history);
		e->history[e->history_count++] = mem_text(e->text.bytes);
	}
	e->history_at = e->history_count;
	entry_forget(e);
	put_text(e, "", 0);
	e->killing = false;
}

bool entry_history(struct entry_line *e, bool back)
{
	if (back ? e->history_at == 0 : e->history_at >= e->history_count)
		return false;
	e->history_at = back ? e->history_at - 1 : e->history_at + 1;
	entry_set(e, e->history_at < e->history_count ? e->history[e->history_at] : "/");
	return true;
}

/* Keys */

static bool move_to(struct entry_line *e, size_t to)
{
	e->cursor = to;
	e->typing = e->killing = false;
	return true;
}

static bool move_by(struct entry_line *e,
	size_t (*step)(const char *text, size_t len, size_t at))
{
	return move_to(e, step(e->text.bytes, e->text.len, e->cursor));
}

static bool kill_to(struct entry_line *e, size_t (*step)(const char *text, size_t len, size_t at))
{
	size_t to = step(e->text.bytes, e->text.len, e->cursor);

	kill_part(e, to < e->cursor ? to : e->cursor, to < e->cursor ? e->cursor : to);
	return true;
}

/* A change that ends a run of killing. */
static bool change(struct entry_line *e, void (*act)(struct entry_line *e))
{
	e->killing = false;
	act(e);
	return true;
}

static void yank(struct entry_line *e)
{
	e->typing = false;
	entry_insert(e, e->killed.bytes, e->killed.len);
	e->typing = false;
}

static bool named_key(struct entry_line *e, int code)
{
	switch (code) {
	case NAMED_LEFT: return move_by(e, text_previous);
	case NAMED_RIGHT: return move_by(e, text_next);
	case NAMED_CTRL_LEFT: return move_by(e, text_previous_word);
	case NAMED_CTRL_RIGHT: return move_by(e, text_next_word);
	case NAMED_HOME: return move_to(e, 0);
	case NAMED_END: return move_to(e, e->text.len);
	case NAMED_BACKSPACE: return change(e, erase_back);
	case NAMED_DELETE: return change(e, erase_on);
	default: return false;
	}
}

static bool control_key(struct entry_line *e, int code)
{
	switch (code) {
	case 'a': return move_to(e, 0);
	case 'e': return move_to(e, e->text.len);
	case 'b': return move_by(e, text_previous);
	case 'f': return move_by(e, text_next);
	case 'd': return change(e, erase_on);
	case 'w': return kill_to(e, text_previous_word);
	case 't': return change(e, transpose);
	case 'k': kill_part(e, e->cursor, e->text.len); return true;
	case 'u': kill_part(e, 0, e->cursor); return true;
	case 'y': return e->killed.len && change(e, yank);
	default: return false;
	}
}

static bool alt_key(struct entry_line *e, int code)
{
	switch (code) {
	case 'b': return move_by(e, text_previous_word);
	case 'f': return move_by(e, text_next_word);
	case 'd': return kill_to(e, text_next_word);
	case ALT_BACKSPACE: return kill_to(e, text_previous_word);
	default: return false;
	}
}

bool entry_key(struct entry_line *e, const struct key *key)
{
	assert(e->cursor <= e->text.len);
	switch (key->kind) {
	case KEY_TEXT:
		entry_insert(e, key->text, strlen(key->text));
		if (strcmp(key->text, " ") == 0)
			e->typing = false;
		return true;
	case KEY_NAMED: return named_key(e, key->code);
	case KEY_CONTROL: return control_key(e, key->code);
	case KEY_ALT: return alt_key(e, key->code);
	case KEY_PASTED:
	case KEY_MOUSE:
	case KEY_RESIZED:
	case KEY_GONE: return false;
	}
	return false;
}
