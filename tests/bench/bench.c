/* SPDX-License-Identifier: MIT */
/* bench.c - what a key and a start cost, as ratios to floors measured in the same run.
 *
 * Purpose     Starts the real program and a floor beside it in pseudo-terminals of their own, and
 *             types a key into the one, then the same into the other. A key is answered when 5 ms
 *             have passed without a byte; its time is that of the last byte. The best round counts
 *             on both sides: what else the machine does only ever adds.
 * Start at    measure_pair(), main().
 */
#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/meeting.h"
#include "bench/pty.h"
#include "bench/table.h"

enum { KEYS_MOST = 5000, LINE = 60, SETTLE_MS = 300, CLEAR_QUIET_MS = 30, FEW_NOTES = 10 };

struct options {
	const char *program, *json;
	long rounds, keys, notes;
};

/* Of one round: microseconds and bytes a key. */
struct typed {
	double median, p99, processor, bytes, bytes_p99;
};

/* One side of a comparison: what is started, and the best of its rounds. */
struct side {
	char *const *argv;
	const char *session; /* whose draft goes after each round, or NULL */
	struct pty pty;
	int64_t processor;
	struct typed best;
	double time[KEYS_MOST], bytes[KEYS_MOST];
};

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double rank(const double *sorted, long n, double part)
{
	long at = (long)ceil(part * (double)n) - 1;

	return sorted[at < 0 ? 0 : at];
}

static void keep_best(double *best, double value)
{
	if (*best <= 0 || value < *best)
		*best = value;
}

/* Plain typing: words, no mark, nothing that completes. */
static char key_at(long i)
{
	static const char text[] = "the second signature adds three weeks and nobody decides, so we ";

	return text[i % (long)(sizeof text - 1)];
}

static void side_start(struct side *s, int rows, int columns)
{
	pty_start(&s->pty, s->argv, rows, columns, false);
	if (!pty_read(&s->pty, s->pty.started, SETTLE_MS, 60000).bytes)
		give_up("%s shows nothing", s->argv[0]);
}

static void side_clear(struct side *s)
{
	if (write(s->pty.fd, "\025", 1) != 1)
		give_up("%s takes no keys", s->argv[0]);
	pty_read(&s->pty, now_ns(), CLEAR_QUIET_MS, CLEAR_QUIET_MS);
}

static void side_key(struct side *s, long i)
{
	char key = key_at(i);
	int64_t before = pty_processor(&s->pty);
	struct answer answer = pty_key(&s->pty, &key, 1);

	if (!answer.bytes)
		give_up("%s does not answer a key", s->argv[0]);
	s->processor += pty_processor(&s->pty) - before;
	s->time[i] = (double)answer.last / 1e3;
	s->bytes[i] = (double)answer.bytes;
}

static void side_end(struct side *s, long keys)
{
	pty_end(&s->pty);
	if (s->session)
		meeting_forget_draft(s->session);
	qsort(s->time, (size_t)keys, sizeof *s->time, by_value);
	qsort(s->bytes, (size_t)keys, sizeof *s->bytes, by_value);
	keep_best(&s->best.median, rank(s->time, keys, 0.5));
	keep_best(&s->best.p99, rank(s->time, keys, 0.99));
	keep_best(&s->best.bytes, rank(s->bytes, keys, 0.5));
	keep_best(&s->best.bytes_p99, rank(s->bytes, keys, 0.99));
	keep_best(&s->best.processor, (double)s->processor / 1e3 / (double)keys);
	s->processor = 0;
}

/* Key by key the one, then the other, so that what else goes on meets both alike. */
static void measure_pair(struct side *a, struct side *b, const struct options *o, int rows,
	int columns)
{
	for (long round = 0; round < o->rounds; round++) {
		side_start(a, rows, columns);
		side_start(b, rows, columns);
		for (long i = 0; i < o->keys; i++) {
			side_key(round % 2 ? b : a, i);
			side_key(round % 2 ? a : b, i);
			if (i % LINE == LINE - 1) {
				side_clear(a);
				side_clear(b);
			}
		}
		side_end(a, o->keys);
		side_end(b, o->keys);
	}
}

static struct side *side_new(char *const argv[], const char *session)
{
	struct side *s = calloc(1, sizeof *s);

	if (!s)
		give_up("no memory");
	s->argv = argv;
	s->session = session;
	return s;
}

