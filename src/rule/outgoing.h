/* SPDX-License-Identifier: MIT */
/* outgoing.h - what may leave the room.
 *
 * Purpose     The record cut down by the rule of the meeting. Exporters get this and nothing else:
 *             they cannot leak what they were never given.
 * Knows       the rule, not the formats.
 * Owns        all its texts.
 * Invariants  Under chatham-house no field in it is a name, title, affiliation or id of a
 *             participant, a time, a seat, a session id or a source, and none says in which order
 *             things were said; owners are the `public` label or "a participant". Free text is as
 *             it was typed (the notice says that it has not been scanned). Off-the-record and
 *             dropped notes are not in it under any rule.
 * Start at    outgoing_make().
 */
#ifndef RULE_OUTGOING_H
#define RULE_OUTGOING_H

#include "base/buffer.h"
#include "base/secret.h"
#include "session/session.h"

#define WHAT_ROWS(ROW)                                                                             \
	ROW(WHAT_ALL, "all")                                                                       \
	ROW(WHAT_NOTES, "notes")                                                                   \
	ROW(WHAT_ACTIONS, "actions")                                                               \
	ROW(WHAT_THEMES, "themes")
ENUM_WORDS(what, WHAT_ROWS, WHATS);

struct outgoing_note {
	int number;          /* afresh, from 1, in outgoing order */
	const char *kind;    /* static */
	char *text;
	size_t *themes;      /* indexes in outgoing.themes; it is grouped under the first */
	size_t theme_count;
	/* only where the rule lets them out, else NULL: */
	char *by;            /* a name */
	char *item;          /* its title */
	char *at;            /* full UTC time */
	char *id;
};

struct outgoing_action {
	int number;
	char *text;
	char **owners;
	size_t owner_count;
	char *due;           /* YYYY-MM-DD or NULL */
	const char *priority;
	const char *status;
	bool confirmed;
	size_t *themes;
	size_t theme_count;
	char *item, *at, *id, *source; /* as above */
};

struct outgoing_theme {
	char *id;            /* NULL: the group of what has no theme */
	char *label;
	char *priority;      /* label of the framework's, or NULL */
	int notes, actions;  /* of those that may leave, whatever `what` is */
	int agreed, support, concern, reservation;
};

struct outgoing {
	char *title;
	char *date;
	char *place;         /* or NULL */
	enum rule rule;
	bool internal;
	enum what what;
	char *notice;        /* the sentence that every file carries: under which rule it was made,
	                        and that free text has not been scanned for names */
	struct buffer warnings; /* lines for whoever makes the export: words of the organisers that
	                        leave although they name a participant. Not part of any file. */
	struct outgoing_theme *themes; /* in codebook order, then those added live that are used, by a
	                        keyed hash of their words where order of time may not leave; merged
	                        ones left out; last the group of what has no theme, when there is
	                        any */
	size_t theme_count;
	struct outgoing_note *notes;   /* grouped by theme, by a keyed hash of what leaves of them */
	size_t note_count;
	struct outgoing_action *actions; /* grouped and ordered in the same way */
	size_t action_count;
};

/* Cuts the record down. `internal` gives everything with names (for the secretariat's own files).
 * False, status 4, when the rule lets nothing out (closed, without internal). An item whose own
 * rule is stricter or more open than the meeting's is treated by its own rule: notes of a closed
 * item do not leave, notes of an open item may carry who said them only when the whole meeting is
 * open too (order and grouping would else point at the others). `secret` keys the order. */
bool outgoing_make(struct outgoing *out, const struct session *session,
	const struct secret *secret, enum what what, bool internal, struct error *error);
void outgoing_release(struct outgoing *o);

#endif
