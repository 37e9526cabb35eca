/* SPDX-License-Identifier: MIT */
/* test_base_when.c - dates, zones and durations, a row each: what is read comes out as written. */
#include "unit/cases.h"

#include "base/memory.h"
#include "base/when.h"

#include <stdio.h>
#include <stdlib.h>

enum what { DURATION, CLOCKED, CLOCK, MOMENT, DAY, TIME, LOCAL, FROM_LOCAL, MONTHS };

static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected; /* "no": refused */
} rows[] = {
	{"ninety_seconds", DURATION, "90s", "1m30s"},
	{"a_bare_number_is_minutes", DURATION, "3", "3m"},
	{"hours_and_minutes", DURATION, "1h30m", "1h30m"},
	{"units_out_of_order", DURATION, "3m1h", "no"},
	{"a_unit_twice", DURATION, "3m3m", "no"},
	{"nothing_at_all", DURATION, "", "no"},
	{"no_time_at_all", DURATION, "0s", "no"},
	{"a_fraction", DURATION, "1.5m", "no"},
	{"more_than_a_hundred_hours", DURATION, "101h", "no"},
	{"a_number_too_large_for_anything", DURATION, "99999999999999999999h", "no"},
	{"a_span_as_the_head_shows_it", CLOCKED, "1:54", "1m54s"},
	{"a_span_of_hours", CLOCKED, "1:02:03", "1h2m3s"},
	{"a_span_without_its_seconds", CLOCKED, "1:5", "no"},
	{"a_span_of_sixty_seconds", CLOCKED, "1:60", "no"},
	{"a_span_of_nothing", CLOCKED, "0:00", "no"},
	{"a_span_that_is_a_number", CLOCKED, "90", "no"},
	{"a_span_too_long", CLOCKED, "999:00:00", "no"},
	{"clock_of_a_speech", CLOCK, "108000", "1:48"},
	{"clock_over_an_hour", CLOCK, "3723000", "1:02:03"},
	{"clock_below_nothing", CLOCK, "-42000", "-0:42"},
	{"a_moment_in_utc", MOMENT, "2026-04-16T14:03:22.120Z", "2026-04-16T14:03:22.120Z"},
	{"a_moment_with_an_offset", MOMENT, "2026-04-16T10:03:20-04:00", "2026-04-16T14:03:20.000Z"},
	{"a_moment_before_1970", MOMENT, "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
	{"a_moment_without_a_zone", MOMENT, "2026-04-16T10:03:20", "no"},
	{"the_leap_day_of_2028", DAY, "2028-02-29", "2028-02-29"},
	{"no_leap_day_in_2026", DAY, "2026-02-29", "no"},
	{"a_month_too_many", DAY, "2026-13-01", "no"},
	{"ten_past_ten", TIME, "10:10", "36600000"},
	{"one_digit_of_an_hour", TIME, "9:05", "32700000"},
	{"with_seconds", TIME, "10:03:20", "36200000"},
	{"an_hour_too_many", TIME, "24:00", "no"},
	{"new_york_in_april", LOCAL, "2026-04-16T14:03:22.000Z", "10:03:22 -14400"},
	{"new_york_skips_an_hour", FROM_LOCAL, "2026-03-08 9000000", "2026-03-08T07:30:00.000Z"},
	{"new_york_shows_an_hour_twice", FROM_LOCAL, "2026-11-01 5400000", "2026-11-01T05:30:00.000Z"},
	{"new_york_at_noon", FROM_LOCAL, "2026-04-16 43200000", "2026-04-16T16:00:00.000Z"},
	{"a_month_after_january_the_31st", MONTHS, "2026-01-31", "2026-02-28"},
	{"a_month_after_december", MONTHS, "2026-12-15", "2027-01-15"},
};

static bool answer(const struct row *row, struct buffer *out)
{
	int64_t ms;
	struct date d;

	switch (row->what) {
	case DURATION:
		if (!duration_read(row->input, &ms))
			return false;
		duration_write(out, ms);
		return true;
	case CLOCKED:
		if (!clock_read(row->input, &ms))
			return false;
		duration_write(out, ms);
		return true;
	case CLOCK: clock_write(out, strtoll(row->input, NULL, 10)); return true;
	case MOMENT:
		if (!moment_read(row->input, &ms))
			return false;
		moment_write(out, ms);
		return true;
	case DAY:
		if (!date_read(row->input, &d))
			return false;
		date_write(out, date_of_days(date_days(d)));
		return true;
	case TIME:
		if (!time_of_day_read(row->input, &ms))
			return false;
		buffer_format(out, "%lld", (long long)ms);
		return true;
	case LOCAL:
		assert_true(moment_read(row->input, &ms));
		struct civil c = zone_civil("America/New_York", ms);
		buffer_format(out, "%d:%02d:%02d %d", c.hour, c.minute, c.second, c.offset);
		return true;
	case FROM_LOCAL: {
		char *day = mem_text_of(row->input, 10);
		bool real = date_read(day, &d);

		free(day);
		assert_true(real);
		moment_write(out, zone_moment("America/New_York", d, strtoll(row->input + 11, NULL, 10)));
		return true;
	}
	case MONTHS:
		assert_true(date_read(row->input, &d));
		date_write(out, date_add_months(d, 1));
		return true;
	}
	return false;
}

static void read_and_write(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	char got[128] = "no";

	if (answer(row, &out))
		snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, read_and_write)
