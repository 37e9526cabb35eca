/* SPDX-License-Identifier: MIT */
/* newcomer.c - people added during the session. */
#include "agenda/newcomer.h"

#include <stdlib.h>

#include "base/memory.h"

void newcomer_release(struct newcomer *n)
{
	free(n->number);
	free(n->event);
	free(n->id);
	free(n->name);
	free(n->title);
	free(n->affiliation);
	free(n->delegation);
	*n = (struct newcomer){0};
}

static void person_join(struct people *people, const struct newcomer *n)
{
	struct person person = {
		.number = mem_text(n->number),
		.id = mem_text(n->id),
		.name = mem_text(n->name),
		.title = mem_text(n->title),
		.affiliation = mem_text(n->affiliation),
		.delegation = NONE,
		.role = n->role,
	};

	if (n->delegation)
		person.delegation = people_delegation_numbered(people, n->delegation);
	people_add(people, &person);
}

void newcomer_join(struct people *people, const struct newcomer *n)
{
	switch (n->kind) {
	case NEWCOMER_PERSON: person_join(people, n); return;
	case NEWCOMER_ALIAS: people_alias(people, n->event, n->number, n->name); return;
	case NEWCOMER_DELEGATION:
		people_delegation(people, n->name, n->number, n->is_group);
		return;
	}
}
