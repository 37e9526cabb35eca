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
enum view {
	VIEW_SUMMARY,
	VIEW_AGENDA,
	VIEW_FLOOR,
	VIEW_NOTES,
	VIEW_ACTIONS,
	VIEW_THEMES,
	VIEW_PEOPLE,
	VIEW_TIME,
	VIEWS
};
const char *view_name(enum view view);
bool view_read(const char *text, enum view *out);

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
