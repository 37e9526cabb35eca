/* SPDX-License-Identifier: MIT */
/* submit.h - what becomes of a line: done, refused, asked about, or a matter of the screen.
 *
 * Purpose     The one way from a line to the seat, and from its answer to the console's state:
 *             message, question, view, filter.
 * Knows       the seat and the console; draws nothing.
 * Start at    submit_entry().
 */
#ifndef UI_SUBMIT_H
#define UI_SUBMIT_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* Does a line as if typed now (a key's command too); shows what it said; asks what it asks. */
void submit_line(struct console *c, const char *line);
/* submit_line() of a formatted line. */
void submit_format(struct console *c, const char *format, ...);
/* True when the command can be done without arguments. */
bool command_is_whole(enum command command);
/* Does the command, or begins it in the entry line when it needs arguments. */
void submit_command(struct console *c, enum command command);
/* Does the command that commands.def gives the key in this view; false when there is none. */
bool submit_key(struct console *c, const struct key *key);
/* Does the entry line as it stands: its first keystroke's time and speaker go with it. */
void submit_entry(struct console *c);
/* Answers the question with that choice. */
void submit_answer(struct console *c, size_t choice);

#endif
