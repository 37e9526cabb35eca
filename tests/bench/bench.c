/* SPDX-License-Identifier: MIT */
/* bench.c - what the console costs, as ratios to floors measured in the same run.
 *
 * Purpose     Runs the groups of rows, all or those that are asked for, and prints one table. The
 *             best round counts on both sides: what else the machine does only ever adds.
 * Start at    groups[], main().
 */
#include "bench/bench.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/meeting.h"
#include "bench/proc.h"
#include "bench/pty.h"
#include "bench/series.h"
#include "bench/table.h"

/* What is measured; `rows` is how many rows there must be in the end. Those that make large
 * sessions come last, and what changes a session has one of its own. */
static const struct group {
	const char *name;
	int rows;
	void (*measure)(const struct options *o);
} groups[] = {
	{"keys", 10, measure_keys},
	{"moves", 9, measure_moves},
	{"slow", 2, measure_slow_sync},
	{"start", 1, measure_start},
	{"seats", 2, measure_seats},
	{"idle", 5, measure_idle},
	{"safe", 4, measure_safe},
	{"open", 1, measure_open},
	{"fold", 2, measure_fold},
	{"filter", 2, measure_filter},
	{"paste", 6, measure_paste},
	{"export", 2, measure_export},
	{"usual", 2, measure_usual},
	{"growth", 4, measure_growth},
};

enum { GROUPS = sizeof groups / sizeof *groups };

static const char usage[] =
	"usage: bench [--rows NAME,...] [--quick] [--rounds N] [--keys N] [--many N] [--usual N]\n"
	"             [--idle SECONDS] [--json FILE] [PROGRAM]\n"
	"NAME: keys moves slow start seats idle safe open fold filter paste export usual growth";

static long number(const char *text, long most)
{
	char *end;
	errno = 0;
	long n = strtol(text, &end, 10);

	if (errno || *end || n < 1 || n > most)
		give_up("not a number from 1 to %ld: %s", most, text);
	return n;
}

/* A shorter run, for a first look. */
static void be_quick(struct options *o)
{
	o->rounds = 2;
	o->keys = 60;
	o->many = 20000;
	o->usual = 2000;
	o->idle_s = 5;
}

static void read_options(struct options *o, int argc, char **argv)
{
	static const struct option known[] = {{"rows", 1, NULL, 'w'}, {"quick", 0, NULL, 'q'},
		{"rounds", 1, NULL, 'r'}, {"keys", 1, NULL, 'k'}, {"many", 1, NULL, 'm'},
		{"usual", 1, NULL, 'u'}, {"idle", 1, NULL, 'i'}, {"json", 1, NULL, 'j'},
		{NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (c) {
		case 'w': o->rows = optarg; break;
		case 'q': be_quick(o); break;
		case 'r': o->rounds = number(optarg, 1000); break;
		case 'k': o->keys = number(optarg, SAMPLES_MOST); break;
		case 'm': o->many = number(optarg, 10000000); break;
		case 'u': o->usual = number(optarg, 10000000); break;
		case 'i': o->idle_s = number(optarg, 3600); break;
		case 'j': o->json = optarg; break;
		default: give_up("%s", usage);
		}
	}
	if (optind < argc)
		o->program = argv[optind++];
	if (optind < argc)
		give_up("%s", usage);
}

/* Is the name among those with commas between? */
static bool is_among(const char *names, const char *name, size_t len)
{
	for (const char *at = names; *at; at += strcspn(at, ","), at += *at == ',')
		if (strcspn(at, ",") == len && strncmp(at, name, len) == 0)
			return true;
	return false;
}

static void look_at_names(const char *names)
{
	for (const char *at = names; at && *at; at += strcspn(at, ","), at += *at == ',') {
		bool known = false;
		for (int i = 0; i < GROUPS; i++)
			known = known || is_among(groups[i].name, at, strcspn(at, ","));
		if (!known)
			give_up("no rows are called %.*s\n%s", (int)strcspn(at, ","), at, usage);
	}
}

static void measure(const struct group *g, const struct options *o)
{
	int before = table_count();
	int64_t since = now_ns();

	table_begin(g->name);
	g->measure(o);
	int added = table_count() - before;
	if (added != g->rows && !table_left_out()) /* a row left out may stand for several */
		give_up("%s has %d rows, not %d", g->name, added, g->rows);
	fprintf(stderr, "bench: %s took %.1f s\n", g->name, (double)(now_ns() - since) / 1e9);
}

int main(int argc, char **argv)
{
	struct options o = {.program = BENCH_PROGRAM, .rounds = 5, .keys = 200, .many = 100000,
		.usual = 20000, .idle_s = 60};

	read_options(&o, argc, argv);
	look_at_names(o.rows);
	signal(SIGPIPE, SIG_IGN);
	meeting_begin(o.program);
	atexit(meeting_end);
	for (int i = 0; i < GROUPS; i++)
		if (!o.rows || is_among(o.rows, groups[i].name, strlen(groups[i].name)))
			measure(&groups[i], &o);
	struct heading heading = {proc_model(), sysconf(_SC_NPROCESSORS_ONLN), o.rounds, o.keys,
		FEW_NOTES, o.many, o.usual};
	table_print(&heading);
	if (o.json && !table_json(o.json, &heading))
		give_up("%s: %s", o.json, strerror(errno));
	return 0;
}
