/* SPDX-License-Identifier: MIT */
/* themes_view.c - the codebook across the agenda: a heat table of notes by theme and item, and for
 * each theme who spoke, how long, in which sense, and when. */
#include "ui/view/themes_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "session/theme_table.h"
#include "text/text.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/key_table.h"
#include "ui/state/note_filter.h"
#include "ui/term/screen.h"
#include "ui/view/theme_order.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

enum {
	CELL = 3,
	LABEL_LEAST = 18,
	LABEL_MOST = 36,
	NOTES = 6,
	FLOOR = 7,
	SPEAKERS = 5,
	STANCE = 13,
	LAST = 7,
	SPARK = 18,
	SPARKS = 16,
	NEW = 4
};

/* The figure in the cells of the heat table. */
enum heat { HEAT_NOTES, HEAT_MINUTES, HEAT_SPEAKERS, HEATS };
static const char *const heat_names[HEATS] = {"notes", "minutes", "speakers"};

/* All figures; worked out again only when the session has changed or the floor's clock moved on. */
static struct theme_table counted;

/* The columns that there is room for; a width of 0 is one that was dropped. */
struct table {
	int label, heat, notes, floor, speakers, stance, last, spark;
	int hottest;
	size_t first_item, items; /* those in the heat table, as places in the agenda */
};

/* Counting */

static int in_minutes(int64_t ms)
{
	return (int)((ms + MS_MINUTE / 2) / MS_MINUTE);
}

/* The figure in the cell: a speech of seconds counts as a minute. */
static int heat_of(const struct console *c, size_t theme, size_t item)
{
	const struct theme_cell *cell = theme_table_cell(&counted, theme, item);

	if (c->themes.heat == HEAT_MINUTES)
		return cell->spoken_ms && !in_minutes(cell->spoken_ms) ? 1
								       : in_minutes(cell->spoken_ms);
	return c->themes.heat == HEAT_SPEAKERS ? cell->speakers : cell->notes;
}

static int hottest(const struct console *c)
{
	int most = 1;

	for (size_t theme = 0; theme < counted.theme_count; theme++)
		for (size_t item = 0; item < counted.item_count; item++)
			if (heat_of(c, theme, item) > most)
				most = heat_of(c, theme, item);
	return most;
}

/* Columns */

static int take(int *left, int width)
{
	if (*left < width)
		return 0;
	*left -= width;
	return width;
}

static size_t place_now(const struct session *s)
{
	for (size_t i = 0; i < s->item_count; i++)
		if (s->item_order[i] == s->item_now)
			return i;
	return 0;
}

static struct table table_in(const struct session *s, struct area area)
{
	int left = area.columns - 2 - 2 - LABEL_LEAST;
	struct table t = {0};

	t.notes = take(&left, NOTES);
	t.items = s->item_count;
	while (t.items > 1 && (int)t.items * CELL > left)
		t.items--;
	t.heat = take(&left, (int)t.items * CELL);
	if (place_now(s) >= t.items)
		t.first_item = place_now(s) + 1 - t.items;
	t.floor = take(&left, FLOOR);
	t.speakers = take(&left, SPEAKERS);
	t.stance = take(&left, STANCE);
	t.last = take(&left, LAST);
	t.spark = take(&left, SPARK);
	if (left > LABEL_MOST - LABEL_LEAST)
		left = LABEL_MOST - LABEL_LEAST;
	t.label = LABEL_LEAST + left;
	if (t.label < 0)
		t.label = 0;
	return t;
}

/* A cell of that width beginning at *column, which is moved on. */
static int cell(int *column, int width)
{
	int at = *column;

	*column += width;
	return at;
}

static void put_cell(int row, int *column, int width, enum style style, const char *text)
{
	int at = cell(column, width);

	if (width > 0)
		put_right(row, at + 1, width - 1, style, text);
}

