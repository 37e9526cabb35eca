/* SPDX-License-Identifier: MIT */
/* find.c - every note against a filter, from key to key.
 *
 * Nothing is kept of the notes, which may be a million. A word of plain letters is looked for in a
 * plain text as it stands, whatever the case; any other text is folded when it is asked. */
#include "command/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command/terms.h"
#include "text/text.h"

struct finder {
	struct terms terms;
	bool has_terms;
	char *filter;
	size_t *found;
	size_t found_count, found_room;
	const struct session *session; /* as it was when `found` was true */
	size_t version, session_notes;
	int64_t last_at;
	struct buffer said, folded;    /* of the note that is being looked at … */
	size_t folded_note;            /* … this one, NONE */
	char **callings;               /* how each attendee is called, folded; NULL: not asked yet */
	size_t calling_count;
};

struct finder *finder_new(void)
{
	struct finder *f = mem_new(1, sizeof *f);

	buffer_init(&f->said);
	buffer_init(&f->folded);
	f->folded_note = NONE;
	f->terms = (struct terms){.warning = BUFFER_EMPTY};
	return f;
}

static void forget_callings(struct finder *f)
{
	for (size_t i = 0; i < f->calling_count; i++)
		free(f->callings[i]);
	free(f->callings);
	f->callings = NULL;
	f->calling_count = 0;
}

void finder_free(struct finder *f)
{
	if (!f)
		return;
	forget_callings(f);
	buffer_release(&f->said);
	buffer_release(&f->folded);
	terms_release(&f->terms);
	free(f->filter);
	free(f->found);
	free(f);
}

const char *finder_warning(const struct finder *f)
{
	return f->terms.warning.bytes;
}

/* Words */

/* Its text folded, persons by name; that of the note asked last is kept. */
static const struct buffer *folded_text(struct finder *f, const struct session *s, size_t note)
{
	if (f->folded_note == note)
		return &f->folded;
	buffer_reset(&f->said);
	buffer_reset(&f->folded);
	people_say(&f->said, s->people, s->notes[note].text, NAMING_NAME);
	text_fold(&f->folded, f->said.bytes, f->said.len);
	f->folded_note = note;
	return &f->folded;
}

/* An attendee's id and name, folded. */
static const char *calling(struct finder *f, const struct session *s, size_t who)
{
	if (f->calling_count != s->attendee_count) {
		forget_callings(f);
		f->callings = mem_new(s->attendee_count, sizeof *f->callings);
		f->calling_count = s->attendee_count;
	}
	if (!f->callings[who]) {
		buffer_reset(&f->said);
		buffer_format(&f->said, "%s %s", session_call(s, who, NAMING_ID),
			session_call(s, who, NAMING_NAME));
		f->callings[who] = text_folded(f->said.bytes);
	}
	return f->callings[who];
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* ASCII, and nobody is named in it: folding it changes no letter but its case. */
static bool is_plain(const char *text)
{
	unsigned odd = 0;

	for (; *text; text++)
		odd |= (unsigned)((unsigned char)*text & 0x80) | (unsigned)(*text == '{');
	return !odd;
}

/* Is the word, of lower-case letters and digits, somewhere in the plain text? */
static bool stands_in(const char *text, const char *word, size_t len)
{
	for (; *text; text++) {
		size_t same = 0;

		if (lower(*text) != *word)
			continue;
		while (same < len && lower(text[same]) == word[same])
			same++;
		if (same == len)
			return true;
	}
	return false;
}

static bool has_word(struct finder *f, const struct session *s, size_t i, const struct term *term)
{
	const struct note *note = &s->notes[i];

	if (note->by != NONE && strstr(calling(f, s, note->by), term->word))
		return true;
	if (term->is_plain && is_plain(note->text))
		return stands_in(note->text, term->word, term->len);
	const struct buffer *folded = folded_text(f, s, i);
	return memmem(folded->bytes, folded->len, term->word, term->len) != NULL;
}

/* Comparing */

static bool has_theme(const struct note *note, const struct term *term)
{
	for (size_t i = 0; i < note->theme_count; i++)
		if (term->fits[note->themes[i]])
			return true;
	return false;
}

static bool has_person(const struct session *s, const struct note *note, const struct term *term)
{
	const struct action *action = note->action == NONE ? NULL : &s->actions[note->action];

	if (note->by != NONE && term->fits[note->by])
		return true;
	for (size_t i = 0; action && i < action->owner_count; i++)
		if (term->fits[action->owners[i]])
			return true;
	return false;
}

static bool fits(struct finder *f, const struct session *s, size_t i, const struct term *term)
{
	const struct note *note = &s->notes[i];

	switch (term->kind) {
	case TERM_WORD: return has_word(f, s, i, term);
	case TERM_THEME: return has_theme(note, term);
	case TERM_WHO: return has_person(s, note, term);
	case TERM_ITEM: return note->item != NONE && term->fits[note->item];
	case TERM_KIND: return note->action == NONE && term->fits[note->kind];
	case TERM_ACTION: return note->action != NONE;
	case TERM_OFF: return note->off;
	}
	return false;
}

static bool fits_all(struct finder *f, const struct session *s, size_t i)
{
	for (size_t k = 0; k < f->terms.count; k++)
		if (!f->terms.items[k].is_known && !fits(f, s, i, &f->terms.items[k]))
			return false;
	return !s->notes[i].dropped;
}

static void look_at_all(struct finder *f, const struct session *s)
{
	if (s->note_count > f->found_room) {
		f->found_room = s->note_count + s->note_count / 2;
		f->found = mem_resize(f->found, f->found_room, sizeof *f->found);
	}
	f->found_count = 0;
	for (size_t i = 0; i < s->note_count; i++)
		if (fits_all(f, s, i))
			f->found[f->found_count++] = i;
}

static void look_at_found(struct finder *f, const struct session *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->found_count; i++)
		if (fits_all(f, s, f->found[i]))
			f->found[kept++] = f->found[i];
	f->found_count = kept;
}

/* Each of the terms before must be narrowed by the one that stands in its place now. Those that are
 * the same need not be asked again of what was found. */
static bool has_grown(struct terms *now, const struct terms *before)
{
	if (now->count < before->count)
		return false;
	for (size_t i = 0; i < before->count; i++)
		if (!term_narrows(&now->items[i], &before->items[i]))
			return false;
	for (size_t i = 0; i < before->count; i++)
		now->items[i].is_known = term_is_same(&now->items[i], &before->items[i]);
	return true;
}

static bool is_as_it_was(const struct finder *f, const struct session *s)
{
	return f->session == s && f->version == s->version && f->session_notes == s->note_count &&
	       f->last_at == s->last_at;
}

const size_t *finder_find(
	struct finder *f, const struct session *s, const char *filter, size_t *count)
{
	bool same_session = f->has_terms && is_as_it_was(f, s);

	if (!same_session || !same_text(f->filter, filter)) {
		struct terms before = f->terms;
		bool had_terms = f->has_terms;

		terms_read(&f->terms, s, filter);
		f->folded_note = NONE;
		if (!same_session)
			forget_callings(f);
		if (same_session && had_terms && has_grown(&f->terms, &before))
			look_at_found(f, s);
		else
			look_at_all(f, s);
		terms_release(&before);
		mem_replace(&f->filter, filter);
		f->has_terms = true;
		f->session = s;
		f->version = s->version;
		f->session_notes = s->note_count;
		f->last_at = s->last_at;
	}
	*count = f->found_count;
	return f->found;
}
