/* SPDX-License-Identifier: MIT */
/* text_views.h - the views of `show` for people to read.
 *
 * Purpose     One function a view, like views.h, and what they share.
 * Knows       teller.h and table.h. Private to src/report.
 * Start at    view_write_text().
 */
#ifndef REPORT_TEXT_VIEWS_H
#define REPORT_TEXT_VIEWS_H

#include "report/report.h"
#include "report/columns.h"
#include "report/teller.h"

typedef void print_view(struct buffer *out, const struct teller *t);
print_view print_summary, print_agenda, print_people, print_themes; /* text_views.c */
print_view print_floor, print_time;                                /* text_floor.c */
print_view print_notes, print_actions;                             /* text_notes.c */

/* A cell with the hour and minute at that moment, by a clock in the agenda's zone. */
void columns_clock(struct columns *table, const struct teller *t, int64_t at);

#endif
