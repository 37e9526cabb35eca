/* SPDX-License-Identifier: MIT */
/* pen_model.h - a second, simpler model of what the pen writes, for random acts.
 *
 * What was typed is kept as acts of one or more changes. The record is worked out anew from the
 * first act to the last, those undone passed over; nothing is ever changed back. Arrays of a fixed
 * size, no index, no map.
 */
#ifndef TESTS_UNIT_PEN_MODEL_H
#define TESTS_UNIT_PEN_MODEL_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

enum {
	PEN_TEXT = 200,
	PEN_ID = 40,
	PEN_NOTES = 640,
	PEN_ACTS = 640,
	PEN_CHANGES = 6,
	PEN_THEMES = 8,
	PEN_TAGS = 10,
	PEN_SEATS = 2,
	PEN_PEOPLE = 4
};

/* The agenda's, then those that are made live. */
static const char *const pen_themes[PEN_THEMES] = {"decision-cycles", "procurement", "capabilities",
	"governance", "transparency", "lima", "mike", "nova"};
static const char *const pen_people[PEN_PEOPLE] = {"usg", "ury", "gha", "npl"};
static const char *const pen_seats[PEN_SEATS] = {"rapporteur", "script"};
static const char *const pen_kinds[9] = {"point", "proposal", "concern", "support", "reservation",
	"commitment", "lesson", "question", "agreed"};

enum pen_do {
	PEN_NOTE,
	PEN_ACTION,
	PEN_EDIT,
	PEN_TAG,
	PEN_UNTAG,
	PEN_KIND,
	PEN_BY,
	PEN_DROP,
	PEN_OWN,
	PEN_DUE,
	PEN_STATUS,
	PEN_CONFIRM,
	PEN_THEME,
	PEN_RENAME,
	PEN_MERGE
};

struct pen_change {
	enum pen_do what;
	char note[PEN_ID];   /* which it makes or changes */
	char other[PEN_ID];  /* the source of an action point; the last of a run, or "" */
	char text[PEN_TEXT]; /* text, label, kind, status, answer or day */
	char due[24];
	int themes[PEN_TAGS], theme_count;
	int theme, into;
	int who; /* -1: nobody */
	bool off;
};

struct pen_act {
	int seat;
	struct pen_change changes[PEN_CHANGES];
	int count;
	bool undone;
};

struct pen_note {
	char id[PEN_ID], source[PEN_ID], text[PEN_TEXT];
	char kind[16], due[24], status[12], answer[12];
	int seat;
	int tags[3 * PEN_TAGS], tag_count;
	int by, owner;
	bool action, off, edited, dropped, gone, confirmed;
};

struct pen_theme {
	bool known, gone;
	int merged; /* -1: no */
	char label[PEN_TEXT];
};

struct pen_model {
	struct pen_act acts[PEN_ACTS];
	int act_count;
	int undone[PEN_SEATS][PEN_ACTS]; /* acts that may be done again, the last undone last */
	int undone_count[PEN_SEATS];
	struct pen_note notes[PEN_NOTES]; /* what comes of it */
	int note_count;
	struct pen_theme themes[PEN_THEMES];
};

static inline int pen_root(const struct pen_model *m, int theme)
{
	while (m->themes[theme].merged >= 0)
		theme = m->themes[theme].merged;
	return theme;
}

static inline struct pen_note *pen_note(struct pen_model *m, const char *id)
{
	for (int i = 0; i < m->note_count; i++)
		if (strcmp(m->notes[i].id, id) == 0)
			return &m->notes[i];
	return NULL;
}

static inline struct pen_note *pen_note_made(struct pen_model *m, const char *id, int seat)
{
	struct pen_note *note = &m->notes[m->note_count++];

	*note = (struct pen_note){.seat = seat, .by = -1, .owner = -1};
	snprintf(note->id, sizeof note->id, "%s", id);
	snprintf(note->kind, sizeof note->kind, "point");
	return note;
}

static inline void pen_know(struct pen_model *m, int theme)
{
	struct pen_theme *t = &m->themes[theme];

	if (t->known)
		return;
	t->known = t->gone = true;
	snprintf(t->label, sizeof t->label, "%s", pen_themes[theme]);
}

