/* SPDX-License-Identifier: MIT */
/* series.c - samples of one kind, and what is said of them. */
#include "bench/series.h"

#include <math.h>
#include <stdlib.h>

#include "bench/pty.h"

void series_add(struct series *s, double sample)
{
	if (s->count == SAMPLES_MOST)
		give_up("over %d samples", SAMPLES_MOST);
	s->at[s->count++] = sample;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double series_rank(struct series *s, double part)
{
	long at = (long)ceil(part * (double)s->count) - 1;

	if (!s->count)
		give_up("nothing was measured");
	qsort(s->at, (size_t)s->count, sizeof *s->at, by_value);
	return s->at[at < 0 ? 0 : at];
}

void keep_best(double *best, double value)
{
	if (*best < 0 || value < *best)
		*best = value;
}

void best_take(struct best *best, struct series *round)
{
	keep_best(&best->median, series_rank(round, 0.5));
	keep_best(&best->p99, series_rank(round, 0.99));
	keep_best(&best->most, series_rank(round, 1));
	round->count = 0;
}
