/* SPDX-License-Identifier: MIT */
/* test_session_floor.c - who has the floor, what interrupts it and what goes on, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

/* A/question 0:10 over B 1:00= [C D] : `=` when its clock stands; nothing when the floor is free.
 */
static const struct row {
	const char *name;
	const char *script;
	const char *expected;
} rows[] = {
	/* One speech */
	{"nobody_has_the_floor", "speak A", "free [A]"},
	{"somebody_has_the_floor", "t 0; floor A; t 30", "A 0:30"},
	{"somebody_not_yet_named", "t 0; floor ?; t 30", "? 0:30"},
	{"named_while_speaking", "t 0; floor ?; t 30; attribute speech=s1 by=B", "B 0:30"},
	{"as_a_reply", "t 0; floor A as reply; t 5", "A/reply 0:05"},
	{"the_speech_ends", "floor A; end", "free"},
	{"an_end_with_nobody_speaking", "end", "free !end"},
	{"an_end_twice", "floor A; end; end", "free !end"},
	{"somebody_nobody_knows", "t 0; floor Z; t 9", "p26 0:09"},
	{"the_next_one_ends_the_speech", "t 0; floor A; t 30; floor B; t 40", "B 0:10"},
	{"the_same_one_again_is_another_speech", "t 0; floor A; t 30; floor A; t 40", "A 0:10"},

	/* The chair's pause */
	{"paused", "t 0; floor A; t 10; pause; t 60", "A 0:10="},
	{"resumed", "t 0; floor A; t 10; pause; t 60; resume; t 65", "A 0:15"},
	{"paused_twice", "t 0; floor A; t 10; pause; t 20; pause", "A 0:10= !pause"},
	{"resumed_while_running", "t 0; floor A; resume; t 5", "A 0:05 !resume"},
	{"a_pause_with_nobody_speaking", "pause; resume", "free !pause !resume"},
	{"ended_while_paused", "t 0; floor A; t 10; pause; end", "free"},

	/* Interruptions */
	{"a_question_pauses_a_statement", "t 0; floor A; t 30; floor B as question; t 40",
		"B/question 0:10 over A 0:30="},
	{"an_order_pauses_a_statement", "t 0; floor A; t 30; floor B as order; t 40",
		"B/order 0:10 over A 0:30="},
	{"an_interrupter_ends_and_the_speech_goes_on",
		"t 0; floor A; t 30; floor B as question; t 40; end; t 45", "A 0:35"},
	{"only_the_next_end_ends_the_speech",
		"t 0; floor A; t 30; floor B as question; t 40; end; t 45; end", "free"},
	{"an_interrupter_is_interrupted",
		"t 0; floor A; t 10; floor B as question; t 20; floor C as order; t 25",
		"C/order 0:05 over B/question 0:10= over A 0:10="},
	{"the_last_interrupted_goes_on_first",
		"t 0; floor A; t 10; floor B as question; t 20; floor C as order; t 25; end; t 26",
		"B/question 0:11 over A 0:10="},
	{"then_the_one_before_it",
		"t 0; floor A; t 10; floor B as question; t 20; floor C as order; t 25; end; t 26; "
		"end; t 30",
		"A 0:14"},
	{"a_question_after_a_question_ends_it",
		"t 0; floor A; t 10; floor B as question; t 20; floor C as question ends; t 25",
		"C/question 0:05 over A 0:10="},
	{"and_the_statement_goes_on_after_both",
		"t 0; floor A; t 10; floor B as question; t 20; floor C as question ends; t 25; "
		"end; "
		"t 27",
		"A 0:12"},
	{"a_point_of_order_that_ends", "t 0; floor A; t 10; floor B as order ends; t 15; end",
		"free"},
	{"a_point_of_order_that_ends_the_question_only",
		"t 0; floor A; t 10; floor B as question; t 15; floor C as order ends; t 20; end; "
		"t 25",
		"A 0:15"},
	{"a_statement_that_is_said_to_pause", "t 0; floor A; t 10; floor B pauses; t 15; end; t 20",
		"A 0:15"},
	{"a_statement_ends_what_was_interrupted_too",
		"t 0; floor A; t 10; floor B as question; t 20; floor C; t 25; end", "free"},
	{"a_reply_ends_a_statement", "t 0; floor A; t 10; floor B as reply; t 15; end", "free"},
	{"a_right_of_reply_ends_a_statement",
		"t 0; floor A; t 10; floor B as right-of-reply nth=1; t 15; end", "free"},
	{"an_interrupter_of_nobody", "t 0; floor A as order; t 5; end", "free"},
	{"what_the_chair_paused_stands_when_it_comes_back",
		"t 0; floor A; t 10; pause; t 20; floor B as question; t 30; end; t 40", "A 0:10="},
	{"and_the_chair_lets_it_go_on",
		"t 0; floor A; t 10; pause; t 20; floor B as question; t 30; end; t 40; resume; t "
		"45",
		"A 0:15"},
	{"a_paused_interrupter_ends",
		"t 0; floor A; t 10; floor B as order; t 20; pause; t 30; end; "
		"t 40",
		"A 0:20"},
	{"an_interrupter_takes_up_its_request",
		"t 0; floor A; speak B as question; speak C; "
		"floor B as question",
		"B/question 0:00 over A 0:00= [C]"},

	/* Yield, limits */
	{"yielded", "t 0; floor A; t 60; yield B 120; t 70", "B 0:10"},
	{"yielded_to_somebody_who_waits", "t 0; speak B; floor A; t 60; yield B 120; t 70",
		"B 0:10 [B]"},
	{"yielded_and_ended", "t 0; floor A; t 60; yield B 120; t 70; end", "free"},
	{"yielded_by_an_interrupter_keeps_what_it_interrupted",
		"t 0; floor A; t 10; floor B as question; t 20; yield C 30; t 25; end; t 30",
		"A 0:15"},
	{"yielded_by_nobody_is_the_floor_all_the_same", "t 0; yield B 60; t 10", "B 0:10"},
	{"extended_by_nobody", "extend 60", "free !extend"},
	{"extended_by_nothing", "t 0; floor A; extend 0", "A 0:00 !extend"},

	/* Suspension, closing */
	{"suspended", "t 0; floor A; t 10; suspend; t 60", "A 0:10="},
	{"continued", "t 0; floor A; t 10; suspend; t 60; continue; t 65", "A 0:15"},
	{"suspended_twice", "suspend; suspend", "free !suspend"},
	{"continued_without_suspension", "continue", "free !continue"},
	{"paused_before_the_suspension_stays_so",
		"t 0; floor A; t 10; pause; suspend; t 60; continue; t 65", "A 0:10="},
	{"resumed_while_suspended", "t 0; floor A; t 10; suspend; resume; t 20", "A 0:10= !resume"},
	{"given_while_suspended_runs_when_the_meeting_goes_on",
		"t 0; suspend; t 5; floor A; t 10; continue; t 12", "A 0:02"},
	{"an_interrupter_ends_while_suspended",
		"t 0; floor A; t 10; floor B as question; t 20; suspend; t 30; end; t 40",
		"A 0:10="},
	{"and_the_speech_goes_on_when_the_meeting_does",
		"t 0; floor A; t 10; floor B as question; t 20; suspend; t 30; end; t 40; "
		"continue; t 45",
		"A 0:15"},
	{"interrupted_while_suspended_goes_on_all_the_same",
		"t 0; floor A; t 10; suspend; floor B as question; t 20; continue; t 25; end; t 30",
		"A 0:15"},
	{"closing_ends_every_speech", "floor A; floor B as question; close", "free"},
	{"after_closing_the_floor_is_free", "close; end; pause; yield A 10", "free !end !pause"},
	{"the_floor_given_after_closing_is_over_at_once", "close; floor A; t 30", "free"},
	{"closed_twice", "close; close", "free !close"},
	{"suspended_after_closing", "close; suspend; continue", "free !suspend !continue"},
	{"opened_again", "t 0; close; reopen; floor A; t 5", "A 0:05"},
	{"opened_again_while_open", "reopen", "free !reopen"},
	{"an_item_ends_every_speech", "item one; floor A; floor B as question; item two", "free"},
	{"the_end_of_an_item_ends_every_speech", "item one; floor A; floor B as order; item-end",
		"free"},

	/* Undo: as if it had never been */
	{"an_end_by_mistake_undone_has_run_on", "t 0; floor A; t 30; end; t 50; undo; t 60",
		"A 1:00"},
	{"and_done_again", "t 0; floor A; t 30; end; t 50; undo; t 60; redo; t 70", "free"},
	{"a_pause_undone_has_run_on", "t 0; floor A; t 30; pause; t 50; undo; t 60", "A 1:00"},
	{"a_resumption_undone_has_stood",
		"t 0; floor A; t 30; pause; t 50; resume; t 70; undo; t 80", "A 0:30="},
	{"the_next_one_by_mistake_undone", "t 0; speak B; floor A; t 30; floor B; t 50; undo; t 60",
		"A 1:00 [B]"},
	{"an_interruption_undone", "t 0; floor A; t 30; floor B as question; t 50; undo; t 60",
		"A 1:00"},
	{"closing_undone_leaves_the_speech", "t 0; floor A; t 30; close; t 50; undo; t 60",
		"A 1:00"},
	{"asking_undone_leaves_the_speech",
		"t 0; speak A; seat other; floor A; seat test; undo; t 10", "A 0:10"},
	{"the_floor_undone_by_its_seat_voids_the_end_of_another",
		"t 0; floor A; seat other; end; seat test; undo; t 10", "free"},
	{"a_suspension_undone", "t 0; floor A; t 10; suspend; t 20; undo; t 30", "A 0:30"},
	{"a_person_undone_leaves_the_speech",
		"t 0; person p-test-2 participant; seat other; floor p-test-2; seat test; undo; t "
		"10",
		"p-test-2 0:10"},
	{"a_person_redone_has_a_name_again",
		"t 0; person p-test-2 participant; seat other; floor p-test-2; seat test; undo; "
		"redo; "
		"t 10",
		"late 0:10"},
	{"an_item_undone_leaves_the_speech",
		"t 0; item one; floor A; t 10; item two; t 20; undo; t 30", "A 0:30"},
};

