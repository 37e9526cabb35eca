/* SPDX-License-Identifier: MIT */
/* readback.h - one action point at a time, large, for the room to confirm. */
#ifndef UI_READBACK_H
#define UI_READBACK_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

void readback_start(struct console *c);
void readback_draw(const struct console *c, struct area area);
bool readback_key(struct console *c, const struct key *key);

#endif
