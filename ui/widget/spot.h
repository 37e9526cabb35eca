/* SPDX-License-Identifier: MIT */
/* spot.h - small parts that the head and the views are drawn with.
 *
 * Purpose     Rows put together piece by piece, signs that also exist in ASCII, what to call people
 *             where there is little room, times of day, and the keys of the command table.
 * Knows       the screen, the session; no view.
 * Start at    spot_put().
 */
#ifndef UI_SPOT_H
#define UI_SPOT_H

#include "ui/state/console.h"

/* Where the next piece of a row goes. */
struct spot {
	int row, column, end;
};
struct spot spot_at(int row, int column, int width);
void spot_put(struct spot *spot, enum style style, const char *text);
void spot_format(struct spot *spot, enum style style, const char *format, ...);
void spot_gap(struct spot *spot, int columns);
int spot_left(const struct spot *spot);

/* Puts the text so that it ends where the width ends, or in its middle. */
void put_right(int row, int column, int width, enum style style, const char *text);
void put_centred(int row, int column, int width, enum style style, const char *text);
/* Puts the text in as many as `rows` wrapped rows; returns how many it took. */
int put_wrapped(struct area area, enum style style, const char *text);
/* The bytes of a wrapped row without the spaces at its end. */
size_t without_spaces(const char *text, size_t len);
/* A bar in whole cells, low enough that bars in rows below each other stay apart. */
void put_cells(int row, int column, int width, enum style style, double part, double whole);
/* Columns that the text takes. */
int columns_of(const char *text);

enum sign { SIGN_DOT, SIGN_SAVED, SIGN_UNSAVED, SIGN_TO, SIGN_ON, SIGN_DASH, SIGN_CUT, SIGN_LATE, SIGN_CONFLICT };
const char *sign(enum sign sign);

/* The name of the attendee's delegation, NULL: alone. */
const char *call_delegation(const struct session *s, size_t attendee);
/* The name of the delegation or group of that number; the number when it is not known. */
const char *call_group(const struct session *s, const char *number);
/* The person behind an attendee, NULL for one who is gone. */
const struct person *attendee_person(const struct session *s, size_t attendee);

/* A number that is another one when the session has changed, also when it was read anew. What is
 * worked out from the whole session is kept under it. */
uint64_t stamp_of(const struct session *s);
/* The rule that goes now: the running item's, else the meeting's. */
enum rule rule_now(const struct session *s);

/* Adds HH:MM as a clock in the agenda's zone shows it. */
void add_time_of_day(struct buffer *out, const struct session *s, int64_t ms);
/* Adds "1 May". */
void add_day(struct buffer *out, const char *date);

/* How the clock of a speech stands at `at`, as the style that says so. */
enum style speech_style(const struct session *s, const struct speech *speech, int64_t at);

/* Adds who else is there, "with facilitator, rapporteur-2 silent 12 min"; nothing when nobody is
 * (present.c). */
void add_present(struct buffer *out, const struct console *c);

/* The command that the key gives in that view by the command table; *nth (may be NULL) says which
 * of the command's keys there it is, from 0. COMMAND_NONE when it gives none. */
enum command key_command(const char *view, const struct key *key, int *nth);
/* Adds "KEY what" for the bottom line, with the command's nth key in that view. */
void add_hint(
	struct buffer *out, const char *view, enum command command, int nth, const char *what);

/* Moves the chosen row of a list view of `count` rows by a key; true when it was such a key. */
bool row_key(size_t *row, size_t count, const struct key *key);
/* The first row to draw: `top`, as before, while the chosen one is in sight, so that a step costs two
 * rows at the terminal; else as puts that one in the middle. */
size_t row_first(size_t top, size_t row, size_t count, size_t rows);

/* Opens the entry line with the texts in it and the cursor between them. */
void entry_open(struct console *c, const char *before, const char *after);
/* i or / in a view where nothing is typed: goes to the entry line. */
bool entry_wanted(struct console *c, const struct key *key);
/* console_do() of a formatted line. */
void do_format(struct console *c, const char *format, ...);

#endif
