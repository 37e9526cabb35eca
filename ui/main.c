/* SPDX-License-Identifier: MIT */
/* main.c - the command line: a verb of the table, or the console. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/options.h"
#include "ui/chooser.h"
#include "ui/console.h"
#include "ui/steering.h"
#include "ui/tutorial.h"

/* What the command line asks for. */
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

	for (int i = 0; name && i < SHOW_VIEWS; i++)
		if (strcmp(view_table[i].name, name) == 0)
			return (enum console_view)i;
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

/* The session's folder; asks when the agenda has an open one. False when nothing is to be opened:
 * with the reason, or without one when it was not wanted. */
static bool find_session(struct wanted *w, char **folder, struct error *error)
{
	char *already = NULL;
	bool dropped = false;

	if (session_for(w->word, w->dir, w->resume, w->fresh, folder, &already, error))
		return true;
	if (!already)
		return false;
	*error = (struct error){0};
	if (!take_screen(w, error)) {
		free(already);
		return false;
	}
	w->resume = chooser_go_on(already, &dropped);
	w->fresh = !w->resume;
	free(already);
	if (dropped)
		return false;
	already = NULL;
	bool found = session_for(w->word, w->dir, w->resume, w->fresh, folder, &already, error);
	free(already);
	return found;
}

static void say_notices(struct console *c, struct buffer *notices)
{
	while (notices->len && notices->bytes[notices->len - 1] == '\n')
		buffer_cut(notices, notices->len - 1);
	for (size_t i = 0; i < notices->len; i++)
		if (notices->bytes[i] == '\n')
			notices->bytes[i] = ';';
	if (notices->len)
		console_warn(c, notices->bytes);
}

static int run_console(const struct wanted *w, const char *folder, struct tutorial *tutorial,
	struct error *error)
{
	struct seat_options options = {.folder = folder, .name = w->seat,
		.or_next_free = w->seat == NULL, .or_read_only = true,
		.read_only = w->read_only};
	struct buffer notices = BUFFER_EMPTY;
	struct console c = {0};
	struct seat *seat;
	int status;

	if (!options.name && !options.read_only)
		options.name = w->view == SHOW_FLOOR ? "facilitator" : "rapporteur";
	if (!seat_open(&seat, &options, &notices, error)) {
		buffer_release(&notices);
		return error->status ? error->status : 3;
	}
	if (!take_screen(w, error)) {
		seat_close(seat);
		buffer_release(&notices);
		return error->status;
	}
	clock_start(&c.clock);
	console_init(&c, seat);
	c.view = w->view;
	c.room = w->view == SHOW_PODIUM;
	c.tutorial = tutorial;
	say_notices(&c, &notices);
	draft_restore(&c);
	status = console_run(&c);
	console_release(&c);
	seat_close(seat);
	buffer_release(&notices);
	return status;
}

/* Chooses when nothing was named; the practice session is made and removed here. */
static int run_wanted(struct wanted *w, struct error *error)
{
	struct tutorial tutorial;
	enum chosen chosen = CHOSEN_PATH;
	char *path = NULL, *folder = NULL;
	int status = 0;

	if (!w->word && !take_screen(w, error))
		return error->status;
	if (!w->word)
		chosen = chooser_run(&path);
	if (path)
		w->word = path;
	if (chosen == CHOSEN_TUTORIAL) {
		if (tutorial_start(&tutorial, &folder, error)) {
			status = run_console(w, folder, &tutorial, error);
			tutorial_end(&tutorial);
		}
	} else if (chosen == CHOSEN_PATH && find_session(w, &folder, error)) {
		status = run_console(w, folder, NULL, error);
	}
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
