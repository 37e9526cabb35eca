/* SPDX-License-Identifier: MIT */
/* start.c - `roundtable start`: the session folder of an agenda. */
#include "cli/verbs.h"

#include <stdlib.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/today.h"
#include "store/exposure.h"
#include "store/folder.h"

static void say_exposure(const char *folder)
{
	struct buffer line = BUFFER_EMPTY;

	exposure_tell(folder_exposure_when_made(folder), folder, &line);
	say_lines("roundtable", &line);
	buffer_release(&line);
}

static int start_session(const char *path, const char *dir)
{
	struct agenda agenda;
	struct problems problems = {0};
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;
	char *folder = NULL;

	bool sound = agenda_read(&agenda, path, today_here(), &problems);
	say_problems(&problems);
	int status = !sound && problems.count && !problems.items[0].place.line ? 3 : 1;
	problems_release(&problems);
	if (!sound)
		return status;
	bool made = folder_create(&agenda, dir, &folder, &error);
	agenda_release(&agenda);
	if (!made)
		return cli_fail(&error);
	say_exposure(folder);
	buffer_format(&out, "%s\n", folder);
	free(folder);
	return out_end(&out, 0);
}

int start_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};

	if (!given_read(&given, verb_row("start"), argc, argv, 1, 1, &error))
		return cli_fail(&error);
	int status = start_session(given.words[0], given_value(&given, "session"));
	given_release(&given);
	return status;
}
