/* SPDX-License-Identifier: MIT */
/* people.c - persons and delegations by number, and how they are called. */
#include "agenda/people.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

void person_release(struct person *person)
{
	free(person->number);
	free(person->id);
	free(person->name);
	free(person->title);
	free(person->affiliation);
	free(person->label);
	for (size_t i = 0; i < person->alias_count; i++)
		free(person->aliases[i]);
	free(person->aliases);
	for (size_t i = 0; i < person->attribute_count; i++) {
		free(person->attributes[i].name);
		free(person->attributes[i].value);
	}
	free(person->attributes);
	free(person->folded);
	*person = (struct person){.delegation = NONE};
}

void people_release(struct people *p)
{
	for (size_t i = 0; i < p->count; i++)
		person_release(&p->persons[i]);
	free(p->persons);
	for (size_t i = 0; i < p->delegation_count; i++) {
		free(p->delegations[i].number);
		free(p->delegations[i].name);
		free(p->delegations[i].folded);
	}
	free(p->delegations);
	for (size_t i = 0; i < p->alias_count; i++) {
		free(p->aliases[i].event);
		free(p->aliases[i].person);
		free(p->aliases[i].word);
		free(p->aliases[i].folded);
	}
	free(p->aliases);
	map_release(&p->by_number);
	map_release(&p->by_id);
	map_release(&p->delegations_by_number);
	*p = (struct people){0};
}

/* The first of p1, p2, … (or d1, d2, …) that is free, from as many as there are on. */
static char *next_number(const struct map *taken, char letter, size_t count)
{
	struct buffer number = BUFFER_EMPTY;

	do {
		buffer_reset(&number);
		buffer_format(&number, "%c%zu", letter, ++count);
	} while (map_get(taken, number.bytes) != MAP_NONE);
	return buffer_take(&number);
}

static void fold_line(struct buffer *out, const char *text)
{
	if (text)
		text_fold(out, text, strlen(text));
	buffer_char(out, '\n');
}

/* A line each, empty where there is nothing: id, name, title, affiliation, delegation, aliases.
 * find_person.c reads them back in this order. */
static char *fold_person(const struct people *p, const struct person *person)
{
	struct buffer out = BUFFER_EMPTY;

	fold_line(&out, person->id);
	fold_line(&out, person->name);
	fold_line(&out, person->title);
	fold_line(&out, person->affiliation);
	fold_line(&out,
		person->delegation < p->delegation_count ? p->delegations[person->delegation].name
							 : NULL);
	for (size_t i = 0; i < person->alias_count; i++)
		fold_line(&out, person->aliases[i]);
	return buffer_take(&out);
}

size_t people_add(struct people *p, struct person *person)
{
	if (!person->number)
		person->number = next_number(&p->by_number, 'p', p->count);
	size_t known = map_get(&p->by_number, person->number);
	if (known != MAP_NONE) {
		person_release(person);
		return known;
	}
	if (!person->folded)
		person->folded = fold_person(p, person);
	p->persons = array_room(p->persons, p->count, &p->room, sizeof *p->persons);
	p->persons[p->count] = *person;
	*person = (struct person){.delegation = NONE};
	map_set(&p->by_number, p->persons[p->count].number, p->count);
	const char *id = p->persons[p->count].id;
	if (id && map_get(&p->by_id, id) == MAP_NONE)
		map_set(&p->by_id, id, p->count);
	return p->count++;
}

static size_t delegation_called(const struct people *p, const char *name, const char *folded)
{
	for (size_t i = 0; i < p->delegation_count; i++)
		if (*folded ? strcmp(p->delegations[i].folded, folded) == 0
			    : strcmp(p->delegations[i].name, name) == 0)
			return i;
	return NONE;
}

static size_t delegation_add(struct people *p, const char *name, const char *number, char *folded)
{
	struct map *by_number = &p->delegations_by_number;

	p->delegations = array_room(p->delegations, p->delegation_count, &p->delegation_room,
		sizeof *p->delegations);
	p->delegations[p->delegation_count] = (struct delegation){
		.number = number ? mem_text(number)
				 : next_number(by_number, 'd', p->delegation_count),
		.name = mem_text(name),
		.folded = folded,
		.is_group = true,
	};
	map_set(by_number, p->delegations[p->delegation_count].number, p->delegation_count);
	return p->delegation_count++;
}

/* Two seats may give one group a number each: both numbers then mean the same one. */
size_t people_delegation(struct people *p, const char *name, const char *number, bool is_group)
{
	size_t index = number ? people_delegation_numbered(p, number) : NONE;

	if (index == NONE) {
		char *folded = text_folded(name);

		index = delegation_called(p, name, folded);
		if (index == NONE) {
			index = delegation_add(p, name, number, folded);
		} else {
			free(folded);
			if (number)
				map_set(&p->delegations_by_number, number, index);
		}
	}
	p->delegations[index].is_group &= is_group;
	return index;
}

