/* SPDX-License-Identifier: MIT */
/* floor_prefix.h - from the capture view one key of the floor view, without leaving the line. */
#ifndef UI_FLOOR_PREFIX_H
#define UI_FLOOR_PREFIX_H

#include "ui/state/console.h"
#include "ui/term/key.h"

void prefix_key(struct console *c, const struct key *key);
/* The line that such a key opened is dropped, the one before comes back; false when there is none. */
bool prefix_dropped(struct console *c);
/* Adds that a key of the list is waited for, and the chosen row it would act on. */
void prefix_say(const struct console *c, struct buffer *out);

#endif
