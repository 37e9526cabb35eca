/* SPDX-License-Identifier: MIT */
/* meeting.h - a meeting held in memory, from an agenda and typed lines.
 *
 * Purpose     What the tests of rule/ and report/ need to stand on: the same way from a line to a
 *             session that a seat takes, without a folder. Ten seconds pass with every line.
 * Start at    meeting_open(), meeting_do(). */
#ifndef TESTS_UNIT_MEETING_H
#define TESTS_UNIT_MEETING_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/secret.h"
#include "command/command.h"
#include "agenda/newcomer.h"
#include "session/history.h"

#define MEETING_START INT64_C(1776348000000) /* 2026-04-16T14:00:00Z */

/* Of every meeting here. */
static const struct secret secret = {{7, 1, 8, 2, 8}};

struct meeting {
	struct agenda agenda;
	struct history history;
	struct session session;
	int64_t now;
	int64_t seq;
	bool says_no_rule; /* events are those of an older version */
};

static inline void meeting_fold(struct meeting *m)
{
	session_release(&m->session);
	session_init(&m->session, &m->agenda, &m->agenda.people);
	history_fold(&m->history, &m->session);
}

static inline void meeting_open(struct meeting *m, const char *agenda)
{
	char path[] = "/tmp/roundtable-meeting-XXXXXX";
	struct problems problems = {0};
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, agenda, strlen(agenda)) != (ssize_t)strlen(agenda))
		abort();
	close(fd);
	*m = (struct meeting){.now = MEETING_START};
	if (!agenda_read(&m->agenda, path, (struct date){2026, 4, 16}, &problems)) {
		problems_print(&problems, stderr);
		abort();
	}
	problems_release(&problems);
	unlink(path);
	m->agenda.session = mem_text("0123456789abcdef");
	history_init(&m->history);
	session_init(&m->session, &m->agenda, &m->agenda.people);
}

static inline void meeting_forget_rule(struct event *e)
{
	size_t kept = 0;

	for (size_t i = 0; i < e->count; i++) {
		if (e->fields[i].field == FIELD_RULE)
			free(e->fields[i].value.text);
		else
			e->fields[kept++] = e->fields[i];
	}
	e->count = kept;
}

static inline void meeting_add(struct meeting *m, const char *seat, struct event *e)
{
	bool in_order;

	snprintf(e->seat, sizeof e->seat, "%s", seat);
	e->seq = ++m->seq;
	e->at = m->now;
	e->clock = m->now > m->history.clock ? m->now : m->history.clock + 1;
	history_add(&m->history, e, &in_order);
}

/* Line 1 of a log, which no undo takes back. */
static inline void meeting_header(struct meeting *m, const char *seat)
{
	struct event *e = event_new(EVENT_OPENED);

	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, m->agenda.session);
	event_set_text(e, FIELD_SEAT, seat);
	event_set_text(e, FIELD_ROLE, "rapporteur");
	event_set_text(e, FIELD_LOG, "log");
	event_set_text(e, FIELD_VERSION, "test");
	meeting_add(m, seat, e);
	meeting_fold(m);
}

/* Does one line; false when it is refused, or asks: `result` then says why, else it is released. */
static inline bool meeting_line(struct meeting *m, const char *seat, const char *line,
	struct command_result *out)
{
	if (!m->seq)
		meeting_header(m, seat);
	m->now += 10000;
	command_result_init(out);
	struct context context = {
		.session = &m->session, .history = &m->history, .people = &m->agenda.people,
		.seat = seat, .at = m->now, .now = m->now, .speaker = NONE, .speech = NONE,
		.next_seq = m->seq + 1, .expand = true, .next_was = NO_TIME,
	};
	command_read(out, line, strlen(line), &context);
	if (out->answer != ANSWER_DONE && out->answer != ANSWER_NOTHING)
		return false;
	for (size_t i = 0; i < out->newcomer_count; i++)
		newcomer_join(&m->agenda.people, &out->newcomers[i]);
	for (size_t i = 0; i < out->event_count; i++) {
		if (m->says_no_rule)
			meeting_forget_rule(out->events[i]);
		meeting_add(m, seat, out->events[i]);
	}
	out->event_count = 0;
	command_result_release(out);
	meeting_fold(m);
	return true;
}

/* A line that is refused ends the test with its reason. */
static inline void meeting_do(struct meeting *m, const char *seat, const char *line)
{
	struct command_result result;

	if (meeting_line(m, seat, line, &result))
		return;
	fprintf(stderr, "%s: %s\n", line, result.error.text);
	abort();
}

/* A line that may be refused. */
static inline void meeting_try(struct meeting *m, const char *seat, const char *line)
{
	struct command_result result;

	if (!meeting_line(m, seat, line, &result))
		command_result_release(&result);
}

static inline void meeting_close(struct meeting *m)
{
	session_release(&m->session);
	history_release(&m->history);
	free(m->agenda.session);
	m->agenda.session = NULL;
	agenda_release(&m->agenda);
}

#endif