static void draw_titles(const struct console *c, struct table t, struct area area)
{
	const struct session *s = seat_session(c->seat);
	int column = area.column + 1 + 2 + t.label;

	screen_put(area.row, area.column + 3, t.label, STYLE_DIM, "Theme");
	if (t.heat && c->themes.heat != HEAT_NOTES)
		put_right(area.row, area.column + 3, t.label, STYLE_STRONG,
			heat_names[c->themes.heat]);
	for (size_t i = 0; i < t.items && t.heat; i++) {
		size_t item = s->item_order[t.first_item + i];
		struct buffer number = BUFFER_EMPTY;

		buffer_format(&number, "%zu", t.first_item + i + 1);
		put_cell(area.row, &column, CELL, item == s->item_now ? STYLE_STRONG : STYLE_DIM,
			number.bytes);
		buffer_release(&number);
	}
	put_cell(area.row, &column, t.notes, STYLE_DIM, "notes");
	put_cell(area.row, &column, t.floor, STYLE_DIM, "floor");
	put_cell(area.row, &column, t.speakers, STYLE_DIM, "by");
	if (t.stance)
		screen_put(area.row, column + 2, t.stance - 2, STYLE_DIM, "+  -  !  =");
	column += t.stance;
	put_cell(area.row, &column, t.last, STYLE_DIM, "last");
	if (t.spark)
		screen_put(area.row, column + 2, t.spark - 2, STYLE_DIM, "over the meeting");
}

/* Rows */

struct row {
	int at;
	size_t theme;
	bool chosen;
};

/* Of a chosen row only the label is reversed: reversed blocks and bars could not be read. */
static enum style label_style(struct row row, const struct theme_figures *f)
{
	if (row.chosen)
		return STYLE_SELECTED;
	return f->notes + f->actions ? STYLE_TEXT : STYLE_DIM;
}

static bool is_expected(const struct session *s, size_t theme, size_t item)
{
	size_t plan = s->items[item].plan;

	if (plan == NONE)
		return false;
	for (size_t i = 0; i < s->agenda->items[plan].theme_count; i++)
		if (session_theme_root(s, s->agenda->items[plan].themes[i]) == theme)
			return true;
	return false;
}

/* Light to full, by how hot the cell is. */
static const char *shade(int notes, int most)
{
	static const char blocks[][4] = {"░", "▒", "▓", "█"}, ascii[][2] = {".", ":", "+", "#"};
	int level = notes * 4 / (most + 1);

	return screen_ascii() ? ascii[level] : blocks[level];
}

static void draw_heat(
	const struct console *c, const struct table *t, struct row row, size_t item, int column)
{
	const struct session *s = seat_session(c->seat);
	int notes = heat_of(c, row.theme, item);
	struct buffer text = BUFFER_EMPTY;

	if (notes > 0) {
		buffer_format(&text, "%d", notes < 99 ? notes : 99);
		if (notes < 10)
			screen_put(row.at, column + 1, 1, STYLE_THEME, shade(notes, t->hottest));
		put_right(row.at, column + 1, CELL - 1, STYLE_TEXT, text.bytes);
	} else if (is_expected(s, row.theme, item)) {
		put_right(row.at, column + 1, CELL - 1,
			s->items[item].state == ITEM_AHEAD ? STYLE_DIM : STYLE_WARNING,
			screen_ascii() ? "o" : "○");
	} else {
		put_right(row.at, column + 1, CELL - 1, STYLE_DIM, sign(SIGN_DOT));
	}
	buffer_release(&text);
}

static void put_number(struct row row, int *column, int width, int number, enum style style)
{
	struct buffer text = BUFFER_EMPTY;

	if (number)
		buffer_format(&text, "%d", number);
	else
		buffer_text(&text, sign(SIGN_DOT));
	put_cell(row.at, column, width, number ? style : STYLE_DIM, text.bytes);
	buffer_release(&text);
}

/* Support, concern, reservation, agreed. */
static void draw_stance(struct row row, const struct theme_figures *f, int column)
{
	put_number(row, &column, 3, f->support, STYLE_FINE);
	put_number(row, &column, 3, f->concern, STYLE_WARNING);
	put_number(row, &column, 3, f->reservation, STYLE_WARNING);
	put_number(row, &column, 3, f->agreed, STYLE_STRONG);
}

