/* SPDX-License-Identifier: MIT */
/* stream.c - the notes as they were taken, the last at the bottom.
 *
 * A block is what one note takes: a line when another agenda item begins, the rows of its text with
 * time, speaker and mark before and digits and acknowledgement behind, and rows under it for what
 * an action point has and misses. Only the blocks in sight are put together. */
#include "ui/view/stream.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/state/stream_filter.h"
#include "ui/view/stream_block.h"
#include "ui/view/stream_details.h"

enum { BLOCKS_MOST = 512 };

/* The chosen note and its first row, which stay where they are while it is chosen. */
struct held {
	char note[ID_SIZE];
	struct area area;
	int row;
	bool firmly; /* whatever is above it and below: other seats have changed that */
};

/* The blocks in sight, from the first row of the area or above it. */
struct stream_window {
	struct block blocks[BLOCKS_MOST];
	size_t count;
	int rows;
	struct area area;
	bool from_start; /* the first note is in sight */
	bool stays;      /* only another note was chosen since the frame before */
	struct held held;
};

static bool is_selected(const struct console *c, size_t note)
{
	struct note_run run;

	return stream_chosen(c, &run) && note >= run.low && note <= run.high;
}

static void turn_round(struct stream_window *w)
{
	for (size_t i = 0; i < w->count / 2; i++) {
		struct block block = w->blocks[i];

		w->blocks[i] = w->blocks[w->count - 1 - i];
		w->blocks[w->count - 1 - i] = block;
	}
}

/* Adds blocks from `note` backwards until there are `rows` rows, then puts them in order. */
static void gather_back(
	struct stream_window *w, const struct console *c, size_t note, struct columns at, int rows)
{
	for (; note != NONE && w->rows < rows && w->count < BLOCKS_MOST / 2;
		note = stream_before(c, note)) {
		w->blocks[w->count] = stream_block(c, note, at);
		w->rows += w->blocks[w->count++].rows;
	}
	turn_round(w);
}

/* Adds blocks from `note` on until there are `rows` rows more; the last may go on further. */
static void gather_on(
	struct stream_window *w, const struct console *c, size_t note, struct columns at, int rows)
{
	int most = w->rows + rows;

	for (; note != NONE && w->rows < most && w->count < BLOCKS_MOST; note = stream_after(c, note)) {
		w->blocks[w->count] = stream_block(c, note, at);
		w->rows += w->blocks[w->count++].rows;
	}
}

/* The chosen notes */

void stream_draw_chosen(const struct console *c, int row, int width)
{
	const struct session *s = seat_session(c->seat);
	struct spot spot = spot_at(row, 1, width - 2);
	struct buffer ids = BUFFER_EMPTY;
	struct note_run run;

	if (!stream_chosen(c, &run))
		return;
	const struct note *note = &s->notes[c->stream.chosen];
	bool one = run.low == run.high;
	add_note_run(&ids, s, run);
	spot_format(&spot, STYLE_STRONG, " %s", ids.bytes);
	buffer_release(&ids);
	for (size_t i = 0; one && i < note->theme_count; i++)
		spot_format(&spot, STYLE_DIM, " #%s",
			s->themes[session_theme_root(s, note->themes[i])].id);
	if (one && note->off)
		spot_format(&spot, STYLE_DIM, " %s off the record", sign(SIGN_DOT));
	spot_put(&spot, STYLE_DIM, " ");
}

/* The notes in sight */

bool stream_at_start(const struct console *c)
{
	return c->stream.window && c->stream.window->from_start;
}

size_t stream_note_at(const struct console *c, int row)
{
	const struct stream_window *w = c->stream.window;

	for (size_t i = 0; w && i < w->count; i++)
		if (row >= w->blocks[i].first && row < w->blocks[i].first + w->blocks[i].rows)
			return w->blocks[i].note;
	return NONE;
}

void stream_hold(struct console *c)
{
	if (c->stream.window)
		c->stream.window->held.firmly = true;
}

size_t stream_last_in_sight(const struct console *c)
{
	const struct stream_window *w = c->stream.window;

	return w && w->count ? w->blocks[w->count - 1].note : NONE;
}

int stream_rows_after(const struct console *c, size_t note)
{
	struct columns at = stream_columns(seat_session(c->seat), c->stream.window->area);
	size_t looked = 0;
	int rows = 0;

	for (note = stream_after(c, note); note != NONE && looked < BLOCKS_MOST;
		note = stream_after(c, note), looked++)
		rows += stream_block(c, note, at).rows;
	return rows;
}

/* The row where the chosen note stood in the frame before, -1 when it did not. */
static int row_before(const struct stream_window *w, const struct console *c, const char *id)
{
	if (strcmp(w->held.note, id) == 0)
		return w->held.row;
	for (size_t i = 0; i < w->count; i++)
		if (w->blocks[i].note == c->stream.chosen)
			return w->blocks[i].first;
	return -1;
}

/* Puts the chosen note on the row where it was; *first is the row of the first block. False when it
 * has no room there, or rows would stay empty at an end where there is something to show. */
