/* SPDX-License-Identifier: MIT */
/* world.h - a session in the middle of a meeting, in which lines are typed.
 *
 * Purpose     What a seat does with a line, without files: read it, hold what comes out to its
 *             promises, stamp the events, make them true. Used by the targets that type.
 * Owns        the agenda, the session and its history.
 * Start at    world_open(), world_reset(), world_do().
 */
#ifndef TESTS_FUZZ_WORLD_H
#define TESTS_FUZZ_WORLD_H

#include "command/command.h"
#include "fuzz/fuzz.h"

struct world {
	struct agenda agenda;
	struct session session;
	struct history history;
	const char *seat; /* who types: rapporteur or facilitator */
	int64_t now;
	bool has_newcomers; /* somebody was added: the agenda must be read again */
	struct event **opening; /* what happens before every input, in order */
	size_t opening_count;
	int64_t opened; /* when it has happened */
};

/* Reads the small agenda of the targets, and lives the first lines of the meeting. */
void world_open(struct world *w);
/* The same state every time: a few lines into the meeting. */
void world_reset(struct world *w);
/* Types the line a second later; *result (may be NULL) tells what came of it, and is the caller's to
 * release: its events have gone to the history. */
void world_do(struct world *w, const char *line, size_t len, struct command_result *result);
struct context world_context(const struct world *w);
/* The fold of everything that happened is what came of it line by line. */
void world_check_fold(struct world *w);

#endif
