/* SPDX-License-Identifier: MIT */
/* argument_words.c - the arguments of a command, cut into words. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"

static void add_word(struct parser *r, size_t start, size_t end, bool quoted)
{
	size_t inner = quoted ? start + 1 : start, inner_end = end;
	const char *bytes = r->line.bytes;

	if (quoted && end > inner && bytes[end - 1] == '"')
		inner_end--;
	r->words = array_room(r->words, r->count, &r->room, sizeof *r->words);
	r->words[r->count++] = (struct word){.start = start,
		.end = end,
		.quoted = quoted,
		.text = mem_text_of(bytes + inner, inner_end - inner)};
}

/* Where the word that begins at `start` ends; *quoted says what kind it is. */
static size_t word_end(const char *bytes, size_t start, bool *quoted)
{
	const char *close;

	*quoted = bytes[start] == '"';
	if (!*quoted)
		return start + strcspn(bytes + start, " ,");
	close = strchr(bytes + start + 1, '"');
	return close ? (size_t)(close - bytes) + 1 : start + strlen(bytes + start);
}

void words_cut(struct parser *r, size_t from)
{
	const char *bytes = r->line.bytes;
	size_t at = from;

	while (bytes[at]) {
		bool quoted;

		if (bytes[at] == ' ' || bytes[at] == ',') {
			if (bytes[at] == ',' && r->count)
				r->words[r->count - 1].comma = true;
			at++;
			continue;
		}
		size_t end = word_end(bytes, at, &quoted);
		add_word(r, at, end, quoted);
		at = end;
	}
}

void words_release(struct parser *r)
{
	for (size_t i = 0; i < r->count; i++)
		free(r->words[i].text);
	free(r->words);
	r->words = NULL;
	r->count = r->room = r->next = 0;
}

bool words_left(const struct parser *r)
{
	return r->next < r->count;
}

bool same_word(const char *a, const char *b)
{
	return strcasecmp(a, b) == 0;
}

bool word_is(const struct parser *r, size_t i, const char *word)
{
	return i < r->count && !r->words[i].quoted && same_word(r->words[i].text, word);
}

bool next_is(const struct parser *r, const char *word)
{
	return word_is(r, r->next, word);
}

bool take_if(struct parser *r, const char *word)
{
	if (!next_is(r, word))
		return false;
	r->next++;
	return true;
}

const struct word *take_word(struct parser *r)
{
	return words_left(r) ? &r->words[r->next++] : NULL;
}

const char *take_rest(struct parser *r)
{
	size_t start = words_left(r) ? r->words[r->next].start : r->line.len;

	r->next = r->count;
	return r->line.bytes + start;
}

bool no_more(struct parser *r)
{
	if (!words_left(r))
		return true;
	const char *arguments = command_table[r->command].arguments;
	return refuse(r, "nothing was expected after /%s%s%s: not '%s'",
		command_table[r->command].name, *arguments ? " " : "", arguments,
		r->words[r->next].text);
}

void ordinal_write(struct buffer *out, size_t n)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	size_t last = n % 10, ten = n / 10 % 10;

	buffer_format(out, "%zu%s", n, endings[last < 4 && ten != 1 ? last : 0]);
}
