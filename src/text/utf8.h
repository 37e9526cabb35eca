/* SPDX-License-Identifier: MIT */
/* utf8.h - code points.
 *
 * Purpose     One reader of UTF-8 that is safe on any bytes, and the questions about single code
 *             points.
 * Invariants  Nothing here reads at or past the length it was given.
 * Start at    utf8_read().
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CODE_BAD (-1)

/* Reads the code point at `bytes`, of `len` > 0; returns its bytes, at least 1. What is no UTF-8
 * gives CODE_BAD and the length of the maximal bad run (Unicode §3.9). */
size_t utf8_read(const char *bytes, size_t len, int32_t *code);

/* Letters, digits and marks: what words are made of. */
bool code_is_word(int32_t code);

/* How many bytes from the start are printable ASCII, each surely a cluster of its own. */
size_t plain_run(const char *text, size_t len);

#endif
