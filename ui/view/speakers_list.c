/* SPDX-License-Identifier: MIT */
/* speakers_list.c - the entries of the speakers' list in the filter, and the chosen one. */
#include "ui/view/speakers_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/widget/meeting_text.h"

static bool lets_through(const struct session *s, size_t place, const char *needle)
{
	struct buffer text = BUFFER_EMPTY, folded = BUFFER_EMPTY;
	const char *delegation = call_delegation(s, s->waiting[place].who);
	bool match;

	buffer_text(&text, session_call(s, s->waiting[place].who, NAMING_NAME));
	buffer_char(&text, ' ');
	buffer_text(&text, session_call(s, s->waiting[place].who, NAMING_ID));
	if (delegation)
		buffer_format(&text, " %s", delegation);
	text_fold(&folded, text.bytes, text.len);
	match = text_match(needle, folded.bytes) > 0;
	buffer_release(&text);
	buffer_release(&folded);
	return match;
}

size_t floor_places(const struct console *c, size_t *out)
{
	const struct session *s = seat_session(c->seat);
	char *needle = c->filter.on ? text_folded(c->filter.text.bytes) : NULL;
	size_t count = 0;

	for (size_t i = 0; i < s->waiting_count; i++)
		if (!needle || lets_through(s, i, needle))
			out[count++] = i;
	free(needle);
	return count;
}

size_t floor_row(const struct console *c, const size_t *places, size_t count)
{
	const struct session *s = seat_session(c->seat);
	size_t row = c->floor.row;

	for (size_t i = 0; c->floor.chosen[0] && i < count; i++)
		if (strcmp(s->waiting[places[i]].id, c->floor.chosen) == 0)
			return i;
	return row < count ? row : count - (count > 0);
}

void floor_choose(struct console *c, const size_t *places, size_t row)
{
	const struct session *s = seat_session(c->seat);

	c->floor.row = row;
	memcpy(c->floor.chosen, s->waiting[places[row]].id, sizeof c->floor.chosen);
}

size_t floor_chosen(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t *places = mem_new(s->waiting_count + 1, sizeof *places);
	size_t count = floor_places(c, places);
	size_t chosen = count == 0 ? NONE : places[floor_row(c, places, count)];

	free(places);
	return chosen;
}
