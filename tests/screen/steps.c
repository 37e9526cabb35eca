/* SPDX-License-Identifier: MIT */
/* steps.c - runs a file of steps against the program and compares screens with golden ones.
 *
 * usage: steps PROGRAM SOURCE-FOLDER FILE.steps
 *
 * A step a line; # begins a comment:
 *	size COLUMNS ROWS             before open
 *	colour no                     NO_COLOR is set (before open)
 *	term NAME                     TERM (before open)
 *	time 2026-04-16T10:00:00-04:00  or +3s, +2m: the injected clock
 *	run ARGUMENTS                 a verb without a terminal (start, do …); its status must be 0
 *	shell COMMAND                 for /bin/sh, as files come and go; its status must be 0
 *	open ARGUMENTS                the console; {home} is the scratch folder, {source} the project
 *	type TEXT                     keys as they stand
 *	line TEXT                     the same and Enter
 *	key NAME…                     Enter Tab Up F3 ^Z Alt-3 Esc …
 *	paste TEXT                    in brackets; \n between lines
 *	click COLUMN ROW              from 1
 *	wheel up / wheel down
 *	resize COLUMNS ROWS
 *	sees TEXT / misses TEXT       on the screen now
 *	golden NAME                   text rows, then attribute rows: golden/NAME.screen
 *	redrawn                       drawn anew as a whole (^L) the screen is the same
 *	walk COUNT KEY…               so many of these keys, drawn by lot, and after each `redrawn`
 *	ends STATUS                   the program has ended by itself with that status, the terminal is given
 *	                              back
 *	kill SIGNAL                   then open again; unless it is KILL the terminal is given back
 *	crash SIGNAL                  it ends by that, and the terminal is given back
 *	suspend                       it stops as a job does and gives the terminal back, then goes on
 *	unplug                        the terminal is lost; the program ends in order
 * ROUNDTABLE_GOLDEN=write in the environment writes the golden files instead of comparing. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/when.h"
#include "screen/terminal.h"

static struct {
	const char *program, *source, *file;
	char home[64], term[64];
	struct terminal *terminal;
	struct terminal_options options;
	int64_t now;
	size_t line;
	int failures;
} run = {.options = {.rows = 24, .columns = 80}};

static void fail(const char *what, const char *detail)
{
	fprintf(stderr, "%s:%zu: %s: %s\n", run.file, run.line, what, detail);
	run.failures++;
}

_Noreturn static void stop(const char *what, const char *detail)
{
	fail(what, detail);
	if (run.terminal)
		terminal_free(run.terminal);
	exit(1);
}

/* {home} and {source} put in. */
static char *filled(const char *text)
{
	struct buffer out = BUFFER_EMPTY;

	while (*text) {
		if (strncmp(text, "{home}", 6) == 0) {
			buffer_text(&out, run.home);
			text += 6;
		} else if (strncmp(text, "{source}", 8) == 0) {
			buffer_text(&out, run.source);
			text += 8;
		} else {
			buffer_char(&out, *text++);
		}
	}
	return buffer_take(&out);
}

/* Cuts at spaces, "…" kept together; the words are inside `text`. */
static size_t words_of(char *text, char **out, size_t most)
{
	size_t count = 0;

	while (*text && count < most) {
		text += strspn(text, " ");
		if (!*text)
			break;
		char end = *text == '"' ? '"' : ' ';
		if (end == '"')
			text++;
		out[count++] = text;
		text += strcspn(text, (char[]){end, '\0'});
		if (*text)
			*text++ = '\0';
	}
	return count;
}

static void step_size(const char *rest)
{
	if (sscanf(rest, "%d %d", &run.options.columns, &run.options.rows) != 2)
		stop("size wants COLUMNS ROWS", rest);
}

static void step_resize(const char *rest)
{
	step_size(rest);
	terminal_resize(run.terminal, run.options.rows, run.options.columns);
}

static void step_colour(const char *rest)
{
	run.options.no_colour = strcmp(rest, "no") == 0;
}

static void step_term(const char *rest)
{
	snprintf(run.term, sizeof run.term, "%s", rest);
	run.options.term = run.term;
}

static void step_time(const char *rest)
{
	int64_t by;

	if (*rest == '+' && duration_read(rest + 1, &by))
		run.now += by;
	else if (!moment_read(rest, &run.now))
		stop("time wants a moment or +3s", rest);
	if (run.terminal)
		terminal_time(run.terminal, run.now);
}

/* argv of the program; what is returned holds its words and is the caller's to free(). */
static char *arguments(const char *rest, char **argv, size_t most)
{
	char *words = filled(rest);

	argv[0] = (char *)(uintptr_t)run.program;
	argv[1 + words_of(words, argv + 1, most - 2)] = NULL;
	return words;
}

