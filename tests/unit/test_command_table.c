/* SPDX-License-Identifier: MIT */
/* test_command_table.c - the rules that hold for every row of the table of commands. */
#include "unit/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/word_list.h"
#include "command/command.h"
#include "command/offers.h"
#include "command/view_words.h"
#include "text/text.h"
#include "unit/command_room.h"

enum { HELP_COLUMNS = 60 };

/* Calls `take` for each word of `words`. */
static void each_word(const char *words, size_t row,
	void (*take)(const char *word, size_t row, struct buffer *wrong), struct buffer *wrong)
{
	const char *next;
	size_t len;

	while ((next = word_next(&words, &len)) != NULL) {
		char word[64];

		snprintf(word, sizeof word, "%.*s", (int)len, next);
		take(word, row, wrong);
	}
}

static void help_fits(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++) {
		const char *help = command_table[i].help;

		if (!*help || text_width(help, strlen(help)) > HELP_COLUMNS)
			buffer_format(wrong, " %s: '%s'", command_table[i].name, help);
	}
}

static void help_is_a_sentence(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++) {
		const char *help = command_table[i].help;

		if (help[0] < 'A' || help[0] > 'Z' || help[strlen(help) - 1] == '.')
			buffer_format(wrong, " %s: '%s'", command_table[i].name, help);
	}
}

static void names_are_ids(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (!text_is_id(command_table[i].name) || !*command_table[i].group)
			buffer_format(wrong, " '%s'", command_table[i].name);
}

static void one_name_once(const char *word, size_t row, struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if ((i != row && strcmp(command_table[i].name, word) == 0) ||
			(i > row && words_have(command_table[i].aliases, word)))
			buffer_format(wrong, " %s", word);
}

static void names_are_unique(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++) {
		one_name_once(command_table[i].name, i, wrong);
		each_word(command_table[i].aliases, i, one_name_once, wrong);
	}
}

static void names_are_found(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++) {
		const char *name = command_table[i].name;

		if (command_named(name, strlen(name)) != (enum command)i)
			buffer_format(wrong, " %s", name);
	}
}

static void alias_is_found(const char *word, size_t row, struct buffer *wrong)
{
	if (command_named(word, strlen(word)) != (enum command)row)
		buffer_format(wrong, " %s", word);
}

static void aliases_are_found(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++)
		each_word(command_table[i].aliases, i, alias_is_found, wrong);
}

static void key_is_sound(const char *word, size_t row, struct buffer *wrong)
{
	const char *colon = strchr(word, ':');
	char scope[64];
	enum console_view view;

	(void)row;
	snprintf(scope, sizeof scope, "%.*s", colon ? (int)(colon - word) : 0, word);
	if (!(strcmp(scope, "all") == 0 || view_named(scope, &view)) || !colon[1])
		buffer_format(wrong, " %s", word);
}

static void keys_are_sound(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++)
		each_word(command_table[i].keys, i, key_is_sound, wrong);
}

/* No key twice in a view, and none that all views have once more in one of them. */
static void key_is_single(const char *word, size_t row, struct buffer *wrong)
{
	char everywhere[64];

	snprintf(everywhere, sizeof everywhere, "all%s", strchr(word, ':'));
	for (size_t i = 0; i < COMMANDS; i++) {
		const char *keys = command_table[i].keys;

		if (i != row && (words_have(keys, word) || words_have(keys, everywhere)))
			buffer_format(wrong, " %s of %s and %s", word, command_table[row].name,
				command_table[i].name);
	}
}

/* The keys of the views, which are the same everywhere, are one view's and no command's. */
static void view_key_is_single(size_t view, struct buffer *wrong)
{
	const char *key = view_words[view].key;

	for (size_t i = 0; i < SHOW_VIEWS; i++)
		if (i != view && strcmp(view_words[i].key, key) == 0)
			buffer_format(wrong, " %s of %s and %s", key, view_words[view].name,
				view_words[i].name);
	for (size_t i = 0; i < COMMANDS; i++)
		for (const char *at = strchr(command_table[i].keys, ':'); at; at = strchr(at + 1, ':'))
			if (strncmp(at + 1, key, strlen(key)) == 0 && strchr(" ", at[1 + strlen(key)]))
				buffer_format(wrong, " %s of %s and %s", key,
					view_words[view].name, command_table[i].name);
}

