/* SPDX-License-Identifier: MIT */
/* table.c - the table of commands, and finding a row by its word. */
#include "command/command.h"

#include <string.h>
#include <strings.h>

#include "base/word_list.h"

const struct command_info command_table[COMMANDS] = {
#define COMMAND(ident, name, aliases, keys, arguments, completion, group, who, help)              \
	{name, aliases, keys, arguments, group, MAY_##who, help},
#include "command/commands.def"
#undef COMMAND
};

const char *command_word(size_t i)
{
	return i < COMMANDS ? command_table[i].name : NULL;
}

void command_usage(struct buffer *out, const struct command_info *command)
{
	buffer_format(out, "/%s%s%s", command->name, *command->arguments ? " " : "",
		command->arguments);
}

static bool is_word(const char *known, size_t known_len, const char *word, size_t len)
{
	return known_len == len && strncasecmp(known, word, len) == 0;
}

static bool has_alias(const char *aliases, const char *word, size_t len)
{
	const char *alias;
	size_t alias_len;

	while ((alias = word_next(&aliases, &alias_len)) != NULL)
		if (is_word(alias, alias_len, word, len))
			return true;
	return false;
}

static enum command with_prefix(const char *word, size_t len)
{
	enum command found = COMMAND_NONE;

	for (int i = 0; i < COMMANDS; i++) {
		if (strncasecmp(command_table[i].name, word, len) != 0)
			continue;
		if (found != COMMAND_NONE)
			return COMMAND_NONE;
		found = (enum command)i;
	}
	return found;
}

enum command command_named(const char *word, size_t len)
{
	if (len == 0)
		return COMMAND_NONE;
	for (int i = 0; i < COMMANDS; i++) {
		const struct command_info *info = &command_table[i];

		if (is_word(info->name, strlen(info->name), word, len) ||
			has_alias(info->aliases, word, len))
			return (enum command)i;
	}
	return with_prefix(word, len);
}
