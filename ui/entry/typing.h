/* SPDX-License-Identifier: MIT */
/* typing.h - what goes with the line being typed. */
#ifndef UI_TYPING_H
#define UI_TYPING_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* The line has changed: its first keystroke, the draft, the completions. */
void typing_changed(struct console *c);
/* The line came back by an undo: what went with it too, when it had been cleared. */
void typing_undone(struct console *c, bool was_empty);
/* The line is done with: nothing goes with it any more. */
void typing_over(struct console *c);
/* Keeps the line while a key's command takes its place, and brings it back. */
void typing_put_aside(struct console *c, const char *text);
void typing_bring_back(struct console *c);
/* Expands the word before the cursor when it is an abbreviation; `ended` bytes ended it. */
void typing_expand(struct console *c, size_t ended);
/* Ctrl-O: the speaker before. */
void typing_speaker_before(struct console *c);
/* Opens the entry line with the texts in it and the cursor between them. */
void entry_open(struct console *c, const char *before, const char *after);
/* Drops the line that a key after Ctrl-G opened, and brings back the one before; false: none. */
bool typing_drop_prefixed(struct console *c);
/* Keys of views where nothing is typed: to the entry line, to a command there, to /find. */
bool entry_go(struct console *c);
bool entry_go_command(struct console *c);
bool entry_go_find(struct console *c);

#endif
