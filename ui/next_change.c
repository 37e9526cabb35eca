/* SPDX-License-Identifier: MIT */
/* next_change.c - when the screen changes by itself. */
#include "ui/next_change.h"

int64_t sooner(int64_t a, int64_t b)
{
	if (a == NO_TIME)
		return b;
	return b == NO_TIME || a < b ? a : b;
}

/* The next moment at which a clock that has run for `ran` shows another second. */
static int64_t next_second(int64_t now, int64_t ran)
{
	int64_t part = (ran % MS_SECOND + MS_SECOND) % MS_SECOND;

	return now + MS_SECOND - part;
}

int64_t console_next_change(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	int64_t next = c->now - c->now % MS_MINUTE + MS_MINUTE;

	if (s->floor != NONE && s->speeches[s->floor].running_since != NO_TIME) {
		int64_t elapsed = speech_elapsed(s, s->floor, c->now);

		next = sooner(next, next_second(c->now, elapsed));
		if (s->speeches[s->floor].limit_ms > 0)
			next = sooner(next,
				next_second(c->now, elapsed - s->speeches[s->floor].limit_ms));
	}
	if (s->item_now != NONE && s->item_since != NO_TIME && s->state == MEETING_OPEN)
		next = sooner(next, next_second(c->now, item_used(s, s->item_now, c->now)));
	return next;
}
