/* SPDX-License-Identifier: MIT */
/* find.c - every note against a filter, from key to key.
 *
 * The folded texts stand one behind the other in one buffer, in the order in which they were
 * folded; one that is folded again goes to its end, and when more than half is left behind all are
 * moved together. So a search reads memory from front to back. */
#include "command/find.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command/terms.h"
#include "text/text.h"

/* A note as it was when it was folded. */
struct folded {
	uint64_t sign; /* of its text and speaker */
	size_t at, len;
};

struct finder {
	struct buffer texts;
	size_t left_behind; /* bytes of texts that no note has any more */
	struct folded *notes;
	size_t note_count, note_room;
	struct terms terms;
	bool has_terms;
	char *filter;
	size_t *found;
	size_t found_count, found_room;
	const struct session *session; /* as it was when `found` was true */
	size_t version, session_notes;
	int64_t last_at;
};

struct finder *finder_new(void)
{
	struct finder *f = mem_new(1, sizeof *f);

	buffer_init(&f->texts);
	f->terms = (struct terms){.doubt = BUFFER_EMPTY};
	return f;
}

void finder_free(struct finder *f)
{
	if (!f)
		return;
	buffer_release(&f->texts);
	terms_release(&f->terms);
	free(f->notes);
	free(f->filter);
	free(f->found);
	free(f);
}

const char *finder_doubt(const struct finder *f)
{
	return f->terms.doubt.bytes;
}

/* Folding */

/* What the folded text depends on, as one number; eight bytes at a time. */
static uint64_t sign_of(const struct note *note)
{
	const char *text = note->text ? note->text : "";
	size_t len = strlen(text);
	uint64_t hash = (uint64_t)note->by * 0x9e3779b97f4a7c15u ^ len;

	for (size_t at = 0; at < len; at += sizeof(uint64_t)) {
		uint64_t part = 0;

		memcpy(&part, text + at, len - at < sizeof part ? len - at : sizeof part);
		hash = (hash ^ part) * 0xff51afd7ed558ccdu;
		hash ^= hash >> 32;
	}
	return hash;
}

static void fold_note(
	struct finder *f, const struct session *s, size_t i, uint64_t sign, struct buffer *said)
{
	const struct note *note = &s->notes[i];
	struct folded *folded = &f->notes[i];

	buffer_reset(said);
	people_say(said, s->people, note->text ? note->text : "", NAMING_NAME);
	if (note->by != NONE)
		buffer_format(said, " %s %s", session_call(s, note->by, NAMING_ID),
			session_call(s, note->by, NAMING_NAME));
	f->left_behind += folded->len;
	folded->sign = sign;
	folded->at = f->texts.len;
	text_fold(&f->texts, said->bytes, said->len);
	folded->len = f->texts.len - folded->at;
}

/* Moves the texts together again. */
static void tidy(struct finder *f)
{
	struct buffer texts = BUFFER_EMPTY;

	if (f->left_behind <= f->texts.len / 2)
		return;
	for (size_t i = 0; i < f->note_count; i++) {
		struct folded *folded = &f->notes[i];

		buffer_bytes(&texts, f->texts.bytes + folded->at, folded->len);
		folded->at = texts.len - folded->len;
	}
	buffer_release(&f->texts);
	f->texts = texts;
	f->left_behind = 0;
}

/* Notes that are there no more, after an undo, leave their texts behind. */
static void forget_from(struct finder *f, size_t count)
{
	while (f->note_count > count)
		f->left_behind += f->notes[--f->note_count].len;
}

/* Folds what is new or another than it was. */
static void keep_up(struct finder *f, const struct session *s)
{
	struct buffer said = BUFFER_EMPTY;

	forget_from(f, s->note_count);
	for (size_t i = 0; i < s->note_count; i++) {
		uint64_t sign = sign_of(&s->notes[i]);

		if (i < f->note_count && f->notes[i].sign == sign)
			continue;
		if (i == f->note_count) {
			f->notes = array_room(
				f->notes, f->note_count, &f->note_room, sizeof *f->notes);
			f->notes[f->note_count++] = (struct folded){0};
		}
		fold_note(f, s, i, sign, &said);
	}
	tidy(f);
	buffer_release(&said);
}

bool finder_prepare(struct finder *f, const struct session *s, size_t most)
{
	struct buffer said = BUFFER_EMPTY;

	for (; most && f->note_count < s->note_count; most--) {
		size_t i = f->note_count++;

		f->notes = array_room(f->notes, i, &f->note_room, sizeof *f->notes);
		f->notes[i] = (struct folded){0};
		fold_note(f, s, i, sign_of(&s->notes[i]), &said);
	}
	buffer_release(&said);
	return f->note_count < s->note_count;
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

static bool has_word(const struct finder *f, size_t note, const struct term *term)
{
	const struct folded *folded = &f->notes[note];

	return memmem(f->texts.bytes + folded->at, folded->len, term->word, term->len) != NULL;
}

static bool fits(const struct finder *f, const struct session *s, size_t i, const struct term *term)
{
	const struct note *note = &s->notes[i];

	switch (term->kind) {
	case TERM_WORD: return has_word(f, i, term);
	case TERM_THEME: return has_theme(note, term);
	case TERM_WHO: return has_person(s, note, term);
	case TERM_ITEM: return note->item != NONE && term->fits[note->item];
	case TERM_KIND: return note->action == NONE && term->fits[note->kind];
	case TERM_ACTION: return note->action != NONE;
	case TERM_OFF: return note->off;
	}
	return false;
}

static bool fits_all(const struct finder *f, const struct session *s, size_t i)
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
		if (!same_session)
			keep_up(f, s);
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
