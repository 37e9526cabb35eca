/* SPDX-License-Identifier: MIT */
/* clock.h - the one place where time is read.
 *
 * Purpose     The wall clock when the program started plus the boot-time clock since (contract §3):
 *             no jump within a run, a laptop's sleep counts, a step of the wall clock is noticed.
 *             With ROUNDTABLE_CLOCK=FD in the environment time is what is written to that
 *             descriptor instead: decimal ms since 1970, one a line; it stands still between lines.
 * Start at    clock_start(), clock_now().
 */
#ifndef SEAT_CLOCK_H
#define SEAT_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct clock {
	int64_t wall;  /* ms at the start */
	int64_t boot;
	int64_t told;  /* step already told */
	int fd;        /* injected clock, or -1 */
	int64_t given; /* its last line */
	char part[32]; /* a line that is not whole yet */
	int part_len;
};

/* An injected clock blocks here until its first line has come. */
void clock_start(struct clock *c);
int64_t clock_now(const struct clock *c);
/* Takes what an injected clock has sent; call when its fd is readable. False at its end. */
bool clock_take(struct clock *c);
/* ms by which the wall clock has stepped since it was last asked, 0 when no more than 2 s. */
int64_t clock_step(struct clock *c);

#endif
