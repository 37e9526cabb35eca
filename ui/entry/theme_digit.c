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
	struct buffer line = BUFFER_EMPTY;
	struct note_run run;

	if (!stream_chosen_or_last(c, &run))
		return false;
	buffer_text(&line, "/tag ");
	add_note_run(&line, seat_session(c->seat), run);
	buffer_format(&line, " #%d", digit);
	submit_line(c, line.bytes);
	buffer_release(&line);
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

bool tag_digit_key(struct console *c)
{
	tag_by_digit(c, c->key->code - '0');
	return true;
}
