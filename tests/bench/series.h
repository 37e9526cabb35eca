/* SPDX-License-Identifier: MIT */
/* series.h - samples of one kind, and what is said of them.
 *
 * Purpose     Median, percentile and most of the samples of a round, and the best round of several:
 *             what else the machine does only ever adds.
 * Start at    series_add(), best_take().
 */
#ifndef TESTS_BENCH_SERIES_H
#define TESTS_BENCH_SERIES_H

enum { SAMPLES_MOST = 8192 };

struct series {
	double at[SAMPLES_MOST];
	long count;
};

/* Of the best round; each below 0 until there is one. */
struct best {
	double median, p99, most;
};

#define NOTHING_YET ((struct best){-1, -1, -1})

/* Adds a sample; ends the bench when there is no room. */
void series_add(struct series *s, double sample);
/* The nearest-rank percentile, 0.5 is the median; sorts the samples. Ends the bench when there are
 * none. */
double series_rank(struct series *s, double part);
/* Takes a round: each figure is kept when it is better. Empties the samples. */
void best_take(struct best *best, struct series *round);
/* The same of one figure. */
void keep_best(double *best, double value);

#endif
