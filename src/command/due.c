/* SPDX-License-Identifier: MIT */
/* due.c - WHEN of due dates, counted from a day. */
#include "command/command.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/number.h"

enum { STEPS_MOST = 999, YEARS_MOST = 9999, PREFIX_LEAST = 3 };

/* A weekday by its whole name or its first three letters or more; 1 to 7 days ahead. */
static bool weekday_read(const char *text, struct date from, struct date *out)
{
	static const char *const names[] = {
		"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
	size_t len = strlen(text);

	for (int i = 0; i < 7; i++) {
		if (len < PREFIX_LEAST || strncasecmp(names[i], text, len) != 0)
			continue;
		int ahead = (i - date_weekday(from) + 6) % 7 + 1;
		*out = date_of_days(date_days(from) + ahead);
		return true;
	}
	return false;
}

/* +3d +2w +1m */
static bool steps_read(const char *text, struct date from, struct date *out)
{
	size_t len = strlen(text);
	int64_t count;

	if (len < 3 || text[0] != '+')
		return false;
	char *digits = mem_text_of(text + 1, len - 2);
	bool is_count = digits[0] != '-' && number_read(digits, 0, STEPS_MOST, &count);
	free(digits);
	if (!is_count)
		return false;
	switch (text[len - 1]) {
	case 'd':
	case 'D': *out = date_of_days(date_days(from) + count); break;
	case 'w':
	case 'W': *out = date_of_days(date_days(from) + 7 * count); break;
	case 'm':
	case 'M': *out = date_add_months(from, (int)count); break;
	default: return false;
	}
	return out->year <= YEARS_MOST;
}

bool due_read(const char *text, struct date from, struct date *out)
{
	struct date found;
	bool is_due = true;

	if (date_read(text, &found) || weekday_read(text, from, &found) ||
		steps_read(text, from, &found))
		*out = found;
	else if (strcasecmp(text, "today") == 0)
		*out = from;
	else if (strcasecmp(text, "tomorrow") == 0)
		*out = date_of_days(date_days(from) + 1);
	else if (strcasecmp(text, "eom") == 0)
		*out = (struct date){from.year, from.month, date_month_days(from.year, from.month)};
	else
		is_due = false;
	return is_due;
}
