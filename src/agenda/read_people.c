/* SPDX-License-Identifier: MIT */
/* read_people.c - who is invited: the key `participants`. */
#include <stdlib.h>

#include "agenda/agenda_parts.h"
#include "base/memory.h"

enum { RANK_MOST = 9999 };

void person_attribute(struct person *person, const char *name, const char *value)
{
	size_t count = person->attribute_count;

	person->attributes = mem_resize(person->attributes, count + 1, sizeof *person->attributes);
	person->attributes[person->attribute_count++] =
		(struct attribute){mem_text(name), mem_text(value)};
}

void person_alias(struct person *person, const char *word)
{
	person->aliases = mem_resize(person->aliases, person->alias_count + 1, sizeof(char *));
	person->aliases[person->alias_count++] = mem_text(word);
}

static void take_person_id(struct reader *r, const struct node *node, void *slot)
{
	struct draft *draft = slot;

	free(draft->person.id);
	draft->person.id = id_take(r, node->text, node->place, &r->persons,
		r->persons.count, true);
}

static void take_name(struct reader *r, const struct node *node, void *slot)
{
	struct draft *draft = slot;

	take_text(r, node, &draft->person.name);
	draft->name_place = node->place;
}

static void take_aliases(struct reader *r, const struct node *list, void *slot)
{
	struct draft *draft = slot;

	for (const struct node *n = list->first; n; n = n->next) {
		char *word = NULL;

		if (has_shape(r, n, SHAPE_TEXT))
			take_text(r, n, &word);
		if (word)
			person_alias(&draft->person, word);
		free(word);
	}
}

static void take_rank(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 1, RANK_MOST, slot);
}

static void take_attributes(struct reader *r, const struct node *node, void *slot)
{
	struct draft *draft = slot;

	for (const struct node *n = node_valid(node->first); n; n = node_valid(n->next)) {
		if (!has_shape(r, n, SHAPE_TEXT))
			continue;
		if (!*n->key)
			problem(&r->problems, n->key_place,
				"an attribute must have a name, not empty");
		else if (!*n->text)
			problem(&r->problems, n->place, "%s must be a text, not empty", n->name);
		else
			person_attribute(&draft->person, n->key, n->text);
	}
}

#define AT(field) offsetof(struct draft, person.field)
static const struct key person_keys[] = {
	{"id", SHAPE_TEXT, IN_AGENDA, REQUIRED, 0, take_person_id},
	{"name", SHAPE_TEXT, IN_AGENDA, REQUIRED, 0, take_name},
	{"title", SHAPE_TEXT, IN_AGENDA, OPTIONAL, AT(title), take_text},
	{"affiliation", SHAPE_TEXT, IN_AGENDA, OPTIONAL, AT(affiliation), take_text},
	{"delegation", SHAPE_TEXT, IN_AGENDA, OPTIONAL, offsetof(struct draft, delegation),
		take_text},
	{"role", SHAPE_TEXT, IN_AGENDA, OPTIONAL, AT(role), take_role},
	{"aliases", SHAPE_LIST, IN_AGENDA, OPTIONAL, 0, take_aliases},
	{"rank", SHAPE_TEXT, IN_AGENDA, OPTIONAL, AT(rank), take_rank},
	{"public", SHAPE_TEXT, IN_AGENDA, OPTIONAL, AT(label), take_text},
	{"attributes", SHAPE_MAPPING, IN_AGENDA, OPTIONAL, 0, take_attributes},
};
#undef AT
static const struct schema person_schema = SCHEMA("a participant", person_keys);

void draft_release(struct draft *draft)
{
	person_release(&draft->person);
	free(draft->delegation);
	*draft = (struct draft){.person = {.delegation = NONE}};
}

void draft_add(struct reader *r, struct draft *draft)
{
	struct people *people = &r->agenda->people;
	const char *delegation =
		draft->delegation ? draft->delegation : draft->person.affiliation;

	if (!draft->person.id || !draft->person.name) {
		r->people_broken = true;
		draft_release(draft);
		return;
	}
	if (delegation)
		draft->person.delegation = people_delegation(people, delegation, NULL, false);
	people_add(people, &draft->person);
	places_add(&r->person_names, draft->name_place);
	free(draft->delegation);
	*draft = (struct draft){.person = {.delegation = NONE}};
}

void take_participants(struct reader *r, const struct node *list, void *slot)
{
	(void)slot;
	for (const struct node *n = list->first; n; n = n->next) {
		struct draft draft = {.person = {.delegation = NONE}};

		if (!has_shape(r, n, SHAPE_MAPPING)) {
			r->people_broken = true;
			continue;
		}
		draft.name_place = n->place;
		schema_read(r, n, &person_schema, &draft);
		draft_add(r, &draft);
	}
}
