/* SPDX-License-Identifier: MIT */
/* entry_line.h - the entry line: one line of text being typed.
 *
 * Purpose     Grapheme-right editing, undo within the line, history, kill and yank. Pure: a key in,
 *             the line changed; drawing is elsewhere.
 * Knows       text; not curses, not sessions.
 * Owns        its buffers and history.
 * Invariants  the cursor is at a grapheme border.
 * Start at    entry_key(); tests/screen/test_entry.c.
 */
#ifndef UI_ENTRY_LINE_H
#define UI_ENTRY_LINE_H

#include "base/buffer.h"
#include "ui/term/key.h"

struct entry_state {
	char *text;
	size_t cursor;
};

struct entry_line {
	struct buffer text;
	size_t cursor;             /* byte, at a grapheme border */
	struct buffer killed;      /* Ctrl-K, Ctrl-U, Ctrl-W; Ctrl-Y brings it back */
	struct entry_state *undo;  /* states before, oldest first */
	size_t undo_count, undo_room;
	char **history;            /* commands kept, oldest first */
	size_t history_count, history_room;
	size_t history_at;         /* == history_count: not in the history */
	bool typing;               /* the last key was typing too: one undo step */
	bool killing;              /* the last key killed too: one text to bring back */
};

void entry_line_init(struct entry_line *e);
void entry_line_release(struct entry_line *e);
void entry_set(struct entry_line *e, const char *text); /* one undo step; cursor at the end */
void entry_restore(struct entry_line *e, const char *text); /* the same; nothing left to undo */
void entry_clear(struct entry_line *e);                 /* one undo step: Ctrl-C */
void entry_kept(struct entry_line *e, bool is_command); /* Enter: into history, then empty, undo gone */
void entry_insert(struct entry_line *e, const char *text, size_t len);
/* Replaces text[start..cursor). */
void entry_replace(struct entry_line *e, size_t start, const char *text);
/* Adds at the end, the cursor stays where it is. */
void entry_append(struct entry_line *e, const char *text);
/* Forgets what could be undone here. */
void entry_forget(struct entry_line *e);
bool entry_undo(struct entry_line *e); /* false: nothing to undo here */
/* The command before (or after) the one shown; false at the end of the history. */
bool entry_history(struct entry_line *e, bool back);
/* True when the key was an editing key and has been done. */
bool entry_key(struct entry_line *e, const struct key *key);

#endif
