/* SPDX-License-Identifier: MIT */
/* every_word.c - each word of the command line's tables works in the real program, and is listed.
 *
 * usage: every_word PROGRAM SOURCE-FOLDER
 *
 * The words come from the tables that the program is made from: a row more is a word more here. Each
 * export format exports each choice of --what, each view of `show` shows, each part of the manual and
 * each completion is written; each word stands in help, in the manual and in all completions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/manual.h"
#include "cli/verbs.h"
#include "export/formats.h"
#include "report/report.h"

static const char *program;
static char session[128];
static int failures;

/* The program's standard output for those arguments of a shell; its status in *status. */
static struct buffer output_of(const char *arguments, int *status)
{
	struct buffer line = BUFFER_EMPTY, out = BUFFER_EMPTY;
	size_t got;

	buffer_format(&line, "'%s' %s 2>&1", program, arguments);
	FILE *pipe = popen(line.bytes, "r");
	do {
		got = fread(buffer_room(&out, 4096), 1, 4096, pipe);
		buffer_grew(&out, got);
	} while (got);
	*status = pclose(pipe);
	buffer_release(&line);
	return out;
}

/* Runs the program, which must succeed and write something. */
static void works(const char *format, const char *a, const char *b)
{
	struct buffer line = BUFFER_EMPTY;
	int status;

	buffer_format(&line, format, session, a, b);
	struct buffer out = output_of(line.bytes, &status);
	if (status || !out.len) {
		fprintf(stderr, "%s: status %d: %s\n", line.bytes, status, out.bytes);
		failures++;
	}
	buffer_release(&out);
	buffer_release(&line);
}

/* Is the word in the text, with no letter on either side? */
static bool has_whole(const char *text, const char *word)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";
	size_t len = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || !strchr(letters, at[-1])) && (!at[len] || !strchr(letters, at[len])))
			return true;
	return false;
}

/* Each word must stand on the line of the output that has `option`, or on the next one. */
static void listed(const char *arguments, const char *option, word_list *words)
{
	int status;
	struct buffer out = output_of(arguments, &status);
	const char *at = strstr(out.bytes, option);
	struct buffer line = BUFFER_EMPTY;
	size_t len = at ? strcspn(at, "\n") : 0;
	if (at && at[len])
		len += 1 + strcspn(at + len + 1, "\n");
	buffer_bytes(&line, at ? at : "", len);
	for (size_t i = 0; words(i); i++)
		if (!has_whole(line.bytes, words(i))) {
			fprintf(stderr, "%s: no '%s' with '%s'\n", arguments, words(i), option);
			failures++;
		}
	buffer_release(&line);
	buffer_release(&out);
}

static void option_is_listed(const struct verb *verb, const struct option_row *option)
{
	char arguments[64], dashed[64], bash[64], fish[64], manual[64];

	snprintf(arguments, sizeof arguments, "help %s", verb->name);
	snprintf(dashed, sizeof dashed, "  --%s ", option->name);
	snprintf(bash, sizeof bash, "\"%s --%s\")", verb->name, option->name);
	snprintf(fish, sizeof fish, "from %s' -l %s", verb->name, option->name);
	snprintf(manual, sizeof manual, "Fl Fl %s Ar", option->name);
	listed(arguments, dashed, option->words);
	listed("help --manual verbs", manual, option->words);
	listed("help --completion bash", bash, option->words);
	snprintf(dashed, sizeof dashed, "'--%s=", option->name);
	listed("help --completion zsh", dashed, option->words);
	listed("help --completion fish", fish, option->words);
}

static void verb_is_listed(const struct verb *verb)
{
	char bash[64], fish[64];

	for (size_t i = 0; i < verb->option_count; i++)
		if (verb->options[i].words)
			option_is_listed(verb, &verb->options[i]);
	if (!verb->words)
		return;
	snprintf(bash, sizeof bash, "\t%s) words=", verb->name);
	snprintf(fish, sizeof fish, "from %s' -a '%s ", verb->name, verb->words(0));
	listed("help --completion bash", bash, verb->words);
	listed("help --completion fish", fish, verb->words);
}

static void formats_work(void)
{
	int status;
	struct buffer manual = output_of("help --manual formats", &status);

	for (size_t i = 0; i < export_count; i++) {
		const char *name = export_table[i].name;

		for (int what = 0; what < WHATS; what++)
			works("export %s --as %s --what %s", name, what_name((enum what)what));
		if (!has_whole(manual.bytes, name)) {
			fprintf(stderr, "the manual does not say what %s is\n", name);
			failures++;
		}
	}
	buffer_release(&manual);
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/roundtable-words-XXXXXX", made[128];

	if (argc != 3 || !mkdtemp(folder))
		return 2;
	program = argv[1];
	snprintf(session, sizeof session, "%s/session", folder);
	snprintf(made, sizeof made, "%s/agendas/minimal.yaml", argv[2]);
	works("start --session %s '%s'", made, "");
	works("do %s '%s' '! An action point'", "A note #theme", "");
	formats_work();
	for (size_t i = 0; view_word(i); i++) {
		works("show %s %s", view_word(i), "");
		works("show %s %s --json", view_word(i), "");
	}
	for (size_t i = 0; manual_part(i); i++)
		works("help %.0s--manual %s", manual_part(i), "");
	for (size_t i = 0; completion_shell(i); i++)
		works("help %.0s--completion %s", completion_shell(i), "");
	for (unsigned i = 0; i < verb_count; i++)
		verb_is_listed(&verb_table[i]);
	snprintf(made, sizeof made, "rm -r '%s'", folder);
	return failures || system(made) ? 1 : 0;
}
