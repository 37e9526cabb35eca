/* SPDX-License-Identifier: MIT */
/* canvas.c - cells to be seen and cells sent. */
#include "ui/term/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/term/style.h"

enum { LONG_TEXT = 0xff, /* begins no UTF-8 */ LONG_MOST = 4096 };

static const struct cell blank = {.text = " ", .style = STYLE_TEXT, .width = 1};

/* Cells */

bool cell_is_blank(const struct cell *cell)
{
	return cell_same(cell, &blank);
}

static size_t long_place(const struct cell *cell)
{
	const unsigned char *bytes = (const unsigned char *)cell->text;

	return (size_t)bytes[1] << 16 | (size_t)bytes[2] << 8 | bytes[3];
}

const char *cell_text(const struct canvas *c, const struct cell *cell, size_t *len)
{
	if ((unsigned char)cell->text[0] != LONG_TEXT) {
		*len = strnlen(cell->text, sizeof cell->text);
		return cell->text;
	}
	const char *text = c->long_texts[long_place(cell)];
	*len = strlen(text);
	return text;
}

/* The place of a long text: one for each text, so that cells compare as bytes. */
static size_t place_of(struct canvas *c, const char *text, size_t len)
{
	char *copy = mem_text_of(text, len);
	size_t place = map_get(&c->long_places, copy);

	if (place != MAP_NONE) {
		free(copy);
		return place;
	}
	place = c->long_count;
	map_set(&c->long_places, copy, place);
	c->long_texts = array_room(c->long_texts, place, &c->long_room, sizeof *c->long_texts);
	c->long_texts[c->long_count++] = copy;
	return place;
}

static struct cell cell_of(struct canvas *c, uint8_t style, int width, const char *text, size_t len)
{
	struct cell cell = {.style = style, .width = (uint8_t)width};

	if (len <= sizeof cell.text) {
		memcpy(cell.text, text, len);
		return cell;
	}
	size_t place = place_of(c, text, len);
	cell.text[0] = (char)LONG_TEXT;
	cell.text[1] = (char)(place >> 16);
	cell.text[2] = (char)(place >> 8);
	cell.text[3] = (char)place;
	return cell;
}

/* The whole */

static void forget_long(struct canvas *c)
{
	for (size_t i = 0; i < c->long_count; i++)
		free(c->long_texts[i]);
	free(c->long_texts);
	map_release(&c->long_places);
	c->long_places = (struct map){0};
	c->long_texts = NULL;
	c->long_count = c->long_room = 0;
}

void canvas_release(struct canvas *c)
{
	forget_long(c);
	free(c->cells);
	free(c->shown);
	free(c->touched);
	*c = (struct canvas){0};
}

static size_t count(const struct canvas *c)
{
	return (size_t)c->rows * (size_t)c->columns;
}

static void touch_all(struct canvas *c)
{
	for (int i = 0; i < c->rows; i++)
		c->touched[i] = (struct touch){0, c->columns};
}

void canvas_resize(struct canvas *c, int rows, int columns)
{
	canvas_release(c);
	c->rows = rows;
	c->columns = columns;
	c->cells = mem_new(count(c), sizeof *c->cells);
	c->shown = mem_new(count(c), sizeof *c->shown);
	c->touched = mem_new((size_t)rows, sizeof *c->touched);
	canvas_erase(c);
	canvas_cleared(c);
}

void canvas_cleared(struct canvas *c)
{
	for (size_t i = 0; i < count(c); i++)
		c->shown[i] = blank;
	touch_all(c);
}

void canvas_erase(struct canvas *c)
{
	for (size_t i = 0; i < count(c); i++)
		c->cells[i] = blank;
	touch_all(c);
	if (c->long_count < LONG_MOST)
		return;
	forget_long(c);
	memset(c->shown, 0, count(c) * sizeof *c->shown); /* like no cell: all is sent */
}

/* Drawing */

static struct cell *cells_at(struct canvas *c, int row, int column)
{
	return c->cells + (size_t)row * (size_t)c->columns + column;
}

/* The columns were drawn over; `halved`: the first was the second half of the cell before it. What is
 * left of a cell cut in half becomes blank. */
static void drawn(struct canvas *c, int row, struct touch over, bool halved)
{
	struct touch *touched = &c->touched[row];

	if (halved)
		*cells_at(c, row, --over.from) = blank;
	if (over.to < c->columns && cells_at(c, row, over.to)->width == 0)
		*cells_at(c, row, over.to++) = blank;
	if (touched->from >= touched->to)
		*touched = over;
	touched->from = touched->from < over.from ? touched->from : over.from;
	touched->to = touched->to > over.to ? touched->to : over.to;
}

/* True when a printable ASCII character stands there by itself: nothing joins it. */
static bool is_plain(const char *text, size_t len)
{
	return text[0] >= ' ' && text[0] <= '~' && (len == 1 || (unsigned char)text[1] < 0x80);
}

int canvas_put(struct canvas *c, int row, int column, int width, uint8_t style, const char *text,
	size_t len)
{
	struct cell *cells = cells_at(c, row, column);
	bool halved = cells->width == 0;
	int used = 0;

	for (size_t at = 0; at < len;) {
		if (is_plain(text + at, len - at) && used < width) {
			cells[used++] = (struct cell){{text[at++]}, style, 1, {0, 0}};
			continue;
		}
		struct cluster next = cluster_read(text + at, len - at);
		if (used + next.width > width)
			break;
		if (next.width)
			cells[used] = cell_of(c, style, next.width, text + at, next.drawn);
		if (next.width == 2)
			cells[used + 1] = (struct cell){.style = style};
		used += next.width;
		at += next.len;
	}
	if (used)
		drawn(c, row, (struct touch){column, column + used}, halved);
	return used;
}

void canvas_fill(struct canvas *c, int row, int column, int width, uint8_t style, const char *text)
{
	struct cell cell = cell_of(c, style, 1, text, strlen(text));
	struct cell *cells = cells_at(c, row, column);
	bool halved = cells->width == 0;

	for (int i = 0; i < width; i++)
		cells[i] = cell;
	drawn(c, row, (struct touch){column, column + width}, halved);
}

bool canvas_shows(const struct canvas *c, int row, int column, const char *text)
{
	return strncmp(canvas_row(c, row)[column].text, text, sizeof c->cells->text) == 0;
}

/* Sending */

const struct cell *canvas_row(const struct canvas *c, int row)
{
	return c->cells + (size_t)row * (size_t)c->columns;
}

const struct cell *canvas_shown(const struct canvas *c, int row)
{
	return c->shown + (size_t)row * (size_t)c->columns;
}

bool canvas_changes(const struct canvas *c, int row, struct touch *out)
{
	const struct cell *now = canvas_row(c, row), *shown = canvas_shown(c, row);
	struct touch t = c->touched[row];

	if (t.from >= t.to || memcmp(now + t.from, shown + t.from,
				      (size_t)(t.to - t.from) * sizeof *now) == 0)
		return false;
	while (t.from < t.to && cell_same(&now[t.from], &shown[t.from]))
		t.from++;
	while (t.from < t.to && cell_same(&now[t.to - 1], &shown[t.to - 1]))
		t.to--;
	*out = t;
	return true;
}

void canvas_sent(struct canvas *c, int row)
{
	struct touch *t = &c->touched[row];
	size_t start = (size_t)row * (size_t)c->columns + (size_t)t->from;

	if (t->from < t->to)
		memcpy(c->shown + start, c->cells + start, (size_t)(t->to - t->from) * sizeof *c->cells);
	*t = (struct touch){0, 0};
}
