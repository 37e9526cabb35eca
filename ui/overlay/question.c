/* SPDX-License-Identifier: MIT */
/* question.c - a question and its answers, each by its key or by Enter on the chosen one. */
#include "ui/overlay/question.h"

#include <string.h>

#include "ui/entry/paste.h"
#include "ui/entry/submit.h"
#include "ui/state/key_table.h"

enum { WIDTH_MOST = 72 };

static const struct {
	char key;
	const char *label;
} paste_answers[] = {
	{'n', "a note each"},
	{'l', "one line, put into the entry line"},
};

static size_t answers(const struct console *c)
{
	return c->overlay == OVERLAY_PASTE ? sizeof paste_answers / sizeof *paste_answers
					   : c->question.count;
}

static char answer_key(const struct console *c, size_t i)
{
	return c->overlay == OVERLAY_PASTE ? paste_answers[i].key : c->question.choices[i].key;
}

static const char *answer_label(const struct console *c, size_t i)
{
	return c->overlay == OVERLAY_PASTE ? paste_answers[i].label : c->question.choices[i].label;
}

/* Drawing */

static struct area box_in(const struct console *c, struct area area)
{
	int columns = area.columns - 4 < WIDTH_MOST ? area.columns - 4 : WIDTH_MOST, rows;
	const char *text = c->question.text;

	if (columns < 20)
		return area;
	rows = wrapped_rows(text, strlen(text), columns - 4, area.rows) + (int)answers(c) + 4;
	if (rows > area.rows)
		return area;
	return (struct area){area.row + (area.rows - rows) / 2,
		area.column + (area.columns - columns) / 2, rows, columns};
}

static void draw_frame(struct area box)
{
	static const char *const corners[2][4] = {{"┌", "┐", "└", "┘"}, {"+", "+", "+", "+"}};
	const char *const *corner = corners[screen_ascii()];
	int right = box.column + box.columns - 1, below = box.row + box.rows - 1;

	for (int i = 0; i < box.rows; i++)
		screen_fill(box.row + i, box.column, box.columns, STYLE_TEXT, " ");
	screen_rule(box.row, box.column, box.columns);
	screen_rule(below, box.column, box.columns);
	screen_upright(box.row, box.column, box.rows);
	screen_upright(box.row, right, box.rows);
	screen_put(box.row, box.column, 1, STYLE_RULE, corner[0]);
	screen_put(box.row, right, 1, STYLE_RULE, corner[1]);
	screen_put(below, box.column, 1, STYLE_RULE, corner[2]);
	screen_put(below, right, 1, STYLE_RULE, corner[3]);
}

static void draw_answer(const struct console *c, int row, struct area box, size_t i)
{
	bool chosen = i == c->question.row;
	char key[2] = {answer_key(c, i), '\0'};

	screen_fill(row, box.column + 1, box.columns - 2, chosen ? STYLE_SELECTED : STYLE_TEXT, " ");
	screen_put(row, box.column + 2, 1, chosen ? STYLE_SELECTED : STYLE_KEY, key);
	screen_put(row, box.column + 5, box.columns - 7, chosen ? STYLE_SELECTED : STYLE_TEXT,
		answer_label(c, i));
}

void question_draw(const struct console *c, struct area area)
{
	struct area box = box_in(c, area);
	struct area text = {box.row + 1, box.column + 2, box.rows - 2, box.columns - 4};
	int row, most = box.row + box.rows - 1 - (int)answers(c);

	draw_frame(box);
	row = text.row + put_wrapped(text, STYLE_STRONG, c->question.text) + 1;
	if (row > most)
		row = most > text.row ? most : text.row;
	for (size_t i = 0; i < answers(c) && row < box.row + box.rows - 1; i++, row++)
		draw_answer(c, row, box, i);
}

void question_hints(const struct console *c, struct buffer *out)
{
	for (size_t i = 0; i < answers(c) && i < 4; i++)
		buffer_format(out, "%c %s\t", answer_key(c, i), answer_label(c, i));
	buffer_text(out, "Esc back");
}

/* Keys */

static void answer(struct console *c, size_t i)
{
	if (c->overlay == OVERLAY_PASTE)
		paste_keep(c, i == 0);
	else
		submit_answer(c, i);
}

static void drop(struct console *c)
{
	if (c->overlay == OVERLAY_PASTE)
		console_drop_paste(c);
	else
		console_drop_question(c);
}

static bool go_back(struct console *c)
{
	drop(c);
	return true;
}

static bool enter(struct console *c)
{
	answer(c, c->question.row);
	return true;
}

static const struct key_row rows[] = {
	{"Esc", go_back, NULL}, {"^C", go_back, NULL}, {"Enter", enter, NULL},
};
static const struct key_table keys = KEY_TABLE(rows);

/* Every key is the question's while it is open. */
bool question_key(struct console *c, const struct key *key)
{
	c->frame.dirty = DIRTY_ALL;
	if (key_table_do(&keys, c, key) || row_key(&c->question.row, answers(c), key) ||
		key->kind != KEY_TEXT)
		return true;
	for (size_t i = 0; i < answers(c); i++)
		if (key->text[0] == answer_key(c, i) && !key->text[1]) {
			answer(c, i);
			break;
		}
	return true;
}
