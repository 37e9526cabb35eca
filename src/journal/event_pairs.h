/* SPDX-License-Identifier: MIT */
/* event_pairs.h - from the pairs of a line to the event that they say. Private to src/journal. */
#ifndef JOURNAL_EVENT_PAIRS_H
#define JOURNAL_EVENT_PAIRS_H

#include "journal/pairs.h"

/* NULL when the pairs are not those of an event; their values are taken over. Free with
 * event_free(). */
struct event *event_of_pairs(struct pairs *p, const char *seat);

#endif
