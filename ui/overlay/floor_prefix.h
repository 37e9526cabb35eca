/* SPDX-License-Identifier: MIT */
/* floor_prefix.h - the key after Ctrl-G or Esc in the capture view. */
#ifndef UI_FLOOR_PREFIX_H
#define UI_FLOOR_PREFIX_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* The key that was waited for; false: it counts as itself. */
bool prefix_key(struct console *c, const struct key *key);
/* Adds that a key of the list is waited for, and the chosen row it would act on. */
void prefix_say(const struct console *c, struct buffer *out);

#endif
