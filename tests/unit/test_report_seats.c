/* SPDX-License-Identifier: MIT */
/* test_report_seats.c - several seats of one session, live: a row each.
 *
 * Steps are parted by bars. `SEAT: LINE` does a line, `SEAT@N: LINE` does it at second N (else a
 * second after the last), `SEAT[` begins to type the next line, `SEAT<` takes what others wrote, `SEAT.` gives the seat back. What a seat
 * shows is asked for: `SEAT?notes`, `SEAT?late`, `SEAT?holder`, `SEAT?seen` (of its last line on
 * disk), `SEAT?present` (in the JSON of the summary), `SEAT?clock` (is it that of the line's own time?), `SEAT?json ID`. Lines say nothing when
 * they are done without a doubt. In the end every seat and a reader of the folder must have the
 * same record, without `seen` in it. Seats: f facilitator, r rapporteur, s rapporteur-2, t script. */
#include "unit/cases.h"
#include "unit/stage.h"

#include "report/report.h"
#include "seat/seat.h"

#include <sys/file.h>
#include <time.h>

enum { SEATS = 4 };
static const int64_t began = 1776348000000;

static const struct row {
	const char *name;
	const char *steps;
	const char *expected;
} rows[] = {
	{"what_one_does_another_shows", "f: One|r<|r?notes|r: Two|f<|f?notes", "r: One.\nf: One. Two.\n"},
	{"seen_says_what_was_seen", "f: One|f: Two|r<|r: Three|r?header|r?seen",
		"r: {facilitator: 3}\nr: none\n"},
	{"the_header_says_it_first", "f: One|r<|r: Two|r?header", "r: {facilitator: 2}\n"},
	{"seen_only_when_it_changed", "f: One|r<|r: Two|r: Three|r?seen|f: Four|r<|r: Five|r?seen",
		"r: none\nr: {facilitator: 3}\n"},
	{"nothing_seen", "f: One|r: Two|r?seen", "r: none\n"},
	{"seen_of_two", "f: One|s: Two|r<|r: Three|r?header", "r: {facilitator: 2, rapporteur-2: 2}\n"},
	{"seen_by_a_script_when_it_opens", "r: One|t: Two|t?header", "t: {rapporteur: 2}\n"},
	{"not_seen_is_what_came_while_it_was_typed",
		"f: One|r: Two|r<|r: Three|r[|f: Four|r<|r: Five|r?seen|r: Six|r?seen",
		"r: none\nr: {facilitator: 3}\n"},
	{"an_edit_begun_before_another_came",
		"f: One|r<|r: Two|f<|r[|f: /edit rapporteur-2 Three|r<|r: /edit rapporteur-2 Four|f<|"
		"f?json rapporteur-2",
		"f: Four; 1 facilitator Three; 2 rapporteur Four\n"},
	{"seen_again_after_opening_anew", "r: One|t: Two|t.|t: Three|t?seen", "t: none\n"},

	{"a_late_note_goes_where_it_belongs", "r@10: Late for r|f@5: Early|r<|r?notes|r?late|f<|f?late",
		"r: Early. Late for r.\nr: facilitator-2 late\nf:\n"},
	{"what_comes_in_order_is_not_late", "f@5: One|f@6: Two|r<|r?late", "r:\n"},
	{"two_that_come_together_are_not_late", "s<|f@5: One|s@4: Two|r<|r?notes|r?late",
		"r: Two. One.\nr:\n"},
	{"a_late_edit_marks_its_note",
		"r@1: One|f<|r@10: Two|f@5: /edit rapporteur-2 Won|r<|r?notes|r?late",
		"r: Won. Two.\nr: facilitator-2 late rapporteur-2 late\n"},
	{"a_late_request_is_marked", "r@1: /speak ops|f@0: /speak chair|r<|r?late|r?list",
		"r: facilitator-2 late\nr: chair* ops\n"},
	{"not_late_in_another_run", "r@10: Late for r|f@5: Early|r.|r: Three|r?late", "r:\n"},
	{"a_clock_far_ahead_makes_nobody_late",
		"f@200000: Tomorrow|r<|r@10: One|s<|s@20: Two|r<|r?late|r?notes",
		"r: the clock of another seat is over a day ahead: look at the clocks\n"
		"s: the clock of another seat is over a day ahead: look at the clocks\n"
		"r:\nr: One. Two. Tomorrow.\n"},

	{"a_clock_a_day_ahead_is_not_taken_over",
		"f@90000: Ahead|r<|r@10: One|r?clock|r@11: Two|r?clock",
		"r: the clock of another seat is over a day ahead: look at the clocks\nr: own\nr: own\n"},
	{"a_clock_an_hour_ahead_is", "f@3600: Ahead|r<|r@10: One|r?clock|r?notes",
		"r: 3589003 ms on\nr: Ahead. One.\n"},

	{"the_facilitator_holds_the_list", "f: /speak ops|r<|r: /next|r: /speak chair",
		"r! the list and the floor are with the seat facilitator: /take list really takes "
		"them over\nr! the list and the floor are with the seat facilitator: /take list "
		"really takes them over\n"},
	{"anybody_before_that", "f: One|r: /speak ops|f<|f: /speak chair|f?list", "f: ops chair\n"},
	{"taking_it_over_is_seen_by_all",
		"f: /speak ops|r<|r: /take list really|f<|s<|f?holder|s?holder|f: /next|r: /next|f<|f?list",
		"f: rapporteur\ns: rapporteur\nf! the list and the floor are with the seat rapporteur: "
		"/take list really takes them over\nf:\n"},
	{"leaving_frees_it", "f: /speak ops|f: /leave|r<|r?holder|r: /next|r?list", "r: nobody\nr:\n"},

	{"a_seat_that_is_open", "f@0: One|r@10: Two|f<|f@20: /seats|r<|r@900: /seats",
		"f= facilitator, this seat; rapporteur open\n"
		"r= facilitator open, silent 15 min; rapporteur, this seat\n"},
	{"a_seat_that_is_not", "r@10: Two|f<|r.|f@600: /seats",
		"f= rapporteur not open on this machine, silent 9 min\n"},
	{"hours_of_silence", "r@10: Two|f<|f@9000: /seats", "f= rapporteur open, silent 2 h\n"},
	{"nobody_has_written", "f: /seats", "f= no seat has written anything yet\n"},
	{"a_seat_that_left", "f: /speak ops|f: /leave|r<|f.|r: /seats", "r= facilitator has left\n"},
	{"the_json_says_so", "f@0: One|r@10: Two|t@20: Three|t.|f<|f@30?present",
		"f: [{\"seat\":\"facilitator\",\"open\":true,\"left\":false,\"last\":"
		"\"2026-04-16T14:00:00.000Z\",\"silent_ms\":30000},{\"seat\":\"rapporteur\","
		"\"open\":true,\"left\":false,\"last\":\"2026-04-16T14:00:10.000Z\","
		"\"silent_ms\":20000},{\"seat\":\"script\",\"open\":false,\"left\":false,"
		"\"last\":\"2026-04-16T14:00:20.000Z\",\"silent_ms\":10000}]\n"},

	{"two_edits_keep_both", "r: One|f<|s<|f: /edit 2 Won|s: /edit 2 Wan|r<|r?json rapporteur-2",
		"r: Wan; 1 facilitator Won; 2 rapporteur-2 Wan\n"},
	{"both_writers_are_shown_it", "r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|f<|r?json "
		"rapporteur-2|f?json rapporteur-2",
		"r: Wan; 1 facilitator Won; 2 rapporteur Wan\n"
		"f: Wan; 1 facilitator Won; 2 rapporteur Wan\n"},
	{"one_that_saw_the_other_is_none",
		"r: One|f<|f: /edit 2 Won|r<|r: /edit 2 Wan|f<|f?json rapporteur-2", "f: Wan\n"},
	{"agreeing_picks",
		"r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /agree 2 1|f<|f?json rapporteur-2",
		"f: Won\n"},
	{"undoing_the_agreement",
		"r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /agree 2 1|r: /undo|r?json rapporteur-2",
		"r: Wan; 1 facilitator Won; 2 rapporteur Wan\n"},
	{"undoing_an_edit_takes_it_out",
		"r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /undo|r?json rapporteur-2", "r: Won\n"},
	{"agreeing_without_a_number_asks",
		"r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /agree 2",
		"r? which of the 2 versions of rapporteur-2? its number, as in /agree rapporteur-2 1; "
		"/history rapporteur-2 says who wrote what (1 facilitator: Won = /agree rapporteur-2 "
		"1) (2 rapporteur: Wan = /agree rapporteur-2 2)\n"},
	{"agreeing_on_what_is_not_there",
		"r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /agree 2 3|r: /agree 2 x|r: /agree 2 1 "
		"now",
		"r! rapporteur-2 has no version '3': a number from 1 to 2 was expected\n"
		"r! rapporteur-2 has no version 'x': a number from 1 to 2 was expected\n"
		"r! nothing was expected after /agree NOTE N: not 'now'\n"},
	{"nothing_to_agree_on", "r: One|r: /agree 2 1",
		"r! rapporteur-2 has one text: there is nothing to agree on\n"},
	{"closing_with_a_conflict", "r: One|f<|f: /edit 2 Won|r: /edit 2 Wan|r<|r: /close",
		"r: notes in conflict still: 1 (/agree keeps one of two texts)\n"},
	{"an_action_point_too",
		"r: ! Publish it @ops|f<|f: /edit 2 Print it|r: /edit 2 Post it|r<|r?json rapporteur-2|"
		"r: /agree 2 1|r?json rapporteur-2",
		"r: Post it; 1 facilitator Print it; 2 rapporteur Post it\nr: Print it\n"},
	{"agreeing_undoes_what_was_confirmed",
		"r: ! Publish it @ops|f<|f: /edit 2 Print it|r: /edit 2 Post it|r<|r: /confirm 2|"
		"r: /agree 2 1",
		"r: rapporteur-2 is confirmed without a date\n"
		"r: the room confirmed rapporteur-2 as it was: /confirm rapporteur-2 when it confirms "
		"this\n"},
	{"a_correction_too", "r: One two|f<|f: /edit 2 Won two|r: s/two/too/|r<|r?json rapporteur-2",
		"r: One too; 1 facilitator Won two; 2 rapporteur One too\n"},
};

