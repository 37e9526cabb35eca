/* SPDX-License-Identifier: MIT */
/* test_cli_place.c - which folder a word means, and when an agenda has a session already. */
#include "unit/cases.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/cli.h"

#define NAME "2026-04-16-test"

static const struct row {
	const char *name;
	const char *before;   /* words opened as new ones before, by spaces */
	const char *word;
	const char *dir;
	bool resume, fresh;
	const char *expected; /* the folder in the default place, or the status and the reason */
} rows[] = {
	{"an_agenda_begins_a_session", "", "agenda.yaml", NULL, false, false, NAME},
	{"an_agenda_with_an_open_session_asks", "agenda.yaml", "agenda.yaml", NULL, false, false,
		"2, " NAME " is open"},
	{"going_on_in_it", "agenda.yaml", "agenda.yaml", NULL, true, false, NAME},
	{"another_one", "agenda.yaml", "agenda.yaml", NULL, false, true, NAME "-2"},
	{"nothing_to_go_on_in_begins_one", "", "agenda.yaml", NULL, true, false, NAME},
	{"a_place_of_its_own", "", "agenda.yaml", "mine", false, false, "mine"},
	{"a_session_by_its_name", "agenda.yaml", NAME, NULL, false, false, NAME},
	{"a_session_by_the_beginning_of_its_name", "agenda.yaml", "2026-04", NULL, false, false,
		NAME},
	{"a_beginning_of_several", "agenda.yaml agenda.yaml", "2026-04", NULL, false, false, "2, "
		"refused"},
	{"a_mistyped_verb", "", "exprot", NULL, false, false, "2, refused"},
	{"nothing_of_that_name", "", "no-such-thing", NULL, false, false, "3, refused"},
	{"no_such_path", "", "./none.yaml", NULL, false, false, "3, refused"},
	{"an_agenda_with_an_error", "", "bad.yaml", NULL, false, false, "1, refused"},
};

static int take_away(const char *path, const struct stat *about, int kind, struct FTW *walk)
{
	(void)about, (void)kind, (void)walk;
	return remove(path);
}

static void make_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (!file || fputs(text, file) < 0 || fclose(file) != 0)
		abort();
}

/* The last part of the path. */
static const char *last_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void open_again(const char *words)
{
	char *copy = mem_text(words), *rest = copy;

	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		struct error error = {0};
		char *folder, *already;

		if (!session_for(word, NULL, false, true, &folder, &already, &error))
			abort();
		free(folder);
	}
	free(copy);
}

static void answer(char *got, size_t room, const struct row *row)
{
	struct error error = {0};
	char *folder = NULL, *already = NULL;

	if (session_for(row->word, row->dir, row->resume, row->fresh, &folder, &already, &error))
		snprintf(got, room, "%s", last_of(folder));
	else if (already)
		snprintf(got, room, "%d, %s is open", error.status, last_of(already));
	else
		snprintf(got, room, "%d, %s", error.status,
			error.text[0] ? "refused" : "without a word");
	free(folder);
	free(already);
}

static void finds(void **state)
{
	const struct row *row = *state;
	char home[] = "/tmp/roundtable-place-XXXXXX";
	char got[256] = "";

	if (!mkdtemp(home) || chdir(home) != 0)
		abort();
	setenv("ROUNDTABLE_HOME", home, 1);
	make_file("agenda.yaml", "roundtable: agenda/1\ntitle: Test\ndate: 2026-04-16\n"
		"items: [{title: A, minutes: 5}]\n");
	make_file("bad.yaml", "roundtable: agenda/1\ntitel: Test\n");
	open_again(row->before);
	answer(got, sizeof got, row);
	if (chdir("/") == 0)
		nftw(home, take_away, 8, FTW_DEPTH | FTW_PHYS);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, finds)
