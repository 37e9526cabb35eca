/* SPDX-License-Identifier: MIT */
/* entry_draft.c - the line being typed goes to the disk too, at most a second or 20 keys late. A
 * line that becomes private empties the file with the key that makes it so. */
#include "ui/entry/entry_draft.h"

#include <stdlib.h>

#include "ui/entry/completion_list.h"
#include "ui/entry/moment.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"

enum { DRAFT_KEYS = 20 };

int64_t draft_due(const struct console *c)
{
	return c->draft.dirty && !c->line.aside ? c->draft.at + MS_SECOND : NO_TIME;
}

void draft_tick(struct console *c, bool now_or_never)
{
	struct moment moment = typing_moment(c);

	if (!c->draft.dirty || c->line.aside) /* what is put aside is on disk, and stays there */
		return;
	bool empties = !c->entry.text.len || line_is_private(c->entry.text.bytes);
	if (!now_or_never && !empties && c->draft.keys < DRAFT_KEYS && c->now < draft_due(c))
		return;
	if (!empties || !c->draft.empty)
		seat_draft(c->seat, c->entry.text.bytes, &moment);
	/* With an injected clock a second lasts no time: wait until the draft is on disk. */
	if (c->clock.fd >= 0 && c->entry.text.len)
		seat_wait(c->seat);
	c->draft.empty = empties;
	c->draft.dirty = false;
	c->draft.keys = 0;
}

/* The speech of that speaker which had begun by then, NONE. */
static size_t speech_then(const struct session *s, size_t speaker, int64_t at)
{
	for (size_t i = s->speech_count; i-- > 0 && speaker != NONE;)
		if (s->speeches[i].who == speaker && s->speeches[i].began <= at)
			return i;
	return NONE;
}

void draft_restore(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	struct draft draft;

	if (!seat_draft_left(c->seat, &draft))
		return;
	entry_set(&c->entry, draft.text);
	typing_changed(c);
	completion_list_close(c);
	c->line.at = draft.at;
	c->line.speaker = session_attendee(s, draft.by ? draft.by : "");
	c->line.speech = speech_then(s, c->line.speaker, draft.at);
	if (c->view != SHOW_CAPTURE)
		c->line.has_keys = true;
	message_say(c, "the line you were typing is back: Enter keeps it, Ctrl-C clears it");
	free(draft.text);
	free(draft.by);
}
