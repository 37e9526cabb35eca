/* SPDX-License-Identifier: MIT */
/* test_text_near.c - how far apart two words are, and which of some known words was meant. */
#include "unit/cases.h"

#include "text/text.h"

#include <string.h>

static const char *const known[] = {"title", "date", "participants", "participants-from",
	"procurement", "decision-cycles", "themes", "темы", "k"};
enum { KNOWN = sizeof known / sizeof *known };

enum { NEAREST = -1 };

static const struct row {
	const char *name;
	int most; /* NEAREST: the known word nearest to `a` is `b` */
	const char *a;
	const char *b;
	int expected;
} rows[] = {
	{"same", 3, "floor", "floor", 0},
	{"nothing_and_nothing", 3, "", "", 0},
	{"nothing_and_something", 3, "", "abc", 3},
	{"nothing_and_too_much", 3, "", "abcd", 4},
	{"one_more", 3, "floor", "floors", 1},
	{"one_less", 3, "floor", "flor", 1},
	{"one_other", 3, "floor", "flour", 1},
	{"neighbours_swapped", 3, "floor", "lfoor", 1},
	{"swapped_twice", 3, "abcd", "badc", 2},
	{"swapped_apart", 3, "abc", "cba", 2},
	{"kitten_and_sitting", 3, "kitten", "sitting", 3},
	{"kitten_and_sitting_within_two", 2, "kitten", "sitting", 3},
	{"moved_far", 3, "abcdefgh", "efghabcd", 4},
	{"within_none_the_same", 0, "floor", "floor", 0},
	{"within_none_another", 0, "floor", "flour", 1},
	{"within_more_than_there_is", 100, "ab", "cdef", 4},
	{"within_the_largest_number", INT32_MAX - 1, "ab", "abc", 1},
	{"a_cyrillic_letter_is_two_bytes", 3, "мир", "мор", 1},
	{"nearest_same", NEAREST, "date", "date", 0},
	{"nearest_in_capitals", NEAREST, "Date", "date", 0},
	{"nearest_swapped", NEAREST, "tilte", "title", 0},
	{"nearest_misspelt", NEAREST, "particpants", "participants", 0},
	{"nearest_underscored", NEAREST, "participants_from", "participants-from", 0},
	{"nearest_three_off_of_eleven", NEAREST, "prokuremnt", "procurement", 0},
	{"nearest_by_beginning", NEAREST, "proc", "procurement", 0},
	{"nearest_by_three_letters", NEAREST, "dec", "decision-cycles", 0},
	{"nearest_by_two_letters", NEAREST, "pr", NULL, 0},
	{"nearest_two_off_of_four", NEAREST, "dots", NULL, 0},
	{"nearest_in_russian", NEAREST, "тема", "темы", 0},
	{"nearest_of_one_letter", NEAREST, "x", NULL, 0},
	{"nearest_of_the_same_letter", NEAREST, "K", "k", 0},
	{"nearest_of_nothing", NEAREST, "", NULL, 0},
	{"nearest_of_symbols", NEAREST, "***", NULL, 0},
	{"nearest_to_none", NEAREST, "weather", NULL, 0},
};

static void compare(void **state)
{
	const struct row *row = *state;

	if (row->most == NEAREST) {
		size_t at = text_nearest(row->a, known, KNOWN);

		assert_string_equal(at < KNOWN ? known[at] : "none", row->b ? row->b : "none");
		return;
	}
	assert_int_equal(text_distance(row->a, row->b, row->most), row->expected);
	assert_int_equal(text_distance(row->b, row->a, row->most), row->expected);
}

CASES_MAIN(rows, compare)
