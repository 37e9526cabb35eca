/* SPDX-License-Identifier: MIT */
/* session.h - what is true in the room right now.
 *
 * Purpose     The whole session as one plain struct, folded from events by session_apply().
 *             Nothing else writes to it.
 * Knows       no curses, no files, no clock: time arrives inside events.
 * Owns        everything it points to but `agenda` and `people`, which are borrowed and must live
 *             as long; session_release() gives it all back.
 * Invariants  waiting[0..n) is in speaking order; the floor is free iff floor is NONE; things are
 *             referred to by index and are never removed or moved (a dropped note stays, marked).
 * Start at    session_apply() in apply.c; tests/unit/test_session_list.c is the worked example.
 *
 * Times are ms since 1970 UTC, spans ms. Rules come from the contract's §3 (time, fold) and §4
 * (the list), which follow General Assembly practice for precedence and rights of reply (A/520,
 * rules 71-74 and decision 34/401).
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "agenda/agenda.h"
#include "base/arena.h"
#include "session/event.h"

/* One who is in the session: every person of the agenda (same index as in people, at the start),
 * those added live, and those only referred to (gone). */
struct attendee {
	char *number;      /* p7 */
	bool gone;         /* referred to, but does not stand */
	bool away;
	enum role role;
	size_t delegation; /* index in session.delegations, NONE: alone */
	int turns;         /* ended and running speeches of every kind */
	int64_t spoken_ms; /* of spans that are over; session_spoken() adds what runs */
};

struct delegation_floor {
	char *number; /* d3 */
	int turns;
	int64_t spoken_ms;
	int64_t statements_ms; /* in the running item, for the budget */
};

enum speech_state { SPEECH_RUNNING, SPEECH_PAUSED, SPEECH_ENDED };

struct speech {
	char id[ID_SIZE];    /* the event that gave the floor */
	size_t who;          /* attendee; NONE: "somebody", not yet named */
	enum list_kind kind;
	size_t delegation;   /* counted for: of `for`, else of who; NONE */
	char *group;         /* d-number of `for`, or NULL */
	char *about;         /* or NULL */
	size_t to;           /* the speech it replies to or asks about, NONE */
	size_t item;         /* NONE: outside items */
	int64_t began;
	int64_t ended;       /* NO_TIME while it is not */
	int64_t limit_ms;    /* with extensions */
	int64_t spoken_ms;   /* of spans that are over */
	int64_t running_since; /* NO_TIME when its clock stands */
	enum speech_state state;
	bool interrupted;    /* paused by an interrupter: goes on by itself */
	int nth;             /* right of reply: which of its delegation in this item; else 0 */
	char *reason;        /* why the chair chose this speaker before others, or NULL */
};

/* One who waits. */
struct entry {
	char id[ID_SIZE];    /* the event that asked */
	size_t who;
	enum list_kind kind;
	char *group;
	char *about;
	size_t to;           /* speech, NONE */
	int64_t asked;
	bool moved;          /* by the chair: stays where it was put */
	char *reason;        /* why it was moved, or put down without being asked; or NULL */
	bool put_later;
	size_t item;         /* kept for this item (`keep`): waits when it comes back; else NONE */
};

#define NOTE_KIND_ROWS(ROW)                                                                        \
	ROW(NOTE_POINT, "point")                                                                   \
	ROW(NOTE_PROPOSAL, "proposal")                                                             \
	ROW(NOTE_CONCERN, "concern")                                                               \
	ROW(NOTE_SUPPORT, "support")                                                               \
	ROW(NOTE_RESERVATION, "reservation")                                                       \
	ROW(NOTE_COMMITMENT, "commitment")                                                         \
	ROW(NOTE_LESSON, "lesson")                                                                 \
	ROW(NOTE_QUESTION, "question")                                                             \
	ROW(NOTE_AGREED, "agreed")
ENUM_WORDS(note_kind, NOTE_KIND_ROWS, NOTE_KINDS);

#define PRIORITY_ROWS(ROW)                                                                         \
	ROW(PRIORITY_NORMAL, "normal")                                                             \
	ROW(PRIORITY_HIGH, "high")                                                                 \
	ROW(PRIORITY_LOW, "low")
