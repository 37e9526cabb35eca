/* SPDX-License-Identifier: MIT */
/* test_command_script.c - the times before the lines of a script, a row each. */
#include "unit/cases.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "command/command.h"

static const struct row {
	const char *name;
	const char *previous; /* "": nothing was before */
	const char *line;
	const char *expected;
} rows[] = {
	{"no_time", "", "A note", "- 'A note'"},
	{"spaces_before", "", "   A note", "- 'A note'"},
	{"blank", "", "  ", "- ''"},
	{"comment", "", "// [10:00] no", "- ''"},
	{"comment_after_spaces", "", "  // no", "- ''"},
	{"a_command_is_no_comment", "", "/next", "- '/next'"},
	{"a_time_on_the_agendas_day", "", "[10:03] A note", "2026-04-16T14:03:00.000Z 'A note'"},
	{"with_seconds", "", "[10:03:20] A note", "2026-04-16T14:03:20.000Z 'A note'"},
	{"without_a_space", "", "[10:03]A note", "2026-04-16T14:03:00.000Z 'A note'"},
	{"only_a_time", "", "[10:03]", "2026-04-16T14:03:00.000Z ''"},
	{"a_full_time", "", "[2026-04-16T10:03:20-04:00] A", "2026-04-16T14:03:20.000Z 'A'"},
	{"a_full_time_in_utc", "", "[2026-04-17T01:00:00.250Z] A", "2026-04-17T01:00:00.250Z 'A'"},
	{"on_the_day_of_the_last", "2026-04-18T14:00:00.000Z", "[10:03] A",
		"2026-04-18T14:03:00.000Z 'A'"},
	{"the_same_time_again", "2026-04-18T14:03:00.000Z", "[10:03] A",
		"2026-04-18T14:03:00.000Z 'A'"},
	/* 23:50 in New York is 03:50 of the next day in UTC */
	{"after_midnight", "2026-04-17T03:50:00.000Z", "[00:10] A", "2026-04-17T04:10:00.000Z 'A'"},
	{"over_twelve_hours_before", "2026-04-17T02:00:00.000Z", "[9:59] A",
		"2026-04-17T13:59:00.000Z 'A'"},
	{"twelve_hours_before_to_the_second", "2026-04-17T02:00:00.000Z", "[10:00] A",
		"no: [10:00] is earlier than this seat's last event, at 2026-04-17T02:00:00.000Z"},
	{"earlier", "2026-04-16T14:00:00.000Z", "[9:59:59] A",
		"no: [9:59:59] is earlier than this seat's last event, at "
		"2026-04-16T14:00:00.000Z"},
	{"a_full_time_earlier", "2026-04-16T14:00:00.000Z", "[2026-04-16T13:59:59Z] A",
		"no: [2026-04-16T13:59:59Z] is earlier than this seat's last event, at "
		"2026-04-16T14:00:00.000Z"},
	{"a_full_time_days_later", "2026-04-16T14:00:00.000Z", "[2026-04-18T00:00:00Z] A",
		"2026-04-18T00:00:00.000Z 'A'"},
	{"no_such_hour", "", "[25:00] A",
		"no: a time was expected, [10:03:20] or [2026-04-16T10:03:20-04:00], not [25:00]"},
	{"a_full_time_without_a_zone", "", "[2026-04-16T10:03:20] A",
		"no: a time was expected, [10:03:20] or [2026-04-16T10:03:20-04:00], not "
		"[2026-04-16T10:03:20]"},
	{"not_closed", "", "[10:03 A", "no: the time that begins the line lacks its ]"},
	{"brackets_that_are_no_time", "", "[sic] he said", "- '[sic] he said'"},
	{"a_line_end_before", "", "\n[10:03] A", "2026-04-16T14:03:00.000Z 'A'"},
	/* the clock of New York skips from 2:00 to 3:00 */
	{"a_time_that_is_skipped", "2026-03-08T06:00:00.000Z", "[02:30] A",
		"2026-03-08T07:30:00.000Z 'A'"},
};

static void run(void **state)
{
	const struct row *row = *state;
	char zone[] = "America/New_York";
	struct agenda agenda = {.date = {2026, 4, 16}, .zone = zone};
	struct script_line line = {.rest = ""};
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;
	int64_t previous = NO_TIME;
	char shown[512];

	if (*row->previous)
		assert_true(moment_read(row->previous, &previous));
	if (!script_line_read(&line, row->line, &agenda, previous, &error)) {
		buffer_format(&out, "no: %s", error.text);
	} else {
		if (line.has_time)
			moment_write(&out, line.at);
		else
			buffer_char(&out, '-');
		buffer_format(&out, " '%s'", line.rest);
	}
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
