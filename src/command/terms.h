/* SPDX-License-Identifier: MIT */
/* terms.h - a filter taken apart.
 *
 * Purpose     From what is typed to what each note is asked. Private to src/command.
 * Owns        its words and sets; terms_release().
 * Start at    terms_read(), term_narrows().
 */
#ifndef COMMAND_TERMS_H
#define COMMAND_TERMS_H

#include "session/session.h"

enum term_kind { TERM_WORD, TERM_THEME, TERM_WHO, TERM_ITEM, TERM_KIND, TERM_ACTION, TERM_OFF };

struct term {
	enum term_kind kind;
	char *word;    /* WORD: folded, one word */
	size_t len;    /* of it */
	bool is_plain; /* letters and digits of ASCII only */
	bool *fits;    /* THEME, WHO, ITEM, KIND: by index of what the note has */
	size_t count;  /* of fits */
	bool is_known; /* the notes that are looked at fit it already */
};

struct terms {
	struct term *items;
	size_t count, room;
	struct buffer warning; /* what fits nothing, one line */
};

void terms_read(struct terms *out, const struct session *s, const char *filter);
void terms_release(struct terms *t);

/* True when all that `term` lets through is let through by `before` too. */
bool term_narrows(const struct term *term, const struct term *before);
/* True when both let the same through. */
bool term_is_same(const struct term *term, const struct term *before);

#endif
