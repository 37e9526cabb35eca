/* SPDX-License-Identifier: MIT */
/* stream.c - the notes as they were taken, the last at the bottom.
 *
 * A block is what one note takes: a line when another agenda item begins, the rows of its text with
 * time, speaker and mark before and digits and acknowledgement behind, and rows under it for what
 * an action point has and misses. Only the blocks in sight are put together. */
#include "ui/view/stream.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/text.h"
#include "ui/state/console.h"
#include "ui/state/stream_filter.h"
#include "ui/term/screen.h"
#include "ui/view/stream_details.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

enum { BLOCKS_MOST = 512, TEXT_ROWS_MOST = 40, WHO_MOST = 8, DUE = 7 };

struct block {
	size_t note;
	bool new_item; /* a line with the item's title before it */
	int rows;
	int text_rows;
};

struct window {
	struct block blocks[BLOCKS_MOST];
	size_t count;
	int rows;
};

/* What was drawn last, for the mouse and for what stays where it is. */
static struct {
	struct block block;
	int first, end;
	bool selected;
} drawn[BLOCKS_MOST];
static size_t drawn_count;
static bool drawn_from_start;
static struct area drawn_in;
/* The chosen note and its first row, which stay where they are while it is chosen. */
static struct {
	char note[ID_SIZE];
	struct area area;
	int row;
	bool firmly; /* whatever is above it and below: other seats have changed that */
} held;

/* Columns */

static int longest_id(const struct session *s)
{
	int longest = 3;

	for (size_t i = 0; i < s->attendee_count && longest < WHO_MOST; i++) {
		int width = columns_of(session_call(s, i, NAMING_ID));

		if (s->attendees[i].role != ROLE_RAPPORTEUR &&
			s->attendees[i].role != ROLE_FACILITATOR && width > longest)
			longest = width;
	}
	return longest > WHO_MOST ? WHO_MOST : longest;
}

static struct columns columns_in(const struct session *s, struct area area)
{
	int end = area.column + area.columns;
	int who = longest_id(s);
	struct columns at = {.time = area.column};

	if (area.columns < 44 && who > 4)
		who = 4;
	at.who = at.time + (area.columns < 40 ? 0 : 6);
	at.mark = at.who + who + 1;
	at.text = at.mark + 2;
	at.saved = end - 1;
	at.digits_width = area.columns < 64 ? 3 : 5;
	if (area.columns < 32)
		at.digits_width = 0;
	at.digits = at.saved - 1 - at.digits_width;
	at.text_width = at.digits - 1 - at.text;
	return at;
}

/* The texts of a note */

static const char *kind_word(const struct note *note)
{
	switch (note->kind) {
	case NOTE_PROPOSAL:
	case NOTE_CONCERN:
	case NOTE_SUPPORT:
	case NOTE_RESERVATION:
	case NOTE_COMMITMENT:
	case NOTE_LESSON: return note_kind_name(note->kind);
	case NOTE_POINT:
	case NOTE_QUESTION:
	case NOTE_AGREED:
	case NOTE_KINDS: break;
	}
	return NULL;
}

/* Action points, points agreed and questions have a mark that stands where the ~ would. */
static bool has_own_mark(const struct note *note)
{
	return note->action != NONE || note->kind == NOTE_AGREED || note->kind == NOTE_QUESTION;
}

/* Its text as shown; returns where the words about it begin that are drawn dim. */
static size_t say_text(struct buffer *out, const struct console *c, const struct note *note)
{
	const struct session *s = seat_session(c->seat);
	size_t end;

	people_say(out, s->people, note->text, NAMING_ID);
	end = out->len;
	if (kind_word(note) && note->action == NONE)
		buffer_format(out, " (%s)", kind_word(note));
	if (note->off && has_own_mark(note))
		buffer_text(out, " (off the record)");
	if (note->dropped)
		buffer_text(out, " (dropped)");
	else if (note->gone)
		buffer_format(out, " (gone: %s)", note->id);
	else if (note->edited)
		buffer_text(out, " (edited)");
	if (seat_is_late(c->seat, note->id))
		buffer_text(out, " (late)");
	return end;
}

