/* SPDX-License-Identifier: MIT */
/* breath.h - what somebody wants done now and then while something long goes on.
 *
 * Purpose     Reading a million lines takes the better part of a second; who waits for it can show
 *             meanwhile that keys arrive. Taken every millisecond or so.
 * Knows       nothing.
 * Start at    breathe().
 */
#ifndef BASE_BREATH_H
#define BASE_BREATH_H

#include <stddef.h>

/* All zero: nothing is wanted. */
struct breath {
	void (*take)(void *argument);
	void *argument;
};

static inline void breathe(const struct breath *b)
{
	if (b->take)
		b->take(b->argument);
}

#endif
