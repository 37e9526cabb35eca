/* SPDX-License-Identifier: MIT */
/* options.h - the one reader of options, by the rows of a verb.
 *
 * Purpose     --name, --name=VALUE, --name VALUE, -oVALUE, before or after the words; `--` ends the
 *             options; an unknown one names the nearest.
 * Owns        the list of words, not the words; given_release() gives it back.
 * Start at    given_read().
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/buffer.h"
#include "cli/cli.h"

enum { OPTIONS_MOST = 16 };

struct given {
	const struct verb *verb;
	const char *values[OPTIONS_MOST]; /* by row; NULL: not given; "": it takes nothing */
	char **words;
	size_t count;
};

/* Reads argv[1] and what follows. False, status 2, when the use is wrong: an unknown option, a
 * value missing or one that is none of its words, or fewer or more words than that. */
bool given_read(struct given *out, const struct verb *verb, int argc, char **argv, size_t least,
	size_t most, struct error *error);
void given_release(struct given *g);
/* The value of the option of that name, NULL when it was not given. */
const char *given_value(const struct given *g, const char *name);

/* "did you mean X?" for the nearest of the words, or else "it is one of X, Y". */
void words_hint(struct buffer *out, const char *word, word_list *list);

#endif
