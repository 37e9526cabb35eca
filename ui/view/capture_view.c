/* SPDX-License-Identifier: MIT */
/* capture_view.c - the rapporteur's view: the stream of notes and the themes beside it. */
#include "ui/view/capture_view.h"

#include <string.h>

#include "ui/entry/note_kind.h"
#include "ui/entry/submit.h"
#include "ui/entry/theme_digit.h"
#include "ui/entry/typing.h"
#include "ui/state/key_table.h"
#include "ui/state/stream_filter.h"
#include "ui/term/screen.h"
#include "ui/view/stream.h"
#include "ui/view/themes_panel.h"
#include "ui/view/view.h"
#include "ui/widget/spot.h"

enum { PANEL_FROM = 72, PANEL_LEAST = 24, PANEL_MOST = 40 };

/* Columns of the panel with its line, 0 when there is no room for it. */
static int panel_width(int columns)
{
	int width = columns * 3 / 10;

	if (columns < PANEL_FROM)
		return 0;
	if (width < PANEL_LEAST + 1)
		return PANEL_LEAST + 1;
	return width > PANEL_MOST ? PANEL_MOST : width;
}

/* Examples of lines to type, while there is no note. */
static void draw_welcome(const struct console *c, struct area area)
{
	static const struct {
		const char *line, *what;
	} examples[] = {
		{"Approval takes 90 days #decision", "a point, and its theme"},
		{"! Publish lead times @dos due:+2w", "an action point"},
		{"? Who may waive the signature?", "a question"},
	};
	const struct session *s = seat_session(c->seat);
	bool beside = area.columns >= 62;
	int row = area.row + (area.rows > 12 ? 2 : 0), column = area.column + 2;
	int width = area.columns - 3, end = area.row + area.rows;

	if (s->state == MEETING_CLOSED || seat_is_read_only(c->seat)) {
		screen_put(row, column, width, STYLE_STRONG, "Nothing was noted.");
		return;
	}
	screen_put(row, column, width, STYLE_STRONG, "Nothing noted yet.");
	screen_put(row + 1, column, width, STYLE_TEXT, "Type what is said and press Enter:");
	row += 3;
	for (size_t i = 0; i < 3 && row < end; i++, row += beside ? 1 : 2) {
		screen_put(row, column + 2, width - 2, STYLE_PROMPT, examples[i].line);
		if (beside)
			screen_put(row, column + 38, width - 38, STYLE_DIM, examples[i].what);
		else if (row + 1 < end)
			screen_put(row + 1, column + 4, width - 4, STYLE_DIM, examples[i].what);
	}
	if (s->item_now == NONE && row + 1 < end)
		screen_put(row + 1, column, width, STYLE_TEXT, "/item next begins the first item.");
}

/* The row over a filtered stream. */
static void draw_filter(const struct console *c, struct area area)
{
	struct spot spot = spot_at(area.row, area.column, area.columns);

	spot_put(&spot, STYLE_DIM, "Only notes with ");
	spot_put(&spot, STYLE_STRONG, c->filter.text.bytes);
	spot_format(&spot, STYLE_DIM, ": %zu  ", stream_matches(c));
	if (stream_doubt(c)[0])
		spot_put(&spot, STYLE_WARNING, stream_doubt(c));
	else
		spot_put(&spot, STYLE_DIM,
			c->filter.typed ? "Enter keeps it, ^C drops it" : "Esc Esc shows all");
}

static bool has_filter_row(const struct console *c, struct area area)
{
	return c->filter.on && area.rows > 1;
}

/* The stream's part of the notes' area. */
static struct area stream_area(const struct console *c, struct area area)
{
	int above = has_filter_row(c, area);

	return (struct area){area.row + above, area.column, area.rows - above, area.columns};
}

static struct area notes_area(struct area area)
{
	return (struct area){
		area.row + 1, area.column, area.rows - 1, area.columns - panel_width(area.columns)};
}

