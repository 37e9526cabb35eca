/* SPDX-License-Identifier: MIT */
/* test_text_id.c - ids made from text, and what is one already. */
#include "unit/cases.h"

#include "base/buffer.h"
#include "text/text.h"

#include <stdio.h>
#include <string.h>

static const struct row {
	const char *name;
	const char *input;
	const char *expected;
	bool is_id; /* the input itself */
} rows[] = {
	{"one_word", "governance", "governance", true},
	{"words", "Decision-cycle speed", "decision-cycle-speed", false},
	{"an_id_stays", "decision-cycles", "decision-cycles", true},
	{"digits_inside", "un80", "un80", true},
	{"accents", "Équité", "equite", false},
	{"article", "Côte d’Ivoire", "cote-d-ivoire", false},
	{"possessive", "Women’s rights", "womens-rights", false},
	{"sharp_s", "Straße", "strasse", false},
	{"symbols_at_the_ends", "  (mission readiness)!", "mission-readiness", false},
	{"underscores", "a_b", "a-b", false},
	{"digit_first", "2026 plan", "", false},
	{"hyphen_first", "-a", "a", false},
	{"hyphen_last", "a-", "a", true},
	{"nothing", "", "", false},
	{"russian", "Тема", "", false},
	{"chinese", "维持和平", "", false},
	{"arabic", "سلام", "", false},
	{"latin_then_chinese", "UN 维持和平 plan", "un-plan", false},
	{"emoji", "👍", "", false},
	{"exactly_32", "abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz012345",
		true},
	{"a_word_of_33", "abcdefghijklmnopqrstuvwxyz0123456", "abcdefghijklmnopqrstuvwxyz012345",
		false},
	{"cut_at_a_word", "looking to the future of action for peacekeeping",
		"looking-to-the-future-of-action", false},
	{"cut_just_after_a_word", "abcdefghijklmnop abcdefghijklmno more",
		"abcdefghijklmnop-abcdefghijklmno", false},
	{"capitals", "DPO", "dpo", false},
	{"control_character", "a\033b", "a-b", false},
};

static void make(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	char got[64];

	text_id(&out, row->input, strlen(row->input));
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
	assert_int_equal(text_is_id(row->input), row->is_id);
	assert_int_equal(text_is_id(got), got[0] != '\0');
}

CASES_MAIN(rows, make)
