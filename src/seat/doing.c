/* SPDX-License-Identifier: MIT */
/* doing.c - a typed line becomes events, is written down and made true. */
#include "seat/seat_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/memory.h"
#include "journal/fallback.h"
#include "log/event_line.h"
#include "log/people_lines.h"
#include "seat/stamp.h"

enum { FILES_TRIED = 3 };

/* True when the file written next wants its header; *seq is the header's number. */
static bool needs_header(const struct seat *seat, int64_t *seq)
{
	return seat->journal && journal_needs_header(seat->journal, seq);
}

int64_t next_seq(const struct seat *seat)
{
	int64_t header;

	return seat->last == 0 && needs_header(seat, &header) ? header + 1 : seat->last + 1;
}

struct context seat_context(const struct seat *seat, const struct moment *moment)
{
	return (struct context){
		.session = &seat->session,
		.history = &seat->folder.history,
		.people = &seat->folder.agenda.people,
		.seat = seat->name,
		.facilitates = seat->facilitates,
		.at = moment->at,
		.now = moment->now,
		.has_speaker = moment->has_speaker,
		.speaker = moment->speaker,
		.speech = moment->speech,
		.next_seq = next_seq(seat),
		.expand = moment->expand,
		.next_was = moment->expand ? NO_TIME : seat->next_was,
	};
}

void stamp(struct seat *seat, struct event *e, int64_t seq, int64_t at)
{
	stamp_event(e, seat->name, seq, at, &seat->folder.history);
}

bool take_in(struct seat *seat, struct event *event, struct buffer *warnings)
{
	struct error why = {0};
	bool in_order = false;

	if (!history_add(&seat->folder.history, event, &in_order))
		return false;
	if (!in_order)
		return true;
	if (!history_apply_last(&seat->folder.history, &seat->session, &why) && why.text[0])
		buffer_format(warnings, "without effect: %s\n", why.text);
	return false;
}

static void random_id(char out[17])
{
	unsigned char bytes[8] = {0};

	if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
		memset(bytes, 0, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++)
		snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

/* Writes the header of a new log file; of the seat's first one it is an event like any other. */
static void write_header(struct seat *seat, int64_t seq, int64_t at, const struct moment *moment)
{
	struct event *e = event_new(EVENT_OPENED);
	struct buffer line = BUFFER_EMPTY, unused = BUFFER_EMPTY;
	char log[17] = "";

	random_id(log);
	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, seat->folder.agenda.session);
	event_set_text(e, FIELD_SEAT, seat->name);
	event_set_text(e, FIELD_ROLE, seat->facilitates ? "facilitator" : "rapporteur");
	event_set_text(e, FIELD_LOG, log);
	event_set_text(e, FIELD_VERSION, ROUNDTABLE_VERSION);
	stamp(seat, e, seq, at);
	if (seat->last == 0)
		set_seen(seat, e, moment);
	line_write(&line, e);
	journal_header(seat->journal, line.bytes, line.len);
	if (seat->last == 0) {
		seat->last = seq;
		if (take_in(seat, e, &unused))
			refold(seat);
	} else {
		event_free(e);
	}
	buffer_release(&line);
	buffer_release(&unused);
}

static void write_newcomers(struct seat *seat, const struct command_result *result)
{
	struct buffer lines = BUFFER_EMPTY;

	for (size_t i = 0; i < result->newcomer_count; i++) {
		newcomer_write(&lines, &result->newcomers[i]);
		newcomer_join(&seat->folder.agenda.people, &result->newcomers[i]);
	}
	if (lines.len)
		journal_append_people(seat->journal, lines.bytes, lines.len);
	buffer_release(&lines);
}

void go_on_in_new_file(struct seat *seat)
{
	int64_t header;

	if (seat->last_at != NO_TIME && journal_failure(seat->journal) && needs_header(seat, &header))
		write_header(seat, header, seat->last_at, NULL);
}

/* A new file may fail as well, and a folder elsewhere after it. */
static bool save(struct seat *seat, void (*again)(struct journal *))
{
	bool saved = !seat->journal;

	for (int i = 0; i < FILES_TRIED && !saved; i++) {
		again(seat->journal);
		saved = journal_wait(seat->journal);
		if (saved)
			break;
		go_on_in_new_file(seat);
		saved = journal_wait(seat->journal);
	}
	return saved;
}

