/* SPDX-License-Identifier: MIT */
/* floor_keys.h - the single keys of the floor view. */
#ifndef UI_FLOOR_KEYS_H
#define UI_FLOOR_KEYS_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* Keys of the view that are no command's: the next bars, nothing but bars, the limit that fits. */
#define FLOOR_BARS_KEY "b"
#define FLOOR_ONLY_BARS_KEY "B"
#define FLOOR_FIT_KEY "L"

bool floor_key(struct console *c, const struct key *key);
void floor_hints(const struct console *c, struct buffer *out);

#endif
