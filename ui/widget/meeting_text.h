/* SPDX-License-Identifier: MIT */
/* meeting_text.h - people, rules and times of a session as the screen calls them. */
#ifndef UI_MEETING_TEXT_H
#define UI_MEETING_TEXT_H

#include "base/buffer.h"
#include "session/session.h"
#include "ui/term/screen.h"

/* The name of the attendee's delegation, NULL: alone. */
const char *call_delegation(const struct session *s, size_t attendee);
/* The name of the delegation or group of that number; the number when it is not known. */
const char *call_group(const struct session *s, const char *number);
/* The person behind an attendee, NULL for one who is gone. */
const struct person *attendee_person(const struct session *s, size_t attendee);

/* A number that is another one when the session has changed, also when it was read anew. What is
 * worked out from the whole session is kept under it. */
uint64_t stamp_of(const struct session *s);
/* The rule that goes now: the running item's, else the meeting's. */
enum rule rule_now(const struct session *s);

/* Adds "first-timers" or "balance by region". */
void add_policy(struct buffer *out, const struct session *s);

/* Adds HH:MM as a clock in the agenda's zone shows it. */
void add_time_of_day(struct buffer *out, const struct session *s, int64_t ms);
/* Adds "1 May". */
void add_day(struct buffer *out, const char *date);

/* How the clock of a speech stands at `at`, as the style that says so. */
enum style speech_style(const struct session *s, const struct speech *speech, int64_t at);

#endif
