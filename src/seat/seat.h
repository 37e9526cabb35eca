/* SPDX-License-Identifier: MIT */
/* seat.h - one open seat: the only place where the pieces meet.
 *
 * Purpose     A session, its history, its journal and this seat's place in it. seat_do(line) reads
 *             the line, writes its events down and makes them true. There is no other way to change
 *             anything.
 * Knows       all rooms above it; no curses.
 * Owns        everything inside. Opaque.
 * Start at    seat_open(), seat_do().
 */
#ifndef SEAT_SEAT_H
#define SEAT_SEAT_H

#include "command/command.h"
#include "journal/journal.h"
#include "session/presence.h"

struct seat;

struct seat_options {
	const char *folder; /* the session folder */
	const char *name;   /* facilitator, rapporteur, script … */
	bool or_next_free;  /* when it is held: NAME-2, NAME-3 … (and says so) */
	bool or_read_only;  /* when the folder may not be written: read-only (and says so) */
	bool read_only;     /* takes no seat and writes nothing */
};

/* Opens the seat. False with the reason and exit status (3: held, or could not read or write).
 * What was recovered, which seat was taken instead, why it is read-only: lines in `notices`. */
bool seat_open(struct seat **out, const struct seat_options *options, struct buffer *notices,
	struct error *error);
/* Writes what is queued and gives the seat back. NULL is fine. */
void seat_close(struct seat *seat);

/* Borrowed; valid until the next seat_do() or seat_close(). */
const struct session *seat_session(const struct seat *seat);
const struct history *seat_history(const struct seat *seat);
const struct agenda *seat_agenda(const struct seat *seat);
const char *seat_folder(const struct seat *seat);
const char *seat_name(const struct seat *seat);
/* May other users of the machine read the folder? It is looked at anew once a minute. */
bool seat_is_exposed(struct seat *seat, int64_t now);
/* The secret of the session, as it was when the seat was opened. */
const struct secret *seat_secret(const struct seat *seat);
bool seat_is_read_only(const struct seat *seat);

/* When a line was typed and by whom it was said. */
struct moment {
	int64_t at;       /* first keystroke */
	int64_t now;      /* Enter */
	bool has_speaker; /* see struct context */
	size_t speaker;
	size_t speech;
	bool expand;
	bool has_arrivals; /* what has come from others since the first keystroke was not seen … */
	size_t arrivals;   /* … by who typed: seat_arrivals() then */
};

/* How often something has come from other seats. */
size_t seat_arrivals(const struct seat *seat);

/* Does one typed line. The events are queued for the disk; seat_safe() says when they are there.
 * *result must be init'ed; it is filled whole, but for the events, which the seat takes over. */
void seat_do(struct seat *seat, const char *line, size_t len, const struct moment *moment,
	struct command_result *result);

/* The context in which the entry line is completed at that moment. */
struct context seat_context(const struct seat *seat, const struct moment *moment);

/* A step of the wall clock by `step` ms was seen at `now`: recorded. */
void seat_clock_stepped(struct seat *seat, int64_t now, int64_t step);

/* The last number of this seat, and of those on disk; why the rest is not (NULL: it will be). */
int64_t seat_last(const struct seat *seat);
int64_t seat_safe(const struct seat *seat);
const char *seat_failure(const struct seat *seat);
/* The time of this seat's last event (header apart), NO_TIME. */
int64_t seat_last_at(const struct seat *seat);
/* Readable when seat_safe() or seat_failure() may have changed (-1 when read-only). */
int seat_fd(const struct seat *seat);
void seat_heard(struct seat *seat);
/* Waits until all is on disk; false when it failed. */
bool seat_wait(struct seat *seat);
/* After a failure: tries to write again what is not on disk, in another file when the log is lost,
 * and waits for it. */
bool seat_retry(struct seat *seat);
/* The same at the very end, in a folder elsewhere even when the failure is one that may pass. */
bool seat_save_elsewhere(struct seat *seat);
/* What the user should know though lines are saved: where they go, that the disk is full; NULL when
 * there is nothing. Valid until asked again. */
const char *seat_warning(const struct seat *seat);
/* Do lines go to a folder elsewhere, since the session's is lost? */
bool seat_is_elsewhere(const struct seat *seat);

/* The line being typed, kept on disk. `text` NULL or empty removes it; a line that begins /person
 * or /alias is never written. */
struct draft {
	char *text;
	int64_t at;
	char *by; /* number of the speaker, or NULL */
};
void seat_draft(struct seat *seat, const char *text, const struct moment *moment);
/* The draft that was left behind, if any; its texts are the caller's to free(). */
bool seat_draft_left(const struct seat *seat, struct draft *out);

/* Readable when another seat may have written; -1 on file systems that give no notice: ask every
 * 250 ms there. */
int seat_follow_fd(const struct seat *seat);
/* Takes what other seats have written; true when something came. Indexes into the session may be
 * others after it: a late event folds it anew. */
bool seat_follow(struct seat *seat);
/* What the last seat_follow() found odd about the files of other seats, in lines; "" nothing. */
const char *seat_odd(const struct seat *seat);
/* Did the event of that id, or the change of what it made, come late in this run: did it go before
 * what was shown already? */
bool seat_is_late(const struct seat *seat, const char *id);

/* The seats of the session and whether they are open; the caller's to free(). */
size_t seat_present(const struct seat *seat, struct presence **out);
/* Adds what /seats says: "facilitator open, silent 12 min; rapporteur, this seat". */
void seat_say_present(const struct seat *seat, int64_t now, struct buffer *out);

#endif