static int text_width_of(const struct session *s, const struct note *note, struct columns at)
{
	const struct action *action = note_action(s, note);

	return action && action->due[0] && at.text_width > 3 * DUE ? at.text_width - DUE
								   : at.text_width;
}

static void mark_of(
	const struct session *s, const struct note *note, const char **text, enum style *style)
{
	const struct action *action = note_action(s, note);

	*text = note->off ? "~" : "";
	*style = STYLE_DIM;
	if (action) {
		*text = "!";
		*style = action->status == ACTION_OPEN ? STYLE_ACTION : STYLE_DIM;
	} else if (note->kind == NOTE_AGREED) {
		*text = "=";
		*style = STYLE_AGREED;
	} else if (note->kind == NOTE_QUESTION) {
		*text = "?";
		*style = STYLE_QUESTION;
	}
}

/* Blocks */

static int count_rows(const char *text, size_t len, int width)
{
	int rows = 0;

	for (size_t at = 0; at < len && rows < TEXT_ROWS_MOST; rows++)
		at += text_wrap(text + at, len - at, width);
	return rows ? rows : 1;
}

static bool is_selected(const struct console *c, size_t note)
{
	size_t to = c->stream.chosen_to == NONE ? c->stream.chosen : c->stream.chosen_to;
	size_t low = c->stream.chosen < to ? c->stream.chosen : to,
	       high = c->stream.chosen < to ? to : c->stream.chosen;

	return c->stream.chosen != NONE && note >= low && note <= high;
}

static struct block block_of(const struct console *c, size_t note, struct columns at)
{
	const struct session *s = seat_session(c->seat);
	struct block block = {.note = note};
	struct buffer text = BUFFER_EMPTY;
	size_t before = stream_before(c, note);

	say_text(&text, c, &s->notes[note]);
	block.text_rows = count_rows(text.bytes, text.len, text_width_of(s, &s->notes[note], at));
	buffer_release(&text);
	block.new_item = s->notes[note].item != NONE &&
			 (before == NONE || s->notes[before].item != s->notes[note].item);
	block.rows = block.text_rows + block.new_item + details_rows(c, note, at);
	return block;
}

static void turn_round(struct window *w)
{
	for (size_t i = 0; i < w->count / 2; i++) {
		struct block block = w->blocks[i];

		w->blocks[i] = w->blocks[w->count - 1 - i];
		w->blocks[w->count - 1 - i] = block;
	}
}

/* Adds blocks from `note` backwards until there are `rows` rows, then puts them in order. */
static void gather_back(
	struct window *w, const struct console *c, size_t note, struct columns at, int rows)
{
	for (; note != NONE && w->rows < rows && w->count < BLOCKS_MOST / 2;
		note = stream_before(c, note)) {
		w->blocks[w->count] = block_of(c, note, at);
		w->rows += w->blocks[w->count++].rows;
	}
	turn_round(w);
}

/* Adds blocks from `note` on until there are `rows` rows more; the last may go on further. */
static void gather_on(
	struct window *w, const struct console *c, size_t note, struct columns at, int rows)
{
	int most = w->rows + rows;

	for (; note != NONE && w->rows < most && w->count < BLOCKS_MOST; note = stream_after(c, note)) {
		w->blocks[w->count] = block_of(c, note, at);
		w->rows += w->blocks[w->count++].rows;
	}
}

/* Drawing a block */

static void draw_item(struct drawing *d, size_t item)
{
	const struct session *s = seat_session(d->c->seat);

	if (drawing_in_sight(d)) {
		struct spot spot = spot_at(d->row, d->at.time, d->area.columns - 1);

		screen_rule(d->row, d->at.time, 5);
		spot_gap(&spot, 6);
		spot_put(&spot, STYLE_DIM, s->items[item].title);
		spot_gap(&spot, 1);
		if (spot_left(&spot) > 0)
			screen_rule(d->row, spot.column, spot_left(&spot));
	}
	d->row++;
}

/* The digits of its themes, # for those without one: "1 4", "145#" where that is too wide, and with
 * a + in the end where that is too wide still. */
static void say_digits(
	struct buffer *out, const struct session *s, const struct note *note, size_t width)
{
	bool has[DIGITS + 1] = {false};
	char signs[DIGITS + 2] = "";
	size_t count = 0;

