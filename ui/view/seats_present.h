/* SPDX-License-Identifier: MIT */
/* seats_present.h - who else is there. */
#ifndef UI_SEATS_PRESENT_H
#define UI_SEATS_PRESENT_H

#include "ui/state/console.h"

/* Adds who else is there, "with facilitator, rapporteur-2 silent 12 min"; nothing when nobody is. */
void add_present(struct buffer *out, const struct console *c);

#endif
