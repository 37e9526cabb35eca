/* SPDX-License-Identifier: MIT */
/* show.c - `roundtable show`: the record, as of a moment. */
#include "cli/verbs.h"

#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/today.h"
#include "report/report.h"
#include "store/folder.h"
#include "sync/presence_read.h"


/* The largest time of any event, NO_TIME when there is none. */
static int64_t last_moment(const struct history *h)
{
	int64_t last = NO_TIME;

	for (size_t i = 0; i < h->count; i++)
		if (history_at(h, i)->at > last)
			last = history_at(h, i)->at;
	return last;
}

/* TIME of --at: now, a time of day on the day of the last event, or a full time. */
static bool at_read(const char *text, const struct loaded *l, int64_t *at, struct error *error)
{
	int64_t last = last_moment(&l->history), time_of_day;
	const char *zone = l->agenda.zone;

	if (strcmp(text, "now") == 0) {
		*at = moment_now();
		return true;
	}
	if (time_of_day_read(text, &time_of_day)) {
		struct date day = last == NO_TIME ? l->agenda.date : zone_civil(zone, last).date;

		*at = zone_moment(zone, day, time_of_day);
		return true;
	}
	if (moment_read(text, at))
		return true;
	return error_status(error, 2, "--at wants now, a time such as 10:03 or one such as "
		"2026-04-16T10:03:20-04:00, not '%s'", text);
}

/* The events up to that moment, which stay where the whole history has them. */
static void history_until(struct history *out, const struct history *whole, int64_t at)
{
	history_init(out);
	for (size_t i = 0; i < whole->count; i++)
		if (history_at(whole, i)->at <= at)
			history_take(out, history_at(whole, i), NULL);
}

static void show_summary(struct buffer *out, const struct loaded *l, const struct history *history,
	const struct session *session, bool json, int64_t at)
{
	struct presence *present;
	size_t count = presence_read(&present, l->path, history, session);

	summary_write(out, session, json, at, present, count);
	free(present);
}

static void show_history(struct buffer *out, const struct loaded *l, const struct history *history,
	enum view view, bool json, int64_t at)
{
	struct session session;

	session_init(&session, &l->agenda, &l->agenda.people);
	history_fold(history, &session);
	if (view == VIEW_SUMMARY)
		show_summary(out, l, history, &session, json, at);
	else if (json)
		view_write_json(out, &session, view, at);
	else
		view_write_text(out, &session, view, at);
	session_release(&session);
}

static int show_loaded(const struct loaded *l, enum view view, bool json, const char *at_text)
{
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;
	struct history until;
	int64_t at;

	if (!at_text) {
		show_history(&out, l, &l->history, view, json, NO_TIME);
		return out_end(&out, 0);
	}
	if (!at_read(at_text, l, &at, &error))
		return cli_fail(&error);
	history_until(&until, &l->history, at);
	show_history(&out, l, &until, view, json, at);
	history_release(&until);
	return out_end(&out, 0);
}

static int show_session(const char *word, enum view view, bool json, const char *at)
{
	struct loaded loaded;
	int failed = load_session_to_show(&loaded, word);

	if (failed)
		return failed;
	int status = show_loaded(&loaded, view, json, at);
	loaded_release(&loaded);
	return status;
}

static bool view_of(const struct given *given, enum view *view, struct error *error)
{
	struct buffer hint = BUFFER_EMPTY;

	*view = VIEW_SUMMARY;
	if (given->count < 2 || view_read(given->words[1], view))
		return true;
	words_hint(&hint, given->words[1], view_word);
	error_status(error, 2, "show has no view '%s': %s", given->words[1], hint.bytes);
	buffer_release(&hint);
	return false;
}

int show_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	enum view view;

	if (!given_read(&given, verb_row("show"), argc, argv, 1, 2, &error))
		return cli_fail(&error);
	int status = view_of(&given, &view, &error)
		? show_session(given.words[0], view, given_value(&given, "json") != NULL,
			  given_value(&given, "at"))
		: cli_fail(&error);
	given_release(&given);
	return status;
}
