/* SPDX-License-Identifier: MIT */
/* palette.c - Ctrl-P and F1: rows that are filtered as one types; Enter does the one that is visibly
 * chosen. */
#include "ui/overlay/palette.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/overlay/palette_rows.h"
#include "ui/state/key_table.h"

enum { ABOVE = 2, KEY_COLUMNS = 6, KEY_NAME = 12, SMALL_NAME = 26, LARGE_NAME = 50 };

/* The rows, made again when something else is typed or asked for. */
static struct {
	struct palette_rows rows;
	enum overlay overlay; /* NONE: none were made yet */
	enum console_view view;
	struct buffer typed;
} made = {.typed = BUFFER_EMPTY};

static bool is_help(const struct console *c)
{
	return c->overlay == OVERLAY_HELP;
}

static const struct palette_rows *rows_of(const struct console *c)
{
	if (made.overlay == c->overlay && made.view == c->view &&
		strcmp(made.typed.bytes, c->list.typed.bytes) == 0)
		return &made.rows;
	palette_rows_release(&made.rows);
	buffer_reset(&made.typed);
	buffer_text(&made.typed, c->list.typed.bytes);
	made.overlay = c->overlay;
	made.view = c->view;
	if (is_help(c))
		palette_rows_of_help(&made.rows, c, c->list.typed.bytes);
	else
		palette_rows_of_commands(&made.rows, c, c->list.typed.bytes);
	return &made.rows;
}

/* The first row that is no heading, from `at` on. */
static size_t real_row(const struct palette_rows *l, size_t at, bool back)
{
	while (at < l->count && l->rows[at].heading)
		at = back && at > 0 ? at - 1 : at + 1;
	while (at < l->count && l->rows[at].heading)
		at++;
	return at;
}

/* The chosen row: the first from c->list.row on that is no heading. */
static size_t chosen_row(const struct console *c, const struct palette_rows *l)
{
	return real_row(l, c->list.row, false);
}

/* Drawing */

static void draw_title(const struct console *c, struct area area, size_t count)
{
	struct spot spot = spot_at(area.row, area.column + 1, area.columns - 2);

	if (is_help(c))
		spot_format(&spot, STYLE_STRONG, "Help for the %s view", view_words[c->view].name);
	else
		spot_put(&spot, STYLE_STRONG, "Commands");
	spot_gap(&spot, 2);
	spot_put(&spot, STYLE_PROMPT, screen_ascii() ? "> " : "› ");
	spot_put(&spot, STYLE_TEXT, c->list.typed.bytes);
	screen_cursor(area.row, spot.column);
	if (!c->list.typed.len) {
		spot_gap(&spot, 1);
		spot_put(&spot, STYLE_DIM, "type to find");
	} else if (!count) {
		spot_gap(&spot, 2);
		spot_put(&spot, STYLE_WARNING, "nothing is called so: Backspace");
	}
}

/* Columns of what stands first in the row. */
static int name_width(const struct palette_row *row, int columns)
{
	int width = columns >= 100 ? LARGE_NAME : columns * 2 / 5;

	if (row->is_key)
		return KEY_NAME;
	return width < SMALL_NAME ? SMALL_NAME : width;
}

/* Columns for what the row does; when they are too few its name has all of them. */
static int what_width(const struct palette_row *row, int columns)
{
	int rest = columns - name_width(row, columns) - 2 - (*row->key ? KEY_COLUMNS + 2 : 0);

	return rest < 10 ? 0 : rest;
}

/* The name, with the bar when the row is the chosen one. */
static void draw_name(const struct palette_row *row, struct area at, bool chosen)
{
	int width = what_width(row, at.columns) ? name_width(row, at.columns) : at.columns - 1;

	screen_fill(at.row, at.column, width, chosen ? STYLE_SELECTED : STYLE_TEXT, " ");
	screen_put(at.row, at.column + 2, width - 2, chosen ? STYLE_SELECTED : STYLE_STRONG, row->name);
}

static void draw_row(const struct palette_row *row, struct area at, bool chosen)
{
	if (row->heading) {
		screen_put(at.row, at.column + 1, at.columns - 2, STYLE_THEME, row->name);
		return;
	}
	draw_name(row, at, chosen);
	screen_put(at.row, at.column + 1 + name_width(row, at.columns), what_width(row, at.columns),
		STYLE_TEXT, row->what);
	if (what_width(row, at.columns))
		put_right(at.row, at.column + at.columns - 1 - KEY_COLUMNS, KEY_COLUMNS, STYLE_KEY,
			row->key);
}

void palette_arrange(struct console *c, struct area area)
{
	const struct palette_rows *l = rows_of(c);
	size_t room = area.rows > ABOVE ? (size_t)(area.rows - ABOVE) : 0;

	rows_arrange(&c->list.shown, area.row + ABOVE, room, l->count, chosen_row(c, l));
}

