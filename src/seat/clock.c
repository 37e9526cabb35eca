/* SPDX-License-Identifier: MIT */
/* clock.c - the one place where time is read. */
#include "seat/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/number.h"
#include "base/when.h"

enum { STEP_TOLD_MS = 2000 };

/* What an injected clock showed last: a clock that is started again goes on from there. */
static int64_t last_given = NO_TIME;

static int64_t read_clock(clockid_t which)
{
	struct timespec t = {0};

	clock_gettime(which, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int injected_fd(void)
{
	const char *text = getenv("ROUNDTABLE_CLOCK");
	int64_t fd;

	return text && number_read(text, 0, 1023, &fd) ? (int)fd : -1;
}

/* One byte of an injected clock; its line counts at the newline. */
static void take_byte(struct clock *c, char byte)
{
	int64_t ms;

	if (byte != '\n') {
		if (c->part_len < (int)sizeof c->part - 1)
			c->part[c->part_len++] = byte;
		return;
	}
	c->part[c->part_len] = '\0';
	c->part_len = 0;
	if (number_read(c->part, 0, INT64_MAX, &ms))
		c->given = last_given = ms;
}

bool clock_take(struct clock *c)
{
	char bytes[256];
	ssize_t got;

	do {
		got = read(c->fd, bytes, sizeof bytes);
	} while (got < 0 && errno == EINTR);
	for (ssize_t i = 0; i < got; i++)
		take_byte(c, bytes[i]);
	return got > 0 || (got < 0 && errno == EAGAIN);
}

void clock_start(struct clock *c)
{
	*c = (struct clock){.fd = injected_fd(), .given = last_given};
	c->wall = read_clock(CLOCK_REALTIME);
	c->boot = read_clock(CLOCK_BOOTTIME);
	while (c->fd >= 0 && c->given == NO_TIME)
		if (!clock_take(c))
			c->fd = -1;
}

int64_t clock_now(const struct clock *c)
{
	if (c->fd >= 0)
		return c->given;
	return c->wall + (read_clock(CLOCK_BOOTTIME) - c->boot);
}

int64_t clock_step(struct clock *c)
{
	if (c->fd >= 0)
		return 0;
	int64_t apart = read_clock(CLOCK_REALTIME) - clock_now(c);
	int64_t step = apart - c->told;
	if (step >= -STEP_TOLD_MS && step <= STEP_TOLD_MS)
		return 0;
	c->told = apart;
	return step;
}
