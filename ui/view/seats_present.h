/* SPDX-License-Identifier: MIT */
/* seats_present.h - who else is there. */
#ifndef UI_SEATS_PRESENT_H
#define UI_SEATS_PRESENT_H

#include "ui/state/console.h"

/* Adds the other seats, "with facilitator, rapporteur-2 silent 12 min"; nothing without any. */
void add_seats_present(struct buffer *out, const struct console *c);

#endif