struct room {
	struct stage stage;
	struct seat *seats[SEATS];
	int64_t now;
	char begun; /* the seat at which a line was begun, or NUL … */
	size_t arrivals; /* … when so much had come */
	struct buffer out;
};

static const char letters[] = "frst";
static const char *const names[] = {"facilitator", "rapporteur", "rapporteur-2", "script"};

static struct seat *seat_of(struct room *room, char letter)
{
	size_t i = (size_t)(strchr(letters, letter) - letters);
	struct seat_options options = {.folder = room->stage.session, .name = names[i]};
	struct buffer notices = BUFFER_EMPTY;

	if (!room->seats[i] &&
		!seat_open(&room->seats[i], &options, &notices, &room->stage.error))
		fail_msg("%s", room->stage.error.text);
	buffer_release(&notices);
	return room->seats[i];
}

static void leave(struct room *room, char letter)
{
	size_t i = (size_t)(strchr(letters, letter) - letters);

	seat_close(room->seats[i]);
	room->seats[i] = NULL;
}

/* Lines */

static void say_choices(struct buffer *out, const struct command_result *result)
{
	for (size_t i = 0; i < result->choice_count; i++)
		buffer_format(out, " (%c %s = %s)", result->choices[i].key, result->choices[i].label,
			result->choices[i].line);
}

