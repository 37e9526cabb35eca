/* SPDX-License-Identifier: MIT */
/* action_list.c - the action points that the filter lets through, and the chosen one. */
#include "ui/view/action_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/entry/typing.h"
#include "ui/state/stream_filter.h"

size_t actions_shown(const struct console *c, size_t *out)
{
	const struct session *s = seat_session(c->seat);
	size_t count = 0;

	for (size_t i = 0; i < s->action_count; i++)
		if (stream_shows(c, s->actions[i].note))
			out[count++] = i;
	return count;
}

size_t actions_count(const struct console *c)
{
	size_t *shown = mem_new(seat_session(c->seat)->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);

	free(shown);
	return count;
}

size_t action_chosen(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown), row = c->actions.row;
	size_t chosen = count ? shown[row < count ? row : count - 1] : NONE;

	free(shown);
	return chosen;
}

void action_choose(struct console *c, const char *id)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);

	for (size_t i = 0; i < count; i++)
		if (strcmp(s->notes[s->actions[shown[i]].note].id, id) == 0)
			c->actions.row = i;
	free(shown);
}

const char *action_lacks(const struct action *action)
{
	if (action->owner_count == 0)
		return action->due[0] ? "owner missing" : "owner and due date missing";
	return action->due[0] ? "" : "due date missing";
}

const char *action_heard(const struct action *action)
{
	if (!action->confirmed)
		return action->answer == READ_BACK_NONE ? "" : "changed since the room confirmed it";
	return action->answer == READ_BACK_CHANGED ? "confirmed as changed" : "confirmed";
}

void add_owners(struct buffer *out, const struct session *s, const struct action *action)
{
	for (size_t i = 0; i < action->owner_count; i++)
		buffer_format(out, "%s%s", i ? ", " : "", session_short(s, action->owners[i]));
}

void action_edit(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t action = action_chosen(c);
	struct buffer line = BUFFER_EMPTY;

	if (action == NONE)
		return;
	buffer_format(&line, "/edit %s ", s->notes[s->actions[action].note].id);
	note_as_typed(&line, s, s->actions[action].note);
	entry_open(c, line.bytes, "");
	buffer_release(&line);
}
