/* SPDX-License-Identifier: MIT */
/* typed.c - the same lines through `do` and typed in the console leave the same record.
 *
 * usage: journey_typed PROGRAM SOURCE-FOLDER SCRIPT
 *
 * The script is done on one session; on another each line is typed at the moment the script gives,
 * by the injected clock. Both end with the script's /close, and their record.yaml must be the same,
 * byte for byte. Lines that a script is refused are left out here: the console would ask. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "command/command.h"
#include "screen/terminal.h"

static char home[64];

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

static int run_program(char *const argv[], const char *input, const char *output)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		setenv("HOME", home, 1);
		setenv("XDG_DATA_HOME", home, 1);
		if ((input && !freopen(input, "r", stdin)) || !freopen(output, "w", stdout))
			_exit(126);
		execv(argv[0], argv);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void start_session(char *program, char *agenda, char *folder)
{
	char *argv[] = {program, "start", agenda, "--session", folder, NULL};

	if (run_program(argv, NULL, "/dev/null") != 0) {
		fprintf(stderr, "%s cannot be started\n", agenda);
		exit(1);
	}
}

/* Types every line of the script; its [time] moves the clock instead. */
static void type_script(struct terminal *t, const struct agenda *agenda, char *script)
{
	int64_t previous = NO_TIME;

	for (char *line = strtok_r(script, "\n", &script); line; line = strtok_r(NULL, "\n", &script)) {
		struct script_line read = {0};
		struct error error = {0};

		if (!script_line_read(&read, line, agenda, previous, &error)) {
			fprintf(stderr, "%s: %s\n", line, error.text);
			exit(1);
		}
		if (!*read.rest)
			continue;
		if (read.has_time) {
			terminal_time(t, read.at);
			previous = read.at;
		}
		terminal_type(t, read.rest, strlen(read.rest));
		terminal_type(t, "\r", 1);
	}
}

/* The script without the lines that `do` refuses (marked by a comment `// refused` before them). */
static char *without_refused(const char *script)
{
	struct buffer out = BUFFER_EMPTY;
	bool skip = false;

	while (*script) {
		size_t len = strcspn(script, "\n");

		if (!skip)
			buffer_bytes(&out, script, len + (script[len] == '\n'));
		skip = strncmp(script, "// refused", 10) == 0;
		script += len + (script[len] == '\n');
	}
	return buffer_take(&out);
}

/* Does the script on the session in `folder`, without a terminal. */
static bool do_script(char *program, char *folder, char *script)
{
	char *argv[] = {program, "do", folder, "--seat", "rapporteur", NULL};

	return run_program(argv, script, "/dev/null") == 0;
}

/* Types the script into a console on the session in `folder`; its exit status. */
static int type_into_console(char *program, char *source, char *folder, const struct agenda *agenda,
	char *lines)
{
	struct terminal_options options = {.rows = 24, .columns = 80, .home = home, .folder = source};
	char *argv[] = {program, "open", folder, "--seat", "rapporteur", NULL};

	moment_read("2026-04-16T09:00:00-04:00", &options.now);
	struct terminal *t = terminal_start(&options, argv);
	type_script(t, agenda, lines);
	terminal_type(t, "/leave\r", 7);
	int status = terminal_wait(t);
	terminal_free(t);
	return status;
}

static bool read_record(const char *folder, struct buffer *out)
{
	struct buffer path = BUFFER_EMPTY;

	buffer_format(&path, "%s/record.yaml", folder);
	bool there = read_file(path.bytes, out);
	buffer_release(&path);
	return there;
}

static bool same_records(const char *done_folder, const char *typed_folder)
{
	struct buffer done = BUFFER_EMPTY, typed = BUFFER_EMPTY;
	bool same = read_record(done_folder, &done) && read_record(typed_folder, &typed) &&
		    strcmp(done.bytes, typed.bytes) == 0;

	buffer_release(&done);
	buffer_release(&typed);
	return same;
}

static bool write_lines(const char *path, const char *lines)
{
	FILE *file = fopen(path, "w");

	return file && fputs(lines, file) >= 0 && fclose(file) == 0;
}

static int compare(char **argv, const struct agenda *agenda, char *agenda_path, char *lines)
{
	char done[128], typed[128], script[128];

	snprintf(done, sizeof done, "%s/done", home);
	snprintf(typed, sizeof typed, "%s/typed", home);
	snprintf(script, sizeof script, "%s/script", home);
	start_session(argv[1], agenda_path, done);
	start_session(argv[1], agenda_path, typed);
	if (!write_lines(script, lines) || !do_script(argv[1], done, script)) {
		fputs("do refused a line\n", stderr);
		return 1;
	}
	int status = type_into_console(argv[1], argv[2], typed, agenda, lines);
	if (status != 0) {
		fprintf(stderr, "the console ended with status %d\n", status);
		return 1;
	}
	if (!same_records(done, typed)) {
		fprintf(stderr, "the records differ: compare %s and %s\n", done, typed);
		return 1;
	}
	puts("the records are the same");
	return 0;
}

int main(int argc, char **argv)
{
	struct buffer path = BUFFER_EMPTY, script = BUFFER_EMPTY;
	struct agenda agenda;
	struct problems problems = {0};

	if (argc != 4)
		return 2;
	snprintf(home, sizeof home, "/tmp/roundtable-typed-XXXXXX");
	buffer_format(&path, "%s/agendas/a4p-plus.yaml", argv[2]);
	if (!mkdtemp(home) || !read_file(argv[3], &script) ||
		!agenda_read(&agenda, path.bytes, (struct date){2026, 4, 16}, &problems))
		return 3;
	char *lines = without_refused(script.bytes);
	int status = compare(argv, &agenda, path.bytes, lines);
	free(lines);
	buffer_release(&path);
	buffer_release(&script);
	agenda_release(&agenda);
	problems_release(&problems);
	return status;
}
