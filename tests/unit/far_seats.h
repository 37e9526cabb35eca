/* SPDX-License-Identifier: MIT */
/* far_seats.h - seats of one session on machines of their own, without a disk, for tests.
 *
 * Each has its own people, history and session, and its own clock. Its lines are read by
 * command_read() and stamped as those of a seat are; what another seat gets are the bytes of the
 * log, a typed line at a time, in whatever order they come.
 */
#ifndef TESTS_UNIT_FAR_SEATS_H
#define TESTS_UNIT_FAR_SEATS_H

#include "unit/agenda_show.h"

#include "base/memory.h"
#include "command/command.h"
#include "log/log_reading.h"
#include "report/report.h"
#include "seat/stamp.h"
#include "log/event_line.h"
#include "log/people_lines.h"

#define FAR_SESSION "5e55104e5e55104e"

static const char far_agenda[] =
	"roundtable: agenda/1\ntitle: Test\ndate: 2026-04-16\nstarts: \"10:00\"\ntimezone: UTC\n"
	"list: {limits: {order: 1m, right-of-reply: [10m, 5m]}, rights-of-reply: 2, budget: 1m}\n"
	"themes:\n"
	"  - {id: money, label: Money, keywords: [purse]}\n"
	"  - {id: hours, label: Hours, keywords: [clock], parent: money}\n"
	"participants:\n"
	"  - {id: ann, name: Ann Olsen, affiliation: Registry, role: chair}\n"
	"  - {id: bob, name: Bob Birch, affiliation: Harbour, attributes: {region: south}}\n"
	"  - {id: cyd, name: Cyd Carr, affiliation: Forest, attributes: {region: north}}\n"
	"  - {id: dee, name: Dee Dorn, affiliation: Harbour, attributes: {region: south}}\n"
	"items:\n"
	"  - {id: talk, title: Talk, minutes: 10}\n"
	"  - {id: tour, title: Tour, kind: tour-de-table, minutes: 8}\n";

/* One typed line as it stands in people/SEAT.yaml and log/SEAT.yaml. */
struct far_line {
	size_t people, people_len;
	size_t start, len;
};

struct far_seat {
	char name[NAME_SIZE];
	struct agenda agenda;
	struct history history;
	struct session session;
	int64_t now;
	int64_t skew;     /* of its clock */
	int64_t next_was;
	int64_t last;     /* number */
	struct buffer log, people;
	struct far_line *lines;
	size_t line_count, line_room;
	bool met_people;  /* somebody was added to its agenda */
	size_t folds;     /* how often it was folded anew */
};

static inline void far_agenda_read(struct agenda *out)
{
	struct problems problems = {0};
	char *path = file_with("far_seats.yaml", far_agenda, strlen(far_agenda));

	if (!agenda_read(out, path, (struct date){2026, 4, 16}, &problems)) {
		problems_print(&problems, stderr);
		abort();
	}
	problems_release(&problems);
	remove(path);
	free(path);
}

/* Makes the seat anew; its agenda is kept while nobody was added to it. */
static inline void far_seat_init(struct far_seat *s, const char *name)
{
	struct agenda agenda = s->agenda;
	struct far_line *lines = s->lines;
	struct buffer log = s->log, people = s->people;
	size_t room = s->line_room;

	if (!lines) {
		far_agenda_read(&agenda);
		buffer_init(&log);
		buffer_init(&people);
	} else if (s->met_people) {
		agenda_release(&agenda);
		far_agenda_read(&agenda);
	}
	buffer_reset(&log);
	buffer_reset(&people);
	*s = (struct far_seat){.agenda = agenda, .log = log, .people = people, .lines = lines,
		.line_room = room, .next_was = NO_TIME, .now = agenda_start(&agenda)};
	s->lines = array_room(s->lines, 0, &s->line_room, sizeof *s->lines);
	snprintf(s->name, sizeof s->name, "%s", name);
	history_init(&s->history);
	session_init(&s->session, &s->agenda, &s->agenda.people);
}

/* Forgets the meeting, and keeps what the next one needs. */
static inline void far_seat_empty(struct far_seat *s)
{
	session_release(&s->session);
	history_release(&s->history);
}

static inline void far_seat_release(struct far_seat *s)
{
	agenda_release(&s->agenda);
	buffer_release(&s->log);
	buffer_release(&s->people);
	free(s->lines);
	*s = (struct far_seat){0};
}

static inline void far_fold(struct far_seat *s)
{
	session_release(&s->session);
	session_init(&s->session, &s->agenda, &s->agenda.people);
	history_fold(&s->history, &s->session);
	s->folds++;
}

/* As a seat takes an event in; true when it must be folded anew. */
static inline bool far_take_in(struct far_seat *s, struct event *e)
{
	struct error why = {0};
	bool in_order = false;

	if (!history_add(&s->history, e, &in_order))
		return false;
	if (in_order)
		history_apply_last(&s->history, &s->session, &why);
	return !in_order;
}