/* Keys in the entry line, against an echo. */
static void measure_keys(const struct options *o, const char *size, int rows, int columns)
{
	char *ours[] = {(char *)o->program, meeting_path("few"), NULL};
	char *echo[] = {BENCH_ECHO, NULL};
	struct side *a = side_new(ours, "few"), *b = side_new(echo, NULL);

	measure_pair(a, b, o, rows, columns);
	table_add((struct row){"key to screen, median", size, "curses echo", "us",
		a->best.median, b->best.median, 1.15});
	table_add((struct row){"key to screen, p99", size, "curses echo", "us",
		a->best.p99, b->best.p99, 0});
	table_add((struct row){"processor time per key", size, "curses echo", "us",
		a->best.processor, b->best.processor, 2});
	table_add((struct row){"bytes per plain key, median", size, "", "bytes",
		a->best.bytes, 0, 4});
	table_add((struct row){"bytes per plain key, p99", size, "", "bytes",
		a->best.bytes_p99, 0, 0});
	free(a);
	free(b);
}

/* Keys in a large session, against a small one. */
static void measure_growth(const struct options *o)
{
	char *many[] = {(char *)o->program, meeting_path("many"), NULL};
	char *few[] = {(char *)o->program, meeting_path("few"), NULL};
	struct side *a = side_new(many, "many"), *b = side_new(few, "few");

	measure_pair(a, b, o, 24, 80);
	table_add((struct row){"key, many notes, median", "80x24", "ten notes", "us",
		a->best.median, b->best.median, 1.1});
	table_add((struct row){"key, many notes, processor", "80x24", "ten notes", "us",
		a->best.processor, b->best.processor, 1.1});
	free(a);
	free(b);
}

static double empty_start(void)
{
	char *argv[] = {BENCH_EMPTY, NULL};
	struct pty p;

	pty_start(&p, argv, 24, 80, false);
	struct answer answer = pty_read(&p, p.started, 100, 10000);
	pty_end(&p);
	return (double)answer.last / 1e3;
}

static double frame_start(char *const argv[])
{
	struct pty p;

	pty_start(&p, argv, 24, 80, true);
	int64_t at = pty_first_frame(&p);
	pty_end(&p);
	return (double)at / 1e3;
}

static void measure_starts(const struct options *o)
{
	char *new[] = {(char *)o->program, "--session", meeting_path("new"),
		meeting_path("agenda.yaml"), NULL};
	char *many[] = {(char *)o->program, meeting_path("many"), NULL};
	double empty = 0, fresh = 0, large = 0;

	for (long i = 0; i < o->rounds * 4; i++) {
		keep_best(&empty, empty_start());
		meeting_remove("new");
		keep_best(&fresh, frame_start(new));
		if (i % 4 == 0)
			keep_best(&large, frame_start(many));
	}
	table_add((struct row){"new session to first frame", "80x24", "empty curses", "us",
		fresh, empty, 1.5});
	table_add((struct row){"many events to first frame", "80x24", "empty curses", "us",
		large, empty, 0});
}

static long number(const char *text, long most)
{
	char *end;
	errno = 0;
	long n = strtol(text, &end, 10);

	if (errno || *end || n < 1 || n > most)
		give_up("not a number from 1 to %ld: %s", most, text);
	return n;
}

static void read_options(struct options *o, int argc, char **argv)
{
	static const struct option known[] = {{"rounds", 1, NULL, 'r'}, {"keys", 1, NULL, 'k'},
		{"notes", 1, NULL, 'n'}, {"json", 1, NULL, 'j'}, {NULL, 0, NULL, 0}};
	int c;

	while ((c = getopt_long(argc, argv, "", known, NULL)) != -1) {
		switch (c) {
		case 'r': o->rounds = number(optarg, 1000); break;
		case 'k': o->keys = number(optarg, KEYS_MOST); break;
		case 'n': o->notes = number(optarg, 10000000); break;
		case 'j': o->json = optarg; break;
		default: give_up("usage: bench [--rounds N] [--keys N] [--notes N] [--json FILE] "
				"[PROGRAM]");
		}
	}
	if (optind < argc)
		o->program = argv[optind];
}

int main(int argc, char **argv)
{
	struct options o = {.program = BENCH_PROGRAM, .rounds = 5, .keys = 200, .notes = 100000};
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	read_options(&o, argc, argv);
	signal(SIGPIPE, SIG_IGN);
	meeting_begin();
	atexit(meeting_end);
	meeting_make(o.program, "few", FEW_NOTES);
	measure_keys(&o, "80x24", 24, 80);
	measure_keys(&o, "200x60", 60, 200);
	meeting_make(o.program, "many", o.notes);
	measure_growth(&o);
	measure_starts(&o);
	table_print(cores, o.rounds, o.keys, o.notes);
	if (o.json && !table_json(o.json, cores, o.rounds, o.keys, o.notes))
		give_up("%s: %s", o.json, strerror(errno));
	return 0;
}
