/* SPDX-License-Identifier: MIT */
/* live.c - the console on its own clock.
 *
 * usage: screen_live PROGRAM SOURCE-FOLDER follows
 *        screen_live PROGRAM SOURCE-FOLDER together [SILENT-FS-OBJECT]
 *        screen_live PROGRAM SOURCE-FOLDER is-set STEP-CLOCK-OBJECT
 *
 * follows: a podium shows what `do` does in another process, each of seven acts; how soon is said,
 *          not judged.
 * together: two consoles and `do` on one session see each other, each way, and who takes the list
 *          over is seen by all; with the object on a file system that gives no notice.
 * is-set:  the wall clock is set an hour ahead and back while somebody speaks: it is told, and the
 *          clock of the speech runs on as it was. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "screen/terminal.h"

enum { PATIENCE_MS = 20000, ACTS = 7 };

static char home[64], session[80];
static const char *program;
static int failures;

static void fail(const char *what, const char *detail)
{
	fprintf(stderr, "%s: %s\n", what, detail);
	failures++;
}

/* Done by another program as that seat; its status. */
static int done_by(const char *seat, const char *line)
{
	int status, null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	pid_t pid = fork();

	if (pid == 0) {
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execl(program, program, "do", "--seat", seat, session, line, (char *)NULL);
		_exit(127);
	}
	close(null);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static void do_line(const char *line)
{
	if (done_by("facilitator", line) != 0)
		fail("this was not done", line);
}

static void make_session(const char *source)
{
	struct buffer agenda = BUFFER_EMPTY;
	int status;
	pid_t pid;

	snprintf(home, sizeof home, "/tmp/roundtable-live-XXXXXX");
	if (!mkdtemp(home))
		exit(1);
	snprintf(session, sizeof session, "%s/s", home);
	buffer_format(&agenda, "%s/tests/screen/agendas/floor.yaml", source);
	pid = fork();
	if (pid == 0) {
		execl(program, program, "start", agenda.bytes, "--session", session, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, &status, 0);
	buffer_release(&agenda);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		exit(1);
}

static void remove_session(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		execlp("rm", "rm", "-r", "-f", home, (char *)NULL);
		_exit(127);
	}
	waitpid(pid, NULL, 0);
}

static struct terminal *console(const char *view)
{
	char *argv[] = {(char *)(uintptr_t)program, session, "--view", (char *)(uintptr_t)view,
		"--color=always", NULL};
	struct terminal_options options = {
		.rows = 24, .columns = 80, .home = home, .folder = home, .no_clock = true};

	return terminal_start(&options, argv);
}

/* The podium follows */

static int by_size(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static const struct {
	const char *line, *shows;
} acts[ACTS] = {
	{"/item debate", "General debate"},
	{"/speak gha, npl, ury", "Next  Ghana"},
	{"/next", "left of 3:00"},
	{"/pause", "paused"},
	{"/extend 1m", "left of 4:00"},
	{"/next", "Next  Uruguay"},
	{"/suspend", "suspended"},
};

static void follows(void)
{
	struct terminal *podium = console("podium");
	int64_t took[ACTS];

	for (int i = 0; i < ACTS; i++) {
		do_line(acts[i].line);
		took[i] = terminal_sees(podium, acts[i].shows, PATIENCE_MS);
		if (took[i] < 0)
			fail("the podium does not show", acts[i].shows);
	}
	qsort(took, ACTS, sizeof *took, by_size);
	printf("the podium follows in %d ms, at most in %d ms\n", (int)took[ACTS / 2],
		(int)took[ACTS - 1]);
	terminal_free(podium);
}

/* Together */

static void sees(struct terminal *t, const char *text)
{
	if (terminal_sees(t, text, PATIENCE_MS) < 0)
		fail("it does not come to be shown", text);
}

static void types(struct terminal *t, const char *line)
{
	terminal_type(t, line, strlen(line));
	terminal_type(t, "\r", 1);
}

static void leaves(struct terminal *t, const char *keys)
{
	terminal_type(t, keys, strlen(keys));
	if (terminal_wait(t) != 0)
		fail("a console did not end well", keys);
	terminal_free(t);
}

static void together(const char *object)
{
	struct terminal *floor, *notes;

	if (object)
		setenv("LD_PRELOAD", object, 1);
	floor = console("floor");
	notes = console("capture");
	unsetenv("LD_PRELOAD");
	types(floor, "i/item debate");
	sees(notes, "General debate");
	types(floor, "i/speak gha, npl");
	sees(notes, "Next   Ghana");
	types(notes, "Noted by the rapporteur");
	terminal_type(floor, "\033OQ", 3); /* the stream */
	sees(floor, "Noted by the rapporteur");
	if (done_by("script", "Noted by a script") != 0)
		fail("this was not done", "a note of a script");
	sees(floor, "Noted by a script");
	sees(notes, "Noted by a script");
	/* the list is the facilitator's, until another seat takes it */
	if (done_by("script", "/next") != 1)
		fail("this was done", "/next of a script");
	types(notes, "/next");
	sees(notes, "with the seat facilitator");
	types(notes, "/take list really");
	types(notes, "/next");
	sees(floor, "Ghana · statement");
	types(floor, "/next");
	sees(floor, "with the seat rapporteur");
	if (done_by("facilitator", "Not with two of one seat") != 3)
		fail("a seat that is held was taken", "facilitator");
	leaves(notes, "/leave\r");
	leaves(floor, "/leave\r");
}

/* The clock is set */

/* One of the next seconds comes to be shown, which it does only when the clock did not jump. */
static bool runs_on(struct terminal *floor)
{
	for (int turn = 0; turn < 80; turn++)
		for (int second = 3; second < 10; second++) {
			char text[32];

			snprintf(text, sizeof text, "0:0%d of 3:00", second);
			if (terminal_sees(floor, text, second == 3 ? 100 : 0) >= 0)
				return true;
		}
	return false;
}

static void is_set(const char *object, const char *seconds, const char *told)
{
	struct buffer when = BUFFER_EMPTY;
	struct terminal *floor;

	buffer_format(&when, "%s/set", home);
	setenv("LD_PRELOAD", object, 1);
	setenv("STEP_WHEN", when.bytes, 1);
	setenv("STEP_SECONDS", seconds, 1);
	floor = console("floor");
	unsetenv("LD_PRELOAD");
	terminal_type(floor, "i/floor gha\r", 12);
	if (terminal_sees(floor, "0:01 of 3:00", PATIENCE_MS) < 0)
		fail("the clock of the speech does not run", seconds);
	close(open(when.bytes, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	if (terminal_sees(floor, told, PATIENCE_MS) < 0)
		fail("it is not told", told);
	if (!runs_on(floor))
		fail("the clock of the speech jumped", seconds);
	if (terminal_sees(floor, " over", 0) >= 0)
		fail("the speech is over its time", seconds);
	terminal_type(floor, "x", 1);
	terminal_type(floor, "i/leave\r", 8);
	terminal_wait(floor);
	terminal_free(floor);
	unlink(when.bytes);
	buffer_release(&when);
}

int main(int argc, char **argv)
{
	const char *what = argc > 3 ? argv[3] : "", *object = argc > 4 ? argv[4] : NULL;
	bool set = strcmp(what, "is-set") == 0 && object, many = strcmp(what, "together") == 0;

	if (!set && !many && (argc != 4 || strcmp(what, "follows") != 0)) {
		fputs("usage: screen_live PROGRAM SOURCE-FOLDER follows|together|is-set [OBJECT]\n",
			stderr);
		return 2;
	}
	program = argv[1];
	make_session(argv[2]);
	if (set) {
		is_set(object, "3600", "was set 1:00:00 ahead");
		is_set(object, "-3600", "back");
	} else if (many) {
		together(object);
	} else {
		follows();
	}
	if (!failures)
		remove_session();
	return failures > 0;
}