static inline bool far_write(struct far_seat *s, struct event *e, bool first, int64_t at)
{
	stamp_event(e, s->name, ++s->last, at, &s->history);
	if (first)
		stamp_seen(e, &s->session, &s->history, NULL, NULL);
	line_write(&s->log, e);
	return far_take_in(s, e);
}

static inline bool far_facilitates(const struct far_seat *s)
{
	return strncmp(s->name, "facilitator", 11) == 0;
}

static inline struct event *far_header(const struct far_seat *s)
{
	struct event *e = event_new(EVENT_OPENED);

	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, FAR_SESSION);
	event_set_text(e, FIELD_SEAT, s->name);
	event_set_text(e, FIELD_ROLE, far_facilitates(s) ? "facilitator" : "rapporteur");
	event_set_text(e, FIELD_LOG, "0123456789abcdef");
	event_set_text(e, FIELD_VERSION, "0");
	return e;
}

static inline void far_write_newcomers(struct far_seat *s, const struct command_result *result)
{
	for (size_t i = 0; i < result->newcomer_count; i++) {
		newcomer_write(&s->people, &result->newcomers[i]);
		newcomer_join(&s->agenda.people, &result->newcomers[i]);
		s->met_people = true;
	}
}

/* Writes the result down as one line of the log, the header before the first. */
static inline void far_write_result(struct far_seat *s, struct command_result *result)
{
	struct far_line line = {.people = s->people.len, .start = s->log.len};
	bool anew = false;

	far_write_newcomers(s, result);
	if (!s->last)
		anew = far_write(s, far_header(s), true, s->now);
	for (size_t i = 0; i < result->event_count; i++)
		anew = far_write(s, result->events[i], i == 0, s->now) || anew;
	result->event_count = 0;
	if (anew)
		far_fold(s);
	if (result->command == COMMAND_NEXT)
		s->next_was = s->now;
	line.people_len = s->people.len - line.people;
	line.len = s->log.len - line.start;
	s->lines = array_room(s->lines, s->line_count, &s->line_room, sizeof *s->lines);
	s->lines[s->line_count++] = line;
}

/* Writes that event down as a line of its own. */
static inline void far_write_event(struct far_seat *s, struct event *e)
{
	struct command_result result;

	command_result_init(&result);
	result.events = array_room(result.events, 0, &result.event_room, sizeof *result.events);
	result.events[result.event_count++] = e;
	far_write_result(s, &result);
	command_result_release(&result);
}

/* Reads the line as typed by that seat now. */
static inline void far_read(struct far_seat *s, struct command_result *result, const char *line)
{
	struct context context = {.session = &s->session,
		.history = &s->history,
		.people = &s->agenda.people,
		.seat = s->name,
		.facilitates = far_facilitates(s),
		.at = s->now,
		.now = s->now,
		.next_seq = s->last ? s->last + 1 : 2,
		.expand = true,
		.next_was = s->next_was};

	command_result_init(result);
	command_read(result, line, strlen(line), &context);
}

/* Takes in one line of another seat's log, as bytes: people first. True when the session must be
 * folded anew. */
static inline bool far_take_line(struct far_seat *s, const struct far_seat *from, size_t number)
{
	const struct far_line *line = &from->lines[number];
	const char *at = from->log.bytes + line->start, *end = at + line->len;
	bool anew = false;

	if (line->people_len) {
		newcomers_read(&s->agenda.people, from->people.bytes + line->people,
			line->people_len, NULL);
		s->met_people = true;
	}
	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		struct event *e = line_read(at, (size_t)(stop - at), from->name);

		if (!e)
			abort();
		anew = far_take_in(s, e) || anew;
		at = stop + 1;
	}
	return anew;
}

/* A folder read whole: the logs of all seats, from their bytes, into an empty seat. */
static inline void far_read_all(struct far_seat *out, const struct far_seat *seats, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct log_reading reading;

		if (seats[i].people.len) {
			newcomers_read(&out->agenda.people, seats[i].people.bytes,
				seats[i].people.len, NULL);
			out->met_people = true;
		}
		log_read(&reading, seats[i].log.bytes, seats[i].log.len, seats[i].name);
		if (reading.flaw_count)
			abort();
		for (size_t k = 0; k < reading.count; k++)
			history_take(&out->history, reading.events[k], NULL);
		history_hold(&out->history, &reading.shelf);
		log_reading_release(&reading);
	}
	far_fold(out);
}

/* record.yaml, and all that show --json says. */
static inline void far_show(struct buffer *out, const struct session *s, bool views)
{
	buffer_reset(out);
	record_write(out, s);
	for (int i = 0; views && i < VIEWS; i++)
		view_write_json(out, s, (enum view)i, NO_TIME);
}

#endif
