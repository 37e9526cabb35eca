/* SPDX-License-Identifier: MIT */
/* capability.h - what terminfo says of the terminal; apart, as its header claims common words.
 *
 * The names are those of terminfo(5). What was loaded is kept until capability_unload(). */
#ifndef UI_CAPABILITY_H
#define UI_CAPABILITY_H

#include <stdbool.h>

#include "base/buffer.h"

/* Reads what terminfo knows of TERM, once; false when it knows nothing. */
bool capability_load(void);
void capability_unload(void);
bool capability_there(const char *name);
bool capability_is(const char *name, const char *text);
bool capability_flag(const char *name);
/* 0 when it is not there. */
int capability_number(const char *name);
/* Adds what that capability sends, without padding; nothing when it is not there. */
void capability_write(struct buffer *out, const char *name);
/* Adds a capability that takes one or two numbers. */
void capability_write_with(struct buffer *out, const char *name, int a, int b);

#endif
