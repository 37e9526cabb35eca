/* SPDX-License-Identifier: MIT */
/* verify.c - `roundtable verify`: what of a session is whole, torn or damaged. */
#include "cli/verbs.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "cli/options.h"
#include "cli/output.h"
#include "store/folder.h"

/* The names of files come from a folder that anybody may have written: they are made clean. */
static bool verify_into(struct buffer *out, const char *folder, bool *whole, struct error *error)
{
	char *text = NULL;
	size_t len = 0;
	FILE *lines = open_memstream(&text, &len);

	if (!lines)
		mem_out();
	bool looked = folder_verify(folder, lines, whole, error);
	if (fclose(lines) != 0 || !text)
		mem_out();
	clean_lines(out, text);
	free(text);
	return looked;
}

static int verify_folder(const char *word)
{
	struct error error = {0};
	char *folder = NULL;
	struct buffer out = BUFFER_EMPTY;
	bool whole = false;

	if (!folder_find(word, &folder, &error))
		return cli_fail(&error);
	bool looked = verify_into(&out, folder, &whole, &error);
	free(folder);
	if (!looked) {
		buffer_release(&out);
		return cli_fail(&error);
	}
	return out_end(&out, whole ? 0 : 1);
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
