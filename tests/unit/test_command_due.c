/* SPDX-License-Identifier: MIT */
/* test_command_due.c - WHEN of due dates, a row each. */
#include "unit/cases.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "command/command.h"

static const struct row {
	const char *name;
	const char *from;
	const char *when;
	const char *expected; /* "no": refused */
} rows[] = {
	{"a_day", "2026-04-16", "2026-05-01", "2026-05-01"},
	{"a_day_before", "2026-04-16", "2026-01-01", "2026-01-01"},
	{"a_day_that_is_none", "2026-04-16", "2026-02-30", "no"},
	{"a_leap_day", "2026-04-16", "2028-02-29", "2028-02-29"},
	{"today", "2026-04-16", "today", "2026-04-16"},
	{"today_in_capitals", "2026-04-16", "TODAY", "2026-04-16"},
	{"tomorrow", "2026-04-16", "tomorrow", "2026-04-17"},
	{"tomorrow_over_the_month", "2026-04-30", "tomorrow", "2026-05-01"},
	{"tomorrow_over_the_year", "2026-12-31", "tomorrow", "2027-01-01"},
	{"tomorrow_is_a_leap_day", "2028-02-28", "tomorrow", "2028-02-29"},
	{"tomorrow_without_a_leap_day", "2026-02-28", "tomorrow", "2026-03-01"},
	/* 2026-04-16 is a Thursday */
	{"friday_from_thursday", "2026-04-16", "friday", "2026-04-17"},
	{"saturday_from_thursday", "2026-04-16", "saturday", "2026-04-18"},
	{"sunday_from_thursday", "2026-04-16", "sunday", "2026-04-19"},
	{"monday_from_thursday", "2026-04-16", "monday", "2026-04-20"},
	{"tuesday_from_thursday", "2026-04-16", "tuesday", "2026-04-21"},
	{"wednesday_from_thursday", "2026-04-16", "wednesday", "2026-04-22"},
	{"thursday_is_a_week_ahead", "2026-04-16", "thursday", "2026-04-23"},
	{"sunday_from_sunday", "2026-04-19", "sunday", "2026-04-26"},
	{"monday_from_sunday", "2026-04-19", "monday", "2026-04-20"},
	{"saturday_from_sunday", "2026-04-19", "saturday", "2026-04-25"},
	{"a_weekday_over_the_month", "2026-04-30", "monday", "2026-05-04"},
	{"a_weekday_over_the_year", "2026-12-31", "friday", "2027-01-01"},
	{"a_weekday_in_short", "2026-04-16", "Mon", "2026-04-20"},
	{"two_letters_are_too_few", "2026-04-16", "mo", "no"},
	{"a_weekday_too_long", "2026-04-16", "mondays", "no"},
	{"three_days", "2026-04-16", "+3d", "2026-04-19"},
	{"no_days", "2026-04-16", "+0d", "2026-04-16"},
	{"days_over_the_year", "2026-12-30", "+3d", "2027-01-02"},
	{"two_weeks", "2026-04-16", "+2w", "2026-04-30"},
	{"weeks_over_the_year", "2026-12-24", "+2w", "2027-01-07"},
	{"a_month", "2026-04-16", "+1m", "2026-05-16"},
	{"a_month_from_the_last", "2026-01-31", "+1m", "2026-02-28"},
	{"a_month_to_a_leap_day", "2028-01-31", "+1m", "2028-02-29"},
	{"a_month_from_a_leap_day", "2028-02-29", "+12m", "2029-02-28"},
	{"months_over_the_year", "2026-11-30", "+3m", "2027-02-28"},
	{"in_capitals", "2026-04-16", "+1M", "2026-05-16"},
	{"many_days", "2026-04-16", "+999d", "2029-01-09"},
	{"too_many_days", "2026-04-16", "+1000d", "no"},
	{"past_the_last_year", "9999-12-31", "+1d", "no"},
	{"end_of_month", "2026-04-16", "eom", "2026-04-30"},
	{"end_of_a_month_at_its_end", "2026-04-30", "eom", "2026-04-30"},
	{"end_of_february", "2026-02-01", "eom", "2026-02-28"},
	{"end_of_a_leap_february", "2028-02-01", "eom", "2028-02-29"},
	{"end_of_december", "2026-12-31", "EOM", "2026-12-31"},
	{"nothing", "2026-04-16", "", "no"},
	{"a_sign", "2026-04-16", "+", "no"},
	{"no_number", "2026-04-16", "+d", "no"},
	{"no_unit", "2026-04-16", "+3", "no"},
	{"an_unknown_unit", "2026-04-16", "+3y", "no"},
	{"backwards", "2026-04-16", "+-3d", "no"},
	{"with_a_minus", "2026-04-16", "-3d", "no"},
	{"something_else", "2026-04-16", "soon", "no"},
	{"with_a_space", "2026-04-16", " today", "no"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct date from, due;
	char shown[16];

	assert_true(date_read(row->from, &from));
	if (due_read(row->when, from, &due))
		date_write(&out, due);
	else
		buffer_text(&out, "no");
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
