/* SPDX-License-Identifier: MIT */
/* theme_table.h - the codebook across the agenda and over the meeting, counted once.
 *
 * Purpose     For each theme and item: notes, distinct speakers and floor time; for each theme how
 * its notes lie over the meeting, what session_theme_figures() says of it, and since when nobody
 * has spoken of it. All that a heat table draws, from one call. Knows       the session. Counts
 * again only when the session has changed, and while somebody has the floor every ten seconds. Owns
 * its arrays; theme_table_release(). Invariants  Merged themes have nothing; the theme that took
 * them in has it all. Dropped notes are left out. A theme's notes are those of its items and those
 * outside items. Start at    theme_table_fill(), theme_table_cell().
 */
#ifndef SESSION_THEME_TABLE_H
#define SESSION_THEME_TABLE_H

#include "session/session.h"

struct theme_cell {
	int notes;         /* action points too */
	int speakers;      /* distinct */
	int64_t spoken_ms; /* of the speeches in that item in which a note was taken */
};

/* All zero is empty. */
struct theme_table {
	size_t theme_count, item_count, parts;
	struct theme_cell *cells;      /* theme * item_count + item */
	int *over;                     /* theme * parts + part: its notes over the meeting */
	struct theme_figures *figures; /* by theme */
	int most;                      /* notes in the fullest cell */
	int most_over;                 /* notes in the fullest part of any theme */
	const struct session *session; /* as it was when it was counted */
	size_t version, notes;
	int64_t last_at;
	int64_t at; /* the moment for which spoken times are */
};

/* Makes the table true of the session at that moment, with the meeting so far in `parts` parts. */
void theme_table_fill(struct theme_table *t, const struct session *s, size_t parts, int64_t at);
void theme_table_release(struct theme_table *t);

const struct theme_cell *theme_table_cell(const struct theme_table *t, size_t theme, size_t item);
/* How long nobody has spoken of the theme: since its last note, else since the meeting began. 0
 * before it has. */
int64_t theme_table_silent(
	const struct theme_table *t, const struct session *s, size_t theme, int64_t at);

#endif