	for (size_t i = 0; i < note->theme_count; i++) {
		int digit = s->themes[session_theme_root(s, note->themes[i])].digit;

		has[digit > 0 && digit <= DIGITS ? digit : 0] = true;
	}
	for (int digit = 1; digit <= DIGITS; digit++)
		if (has[digit])
			signs[count++] = (char)('0' + digit);
	if (has[0])
		signs[count++] = '#';
	for (size_t i = 0; i < count && out->len < width; i++)
		buffer_format(out, "%s%c", i && 2 * count - 1 <= width ? " " : "", signs[i]);
	if (count > width && width)
		out->bytes[width - 1] = '+';
}

static void draw_digits(const struct drawing *d, const struct note *note)
{
	struct buffer text = BUFFER_EMPTY;

	say_digits(&text, seat_session(d->c->seat), note, (size_t)d->at.digits_width);
	put_right(d->row, d->at.digits, d->at.digits_width, STYLE_THEME, text.bytes);
	buffer_release(&text);
}

static void draw_saved(const struct drawing *d, const struct note *note)
{
	if (note_has_failed(d->c, note))
		screen_put(d->row, d->at.saved, 1, STYLE_UNSAVED, "!");
	else if (note_is_unsafe(d->c, note))
		screen_put(d->row, d->at.saved, 1, STYLE_DIM, sign(SIGN_UNSAVED));
	else
		screen_put(d->row, d->at.saved, 1, STYLE_FINE, sign(SIGN_SAVED));
}

/* What stands before the first row of the text. */
static void draw_label(const struct drawing *d, const struct note *note)
{
	const struct session *s = seat_session(d->c->seat);
	struct buffer text = BUFFER_EMPTY;
	const char *mark;
	enum style style;

	add_time_of_day(&text, s, note->at);
	if (d->at.who > d->at.time)
		screen_put(d->row, d->at.time, 5, drawing_as(d, STYLE_DIM), text.bytes);
	if (d->at.who > d->at.time && seat_is_late(d->c->seat, note->id))
		screen_put(d->row, d->at.time + 5, 1, drawing_as(d, STYLE_WARNING), sign(SIGN_LATE));
	if (note->by != NONE)
		screen_put(d->row, d->at.who, d->at.mark - d->at.who - 1, drawing_as(d, STYLE_TEXT),
			session_call(s, note->by, NAMING_ID));
	mark_of(s, note, &mark, &style);
	screen_put(d->row, d->at.mark, 1, drawing_as(d, style), mark);
	buffer_release(&text);
}

/* And what stands behind it. */
static void draw_behind(const struct drawing *d, const struct note *note)
{
	const struct session *s = seat_session(d->c->seat);
	const struct action *action = note_action(s, note);

	if (action && action->due[0] && text_width_of(s, note, d->at) < d->at.text_width) {
		struct buffer text = BUFFER_EMPTY;

		add_day(&text, action->due);
		put_right(d->row, d->at.digits - 1 - DUE + 1, DUE - 1,
			action->status == ACTION_OPEN ? STYLE_STRONG : STYLE_DIM, text.bytes);
		buffer_release(&text);
	}
	draw_digits(d, note);
	draw_saved(d, note);
}

static enum style text_style(const struct session *s, const struct note *note)
{
	const struct action *action = note_action(s, note);

	if (note->gone || note->dropped)
		return STYLE_GONE;
	if (note->off || (action && action->status != ACTION_OPEN))
		return STYLE_DIM;
	return note->kind == NOTE_AGREED && !action ? STYLE_STRONG : STYLE_TEXT;
}

/* One row of the text, what is past `words` dim. */
static void draw_part(const struct drawing *d, const char *text, size_t from, size_t to,
	size_t words, enum style style)
{
	size_t border = words < from ? from : words;
	int width = d->at.text_width, used = 0;

	to = from + without_spaces(text + from, to - from);
	if (border > to)
		border = to;
	if (border > from)
		used = screen_put_bytes(
			d->row, d->at.text, width, style, text + from, border - from);
	if (to > border)
		screen_put_bytes(d->row, d->at.text + used, width - used, STYLE_DIM,
			text + border, to - border);
}

