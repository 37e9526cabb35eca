/* SPDX-License-Identifier: MIT */
/* output.h - what goes to standard output and standard error, and nowhere else.
 *
 * Purpose     Output that failed is an error, and nothing that is printed holds an escape sequence.
 *             Private to src/cli.
 * Start at    out_write(), say_line().
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/buffer.h"
#include "base/problem.h"
#include "store/folder.h"

/* Writes the bytes to standard output; false, status 3, when they did not all go there. */
bool out_write(const struct buffer *bytes, struct error *error);
/* Writes them and returns the exit status: `status`, or that of the failure, which it says. */
int out_end(struct buffer *bytes, int status);

/* "PREFIX: TEXT" on standard error; both made clean. */
void say_line(const char *prefix, const char *text);
/* Each line of `lines` in that way. */
void say_lines(const char *prefix, const struct buffer *lines);
/* Reads whole the session that `word` names, to show it, and says what state it is in; 0, or the exit
 * status when it cannot be read, which has been said then. loaded_release() it. */
int load_session_to_show(struct loaded *out, const char *word);
/* Loads a session to export it: makes secret.yaml where an older session lacks it, and fails when
 * the file cannot be read, since the export would come out in another order than the last one. */
int load_session(struct loaded *out, const char *word);
/* What is wrong with a file, on standard error, clean. */
void say_problems(const struct problems *problems);
/* The lines, each of them clean, added to `out`. */
void clean_lines(struct buffer *out, const char *lines);

#endif
