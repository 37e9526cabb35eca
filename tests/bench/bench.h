/* SPDX-License-Identifier: MIT */
/* bench.h - the groups of rows, one function each.
 *
 * Purpose     bench.c's table names them; `--rows` chooses among them.
 * Start at    groups[] in bench.c.
 */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

struct options {
	const char *program; /* that is measured */
	const char *json;    /* where the figures go besides, or NULL */
	const char *rows;    /* the groups that are measured, with commas, or NULL: all */
	long rounds, keys;   /* keys a round */
	long many, usual;    /* notes */
	long idle_s;         /* how long nothing is done */
};

/* rows_keys.c */
void measure_keys(const struct options *o);
void measure_growth(const struct options *o);
void measure_moves(const struct options *o);
void measure_slow_sync(const struct options *o);
/* rows_open.c */
void measure_start(const struct options *o);
void measure_open(const struct options *o);
void measure_fold(const struct options *o);
void measure_usual(const struct options *o);
/* rows_pen.c */
void measure_safe(const struct options *o);
void measure_seats(const struct options *o);
void measure_idle(const struct options *o);
/* rows_text.c */
void measure_filter(const struct options *o);
void measure_paste(const struct options *o);
void measure_export(const struct options *o);

#endif
