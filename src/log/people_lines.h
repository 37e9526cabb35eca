/* SPDX-License-Identifier: MIT */
/* people_lines.h - people added during the session, as lines of people/SEAT.yaml.
 *
 * Purpose     The lines have the shape and checksum of a log line (`- {person: "p-script-4", id:
 *             "xyz", name: "…", …, len: …, crc: "…"}`) and are synced before the event that needs
 *             them.
 * Start at    newcomer_write(), newcomers_read().
 */
#ifndef LOG_PEOPLE_LINES_H
#define LOG_PEOPLE_LINES_H

#include "agenda/newcomer.h"
#include "base/buffer.h"

/* Adds the newcomer's line, newline included. */
void newcomer_write(struct buffer *out, const struct newcomer *n);
/* Reads a whole people/SEAT.yaml into `people`; lines that do not hold are counted in *damaged. */
void newcomers_read(struct people *people, const char *bytes, size_t len, size_t *damaged);

struct newcomers_found {
	size_t lines;   /* that hold */
	size_t altered; /* of them, in other bytes than we write */
	size_t damaged; /* spans that do not hold */
	size_t line;    /* the first of those; 0: none */
	size_t torn;    /* line of an unfinished end that does not hold; 0: none */
};

/* Adds only the delegations, or all but them: all delegations of all files come first, since a
 * person may belong to one that another seat's file adds. `people` may be NULL, to look only. */
void newcomers_take(struct people *people, const char *bytes, size_t len, bool delegations,
	struct newcomers_found *found);

#endif
