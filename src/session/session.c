/* SPDX-License-Identifier: MIT */
/* session.c - the session before anything happened, and looking things up in it. */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

/* Numbers that the agenda gives are p7 and d3; those given live are p-SEAT-SEQ and d-SEAT-SEQ and
 * count only once their event stands. */
static bool is_of_agenda(const char *number)
{
	return number && number[0] && number[1] >= '0' && number[1] <= '9';
}

static void seed_people(struct session *s)
{
	for (size_t i = 0; i < s->people->delegation_count; i++)
		if (is_of_agenda(s->people->delegations[i].number))
			delegation_made(s, s->people->delegations[i].number);
	for (size_t i = 0; i < s->people->count; i++) {
		const struct person *person = &s->people->persons[i];

		if (!is_of_agenda(person->number))
			continue;
		size_t who = attendee_made(s, person->number);
		struct attendee *attendee = &s->attendees[who];
		attendee->gone = false;
		attendee->role = person->role;
		if (person->delegation < s->delegation_count)
			attendee->delegation = person->delegation;
	}
}

static void seed_items(struct session *s)
{
	for (size_t i = 0; i < s->agenda->item_count; i++) {
		const struct item_plan *plan = &s->agenda->items[i];
		size_t made = item_made(s, plan->id, plan->title);
		struct item *item = &s->items[made];

		item->kind = plan->kind;
		item->minutes = plan->minutes;
		item->plan = i;
	}
}

static bool agenda_gives_digits(const struct agenda *agenda)
{
	for (size_t i = 0; i < agenda->theme_count; i++)
		if (agenda->themes[i].digit)
			return true;
	return false;
}

static void seed_themes(struct session *s)
{
	bool digits = agenda_gives_digits(s->agenda);

	for (size_t i = 0; i < s->agenda->theme_count; i++) {
		const struct theme_plan *plan = &s->agenda->themes[i];
		size_t made = theme_made(s, plan->id);
		struct theme *theme = &s->themes[made];

		mem_replace(&theme->label, plan->label);
		theme->parent = plan->parent;
		theme->priority = plan->priority;
		theme->is_new = false;
		theme->gone = theme->id_inside = theme->label_inside = false;
		theme->digit = plan->digit;
		if (!digits && i < DIGITS)
			theme->digit = (int)i + 1;
		for (size_t k = 0; k < plan->keyword_count; k++) {
			theme->keywords = array_room(theme->keywords, theme->keyword_count,
				&theme->keyword_room, sizeof *theme->keywords);
			theme->keywords[theme->keyword_count++] = mem_text(plan->keywords[k]);
		}
	}
}

void session_init(struct session *s, const struct agenda *agenda, const struct people *people)
{
	*s = (struct session){
		.agenda = agenda,
		.people = people,
		.item_now = NONE,
		.item_since = NO_TIME,
		.item_moved = NO_TIME,
		.started = NO_TIME,
		.floor = NONE,
		.last_speech = NONE,
		.policy = agenda->list.policy,
		.balance_by = mem_text(agenda->list.balance_by),
		.now = NO_TIME,
		.last_at = NO_TIME,
	};
	seed_people(s);
	seed_items(s);
	seed_themes(s);
	for (size_t i = 0; i < agenda->abbreviation_count; i++)
		abbreviation_set(s, agenda->abbreviations[i].word, agenda->abbreviations[i].text);
}

void entry_release(struct entry *entry)
{
	free(entry->group);
	free(entry->about);
	free(entry->reason);
	*entry = (struct entry){0};
}

static void release_people(struct session *s)
{
	for (size_t i = 0; i < s->attendee_count; i++)
		free(s->attendees[i].number);
	free(s->attendees);
	map_release(&s->attendee_by_number);
	for (size_t i = 0; i < s->delegation_count; i++)
		free(s->delegations[i].number);
	free(s->delegations);
	map_release(&s->delegation_by_number);
}

static void release_plan(struct session *s)
{
	for (size_t i = 0; i < s->item_count; i++) {
		free(s->items[i].id);
		free(s->items[i].title);
	}
	free(s->items);
	free(s->item_order);
	for (size_t i = 0; i < s->theme_count; i++) {
		struct theme *theme = &s->themes[i];

		free(theme->id);
		free(theme->label);
		free(theme->label_outside);
		free(theme->first_label);
		for (size_t k = 0; k < theme->keyword_count; k++)
			free(theme->keywords[k]);
		free(theme->keywords);
	}
	free(s->themes);
	map_release(&s->theme_by_id);
	for (size_t i = 0; i < s->abbreviation_count; i++) {
		free(s->abbreviations[i].word);
		free(s->abbreviations[i].text);
	}
	free(s->abbreviations);
}

static void release_floor(struct session *s)
{
	for (size_t i = 0; i < s->speech_count; i++) {
		free(s->speeches[i].group);
		free(s->speeches[i].about);
		free(s->speeches[i].reason);
	}
	free(s->speeches);
	free(s->paused);
	for (size_t i = 0; i < s->waiting_count; i++)
		entry_release(&s->waiting[i]);
	free(s->waiting);
	for (size_t i = 0; i < s->kept_count; i++)
		entry_release(&s->kept[i]);
	free(s->kept);
	free(s->balance_by);
}

