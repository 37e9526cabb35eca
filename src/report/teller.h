/* SPDX-License-Identifier: MIT */
/* teller.h - how a view calls people, themes and items.
 *
 * Purpose     What the views need said in the same words, whatever they write it as.
 * Knows       a session and a naming. Private to src/report.
 * Invariants  What is only referred to (gone) is called by its number or id.
 * Start at    teller_who().
 */
#ifndef REPORT_TELLER_H
#define REPORT_TELLER_H

#include "session/presence.h"
#include "report/sink.h"
#include "session/session.h"

struct teller {
	const struct session *session;
	enum naming naming;
	int64_t at; /* the moment as of which figures run */
	const struct presence *present; /* who is there, for the summary; NULL: not known */
	size_t present_count;
};

/* A teller of the session as of `at`, which is never before what moved its clocks. */
struct teller teller_of(const struct session *s, enum naming naming, int64_t at);

/* Writes a typed label or title: persons in it as the teller calls them. */
void tell_typed(struct sink *out, const struct teller *t, const char *key, const char *text);

/* NULL for NONE, all of these; borrowed. */
const char *teller_who(const struct teller *t, size_t attendee);
const char *teller_delegation(const struct teller *t, size_t delegation);
const char *teller_item(const struct teller *t, size_t item);
/* The person in the agenda's people, NULL when there is none or it is gone. */
const struct person *teller_person(const struct teller *t, size_t attendee);

/* The note's themes after merges, each once, as indexes; the caller's to free(). */
size_t note_themes(const struct session *s, const struct note *note, size_t **out);

/* Fields without which an action point cannot be acted on. */
bool action_lacks_owner(const struct action *action);
bool action_lacks_due(const struct action *action);

/* True when the note is on that list of the record. */
bool is_shown_note(const struct note *note);
bool is_shown_action(const struct note *note);

/* Turns and time of all who have that value of that attribute; who chairs is counted apart. */
struct share {
	const char *value; /* borrowed */
	int turns;
	int64_t spoken_ms;
};
/* Names of the attributes that anybody has, and the shares of one; in the order in which they are
 * met. The lists are the caller's to free(). */
size_t teller_attributes(const struct teller *t, const char ***names);
size_t teller_shares(const struct teller *t, const char *name, struct share **shares);

#endif
