/* SPDX-License-Identifier: MIT */
/* changes.h - what became of a note: who noted it, and who changed what, when.
 *
 * Purpose     The history of one note on demand, from the events that stand.
 * Knows       the history and the session; keeps nothing.
 * Start at    note_changes(), change_say().
 */
#ifndef SESSION_CHANGES_H
#define SESSION_CHANGES_H

#include "session/history.h"

/* The events that stand and made or changed the note or action point of that id, or made an action
 * point of it, in the order of the fold. *out (never NULL) is the caller's to free(), its events
 * are the history's. */
size_t note_changes(const struct history *h, const char *id, const struct packed ***out);

/* Adds one of them in a line without its end: "10:03 rapporteur edited: It takes ninety days"; the
 * time as a clock in the agenda's zone shows it, people by `naming`. */
void change_say(
	struct buffer *out, const struct session *s, const struct packed *p, enum naming naming);

#endif
