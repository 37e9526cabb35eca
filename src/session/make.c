/* SPDX-License-Identifier: MIT */
/* make.c - the things that events refer to: found, or made and marked gone. */
#include "session/parts.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

size_t attendee_made(struct session *s, const char *number)
{
	size_t i = session_attendee(s, number);

	if (i != NONE || !number)
		return i;
	s->attendees = array_room(
		s->attendees, s->attendee_count, &s->attendee_room, sizeof *s->attendees);
	i = s->attendee_count++;
	s->attendees[i] = (struct attendee){.number = mem_text(number),
		.gone = true,
		.role = ROLE_PARTICIPANT,
		.delegation = NONE};
	map_set(&s->attendee_by_number, number, i);
	return i;
}

size_t delegation_made(struct session *s, const char *number)
{
	size_t i = map_get(&s->delegation_by_number, number);

	if (i != NONE || !number)
		return i;
	s->delegations = array_room(
		s->delegations, s->delegation_count, &s->delegation_room, sizeof *s->delegations);
	i = s->delegation_count++;
	s->delegations[i].number = mem_text(number);
	map_set(&s->delegation_by_number, number, i);
	return i;
}

size_t theme_made(struct session *s, const char *id)
{
	size_t i = session_theme(s, id);

	if (i != NONE || !id)
		return i;
	s->themes = array_room(s->themes, s->theme_count, &s->theme_room, sizeof *s->themes);
	i = s->theme_count++;
	s->themes[i] = (struct theme){.id = mem_text(id),
		.label = mem_text(id),
		.parent = NONE,
		.priority = NONE,
		.is_new = true,
		.gone = true,
		.id_inside = true,
		.label_inside = true,
		.merged = NONE};
	map_set(&s->theme_by_id, id, i);
	return i;
}

size_t item_made(struct session *s, const char *id, const char *title)
{
	size_t i = session_item(s, id), room = s->item_room;

	if (i != NONE)
		return i;
	s->items = array_room(s->items, s->item_count, &s->item_room, sizeof *s->items);
	if (s->item_room != room)
		s->item_order = mem_resize(s->item_order, s->item_room, sizeof *s->item_order);
	i = s->item_count++;
	s->item_order[i] = i;
	s->items[i] = (struct item){.id = mem_text(id),
		.title = mem_text(title ? title : id),
		.kind = ITEM_DISCUSSION,
		.plan = NONE,
		.title_rule = RULE_OPEN,
		.state = ITEM_AHEAD};
	return i;
}

struct note *note_made(struct session *s, const char *id)
{
	size_t i = note_entered(s, id);

	if (i != NONE)
		return &s->notes[i];
	s->notes = array_room(s->notes, s->note_count, &s->note_room, sizeof *s->notes);
	i = s->note_count++;
	s->notes[i] = (struct note){.id = arena_text(&s->shelf, id), .seat = "", .text = "",
		.by = NONE, .item = NONE, .speech = NONE, .action = NONE, .rule = RULE_OPEN};
	return &s->notes[i];
}

/* By its name; the header may be lost, and says it again when it is there. */
static bool name_facilitates(const char *name)
{
	return strcmp(name, "facilitator") == 0 || strncmp(name, "facilitator-", 12) == 0;
}

struct seat_info *seat_made(struct session *s, const char *name)
{
	for (size_t i = 0; i < s->seat_count; i++)
		if (strcmp(s->seats[i].name, name) == 0)
			return &s->seats[i];
	s->seats = array_room(s->seats, s->seat_count, &s->seat_room, sizeof *s->seats);
	struct seat_info *seat = &s->seats[s->seat_count++];
	seat->name = arena_text(&s->shelf, name);
	seat->facilitates = name_facilitates(name);
	return seat;
}

char *text_said(const struct session *s, const char *text)
{
	struct buffer said = BUFFER_EMPTY;

	if (!text)
		return NULL;
	people_say(&said, s->people, text, NAMING_ID);
	return buffer_take(&said);
}

void abbreviation_set(struct session *s, const char *word, const char *text)
{
	size_t i = 0;

	while (i < s->abbreviation_count && strcmp(s->abbreviations[i].word, word) != 0)
		i++;
	if (i == s->abbreviation_count) {
		s->abbreviations = array_room(s->abbreviations, s->abbreviation_count,
			&s->abbreviation_room, sizeof *s->abbreviations);
		s->abbreviations[s->abbreviation_count++].word = mem_text(word);
	}
	mem_replace(&s->abbreviations[i].text, text);
}

bool list_kind_in(const struct event *e, enum field field, enum list_kind *out)
{
	const char *word = event_text(e, field);

	return word && list_kind_read(word, out);
}

int64_t limit_within(int64_t ms)
{
	int64_t most = LIMIT_MOST_HOURS * MS_HOUR;

	if (ms < 0)
		return 0;
	return ms < most ? ms : most;
}
