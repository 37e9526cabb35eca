/* SPDX-License-Identifier: MIT */
/* test_base_map.c - a map told some words (the place of each is its value) and asked for one. */
#include "unit/cases.h"

#include "base/map.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct row {
	const char *name;
	const char *keys; /* one letter each; # stands for a thousand numbers as keys */
	const char *asked;
	const char *expected; /* value, then how many keys there are */
} rows[] = {
	{"empty", "", "a", "none of 0"},
	{"no_key_at_all", "a", NULL, "none of 1"},
	{"one", "a", "a", "0 of 1"},
	{"another", "a", "b", "none of 1"},
	{"three", "abc", "c", "2 of 3"},
	{"replaced", "aba", "a", "2 of 2"},
	{"a_longer_key", "ab", "ab", "none of 2"},
	{"empty_key_that_is_not_there", "ab", "", "none of 2"},
	{"case_counts", "a", "A", "none of 1"},
	{"twelve_fill_the_first_room", "abcdefghijkl", "l", "11 of 12"},
	{"thirteen_make_it_grow", "abcdefghijklm", "a", "0 of 13"},
	{"a_thousand", "#", "999", "999 of 1000"},
	{"none_of_a_thousand", "#", "1000", "none of 1000"},
	{"a_thousand_and_one", "#a", "a", "1 of 1001"},
};

static void set_thousand(struct map *m)
{
	char key[8];

	for (size_t i = 0; i < 1000; i++) {
		snprintf(key, sizeof key, "%zu", i);
		map_set(m, key, i);
	}
}

static void tell_and_ask(void **state)
{
	const struct row *row = *state;
	struct map m = {0};
	char got[64];

	for (size_t i = 0; row->keys[i]; i++) {
		char key[2] = {row->keys[i], '\0'};

		if (key[0] == '#')
			set_thousand(&m);
		else
			map_set(&m, key, i);
	}
	size_t value = map_get(&m, row->asked);
	if (value == MAP_NONE)
		snprintf(got, sizeof got, "none of %zu", m.count);
	else
		snprintf(got, sizeof got, "%zu of %zu", value, m.count);
	map_release(&m);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, tell_and_ask)
