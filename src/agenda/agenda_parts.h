/* SPDX-License-Identifier: MIT */
/* agenda_parts.h - the parts of an agenda, each with the taker that reads it.
 *
 * Purpose     What the table of the whole agenda (read_agenda.c) needs of the other files.
 * Knows       schema.h. Private to src/agenda.
 * Start at    read_agenda.c.
 */
#ifndef AGENDA_AGENDA_PARTS_H
#define AGENDA_AGENDA_PARTS_H

#include "agenda/schema.h"

/* The whole agenda from its root mapping, then references, defaults and warnings (read_agenda.c). */
void agenda_take(struct reader *r, const struct node *root);
/* Reads the agenda from the file at `path` and ends the reader. False when it had errors: the agenda
 * is released. */
bool agenda_take_file(struct reader *r, const char *path, struct problems *problems);
/* Defaults that stand before anything is read. */
void agenda_defaults(struct agenda *a);
/* Loads and parses the file at `path`; false, said, when there is no tree to look at. */
bool document_load(struct document *d, const char *path, struct problems *problems);

take_value take_list_rules;    /* struct list_rules; read_list.c */
take_value take_framework;     /* struct agenda; these read_plan.c */
take_value take_themes;
take_value take_items;
take_value take_abbreviations;
take_value take_participants;  /* struct agenda; read_people.c */

/* A person on the way in, with its delegation still a text. */
struct draft {
	struct person person;
	char *delegation;
	struct place name_place;
};

/* Adds the person to the agenda's people and notes where its name stands. */
void draft_add(struct reader *r, struct draft *draft);
void draft_release(struct draft *draft);
/* Adds NAME: VALUE to the person's attributes. */
void person_attribute(struct person *person, const char *name, const char *value);
/* Adds the alias to the person. */
void person_alias(struct person *person, const char *word);
/* The participants of the CSV that r->from names (csv_people.c). */
void take_csv(struct reader *r);

/* Session folders (read_session.c). */
take_value take_session_participants;

/* Resolves what refers to something, and what follows from the whole (resolve.c). */
void resolve(struct reader *r);
/* Says what is odd about the meeting (resolve.c). */
void warn(struct reader *r);

#endif
