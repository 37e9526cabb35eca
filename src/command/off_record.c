/* SPDX-License-Identifier: MIT */
/* off_record.c - tildes that do not stand where a mark stands.
 *
 * When in doubt a line is off the record, so a tilde counts behind anything that may stand before the
 * first word: punctuation, times and numbers of a list, tags, labels such as "Note:", days and
 * priorities, and marks that lack their colon. */
#include "command/parser.h"

#include <string.h>
#include <strings.h>

#include "command/marks.h"
#include "text/text.h"

static size_t off_len(const char *text)
{
	return mark_form_len(MARK_OFF, text);
}

static size_t letter(const char *text)
{
	return text_letter(text, strnlen(text, 4));
}

/* How many bytes the word takes that begins with a letter, and what may join it: marks, digits. */
static size_t word_run(const char *text)
{
	size_t len = letter(text), step;

	while (len && (step = text_word_char(text + len, strnlen(text + len, 4))) > 0 &&
		!off_len(text + len))
		len += step;
	return len;
}

/* True for a word that would be a mark with a colon behind it: ACTION, DECISION. */
static bool is_mark_word(const char *text, size_t len)
{
	for (int row = 0; row < MARKS; row++)
		for (const char *const *form = mark_table[row].forms; *form; form++)
			if (strlen(*form) == len + 1 && (*form)[len] == ':' &&
				strncasecmp(text, *form, len) == 0)
				return true;
	return false;
}

/* How many bytes a tag takes that stands before the first word, or a kind; 0: there is none. */
static size_t tag_len(const char *text)
{
	enum mark_row row = mark_at(text);
	size_t sign = row == MARK_PERSON || row == MARK_THEME || row == MARK_KIND
			      ? mark_form_len(row, text)
			      : 0;
	const char *close = sign && text[sign] == '"' ? strchr(text + sign + 1, '"') : NULL;

	if (close)
		return (size_t)(close - text) + 1;
	return sign ? sign + tag_word_len(text + sign) : 0;
}

/* How many bytes stand before the first word without being one; 0 at that word. */
static size_t step_before_word(const char *text)
{
	size_t tag = tag_len(text), word = word_run(text);

	if (tag)
		return tag;
	if (!word)
		return 1;
	if (word <= 2 && (text[word] == ')' || text[word] == '.'))
		return word + 1;
	size_t blanks = text_blanks(text + word);
	size_t colon = mark_form_len(MARK_KIND, text + word + blanks);
	if (colon)
		return word + blanks + colon + tag_word_len(text + word + blanks + colon);
	return is_mark_word(text, word) ? word : 0;
}

/* A tilde before a number says "about", where it does not begin the line. */
static bool says_about(const char *text)
{
	text += off_len(text);
	text += text_blanks(text);
	return *text >= '0' && *text <= '9';
}

/* True when a tilde follows a colon, as in "South Africa: ~ not for the record", or begins the second
 * word. */
static bool off_after_label(const char *text)
{
	const char *begin = text;
	bool colon = false, first = true;

	while (*text) {
		size_t blanks = text_blanks(text);

		if (blanks) {
			text += blanks;
			if (off_len(text) && (colon || first) && text > begin && !says_about(text))
				return true;
			first = first && text == begin;
			continue;
		}
		if (off_len(text) && colon && !says_about(text))
			return true;
		size_t sign = mark_form_len(MARK_KIND, text);
		colon = sign > 0;
		text += sign ? sign : 1;
	}
	return false;
}

bool off_before_words(const char *text)
{
	size_t step;

	if (off_after_label(text))
		return true;
	for (const char *begin = text; *text; text += step) {
		if (off_len(text) && (text == begin || !says_about(text)))
			return true;
		step = step_before_word(text);
		if (!step)
			return false;
	}
	return false;
}

/* How many bytes the token takes: up to the next blank. */
static size_t token_len(const char *text)
{
	size_t len = 0;

	while (text[len] && !text_blanks(text + len))
		len++;
	return len;
}

bool off_among_words(const char *text)
{
	for (text += text_blanks(text); *text;) {
		size_t len = token_len(text), sign = off_len(text);
		const char *next = text + len + text_blanks(text + len);

		bool alone = sign && sign == len && !(*next >= '0' && *next <= '9');

		if (alone || (sign && letter(text + sign)))
			return true;
		text = next;
	}
	return false;
}

void off_by_label(struct parser *r, const char *text)
{
	struct mark m = mark_scan(text, false);

	if (!m.off || m.literal || r->off)
		return;
	r->off = true;
	add_warning(r, "a ~ stands before the first word: it stays in the room");
}
