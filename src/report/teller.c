/* SPDX-License-Identifier: MIT */
/* teller.c - how a view calls people, themes and items. */
#include "report/teller.h"

#include <string.h>

#include "base/memory.h"

struct teller teller_of(const struct session *s, enum naming naming, int64_t at)
{
	if (at == NO_TIME)
		at = s->last_at != NO_TIME ? s->last_at : 0;
	return (struct teller){.session = s,
		.naming = naming,
		.at = s->now != NO_TIME && at < s->now ? s->now : at};
}

const char *teller_who(const struct teller *t, size_t attendee)
{
	if (attendee == NONE)
		return NULL;
	const struct attendee *who = &t->session->attendees[attendee];
	return people_call(t->session->people, who->number, who->gone ? NAMING_NUMBER : t->naming);
}

const char *teller_delegation(const struct teller *t, size_t delegation)
{
	if (delegation == NONE)
		return NULL;
	const struct people *people = t->session->people;
	const char *number = t->session->delegations[delegation].number;
	size_t index = people_delegation_numbered(people, number);

	if (t->naming == NAMING_NUMBER || index == NONE)
		return number;
	return people->delegations[index].name;
}

const char *teller_item(const struct teller *t, size_t item)
{
	return item == NONE ? NULL : t->session->items[item].id;
}

const struct person *teller_person(const struct teller *t, size_t attendee)
{
	const struct people *people = t->session->people;

	if (attendee == NONE || t->session->attendees[attendee].gone)
		return NULL;
	size_t index = people_numbered(people, t->session->attendees[attendee].number);
	return index == NONE ? NULL : &people->persons[index];
}

/* The theme that it was merged into in the end, itself when it was not. */
static size_t theme_root(const struct session *s, size_t theme)
{
	for (size_t i = 0; i < s->theme_count && s->themes[theme].merged != NONE; i++)
		theme = s->themes[theme].merged;
	return theme;
}

static bool has(const size_t *list, size_t count, size_t wanted)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == wanted)
			return true;
	return false;
}

size_t note_themes(const struct session *s, const struct note *note, size_t **out)
{
	size_t count = 0;

	*out = mem_new(note->theme_count + 1, sizeof **out);
	for (size_t i = 0; i < note->theme_count; i++) {
		size_t theme = theme_root(s, note->themes[i]);

		if (!has(*out, count, theme))
			(*out)[count++] = theme;
	}
	return count;
}

bool action_lacks_owner(const struct action *action)
{
	return action->owner_count == 0;
}

bool action_lacks_due(const struct action *action)
{
	return action->due[0] == '\0';
}

bool is_shown_note(const struct note *note)
{
	return note->action == NONE && !note->dropped;
}

bool is_shown_action(const struct note *note)
{
	return note->action != NONE && !note->dropped;
}

static bool has_name(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

size_t teller_attributes(const struct teller *t, const char ***names)
{
	size_t count = 0, room = 0;

	*names = NULL;
	for (size_t i = 0; i < t->session->attendee_count; i++) {
		const struct person *person = teller_person(t, i);

		for (size_t j = 0; person && j < person->attribute_count; j++) {
			const char *name = person->attributes[j].name;

			if (has_name(*names, count, name))
				continue;
			*names = array_room(*names, count, &room, sizeof **names);
			(*names)[count++] = name;
		}
	}
	return count;
}

static const char *attribute_of(const struct person *person, const char *name)
{
	for (size_t i = 0; person && i < person->attribute_count; i++)
		if (strcmp(person->attributes[i].name, name) == 0)
			return person->attributes[i].value;
	return NULL;
}

static struct share *share_of(struct share *shares, size_t count, const char *value)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(shares[i].value, value) == 0)
			return &shares[i];
	return NULL;
}

size_t teller_shares(const struct teller *t, const char *name, struct share **shares)
{
	size_t count = 0, room = 0;

	*shares = NULL;
	for (size_t i = 0; i < t->session->attendee_count; i++) {
		const char *value = attribute_of(teller_person(t, i), name);

		if (!value || session_chairs(t->session, i))
			continue;
		struct share *share = share_of(*shares, count, value);
		if (!share) {
			*shares = array_room(*shares, count, &room, sizeof **shares);
			share = &(*shares)[count++];
			share->value = value;
		}
		share->turns += t->session->attendees[i].turns;
		share->spoken_ms += session_spoken(t->session, i, t->at);
	}
	return count;
}

void tell_typed(struct sink *out, const struct teller *t, const char *key, const char *text)
{
	struct buffer logged = BUFFER_EMPTY;

	if (t->naming == NAMING_NUMBER)
		people_unsay(&logged, t->session->people, text);
	else
		buffer_text(&logged, text);
	sink_text(out, key, logged.bytes);
	buffer_release(&logged);
}
