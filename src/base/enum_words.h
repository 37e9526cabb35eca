/* SPDX-License-Identifier: MIT */
/* enum_words.h - an enumeration and its words, made from one list of rows.
 *
 *   #define POLICY_ROWS(ROW) ROW(POLICY_ARRIVAL, "arrival") ROW(POLICY_BALANCE, "balance")
 *   ENUM_WORDS(policy, POLICY_ROWS, POLICIES);   in the header
 *   ENUM_WORDS_DEFINE(policy, POLICY_ROWS)       in one file
 *
 * gives enum policy, whose last value is POLICIES, and
 *
 *   policy_name(value)       its word
 *   policy_read(text, &out)  true when the text, which may be NULL, is one of the words
 *   policy_word(i)           the i-th word, NULL past the last: a word_list
 */
#ifndef BASE_ENUM_WORDS_H
#define BASE_ENUM_WORDS_H

#include <assert.h>
#include <string.h>

#include "base/word_list.h"

#define ENUM_IDENT(ident, word) ident,
#define ENUM_WORD(ident, word) word,

#define ENUM_WORDS(name, ROWS, count)                                                              \
	enum name { ROWS(ENUM_IDENT) count };                                                      \
	word_list name##_word;                                                                     \
	const char *name##_name(enum name value);                                                  \
	bool name##_read(const char *text, enum name *out)

#define ENUM_WORDS_DEFINE(name, ROWS)                                                              \
	static const char *const name##_words[] = {ROWS(ENUM_WORD)};                               \
	const char *name##_word(size_t i)                                                          \
	{                                                                                          \
		return i < sizeof name##_words / sizeof *name##_words ? name##_words[i] : NULL;    \
	}                                                                                          \
	const char *name##_name(enum name value)                                                   \
	{                                                                                          \
		assert(name##_word((size_t)value));                                                \
		return name##_words[value];                                                        \
	}                                                                                          \
	bool name##_read(const char *text, enum name *out)                                         \
	{                                                                                          \
		size_t i = 0;                                                                      \
		while (text && name##_word(i) && strcmp(name##_words[i], text) != 0)               \
			i++;                                                                       \
		if (!text || !name##_word(i))                                                      \
			return false;                                                              \
		*out = (enum name)i;                                                               \
		return true;                                                                       \
	}

#endif
