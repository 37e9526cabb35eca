/* SPDX-License-Identifier: MIT */
/* next_change.h - when the screen changes by itself. */
#ifndef UI_NEXT_CHANGE_H
#define UI_NEXT_CHANGE_H

#include "ui/state/console.h"

/* The next time (ms since 1970) at which the screen changes by itself; NO_TIME: never. */
int64_t console_next_change(const struct console *c);
/* The earlier of two times, of which one may be NO_TIME. */
int64_t sooner(int64_t a, int64_t b);

#endif
