/* SPDX-License-Identifier: MIT */
/* columns.c - rows of cells, written in columns that line up. */
#include "report/columns.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/when.h"
#include "text/text.h"

void columns_init(struct columns *t, const char *right)
{
	*t = (struct columns){.columns = strlen(right), .right = right};
}

void columns_release(struct columns *t)
{
	for (size_t i = 0; i < t->count; i++)
		free(t->cells[i]);
	free(t->cells);
	*t = (struct columns){0};
}

void columns_cell(struct columns *t, const char *text)
{
	t->cells = array_room(t->cells, t->count, &t->room, sizeof *t->cells);
	t->cells[t->count++] = mem_text(text ? text : "");
}

void columns_number(struct columns *t, int64_t number)
{
	char text[32];

	snprintf(text, sizeof text, "%" PRId64, number);
	columns_cell(t, text);
}

void columns_span(struct columns *t, int64_t ms)
{
	struct buffer text = BUFFER_EMPTY;

	clock_write(&text, ms);
	columns_cell(t, text.bytes);
	buffer_release(&text);
}

static int column_width(const struct columns *t, size_t column)
{
	int widest = 0;

	for (size_t i = column; i < t->count; i += t->columns) {
		int width = text_width(t->cells[i], strlen(t->cells[i]));

		if (width > widest)
			widest = width;
	}
	return widest;
}

static void put_spaces(struct buffer *out, int count)
{
	for (int i = 0; i < count; i++)
		buffer_char(out, ' ');
}

static void put_cell(struct buffer *out, const char *text, int width, bool right)
{
	int used = text_width(text, strlen(text));

	if (right)
		put_spaces(out, width - used);
	text_cut(out, text, strlen(text), INT_MAX, false);
	if (!right)
		put_spaces(out, width - used);
}

static void end_line(struct buffer *out)
{
	while (out->len && out->bytes[out->len - 1] == ' ')
		buffer_cut(out, out->len - 1);
	buffer_char(out, '\n');
}

void columns_write(struct buffer *out, const struct columns *t, size_t indent)
{
	int *widths = mem_new(t->columns + 1, sizeof *widths);

	for (size_t i = 0; i < t->columns; i++)
		widths[i] = column_width(t, i);
	for (size_t i = 0; i + t->columns <= t->count; i += t->columns) {
		put_spaces(out, (int)indent);
		for (size_t j = 0; j < t->columns; j++) {
			if (j && widths[j - 1])
				buffer_text(out, "  ");
			put_cell(out, t->cells[i + j], widths[j], t->right[j] == 'r');
		}
		end_line(out);
	}
	free(widths);
}