static void do_line(struct room *room, char letter, const char *line)
{
	struct moment moment = {.at = began + room->now * 1000, .now = began + room->now * 1000};
	struct seat *seat = seat_of(room, letter);
	struct command_result result;

	moment.has_arrivals = room->begun == letter;
	moment.arrivals = room->arrivals;
	if (moment.has_arrivals)
		room->begun = '\0';
	command_result_init(&result);
	seat_do(seat, line, strlen(line), &moment, &result);
	if (result.answer == ANSWER_REFUSED)
		buffer_format(&room->out, "%c! %s\n", letter, result.error.text);
	if (result.answer == ANSWER_ASKS) {
		buffer_format(&room->out, "%c? %s", letter, result.error.text);
		say_choices(&room->out, &result);
		buffer_char(&room->out, '\n');
	}
	if (result.answer == ANSWER_NOTHING)
		buffer_format(&room->out, "%c= %s\n", letter, result.said.bytes);
	if (result.answer == ANSWER_SCREEN)
		buffer_format(&room->out, "%c= %s\n", letter, result.said.bytes);
	if (result.warnings.len)
		buffer_format(&room->out, "%c: %s", letter, result.warnings.bytes);
	command_result_release(&result);
	assert_true(seat_wait(seat));
}

/* What a seat shows */

