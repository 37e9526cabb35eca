/* SPDX-License-Identifier: MIT */
/* person.c - late arrivals, other words for people, and who is in the room. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum part { PART_NAME, PART_TITLE, PART_AFFILIATION, PART_DELEGATION, PART_ROLE, PARTS };

/* The parts between semicolons, without spaces around them; "" what is left out. */
static bool parts_read(char *parts[PARTS], const char *text)
{
	size_t count = 0;

	for (;; count++) {
		size_t len = strcspn(text, ";"), start = strspn(text, " "), end = len;

		if (count == PARTS)
			return false;
		if (start > end)
			start = end;
		while (end > start && text[end - 1] == ' ')
			end--;
		parts[count] = mem_text_of(text + start, end - start);
		if (!text[len])
			break;
		text += len + 1;
	}
	while (++count < PARTS)
		parts[count] = mem_text("");
	return true;
}

static bool id_is_taken(const struct parser *r, const char *id)
{
	const struct people *p = r->context->people;

	for (size_t i = 0; i < p->count; i++) {
		size_t who = attendee_of(r, i);

		if (strcmp(p->persons[i].id, id) == 0 && who != NONE &&
			!r->session->attendees[who].gone)
			return true;
	}
	return false;
}

static bool id_is_free(struct parser *r, const char *id)
{
	if (!id_may_be_given(r, id))
		return false;
	return !id_is_taken(r, id) || refuse(r, "the id '%s' is taken: choose another", id);
}

static char *numbered(char letter, const char *id)
{
	struct buffer number = BUFFER_EMPTY;

	buffer_format(&number, "%c-%s", letter, id);
	return buffer_take(&number);
}

/* The number of the delegation of that name, which is made when it is not there; NULL for "". */
static char *delegation_number(struct parser *r, const char *name, const char *id)
{
	const struct people *p = r->context->people;
	char *folded = text_folded(name), *number = NULL;

	for (size_t i = 0; *folded && i < p->delegation_count && !number; i++)
		if (strcmp(p->delegations[i].folded, folded) == 0)
			number = mem_text(p->delegations[i].number);
	if (*folded && !number) {
		struct newcomer *n = newcomer_made(r, NEWCOMER_DELEGATION);

		n->number = numbered('d', id);
		n->name = mem_text(name);
		number = mem_text(n->number);
	}
	free(folded);
	return number;
}

static char *text_or_none(const char *text)
{
	return *text ? mem_text(text) : NULL;
}

static void person_comes(
	struct parser *r, const char *id, char *const parts[PARTS], enum role role)
{
	char own[ID_SIZE];

	next_id(r, own);
	char *number = numbered('p', own);
	char *delegation = delegation_number(
		r, *parts[PART_DELEGATION] ? parts[PART_DELEGATION] : parts[PART_AFFILIATION], own);
	struct newcomer *n = newcomer_made(r, NEWCOMER_PERSON);
	n->number = mem_text(number);
	n->id = mem_text(id);
	n->name = mem_text(parts[PART_NAME]);
	n->title = text_or_none(parts[PART_TITLE]);
	n->affiliation = text_or_none(parts[PART_AFFILIATION]);
	n->delegation = mem_text(delegation);
	n->role = role;
	struct event *e = event_made(r, EVENT_PERSON_CAME);
	event_set_text(e, FIELD_WHO, number);
	event_set_text(e, FIELD_ROLE, role_name(role));
	event_set_text(e, FIELD_DELEGATION, delegation);
	say(r, "%s is here: %s", id, parts[PART_NAME]);
	free(number);
	free(delegation);
}

static bool role_typed(struct parser *r, const char *word, enum role *out)
{
	size_t role = word_list_find(role_word, word);

	*out = role == SIZE_MAX ? ROLE_PARTICIPANT : (enum role)role;
	if (!*word || role != SIZE_MAX)
		return true;
	const char *nearest = text_nearest_word(word, role_word);
	return refuse(r,
		"chair, facilitator, rapporteur, briefer, participant or observer was "
		"expected as the role, not '%s'%s%s",
		word, nearest ? ": did you mean " : "", nearest ? nearest : "");
}

bool handle_PERSON(struct parser *r)
{
	const struct word *word = take_word(r);
	char *parts[PARTS] = {NULL};
	enum role role;
	bool done = false;

	if (!word)
		return refuse(r, "an id and a name were expected, as in "
				 "/person bra Permanent Representative of Brazil; ; Brazil");
	if (!id_is_free(r, word->text))
		return false;
	if (!parts_read(parts, take_rest(r)))
		refuse(r, "five parts at most: NAME; TITLE; AFFILIATION; DELEGATION; ROLE");
	else if (!*parts[PART_NAME])
		refuse(r, "the name was expected after the id %s", word->text);
	else if (role_typed(r, parts[PART_ROLE], &role)) {
		person_comes(r, word->text, parts, role);
		done = true;
	}
	for (size_t i = 0; i < PARTS; i++)
		free(parts[i]);
	return done;
}

static void give_alias(struct parser *r, size_t who, const char *word, const char *id)
{
	struct standing standing = standing_of(r->context);
	size_t first, second;
	enum found found = people_find(r->context->people, &standing, word, &first, &second);
	struct newcomer *n = newcomer_made(r, NEWCOMER_ALIAS);

	n->number = mem_text(number_of(r, who));
	n->event = mem_text(id);
	n->name = mem_text(word);
	if (found != FOUND_NONE && attendee_of(r, first) != who)
		add_warning(r, "'%s' means %s too", word, r->context->people->persons[first].id);
	say(r, " %s", word);
}

bool handle_ALIAS(struct parser *r)
{
	char own[ID_SIZE];

	if (words_left(r))
		r->words[0].comma = true; /* one word names the person, the others are given */
	size_t who = take_person(r);
	if (who == NONE)
		return false;
	if (!words_left(r))
		return refuse(r, "a word for %s was expected", called(r, who));
	for (size_t i = r->next; i < r->count; i++) {
		char *folded = text_folded(r->words[i].text);
		bool is_empty = !*folded;

		free(folded);
		if (is_empty)
			return refuse(r, "'%s' cannot be an alias: letters or digits were expected",
				r->words[i].text);
	}
	next_id(r, own);
	say(r, "%s is also", called(r, who));
	while (words_left(r))
		give_alias(r, who, take_word(r)->text, own);
	event_set_text(event_made(r, EVENT_ALIAS_GIVEN), FIELD_WHO, number_of(r, who));
	return true;
}

static bool set_presence(struct parser *r, bool away)
{
	size_t *who, count;
	struct event *e = NULL;

	if (!take_people(r, &who, &count))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (r->session->attendees[who[i]].away == away)
			continue;
		if (!e)
			e = event_made(r, away ? EVENT_WENT_OUT : EVENT_CAME_IN);
		event_add_to_list(e, FIELD_PEOPLE, number_of(r, who[i]));
		say(r, "%s%s",
			r->result->said.len ? ", "
			: away            ? "away: "
					  : "here: ",
			called(r, who[i]));
		if (!away)
			say_to_tour(r, who[i]);
	}
	free(who);
	return e ? true : nothing(r, away ? "away already" : "here already");
}

bool handle_HERE(struct parser *r)
{
	return set_presence(r, false);
}

bool handle_AWAY(struct parser *r)
{
	return set_presence(r, true);
}