bool seat_retry(struct seat *seat)
{
	return save(seat, journal_retry);
}

bool seat_save_elsewhere(struct seat *seat)
{
	return save(seat, journal_leave_folder);
}

/* A note has the time of its first keystroke, all else that of Enter. */
static int64_t time_of(const struct event *e, const struct moment *moment)
{
	return e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN ? moment->at : moment->now;
}

/* The name of an action point outside the session says nothing of its seat or number. */
static void set_uid(struct event *e)
{
	char uid[17] = "";

	random_id(uid);
	event_set_text(e, FIELD_UID, uid);
}

/* Gives the result's events their numbers and times, and their lines to the disk, with one write. */
static void write_lines(struct seat *seat, struct command_result *result,
	const struct moment *moment)
{
	struct buffer lines = BUFFER_EMPTY;
	int64_t before = 0;

	for (size_t i = 0; i < result->event_count; i++) {
		struct event *e = result->events[i];

		if (e->kind == EVENT_ACTION_TAKEN)
			set_uid(e);
		stamp(seat, e, ++seat->last, time_of(e, moment));
		if (e->clock <= before) /* that one is not in the history yet */
			e->clock = before + 1;
		before = e->clock;
		seat->last_at = e->at;
		if (i == 0)
			set_seen(seat, e, moment);
		line_write(&lines, e);
		if (e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN)
			event_id(e, result->id);
	}
	journal_append(seat->journal, lines.bytes, lines.len, seat->last);
	buffer_release(&lines);
}

/* Writes the result's events and, while the disk is at it, makes them true. Takes the events over. */
static void write_events(struct seat *seat, struct command_result *result,
	const struct moment *moment)
{
	bool anew = false;

	result->first = seat->last + 1;
	write_lines(seat, result, moment);
	result->last = seat->last;
	for (size_t i = 0; i < result->event_count; i++)
		if (take_in(seat, result->events[i], &result->warnings))
			anew = true;
	result->event_count = 0;
	if (anew)
		refold(seat);
}

static void write_down(struct seat *seat, struct command_result *result,
	const struct moment *moment)
{
	int64_t header;

	write_newcomers(seat, result);
	if (needs_header(seat, &header))
		write_header(seat, header, moment->at < moment->now ? moment->at : moment->now,
			moment);
	write_events(seat, result, moment);
	if (result->command == COMMAND_NEXT)
		seat->next_was = moment->now;
	result->closed = seat->session.state == MEETING_CLOSED;
}

void seat_do(struct seat *seat, const char *line, size_t len, const struct moment *moment,
	struct command_result *result)
{
	command_result_release(result);
	if (seat->journal && journal_failure(seat->journal))
		journal_retry(seat->journal);
	struct context context = seat_context(seat, moment);
	command_read(result, line, len, &context);
	if (result->answer == ANSWER_SCREEN && result->screen == COMMAND_SEATS)
		seat_say_present(seat, moment->now, &result->said);
	if (result->answer == ANSWER_DONE && !seat->journal) {
		result->answer = ANSWER_REFUSED;
		error_set(&result->error, "nothing was done: this session is open read-only here");
	} else if (result->answer == ANSWER_DONE) {
		tell_clock_ahead(seat, moment->now, &result->warnings);
		if (result->command == COMMAND_CLOSE) /* the record is written without them */
			fallback_tell_all(seat->folder.path, &result->warnings);
		write_down(seat, result, moment);
	} else if (result->answer == ANSWER_NOTHING && result->command == COMMAND_CLOSE) {
		result->closed = seat->journal && seat->session.state == MEETING_CLOSED;
	}
}

void seat_clock_stepped(struct seat *seat, int64_t now, int64_t step)
{
	struct command_result result;
	struct moment moment = {.at = now, .now = now};

	if (!seat->journal || seat->last == 0)
		return;
	command_result_init(&result);
	struct event *e = event_new(EVENT_CLOCK_STEPPED);
	event_set_number(e, FIELD_STEP, step);
	result.events = array_room(result.events, 0, &result.event_room, sizeof *result.events);
	result.events[result.event_count++] = e;
	write_down(seat, &result, &moment);
	command_result_release(&result);
}
