/* SPDX-License-Identifier: MIT */
/* recall.h - earlier notes of this seat brought back into the line. */
#ifndef UI_RECALL_H
#define UI_RECALL_H

#include "ui/state/console.h"

/* ↑ and ↓ on an empty line: this seat's last note, the one before … into the line. */
bool recall_note(struct console *c, bool back);

#endif
