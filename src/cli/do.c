/* SPDX-License-Identifier: MIT */
/* do.c - `roundtable do`: typed lines without a console. */
#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/script.h"
#include "report/record_file.h"
#include "seat/clock.h"
#include "seat/seat.h"

/* So many lines share one sync at most. */
enum { UNSAID_MOST = 64 };

/* What is done and not yet said, since it may not be on disk. */
struct unsaid {
	int64_t last; /* number of its last event */
	size_t end;   /* of its line in `acknowledged` */
};

struct doing {
	struct seat *seat;
	struct clock clock;
	struct script script;
	bool keep_going;
	bool untimed;      /* a line was done by the clock */
	int64_t time;      /* of the last line that had one, NO_TIME */
	bool record_due;   /* the session was closed, or corrected after that */
	int status;
	struct buffer acknowledged;
	struct unsaid unsaid[UNSAID_MOST];
	size_t unsaid_count;
};

static void say_place(const struct doing *d, const char *kind, const char *text)
{
	char prefix[64];

	snprintf(prefix, sizeof prefix, "%s:%zu", d->script.name, d->script.number);
	struct buffer line = BUFFER_EMPTY;
	buffer_format(&line, "%s%s", kind, text);
	say_line(prefix, line.bytes);
	buffer_release(&line);
}

static void raise_status(struct doing *d, int status)
{
	if (status > d->status)
		d->status = status;
}

/* What is safe of what was done, when the disk failed: that much may still be said. */
static size_t safe_end(const struct doing *d)
{
	int64_t safe = seat_safe(d->seat);
	size_t end = 0;

	for (size_t i = 0; i < d->unsaid_count && d->unsaid[i].last <= safe; i++)
		end = d->unsaid[i].end;
	return end;
}

static bool save_record(struct doing *d, struct error *error)
{
	if (!d->record_due)
		return true;
	d->record_due = false;
	return record_save(seat_session(d->seat), seat_folder(d->seat), error);
}

/* Waits until all that was done is on disk and says so. False when it is not, or cannot be said. */
static bool acknowledge(struct doing *d)
{
	struct error error = {0};
	bool safe = !d->unsaid_count || seat_wait(d->seat) || seat_retry(d->seat);
	bool recorded = !safe || save_record(d, &error);

	if (!safe) {
		const char *why = seat_failure(d->seat);

		buffer_cut(&d->acknowledged, safe_end(d));
		error_status(&error, 3, "NOT SAVED after what was acknowledged: %s; mend that, and "
			"do again what 'roundtable show' does not have", why ? why : "the disk failed");
	}
	bool said = !d->acknowledged.len || out_write(&d->acknowledged, &error);
	buffer_reset(&d->acknowledged);
	d->unsaid_count = 0;
	if (safe && recorded && said)
		return true;
	raise_status(d, cli_fail(&error));
	return false;
}

static void refuse(struct doing *d, const char *why)
{
	acknowledge(d);
	say_place(d, "", why);
	raise_status(d, 1);
}

/* The question of a line that the console would ask about, and what may be typed instead, unless
 * the question says so itself. */
static void refuse_question(struct doing *d, const struct command_result *result)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_text(&text, result->error.text);
	for (size_t i = 0; i < result->choice_count; i++)
		if (!strstr(result->error.text, result->choices[i].line))
			buffer_format(&text, "; %s: %s", result->choices[i].line,
				result->choices[i].label);
	refuse(d, text.bytes);
	buffer_release(&text);
}

static void say_warnings(const struct doing *d, const struct command_result *result)
{
	const char *at = result->warnings.bytes;

	while (*at) {
		size_t len = strcspn(at, "\n");
		char *line = mem_text_of(at, len);

		if (len)
			say_place(d, "warning: ", line);
		free(line);
		at += len + (at[len] == '\n');
	}
}

static void note_done(struct doing *d, const struct command_result *result)
{
	if (result->id[0])
		buffer_format(&d->acknowledged, "%s ", result->id);
	else if (result->last)
		buffer_format(&d->acknowledged, "%s-%lld ", seat_name(d->seat),
			(long long)result->first);
	buffer_format(&d->acknowledged, "%s\n", result->said.len ? result->said.bytes : "done");
	d->unsaid[d->unsaid_count++] = (struct unsaid){result->last, d->acknowledged.len};
	d->record_due = d->record_due || result->closed;
}

/* What a line for the console comes to without one. */
static void take_screen(struct doing *d, const struct command_result *result)
{
	struct buffer why = BUFFER_EMPTY;

	if (result->screen == COMMAND_LEAVE || result->said.len) {
		note_done(d, result);
	} else {
		buffer_format(&why, "/%s is for the console: roundtable show reads the record",
			result->screen < COMMANDS ? command_table[result->screen].name : "this");
		refuse(d, why.bytes);
	}
	buffer_release(&why);
}

