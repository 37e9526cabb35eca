/* SPDX-License-Identifier: MIT */
/* terminal.c - the real program in a pseudo-terminal, read through libvterm. */
#include "screen/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "base/memory.h"

enum { PATIENCE_MS = 20000, CLOCK_FD = 30 };

struct terminal {
	pid_t pid;
	int master;
	int clock; /* write end, -1 without */
	VTerm *vt;
	VTermScreen *screen;
	int rows, columns;
	bool gone, reaped;
	int status;
	bool cursor_visible, alternate, mouse;
	size_t bytes;
	/* the last frame mark */
	long frames, syncs, pending;
	long sent; /* sync keys */
	char mark[64];
	char ran[32]; /* the command that a key ran last */
	size_t mark_len;
	bool in_mark;
};

static void die(struct terminal *t, const char *what)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(t, &rows);
	fprintf(stderr, "%s; the screen was:\n%s\n", what, rows.bytes);
	buffer_release(&rows);
	terminal_kill(t, SIGKILL);
	exit(1);
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		t->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property};

/* Follows the bytes for ESC ] 7777 ; N ; SYNCS ; PENDING BEL, with ; RAN before the BEL or not. */
static void watch_for_mark(struct terminal *t, char byte)
{
	static const char head[] = "\033]7777;";

	if (t->in_mark && byte == '\a') {
		t->bytes -= sizeof "\033]7777;" - 1 + t->mark_len + 1;
		t->mark[t->mark_len] = '\0';
		if (sscanf(t->mark, "%ld;%ld;%ld;%31[a-z]", &t->frames, &t->syncs, &t->pending,
			t->ran) < 3)
			t->frames++;
		t->in_mark = false;
		t->mark_len = 0;
	} else if (t->in_mark) {
		if (t->mark_len < sizeof t->mark - 1)
			t->mark[t->mark_len++] = byte;
	} else if (byte == head[t->mark_len]) {
		if (++t->mark_len == sizeof head - 1) {
			t->in_mark = true;
			t->mark_len = 0;
		}
	} else {
		t->mark_len = byte == head[0];
	}
}

/* Takes what the program writes; false when it is gone. */
static bool take_output(struct terminal *t)
{
	char bytes[16384];
	ssize_t got = read(t->master, bytes, sizeof bytes);

	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (got <= 0) {
		t->gone = true;
		return false;
	}
	t->bytes += (size_t)got;
	for (ssize_t i = 0; i < got; i++)
		watch_for_mark(t, bytes[i]);
	vterm_input_write(t->vt, bytes, (size_t)got);
	return true;
}

/* What the terminal answers to the program's questions. */
static void answer(struct terminal *t)
{
	char bytes[256];
	size_t got = vterm_output_read(t->vt, bytes, sizeof bytes);

	if (got && write(t->master, bytes, got) < 0 && errno != EIO)
		die(t, "cannot answer the program");
}

static bool wait_output(struct terminal *t)
{
	struct pollfd p = {.fd = t->master, .events = POLLIN};
	int ready;

	do {
		ready = poll(&p, 1, PATIENCE_MS);
	} while (ready < 0 && errno == EINTR);
	if (ready == 0)
		die(t, "the program did not answer");
	bool there = take_output(t);
	answer(t);
	return there;
}

static void send_all(struct terminal *t, const char *bytes, size_t len)
{
	while (len && !t->gone) {
		struct pollfd p = {.fd = t->master, .events = POLLIN | POLLOUT};

		if (poll(&p, 1, PATIENCE_MS) <= 0)
			die(t, "the program does not take keys");
		if (p.revents & POLLIN)
			take_output(t);
		if (!(p.revents & POLLOUT))
			continue;
		ssize_t sent = write(t->master, bytes, len > 512 ? 512 : len);
		if (sent < 0 && errno != EAGAIN && errno != EINTR) {
			t->gone = true;
			return;
		}
		if (sent > 0) {
			bytes += sent;
			len -= (size_t)sent;
		}
	}
}

/* The sync key goes with them in one write: a program that ends after the last of them would leave it
 * to the terminal, which by then echoes. */
