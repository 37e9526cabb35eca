/* SPDX-License-Identifier: MIT */
/* outgoing.c - the record cut down by the rule of the meeting. */
#include "rule/outgoing.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rule/made.h"

ENUM_WORDS_DEFINE(what, WHAT_ROWS)

static enum leave leave_under(const struct cut *cut, enum rule rule)
{
	switch (rule) {
	case RULE_CLOSED: return LEAVE_NOTHING;
	case RULE_CHATHAM_HOUSE: return LEAVE_UNNAMED;
	/* In a meeting that is not open as a whole, whom one note names the rest would point at. */
	case RULE_OPEN: return cut->unnamed ? LEAVE_UNNAMED : LEAVE_WHOLE;
	}
	return LEAVE_NOTHING;
}

enum leave cut_leave(const struct cut *cut, size_t index)
{
	const struct session *s = cut->session;

	if (s->notes[index].dropped || session_note_is_off(s, index))
		return LEAVE_NOTHING;
	if (cut->out->internal)
		return LEAVE_WHOLE;
	return leave_under(cut, session_note_rule(s, index));
}

/* Where a note or action point stands in the export. */
struct standing_place {
	size_t made;    /* index of what was made of it */
	size_t group;   /* its first theme */
	bool unnamed;   /* after those whose order may be seen */
	struct order_place place;
};

/* Those whose order may be seen stay in it. Two of one place have the same content. */
static int compare_places(const void *left, const void *right)
{
	const struct standing_place *a = left, *b = right;

	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->unnamed != b->unnamed)
		return a->unnamed ? 1 : -1;
	int order = a->unnamed ? order_compare(&a->place, &b->place) : 0;
	return order ? order : (a->made > b->made) - (a->made < b->made);
}

static char *say(const struct session *s, const char *text, enum naming naming)
{
	struct buffer out = BUFFER_EMPTY, logged = BUFFER_EMPTY;

	/* An @id that was typed before somebody of that id came stands as text in the log. */
	people_unsay(&logged, s->people, text ? text : "");
	people_say(&out, s->people, logged.bytes, naming);
	buffer_release(&logged);
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

static struct outgoing_note make_note(struct cut *cut, size_t index)
{
	const struct session *s = cut->session;
	const struct note *note = &s->notes[index];
	bool whole = cut_leave(cut, index) == LEAVE_WHOLE;
	struct outgoing_note made = {
		.kind = note_kind_name(note->kind),
		.text = say(s, note->text, whole ? NAMING_NAME : NAMING_NOBODY),
	};

	made.theme_count = cut_themes_of(cut, note, &made.themes);
	if (!whole)
		return made;
	made.by = call(s, note->by, NAMING_NAME);
	made.item = cut_item_title(cut, note->item);
	made.at = moment_text(note->at);
	made.id = mem_text(note->id);
	return made;
}

/* The note that an action point came from, if that may be named. */
static char *source_of(const struct cut *cut, const struct action *action)
{
	if (action->source == NONE || cut_leave(cut, action->source) != LEAVE_WHOLE)
		return NULL;
	return mem_text(action->source_id);
}

static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct outgoing_action make_action(struct cut *cut, size_t index)
{
	const struct session *s = cut->session;
	const struct note *note = &s->notes[index];
	const struct action *action = &s->actions[note->action];
	bool whole = cut_leave(cut, index) == LEAVE_WHOLE;
	struct outgoing_action made = {
		.text = say(s, note->text, whole ? NAMING_NAME : NAMING_NOBODY),
		.due = action->due[0] ? mem_text(action->due) : NULL,
		.priority = priority_level_name(action->priority),
		.status = action_status_name(action->status),
		.confirmed = action->confirmed,
		.owners = mem_new(action->owner_count + 1, sizeof *made.owners),
	};

	for (size_t i = 0; i < action->owner_count; i++)
		made.owners[made.owner_count++] =
			call(s, action->owners[i], whole ? NAMING_NAME : NAMING_LABEL);
	made.theme_count = cut_themes_of(cut, note, &made.themes);
	if (!whole) {
		qsort(made.owners, made.owner_count, sizeof *made.owners, compare_texts);
		return made;
	}
	made.item = cut_item_title(cut, note->item);
	made.at = moment_text(note->at);
	made.id = mem_text(note->id);
	made.source = source_of(cut, action);
	return made;
}

static void content_themes(struct buffer *content, const struct outgoing *out,
	const size_t *themes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		content_text(content, out->themes[themes[i]].id);
		content_text(content, out->themes[themes[i]].label);
	}
}

/* Everything of the note that leaves under the Rule. */
static void content_note(struct buffer *content, const struct cut *cut, size_t made)
{
	const struct outgoing_note *note = &cut->out->notes[made];

	content_text(content, note->kind);
	content_text(content, note->text);
	content_themes(content, cut->out, note->themes, note->theme_count);
}

static void content_action(struct buffer *content, const struct cut *cut, size_t made)
{
	const struct outgoing_action *action = &cut->out->actions[made];

	content_text(content, action->text);
	for (size_t i = 0; i < action->owner_count; i++)
		content_text(content, action->owners[i]);
	content_text(content, action->due);
	content_text(content, action->priority);
	content_text(content, action->status);
	content_text(content, action->confirmed ? "confirmed" : NULL);
	content_themes(content, cut->out, action->themes, action->theme_count);
}

static struct standing_place place_of(const struct cut *cut, size_t made, const size_t *themes,
	bool unnamed, void (*content)(struct buffer *, const struct cut *, size_t))
{
	struct standing_place place = {.made = made, .group = themes[0], .unnamed = unnamed};
	struct buffer bytes = BUFFER_EMPTY;

	if (unnamed) {
		content(&bytes, cut, made);
		place.place = order_place(&cut->order, &bytes);
	}
	buffer_release(&bytes);
	return place;
}

