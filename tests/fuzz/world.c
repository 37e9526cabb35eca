/* SPDX-License-Identifier: MIT */
/* world.c - lines typed without files. */
#include "fuzz/world.h"

#include <locale.h>
#include <string.h>

#include "base/memory.h"
#include "log/log_reading.h"
#include "report/report.h"
#include "text/text.h"
#include "log/event_line.h"

#define BEGINS INT64_C(1776348000000) /* 10:00 in New York on the day */

/* Where every input begins. */
static const char *const opening[] = {
	"/item next",
	"/floor chair",
	"The rule applies; who may waive the second signature? #governance @usg-dpo",
	"/end",
	"/item next",
	"/speak usg-dpo, milad",
	"/speak dos as question",
	"! Circulate the briefing @dppa due:+1w pri:high #transparency",
	"/next",
	"From request to approval takes 90 days #1",
};

static void read_agenda(struct world *w)
{
	struct problems problems = {0};

	if (!agenda_read(&w->agenda, TEST_SOURCE_DIR "/tests/fuzz/meeting.yaml",
			(struct date){2026, 4, 16}, &problems))
		problems_print(&problems, stderr);
	MUST(!problems.errors);
	problems_release(&problems);
}

struct context world_context(const struct world *w)
{
	return (struct context){
		.session = &w->session,
		.history = &w->history,
		.people = &w->agenda.people,
		.seat = w->seat,
		.facilitates = w->seat[0] == 'f',
		.at = w->now,
		.now = w->now,
		.speaker = NONE,
		.speech = NONE,
		.next_seq = history_last(&w->history, w->seat, NULL) + 1,
		.expand = true,
		.next_was = NO_TIME,
	};
}

static void refold(struct world *w)
{
	session_release(&w->session);
	session_init(&w->session, &w->agenda, &w->agenda.people);
	history_fold(&w->history, &w->session);
}

static void stamp(const struct world *w, struct event *e)
{
	int64_t clock = w->history.clock + 1;

	snprintf(e->seat, sizeof e->seat, "%s", w->seat);
	e->seq = history_last(&w->history, w->seat, NULL) + 1;
	e->at = w->now;
	e->clock = w->now > clock ? w->now : clock;
}

/* As a line of the log it holds, and comes back as it was. */
static void survives_the_log(const struct event *e)
{
	struct buffer line = BUFFER_EMPTY, again = BUFFER_EMPTY;

	line_write(&line, e);
	MUST(text_is_clean(line.bytes, line.len - 1));
	struct event *back = line_read(line.bytes, line.len - 1, e->seat);
	MUST(back);
	line_write(&again, back);
	MUST(strcmp(line.bytes, again.bytes) == 0);
	event_free(back);
	buffer_release(&line);
	buffer_release(&again);
}

/* Takes the stamped event over. */
static void take_over(struct world *w, struct event *e)
{
	struct error why = {0};
	bool in_order = false, never_void = event_has(e->kind, NEVER_VOID);

	MUST(history_add(&w->history, e, &in_order));
	if (!in_order)
		refold(w);
	else if (!history_apply_last(&w->history, &w->session, &why))
		MUST(!never_void && why.text[0]);
}

static void happen(struct world *w, struct event *e)
{
	stamp(w, e);
	survives_the_log(e);
	take_over(w, e);
}

static void open_seat(struct world *w, const char *seat)
{
	struct event *e = event_new(EVENT_OPENED);

	w->seat = seat;
	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, "0123456789abcdef");
	event_set_text(e, FIELD_SEAT, seat);
	event_set_text(e, FIELD_ROLE, seat);
	event_set_text(e, FIELD_LOG, "fedcba9876543210");
	event_set_text(e, FIELD_VERSION, "0");
	happen(w, e);
}

/* One line, clean, that says something. */
static bool is_said(const char *text)
{
	return *text && text_is_clean(text, strlen(text));
}

/* Lines, each clean. */
static void look_at_lines(const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n");

		MUST(len && text[len] == '\n' && text_is_clean(text, len));
		text += len + 1;
	}
}

