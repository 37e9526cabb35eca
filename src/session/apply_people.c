/* SPDX-License-Identifier: MIT */
/* apply_people.c - seats and persons: who sits at a console, who came, who is in the room. */
#include "session/parts.h"

#include <stdlib.h>

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

bool apply_OPENED(struct session *s, const struct event *e, struct error *error)
{
	(void)error;
	seat_made(s, e->seat)->facilitates = same_text(event_text(e, FIELD_ROLE), "facilitator");
	return true;
}

/* Somebody who was only referred to before becomes real. */
bool apply_PERSON_CAME(struct session *s, const struct event *e, struct error *error)
{
	const char *number = event_text(e, FIELD_WHO), *role = event_text(e, FIELD_ROLE);
	size_t who = session_attendee(s, number);

	if (!number)
		return error_set(error, "a person without a number");
	if (who != NONE && !s->attendees[who].gone)
		return error_set(error, "%s is there already", number);
	who = attendee_made(s, number);
	struct attendee *attendee = &s->attendees[who];
	attendee->gone = false;
	if (role)
		role_read(role, &attendee->role);
	attendee->delegation = delegation_made(s, event_text(e, FIELD_DELEGATION));
	return true;
}

static void set_away(struct session *s, const struct event *e, bool away)
{
	const struct value *people = event_value(e, FIELD_PEOPLE);

	for (size_t i = 0; people && i < people->count; i++) {
		size_t who = attendee_made(s, people->texts[i]);

		s->attendees[who].away = away;
	}
}

bool apply_CAME_IN(struct session *s, const struct event *e, struct error *error)
{
	(void)error;
	set_away(s, e, false);
	return true;
}

bool apply_WENT_OUT(struct session *s, const struct event *e, struct error *error)
{
	(void)error;
	set_away(s, e, true);
	return true;
}

bool apply_LIST_TAKEN(struct session *s, const struct event *e, struct error *error)
{
	(void)error;
	snprintf(s->holder, sizeof s->holder, "%s", e->seat);
	return true;
}

bool apply_SEAT_LEFT(struct session *s, const struct event *e, struct error *error)
{
	(void)error;
	if (strcmp(s->holder, e->seat) == 0)
		s->holder[0] = '\0';
	return true;
}

/* Who is called what stands under people/. Events come in the order of the aliases there, mostly. */
bool apply_ALIAS_GIVEN(struct session *s, const struct event *e, struct error *error)
{
	const struct people *p = s->people;
	char id[ID_SIZE];
	size_t at = 0;

	(void)error;
	event_id(e, id);
	while (at < p->alias_count &&
		strcmp(p->aliases[(s->alias_next + at) % p->alias_count].event, id) != 0)
		at++;
	s->names_missing = s->names_missing || at == p->alias_count;
	s->alias_next += at;
	return true;
}

bool apply_ABBREVIATED(struct session *s, const struct event *e, struct error *error)
{
	const char *word = event_text(e, FIELD_WORD);
	char *text = text_said(s, event_text(e, FIELD_TEXT));

	if (word && text)
		abbreviation_set(s, word, text);
	else
		error_set(error, "an abbreviation of nothing");
	bool is_set = word && text;
	free(text);
	return is_set;
	return true;
}
