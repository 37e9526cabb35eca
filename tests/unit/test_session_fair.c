/* SPDX-License-Identifier: MIT */
/* test_session_fair.c - the fairer next speaker, why somebody stands no higher, budgets, the
 * chair's own time, what is still unanswered, and when the list must close, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

enum what { SUGGESTED, NO_HIGHER, WHY, BUDGETS, CHAIR, PARKED, CLOSING, REPLIES, ORDER };

/* North (A B) has been heard for 60 s, south (C D) for 20 s, east (E F) not at all. */
#define HEARD "t 0; floor A; t 60; end; floor C; t 80; end; "

static const struct row {
	const char *name;
	enum what what;
	const char *script;
	const char *expected;
} rows[] = {
	/* The suggestion */
	{"nobody_to_suggest", SUGGESTED, "note x", "-"},
	{"one_who_waits_alone", SUGGESTED, HEARD "speak A", "-"},
	{"nobody_was_heard", SUGGESTED, "speak A; speak C", "-"},
	{"the_head_is_the_least_heard", SUGGESTED, HEARD "speak E; speak A; speak C", "-"},
	{"the_head_is_as_fair_as_the_others", SUGGESTED, HEARD "speak A; speak B", "-"},
	{"one_not_heard_before_one_heard", SUGGESTED, HEARD "speak B; speak C; speak E",
		"E: not heard yet; the first on the list 1:00 in 1 turn"},
	{"less_heard_before_more_heard", SUGGESTED, HEARD "speak B; speak D",
		"D: heard 0:20 in 1 turn; the first on the list 1:00 in 1 turn"},
	{"fewer_turns_when_seconds_are_equal", SUGGESTED,
		"t 0; floor A; t 10; end; floor A; t 20; end; floor C; t 40; end; speak B; speak D",
		"D: heard 0:20 in 1 turn; the first on the list 0:20 in 2 turns"},
	{"parts_of_a_second_do_not_count", SUGGESTED,
		"t 0; floor A; t 20.9; end; floor C; t 41; end; speak B; speak D", "-"},
	{"of_two_as_fair_the_first", SUGGESTED, HEARD "speak A; speak F; speak E",
		"F: not heard yet; the first on the list 1:00 in 1 turn"},
	{"by_the_attribute_that_is_balanced", SUGGESTED,
		"policy balance region; " HEARD "speak E; speak B",
		"B: by region not heard yet; the first on the list 1:20 in 2 turns"},
	{"one_who_is_alone", SUGGESTED, "t 0; floor G; t 60; end; speak G; speak H",
		"H: not heard yet; the first on the list 1:00 in 1 turn"},
	{"a_speech_that_runs_is_not_counted", SUGGESTED,
		"t 0; floor A; t 60; speak B; speak C; t 90", "-"},
	{"one_away_is_not_suggested", SUGGESTED, HEARD "speak B; speak E; speak D; away E",
		"D: heard 0:20 in 1 turn; the first on the list 1:00 in 1 turn"},
	{"one_the_chair_moved_is_not_suggested", SUGGESTED, HEARD "speak B; speak E; move E last",
		"-"},
	{"a_head_the_chair_moved_is_not_questioned", SUGGESTED,
		HEARD "speak E; speak B; move B first", "-"},
	{"one_who_let_others_go_first_is_not_suggested", SUGGESTED,
		HEARD "speak E; speak B; later E", "-"},
	{"precedence_is_not_questioned", SUGGESTED, HEARD "speak E; speak A as reply", "-"},
	{"whatever_the_policy", SUGGESTED, HEARD "policy first-timers; speak B; speak E",
		"E: not heard yet; the first on the list 1:00 in 1 turn"},
	{"for_a_group_that_was_heard", SUGGESTED, HEARD "speak F for d1; speak D",
		"D: heard 0:20 in 1 turn; the first on the list 1:00 in 1 turn"},
	{"the_seating_is_not_questioned", SUGGESTED,
		"rule tour one; item one; " HEARD "speak A; speak E", "-"},
	{"not_in_a_closed_session", SUGGESTED, HEARD "speak B; speak E; close", "-"},

	/* Why no higher */
	{"nobody_before", NO_HIGHER, "speak A", "nobody stands before"},
	{"asked_earlier", NO_HIGHER, "speak A; t 60; speak B", "A: asked earlier"},
	{"asked_on_one_line", NO_HIGHER, "speak A; speak B", "A: asked earlier"},
	{"three_asked_earlier", NO_HIGHER, "speak A; speak B; speak C; speak D",
		"A, B, C: asked earlier"},
	{"many_asked_earlier", NO_HIGHER, "speak A; speak B; speak C; speak D; speak E; speak F",
		"A, B, C and 2 more: asked earlier"},
	{"kinds_that_go_before", NO_HIGHER,
		"speak A; speak B as order; speak C as reply; speak D",
		"B: order goes before statement; C: reply goes before statement; A: asked "
		"earlier"},
	{"put_there_by_the_chair", NO_HIGHER, "speak A; speak B; move A first; speak C",
		"A: put there by the chair; B: asked earlier"},
	{"itself_moved", NO_HIGHER, "speak A; speak B; speak C; move B last",
		"A, C: the chair put this one after them"},
	{"let_go_first", NO_HIGHER, "speak A; speak B; later A", "B: let go first"},
	{"fewer_turns", NO_HIGHER, "floor A; end; speak A; speak C; policy first-timers",
		"C: fewer turns so far"},
	{"heard_less", NO_HIGHER, HEARD "speak A; speak C; policy balance",
		"C: heard less, by delegation"},
	{"heard_less_by_an_attribute", NO_HIGHER, HEARD "speak A; speak B; policy balance region",
		"B: heard less, by region"},
	{"before_under_an_earlier_policy", NO_HIGHER,
		HEARD "speak A; t 90; speak C; policy balance; policy arrival",
		"C: stood before already"},
	{"in_the_seating", NO_HIGHER, "rule tour one; item one; speak A; speak B",
		"A: before in the seating"},

	/* Why here */
	{"moved_with_its_reason", WHY, "speak A; speak B; move B first reason=unheard",
		"moved by the chair: unheard"},
	{"put_down_with_its_reason", WHY, "speak A reason=seated", "seated"},
	{"a_reply_says_what_it_is", WHY, "floor B; speak A as reply to s1 reason=seated",
		"reply to B"},
	{"let_others_go_first_whatever_the_reason", WHY, "speak A reason=seated; later A",
		"let others go first"},
	{"moved_again_without_one", WHY,
		"speak A; speak B; move B first reason=unheard; move B first",
		"moved by the chair"},

	/* Budgets: whole used left, of north and of south */
	{"no_budget", BUDGETS, "t 0; item one; floor A; t 60; end", "- -"},
	{"a_budget_of_the_agenda", BUDGETS, "rule budget 90; t 0; item one; floor A; t 60; end",
		"1:30 1:00 0:30, 1:30 0:00 1:30"},
	{"while_it_runs", BUDGETS, "rule budget 90; t 0; item one; floor A; t 120",
		"1:30 2:00 -0:30, 1:30 0:00 1:30"},
	{"while_it_is_interrupted", BUDGETS,
		"rule budget 90; t 0; item one; floor A; t 30; floor C as question; t 60",
		"1:30 0:30 1:00, 1:30 0:00 1:30"},
	{"only_statements_count", BUDGETS,
		"rule budget 90; t 0; item one; floor A as reply; t 60; end",
		"1:30 0:00 1:30, 1:30 0:00 1:30"},
	{"two_of_one_delegation", BUDGETS,
		"rule budget 90; t 0; item one; floor A; t 60; floor B; t 80; end",
		"1:30 1:20 0:10, 1:30 0:00 1:30"},
	{"for_a_group", BUDGETS, "rule budget 90; t 0; item one; floor A for d2; t 60; end",
		"1:30 0:00 1:30, 1:30 1:00 0:30"},
	{"set_for_the_item", BUDGETS, "t 0; item one; budget 120; floor A; t 60; end",
		"2:00 1:00 1:00, 2:00 0:00 2:00"},
	{"set_and_the_next_item", BUDGETS,
		"rule budget 90; t 0; item one; budget 120; item two; floor A; t 60; end",
		"1:30 1:00 0:30, 1:30 0:00 1:30"},
	{"set_to_nothing", BUDGETS,
		"rule budget 90; t 0; item one; budget 0; floor A; t 60", "- -"},
	{"set_and_undone", BUDGETS, "rule budget 90; t 0; item one; budget 120; undo",
		"1:30 0:00 1:30, 1:30 0:00 1:30"},
	{"set_outside_items", BUDGETS, "budget 120", "- - !budget"},
	{"by_the_chair", BUDGETS,
		"rule budget 90; person p-test-2 chair d1; t 0; item one; floor p-test-2; t 60; "
		"end",
		"1:30 0:00 1:30, 1:30 0:00 1:30"},

	/* The chair's own time; that of north */
	{"the_chair_did_not_speak", CHAIR, "t 0; floor A; t 60; end", "0x0:00 north 1x1:00"},
	{"the_chair_spoke", CHAIR, "person p-test-2 chair d1; t 0; floor p-test-2; t 60; end",
		"1x1:00 north 0x0:00"},
	{"the_chair_speaks", CHAIR, "person p-test-2 facilitator d1; t 0; floor p-test-2; t 60",
		"1x1:00 north 0x0:00"},
	{"the_chair_for_a_delegation", CHAIR,
		"person p-test-2 chair d1; t 0; floor p-test-2 for d1; t 60; end",
		"0x0:00 north 1x1:00"},
	{"whoever_is_no_chair", CHAIR, "person p-test-2 briefer d1; t 0; floor p-test-2; t 60",
		"0x0:00 north 1x1:00"},
	{"the_chair_is_not_balanced", ORDER,
		"person p-test-2 chair d1; t 0; floor p-test-2; t 60; end; speak A; speak C; "
		"policy balance",
		"A C"},

	/* Unanswered: those that wait for A's and C's, parked ones marked */
	{"nothing_is_unanswered", PARKED, "floor A; speak B", "0 0 -"},
	{"a_question_to_who_speaks", PARKED, "floor A; speak B as question to s1", "1 0 -"},
	{"a_question_whose_speech_is_over", PARKED, "floor A; speak B as question to s1; end",
		"1 0 B"},
	{"two_whose_speech_is_over_and_one_that_runs", PARKED,
		"floor A; speak B as question to s1; speak D as reply to s1; floor C; "
		"speak E as reply to s2",
		"2 1 B D"},
	{"a_question_that_was_heard", PARKED,
		"floor A; speak B as question to s1; floor B as question; end", "0 0 -"},
	{"kept_over_the_speeches_of_others", PARKED,
		"floor A; speak B as reply to s1; floor C; end; floor D; end", "1 0 B"},
	{"kept_with_the_item", PARKED,
		"item one; floor A; speak B as reply to s1; item two keep; item one", "1 0 B"},
	{"an_undone_speech_is_nobodys", PARKED, "speak B as reply; floor A; undo", "0 0 -"},

	/* Close by, end of the item, how many more */
	{"outside_items", CLOSING, "speak A", "- - 0"},
	{"nobody_waits", CLOSING, "t 0; item one", "10:10:00 10:10:00 3"},
	{"two_wait", CLOSING, "t 0; item one; speak A; speak B", "10:04:00 10:10:00 1"},
	{"the_floor_is_free_and_time_runs", CLOSING, "t 0; item one; speak A; speak B; t 120",
		"10:04:00 10:10:00 0"},
	{"while_somebody_speaks", CLOSING, "t 0; item one; speak A; floor B; t 120",
		"10:06:00 10:10:00 1"},
	{"over_the_limit_it_stands", CLOSING, "t 0; item one; speak A; floor B; t 240",
		"10:07:00 10:10:00 1"},
	{"they_no_longer_fit", CLOSING, "t 0; item one; speak A; speak B; speak C; speak D; t 60",
		"9:58:00 10:13:00 0"},
	{"the_item_is_over", CLOSING, "t 0; item one; t 720", "10:10:00 10:12:00 0"},
	{"a_shorter_limit", CLOSING, "t 0; item one; speak A; speak B; limit 60",
		"10:08:00 10:10:00 8"},

	/* The number of a right of reply of A, of A for south, of the two who wait */
	{"the_first", REPLIES, "item one", "1 1 0"},
	{"its_own_was_used", REPLIES, "item one; floor B as right-of-reply nth=1; end", "2 1 0"},
	{"that_of_the_group_was_used", REPLIES,
		"item one; floor B as right-of-reply for d2 nth=1; end", "1 2 0"},
	{"two_wait_for_it", REPLIES,
		"item one; speak A as right-of-reply; speak B as right-of-reply; "
		"speak C as right-of-reply",
		"1 1 2"},

	/* A tour de table is in no policy's hands */
	{"seated_under_first_timers", ORDER,
		"floor A; end; rule tour one; item one; policy first-timers; speak A; speak C; "
		"speak D; floor D; end",
		"A C"},
	{"later_keeps_its_turn", ORDER,
		"rule tour one; item one; speak A; speak B; speak C; later A; floor B; end",
		"C A~"},
};

