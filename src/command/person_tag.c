/* SPDX-License-Identifier: MIT */
/* person_tag.c - the word of a tag, and whom the word after an @ names. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command/marks.h"
#include "text/text.h"

enum {
	NAME_BYTES_MOST = 128, /* no name is longer: a longer word is not taken apart */
	NAME_WORDS_MOST = 8,
	NEAREST_MOST = 8, /* warnings of a line for which the nearest name is looked for */
};

/* Marks that may join the words of a name: hyphens and apostrophes. */
static const char *const joining[] = {"-", "_", "'", "\u2019", "\u2010", "\u2011"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static size_t word_char(const char *text)
{
	return text_word_char(text, strnlen(text, 4));
}

static size_t joining_len(const char *text)
{
	for (size_t i = 0; i < COUNT(joining); i++)
		if (strncmp(text, joining[i], strlen(joining[i])) == 0)
			return strlen(joining[i]);
	return 0;
}

/* How many bytes of joining marks stand between two word characters, of which the first was read. */
static size_t joined(const char *text)
{
	size_t len = 0, step;

	while ((step = joining_len(text + len)) > 0 || (step = text_invisible(text + len)) > 0)
		len += step;
	return len && word_char(text + len) ? len : 0;
}

/* Words of scripts without spaces between words are not part of one of another script. */
static bool changes_script(const char *first, const char *next)
{
	return text_is_unspaced(first, strnlen(first, 4)) !=
	       text_is_unspaced(next, strnlen(next, 4));
}

size_t tag_word_len(const char *text)
{
	size_t begin = text_invisible(text), len = begin, step;

	while ((step = word_char(text + len)) > 0 ||
		(len > begin && (step = joined(text + len)) > 0)) {
		if (word_char(text + len) && changes_script(text + begin, text + len))
			break;
		len += step;
	}
	return len > begin ? len : 0;
}

/* The length without the last part of the word, "gha" of "gha-led"; 0 when there is one part only. */
static size_t word_part_len(const char *text, size_t len)
{
	size_t part = 0, at = text_invisible(text), step;

	while (at < len) {
		step = word_char(text + at);
		if (!step) {
			part = at;
			step = joined(text + at);
		}
		at += step;
	}
	return part;
}

/* True when the word of `len` bytes is its first `part` bytes in the genitive: "ury's". */
static bool is_genitive(const char *word, size_t part, size_t len)
{
	return part < len && word[len - 1] == 's' && len - part - 1 == joining_len(word + part) &&
	       word[part] != '-' && word[part] != '_';
}

static enum found find_exactly(const struct parser *r, const char *bytes, size_t len, bool whole,
	struct person_tag *tag)
{
	struct standing standing = standing_of(r->context);
	const struct people *people = r->context->people;
	char *word = mem_text_of(bytes, len);
	enum found found =
		whole ? people_find_whole(people, &standing, word, &tag->first, &tag->second)
		      : people_find(people, &standing, word, &tag->first, &tag->second);

	free(word);
	return found == FOUND_ONE && attendee_of(r, tag->first) == NONE ? FOUND_NONE : found;
}

/* When the word names nobody, parts are left out from its end: "@gha's" and "@gha-led" name somebody
 * too. What is left must be a whole name, but for the genitive. */
static enum found find_part(const struct parser *r, const char *word, size_t len, struct person_tag *tag)
{
	enum found found = FOUND_NONE;

	if (len > NAME_BYTES_MOST)
		return FOUND_NONE;
	for (size_t part = word_part_len(word, len); part && found == FOUND_NONE;
		part = word_part_len(word, part)) {
		found = find_exactly(r, word, part, !is_genitive(word, part, len), tag);
		if (found == FOUND_ONE)
			tag->len = part;
	}
	return found;
}

/* The longest run of words from the first one on that is a whole name: "@Ann Aster". */
static enum found find_run(const struct parser *r, const char *text, size_t len, enum found found,
	struct person_tag *tag)
{
	size_t end = len;

	for (int words = 1; words < NAME_WORDS_MOST && end <= NAME_BYTES_MOST; words++) {
		size_t blank = text_blanks(text + end), next = tag_word_len(text + end + blank);
		struct person_tag longer = *tag;

		if (!blank || !next)
			break;
		end += blank + next;
		if (find_exactly(r, text, end, true, &longer) == FOUND_ONE) {
			*tag = longer;
			tag->len = end;
			found = FOUND_ONE;
		}
	}
	return found;
}

static enum found find_word(const struct parser *r, const char *text, size_t len,
	struct person_tag *tag)
{
	enum found found = find_exactly(r, text, len, false, tag);

	tag->len = len;
	if (found != FOUND_NONE)
		return find_run(r, text, len, found, tag);
	return find_part(r, text, len, tag);
}

/* The id of somebody who does not stand: a mention stays one. */
static enum found find_gone(const struct parser *r, const char *text, struct person_tag *tag)
{
	size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
	char *id = mem_text_of(text, len);

	tag->first = people_with_id(r->context->people, id);
	free(id);
	tag->len = len;
	return tag->first == NONE ? FOUND_NONE : FOUND_ONE;
}

/* Opening and closing quotation marks, and brackets, in which a name need not be alone. */
static const struct quote {
	const char *open, *close;
	bool is_bracket;
} quotes[] = {{"\"", "\"", false}, {"'", "'", false}, {"“", "”", false}, {"„", "“", false},
	{"‘", "’", false}, {"‚", "‘", false}, {"«", "»", false}, {"‹", "›", false}, {"「", "」", false},
	{"『", "』", false}, {"[", "]", true}, {"(", ")", true}, {"{", "}", true}, {"<", ">", true}};

static const struct quote *quote_at(const char *text)
{
	for (size_t i = 0; i < COUNT(quotes); i++)
		if (strncmp(text, quotes[i].open, strlen(quotes[i].open)) == 0)
			return &quotes[i];
	return NULL;
}

/* Reads a name in quotation marks or brackets. False when there is no end to them, or when they are
 * brackets around something else. */
static bool quoted_read(const struct parser *r, const char *text, const struct quote *quote,
	struct person_tag *tag)
{
	size_t opens = strlen(quote->open);
	const char *close = strstr(text + opens, quote->close);

	if (!close || close == text + opens || (size_t)(close - text) > NAME_BYTES_MOST)
		return false;
	tag->word = text + opens;
	tag->word_len = (size_t)(close - text) - opens;
	tag->len = tag->word_len + opens + strlen(quote->close);
	tag->found = find_exactly(r, tag->word, tag->word_len, false, tag);
	return tag->found != FOUND_NONE || !quote->is_bracket;
}

static void word_read(const struct parser *r, const char *text, struct person_tag *tag)
{
	size_t len = tag_word_len(text);

	tag->word = text;
	tag->word_len = tag->len = len;
	tag->found = len ? find_word(r, text, len, tag) : FOUND_NONE;
	if (len && tag->found == FOUND_NONE) {
		tag->found = find_gone(r, text, tag);
		tag->len = tag->found == FOUND_ONE ? tag->len : len;
	}
}

bool person_tag_read(struct parser *r, const char *text, struct person_tag *tag)
{
	size_t skipped = mark_form_len(MARK_THEME, text);
	const struct quote *quote = quote_at(text + skipped);

	*tag = (struct person_tag){.who = NONE, .first = NONE, .second = NONE};
	if (!quote || !quoted_read(r, text + skipped, quote, tag)) {
		skipped += quote ? strlen(quote->open) : 0;
		word_read(r, text + skipped, tag);
	}
	tag->len += tag->len ? skipped : 0;
	if (tag->found != FOUND_ONE)
		return false;
	tag->number = r->context->people->persons[tag->first].number;
	tag->who = attendee_of(r, tag->first);
	if (tag->who != NONE && r->session->attendees[tag->who].gone)
		tag->who = NONE;
	return true;
}

void person_tag_warn(struct parser *r, const struct person_tag *tag)
{
	const struct person *persons = r->context->people->persons;
	char *word = mem_text_of(tag->word, tag->word_len);
	bool looks = tag->found != FOUND_SEVERAL && tag->word_len &&
		     r->unknown_names++ < NEAREST_MOST;
	const char *near = looks ? person_nearest(r, word) : NULL;

	if (tag->found == FOUND_SEVERAL)
		add_warning(r, "@%s fits %s and %s: kept as text", word, persons[tag->first].id,
			persons[tag->second].id);
	else if (near)
		add_warning(r, "nobody is called @%s, did you mean %s? kept as text", word, near);
	else if (tag->word_len)
		add_warning(r, "nobody is called @%s: kept as text", word);
	free(word);
}
