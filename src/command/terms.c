/* SPDX-License-Identifier: MIT */
/* terms.c - a filter taken apart into words and terms. */
#include "command/terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/word_list.h"
#include "text/text.h"

enum { WORD_START = 2, ITEMS_MOST = 100000 };

static struct term *term_made(struct terms *t, enum term_kind kind, size_t count)
{
	t->items = array_room(t->items, t->count, &t->room, sizeof *t->items);
	struct term *term = &t->items[t->count++];
	term->kind = kind;
	term->count = count;
	if (count)
		term->fits = mem_new(count, sizeof *term->fits);
	return term;
}

/* What is typed after the sign: as it is and folded. */
struct typed {
	const char *word;
	const char *folded;
};

/* Does the text have a word that begins like that? */
static bool begins_in(const struct typed *typed, const char *text)
{
	if (!text || !*typed->folded)
		return false;
	char *folded = text_folded(text);
	bool begins = text_match(typed->folded, folded) >= WORD_START;

	free(folded);
	return begins;
}

static bool is_one(const char *id, const struct typed *typed)
{
	return strcasecmp(id, typed->word) == 0;
}

static bool begins_id(const char *id, const struct typed *typed)
{
	return strncasecmp(id, typed->word, strlen(typed->word)) == 0;
}

static bool any_fits(const struct term *term)
{
	for (size_t i = 0; i < term->count; i++)
		if (term->fits[i])
			return true;
	return false;
}

/* Themes: those merged count with the one that took them in */

static bool theme_is_one(const struct theme *theme, const struct typed *typed)
{
	char digit[2] = {(char)('0' + theme->digit), '\0'};

	return is_one(theme->id, typed) || (theme->digit && strcmp(typed->word, digit) == 0);
}

static bool theme_begins(const struct theme *theme, const struct typed *typed)
{
	if (begins_id(theme->id, typed) || begins_in(typed, theme->label))
		return true;
	for (size_t i = 0; i < theme->keyword_count; i++)
		if (begins_in(typed, theme->keywords[i]))
			return true;
	return false;
}

static void fit_themes(const struct session *s, struct term *term, const struct typed *typed)
{
	bool *roots = mem_new(s->theme_count + 1, sizeof *roots), exact = false;

	for (size_t i = 0; i < s->theme_count; i++)
		if (theme_is_one(&s->themes[i], typed))
			exact = roots[session_theme_root(s, i)] = true;
	for (size_t i = 0; !exact && i < s->theme_count; i++)
		if (theme_begins(&s->themes[i], typed))
			roots[session_theme_root(s, i)] = true;
	for (size_t i = 0; i < s->theme_count; i++)
		term->fits[i] = roots[session_theme_root(s, i)];
	free(roots);
}

/* People */

static bool person_begins(const struct person *person, const char *needle)
{
	const char *part = person->folded ? person->folded : "";

	while (*part) {
		size_t len = strcspn(part, "\n");
		char *one = mem_text_of(part, len);
		bool begins = *needle && text_match(needle, one) >= WORD_START;

		free(one);
		if (begins)
			return true;
		part += len + (part[len] == '\n');
	}
	return false;
}

static bool has_alias(const struct people *people, const char *number, const char *needle)
{
	for (size_t i = 0; *needle && i < people->alias_count; i++)
		if (strcmp(people->aliases[i].person, number) == 0 &&
			text_match(needle, people->aliases[i].folded) >= WORD_START)
			return true;
	return false;
}

static void fit_people(const struct session *s, struct term *term, const struct typed *typed)
{
	bool exact = false;

	for (size_t pass = 0; pass < 2 && !exact; pass++)
		for (size_t i = 0; i < s->attendee_count; i++) {
			const char *number = s->attendees[i].number;
			size_t person = people_numbered(s->people, number);

			if (person == NONE)
				continue;
			const struct person *p = &s->people->persons[person];
			if (pass == 0)
				term->fits[i] = is_one(p->id, typed);
			else
				term->fits[i] = person_begins(p, typed->folded) ||
						has_alias(s->people, number, typed->folded);
			exact = exact || (pass == 0 && term->fits[i]);
		}
}

static void fit_items(const struct session *s, struct term *term, const struct typed *typed)
{
	int64_t place;
	size_t exact = session_item(s, typed->word);

	if (exact == NONE && number_read(typed->word, 1, ITEMS_MOST, &place) &&
		(size_t)place <= s->item_count)
		exact = s->item_order[place - 1];
	for (size_t i = 0; i < s->item_count; i++)
		term->fits[i] = exact != NONE ? i == exact
					      : begins_id(s->items[i].id, typed) ||
							begins_in(typed, s->items[i].title);
}

static void fit_kinds(const struct session *s, struct term *term, const struct typed *typed)
{
	(void)s;
	for (int i = 0; i < NOTE_KINDS; i++)
		term->fits[i] = begins_id(note_kind_name((enum note_kind)i), typed);
}

