/* SPDX-License-Identifier: MIT */
/* stream_filter.h - which notes the stream shows. */
#ifndef UI_STREAM_FILTER_H
#define UI_STREAM_FILTER_H

#include "ui/state/console.h"

/* Notes in the order of the stream, those dropped or filtered out passed over; NONE at the ends. */
size_t stream_last(const struct console *c);
size_t stream_before(const struct console *c, size_t note);
size_t stream_after(const struct console *c, size_t note);
/* How many the filter lets through; whether that note is one of them. */
size_t stream_matches(const struct console *c);
bool stream_shows(const struct console *c, size_t note);
/* The words of the filter that fit nothing, in one line; "": none. */
const char *stream_doubt(const struct console *c);

/* The notes that are chosen, from the first to the last. */
struct note_run {
	size_t low, high;
};
/* False when none is chosen. */
bool stream_chosen(const struct console *c, struct note_run *out);
/* The last note when none is chosen; false when there is none at all. */
bool stream_chosen_or_last(const struct console *c, struct note_run *out);
/* Adds their ids as commands take them: "r-3" or "r-3..r-7". */
void add_note_run(struct buffer *out, const struct session *s, struct note_run run);

#endif
