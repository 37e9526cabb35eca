/* SPDX-License-Identifier: MIT */
/* note_filter.h - the filter of /find, which follows the line as it is typed. */
#ifndef UI_NOTE_FILTER_H
#define UI_NOTE_FILTER_H

#include "ui/state/console.h"
#include "ui/term/key.h"

/* The line has changed: while it is a /find the filter is what stands in it. */
void filter_typed(struct console *c);
/* The filter from now on, "": none. */
void filter_set(struct console *c, const char *text);
/* Esc in a list: the filter is dropped; false when there is none. */
bool filter_drop(struct console *c);

#endif
