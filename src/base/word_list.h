/* SPDX-License-Identifier: MIT */
/* word_list.h - lists of words: separated by spaces in one text, or read from a table.
 *
 * Purpose     One loop over "md csv json"; option words that are the names of a table's rows.
 * Knows       nothing of what the words mean.
 * Owns        nothing: words are borrowed from the text or the table.
 * Start at    word_next(), words_have(), word_list.
 */
#ifndef BASE_WORD_LIST_H
#define BASE_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* The next word at *at, which then points past it; NULL when there is none. */
const char *word_next(const char **at, size_t *len);
/* True when `word` is one of the words in `words`. */
bool words_have(const char *words, const char *word);

/* The name of row `i` of a table; NULL past the last row. */
typedef const char *word_list(size_t i);

bool word_list_has(word_list *list, const char *word);
/* The row of that name in any case, ASCII only; SIZE_MAX when there is none. */
size_t word_list_find(word_list *list, const char *word);
/* Writes all words with `separator` between them, and `last` before the last one. */
void word_list_write(struct buffer *out, word_list *list, const char *separator, const char *last);

#endif
