/* SPDX-License-Identifier: MIT */
/* times.c - any bytes as what says a time: a script's line, a due date, a span, a time of day, a
 * moment, a date. What is read is written and read alike. */
#include "fuzz/fuzz.h"

#include <locale.h>
#include <string.h>

#include "base/memory.h"
#include "command/command.h"

static struct agenda agenda = {.date = {2026, 4, 16}, .zone = NULL, .starts = NO_TIME};

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	mem_replace(&agenda.zone, "America/New_York");
	return 0;
}

static void script_line(const char *text, int64_t previous)
{
	struct script_line line = {0};
	struct error error = {0};

	if (!script_line_read(&line, text, &agenda, previous, &error)) {
		MUST(error.text[0]);
		return;
	}
	MUST(line.rest >= text && line.rest <= text + strlen(text));
	MUST(!line.has_time || previous == NO_TIME || line.at >= previous);
}

static void due(const char *text)
{
	struct date date, from = {2026, 1, 31};

	if (due_read(text, from, &date))
		MUST(date_is_real(date));
}

static void span(const char *text)
{
	struct buffer out = BUFFER_EMPTY;
	int64_t ms, again = 0;

	if (duration_read(text, &ms)) {
		MUST(ms >= MS_SECOND && ms <= 100 * MS_HOUR);
		duration_write(&out, ms);
		MUST(duration_read(out.bytes, &again) && again == ms);
	}
	buffer_reset(&out);
	if (time_of_day_read(text, &ms))
		MUST(ms >= 0 && ms < MS_DAY);
	buffer_release(&out);
}

static void moment(const char *text)
{
	struct buffer out = BUFFER_EMPTY;
	int64_t ms, again = 0;
	struct date date, same = {0};

	if (moment_read(text, &ms)) {
		moment_write(&out, ms);
		MUST(moment_read(out.bytes, &again) && again == ms);
	}
	buffer_reset(&out);
	if (date_read(text, &date)) {
		MUST(date_is_real(date));
		date_write(&out, date);
		MUST(strcmp(out.bytes, text) == 0);
		same = date_of_days(date_days(date));
		MUST(same.year == date.year && same.month == date.month && same.day == date.day);
	}
	buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	struct input line = take_until_newline(&in);
	char *text = mem_text_of((const char *)line.bytes, line.len);

	script_line(text, NO_TIME);
	script_line(text, INT64_C(1776348000000));
	due(text);
	span(text);
	moment(text);
	free(text);
	return 0;
}
