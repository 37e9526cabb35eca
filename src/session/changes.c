/* SPDX-License-Identifier: MIT */
/* changes.c - the history of one note. */
#include "session/changes.h"

#include <string.h>

#include "base/memory.h"

static bool is_listed(const struct value *list, const char *id)
{
	for (size_t i = 0; list && i < list->count; i++)
		if (strcmp(list->texts[i], id) == 0)
			return true;
	return false;
}

static bool is_about(const struct event *e, const char *id)
{
	static const enum field single[] = {FIELD_NOTE, FIELD_ACTION, FIELD_SOURCE};
	char own[ID_SIZE];

	event_id(e, own);
	if (strcmp(own, id) == 0 || is_listed(event_value(e, FIELD_NOTES), id))
		return true;
	for (size_t i = 0; i < sizeof single / sizeof *single; i++)
		if (event_text(e, single[i]) && strcmp(event_text(e, single[i]), id) == 0)
			return true;
	return false;
}

size_t note_changes(const struct history *h, const char *id, const struct packed ***out)
{
	size_t count = 0, room = 0;
	const struct packed **found = mem_new(1, sizeof(const struct packed *));
	struct unpacked u = {0};

	for (size_t i = 0; i < h->count; i++) {
		const struct packed *e = history_at(h, i);

		if (!history_counts(h, i) || !is_about(packed_read(&u, e), id))
			continue;
		found = array_room(found, count, &room, sizeof(const struct packed *));
		found[count++] = e;
	}
	unpacked_release(&u);
	*out = found;
	return count;
}

static void say_time(struct buffer *out, const struct session *s, int64_t at)
{
	struct civil civil = zone_civil(s->agenda->zone, at);

	buffer_format(out, "%02d:%02d", civil.hour, civil.minute);
}

static void say_text(
	struct buffer *out, const struct session *s, const struct event *e, enum naming naming)
{
	const char *text = event_text(e, FIELD_TEXT);

	buffer_text(out, ": ");
	people_say(out, s->people, text ? text : "", naming);
}

static void say_themes(struct buffer *out, const struct event *e)
{
	const struct value *themes = event_value(e, FIELD_THEMES);

	for (size_t i = 0; themes && i < themes->count; i++)
		buffer_format(out, " #%s", themes->texts[i]);
}

static void say_who(
	struct buffer *out, const struct session *s, const char *number, enum naming naming)
{
	if (number)
		buffer_format(out, " %s%s", naming == NAMING_ID ? "@" : "",
			people_call(s->people, number, naming));
}

static void say_owners(
	struct buffer *out, const struct session *s, const struct event *e, enum naming naming)
{
	const struct value *owners = event_value(e, FIELD_OWNERS);

	for (size_t i = 0; owners && i < owners->count; i++)
		say_who(out, s, owners->texts[i], naming);
}

static void say_field(
	struct buffer *out, const char *words, const struct event *e, enum field field)
{
	const char *text = event_text(e, field);

	if (text)
		buffer_format(out, "%s %s", words, text);
}

static void say_noted(
	struct buffer *out, const struct session *s, const struct event *e, enum naming naming)
{
	bool action = e->kind == EVENT_ACTION_TAKEN;

	buffer_text(out, action ? " took down an action point" : " noted");
	say_field(out, " a", e, FIELD_KIND);
	say_field(out, " from", e, FIELD_SOURCE);
	if (event_text(e, FIELD_BY))
		buffer_text(out, " by");
	say_who(out, s, event_text(e, FIELD_BY), naming);
	if (event_value(e, FIELD_OWNERS))
		buffer_text(out, " for");
	say_owners(out, s, e, naming);
	say_field(out, " due", e, FIELD_DUE);
	say_themes(out, e);
	say_text(out, s, e, naming);
}

static void say_answer(struct buffer *out, const struct event *e)
{
	enum read_back answer = READ_BACK_CONFIRMED;

	read_back_read(event_text(e, FIELD_ANSWER), &answer);
	buffer_format(out, " read it back: %s by the room", read_back_name(answer));
}

/* ", version 1 of 2" when other texts stand beside it. */
static void say_version(struct buffer *out, const struct session *s, const struct event *e)
{
	size_t note = session_note(s, event_text(e, FIELD_NOTE));
	size_t count = note == NONE ? 0 : session_version_count(s, note);

	for (size_t n = 1; n <= count; n++) {
		const struct version *v = session_version(s, note, n);

		if (v->seq == e->seq && strcmp(v->seat, e->seat) == 0)
			buffer_format(out, ", version %zu of %zu", n, count);
	}
}

static void say_edited(
	struct buffer *out, const struct session *s, const struct event *e, enum naming naming)
{
	buffer_text(out, e->kind == EVENT_AGREED ? " agreed on" : " edited");
	say_field(out, "", e, FIELD_PICKED);
	say_field(out, ", priority", e, FIELD_PRIORITY);
	say_version(out, s, e);
	say_text(out, s, e, naming);
}

/* The words for what changes a note and has one thing to say. */
static void say_rest(
	struct buffer *out, const struct session *s, const struct event *e, enum naming naming)
{
	if (e->kind == EVENT_TAGGED || e->kind == EVENT_UNTAGGED) {
		buffer_text(out, e->kind == EVENT_TAGGED ? " tagged" : " untagged");
		say_themes(out, e);
	} else if (e->kind == EVENT_ATTRIBUTED) {
		buffer_text(out, " attributed to");
		say_who(out, s, event_text(e, FIELD_BY), naming);
	} else if (e->kind == EVENT_OWNED) {
		buffer_text(out, " made it for");
		say_owners(out, s, e, naming);
	} else if (e->kind == EVENT_DROPPED) {
		buffer_text(out, " dropped");
	}
	say_field(out, " made it a", e, FIELD_KIND);
	say_field(out, " made it due", e, FIELD_DUE);
	say_field(out, " made it", e, FIELD_STATUS);
}

void change_say(
	struct buffer *out, const struct session *s, const struct packed *p, enum naming naming)
{
	struct unpacked u = {0};
	const struct event *e = packed_read(&u, p);

	say_time(out, s, e->at);
	buffer_format(out, " %s", e->seat);
	if (e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN)
		say_noted(out, s, e, naming);
	else if (e->kind == EVENT_EDITED || e->kind == EVENT_AGREED)
		say_edited(out, s, e, naming);
	else if (e->kind == EVENT_CONFIRMED)
		say_answer(out, e);
	else
		say_rest(out, s, e, naming);
	unpacked_release(&u);
}
