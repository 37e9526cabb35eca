/* SPDX-License-Identifier: MIT */
/* paint.c - cells that changed, as bytes for the terminal. */
#include "ui/term/paint.h"

#include <string.h>

#include "ui/term/capability.h"

enum { NOWHERE = -1, LOOK_SIZE = 48, GAP_MOST = 5, REPEAT_LEAST = 8, ERASE_LEAST = 4, PLAIN_MOST = 128 };

/* Looks */

enum foreground { DEFAULT, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN };
enum attribute { NORMAL = 0, BOLD = 1, DIM = 2, REVERSE = 4 };

static const struct {
	enum foreground foreground;
	int attributes;
} looks[STYLES] = {
#define STYLE(ident, foreground, attributes, help) {foreground, attributes},
#include "ui/term/styles.def"
#undef STYLE
};

static struct {
	struct buffer wear[STYLES];  /* from any look to this one */
	bool erases, repeats;        /* to the end of the row; one character many times */
	bool alternate; /* what is drawn is on a screen of its own, without scrollback */
	bool in_scrollback;          /* what was drawn may be */
	bool moves_usually;          /* CSI row ; column H */
	bool repeats_usually;        /* the character, CSI times b */
	bool goes_back;              /* a backspace moves one column to the left */
	bool last_scrolls;           /* after the last cell the screen scrolls */
	bool clears;                 /* before the next frame */
	int row, column;             /* of the terminal's cursor; NOWHERE: not known */
	int worn;                    /* style; NOWHERE: not known */
	bool cursor_hidden;
} paint;

/* Adds "CSI … m", joined to one that stands at the end of `out` from `start` on: terminals take several
 * in one. */
static void add_look(struct buffer *out, size_t start, const struct buffer *part)
{
	size_t len = part->len;
	bool joins = len > 3 && strncmp(part->bytes, "\033[", 2) == 0 && part->bytes[len - 1] == 'm' &&
		     strspn(part->bytes + 2, "0123456789;") == len - 3;

	if (joins && out->len > start && out->bytes[out->len - 1] == 'm') {
		buffer_cut(out, out->len - 1);
		buffer_char(out, ';');
		buffer_bytes(out, part->bytes + 2, len - 2);
	} else {
		buffer_bytes(out, part->bytes, len);
	}
}

/* The plain look. Where it is told in the usual way that alone is taken: what goes with it leaves a set of
 * line drawing characters, and none is ever entered here. */
static void add_plain(struct buffer *out)
{
	struct buffer plain = BUFFER_EMPTY;

	capability_write(&plain, "sgr0");
	if (strstr(plain.bytes, "\033[m"))
		buffer_text(out, "\033[0m");
	else
		buffer_bytes(out, plain.bytes, plain.len);
	buffer_release(&plain);
}

static void learn_look(enum style style, bool colour)
{
	static const struct {
		int attribute;
		const char *name;
	} parts[] = {{BOLD, "bold"}, {DIM, "dim"}, {REVERSE, "rev"}};
	struct buffer *look = &paint.wear[style], part = BUFFER_EMPTY;

	buffer_init(look);
	add_plain(look);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (looks[style].attributes & parts[i].attribute) {
			buffer_reset(&part);
			capability_write(&part, parts[i].name);
			add_look(look, 0, &part);
		}
	if (colour && looks[style].foreground != DEFAULT) {
		buffer_reset(&part);
		capability_write_with(&part, "setaf", (int)looks[style].foreground, 0);
		add_look(look, 0, &part);
	}
	buffer_release(&part);
}

bool paint_is_reverse(enum style style)
{
	return looks[style].attributes & REVERSE;
}

/* Starting and stopping */

void paint_start(bool colour)
{
	for (int i = 0; i < STYLES; i++)
		learn_look((enum style)i, colour);
	paint.erases = capability_there("el");
	paint.alternate = capability_there("smcup") && capability_there("rmcup");
	paint.in_scrollback = false;
	paint.repeats = capability_there("rep");
	paint.moves_usually = capability_is("cup", "\033[%i%p1%d;%p2%dH");
	paint.repeats_usually = capability_is("rep", "%p1%c\033[%p2%{1}%-%db");
	paint.goes_back = capability_is("cub1", "\b");
	paint.last_scrolls = capability_flag("am") && !capability_flag("xenl");
	paint_again();
}

