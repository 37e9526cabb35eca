/* SPDX-License-Identifier: MIT */
/* apply_notes.c - notes: taken down, written anew, tagged, attributed, dropped. */
#include "session/parts.h"

#include <string.h>

#include "base/memory.h"

/* What is left behind when it grows goes with the session. */
static void make_room_for_themes(struct session *s, struct note *note, uint32_t room)
{
	uint32_t *themes = arena_numbers(&s->tags, room);

	if (note->theme_count)
		memcpy(themes, note->themes, note->theme_count * sizeof *themes);
	note->themes = themes;
	note->theme_room = room;
}

void note_tag(struct session *s, struct note *note, size_t theme)
{
	for (size_t i = 0; i < note->theme_count; i++)
		if (note->themes[i] == theme)
			return;
	if (note->theme_count == note->theme_room)
		make_room_for_themes(s, note, note->theme_room ? note->theme_room * 2 : 1);
	note->themes[note->theme_count++] = (uint32_t)theme;
}

const char *text_kept(struct session *s, const struct event *e, const char *text)
{
	return !text || e->lasting ? text : arena_text(&s->shelf, text);
}

static bool had_floor(const struct speech *speech, int64_t at)
{
	return speech->began <= at && (speech->ended == NO_TIME || speech->ended > at);
}

/* The speech during which the note's first key was struck. One that interrupts another begins
 * later, so the latest that fits had the floor. */
static size_t speech_at(const struct session *s, int64_t at)
{
	if (s->floor != NONE && had_floor(&s->speeches[s->floor], at))
		return s->floor;
	for (size_t i = s->speech_count; i > 0; i--)
		if (had_floor(&s->speeches[i - 1], at))
			return i - 1;
	return NONE;
}

/* The rule that the event says, `otherwise` when it says none. An unknown one is the strictest. */
static enum rule rule_said(const struct event *e, enum rule otherwise)
{
	const char *text = event_text(e, FIELD_RULE);
	enum rule rule = RULE_CLOSED;

	if (!text)
		return otherwise;
	rule_read(text, &rule);
	return rule;
}

enum rule rule_typed(const struct session *s, const struct event *e)
{
	if (event_truth(e, FIELD_OFF))
		return RULE_CLOSED;
	return rule_said(e, session_rule(s, s->item_now));
}

void note_tighten(struct note *note, const struct event *e, enum rule otherwise)
{
	enum rule rule = rule_said(e, otherwise);

	note->rule = (uint8_t)rule_stricter((enum rule)note->rule, rule);
	note->off = note->off || event_truth(e, FIELD_OFF);
}

/* Is the note itself off the record or closed? An action point's source is not looked at. */
static bool note_stays(const struct session *s, const struct note *note)
{
	enum rule rule = rule_stricter((enum rule)note->rule, session_rule(s, note->item));

	return note->off || rule == RULE_CLOSED;
}

/* Tells the note's themes from `first` on that they were on a note that stays in the room. */
static void taint_themes(struct session *s, const struct note *note, size_t first)
{
	bool stays = note_stays(s, note);

	for (size_t i = first; stays && i < note->theme_count; i++)
		s->themes[note->themes[i]].tagged_inside = true;
}

void note_fill(struct session *s, struct note *note, const struct event *e)
{
	const struct value *themes = event_value(e, FIELD_THEMES);
	const char *text = event_text(e, FIELD_TEXT);

	note->seat = seat_made(s, e->seat)->name;
	note->text = text ? text_kept(s, e, text) : "";
	note->by = (uint32_t)attendee_made(s, event_text(e, FIELD_BY));
	note->item = (uint32_t)session_item(s, event_text(e, FIELD_ITEM));
	note->speech = (uint32_t)speech_at(s, e->at);
	note->at = e->at;
	note_tighten(note, e, RULE_OPEN); /* an older one: its item's */
	note->gone = false;
	for (size_t i = 0; themes && i < themes->count; i++)
		note_tag(s, note, theme_made(s, themes->texts[i]));
	taint_themes(s, note, 0);
}

bool apply_NOTED(struct session *s, const struct event *e, struct error *error)
{
	const char *kind = event_text(e, FIELD_KIND);
	char id[ID_SIZE];

	(void)error;
	event_id(e, id);
	struct note *note = note_made(s, id);
	note->kind = NOTE_POINT;
	note_kind_read(kind, &note->kind);
	note_fill(s, note, e);
	return true;
}

/* What was typed is never lost: a text for a note that is gone is shown under the note's id. Which
 * text was agreed on comes as that text. */
bool apply_EDITED(struct session *s, const struct event *e, struct error *error)
{
	const char *id = event_text(e, FIELD_NOTE), *text = event_text(e, FIELD_TEXT);
	bool is_there = session_note(s, id) != NONE;

	if (!id || !text)
		return error_set(error, "a text for no note");
	struct note *note = note_made(s, id);
	if (!is_there) {
		note->seat = seat_made(s, e->seat)->name;
		note->at = e->at;
		note->speech = (uint32_t)speech_at(s, e->at);
		note->item = (uint32_t)s->item_now;
		note->gone = true;
		/* Of a note that is gone nothing tells where it was taken. */
		if (!event_text(e, FIELD_RULE))
			note->rule = RULE_CLOSED;
	}
	note_tighten(note, e, session_rule(s, s->item_now));
	taint_themes(s, note, 0);
	if (note->action != NONE)
		action_edited(s, note, e);
	version_given(s, session_note(s, id), e);
	note->edited = note->edited || !same_text(note->text, text);
	note->text = text_kept(s, e, text);
	return true;
}

