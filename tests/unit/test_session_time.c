/* SPDX-License-Identifier: MIT */
/* test_session_time.c - turns, spans, limits and how late it is, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

enum what { TIMES, BUDGET, LIMITS, REPLIES, LIST, STARTS, DRIFT };

static const struct row {
	const char *name;
	enum what what;
	const char *script;
	const char *expected;
} rows[] = {
	/* turns x time, of persons and of delegations */
	{"nobody_spoke", TIMES, "speak A", ""},
	{"one_speech", TIMES, "t 0; floor A; t 60; end; t 99", "A 1x1:00 d1 1x1:00"},
	{"a_running_speech", TIMES, "t 0; floor A; t 60", "A 1x1:00 d1 1x1:00"},
	{"two_of_a_delegation", TIMES, "t 0; floor A; t 60; floor B; t 90; end",
		"A 1x1:00 B 1x0:30 d1 2x1:30"},
	{"one_who_stands_alone", TIMES, "t 0; floor G; t 60; end", "G 1x1:00"},
	{"on_behalf_of_another", TIMES, "t 0; floor A for d2; t 60; end", "A 1x1:00 d2 1x1:00"},
	{"on_behalf_of_a_group_nobody_knew", TIMES, "t 0; floor A for d-x-1; t 60; end",
		"A 1x1:00 d-x-1 1x1:00"},
	{"somebody_unnamed_counts_for_nobody", TIMES, "t 0; floor ?; t 60; end", ""},
	{"and_once_named_for_them", TIMES, "t 0; floor ?; t 60; end; attribute speech=s1 by=C",
		"C 1x1:00 d2 1x1:00"},
	{"named_while_it_runs", TIMES, "t 0; floor ?; t 60; attribute speech=s1 by=C; t 70; end",
		"C 1x1:10 d2 1x1:10"},
	{"given_to_another_afterwards", TIMES,
		"t 0; floor A; t 60; end; attribute speech=s1 by=C; floor A; t 70; end",
		"A 1x0:10 C 1x1:00 d1 1x0:10 d2 1x1:00"},
	{"a_group_stays_whoever_speaks", TIMES,
		"t 0; floor A for d3; t 60; end; attribute speech=s1 by=C", "C 1x1:00 d3 1x1:00"},
	{"an_interruption_is_not_counted_for_the_interrupted", TIMES,
		"t 0; floor A; t 10; floor C as question; t 40; end; t 45; end",
		"A 1x0:15 C 1x0:30 d1 1x0:15 d2 1x0:30"},
	{"time_that_goes_back_counts_for_nothing", TIMES,
		"t 60; floor A; t 30; end; t 60; floor C; "
		"t 70; end",
		"A 1x0:00 C 1x0:10 d1 1x0:00 d2 1x0:10"},
	{"a_note_ahead_of_time_moves_no_clock", TIMES, "t 0; floor A; t 500; note hello; t 60; end",
		"A 1x1:00 d1 1x1:00"},
	{"a_request_ahead_of_time_moves_no_clock", TIMES, "t 0; floor A; t 500; speak B; t 60; end",
		"A 1x1:00 d1 1x1:00"},
	{"a_clock_of_another_seat_ahead_is_the_running_one", TIMES,
		"t 0; floor A; seat other; t 100; item one; seat test; t 60; floor C; t 130; end",
		"A 1x1:40 C 1x0:30 d1 1x1:40 d2 1x0:30"},
	{"what_was_undone_moved_the_clock_when_undone", TIMES,
		"t 0; floor A; t 30; end; t 100; undo; t 60; end", "A 1x1:40 d1 1x1:40"},
	{"an_undone_note_moves_no_clock", TIMES,
		"t 0; floor A; t 30; note x; t 100; undo; t 60; end", "A 1x1:00 d1 1x1:00"},
	{"what_was_void_moves_no_clock", TIMES, "t 0; floor A; t 90; resume; t 60; end",
		"A 1x1:00 d1 1x1:00 !resume"},

	/* statements of each delegation in the running item */
	{"a_statement_counts", BUDGET, "t 0; item one; floor A; t 60; floor C; t 70; end",
		"d1 1:00 d2 0:10"},
	{"a_question_does_not", BUDGET, "t 0; item one; floor A as question; t 60; end", ""},
	{"the_next_item_begins_anew", BUDGET, "t 0; item one; floor A; t 60; item two", ""},
	{"an_item_that_comes_back_goes_on", BUDGET,
		"t 0; item one; floor A; t 60; item two; floor A; t 70; item one; floor B; t 80; "
		"end",
		"d1 1:10"},
	{"after_an_item_nothing_is_counted", BUDGET, "t 0; item one; floor A; t 60; item-end", ""},

	/* statement question order right-of-reply(1,2,3) */
	{"outside_items", LIMITS, "note x", "3:00 3:00 1:00 10:00,5:00,5:00"},
	{"in_an_item_without_limit", LIMITS, "item one", "3:00 3:00 1:00 10:00,5:00,5:00"},
	{"in_an_item_with_a_limit", LIMITS, "item three", "2:00 3:00 1:00 10:00,5:00,5:00"},
	{"set_by_the_chair", LIMITS, "item three; limit 90", "1:30 3:00 1:00 10:00,5:00,5:00"},
	{"set_for_this_item_only", LIMITS, "item one; limit 90; item two",
		"3:00 3:00 1:00 10:00,5:00,5:00"},
	{"set_and_back", LIMITS, "item one; limit 90; item two; item one",
		"1:30 3:00 1:00 10:00,5:00,5:00"},
	{"set_and_undone", LIMITS, "item one; limit 90; undo", "3:00 3:00 1:00 10:00,5:00,5:00"},
	{"set_outside_items", LIMITS, "limit 90", "3:00 3:00 1:00 10:00,5:00,5:00 !limit"},
	{"set_to_nothing", LIMITS, "item one; limit 0", "3:00 3:00 1:00 10:00,5:00,5:00 !limit"},
	{"of_statements_by_the_agenda", LIMITS, "rule limit statement 240; item one",
		"4:00 3:00 1:00 10:00,5:00,5:00"},
	{"of_the_item_before_that_of_the_agenda", LIMITS, "rule limit statement 240; item three",
		"2:00 3:00 1:00 10:00,5:00,5:00"},

	/* which right of reply the next of A and of G would be */
	{"the_first_right_of_reply", REPLIES, "item one", "A 1 G 1"},
	{"the_second", REPLIES, "item one; floor A as right-of-reply nth=1; end", "A 2 G 1"},
	{"of_the_delegation", REPLIES, "item one; floor B as right-of-reply nth=1; end", "A 2 G 1"},
	{"of_one_alone", REPLIES,
		"item one; floor G as right-of-reply nth=1; end; "
		"floor H as right-of-reply nth=1",
		"A 1 G 2"},
	{"of_one_alone_in_this_item", REPLIES,
		"item one; floor G as right-of-reply nth=1; item two", "A 1 G 1"},
	{"of_this_item", REPLIES, "item one; floor A as right-of-reply nth=1; item two", "A 1 G 1"},
	{"one_undone_was_none", REPLIES, "item one; floor A as right-of-reply nth=1; undo",
		"A 1 G 1"},
	{"a_statement_is_none", REPLIES, "item one; floor A", "A 1 G 1"},

	/* waiting needs left fits */
	{"nobody_waits_outside_items", LIST, "note x", "0 0:00 - -"},
	{"they_wait_outside_items", LIST, "speak A; speak B", "2 6:00 - -"},
	{"nobody_waits_in_an_item", LIST, "t 0; item one; t 60", "0 0:00 9:00 -"},
	{"they_fit", LIST, "t 0; item one; speak A; speak B", "2 6:00 10:00 5:00"},
	{"they_do_not_fit", LIST, "t 0; item one; speak A; speak B; speak C; speak D; t 60",
		"4 12:00 9:00 2:15"},
	{"the_speech_needs_what_is_left_of_it", LIST, "t 0; item one; speak B; floor A; t 60",
		"1 5:00 9:00 7:00"},
	{"a_speech_over_its_limit_needs_nothing", LIST, "t 0; item one; speak B; floor A; t 240",
		"1 3:00 6:00 6:00"},
	{"an_extended_speech_needs_more", LIST, "t 0; item one; speak B; floor A; t 60; extend 60",
		"1 6:00 9:00 6:00"},
	{"the_interrupted_needs_its_time_too", LIST,
		"t 0; item one; floor A; t 60; floor B as question; t 90", "0 4:30 8:30 -"},
	{"replies_take_their_time_first", LIST, "t 0; item one; speak A; speak B; speak C as order",
		"3 7:00 10:00 4:30"},
	{"rights_of_reply_by_their_number", LIST,
		"item three; speak A as right-of-reply; speak B as right-of-reply",
		"2 15:00 30:00 -"},
	{"rights_of_reply_of_two_delegations", LIST,
		"item three; speak A as right-of-reply; speak C as right-of-reply",
		"2 20:00 30:00 -"},
	{"rights_of_reply_after_one_that_was_used", LIST,
		"t 0; item three; floor A as right-of-reply nth=1; end; speak B as right-of-reply",
		"1 5:00 30:00 -"},
	{"whole_seconds", LIST, "t 0; item one; speak A; speak B; speak C; t 1",
		"3 9:00 9:59 3:19"},
	{"nothing_fits_any_more", LIST, "t 0; item one; speak A; t 660", "1 3:00 -1:00 0:00"},
	{"minutes_changed", LIST, "t 0; item one; item-minutes one 30; speak A",
		"1 3:00 30:00 30:00"},

	/* when each would begin */
	{"begins_at_once", STARTS, "t 0; speak A; speak B", "10:00:00 10:03:00"},
	{"begins_after_the_speech", STARTS, "t 0; floor C; speak A; speak B; t 60",
		"10:03:00 10:06:00"},
	{"begins_after_a_reply", STARTS, "t 0; speak A; speak B as order", "10:00:00 10:01:00"},

	/* drift and expected end (the agenda says 11:00) */
	{"nothing_has_begun", DRIFT, "t 300; speak A", "-"},
	{"on_time", DRIFT, "t 0; item one", "0:00 11:00"},
	{"five_minutes_late", DRIFT, "t 300; item one; t 360", "5:00 11:05"},
	{"an_item_runs_over", DRIFT, "t 0; item one; t 720", "2:00 11:02"},
	{"an_item_ends_early", DRIFT, "t 0; item one; t 480; item-end", "-2:00 10:58"},
	{"an_item_is_added", DRIFT, "t 0; item one; item-add four 5 Four", "5:00 11:05"},
	{"an_item_gets_more_minutes", DRIFT, "t 0; item one; item-minutes two 25", "5:00 11:05"},
	{"a_speech_before_any_item_begins_it", DRIFT, "t 60; floor A", "1:00 11:01"},
	{"almost_half_a_day_late", DRIFT, "t 43140; item one", "11:59:00 22:59"},
	{"another_day_is_not_late", DRIFT, "t 43200; item one", "- 23:00"},
	{"a_closed_session_has_ended", DRIFT, "t 0; item one; t 60; close; t 900", "-59:00 10:01"},
};