static void say_notes(struct buffer *out, struct seat *seat)
{
	const struct session *s = seat_session(seat);

	for (size_t i = 0; i < s->note_count; i++)
		buffer_format(out, " %s.", s->notes[i].text);
}

static void say_late(struct buffer *out, struct seat *seat)
{
	for (size_t i = 0; i < SEATS; i++)
		for (int seq = 2; seq < 20; seq++) { /* 1 is the header */
			char id[ID_SIZE];

			snprintf(id, sizeof id, "%s-%d", names[i], seq);
			if (seat_is_late(seat, id))
				buffer_format(out, " %s late", id);
		}
}

static void say_list(struct buffer *out, struct seat *seat)
{
	const struct session *s = seat_session(seat);

	for (size_t i = 0; i < s->waiting_count; i++)
		buffer_format(out, " %s%s", session_call(s, s->waiting[i].who, NAMING_ID),
			seat_is_late(seat, s->waiting[i].id) ? "*" : "");
}

/* The seat's log on disk: its first line, or the last. */
static void read_line_of(struct room *room, struct seat *seat, bool first, struct buffer *out)
{
	char name[64];
	char *line;

	snprintf(name, sizeof name, "log/%s.yaml", seat_name(seat));
	stage_read(out, room->stage.session, name);
	if (first) {
		buffer_cut(out, (size_t)(strchr(out->bytes, '\n') - out->bytes));
		return;
	}
	buffer_cut(out, out->len - 1);
	line = strrchr(out->bytes, '\n');
	if (line)
		buffer_remove(out, 0, (size_t)(line + 1 - out->bytes));
}

static void say_seen(struct room *room, struct seat *seat, bool first)
{
	struct buffer line = BUFFER_EMPTY;

	read_line_of(room, seat, first, &line);
	const char *seen = strstr(line.bytes, "seen: ");
	if (seen)
		buffer_format(&room->out, " %.*s", (int)(strchr(seen, '}') + 1 - seen - 6), seen + 6);
	else
		buffer_text(&room->out, " none");
	buffer_release(&line);
}

static void say_clock(struct room *room, struct seat *seat)
{
	struct buffer line = BUFFER_EMPTY;

	read_line_of(room, seat, false, &line);
	int64_t ahead = strtoll(strstr(line.bytes, "clock: ") + 7, NULL, 10) -
		(began + room->now * 1000);
	if (ahead < 1000)
		buffer_text(&room->out, " own");
	else
		buffer_format(&room->out, " %lld ms on", (long long)ahead);
	buffer_release(&line);
}

/* The text of the note and its versions, out of what show --json writes. */
static void say_json(struct buffer *out, struct seat *seat, const char *id)
{
	const struct session *s = seat_session(seat);
	struct buffer json = BUFFER_EMPTY, wanted = BUFFER_EMPTY;
	size_t note = session_note(s, id), count = session_version_count(s, note);

	buffer_format(out, " %s", s->notes[note].text);
	view_write_json(&json, s, s->notes[note].action == NONE ? VIEW_NOTES : VIEW_ACTIONS, NO_TIME);
	for (size_t n = 1; n <= count; n++) {
		const struct version *v = session_version(s, note, n);

		buffer_format(out, "; %zu %s %s", n, v->seat, version_text(s, v));
		buffer_format(&wanted, "%s{\"number\":%zu,\"text\":\"%s\",\"seat\":\"%s\",\"at\":\"",
			n == 1 ? "\"versions\":[" : "", n, version_text(s, v), v->seat);
		if (!strstr(json.bytes, wanted.bytes))
			buffer_format(out, " (not in the JSON)");
		buffer_reset(&wanted);
	}
	if (!count && strstr(json.bytes, "versions"))
		buffer_text(out, " (versions in the JSON)");
	buffer_release(&json);
	buffer_release(&wanted);
}

