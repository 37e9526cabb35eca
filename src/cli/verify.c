/* SPDX-License-Identifier: MIT */
/* verify.c - `roundtable verify`: what of a session is whole, torn or damaged. */
#include "cli/verbs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "journal/folder.h"

static int verify_folder(const char *word)
{
	struct error error = {0};
	char *folder = NULL;
	bool whole = false;

	if (!folder_find(word, &folder, &error))
		return cli_fail(&error);
	bool looked = folder_verify(folder, stdout, &whole, &error);
	free(folder);
	if (looked && (fflush(stdout) != 0 || ferror(stdout)))
		looked = error_status(&error, 3, "cannot write to standard output: %s", strerror(errno));
	if (!looked)
		return cli_fail(&error);
	return whole ? 0 : 1;
}

int verify_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};

	if (!given_read(&given, verb_row("verify"), argc, argv, 1, 1, &error))
		return cli_fail(&error);
	int status = verify_folder(given.words[0]);
	given_release(&given);
	return status;
}
