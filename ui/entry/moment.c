/* SPDX-License-Identifier: MIT */
/* moment.c - when the line being typed was begun, and who says it. */
#include "ui/entry/moment.h"

size_t console_speaker(const struct console *c)
{
	if (c->line.at != NO_TIME || c->line.speaker_back)
		return c->line.speaker;
	return session_speaker(seat_session(c->seat));
}

struct moment typing_moment(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	bool typed = c->line.at != NO_TIME || c->line.speaker_back;
	size_t speaker = console_speaker(c);

	if (speaker != NONE && speaker >= s->attendee_count)
		speaker = NONE;
	return (struct moment){
		.at = c->line.at == NO_TIME || c->line.at > c->now ? c->now : c->line.at,
		.now = c->now,
		.has_speaker = typed,
		.speaker = speaker,
		.speech = typed && c->line.speech < s->speech_count ? c->line.speech : NONE,
		.has_arrivals = c->line.at != NO_TIME,
		.arrivals = c->line.at != NO_TIME ? c->line.arrivals : seat_arrivals(c->seat),
	};
}

bool typing_stays(const struct console *c)
{
	return c->view == SHOW_CAPTURE && c->line.at != NO_TIME && !c->line.speaker_back &&
	       c->line.edited == NONE && c->entry.text.bytes[0] != '/' && c->line.speaker != NONE &&
	       c->line.speaker != session_speaker(seat_session(c->seat));
}
