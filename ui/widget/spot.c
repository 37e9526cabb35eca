/* SPDX-License-Identifier: MIT */
/* spot.c - rows piece by piece, wrapped texts and signs. */
#include "ui/widget/spot.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/text.h"

struct spot spot_at(int row, int column, int width)
{
	return (struct spot){row, column, column + width};
}

int spot_left(const struct spot *spot)
{
	return spot->end > spot->column ? spot->end - spot->column : 0;
}

void spot_put(struct spot *spot, enum style style, const char *text)
{
	if (spot_left(spot) > 0)
		spot->column += screen_put(spot->row, spot->column, spot_left(spot), style, text);
}

void spot_format(struct spot *spot, enum style style, const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	spot_put(spot, style, text);
}

void spot_gap(struct spot *spot, int columns)
{
	spot->column += columns;
}

int columns_of(const char *text)
{
	return text_width(text, strlen(text));
}

void put_right(int row, int column, int width, enum style style, const char *text)
{
	int used = columns_of(text);

	if (used < width)
		screen_put(row, column + width - used, used, style, text);
	else
		screen_put(row, column, width, style, text);
}

void put_centred(int row, int column, int width, enum style style, const char *text)
{
	int used = columns_of(text);
	int before = used < width ? (width - used) / 2 : 0;

	screen_put(row, column + before, width - before, style, text);
}

size_t without_spaces(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len;
}

void put_cells(int row, int column, int width, enum style style, double part, double whole)
{
	int cells = whole > 0 ? (int)(part / whole * width + 0.5) : 0;

	if (cells > width)
		cells = width;
	if (part > 0 && cells < 1)
		cells = 1;
	if (cells > 0)
		screen_fill(row, column, cells, style, screen_ascii() ? "#" : "▇");
}

int wrapped_rows(const char *text, size_t len, int width, int most)
{
	int rows = 0;

	for (size_t at = 0; at < len && rows < most; rows++)
		at += text_wrap(text + at, len - at, width);
	return rows;
}

int put_wrapped(struct area area, enum style style, const char *text)
{
	size_t len = strlen(text), at = 0;
	int row = 0;

	while (at < len && row < area.rows && area.columns > 0) {
		size_t part = text_wrap(text + at, len - at, area.columns);

		if (row == area.rows - 1)
			part = len - at;
		screen_put_bytes(area.row + row, area.column, area.columns, style, text + at,
			without_spaces(text + at, part));
		at += part;
		row++;
	}
	return row;
}

const char *sign(enum sign which)
{
	bool ascii = screen_ascii();

	switch (which) {
	case SIGN_DOT: return ascii ? "-" : "·";
	case SIGN_SAVED: return ascii ? "v" : "✓";
	case SIGN_UNSAVED: return ascii ? "." : "·";
	case SIGN_TO: return ascii ? ">" : "→";
	case SIGN_ON: return ascii ? ">" : "▸";
	case SIGN_DASH: return ascii ? "-" : "–";
	case SIGN_LATE: return ascii ? "^" : "↑";
	case SIGN_CONFLICT: return ascii ? "#" : "≠";
	case SIGN_CUT: return ascii ? "..." : "…";
	}
	return "";
}

