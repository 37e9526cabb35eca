/* SPDX-License-Identifier: MIT */
/* completion_list.c - what may be meant by the word being typed. */
#include "ui/entry/completion_list.h"

#include <string.h>

#include "ui/entry/moment.h"

bool completion_list_is_open(const struct console *c)
{
	return c->completion.list.count && !c->completion.closed && console_types(c);
}

/* True when there is but one and it is typed in full. */
static bool is_typed(const struct console *c)
{
	const char *typed = c->entry.text.bytes + c->completion.list.start;
	size_t len = c->entry.cursor - c->completion.list.start;

	return c->completion.list.count == 1 && strlen(c->completion.list.items[0].insert) == len &&
	       strncmp(c->completion.list.items[0].insert, typed, len) == 0;
}

void completion_list_find(struct console *c)
{
	size_t start = c->completion.list.start;
	struct moment moment = typing_moment(c);
	struct context context = seat_context(c->seat, &moment);
	bool had = c->completion.list.count > 0;

	completions_release(&c->completion.list);
	c->completion.chosen = 0;
	if (c->entry.text.len)
		completions_find(
			&c->completion.list, c->entry.text.bytes, c->entry.cursor, &context);
	if (!had || c->completion.list.start != start)
		c->completion.closed = false;
	if (c->completion.list.count && is_typed(c))
		completions_release(&c->completion.list);
}

void completion_list_close(struct console *c)
{
	c->completion.closed = true;
}
