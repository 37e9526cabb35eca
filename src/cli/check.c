/* SPDX-License-Identifier: MIT */
/* check.c - `roundtable check`: what is wrong with agendas. */
#include "cli/verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/today.h"

/* Says why the file cannot be read at all; what is wrong in it is found by reading it. */
static bool is_readable(const char *path, struct error *error)
{
	struct stat about;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool fine = fd >= 0 && fstat(fd, &about) == 0;

	if (fine && S_ISDIR(about.st_mode)) {
		fine = false;
		errno = EISDIR;
	}
	int why = errno;
	if (fd >= 0)
		close(fd);
	return fine || error_status(error, 3, "cannot read %s: %s", path, strerror(why));
}

static int check_file(const char *path)
{
	struct agenda agenda;
	struct problems problems = {0};
	struct error error = {0};

	if (!is_readable(path, &error))
		return cli_fail(&error);
	bool sound = agenda_read(&agenda, path, today_here(), &problems);
	bool unread = problems_unread(&problems) != NULL;
	say_problems(&problems);
	problems_release(&problems);
	if (sound)
		agenda_release(&agenda);
	if (unread)
		return 3;
	return sound ? 0 : 1;
}

int check_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	int status = 0;

	if (!given_read(&given, verb_row("check"), argc, argv, 1, SIZE_MAX, &error))
		return cli_fail(&error);
	for (size_t i = 0; i < given.count; i++) {
		int found = check_file(given.words[i]);

		if (found > status)
			status = found;
	}
	given_release(&given);
	return status;
}