static void release_notes(struct session *s)
{
	free(s->notes);
	free(s->note_by_id.slots);
	free(s->note_by_id.marks);
	for (size_t i = 0; i < s->action_count; i++) {
		free(s->actions[i].owners);
		free(s->actions[i].source_id);
	}
	free(s->actions);
}

void session_release(struct session *s)
{
	release_people(s);
	release_plan(s);
	release_floor(s);
	release_notes(s);
	versions_release(s);
	free(s->seats);
	arena_release(&s->shelf);
	arena_release(&s->tags);
	*s = (struct session){.item_now = NONE, .floor = NONE, .last_speech = NONE};
}

size_t session_attendee(const struct session *s, const char *number)
{
	return map_get(&s->attendee_by_number, number);
}

size_t session_note(const struct session *s, const char *id)
{
	return id ? note_found(s, id) : NONE;
}

size_t session_theme(const struct session *s, const char *id)
{
	return map_get(&s->theme_by_id, id);
}

size_t session_item(const struct session *s, const char *id)
{
	for (size_t i = 0; id && i < s->item_count; i++)
		if (strcmp(s->items[i].id, id) == 0)
			return i;
	return NONE;
}

enum rule session_rule(const struct session *s, size_t item)
{
	const struct agenda *agenda = s->agenda;

	if (item == NONE || s->items[item].plan == NONE)
		return agenda->rule;
	const struct item_plan *plan = &agenda->items[s->items[item].plan];
	return plan->has_rule ? plan->rule : agenda->rule;
}

/* A source is a note; only a log that was made by hand has more in a row. */
enum { SOURCES_MOST = 8 };

/* The note that the action point was made of, as it stands now, or NONE; `note` may be any note. A source
 * that was undone may have come back as a later text of it. */
static size_t source_of(const struct session *s, size_t note)
{
	const struct note *n = &s->notes[note];

	return n->action == NONE ? NONE : session_note(s, s->actions[n->action].source_id);
}

static enum rule own_rule(const struct session *s, size_t note)
{
	const struct note *n = &s->notes[note];
	const struct action *action = n->action == NONE ? NULL : &s->actions[n->action];

	if (action && action->source_id && !action->has_rule && source_of(s, note) == NONE)
		return RULE_CLOSED;
	return rule_stricter((enum rule)n->rule, session_rule(s, n->item));
}

enum rule session_note_rule(const struct session *s, size_t note)
{
	enum rule rule = RULE_OPEN;

	for (int i = 0; note != NONE; note = source_of(s, note), i++) {
		if (i == SOURCES_MOST)
			return RULE_CLOSED;
		rule = rule_stricter(rule, own_rule(s, note));
	}
	return rule;
}

bool session_note_is_off(const struct session *s, size_t note)
{
	for (int i = 0; note != NONE; note = source_of(s, note), i++)
		if (s->notes[note].off || i == SOURCES_MOST)
			return true;
	return false;
}

size_t session_speech(const struct session *s, const char *id)
{
	for (size_t i = s->speech_count; id && i > 0; i--)
		if (strcmp(s->speeches[i - 1].id, id) == 0)
			return i - 1;
	return NONE;
}

size_t session_theme_root(const struct session *s, size_t theme)
{
	while (theme != NONE && s->themes[theme].merged != NONE)
		theme = s->themes[theme].merged;
	return theme;
}

const char *session_call(const struct session *s, size_t attendee, enum naming naming)
{
	const struct attendee *a = &s->attendees[attendee];

	if (a->gone && naming != NAMING_LABEL && naming != NAMING_NOBODY)
		return a->number;
	return people_call(s->people, a->number, naming);
}

static bool is_alone_in_delegation(const struct session *s, size_t attendee)
{
	size_t delegation = s->attendees[attendee].delegation;

	for (size_t i = 0; i < s->attendee_count; i++)
		if (i != attendee && s->attendees[i].delegation == delegation &&
			!s->attendees[i].gone)
			return false;
	return delegation != NONE;
}

const char *session_short(const struct session *s, size_t attendee)
{
	if (attendee == NONE)
		return "somebody";
	const char *name = session_call(s, attendee, NAMING_NAME);
	size_t person = people_numbered(s->people, s->attendees[attendee].number);

	if (person == NONE || !is_alone_in_delegation(s, attendee))
		return name;
	size_t at = s->people->persons[person].delegation;
	const char *delegation = at == NONE ? name : s->people->delegations[at].name;
	return text_width(delegation, strlen(delegation)) < text_width(name, strlen(name)) ? delegation
											  : name;
}

size_t session_waiting(const struct session *s, size_t who, enum list_kind kind)
{
	for (size_t i = 0; i < s->waiting_count; i++)
		if (s->waiting[i].who == who && s->waiting[i].kind == kind)
			return i;
	return NONE;
}

size_t session_speaker(const struct session *s)
{
	size_t last = s->last_speech;

	if (s->floor != NONE)
		return s->speeches[s->floor].who;
	/* A note of another item would be put into the mouth of who did not speak in it. */
	bool is_here = last != NONE && s->state == MEETING_OPEN && s->speeches[last].item == s->item_now;
	return is_here ? s->speeches[last].who : NONE;
}