static void draw_text(struct drawing *d, const struct note *note, int rows)
{
	const struct session *s = seat_session(d->c->seat);
	struct buffer text = BUFFER_EMPTY;
	size_t words = say_text(&text, d->c, note), at = 0;
	int width = text_width_of(s, note, d->at);

	for (int row = 0; row < rows; row++, d->row++) {
		size_t part = at < text.len ? text_wrap(text.bytes + at, text.len - at, width) : 0;

		if (drawing_in_sight(d)) {
			draw_part(d, text.bytes, at, at + part, words, text_style(s, note));
			if (row == 0)
				draw_behind(d, note);
		}
		at += part;
	}
	buffer_release(&text);
}

/* Where time, speaker and mark stand, a bar through all rows of a chosen note: a step in the stream costs
 * no text. `row` is that of its first. */
static void draw_bar(struct drawing *d, const struct block *block, int row)
{
	int rows = block->text_rows + details_bar_rows(d->c, block->note);

	d->selected = is_selected(d->c, block->note);
	for (d->row = row; d->row < row + rows; d->row++)
		if (drawing_in_sight(d))
			screen_fill(d->row, d->at.time, d->at.text - 1 - d->at.time,
				drawing_as(d, STYLE_TEXT), " ");
	d->row = row;
	if (drawing_in_sight(d))
		draw_label(d, &seat_session(d->c->seat)->notes[block->note]);
}

static void draw_block(struct drawing *d, const struct block *block)
{
	const struct note *note = &seat_session(d->c->seat)->notes[block->note];
	int first = d->row + block->new_item;

	if (block->new_item)
		draw_item(d, note->item);
	draw_bar(d, block, first);
	d->row = first;
	draw_text(d, note, block->text_rows);
	details_draw(d, block->note);
}

/* What is chosen */

void stream_draw_chosen(const struct console *c, int row, int width)
{
	const struct session *s = seat_session(c->seat);
	size_t to = c->stream.chosen_to == NONE ? c->stream.chosen : c->stream.chosen_to;
	size_t low = c->stream.chosen < to ? c->stream.chosen : to, high = c->stream.chosen < to ? to : c->stream.chosen;
	struct spot spot = spot_at(row, 1, width - 2);

	if (c->stream.chosen == NONE || high >= s->note_count)
		return;
	const struct note *note = &s->notes[c->stream.chosen];
	spot_format(&spot, STYLE_STRONG, " %s", s->notes[low].id);
	if (high != low)
		spot_format(&spot, STYLE_STRONG, "..%s", s->notes[high].id);
	for (size_t i = 0; low == high && i < note->theme_count; i++)
		spot_format(&spot, STYLE_DIM, " #%s",
			s->themes[session_theme_root(s, note->themes[i])].id);
	if (low == high && note->off)
		spot_format(&spot, STYLE_DIM, " %s off the record", sign(SIGN_DOT));
	spot_put(&spot, STYLE_DIM, " ");
}

/* All of it */

bool stream_at_start(void)
{
	return drawn_from_start;
}

size_t stream_note_at(int row)
{
	for (size_t i = 0; i < drawn_count; i++)
		if (row >= drawn[i].first && row < drawn[i].end)
			return drawn[i].block.note;
	return NONE;
}

void stream_hold(void)
{
	held.firmly = true;
}

size_t stream_last_in_sight(void)
{
	return drawn_count ? drawn[drawn_count - 1].block.note : NONE;
}

int stream_rows_after(const struct console *c, size_t note)
{
	struct columns at = columns_in(seat_session(c->seat), drawn_in);
	size_t looked = 0;
	int rows = 0;

	for (note = stream_after(c, note); note != NONE && looked < BLOCKS_MOST;
		note = stream_after(c, note), looked++)
		rows += block_of(c, note, at).rows;
	return rows;
}

/* The row where the chosen note was drawn last, -1 when it was not. */
static int row_drawn(const struct console *c, const char *id)
{
	if (strcmp(held.note, id) == 0)
		return held.row;
	for (size_t i = 0; i < drawn_count; i++)
		if (drawn[i].block.note == c->stream.chosen)
			return drawn[i].first;
	return -1;
}

