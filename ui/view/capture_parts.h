/* SPDX-License-Identifier: MIT */
/* capture_parts.h - what the parts of the capture view do for each other, and figures that the
 * themes view shares with its panel. */
#ifndef UI_CAPTURE_PARTS_H
#define UI_CAPTURE_PARTS_H

#include "ui/widget/spot.h"

/* Notes in the order of the stream, those dropped or filtered out passed over; NONE at the ends. */
size_t stream_last(const struct console *c);
size_t stream_before(const struct console *c, size_t note);
size_t stream_after(const struct console *c, size_t note);
/* How many the filter lets through; whether that note is one of them. */
size_t stream_matches(const struct console *c);
bool stream_shows(const struct console *c, size_t note);
/* What in the filter fits nothing, in one line, "" when all does. */
const char *stream_doubt(const struct console *c);

/* The notes, the last at the bottom. Draws what is seen and looks at no other note. */
void stream_draw(const struct console *c, struct area area);
/* Draws only what another chosen note changes; false when the notes stand elsewhere by now. */
bool stream_draw_choice(const struct console *c, struct area area);
/* What other seats do does not move what is looked at: rows behind the last note in sight, before
 * and after it (in which the note may have got another index). */
void stream_hold(void); /* the chosen note keeps its row, whatever comes above it and below */
size_t stream_last_in_sight(void);
int stream_rows_after(const struct console *c, size_t note);
/* The ids of the chosen notes, so that a command can name them, and the whole names of a note's themes, in a
 * row of that width (the rule under the stream). */
void stream_draw_chosen(const struct console *c, int row, int width);
/* The note drawn at that row of the screen, NONE. */
size_t stream_note_at(int row);
/* True when the first note was in sight: there is nothing to scroll back to. */
bool stream_at_start(void);

/* changes.c: what became of the note, in rows of that width; *rows is borrowed until the next call. */
size_t changes_rows(const struct console *c, size_t note, int width, char ***rows);

/* The themes with their digits, bars and counts; what is silent here; questions and cue. */
void panel_draw(const struct console *c, struct area area);

/* session_theme_figures(), worked out again only when the session changed, or (`fresh`) when the
 * clock has moved on a good way. */
const struct theme_figures *theme_figures_now(const struct console *c, bool fresh);
/* Themes of the running item that the agenda expects and no note has: *out is borrowed. */
size_t silent_themes(const struct console *c, const size_t **out);
/* The themes that stand, by digit, then the busiest first: fills `out` of s->theme_count. */
size_t themes_ranked(const struct console *c, size_t *out);
/* The theme's digit as text, or its sign when it has none. */
const char *theme_digit(const struct theme *theme);

#endif
