/* SPDX-License-Identifier: MIT */
/* test_canvas.c - whatever is drawn, in whichever order, a terminal that is only told what changed
 * shows the same as the canvas; and what a single key costs. */
#include "unit/cases.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include "ui/term/canvas.h"
#include "ui/term/capability.h"
#include "ui/term/paint.h"
#include "ui/term/screen.h"

enum { ROWS = 7, COLUMNS = 23, FRAMES = 3000, DRAWN_MOST = 6 };

static const char *const pieces[] = {"a", "wide words", "采购", "한국", "e\xcc\x81t\xc3\xa9", "│", "─────────────",
	"                    ", "x", "ก็", "\xd7\xa9\xd6\xb8\xd6\xbc", "▊", "--------------------", "\xf0\x9f\x91\x8d",
	"e\xcc\x81\xcc\x82\xcc\xa3" /* more than four bytes */};

static struct {
	struct canvas canvas;
	struct buffer out;
	VTerm *vt;
	VTermScreen *screen;
	unsigned seed;
} t = {.out = BUFFER_EMPTY};

static int random_below(int most)
{
	t.seed = t.seed * 1103515245u + 12345u;
	return (int)(t.seed >> 16 & 0x7fff) % most;
}

static void begin(const char *term)
{
	setenv("TERM", term, 1);
	assert_true(capability_load());
	paint_start(true);
	canvas_resize(&t.canvas, ROWS, COLUMNS);
	t.vt = vterm_new(ROWS, COLUMNS);
	vterm_set_utf8(t.vt, 1);
	t.screen = vterm_obtain_screen(t.vt);
	vterm_screen_reset(t.screen, 1);
	t.seed = 7;
}

static void end(void)
{
	vterm_free(t.vt);
	canvas_release(&t.canvas);
	buffer_release(&t.out);
	paint_stop();
	capability_unload();
}

static void draw_something(void)
{
	const char *piece = pieces[random_below((int)(sizeof pieces / sizeof *pieces))];
	int row = random_below(ROWS), column = random_below(COLUMNS);
	int width = 1 + random_below(COLUMNS - column);
	uint8_t style = (uint8_t)random_below(STYLES);

	switch (random_below(12)) {
	case 0: canvas_fill(&t.canvas, row, column, width, style, " "); return;
	case 1: canvas_fill(&t.canvas, row, 0, COLUMNS, STYLE_TEXT, " "); return;
	case 2: canvas_fill(&t.canvas, row, column, width, style, "─"); return;
	case 3:
		if (random_below(20) == 0)
			canvas_erase(&t.canvas);
		return;
	case 4:
		if (random_below(50) == 0)
			paint_clear();
		return;
	default: canvas_put(&t.canvas, row, column, width, style, piece, strlen(piece));
	}
}

static size_t send_frame(int row, int column)
{
	size_t len;

	buffer_reset(&t.out);
	paint_canvas(&t.out, &t.canvas);
	paint_cursor(&t.out, row, column);
	len = t.out.len;
	vterm_input_write(t.vt, t.out.bytes, len);
	return len;
}

/* The cell's code points and, for its look, B (bold) and R (reverse). */
static void say_shown(int row, int column, char *out, size_t size)
{
	VTermScreenCell cell;
	size_t len = 0;

	vterm_screen_get_cell(t.screen, (VTermPos){row, column}, &cell);
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] && len + 9 < size; i++)
		len += (size_t)snprintf(out + len, size - len, "%x ", (unsigned)cell.chars[i]);
	if (len == 0)
		len = (size_t)snprintf(out, size, "20 ");
	snprintf(out + len, size - len, "%s%s", cell.attrs.bold ? "B" : "", cell.attrs.reverse ? "R" : "");
}

static void say_meant(int row, int column, char *out, size_t size)
{
	static const char *const looks[STYLES] = {
#define NORMAL ""
#define DIM ""
#define BOLD "B"
#define REVERSE "R"
#define STYLE(ident, foreground, attributes, help) #attributes,
#include "ui/term/styles.def"
#undef STYLE
#undef NORMAL
#undef DIM
#undef BOLD
#undef REVERSE
	};
	const struct cell *cell = canvas_row(&t.canvas, row) + column;
	size_t bytes, len = 0;
	const char *text = cell_text(&t.canvas, cell, &bytes), *look = looks[cell->style];
	wchar_t wide[16];
	char copy[64];

	snprintf(copy, sizeof copy, "%.*s", (int)bytes, text);
	size_t count = mbstowcs(wide, copy, 16);
	for (size_t i = 0; i < count && count < 16 && len + 9 < size; i++)
		len += (size_t)snprintf(out + len, size - len, "%x ", (unsigned)wide[i]);
	snprintf(out + len, size - len, "%s%s", strstr(look, "BOLD") ? "B" : "",
		strstr(look, "REVERSE") ? "R" : "");
}

