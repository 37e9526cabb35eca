/* SPDX-License-Identifier: MIT */
/* theme_table.c - themes by item and over the meeting. */
#include "session/theme_table.h"
#include "session/parts.h"

#include <stdlib.h>

#include "base/memory.h"

enum { FRESH_MS = 10000 }; /* while somebody has the floor, spoken times are at most so old */

/* Who and which speeches a cell has been counted for already. */
struct seen {
	bool *speakers;   /* (theme * items + item) * attendees + who */
	bool *speeches;   /* theme * speeches + speech */
	int64_t from, to; /* the meeting so far */
};

void theme_table_release(struct theme_table *t)
{
	free(t->cells);
	free(t->over);
	free(t->figures);
	*t = (struct theme_table){0};
}

const struct theme_cell *theme_table_cell(const struct theme_table *t, size_t theme, size_t item)
{
	return &t->cells[theme * t->item_count + item];
}

/* The meeting so far, from whatever came first. */
static void find_span(const struct session *s, struct seen *seen)
{
	seen->from = s->started;
	seen->to = s->last_at;
	for (size_t i = 0; i < s->note_count; i++)
		if (seen->from == NO_TIME || s->notes[i].at < seen->from)
			seen->from = s->notes[i].at;
}

static size_t part_of(const struct seen *seen, size_t parts, int64_t at)
{
	if (at <= seen->from || seen->to <= seen->from)
		return 0;
	if (at >= seen->to)
		return parts - 1;
	return (size_t)((double)(at - seen->from) / (double)(seen->to - seen->from) *
			(double)parts);
}

/* A speech counts for the item in which it was held. */
static void count_speech(
	struct theme_table *t, const struct session *s, size_t theme, size_t i, struct seen *seen)
{
	const struct speech *speech = &s->speeches[i];
	bool *counted = &seen->speeches[theme * s->speech_count + i];

	if (*counted || speech->item == NONE)
		return;
	*counted = true;
	t->cells[theme * t->item_count + speech->item].spoken_ms += speech_elapsed(s, i, t->at);
}

static void count_in_item(struct theme_table *t, const struct session *s, const struct note *note,
	size_t theme, struct seen *seen)
{
	size_t place = theme * t->item_count + note->item;
	struct theme_cell *cell = &t->cells[place];

	if (++cell->notes > t->most)
		t->most = cell->notes;
	if (note->by == NONE)
		return;
	bool *speaker = &seen->speakers[place * s->attendee_count + note->by];
	cell->speakers += !*speaker;
	*speaker = true;
}

static void count_note(struct theme_table *t, const struct session *s, const struct note *note,
	size_t theme, struct seen *seen)
{
	int *part = &t->over[theme * t->parts + part_of(seen, t->parts, note->at)];

	if (++*part > t->most_over)
		t->most_over = *part;
	if (note->item != NONE)
		count_in_item(t, s, note, theme, seen);
	if (note->speech != NONE)
		count_speech(t, s, theme, note->speech, seen);
}

static void count(struct theme_table *t, const struct session *s)
{
	size_t cells = t->theme_count * t->item_count;
	struct seen seen = {
		.speakers = mem_new(cells * s->attendee_count + 1, sizeof *seen.speakers),
		.speeches = mem_new(t->theme_count * s->speech_count + 1, sizeof *seen.speeches),
	};

	find_span(s, &seen);
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		for (size_t k = 0; !note->dropped && k < note->theme_count; k++)
			if (!tag_is_counted(s, note, k))
				count_note(
					t, s, note, session_theme_root(s, note->themes[k]), &seen);
	}
	free(seen.speakers);
	free(seen.speeches);
}

static bool is_as_it_was(const struct theme_table *t, const struct session *s, size_t parts)
{
	return t->session == s && t->version == s->version && t->notes == s->note_count &&
	       t->last_at == s->last_at && t->parts == parts;
}

void theme_table_fill(struct theme_table *t, const struct session *s, size_t parts, int64_t at)
{
	bool is_fresh = s->floor == NONE || (at >= t->at && at - t->at < FRESH_MS);

	if (is_fresh && is_as_it_was(t, s, parts))
		return;
	theme_table_release(t);
	*t = (struct theme_table){.theme_count = s->theme_count,
		.item_count = s->item_count,
		.parts = parts ? parts : 1,
		.session = s,
		.version = s->version,
		.notes = s->note_count,
		.last_at = s->last_at,
		.at = at};
	t->cells = mem_new(t->theme_count * t->item_count + 1, sizeof *t->cells);
	t->over = mem_new(t->theme_count * t->parts + 1, sizeof *t->over);
	t->figures = mem_new(t->theme_count + 1, sizeof *t->figures);
	count(t, s);
	session_theme_figures(s, at, t->figures);
}

int64_t theme_table_silent(
	const struct theme_table *t, const struct session *s, size_t theme, int64_t at)
{
	int64_t since = t->figures[theme].last;

	if (since == NO_TIME)
		since = s->started;
	return since == NO_TIME || at < since ? 0 : at - since;
}
