/* SPDX-License-Identifier: MIT */
/* screen.c - the terminal: cells out. */
#include "ui/term/screen.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/buffer.h"
#include "text/text.h"
#include "ui/term/canvas.h"
#include "ui/term/capability.h"
#include "ui/term/keyboard.h"
#include "ui/term/paint.h"

enum { ROWS_USUAL = 24, COLUMNS_USUAL = 80, COLOURS_LEAST = 8 };

static const char MODES_ON[] = "\033[?1000h\033[?1006h\033[?2004h";
static const char MODES_OFF[] = "\033[?2004l\033[?1006l\033[?1000l";

static struct {
	bool on, ascii, modes, marks;
	bool woken; /* taken again after screen_rest(), of which SIGCONT will tell too */
	struct termios before;
	struct canvas canvas;
	int cursor_row, cursor_column;
	long frames;
	struct buffer reset; /* what gives the terminal back, also after a crash */
	struct buffer frame; /* what is to be sent */
	struct buffer cut;   /* a text as it is drawn */
} terminal = {.reset = BUFFER_EMPTY, .frame = BUFFER_EMPTY, .cut = BUFFER_EMPTY};

static bool wants_colour(enum colour_use use)
{
	const char *no = getenv("NO_COLOR");

	if (use == COLOUR_NEVER || capability_number("colors") < COLOURS_LEAST)
		return false;
	return use == COLOUR_ALWAYS || !no || !*no;
}

/* Starting and stopping */

static void write_all(const char *bytes, size_t len)
{
	while (len) {
		ssize_t written = write(STDOUT_FILENO, bytes, len);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return;
		bytes += written;
		len -= (size_t)written;
	}
}

/* Keys come one by one as they were pressed, and nothing is done to what is sent. */
static void enter_raw(void)
{
	struct termios raw = terminal.before;

	raw.c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO | ECHONL);
	raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | INLCR | IGNCR | ICRNL | IXON);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

static void take_terminal(void)
{
	enter_raw();
	paint_taking(&terminal.frame);
	if (terminal.modes)
		buffer_text(&terminal.frame, MODES_ON);
}

static void give_terminal(void)
{
	write_all(terminal.reset.bytes, terminal.reset.len);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal.before);
}

/* A bug in us or an order to crash: the terminal is given back before the program goes. */
static void on_crash(int number)
{
	if (terminal.on) {
		write_all(terminal.reset.bytes, terminal.reset.len);
		tcsetattr(STDIN_FILENO, TCSANOW, &terminal.before);
	}
	raise(number);
}

static void catch_crashes(void)
{
	static const int crashes[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
	struct sigaction act = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND | SA_NODEFER};

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		sigaction(crashes[i], &act, NULL);
}

static void take_size(void)
{
	struct winsize size = {0};
	int rows = capability_number("lines"), columns = capability_number("cols");

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col) {
		rows = size.ws_row;
		columns = size.ws_col;
	}
	canvas_resize(&terminal.canvas, rows ? rows : ROWS_USUAL, columns ? columns : COLUMNS_USUAL);
}

/* The bytes that give the terminal back are ready at any moment, for a crash too. */
static void learn_reset(void)
{
	struct buffer old = terminal.reset, reset = BUFFER_EMPTY;

	buffer_text(&reset, terminal.modes ? MODES_OFF : "");
	paint_giving(&reset, terminal.canvas.rows);
	terminal.reset = reset;
	buffer_release(&old);
}

bool screen_possible(char *why, size_t size)
{
	const char *term = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		snprintf(why, size, "the console wants a terminal; without one there are roundtable do, "
			"show and export");
		return false;
	}
	if (term && *term && capability_load() && capability_there("cup"))
		return true;
	snprintf(why, size, "the kind of terminal '%.64s' (TERM) is not known here: set TERM to what it "
		"is, for example TERM=xterm-256color", term ? term : "");
	return false;
}

bool screen_start(const struct screen_options *options, char *why, size_t size)
{
	if (terminal.on)
		return true;
	if (!screen_possible(why, size))
		return false;
	tcgetattr(STDIN_FILENO, &terminal.before);
	terminal.ascii = options->ascii;
	terminal.marks = getenv("ROUNDTABLE_FRAMES") != NULL;
	terminal.modes = capability_there("kmous");
	paint_start(wants_colour(options->colour));
	take_size();
	learn_reset();
	keyboard_start();
	terminal.on = true;
	catch_crashes();
	atexit(screen_stop);
	take_terminal();
	return true;
}

void screen_stop(void)
{
	if (!terminal.on)
		return;
	terminal.on = false;
	give_terminal();
	paint_stop();
	capability_unload();
	keyboard_stop();
	canvas_release(&terminal.canvas);
	buffer_release(&terminal.reset);
	buffer_release(&terminal.frame);
	buffer_release(&terminal.cut);
}

static void wake(void)
{
	paint_again();
	take_terminal();
	screen_resize();
}

