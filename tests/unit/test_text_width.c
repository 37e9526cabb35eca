/* SPDX-License-Identifier: MIT */
/* test_text_width.c - text measured, cut to a width, and wrapped into rows shown with | between. */
#include "unit/cases.h"

#include "base/buffer.h"
#include "text/text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

enum what { WIDTH, FIT, CUT, CUT_ASCII, WRAP };

static const struct row {
	const char *name;
	enum what what;
	int columns;
	const char *input;
	const char *expected;
} rows[] = {
	{"width_of_nothing", WIDTH, 0, "", "0"},
	{"width_of_ascii", WIDTH, 0, "Uruguay", "7"},
	{"width_of_french", WIDTH, 0, "Co\u0302te d’Ivoire", "13"},
	{"width_of_chinese", WIDTH, 0, "中国 UN", "7"},
	{"width_of_arabic", WIDTH, 0, "مُحَمَّد", "4"},
	{"width_of_thai", WIDTH, 0, "ที่นี่", "2"},
	{"width_of_hindi", WIDTH, 0, "हिन्दी", "5"},
	{"width_of_a_family", WIDTH, 0, "👨‍👩‍👧", "2"},
	{"width_of_hidden_characters", WIDTH, 0, "a\u202e\u200b\u2066b", "2"},
	{"width_of_zalgo", WIDTH, 0, "z\u0301\u0302\u0303\u0304\u0305\u0306a", "2"},
	{"fit_all", FIT, 9, "Uruguay", "7 bytes 7 columns"},
	{"fit_some", FIT, 3, "Uruguay", "3 bytes 3 columns"},
	{"fit_none", FIT, 0, "Uruguay", "0 bytes 0 columns"},
	{"fit_below_none", FIT, -5, "Uruguay", "0 bytes 0 columns"},
	{"fit_half_a_wide_one", FIT, 3, "中国", "3 bytes 2 columns"},
	{"fit_keeps_marks", FIT, 1, "e\u0301a", "3 bytes 1 columns"},
	{"fit_takes_hidden_ones_along", FIT, 1, "a\u200b\u200bb", "7 bytes 1 columns"},
	{"cut_that_is_not_needed", CUT, 7, "Uruguay", "Uruguay=7"},
	{"cut", CUT, 6, "Uruguay", "Urugu…=6"},
	{"cut_to_one", CUT, 1, "Uruguay", "…=1"},
	{"cut_to_nothing", CUT, 0, "Uruguay", "=0"},
	{"cut_to_less_than_nothing", CUT, -1, "Uruguay", "=0"},
	{"cut_nothing_to_nothing", CUT, 0, "", "=0"},
	{"cut_before_a_wide_one", CUT, 4, "中国人", "中…=3"},
	{"cut_a_family", CUT, 3, "a👨‍👩‍👧bc", "a…=2"},
	{"draw_a_family", CUT, 9, "a👨‍👩‍👧b", "a👨b=4"},
	{"draw_without_hidden_ones", CUT, 9, "a\u202eb\u200bc\u00ad", "abc=3"},
	{"draw_without_marks_in_the_air", CUT, 9, "\u0301\u0301a", "a=1"},
	{"draw_without_escapes", CUT, 9, "\033[2J", "[2J=3"},
	{"cut_keeps_the_mark", CUT, 3, "e\u0301e\u0301e\u0301e\u0301", "e\u0301e\u0301…=3"},
	{"cut_in_ascii", CUT_ASCII, 6, "Uruguay", "Uru...=6"},
	{"cut_in_ascii_to_three", CUT_ASCII, 3, "Uruguay", "...=3"},
	{"cut_in_ascii_to_two", CUT_ASCII, 2, "Uruguay", "..=2"},
	{"wrap_that_is_not_needed", WRAP, 9, "one two", "one two"},
	{"wrap_at_a_space", WRAP, 9, "one two three", "one two |three"},
	{"wrap_where_the_space_is_past_the_row", WRAP, 7, "one two three", "one two |three"},
	{"wrap_keeps_all_spaces", WRAP, 5, "one     two", "one     |two"},
	{"wrap_a_long_word", WRAP, 4, "abcdefghij", "abcd|efgh|ij"},
	{"wrap_a_long_word_after_a_short_one", WRAP, 4, "ab cdefghij", "ab |cdef|ghij"},
	{"wrap_chinese", WRAP, 6, "维持和平行动", "维持和|平行动"},
	{"wrap_chinese_before_no_stop", WRAP, 6, "维持和。平", "维持|和。平"},
	{"wrap_chinese_after_latin", WRAP, 8, "UN 维持和平", "UN 维持|和平"},
	{"wrap_at_no_no_break_space", WRAP, 5, "a b\u00a0cd e", "a |b\u00a0cd |e"},
	{"wrap_in_a_row_too_narrow", WRAP, 1, "中国", "中|国"},
	{"wrap_in_no_row", WRAP, 0, "ab", "a|b"},
	{"wrap_indented", WRAP, 4, "  abcdef", "  ab|cdef"},
	{"wrap_russian", WRAP, 8, "мир и безопасность", "мир и |безопасн|ость"},
};

static void show_rows(struct buffer *out, const char *text, size_t len, int columns)
{
	while (len) {
		size_t row = text_wrap(text, len, columns);

		assert_true(row > 0 && row <= len);
		buffer_bytes(out, text, row);
		text += row;
		len -= row;
		if (len)
			buffer_char(out, '|');
	}
}

static void answer(struct buffer *out, const struct row *row)
{
	const char *text = row->input;
	size_t len = strlen(text);
	int used = -1;

	switch (row->what) {
	case WIDTH: buffer_format(out, "%d", text_width(text, len)); break;
	case FIT:
		len = text_fit(text, len, row->columns, &used);
		buffer_format(out, "%zu bytes %d columns", len, used);
		break;
	case CUT:
	case CUT_ASCII:
		used = text_cut(out, text, len, row->columns, row->what == CUT_ASCII);
		buffer_format(out, "=%d", used);
		break;
	case WRAP: show_rows(out, text, len, row->columns); break;
	}
}

static void measure(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	char got[256];

	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	answer(&out, row);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, measure)
