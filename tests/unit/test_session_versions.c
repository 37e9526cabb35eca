/* SPDX-License-Identifier: MIT */
/* test_session_versions.c - two seats write one note anew: a row each, every row in many orders of
 * arrival, and random meetings against a second model of what had been seen. */
#include "unit/cases.h"

#include "base/memory.h"
#include "session/changes.h"
#include "session/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVENTS_MOST = 40, ORDERS = 40, MEETINGS = 3000, SEATS = 5, ACTS = 12 };

/* Input: acts by spaces. An act is SEAT, the letters of the seats whose events so far it has seen
 * since, and `:TEXT` for an edit, `!TEXT` for what was agreed on, `-N` for an undo of its Nth event,
 * `+N` for a redo, `.` for another act, `/` for one that is void. The note itself is a-1. */
static const struct row {
	const char *name;
	const char *input;
	const char *expected; /* its text; then the versions that stand beside each other */
} rows[] = {
	{"nobody", ".", "note;"},
	{"one_edit", "ba:x", "x;"},
	{"its_own_seat_twice", "a:x a:y", "y;"},
	{"two_that_had_not_seen", "ba:x ca:y", "y; b=x c=y"},
	{"its_own_and_another", "a:x ba:y", "y;"},
	{"its_author_had_not_seen", "ba:x a:y", "y; b=x a=y"},
	{"one_had_seen", "ba:x cab:y", "y;"},
	{"seen_by_an_act_before", "ba:x cab. c:y", "y;"},
	{"seen_only_later", "ba:x ca:y cb.", "y; b=x c=y"},
	{"the_note_not_seen_either", "b:x c:y", "y; b=x c=y"},
	{"three_that_had_not_seen", "ba:x ca:y da:z", "z; b=x c=y d=z"},
	{"the_third_had_seen_one", "ba:x ca:y dab:z", "z; c=y d=z"},
	{"the_third_had_seen_both", "ba:x ca:y dabc:z", "z;"},
	{"a_fourth_beside_one_that_had_seen", "ba:x ca:y dabc:z ea:w", "w; d=z e=w"},
	{"one_goes_on_alone", "ba:x ca:y b:z", "z; c=y b=z"},
	{"both_go_on_alone", "ba:x ca:y b:z c:w", "w; b=z c=w"},
	{"of_one_mind", "ba:x ca:x", "x;"},
	{"of_one_mind_and_a_third", "ba:x ca:x da:y", "y; c=x d=y"},
	{"what_is_said_later_counts_once", "ba:x ca:y da:x", "x; c=y d=x"},
	{"agreed_on_the_earlier", "ba:x ca:y db!x", "x; c=y d=x"},
	{"agreed_by_who_saw_both", "ba:x ca:y dbc!x", "x;"},
	{"agreed_by_one_of_them", "ba:x ca:y bc!x", "x;"},
	{"agreed_differently", "ba:x ca:y bc!x cb!y", "y;"},
	{"agreed_differently_at_once", "ba:x ca:y db. bc!x dc!y", "y; b=x d=y"},
	{"agreement_undone", "ba:x ca:y bc!x b-2", "y; b=x c=y"},
	{"agreement_done_again", "ba:x ca:y bc!x b-2 b+2", "x;"},
	{"the_later_undone", "ba:x ca:y c-1", "x;"},
	{"the_earlier_undone", "ba:x ca:y b-1", "y;"},
	{"seen_by_what_was_undone", "ba:x cab. c-1 c:y", "y;"},
	{"seen_by_what_was_void", "ba:x cab/ c:y", "y;"},
	{"seen_from_the_next_one_undone_on", "ba:x ca:y cb:z c-2", "y; b=x c=y"},
	{"redone", "ba:x ca:y c-1 c+1", "y; b=x c=y"},
};

struct world {
	struct agenda agenda;
	struct event *events[EVENTS_MOST];
	size_t count;
	int64_t last[26];            /* of each seat */
};

static struct event *new_event(struct world *w, char seat, enum event_kind kind)
{
	struct event *e = event_new(kind);

	snprintf(e->seat, sizeof e->seat, "%c", seat);
	e->seq = ++w->last[seat - 'a'];
	e->clock = e->at = (int64_t)(w->count + 1) * 10;
	assert_true(w->count < EVENTS_MOST);
	w->events[w->count++] = e;
	return e;
}

static void set_mark(struct event *e, enum field field, int64_t number)
{
	event_add_number(e, field, number);
}