static void cut_notes(struct cut *cut)
{
	const struct session *s = cut->session;
	struct outgoing *out = cut->out;
	struct standing_place *places = mem_new(s->note_count + 1, sizeof *places);
	struct outgoing_note *made = mem_new(s->note_count + 1, sizeof *made);
	size_t count = 0;

	out->notes = made;
	for (size_t i = 0; i < s->note_count; i++) {
		enum leave leave = cut_leave(cut, i);

		if (s->notes[i].action != NONE || leave == LEAVE_NOTHING)
			continue;
		made[count] = make_note(cut, i);
		places[count] = place_of(cut, count, made[count].themes, leave == LEAVE_UNNAMED,
			content_note);
		count++;
	}
	qsort(places, count, sizeof *places, compare_places);
	out->notes = mem_new(count + 1, sizeof *out->notes);
	for (size_t i = 0; i < count; i++) {
		out->notes[i] = made[places[i].made];
		out->notes[i].number = (int)i + 1;
	}
	out->note_count = count;
	free(made);
	free(places);
}

static void cut_actions(struct cut *cut)
{
	const struct session *s = cut->session;
	struct outgoing *out = cut->out;
	struct standing_place *places = mem_new(s->action_count + 1, sizeof *places);
	struct outgoing_action *made = mem_new(s->action_count + 1, sizeof *made);
	size_t count = 0;

	out->actions = made;
	for (size_t i = 0; i < s->note_count; i++) {
		enum leave leave = cut_leave(cut, i);

		if (s->notes[i].action == NONE || leave == LEAVE_NOTHING)
			continue;
		made[count] = make_action(cut, i);
		places[count] = place_of(cut, count, made[count].themes, leave == LEAVE_UNNAMED,
			content_action);
		count++;
	}
	qsort(places, count, sizeof *places, compare_places);
	out->actions = mem_new(count + 1, sizeof *out->actions);
	for (size_t i = 0; i < count; i++) {
		out->actions[i] = made[places[i].made];
		out->actions[i].number = (int)i + 1;
	}
	out->action_count = count;
	free(made);
	free(places);
}

/* True when a note keeps its words to the room because of its rule. */
static bool is_withheld(const struct cut *cut)
{
	const struct session *s = cut->session;

	for (size_t i = 0; i < s->note_count && !cut->out->internal; i++)
		if (session_note_rule(s, i) == RULE_CLOSED)
			return true;
	return false;
}

static bool has_unnamed(const struct cut *cut)
{
	const struct session *s = cut->session;

	for (size_t i = 0; i < s->note_count; i++)
		if (cut_leave(cut, i) == LEAVE_UNNAMED)
			return true;
	return false;
}

/* True when something in the meeting goes under a rule stricter than open. */
static bool is_strict(const struct session *s)
{
	bool strict = s->agenda->rule != RULE_OPEN;

	for (size_t i = 0; i < s->item_count && !strict; i++)
		strict = session_rule(s, i) != RULE_OPEN;
	for (size_t i = 0; i < s->note_count && !strict; i++)
		strict = session_note_rule(s, i) != RULE_OPEN;
	return strict;
}

/* True when somebody whom the log knows by number is not in people/: no text can be held against that
 * name. */
static bool lacks_names(const struct session *s)
{
	for (size_t i = 0; i < s->attendee_count; i++)
		if (people_numbered(s->people, s->attendees[i].number) == NONE)
			return true;
	return s->names_missing;
}

/* Says only what the export makes sure of. */
static char *notice_of(const struct cut *cut)
{
	struct buffer out = BUFFER_EMPTY;

	if (cut->out->internal)
		buffer_format(&out, "INTERNAL: made with names for the secretariat's own files; "
			"the rule of "
			"the meeting is %s. Not to be passed on.", rule_name(cut->out->rule));
	else if (cut->unnamed)
		buffer_text(&out, "Made under the Chatham House Rule: no field says who spoke, and "
			"the order says nothing of who spoke when.");
	else
		buffer_text(&out, "Made under the open rule of the meeting, with names.");
	if (!cut->unnamed && !cut->out->internal && has_unnamed(cut))
		buffer_text(&out, " Notes under the Chatham House Rule do not say who spoke.");
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

bool outgoing_make(struct outgoing *out, const struct session *session,
	const struct secret *secret, enum what what, bool internal, struct error *error)
{
	enum rule rule = session->agenda->rule;
	struct cut cut = {.out = out, .session = session};

	if (rule == RULE_CLOSED && !internal)
		return error_status(error, 4, "the rule of this meeting is closed: nothing leaves "
			"the room; --internal makes a file for the secretariat alone");
	*out = (struct outgoing){.rule = rule, .internal = internal, .what = what};
	buffer_init(&out->warnings);
	cut.unnamed = !internal && rule != RULE_OPEN;
	cut.strict = !internal && is_strict(session);
	cut.roster = roster_new(session->people);
	cut.nameless = !internal && lacks_names(session);
	order_init(&cut.order, secret);
	cut_themes(&cut);
	make_head(&cut);
	cut_warn(&cut);
	cut_notes(&cut);
	cut_actions(&cut);
	cut_count(&cut);
	if (what == WHAT_ACTIONS || what == WHAT_THEMES)
		notes_release(out);
	if (what == WHAT_NOTES || what == WHAT_THEMES)
		actions_release(out);
	free(cut.theme_of);
	roster_free(cut.roster);
	sodium_memzero(&cut.order, sizeof cut.order);
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
	buffer_release(&o->warnings);
	*o = (struct outgoing){0};
}
