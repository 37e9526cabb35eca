/* SPDX-License-Identifier: MIT */
/* read_session.c - the agenda of a session folder: two files read back into one agenda. */
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda_parts.h"
#include "base/memory.h"

/* people/agenda.yaml */

static void take_people_version(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	if (strcmp(node->text, "people/1") != 0)
		problem(&r->problems, node->place, "roundtable must be people/1, not '%s'",
			node->text);
}

/* A delegation on the way in. */
struct named_delegation {
	char *number;
	char *name;
	bool is_group;
};

#define AT(field) offsetof(struct named_delegation, field)
static const struct key delegation_keys[] = {
	{"number", SHAPE_TEXT, IN_SESSION, REQUIRED, AT(number), take_text},
	{"name", SHAPE_TEXT, IN_SESSION, REQUIRED, AT(name), take_text},
	{"group", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(is_group), take_truth},
};
#undef AT
static const struct schema delegation_schema = SCHEMA("a delegation", delegation_keys);

static void take_delegations(struct reader *r, const struct node *list, void *slot)
{
	(void)slot;
	for (const struct node *n = list->first; n; n = n->next) {
		struct named_delegation it = {0};

		if (has_shape(r, n, SHAPE_MAPPING))
			schema_read(r, n, &delegation_schema, &it);
		if (it.number && it.name)
			people_delegation(&r->agenda->people, it.name, it.number, it.is_group);
		free(it.number);
		free(it.name);
	}
}

static void take_member(struct reader *r, const struct node *node, void *slot)
{
	struct person *person = slot;
	size_t found = people_delegation_numbered(&r->agenda->people, node->text);

	if (found == NONE)
		problem(&r->problems, node->place,
			"delegation '%s' is not in delegations of the people "
			"file",
			node->text);
	else
		person->delegation = found;
}

static void take_named_aliases(struct reader *r, const struct node *list, void *slot)
{
	struct person *person = slot;

	node_texts(r, list, &person->aliases, &person->alias_count);
}

static void take_named_attributes(struct reader *r, const struct node *node, void *slot)
{
	for (const struct node *n = node_valid(node->first); n; n = node_valid(n->next))
		if (has_shape(r, n, SHAPE_TEXT))
			person_attribute(slot, n->key, n->text);
}

#define AT(field) offsetof(struct person, field)
static const struct key named_keys[] = {
	{"number", SHAPE_TEXT, IN_SESSION, REQUIRED, AT(number), take_text},
	{"id", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(id), take_text},
	{"name", SHAPE_TEXT, IN_SESSION, REQUIRED, AT(name), take_text},
	{"title", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(title), take_text},
	{"affiliation", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(affiliation), take_text},
	{"delegation", SHAPE_TEXT, IN_SESSION, OPTIONAL, 0, take_member},
	{"aliases", SHAPE_LIST, IN_SESSION, OPTIONAL, 0, take_named_aliases},
	{"attributes", SHAPE_MAPPING, IN_SESSION, OPTIONAL, 0, take_named_attributes},
	{"public", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(label), take_text},
};
#undef AT
static const struct schema named_schema = SCHEMA("a person", named_keys);

static void take_named(struct reader *r, const struct node *list, void *slot)
{
	(void)slot;
	for (const struct node *n = list->first; n; n = n->next) {
		struct person person = {.delegation = NONE};

		if (has_shape(r, n, SHAPE_MAPPING))
			schema_read(r, n, &named_schema, &person);
		if (person.number)
			people_add(&r->named, &person);
		person_release(&person);
	}
}

static const struct key people_keys[] = {
	{"roundtable", SHAPE_TEXT, IN_SESSION, REQUIRED, 0, take_people_version},
	{"delegations", SHAPE_LIST, IN_SESSION, OPTIONAL, 0, take_delegations},
	{"people", SHAPE_LIST, IN_SESSION, OPTIONAL, 0, take_named},
};
static const struct schema people_schema = SCHEMA("a people file", people_keys);

/* agenda.yaml */

/* A person as the agenda of a session says it: by number only. */
struct seated {
	char *number;
	size_t delegation;
	enum role role;
	int rank;
};

static void take_seated_delegation(struct reader *r, const struct node *node, void *slot)
{
	size_t *out = slot;
	size_t found = people_delegation_numbered(&r->agenda->people, node->text);

	/* one whose name was taken out of the people file still counts for itself */
	*out = found != NONE ? found
			     : people_delegation(&r->agenda->people, node->text, node->text, false);
}

static void take_seated_rank(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 1, INT32_MAX, slot);
}

#define AT(field) offsetof(struct seated, field)
static const struct key seated_keys[] = {
	{"number", SHAPE_TEXT, IN_SESSION, REQUIRED, AT(number), take_text},
	{"delegation", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(delegation), take_seated_delegation},
	{"role", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(role), take_role},
	{"rank", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(rank), take_seated_rank},
};
#undef AT
static const struct schema seated_schema = SCHEMA("a participant", seated_keys);

/* Takes the person of that number out of the people file's; one who is not there is called by
 * the number. */
static struct person person_named(struct reader *r, const char *number)
{
	size_t index = people_numbered(&r->named, number);
	struct person person = {.delegation = NONE};

	if (index != NONE && r->named.persons[index].number) {
		person = r->named.persons[index];
		r->named.persons[index] = (struct person){.delegation = NONE};
		free(person.folded);
		person.folded = NULL;
	} else {
		person.number = mem_text(number);
		person.name = mem_text(number);
	}
	return person;
}

void take_session_participants(struct reader *r, const struct node *list, void *slot)
{
	(void)slot;
	for (const struct node *n = list->first; n; n = n->next) {
		struct seated seated = {.delegation = NONE};

		if (has_shape(r, n, SHAPE_MAPPING))
			schema_read(r, n, &seated_schema, &seated);
		if (!seated.number)
			continue;
		struct person person = person_named(r, seated.number);
		person.role = seated.role;
		person.rank = seated.rank;
		if (seated.delegation != NONE)
			person.delegation = seated.delegation;
		people_add(&r->agenda->people, &person);
		free(seated.number);
	}
}

static void take_people_file(struct reader *r, const char *path)
{
	struct document document = {0};

	if (document_load(&document, path, &r->problems) &&
		has_shape(r, document.root, SHAPE_MAPPING))
		schema_read(r, document.root, &people_schema, r->agenda);
	document_release(&document);
}

bool agenda_read_session(struct agenda *out, const char *path, const char *people_path,
	struct problems *problems)
{
	struct reader r;

	agenda_defaults(out);
	reader_init(&r, out, path, true);
	r.today = (struct date){1970, 1, 1};
	take_people_file(&r, people_path);
	return agenda_take_file(&r, path, problems);
}