static void look_at_events(const struct command_result *d)
{
	struct error error = {0};

	for (size_t i = 0; i < d->event_count; i++) {
		const struct event *e = d->events[i];

		if (!event_is_sound(e, &error))
			fprintf(stderr, "%s: %s\n", event_table[e->kind].name, error.text);
		MUST(!error.text[0] && e->kind != EVENT_UNKNOWN);
		MUST(event_truth(e, FIELD_MORE) == (i + 1 < d->event_count));
	}
}

/* What a result promises, whatever was typed. */
static void look_at_result(const struct command_result *d)
{
	MUST(text_is_clean(d->said.bytes, d->said.len));
	look_at_lines(d->warnings.bytes);
	switch (d->answer) {
	case ANSWER_DONE:
		MUST(d->event_count && d->said.len);
		look_at_events(d);
		return;
	case ANSWER_NOTHING: MUST(!d->event_count && !d->newcomer_count); return;
	case ANSWER_REFUSED: MUST(!d->event_count && is_said(d->error.text)); return;
	case ANSWER_ASKS:
		MUST(!d->event_count && is_said(d->error.text) && d->choice_count);
		for (size_t i = 0; i < d->choice_count; i++)
			MUST(is_said(d->choices[i].line) && is_said(d->choices[i].label));
		return;
	case ANSWER_SCREEN: MUST(!d->event_count && d->screen < COMMANDS); return;
	}
	must_fail(__FILE__, __LINE__, "the answer is one of those there are");
}

void world_do(struct world *w, const char *line, size_t len, struct command_result *result)
{
	struct command_result own;
	struct command_result *d = result ? result : &own;

	w->now += MS_SECOND;
	struct context context = world_context(w);
	command_result_init(d);
	command_read(d, line, len, &context);
	look_at_result(d);
	for (size_t i = 0; i < d->newcomer_count; i++) {
		newcomer_join(&w->agenda.people, &d->newcomers[i]);
		w->has_newcomers = true;
	}
	for (size_t i = 0; i < d->event_count; i++)
		happen(w, d->events[i]);
	d->event_count = 0;
	if (!result)
		command_result_release(&own);
}

void world_check_fold(struct world *w)
{
	struct buffer lived = BUFFER_EMPTY, folded = BUFFER_EMPTY;

	record_write(&lived, &w->session);
	refold(w);
	record_write(&folded, &w->session);
	if (strcmp(lived.bytes, folded.bytes) != 0)
		fprintf(stderr, "== lived\n%s== folded\n%s", lived.bytes, folded.bytes);
	MUST(strcmp(lived.bytes, folded.bytes) == 0);
	buffer_release(&lived);
	buffer_release(&folded);
}

static void start_over(struct world *w)
{
	w->now = BEGINS;
	session_init(&w->session, &w->agenda, &w->agenda.people);
	history_init(&w->history);
}

/* Keeps the events that have happened. */
static void keep_opening(struct world *w)
{
	w->opening_count = w->history.count;
	w->opening = mem_new(w->opening_count, sizeof *w->opening);
	for (size_t i = 0; i < w->opening_count; i++)
		w->opening[i] = packed_copy(history_at(&w->history, i));
	w->opened = w->now;
}

void world_open(struct world *w)
{
	setlocale(LC_ALL, "C.UTF-8");
	*w = (struct world){0};
	read_agenda(w);
	start_over(w);
	open_seat(w, "facilitator");
	open_seat(w, "rapporteur");
	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		world_do(w, opening[i], strlen(opening[i]), NULL);
	MUST(!w->has_newcomers);
	keep_opening(w);
}

void world_reset(struct world *w)
{
	session_release(&w->session);
	history_release(&w->history);
	if (w->has_newcomers) {
		agenda_release(&w->agenda);
		read_agenda(w);
		w->has_newcomers = false;
	}
	start_over(w);
	w->seat = "rapporteur";
	for (size_t i = 0; i < w->opening_count; i++)
		take_over(w, event_copy(w->opening[i]));
	w->now = w->opened;
}