void paint_again(void)
{
	paint.row = paint.column = paint.worn = NOWHERE;
	paint.cursor_hidden = false;
	paint.clears = true;
}

void paint_stop(void)
{
	for (int i = 0; i < STYLES; i++)
		buffer_release(&paint.wear[i]);
}

void paint_taking(struct buffer *out)
{
	capability_write(out, "smcup");
	capability_write(out, "sgr0");
}

/* As nearly all terminals are told where to go; what terminfo is asked for costs far more. */
static void say_move(struct buffer *out, int row, int column)
{
	if (!paint.moves_usually) {
		capability_write_with(out, "cup", row, column);
		return;
	}
	buffer_text(out, "\033[");
	buffer_number(out, row + 1);
	buffer_char(out, ';');
	buffer_number(out, column + 1);
	buffer_char(out, 'H');
}

/* Erases row by row: some terminals put into their scrollback what is cleared at once. */
static void erase_rows(struct buffer *out, int rows)
{
	struct buffer erase = BUFFER_EMPTY;

	capability_write(&erase, "el");
	for (int row = 0; row < rows; row++) {
		say_move(out, row, 0);
		buffer_bytes(out, erase.bytes, erase.len);
	}
	capability_write(out, "ed"); /* below, when the terminal grew meanwhile */
	buffer_release(&erase);
}

void paint_giving(struct buffer *out, int rows)
{
	capability_write(out, "sgr0");
	if (paint.erases)
		erase_rows(out, rows);
	else
		capability_write(out, "clear");
	if (paint.in_scrollback)
		capability_write(out, "E3");
	say_move(out, 0, 0);
	capability_write(out, "cnorm");
	capability_write(out, "rmcup");
}

void paint_shrunk(void)
{
	paint.in_scrollback = !paint.alternate;
}

void paint_clear(void)
{
	paint.clears = true;
}

/* Moving */

static void wear(struct buffer *out, int style)
{
	if (paint.worn == style)
		return;
	buffer_bytes(out, paint.wear[style].bytes, paint.wear[style].len);
	paint.worn = style;
}

static bool go_back(struct buffer *out, int row, int column)
{
	if (!paint.goes_back || paint.row != row || paint.column < column ||
		paint.column - column > GAP_MOST)
		return false;
	while (paint.column > column) {
		buffer_char(out, '\b');
		paint.column--;
	}
	return true;
}

/* Over a few cells the shortest way is to write them again. */
static bool go_over(struct buffer *out, const struct cell *cells, int row, int column)
{
	int from = paint.column;

	if (paint.row != row || from > column || column - from > GAP_MOST)
		return false;
	for (int i = from; i < column; i++)
		if (!cell_is_plain(&cells[i]) || cells[i].style != paint.worn)
			return false;
	for (; paint.column < column; paint.column++)
		buffer_char(out, cells[paint.column].text[0]);
	return true;
}

static void go(struct buffer *out, const struct cell *cells, int row, int column)
{
	if (go_back(out, row, column) || (cells && go_over(out, cells, row, column)))
		return;
	say_move(out, row, column);
	paint.row = row;
	paint.column = column;
}

/* The cursor has gone on over what was written; where it stands past the last column terminals do not
 * agree about, nor about how wide a cluster of several code points is. */
static void gone_on(const struct canvas *c, int columns, bool sure)
{
	paint.column += columns;
	if (!sure || paint.column >= c->columns)
		paint.row = paint.column = NOWHERE;
}

static void repeat(struct buffer *out, char c, int times)
{
	if (!paint.repeats_usually) {
		capability_write_with(out, "rep", c, times);
		return;
	}
	buffer_char(out, c);
	buffer_text(out, "\033[");
	buffer_number(out, times - 1);
	buffer_char(out, 'b');
}

/* Rows */

