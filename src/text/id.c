/* SPDX-License-Identifier: MIT */
/* id.c - ids made from text, and told apart from other text. */
#include "text/text.h"

#include <string.h>

enum { MOST_OF_ID = 32 };

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_of_id(char c)
{
	return is_lower(c) || (c >= '0' && c <= '9');
}

/* A possessive: the apostrophe is left out of women's, but parts l'action. */
static bool is_possessive(const char *apostrophe)
{
	return *apostrophe == '\'' && is_lower(apostrophe[1]) && !is_of_id(apostrophe[2]) &&
	       (unsigned char)apostrophe[2] < 0x80 && apostrophe[2] != '\'';
}

/* Writes at most one byte more than an id has, to show that it was cut; returns the length. */
static size_t join_words(char id[MOST_OF_ID + 1], const char *folded)
{
	size_t len = 0;
	bool is_apart = false;

	for (; *folded && len <= MOST_OF_ID; folded++) {
		if (!is_of_id(*folded)) {
			is_apart = is_apart || !is_possessive(folded);
			continue;
		}
		if (is_apart)
			id[len++] = '-';
		is_apart = false;
		if (len <= MOST_OF_ID)
			id[len++] = *folded;
	}
	return len;
}

static size_t cut_at_word(const char *id, size_t len)
{
	if (len <= MOST_OF_ID)
		return len;
	for (size_t at = MOST_OF_ID; at; at--)
		if (id[at] == '-')
			return at;
	return MOST_OF_ID;
}

void text_id(struct buffer *out, const char *text, size_t len)
{
	struct buffer folded = BUFFER_EMPTY;
	char id[MOST_OF_ID + 1];

	text_fold(&folded, text, len);
	if (is_lower(folded.bytes[0]))
		buffer_bytes(out, id, cut_at_word(id, join_words(id, folded.bytes)));
	buffer_release(&folded);
}

bool text_is_id(const char *text)
{
	size_t len = 0;

	if (!is_lower(text[0]))
		return false;
	while (is_of_id(text[len]) || text[len] == '-')
		len++;
	return !text[len] && len <= MOST_OF_ID;
}