static void draw_spark(struct row row, int column)
{
	static const char blocks[][4] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇"};
	static const char ascii[][2] = {".", ".", ":", ":", "+", "+", "#"};
	const int *parts = &counted.over[row.theme * SPARKS];
	int most = 1;

	for (int i = 0; i < SPARKS; i++)
		most = parts[i] > most ? parts[i] : most;
	for (int i = 0; i < SPARKS; i++) {
		int level = parts[i] * 6 / most;

		if (parts[i])
			screen_put(row.at, column + i, 1, STYLE_THEME,
				screen_ascii() ? ascii[level] : blocks[level]);
	}
}

/* How far a theme stands below others, at most as far as there is room to show it. */
static int depth_of(const struct session *s, size_t theme)
{
	enum { DEEPEST = 3 };
	int depth = 0;

	for (theme = s->themes[theme].parent; theme != NONE && depth < DEEPEST;
		theme = s->themes[theme].parent)
		depth++;
	return depth;
}

static void draw_theme(const struct console *c, struct table t, struct row row, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const struct theme *theme = &s->themes[row.theme];
	const struct theme_figures *f = &counted.figures[row.theme];
	struct spot label = spot_at(row.at, area.column + 3, t.label - (theme->is_new ? NEW : 0));
	struct buffer text = BUFFER_EMPTY;
	int column = area.column + 1 + 2 + t.label;

	if (row.chosen)
		screen_fill(row.at, area.column, t.label + 3, STYLE_SELECTED, " ");
	screen_put(row.at, area.column + 1, 1, row.chosen ? STYLE_SELECTED : STYLE_THEME,
		theme_digit(theme));
	spot_gap(&label, 2 * depth_of(s, row.theme));
	spot_put(&label, label_style(row, f), theme->label);
	label.end = area.column + 3 + t.label;
	if (theme->is_new)
		spot_put(&label, row.chosen ? STYLE_SELECTED : STYLE_WARNING, " new");
	for (size_t i = 0; i < t.items && t.heat; i++)
		draw_heat(c, &t, row, s->item_order[t.first_item + i], cell(&column, CELL));
	put_number(row, &column, t.notes, f->notes + f->actions, STYLE_STRONG);
	if (f->spoken_ms)
		clock_write(&text, f->spoken_ms);
	put_cell(row.at, &column, t.floor, STYLE_TEXT, text.bytes);
	put_number(row, &column, t.speakers, f->speakers, STYLE_TEXT);
	if (t.stance)
		draw_stance(row, f, column);
	column += t.stance;
	buffer_reset(&text);
	if (f->last != NO_TIME)
		add_time_of_day(&text, s, f->last);
	put_cell(row.at, &column, t.last, STYLE_DIM, text.bytes);
	if (t.spark)
		draw_spark(row, column + 2);
	buffer_release(&text);
}

/* The silent themes of the running item, by name; else the meaning of the signs. */
static void draw_foot(const struct console *c, struct table t, struct area area, int row)
{
	const struct session *s = seat_session(c->seat);
	const size_t *silent;
	size_t count_silent = silent_themes(c, &silent);
	struct spot spot = spot_at(row, area.column + 1, area.columns - 2);

	spot_put(&spot, STYLE_WARNING, screen_ascii() ? "o" : "○");
	spot_put(&spot, STYLE_DIM, " expected, nothing said");
	if (t.stance)
		spot_put(&spot, STYLE_DIM, "   + support - concern ! reservation = agreed");
	if (count_silent == 0 || spot_left(&spot) < 24)
		return;
	spot_put(&spot, STYLE_WARNING, "   silent here: ");
	for (size_t i = 0; i < count_silent; i++)
		spot_format(&spot, STYLE_WARNING, "%s%s", i ? ", " : "", s->themes[silent[i]].id);
}

/* Does what is looked for stand in the theme's label, id or keywords? */
static bool theme_fits(const struct theme *theme, const char *needle)
{
	struct buffer words = BUFFER_EMPTY, folded = BUFFER_EMPTY;

	buffer_format(&words, "%s %s", theme->label, theme->id);
	for (size_t i = 0; i < theme->keyword_count; i++)
		buffer_format(&words, " %s", theme->keywords[i]);
	text_fold(&folded, words.bytes, words.len);
	bool fits = text_match(needle, folded.bytes) > 0;
	buffer_release(&words);
	buffer_release(&folded);
	return fits;
}