static void say_present(struct room *room, struct seat *seat)
{
	struct presence *present;
	size_t count = seat_present(seat, &present);
	struct buffer json = BUFFER_EMPTY;

	summary_write(&json, seat_session(seat), true, began + room->now * 1000, present, count);
	const char *at = strstr(json.bytes, "\"present\":");
	if (at)
		buffer_format(&room->out, " %.*s", (int)(strchr(at, ']') + 1 - at - 10), at + 10);
	free(present);
	buffer_release(&json);
}

static void ask(struct room *room, char letter, const char *what)
{
	struct seat *seat = seat_of(room, letter);
	const struct session *s = seat_session(seat);

	buffer_format(&room->out, "%c:", letter);
	if (strcmp(what, "notes") == 0)
		say_notes(&room->out, seat);
	else if (strcmp(what, "late") == 0)
		say_late(&room->out, seat);
	else if (strcmp(what, "list") == 0)
		say_list(&room->out, seat);
	else if (strcmp(what, "holder") == 0)
		buffer_format(&room->out, " %s", s->holder[0] ? s->holder : "nobody");
	else if (strcmp(what, "seen") == 0 || strcmp(what, "header") == 0)
		say_seen(room, seat, *what == 'h');
	else if (strcmp(what, "clock") == 0)
		say_clock(room, seat);
	else if (strcmp(what, "present") == 0)
		say_present(room, seat);
	else if (strncmp(what, "json ", 5) == 0)
		say_json(&room->out, seat, what + 5);
	else
		fail_msg("what is %s?", what);
	buffer_char(&room->out, '\n');
}

static void step(struct room *room, const char *text)
{
	char letter = *text++;

	room->now++;
	if (*text == '@')
		room->now = strtoll(text + 1, (char **)(uintptr_t)&text, 10);
	if (*text == ':')
		do_line(room, letter, text + 2);
	else if (*text == '<')
		seat_follow(seat_of(room, letter));
	else if (*text == '[') {
		room->begun = letter;
		room->arrivals = seat_arrivals(seat_of(room, letter));
	} else if (*text == '.')
		leave(room, letter);
	else
		ask(room, letter, text + 1);
}

/* Every seat's record, and that of a reader of the folder, are the same bytes. */
static void records_are_one(struct room *room)
{
	struct buffer record = BUFFER_EMPTY, other = BUFFER_EMPTY;
	struct loaded loaded;
	struct session session;

	assert_true(folder_load(&loaded, room->stage.session, &room->stage.error));
	session_init(&session, &loaded.agenda, &loaded.agenda.people);
	history_fold(&loaded.history, &session);
	record_write(&record, &session);
	session_release(&session);
	loaded_release(&loaded);
	assert_null(strstr(record.bytes, "seen"));
	for (size_t i = 0; i < SEATS; i++) {
		if (!room->seats[i])
			continue;
		seat_follow(room->seats[i]);
		buffer_reset(&other);
		record_write(&other, seat_session(room->seats[i]));
		assert_string_equal(other.bytes, record.bytes);
	}
	buffer_release(&record);
	buffer_release(&other);
}

static void meet(void **state)
{
	const struct row *row = *state;
	struct room room = {.out = BUFFER_EMPTY};
	char *steps = mem_text(row->steps), *rest = steps;
	char compared[1024];

	stage_open(&room.stage);
	stage_session(&room.stage);
	seat_of(&room, 'f');
	seat_of(&room, 'r');
	for (char *one = strtok_r(rest, "|", &rest); one; one = strtok_r(NULL, "|", &rest))
		step(&room, one);
	records_are_one(&room);
	for (size_t i = 0; i < SEATS; i++)
		seat_close(room.seats[i]);
	stage_close(&room.stage);
	free(steps);
	snprintf(compared, sizeof compared, "%s", room.out.bytes);
	buffer_release(&room.out);
	assert_string_equal(compared, row->expected);
}

/* Who only looks whether a seat is open holds its lock for a moment. Here it is given back as soon as
 * somebody waits for it, in place of the C library's waiting. */

static int looking = -1;

int nanosleep(const struct timespec *time, struct timespec *left)
{
	(void)time;
	(void)left;
	if (looking >= 0)
		close(looking);
	looking = -1;
	return 0;
}