/* The signs */

static const struct sign {
	const char *sign;
	enum term_kind kind;
	const char *what;
	void (*fit)(const struct session *s, struct term *term, const struct typed *typed);
} signs[] = {
	{"#", TERM_THEME, "no theme", fit_themes},
	{"@", TERM_WHO, "nobody", fit_people},
	{":", TERM_KIND, "no kind of note", fit_kinds},
	{"item:", TERM_ITEM, "no item", fit_items},
};

static size_t count_of(const struct session *s, enum term_kind kind)
{
	switch (kind) {
	case TERM_THEME: return s->theme_count;
	case TERM_WHO: return s->attendee_count;
	case TERM_ITEM: return s->item_count;
	case TERM_KIND: return NOTE_KINDS;
	case TERM_WORD:
	case TERM_ACTION:
	case TERM_OFF: break;
	}
	return 0;
}

static bool is_plain(const char *word)
{
	return strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789") == strlen(word);
}

static void add_words(struct terms *t, const char *text)
{
	char *folded = text_folded(text);
	const char *at = folded, *word;
	size_t len;

	while ((word = word_next(&at, &len)) != NULL) {
		struct term *term = term_made(t, TERM_WORD, 0);

		term->word = mem_text_of(word, len);
		term->len = len;
		term->is_plain = is_plain(term->word);
	}
	free(folded);
}

/* A term that is only begun asks nothing yet. ":-)" and "#?!" are text. */
static void add_signed(
	struct terms *t, const struct session *s, const struct sign *sign, const char *whole)
{
	const char *word = whole + strlen(sign->sign);
	char *folded = text_folded(word);
	struct typed typed = {word, folded};

	if (*word && !*folded) {
		add_words(t, whole);
	} else if (*word) {
		struct term *term = term_made(t, sign->kind, count_of(s, sign->kind));

		sign->fit(s, term, &typed);
		if (!any_fits(term) && !t->warning.len)
			buffer_format(&t->warning, "%s is called '%s'", sign->what, whole);
	}
	free(folded);
}

/* A mark that stands alone is a question about the note. */
static bool add_mark(struct terms *t, const char *word)
{
	if (strcmp(word, "!") == 0)
		term_made(t, TERM_ACTION, 0);
	else if (strcmp(word, "~") == 0)
		term_made(t, TERM_OFF, 0);
	else if (strcmp(word, "?") == 0)
		term_made(t, TERM_KIND, NOTE_KINDS)->fits[NOTE_QUESTION] = true;
	else if (strcmp(word, "=") == 0)
		term_made(t, TERM_KIND, NOTE_KINDS)->fits[NOTE_AGREED] = true;
	else
		return false;
	return true;
}

static void add_term(struct terms *t, const struct session *s, const char *word)
{
	if (add_mark(t, word))
		return;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncasecmp(word, signs[i].sign, strlen(signs[i].sign)) == 0) {
			add_signed(t, s, &signs[i], word);
			return;
		}
	add_words(t, word);
}

/* The bytes of the next word; a name after a sign may stand in quotes, and they are left out. */
static size_t next_word(const char *at, struct buffer *out)
{
	bool quoted = false;
	size_t len = 0;

	buffer_reset(out);
	for (; at[len] && (quoted || at[len] != ' '); len++) {
		bool opens = at[len] == '"' && len > 0 && strchr("#@:", at[len - 1]);

		if (opens || (quoted && at[len] == '"'))
			quoted = !quoted;
		else
			buffer_char(out, at[len]);
	}
	return len;
}

void terms_read(struct terms *out, const struct session *s, const char *filter)
{
	struct buffer clean = BUFFER_EMPTY, word = BUFFER_EMPTY;

	*out = (struct terms){.warning = BUFFER_EMPTY};
	text_clean(&clean, filter, strlen(filter));
	for (const char *at = clean.bytes; *at;) {
		at += strspn(at, " ");
		at += next_word(at, &word);
		if (word.len)
			add_term(out, s, word.bytes);
	}
	buffer_release(&clean);
	buffer_release(&word);
}

void terms_release(struct terms *t)
{
	for (size_t i = 0; i < t->count; i++) {
		free(t->items[i].word);
		free(t->items[i].fits);
	}
	free(t->items);
	buffer_release(&t->warning);
	*t = (struct terms){.warning = BUFFER_EMPTY};
}

bool term_narrows(const struct term *term, const struct term *before)
{
	if (term->kind != before->kind || term->count != before->count)
		return false;
	if (term->kind == TERM_WORD)
		return strstr(term->word, before->word) != NULL;
	for (size_t i = 0; i < term->count; i++)
		if (term->fits[i] && !before->fits[i])
			return false;
	return true;
}

bool term_is_same(const struct term *term, const struct term *before)
{
	return term_narrows(term, before) && term_narrows(before, term);
}
