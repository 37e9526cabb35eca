/* SPDX-License-Identifier: MIT */
/* action.c - action points: made of a note, owned, dated, done. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static const struct action *action_of(const struct parser *r, size_t note)
{
	return &r->session->actions[r->session->notes[note].action];
}

/* What the new text does not say is taken from the note. */
static void inherit(const struct parser *r, struct tagged *t, const struct note *n)
{
	const struct session *s = r->session;

	if (t->text.len == 0)
		buffer_text(&t->text, n->text);
	for (size_t i = 0; t->theme_count == 0 && i < n->theme_count; i++) {
		t->themes = mem_new(n->theme_count, sizeof *t->themes);
		for (size_t k = 0; k < n->theme_count; k++)
			t->themes[t->theme_count++] =
				mem_text(s->themes[session_theme_root(s, n->themes[k])].id);
	}
}

bool handle_ACTION(struct parser *r)
{
	const struct session *s = r->session;
	size_t note = take_note(r, LAST_PLAIN);
	struct tagged t;

	if (note == NONE)
		return false;
	const struct note *n = &s->notes[note];
	struct mark m = mark_read(r, take_rest(r), false);
	tagged_read(r, &t, m.rest, true, m.literal);
	inherit(r, &t, n);
	struct event *e = action_made(r, &t);
	if (n->by != NONE)
		event_set_text(e, FIELD_BY, number_of(r, n->by));
	if (s->item_now != NONE)
		event_set_text(e, FIELD_ITEM, s->items[s->item_now].id);
	event_set_text(e, FIELD_SOURCE, n->id);
	say(r, ", from %s", n->id);
	if (r->off)
		say(r, ", off the record");
	tagged_release(&t);
	return true;
}

static void confirm(struct parser *r, const struct note *n, enum read_back answer)
{
	struct event *e = event_made(r, EVENT_CONFIRMED);

	event_set_text(e, FIELD_ACTION, n->id);
	if (answer != READ_BACK_CONFIRMED)
		event_set_text(e, FIELD_ANSWER, read_back_name(answer));
}

static bool drop_by_room(struct parser *r, const struct note *n)
{
	confirm(r, n, READ_BACK_DROPPED);
	event_set_text(event_made(r, EVENT_DROPPED), FIELD_NOTE, n->id);
	return say(r, "%s dropped by the room: /undo brings it back", n->id);
}

void warn_confirmed(struct parser *r, size_t note)
{
	const struct note *n = &r->session->notes[note];

	if (n->action != NONE && action_of(r, note)->confirmed)
		add_warning(r, "the room confirmed %s as it was: /confirm %s when it confirms this",
			n->id, n->id);
}

bool handle_CONFIRM(struct parser *r)
{
	size_t note = take_note(r, LAST_ACTION);

	if (note == NONE)
		return false;
	bool changed = take_if(r, "changed"), dropped = !changed && take_if(r, "dropped");
	if (!no_more(r))
		return false;
	const struct note *n = &r->session->notes[note];
	const struct action *a = action_of(r, note);
	if (dropped)
		return drop_by_room(r, n);
	if (a->confirmed && !changed)
		return nothing(r, "%s is confirmed already", n->id);
	if (!a->owner_count || !a->due[0])
		add_warning(r, "%s is confirmed without %s", n->id,
			a->owner_count ? "a date"
			: a->due[0]    ? "an owner"
				       : "owner and date");
	changed = changed || a->answer == READ_BACK_CONFIRMED || a->answer == READ_BACK_CHANGED;
	confirm(r, n, changed ? READ_BACK_CHANGED : READ_BACK_CONFIRMED);
	return say(r, "%s confirmed by the room%s", n->id, changed ? " as it was changed" : "");
}

bool handle_OWNER(struct parser *r)
{
	size_t note = take_note(r, LAST_ACTION), *who, count;

	if (note == NONE || !take_people(r, &who, &count))
		return false;
	warn_confirmed(r, note);
	struct event *e = event_made(r, EVENT_OWNED);
	event_set_text(e, FIELD_ACTION, r->session->notes[note].id);
	say(r, "%s is for", r->session->notes[note].id);
	for (size_t i = 0; i < count; i++) {
		event_add_to_list(e, FIELD_OWNERS, number_of(r, who[i]));
		say(r, " @%s", typed_id(r, who[i]));
	}
	free(who);
	return true;
}

bool handle_DUE(struct parser *r)
{
	size_t note = take_note(r, LAST_ACTION);
	struct date from, due;
	struct buffer day = BUFFER_EMPTY;

	if (note == NONE)
		return false;
	const struct note *n = &r->session->notes[note];
	const struct word *word = take_word(r);
	from = zone_civil(r->session->agenda->zone, r->context->at).date;
	if (!word || !due_read(word->text, from, &due))
		return refuse(r,
			"by when? 2026-05-01, today, tomorrow, a weekday, +3d, +2w, +1m or "
			"eom, not '%s'",
			word ? word->text : "");
	if (!no_more(r))
		return false;
	date_write(&day, due);
	bool same = strcmp(day.bytes, action_of(r, note)->due) == 0;
	if (!same) {
		struct event *e = event_made(r, EVENT_DUE_SET);

		warn_confirmed(r, note);
		event_set_text(e, FIELD_ACTION, n->id);
		event_set_text(e, FIELD_DUE, day.bytes);
		say(r, "%s is due %s", n->id, day.bytes);
	} else {
		nothing(r, "%s is due %s already", n->id, day.bytes);
	}
	buffer_release(&day);
	return !same;
}

static bool set_status(struct parser *r, enum action_status status)
{
	size_t note = take_note(r, LAST_ACTION);

	if (note == NONE || !no_more(r))
		return false;
	const struct note *n = &r->session->notes[note];
	if (action_of(r, note)->status == status)
		return nothing(r, "%s is %s already", n->id, action_status_name(status));
	struct event *e = event_made(r, EVENT_STATUS_SET);
	event_set_text(e, FIELD_ACTION, n->id);
	event_set_text(e, FIELD_STATUS, action_status_name(status));
	return say(r, "%s is %s", n->id, action_status_name(status));
}

bool handle_DONE(struct parser *r)
{
	return set_status(r, ACTION_DONE);
}

bool handle_CANCEL(struct parser *r)
{
	return set_status(r, ACTION_CANCELLED);
}

/* With an action point it opens that, without one the session. */
bool handle_REOPEN(struct parser *r)
{
	if (words_left(r))
		return set_status(r, ACTION_OPEN);
	if (r->session->state != MEETING_CLOSED)
		return refuse(r, "the session is open: /reopen ACTION opens an action point again");
	event_made(r, EVENT_REOPENED);
	return say(r, "the session is open again");
}
