/* SPDX-License-Identifier: MIT */
/* pen_typed.c - a whole discussion typed in the console, and what it leaves.
 *
 * usage: journey_pen PROGRAM SOURCE-FOLDER FILE.typed
 *
 * The file says what its lines mean. Each line is typed at twelve keys a second by the injected
 * clock; the program is killed in the middle of lines and opened again. In the end the record, the
 * themes and the action points must be those kept in expected/pen/. ROUNDTABLE_GOLDEN=write writes
 * them instead. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/when.h"
#include "screen/terminal.h"

enum { KEYS_A_SECOND = 12, NOTES_LEAST = 120 };

static struct {
	char *program, *source;
	char home[64], folder[96];
	struct terminal *terminal;
	int64_t now;
	int keys; /* in the second that runs */
	size_t line;
	int failures;
	int kills;
} run;

static void fail(const char *what, const char *detail)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(run.terminal, &rows);
	fprintf(stderr, "pen.typed:%zu: %s: %s\n%s", run.line, what, detail, rows.bytes);
	buffer_release(&rows);
	run.failures++;
}

/* The program */

static void open_console(void)
{
	struct terminal_options options = {.rows = 24, .columns = 80, .home = run.home,
		.folder = run.source, .now = run.now};
	char *argv[] = {run.program, "open", run.folder, "--seat", "both", NULL};

	run.terminal = terminal_start(&options, argv);
}

static void kill_console(void)
{
	terminal_kill(run.terminal, SIGKILL);
	terminal_wait(run.terminal);
	terminal_free(run.terminal);
	run.kills++;
	open_console();
}

/* Runs a verb with its output in that file; its exit status. */
static int run_verb(char *const argv[], const char *output)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		setenv("HOME", run.home, 1);
		setenv("XDG_DATA_HOME", run.home, 1);
		if (!freopen(output, "w", stdout))
			_exit(126);
		execv(argv[0], argv);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static bool read_file(const char *path, struct buffer *out)
{
	FILE *file = fopen(path, "rb");
	char bytes[4096];
	size_t got;

	if (!file)
		return false;
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_bytes(out, bytes, got);
	fclose(file);
	return true;
}

/* Typing */

static void pass(int64_t ms)
{
	run.now += ms;
	run.keys = 0;
	terminal_time(run.terminal, run.now);
}

static void press(const char *bytes, size_t len)
{
	terminal_type(run.terminal, bytes, len);
	if (++run.keys == KEYS_A_SECOND)
		pass(1000);
}

static const struct {
	const char *name, *bytes;
} keys[] = {
	{"Enter", "\r"}, {"Tab", "\t"}, {"Space", " "}, {"Backspace", "\177"}, {"Up", "\033OA"},
	{"Down", "\033OB"}, {"Right", "\033OC"}, {"Left", "\033OD"}, {"Home", "\033OH"},
	{"End", "\033OF"}, {"PgUp", "\033[5~"}, {"Shift-Up", "\033[1;2A"},
	{"Ctrl-Up", "\033[1;5A"}, {"F2", "\033OQ"}, {"F4", "\033OS"}, {"F5", "\033[15~"},
};

static void press_named(const char *name)
{
	char control[2] = {(char)(name[1] & 0x1f), '\0'};

	if (strcmp(name, "Esc") == 0) {
		terminal_escape(run.terminal);
		return;
	}
	if (name[0] == '^' && name[1]) {
		press(control, 1);
		return;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (strcmp(keys[i].name, name) == 0) {
			press(keys[i].bytes, strlen(keys[i].bytes));
			return;
		}
	if (name[1])
		fail("no such key", name);
	else
		press(name, 1);
}

/* Bytes of the UTF-8 character there. */
static size_t character(const char *text)
{
	size_t len = 1;

	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len++;
	return len;
}

static void type(const char *text)
{
	while (*text) {
		size_t len = character(text), end = strcspn(text, "}");

		if (*text == '{' && text[end]) {
			char *name = mem_text_of(text + 1, end - 1);

			press_named(name);
			free(name);
			len = end + 1;
		} else {
			press(text, len);
		}
		text += len;
	}
}

/* What is looked at */

static bool on_screen(const char *text)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(run.terminal, &rows);
	bool there = strstr(rows.bytes, text) != NULL;
	buffer_release(&rows);
	return there;
}

static int number_after(const char *text, const char *name)
{
	const char *at = text ? strstr(text, name) : NULL;

	return at ? (int)strtol(at + strlen(name), NULL, 10) : -1;
}

/* The filter on the screen lets through as many notes as the theme has by `show themes --json`. */
static void agrees(const char *theme)
{
	char path[128], name[64], row[128];
	char *argv[] = {run.program, "show", run.folder, "themes", "--json", NULL};
	struct buffer json = BUFFER_EMPTY;

	snprintf(path, sizeof path, "%s/themes.json", run.home);
	snprintf(name, sizeof name, "\"id\":\"%s\"", theme);
	if (run_verb(argv, path) != 0 || !read_file(path, &json))
		fail("no themes", theme);
	const char *at = strstr(json.bytes, name);
	int notes = number_after(at, "\"notes\":"), actions = number_after(at, "\"actions\":");
	snprintf(row, sizeof row, "Only notes with #%s: %d ", theme, notes + actions);
	if (notes <= 0 || !on_screen(row))
		fail("the screen and the JSON say other numbers", row);
	buffer_release(&json);
}