static void show_speech(struct buffer *out, const struct session *s, size_t i, int64_t at)
{
	const struct speech *speech = &s->speeches[i];

	buffer_text(out, show_who(s, speech->who));
	if (speech->kind != LIST_STATEMENT)
		buffer_format(out, "/%s", list_kind_name(speech->kind));
	buffer_char(out, ' ');
	clock_write(out, speech_elapsed(s, i, at));
	if (speech->state == SPEECH_PAUSED)
		buffer_char(out, '=');
	/* A speech runs just when its clock does; nothing that has ended is on the floor. */
	assert_true((speech->running_since != NO_TIME) == (speech->state == SPEECH_RUNNING));
	assert_int_not_equal(speech->state, SPEECH_ENDED);
}

static void show_floor(struct buffer *out, const struct session *s, int64_t at)
{
	if (s->floor == NONE)
		buffer_text(out, "free");
	else
		show_speech(out, s, s->floor, at);
	for (size_t i = s->paused_count; i > 0; i--) {
		buffer_text(out, " over ");
		show_speech(out, s, s->paused[i - 1], at);
	}
	if (!s->waiting_count)
		return;
	buffer_text(out, " [");
	show_waiting(out, s, at);
	buffer_char(out, ']');
}

static void floor_row(void **state)
{
	const struct row *row = *state;

	stage_check(row->script, show_floor, row->expected);
}

CASES_MAIN(rows, floor_row)
