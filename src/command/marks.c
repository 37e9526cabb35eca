/* SPDX-License-Identifier: MIT */
/* marks.c - the marks that a line begins with. */
#include "command/reading.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"

static const struct word_mark {
	const char *word;
	bool action;
	enum note_kind kind;
} word_marks[] = {
	{"ACTION:", true, NOTE_POINT},
	{"ACTION：", true, NOTE_POINT},
	{"AGREED:", false, NOTE_AGREED},
	{"AGREED：", false, NOTE_AGREED},
	{"DECISION:", false, NOTE_AGREED},
	{"DECISION：", false, NOTE_AGREED},
	{"RESOLVED:", false, NOTE_AGREED},
	{"RESOLVED：", false, NOTE_AGREED},
	{"QUESTION:", false, NOTE_QUESTION},
	{"QUESTION：", false, NOTE_QUESTION},
	{"!", true, NOTE_POINT},
	{"！", true, NOTE_POINT},
	{"=", false, NOTE_AGREED},
	{"＝", false, NOTE_AGREED},
	{"?", false, NOTE_QUESTION},
	{"？", false, NOTE_QUESTION},
};

/* Tildes as keyboards and input methods give them: ASCII, full-width, small, wave dash, operator,
 * swung dash, and the combining one that a dead key may leave. */
static const char *const off_signs[] = {
	"~", "～", "\u02dc", "\u301c", "\u223c", "\u2053", "\u0303"};
static const char *const kind_signs[] = {":", "："};
static const char *const literal_signs[] = {"\\", "＼"};
static const char *const tag_signs[] = {"@", "＠", "\ufe6b", "#", "＃", "\ufe5f", ":", "："};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* How many bytes of one of the signs the text begins with; 0: none. */
static size_t sign_len(const char *text, const char *const *signs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 0;
}

static size_t off_len(const char *text)
{
	return sign_len(text, off_signs, COUNT(off_signs));
}

static const char *past_blanks(const char *text)
{
	return text + text_blanks(text);
}

static bool read_word_mark(struct mark *m)
{
	for (size_t i = 0; i < COUNT(word_marks); i++) {
		const struct word_mark *w = &word_marks[i];
		size_t len = strlen(w->word);

		if (strncasecmp(m->rest, w->word, len) != 0)
			continue;
		m->action = w->action;
		m->kind = w->kind;
		m->has_kind = !w->action;
		m->rest += len;
		return true;
	}
	return false;
}

static size_t letters_len(const char *word)
{
	size_t len = 0;

	while ((word[len] >= 'a' && word[len] <= 'z') || (word[len] >= 'A' && word[len] <= 'Z'))
		len++;
	return len;
}

static bool kind_typed(const char *word, size_t len, enum note_kind *out)
{
	for (int i = 0; i < NOTE_KINDS; i++) {
		const char *name = note_kind_name((enum note_kind)i);

		if (strlen(name) == len && strncasecmp(word, name, len) == 0) {
			*out = (enum note_kind)i;
			return true;
		}
	}
	return false;
}

/* Letters only, then a blank, a tilde or the end: ":-)", ": and" and ":support's" are text. */
static bool read_kind(struct mark *m)
{
	size_t sign = sign_len(m->rest, kind_signs, COUNT(kind_signs));
	const char *word = m->rest + sign;
	size_t len = sign ? letters_len(word) : 0;
	bool ends = !word[len] || text_blanks(word + len) || off_len(word + len);

	if (!len || !ends)
		return false;
	if (!kind_typed(word, len, &m->kind)) {
		m->unknown_kind = word;
		m->unknown_len = len;
		return false;
	}
	m->has_kind = true;
	m->rest = word + len;
	return true;
}

static size_t dots_len(const char *text)
{
	size_t len = strncmp(text, "…", 3) == 0 || strncmp(text, "...", 3) == 0 ? 3 : 0;

	while (len && text[len] == '.')
		len++;
	return len;
}

static size_t word_run(const char *text)
{
	size_t len = 0, step;

	while ((step = text_word_char(text + len, strnlen(text + len, 4))) > 0)
		len += step;
	return len;
}

/* How many bytes stand before the first word without being one: a punctuation mark, a tag, a label
 * such as "Note:", a number of a list such as "1)"; 0 at a word. */
static size_t step_before_word(const char *text)
{
	size_t sign = sign_len(text, tag_signs, COUNT(tag_signs)), word = word_run(text + sign);

	if (sign)
		return sign + word;
	if (!word)
		return 1;
	if (word <= 2 && (text[word] == ')' || text[word] == '.'))
		return word + 1;
	size_t colon = sign_len(text + word, kind_signs, COUNT(kind_signs));
	return colon ? word + colon : 0;
}

/* True when a tilde stands before the first word of what the marks have left. */
static bool may_be_off(const char *text)
{
	size_t step;

	for (; *text; text += step) {
		if (off_len(text))
			return true;
		step = step_before_word(text);
		if (!step)
			return false;
	}
	return false;
}

struct mark mark_scan(const char *text, bool whole_line)
{
	struct mark m = {.kind = NOTE_POINT, .rest = past_blanks(text)};
	size_t len;

	for (bool marked = false;; m.rest = past_blanks(m.rest)) {
		if ((len = off_len(m.rest)) > 0) {
			m.off = true;
			m.rest += len;
		} else if (!marked && whole_line && (len = dots_len(m.rest)) > 0) {
			m.continues = marked = true;
			m.rest += len;
		} else if (!marked && (read_kind(&m) || read_word_mark(&m))) {
			marked = true;
		} else {
			break;
		}
	}
	len = sign_len(m.rest, literal_signs, COUNT(literal_signs));
	if (len) {
		m.literal = true;
		m.rest = past_blanks(m.rest + len);
	} else if (!m.off && may_be_off(m.rest)) {
		m.off = m.doubtful = true;
	}
	return m;
}

static void doubt_kind(struct reading *r, const struct mark *m)
{
	const char *names[NOTE_KINDS];
	char *word = mem_text_of(m->unknown_kind, m->unknown_len);

	for (int i = 0; i < NOTE_KINDS; i++)
		names[i] = note_kind_name((enum note_kind)i);
	size_t nearest = text_nearest(word, names, NOTE_KINDS);
	if (nearest == SIZE_MAX)
		doubt(r, "no kind of note is called ':%s': kept as text", word);
	else
		doubt(r, "no kind of note is called ':%s', did you mean :%s? kept as text", word,
			names[nearest]);
	free(word);
}

/* How many bytes the token takes: up to the next blank. */
static size_t token_len(const char *text)
{
	size_t len = 0;

	while (text[len] && !text_blanks(text + len))
		len++;
	return len;
}

/* True when a tilde stands alone inside the text; before a number it says "about". */
static bool has_late_off(const char *text)
{
	for (text = past_blanks(text); *text;) {
		size_t len = token_len(text), sign = off_len(text);
		const char *next = past_blanks(text + len);

		if (sign && sign == len && !(*next >= '0' && *next <= '9'))
			return true;
		text = next;
	}
	return false;
}

struct mark mark_read(struct reading *r, const char *text, bool whole_line)
{
	struct mark m = mark_scan(text, whole_line);

	if (m.unknown_kind)
		doubt_kind(r, &m);
	if (m.doubtful)
		doubt(r, "a ~ stands before the first word: off the record "
			 "(a \\ before the line keeps it on the record)");
	if (!m.off && !m.literal && has_late_off(m.rest))
		doubt(r, "on the record: a ~ counts only before the first word");
	r->off = r->off || m.off;
	return m;
}