static void draw_notes(const struct console *c, struct area area)
{
	if (has_filter_row(c, area))
		draw_filter(c, area);
	stream_draw(c, stream_area(c, area));
	if (!c->filter.on && stream_last(c) == NONE)
		draw_welcome(c, area);
}

void capture_draw(const struct console *c, struct area area)
{
	int panel = panel_width(area.columns);
	struct area themes = {
		area.row + 1, area.column + area.columns - panel + 1, area.rows - 1, panel - 1};

	screen_rule(area.row, area.column, area.columns);
	if (panel) {
		screen_put(area.row, themes.column - 1, 1, STYLE_RULE, screen_ascii() ? "+" : "┬");
		screen_upright(themes.row, themes.column - 1, themes.rows);
		themes_panel_draw(c, themes);
	}
	draw_notes(c, notes_area(area));
}

void capture_arrange(struct console *c, struct area area, bool choice)
{
	stream_arrange(c, stream_area(c, notes_area(area)), choice);
}

bool capture_draw_choice(const struct console *c, struct area area)
{
	return stream_draw_choice(c, stream_area(c, notes_area(area)));
}

void capture_draw_rule(const struct console *c, int row)
{
	int panel = panel_width(screen_columns()), width = screen_columns() - panel;

	screen_rule(row, 0, width);
	stream_draw_chosen(c, row, width);
}

/* Keys */

static void drop_selection(struct console *c)
{
	c->stream.chosen = NONE;
	c->stream.chosen_to = NONE;
	c->stream.top = 0;
	c->stream.history = false;
}

/* Moves the end of the run, or the single note, `steps` up (negative) or down; past the last note
 * the selection is dropped. */
static void move(struct console *c, int steps, bool extend)
{
	size_t note = c->stream.chosen;

	if (note == NONE || note >= seat_session(c->seat)->note_count) {
		note = stream_last(c);
		steps += steps < 0;
	}
	if (note == NONE)
		return;
	for (; steps < 0 && stream_before(c, note) != NONE; steps++)
		note = stream_before(c, note);
	for (; steps > 0 && stream_after(c, note) != NONE; steps--)
		note = stream_after(c, note);
	if (steps > 0 && !extend) {
		drop_selection(c);
		return;
	}
	if (!extend)
		c->stream.chosen_to = NONE;
	else if (c->stream.chosen_to == NONE)
		c->stream.chosen_to = c->stream.chosen == NONE ? note : c->stream.chosen;
	c->stream.chosen = note;
	c->frame.moved = true;
}

static int page(void)
{
	int rows = screen_rows() - 10;

	return rows > 4 ? rows / 2 : 2;
}

/* The wheel scrolls; with a note chosen it chooses on, as in the other lists. */
static bool mouse_key(struct console *c, const struct key *key)
{
	if (key->mouse != MOUSE_CLICK && c->stream.chosen != NONE) {
		move(c, key->mouse == MOUSE_WHEEL_UP ? -1 : 1, false);
		return true;
	}
	if (key->mouse == MOUSE_WHEEL_UP) {
		c->stream.top += stream_at_start(c) ? 0 : 3;
		return true;
	}
	if (key->mouse == MOUSE_WHEEL_DOWN) {
		c->stream.top -= c->stream.top < 3 ? c->stream.top : 3;
		return true;
	}
	size_t note = stream_note_at(c, key->row);
	if (note == NONE)
		return false;
	c->stream.chosen = note;
	c->stream.chosen_to = NONE;
	return true;
}

static bool earlier_page(struct console *c)
{
	move(c, -page(), false);
	return true;
}

static bool later_page(struct console *c)
{
	move(c, page(), false);
	return true;
}

static bool earlier(struct console *c)
{
	move(c, -1, key_is_named(c->key, NAMED_SHIFT_UP));
	return true;
}

