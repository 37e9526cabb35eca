/* SPDX-License-Identifier: MIT */
/* theme_digit.c - a digit puts its theme onto the line or the chosen notes. */
#include "ui/entry/theme_digit.h"

#include <stdio.h>

#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/state/stream_filter.h"

bool tag_chosen_notes(struct console *c, int digit)
{
	const struct session *s = seat_session(c->seat);
	size_t note = c->stream.chosen == NONE ? stream_last(c) : c->stream.chosen;
	size_t to = c->stream.chosen_to == NONE ? note : c->stream.chosen_to;

	if (note == NONE || note >= s->note_count || to >= s->note_count)
		return false;
	if (to == note)
		submit_format(c, "/tag %s #%d", s->notes[note].id, digit);
	else
		submit_format(c, "/tag %s..%s #%d", s->notes[note < to ? note : to].id,
			s->notes[note < to ? to : note].id, digit);
	return true;
}

static const struct theme *theme_of_digit(const struct session *s, int digit)
{
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].digit == digit && s->themes[i].merged == NONE)
			return &s->themes[i];
	return NULL;
}

void tag_by_digit(struct console *c, int digit)
{
	char text[64];

	if (!theme_of_digit(seat_session(c->seat), digit)) {
		snprintf(text, sizeof text, "no theme has the digit %d", digit);
		message_warn(c, text);
	} else if (c->entry.text.len) {
		snprintf(text, sizeof text, " #%d", digit);
		entry_append(&c->entry, text);
		typing_changed(c);
	} else if (!tag_chosen_notes(c, digit)) {
		message_warn(c, "there is no note to tag yet");
	}
}