ENUM_WORDS(priority_level, PRIORITY_ROWS, PRIORITIES);

#define ACTION_STATUS_ROWS(ROW)                                                                    \
	ROW(ACTION_OPEN, "open")                                                                   \
	ROW(ACTION_DONE, "done")                                                                   \
	ROW(ACTION_CANCELLED, "cancelled")
ENUM_WORDS(action_status, ACTION_STATUS_ROWS, ACTION_STATUSES);

/* What the room last said when the action point was read back; no event says none. */
#define READ_BACK_ROWS(ROW)                                                                        \
	ROW(READ_BACK_NONE, "none")                                                                \
	ROW(READ_BACK_CONFIRMED, "confirmed")                                                      \
	ROW(READ_BACK_CHANGED, "changed")  /* confirmed as it was changed */                       \
	ROW(READ_BACK_DROPPED, "dropped")
ENUM_WORDS(read_back, READ_BACK_ROWS, READ_BACKS);

/* A line of the discussion; an action point is one too, with `action` set. There may be a million:
 * its texts stand in the session's shelf, or where a lasting event has them. */
struct note {
	const char *id;
	const char *seat;
	const char *text;  /* persons stand as {p7} */
	uint32_t *themes;  /* indexes, as tagged (before merges) */
	uint32_t theme_count, theme_room;
	uint32_t by;       /* attendee, NONE */
	uint32_t item;     /* NONE */
	uint32_t speech;   /* the speech in which it was taken, NONE */
	uint32_t action;   /* index in actions, NONE for a plain note */
	int64_t at;        /* its first keystroke */
	enum note_kind kind;
	bool off;          /* off the record */
	bool edited;
	bool dropped;
	bool gone;         /* only a later text of it stands: the note itself was undone */
	uint8_t rule;      /* enum rule, the strictest under which words of it were typed;
	                      session_note_rule() says what goes for the note */
};

/* What a seat had seen of another, by the last of its events that says so. */
struct sight {
	char seat[NAME_SIZE];
	char other[NAME_SIZE];
	int64_t seq;
};

/* A text of a note. One stays beside a later one when the seat of that had not seen it. */
struct version {
	size_t note;          /* NONE: a free place */
	char seat[NAME_SIZE]; /* who gave it, in its event `seq` */
	int64_t seq;
	int64_t at;
	char *text;           /* NULL: it is the note's text as it stands */
	size_t before;        /* the one before it of the same note, NONE */
};

struct action {
	size_t note;      /* its line */
	size_t *owners;   /* attendees */
	size_t owner_count, owner_room;
	char due[11];     /* YYYY-MM-DD, or empty */
	enum priority_level priority;
	enum action_status status;
	bool confirmed;   /* by the room, as it stands: a later change of text, owners or day undoes it */
	enum read_back answer; /* stays when it was changed since */
	bool has_rule;    /* its event says its rule; an older one hangs on its source for that */
	size_t source;    /* the note it came from, NONE */
	char *source_id;  /* as written, also when that note is gone; or NULL */
};

struct theme {
	char *id;
	char *label;
	bool id_inside;    /* the id was typed in a closed item or off the record, and nowhere else */
	bool label_inside; /* the same of the label … */
	char *label_outside; /* … and the last label that was not; NULL: there is none */
	bool label_released; /* the label that may leave was given by /rename */
	bool is_renamed;
	char *first_label;   /* of the word that made it, when its label is another by now; or NULL */
	bool tagged_inside;  /* it was on a note that stays in the room */
	char **keywords;
	size_t keyword_count, keyword_room;
	size_t parent;    /* theme, NONE */
	size_t priority;  /* agenda priority, NONE */
	int digit;        /* 0: none */
	bool is_new;      /* not of the agenda */
	bool gone;        /* only referred to */
	size_t merged;    /* into this one, NONE */
};

enum item_state { ITEM_AHEAD, ITEM_NOW, ITEM_DONE };

