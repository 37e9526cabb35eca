/* SPDX-License-Identifier: MIT */
/* made.h - an export while it is made.
 *
 * Purpose     The rule of each note, the words that may leave, and which outgoing theme stands for
 *             which theme of the session. Private to src/rule.
 * Start at    outgoing_make() in outgoing.c.
 */
#ifndef RULE_MADE_H
#define RULE_MADE_H

#include "roster/roster.h"
#include "rule/order.h"
#include "rule/outgoing.h"

struct cut {
	struct outgoing *out;
	const struct session *session;
	struct order order;
	struct roster *roster;
	bool unnamed;       /* what is not of one note (themes) may not point at anybody */
	bool nameless;      /* a name is missing from the roster: no word typed live may leave */
	bool strict;        /* something leaves, or was said, under a rule stricter than open */
	size_t *theme_of;   /* by theme of the session: its index in out->themes, NONE */
	size_t no_theme;    /* index of the group without theme, NONE until it is needed */
};

/* How much of a note may leave. */
enum leave { LEAVE_NOTHING, LEAVE_UNNAMED, LEAVE_WHOLE };

/* An action point leaves no more freely than the note that it was made of (outgoing.c). */
enum leave cut_leave(const struct cut *cut, size_t note);
/* The one decision about words that stand apart from the text of a note, whoever typed them where:
 * ids, labels and titles. Under a rule stricter than open they may not name a participant, and
 * words of a closed item or off the record never leave (may_leave.c). */
bool cut_words_may_leave(const struct cut *cut, const char *words, bool inside);
/* The title of an item as it may leave; NULL for NONE; the caller's to free() (may_leave.c). */
char *cut_item_title(const struct cut *cut, size_t item);
/* Adds a warning for each text of the organisers that names a participant (may_leave.c). */
void cut_warn(struct cut *cut);
/* Fills out->themes and cut->theme_of (themes.c). */
void cut_themes(struct cut *cut);
/* Counts what has come into the export under its themes (themes.c). */
void cut_count(struct cut *cut);
/* The note's themes as indexes of out->themes, in their order, each once; the caller's to free(). A
 * note that has none is under the group without theme (themes.c). */
size_t cut_themes_of(struct cut *cut, const struct note *note, size_t **out);

#endif