static void send_and_synchronise(struct terminal *t, const char *bytes, size_t len)
{
	struct buffer all = BUFFER_EMPTY;

	t->sent++;
	buffer_bytes(&all, bytes, len);
	buffer_text(&all, "\033[7777~");
	send_all(t, all.bytes, all.len);
	buffer_release(&all);
	while (!t->gone && (t->syncs < t->sent || t->pending > 0))
		if (!wait_output(t))
			return;
}

static void become_program(const struct terminal_options *o, int clock_read, char *const argv[])
{
	if (clock_read >= 0) {
		dup2(clock_read, CLOCK_FD);
		setenv("ROUNDTABLE_CLOCK", "30", 1);
	}
	setenv("TERM", o->term ? o->term : "xterm-256color", 1);
	setenv("ROUNDTABLE_FRAMES", "1", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TZ", "UTC", 1);
	unsetenv("COLORTERM");
	unsetenv("ROUNDTABLE_HOME");
	if (o->no_colour)
		setenv("NO_COLOR", "1", 1);
	else
		unsetenv("NO_COLOR");
	if (o->home) {
		setenv("HOME", o->home, 1);
		setenv("XDG_DATA_HOME", o->home, 1);
		setenv("XDG_STATE_HOME", o->home, 1);
	}
	if (o->folder && chdir(o->folder) < 0)
		_exit(126);
	execv(argv[0], argv);
	_exit(127);
}

static void write_clock(struct terminal *t, int64_t now)
{
	char line[32];
	int len = snprintf(line, sizeof line, "%lld\n", (long long)now);

	if (t->clock >= 0 && write(t->clock, line, (size_t)len) != len)
		die(t, "cannot move the clock");
}

struct terminal *terminal_start(const struct terminal_options *o, char *const argv[])
{
	struct terminal *t = mem_new(1, sizeof *t);
	struct winsize size = {.ws_row = (unsigned short)o->rows, .ws_col = (unsigned short)o->columns};
	int clock[2] = {-1, -1};

	signal(SIGPIPE, SIG_IGN);
	if (!o->no_clock && pipe(clock) < 0)
		die(t, "no pipe for the clock");
	t->clock = clock[1];
	t->rows = o->rows;
	t->columns = o->columns;
	t->cursor_visible = true;
	t->vt = vterm_new(o->rows, o->columns);
	vterm_set_utf8(t->vt, 1);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	write_clock(t, o->now);
	t->pid = forkpty(&t->master, NULL, NULL, &size);
	if (t->pid == 0) {
		close(clock[1]);
		become_program(o, clock[0], argv);
	}
	if (clock[0] >= 0)
		close(clock[0]);
	fcntl(t->master, F_SETFD, FD_CLOEXEC);
	if (t->clock >= 0)
		fcntl(t->clock, F_SETFD, FD_CLOEXEC);
	while (!t->gone && t->frames == 0)
		wait_output(t);
	if (!t->gone)
		send_and_synchronise(t, "", 0);
	return t;
}

void terminal_type(struct terminal *t, const char *bytes, size_t len)
{
	send_and_synchronise(t, bytes, len);
}

void terminal_escape(struct terminal *t)
{
	long before = t->frames;

	send_all(t, "\033", 1);
	while (!t->gone && t->frames == before)
		wait_output(t);
	send_and_synchronise(t, "", 0);
}

static const struct {
	const char *name, *bytes;
} keys[] = {
	{"Enter", "\r"}, {"Tab", "\t"}, {"Shift-Tab", "\033[Z"}, {"Space", " "},
	{"Backspace", "\177"}, {"Delete", "\033[3~"}, {"Up", "\033OA"}, {"Down", "\033OB"},
	{"Right", "\033OC"}, {"Left", "\033OD"}, {"Home", "\033OH"}, {"End", "\033OF"},
	{"PgUp", "\033[5~"}, {"PgDn", "\033[6~"}, {"Shift-Up", "\033[1;2A"},
	{"Shift-Down", "\033[1;2B"}, {"Ctrl-Up", "\033[1;5A"}, {"Ctrl-Down", "\033[1;5B"},
	{"F1", "\033OP"}, {"F2", "\033OQ"}, {"F3", "\033OR"}, {"F4", "\033OS"},
	{"F5", "\033[15~"}, {"F6", "\033[17~"}, {"F7", "\033[18~"}, {"F8", "\033[19~"},
	{"F9", "\033[20~"}, {"F10", "\033[21~"}, {"F11", "\033[23~"}, {"F12", "\033[24~"},
	{"Wheel-Up", "\033[<64;5;10M"}, {"Wheel-Down", "\033[<65;5;10M"},
};

static void type_text(struct terminal *t, const char *text)
{
	terminal_type(t, text, strlen(text));
}

bool terminal_key(struct terminal *t, const char *name)
{
	char bytes[8];

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(name, keys[i].name) == 0) {
			type_text(t, keys[i].bytes);
			return true;
		}
	if (strcmp(name, "Esc") == 0) {
		terminal_escape(t);
	} else if (name[0] == '^' && name[1] && !name[2]) {
		snprintf(bytes, sizeof bytes, "%c", name[1] & 0x1f);
		type_text(t, bytes);
	} else if (strncmp(name, "Alt-", 4) == 0) {
		snprintf(bytes, sizeof bytes, "\033%c", name[4]);
		type_text(t, bytes);
	} else if (name[0] && !name[1]) {
		type_text(t, name);
	} else {
		return false;
	}
	return true;
}

