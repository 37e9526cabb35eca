/* SPDX-License-Identifier: MIT */
/* key_bindings.h - the command that each key gives, by view.
 *
 * Purpose     commands.def and views.def are the only source: plain, Ctrl, Alt and F keys alike.
 * Knows       the tables; no console.
 * Start at    key_command().
 */
#ifndef UI_KEY_BINDINGS_H
#define UI_KEY_BINDINGS_H

#include "base/buffer.h"
#include "command/command.h"
#include "command/view_words.h"
#include "ui/term/key.h"

/* For the keys that are the same in every view. */
#define EVERYWHERE SHOW_VIEWS

/* The command that the key gives in that view (or EVERYWHERE, which views do not include); *nth
 * (may be NULL) is which of the command's keys there it is, from 0; of COMMAND_VIEW the view
 * itself. COMMAND_NONE when it gives none. */
enum command key_command(enum console_view view, const struct key *key, int *nth);
/* Adds "KEY what" for the bottom line, with the command's nth key in that view. */
void add_hint(struct buffer *out, enum console_view view, enum command command, int nth,
	const char *what);

#endif
