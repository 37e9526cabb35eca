/* SPDX-License-Identifier: MIT */
/* rows_open.c - what starting and opening cost: first frame, first usable screen, whole fold. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/meeting.h"
#include "bench/proc.h"
#include "bench/pty.h"
#include "bench/series.h"
#include "bench/table.h"

enum { PATIENCE_MS = 120000, STARTS_A_ROUND = 4 };

static char frame_mark[] = "\033]7777;";

static double start_until(const struct launch *l, char *text)
{
	struct pty p;

	pty_start(&p, l);
	int64_t at = pty_await(&p, text_seen, text, PATIENCE_MS);
	if (at == NEVER)
		give_up("%s shows no first frame", l->argv[0]);
	pty_end(&p);
	return (double)(at - p.started) / 1e3;
}

static double empty_start(void)
{
	char *argv[] = {BENCH_EMPTY, NULL};
	struct pty p;

	pty_start(&p, &(struct launch){.argv = argv});
	struct answer answer = pty_read(&p, p.started, 100, 10000);
	pty_end(&p);
	return (double)answer.last / 1e3;
}

void measure_start(const struct options *o)
{
	char *new[] = {(char *)o->program, "--session", meeting_path("new"),
		meeting_path("agenda.yaml"), NULL};
	struct launch ours = {.argv = new, .marks = true};
	double empty = -1, fresh = -1;

	for (long i = 0; i < o->rounds * STARTS_A_ROUND; i++) {
		keep_best(&empty, empty_start());
		meeting_remove("new");
		keep_best(&fresh, start_until(&ours, frame_mark));
	}
	meeting_remove("new");
	table_add((struct row){"start to first frame", "new session", "empty curses", "us",
		fresh, empty, TIMES(1.5), TIMES(1.15), NULL});
}

/* The first usable screen: it shows the last note, and a key that was typed. */

static char typed_mark[] = "|"; /* a sign that no screen shows by itself */

struct usable {
	const char *shows; /* what must be on the screen, or NULL */
	bool shown;
};

static bool usable_seen(void *state, const char *bytes, size_t len)
{
	struct usable *u = state;

	u->shown = u->shown || !u->shows || memmem(bytes, len, u->shows, strlen(u->shows));
	return u->shown && memmem(bytes, len, typed_mark, 1);
}

/* Starts it, types as soon as it takes keys one by one; us until it is usable. */
static double start_usable(char *const argv[], const char *keys, const char *shows)
{
	struct usable state = {.shows = shows};
	struct pty p;

	pty_start(&p, &(struct launch){.argv = argv});
	pty_await_raw(&p);
	pty_send(&p, keys);
	int64_t at = pty_await(&p, usable_seen, &state, PATIENCE_MS);
	if (at == NEVER)
		give_up("%s does not show the key that was typed", argv[0]);
	pty_end(&p);
	return (double)(at - p.started) / 1e3;
}

static double our_usable(char *const argv[], const char *name)
{
	double us = start_usable(argv, typed_mark, LAST_WORD);

	meeting_forget_draft(name);
	return us;
}

static double vim_usable(const char *vim, const char *lines)
{
	char *argv[] = {(char *)vim, "-u", "NONE", meeting_path(lines), NULL};
	char swap[PATH_SIZE / 2];
	double us = start_usable(argv, "i|", NULL);

	snprintf(swap, sizeof swap, ".%s.swp", lines);
	unlink(meeting_path(swap));
	return us;
}

/* The log under another name, for editors that leave files beside what they open. */
static void copy_log(const char *name, const char *to)
{
	const char *cp = tool_path("cp");
	char *argv[] = {(char *)cp, meeting_log(name), meeting_path(to), NULL};

	if (!cp)
		give_up("there is no cp");
	run_program(argv, NULL, NULL, 0);
}

void measure_open(const struct options *o)
{
	const char *vim = tool_path("vim");
	char *ours[] = {(char *)o->program, meeting_need("many", o->many, true), NULL};
	double us = -1, with_vim = -1;

	copy_log("many", "opened.yaml");
	for (long i = 0; i < o->rounds; i++) {
		keep_best(&us, our_usable(ours, "many"));
		if (vim)
			keep_best(&with_vim, vim_usable(vim, "opened.yaml"));
	}
	if (vim)
		table_add((struct row){"first usable screen", "many events", "vim -u NONE", "us",
			us, with_vim, TIMES(1), NO_LIMIT, NULL});
	else
		table_leave_out("first usable screen", "vim is not installed");
}

/* The fold */

/* The number after `"name":` in a JSON file, or -1. */
static long json_number(const char *path, const char *name)
{
	FILE *file = fopen(path, "re");
	char text[8192], wanted[64];

	if (!file)
		give_up("%s: %s", path, strerror(errno));
	size_t len = fread(text, 1, sizeof text - 1, file);
	text[len] = '\0';
	fclose(file);
	snprintf(wanted, sizeof wanted, "\"%s\":", name);
	const char *at = strstr(text, wanted);
	return at ? strtol(at + strlen(wanted), NULL, 10) : -1;
}

/* Processor time of a console from its start until it has nothing left to do. */
static double console_fold(const struct options *o, const char *name)
{
	char *argv[] = {(char *)o->program, meeting_path(name), NULL};
	struct pty p;

	pty_start(&p, &(struct launch){.argv = argv});
	pty_await_raw(&p);
	pty_settle(&p);
	double used = (double)proc_processor(p.pid) / 1e3;
	pty_end(&p);
	return used;
}

/* From a log to what it says, against libyaml's events of the same log. */
void measure_fold(const struct options *o)
{
	char *ours[] = {(char *)o->program, "show", meeting_need("many", o->many, true), "summary",
		"--json", NULL};
	char *yaml[] = {BENCH_YAML, meeting_log("many"), NULL};
	char *out = meeting_path("summary.json");
	double fold = -1, events = -1, console = -1;

	for (long i = 0; i < o->rounds; i++) {
		keep_best(&fold, run_program(ours, NULL, out, 0));
		keep_best(&events, run_program(yaml, NULL, NULL, 0));
		keep_best(&console, console_fold(o, "many"));
	}
	if (json_number(out, "notes") < o->many)
		give_up("%ld of %ld notes were read", json_number(out, "notes"), o->many);
	table_add((struct row){"wholly folded", "many events", "libyaml events", "us",
		fold, events, TIMES(0.20), TIMES(0.12), NULL});
	table_add((struct row){"console folded, processor", "many events", "libyaml events", "us",
		console, events, NO_LIMIT, NO_LIMIT, NULL});
}

/* A session of the usual size: its first screen, and its console when nothing is left to do. */
void measure_usual(const struct options *o)
{
	char *ours[] = {(char *)o->program, meeting_need("usual", o->usual, true), NULL};
	double us = -1, folded = -1;

	for (long i = 0; i < o->rounds; i++) {
		keep_best(&us, our_usable(ours, "usual"));
		keep_best(&folded, console_fold(o, "usual"));
	}
	table_add((struct row){"first usable screen", "20,000 events", "", "us", us, 0,
		AT_MOST(20000), AT_MOST(10000), NULL});
	table_add((struct row){"console folded, processor", "20,000 events", "", "us", folded, 0,
		AT_MOST(20000), AT_MOST(10000), NULL});
}