struct item {
	char *id;
	char *title;
	enum item_kind kind;
	int minutes;
	size_t plan;      /* in agenda->items, NONE when added live */
	enum rule title_rule; /* under which the title was typed; OPEN: by the organisers */
	enum item_state state;
	int64_t limit_ms; /* set by /limit, 0: none */
	bool has_budget;  /* set by /budget: budget_ms goes before the agenda's */
	int64_t budget_ms; /* of each delegation's statements; 0: off */
	int64_t used_ms;  /* of spans that are over */
};

/* From the id of a note to its place in `notes`, by open addressing; an id stands in its note. */
struct note_index {
	uint32_t *slots; /* NONE: free */
	uint8_t *marks;  /* a byte of the id's hash: the id is looked at only when this is the same */
	size_t count, room;
};

enum meeting_state { MEETING_OPEN, MEETING_SUSPENDED, MEETING_CLOSED };

struct seat_info {
	const char *name;
	bool facilitates; /* its role is facilitator */
	bool left;
};

struct session {
	const struct agenda *agenda;
	const struct people *people;
	size_t version;       /* goes up with every change */
	size_t reworked;      /* with every change of what notes and themes that were there mean */
	struct arena shelf;   /* texts that go with the session and never before */
	struct arena tags;    /* the themes of its notes */

	struct attendee *attendees;
	size_t attendee_count, attendee_room;
	struct map attendee_by_number;
	struct delegation_floor *delegations;
	size_t delegation_count, delegation_room;
	struct map delegation_by_number;

	struct item *items;   /* in order of the agenda as it is now */
	size_t item_count, item_room;
	size_t *item_order;   /* item_count indexes: items never move in `items` */
	size_t item_now;      /* NONE: none runs */
	int64_t item_since;   /* the item's clock runs since; NO_TIME */
	int64_t item_moved;   /* the largest time at which one began or ended; NO_TIME */
	enum meeting_state state;
	int64_t started;      /* when the first item or speech began; NO_TIME */

	struct speech *speeches;
	size_t speech_count, speech_room;
	size_t floor;         /* speech, NONE: free */
	size_t *paused;       /* stack of interrupted speeches, last paused last */
	size_t paused_count, paused_room;
	size_t last_speech;   /* the last that had the floor, NONE */

	struct entry *waiting;
	size_t waiting_count, waiting_room;
	struct entry *kept;   /* waits for its item to come back */
	size_t kept_count, kept_room;
	bool list_closed;
	enum policy policy;
	char *balance_by;     /* attribute; NULL: delegation */

	struct note *notes;   /* notes and action points, in the order of the fold */
	size_t note_count, note_room;
	struct note_index note_by_id;
	struct action *actions;
	size_t action_count, action_room;
	struct sight *sights;
	size_t sight_count, sight_room;
	struct version *versions; /* of notes that were written anew */
	size_t version_count, version_room;
	struct map version_by_note; /* a note's last one */

	struct theme *themes; /* agenda's first */
	size_t theme_count, theme_room;
	struct map theme_by_id;

	struct abbreviation *abbreviations;
	size_t abbreviation_count, abbreviation_room;

	struct seat_info *seats;
	size_t seat_count, seat_room;
	char holder[NAME_SIZE]; /* the seat that runs list and floor; "" none */

	bool names_missing;   /* an alias was given that is not in people/ */
	size_t alias_next;    /* where the next one is looked for first */

	int64_t now;          /* running maximum of `at` over events that move a clock; NO_TIME */
	int64_t last_at;      /* largest `at` of any event applied; NO_TIME */
};

/* The session before anything happened. */
void session_init(struct session *s, const struct agenda *agenda, const struct people *people);
void session_release(struct session *s);

/* Makes the event true: all or nothing. False with the reason when it is void (its target is
 * gone); the session is then as before. Undo and redo are the history's and change nothing here
 * but the running time. */
bool session_apply(struct session *s, const struct event *event, struct error *error);

/* Moves the running time of clocks on to `at` without an event (an undone event that moved a
 * clock still counts for it). */
void session_pass(struct session *s, int64_t at);

/* Takes down what the event's seat had seen of others; of undone events too: it had seen it. */
void session_see(struct session *s, const struct event *event);
/* Had the seat, by its last event so far, seen number `seq` of the other one? Its own it has. */
bool session_saw(const struct session *s, const char *seat, const char *other, int64_t seq);

