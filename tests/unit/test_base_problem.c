/* SPDX-License-Identifier: MIT */
/* test_base_problem.c - problems noted, put in order and printed, and errors of any length. */
#include "unit/cases.h"

#include "base/buffer.h"
#include "base/problem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A problem a word: e (error) or w (warning), line, colon, column, and the rest is its text. */
static const struct row {
	const char *name;
	size_t limit;
	const char *noted;
	const char *expected; /* as printed, / for each line; then errors, dropped, whether unread */
} rows[] = {
	{"none", 0, "", "0 errors 0 dropped"},
	{"one", 0, "e2:12x", "a.yaml:2:12: error: x/1 errors 0 dropped"},
	{"a_warning_is_no_error", 0, "w2:12x", "a.yaml:2:12: warning: x/0 errors 0 dropped"},
	{"without_a_place", 0, "e0:0x", "a.yaml: error: x/1 errors 0 dropped unread"},
	{"a_warning_without_a_place", 0, "w0:0x", "a.yaml: warning: x/0 errors 0 dropped"},
	{"without_a_place_among_others", 0, "w1:1a e0:0x",
		"a.yaml: error: x/a.yaml:1:1: warning: a/1 errors 0 dropped unread"},
	{"in_order_of_lines", 0, "e10:1b e9:1a",
		"a.yaml:9:1: error: a/a.yaml:10:1: error: b/2 errors 0 dropped"},
	{"in_order_of_columns", 0, "e1:20b w1:3a",
		"a.yaml:1:3: warning: a/a.yaml:1:20: error: b/1 errors 0 dropped"},
	{"as_they_came", 0, "e1:1a e1:1b",
		"a.yaml:1:1: error: a/a.yaml:1:1: error: b/2 errors 0 dropped"},
	{"past_the_limit", 1, "e1:1a e2:1b w3:1c", "a.yaml:1:1: error: a/2 errors 2 dropped"},
	{"control_characters", 0, "e1:1\033[2J\177", "a.yaml:1:1: error: ?[2J?/1 errors 0 dropped"},
	{"not_ascii", 0, "e1:1Côte", "a.yaml:1:1: error: Côte/1 errors 0 dropped"},
};

static void note(struct problems *p, const char *word, size_t len)
{
	char text[64], *end;

	snprintf(text, sizeof text, "%.*s", (int)len, word);
	struct place place = {.file = "a.yaml", .line = strtoul(text + 1, &end, 10)};
	place.column = strtoul(end + 1, &end, 10);
	if (*text == 'e')
		assert_false(problem(p, place, "%s", end));
	else
		warning(p, place, "%s", end);
}

static void show(const struct problems *p, char *got, size_t room)
{
	FILE *out = tmpfile();

	assert_non_null(out);
	problems_print(p, out);
	fprintf(out, "%zu errors %zu dropped%s", p->errors, p->dropped,
		problems_unread(p) ? " unread" : "");
	rewind(out);
	size_t len = fread(got, 1, room - 1, out);
	fclose(out);
	got[len] = '\0';
	for (char *at = got; (at = strchr(at, '\n')); at++)
		*at = '/';
}

/* An error longer than it holds is cut at a whole character, whatever the length before it. */
static void check_long_errors(void)
{
	for (int before = 0; before < 4; before++) {
		struct buffer text = BUFFER_EMPTY;
		struct error e = {.text = ""};

		buffer_format(&text, "%.*s", before, "abc");
		while (text.len < 2000)
			buffer_text(&text, "維");
		bool failed = !error_status(&e, 4, "%s", text.bytes);
		size_t len = strlen(e.text);
		bool is_whole = memcmp(e.text, text.bytes, len) == 0;
		is_whole = is_whole && (len - (size_t)before) % 3 == 0;
		buffer_release(&text);
		assert_true(failed && is_whole && e.status == 4);
		assert_true(len + 3 >= sizeof e.text);
		assert_false(error_set(&e, "cannot open %s", "x"));
		assert_string_equal(e.text, "cannot open x");
		assert_int_equal(e.status, 1);
	}
}

static void note_and_print(void **state)
{
	const struct row *row = *state;
	struct problems p = {.limit = row->limit};
	char got[256];

	for (const char *word = row->noted; *word;) {
		size_t len = strcspn(word, " ");

		note(&p, word, len);
		word += len + (word[len] == ' ');
	}
	problems_sort(&p);
	show(&p, got, sizeof got);
	problems_release(&p);
	assert_string_equal(got, row->expected);
	check_long_errors();
}

CASES_MAIN(rows, note_and_print)