static void show_turns(struct buffer *out, const char *name, int turns, int64_t ms)
{
	if (!turns && !ms)
		return;
	buffer_format(out, "%s%s %dx", out->len ? " " : "", name, turns);
	clock_write(out, ms);
}

static void show_times(struct buffer *out, const struct session *s, int64_t at)
{
	for (size_t i = 0; i < s->attendee_count; i++)
		show_turns(out, show_who(s, i), s->attendees[i].turns, session_spoken(s, i, at));
	for (size_t i = 0; i < s->delegation_count; i++)
		show_turns(out, s->delegations[i].number, s->delegations[i].turns,
			session_delegation_spoken(s, i, at));
}

static void show_budget(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->delegation_count; i++) {
		if (!s->delegations[i].statements_ms)
			continue;
		buffer_format(out, "%s%s ", out->len ? " " : "", s->delegations[i].number);
		clock_write(out, s->delegations[i].statements_ms);
	}
}

static void show_limits(struct buffer *out, const struct session *s, int64_t at)
{
	static const struct {
		enum list_kind kind;
		int nth;
		const char *before;
	} shown[] = {{LIST_STATEMENT, 0, ""}, {LIST_QUESTION, 0, " "}, {LIST_ORDER, 0, " "},
		{LIST_RIGHT_OF_REPLY, 1, " "}, {LIST_RIGHT_OF_REPLY, 2, ","},
		{LIST_RIGHT_OF_REPLY, 3, ","}};

	(void)at;
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		buffer_text(out, shown[i].before);
		clock_write(out, session_limit(s, shown[i].kind, shown[i].nth));
	}
}

