/* SPDX-License-Identifier: MIT */
/* main.c - the command line: a verb of the table, or the console. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "ui/entry/entry_draft.h"
#include "ui/loop.h"
#include "ui/overlay/chooser.h"
#include "ui/overlay/tutorial.h"
#include "ui/state/message.h"
#include "ui/term/screen.h"
#include "ui/term/signals.h"

/* The console as the command line asks for it. */
struct wanted {
	const char *word; /* agenda or session, NULL: the chooser */
	const char *seat, *dir;
	bool read_only, resume, fresh;
	enum console_view view;
	struct screen_options screen;
};

static enum colour_use colour_wanted(const char *word)
{
	if (word && strcmp(word, "always") == 0)
		return COLOUR_ALWAYS;
	return word && strcmp(word, "never") == 0 ? COLOUR_NEVER : COLOUR_AUTO;
}

static enum console_view view_wanted(const struct given *given, const char *seat)
{
	const char *name = given_value(given, "view");

	enum console_view view;

	if (name && view_named(name, &view))
		return view;
	if (seat && strncmp(seat, "facilitator", strlen("facilitator")) == 0)
		return SHOW_FLOOR;
	return SHOW_CAPTURE;
}

static struct wanted wanted_of(const struct given *given)
{
	const char *seat = given_value(given, "seat");
	struct wanted w = {
		.word = given->count ? given->words[0] : NULL,
		.seat = seat && strcmp(seat, "both") == 0 ? "facilitator-both" : seat,
		.dir = given_value(given, "session"),
		.resume = given_value(given, "resume") != NULL,
		.fresh = given_value(given, "new") != NULL,
		.view = view_wanted(given, seat),
		.screen = {.colour = colour_wanted(given_value(given, "color")),
			.ascii = given_value(given, "ascii") != NULL},
	};

	w.read_only = given_value(given, "read-only") || w.view == SHOW_PODIUM;
	return w;
}

static bool take_screen(const struct wanted *w, struct error *error)
{
	char why[256];

	return screen_start(&w->screen, why, sizeof why) || error_status(error, 3, "%s", why);
}

/* The session; asks when the agenda has an open one. False when nothing is to be opened: with the
 * reason, or without one when it was not wanted. */
static bool find_session(struct wanted *w, char **folder, struct error *error)
{
	bool dropped = false;
	char *already;

	if (session_for(w->word, w->dir, w->resume, w->fresh, folder, &already, error))
		return true;
	if (!already)
		return false;
	*error = (struct error){0};
	bool asked = take_screen(w, error);
	w->resume = asked && chooser_go_on(already, &dropped);
	w->fresh = !w->resume;
	free(already);
	return asked && !dropped &&
	       session_for(w->word, w->dir, w->resume, w->fresh, folder, &already, error);
}

static void say_notices(struct console *c, const struct buffer *notices)
{
	struct buffer text = BUFFER_EMPTY;

	lines_join(&text, notices->bytes);
	if (text.len)
		message_warn(c, text.bytes);
	buffer_release(&text);
}

static struct seat_options options_of(const struct wanted *w)
{
	struct seat_options options = {.name = w->seat, .or_next_free = w->seat == NULL,
		.or_read_only = true, .read_only = w->read_only};

	if (!options.name && !options.read_only)
		options.name = w->view == SHOW_FLOOR ? "facilitator" : "rapporteur";
	return options;
}

/* Takes the seat in the session, and the screen. */
static bool take_seat(struct seat **seat, const struct wanted *w, const char *folder,
	struct buffer *notices, struct error *error)
{
	struct seat_options options = options_of(w);

	options.folder = folder;
	if (!seat_open(seat, &options, notices, error))
		return false;
	if (take_screen(w, error))
		return true;
	seat_close(*seat);
	return false;
}

static int console_of(const struct wanted *w, struct seat *seat, struct tutorial *tutorial,
	const struct buffer *notices)
{
	struct console c;
	int status;

	clock_start(&c.clock);
	console_init(&c, seat);
	c.view = w->view;
	c.room = w->view == SHOW_PODIUM;
	c.tutorial = tutorial;
	say_notices(&c, notices);
	draft_restore(&c);
	status = console_run(&c);
	console_release(&c);
	return status;
}

static int run_console(const struct wanted *w, const char *folder, struct tutorial *tutorial,
	struct error *error)
{
	struct buffer notices = BUFFER_EMPTY;
	struct seat *seat;
	int status;

	if (take_seat(&seat, w, folder, &notices, error)) {
		status = console_of(w, seat, tutorial, &notices);
		seat_close(seat);
	} else {
		status = error->status ? error->status : 3;
	}
	buffer_release(&notices);
	return status;
}

/* Makes the practice session, runs the console in it and removes it. */
static int run_tutorial(const struct wanted *w, struct error *error)
{
	struct tutorial tutorial;
	struct buffer agenda = BUFFER_EMPTY, session = BUFFER_EMPTY;
	char *folder = NULL, *already = NULL;
	int status = 0;

	if (tutorial_start(&tutorial, &agenda, &session, error)) {
		if (session_for(agenda.bytes, session.bytes, false, true, &folder, &already, error))
			status = run_console(w, folder, &tutorial, error);
		tutorial_end(&tutorial);
	}
	free(folder);
	free(already);
	buffer_release(&agenda);
	buffer_release(&session);
	return status;
}

/* Chooses when nothing was named. */
static int run_wanted(struct wanted *w, struct error *error)
{
	enum chosen chosen = CHOSEN_PATH;
	char *path = NULL, *folder = NULL;
	int status = 0;

	if (!w->word && !take_screen(w, error))
		return error->status;
	if (!w->word)
		chosen = chooser_run(&path);
	if (path)
		w->word = path;
	if (chosen == CHOSEN_TUTORIAL)
		status = run_tutorial(w, error);
	else if (chosen == CHOSEN_PATH && find_session(w, &folder, error))
		status = run_console(w, folder, NULL, error);
	free(folder);
	free(path);
	return error->text[0] ? error->status : status;
}

static int open_console(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	char why[256];
	int status = 3;

	if (!given_read(&given, verb_open(), argc, argv, 0, 1, &error))
		return cli_fail(&error);
	struct wanted w = wanted_of(&given);
	signals_start();
	if (screen_possible(why, sizeof why))
		status = run_wanted(&w, &error);
	else
		error_status(&error, 3, "%s", why);
	screen_stop();
	given_release(&given);
	return error.text[0] ? cli_fail(&error) : status;
}

int main(int argc, char **argv)
{
	const struct verb *verb = argc > 1 ? verb_named(argv[1]) : NULL;
	bool open = argc > 1 && strcmp(argv[1], verb_open()->name) == 0;

	cli_begin();
	if (verb)
		return cli_run(verb, argc - 1, argv + 1);
	return open_console(open ? argc - 1 : argc, open ? argv + 1 : argv);
}
