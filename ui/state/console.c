/* SPDX-License-Identifier: MIT */
/* console.c - beginning and end of the console, and what of it changes as a whole. */
#include "ui/state/console.h"

#include <stdlib.h>

void console_init(struct console *c, struct seat *seat)
{
	struct clock clock = c->clock;

	*c = (struct console){.seat = seat, .clock = clock, .now = clock_now(&clock),
		.ran = COMMAND_NONE, .frame = {.dirty = DIRTY_ALL},
		.line = {.at = NO_TIME, .speaker = NONE, .speech = NONE, .edited = NONE},
		.stream = {.chosen = NONE, .chosen_to = NONE}, .actions = {.changed = NONE}};
	entry_line_init(&c->entry);
	buffer_init(&c->filter.text);
	buffer_init(&c->filter.before);
	buffer_init(&c->list.typed);
}

static void release_choices(struct console *c)
{
	for (size_t i = 0; i < c->question.count; i++) {
		free(c->question.choices[i].label);
		free(c->question.choices[i].line);
	}
	free(c->question.choices);
	c->question.choices = NULL;
	c->question.count = 0;
}

void console_drop_question(struct console *c)
{
	release_choices(c);
	c->overlay = OVERLAY_NONE;
}

void console_drop_paste(struct console *c)
{
	pasted_release(&c->question.pasted);
	if (c->overlay == OVERLAY_PASTE)
		c->overlay = OVERLAY_NONE;
}

void console_release(struct console *c)
{
	console_drop_question(c);
	console_drop_paste(c);
	completions_release(&c->completion.list);
	entry_line_release(&c->entry);
	buffer_release(&c->filter.text);
	buffer_release(&c->filter.before);
	buffer_release(&c->list.typed);
	free(c->line.aside);
	free(c->message.warning);
	free(c->stream.window);
	free(c->actions.window);
}

bool console_is_bare(const struct console *c)
{
	return view_words[c->view].use == VIEW_BARE && !c->line.has_keys;
}

bool console_types(const struct console *c)
{
	return view_words[c->view].use == VIEW_TYPED || c->line.has_keys;
}

void console_view(struct console *c, enum console_view view)
{
	if (view == c->view || c->room)
		return;
	if (view_words[c->view].use != VIEW_BARE)
		c->view_before = c->view;
	c->view = view;
	c->ran = COMMAND_VIEW;
	c->message.text[0] = '\0';
	c->line.has_keys = false;
	c->actions.reading_back = false;
	c->waits = WAITS_NOT;
	c->frame.dirty = DIRTY_ALL;
}

void console_open_list(struct console *c, enum overlay overlay, const char *typed)
{
	c->overlay = overlay;
	buffer_reset(&c->list.typed);
	buffer_text(&c->list.typed, typed ? typed : "");
	c->list.row = 0;
	c->list.shown = (struct rows_shown){.top = 0};
	if (overlay == OVERLAY_HELP)
		c->ran = COMMAND_HELP;
	c->frame.dirty = DIRTY_ALL;
}

void console_open_curtain(struct console *c)
{
	c->overlay = OVERLAY_CURTAIN;
	c->ran = COMMAND_CURTAIN;
	c->frame.dirty = DIRTY_ALL;
}
