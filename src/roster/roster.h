/* SPDX-License-Identifier: MIT */
/* roster.h - every word that names a participant.
 *
 * Purpose     The terms by which the people of a session are known (ids, names and their parts,
 *             aliases, offices, affiliations, delegations), and one question: does a text hold one
 *             of them, however it is written (spaces, hyphens, camelCase, plurals, accents)?
 * Knows       people only; no files, no formats, no rule.
 * Owns        its terms; it borrows nothing once it is made.
 * Start at    roster_new(), roster_find(); tests/unit/test_roster_find.c.
 */
#ifndef ROSTER_ROSTER_H
#define ROSTER_ROSTER_H

#include "agenda/people.h"

enum roster_kind {
	ROSTER_ID,
	ROSTER_NAME,
	ROSTER_NAME_PART,
	ROSTER_ALIAS,
	ROSTER_LABEL,       /* the public label */
	ROSTER_TITLE,
	ROSTER_AFFILIATION,
	ROSTER_DELEGATION
};

struct roster_term {
	char *words;      /* folded, without blanks and punctuation: "cotedivoire" */
	enum roster_kind kind;
	size_t person;    /* index in people; NONE for a delegation or group */
	size_t delegation; /* index in people.delegations; else NONE */
	bool is_ordinary; /* a word of ordinary sentences too: counts only capitalised, after an @, or
	                     where it is the whole text */
	size_t next;      /* the next term of the same words, NONE */
};

struct roster_hit {
	size_t start, end; /* bytes of the text */
	const struct roster_term *term; /* the roster's */
};

struct roster;

/* Of everybody in `people`, those added live and their aliases too, whether or not their events
 * stand. Never NULL; roster_free() it. */
struct roster *roster_new(const struct people *people);
/* NULL is fine. */
void roster_free(struct roster *r);

/* The first term that stands in the text from the byte `from` on; false when none does. A term stands
 * between the borders of words, which camelCase, underscores and digits make too; with five letters
 * or more also where it only begins or ends a word (ghanaian), and in scripts without spaces
 * anywhere. Plurals and genitives do not hide one. */
bool roster_find(const struct roster *r, const char *text, size_t from, struct roster_hit *hit);
/* True when the text names somebody. */
bool roster_names(const struct roster *r, const char *text);

#endif
