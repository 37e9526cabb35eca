/* SPDX-License-Identifier: MIT */
/* number.h - whole numbers from text, nothing around them. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads an optional minus and digits, nothing else, from `least` to `most`. */
bool number_read(const char *text, int64_t least, int64_t most, int64_t *out);

/* Reads `count` hex digits, 8 at most, in lower case. */
bool hex_read(const char *digits, size_t count, uint32_t *out);

#endif
