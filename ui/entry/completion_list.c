/* SPDX-License-Identifier: MIT */
/* completion_list.c - what may be meant by the word being typed. */
#include "ui/entry/completion_list.h"

#include <string.h>

#include "ui/entry/moment.h"
#include "ui/state/console.h"

bool completion_list_is_open(const struct console *c)
{
	return c->completions.count && !c->completions_closed && console_types(c);
}

/* True when there is but one and it is typed in full. */
static bool is_typed(const struct console *c)
{
	const char *typed = c->entry.text.bytes + c->completions.start;
	size_t len = c->entry.cursor - c->completions.start;

	return c->completions.count == 1 && strlen(c->completions.items[0].insert) == len &&
	       strncmp(c->completions.items[0].insert, typed, len) == 0;
}

void completion_list_find(struct console *c)
{
	size_t start = c->completions.start;
	struct moment moment = typing_moment(c);
	struct context context = seat_context(c->seat, &moment);
	bool had = c->completions.count > 0;

	completions_release(&c->completions);
	c->completion_chosen = 0;
	if (c->entry.text.len)
		completions_find(&c->completions, c->entry.text.bytes, c->entry.cursor, &context);
	if (!had || c->completions.start != start)
		c->completions_closed = false;
	if (c->completions.count && is_typed(c))
		completions_release(&c->completions);
}

void completion_list_close(struct console *c)
{
	c->completions_closed = true;
}
