/* SPDX-License-Identifier: MIT */
/* apply_actions.c - action points: what is to be done, by whom, by when. */
#include "session/parts.h"

#include <stdio.h>

#include "base/memory.h"

static void own(struct session *s, struct action *action, const struct value *owners)
{
	action->owner_count = 0;
	for (size_t i = 0; owners && i < owners->count; i++) {
		size_t who = attendee_made(s, owners->texts[i]), k = 0;

		while (k < action->owner_count && action->owners[k] != who)
			k++;
		if (k < action->owner_count)
			continue;
		action->owners = array_room(action->owners, action->owner_count,
			&action->owner_room, sizeof *action->owners);
		action->owners[action->owner_count++] = who;
	}
}

static bool day_read(const char *text, char out[11])
{
	struct date day;

	if (!text || !date_read(text, &day))
		return false;
	snprintf(out, 11, "%s", text);
	return true;
}

bool apply_ACTION_TAKEN(struct session *s, const struct event *e, struct error *error)
{
	const char *source = event_text(e, FIELD_SOURCE);
	char id[ID_SIZE];

	(void)error;
	event_id(e, id);
	size_t from = session_note(s, source);
	struct note *note = note_made(s, id);
	note->kind = NOTE_POINT;
	note_fill(s, note, e);
	s->actions = array_room(s->actions, s->action_count, &s->action_room, sizeof *s->actions);
	note->action = (uint32_t)s->action_count;
	struct action *action = &s->actions[s->action_count++];
	action->note = session_note(s, id);
	action->source = from;
	action->source_id = mem_text(source);
	action->has_rule = event_text(e, FIELD_RULE) != NULL;
	own(s, action, event_value(e, FIELD_OWNERS));
	day_read(event_text(e, FIELD_DUE), action->due);
	priority_level_read(event_text(e, FIELD_PRIORITY), &action->priority);
	return true;
}

/* The action point that the event names; NULL, said, when there is none. */
static struct action *action_named(struct session *s, const struct event *e, struct error *error)
{
	size_t i = session_note(s, event_text(e, FIELD_ACTION));

	if (i == NONE || s->notes[i].action == NONE) {
		error_set(error, "there is no action point %s (any more)",
			event_text(e, FIELD_ACTION));
		return NULL;
	}
	return &s->actions[s->notes[i].action];
}

bool apply_OWNED(struct session *s, const struct event *e, struct error *error)
{
	struct action *action = action_named(s, e, error);

	if (!action)
		return false;
	note_tighten(&s->notes[action->note], e, RULE_OPEN);
	own(s, action, event_value(e, FIELD_OWNERS));
	action->confirmed = false;
	return true;
}

void action_edited(struct session *s, const struct note *note, const struct event *e)
{
	struct action *action = &s->actions[note->action];

	priority_level_read(event_text(e, FIELD_PRIORITY), &action->priority);
	if (!same_text(note->text, event_text(e, FIELD_TEXT)))
		action->confirmed = false;
}

bool apply_DUE_SET(struct session *s, const struct event *e, struct error *error)
{
	struct action *action = action_named(s, e, error);

	if (!action)
		return false;
	if (!day_read(event_text(e, FIELD_DUE), action->due))
		return error_set(error, "there is no such day");
	note_tighten(&s->notes[action->note], e, RULE_OPEN);
	action->confirmed = false;
	return true;
}

bool apply_STATUS_SET(struct session *s, const struct event *e, struct error *error)
{
	struct action *action = action_named(s, e, error);

	if (!action)
		return false;
	if (!action_status_read(event_text(e, FIELD_STATUS), &action->status))
		return error_set(error, "there is no such status");
	return true;
}

bool apply_CONFIRMED(struct session *s, const struct event *e, struct error *error)
{
	struct action *action = action_named(s, e, error);
	enum read_back answer = READ_BACK_CONFIRMED;

	if (!action)
		return false;
	if (event_text(e, FIELD_ANSWER) &&
		(!read_back_read(event_text(e, FIELD_ANSWER), &answer) || answer == READ_BACK_NONE))
		return error_set(error, "there is no such answer");
	action->answer = answer;
	action->confirmed = answer != READ_BACK_DROPPED;
	return true;
}