static void step_run(const char *rest)
{
	char *argv[32] = {0};
	int status;
	char *words = arguments(rest, argv, 32);

	pid_t pid = fork();
	if (pid == 0) {
		setenv("HOME", run.home, 1);
		setenv("XDG_DATA_HOME", run.home, 1);
		execv(argv[0], argv);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	free(words);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		stop("this did not end with status 0", rest);
	if (run.terminal)
		terminal_time(run.terminal, run.now);
}

static void step_shell(const char *rest)
{
	char *command = filled(rest);
	int status;

	pid_t pid = fork();
	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	free(command);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		stop("this did not end with status 0", rest);
	if (run.terminal)
		terminal_time(run.terminal, run.now);
}

static void step_open(const char *rest)
{
	char *argv[32] = {0};
	char *words = arguments(rest, argv, 32);

	if (run.terminal)
		terminal_free(run.terminal);
	run.options.home = run.home;
	run.options.folder = run.source;
	run.options.now = run.now;
	run.terminal = terminal_start(&run.options, argv);
	free(words);
}

static void step_type(const char *rest)
{
	terminal_type(run.terminal, rest, strlen(rest));
}

static void step_line(const char *rest)
{
	step_type(rest);
	terminal_type(run.terminal, "\r", 1);
}

static void step_paste(const char *rest)
{
	struct buffer keys = BUFFER_EMPTY;

	buffer_text(&keys, "\033[200~");
	for (; *rest; rest++) {
		if (rest[0] == '\\' && rest[1] == 'n') {
			buffer_char(&keys, '\r');
			rest++;
		} else {
			buffer_char(&keys, *rest);
		}
	}
	buffer_text(&keys, "\033[201~");
	terminal_type(run.terminal, keys.bytes, keys.len);
	buffer_release(&keys);
}

static void press(const char *name)
{
	if (!terminal_key(run.terminal, name))
		stop("no such key", name);
}

static void step_key(const char *rest)
{
	char *words = mem_text(rest), *names[64];
	size_t count = words_of(words, names, 64);

	for (size_t i = 0; i < count; i++)
		press(names[i]);
	free(words);
}

static void step_click(const char *rest)
{
	int column, row;
	char bytes[64];

	if (sscanf(rest, "%d %d", &column, &row) != 2)
		stop("click wants COLUMN ROW", rest);
	snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", column, row, column, row);
	step_type(bytes);
}

static void step_wheel(const char *rest)
{
	step_type(strcmp(rest, "up") == 0 ? "\033[<64;5;8M" : "\033[<65;5;8M");
}

static bool on_screen(const char *text)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(run.terminal, &rows);
	bool there = strstr(rows.bytes, text) != NULL;
	if (getenv("ROUNDTABLE_SHOW"))
		fprintf(stderr, "%s:%zu:\n%s", run.file, run.line, rows.bytes);
	buffer_release(&rows);
	return there;
}

static void show_screen(void)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(run.terminal, &rows);
	fprintf(stderr, "%s", rows.bytes);
	buffer_release(&rows);
}

static void step_sees(const char *rest)
{
	if (!on_screen(rest)) {
		fail("not on the screen", rest);
		show_screen();
	}
}

static void step_misses(const char *rest)
{
	if (on_screen(rest)) {
		fail("on the screen", rest);
		show_screen();
	}
}

static void read_file(const char *path, struct buffer *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t got;

	if (!file)
		return;
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_bytes(out, bytes, got);
	fclose(file);
}

static void write_file(const char *path, const struct buffer *bytes)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(bytes->bytes, 1, bytes->len, file) != bytes->len)
		stop("cannot write", path);
	fclose(file);
}

static void look(struct buffer *out)
{
	terminal_rows(run.terminal, out);
	buffer_text(out, "-- attributes --\n");
	terminal_attributes(run.terminal, out);
}

static void step_golden(const char *rest)
{
	struct buffer path = BUFFER_EMPTY, got = BUFFER_EMPTY, kept = BUFFER_EMPTY;

	buffer_format(&path, "%s/tests/screen/golden/%s.screen", run.source, rest);
	look(&got);
	const char *mode = getenv("ROUNDTABLE_GOLDEN");
	if (mode && strcmp(mode, "write") == 0) {
		write_file(path.bytes, &got);
	} else {
		read_file(path.bytes, &kept);
		if (strcmp(kept.bytes, got.bytes) != 0) {
			fail("the screen is not the golden one", rest);
			fprintf(stderr, "-- golden\n%s-- now\n%s", kept.bytes, got.bytes);
		}
	}
	buffer_release(&path);
	buffer_release(&got);
	buffer_release(&kept);
}

/* What was drawn bit by bit is what would be drawn at once. */
static void step_redrawn(const char *rest)
{
	struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;

	look(&before);
	step_type("\014");
	look(&after);
	if (strcmp(before.bytes, after.bytes) != 0) {
		fail("drawn anew the screen is another", rest);
		fprintf(stderr, "-- before\n%s-- anew\n%s", before.bytes, after.bytes);
	}
	buffer_release(&before);
	buffer_release(&after);
}