static bool later(struct console *c)
{
	move(c, 1, key_is_named(c->key, NAMED_SHIFT_DOWN));
	return true;
}

/* True when keys are for the chosen notes: some are chosen and nothing is typed. */
static bool has_choice(const struct console *c)
{
	return c->entry.text.len == 0 && c->stream.chosen != NONE;
}

/* Puts the chosen note into the entry line to be written anew. */
static bool edit(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	struct buffer line = BUFFER_EMPTY;

	if (!has_choice(c))
		return false;
	if (c->stream.chosen >= s->note_count)
		return true;
	buffer_format(&line, "/edit %s ", s->notes[c->stream.chosen].id);
	note_as_typed(&line, s, c->stream.chosen);
	entry_open(c, line.bytes, "");
	buffer_release(&line);
	return true;
}

/* Right shows the history of the chosen note, Left hides it. */
static bool history(struct console *c)
{
	if (!has_choice(c))
		return false;
	c->stream.history = key_is_named(c->key, NAMED_RIGHT);
	return true;
}

static bool tag(struct console *c)
{
	return has_choice(c) && tag_chosen_notes(c, key_digit(c->key));
}

/* Opens the line for a theme by its name onto the chosen notes: for those without a digit. */
static bool tag_by_name(struct console *c)
{
	struct buffer line = BUFFER_EMPTY;
	struct note_run run;

	if (!has_choice(c) || !stream_chosen(c, &run))
		return false;
	buffer_text(&line, "/tag ");
	add_note_run(&line, seat_session(c->seat), run);
	buffer_text(&line, " #");
	entry_open(c, line.bytes, "");
	buffer_release(&line);
	return true;
}

static bool next_kind(struct console *c)
{
	note_kind_next(c);
	return true;
}

static bool wait_for_list_key(struct console *c)
{
	c->waits = WAITS_PREFIX;
	return true;
}

static const struct key_row rows[] = {
	{"^R", next_kind, "the next kind for the line; on an empty one for the chosen notes"},
	{"^G", wait_for_list_key, "then a key of the floor view, without leaving the line"},
	{"PgUp", earlier_page, "choose earlier notes; PgDn later ones, Ctrl-Up one by one"},
	{"PgDn", later_page, NULL},
	{"Ctrl-Up", earlier, NULL},
	{"Ctrl-Down", later, NULL},
	{"Shift-Up", earlier, "choose a run of notes; a digit tags them, # any theme"},
	{"Shift-Down", later, NULL},
	{"1", tag, NULL},
	{"#", tag_by_name, NULL},
	{"Enter", edit, NULL},
	{"Right", history, "what became of the chosen note; Left closes it"},
	{"Left", history, NULL},
	{"Esc Esc", NULL, "back to typing"},
};
const struct key_table capture_keys = KEY_TABLE(rows);

bool capture_key(struct console *c, const struct key *key)
{
	if (key->kind == KEY_MOUSE)
		return mouse_key(c, key);
	return key_table_do(&capture_keys, c, key) || (key->kind != KEY_TEXT && submit_key(c, key));
}

void capture_hints(const struct console *c, struct buffer *out)
{
	if (c->waits == WAITS_PREFIX)
		floor_hints(c, out);
	else if (c->stream.chosen != NONE)
		buffer_format(out, "1-9 tag\tEnter edit\t^R kind\t%s\t# theme\tShift-Up more\tEsc Esc typing",
			c->stream.history ? "Left close" : "Right history");
	else if (seat_is_read_only(c->seat))
		buffer_text(out, "/leave leaves\tread-only: nothing is taken down here");
	else if (seat_session(c->seat)->state == MEETING_CLOSED)
		buffer_text(out, "/leave leaves\t/reopen goes on\t! action\ts/old/new/ corrects");
	else
		buffer_text(out, "Enter keep\t! action\t= agreed\t? question\t~ off record\t^R kind"
			"\t^G list\t^O speaker");
}
