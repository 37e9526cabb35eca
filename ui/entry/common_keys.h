/* SPDX-License-Identifier: MIT */
/* common_keys.h - keys that are the same in every view. */
#ifndef UI_COMMON_KEYS_H
#define UI_COMMON_KEYS_H

#include "ui/state/key_table.h"

extern const struct key_table common_keys;

/* Does the key, by the table of commands or by common_keys; false when neither has it. */
bool common_key(struct console *c, const struct key *key);
/* True for its Ctrl and F keys: they keep their meaning wherever others are taken. */
bool common_keeps(const struct key *key);

#endif
