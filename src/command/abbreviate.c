/* SPDX-License-Identifier: MIT */
/* abbreviate.c - abbreviations expanded where their word ends. */
#include "command/command.h"

#include <string.h>

static bool is_letter(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       c == '-' || c == '_' || c == '\'' || (unsigned char)c >= 0x80;
}

/* What stands before a word that is a tag, a command or part of something longer. */
static bool is_tagged(const char *text, size_t start)
{
	return start && strchr("#@/\\:.{&+", text[start - 1]) != NULL;
}

static char capital(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* The abbreviation that the word is, *capital_first when it begins with a capital letter where
 * the agenda has a small one. The last one given counts. */
static const struct abbreviation *abbreviation_of(
	const struct session *s, const char *word, size_t len, bool *capital_first)
{
	for (size_t i = s->abbreviation_count; i; i--) {
		const struct abbreviation *a = &s->abbreviations[i - 1];

		if (strlen(a->word) != len || len == 0 ||
			memcmp(a->word + 1, word + 1, len - 1) != 0)
			continue;
		*capital_first = a->word[0] != word[0] && len > 1;
		if (a->word[0] == word[0] || (*capital_first && capital(a->word[0]) == word[0]))
			return a;
	}
	return NULL;
}

/* Expands the word at start..end; returns where it then ends, and `end` when it is none. */
static size_t expand_word(
	struct buffer *text, const struct session *s, size_t start, size_t end, bool *changed)
{
	bool capital_first;
	const struct abbreviation *a;

	if (is_tagged(text->bytes, start))
		return end;
	a = abbreviation_of(s, text->bytes + start, end - start, &capital_first);
	if (!a)
		return end;
	size_t len = strlen(a->text);
	buffer_remove(text, start, end - start);
	buffer_insert(text, start, a->text, len);
	if (capital_first && len)
		text->bytes[start] = capital(text->bytes[start]);
	*changed = true;
	return start + len;
}

bool abbreviations_expand(struct buffer *text, const struct session *session, size_t at)
{
	bool changed = false;
	size_t start = 0;

	if (at != SIZE_MAX) {
		size_t end = at < text->len ? at : text->len;

		start = end;
		while (start && is_letter(text->bytes[start - 1]))
			start--;
		if (start < end)
			expand_word(text, session, start, end, &changed);
		return changed;
	}
	while (start < text->len) {
		size_t end = start;

		while (end < text->len && is_letter(text->bytes[end]))
			end++;
		start = end > start ? expand_word(text, session, start, end, &changed) : start + 1;
	}
	return changed;
}
