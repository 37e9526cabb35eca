/* SPDX-License-Identifier: MIT */
/* test_cli_options.c - a command line as its verb reads it. */
#include "unit/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/options.h"

static const struct row {
	const char *name;
	const char *line;     /* by spaces; the first word is the verb */
	const char *expected; /* words; option=value …, or the status and the reason */
} rows[] = {
	{"words_alone", "show a notes", "a notes;"},
	{"options_before_the_words", "show --json a", "a; json"},
	{"options_after_the_words", "show a --json", "a; json"},
	{"a_value_of_its_own", "show a --at 10:03", "a; at=10:03"},
	{"a_value_after_an_equals_sign", "show a --at=10:03", "a; at=10:03"},
	{"an_empty_value", "show a --at=", "a; at"},
	{"a_letter", "export a -o f", "a; output=f"},
	{"a_letter_with_its_value", "export a -of", "a; output=f"},
	{"two_dashes_end_the_options", "do a -- --json -x", "a --json -x;"},
	{"a_dash_is_a_word", "do a -", "a -;"},
	{"the_last_one_counts", "export a --as md --as csv", "a; as=csv"},
	{"an_unknown_option", "show a --jsno", "2 show has no option '--jsno': did you mean "
		"--json?"},
	{"an_unknown_option_near_none", "show a --wibble",
		"2 show has no option '--wibble': see roundtable help show"},
	{"an_unknown_letter", "show a -q", "2 show has no option '-q': see roundtable help show"},
	{"a_value_missing", "show a --at", "2 --at wants TIME: see roundtable help show"},
	{"a_value_too_many", "show a --json=x", "2 --json takes no value, not 'x'"},
	{"a_value_that_is_none_of_its_words", "export a --as jsn", "2 --as cannot be 'jsn': did "
		"you mean json?"},
	{"a_value_near_none_of_its_words", "export a --as docx",
		"2 --as cannot be 'docx': it is one of md, csv, json, yaml"},
	{"a_beginning_is_not_the_word", "export a --as m", "2 --as cannot be 'm': it is one of "
		"md, csv, json, yaml"},
	{"too_few_words", "show", "2 show wants SESSION [VIEW]: see roundtable help show"},
	{"too_many_words", "show a b c d", "2 show: 'c' is one word too many: see roundtable help "
		"show"},
};

static void put_given(struct buffer *out, const struct given *given)
{
	for (size_t i = 0; i < given->count; i++)
		buffer_format(out, "%s%s", i ? " " : "", given->words[i]);
	buffer_char(out, ';');
	for (size_t i = 0; i < given->verb->option_count; i++) {
		const char *name = given->verb->options[i].name;
		const char *value = given_value(given, name);

		if (value)
			buffer_format(out, " %s%s%s", name, *value ? "=" : "", value);
	}
}

static const struct verb *verb_called(const char *name)
{
	for (unsigned i = 0; i < verb_count; i++)
		if (strcmp(verb_table[i].name, name) == 0)
			return &verb_table[i];
	return NULL;
}

static void reads(void **state)
{
	const struct row *row = *state;
	struct given given;
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;
	char got[256];
	char *line = mem_text(row->line), *rest = line, *words[8];
	size_t count = 0;

	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		words[count++] = word;
	const struct verb *verb = verb_called(words[0]);
	size_t most = strcmp(words[0], "do") == 0 ? SIZE_MAX : 2;

	if (given_read(&given, verb, (int)count, words, 1, most, &error)) {
		put_given(&out, &given);
		given_release(&given);
	} else {
		buffer_format(&out, "%d %s", error.status, error.text);
	}
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	free(line);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, reads)