void screen_rest(void)
{
	give_terminal();
	raise(SIGSTOP);
	wake();
	terminal.woken = true;
}

/* Taken twice, the terminal would keep the cursor's place in the screen as that in the shell's. */
void screen_wake(void)
{
	if (!terminal.woken)
		wake();
	terminal.woken = false;
}

/* Size */

int screen_rows(void)
{
	return terminal.canvas.rows;
}

int screen_columns(void)
{
	return terminal.canvas.columns;
}

bool screen_ascii(void)
{
	return terminal.ascii;
}

bool screen_resize(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row || !size.ws_col)
		return false;
	if (size.ws_row == terminal.canvas.rows && size.ws_col == terminal.canvas.columns)
		return false;
	if (size.ws_row < terminal.canvas.rows || size.ws_col < terminal.canvas.columns)
		paint_shrunk();
	canvas_resize(&terminal.canvas, size.ws_row, size.ws_col);
	learn_reset();
	paint_clear();
	return true;
}

/* Cells */

/* Cuts the width at the screen's edge; false when nothing is inside. */
static bool is_inside(int row, int column, int *width)
{
	if (*width > screen_columns() - column)
		*width = screen_columns() - column;
	return row >= 0 && row < screen_rows() && column >= 0 && *width > 0;
}

/* True when the text can be drawn byte for byte. */
static bool is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] < ' ' || text[i] > '~')
			return false;
	return true;
}

int screen_put_bytes(int row, int column, int width, enum style style, const char *text, size_t len)
{
	if (!is_inside(row, column, &width))
		return 0;
	if (len <= (size_t)width && is_plain(text, len))
		return canvas_put(&terminal.canvas, row, column, width, (uint8_t)style, text, len);
	buffer_reset(&terminal.cut);
	text_cut(&terminal.cut, text, len, width, terminal.ascii);
	return canvas_put(&terminal.canvas, row, column, width, (uint8_t)style, terminal.cut.bytes,
		terminal.cut.len);
}

int screen_put(int row, int column, int width, enum style style, const char *text)
{
	return screen_put_bytes(row, column, width, style, text, strlen(text));
}

void screen_fill(int row, int column, int width, enum style style, const char *cell)
{
	if (is_inside(row, column, &width))
		canvas_fill(&terminal.canvas, row, column, width, (uint8_t)style, cell);
}

void screen_bar(int row, int column, int width, enum style style, double part, double whole)
{
	static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	double share = whole > 0 ? part / whole : 0;
	int filled, rest, full;

	share = share < 0 ? 0 : share > 1 ? 1 : share;
	filled = (int)(share * width * 8 + 0.5);
	if (filled == 0 && part > 0)
		filled = 1;
	full = filled / 8;
	rest = filled % 8;
	if (terminal.ascii) {
		full += rest >= 4;
		screen_fill(row, column, full, style, "#");
		screen_fill(row, column + full, width - full, STYLE_DIM, "-");
		return;
	}
	/* A block in reverse would be a hole. */
	screen_fill(row, column, full, style, paint_is_reverse(style) ? " " : "█");
	if (rest && full < width)
		screen_put(row, column + full++, 1, style, eighths[rest]);
	screen_fill(row, column + full, width - full, STYLE_DIM, "░");
}

void screen_rule(int row, int column, int width)
{
	screen_fill(row, column, width, STYLE_RULE, terminal.ascii ? "-" : "─");
}

void screen_upright(int row, int column, int height)
{
	for (int i = 0; i < height; i++)
		screen_fill(row + i, column, 1, STYLE_RULE, terminal.ascii ? "|" : "│");
}

static bool is_upright(int row, int column)
{
	return canvas_shows(&terminal.canvas, row, column, "│") ||
	       (terminal.ascii && canvas_shows(&terminal.canvas, row, column, "|"));
}

void screen_rule_under(int row)
{
	screen_rule(row, 0, screen_columns());
	for (int column = 0; row > 0 && column < screen_columns(); column++)
		if (is_upright(row - 1, column))
			screen_fill(row, column, 1, STYLE_RULE, terminal.ascii ? "+" : "┴");
}

void screen_erase(void)
{
	canvas_erase(&terminal.canvas);
}

void screen_repaint(void)
{
	paint_clear();
}

void screen_cursor(int row, int column)
{
	terminal.cursor_row = row;
	terminal.cursor_column = column < screen_columns() ? column : screen_columns() - 1;
}

/* Sending */

void screen_flush(int64_t pending, const char *ran)
{
	struct buffer *frame = &terminal.frame;

	paint_canvas(frame, &terminal.canvas);
	paint_cursor(frame, terminal.cursor_row, terminal.cursor_column);
	if (terminal.marks)
		buffer_format(frame, "\033]7777;%ld;%ld;%lld%s%s\a", ++terminal.frames,
			keyboard_syncs(), (long long)pending, ran ? ";" : "", ran ? ran : "");
	write_all(frame->bytes, frame->len);
	buffer_reset(frame);
}