static void show_replies(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	buffer_format(out, "A %d G %d", session_next_reply(s, session_attendee(s, "p1")),
		session_next_reply(s, session_attendee(s, "p7")));
}

static void show_span(struct buffer *out, int64_t ms)
{
	if (ms == NO_TIME)
		buffer_char(out, '-');
	else
		clock_write(out, ms);
}

static void show_list(struct buffer *out, const struct session *s, int64_t at)
{
	struct list_figures f = session_list_figures(s, at);

	buffer_format(out, "%zu ", f.waiting);
	show_span(out, f.needs_ms);
	buffer_char(out, ' ');
	show_span(out, f.left_ms);
	buffer_char(out, ' ');
	show_span(out, f.fits_ms);
	assert_true(f.fits_ms == NO_TIME || f.fits_ms % MS_SECOND == 0);
}

static void show_starts(struct buffer *out, const struct session *s, int64_t at)
{
	for (size_t i = 0; i < s->waiting_count; i++) {
		struct civil start = zone_civil("UTC", session_expected_start(s, i, at));

		buffer_format(out, "%s%d:%02d:%02d", i ? " " : "", start.hour, start.minute,
			start.second);
	}
}

static void show_drift(struct buffer *out, const struct session *s, int64_t at)
{
	show_span(out, session_drift(s, at));
	if (session_expected_end(s, at) == NO_TIME)
		return;
	struct civil end = zone_civil("UTC", session_expected_end(s, at));
	buffer_format(out, " %d:%02d", end.hour, end.minute);
}

static void time_row(void **state)
{
	static stage_show *const shows[] = {[TIMES] = show_times,
		[BUDGET] = show_budget,
		[LIMITS] = show_limits,
		[REPLIES] = show_replies,
		[LIST] = show_list,
		[STARTS] = show_starts,
		[DRIFT] = show_drift};
	const struct row *row = *state;

	stage_check(row->script, shows[row->what], row->expected);
}

CASES_MAIN(rows, time_row)