static inline void pen_tag(struct pen_model *m, struct pen_note *note, int theme)
{
	pen_know(m, theme);
	for (int i = 0; i < note->tag_count; i++)
		if (note->tags[i] == theme)
			return;
	note->tags[note->tag_count++] = theme;
}

static inline void pen_untag(struct pen_model *m, struct pen_note *note, int theme)
{
	int left = 0;

	if (!m->themes[theme].known)
		return;
	for (int i = 0; i < note->tag_count; i++)
		if (pen_root(m, note->tags[i]) != pen_root(m, theme))
			note->tags[left++] = note->tags[i];
	note->tag_count = left;
}

static inline void pen_merge(struct pen_model *m, int theme, int into)
{
	if (!m->themes[theme].known || !m->themes[into].known || m->themes[into].gone)
		return;
	for (int i = into; i >= 0; i = m->themes[i].merged)
		if (i == theme)
			return;
	m->themes[theme].merged = into;
}

static inline void pen_make(struct pen_model *m, const struct pen_change *c, int seat)
{
	struct pen_note *note = pen_note_made(m, c->note, seat);

	note->action = c->what == PEN_ACTION;
	note->by = note->action && !c->other[0] ? -1 : c->who;
	note->off = c->off;
	snprintf(note->text, sizeof note->text, "%s", c->text);
	for (int i = 0; i < c->theme_count; i++)
		pen_tag(m, note, c->themes[i]);
	if (!note->action)
		return;
	snprintf(note->source, sizeof note->source, "%s", c->other);
	snprintf(note->due, sizeof note->due, "%s", c->due);
	snprintf(note->status, sizeof note->status, "open");
	snprintf(note->answer, sizeof note->answer, "none");
	note->owner = c->other[0] ? -1 : c->who;
}

static inline void pen_edit(struct pen_model *m, const struct pen_change *c, int seat)
{
	struct pen_note *note = pen_note(m, c->note);

	if (!note) {
		note = pen_note_made(m, c->note, seat);
		note->gone = true;
	}
	note->off = note->off || c->off;
	if (strcmp(note->text, c->text) != 0 || note->gone) {
		note->edited = true;
		note->confirmed = false;
	}
	snprintf(note->text, sizeof note->text, "%s", c->text);
}

/* A run goes over all that stand between the first and the last, dropped ones not. */
static inline void pen_each_tag(struct pen_model *m, const struct pen_change *c)
{
	struct pen_note *note = pen_note(m, c->note),
			*last = c->other[0] ? pen_note(m, c->other) : NULL;

	if (note && c->what == PEN_TAG)
		pen_tag(m, note, c->theme);
	else if (note)
		pen_untag(m, note, c->theme);
	if (last)
		pen_tag(m, last, c->theme);
}

static inline void pen_confirm(struct pen_note *note, const char *answer)
{
	snprintf(note->answer, sizeof note->answer, "%s", answer);
	note->confirmed = strcmp(answer, "dropped") != 0;
}

static inline void pen_change_note(struct pen_note *note, const struct pen_change *c)
{
	if (c->what == PEN_KIND)
		snprintf(note->kind, sizeof note->kind, "%.15s", c->text);
	else if (c->what == PEN_BY)
		note->by = c->who;
	else if (c->what == PEN_DROP)
		note->dropped = true;
	else if (!note->action)
		return;
	else if (c->what == PEN_STATUS)
		snprintf(note->status, sizeof note->status, "%.11s", c->text);
	else if (c->what == PEN_CONFIRM)
		pen_confirm(note, c->text);
	if (c->what == PEN_OWN)
		note->owner = c->who;
	if (c->what == PEN_DUE)
		snprintf(note->due, sizeof note->due, "%s", c->due);
	if (c->what == PEN_OWN || c->what == PEN_DUE)
		note->confirmed = false;
}

static inline void pen_theme_made(struct pen_theme *t, const char *label)
{
	if (t->known && !t->gone)
		return;
	t->known = true;
	t->gone = false;
	snprintf(t->label, sizeof t->label, "%s", label);
}

