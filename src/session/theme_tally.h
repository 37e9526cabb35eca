/* SPDX-License-Identifier: MIT */
/* theme_tally.h - what was said of each theme, counted on from note to note.
 *
 * Purpose     session_theme_figures() looks at every note; a console asks after each. What has been
 *             counted stays counted until something changes what a note that was there means
 *             (session.reworked).
 * Knows       the session as it is.
 * Owns        its counts. Opaque.
 * Start at    theme_tally_count(), theme_tally_figures().
 */
#ifndef SESSION_THEME_TALLY_H
#define SESSION_THEME_TALLY_H

#include "session/session.h"

struct theme_tally;

struct theme_tally *theme_tally_new(void);
/* NULL is fine. */
void theme_tally_free(struct theme_tally *t);
/* Counts what came since the last time; the time of speeches is that at `at`. */
void theme_tally_count(struct theme_tally *t, const struct session *s, int64_t at);
/* As of the last count; one a theme. Borrowed until the next. */
const struct theme_figures *theme_tally_figures(const struct theme_tally *t);
/* Was a note of the theme taken in that item, as of the last count? */
bool theme_tally_in_item(
	const struct theme_tally *t, const struct session *s, size_t theme, size_t item);

#endif
