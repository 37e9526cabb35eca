/* SPDX-License-Identifier: MIT */
/* report.h - the record as bytes.
 *
 * Purpose     The views of `show` (contract §6) as JSON, as plain text and as record.yaml.
 * Knows       sessions; no folder, no seat.
 * Start at    view_write_json(), record_write().
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "base/buffer.h"
#include "session/presence.h"

/* The views of `show`, in the order of the contract. */
#define VIEW_ROWS(ROW)                                                                             \
	ROW(VIEW_SUMMARY, "summary")                                                               \
	ROW(VIEW_AGENDA, "agenda")                                                                 \
	ROW(VIEW_FLOOR, "floor")                                                                   \
	ROW(VIEW_NOTES, "notes")                                                                   \
	ROW(VIEW_ACTIONS, "actions")                                                               \
	ROW(VIEW_THEMES, "themes")                                                                 \
	ROW(VIEW_PEOPLE, "people")                                                                 \
	ROW(VIEW_TIME, "time")
ENUM_WORDS(view, VIEW_ROWS, VIEWS);

/* JSON in the shapes of §6, people by their agenda ids; `at` is the moment as of which figures run
 * (NO_TIME: the last event's). One value and a newline. */
void view_write_json(struct buffer *out, const struct session *s, enum view view, int64_t at);
/* The view as text for people: aligned columns, no colour. */
void view_write_text(struct buffer *out, const struct session *s, enum view view, int64_t at);
/* The summary with who is there: as JSON or for people. */
void summary_write(struct buffer *out, const struct session *s, bool json, int64_t at,
	const struct presence *present, size_t count);
/* record.yaml: all shapes but people under their names, people and delegations by number, without
 * their attributes; no present time in it. */
void record_write(struct buffer *out, const struct session *s);

#endif
