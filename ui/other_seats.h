/* SPDX-License-Identifier: MIT */
/* other_seats.h - what other seats write comes to this screen. */
#ifndef UI_OTHER_SEATS_H
#define UI_OTHER_SEATS_H

#include "ui/state/console.h"

/* Takes what other seats have written. */
void other_seats_follow(struct console *c);

#endif