static void step_walk(const char *rest)
{
	char *words = mem_text(rest), *names[64];
	size_t count = words_of(words, names, 64);
	unsigned lot = 1;

	for (int left = count > 1 ? atoi(names[0]) : 0; left > 0 && !run.failures; left--) {
		lot = lot * 1103515245u + 12345u;
		const char *name = names[1 + (lot >> 16) % (count - 1)];
		press(name);
		step_redrawn(name);
	}
	free(words);
}

static void step_ends(const char *rest)
{
	char status[16];

	snprintf(status, sizeof status, "%d", terminal_wait(run.terminal));
	if (strcmp(status, rest) != 0)
		fail("it ended with another status", status);
	if (!terminal_is_given_back(run.terminal))
		fail("it ended and left the terminal as it was", rest);
	terminal_free(run.terminal);
	run.terminal = NULL;
}

static int signal_named(const char *name)
{
	static const struct {
		const char *name;
		int number;
	} signals[] = {{"TERM", SIGTERM}, {"HUP", SIGHUP}, {"KILL", SIGKILL}, {"ABRT", SIGABRT},
		{"SEGV", SIGSEGV}, {"BUS", SIGBUS}, {"FPE", SIGFPE}, {"ILL", SIGILL}};

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (strcmp(signals[i].name, name) == 0)
			return signals[i].number;
	stop("no such signal", name);
}

static void step_kill(const char *rest)
{
	int number = signal_named(rest);

	terminal_kill(run.terminal, number);
	terminal_wait(run.terminal);
	if (number != SIGKILL && !terminal_is_given_back(run.terminal))
		fail("it left the terminal as it was after", rest);
	terminal_free(run.terminal);
	run.terminal = NULL;
}

static void step_crash(const char *rest)
{
	int number = signal_named(rest);

	terminal_kill(run.terminal, number);
	if (terminal_wait(run.terminal) != 128 + number)
		fail("it ended in another way than by", rest);
	if (!terminal_is_given_back(run.terminal))
		fail("it left the terminal as it was after", rest);
	terminal_free(run.terminal);
	run.terminal = NULL;
}

static void step_suspend(const char *rest)
{
	terminal_kill(run.terminal, SIGTSTP);
	terminal_stopped(run.terminal);
	if (!terminal_is_given_back(run.terminal))
		fail("it stopped and left the terminal as it was", rest);
	terminal_goes_on(run.terminal);
}

static void step_unplug(const char *rest)
{
	if (terminal_unplug(run.terminal) != 0)
		fail("it did not end in order", rest);
	terminal_free(run.terminal);
	run.terminal = NULL;
}

static const struct {
	const char *name;
	void (*run)(const char *rest);
} steps[] = {
	{"size", step_size}, {"resize", step_resize}, {"colour", step_colour}, {"term", step_term},
	{"time", step_time}, {"run", step_run}, {"shell", step_shell}, {"open", step_open},
	{"type", step_type}, {"line", step_line}, {"key", step_key}, {"paste", step_paste},
	{"click", step_click}, {"wheel", step_wheel},
	{"sees", step_sees}, {"misses", step_misses}, {"golden", step_golden},
	{"redrawn", step_redrawn}, {"walk", step_walk}, {"ends", step_ends}, {"kill", step_kill},
	{"crash", step_crash}, {"suspend", step_suspend}, {"unplug", step_unplug},
};

static void do_step(char *line)
{
	size_t name = strcspn(line, " \t");
	char *rest = line + name + strspn(line + name, " \t");

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (strlen(steps[i].name) == name && strncmp(line, steps[i].name, name) == 0) {
			steps[i].run(rest);
			return;
		}
	stop("no such step", line);
}

static void run_steps(void)
{
	struct buffer text = BUFFER_EMPTY;

	read_file(run.file, &text);
	if (!text.len)
		stop("no steps in", run.file);
	for (char *line = text.bytes; *line;) {
		char *next = line + strcspn(line, "\n");

		if (*next)
			*next++ = '\0';
		run.line++;
		if (*line && *line != '#')
			do_step(line);
		line = next;
	}
	buffer_release(&text);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fputs("usage: steps PROGRAM SOURCE-FOLDER FILE.steps\n", stderr);
		return 2;
	}
	run.program = argv[1];
	run.source = argv[2];
	run.file = argv[3];
	snprintf(run.home, sizeof run.home, "/tmp/roundtable-steps-XXXXXX");
	if (!mkdtemp(run.home))
		return 3;
	moment_read("2026-04-16T10:00:00-04:00", &run.now);
	run_steps();
	if (run.terminal)
		terminal_free(run.terminal);
	return run.failures != 0;
}
