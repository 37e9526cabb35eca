/* SPDX-License-Identifier: MIT */
/* rows_keys.c - what a key costs: in the entry line, in lists, with many notes, during a sync. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/meeting.h"
#include "bench/side.h"
#include "bench/table.h"

#define UP "\033[A"
#define DOWN "\033[B"
#define CTRL_UP "\033[1;5A"
#define CTRL_DOWN "\033[1;5B"
#define PAGE_UP "\033[5~"
#define HELP "\033OP"
#define FLOOR "\033OR"

enum { SWEEP = 17, SYNC_MS = 200, KEYS_DURING_SYNC = 14 };

static void add_keys(const char *where, const struct side *a, const struct side *b)
{
	table_add((struct row){"key to screen, median", where, "curses echo", "us",
		a->best_time.median, b->best_time.median, TIMES_PLUS(1.15, 15), TIMES(1), NULL});
	table_add((struct row){"key to screen, p99", where, "curses echo", "us",
		a->best_time.p99, b->best_time.p99, NO_LIMIT, TIMES(1.5), NULL});
	table_add((struct row){"processor time per key", where, "curses echo", "us",
		a->best_processor, b->best_processor, TIMES(2), TIMES(1.3), NULL});
	table_add((struct row){"bytes per plain key, median", where, "", "bytes",
		a->best_bytes.median, 0, AT_MOST(4), AT_MOST(1), NULL});
	table_add((struct row){"bytes per plain key, p99", where, "", "bytes",
		a->best_bytes.p99, 0, NO_LIMIT, AT_MOST(16), NULL});
}

/* Keys in the entry line, against an echo. */
void measure_keys(const struct options *o)
{
	static const struct {
		const char *name;
		int rows, columns;
	} sizes[] = {{"80x24", 24, 80}, {"200x60", 60, 200}};
	char *ours[] = {(char *)o->program, meeting_need("few", FEW_NOTES, true), NULL};
	char *echo[] = {BENCH_ECHO, NULL};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct side *a = side_new(ours, "few"), *b = side_new(echo, NULL);

		a->launch.rows = b->launch.rows = sizes[i].rows;
		a->launch.columns = b->launch.columns = sizes[i].columns;
		sides_measure(a, b, o->rounds, o->keys, false);
		add_keys(sizes[i].name, a, b);
		free(a);
		free(b);
	}
}

/* Keys in a session that is large, against one that is small. */
void measure_growth(const struct options *o)
{
	char *many[] = {(char *)o->program, meeting_need("many", o->many, true), NULL};
	char *few[] = {(char *)o->program, meeting_need("few", FEW_NOTES, true), NULL};
	struct side *a = side_new(many, "many"), *b = side_new(few, "few");

	sides_measure(a, b, o->rounds, o->keys, true);
	table_add((struct row){"key, many notes, median", "many events", "ten notes", "us",
		a->best_time.median, b->best_time.median, TIMES(1.1), TIMES(1.03), NULL});
	table_add((struct row){"key, many notes, p99", "many events", "ten notes", "us",
		a->best_time.p99, b->best_time.p99, TIMES(1.5), TIMES(1.2), NULL});
	table_add((struct row){"key, many notes, most", "many events", "ten notes", "us",
		a->best_time.most, b->best_time.most, AT_MOST(2000), AT_MOST(500), NULL});
	table_add((struct row){"key, many notes, processor", "many events", "ten notes", "us",
		a->best_processor, b->best_processor, NO_LIMIT, NO_LIMIT, NULL});
	free(a);
	free(b);
}

/* Lists: so many rows the one way, then as many back. */

static const char *down_and_up(long i)
{
	return i / SWEEP % 2 ? UP : DOWN;
}

static const char *back_and_forth(long i)
{
	return i / SWEEP % 2 ? CTRL_DOWN : CTRL_UP;
}

static const char *next_line(long i)
{
	(void)i;
	return "j";
}

static const struct list {
	const char *name;
	const char *setup[6];
	const char *(*key)(long i);
} lists[] = {
	{"notes", {PAGE_UP, CTRL_DOWN, NULL}, back_and_forth},
	{"speakers", {FLOOR, DOWN, DOWN, NULL}, down_and_up},
	{"help", {HELP, DOWN, DOWN, NULL}, down_and_up},
};

static void measure_list(const struct options *o, const struct list *list, const char *less)
{
	char *ours[] = {(char *)o->program, meeting_need("some", 500, true), NULL};
	char *pager[] = {(char *)less, meeting_path("lines"), NULL};
	struct side *a = side_new(ours, "some"), *b = side_new(pager, NULL);

	a->setup = list->setup;
	a->key = list->key;
	b->key = next_line;
	a->pause = b->pause = NULL;
	sides_measure(a, b, o->rounds, o->keys, false);
	table_add((struct row){"one row in a list, median", list->name, "less, j", "us",
		a->best_time.median, b->best_time.median, TIMES(1.25), NO_LIMIT, NULL});
	table_add((struct row){"one row, processor", list->name, "less, j", "us",
		a->best_processor, b->best_processor, NO_LIMIT, TIMES(1.5), NULL});
	table_add((struct row){"one row, bytes, median", list->name, "less, j", "bytes",
		a->best_bytes.median, b->best_bytes.median, AT_MOST(260), AT_MOST(60), NULL});
	free(a);
	free(b);
}

/* What `less` is given: the notes as they are shown, more of them than there are keys. */
static void write_lines(const struct options *o)
{
	char *show[] = {(char *)o->program, "show", meeting_need("shown", o->keys + 500, true), "notes",
		NULL};

	run_program(show, NULL, meeting_path("lines"), 0);
}

void measure_moves(const struct options *o)
{
	const char *less = tool_path("less");

	if (!less) {
		table_leave_out("one row in a list", "less is not installed");
		return;
	}
	write_lines(o);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		measure_list(o, &lists[i], less);
}

/* Keys between one Enter and the next while each sync takes its time, against the same without. */
void measure_slow_sync(const struct options *o)
{
#ifdef BENCH_PRELOAD
	static char preload[] = "LD_PRELOAD=" BENCH_PRELOAD, sync[32];
	char *slow[] = {(char *)o->program, meeting_need("slow", FEW_NOTES, true), NULL};
	char *quick[] = {(char *)o->program, meeting_need("quick", FEW_NOTES, true), NULL};
	struct side *a = side_new(slow, "slow"), *b = side_new(quick, "quick");

	snprintf(sync, sizeof sync, "BENCH_SYNC_MS=%d", SYNC_MS);
	a->launch.environment[0] = preload;
	a->launch.environment[1] = sync;
	a->pause = b->pause = "\r";
	a->pause_every = b->pause_every = KEYS_DURING_SYNC;
	a->first = b->first = true; /* the frame that says that it is safe is no answer to a key */
	sides_measure(a, b, o->rounds, o->keys, false);
	table_add((struct row){"key while a sync takes 200 ms", "median", "no slow sync", "us",
		a->best_time.median, b->best_time.median, NO_LIMIT, TIMES(1.05), NULL});
	table_add((struct row){"key while a sync takes 200 ms", "p99", "no slow sync", "us",
		a->best_time.p99, b->best_time.p99, TIMES(2), TIMES(1.05), NULL});
	free(a);
	free(b);
#else
	(void)o;
	table_leave_out("key while a sync takes 200 ms", "a build with sanitizers takes no preload");
#endif
}
