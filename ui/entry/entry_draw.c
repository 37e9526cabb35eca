/* SPDX-License-Identifier: MIT */
/* entry_draw.c - the prompt and the line being typed, in up to four rows. */
#include "ui/entry/entry_draw.h"

#include "text/text.h"
#include "ui/entry/moment.h"
#include "ui/term/screen.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

/* One row of the line: text[from..to). */
struct row {
	size_t from, to;
};

/* Prompt */

static void say_prompt(struct buffer *out, const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t speaker = console_speaker(c);

	if (screen_rows() < 2) {
		add_time_of_day(out, s, c->now);
		buffer_char(out, ' ');
	}
	if (seat_is_read_only(c->seat))
		buffer_text(out, "read-only ");
	else if (speaker != NONE && c->view == SHOW_CAPTURE) {
		buffer_text(out, session_call(s, speaker, NAMING_ID));
		buffer_char(out, ' ');
	}
}

int prompt_width(const struct console *c)
{
	struct buffer text = BUFFER_EMPTY;
	int most = screen_columns() / 3, width;

	say_prompt(&text, c);
	width = columns_of(text.bytes);
	buffer_release(&text);
	return (width < most ? width : most) + 3;
}

static void draw_prompt(const struct console *c, int row, int width)
{
	struct buffer text = BUFFER_EMPTY;
	enum style style = console_types(c) ? STYLE_PROMPT : STYLE_DIM;

	say_prompt(&text, c);
	screen_fill(row, 0, width, STYLE_TEXT, " ");
	if (width > 3)
		screen_put(row, 1, width - 3, style, text.bytes);
	screen_put(row, width - 2, 1, style, screen_ascii() ? ">" : "›");
	buffer_release(&text);
}

/* Rows */

static int text_columns(const struct console *c)
{
	int width = screen_columns() - prompt_width(c) - 1;

	return width < 1 ? 1 : width;
}

/* The next row from `at` on. */
static struct row row_from(const struct console *c, size_t at, int width)
{
	const struct buffer *text = &c->entry.text;

	return (struct row){at, at + text_wrap(text->bytes + at, text->len - at, width)};
}

/* The row with the cursor, from 0, and how many there are. A cursor behind a full row stands at the
 * start of the next. */
static int count_rows(const struct console *c, int width, int *cursor_row)
{
	const struct buffer *text = &c->entry.text;
	int rows = 0;
	size_t at = 0;

	*cursor_row = 0;
	while (at < text->len) {
		struct row row = row_from(c, at, width);

		if (c->entry.cursor >= row.from && c->entry.cursor < row.to)
			*cursor_row = rows;
		at = row.to;
		rows++;
		if (at == text->len && c->entry.cursor == at) {
			bool full = text_width(text->bytes + row.from, row.to - row.from) > width;

			*cursor_row = full ? rows : rows - 1;
			rows += full;
		}
	}
	return rows ? rows : 1;
}

int entry_rows(const struct console *c, int most)
{
	int cursor_row, width = text_columns(c);
	int rows;

	if (c->entry.text.len <= (size_t)width)
		return 1;
	rows = count_rows(c, width, &cursor_row);
	return rows < most ? rows : most;
}

static void draw_row(const struct console *c, int at, int column, int width, struct row row)
{
	const char *text = c->entry.text.bytes + row.from;
	size_t len = row.to - row.from;
	enum style style = console_types(c) ? STYLE_TEXT : STYLE_DIM;
	int used;

	while (len && text[len - 1] == ' ' && text_width(text, len) > width)
		len--;
	used = screen_put_bytes(at, column, width, style, text, len);
	screen_fill(at, column + used, screen_columns() - column - used, STYLE_TEXT, " ");
}

static void put_cursor(const struct console *c, int row, int column, int width, size_t from)
{
	int used = text_width(c->entry.text.bytes + from, c->entry.cursor - from);

	screen_cursor(row, column + (used < width ? used : width));
}

void entry_draw(const struct console *c, int row, int rows)
{
	int width = text_columns(c), column = prompt_width(c), cursor_row;
	int count = count_rows(c, width, &cursor_row);
	int first = cursor_row >= rows ? cursor_row - rows + 1 : 0;
	size_t at = 0;
	bool has_cursor = console_types(c) && c->overlay == OVERLAY_NONE;

	screen_cursor(-1, 0);
	draw_prompt(c, row, column);
	for (int i = 0; i < count; i++) {
		struct row part = at < c->entry.text.len ? row_from(c, at, width)
							  : (struct row){at, at};

		if (i > first && i < first + rows)
			screen_fill(row + i - first, 0, column, STYLE_TEXT, " ");
		if (i >= first && i < first + rows)
			draw_row(c, row + i - first, column, width, part);
		if (i == cursor_row && has_cursor)
			put_cursor(c, row + i - first, column, width, part.from);
		at = part.to;
	}
}
