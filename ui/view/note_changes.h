/* SPDX-License-Identifier: MIT */
/* note_changes.h - what became of a note. */
#ifndef UI_NOTE_CHANGES_H
#define UI_NOTE_CHANGES_H

#include "ui/state/console.h"

/* The history of the note, in rows of that width; *rows is borrowed until the next call. */
size_t note_changes_rows(const struct console *c, size_t note, int width, char ***rows);

#endif