void terminal_time(struct terminal *t, int64_t now)
{
	write_clock(t, now);
	send_and_synchronise(t, "", 0);
}

void terminal_resize(struct terminal *t, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	long before = t->frames;

	t->rows = rows;
	t->columns = columns;
	vterm_set_size(t->vt, rows, columns);
	ioctl(t->master, TIOCSWINSZ, &size);
	while (!t->gone && t->frames == before)
		wait_output(t);
	/* The first key may be taken in the turn in which the signal came; the second comes after. */
	send_and_synchronise(t, "", 0);
	send_and_synchronise(t, "", 0);
}

/* What the program has written before it stopped or ended. */
static void take_rest(struct terminal *t)
{
	struct pollfd p = {.fd = t->master, .events = POLLIN};

	while (!t->gone && poll(&p, 1, 0) > 0)
		take_output(t);
}

/* No cell holds anything, and the cursor is where a shell goes on in an empty screen. */
static bool is_empty(struct terminal *t)
{
	struct buffer rows = BUFFER_EMPTY;
	int row, column;
	bool visible;

	terminal_rows(t, &rows);
	bool empty = rows.bytes[strspn(rows.bytes, "\n")] == '\0';
	buffer_release(&rows);
	terminal_cursor(t, &row, &column, &visible);
	return empty && row == 0 && column == 0;
}

bool terminal_is_given_back(struct terminal *t)
{
	struct termios modes;

	take_rest(t);
	return tcgetattr(t->master, &modes) == 0 && (modes.c_lflag & ICANON) &&
	       (modes.c_lflag & ECHO) && (modes.c_iflag & ICRNL) && (modes.c_oflag & OPOST) &&
	       !t->alternate && !t->mouse && t->cursor_visible && is_empty(t);
}

void terminal_stopped(struct terminal *t)
{
	int status = 0;

	if (waitpid(t->pid, &status, WUNTRACED) != t->pid || !WIFSTOPPED(status))
		die(t, "the program has not stopped");
}

void terminal_goes_on(struct terminal *t)
{
	long before = t->frames;

	terminal_kill(t, SIGCONT);
	while (!t->gone && t->frames == before)
		wait_output(t);
	send_and_synchronise(t, "", 0);
}

int terminal_unplug(struct terminal *t)
{
	close(t->master);
	t->master = -1;
	t->gone = true;
	return terminal_wait(t);
}

int terminal_wait(struct terminal *t)
{
	while (!t->gone)
		wait_output(t);
	if (!t->reaped) {
		waitpid(t->pid, &t->status, 0);
		t->reaped = true;
	}
	return WIFEXITED(t->status) ? WEXITSTATUS(t->status) : 128 + WTERMSIG(t->status);
}

void terminal_kill(struct terminal *t, int signal_number)
{
	if (t->pid > 0 && !t->reaped)
		kill(t->pid, signal_number);
}

bool terminal_is_gone(const struct terminal *t)
{
	return t->gone;
}

pid_t terminal_pid(const struct terminal *t)
{
	return t->pid;
}

