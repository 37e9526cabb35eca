/* SPDX-License-Identifier: MIT */
/* private.c - lines that may bring names in, however they are mistyped.
 *
 * A name that a draft holds stands outside people/, so a line is private when in doubt. */
#include "command/command.h"

#include <string.h>

#include "text/text.h"

static bool brings_names(enum command command)
{
	return command == COMMAND_PERSON || command == COMMAND_ALIAS;
}

static enum command command_at(const char *word)
{
	return command_named(word, strcspn(word, " "));
}

static bool ends_with(const char *word, size_t len, const char *end)
{
	size_t end_len = strlen(end);

	return len >= end_len && strncmp(word + len - end_len, end, end_len) == 0;
}

/* A mark made of letters or digits at `at`: ACTION: or :KIND, or the [time] of a script's line. */
static bool is_mark(const char *line, size_t at, size_t len)
{
	return (at && (line[at - 1] == ':' || line[at - 1] == '[')) || ends_with(line + at, len, ":") ||
	       ends_with(line + at, len, "\uff1a") || ends_with(line + at, len, "]");
}

/* The first letter, digit or slash after all that may stand before a command. */
static size_t past_head(const char *line, size_t len)
{
	size_t at = text_past_marks(line, len, 0);

	while (at < len && !text_slash(line + at, len - at)) {
		size_t word = strcspn(line + at, " ");

		if (!is_mark(line, at, word))
			break;
		at = text_past_marks(line, len, at + word);
	}
	return at;
}

/* A slash stands at `at`, and the line begins with it: private unless another command is surely meant.
 * Two slashes may be a comment or a slip. */
static bool slash_is_private(const char *line, size_t len, size_t at)
{
	size_t word = text_past_marks(line, len, at + text_slash(line + at, len - at));

	if (text_slash(line + word, len - word))
		return true;
	enum command command = command_at(line + word);
	return command == COMMAND_NONE || brings_names(command);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Does /person or /alias stand further on in the line, as in one that was pasted behind a number? */
static bool has_private_word(const char *line, size_t len, size_t from)
{
	for (size_t at = from; at < len; at++) {
		size_t slash = text_slash(line + at, len - at);

		if (slash && !(at && is_letter(line[at - 1])) && brings_names(command_at(line + at + slash)))
			return true;
	}
	return false;
}

bool line_is_private(const char *line)
{
	size_t len = strlen(line), at = past_head(line, len);

	if (at < len && text_slash(line + at, len - at) && slash_is_private(line, len, at))
		return true;
	if (at && line[at - 1] == '\\' && brings_names(command_at(line + at)))
		return true;
	return has_private_word(line, len, at);
}