bool apply_AGREED(struct session *s, const struct event *e, struct error *error)
{
	return apply_EDITED(s, e, error);
}

/* The notes of an event that are there, as indexes; false, said, when there are none. */
static bool some_are_there(const struct session *s, const struct value *notes, struct error *error)
{
	for (size_t i = 0; notes && i < notes->count; i++)
		if (session_note(s, notes->texts[i]) != NONE)
			return true;
	return error_set(error, "there is no such note (any more)");
}

bool apply_TAGGED(struct session *s, const struct event *e, struct error *error)
{
	const struct value *notes = event_value(e, FIELD_NOTES);
	const struct value *themes = event_value(e, FIELD_THEMES);

	if (!some_are_there(s, notes, error))
		return false;
	for (size_t i = 0; i < notes->count; i++) {
		size_t note = session_note(s, notes->texts[i]);
		size_t first = note == NONE ? 0 : s->notes[note].theme_count;

		for (size_t k = 0; note != NONE && themes && k < themes->count; k++)
			note_tag(s, &s->notes[note], theme_made(s, themes->texts[k]));
		if (note != NONE)
			taint_themes(s, &s->notes[note], first);
	}
	for (size_t k = 0; rule_said(e, RULE_OPEN) == RULE_CLOSED && themes && k < themes->count; k++)
		s->themes[theme_made(s, themes->texts[k])].tagged_inside = true;
	return true;
}

/* Takes off every tag that counts for the same theme, merged ones too. */
static void untag(struct session *s, struct note *note, size_t theme)
{
	size_t root = session_theme_root(s, theme), left = 0;

	for (size_t i = 0; i < note->theme_count; i++)
		if (session_theme_root(s, note->themes[i]) != root)
			note->themes[left++] = note->themes[i];
	note->theme_count = (uint32_t)left;
}

bool apply_UNTAGGED(struct session *s, const struct event *e, struct error *error)
{
	const struct value *notes = event_value(e, FIELD_NOTES);
	const struct value *themes = event_value(e, FIELD_THEMES);

	if (!some_are_there(s, notes, error))
		return false;
	for (size_t i = 0; i < notes->count; i++) {
		size_t note = session_note(s, notes->texts[i]);

		for (size_t k = 0; note != NONE && themes && k < themes->count; k++) {
			size_t theme = session_theme(s, themes->texts[k]);

			if (theme != NONE)
				untag(s, &s->notes[note], theme);
		}
	}
	return true;
}

/* The note that the event names; NULL, said, when there is none. */
static struct note *note_named(struct session *s, const struct event *e, struct error *error)
{
	size_t i = session_note(s, event_text(e, FIELD_NOTE));

	if (i == NONE) {
		error_set(error, "there is no note %s (any more)", event_text(e, FIELD_NOTE));
		return NULL;
	}
	return &s->notes[i];
}

bool apply_KIND_SET(struct session *s, const struct event *e, struct error *error)
{
	struct note *note = note_named(s, e, error);
	const char *word = event_text(e, FIELD_KIND);

	if (!note)
		return false;
	if (!note_kind_read(word, &note->kind))
		return error_set(error, "there is no such kind of note");
	return true;
}

/* A speech gets its name, or another one. Its notes that had nobody, or whoever was taken for the
 * speaker, follow it. */
static void attribute_speech(struct session *s, size_t speech, size_t who)
{
	size_t was = s->speeches[speech].who;

	speech_belongs(s, speech, who);
	for (size_t i = 0; i < s->note_count; i++) {
		struct note *note = &s->notes[i];

		if (note->speech == speech && (note->by == NONE || note->by == was))
			note->by = (uint32_t)who;
	}
}

bool apply_ATTRIBUTED(struct session *s, const struct event *e, struct error *error)
{
	const char *by = event_text(e, FIELD_BY);

	if (!by)
		return error_set(error, "attributed to nobody");
	if (event_text(e, FIELD_SPEECH)) {
		size_t speech = session_speech(s, event_text(e, FIELD_SPEECH));

		if (speech == NONE)
			return error_set(error, "there is no such speech (any more)");
		attribute_speech(s, speech, attendee_made(s, by));
		return true;
	}
	struct note *note = note_named(s, e, error);
	if (!note)
		return false;
	note_tighten(note, e, RULE_OPEN);
	note->by = (uint32_t)attendee_made(s, by);
	return true;
}

bool apply_DROPPED(struct session *s, const struct event *e, struct error *error)
{
	struct note *note = note_named(s, e, error);

	if (!note)
		return false;
	if (note->dropped)
		return error_set(error, "note %s is dropped already", note->id);
	note->dropped = true;
	return true;
}
