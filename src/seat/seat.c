/* SPDX-License-Identifier: MIT */
/* seat.c - one open seat: a line becomes events, is written down and made true. */
#include "seat/seat.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/memory.h"
#include "journal/follow.h"
#include "text/text.h"

enum { SEATS_TRIED = 9 };

struct seat {
	char name[NAME_SIZE];
	bool facilitates;
	bool read_only;
	struct loaded folder;
	struct session session;
	struct journal *journal; /* NULL when read-only */
	struct follower follower;
	int64_t last;            /* of this seat's events */
	int64_t last_at;         /* of those but the header */
	int64_t next_was;        /* when this seat last did /next */
	bool told_ahead;         /* that some seat's clock is over a day ahead */
};

/* Opening */

static bool name_facilitates(const char *name)
{
	return strcmp(name, "facilitator") == 0 || strncmp(name, "facilitator-", 12) == 0;
}

static bool name_numbered(char out[NAME_SIZE], const char *name, int number)
{
	int len = number == 1 ? snprintf(out, NAME_SIZE, "%s", name)
			      : snprintf(out, NAME_SIZE, "%s-%d", name, number);

	return len > 0 && len < NAME_SIZE;
}

/* Takes the seat asked for, or with `or_next_free` the next one that nobody holds. */
static bool take_seat(struct seat *seat, const struct seat_options *options, struct buffer *notices,
	struct error *error)
{
	int most = options->or_next_free ? SEATS_TRIED : 1;
	bool held = false;

	for (int number = 1; number <= most; number++) {
		if (!name_numbered(seat->name, options->name, number))
			return error_status(error, 2, "the name of seat '%s' is too long", options->name);
		if (journal_open(&seat->journal, options->folder, seat->name, &held, notices, error)) {
			if (number > 1)
				buffer_format(notices, "seat %s is held, this is %s\n", options->name,
					seat->name);
			return true;
		}
		if (!held)
			return false;
	}
	return false;
}

static void find_own_last(struct seat *seat)
{
	seat->last = history_last(&seat->folder.history, seat->name, &seat->last_at);
}

static void refold(struct seat *seat)
{
	size_t version = seat->session.version;

	session_release(&seat->session);
	session_init(&seat->session, &seat->folder.agenda, &seat->folder.agenda.people);
	history_fold(&seat->folder.history, &seat->session);
	seat->session.version += version + 1;
}

static void go_read_only(struct seat *seat, const char *why, struct buffer *notices)
{
	journal_close(seat->journal);
	seat->journal = NULL;
	seat->read_only = true;
	if (why)
		buffer_format(notices, "read-only: %s\n", why);
}

bool seat_open(struct seat **out, const struct seat_options *options, struct buffer *notices,
	struct error *error)
{
	struct seat *seat = mem_new(1, sizeof *seat);

	seat->read_only = options->read_only;
	seat->next_was = NO_TIME;
	if (options->read_only)
		name_numbered(seat->name, options->name ? options->name : "reader", 1);
	else if (!text_is_id(options->name)) {
		error_status(error, 2, "a seat is called by an id such as rapporteur, not '%s'",
			options->name);
		free(seat);
		return false;
	}
	follow_start(&seat->follower, options->folder); /* before reading: nothing falls between */
	if ((!seat->read_only && !take_seat(seat, options, notices, error)) ||
		!folder_load(&seat->folder, options->folder, error)) {
		journal_close(seat->journal);
		follow_stop(&seat->follower);
		free(seat);
		return false;
	}
	seat->facilitates = !seat->read_only && name_facilitates(seat->name);
	session_init(&seat->session, &seat->folder.agenda, &seat->folder.agenda.people);
	history_fold(&seat->folder.history, &seat->session);
	find_own_last(seat);
	if (seat->folder.readonly && !seat->read_only)
		go_read_only(seat, seat->folder.why, notices);
	*out = seat;
	return true;
}

void seat_close(struct seat *seat)
{
	if (!seat)
		return;
	journal_close(seat->journal);
	follow_stop(&seat->follower);
	session_release(&seat->session);
	loaded_release(&seat->folder);
	free(seat);
}

/* What it shows */

const struct session *seat_session(const struct seat *seat)
{
	return &seat->session;
}

const struct history *seat_history(const struct seat *seat)
{
	return &seat->folder.history;
}

const struct agenda *seat_agenda(const struct seat *seat)
{
	return &seat->folder.agenda;
}

const char *seat_folder(const struct seat *seat)
{
	return seat->folder.path;
}

const char *seat_name(const struct seat *seat)
{
	return seat->name;
}

bool seat_is_read_only(const struct seat *seat)
{
	return seat->read_only;
}

int64_t seat_last(const struct seat *seat)
{
	return seat->last;
}

int64_t seat_last_at(const struct seat *seat)
{
	return seat->last_at;
}

int64_t seat_safe(const struct seat *seat)
{
	return seat->journal ? journal_safe(seat->journal) : seat->last;
}

