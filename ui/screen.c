/* SPDX-License-Identifier: MIT */
/* screen.c - the terminal: cells out. */
#include "ui/screen.h"

#include <curses.h>
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
#include "ui/capability.h"
#include "ui/keyboard.h"

enum { FOREGROUNDS = 7 };

static const char MODES_ON[] = "\033[?1000h\033[?1006h\033[?2004h";
static const char MODES_OFF[] = "\033[?2004l\033[?1006l\033[?1000l";

static struct {
	bool on, ascii, modes, marks;
	SCREEN *curses;
	struct termios before;
	attr_t attributes[STYLES];
	short pairs[STYLES];
	int cursor_row, cursor_column;
	bool cursor_shown;
	long frames;
	char reset[256]; /* what gives the terminal back, for a crash */
	size_t reset_len;
	struct buffer cut; /* a text as it is drawn */
} terminal = {.cut = BUFFER_EMPTY};

/* Looks */

enum foreground { DEFAULT, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN };

static const struct {
	enum foreground foreground;
	attr_t attributes;
} looks[STYLES] = {
#define STYLE(ident, foreground, attributes, help) {foreground, attributes},
#include "ui/styles.def"
#undef STYLE
};

static bool wants_colour(enum colour_use use)
{
	const char *no = getenv("NO_COLOR");

	if (use == COLOUR_NEVER || !has_colors())
		return false;
	return use == COLOUR_ALWAYS || !no || !*no;
}

static void start_looks(enum colour_use use)
{
	static const short colours[FOREGROUNDS] = {-1, COLOR_RED, COLOR_GREEN, COLOR_YELLOW,
		COLOR_BLUE, COLOR_MAGENTA, COLOR_CYAN};
	bool colour = wants_colour(use) && start_color() == OK && use_default_colors() == OK;

	for (short i = 1; colour && i < FOREGROUNDS; i++)
		init_pair(i, colours[i], -1);
	for (int i = 0; i < STYLES; i++) {
		terminal.attributes[i] = looks[i].attributes;
		terminal.pairs[i] = colour ? (short)looks[i].foreground : 0;
	}
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

static void prepare_reset(void)
{
	static const char *const names[] = {"sgr0", "cnorm", "rmcup"};
	size_t len = terminal.modes ? sizeof MODES_OFF - 1 : 0;

	memcpy(terminal.reset, MODES_OFF, len);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		len = capability_add(names[i], terminal.reset, len, sizeof terminal.reset);
	terminal.reset_len = len;
}

/* A bug in us or an order to crash: the terminal is given back before the program goes. */
static void on_crash(int number)
{
	if (terminal.on) {
		write_all(terminal.reset, terminal.reset_len);
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

static void close_curses(void)
{
	endwin();
	delscreen(terminal.curses);
	terminal.curses = NULL;
}

bool screen_possible(char *why, size_t size)
{
	const char *term = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		snprintf(why, size, "the console wants a terminal; without one there are roundtable do, "
			"show and export");
		return false;
	}
	bool known = term && *term && capability_load() && capability_there("cup");
	capability_unload();
	if (known)
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
	terminal.curses = newterm(NULL, stdout, stdin);
	if (!terminal.curses) {
		snprintf(why, size, "the terminal cannot be taken");
		return false;
	}
	terminal.ascii = options->ascii;
	terminal.marks = getenv("ROUNDTABLE_FRAMES") != NULL;
	terminal.modes = capability_there("kmous");
	terminal.cursor_shown = true;
	raw();
	noecho();
	nonl();
	typeahead(-1);
	leaveok(stdscr, FALSE);
	start_looks(options->colour);
	prepare_reset();
	keyboard_start();
	terminal.on = true;
	catch_crashes();
	atexit(screen_stop);
	if (terminal.modes)
		write_all(MODES_ON, sizeof MODES_ON - 1);
	return true;
}

void screen_stop(void)
{
	if (!terminal.on)
		return;
	terminal.on = false;
	if (terminal.modes)
		write_all(MODES_OFF, sizeof MODES_OFF - 1);
	close_curses();
	keyboard_stop();
	buffer_release(&terminal.cut);
}

/* Size */

int screen_rows(void)
{
	return LINES;
}

int screen_columns(void)
{
	return COLS;
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
	if (size.ws_row == LINES && size.ws_col == COLS)
		return false;
	resizeterm(size.ws_row, size.ws_col);
	return true;
}

/* Cells */

static void wear(enum style style)
{
	attr_set(terminal.attributes[style], terminal.pairs[style], NULL);
}

/* True when the text can be drawn byte for byte. */
static bool is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20 || (unsigned char)text[i] >= 0x7f)
			return false;
	return true;
}