static inline void pen_apply(struct pen_model *m, const struct pen_change *c, int seat)
{
	switch (c->what) {
	case PEN_NOTE:
	case PEN_ACTION: pen_make(m, c, seat); return;
	case PEN_EDIT: pen_edit(m, c, seat); return;
	case PEN_TAG:
	case PEN_UNTAG: pen_each_tag(m, c); return;
	case PEN_THEME: pen_theme_made(&m->themes[c->theme], c->text); return;
	case PEN_RENAME:
		pen_know(m, c->theme);
		snprintf(m->themes[c->theme].label, PEN_TEXT, "%s", c->text);
		return;
	case PEN_MERGE: pen_merge(m, c->theme, c->into); return;
	case PEN_KIND:
	case PEN_BY:
	case PEN_DROP:
	case PEN_OWN:
	case PEN_DUE:
	case PEN_STATUS:
	case PEN_CONFIRM: break;
	}
	struct pen_note *note = pen_note(m, c->note);
	if (note)
		pen_change_note(note, c);
}

/* Works all of it out anew. */
static inline void pen_fold(struct pen_model *m)
{
	static const char *const labels[] = {"Decision cycles", "Buying and moving",
		"New capabilities", "Governance", "Openness"};

	m->note_count = 0;
	for (int i = 0; i < PEN_THEMES; i++) {
		m->themes[i] = (struct pen_theme){.known = i < 5, .merged = -1};
		if (i < 5)
			snprintf(m->themes[i].label, PEN_TEXT, "%s", labels[i]);
	}
	for (int i = 0; i < m->act_count; i++)
		for (int k = 0; !m->acts[i].undone && k < m->acts[i].count; k++)
			pen_apply(m, &m->acts[i].changes[k], m->acts[i].seat);
}

/* A new act forgets what could be done again. */
static inline void pen_act(struct pen_model *m, const struct pen_act *act)
{
	m->acts[m->act_count++] = *act;
	m->undone_count[act->seat] = 0;
	pen_fold(m);
}

static inline bool pen_undo(struct pen_model *m, int seat)
{
	int i = m->act_count - 1;

	while (i >= 0 && (m->acts[i].seat != seat || m->acts[i].undone))
		i--;
	if (i < 0)
		return false;
	m->acts[i].undone = true;
	m->undone[seat][m->undone_count[seat]++] = i;
	pen_fold(m);
	return true;
}

static inline bool pen_redo(struct pen_model *m, int seat)
{
	if (m->undone_count[seat] == 0)
		return false;
	m->acts[m->undone[seat][--m->undone_count[seat]]].undone = false;
	pen_fold(m);
	return true;
}

/* The record, as one text: a line a note, then the codebook. */

static inline void pen_show_tags(struct buffer *out, const int *roots, int count)
{
	for (int i = 0; i < count; i++) {
		bool shown = false;

		for (int k = 0; k < i; k++)
			shown = shown || roots[k] == roots[i];
		if (!shown)
			buffer_format(out, " #%s", pen_themes[roots[i]]);
	}
}

static inline void pen_show_note(struct buffer *out, const struct pen_note *n)
{
	buffer_format(out, "%s %s %s '%s'", n->id, pen_seats[n->seat], n->kind, n->text);
	pen_show_tags(out, n->tags, n->tag_count);
	buffer_format(out, " by %s", n->by < 0 ? "-" : pen_people[n->by]);
	if (n->action)
		buffer_format(out, " for %s due %s %s %s%s from %s",
			n->owner < 0 ? "-" : pen_people[n->owner], n->due, n->status, n->answer,
			n->confirmed ? " confirmed" : "", n->source);
	buffer_format(out, "%s%s%s%s\n", n->off ? " off" : "", n->edited ? " edited" : "",
		n->dropped ? " dropped" : "", n->gone ? " gone" : "");
}

static inline void pen_show(struct buffer *out, const struct pen_model *m)
{
	for (int i = 0; i < m->note_count; i++) {
		struct pen_note note = m->notes[i];

		for (int k = 0; k < note.tag_count; k++)
			note.tags[k] = pen_root(m, note.tags[k]);
		pen_show_note(out, &note);
	}
	for (int i = 0; i < PEN_THEMES; i++)
		if (m->themes[i].known)
			buffer_format(out, "#%s '%s'%s in %s\n", pen_themes[i], m->themes[i].label,
				m->themes[i].gone ? " gone" : "", pen_themes[pen_root(m, i)]);
}

#endif