static void directive(char *text)
{
	char *rest = text + strcspn(text, " ");
	int64_t by;

	if (*rest)
		*rest++ = '\0';
	if (strcmp(text, "type") == 0)
		type(rest);
	else if (strcmp(text, "wait") == 0 && duration_read(rest, &by))
		pass(by);
	else if (strcmp(text, "kill") == 0)
		kill_console();
	else if (strcmp(text, "agrees") == 0)
		agrees(rest);
	else if (strcmp(text, "sees") == 0 && !on_screen(rest))
		fail("not on the screen", rest);
	else if (strcmp(text, "misses") == 0 && on_screen(rest))
		fail("on the screen", rest);
	else if (strcmp(text, "sees") != 0 && strcmp(text, "misses") != 0)
		fail("no such step", text);
}

static void do_line(char *line)
{
	if (!*line || *line == '#')
		return;
	if (strncmp(line, "% ", 2) == 0) {
		directive(line + 2);
		return;
	}
	type(line);
	if (*line != '{')
		press("\r", 1);
}

static void do_file(char *text)
{
	while (*text && run.failures < 5) {
		char *next = text + strcspn(text, "\n");

		if (*next)
			*next++ = '\0';
		run.line++;
		do_line(text);
		text = next;
	}
}

/* What it leaves */

static bool is_kept(const char *name, const struct buffer *now)
{
	struct buffer path = BUFFER_EMPTY, kept = BUFFER_EMPTY;
	const char *mode = getenv("ROUNDTABLE_GOLDEN");
	bool same = true;

	buffer_format(&path, "%s/tests/journey/expected/pen/%s", run.source, name);
	if (mode && strcmp(mode, "write") == 0) {
		FILE *file = fopen(path.bytes, "wb");

		same = file && fwrite(now->bytes, 1, now->len, file) == now->len;
		same = file && fclose(file) == 0 && same;
	} else {
		same = read_file(path.bytes, &kept) && strcmp(kept.bytes, now->bytes) == 0;
	}
	if (!same)
		fprintf(stderr, "%s is not as kept; it is in %s\n", name, run.home);
	buffer_release(&path);
	buffer_release(&kept);
	return same;
}

/* What the verb says must be the file kept under that name. */
static bool says_as_kept(char *verb, char *view, const char *name, int *notes)
{
	char *argv[] = {run.program, verb, run.folder, view, "--json", NULL};
	struct buffer path = BUFFER_EMPTY, said = BUFFER_EMPTY;

	buffer_format(&path, "%s/%s", run.home, name);
	bool same = run_verb(argv, path.bytes) == 0 && read_file(path.bytes, &said) &&
		    is_kept(name, &said);
	*notes = number_after(said.bytes, "\"notes\":");
	buffer_release(&path);
	buffer_release(&said);
	return same;
}

static bool leaves_as_kept(void)
{
	struct buffer path = BUFFER_EMPTY, record = BUFFER_EMPTY;
	int notes = 0, of_theme;

	buffer_format(&path, "%s/record.yaml", run.folder);
	bool same = read_file(path.bytes, &record) && is_kept("record.yaml", &record);
	same = says_as_kept("show", "themes", "themes.json", &of_theme) && same;
	same = says_as_kept("show", "actions", "actions.json", &of_theme) && same;
	same = says_as_kept("show", "summary", "summary.json", &notes) && same;
	if (notes < NOTES_LEAST)
		fprintf(stderr, "only %d notes\n", notes);
	buffer_release(&path);
	buffer_release(&record);
	return same && notes >= NOTES_LEAST;
}

int main(int argc, char **argv)
{
	struct buffer text = BUFFER_EMPTY, agenda = BUFFER_EMPTY;

	if (argc != 4)
		return 2;
	run.program = argv[1];
	run.source = argv[2];
	snprintf(run.home, sizeof run.home, "/tmp/roundtable-pen-XXXXXX");
	if (!mkdtemp(run.home) || !read_file(argv[3], &text))
		return 3;
	snprintf(run.folder, sizeof run.folder, "%s/session", run.home);
	buffer_format(&agenda, "%s/agendas/a4p-plus.yaml", run.source);
	char *start[] = {run.program, "start", agenda.bytes, "--session", run.folder, NULL};
	moment_read("2026-04-16T10:00:00-04:00", &run.now);
	if (run_verb(start, "/dev/null") != 0)
		return 3;
	open_console();
	do_file(text.bytes);
	terminal_type(run.terminal, "/leave\r", 7);
	int status = run.failures ? 0 : terminal_wait(run.terminal);
	terminal_free(run.terminal);
	buffer_release(&text);
	buffer_release(&agenda);
	if (run.failures || status != 0 || run.kills < 2)
		return 1;
	return leaves_as_kept() ? 0 : 1;
}