/* How many cells from there on are that one. The last columns are left out: some terminals take a run
 * that ends beside the edge for one that ends at it. */
static int run_of(const struct cell *cells, int from, int to, int columns)
{
	int end = to < columns - 2 ? to : columns - 2, at = from + 1;

	while (at < end && cell_same(&cells[at], &cells[from]))
		at++;
	return at - from;
}

/* Draws the plain cells from there on that are of its style, up to one that is sent already or a run;
 * returns the columns. */
static int draw_plain(struct buffer *out, const struct canvas *c, int row, int column, int to)
{
	const struct cell *cells = canvas_row(c, row), *shown = canvas_shown(c, row);
	char text[PLAIN_MOST];
	int n = 0;

	for (int at = column; n < PLAIN_MOST && at < to; at++) {
		if (!cell_is_plain(&cells[at]) || cells[at].style != cells[column].style ||
			cell_same(&cells[at], &shown[at]) ||
			(paint.repeats && run_of(cells, at, to, c->columns) >= REPEAT_LEAST))
			break;
		text[n++] = cells[at].text[0];
	}
	buffer_bytes(out, text, (size_t)n);
	gone_on(c, n, true);
	return n;
}

static bool is_one_code_point(const char *text, size_t len)
{
	for (size_t i = 1; i < len; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return false;
	return true;
}

/* Draws the cell, and those after it that go with it; returns the columns. */
static int draw(struct buffer *out, const struct canvas *c, int row, int column, int to)
{
	const struct cell *cells = canvas_row(c, row), *cell = &cells[column];
	size_t len;
	const char *text;
	int run = paint.repeats && cell_is_plain(cell) ? run_of(cells, column, to, c->columns) : 1;

	go(out, cells, row, column);
	wear(out, cell->style);
	if (run >= REPEAT_LEAST) {
		repeat(out, cell->text[0], run);
		gone_on(c, run, true);
		return run;
	}
	if (cell_is_plain(cell))
		return draw_plain(out, c, row, column, to);
	text = cell_text(c, cell, &len);
	buffer_bytes(out, text, len);
	gone_on(c, cell->width, is_one_code_point(text, len));
	return cell->width;
}

/* From where the row is blank to its end. */
static int blank_from(const struct cell *cells, int columns)
{
	while (columns > 0 && cell_is_blank(&cells[columns - 1]))
		columns--;
	return columns;
}

static void draw_row(struct buffer *out, const struct canvas *c, int row, struct touch t)
{
	const struct cell *cells = canvas_row(c, row), *shown = canvas_shown(c, row);
	int blank = blank_from(cells, c->columns);
	int from = blank > t.from ? blank : t.from;
	bool erases = paint.erases && t.to - from >= ERASE_LEAST;
	int to = erases ? from : t.to;

	if (paint.last_scrolls && row == c->rows - 1 && to == c->columns)
		to--;
	for (int column = t.from; column < to;)
		if (cell_same(&cells[column], &shown[column]) || cells[column].width == 0)
			column++;
		else
			column += draw(out, c, row, column, to);
	if (!erases)
		return;
	go(out, cells, row, from);
	wear(out, STYLE_TEXT);
	capability_write(out, "el");
}

void paint_canvas(struct buffer *out, struct canvas *c)
{
	struct touch t;

	if (paint.clears) {
		wear(out, STYLE_TEXT);
		if (paint.erases && !paint.alternate)
			erase_rows(out, c->rows);
		else
			capability_write(out, "clear");
		canvas_cleared(c);
		paint.row = paint.column = NOWHERE;
		paint.clears = false;
	}
	for (int row = 0; row < c->rows; row++) {
		if (canvas_changes(c, row, &t))
			draw_row(out, c, row, t);
		canvas_sent(c, row);
	}
}

void paint_cursor(struct buffer *out, int row, int column)
{
	if ((row < 0) != paint.cursor_hidden) {
		capability_write(out, row < 0 ? "civis" : "cnorm");
		paint.cursor_hidden = row < 0;
	}
	if (row >= 0 && (row != paint.row || column != paint.column))
		go(out, NULL, row, column);
}