static int64_t boot_ms(void)
{
	struct timespec now = {0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool shows(struct terminal *t, const char *text)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(t, &rows);
	bool there = strstr(rows.bytes, text) != NULL;
	buffer_release(&rows);
	return there;
}

int64_t terminal_sees(struct terminal *t, const char *text, int ms)
{
	int64_t from = boot_ms(), spent = 0;

	while (!shows(t, text)) {
		struct pollfd p = {.fd = t->master, .events = POLLIN};

		spent = boot_ms() - from;
		if (spent >= ms || t->gone)
			return -1;
		if (poll(&p, 1, (int)(ms - spent)) > 0)
			take_output(t);
	}
	return boot_ms() - from;
}

size_t terminal_bytes(struct terminal *t)
{
	size_t bytes = t->bytes;

	t->bytes = 0;
	return bytes;
}

void terminal_free(struct terminal *t)
{
	terminal_kill(t, SIGKILL);
	if (!t->reaped)
		waitpid(t->pid, &t->status, 0);
	if (t->master >= 0)
		close(t->master);
	if (t->clock >= 0)
		close(t->clock);
	vterm_free(t->vt);
	free(t);
}

static void put_character(struct buffer *out, uint32_t c)
{
	if (c < 0x80) {
		buffer_char(out, (char)c);
	} else if (c < 0x800) {
		buffer_char(out, (char)(0xc0 | c >> 6));
		buffer_char(out, (char)(0x80 | (c & 63)));
	} else if (c < 0x10000) {
		buffer_char(out, (char)(0xe0 | c >> 12));
		buffer_char(out, (char)(0x80 | (c >> 6 & 63)));
		buffer_char(out, (char)(0x80 | (c & 63)));
	} else {
		buffer_char(out, (char)(0xf0 | c >> 18));
		buffer_char(out, (char)(0x80 | (c >> 12 & 63)));
		buffer_char(out, (char)(0x80 | (c >> 6 & 63)));
		buffer_char(out, (char)(0x80 | (c & 63)));
	}
}

static void put_cell(struct buffer *out, const VTermScreenCell *cell)
{
	if (!cell->chars[0])
		buffer_char(out, ' ');
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		put_character(out, cell->chars[i]);
}

static void put_attribute(struct buffer *out, const VTermScreenCell *cell)
{
	static const char plain[] = " BRX", colours[] = ".rgybmc.", bold[] = ".EGYLMC.", turned[] = ".123456.";
	bool coloured = VTERM_COLOR_IS_INDEXED(&cell->fg) && !VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) &&
			cell->fg.indexed.idx > 0 && cell->fg.indexed.idx < 7;
	unsigned colour = coloured ? cell->fg.indexed.idx : 0;

	if (!coloured)
		buffer_char(out, cell->attrs.underline ? 'u'
						       : plain[cell->attrs.bold + 2 * cell->attrs.reverse]);
	else
		buffer_char(out, cell->attrs.reverse ? turned[colour]
				 : cell->attrs.bold  ? bold[colour]
						     : colours[colour]);
}

static void put_screen(struct terminal *t, struct buffer *out,
	void (*put)(struct buffer *, const VTermScreenCell *))
{
	for (int row = 0; row < t->rows; row++) {
		size_t start = out->len;

		for (int column = 0; column < t->columns;) {
			VTermPos at = {row, column};
			VTermScreenCell cell;

			vterm_screen_get_cell(t->screen, at, &cell);
			put(out, &cell);
			column += cell.width > 0 ? cell.width : 1;
		}
		while (out->len > start && out->bytes[out->len - 1] == ' ')
			buffer_cut(out, out->len - 1);
		buffer_char(out, '\n');
	}
}

void terminal_rows(struct terminal *t, struct buffer *out)
{
	put_screen(t, out, put_cell);
}

void terminal_attributes(struct terminal *t, struct buffer *out)
{
	put_screen(t, out, put_attribute);
}

void terminal_cursor(struct terminal *t, int *row, int *column, bool *visible)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
	*row = at.row;
	*column = at.col;
	*visible = t->cursor_visible;
}

const char *terminal_ran(struct terminal *t, char *out, size_t size)
{
	snprintf(out, size, "%s", t->ran);
	t->ran[0] = '\0';
	return out;
}
