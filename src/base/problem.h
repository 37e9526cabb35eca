/* SPDX-License-Identifier: MIT */
/* problem.h - what is wrong, where, and what was expected.
 *
 * Purpose     Errors and warnings with a place in a file (struct problems, for reading what
 *             people wrote), and one error without a place (struct error, for everything else).
 * Invariants  Places are 1-based; line 0 is "no place". Failing is one line:
 *             return problem(problems, place, "minutes must be …, not '%s'", text);
 *             return error_set(error, "cannot open %s: %s", path, strerror(errno));
 * Start at    problem(), error_set().
 */
#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct place {
	const char *file; /* borrowed; must outlive the problems it is given to */
	size_t line;
	size_t column;
};

struct problem {
	struct place place;
	bool is_error;
	char *text;
};

/* All zero is empty. At most `limit` problems are kept (0: 20); what is past it is counted. */
struct problems {
	struct problem *items;
	size_t count;
	size_t room;
	size_t limit;
	size_t errors;
	size_t dropped;
};

void problems_release(struct problems *p);
/* Notes an error; returns false, so that failing is one line. */
bool problem(struct problems *p, struct place place, const char *format, ...);
/* Notes a warning. */
void warning(struct problems *p, struct place place, const char *format, ...);
/* The error at no line, which is that the file could not be read; NULL when there is none. */
const struct problem *problems_unread(const struct problems *p);
/* Orders them by line, column, then as they came. */
void problems_sort(struct problems *p);
/* FILE:LINE:COL: error: TEXT, one a line. Control characters in the text are shown as ?. */
void problems_print(const struct problems *p, FILE *out);

/* One error; `text` is empty until it is set, and is never longer than it holds: it is cut at a
 * whole UTF-8 character. `status` is the exit status that fits it (contract §5), 0 when unset. */
struct error {
	char text[1024];
	int status;
};

/* Sets the error (status 1); returns false. */
bool error_set(struct error *e, const char *format, ...);
/* The same with another exit status: 2 wrong use, 3 could not read or write, 4 refused by the rule. */
bool error_status(struct error *e, int status, const char *format, ...);

#endif
