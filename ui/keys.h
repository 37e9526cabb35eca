/* SPDX-License-Identifier: MIT */
/* keys.h - which key goes where. */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* Does the key, and those that it stands for. */
void console_key(struct console *c, const struct key *key);

#endif
