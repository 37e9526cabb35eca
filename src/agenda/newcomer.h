/* SPDX-License-Identifier: MIT */
/* newcomer.h - people added during the session.
 *
 * Purpose     A person, an alias or a delegation or group that a typed line adds.
 * Knows       people; neither events nor the file in which it is kept.
 * Owns        its texts; newcomer_release() frees them.
 * Start at    newcomer_join().
 */
#ifndef AGENDA_NEWCOMER_H
#define AGENDA_NEWCOMER_H

#include "agenda/people.h"

enum newcomer_kind { NEWCOMER_PERSON, NEWCOMER_ALIAS, NEWCOMER_DELEGATION };

struct newcomer {
	enum newcomer_kind kind;
	char *number;      /* p-SEAT-SEQ or d-SEAT-SEQ; of an alias: the person's number */
	char *event;       /* of an alias: SEAT-SEQ */
	char *id;          /* PERSON */
	char *name;        /* PERSON, DELEGATION; ALIAS: the word */
	char *title;
	char *affiliation;
	char *delegation;  /* d-number or NULL */
	enum role role;
	bool is_group;
};

void newcomer_release(struct newcomer *n);
/* Adds it to `people`. */
void newcomer_join(struct people *people, const struct newcomer *n);

#endif
