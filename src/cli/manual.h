/* SPDX-License-Identifier: MIT */
/* manual.h - the parts of the manual and the completions that the tables make. Private to src/cli.
 *
 * man/NAME.in is the page by hand, with a line `.\" @PART@` where a part goes; tests hold the pages
 * in man/ and the files in completions/ to what these functions write. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/word_list.h"

/* The parts. */
word_list manual_part;
/* Adds the part in mdoc(7). */
void manual_write(struct buffer *out, const char *part);
/* The shells. */
word_list completion_shell;
/* Adds the completions for the shell. */
void completion_write(struct buffer *out, const char *shell);

#endif
