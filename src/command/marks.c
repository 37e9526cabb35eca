/* SPDX-License-Identifier: MIT */
/* marks.c - the table of marks, and reading those that a line begins with. */
#include "command/marks.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "command/parser.h"
#include "text/text.h"

const struct mark_info mark_table[MARKS] = {
#define FORMS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define MARK(ident, forms, use, kind, shown, help) {forms, MARK_USE_##use, kind, shown, help},
#include "command/marks.def"
#undef MARK
#undef FORMS
};

size_t mark_form_len(enum mark_row row, const char *text)
{
	for (const char *const *form = mark_table[row].forms; *form; form++) {
		size_t len = strlen(*form);

		if (strncasecmp(text, *form, len) == 0)
			return len;
	}
	return 0;
}

enum mark_row mark_at(const char *text)
{
	int row = 0;

	while (row < MARKS && !mark_form_len((enum mark_row)row, text))
		row++;
	return (enum mark_row)row;
}

static size_t off_len(const char *text)
{
	return mark_form_len(MARK_OFF, text);
}

static const char *past_blanks(const char *text)
{
	return text + text_blanks(text);
}

/* An action point, or a mark with a kind of its own. */
static bool read_word_mark(struct mark *m)
{
	enum mark_row row = mark_at(m->rest);

	if (row == MARKS || (row != MARK_ACTION && mark_table[row].kind == NOTE_KINDS))
		return false;
	m->action = row == MARK_ACTION;
	m->has_kind = !m->action;
	m->kind = m->action ? NOTE_POINT : mark_table[row].kind;
	m->rest += mark_form_len(row, m->rest);
	return true;
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
	size_t sign = mark_form_len(MARK_KIND, m->rest);
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
	size_t len = mark_form_len(MARK_CONTINUES, text);

	while (len && text[len] == '.')
		len++;
	return len;
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
	len = mark_form_len(MARK_LITERAL, m.rest);
	if (len) {
		m.literal = true;
		m.rest = past_blanks(m.rest + len);
	} else if (!m.off && off_before_words(m.rest)) {
		m.off = m.uncertain = true;
	}
	return m;
}

bool line_acts(const char *line)
{
	line = past_blanks(line);
	return text_slash(line, strlen(line)) || strncmp(line, "s/", 2) == 0 ||
	       mark_scan(line, true).continues;
}

bool line_is_off(const char *line)
{
	return mark_scan(line, true).off;
}

size_t mark_kind_len(const char *text, enum note_kind *kind)
{
	struct mark m = {.kind = NOTE_POINT, .rest = text};

	if (!read_kind(&m) && !read_word_mark(&m))
		return 0;
	*kind = m.kind;
	return m.action ? 0 : (size_t)(m.rest - text);
}

void mark_kind_write(struct buffer *out, enum note_kind kind)
{
	if (kind == NOTE_POINT)
		return;
	for (int row = 0; row < MARKS; row++)
		if (mark_table[row].kind == kind) {
			buffer_format(out, "%s ", mark_table[row].forms[0]);
			return;
		}
	buffer_format(out, "%s%s ", mark_table[MARK_KIND].forms[0], note_kind_name(kind));
}

static void warn_unknown_kind(struct parser *r, const struct mark *m)
{
	char *word = mem_text_of(m->unknown_kind, m->unknown_len);
	const char *nearest = text_nearest_word(word, note_kind_word);

	if (!nearest)
		add_warning(r, "no kind of note is called ':%s': kept as text", word);
	else
		add_warning(r, "no kind of note is called ':%s', did you mean :%s? kept as text",
			word, nearest);
	free(word);
}

struct mark mark_read(struct parser *r, const char *text, bool whole_line)
{
	struct mark m = mark_scan(text, whole_line);

	if (m.unknown_kind)
		warn_unknown_kind(r, &m);
	if (m.uncertain)
		add_warning(r, "a ~ stands before the first word: off the record "
			 "(a \\ before the line keeps it on the record)");
	/* After a person note_tags.c decides, which knows where the name ends. */
	if (!m.off && !m.literal && mark_at(m.rest) != MARK_PERSON && off_among_words(m.rest))
		add_warning(r, "on the record: a ~ counts only before the first word");
	r->off = r->off || m.off;
	return m;
}
