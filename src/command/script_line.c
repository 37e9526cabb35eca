/* SPDX-License-Identifier: MIT */
/* script_line.c - the time before a line of a script. */
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/when.h"

enum { HALF_DAY_HOURS = 12 };

/* A time of day is on the day of what came before, or on the next one when it would be over 12 h
 * earlier; at first it is on the agenda's day. */
static int64_t moment_of_day(int64_t time, const struct agenda *agenda, int64_t previous)
{
	if (previous == NO_TIME)
		return zone_moment(agenda->zone, agenda->date, time);
	struct date day = zone_civil(agenda->zone, previous).date;
	int64_t at = zone_moment(agenda->zone, day, time);
	if (previous - at > HALF_DAY_HOURS * MS_HOUR)
		at = zone_moment(agenda->zone, date_of_days(date_days(day) + 1), time);
	return at;
}

static bool time_read(const char *text, const struct agenda *agenda, int64_t previous, int64_t *out)
{
	int64_t time;

	if (moment_read(text, out))
		return true;
	if (!time_of_day_read(text, &time))
		return false;
	*out = moment_of_day(time, agenda, previous);
	return true;
}

static bool stamp_read(struct script_line *out, const char *stamp, const struct agenda *agenda,
	int64_t previous, struct error *error)
{
	if (!time_read(stamp, agenda, previous, &out->at))
		return error_set(error,
			"a time was expected, [10:03:20] or "
			"[2026-04-16T10:03:20-04:00], not [%s]",
			stamp);
	if (previous != NO_TIME && out->at < previous) {
		struct buffer last = BUFFER_EMPTY;

		moment_write(&last, previous);
		error_set(error, "[%s] is earlier than this seat's last event, at %s", stamp,
			last.bytes);
		buffer_release(&last);
		return false;
	}
	return true;
}

bool script_line_read(struct script_line *out, const char *line, const struct agenda *agenda,
	int64_t previous, struct error *error)
{
	const char *at = line + strspn(line, " \t\r\n");
	const char *close = *at == '[' ? strchr(at, ']') : NULL;
	struct script_line read = {.at = NO_TIME, .rest = at};

	if (strncmp(at, "//", 2) == 0) {
		read.rest = at + strlen(at);
	} else if (*at == '[' && at[1] >= '0' && at[1] <= '9') {
		if (!close)
			return error_set(error, "the time that begins the line lacks its ]");
		char *stamp = mem_text_of(at + 1, (size_t)(close - at) - 1);
		bool is_time = stamp_read(&read, stamp, agenda, previous, error);
		free(stamp);
		if (!is_time)
			return false;
		read.has_time = true;
		read.rest = close + 1 + strspn(close + 1, " \t");
	}
	*out = read;
	return true;
}
