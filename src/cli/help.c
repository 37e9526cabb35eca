/* SPDX-License-Identifier: MIT */
/* help.c - `roundtable help`: the command line and what is typed, from their tables. */
#include "cli/verbs.h"

#include <string.h>

#include "base/memory.h"
#include "cli/manual.h"
#include "cli/options.h"
#include "cli/output.h"
#include "command/command.h"
#include "command/marks.h"
#include "export/formats.h"
#include "report/report.h"
#include "report/columns.h"
#include "text/text.h"

static void put_option(struct columns *table, const struct option_row *option)
{
	struct buffer name = BUFFER_EMPTY;

	if (option->letter)
		buffer_format(&name, "-%c, ", option->letter);
	buffer_format(&name, "--%s", option->name);
	if (option->value)
		buffer_format(&name, " %s", option->value);
	columns_cell(table, name.bytes);
	buffer_reset(&name);
	buffer_text(&name, option->help);
	if (option->words) {
		buffer_text(&name, ": ");
		word_list_write(&name, option->words, " ", " ");
	}
	columns_cell(table, name.bytes);
	buffer_release(&name);
}

static void help_verb(struct buffer *out, const struct verb *verb)
{
	struct columns table;
	const char *name = verb->run ? verb->name : "[open]";

	buffer_format(out, "roundtable %s%s%s%s\n\n%s.\n", name,
		verb->option_count ? " [OPTIONS]" : "",
		*verb->arguments ? " " : "", verb->arguments, verb->help);
	if (verb->words == view_word) {
		buffer_text(out, "\nVIEW is one of ");
		word_list_write(out, verb->words, ", ", ", ");
		buffer_text(out, ".\n");
	}
	if (!verb->option_count)
		return;
	buffer_char(out, '\n');
	columns_init(&table, "ll");
	for (size_t i = 0; i < verb->option_count; i++)
		put_option(&table, &verb->options[i]);
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void help_command(struct buffer *out, const struct command_info *command)
{
	command_usage(out, command);
	buffer_format(out, "\n\n%s.\n", command->help);
	if (*command->aliases)
		buffer_format(out, "Also: %s\n", command->aliases);
	if (*command->keys)
		buffer_format(out, "Keys: %s\n", command->keys);
	if (command->may == MAY_HOLDER)
		buffer_text(out, "Only the seat that runs the list and the floor may give it.\n");
}

static void list_verbs(struct buffer *out)
{
	struct columns table;

	buffer_text(out, "roundtable - hold a closed-door roundtable from a terminal\n\n"
		"On the command line:\n");
	columns_init(&table, "ll");
	for (unsigned i = 0; i < verb_count; i++) {
		const struct verb *verb = &verb_table[i];
		struct buffer use = BUFFER_EMPTY;

		buffer_format(&use, "roundtable%s%s%s%s", verb->run ? " " : "",
			verb->run ? verb->name : "", *verb->arguments ? " " : "", verb->arguments);
		columns_cell(&table, use.bytes);
		columns_cell(&table, verb->help);
		buffer_release(&use);
	}
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void list_marks(struct buffer *out)
{
	struct columns table;

	buffer_text(out, "\nTyped in the console and in scripts; a line without a mark is a "
		"note:\n");
	columns_init(&table, "ll");
	for (size_t i = 0; i < MARKS; i++) {
		columns_cell(&table, mark_table[i].shown);
		columns_cell(&table, mark_table[i].help);
	}
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void list_commands(struct buffer *out)
{
	struct columns table;
	const char *group = "";

	columns_init(&table, "ll");
	for (int i = 0; i < COMMANDS; i++) {
		const struct command_info *command = &command_table[i];
		struct buffer use = BUFFER_EMPTY;

		if (strcmp(command->group, group) != 0) {
			group = command->group;
			columns_cell(&table, "");
			columns_cell(&table, "");
			columns_cell(&table, group);
			columns_cell(&table, "");
		}
		buffer_text(&use, "  ");
		command_usage(&use, command);
		columns_cell(&table, use.bytes);
		columns_cell(&table, command->help);
		buffer_release(&use);
	}
	columns_write(out, &table, 0);
	columns_release(&table);
}

static void help_all(struct buffer *out)
{
	list_verbs(out);
	list_marks(out);
	list_commands(out);
	buffer_text(out, "\nroundtable help COMMAND tells more of one; the manual is "
		"roundtable(1), roundtable-agenda(5), roundtable-session(5).\n");
}

/* The nearest verb or typed command, in the error. */
static bool help_unknown(const char *word, struct error *error)
{
	const char *names[COMMANDS + 32];
	size_t count = 0;

	for (unsigned i = 0; i < verb_count && count < 32; i++)
		names[count++] = verb_table[i].name;
	for (int i = 0; i < COMMANDS; i++)
		names[count++] = command_table[i].name;
	size_t near = text_nearest(*word == '/' ? word + 1 : word, names, count);
	if (near != SIZE_MAX)
		return error_status(error, 2, "there is no command '%s': did you mean %s?", word,
			names[near]);
	return error_status(error, 2, "there is no command '%s': roundtable help lists them all",
		word);
}

static bool help_on(struct buffer *out, const char *word, struct error *error)
{
	bool typed = *word == '/';
	size_t before = out->len;

	for (unsigned i = 0; i < verb_count && !typed; i++)
		if (strcmp(verb_table[i].name, word) == 0)
			help_verb(out, &verb_table[i]);
	word += typed;
	enum command command = command_named(word, strlen(word));
	if (command != COMMAND_NONE && (typed || out->len == before ||
		strcmp(command_table[command].name, word) == 0)) {
		if (out->len > before)
			buffer_text(out, "\nTyped in a session: ");
		help_command(out, &command_table[command]);
	}
	return out->len > before || help_unknown(word - typed, error);
}

static int help_given(const struct given *given)
{
	struct buffer out = BUFFER_EMPTY;
	struct error error = {0};
	const char *part = given_value(given, "manual"), *shell = given_value(given, "completion");

	if (part)
		manual_write(&out, part);
	else if (shell)
		completion_write(&out, shell);
	else if (!given->count)
		help_all(&out);
	else if (!help_on(&out, given->words[0], &error)) {
		buffer_release(&out);
		return cli_fail(&error);
	}
	return out_end(&out, 0);
}

int help_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;

	if (strcmp(argv[0], "--version") == 0) {
		buffer_text(&out, "roundtable " ROUNDTABLE_VERSION "\n");
		return out_end(&out, 0);
	}
	if (!given_read(&given, verb_row("help"), argc, argv, 0, 1, &error))
		return cli_fail(&error);
	int status = help_given(&given);
	given_release(&given);
	return status;
}
