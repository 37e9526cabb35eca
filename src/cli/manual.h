/* SPDX-License-Identifier: MIT */
/* manual.h - the parts of the manual and the completions that the tables make. Private to src/cli.
 *
 * man/NAME.in is the page by hand, with a line `.\" @PART@` where a part goes; tests hold the pages
 * in man/ and the files in completions/ to what these functions write. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include <stddef.h>

#include "base/buffer.h"

/* Adds the part (a word of --manual) in mdoc(7). */
void manual_write(struct buffer *out, const char *part);
/* Adds the completions for bash, zsh or fish. */
void completion_write(struct buffer *out, const char *shell);

#endif
