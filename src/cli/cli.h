/* SPDX-License-Identifier: MIT */
/* cli.h - the verbs of the command line that need no terminal.
 *
 * Purpose     One table of verbs; each reads its arguments, does its work and returns the exit
 *             status of the contract (§5). `open` and the chooser are the console's, in ui/.
 * Knows       every room above it; no curses.
 * Start at    cli_run(); verb_table in verbs.c.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "agenda/agenda.h"
#include "base/problem.h"
#include "base/word_list.h"

/* One option of a verb. Help, manual and completion are made from these rows. */
struct option_row {
	const char *name;  /* without its dashes: "json" */
	char letter;       /* 'o' for -o; 0: none */
	const char *value; /* what it takes, as shown: "FILE"; NULL: nothing */
	word_list *words;  /* the words it may be; NULL: any */
	const char *help;
};

struct verb {
	const char *name;
	const char *arguments; /* as shown in help */
	const char *completes; /* what its words may be: SESSION AGENDA, by spaces … */
	word_list *words;      /* … and these; NULL: none */
	const struct option_row *options;
	size_t option_count;
	const char *help;
	int (*run)(int argc, char **argv); /* argv[0] is the verb; NULL: it is the console's */
};
extern const struct verb verb_table[];
extern const unsigned verb_count;
/* Their names. */
word_list verb_word;

/* The verb that argv[1] names (--help and --version too), NULL for the console (no argument, an
 * option of its own, an agenda, a session, open). */
const struct verb *verb_named(const char *word);
/* The row of the console, whose options its command line is read by. */
const struct verb *verb_open(void);

/* Runs the verb, argv[0] being its word; what it returns is the exit status. */
int cli_run(const struct verb *verb, int argc, char **argv);

/* For the console's own command line and the verbs alike: opens the agenda or session that `word`
 * names and says where its folder is. An agenda with an open session of its title and date in the
 * default place: with `resume` goes on in it, with `fresh` makes another, with neither
 * *open_already is its path (the caller's to free(), else NULL) and the result is false. `dir` is
 * --session, or NULL. *folder: free(). */
bool session_for(const char *word, const char *dir, bool resume, bool fresh, char **folder,
	char **open_already, struct error *error);

/* Call first of all. Takes C.UTF-8 for characters where the locale is not UTF-8 (contract §5), and
 * sees to it that no file that is opened later is taken for a standard stream that was closed. */
void cli_begin(void);

/* Prints the error on standard error, one clean line; returns its exit status. */
int cli_fail(const struct error *error);

#endif
