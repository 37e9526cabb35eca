/* SPDX-License-Identifier: MIT */
/* outgoing.c - the record cut down by the rule of the meeting. */
#include "rule/outgoing.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rule/made.h"

static const char *const whats[WHATS] = {
	[WHAT_ALL] = "all",
	[WHAT_NOTES] = "notes",
	[WHAT_ACTIONS] = "actions",
	[WHAT_THEMES] = "themes",
};

const char *what_name(enum what what)
{
	return whats[what];
}

bool what_read(const char *text, enum what *out)
{
	for (int i = 0; i < WHATS; i++)
		if (strcmp(text, whats[i]) == 0) {
			*out = (enum what)i;
			return true;
		}
	return false;
}

static enum leave leave_of_item(const struct cut *cut, size_t item)
{
	switch (session_rule(cut->session, item)) {
	case RULE_CLOSED: return LEAVE_NOTHING;
	case RULE_CHATHAM_HOUSE: return LEAVE_UNNAMED;
	/* In a meeting that is not open as a whole, whom one note names the rest would point at. */
	case RULE_OPEN: return cut->unnamed ? LEAVE_UNNAMED : LEAVE_WHOLE;
	}
	return LEAVE_NOTHING;
}

/* The note that an action point was made of, whose words it may have; NULL. */
static const struct note *source_note(const struct session *s, const struct note *note)
{
	size_t source = note->action == NONE ? NONE : s->actions[note->action].source;

	return source == NONE ? NULL : &s->notes[source];
}

enum leave cut_leave(const struct cut *cut, const struct note *note)
{
	const struct note *source = source_note(cut->session, note);

	if (note->off || note->dropped || (source && source->off))
		return LEAVE_NOTHING;
	if (cut->out->internal)
		return LEAVE_WHOLE;
	enum leave leave = leave_of_item(cut, note->item);
	enum leave of_source = source ? leave_of_item(cut, source->item) : leave;
	return of_source < leave ? of_source : leave;
}

/* Where a note stands in the export. */
struct place_of {
	size_t note;
	size_t group;   /* its first theme */
	bool unnamed;   /* after those whose order may be seen */
	uint64_t key;
	const char *id;
};

static int compare_places(const void *left, const void *right)
{
	const struct place_of *a = left, *b = right;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->unnamed != b->unnamed)
		return a->unnamed ? 1 : -1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return strcmp(a->id, b->id);
}

/* The notes (or action points) that may leave, in their order; the caller's to free(). */
static struct place_of *places_of(struct cut *cut, bool actions, size_t *count)
{
	const struct session *s = cut->session;
	struct place_of *places = mem_new(s->note_count + 1, sizeof *places);

	*count = 0;
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];
		enum leave leave = cut_leave(cut, note);
		size_t *themes;

		if ((note->action != NONE) != actions || leave == LEAVE_NOTHING)
			continue;
		cut_themes_of(cut, note, &themes);
		places[(*count)++] = (struct place_of){
			.note = i,
			.group = themes[0],
			.unnamed = leave == LEAVE_UNNAMED,
			.key = leave == LEAVE_UNNAMED ? order_place(&cut->order, note->id) : i,
			.id = note->id,
		};
		free(themes);
	}
	qsort(places, *count, sizeof *places, compare_places);
	return places;
}

static char *say(const struct session *s, const char *text, enum naming naming)
{
	struct buffer out = BUFFER_EMPTY;

	people_say(&out, s->people, text ? text : "", naming);
	return buffer_take(&out);
}

static char *call(const struct session *s, size_t attendee, enum naming naming)
{
	if (attendee == NONE)
		return NULL;
	return mem_text(people_call(s->people, s->attendees[attendee].number, naming));
}

static char *moment_text(int64_t at)
{
	struct buffer out = BUFFER_EMPTY;

	moment_write(&out, at);
	return buffer_take(&out);
}

static char *item_title(const struct session *s, size_t item)
{
	return item == NONE ? NULL : mem_text(s->items[item].title);
}

static struct outgoing_note make_note(struct cut *cut, const struct note *note, int number)
{
	const struct session *s = cut->session;
	bool whole = cut_leave(cut, note) == LEAVE_WHOLE;
	struct outgoing_note made = {
		.number = number,
		.kind = note_kind_name(note->kind),
		.text = say(s, note->text, whole ? NAMING_NAME : NAMING_LABEL),
	};

	made.theme_count = cut_themes_of(cut, note, &made.themes);
	if (!whole)
		return made;
	made.by = call(s, note->by, NAMING_NAME);
	made.item = item_title(s, note->item);
	made.at = moment_text(note->at);
	made.id = mem_text(note->id);
	return made;
}

/* The note that an action point came from, if that may be named. */
static char *source_of(const struct cut *cut, const struct action *action)
{
	const struct session *s = cut->session;

	if (action->source == NONE || cut_leave(cut, &s->notes[action->source]) != LEAVE_WHOLE)
		return NULL;
	return mem_text(action->source_id);
}

static struct outgoing_action make_action(struct cut *cut, const struct note *note, int number)
{
	const struct session *s = cut->session;
	const struct action *action = &s->actions[note->action];
	bool whole = cut_leave(cut, note) == LEAVE_WHOLE;
	enum naming naming = whole ? NAMING_NAME : NAMING_LABEL;
	struct outgoing_action made = {
		.number = number,
		.text = say(s, note->text, naming),
		.due = action->due[0] ? mem_text(action->due) : NULL,
		.priority = priority_name(action->priority),
		.status = action_status_name(action->status),
		.confirmed = action->confirmed,
		.owners = mem_new(action->owner_count + 1, sizeof *made.owners),
	};

