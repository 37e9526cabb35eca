/* SPDX-License-Identifier: MIT */
/* test_text_clean.c - what comes in at the door, a row each, and what is left of it. */
#include "unit/cases.h"

#include "base/memory.h"
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

#define BAD "\ufffd"

static const struct row {
	const char *name;
	const char *input;
	const char *expected;
	size_t len; /* 0: as long as it is */
} rows[] = {
	{"nothing", "", "", 0},
	{"ascii", "From request to approval: 90 days!", "From request to approval: 90 days!", 0},
	{"french", "Côte d’Ivoire", "Côte d’Ivoire", 0},
	{"russian", "Российская Федерация", "Российская Федерация", 0},
	{"greek", "Ελληνική Δημοκρατία", "Ελληνική Δημοκρατία", 0},
	{"chinese", "维持和平行动", "维持和平行动", 0},
	{"arabic_with_harakat", "السَّلَامُ", "السَّلَامُ", 0},
	{"hindi", "शांति स्थापना", "शांति स्थापना", 0},
	{"thai", "การรักษาสันติภาพ", "การรักษาสันติภาพ", 0},
	{"family", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦", 0},
	{"no_normalisation", "e\u0301 and é", "e\u0301 and é", 0},
	{"bidi_override_is_kept_as_text", "a\u202eb", "a\u202eb", 0},
	{"noncharacter_is_kept", "a\uffffb", "a\uffffb", 0},
	{"last_code_point", "\U0010ffff", "\U0010ffff", 0},
	{"tab_and_newlines", "a\tb\nc\r\nd", "a b c  d", 0},
	{"line_and_paragraph_separator", "a\u2028b\u2029c", "a b c", 0},
	{"escape_sequence", "\033[31mred\033[0m", BAD "[31mred" BAD "[0m", 0},
	{"title_sequence", "\033]0;owned\007", BAD "]0;owned" BAD, 0},
	{"bell_and_backspace", "a\a\bb", "a" BAD BAD "b", 0},
	{"delete", "a\177b", "a" BAD "b", 0},
	{"nul_inside", "a\0b", "a" BAD "b", 3},
	{"c1_csi", "\xc2\x9b" "31m", BAD "31m", 0},
	{"next_line", "a\xc2\x85" "b", "a" BAD "b", 0},
	{"no_break_space_is_no_control", "a\u00a0b", "a\u00a0b", 0},
	{"byte_order_mark_at_the_start", "\ufeffid,name", "id,name", 0},
	{"two_byte_order_marks", "\ufeff\ufeffid", "id", 0},
	{"byte_order_mark_inside", "id\ufeff, name", "id, name", 0},
	{"byte_order_mark_after_a_space", " \ufeffid", " id", 0},
	{"latin_1", "C\xf4te", "C" BAD "te", 0},
	{"lone_continuation", "a\x80" "b", "a" BAD "b", 0},
	{"overlong_slash", "\xc0\xaf", BAD BAD, 0},
	{"overlong_of_three", "\xe0\x80\xaf", BAD BAD BAD, 0},
	{"overlong_of_four", "\xf0\x80\x80\xaf", BAD BAD BAD BAD, 0},
	{"surrogate", "\xed\xa0\x80", BAD BAD BAD, 0},
	{"surrogate_pair", "\xed\xa0\xbd\xed\xb8\x80", BAD BAD BAD BAD BAD BAD, 0},
	{"past_the_last", "\xf4\x90\x80\x80", BAD BAD BAD BAD, 0},
	{"five_byte_form", "\xf8\x88\x80\x80\x80", BAD BAD BAD BAD BAD, 0},
	{"cut_after_one_of_three", "a\xe2", "a" BAD, 0},
	{"cut_after_two_of_three", "a\xe2\x82", "a" BAD, 0},
	{"cut_after_three_of_four", "\xf0\x9f\x98", BAD, 0},
	{"cut_inside", "\xe2\x82" "a", BAD "a", 0},
	{"unicode_table_3_8", "\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", BAD BAD BAD BAD "A", 0},
	{"bytes_never_used", "\xfe\xff", BAD BAD, 0},
};

static void clean(void **state)
{
	const struct row *row = *state;
	size_t len = row->len ? row->len : strlen(row->input);
	/* With no byte to spare, so that reading past the end is caught. */
	char *exact = mem_new(len ? len : 1, 1);
	struct buffer out = BUFFER_EMPTY;
	char got[256];

	memcpy(exact, row->input, len);
	text_clean(&out, exact, len);
	bool is_same = out.len == len && memcmp(out.bytes, exact, len) == 0;
	bool was_clean = text_is_clean(exact, len);
	bool is_clean = text_is_clean(out.bytes, out.len);
	assert_true(out.len < sizeof got);
	memcpy(got, out.bytes, out.len + 1);
	free(exact);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
	assert_int_equal(was_clean, is_same);
	assert_true(is_clean);
}

CASES_MAIN(rows, clean)
