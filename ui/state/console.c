/* SPDX-License-Identifier: MIT */
/* console.c - beginning and end of the console, and what of it changes as a whole. */
#include "ui/state/console.h"

#include <stdlib.h>

#include "ui/widget/entry_line.h"
#include "ui/widget/pasted_lines.h"

void console_init(struct console *c, struct seat *seat)
{
	struct clock clock = c->clock;

	*c = (struct console){.seat = seat, .clock = clock, .now = clock_now(&clock),
		.typed_at = NO_TIME, .speaker = NONE, .speech = NONE, .edited = NONE,
		.selected = NONE, .selected_to = NONE, .changed = NONE, .ran = COMMAND_NONE, .dirty = DIRTY_ALL};
	entry_line_init(&c->entry);
	buffer_init(&c->filter);
	buffer_init(&c->filter_before);
	buffer_init(&c->palette);
}

static void release_choices(struct console *c)
{
	for (size_t i = 0; i < c->choice_count; i++) {
		free(c->choices[i].label);
		free(c->choices[i].line);
	}
	free(c->choices);
	c->choices = NULL;
	c->choice_count = 0;
}

void console_drop_question(struct console *c)
{
	release_choices(c);
	c->overlay = OVERLAY_NONE;
}

void console_drop_paste(struct console *c)
{
	pasted_release(&c->pasted);
	if (c->overlay == OVERLAY_PASTE)
		c->overlay = OVERLAY_NONE;
}

void console_release(struct console *c)
{
	console_drop_question(c);
	console_drop_paste(c);
	completions_release(&c->completions);
	entry_line_release(&c->entry);
	buffer_release(&c->filter);
	buffer_release(&c->filter_before);
	buffer_release(&c->palette);
	free(c->put_aside);
	free(c->warned_of);
}

bool console_is_bare(const struct console *c)
{
	return view_words[c->view].use == VIEW_BARE && !c->in_entry;
}

bool console_types(const struct console *c)
{
	return view_words[c->view].use == VIEW_TYPED || c->in_entry;
}

void console_view(struct console *c, enum console_view view)
{
	if (view == c->view || c->room)
		return;
	if (view_words[c->view].use != VIEW_BARE)
		c->view_before = c->view;
	c->view = view;
	c->ran = COMMAND_VIEW;
	c->message[0] = '\0';
	c->in_entry = false;
	c->reading_back = false;
	c->escape_waits = c->prefix_waits = false;
	c->dirty = DIRTY_ALL;
}

void console_open_list(struct console *c, enum overlay overlay, const char *typed)
{
	c->overlay = overlay;
	buffer_reset(&c->palette);
	buffer_text(&c->palette, typed ? typed : "");
	c->palette_row = 0;
	if (overlay == OVERLAY_HELP)
		c->ran = COMMAND_HELP;
	c->dirty = DIRTY_ALL;
}

void console_open_curtain(struct console *c)
{
	c->overlay = OVERLAY_CURTAIN;
	c->ran = COMMAND_CURTAIN;
	c->dirty = DIRTY_ALL;
}