/* How many texts of the note stand beside each other, given by seats that had not seen each other's;
 * 0 when there is no conflict. They are numbered from 1 in the order of the fold, the last is the
 * note's text meanwhile. Equal texts count once. */
size_t session_version_count(const struct session *s, size_t note);
/* Number `n` of them; NULL when there is none. */
const struct version *session_version(const struct session *s, size_t note, size_t n);
/* How many notes that were not dropped are in conflict. */
size_t session_conflict_count(const struct session *s);
/* Borrowed. */
const char *version_text(const struct session *s, const struct version *version);

/* Lookups; NONE when there is none. */
size_t session_attendee(const struct session *s, const char *number);
size_t session_note(const struct session *s, const char *id);
size_t session_theme(const struct session *s, const char *id);
size_t session_item(const struct session *s, const char *id);
/* The rule that goes for the item (NONE: between items): its own, else the meeting's. */
enum rule session_rule(const struct session *s, size_t item);
/* The rule that goes for the note or action point: the strictest of its item's, of those under which
 * its words were typed, and of its source's. An action point of a log that does not say its rule,
 * whose source is gone, is closed. */
enum rule session_note_rule(const struct session *s, size_t note);
/* Is the note, or the source of the action point, off the record? */
bool session_note_is_off(const struct session *s, size_t note);
size_t session_speech(const struct session *s, const char *id);
/* The theme that counts for it, after merges. */
size_t session_theme_root(const struct session *s, size_t theme);
/* What to call an attendee in that naming; "gone" ones by number. Borrowed. */
const char *session_call(const struct session *s, size_t attendee, enum naming naming);
/* What a room calls an attendee: the delegation, when the attendee is alone in it and that is shorter, else
 * the name; "somebody" for NONE. Borrowed. */
const char *session_short(const struct session *s, size_t attendee);
/* The place of an entry of that person in that kind; NONE. */
size_t session_waiting(const struct session *s, size_t who, enum list_kind kind);
/* Who said a note taken now, unless it says otherwise: the floor, else the last speaker of the same
 * item while the meeting runs, else NONE. */
size_t session_speaker(const struct session *s);

/* Where a new entry of that kind would go (contract §4, The list). */
size_t session_insertion(const struct session *s, enum list_kind kind);
/* The limit that a speech would get now; `nth` is for rights of reply (0 otherwise). */
int64_t session_limit(const struct session *s, enum list_kind kind, int nth);
/* Which right of reply the next of that attendee in this item would be, from 1. */
int session_next_reply(const struct session *s, size_t who);
/* The same for one on behalf of `group` (d-number; NULL: their own delegation). */
int session_reply_number(const struct session *s, size_t who, const char *group);
/* How many rights of reply wait on the list that count for the same. */
int session_replies_waiting(const struct session *s, size_t who, const char *group);
/* The delegation for which that attendee speaks: the group (d-number, or NULL), else their own;
 * NONE: counted alone. Who chairs is counted apart unless they speak for a group. */
size_t session_counted_for(const struct session *s, size_t who, const char *group);
/* Does that attendee run the meeting (role chair or facilitator)? */
bool session_chairs(const struct session *s, size_t who);
/* The fairer next speaker whatever the policy: the place of a waiting statement whose delegation
 * (or all with the attribute that is balanced) has been heard less than that of the head of the
 * list, by seconds of ended speeches, then turns. NONE when the head is as fair, or stands there by
 * precedence, by the chair's word or by the seating. `reason` (or NULL) gets it in one line,
 * without names: "not heard yet; the first on the list 6:10 in 2 turns". /next of that speaker, and
 * moving them first, record it. */
size_t session_suggestion(const struct session *s, struct buffer *reason);
/* The question or reply at that place belongs to a speech that is over: it is kept (§4). */
bool session_is_parked(const struct session *s, size_t place);
/* How many questions and replies wait that belong to a speech of that attendee. */
size_t session_unanswered(const struct session *s, size_t who);
/* True for order and question: they interrupt. */
bool list_kind_interrupts(enum list_kind kind);
/* May the list take a new entry of that kind while it is closed? */
bool list_kind_passes_closed(enum list_kind kind);