static bool gather_held(struct stream_window *w, const struct console *c, struct columns at,
	struct area area, int *first)
{
	const struct note *chosen = &seat_session(c->seat)->notes[c->stream.chosen];
	int end = area.row + area.rows, rows = stream_block(c, c->stream.chosen, at).rows;
	int row = row_before(w, c, chosen->id);

	if (w->held.area.row != area.row || w->held.area.rows != area.rows || row < area.row ||
		row + rows > end)
		return false;
	w->count = 0;
	w->rows = 0;
	gather_back(w, c, c->stream.chosen, at, row - area.row + rows);
	*first = row + rows - w->rows;
	gather_on(w, c, stream_after(c, c->stream.chosen), at, end - *first - w->rows);
	bool empty_above = *first > area.row;
	bool empty_below = *first + w->rows < end &&
		(*first < area.row || stream_before(c, w->blocks[0].note) != NONE);
	return !empty_above && (!empty_below || w->held.firmly);
}

/* A note that is chosen out of sight comes to the middle as long as there is something before it and
 * after; without one the last is at the bottom, or as far back as was scrolled. Returns the rows that are
 * above what is in sight. */
static int gather(
	struct stream_window *w, const struct console *c, struct columns at, int rows, bool chosen)
{
	int back = (int)c->stream.top, above;

	w->count = 0;
	w->rows = 0;
	if (!chosen) {
		gather_back(w, c, stream_last(c), at, rows + back);
		above = w->rows - rows - back;
		return above > 0 ? above : 0;
	}
	gather_back(w, c, c->stream.chosen, at, rows);
	int left = rows - w->blocks[w->count - 1].rows, before = w->rows;
	int after = rows - before > rows / 2 ? rows - before : rows / 2;
	after = after < left ? after : left > 0 ? left : 0;
	gather_on(w, c, stream_after(c, c->stream.chosen), at, after);
	above = before + (w->rows - before < after ? w->rows - before : after) - rows;
	return above > 0 ? above : 0;
}

static const char *id_chosen(const struct console *c)
{
	const struct session *s = seat_session(c->seat);

	return c->stream.chosen != NONE && c->stream.chosen < s->note_count ?
		       s->notes[c->stream.chosen].id :
		       "";
}

static void hold(struct stream_window *w, const char *id, struct area area)
{
	if (strcmp(w->held.note, id) != 0)
		w->held.firmly = false;
	snprintf(w->held.note, sizeof w->held.note, "%s", id);
	w->held.area = area;
}

static void mark_chosen(struct stream_window *w, const struct console *c)
{
	for (size_t i = 0; i < w->count; i++) {
		w->blocks[i].was_chosen = w->blocks[i].chosen;
		w->blocks[i].chosen = is_selected(c, w->blocks[i].note);
		if (w->blocks[i].note == c->stream.chosen)
			w->held.row = w->blocks[i].first;
	}
}

/* Puts together the blocks that are to be seen. */
static void fill_window(struct stream_window *w, const struct console *c, struct area area)
{
	struct columns at = stream_columns(seat_session(c->seat), area);
	bool chosen = *id_chosen(c);
	int row;

	w->area = area;
	if (area.rows <= 0 || at.text_width < 4) {
		w->count = 0;
		return;
	}
	if (!chosen || !gather_held(w, c, at, area, &row))
		row = area.row - gather(w, c, at, area.rows, chosen);
	w->from_start = w->rows <= area.rows + (int)c->stream.top &&
		(!w->count || stream_before(c, w->blocks[0].note) == NONE);
	for (size_t i = 0; i < w->count; i++) {
		w->blocks[i].first = row;
		row += w->blocks[i].rows;
	}
}

/* True when the chosen note is wholly in sight where the frame before had it. */
static bool choice_is_in_sight(const struct stream_window *w, const struct console *c)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->blocks[i].note == c->stream.chosen && w->blocks[i].first >= w->area.row &&
			w->blocks[i].first + w->blocks[i].rows <= w->area.row + w->area.rows)
			return !c->stream.history;
	return false;
}

void stream_arrange(struct console *c, struct area area, bool choice)
{
	if (!c->stream.window)
		c->stream.window = mem_new(1, sizeof *c->stream.window);
	struct stream_window *w = c->stream.window;

	w->stays = choice && choice_is_in_sight(w, c);
	if (!w->stays)
		fill_window(w, c, area);
	hold(w, id_chosen(c), area);
	mark_chosen(w, c);
}

void stream_draw(const struct console *c, struct area area)
{
	const struct stream_window *w = c->stream.window;
	struct drawing d = {
		.c = c, .area = area, .at = stream_columns(seat_session(c->seat), area)};

	for (size_t i = 0; i < w->count; i++) {
		d.row = w->blocks[i].first;
		stream_block_draw(&d, &w->blocks[i]);
	}
}

bool stream_draw_choice(const struct console *c, struct area area)
{
	const struct stream_window *w = c->stream.window;
	struct drawing d = {
		.c = c, .area = area, .at = stream_columns(seat_session(c->seat), area)};

	for (size_t i = 0; w->stays && i < w->count; i++)
		if (w->blocks[i].chosen != w->blocks[i].was_chosen)
			stream_block_draw_bar(
				&d, &w->blocks[i], w->blocks[i].first + w->blocks[i].new_item);
	return w->stays;
}
