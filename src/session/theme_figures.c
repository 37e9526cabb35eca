/* SPDX-License-Identifier: MIT */
/* theme_figures.c - what was said of each theme: how often, by how many, for how long. */
#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Whom and which speeches a theme has been counted for already, a row a theme. */
struct seen {
	bool *speakers;
	bool *speeches;
};

/* Marks the cell; true when it was not marked yet. */
static bool first_time(bool *cells, size_t row, size_t width, size_t column)
{
	bool *cell = cells + row * width + column;
	bool first = !*cell;

	*cell = true;
	return first;
}

static void count_kind(struct theme_figures *f, enum note_kind kind)
{
	f->support += kind == NOTE_SUPPORT;
	f->concern += kind == NOTE_CONCERN;
	f->reservation += kind == NOTE_RESERVATION;
	f->agreed += kind == NOTE_AGREED;
}

static void count_note(const struct session *s, const struct note *note, size_t theme, int64_t at,
	struct seen *seen, struct theme_figures *f)
{
	if (note->action == NONE) {
		f->notes++;
		count_kind(f, note->kind);
	} else {
		f->actions++;
	}
	if (note->by != NONE && first_time(seen->speakers, theme, s->attendee_count, note->by))
		f->speakers++;
	if (note->speech != NONE &&
		first_time(seen->speeches, theme, s->speech_count, note->speech))
		f->spoken_ms += speech_elapsed(s, note->speech, at);
	if (f->last == NO_TIME || f->last < note->at)
		f->last = note->at;
}

/* Is the theme of tag `i` one that an earlier tag of the note counts for already? */
static bool is_counted(const struct session *s, const struct note *note, size_t i)
{
	size_t root = session_theme_root(s, note->themes[i]);

	for (size_t k = 0; k < i; k++)
		if (session_theme_root(s, note->themes[k]) == root)
			return true;
	return false;
}

void session_theme_figures(const struct session *s, int64_t at, struct theme_figures *out)
{
	struct seen seen = {
		.speakers = mem_new(s->theme_count * s->attendee_count + 1, sizeof *seen.speakers),
		.speeches = mem_new(s->theme_count * s->speech_count + 1, sizeof *seen.speeches),
	};

	for (size_t i = 0; i < s->theme_count; i++)
		out[i] = (struct theme_figures){.last = NO_TIME};
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		for (size_t k = 0; !note->dropped && k < note->theme_count; k++) {
			size_t theme = session_theme_root(s, note->themes[k]);

			if (!is_counted(s, note, k))
				count_note(s, note, theme, at, &seen, &out[theme]);
		}
	}
	free(seen.speakers);
	free(seen.speeches);
}

bool session_theme_in_item(const struct session *s, size_t theme, size_t item)
{
	size_t root = session_theme_root(s, theme);

	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		for (size_t k = 0; !note->dropped && note->item == item && k < note->theme_count;
			k++)
			if (session_theme_root(s, note->themes[k]) == root)
				return true;
	}
	return false;
}

/* The theme above it after merges; NONE at the top, also when that is gone or it itself. */
static size_t above(const struct session *s, size_t theme)
{
	size_t parent = s->themes[theme].parent;

	if (parent != NONE)
		parent = session_theme_root(s, parent);
	return parent == theme || (parent != NONE && s->themes[parent].gone) ? NONE : parent;
}

/* How far below the top it is; those of a ring, which merges may make, are at the top. */
static int depth_of(const struct session *s, size_t theme)
{
	size_t steps = 0, at = theme;

	while ((at = above(s, at)) != NONE)
		if (++steps > s->theme_count)
			return 0;
	return (int)steps;
}

/* Those of each depth are put in behind the one above them and what already stands below it. */
static size_t place_of(
	const struct session *s, const size_t *themes, const int *depth, size_t count, size_t theme)
{
	size_t at = 0;

	while (at < count && themes[at] != above(s, theme))
		at++;
	if (at == count)
		return count;
	int top = depth[at++];
	while (at < count && depth[at] > top)
		at++;
	return at;
}

size_t session_codebook(const struct session *s, size_t *themes, int *depth)
{
	size_t count = 0, whole = 0;

	for (size_t i = 0; i < s->theme_count; i++)
		whole += s->themes[i].merged == NONE;
	for (int level = 0; count < whole; level++)
		for (size_t i = 0; i < s->theme_count; i++) {
			if (s->themes[i].merged != NONE || depth_of(s, i) != level)
				continue;
			size_t at = level ? place_of(s, themes, depth, count, i) : count;
			memmove(themes + at + 1, themes + at, (count - at) * sizeof *themes);
			memmove(depth + at + 1, depth + at, (count - at) * sizeof *depth);
			themes[at] = i;
			depth[at] = level;
			count++;
		}
	return count;
}
