/* SPDX-License-Identifier: MIT */
/* event_line.h - an event as one line of a log, and back.
 *
 * Purpose     Contract §3, "A line": one YAML flow mapping in a block sequence, that counts only if
 *             writing it again from what was read gives the same bytes from `, len:` on.
 * Knows       the shape of a line, nothing of what events mean and nothing of files.
 * Start at    line_write(), line_read().
 */
#ifndef LOG_EVENT_LINE_H
#define LOG_EVENT_LINE_H

#include "log/pairs.h"

/* Adds the event's line, newline included. */
void line_write(struct buffer *out, const struct event *e);

/* Reads one line without its newline. NULL when it does not count; the event's seat is set to
 * `seat`. The caller frees it. */
struct event *line_read(const char *bytes, size_t len, const char *seat);

/* The event that the pairs of a line give; NULL when they give none. Takes the values over. Free
 * with event_free(). */
struct event *event_of_pairs(struct pairs *p, const char *seat);

#endif
