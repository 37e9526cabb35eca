/* SPDX-License-Identifier: MIT */
/* test_text_match.c - needles and keywords looked for in text; both are folded first. */
#include "unit/cases.h"

#include "text/text.h"

#include <stdlib.h>

enum what { MATCH, KEYWORD };

static const struct row {
	const char *name;
	enum what what;
	const char *needle;
	const char *text;
	int expected;
} rows[] = {
	{"empty_needle", MATCH, "", "Uruguay", 1},
	{"empty_needle_in_nothing", MATCH, "", "", 1},
	{"anything_in_nothing", MATCH, "a", "", 0},
	{"not_there", MATCH, "gh", "Uruguay", 0},
	{"inside_a_word", MATCH, "gua", "Uruguay", 1},
	{"start_of_a_word", MATCH, "king", "United Kingdom", 2},
	{"start_of_the_text", MATCH, "uni", "United Kingdom", 3},
	{"whole_text", MATCH, "united kingdom", "United Kingdom", 4},
	{"longer_than_the_text", MATCH, "uruguayan", "Uruguay", 0},
	{"after_an_apostrophe", MATCH, "ivoire", "Côte d’Ivoire", 2},
	{"a_word_with_an_apostrophe_begins_at_a_space", MATCH, "d'iv", "le rang d'ivoire", 2},
	{"and_not_at_an_apostrophe", MATCH, "d'iv", "jusqu'd'ivoire", 1},
	{"nor_where_only_its_first_half_is", MATCH, "d'iv", "cote d'azur", 0},
	{"a_word_without_one_begins_at_either", MATCH, "iv", "cote d'ivoire", 2},
	{"with_an_apostrophe", MATCH, "d'iv", "Côte d’Ivoire", 2},
	{"accents", MATCH, "cote", "Côte d’Ivoire", 3},
	{"two_words", MATCH, "dep op", "Department of Peace Operations", 2},
	{"two_words_as_they_begin", MATCH, "department of", "Department of Peace Operations", 3},
	{"two_words_swapped", MATCH, "operations department", "Department of Operations", 2},
	{"the_lowest_of_two", MATCH, "dep ration", "Department of Operations", 1},
	{"one_of_two_missing", MATCH, "dep zzz", "Department of Operations", 0},
	{"start_of_a_word_after_inside", MATCH, "art", "smart art", 2},
	{"russian", MATCH, "фед", "Российская Федерация", 2},
	{"russian_yo", MATCH, "елк", "Ёлка", 3},
	{"chinese_inside", MATCH, "和平", "维持和平行动", 1},
	{"arabic_without_harakat", MATCH, "سلام", "السَّلَام", 1},
	{"thai", MATCH, "ไม่", "ไม้", 0},
	{"keyword", KEYWORD, "approval", "The approval takes 90 days", 1},
	{"keyword_at_the_ends", KEYWORD, "approval", "approval", 1},
	{"keyword_in_the_plural", KEYWORD, "approval", "two approvals", 1},
	{"keyword_inflected_by_three", KEYWORD, "decid", "they decided it, deciding", 1},
	{"keyword_inflected_by_four", KEYWORD, "govern", "governance", 0},
	{"keyword_inside_a_word", KEYWORD, "date", "mandate", 0},
	{"keyword_inside_a_word_then_right", KEYWORD, "date", "mandate date", 1},
	{"keyword_of_two_words", KEYWORD, "decision cycle", "Decision-cycles are slow", 1},
	{"keyword_whose_first_is_inflected", KEYWORD, "decision cycle", "decisions cycle", 0},
	{"keyword_over_punctuation", KEYWORD, "sign-off", "a second sign off.", 1},
	{"keyword_after_an_article", KEYWORD, "approbation", "l’approbation", 1},
	{"keyword_possessive", KEYWORD, "mission", "the mission’s budget", 1},
	{"keyword_in_russian_inflected", KEYWORD, "мандат", "мандатами", 1},
	{"keyword_in_russian_too_long", KEYWORD, "мандат", "мандатность", 0},
	{"keyword_empty", KEYWORD, "", "anything", 0},
	{"keyword_longer_than_the_text", KEYWORD, "approval", "app", 0},
	{"keyword_after_a_word_too_long", KEYWORD, "ab ab", "ab abcdefg ab abs", 1},
};

static void look(void **state)
{
	const struct row *row = *state;
	char *needle = text_folded(row->needle);
	char *text = text_folded(row->text);
	int got = row->what == MATCH ? text_match(needle, text) : text_has_keyword(text, needle);

	free(needle);
	free(text);
	assert_int_equal(got, row->expected);
}

CASES_MAIN(rows, look)
