/* SPDX-License-Identifier: MIT */
/* test_session_list.c - who stands where on the speakers' list, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

static const struct row {
	const char *name;
	const char *script;
	const char *expected;
} rows[] = {
	/* Precedence */
	{"in_order_of_arrival", "speak A; speak B; speak C", "A B C"},
	{"a_reply_goes_before_statements", "speak A; speak B; speak C as reply", "C/reply A B"},
	{"a_question_goes_before_replies", "speak A as reply; speak B as question",
		"B/question A/reply"},
	{"a_point_of_order_goes_before_all",
		"speak A; speak B as question; speak C as reply; speak D as order",
		"D/order B/question C/reply A"},
	{"a_right_of_reply_comes_last", "speak A as right-of-reply; speak B; speak C",
		"B C A/right-of-reply"},
	{"all_kinds_from_last_to_first",
		"speak A as right-of-reply; speak B; speak C as reply; speak D as question; "
		"speak E as order",
		"E/order D/question C/reply B A/right-of-reply"},
	{"all_kinds_from_first_to_last",
		"speak E as order; speak D as question; speak C as reply; speak B; "
		"speak A as right-of-reply",
		"E/order D/question C/reply B A/right-of-reply"},
	{"equal_kinds_in_order_of_arrival", "speak A as reply; speak B; speak C as reply; speak D",
		"A/reply C/reply B D"},
	{"the_agenda_turns_precedence_round",
		"rule precedence right-of-reply statement reply question order; speak A as order; "
		"speak B; speak C as question; speak D as right-of-reply; speak E as reply",
		"D/right-of-reply B E/reply C/question A/order"},
	{"the_agenda_puts_statements_first",
		"rule precedence statement order question reply right-of-reply; speak A as reply; "
		"speak B",
		"B A/reply"},
	{"one_person_in_two_kinds", "speak A; speak A as question", "A/question A"},
	{"waiting_already", "speak A; speak B; speak A", "A B !ask"},
	{"waiting_already_keeps_the_place_of_the_kind",
		"speak A as reply; speak B as reply; speak A as reply", "A/reply B/reply !ask"},
	{"somebody_nobody_knows_waits_by_number", "speak A; speak Z", "A p26"},
	{"a_closed_list_takes_what_has_been_decided", "list closed; speak A", "A"},

	/* Moves, and what arrives after them */
	{"moved_first", "speak A; speak B; speak C; move C first", "C* A B"},
	{"moved_last", "speak A; speak B; move A last", "B A*"},
	{"moved_before", "speak A; speak B; speak C; move C before B", "A C* B"},
	{"moved_down_before", "speak A; speak B; speak C; move A before C", "B A* C"},
	{"moved_to_where_it_stands", "speak A; speak B; move A before B", "A* B"},
	{"moved_before_the_request_of_a_kind",
		"speak A; speak A as reply; speak B; move B before A before-kind=reply",
		"B* A/reply A"},
	{"moved_before_any_request_of_somebody",
		"speak A; speak A as reply; speak B; move B before A", "B* A/reply A"},
	{"moved_before_oneself", "speak A; speak B; move B before B", "A B !move"},
	{"moved_before_one_who_left", "speak A; speak B; withdraw A; move B before A", "B !move"},
	{"moved_who_does_not_wait", "speak A; move B first", "A !move"},
	{"moved_in_a_kind_in_which_nobody_waits", "speak A; move A first as reply", "A !move"},
	{"moved_nowhere", "speak A; speak B; move B", "A B !move"},
	{"a_reply_goes_past_one_moved_first", "speak A; speak B; move B first; speak C as reply",
		"B* C/reply A"},
	{"a_reply_goes_before_the_first_that_was_not_moved",
		"speak A; speak B; speak C; move C before B; speak D as reply", "D/reply A C* B"},
	{"a_reply_goes_past_all_when_all_were_moved",
		"speak A; speak B; move B first; move A last; speak C as reply", "B* A* C/reply"},
	{"a_statement_goes_after_one_moved_last", "speak A; speak B; move A last; speak C",
		"B A* C"},
	{"a_statement_goes_before_a_right_of_reply_past_one_moved",
		"speak A as right-of-reply; speak B; speak C; move B last; speak D",
		"C D A/right-of-reply B*"},
	{"a_moved_right_of_reply_is_passed_over",
		"speak A; speak B as right-of-reply; move B first as right-of-reply; speak C",
		"B/right-of-reply* A C"},
	{"an_order_goes_before_replies_but_past_a_moved_one",
		"speak A as reply; speak B as reply; move B first as reply; speak C as order",
		"B/reply* C/order A/reply"},
	{"a_moved_one_stays_between_its_neighbours",
		"speak A; speak B; speak C; move C before B; speak D as reply; speak E as "
		"question; "
		"speak F",
		"E/question D/reply A C* B F"},
	{"moved_twice_is_where_it_was_put_last",
		"speak A; speak B; speak C; move C first; move C last", "A B C*"},

	/* Off the list, and later */
	{"withdrawn_in_every_kind", "speak A; speak B; speak A as reply; withdraw A", "B"},
	{"withdrawn_in_one_kind", "speak A; speak A as reply; withdraw A as reply", "A"},
	{"withdrawn_who_does_not_wait", "speak A; withdraw B", "A !withdraw"},
	{"withdrawn_in_a_kind_without_request", "speak A; withdraw A as reply", "A !withdraw"},
	{"withdrawn_twice", "speak A; withdraw A; withdraw A", " !withdraw"},
	{"withdrawn_who_is_nobody", "withdraw Z", " !withdraw"},
	{"withdrawn_and_asked_again", "speak A; speak B; withdraw A; speak A", "B A"},
	{"later_is_the_end_of_the_kind", "speak A; speak B; speak C; later A", "B C A~"},
	{"later_is_before_lower_kinds",
		"speak A as reply; speak B as reply; speak C; later A as reply",
		"B/reply A/reply~ C"},
	{"later_takes_back_a_move", "speak A; speak B; move B first; later B", "A B~"},
	{"later_goes_past_one_moved_last", "speak A; speak B; speak C; move C last; later A",
		"B C* A~"},
	{"later_who_does_not_wait", "speak A; later B", "A !later"},
	{"moved_after_later", "speak A; speak B; later A; move A first", "A* B"},

	/* The list as a whole */
	{"cleared", "speak A; speak B as reply; list-clear", ""},
	{"cleared_when_empty", "list-clear", ""},
	{"closed_after_somebody", "speak A; speak B; speak C; list closed A", "B C A*"},
	{"closed_after_somebody_in_a_kind",
		"speak A; speak A as reply; speak B; list closed A as reply", "A B A/reply*"},
	{"closed_after_one_who_left", "speak A; speak B; withdraw A; list closed A", "B"},
	{"the_session_is_closed",
		"speak A; close; speak B; withdraw A; later A; move A first; "
		"list closed; list-clear; policy arrival",
		"A !ask !withdraw !later !move !list !list-clear !policy"},
	{"the_session_is_open_again", "speak A; close; reopen; speak B", "A B"},

	/* Policies: only when a speech ends, and by speeches that have ended */
	{"first_timers_go_first_when_a_speech_ends",
		"policy first-timers; floor A; end; floor B; speak A; speak C; end", "C A"},
	{"nothing_changes_places_while_somebody_speaks",
		"floor A; end; floor B; speak A; speak C; policy first-timers", "A C"},
	{"what_is_asked_while_nobody_speaks_waits_for_a_speech",
		"floor A; end; policy first-timers; speak A; speak C", "A C"},
	{"an_interruption_changes_no_places",
		"policy first-timers; floor A; end; floor B; speak A; speak C; floor D as order",
		"A C"},
	{"the_floor_given_when_it_is_free_changes_no_places",
		"policy first-timers; floor A; end; speak A; speak C; floor D", "A C"},
	{"the_end_of_an_interruption_is_the_end_of_a_speech",
		"policy first-timers; floor A; end; floor B; speak A; speak C; floor D as order; "
		"end",
		"C A"},
	{"a_policy_orders_at_once_when_nobody_speaks",
		"floor A; end; speak A; speak C; policy first-timers", "C A"},
	{"a_running_speech_is_not_counted",
		"policy first-timers; floor A; floor B as question; speak A; speak C; end", "A C"},
	{"fewer_turns_first",
		"floor A; end; floor A; end; floor B; end; speak A; speak B; speak C; "
		"policy first-timers",
		"C B A"},
	{"a_point_of_order_is_no_turn",
		"floor A as order; end; floor B; end; speak B; speak A; speak C; policy first-timers",
		"A C B"},
	{"a_question_is_a_turn",
		"floor A as question; end; speak A; speak C; policy first-timers", "C A"},
	{"equal_turns_keep_their_order", "speak B; speak A; speak C; policy first-timers", "B A C"},
	{"a_policy_orders_within_a_kind",
		"floor A; end; speak A as reply; speak C; speak D as reply; policy first-timers",
		"D/reply A/reply C"},
	{"a_policy_leaves_what_was_moved",
		"floor A; end; speak A; speak C; speak D; move A first; policy first-timers",
		"A* C D"},
	{"a_policy_works_around_what_was_moved",
		"floor A; end; speak A; speak B; speak C; move B before C; policy first-timers",
		"C B* A"},
	{"a_policy_leaves_who_let_others_go_first",
		"floor A; end; speak A; speak C; speak D; later C; policy first-timers", "D A C~"},
	{"arrival_orders_nothing_anew",
		"floor A; end; speak A; speak C; policy first-timers; policy arrival", "C A"},
	{"balance_by_delegation",
		"t 0; floor A; t 60; end; floor C; t 80; end; speak B; speak D; speak E; policy "
		"balance",
		"E D B"},
	{"balance_by_seconds_before_turns",
		"t 0; floor A; t 60; end; t 60; floor C; t 70; end; floor C; t 80; end; speak B; "
		"speak D; policy balance",
		"D B"},
	{"balance_by_whole_seconds",
		"t 0; floor A; t 5.2; end; floor A; t 10.4; end; floor C; t 21; end; speak B; "
		"speak D; "
		"policy balance",
		"D B"},
	{"balance_by_turns_when_seconds_are_equal",
		"t 0; floor A; t 5; end; floor A; t 10; end; floor C; t 20; end; speak B; speak D; "
		"policy balance",
		"D B"},
	{"balance_counts_for_the_group",
		"t 0; floor A for d2; t 60; end; speak D; speak B; "
		"policy balance",
		"B D"},
	{"balance_of_those_who_stand_alone",
		"t 0; floor G; t 60; end; speak G; speak H; policy balance", "H G"},
	{"balance_by_an_attribute",
		"t 0; floor A; t 60; end; speak C; speak E; speak B; policy balance region",
		"B C E"},
	{"balance_by_an_attribute_that_some_have_not",
		"t 0; floor A; t 60; end; speak C; speak G; policy balance region", "G C"},
	{"balance_when_a_speech_ends_by_next",
		"policy balance; t 0; floor A; speak B; speak C; speak D; t 60; floor C", "D B"},
	{"a_policy_nobody_knows", "speak A; policy lottery", "A !policy"},

	/* The floor takes up requests */
	{"the_floor_takes_up_the_request", "speak A; speak B; floor B", "A"},
	{"the_floor_takes_up_the_request_of_its_kind", "speak A; speak A as question; floor A",
		"A/question"},
	{"the_floor_without_a_request", "speak A; floor B", "A"},
	{"a_yield_leaves_the_request", "speak A; floor B; yield A 30", "A"},
	{"a_question_waits_on_when_its_speech_has_ended",
		"floor A; speak B as question to s1; speak C as reply to s1; end",
		"B/question C/reply"},
	{"a_speaker_may_wait_again", "speak A; floor A; speak A", "A"},

	/* Items */
	{"carried_into_the_next_item", "item one; speak A; speak B as reply; item two carry",
		"B/reply A"},
	{"carried_when_nothing_is_said", "item one; speak A; item two", "A"},
	{"cleared_at_the_next_item", "item one; speak A; item two clear", ""},
	{"kept_for_the_item", "item one; speak A; item two keep", ""},
	{"kept_and_back", "item one; speak A; speak B; item two keep; item one", "A B"},
	{"kept_and_back_as_the_chair_had_moved_them",
		"item one; speak A; speak B; move B first; item two keep; item one", "B* A"},
	{"kept_and_back_among_others",
		"item one; speak A as reply; speak B; item two keep; speak C; item one carry",
		"A/reply C B"},
	{"kept_and_back_among_others_is_no_longer_moved",
		"item one; speak A; speak B; move B first; item two keep; speak C; item one carry",
		"C B A"},
	{"kept_and_back_and_waiting_already",
		"item one; speak A; speak B; item two keep; speak A; item one carry", "A B"},
	{"kept_at_the_end_of_an_item", "item one; speak A; item-end keep; item one", "A"},
	{"kept_for_an_item_that_is_not_the_next",
		"item one; speak A; item two keep; speak B; item three keep; item two", "B"},
	{"kept_outside_items_is_carried", "speak A; item one keep", "A"},
	{"withdrawn_while_kept", "item one; speak A; speak B; item two keep; withdraw A; item one",
		"B"},

	/* Undo */
	{"undo_of_asking", "speak A; speak B; undo", "A"},
	{"redo_of_asking", "speak A; speak B; undo; redo", "A B"},
	{"undo_of_a_withdrawal_gives_the_place_back", "speak A; speak B; withdraw A; undo", "A B"},
	{"undo_of_a_move", "speak A; speak B; move B first; undo", "A B"},
	{"undo_of_asking_when_another_seat_moved_it",
		"speak A; seat other; speak B; move A last; seat test; undo", "B"},
	{"undo_of_the_floor_gives_the_place_back", "speak A; speak B; floor A; undo", "A B"},
	{"undo_of_clearing", "speak A; speak B as reply; list-clear; undo", "B/reply A"},
	{"undo_of_the_next_item", "item one; speak A; item two clear; undo", "A"},
	{"undo_of_closing", "speak A; close; undo; speak B", "A B"},
};

static void order(void **state)
{
	const struct row *row = *state;

	stage_check(row->script, show_waiting, row->expected);
}

CASES_MAIN(rows, order)