static struct event *act_event(struct world *w, char seat, const char *act)
{
	char text[2] = {act[1], '\0'};
	struct event *e;

	switch (act[0]) {
	case ':':
	case '!':
		e = new_event(w, seat, act[0] == ':' ? EVENT_EDITED : EVENT_AGREED);
		event_set_text(e, FIELD_NOTE, "a-1");
		event_set_text(e, FIELD_TEXT, text);
		return e;
	case '-':
	case '+':
		e = new_event(w, seat, act[0] == '-' ? EVENT_UNDONE : EVENT_REDONE);
		set_mark(e, act[0] == '-' ? FIELD_UNDOES : FIELD_REDOES, act[1] - '0' + 1);
		return e;
	case '/':
		e = new_event(w, seat, EVENT_DROPPED);
		event_set_text(e, FIELD_NOTE, "z-9");
		return e;
	default:
		return new_event(w, seat, EVENT_LIST_CLEARED);
	}
}

static void opened(struct world *w)
{
	*w = (struct world){.agenda = {.title = mem_text("Test"), .zone = mem_text("UTC")}};
	struct event *note = new_event(w, 'a', EVENT_NOTED);

	event_set_text(note, FIELD_KIND, "point");
	event_set_text(note, FIELD_TEXT, "note");
	for (char seat = 'b'; seat < 'b' + SEATS - 1; seat++)
		new_event(w, seat, EVENT_LIST_CLEARED); /* number 1 is never undone */
}

static void play(struct world *w, const char *input)
{
	char *acts = mem_text(input), *rest = acts;

	opened(w);
	for (char *act = strtok_r(rest, " ", &rest); act; act = strtok_r(NULL, " ", &rest)) {
		char seat = act[0] >= 'a' && act[0] <= 'z' ? *act++ : 'a';
		const char *others = act;

		act += strspn(act, "abcdefgh");
		int64_t seen[26];
		memcpy(seen, w->last, sizeof seen);
		struct event *e = act_event(w, seat, act);
		for (; others < act; others++) {
			char name[2] = {*others, '\0'};

			event_set_seen(e, name, seen[*others - 'a']);
		}
	}
	free(acts);
}

/* A small generator, so that every run makes the same meetings. */
static uint32_t seed;

static size_t some(size_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (size_t)(seed >> 8) % below;
}

static void say(struct buffer *out, const struct session *s)
{
	size_t note = session_note(s, "a-1");

	buffer_format(out, "%s;", s->notes[note].text);
	for (size_t n = 1; n <= session_version_count(s, note); n++) {
		const struct version *v = session_version(s, note, n);

		buffer_format(out, " %s=%s", v->seat, version_text(s, v));
	}
	if (session_version(s, note, 0) ||
		session_version(s, note, session_version_count(s, note) + 1))
		buffer_text(out, " and more");
}

/* The events in some order of arrival, each taken as a seat takes it. */
static void arrive(const struct world *w, size_t turn, struct buffer *out)
{
	const struct event *order[EVENTS_MOST];
	struct history history;
	struct session session;
	struct error why;

	memcpy(order, w->events, sizeof order);
	for (size_t i = w->count; turn && i > 1; i--) {
		size_t k = turn == 1 ? (i > w->count / 2 ? w->count - i : i - 1) : some(i);
		const struct event *e = order[i - 1];

		order[i - 1] = order[k];
		order[k] = e;
	}
	history_init(&history);
	session_init(&session, &w->agenda, &w->agenda.people);
	for (size_t i = 0; i < w->count; i++) {
		bool in_order;

		history_add(&history, event_copy(order[i]), &in_order);
		if (in_order) {
			history_apply_last(&history, &session, &why);
			continue;
		}
		session_release(&session);
		session_init(&session, &w->agenda, &w->agenda.people);
		history_fold(&history, &session);
	}
	say(out, &session);
	session_release(&session);
	history_release(&history);
}

static void release(struct world *w)
{
	for (size_t i = 0; i < w->count; i++)
		event_free(w->events[i]);
	free(w->agenda.title);
	free(w->agenda.zone);
}

static void holds_in_every_order(const struct world *w, const char *expected)
{
	for (size_t turn = 0; turn < ORDERS; turn++) {
		struct buffer got = BUFFER_EMPTY;
		char compared[256];

		arrive(w, turn, &got);
		snprintf(compared, sizeof compared, "%s", got.bytes);
		buffer_release(&got);
		assert_string_equal(compared, expected);
	}
}

