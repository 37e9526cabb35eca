/* SPDX-License-Identifier: MIT */
/* drift.c - what a change of the agenda does to the end of the meeting, in words. */
#include "command/parser.h"

#include <inttypes.h>

/* "6 min late", "on time", "2 min early". */
static void say_lateness(struct parser *r, int64_t drift)
{
	int64_t minutes = drift / MS_MINUTE;

	if (minutes > 0)
		say(r, ", %" PRId64 " min late", minutes);
	else if (minutes < 0)
		say(r, ", %" PRId64 " min early", -minutes);
	else
		say(r, ", on time");
}

void say_end(struct parser *r, int64_t change_ms)
{
	const struct session *s = r->session;
	int64_t end = session_expected_end(s, r->context->now);
	const char *verb = change_ms ? "now ends" : "still ends";

	if (end != NO_TIME) {
		struct civil at = zone_civil(s->agenda->zone, end + change_ms);

		say(r, "; the meeting %s %d:%02d", verb, at.hour, at.minute);
		int64_t drift = session_drift(s, r->context->now);
		if (drift != NO_TIME)
			say_lateness(r, drift + change_ms);
		return;
	}
	if (!change_ms)
		return;
	int64_t minutes = 0;
	for (size_t i = 0; i < s->item_count; i++)
		minutes += s->items[i].minutes;
	say(r, "; the items have %" PRId64 " min in all", minutes + change_ms / MS_MINUTE);
}