const char *seat_failure(const struct seat *seat)
{
	return seat->journal ? journal_failure(seat->journal) : NULL;
}

int seat_fd(const struct seat *seat)
{
	return seat->journal ? journal_fd(seat->journal) : -1;
}

void seat_heard(struct seat *seat)
{
	if (seat->journal)
		journal_heard(seat->journal);
}

bool seat_wait(struct seat *seat)
{
	return !seat->journal || journal_wait(seat->journal);
}

/* Doing */

/* True when the file written next wants its header; *seq is the header's number. */
static bool needs_header(const struct seat *seat, int64_t *seq)
{
	return seat->journal && journal_needs_header(seat->journal, seq);
}

/* The number that the next event of a typed line gets. */
static int64_t next_seq(const struct seat *seat)
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

/* Gives the event its number, time and place in the order of all seats. */
static void stamp(struct seat *seat, struct event *e, int64_t seq, int64_t at)
{
	int64_t clock = history_clock(&seat->folder.history, at + MS_DAY) + 1;

	snprintf(e->seat, sizeof e->seat, "%s", seat->name);
	e->seq = seq;
	e->at = at;
	e->clock = at > clock ? at : clock;
}

/* Takes the event into the history; true when the session must be folded anew. */
static bool take_in(struct seat *seat, struct event *event, struct buffer *doubts)
{
	struct error why = {0};
	bool in_order = false;

	if (!history_add(&seat->folder.history, event, &in_order))
		return false;
	if (!in_order)
		return true;
	if (!session_apply(&seat->session, event, &why) && why.text[0])
		buffer_format(doubts, "without effect: %s\n", why.text);
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
static void write_header(struct seat *seat, int64_t seq, int64_t at)
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
	line_write(&line, e);
	journal_append(seat->journal, line.bytes, line.len, seq);
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

static void write_newcomers(struct seat *seat, const struct deed *deed)
{
	struct buffer lines = BUFFER_EMPTY;

	for (size_t i = 0; i < deed->newcomer_count; i++) {
		newcomer_write(&lines, &deed->newcomers[i]);
		newcomer_join(&seat->folder.agenda.people, &deed->newcomers[i]);
	}
	if (lines.len)
		journal_append_people(seat->journal, lines.bytes, lines.len);
	buffer_release(&lines);
}

bool seat_retry(struct seat *seat)
{
	int64_t header;

	if (!seat->journal)
		return true;
	if (journal_failure(seat->journal))
		journal_retry(seat->journal);
	if (seat->last_at != NO_TIME && needs_header(seat, &header))
		write_header(seat, header, seat->last_at);
	return journal_wait(seat->journal);
}

/* A note has the time of its first keystroke, all else that of Enter. */
static int64_t time_of(const struct event *e, const struct moment *moment)
{
	return e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN ? moment->at : moment->now;
}

/* Writes the deed's events with one write and makes them true. Takes the events over. */
static void write_events(struct seat *seat, struct deed *deed, const struct moment *moment,
	struct reply *reply)
{
	struct buffer lines = BUFFER_EMPTY;
	bool anew = false;

	reply->first = seat->last + 1;
	for (size_t i = 0; i < deed->event_count; i++) {
		struct event *e = deed->events[i];

		stamp(seat, e, ++seat->last, time_of(e, moment));
		seat->last_at = e->at;
		line_write(&lines, e);
		if (e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN)
			event_id(e, reply->id);
		if (take_in(seat, e, &deed->doubts))
			anew = true;
	}
	deed->event_count = 0;
	reply->last = seat->last;
	journal_append(seat->journal, lines.bytes, lines.len, seat->last);
	buffer_release(&lines);
	if (anew)
		refold(seat);
}

static void write_down(struct seat *seat, struct deed *deed, const struct moment *moment,
	struct reply *reply)
{
	int64_t header;

	write_newcomers(seat, deed);
	if (needs_header(seat, &header))
		write_header(seat, header, moment->at < moment->now ? moment->at : moment->now);
	write_events(seat, deed, moment, reply);
	if (deed->command == COMMAND_NEXT)
		seat->next_was = moment->now;
	reply->closed = seat->session.state == MEETING_CLOSED;
}

void reply_init(struct reply *r)
{
	*r = (struct reply){.command = COMMAND_NONE, .screen = COMMAND_NONE};
	buffer_init(&r->said);
	buffer_init(&r->doubts);
}

void reply_release(struct reply *r)
{
	for (size_t i = 0; i < r->choice_count; i++) {
		free(r->choices[i].label);
		free(r->choices[i].line);
	}
	free(r->choices);
	free(r->argument);
	buffer_release(&r->said);
	buffer_release(&r->doubts);
	reply_init(r);
}

/* Moves what the deed says into the reply. */
static void hand_over(struct reply *reply, struct deed *deed)
{
	reply->answer = deed->answer;
	reply->command = deed->command;
	reply->screen = deed->screen;
	reply->error = deed->error;
	reply->said = deed->said;
	reply->doubts = deed->doubts;
	reply->choices = deed->choices;
	reply->choice_count = deed->choice_count;
	reply->argument = deed->argument;
	buffer_init(&deed->said);
	buffer_init(&deed->doubts);
	deed->choices = NULL;
	deed->choice_count = 0;
	deed->argument = NULL;
}

/* A clock over a day ahead of this one is not taken over, and that is told once. */
static void tell_clock_ahead(struct seat *seat, int64_t now, struct buffer *doubts)
{
	if (seat->told_ahead || seat->folder.history.clock <= now + MS_DAY)
		return;
	seat->told_ahead = true;
	buffer_text(doubts, "the clock of another seat is over a day ahead: look at the clocks\n");
}

void seat_do(struct seat *seat, const char *line, size_t len, const struct moment *moment,
	struct reply *reply)
{
	struct deed deed;

	reply_release(reply);
	deed_init(&deed);
	if (seat->journal && journal_failure(seat->journal))
		journal_retry(seat->journal);
	struct context context = seat_context(seat, moment);
	command_read(&deed, line, len, &context);
	if (deed.answer == ANSWER_DONE && !seat->journal) {
		deed.answer = ANSWER_REFUSED;
		error_set(&deed.error, "nothing was done: this session is open read-only here");
	} else if (deed.answer == ANSWER_DONE) {
		tell_clock_ahead(seat, moment->now, &deed.doubts);
		write_down(seat, &deed, moment, reply);
	} else if (deed.answer == ANSWER_NOTHING && deed.command == COMMAND_CLOSE) {
		reply->closed = seat->journal && seat->session.state == MEETING_CLOSED;
	}
	hand_over(reply, &deed);
	deed_release(&deed);
}

void seat_clock_stepped(struct seat *seat, int64_t now, int64_t step)
{
	struct reply reply;
	struct deed deed;
	struct moment moment = {.at = now, .now = now};

	if (!seat->journal || seat->last == 0)
		return;
	reply_init(&reply);
	deed_init(&deed);
	struct event *e = event_new(EVENT_CLOCK_STEPPED);
	event_set_number(e, FIELD_STEP, step);
	deed.events = array_room(deed.events, 0, &deed.event_room, sizeof *deed.events);
	deed.events[deed.event_count++] = e;
	write_down(seat, &deed, &moment, &reply);
	deed_release(&deed);
	reply_release(&reply);
}

/* The line being typed */

/* A draft has the form of a log line: a note that has not been kept. */
void seat_draft(struct seat *seat, const char *text, const struct moment *moment)
{
	struct buffer line = BUFFER_EMPTY;

	if (!seat->journal)
		return;
	if (text && *text && !line_is_private(text)) {
		struct event *e = event_new(EVENT_NOTED);

		event_set_text(e, FIELD_KIND, "draft");
		event_set_text(e, FIELD_TEXT, text);
		if (moment->has_speaker && moment->speaker != NONE)
			event_set_text(e, FIELD_BY,
				seat->session.attendees[moment->speaker].number);
		stamp(seat, e, next_seq(seat), moment->at);
		line_write(&line, e);
		event_free(e);
	}
	journal_draft(seat->journal, line.bytes, line.len);
	buffer_release(&line);
}

bool seat_draft_left(const struct seat *seat, struct draft *out)
{
	struct buffer path = BUFFER_EMPTY, bytes = BUFFER_EMPTY;
	struct error unread = {0};
	struct event *e = NULL;

	buffer_format(&path, "%s/draft/%s.yaml", seat->folder.path, seat->name);
	if (!seat->read_only && file_read(&bytes, path.bytes, 1 << 20, &unread) && bytes.len)
		e = line_read(bytes.bytes, bytes.len - 1, seat->name);
	if (e)
		*out = (struct draft){mem_text(event_text(e, FIELD_TEXT)), e->at,
			mem_text(event_text(e, FIELD_BY))};
	bool left = e && out->text;
	event_free(e);
	buffer_release(&path);
	buffer_release(&bytes);
	return left;
}

/* Following the other seats */

int seat_follow_fd(const struct seat *seat)
{
	return seat->follower.fd;
}

bool seat_follow(struct seat *seat)
{
	const char *own = seat->journal ? seat->name : NULL;
	struct buffer unsaid = BUFFER_EMPTY;
	struct event **events;
	bool anew = false;

	if (!follow_noticed(&seat->follower, own))
		return false;
	size_t count = follow_take(&seat->follower, &seat->folder, own, &events);
	for (size_t i = 0; i < count; i++)
		if (take_in(seat, events[i], &unsaid))
			anew = true;
	free(events);
	buffer_release(&unsaid);
	if (anew)
		refold(seat);
	if (!seat->journal)
		find_own_last(seat);
	return count > 0;
}
