/* SPDX-License-Identifier: MIT */
/* presence.c - what is known of a seat, in words. */
#include "session/presence.h"

#include "base/when.h"

int64_t presence_silent(const struct presence *p, int64_t at)
{
	if (p->last == NO_TIME)
		return NO_TIME;
	return at > p->last ? at - p->last : 0;
}

void presence_say(struct buffer *out, const struct presence *p, int64_t at)
{
	int64_t silent = presence_silent(p, at), minutes = silent / MS_MINUTE;

	if (p->open)
		buffer_text(out, "open");
	else
		buffer_text(out, p->left ? "has left" : "not open on this machine");
	if (silent == NO_TIME)
		buffer_text(out, ", wrote nothing yet");
	else if (minutes >= 120)
		buffer_format(out, ", silent %lld h", (long long)(minutes / 60));
	else if (minutes > 0)
		buffer_format(out, ", silent %lld min", (long long)minutes);
}
