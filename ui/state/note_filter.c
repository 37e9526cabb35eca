/* SPDX-License-Identifier: MIT */
/* note_filter.c - the filter of /find, from key to key: what is typed counts at once, Enter leaves it,
 * and a line that is cleared brings back what was there before. */
#include "ui/state/note_filter.h"

#include <string.h>

#include "ui/state/console.h"
#include "ui/state/message.h"

static const char FIND[] = "/find ";

static void filter_by(struct console *c, const char *text)
{
	if (strcmp(c->filter.bytes, text) != 0) {
		c->stream_top = 0;
		c->selected = c->selected_to = NONE;
		c->history_shown = false;
	}
	buffer_reset(&c->filter);
	buffer_text(&c->filter, text);
	c->filtering = c->filter.len > 0;
}

static void begin(struct console *c)
{
	buffer_reset(&c->filter_before);
	if (c->filtering)
		buffer_text(&c->filter_before, c->filter.bytes);
	c->finding = true;
}

void filter_typed(struct console *c)
{
	bool typed = strncmp(c->entry.text.bytes, FIND, sizeof FIND - 1) == 0;

	if (typed && !c->finding)
		begin(c);
	if (typed) {
		filter_by(c, c->entry.text.bytes + sizeof FIND - 1);
	} else if (c->finding) {
		c->finding = false;
		filter_by(c, c->filter_before.bytes);
	}
}

void filter_set(struct console *c, const char *text)
{
	c->finding = false;
	filter_by(c, text);
	if (!c->filtering)
		console_say(c, "everything is shown");
}