static void look_keeps_nobody_out(void **state)
{
	struct stage stage;
	struct seat *seat = NULL;
	struct buffer notices = BUFFER_EMPTY;
	char path[512];

	(void)state;
	stage_open(&stage);
	stage_session(&stage);
	struct seat_options options = {
		.folder = stage.session, .name = "rapporteur", .or_next_free = true};
	snprintf(path, sizeof path, "%s/log/rapporteur.yaml", stage.session);
	looking = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(flock(looking, LOCK_SH | LOCK_NB), 0);
	assert_true(seat_open(&seat, &options, &notices, &stage.error));
	assert_string_equal(seat_name(seat), "rapporteur");
	assert_string_equal(notices.bytes, "");
	seat_close(seat);
	buffer_release(&notices);
	stage_close(&stage);
}

static struct seat *opened(struct stage *stage, const char *name, struct buffer *notices)
{
	struct seat_options options = {
		.folder = stage->session, .name = name, .read_only = !name};
	struct seat *seat = NULL;

	assert_true(seat_open(&seat, &options, notices, &stage->error));
	return seat;
}

/* A reader makes no secret, the first seat does, and all who come later have that one. */
static void older_session_gets_a_secret(void **state)
{
	struct stage stage;
	struct buffer notices = BUFFER_EMPTY;
	char path[512];

	(void)state;
	stage_open(&stage);
	stage_session(&stage);
	snprintf(path, sizeof path, "%s/" SECRET_FILE, stage.session);
	assert_int_equal(unlink(path), 0);
	struct seat *reader = opened(&stage, NULL, &notices);
	assert_int_not_equal(access(path, F_OK), 0);
	struct seat *first = opened(&stage, "facilitator", &notices);
	assert_int_equal(access(path, F_OK), 0);
	struct seat *second = opened(&stage, "rapporteur", &notices);
	struct seat *later = opened(&stage, NULL, &notices);
	bool same = memcmp(seat_secret(first), seat_secret(second), sizeof(struct secret)) == 0 &&
		memcmp(seat_secret(first), seat_secret(later), sizeof(struct secret)) == 0;
	bool derived = memcmp(seat_secret(reader), seat_secret(first), sizeof(struct secret)) != 0;
	seat_close(reader);
	seat_close(first);
	seat_close(second);
	seat_close(later);
	assert_string_equal(notices.bytes, "");
	assert_true(same && derived);
	buffer_release(&notices);
	stage_close(&stage);
}

static void open_modes_are_seen_within_a_minute(void **state)
{
	struct stage stage;
	struct buffer notices = BUFFER_EMPTY;
	char seen[5] = "";

	(void)state;
	stage_open(&stage);
	stage_session(&stage);
	struct seat *seat = opened(&stage, "rapporteur", &notices);
	assert_string_equal(notices.bytes, "");
	seen[0] = seat_is_exposed(seat, began) ? 'y' : 'n';
	chmod(stage.session, 0755);
	seen[1] = seat_is_exposed(seat, began + 1) ? 'y' : 'n';
	seen[2] = seat_is_exposed(seat, began + MS_MINUTE) ? 'y' : 'n';
	chmod(stage.session, 0700);
	seen[3] = seat_is_exposed(seat, began + 2 * MS_MINUTE) ? 'y' : 'n';
	seat_close(seat);
	assert_string_equal(seen, "nnyn");
	chmod(stage.session, 0750);
	seat_close(opened(&stage, NULL, &notices));
	bool told = strstr(notices.bytes, "other users of this machine can read ") != NULL;
	buffer_release(&notices);
	stage_close(&stage);
	assert_true(told);
}

int main(void)
{
	enum { COUNT = sizeof rows / sizeof *rows };
	static struct CMUnitTest tests[COUNT + 3];

	for (size_t i = 0; i < COUNT; i++)
		tests[i] = (struct CMUnitTest){
			rows[i].name, meet, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT] = (struct CMUnitTest){
		"a_look_keeps_nobody_out", look_keeps_nobody_out, NULL, NULL, NULL};
	tests[COUNT + 1] = (struct CMUnitTest){
		"an_older_session_gets_a_secret", older_session_gets_a_secret, NULL, NULL, NULL};
	tests[COUNT + 2] = (struct CMUnitTest){"open_modes_are_seen_within_a_minute",
		open_modes_are_seen_within_a_minute, NULL, NULL, NULL};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