static void same_everywhere(int frame)
{
	char meant[128], shown[128];

	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
			if (canvas_row(&t.canvas, row)[column].width == 0)
				continue;
			say_meant(row, column, meant, sizeof meant);
			say_shown(row, column, shown, sizeof shown);
			if (column == COLUMNS - 1 && strlen(meant) > strlen("ffff BR"))
				continue; /* there libvterm loses the marks */
			if (strcmp(meant, shown) != 0)
				fail_msg("frame %d, row %d, column %d: meant %s, shown %s", frame,
					row, column, meant, shown);
		}
}

static void same_on(const char *term)
{
	begin(term);
	for (int frame = 0; frame < FRAMES; frame++) {
		int row = random_below(ROWS), column = random_below(COLUMNS);
		VTermPos at;

		for (int i = random_below(DRAWN_MOST); i >= 0; i--)
			draw_something();
		send_frame(row, column);
		same_everywhere(frame);
		vterm_state_get_cursorpos(vterm_obtain_state(t.vt), &at);
		assert_int_equal(at.row, row);
		assert_int_equal(at.col, column);
	}
	end();
}

static void the_terminal_shows_the_canvas(void **state)
{
	static const char *const terms[] = {"xterm-256color", "screen", "linux", "vt220"};

	(void)state;
	for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
		same_on(terms[i]);
}

static void costs(void **state)
{
	(void)state;
	begin("xterm-256color");
	send_frame(3, 4);
	assert_int_equal(send_frame(3, 4), 0);
	canvas_fill(&t.canvas, 3, 0, COLUMNS, STYLE_TEXT, " ");
	canvas_put(&t.canvas, 3, 4, COLUMNS - 4, STYLE_TEXT, "a", 1);
	assert_int_equal(send_frame(3, 5), 1);
	canvas_put(&t.canvas, 3, 4, COLUMNS - 4, STYLE_TEXT, "ab", 2);
	assert_int_equal(send_frame(3, 6), 1);
	canvas_fill(&t.canvas, 3, 0, COLUMNS, STYLE_TEXT, " ");
	canvas_put(&t.canvas, 3, 4, COLUMNS - 4, STYLE_TEXT, "a", 1);
	assert_int_equal(send_frame(3, 5), strlen("\b \b"));
	canvas_fill(&t.canvas, 1, 0, COLUMNS, STYLE_SELECTED, " ");
	assert_in_range(send_frame(3, 5), 1, 40);
	end();
}

/* The frame after that is whole however many long clusters there were. */
static void long_clusters_do_not_pile_up(void **state)
{
	char text[32];

	(void)state;
	begin("xterm-256color");
	for (int i = 0; i < 6000; i++) {
		int len = snprintf(text, sizeof text, "%c\xcc\x81\xcd%c\xcd%c", 'a' + i % 20,
			0x80 + i / 20 % 32, 0x80 + i / 640);

		if (i % ROWS == 0)
			canvas_erase(&t.canvas);
		canvas_put(&t.canvas, i % ROWS, 3, 5, STYLE_TEXT, text, (size_t)len);
		if (i % 500 == 0) {
			send_frame(0, 0);
			same_everywhere(i);
		}
	}
	assert_in_range(t.canvas.long_count, 1, 4200);
	send_frame(0, 0);
	same_everywhere(6000);
	end();
}

/* "left" when a cell still holds something, and how the scrollback is treated. */
static void giving_says(const char *term, bool shrinks, char *out, size_t size)
{
	bool left = false;

	begin(term);
	for (int row = 0; row < ROWS; row++)
		canvas_fill(&t.canvas, row, 0, COLUMNS, STYLE_SELECTED, "x");
	send_frame(3, 4);
	if (shrinks)
		paint_shrunk();
	buffer_reset(&t.out);
	paint_giving(&t.out, ROWS);
	vterm_input_write(t.vt, t.out.bytes, t.out.len);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
			VTermScreenCell cell;

			vterm_screen_get_cell(t.screen, (VTermPos){row, column}, &cell);
			left = left || cell.chars[0] || cell.attrs.reverse;
		}
	snprintf(out, size, "%s%s%s", left ? "left" : "erased", strstr(t.out.bytes, "\033[2J") ? " at once" : "",
		strstr(t.out.bytes, "\033[3J") ? " with the scrollback" : "");
	end();
}

static void nothing_is_left(void **state)
{
	static const struct {
		const char *term;
		bool shrinks;
		const char *expected;
	} rows[] = {
		{"vt100", false, "erased"}, {"vt220", false, "erased"}, {"linux", false, "erased"},
		{"screen", false, "erased"}, {"xterm-256color", false, "erased"},
		{"vt100", true, "erased"}, {"linux", true, "erased with the scrollback"},
		{"xterm-256color", true, "erased"},
	};
	char got[64];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		giving_says(rows[i].term, rows[i].shrinks, got, sizeof got);
		if (strcmp(got, rows[i].expected) != 0)
			fail_msg("%s%s: %s, not %s", rows[i].term, rows[i].shrinks ? " that shrank" : "",
				got, rows[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_terminal_shows_the_canvas),
		cmocka_unit_test(costs),
		cmocka_unit_test(nothing_is_left),
		cmocka_unit_test(long_clusters_do_not_pile_up),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