size_t people_delegation_numbered(const struct people *p, const char *number)
{
	return map_get(&p->delegations_by_number, number);
}

void people_alias(struct people *p, const char *event, const char *person, const char *word)
{
	for (size_t i = 0; i < p->alias_count; i++)
		if (same_text(p->aliases[i].event, event) && same_text(p->aliases[i].word, word))
			return;
	p->aliases = array_room(p->aliases, p->alias_count, &p->alias_room, sizeof *p->aliases);
	p->aliases[p->alias_count++] = (struct alias){
		.event = mem_text(event),
		.person = mem_text(person),
		.word = mem_text(word),
		.folded = text_folded(word),
	};
}

size_t people_numbered(const struct people *p, const char *number)
{
	return map_get(&p->by_number, number);
}

size_t people_with_id(const struct people *p, const char *id)
{
	return map_get(&p->by_id, id);
}

const char *people_call(const struct people *p, const char *number, enum naming naming)
{
	static const char anybody[] = "a participant";
	size_t index = people_numbered(p, number);
	const struct person *person = index == NONE ? NULL : &p->persons[index];

	switch (naming) {
	case NAMING_NUMBER: return number;
	case NAMING_ID: return person && person->id ? person->id : number;
	case NAMING_NAME: return person && person->name ? person->name : number;
	case NAMING_LABEL: return person && person->label ? person->label : anybody;
	case NAMING_NOBODY: return anybody;
	}
	return number;
}

#define JOINER "\u2060"

/* How many bytes after a brace are a person's number and the brace that ends it; 0: none. */
static size_t number_len(const char *text)
{
	static const char digits[] = "0123456789";
	static const char word[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	if (text[0] != 'p')
		return 0;
	size_t len = text[1] == '-' ? 1 + strspn(text + 2, word) : strspn(text + 1, digits);
	if (!len || (text[1] == '-' && len == 1))
		return 0;
	return text[1 + len] == '}' ? len + 2 : 0;
}

/* How many bytes of word joiners the text begins with. */
static size_t joiners_len(const char *text)
{
	size_t len = 0;

	while (strncmp(text + len, JOINER, strlen(JOINER)) == 0)
		len += strlen(JOINER);
	return len;
}

/* The person whose number, with the brace after it, is `len` bytes of `text`. */
static void say_one(struct buffer *out, const struct people *p, const char *text, size_t len,
	enum naming naming)
{
	char *number = mem_text_of(text, len - 1);
	/* A character that follows at once would be taken for a part of the id. */
	bool is_glued = text[len] && strchr("abcdefghijklmnopqrstuvwxyz0123456789-_'", text[len]);

	if (naming == NAMING_ID)
		buffer_format(out, is_glued ? "@\"%s\"" : "@%s", people_call(p, number, naming));
	else
		buffer_text(out, people_call(p, number, naming));
	free(number);
}

/* What follows a brace that is not said yet; returns the bytes of it that were taken. */
static size_t say_braced(
	struct buffer *out, const struct people *p, const char *text, enum naming naming)
{
	size_t number = number_len(text), joiners = joiners_len(text);

	if (number && naming != NAMING_NUMBER) {
		say_one(out, p, text, number, naming);
		return number;
	}
	buffer_char(out, '{');
	/* The first joiner is the mark of one that was typed. */
	return joiners && number_len(text + joiners) && naming != NAMING_NUMBER ? strlen(JOINER) : 0;
}

void people_say(struct buffer *out, const struct people *p, const char *text, enum naming naming)
{
	while (*text) {
		size_t plain = strcspn(text, "{");

		buffer_bytes(out, text, plain);
		text += plain;
		if (*text)
			text += 1 + say_braced(out, p, text + 1, naming);
	}
}

void people_write_braces(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		buffer_char(out, *text);
		if (*text == '{' && number_len(text + 1 + joiners_len(text + 1)))
			buffer_text(out, JOINER);
	}
}

void people_unsay(struct buffer *out, const struct people *p, const char *text)
{
	static const char word[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	const char *begin = text;

	while (*text) {
		bool may = *text == '@' && !text_in_word(begin, (size_t)(text - begin));
		size_t len = may ? strspn(text + 1, word) : 0;
		char *id = mem_text_of(text + 1, len);
		size_t person = len ? people_with_id(p, id) : NONE;

		free(id);
		if (person != NONE) {
			buffer_format(out, "{%s}", p->persons[person].number);
			text += 1 + len;
		} else {
			buffer_char(out, *text++);
		}
	}
}
