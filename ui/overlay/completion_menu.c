/* SPDX-License-Identifier: MIT */
/* completion_menu.c - after #, @ or / at most six that may be meant: Tab takes one, arrows move,
 * typing on ignores them. */
#include "ui/overlay/completion_menu.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/entry_draw.h"
#include "ui/entry/typing.h"
#include "ui/state/key_table.h"

enum { INSERT_LEAST = 12, INSERT_MOST = 28, LIST_MOST = 100 };

static void take(struct console *c)
{
	struct buffer text = BUFFER_EMPTY;
	bool at_end = c->entry.cursor == c->entry.text.len;

	buffer_text(&text, c->completion.list.items[c->completion.chosen].insert);
	if (at_end && text.len && text.bytes[text.len - 1] != ' ')
		buffer_char(&text, ' ');
	entry_replace(&c->entry, c->completion.list.start, text.bytes);
	buffer_release(&text);
	typing_changed(c);
}

/* True when what is typed is one of those offered, as it stands. */
static bool is_one_of_them(const struct console *c, const char *typed)
{
	for (size_t i = 0; i < c->completion.list.count; i++)
		if (strcasecmp(c->completion.list.items[i].insert, typed) == 0)
			return true;
	return false;
}

/* Enter in a view where adding somebody is one key and a few letters: the person visibly chosen is
 * meant, unless what is typed is a word that is offered as it stands. The line is then submitted.
 */
static bool enter(struct console *c)
{
	const char *line = c->entry.text.bytes, *typed = line + c->completion.list.start;

	if ((c->line.has_keys || c->line.prefixed) && c->entry.cursor == c->entry.text.len &&
		strncmp(line, "/speak ", 7) == 0 && *typed && !is_one_of_them(c, typed))
		take(c);
	return false;
}

static bool take_it(struct console *c)
{
	take(c);
	return true;
}

static bool close_it(struct console *c)
{
	completion_list_close(c);
	return true;
}

static bool next_row(struct console *c)
{
	if (c->completion.chosen + 1 < c->completion.list.count)
		c->completion.chosen++;
	return true;
}

static bool row_before(struct console *c)
{
	if (c->completion.chosen == 0)
		return false;
	c->completion.chosen--;
	return true;
}

static const struct key_row key_rows[] = {
	{"Tab", take_it, NULL}, {"Esc", close_it, NULL}, {"Down", next_row, NULL},
	{"Up", row_before, NULL}, {"Enter", enter, NULL},
};
static const struct key_table keys = KEY_TABLE(key_rows);

bool menu_key(struct console *c, const struct key *key)
{
	return key_table_do(&keys, c, key);
}

/* Drawing */

int menu_rows(const struct console *c, struct area view)
{
	int room = view.rows - 1;

	if (!completion_list_is_open(c) || c->completion.list.count < 2 ||
		c->overlay != OVERLAY_NONE || room < 2)
		return 0;
	return (int)c->completion.list.count < room ? (int)c->completion.list.count : room;
}

static int insert_width(const struct console *c)
{
	int width = INSERT_LEAST;

	for (size_t i = 0; i < c->completion.list.count; i++) {
		int wants = columns_of(c->completion.list.items[i].insert);

		width = wants > width ? wants : width;
	}
	return width < INSERT_MOST ? width : INSERT_MOST;
}

static void draw_one(const struct console *c, int row, struct area box, size_t which, int insert)
{
	const struct completion *item = &c->completion.list.items[which];
	bool chosen = which == c->completion.chosen;
	enum style style = chosen ? STYLE_SELECTED : STYLE_TEXT;

	screen_put(row, box.column, 1, STYLE_RULE, screen_ascii() ? "|" : "│");
	screen_put(row, box.column + box.columns - 1, 1, STYLE_RULE, screen_ascii() ? "|" : "│");
	screen_fill(row, box.column + 1, box.columns - 2, style, " ");
	screen_put(row, box.column + 2, insert, chosen ? style : STYLE_STRONG, item->insert);
	screen_put(row, box.column + 2 + insert + 2, box.columns - insert - 5,
		chosen ? style : STYLE_DIM, item->label);
}

void menu_draw(const struct console *c, struct area view, int below)
{
	int rows = menu_rows(c, view), insert = insert_width(c);
	int width = screen_columns() < LIST_MOST ? screen_columns() : LIST_MOST;
	struct area box = {below - rows - 1, 0, rows + 1, width};
	size_t first =
		c->completion.chosen >= (size_t)rows ? c->completion.chosen - (size_t)rows + 1 : 0;

	if (rows == 0)
		return;
	screen_put(box.row, box.column, 1, STYLE_RULE, screen_ascii() ? "+" : "┌");
	screen_rule(box.row, box.column + 1, box.columns - 2);
	screen_put(box.row, box.column + box.columns - 1, 1, STYLE_RULE, screen_ascii() ? "+" : "┐");
	for (int i = 0; i < rows; i++)
		draw_one(c, box.row + 1 + i, box, first + (size_t)i, insert);
}

/* The word after # that ends at the cursor, its length in *len; NULL when there is none. */
static const char *tag_at_cursor(const struct console *c, size_t *len)
{
	const char *line = c->entry.text.bytes;
	size_t at = c->entry.cursor;

	while (at > 0 && line[at - 1] != ' ' && line[at - 1] != '#')
		at--;
	*len = c->entry.cursor - at;
	return at > 0 && line[at - 1] == '#' && (at == 1 || line[at - 2] == ' ') ? line + at : NULL;
}

bool menu_draw_new(const struct console *c, int row)
{
	const struct session *s = seat_session(c->seat);
	size_t len, nearest;
	const char *tag = tag_at_cursor(c, &len);
	struct spot spot = spot_at(row, prompt_width(c), screen_columns() - prompt_width(c) - 1);

	if (!tag || len < 3 || c->completion.list.count || c->entry.text.bytes[0] == '/')
		return false;
	char *word = mem_text_of(tag, len);
	const char **ids = mem_new(s->theme_count + 1, sizeof *ids);
	for (size_t i = 0; i < s->theme_count; i++)
		ids[i] = s->themes[i].id;
	nearest = session_theme(s, word) == NONE ? text_nearest(word, ids, s->theme_count) : SIZE_MAX;
	if (nearest != SIZE_MAX)
		spot_format(&spot, STYLE_WARNING, "#%s is new; close to #%s?", word, ids[nearest]);
	free(ids);
	free(word);
	return nearest != SIZE_MAX;
}

void menu_draw_chosen(const struct console *c, int row)
{
	static const char takes[] = "Tab takes it";
	const struct completion *item = &c->completion.list.items[c->completion.chosen];
	int column = prompt_width(c), end = screen_columns() - (int)sizeof takes - 1;
	struct spot spot = spot_at(row, column, end - column);

	spot_put(&spot, STYLE_STRONG, item->insert);
	spot_gap(&spot, 2);
	spot_put(&spot, STYLE_DIM, item->label);
	screen_put(row, end + 1, (int)sizeof takes - 1, STYLE_KEY, takes);
}
