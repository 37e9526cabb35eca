/* SPDX-License-Identifier: MIT */
/* parts.h - what the files of this room share, and nobody else includes.
 *
 * Purpose     Making the things that events refer to, and the few acts on them of which every event
 *             is put together.
 * Knows       the session and its events. Private to src/session.
 * Start at    session_apply() in apply.c, which calls one apply_… for each kind of event.
 *
 * Each apply_… looks first whether the event can be made true and returns false, with the reason,
 * before it has changed anything. Those that move a clock find session.now moved on already.
 */
#ifndef SESSION_PARTS_H
#define SESSION_PARTS_H

#include "session/session.h"

enum { LIMIT_MOST_HOURS = 100 };

/* Things that are referred to: the index of the one that is there, else of a new one that is marked
 * gone. NONE for NULL. */
size_t attendee_made(struct session *s, const char *number);
size_t delegation_made(struct session *s, const char *number);
size_t theme_made(struct session *s, const char *id);
size_t item_made(struct session *s, const char *id, const char *title);
struct note *note_made(struct session *s, const char *id);
/* The note of that id, NONE (note_index.c). */
size_t note_found(const struct session *s, const char *id);
/* The same; but when there is none, the note that will be made next is it. */
size_t note_entered(struct session *s, const char *id);
/* Makes room for that many. */
void notes_expected(struct session *s, size_t count);
struct seat_info *seat_made(struct session *s, const char *name);
void abbreviation_set(struct session *s, const char *word, const char *text);

void entry_release(struct entry *entry);

/* A field that holds a kind of request; false when it is absent or no such kind. */
bool list_kind_in(const struct event *e, enum field field, enum list_kind *out);

/* Milliseconds as an event gives them, held between nothing and a hundred hours. */
int64_t limit_within(int64_t ms);

/* The moment at which a figure is taken: never before what has happened. */
int64_t moment_within(const struct session *s, int64_t at);

/* The note, which has its old text still, gets another by that event (versions.c). */
void version_given(struct session *s, size_t note, const struct event *e);
void versions_release(struct session *s);

/* The list (speaking_order.c) */

/* Where the kind stands in the meeting's precedence, 0 first. */
size_t list_rank(const struct session *s, enum list_kind kind);
/* Puts the entry, which is taken over, at that place. */
void list_insert(struct session *s, size_t place, struct entry entry);
/* Takes the entry out; it is the caller's. */
struct entry list_take(struct session *s, size_t place);
/* Does the running item go by the seating, so that no policy orders those who wait? */
bool list_is_seated(const struct session *s);
/* Lets the policy order those who wait, by the speeches that have ended. */
void list_settle(struct session *s);
/* What becomes of those who wait when the running item ends: carry, clear or keep (NULL: carry). */
void list_leave_item(struct session *s, const char *waiting);
/* Those kept for the item that runs now wait again. */
void list_come_back(struct session *s);

/* Claims (claims.c) */

/* What is compared of one who waits: less comes first. */
struct claim {
	int64_t spoken_s;
	int turns;
};

/* One comparison of many: by turns of each person (FIRST_TIMERS), or by seconds and then turns of
 * all with whom they are balanced (BALANCE). */
struct claims {
	const struct session *session;
	enum policy measure;
	const char **values; /* of the attribute that is balanced, by attendee; or NULL */
};
void claims_init(struct claims *c, const struct session *s, enum policy measure);
void claims_release(struct claims *c);
struct claim claim_of(const struct claims *c, const struct entry *entry);
bool claim_before(struct claim a, struct claim b);

/* The floor (speech.c); times are session.now. */

/* Starts the clock of the speech on the floor, or has it start when the meeting goes on. */
void speech_run(struct session *s, size_t speech);
/* Stops its clock; `goes_on` when it is to run again by itself. */
void speech_pause(struct session *s, size_t speech, bool goes_on);
/* Ends it and frees the floor if it has it. */
void speech_end(struct session *s, size_t speech);
/* Ends the speech on the floor and every paused one. */
void floor_empty(struct session *s);
/* The speech that was interrupted last has the floor again. */
void floor_go_back(struct session *s);
/* Whose speech it is, and for which delegation it counts; counts it there. */
void speech_belongs(struct session *s, size_t speech, size_t who);

/* One for each kind of event, apply_NOTED() and so on, in the apply_ files. Each looks before it
 * changes anything. */
typedef bool apply_event(struct session *s, const struct event *e, struct error *error);
#define EVENT(ident, name, properties, required, optional, help) apply_event apply_##ident;
#include "session/events.def"
#undef EVENT

/* Fills a new note from what notes and action points have in common (apply_notes.c). */
void note_fill(struct session *s, struct note *note, const struct event *e);
/* A typed text of an event as it is read: persons by id ("@ury"). NULL for NULL; the caller's to
 * free(). (make.c) */
char *text_said(const struct session *s, const char *text);
/* The rule under which the words of the event were typed; closed for words off the record. An
 * older event does not say it: then the rule of the item that ran (apply_notes.c). */
enum rule rule_typed(const struct session *s, const struct event *e);
/* What is added to a note brings the rule under which it was typed, `otherwise` where an older event
 * says none, and takes the note off the record if it is (apply_notes.c). */
void note_tighten(struct note *note, const struct event *e, enum rule otherwise);
void note_tag(struct session *s, struct note *note, size_t theme);
/* Is the theme of tag `i` one that an earlier tag of the note counts for already? (theme_tally.c) */
bool tag_is_counted(const struct session *s, const struct note *note, size_t i);
/* A text of the event, or NULL, as something that stays as long as the session. */
const char *text_kept(struct session *s, const struct event *e, const char *text);
/* What an edit of its line, which has its old text still, means for an action point
 * (apply_actions.c). */
void action_edited(struct session *s, const struct note *note, const struct event *e);

#endif
