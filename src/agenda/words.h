/* SPDX-License-Identifier: MIT */
/* words.h - the words of the agenda's enumerations, as lists.
 *
 * Purpose     One list a kind, in the order of its enum, for reading, writing and for saying
 *             which words would have been right.
 * Knows       nothing. Private to src/agenda.
 * Start at    words_find().
 */
#ifndef AGENDA_WORDS_H
#define AGENDA_WORDS_H

#include <stddef.h>

struct words {
	const char *const *words;
	size_t count;
};

extern const struct words rule_words;
extern const struct words list_kind_words;
extern const struct words item_kind_words;
extern const struct words policy_words;
extern const struct words role_words;

/* The index of exactly that word; SIZE_MAX when it is none of them. */
size_t words_find(const struct words *words, const char *text);

#endif
