/* SPDX-License-Identifier: MIT */
/* notes.c - which note or action point an argument names. */
#include "command/parser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

static bool is_wanted(const struct note *n, int which)
{
	if (which == LAST_NOTE || which == LAST_ANY)
		return true;
	return (which == LAST_ACTION) == (n->action != NONE);
}

void tighten(struct parser *r, size_t note)
{
	r->rule = rule_stricter(r->rule, session_note_rule(r->session, note));
	r->off = r->off || session_note_is_off(r->session, note);
}

size_t own_last(const struct parser *r, int which)
{
	const struct session *s = r->session;

	for (size_t i = s->note_count; i; i--) {
		const struct note *n = &s->notes[i - 1];

		if (!n->dropped && !n->gone && is_wanted(n, which) &&
			strcmp(n->seat, r->context->seat) == 0)
			return i - 1;
	}
	return NONE;
}

static const char *what(int which)
{
	return which == LAST_ACTION ? "action point" : "note";
}

/* The only note whose id ends in -NUMBER, this seat's before others'; *several tells of more. */
static size_t with_number(const struct parser *r, const char *number, bool *several)
{
	const struct session *s = r->session;
	char id[2 * ID_SIZE];
	size_t found = NONE, len = strlen(number);

	snprintf(id, sizeof id, "%s-%s", r->context->seat, number);
	if (session_note(s, id) != NONE)
		return session_note(s, id);
	for (size_t i = 0; i < s->note_count; i++) {
		const char *end = s->notes[i].id + strlen(s->notes[i].id);

		if ((size_t)(end - s->notes[i].id) <= len || end[-(ptrdiff_t)len - 1] != '-' ||
			strcmp(end - len, number) != 0)
			continue;
		*several = *several || found != NONE;
		found = i;
	}
	return found;
}

static bool is_number(const char *text)
{
	return *text && text[strspn(text, "0123456789")] == '\0' && strlen(text) < NAME_SIZE;
}

static size_t refuse_note(struct parser *r, const char *word, int which)
{
	const struct session *s = r->session;
	const char **ids = mem_new(s->note_count ? s->note_count : 1, sizeof *ids);

	for (size_t i = 0; i < s->note_count; i++)
		ids[i] = s->notes[i].id;
	size_t nearest = is_number(word) ? SIZE_MAX : text_nearest(word, ids, s->note_count);
	if (nearest != SIZE_MAX)
		refuse(r, "no %s is called '%s', did you mean %s?", what(which), word,
			ids[nearest]);
	else
		refuse(r, "no %s is called '%s': an id such as %s-17, its number, or last",
			what(which), word, r->context->seat);
	free(ids);
	return NONE;
}

/* Guards against what was dropped, and against a note where an action point is wanted. */
static size_t accepted(struct parser *r, size_t note, int which)
{
	const struct note *n = &r->session->notes[note];

	if (n->dropped && which != LAST_ANY)
		refuse(r, "%s was dropped", n->id);
	else if (which == LAST_ACTION && n->action == NONE)
		refuse(r, "%s is a note and no action point: /action %s makes one of it", n->id,
			n->id);
	else if (which == LAST_PLAIN && n->action != NONE)
		refuse(r, "%s is an action point already: a note was expected", n->id);
	else {
		tighten(r, note);
		return note;
	}
	return NONE;
}

static size_t note_called(struct parser *r, const char *word, int which)
{
	bool several = false;
	size_t note = session_note(r->session, word);

	if (same_word(word, "last")) {
		note = own_last(r, which);
		if (note == NONE)
			refuse(r, "this seat has no %s yet", what(which));
		else
			tighten(r, note);
		return note;
	}
	if (note == NONE && is_number(word))
		note = with_number(r, word, &several);
	if (several) {
		refuse(r,
			"more than one seat has a %s %s: say it with its seat, as in "
			"rapporteur-%s",
			what(which), word, word);
		return NONE;
	}
	return note == NONE ? refuse_note(r, word, which) : accepted(r, note, which);
}

size_t take_note(struct parser *r, int which)
{
	const struct word *word = take_word(r);

	if (word)
		return note_called(r, word->text, which);
	refuse(r, "which %s? an id such as %s-17, its number, or last", what(which),
		r->context->seat);
	return NONE;
}

static bool take_run(
	struct parser *r, const char *word, const char *dots, size_t **out, size_t *count)
{
	const struct session *s = r->session;
	char *first_word = mem_text_of(word, (size_t)(dots - word));
	size_t first = note_called(r, first_word, LAST_NOTE);
	size_t last = first == NONE ? NONE : note_called(r, dots + 2, LAST_NOTE);

	free(first_word);
	if (last == NONE)
		return false;
	if (first > last)
		return refuse(r, "%s comes after %s: a run goes from the earlier to the later",
			s->notes[first].id, s->notes[last].id);
	*out = mem_new(last - first + 1, sizeof **out);
	for (size_t i = first; i <= last; i++)
		if (!s->notes[i].dropped) {
			tighten(r, i);
			(*out)[(*count)++] = i;
		}
	return true;
}

bool take_notes(struct parser *r, size_t **out, size_t *count)
{
	const char *dots = words_left(r) ? strstr(r->words[r->next].text, "..") : NULL;

	*out = NULL;
	*count = 0;
	if (dots)
		return take_run(r, take_word(r)->text, dots, out, count);
	size_t note = take_note(r, LAST_NOTE);
	if (note == NONE)
		return false;
	*out = mem_new(1, sizeof **out);
	(*out)[(*count)++] = note;
	return true;
}
