/* SPDX-License-Identifier: MIT */
/* note_kind.h - one key goes round the kinds of a note. */
#ifndef UI_NOTE_KIND_H
#define UI_NOTE_KIND_H

#include "ui/state/console.h"

/* The next kind for the line, or with an empty one for the chosen (else the last) notes. */
void note_kind_next(struct console *c);

#endif
