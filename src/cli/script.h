/* SPDX-License-Identifier: MIT */
/* script.h - the lines of a script, from the arguments or standard input.
 *
 * Purpose     One line after the other, whatever its length, with its number; standard input is
 *             read as it comes, so that a program can hold the other end and wait for its answers.
 *             Private to src/cli.
 * Owns        what it has read and not handed out; script_release() gives it back.
 * Start at    script_init(), script_next().
 */
#ifndef CLI_SCRIPT_H
#define CLI_SCRIPT_H

#include "agenda/agenda.h"
#include "base/buffer.h"
#include "base/problem.h"

struct script {
	const char *name;     /* as it is called in messages */
	char **lines;         /* of the arguments; NULL: standard input */
	size_t count;
	size_t number;        /* of the line handed out last, from 1 */
	struct buffer unread; /* of standard input */
	size_t start;         /* of the next line in it */
	bool ended;
};

/* Lines of the arguments; with none (or a single "-") standard input. Borrowed. */
void script_init(struct script *s, char **lines, size_t count);
void script_release(struct script *s);
/* The next line without its line end, in `line`, which is emptied first. False at the end, and on a
 * read error, which it sets. */
bool script_next(struct script *s, struct buffer *line, struct error *error);
/* True when the next line has yet to come: the time to say what has been done. */
bool script_would_wait(struct script *s);
/* True when one of the lines that have come, and were not handed out yet, has a time of its own. */
bool script_has_time(struct script *s, const struct agenda *agenda);

#endif
