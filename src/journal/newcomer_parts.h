/* SPDX-License-Identifier: MIT */
/* newcomer_parts.h - a people file in two passes: delegations first, since a person may belong to
 * one that another seat's file makes. Private to src/journal. */
#ifndef JOURNAL_NEWCOMER_PARTS_H
#define JOURNAL_NEWCOMER_PARTS_H

#include "journal/newcomer.h"

struct newcomers_found {
	size_t lines;   /* that hold */
	size_t altered; /* of them, in other bytes than we write */
	size_t damaged; /* pieces that do not hold */
	size_t line;    /* the first of those; 0: none */
	size_t torn;    /* line of an unfinished end that does not hold; 0: none */
};

/* Adds only the delegations, or all but them; `people` may be NULL, to look only. */
void newcomers_take(struct people *people, const char *bytes, size_t len, bool delegations,
	struct newcomers_found *found);

#endif