/* Puts the chosen note on the row where it was; *first is the row of the first block. False when it
 * has no room there, or rows would stay empty at an end where there is something to show. */
static bool gather_held(
	struct window *w, const struct console *c, struct columns at, struct area area, int *first)
{
	const struct note *chosen = &seat_session(c->seat)->notes[c->stream.chosen];
	int end = area.row + area.rows, rows = block_of(c, c->stream.chosen, at).rows;
	int row = row_drawn(c, chosen->id);

	if (held.area.row != area.row || held.area.rows != area.rows || row < area.row ||
		row + rows > end)
		return false;
	gather_back(w, c, c->stream.chosen, at, row - area.row + rows);
	*first = row + rows - w->rows;
	gather_on(w, c, stream_after(c, c->stream.chosen), at, end - *first - w->rows);
	bool empty_above = *first > area.row;
	bool empty_below = *first + w->rows < end &&
		(*first < area.row || stream_before(c, w->blocks[0].note) != NONE);
	return !empty_above && (!empty_below || held.firmly);
}

/* A note that is chosen out of sight comes to the middle as long as there is something before it and
 * after; without one the last is at the bottom, or as far back as was scrolled. Returns the rows that are
 * above what is in sight. */
static int gather(struct window *w, const struct console *c, struct columns at, int rows, bool chosen)
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

static void hold(const char *id, struct area area)
{
	if (strcmp(held.note, id) != 0)
		held.firmly = false;
	snprintf(held.note, sizeof held.note, "%s", id);
	held.area = area;
}

static void draw_window(struct drawing *d, const struct window *w)
{
	drawn_count = 0;
	for (size_t i = 0; i < w->count; i++) {
		drawn[drawn_count].block = w->blocks[i];
		drawn[drawn_count].first = d->row;
		drawn[drawn_count].selected = is_selected(d->c, w->blocks[i].note);
		if (w->blocks[i].note == d->c->stream.chosen)
			held.row = d->row;
		draw_block(d, &w->blocks[i]);
		drawn[drawn_count++].end = d->row;
	}
}

/* Puts together what is to be seen; *d then is at the row of the first block. */
static void look(struct window *w, struct drawing *d)
{
	const struct console *c = d->c;
	bool chosen = c->stream.chosen != NONE && c->stream.chosen < seat_session(c->seat)->note_count;

	w->count = 0;
	w->rows = 0;
	if (!chosen || !gather_held(w, c, d->at, d->area, &d->row))
		d->row = d->area.row - gather(w, c, d->at, d->area.rows, chosen);
}

static const char *id_chosen(const struct console *c)
{
	const struct session *s = seat_session(c->seat);

	return c->stream.chosen != NONE && c->stream.chosen < s->note_count ? s->notes[c->stream.chosen].id : "";
}

void stream_draw(const struct console *c, struct area area)
{
	static struct window w;
	struct drawing d = {.c = c, .area = area, .at = columns_in(seat_session(c->seat), area)};

	drawn_in = area;
	if (area.rows <= 0 || d.at.text_width < 4) {
		drawn_count = 0;
		return;
	}
	look(&w, &d);
	drawn_from_start = w.rows <= area.rows + (int)c->stream.top &&
		(!w.count || stream_before(c, w.blocks[0].note) == NONE);
	hold(id_chosen(c), area);
	draw_window(&d, &w);
}

bool stream_draw_choice(const struct console *c, struct area area)
{
	struct drawing d = {.c = c, .area = area, .at = columns_in(seat_session(c->seat), area)};
	bool in_sight = false;

	for (size_t i = 0; i < drawn_count; i++)
		if (drawn[i].block.note == c->stream.chosen && drawn[i].first >= area.row &&
			drawn[i].end <= area.row + area.rows) {
			in_sight = true;
			held.row = drawn[i].first;
		}
	if (!in_sight || c->stream.history)
		return false;
	hold(id_chosen(c), area);
	for (size_t i = 0; i < drawn_count; i++)
		if (is_selected(c, drawn[i].block.note) != drawn[i].selected) {
			draw_bar(&d, &drawn[i].block, drawn[i].first + drawn[i].block.new_item);
			drawn[i].selected = d.selected;
		}
	return true;
}
