/* SPDX-License-Identifier: MIT */
/* match.c - folded text looked for in folded text. */
#include "text/text.h"

#include <string.h>

enum score { NOWHERE, INSIDE, WORD_START, TEXT_START, WHOLE };

static bool is_edge(char c)
{
	return c == ' ' || c == '\'' || c == '\0';
}

/* The start of the next word after `at`; NULL when there is none. With `by_spaces` a word goes on
 * past an apostrophe. */
static const char *next_start(const char *at, bool by_spaces)
{
	at = strpbrk(at, by_spaces ? " " : " '");
	return at ? at + 1 : NULL;
}

static bool begins_with(const char *text, const char *beginning, size_t len)
{
	return strncmp(text, beginning, len) == 0;
}

/* The score of one word, of `len` bytes. A word of the text is compared no further than the word
 * goes, so the whole is linear. */
static int score_of_word(const char *word, size_t len, const char *folded)
{
	if (begins_with(folded, word, len))
		return folded[len] ? TEXT_START : WHOLE;
	bool by_spaces = memchr(word, '\'', len) != NULL;

	for (const char *at = next_start(folded, by_spaces); at; at = next_start(at, by_spaces))
		if (begins_with(at, word, len))
			return WORD_START;
	return memmem(folded, strlen(folded), word, len) ? INSIDE : NOWHERE;
}

int text_match(const char *needle, const char *folded)
{
	size_t len = strlen(needle);

	if (!len)
		return INSIDE;
	if (begins_with(folded, needle, len))
		return folded[len] ? TEXT_START : WHOLE;
	int lowest = WHOLE;
	while (*needle && lowest != NOWHERE) {
		size_t word = strcspn(needle, " ");
		int score = word ? score_of_word(needle, word, folded) : WHOLE;

		lowest = score < lowest ? score : lowest;
		needle += word + strspn(needle + word, " ");
	}
	return lowest;
}

enum { INFLECTION = 3 }; /* letters that a keyword may be short of the word in the text */

static bool ends_soon(const char *rest)
{
	int letters = 0;

	for (; !is_edge(*rest) && letters <= INFLECTION; rest++)
		letters += ((unsigned char)*rest & 0xc0) != 0x80;
	return letters <= INFLECTION;
}

bool text_has_keyword(const char *folded, const char *keyword)
{
	size_t len = strlen(keyword);

	if (!len)
		return false;
	for (const char *at = strstr(folded, keyword); at; at = strstr(at, keyword)) {
		if ((at == folded || is_edge(at[-1])) && ends_soon(at + len))
			return true;
		at = next_start(at, false);
		if (!at)
			return false;
	}
	return false;
}
