/* SPDX-License-Identifier: MIT */
/* message.h - the message over the bottom line. */
#ifndef UI_MESSAGE_H
#define UI_MESSAGE_H

#include "ui/state/console.h"

/* Sets it, cleaned and cut to its room; doubts and errors are drawn as warnings. */
void message_set(struct console *c, const char *text, enum message_kind kind);
void message_say(struct console *c, const char *text);
void message_warn(struct console *c, const char *text);
/* Adds the lines to `out` as one, "; " between them. */
void lines_join(struct buffer *out, const char *lines);

#endif
