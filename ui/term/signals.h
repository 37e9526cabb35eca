/* SPDX-License-Identifier: MIT */
/* signals.h - what the system tells the program, as a descriptor for poll(). */
#ifndef UI_SIGNALS_H
#define UI_SIGNALS_H

enum { TOLD_RESIZED = 1, TOLD_TO_END = 2, TOLD_TO_STOP = 4, TOLD_TO_GO_ON = 8 };
void signals_start(void);
int signals_fd(void);
/* All that was told since the last call, as a set of the above. */
unsigned signals_take(void);

#endif
