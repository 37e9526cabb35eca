/* SPDX-License-Identifier: MIT */
/* cli.h - the verbs of the command line that need no terminal.
 *
 * Purpose     One table of verbs; each reads its arguments, does its work and returns the exit
 *             status of the contract (§5). `open` and the chooser are the console's, in ui/.
 * Start at    cli_run().
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/problem.h"

struct verb {
	const char *name;
	const char *arguments;
	const char *options;  /* one option a line: "--json\tas JSON" */
	const char *help;
	int (*run)(int argc, char **argv); /* argv[0] is the verb; NULL: it is the console's */
};
extern const struct verb verb_table[];
extern const unsigned verb_count;

/* The verb that argv[1] names, NULL for the console (no argument, an agenda, a session, open). */
const struct verb *verb_named(const char *word);

/* Runs the verb; what it returns is the exit status. */
int cli_run(const struct verb *verb, int argc, char **argv);

/* For the console's own command line and the verbs alike: opens the agenda or session that `word`
 * names and says where its folder is. An agenda with an open session of its title and date in the
 * default place: with `resume` goes on in it, with `fresh` makes another, with neither *open_already
 * is its path and the result is false. `dir` is --session, or NULL. *folder: free(). */
bool session_for(const char *word, const char *dir, bool resume, bool fresh, char **folder,
	char **open_already, struct error *error);

/* Writes record.yaml of the session in that folder. */
struct session;
bool record_save(const struct session *session, const char *folder, struct error *error);

/* The whole manual page roundtable(1) or roundtable-session(5), from the tables. */
int manual_print(int argc, char **argv);

#endif
