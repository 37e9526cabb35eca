/* SPDX-License-Identifier: MIT */
/* views.h - the shapes of `show` (contract §6), said to a sink.
 *
 * Purpose     One function a view; JSON and record.yaml come from the same ones.
 * Knows       teller.h and sink.h. Private to src/report.
 * Start at    view_tell().
 */
#ifndef REPORT_VIEWS_H
#define REPORT_VIEWS_H

#include "report/report.h"
#include "report/sink.h"
#include "report/teller.h"

/* Tells the view as the value of `key` (NULL: as the one value there is). */
void view_tell(struct sink *out, const char *key, const struct teller *t, enum view view);

/* The parts, one a file or less. */
typedef void tell_view(struct sink *out, const char *key, const struct teller *t);
tell_view tell_summary, tell_agenda, tell_people;        /* views.c */
tell_view tell_floor, tell_time;                         /* views_floor.c */
tell_view tell_notes, tell_actions, tell_themes;         /* views_notes.c */

#endif
