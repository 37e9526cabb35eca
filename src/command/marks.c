/* SPDX-License-Identifier: MIT */
/* marks.c - what a line begins with, and what that makes of it. */
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
	{"AGREED:", false, NOTE_AGREED},
	{"DECISION:", false, NOTE_AGREED},
	{"RESOLVED:", false, NOTE_AGREED},
	{"QUESTION:", false, NOTE_QUESTION},
	{"!", true, NOTE_POINT},
	{"=", false, NOTE_AGREED},
	{"?", false, NOTE_QUESTION},
};

static const char *past_spaces(const char *text)
{
	return text + strspn(text, " ");
}

static void read_word_mark(struct mark *m)
{
	for (size_t i = 0; i < sizeof word_marks / sizeof *word_marks; i++) {
		const struct word_mark *w = &word_marks[i];
		size_t len = strlen(w->word);

		if (strncasecmp(m->rest, w->word, len) != 0)
			continue;
		m->action = w->action;
		m->kind = w->kind;
		m->has_kind = !w->action;
		m->rest = past_spaces(m->rest + len);
		return;
	}
}

/* Letters only: ":-)" and ": and" are text. */
static bool is_kind_word(const char *word, size_t len)
{
	if (len == 0)
		return false;
	for (size_t i = 0; i < len; i++)
		if (!((word[i] >= 'a' && word[i] <= 'z') || (word[i] >= 'A' && word[i] <= 'Z')))
			return false;
	return true;
}

static bool kind_typed(const char *word, enum note_kind *out)
{
	for (int i = 0; i < NOTE_KINDS; i++)
		if (same_word(word, note_kind_name((enum note_kind)i))) {
			*out = (enum note_kind)i;
			return true;
		}
	return false;
}

static void doubt_kind(struct reading *r, const char *word)
{
	const char *names[NOTE_KINDS];

	for (int i = 0; i < NOTE_KINDS; i++)
		names[i] = note_kind_name((enum note_kind)i);
	size_t nearest = text_nearest(word, names, NOTE_KINDS);
	if (nearest == SIZE_MAX)
		doubt(r, "no kind of note is called ':%s': kept as text", word);
	else
		doubt(r, "no kind of note is called ':%s', did you mean :%s? kept as text", word,
			names[nearest]);
}

static void read_kind(struct reading *r, struct mark *m)
{
	size_t len = strcspn(m->rest + 1, " ");

	if (!is_kind_word(m->rest + 1, len))
		return;
	char *word = mem_text_of(m->rest + 1, len);
	if (kind_typed(word, &m->kind)) {
		m->has_kind = true;
		m->rest = past_spaces(m->rest + 1 + len);
	} else {
		doubt_kind(r, word);
	}
	free(word);
}

struct mark mark_read(struct reading *r, const char *text)
{
	struct mark m = {.kind = NOTE_POINT, .rest = text};

	if (*m.rest == '~') {
		m.off = true;
		m.rest = past_spaces(m.rest + 1);
	}
	if (*m.rest == ':')
		read_kind(r, &m);
	else
		read_word_mark(&m);
	if (*m.rest == '\\') {
		m.literal = true;
		m.rest = past_spaces(m.rest + 1);
	}
	return m;
}
