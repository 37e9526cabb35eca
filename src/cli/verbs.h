/* SPDX-License-Identifier: MIT */
/* verbs.h - the functions of the table of verbs, one file a verb. Private to src/cli. */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "cli/cli.h"

typedef int run_verb(int argc, char **argv);

run_verb check_run, start_run, do_run, show_run, export_run, verify_run, merge_run, sessions_run, help_run;

/* The formats of export. */
word_list format_word;

/* The row of that name; there is one. */
const struct verb *verb_row(const char *name);

#endif