int screen_put_bytes(int row, int column, int width, enum style style, const char *text, size_t len)
{
	int used;

	if (column + width > COLS)
		width = COLS - column;
	if (row < 0 || row >= LINES || column < 0 || width <= 0 || len == 0)
		return 0;
	wear(style);
	if (len <= (size_t)width && is_plain(text, len)) {
		mvaddnstr(row, column, text, (int)len);
		return (int)len;
	}
	buffer_reset(&terminal.cut);
	used = text_cut(&terminal.cut, text, len, width, terminal.ascii);
	mvaddnstr(row, column, terminal.cut.bytes, (int)terminal.cut.len);
	return used;
}

int screen_put(int row, int column, int width, enum style style, const char *text)
{
	return screen_put_bytes(row, column, width, style, text, strlen(text));
}

void screen_fill(int row, int column, int width, enum style style, const char *cell)
{
	if (column + width > COLS)
		width = COLS - column;
	if (row < 0 || row >= LINES || column < 0 || width <= 0)
		return;
	wear(style);
	move(row, column);
	if (!cell[1]) {
		hline((chtype)(unsigned char)cell[0] | terminal.attributes[style] |
			(chtype)COLOR_PAIR(terminal.pairs[style]), width);
		return;
	}
	for (int i = 0; i < width; i++)
		addstr(cell);
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
	screen_fill(row, column, full, style, looks[style].attributes & A_REVERSE ? " " : "█");
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
		screen_put(row + i, column, 1, STYLE_RULE, terminal.ascii ? "|" : "│");
}

static bool is_upright(int row, int column)
{
	cchar_t cell;
	wchar_t text[CCHARW_MAX + 1] = L"";
	attr_t attributes;
	short pair;

	return mvin_wch(row, column, &cell) == OK &&
	       getcchar(&cell, text, &attributes, &pair, NULL) == OK && (text[0] == L'│' ||
		(terminal.ascii && text[0] == L'|'));
}

void screen_rule_under(int row)
{
	for (int column = 0; column < COLS; column++) {
		bool joined = row > 0 && is_upright(row - 1, column);
		const char *cell = joined ? "┴" : "─";

		if (terminal.ascii)
			cell = joined ? "+" : "-";
		screen_put(row, column, 1, STYLE_RULE, cell);
	}
}

void screen_erase(void)
{
	wear(STYLE_TEXT);
	erase();
}

void screen_repaint(void)
{
	clearok(curscr, TRUE);
}

void screen_cursor(int row, int column)
{
	terminal.cursor_row = row;
	terminal.cursor_column = column < COLS ? column : COLS - 1;
}

/* Sending */

static void mark_frame(int64_t pending)
{
	char mark[96];
	int len = snprintf(mark, sizeof mark, "\033]7777;%ld;%ld;%lld\a", ++terminal.frames,
		keyboard_syncs(), (long long)pending);

	write_all(mark, (size_t)len);
}

void screen_flush(int64_t pending)
{
	bool shown = terminal.cursor_row >= 0;

	if (shown)
		move(terminal.cursor_row, terminal.cursor_column);
	if (shown != terminal.cursor_shown)
		curs_set(shown);
	terminal.cursor_shown = shown;
	wnoutrefresh(stdscr);
	doupdate();
	if (terminal.marks)
		mark_frame(pending);
}
