/* SPDX-License-Identifier: MIT */
/* map.h - from a text to a number.
 *
 * Purpose     A hash map from NUL-terminated keys to indexes of an array kept elsewhere.
 * Owns        copies of its keys; map_release() gives them back.
 * Start at    map_set(), map_get().
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MAP_NONE ((size_t)UINT32_MAX)

struct map_slot {
	char *key;
	size_t value;
};

/* All zero is the empty map. */
struct map {
	struct map_slot *slots;
	size_t count;
	size_t room;
};

void map_release(struct map *m);
/* Sets or replaces; `value` may be anything but MAP_NONE. */
void map_set(struct map *m, const char *key, size_t value);
/* MAP_NONE when the key is not there (or is NULL). */
size_t map_get(const struct map *m, const char *key);

#endif
