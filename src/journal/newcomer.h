/* SPDX-License-Identifier: MIT */
/* newcomer.h - people added live, as lines of people/SEAT.yaml.
 *
 * Purpose     A person, an alias or a delegation/group that a typed line brought in; written and
 *             synced before the event that needs it. The lines have the shape and checksum of a
 *             log line (`- {person: "p-script-4", id: "xyz", name: "…", …, len: …, crc: "…"}`).
 * Start at    newcomer_write().
 */
#ifndef JOURNAL_NEWCOMER_H
#define JOURNAL_NEWCOMER_H

#include "agenda/people.h"
#include "base/buffer.h"

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
void newcomer_write(struct buffer *out, const struct newcomer *n);
/* Reads a whole people/SEAT.yaml into `people`; lines that do not hold are counted in *damaged. */
void newcomers_read(struct people *people, const char *bytes, size_t len, size_t *damaged);
/* Adds it to `people`. */
void newcomer_join(struct people *people, const struct newcomer *n);

#endif
