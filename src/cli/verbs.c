/* SPDX-License-Identifier: MIT */
/* verbs.c - the table of verbs and of their options. */
#include "cli/verbs.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "cli/manual.h"
#include "command/view_words.h"
#include "export/formats.h"
#include "report/report.h"


const char *verb_word(size_t i)
{
	return i < verb_count ? verb_table[i].name : NULL;
}

static const char *colour_word(size_t i)
{
	static const char *const words[] = {"auto", "always", "never", NULL};

	return words[i];
}

#define ROWS(rows) rows, sizeof(rows) / sizeof *(rows)

static const struct option_row open_options[] = {
	{"seat", 0, "NAME", NULL, "sit as NAME (rapporteur; in the floor view facilitator)"},
	{"read-only", 0, NULL, NULL, "take no seat and write nothing"},
	{"view", 0, "VIEW", console_view_word, "the view to begin in"},
	{"session", 0, "DIR", NULL, "keep the session in DIR"},
	{"resume", 0, NULL, NULL, "go on in the open session of the agenda"},
	{"new", 0, NULL, NULL, "begin another session of the agenda"},
	{"color", 0, "WHEN", colour_word, "when to use colour (auto)"},
	{"ascii", 0, NULL, NULL, "draw with ASCII characters only"},
};

static const struct option_row start_options[] = {
	{"session", 0, "DIR", NULL, "make the session folder at DIR"},
};

static const struct option_row do_options[] = {
	{"seat", 0, "NAME", NULL, "sit as NAME (script)"},
	{"keep-going", 0, NULL, NULL, "go on after a refused line"},
};

static const struct option_row show_options[] = {
	{"json", 0, NULL, NULL, "as JSON"},
	{"at", 0, "TIME", NULL, "as of TIME: now, 10:03, 2026-04-16T10:03:20-04:00"},
};

static const struct option_row export_options[] = {
	{"as", 0, "FORMAT", format_word, "the format of the file"},
	{"what", 0, "WHAT", what_word, "what of the record (all)"},
	{"internal", 0, NULL, NULL, "with names, for the secretariat's own files"},
	{"output", 'o', "FILE", NULL, "write FILE, whole or not at all"},
};

static const struct option_row merge_options[] = {
	{"dry-run", 0, NULL, NULL, "say what would come, and change nothing"},
};

static const struct option_row help_options[] = {
	{"manual", 0, "PART", manual_part,
		"a part of the manual pages"},
	{"completion", 0, "SHELL", completion_shell, "the completions for a shell"},
};

const struct verb verb_table[] = {
	{"open", "[AGENDA|SESSION]", "AGENDA SESSION", NULL, ROWS(open_options),
		"Open the console on an agenda or a session", NULL},
	{"check", "FILE…", "AGENDA", NULL, NULL, 0, "Say what is wrong with agendas", check_run},
	{"start", "AGENDA", "AGENDA", NULL, ROWS(start_options),
		"Make the session folder of an agenda and print its path", start_run},
	{"do", "SESSION [LINE…]", "SESSION", NULL, ROWS(do_options),
		"Do typed lines, from the arguments or standard input", do_run},
	{"show", "SESSION [VIEW]", "SESSION", view_word, ROWS(show_options),
		"Read the record, as a summary or in one of its views", show_run},
	{"export", "SESSION --as FORMAT", "SESSION", NULL, ROWS(export_options),
		"Write what may leave the room", export_run},
	{"verify", "SESSION", "SESSION", NULL, NULL, 0, "Say what of a session is whole, torn or damaged",
		verify_run},
	{"merge", "INTO FOLDER…", "SESSION AGENDA", NULL, ROWS(merge_options),
		"Bring the logs of laptops that were apart together", merge_run},
	{"sessions", "", "", NULL, NULL, 0, "List the sessions in the default place", sessions_run},
	{"help", "[COMMAND]", "", verb_word, ROWS(help_options),
		"Help on the command line and on what is typed", help_run},
};
const unsigned verb_count = sizeof verb_table / sizeof *verb_table;

const struct verb *verb_row(const char *name)
{
	for (unsigned i = 0; i < verb_count; i++)
		if (strcmp(verb_table[i].name, name) == 0)
			return &verb_table[i];
	assert(0 && "the table has every verb that is asked for by name");
	return NULL;
}

const struct verb *verb_open(void)
{
	return verb_row("open");
}

const struct verb *verb_named(const char *word)
{
	if (!word)
		return NULL;
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 ||
		strcmp(word, "--version") == 0)
		return verb_row("help");
	for (unsigned i = 0; i < verb_count; i++)
		if (strcmp(verb_table[i].name, word) == 0)
			return verb_table[i].run ? &verb_table[i] : NULL;
	return NULL;
}

/* A closed stream is filled with one that fails when it is used. */
static void fill_streams(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			(void)open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

void cli_begin(void)
{
	fill_streams();
	setlocale(LC_CTYPE, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* True when the words ask for the help of their verb. */
static bool asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

int cli_run(const struct verb *verb, int argc, char **argv)
{
	cli_begin();
	if (asks_for_help(argc, argv)) {
		char *help[] = {"help", (char *)(uintptr_t)verb->name, NULL};
		return help_run(2, help);
	}
	return verb->run(argc, argv);
}