	for (size_t i = 0; i < action->owner_count; i++)
		made.owners[made.owner_count++] = call(s, action->owners[i], naming);
	made.theme_count = cut_themes_of(cut, note, &made.themes);
	if (!whole)
		return made;
	made.item = item_title(s, note->item);
	made.at = moment_text(note->at);
	made.id = mem_text(note->id);
	made.source = source_of(cut, action);
	return made;
}

static void cut_notes(struct cut *cut)
{
	struct outgoing *out = cut->out;
	size_t count;
	struct place_of *places = places_of(cut, false, &count);

	out->notes = mem_new(count + 1, sizeof *out->notes);
	for (size_t i = 0; i < count; i++)
		out->notes[i] = make_note(cut, &cut->session->notes[places[i].note], (int)i + 1);
	out->note_count = count;
	free(places);
}

static void cut_actions(struct cut *cut)
{
	struct outgoing *out = cut->out;
	size_t count;
	struct place_of *places = places_of(cut, true, &count);

	out->actions = mem_new(count + 1, sizeof *out->actions);
	for (size_t i = 0; i < count; i++)
		out->actions[i] = make_action(cut, &cut->session->notes[places[i].note],
			(int)i + 1);
	out->action_count = count;
	free(places);
}

/* True when an item that has been spoken in keeps its notes to itself. */
static bool is_withheld(const struct cut *cut)
{
	const struct session *s = cut->session;

	for (size_t i = 0; i < s->note_count && !cut->out->internal; i++)
		if (session_rule(s, s->notes[i].item) == RULE_CLOSED)
			return true;
	return false;
}

static bool has_unnamed(const struct cut *cut)
{
	const struct session *s = cut->session;

	for (size_t i = 0; i < s->note_count; i++)
		if (cut_leave(cut, &s->notes[i]) == LEAVE_UNNAMED)
			return true;
	return false;
}

static char *notice_of(const struct cut *cut)
{
	struct buffer out = BUFFER_EMPTY;

	if (cut->out->internal)
		buffer_format(&out, "INTERNAL: made with names for the secretariat's own files; "
			"the rule of "
			"the meeting is %s. Not to be passed on.", rule_name(cut->out->rule));
	else if (cut->unnamed)
		buffer_text(&out, "Made under the Chatham House Rule: nobody is named, and the "
			"order says nothing of who spoke when.");
	else
		buffer_text(&out, "Made under the open rule of the meeting, with names.");
	if (!cut->unnamed && !cut->out->internal && has_unnamed(cut))
		buffer_text(&out, " Notes of items under the Chatham House Rule name nobody.");
	if (is_withheld(cut))
		buffer_text(&out, " Notes of closed items are left out.");
	if (!cut->out->internal)
		buffer_text(&out, " Free text has not been scanned for names: read it before it "
			"leaves.");
	return buffer_take(&out);
}

static void make_head(struct cut *cut)
{
	const struct agenda *agenda = cut->session->agenda;
	struct buffer date = BUFFER_EMPTY;

	date_write(&date, agenda->date);
	cut->out->title = mem_text(agenda->title);
	cut->out->date = buffer_take(&date);
	cut->out->place = mem_text(agenda->place);
	cut->out->notice = notice_of(cut);
}

static void notes_release(struct outgoing *o)
{
	for (size_t i = 0; i < o->note_count; i++) {
		struct outgoing_note *note = &o->notes[i];

		free(note->text);
		free(note->themes);
		free(note->by);
		free(note->item);
		free(note->at);
		free(note->id);
	}
	free(o->notes);
	o->notes = NULL;
	o->note_count = 0;
}

static void actions_release(struct outgoing *o)
{
	for (size_t i = 0; i < o->action_count; i++) {
		struct outgoing_action *action = &o->actions[i];

		for (size_t j = 0; j < action->owner_count; j++)
			free(action->owners[j]);
		free(action->owners);
		free(action->text);
		free(action->due);
		free(action->themes);
		free(action->item);
		free(action->at);
		free(action->id);
		free(action->source);
	}
	free(o->actions);
	o->actions = NULL;
	o->action_count = 0;
}

bool outgoing_make(struct outgoing *out, const struct session *session, enum what what,
	bool internal, struct error *error)
{
	enum rule rule = session->agenda->rule;
	struct cut cut = {.out = out, .session = session};

	if (rule == RULE_CLOSED && !internal)
		return error_status(error, 4, "the rule of this meeting is closed: nothing leaves "
			"the room; --internal makes a file for the secretariat alone");
	*out = (struct outgoing){.rule = rule, .internal = internal, .what = what};
	cut.unnamed = !internal && rule != RULE_OPEN;
	order_init(&cut.order, session->agenda->session);
	cut_themes(&cut);
	make_head(&cut);
	cut_notes(&cut);
	cut_actions(&cut);
	cut_count(&cut);
	if (what == WHAT_ACTIONS || what == WHAT_THEMES)
		notes_release(out);
	if (what == WHAT_NOTES || what == WHAT_THEMES)
		actions_release(out);
	free(cut.theme_of);
	return true;
}

void outgoing_release(struct outgoing *o)
{
	notes_release(o);
	actions_release(o);
	for (size_t i = 0; i < o->theme_count; i++) {
		free(o->themes[i].id);
		free(o->themes[i].label);
		free(o->themes[i].priority);
	}
	free(o->themes);
	free(o->title);
	free(o->date);
	free(o->place);
	free(o->notice);
	*o = (struct outgoing){0};
}
