/* SPDX-License-Identifier: MIT */
/* capability.h - what terminfo says of the terminal; apart, as its header claims common words. */
#ifndef UI_CAPABILITY_H
#define UI_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>

/* Reads what terminfo knows of TERM, before curses does; false when it knows nothing. */
bool capability_load(void);
/* Gives back what was read last. */
void capability_unload(void);
bool capability_there(const char *name);
/* Adds what that capability sends to `out`, of `size` bytes with `len` in use; the new length. */
size_t capability_add(const char *name, char *out, size_t len, size_t size);

#endif