static void one_row(void **state)
{
	const struct row *row = *state;
	struct world w;

	play(&w, row->input);
	holds_in_every_order(&w, row->expected);
	release(&w);
}

/* A second model: every pair of texts is compared by what the later one's seat had seen. */

struct given {
	char seat, text;
	int64_t seq;
	int64_t seen[26];
	bool replaced;
};

static void random_meeting(struct buffer *input, struct buffer *expected)
{
	struct given given[ACTS];
	int64_t last[26] = {1, 1, 1, 1, 1}, seen[26][26] = {0};
	size_t count = 3 + some(ACTS - 3);

	for (size_t i = 0; i < count; i++) {
		size_t seat = some(SEATS);

		buffer_format(input, "%s%c", i ? " " : "", (char)('a' + seat));
		for (size_t other = 0; other < SEATS; other++)
			if (other != seat && some(3) == 0) {
				buffer_char(input, (char)('a' + other));
				seen[seat][other] = last[other];
			}
		given[i] = (struct given){
			(char)('a' + seat), (char)('m' + some(8)), ++last[seat], {0}, false};
		seen[seat][seat] = last[seat];
		memcpy(given[i].seen, seen[seat], sizeof given[i].seen);
		buffer_format(input, ":%c", given[i].text);
	}
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++)
			if (given[k].seen[given[i].seat - 'a'] >= given[i].seq)
				given[i].replaced = true;
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++)
			if (!given[k].replaced && given[k].text == given[i].text)
				given[i].replaced = true;
	buffer_format(expected, "%c;", given[count - 1].text);
	size_t left = 0;
	for (size_t i = 0; i < count; i++)
		left += !given[i].replaced;
	for (size_t i = 0; left > 1 && i < count; i++)
		if (!given[i].replaced)
			buffer_format(expected, " %c=%c", given[i].seat, given[i].text);
}

static void random_meetings(void **state)
{
	size_t conflicts = 0;

	(void)state;
	seed = 41;
	for (size_t i = 0; i < MEETINGS; i++) {
		struct buffer input = BUFFER_EMPTY, expected = BUFFER_EMPTY, got = BUFFER_EMPTY;
		struct world w;

		random_meeting(&input, &expected);
		play(&w, input.bytes);
		arrive(&w, i % 3, &got);
		if (strcmp(got.bytes, expected.bytes) != 0)
			fail_msg("%s gives %s, not %s", input.bytes, got.bytes, expected.bytes);
		conflicts += strchr(got.bytes, '=') != NULL;
		release(&w);
		buffer_release(&input);
		buffer_release(&expected);
		buffer_release(&got);
	}
	assert_in_range(conflicts, MEETINGS / 4, MEETINGS - 1);
}

/* What /history says of them. */
static void history_says(void **state)
{
	struct world w;
	struct history history;
	struct session session;
	const struct packed **changes;
	struct buffer got = BUFFER_EMPTY;
	char compared[512];

	(void)state;
	play(&w, "ba:x ca:y da!x");
	event_set_text(w.events[w.count - 1], FIELD_PICKED, "b-2");
	history_init(&history);
	session_init(&session, &w.agenda, &w.agenda.people);
	for (size_t i = 0; i < w.count; i++)
		history_add(&history, event_copy(w.events[i]), NULL);
	history_fold(&history, &session);
	size_t count = note_changes(&history, "a-1", &changes);
	for (size_t i = 1; i < count; i++) {
		buffer_text(&got, i > 1 ? "; " : "");
		change_say(&got, &session, changes[i], NAMING_ID);
	}
	free(changes);
	session_release(&session);
	history_release(&history);
	release(&w);
	snprintf(compared, sizeof compared, "%s", got.bytes);
	buffer_release(&got);
	assert_string_equal(compared, "00:00 b edited: x; 00:00 c edited, version 1 of 2: y; "
				      "00:00 d agreed on b-2, version 2 of 2: x");
}

int main(void)
{
	enum { COUNT = sizeof rows / sizeof *rows };
	static struct CMUnitTest tests[COUNT + 2];

	for (size_t i = 0; i < COUNT; i++)
		tests[i] = (struct CMUnitTest){
			rows[i].name, one_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT] = (struct CMUnitTest){
		"random_meetings", random_meetings, NULL, NULL, NULL};
	tests[COUNT + 1] = (struct CMUnitTest){"history_says", history_says, NULL, NULL, NULL};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
