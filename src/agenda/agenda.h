/* SPDX-License-Identifier: MIT */
/* agenda.h - what the organisers wrote before the meeting.
 *
 * Purpose     The agenda as plain data, read through libyaml's events with the place of every
 *             node, checked, and written back without names for the session folder.
 * Knows       no events, no sessions.
 * Owns        all its texts and its people.
 * Invariants  After agenda_read() returned true every reference is resolved to an index, ids are
 *             unique, and defaults are in place.
 * Start at    agenda_read(); agendas/minimal.yaml is the smallest one.
 */
#ifndef AGENDA_AGENDA_H
#define AGENDA_AGENDA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "agenda/people.h"
#include "base/problem.h"
#include "base/when.h"

/* The words of the agenda, the log and the typed language (base/enum_words.h). */
#define RULE_ROWS(ROW)                                                                             \
	ROW(RULE_CHATHAM_HOUSE, "chatham-house")                                                   \
	ROW(RULE_OPEN, "open")                                                                     \
	ROW(RULE_CLOSED, "closed")
ENUM_WORDS(rule, RULE_ROWS, );

/* Kinds of request for the floor, in the default order of precedence. */
#define LIST_KIND_ROWS(ROW)                                                                        \
	ROW(LIST_ORDER, "order")                                                                   \
	ROW(LIST_QUESTION, "question")                                                             \
	ROW(LIST_REPLY, "reply")                                                                   \
	ROW(LIST_STATEMENT, "statement")                                                           \
	ROW(LIST_RIGHT_OF_REPLY, "right-of-reply")
ENUM_WORDS(list_kind, LIST_KIND_ROWS, LIST_KINDS);

#define ITEM_KIND_ROWS(ROW)                                                                        \
	ROW(ITEM_DISCUSSION, "discussion")                                                         \
	ROW(ITEM_OPENING, "opening")                                                               \
	ROW(ITEM_BRIEFING, "briefing")                                                             \
	ROW(ITEM_TOUR_DE_TABLE, "tour-de-table")                                                   \
	ROW(ITEM_QUESTIONS, "questions")                                                           \
	ROW(ITEM_BREAK, "break")                                                                   \
	ROW(ITEM_CLOSING, "closing")
ENUM_WORDS(item_kind, ITEM_KIND_ROWS, ITEM_KINDS);

#define POLICY_ROWS(ROW)                                                                           \
	ROW(POLICY_ARRIVAL, "arrival")                                                             \
	ROW(POLICY_FIRST_TIMERS, "first-timers")                                                   \
	ROW(POLICY_BALANCE, "balance")
ENUM_WORDS(policy, POLICY_ROWS, POLICIES);

/* The one of the two under which less leaves the room: closed, then chatham-house, then open. */
enum rule rule_stricter(enum rule a, enum rule b);

enum { LIMITS_MOST = 8, DIGITS = 9, ITEM_MINUTES_MOST = 480 };

/* The limits of one kind, for the first, second, … of one delegation in an item; the last one
 * goes for all after it. count 0: none given. */
struct limits {
	int64_t ms[LIMITS_MOST];
	size_t count;
};

struct list_rules {
	int64_t limit_ms; /* of a statement; default 3 min */
	int64_t warn_ms;  /* default 30 s */
	struct limits limits[LIST_KINDS];
	int rights_of_reply;        /* per delegation and item; default 2 */
	int64_t budget_ms;          /* 0: off */
	enum list_kind precedence[LIST_KINDS]; /* all kinds, first first */
	enum policy policy;
	char *balance_by;           /* attribute name; NULL: delegation */
	bool order_ends;            /* point-of-order: ends */
};

struct priority {
	char *id;
	char *label;
};

struct theme_plan {
	char *id;
	char *label;
	char *about; /* or NULL */
	char **keywords;
	size_t keyword_count;
	size_t parent;   /* index in themes, or NONE */
	size_t priority; /* index in priorities, or NONE */
	int digit;       /* 1..9, 0: none */
};

struct item_plan {
	char *id; /* default: item-N, N its place from 1 */
	char *title;
	enum item_kind kind;
	int minutes;
	size_t lead;      /* index in people.persons, or NONE */
	int64_t limit_ms; /* 0: none given */
	bool has_rule;
	enum rule rule;
	size_t *themes;   /* indexes, expected here */
	size_t theme_count;
	char **questions;
	size_t question_count;
	char *cue; /* or NULL */
};

struct abbreviation {
	char *word;
	char *text;
};

struct agenda {
	char *session;  /* random id; only in a session folder's agenda (key `session`), else NULL */
	char *title;
	struct date date;
	int64_t starts; /* ms since midnight in the zone; NO_TIME when not given */
	char *zone;     /* IANA name */
	char *place;    /* or NULL */
	enum rule rule;
	bool podium_names;
	bool seal;
	int k;
	struct list_rules list;
	char *framework; /* title, or NULL */
	struct priority *priorities;
	size_t priority_count;
	struct theme_plan *themes;
	size_t theme_count;
	struct item_plan *items;
	size_t item_count;
	struct abbreviation *abbreviations;
	size_t abbreviation_count;
	struct people people;
};

/* Reads and checks an agenda (and the CSV beside it). Problems and warnings are added to
 * `problems` in file order, the whole file in one run; returns false when there is an error, with
 * *out empty. `today` is the date an agenda without one gets; the zone defaults to the machine's.
 * `path` is borrowed by the problems. A file that cannot be read is a problem at no line. */
bool agenda_read(struct agenda *out, const char *path, struct date today, struct problems *problems);
void agenda_release(struct agenda *a);

/* For a session folder (contract §3). agenda.yaml: everything with defaults resolved, people only
 * as p1, p2 … with delegation d1 …, role and rank. people/agenda.yaml: who they are. */
void agenda_write(struct buffer *out, const struct agenda *a);
void agenda_write_people(struct buffer *out, const struct agenda *a);
/* Reads the two back: `path` and `people_path`. */
bool agenda_read_session(struct agenda *out, const char *path, const char *people_path,
	struct problems *problems);

/* Index of the item, theme or priority with that id; NONE. */
size_t agenda_item(const struct agenda *a, const char *id);
size_t agenda_theme(const struct agenda *a, const char *id);

/* When the meeting is to start and end by the agenda (NO_TIME when it has no `starts`). */
int64_t agenda_start(const struct agenda *a);
int64_t agenda_end(const struct agenda *a);

#endif
