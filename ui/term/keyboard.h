/* SPDX-License-Identifier: MIT */
/* keyboard.h - the keys of the real terminal, read without waiting.
 *
 * Start at    keyboard_key(); decode.h for how bytes become keys.
 */
#ifndef UI_KEYBOARD_H
#define UI_KEYBOARD_H

#include <stdbool.h>

#include "ui/term/key.h"

void keyboard_start(void);
void keyboard_stop(void);
/* Sync keys (CSI 7777 ~) that have come so far. */
long keyboard_syncs(void);
/* poll() says that something has come from keyboard_fd(). */
void keyboard_ready(void);
/* The next key that is there already; false when there is none now. */
bool keyboard_key(struct key *out);
/* True when bytes have come that are no whole key yet, such as a lone Esc; when nothing comes after
 * them for ESCAPE_DELAY_MS, keyboard_decide() says that they are one as they stand. */
enum { ESCAPE_DELAY_MS = 50 };
bool keyboard_partial(void);
void keyboard_decide(void);
/* The descriptor that keys come from, for poll(). */
int keyboard_fd(void);

#endif