/* The codebook, each theme followed by those below it; under a filter those that fit it. A filter
 * that names a theme is the stream's, set by Enter here. */
static size_t themes_shown(const struct console *c, size_t *out)
{
	const struct session *s = seat_session(c->seat);
	const struct theme_figures *figures = theme_figures_now(c, false);
	bool filters = c->filter.on && c->filter.text.bytes[0] != '#';
	char *needle = filters ? text_folded(c->filter.text.bytes) : NULL;
	int *depths = mem_new(s->theme_count + 1, sizeof *depths);
	size_t count = session_codebook(s, out, depths), kept = 0;

	for (size_t i = 0; i < count; i++) {
		const struct theme *theme = &s->themes[out[i]];

		if (!(theme->gone && figures[out[i]].notes == 0) &&
			(!filters || theme_fits(theme, needle)))
			out[kept++] = out[i];
	}
	free(depths);
	free(needle);
	return kept;
}

/* The rows between the titles and the foot. */
static int rows_for_list(struct area area)
{
	int rows = area.rows - 2 - (area.rows > 6);

	return rows > 0 ? rows : 0;
}

void themes_arrange(struct console *c, struct area area, bool choice)
{
	size_t *themes = mem_new(seat_session(c->seat)->theme_count + 1, sizeof *themes);
	size_t count = themes_shown(c, themes), row = c->themes.row;

	(void)choice;
	if (row >= count && count)
		row = count - 1;
	rows_arrange(&c->themes.shown, area.row + 2, (size_t)rows_for_list(area), count, row);
	free(themes);
}

/* That row of the list. */
static void draw_listed(const struct console *c, struct table t, struct area area, size_t theme,
	size_t row)
{
	const struct rows_shown *shown = &c->themes.shown;
	int at = shown->first + (int)(row - shown->top);

	draw_theme(c, t, (struct row){at, theme, row == shown->chosen}, area);
}

static struct table table_now(const struct console *c, struct area area)
{
	struct table t = table_in(seat_session(c->seat), area);

	t.hottest = hottest(c);
	return t;
}

void themes_draw(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const struct rows_shown *shown = &c->themes.shown;
	size_t *themes = mem_new(s->theme_count + 1, sizeof *themes);
	size_t count = themes_shown(c, themes);

	theme_table_fill(&counted, s, SPARKS, c->now);
	struct table t = table_now(c, area);
	screen_rule(area.row, area.column, area.columns);
	draw_titles(c, t, (struct area){area.row + 1, area.column, 1, area.columns});
	for (size_t i = shown->top; i < shown->top + shown->count && i < count; i++)
		draw_listed(c, t, area, themes[i], i);
	if (count == 0)
		screen_put(area.row + 3, area.column + 3, area.columns - 4, STYLE_TEXT,
			c->filter.on ? "No theme fits the filter." :
				       "No themes yet: #word in a note makes one.");
	if (area.rows > 6)
		draw_foot(c, t, area, area.row + area.rows - 1);
	free(themes);
}

bool themes_draw_choice(const struct console *c, struct area area)
{
	const struct rows_shown *shown = &c->themes.shown;
	size_t *themes = mem_new(seat_session(c->seat)->theme_count + 1, sizeof *themes);
	size_t count = themes_shown(c, themes), rows[] = {shown->before, shown->chosen};
	bool enough = shown->stays && shown->before < count && shown->chosen < count;
	struct table t = table_now(c, area);

	for (size_t i = 0; enough && i < 2; i++) {
		screen_fill(shown->first + (int)(rows[i] - shown->top), area.column, area.columns,
			STYLE_TEXT, " ");
		draw_listed(c, t, area, themes[rows[i]], rows[i]);
	}
	free(themes);
	return enough;
}

/* Keys */

