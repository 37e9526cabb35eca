/* SPDX-License-Identifier: MIT */
/* seats_present.c - who else is there: the other seats that are open or wrote lately, for the head
 * of a wide screen. */
#include "ui/view/seats_present.h"

#include <stdlib.h>
#include <string.h>

enum { LATELY_MIN = 15 };

/* Locks are asked for at most once a minute, and when another seat has come. */
static struct {
	struct presence *seats;
	size_t count;
	int64_t minute;
	size_t known; /* seats of the session then */
	const struct seat *of;
} read_last;

static void look(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	int64_t minute = c->now / MS_MINUTE;

	if (read_last.seats && read_last.of == c->seat && read_last.minute == minute &&
		read_last.known == s->seat_count)
		return;
	free(read_last.seats);
	read_last.count = seat_present(c->seat, &read_last.seats);
	read_last.minute = minute;
	read_last.known = s->seat_count;
	read_last.of = c->seat;
}

void add_seats_present(struct buffer *out, const struct console *c)
{
	look(c);
	for (size_t i = 0; i < read_last.count; i++) {
		struct presence p = read_last.seats[i];
		bool own = strcmp(p.seat, seat_name(c->seat)) == 0;

		history_last(seat_history(c->seat), p.seat, &p.last);
		int64_t silent = presence_silent(&p, c->now);
		bool lately = silent != NO_TIME && silent < LATELY_MIN * MS_MINUTE && !p.left;
		if (own || !(p.open || lately))
			continue;
		buffer_format(out, "%s%s", out->len ? ", " : "with ", p.seat);
		if (silent != NO_TIME && silent >= MS_MINUTE)
			buffer_format(out, " silent %d min", (int)(silent / MS_MINUTE));
	}
}