static void take_result(struct doing *d, const struct command_result *result)
{
	say_warnings(d, result);
	switch (result->answer) {
	case ANSWER_DONE: note_done(d, result); return;
	case ANSWER_NOTHING:
		if (result->said.len)
			note_done(d, result);
		return;
	case ANSWER_REFUSED: refuse(d, result->error.text); return;
	case ANSWER_ASKS: refuse_question(d, result); return;
	case ANSWER_SCREEN: take_screen(d, result); return;
	}
}

/* By the clock; never before what this seat did last. */
static int64_t clock_time(struct doing *d)
{
	int64_t now = clock_now(&d->clock), last = seat_last_at(d->seat);
	int64_t step = clock_step(&d->clock);

	if (step)
		seat_clock_stepped(d->seat, now, step);
	return last != NO_TIME && last > now ? last : now;
}

/* The time at which the line is done. False, refused, when it has none that it may have. */
static bool time_of(struct doing *d, const struct script_line *line, int64_t *at)
{
	if (line->has_time && d->untimed) {
		refuse(d, "a time after lines that had none: a script with times has one on its "
			"first line");
		return false;
	}
	if (line->has_time)
		d->time = line->at;
	if (d->time == NO_TIME && !d->untimed &&
		script_has_time(&d->script, seat_agenda(d->seat))) {
		refuse(d, "this line comes before the first that has a time: begin with one, such "
			"as [10:03]");
		return false;
	}
	d->untimed = d->time == NO_TIME;
	*at = d->untimed ? clock_time(d) : d->time;
	return true;
}

static void do_line(struct doing *d, const struct buffer *line)
{
	struct script_line read = {0};
	struct error error = {0};
	struct command_result result;
	int64_t at;

	if (!script_line_read(&read, line->bytes, seat_agenda(d->seat), seat_last_at(d->seat),
		&error)) {
		refuse(d, error.text);
		return;
	}
	if (!*read.rest && !read.has_time)
		return;
	if (!time_of(d, &read, &at))
		return;
	struct moment moment = {.at = at, .now = at, .speaker = NONE, .speech = NONE,
		.expand = true};
	command_result_init(&result);
	seat_do(d->seat, read.rest, strlen(read.rest), &moment, &result);
	take_result(d, &result);
	command_result_release(&result);
}

static void do_lines(struct doing *d)
{
	struct buffer line = BUFFER_EMPTY;
	struct error error = {0};

	while (d->status < 2 && (d->status == 0 || d->keep_going)) {
		bool due = d->unsaid_count == UNSAID_MOST || script_would_wait(&d->script);

		if (due && !acknowledge(d))
			break;
		if (!script_next(&d->script, &line, &error))
			break;
		do_line(d, &line);
	}
	acknowledge(d);
	if (error.text[0])
		raise_status(d, cli_fail(&error));
	buffer_release(&line);
}

/* The two roles in one sit as one facilitator. */
static const char *seat_wanted(const struct given *given)
{
	const char *name = given_value(given, "seat");

	if (!name)
		return "script";
	return strcmp(name, "both") == 0 ? "facilitator-both" : name;
}

static int do_in(const char *folder, const struct given *given)
{
	struct error error = {0};
	struct buffer notices = BUFFER_EMPTY;
	struct seat_options options = {.folder = folder, .name = seat_wanted(given)};
	struct doing d = {.time = NO_TIME, .keep_going = given_value(given, "keep-going") != NULL};

	clock_start(&d.clock);
	bool seated = seat_open(&d.seat, &options, &notices, &error);
	say_lines("roundtable", &notices);
	buffer_release(&notices);
	if (!seated)
		return cli_fail(&error);
	buffer_init(&d.acknowledged);
	script_init(&d.script, given->words + 1, given->count - 1);
	do_lines(&d);
	script_release(&d.script);
	buffer_release(&d.acknowledged);
	if (seat_warning(d.seat))
		say_line("roundtable", seat_warning(d.seat));
	if (seat_is_elsewhere(d.seat))
		raise_status(&d, 3);
	seat_close(d.seat);
	return d.status;
}

int do_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	char *folder = NULL;

	if (!given_read(&given, verb_row("do"), argc, argv, 1, SIZE_MAX, &error))
		return cli_fail(&error);
	int status = folder_find(given.words[0], &folder, &error) ? do_in(folder, &given)
								  : cli_fail(&error);
	free(folder);
	given_release(&given);
	return status;
}
