/* SPDX-License-Identifier: MIT */
/* options.c - the one reader of options, by the rows of a verb. */
#include "cli/options.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "text/text.h"

void words_hint(struct buffer *out, const char *word, word_list *list)
{
	const char *near = text_nearest_word(word, list);

	if (near) {
		buffer_format(out, "did you mean %s?", near);
		return;
	}
	buffer_text(out, "it is one of ");
	word_list_write(out, list, ", ", ", ");
}

static bool unknown(const struct verb *verb, const char *word, struct error *error)
{
	const char *names[OPTIONS_MOST];
	size_t near = SIZE_MAX;

	for (size_t i = 0; i < verb->option_count; i++)
		names[i] = verb->options[i].name;
	if (word[1] == '-')
		near = text_nearest(word + 2, names, verb->option_count);
	if (near != SIZE_MAX)
		return error_status(error, 2, "%s has no option '%s': did you mean --%s?",
			verb->name, word, names[near]);
	return error_status(error, 2, "%s has no option '%s': see roundtable help %s", verb->name,
		word, verb->name);
}

static bool take_value(struct given *g, size_t row, const char *value, struct error *error)
{
	const struct option_row *option = &g->verb->options[row];
	struct buffer hint = BUFFER_EMPTY;

	if (option->value && !value)
		return error_status(error, 2, "--%s wants %s: see roundtable help %s", option->name,
			option->value, g->verb->name);
	if (!option->value && value)
		return error_status(error, 2, "--%s takes no value, not '%s'", option->name, value);
	g->values[row] = value ? value : "";
	if (!option->words || word_list_has(option->words, value))
		return true;
	words_hint(&hint, value, option->words);
	error_status(error, 2, "--%s cannot be '%s': %s", option->name, value, hint.bytes);
	buffer_release(&hint);
	return false;
}

/* --name, --name=VALUE or --name VALUE at argv[*at]. */
static bool take_long(struct given *g, int argc, char **argv, int *at, struct error *error)
{
	const char *word = argv[*at] + 2;
	size_t len = strcspn(word, "=");
	const char *value = word[len] == '=' ? word + len + 1 : NULL;

	for (size_t i = 0; i < g->verb->option_count; i++) {
		const struct option_row *option = &g->verb->options[i];

		if (strlen(option->name) != len || strncmp(option->name, word, len) != 0)
			continue;
		if (option->value && !value && *at + 1 < argc)
			value = argv[++*at];
		return take_value(g, i, value, error);
	}
	return unknown(g->verb, argv[*at], error);
}

/* -o VALUE or -oVALUE at argv[*at]. */
static bool take_letter(struct given *g, int argc, char **argv, int *at, struct error *error)
{
	const char *word = argv[*at];
	const char *value = word[2] ? word + 2 : NULL;

	for (size_t i = 0; i < g->verb->option_count; i++) {
		const struct option_row *option = &g->verb->options[i];

		if (!option->letter || option->letter != word[1])
			continue;
		if (option->value && !value && *at + 1 < argc)
			value = argv[++*at];
		return take_value(g, i, value, error);
	}
	return unknown(g->verb, word, error);
}

static bool enough_words(const struct given *g, size_t least, size_t most, struct error *error)
{
	const struct verb *verb = g->verb;

	if (g->count < least)
		return error_status(error, 2, "%s wants %s: see roundtable help %s", verb->name,
			verb->arguments, verb->name);
	if (g->count > most)
		return error_status(error, 2, "%s: '%s' is one word too many: "
			"see roundtable help %s",
			verb->name, g->words[most], verb->name);
	return true;
}

bool given_read(struct given *out, const struct verb *verb, int argc, char **argv, size_t least,
	size_t most, struct error *error)
{
	bool options = true, fine = true;

	assert(verb->option_count <= OPTIONS_MOST);
	*out = (struct given){.verb = verb, .words = mem_new((size_t)argc + 1, sizeof *out->words)};
	for (int i = 1; i < argc && fine; i++) {
		const char *word = argv[i];

		if (options && strcmp(word, "--") == 0)
			options = false;
		else if (options && word[0] == '-' && word[1] == '-')
			fine = take_long(out, argc, argv, &i, error);
		else if (options && word[0] == '-' && word[1])
			fine = take_letter(out, argc, argv, &i, error);
		else
			out->words[out->count++] = argv[i];
	}
	if (fine && enough_words(out, least, most, error))
		return true;
	given_release(out);
	return false;
}

void given_release(struct given *g)
{
	free(g->words);
	*g = (struct given){0};
}

const char *given_value(const struct given *g, const char *name)
{
	for (size_t i = 0; i < g->verb->option_count; i++)
		if (strcmp(g->verb->options[i].name, name) == 0)
			return g->values[i];
	return NULL;
}
