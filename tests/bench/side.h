/* SPDX-License-Identifier: MIT */
/* side.h - two programs typed into in turn.
 *
 * Purpose     Starts the real program and a floor beside it in pseudo-terminals of their own, and
 *             types a key into the one, then the same into the other, so that what else goes on
 *             meets both alike. A key is answered when 5 ms have passed without a byte; its time is
 *             that of the last byte.
 * Start at    side_new(), sides_measure().
 */
#ifndef TESTS_BENCH_SIDE_H
#define TESTS_BENCH_SIDE_H

#include "bench/pty.h"
#include "bench/series.h"

/* One side of a comparison: what is started, what is typed, and the best of its rounds. */
struct side {
	struct launch launch;
	const char *session;          /* whose draft goes after each round, or NULL */
	const char *const *setup;     /* what is typed before, each until it is quiet; NULL ends it */
	const char *(*key)(long i);   /* the ith key */
	const char *pause;            /* typed every `pause_every` keys and not measured, or NULL */
	long pause_every;
	bool first;                   /* a key's time is that of its first byte, not of its last */
	struct pty pty;
	struct series time, bytes;
	int64_t processor;
	struct best best_time, best_bytes; /* us, bytes */
	double best_processor;             /* us a key */
};

/* A side that types a line of plain words, cleared every 60 keys. The caller frees it. */
struct side *side_new(char *const argv[], const char *session);
/* Starts it and types what comes before. */
void side_start(struct side *s);
void side_end(struct side *s);
/* Types that many keys in each of the rounds, key by key the one, then the other. With `stay` both
 * are started once and not once a round. */
void sides_measure(struct side *a, struct side *b, long rounds, long keys, bool stay);

#endif
