/* SPDX-License-Identifier: MIT */
/* key_hints.h - which key gives which command where, as the command table says. */
#ifndef UI_KEY_HINTS_H
#define UI_KEY_HINTS_H

#include "base/buffer.h"
#include "command/command.h"
#include "ui/term/key.h"

/* The command that the key gives in that view by the command table; *nth (may be NULL) says which
 * of the command's keys there it is, from 0. COMMAND_NONE when it gives none. */
enum command key_command(const char *view, const struct key *key, int *nth);
/* Adds "KEY what" for the bottom line, with the command's nth key in that view. */
void add_hint(
	struct buffer *out, const char *view, enum command command, int nth, const char *what);

#endif
