/* SPDX-License-Identifier: MIT */
/* made.h - what the making of an export has at hand.
 *
 * Purpose     The cut in progress: which rule goes for which note, and which outgoing theme stands
 *             for which theme of the session. Private to src/rule.
 * Start at    outgoing_make() in outgoing.c.
 */
#ifndef RULE_MADE_H
#define RULE_MADE_H

#include "rule/order.h"
#include "rule/outgoing.h"

struct cut {
	struct outgoing *out;
	const struct session *session;
	struct order order;
	bool unnamed;       /* what is not of one note (themes) may not point at anybody */
	size_t *theme_of;   /* by theme of the session: its index in out->themes, NONE */
	size_t no_theme;    /* index of the group without theme, NONE until it is needed */
};

/* How much of a note may leave. */
enum leave { LEAVE_NOTHING, LEAVE_UNNAMED, LEAVE_WHOLE };

/* An action point leaves no more freely than the note that it was made of (outgoing.c). */
enum leave cut_leave(const struct cut *cut, const struct note *note);
/* Fills out->themes and cut->theme_of (themes.c). */
void cut_themes(struct cut *cut);
/* Counts what has come into the export under its themes (themes.c). */
void cut_count(struct cut *cut);
/* The note's themes as indexes of out->themes, in their order, each once; the caller's to free(). A
 * note that has none is under the group without theme (themes.c). */
size_t cut_themes_of(struct cut *cut, const struct note *note, size_t **out);

#endif
