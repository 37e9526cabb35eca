/* SPDX-License-Identifier: MIT */
/* loop.h - draw what changed, wait, take what came. */
#ifndef UI_LOOP_H
#define UI_LOOP_H

#include "ui/state/console.h"

/* Runs the console until it is left; the exit status. */
int console_run(struct console *c);

#endif
