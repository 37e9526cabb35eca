/* SPDX-License-Identifier: MIT */
/* paste.h - text from outside, never keys. */
#ifndef UI_PASTE_H
#define UI_PASTE_H

#include "ui/state/console.h"

void paste_text(struct console *c, const char *bytes, size_t len);
/* The answer to the question about several lines: a note each, or one line. */
void paste_keep(struct console *c, bool as_notes);

#endif
