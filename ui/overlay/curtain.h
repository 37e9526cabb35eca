/* SPDX-License-Identifier: MIT */
/* curtain.h - one key blanks the console to a plain clock. */
#ifndef UI_CURTAIN_H
#define UI_CURTAIN_H

#include "ui/state/console.h"
#include "ui/term/key.h"

void curtain_draw(const struct console *c);
bool curtain_key(struct console *c, const struct key *key);

#endif