static struct area row_area(const struct console *c, struct area area, size_t row)
{
	const struct rows_shown *shown = &c->list.shown;

	return (struct area){shown->first + (int)(row - shown->top), area.column, 1, area.columns};
}

void palette_draw(const struct console *c, struct area area)
{
	const struct palette_rows *l = rows_of(c);
	const struct rows_shown *shown = &c->list.shown;

	draw_title(c, area, l->count);
	if (area.rows > 1)
		screen_rule(area.row + 1, area.column, area.columns);
	for (size_t i = shown->top; i < shown->top + shown->count; i++)
		draw_row(&l->rows[i], row_area(c, area, i), i == shown->chosen);
}

bool palette_draw_choice(const struct console *c, struct area area)
{
	const struct palette_rows *l = rows_of(c);
	const struct rows_shown *shown = &c->list.shown;

	if (!shown->stays)
		return false;
	draw_title(c, area, l->count); /* it has the cursor */
	draw_name(&l->rows[shown->before], row_area(c, area, shown->before), false);
	draw_name(&l->rows[shown->chosen], row_area(c, area, shown->chosen), true);
	return true;
}

void palette_hints(const struct console *c, struct buffer *out)
{
	(void)c;
	buffer_text(out, "Enter do it\tTab complete\tUp\tDown choose\tEsc close");
}

/* Keys */

static void run(struct console *c, const struct palette_row *row)
{
	char *line = mem_text(row->line);
	bool whole = row->whole, is_key = row->is_key;

	c->overlay = OVERLAY_NONE;
	if (is_key) {
		c->next.there = key_named(line, &c->next.key);
	} else if (whole) {
		submit_line(c, line);
	} else if (*line) {
		char *before = mem_text(c->entry.text.bytes);

		typing_put_aside(c, before);
		entry_open(c, line, "");
		c->line.has_keys = view_words[c->view].use != VIEW_TYPED;
		typing_changed(c);
		free(before);
	}
	free(line);
}

static bool move(struct console *c, const struct palette_rows *l, const struct key *key)
{
	size_t row = chosen_row(c, l);

	if (!rows_key(&c->list.shown, &row, l->count, key))
		return false;
	if (key->kind == KEY_MOUSE && key->mouse == MOUSE_CLICK && l->rows[row].heading)
		return true;
	row = real_row(l, row, row_key_goes_up(key));
	if (row < l->count)
		c->list.row = row;
	c->frame.moved = true;
	return true;
}

static bool close_it(struct console *c)
{
	c->overlay = OVERLAY_NONE;
	return true;
}

/* The key that opened help or the palette closes it too. */
static bool close_help(struct console *c)
{
	return is_help(c) && close_it(c);
}

static bool close_palette(struct console *c)
{
	return !is_help(c) && close_it(c);
}

static bool enter(struct console *c)
{
	const struct palette_rows *l = rows_of(c);

	if (chosen_row(c, l) < l->count)
		run(c, &l->rows[chosen_row(c, l)]);
	return true;
}

static void find_again(struct console *c)
{
	c->list.row = 0;
	c->list.shown = (struct rows_shown){.top = 0};
}

/* The name of the chosen command into what is typed. */
static bool complete(struct console *c)
{
	const struct palette_rows *l = rows_of(c);
	size_t row = chosen_row(c, l);

	if (row < l->count && *l->rows[row].line) {
		const char *line = l->rows[row].line + (l->rows[row].line[0] == '/');
		bool view = strncmp(line, "view ", 5) == 0;
		char *name = mem_text_of(line, view ? strlen(line) : strcspn(line, " "));

		buffer_reset(&c->list.typed);
		buffer_text(&c->list.typed, name);
		free(name);
	}
	find_again(c);
	return true;
}

static bool erase(struct console *c)
{
	struct buffer *typed = &c->list.typed;

	if (!typed->len)
		return true;
	buffer_cut(typed, text_previous(typed->bytes, typed->len, typed->len));
	find_again(c);
	return true;
}

static bool erase_all(struct console *c)
{
	buffer_reset(&c->list.typed);
	find_again(c);
	return true;
}

static const struct key_row rows[] = {
	{"Esc", close_it, NULL}, {"^C", close_it, NULL}, {"F1", close_help, NULL},
	{"^P", close_palette, NULL}, {"Enter", enter, NULL}, {"Tab", complete, NULL},
	{"Backspace", erase, NULL}, {"^U", erase_all, NULL},
};
static const struct key_table keys = KEY_TABLE(rows);

/* Every key is the list's while it is open. */
bool palette_key(struct console *c, const struct key *key)
{
	if (key_table_do(&keys, c, key) || move(c, rows_of(c), key) || key->kind != KEY_TEXT)
		return true;
	buffer_text(&c->list.typed, key->text);
	find_again(c);
	return true;
}
