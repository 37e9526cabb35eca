/* SPDX-License-Identifier: MIT */
/* find.h - the notes that what is being typed into a filter lets through.
 *
 * Purpose     `f` and /find: words and terms against every note, again at each key. Words are
 * compared folded and may stand anywhere, also in the speaker's id and name. Terms: #theme (id,
 *             label, keyword or digit), @who (said it or owns it), :kind, item:ID (or the item's
 *             number), and alone ! (action points), ? (questions), = (agreed), ~ (off the record).
 *             All must fit. An id in full is that one; what is only begun is all that it begins.
 * Knows       the session as it is. Reads nothing else.
 * Owns        what the last filter found: one that grew looks only at that. Opaque.
 * Start at    finder_find(); tests/unit/test_command_find.c.
 */
#ifndef COMMAND_FIND_H
#define COMMAND_FIND_H

#include "session/session.h"

struct finder;

struct finder *finder_new(void);
/* NULL is fine. */
void finder_free(struct finder *f);

/* The notes (indexes, in the order of the stream; dropped ones never) that the filter lets through.
 * An empty filter, or one of terms only begun ("#"), lets all through. Borrowed until the next
 * call. */
const size_t *finder_find(
	struct finder *f, const struct session *s, const char *filter, size_t *count);

/* What in the last filter fits nothing, in one line: "no theme is called '#foo'"; "" when all does.
 */
const char *finder_warning(const struct finder *f);

#endif
