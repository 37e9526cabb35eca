/* SPDX-License-Identifier: MIT */
/* theme_tally.c - notes counted for their themes, each note once. */
#include "session/theme_tally.h"
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* What has been marked for each theme, a row a theme. */
struct marks {
	bool *cells;
	size_t width; /* room of a row */
};

struct theme_tally {
	const struct session *session;
	size_t reworked;     /* the session's, when counting began */
	size_t counted;      /* of its notes */
	size_t theme_room;
	struct theme_figures *figures;
	struct marks speakers, speeches, items;
};

struct theme_tally *theme_tally_new(void)
{
	return mem_new(1, sizeof(struct theme_tally));
}

static void release(struct theme_tally *t)
{
	free(t->figures);
	free(t->speakers.cells);
	free(t->speeches.cells);
	free(t->items.cells);
	*t = (struct theme_tally){0};
}

void theme_tally_free(struct theme_tally *t)
{
	if (!t)
		return;
	release(t);
	free(t);
}

static struct marks marks_for(size_t themes, size_t count)
{
	struct marks m = {.width = count + count / 2 + 16};

	m.cells = mem_new(themes, m.width);
	return m;
}

/* True when it was not marked yet. */
static bool mark(struct marks *m, size_t theme, size_t column)
{
	bool *cell = &m->cells[theme * m->width + column];
	bool first = !*cell;

	*cell = true;
	return first;
}

static bool goes_on(const struct theme_tally *t, const struct session *s)
{
	return t->session == s && t->reworked == s->reworked && t->counted <= s->note_count &&
		s->theme_count <= t->theme_room && s->attendee_count <= t->speakers.width &&
		s->speech_count <= t->speeches.width && s->item_count <= t->items.width;
}

static void begin(struct theme_tally *t, const struct session *s)
{
	size_t themes = s->theme_count + s->theme_count / 2 + 16;

	release(t);
	t->session = s;
	t->reworked = s->reworked;
	t->theme_room = themes;
	t->figures = mem_new(themes, sizeof *t->figures);
	for (size_t i = 0; i < themes; i++)
		t->figures[i].last = NO_TIME;
	t->speakers = marks_for(themes, s->attendee_count);
	t->speeches = marks_for(themes, s->speech_count);
	t->items = marks_for(themes, s->item_count);
}

static void count_kind(struct theme_figures *f, enum note_kind kind)
{
	f->support += kind == NOTE_SUPPORT;
	f->concern += kind == NOTE_CONCERN;
	f->reservation += kind == NOTE_RESERVATION;
	f->agreed += kind == NOTE_AGREED;
}

static void count_note(struct theme_tally *t, const struct note *note, size_t theme)
{
	struct theme_figures *f = &t->figures[theme];

	if (note->action == NONE) {
		f->notes++;
		count_kind(f, note->kind);
	} else {
		f->actions++;
	}
	if (note->by != NONE)
		f->speakers += mark(&t->speakers, theme, note->by);
	if (note->speech != NONE)
		mark(&t->speeches, theme, note->speech);
	if (note->item != NONE)
		mark(&t->items, theme, note->item);
	if (f->last == NO_TIME || f->last < note->at)
		f->last = note->at;
}

bool tag_is_counted(const struct session *s, const struct note *note, size_t i)
{
	size_t root = session_theme_root(s, note->themes[i]);

	for (size_t k = 0; k < i; k++)
		if (session_theme_root(s, note->themes[k]) == root)
			return true;
	return false;
}

/* The speeches in which a note of the theme was taken, some of which may be running. */
static int64_t spoken(
	const struct theme_tally *t, const struct session *s, size_t theme, int64_t at)
{
	const bool *row = t->speeches.cells + theme * t->speeches.width;
	int64_t ms = 0;

	for (size_t i = 0; i < s->speech_count; i++)
		if (row[i])
			ms += speech_elapsed(s, i, at);
	return ms;
}

void theme_tally_count(struct theme_tally *t, const struct session *s, int64_t at)
{
	if (!goes_on(t, s))
		begin(t, s);
	for (; t->counted < s->note_count; t->counted++) {
		const struct note *note = &s->notes[t->counted];

		for (size_t k = 0; !note->dropped && k < note->theme_count; k++)
			if (!tag_is_counted(s, note, k))
				count_note(t, note, session_theme_root(s, note->themes[k]));
	}
	for (size_t i = 0; i < s->theme_count; i++)
		t->figures[i].spoken_ms = spoken(t, s, i, at);
}

const struct theme_figures *theme_tally_figures(const struct theme_tally *t)
{
	return t->figures;
}

bool theme_tally_in_item(
	const struct theme_tally *t, const struct session *s, size_t theme, size_t item)
{
	return t->items.cells[session_theme_root(s, theme) * t->items.width + item];
}

void session_theme_figures(const struct session *s, int64_t at, struct theme_figures *out)
{
	struct theme_tally t = {0};

	theme_tally_count(&t, s, at);
	if (s->theme_count)
		memcpy(out, t.figures, s->theme_count * sizeof *out);
	release(&t);
}