static size_t chosen_theme(const struct console *c, size_t *count_themes)
{
	const struct session *s = seat_session(c->seat);
	size_t *themes = mem_new(s->theme_count + 1, sizeof *themes);
	size_t row = c->themes.row, chosen = NONE;

	*count_themes = themes_shown(c, themes);
	if (*count_themes)
		chosen = themes[row < *count_themes ? row : *count_themes - 1];
	free(themes);
	return chosen;
}

size_t theme_chosen(const struct console *c)
{
	size_t count;

	return chosen_theme(c, &count);
}

void theme_choose(struct console *c, const char *id)
{
	const struct session *s = seat_session(c->seat);
	size_t *themes = mem_new(s->theme_count + 1, sizeof *themes);
	size_t count = themes_shown(c, themes);

	for (size_t i = 0; i < count; i++)
		if (strcmp(s->themes[themes[i]].id, id) == 0)
			c->themes.row = i;
	free(themes);
}

static bool row_chosen(struct console *c, size_t count_themes, const struct key *key)
{
	c->frame.moved = rows_key(&c->themes.shown, &c->themes.row, count_themes, key);
	return c->frame.moved;
}

static bool do_command(struct console *c, enum command command, const struct theme *theme)
{
	struct buffer before = BUFFER_EMPTY;
	bool digit = command == COMMAND_DIGIT;

	if (command != COMMAND_THEME && command != COMMAND_RENAME && command != COMMAND_MERGE &&
		!digit)
		return false;
	if (!theme && command != COMMAND_THEME) /* there is none to do it to */
		return true;
	buffer_format(&before, "/%s ", command_table[command].name);
	if (command == COMMAND_RENAME || command == COMMAND_MERGE)
		buffer_format(&before, "%s ", theme->id);
	struct buffer after = BUFFER_EMPTY;
	if (digit)
		buffer_format(&after, " %s", theme->id);
	entry_open(c, before.bytes, after.bytes);
	buffer_release(&before);
	buffer_release(&after);
	return true;
}

static bool other_heat(struct console *c)
{
	c->themes.heat = (c->themes.heat + 1) % HEATS;
	return true;
}

/* Shows the notes of the theme in the capture view. */
static bool list_notes(struct console *c)
{
	size_t theme = theme_chosen(c);
	struct buffer filter = BUFFER_EMPTY;

	if (theme == NONE)
		return false;
	buffer_format(&filter, "#%s", seat_session(c->seat)->themes[theme].id);
	filter_set(c, filter.bytes);
	console_view(c, SHOW_CAPTURE);
	buffer_release(&filter);
	return true;
}

/* The keys that are no command's. */
static const struct key_row rows[] = {
	{"i", entry_go, "go to the entry line; / begins a command there"},
	{"/", entry_go_command, NULL},
	{"Up", NULL, "choose a row"},
	{"f", entry_go_find, "only the themes with those words; Esc shows all"},
	{"Space", other_heat, "what the table counts: notes, minutes or speakers"},
	{"Enter", list_notes, "list the notes of the theme"},
	{"Esc", filter_drop, NULL},
};
const struct key_table themes_keys = KEY_TABLE(rows);

bool themes_key(struct console *c, const struct key *key)
{
	const struct session *s = seat_session(c->seat);
	size_t count, chosen = chosen_theme(c, &count);
	enum command command = key_command(SHOW_THEMES, key, NULL);

	if (command != COMMAND_NONE &&
		do_command(c, command, chosen == NONE ? NULL : &s->themes[chosen]))
		return true;
	return key_table_do(&themes_keys, c, key) || row_chosen(c, count, key) ||
	       submit_key(c, key);
}

void themes_hints(const struct console *c, struct buffer *out)
{
	buffer_text(out, "Enter its notes");
	add_hint(out, SHOW_THEMES, COMMAND_THEME, 0, "add");
	add_hint(out, SHOW_THEMES, COMMAND_RENAME, 0, "rename");
	add_hint(out, SHOW_THEMES, COMMAND_MERGE, 0, "merge");
	add_hint(out, SHOW_THEMES, COMMAND_DIGIT, 0, "digit");
	buffer_format(
		out, "\tf filter\tSpace %s\ti type", heat_names[(c->themes.heat + 1) % HEATS]);
}