/* Figures at the moment `at` (never before session.now). */
int64_t speech_elapsed(const struct session *s, size_t speech, int64_t at);
int64_t item_used(const struct session *s, size_t item, int64_t at);
int64_t session_spoken(const struct session *s, size_t attendee, int64_t at);
int64_t session_delegation_spoken(const struct session *s, size_t delegation, int64_t at);
/* Rights of reply that the delegation has used in that item. */
int session_replies(const struct session *s, size_t delegation, size_t item);
/* Turns and time of those who chair, which count for no delegation. */
struct share_of_chair {
	int turns;
	int64_t spoken_ms;
};
struct share_of_chair session_chair_spoken(const struct session *s, int64_t at);

/* What a delegation has of its budget for statements in the running item. */
struct budget {
	int64_t whole_ms; /* 0: there is none, and the rest is 0 */
	int64_t used_ms;
	int64_t left_ms;  /* negative: over it */
};
/* NONE: who is counted alone has no budget. */
struct budget session_budget(const struct session *s, size_t delegation, int64_t at);
/* What each delegation has in the running item: /budget, else the agenda's; 0: off. */
int64_t session_budget_whole(const struct session *s);
/* The most that any delegation has used of it: what /budget all gives to everybody. */
int64_t session_budget_most(const struct session *s, int64_t at);

/* The list's arithmetic at `at`. */
struct list_figures {
	size_t waiting;
	int64_t waiting_ms; /* what those who wait need, in full */
	int64_t needs_ms; /* what is left of the running speech and every waiting one in full */
	int64_t left_ms;  /* of the item's minutes; may be negative; NO_TIME without an item */
	int64_t fits_ms;  /* the limit for each waiting statement that fits; 0: none; NO_TIME */
	int more;         /* how many further statements would fit */
};
struct list_figures session_list_figures(const struct session *s, int64_t at);
/* The last moment to close the list: when the time left of the item is what those waiting need.
 * One that is past says that they no longer fit. It moves on while somebody speaks within the
 * limit. NO_TIME without an item. */
int64_t session_close_by(const struct session *s, int64_t at);
/* When the running item is expected to end: when its minutes are over, or later when those waiting
 * need more. NO_TIME without an item. */
int64_t session_item_end(const struct session *s, int64_t at);
/* When the entry at that place would begin, if all before it take their limit. */
int64_t session_expected_start(const struct session *s, size_t place, int64_t at);
/* Drift of the meeting (positive: late) and its expected end; NO_TIME when the agenda says no start
 * or nothing has begun, the drift also when it is 12 hours or more: that is another day. */
int64_t session_drift(const struct session *s, int64_t at);
int64_t session_expected_end(const struct session *s, int64_t at);
/* Why the entry stands where it does: "reply to ury", "moved by the chair", "asked 14:03" (clock
 * time in the agenda's zone). People by `naming`. */
void session_why(struct buffer *out, const struct session *s, size_t place, enum naming naming);
/* Why it stands no higher: who stands before it and by which rule, "ury: order goes before
 * statement; gha, npl: asked earlier". "nobody stands before" for the head. */
void session_why_not_higher(
	struct buffer *out, const struct session *s, size_t place, enum naming naming);

/* Counts for one theme and those merged into it; dropped notes are left out, nothing else is. */
struct theme_figures {
	int notes;    /* plain notes */
	int actions;
	int speakers; /* distinct */
	int64_t spoken_ms; /* of the speeches in which a note of it was taken */
	int64_t last; /* NO_TIME */
	int support, concern, reservation, agreed;
};
/* Fills out[theme_count], which the caller gives. Merged themes get zeroes. */
void session_theme_figures(const struct session *s, int64_t at, struct theme_figures *out);
/* The codebook as a tree: themes that are not merged, each followed by those below it, in the order of
 * the session; `depth` is 0 for those below none. Fills both, of theme_count; returns how many. */
size_t session_codebook(const struct session *s, size_t *themes, int *depth);

#endif
