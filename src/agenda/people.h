/* SPDX-License-Identifier: MIT */
/* people.h - who is in the room: the only place in memory where names stand.
 *
 * Purpose     Persons, their delegations and groups, by number (p1, p-rapporteur-18; d1,
 *             d-script-4) and by everything they may be called.
 * Knows       nothing of events or files. The agenda fills it; those added live come after.
 * Owns        all its texts. Persons and delegations are never removed or moved to another index.
 * Start at    people_find(), people_named().
 */
#ifndef AGENDA_PEOPLE_H
#define AGENDA_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/enum_words.h"
#include "base/map.h"

#define NONE ((size_t)UINT32_MAX)

/* roles.def order: ROLE_PARTICIPANT is the default. */
#define ROLE_ROWS(ROW)                                                                             \
	ROW(ROLE_PARTICIPANT, "participant")                                                       \
	ROW(ROLE_CHAIR, "chair")                                                                   \
	ROW(ROLE_FACILITATOR, "facilitator")                                                       \
	ROW(ROLE_RAPPORTEUR, "rapporteur")                                                         \
	ROW(ROLE_BRIEFER, "briefer")                                                               \
	ROW(ROLE_OBSERVER, "observer")
ENUM_WORDS(role, ROLE_ROWS, ROLE_COUNT);

struct attribute {
	char *name;
	char *value;
};

struct person {
	char *number;      /* p7 or p-SEAT-SEQ; how logs call this person */
	char *id;          /* how people type it: ury */
	char *name;        /* required */
	char *title;       /* may be NULL, as all below */
	char *affiliation;
	size_t delegation; /* index in people.delegations; NONE when counted alone */
	enum role role;
	int rank;          /* seating order; 0: none given */
	char *label;       /* `public`: what an export may call this person */
	char **aliases;
	size_t alias_count;
	struct attribute *attributes;
	size_t attribute_count;
	char *folded;      /* everything it may be found by, folded, parts separated by \n */
};

/* A delegation, or a group on behalf of which somebody speaks. */
struct delegation {
	char *number; /* d3 or d-SEAT-SEQ */
	char *name;
	char *folded;
	bool is_group; /* named only as `for GROUP` */
};

/* An alias given live: it counts while the event `by` stands. */
struct alias {
	char *event; /* SEAT-SEQ of the event that gave it */
	char *person; /* number */
	char *word;
	char *folded;
};

/* All zero is empty. */
struct people {
	struct person *persons;
	size_t count, room;
	struct delegation *delegations;
	size_t delegation_count, delegation_room;
	struct alias *aliases;
	size_t alias_count, alias_room;
	struct map by_number; /* of persons */
	struct map by_id;
	struct map delegations_by_number;
};

void people_release(struct people *p);

/* Takes over everything in *person (its texts must be heap; `folded` and `number` may be NULL: the
 * next p-number is given) and returns its index. A number already there replaces nothing and
 * returns the index that has it. */
size_t people_add(struct people *p, struct person *person);
void person_release(struct person *person);

/* The delegation of that name (compared folded), made when it is not there: `number` NULL gives
 * the next d-number. */
size_t people_delegation(struct people *p, const char *name, const char *number, bool is_group);
size_t people_delegation_numbered(const struct people *p, const char *number);

/* One that is there already (same event, same word) is not added again. */
void people_alias(struct people *p, const char *event, const char *person, const char *word);

/* By number (p7) or by id; NONE when there is none. */
size_t people_numbered(const struct people *p, const char *number);
size_t people_with_id(const struct people *p, const char *id);

/* Which aliases given live count: asked with the id of the event that gave one. */
struct standing {
	bool (*stands)(void *context, const char *event);
	void *context;
};

enum found { FOUND_NONE, FOUND_ONE, FOUND_SEVERAL };

/* Who `word` names, as typed after @ or as NAME: exactly an id, number or alias (agenda's or
 * live), else the whole name, delegation or affiliation, else a unique prefix of a name, of a word
 * of a name, of a delegation or affiliation; accents and case aside. With FOUND_SEVERAL, *first
 * and *second are two of them, best first. Persons that `stands` says do not stand are passed
 * over (a live person's event is its number without the leading "p-"). */
enum found people_find(const struct people *p, const struct standing *standing, const char *word,
	size_t *first, size_t *second);

/* Like people_find(), but a beginning of a name names nobody. */
enum found people_find_whole(const struct people *p, const struct standing *standing,
	const char *word, size_t *first, size_t *second);

/* Ranks persons against what is being typed (any part of name, title, affiliation, delegation,
 * alias or id), best first, ties in seating order; fills up to `most` indexes and returns how many. */
size_t people_search(const struct people *p, const struct standing *standing, const char *typed,
	size_t *out, size_t most);

/* How texts name people. */
enum naming {
	NAMING_NUMBER, /* p7: as logs and record.yaml do */
	NAMING_ID,     /* ury; @ury inside a text */
	NAMING_NAME,   /* the name */
	NAMING_LABEL,  /* the `public` label or "a participant": owners of what leaves the room */
	NAMING_NOBODY  /* "a participant": mentions in what leaves the room */
};

/* What to call the person of that number; the number itself for one who is not known. Borrowed. */
const char *people_call(const struct people *p, const char *number, enum naming naming);
/* Adds `text` with each {p7} in it said in that naming. A brace that people_write_braces() marked is
 * said as it was typed, but in NAMING_NUMBER, which is how texts are stored. */
void people_say(struct buffer *out, const struct people *p, const char *text, enum naming naming);
/* Adds text that people_say() said in NAMING_ID as a log holds it: each @id of a person as {p7}. */
void people_unsay(struct buffer *out, const struct people *p, const char *text);
/* Adds typed text so that no {p7} in it is taken for a person: a word joiner, which is not seen,
 * follows its brace. */
void people_write_braces(struct buffer *out, const char *text);

#endif
