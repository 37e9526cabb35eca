/* SPDX-License-Identifier: MIT */
/* word_list.c - lists of words: separated by spaces in one text, or read from a table. */
#include "base/word_list.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

const char *word_next(const char **at, size_t *len)
{
	const char *word = *at + strspn(*at, " ");

	*len = strcspn(word, " ");
	*at = word + *len;
	return *len ? word : NULL;
}

bool words_have(const char *words, const char *word)
{
	const char *next;
	size_t len;

	while ((next = word_next(&words, &len)) != NULL)
		if (strlen(word) == len && strncmp(next, word, len) == 0)
			return true;
	return false;
}

bool word_list_has(word_list *list, const char *word)
{
	for (size_t i = 0; list(i); i++)
		if (strcmp(list(i), word) == 0)
			return true;
	return false;
}

size_t word_list_find(word_list *list, const char *word)
{
	for (size_t i = 0; list(i); i++)
		if (strcasecmp(list(i), word) == 0)
			return i;
	return SIZE_MAX;
}

void word_list_write(struct buffer *out, word_list *list, const char *separator, const char *last)
{
	for (size_t i = 0; list(i); i++) {
		if (i)
			buffer_text(out, list(i + 1) ? separator : last);
		buffer_text(out, list(i));
	}
}
