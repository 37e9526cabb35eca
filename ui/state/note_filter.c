/* SPDX-License-Identifier: MIT */
/* note_filter.c - the filter of /find, from key to key: what is typed counts at once, Enter leaves
 * it, and a line that is cleared brings back what was there before. */
#include "ui/state/note_filter.h"

#include <string.h>

#include "ui/state/message.h"

static const char FIND[] = "/find ";

static void filter_by(struct console *c, const char *text)
{
	if (strcmp(c->filter.text.bytes, text) != 0) {
		c->stream.top = 0;
		c->stream.chosen = c->stream.chosen_to = NONE;
		c->stream.history = false;
	}
	buffer_reset(&c->filter.text);
	buffer_text(&c->filter.text, text);
	c->filter.on = c->filter.text.len > 0;
}

static void begin(struct console *c)
{
	buffer_reset(&c->filter.before);
	if (c->filter.on)
		buffer_text(&c->filter.before, c->filter.text.bytes);
	c->filter.typed = true;
}

void filter_typed(struct console *c)
{
	bool typed = strncmp(c->entry.text.bytes, FIND, sizeof FIND - 1) == 0;

	if (typed && !c->filter.typed)
		begin(c);
	if (typed) {
		filter_by(c, c->entry.text.bytes + sizeof FIND - 1);
	} else if (c->filter.typed) {
		c->filter.typed = false;
		filter_by(c, c->filter.before.bytes);
	}
}

void filter_set(struct console *c, const char *text)
{
	c->filter.typed = false;
	filter_by(c, text);
	if (!c->filter.on)
		message_say(c, "everything is shown");
}

bool filter_drop(struct console *c)
{
	if (!c->filter.on)
		return false;
	filter_set(c, "");
	return true;
}