static void show_suggested(struct buffer *out, const struct session *s, int64_t at)
{
	struct buffer reason = BUFFER_EMPTY;
	size_t place = session_suggestion(s, &reason);

	(void)at;
	assert_true(place == session_suggestion(s, NULL));
	if (place == NONE)
		buffer_text(out, reason.len ? "a reason for nobody" : "-");
	else
		buffer_format(out, "%s: %s", show_who(s, s->waiting[place].who), reason.bytes);
	buffer_release(&reason);
}

static void show_no_higher(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	session_why_not_higher(out, s, s->waiting_count - 1, NAMING_ID);
}

static void show_why(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	session_why(out, s, 0, NAMING_ID);
}

static void show_budgets(struct buffer *out, const struct session *s, int64_t at)
{
	for (size_t i = 0; i < 2; i++) {
		struct budget b = session_budget(s, i, at);

		if (!b.whole_ms) {
			buffer_text(out, i ? " -" : "-");
			continue;
		}
		buffer_text(out, i ? ", " : "");
		clock_write(out, b.whole_ms);
		buffer_char(out, ' ');
		clock_write(out, b.used_ms);
		buffer_char(out, ' ');
		clock_write(out, b.left_ms);
	}
}

static void show_chair(struct buffer *out, const struct session *s, int64_t at)
{
	struct share_of_chair share = session_chair_spoken(s, at);

	buffer_format(out, "%dx", share.turns);
	clock_write(out, share.spoken_ms);
	buffer_format(out, " north %dx", s->delegations[0].turns);
	clock_write(out, session_delegation_spoken(s, 0, at));
}