static void keys_are_single(struct buffer *wrong)
{
	for (size_t i = 0; i < SHOW_VIEWS; i++)
		view_key_is_single(i, wrong);
	for (size_t i = 0; i < COMMANDS; i++)
		each_word(command_table[i].keys, i, key_is_single, wrong);
}

/* What cannot be taken back with one undo, or empties something, has no key at all. */
static void no_destructive_key(struct buffer *wrong)
{
	static const enum command destructive[] = {COMMAND_CLOSE, COMMAND_LEAVE, COMMAND_TAKE,
		COMMAND_DROP, COMMAND_CANCEL, COMMAND_PERSON, COMMAND_SUSPEND};

	for (size_t i = 0; i < sizeof destructive / sizeof *destructive; i++)
		if (*command_table[destructive[i]].keys)
			buffer_format(wrong, " %s", command_table[destructive[i]].name);
}

/* A letter that acts has no other case that acts differently: a lock of capitals does no harm. */
static void no_key_in_two_cases(struct buffer *wrong)
{
	for (size_t i = 0; i < COMMANDS; i++)
		for (const char *at = strchr(command_table[i].keys, ':'); at;
			at = strchr(at + 1, ':'))
			if (at[1] >= 'A' && at[1] <= 'Z' && (!at[2] || at[2] == ' '))
				buffer_format(wrong, " %s", command_table[i].name);
}

static void prefixes_are_unique(struct buffer *wrong)
{
	if (command_named("n", 1) != COMMAND_NEXT || command_named("Sp", 2) != COMMAND_SPEAK)
		buffer_text(wrong, " n or Sp");
	if (command_named("re", 2) != COMMAND_NONE || command_named("", 0) != COMMAND_NONE)
		buffer_text(wrong, " re or nothing");
	if (command_named("nexts", 5) != COMMAND_NONE || command_named("acks", 4) != COMMAND_NONE)
		buffer_text(wrong, " nexts or acks");
}

static size_t offered(const struct room *room, const char *name, const char *before)
{
	struct completions found;
	struct context context = room_context(room);
	struct buffer line = BUFFER_EMPTY;

	buffer_format(&line, "/%s %s", name, before);
	completions_find(&found, line.bytes, line.len, &context);
	size_t count = found.count;
	completions_release(&found);
	buffer_release(&line);
	return count;
}

/* A command completes its first or second argument, or its row says that it completes nothing. */
static void arguments_complete(struct buffer *wrong)
{
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	room_lines(&room, "A note\n! An action point\n/away fra\n/speak gha, npl", &out);
	for (size_t i = 0; i < COMMANDS; i++) {
		const struct command_info *row = &command_table[i];
		size_t count = offered(&room, row->name, "") + offered(&room, row->name, "x ");

		if (count ? !command_completes((enum command)i) || !*row->arguments
			  : command_completes((enum command)i))
			buffer_format(wrong, " %s: %zu", row->name, count);
	}
	buffer_release(&out);
	room_release(&room);
}

static const struct row {
	const char *name;
	void (*find)(struct buffer *wrong);
} rows[] = {
	{"help_is_at_most_60_columns", help_fits},
	{"help_is_a_sentence_without_a_full_stop", help_is_a_sentence},
	{"names_are_ids_in_a_group", names_are_ids},
	{"names_and_aliases_are_unique", names_are_unique},
	{"names_are_found", names_are_found},
	{"aliases_are_found", aliases_are_found},
	{"prefixes_are_found_when_unique", prefixes_are_unique},
	{"keys_are_view_and_key", keys_are_sound},
	{"keys_are_single_in_a_view", keys_are_single},
	{"nothing_destructive_has_a_key", no_destructive_key},
	{"no_capital_is_a_key", no_key_in_two_cases},
	{"arguments_complete_or_the_row_says_no", arguments_complete},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer wrong = BUFFER_EMPTY;
	char shown[512];

	row->find(&wrong);
	snprintf(shown, sizeof shown, "%s", wrong.bytes);
	buffer_release(&wrong);
	assert_string_equal(shown, "");
}

CASES_MAIN(rows, run)
