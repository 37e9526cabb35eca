/* SPDX-License-Identifier: MIT */
/* sample_log.h - a log of 200 events such as a meeting leaves behind, for tests of the journal. */
#ifndef TESTS_UNIT_SAMPLE_LOG_H
#define TESTS_UNIT_SAMPLE_LOG_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "log/log_reading.h"
#include "log/event_line.h"

enum { SAMPLE_EVENTS = 200 };

#define SAMPLE_SESSION "00112233aabbccdd"

/* The header with that number. */
static inline struct event *sample_header(int64_t seq)
{
	struct event *e = event_new(EVENT_OPENED);

	e->seq = seq;
	e->clock = e->at = 1776348000000 + seq;
	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, SAMPLE_SESSION);
	event_set_text(e, FIELD_SEAT, "rapporteur");
	event_set_text(e, FIELD_ROLE, "rapporteur");
	event_set_text(e, FIELD_LOG, "8899aabbccddeeff");
	event_set_text(e, FIELD_VERSION, "0.1.0");
	return e;
}

static inline void sample_note(struct event *e, int64_t seq)
{
	static const char *const texts[] = {
		"From request to approval takes 90 days",
		"Who may waive the \"second\" signature?",
		"Côte d’Ivoire: délais d’achat \\ logistique",
		"\xd8\xad\xd9\x81\xd8\xb8 \xd8\xa7\xd9\x84\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85",
		"{p7} asked, {p3} answered; a control \xc2\x85 and a tab\there",
	};

	event_set_text(e, FIELD_KIND, seq % 3 ? "point" : "concern");
	event_set_text(e, FIELD_TEXT, texts[seq % 5]);
	event_add_to_list(e, FIELD_THEMES, "decision-cycles");
	if (seq % 4 == 0)
		event_add_to_list(e, FIELD_THEMES, "procurement");
	event_set_text(e, FIELD_BY, "p7");
	event_set_text(e, FIELD_ITEM, "dialogue");
	if (seq % 9 == 0)
		event_set_seen(e, "facilitator", seq / 2);
}

/* The event with that number; every seventh belongs to one typed line with the next. */
static inline struct event *sample_event(int64_t seq)
{
	struct event *e;

	if (seq == 1)
		return sample_header(1);
	if (seq % 5 == 0) {
		e = event_new(EVENT_FLOOR_GIVEN);
		event_set_text(e, FIELD_KIND, "statement");
		event_set_number(e, FIELD_LIMIT, 180000);
		event_set_text(e, FIELD_WHO, "p12");
	} else if (seq % 11 == 0) {
		e = event_new(EVENT_UNDONE);
		event_add_number(e, FIELD_UNDOES, seq - 2);
		event_add_number(e, FIELD_UNDOES, seq - 1);
	} else {
		e = event_new(EVENT_NOTED);
		sample_note(e, seq);
	}
	if (seq % 7 == 0 && seq < SAMPLE_EVENTS)
		event_set_true(e, FIELD_MORE);
	e->seq = seq;
	e->clock = e->at = 1776348000000 + seq * 7919;
	return e;
}

/* The log, and where each line begins: starts[SAMPLE_EVENTS] is its end. */
static inline void sample_log(struct buffer *out, size_t starts[SAMPLE_EVENTS + 1])
{
	for (int64_t seq = 1; seq <= SAMPLE_EVENTS; seq++) {
		struct event *e = sample_event(seq);

		starts[seq - 1] = out->len;
		line_write(out, e);
		event_free(e);
	}
	starts[SAMPLE_EVENTS] = out->len;
}

#endif