static void show_parked(struct buffer *out, const struct session *s, int64_t at)
{
	bool some = false;

	(void)at;
	buffer_format(out, "%zu %zu", session_unanswered(s, session_attendee(s, "p1")),
		session_unanswered(s, session_attendee(s, "p3")));
	for (size_t i = 0; i < s->waiting_count; i++) {
		if (!session_is_parked(s, i))
			continue;
		buffer_format(out, " %s", show_who(s, s->waiting[i].who));
		some = true;
	}
	buffer_text(out, some ? "" : " -");
}

static void show_moment(struct buffer *out, int64_t moment)
{
	if (moment == NO_TIME) {
		buffer_text(out, "- ");
		return;
	}
	struct civil c = zone_civil("UTC", moment);
	buffer_format(out, "%d:%02d:%02d ", c.hour, c.minute, c.second);
}

static void show_closing(struct buffer *out, const struct session *s, int64_t at)
{
	show_moment(out, session_close_by(s, at));
	show_moment(out, session_item_end(s, at));
	buffer_format(out, "%d", session_list_figures(s, at).more);
}

static void show_replies(struct buffer *out, const struct session *s, int64_t at)
{
	size_t a = session_attendee(s, "p1");

	(void)at;
	buffer_format(out, "%d %d %d", session_reply_number(s, a, NULL),
		session_reply_number(s, a, "d2"), session_replies_waiting(s, a, NULL));
}

static void fair(void **state)
{
	static stage_show *const shows[] = {[SUGGESTED] = show_suggested,
		[NO_HIGHER] = show_no_higher,
		[WHY] = show_why,
		[BUDGETS] = show_budgets,
		[CHAIR] = show_chair,
		[PARKED] = show_parked,
		[CLOSING] = show_closing,
		[REPLIES] = show_replies,
		[ORDER] = show_waiting};
	const struct row *row = *state;

	stage_check(row->script, shows[row->what], row->expected);
}

CASES_MAIN(rows, fair)
