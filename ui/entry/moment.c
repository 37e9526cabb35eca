/* SPDX-License-Identifier: MIT */
/* moment.c - when the line being typed was begun, and who says it. */
#include "ui/entry/moment.h"

#include "ui/state/console.h"

size_t console_speaker(const struct console *c)
{
	if (c->typed_at != NO_TIME || c->speaker_back)
		return c->speaker;
	return session_speaker(seat_session(c->seat));
}

struct moment typing_moment(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	bool typed = c->typed_at != NO_TIME || c->speaker_back;
	size_t speaker = console_speaker(c);

	if (speaker != NONE && speaker >= s->attendee_count)
		speaker = NONE;
	return (struct moment){
		.at = c->typed_at == NO_TIME || c->typed_at > c->now ? c->now : c->typed_at,
		.now = c->now,
		.has_speaker = typed,
		.speaker = speaker,
		.speech = typed && c->speech < s->speech_count ? c->speech : NONE,
		.has_arrivals = c->typed_at != NO_TIME,
		.arrivals = c->typed_at != NO_TIME ? c->typed_arrivals : seat_arrivals(c->seat),
	};
}

bool typing_stays(const struct console *c)
{
	return c->view == SHOW_CAPTURE && c->typed_at != NO_TIME && !c->speaker_back &&
	       c->edited == NONE && c->entry.text.bytes[0] != '/' && c->speaker != NONE &&
	       c->speaker != session_speaker(seat_session(c->seat));
}
