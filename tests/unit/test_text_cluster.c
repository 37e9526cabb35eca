/* SPDX-License-Identifier: MIT */
/* test_text_cluster.c - clusters as bytes/drawn/width, and the borders that a cursor stops at. */
#include "unit/cases.h"

#include "base/buffer.h"
#include "text/text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

enum what { CLUSTERS, FORWARD, BACKWARD, WORDS, WORDS_BACK };

static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected;
} rows[] = {
	{"ascii", CLUSTERS, "ab", "1/1/1 1/1/1"},
	{"accent_of_its_own", CLUSTERS, "e\u0301x", "3/3/1 1/1/1"},
	{"accent_built_in", CLUSTERS, "é", "2/2/1"},
	{"chinese", CLUSTERS, "维和", "3/3/2 3/3/2"},
	{"full_width", CLUSTERS, "Ａ", "3/3/2"},
	{"cyrillic_with_breve", CLUSTERS, "и\u0306", "4/4/1"},
	{"greek", CLUSTERS, "Ώ", "2/2/1"},
	{"arabic_with_harakat", CLUSTERS, "مَّ", "6/6/1"},
	{"persian_non_joiner", CLUSTERS, "ی\u200cخ", "5/5/1 2/2/1"},
	{"devanagari_vowel_signs", CLUSTERS, "शां", "9/9/2"},
	{"devanagari_virama", CLUSTERS, "क्", "6/6/1"},
	{"thai_vowel_and_tone", CLUSTERS, "ที่", "9/9/1"},
	{"thai_sara_am", CLUSTERS, "กำ", "6/6/2"},
	{"hangul_syllable", CLUSTERS, "한", "3/3/2"},
	{"hangul_conjoining", CLUSTERS, "\u1112\u1161\u11ab", "9/9/2"},
	{"emoji", CLUSTERS, "😀", "4/4/2"},
	{"family_draws_its_first", CLUSTERS, "👨‍👩‍👧‍👦", "25/4/2"},
	{"skin_tone_draws_the_hand", CLUSTERS, "👍🏽", "8/4/2"},
	{"flag", CLUSTERS, "🇺🇾", "8/8/2"},
	{"two_flags", CLUSTERS, "🇺🇾🇫🇷", "8/8/2 8/8/2"},
	{"flag_and_a_half", CLUSTERS, "🇺🇾🇫", "8/8/2 4/4/1"},
	{"heart_made_an_emoji", CLUSTERS, "❤\ufe0f", "6/3/1"},
	{"keycap", CLUSTERS, "1\ufe0f\u20e3", "7/1/1"},
	{"flag_of_tags", CLUSTERS, "🏴\U000e0067\U000e0062\U000e007f", "16/4/2"},
	{"two_narrow_pictographs_joined", CLUSTERS, "👁\u200d🗨", "11/4/1"},
	{"pictograph_and_a_joiner", CLUSTERS, "👨\u200d", "7/4/2"},
	{"four_marks", CLUSTERS, "a\u0301\u0302\u0303\u0304", "9/9/1"},
	{"five_marks_draw_the_base", CLUSTERS, "a\u0301\u0302\u0303\u0304\u0305", "11/1/1"},
	{"joiner_after_a_latin_letter", CLUSTERS, "a\u200d", "4/1/1"},
	{"mark_with_nothing_before_it", CLUSTERS, "\u0301a", "2/0/0 1/1/1"},
	{"vowel_sign_with_nothing_before_it", CLUSTERS, "िa", "3/0/0 1/1/1"},
	{"arabic_number_sign", CLUSTERS, "\u0600٣", "4/4/2"},
	{"right_to_left_override", CLUSTERS, "a\u202eb", "1/1/1 3/0/0 1/1/1"},
	{"isolates", CLUSTERS, "\u2066\u2069", "3/0/0 3/0/0"},
	{"zero_width_space", CLUSTERS, "\u200b", "3/0/0"},
	{"soft_hyphen", CLUSTERS, "\u00ad", "2/0/0"},
	{"byte_order_mark_inside", CLUSTERS, "a\ufeff", "1/1/1 3/0/0"},
	{"hangul_filler", CLUSTERS, "\u3164", "3/0/0"},
	{"interlinear_annotation", CLUSTERS, "\ufff9", "3/0/0"},
	{"unassigned", CLUSTERS, "\u0378", "2/0/0"},
	{"noncharacter", CLUSTERS, "\uffff", "3/0/0"},
	{"escape_that_slipped_in", CLUSTERS, "\033[", "1/0/0 1/1/1"},
	{"bytes_that_slipped_in", CLUSTERS, "\xff\xe2\x82", "1/0/0 2/0/0"},
	{"forward_over_a_family", FORWARD, "a👨‍👩‍👧b", "1 19 20"},
	{"forward_over_marks", FORWARD, "e\u0301e", "3 4"},
	{"forward_over_hindi", FORWARD, "हिन्दी", "6 12 18"},
	{"backward_over_ascii", BACKWARD, "abc", "2 1 0"},
	{"backward_over_marks", BACKWARD, "ae\u0301", "1 0"},
	{"backward_over_a_family", BACKWARD, "a👨‍👩‍👧b", "19 1 0"},
	{"backward_over_three_flags", BACKWARD, "x🇺🇾🇫🇷🇩🇪", "17 9 1 0"},
	{"backward_over_half_a_flag", BACKWARD, "🇺🇾🇫", "8 0"},
	{"backward_over_hangul", BACKWARD, "\u1112\u1161\u11ab\u1112\u1161", "9 0"},
	{"backward_over_chinese", BACKWARD, "维和", "3 0"},
	{"words", WORDS, "two words", "3 9"},
	{"words_with_points", WORDS, "  (one), two.", "6 12 13"},
	{"words_in_russian", WORDS, "да, нет", "4 12"},
	{"words_in_hindi", WORDS, "शांति स्थापना", "15 37"},
	{"words_past_a_family", WORDS, "a 👨‍👩‍👧 b", "1 22"},
	{"words_with_persian_joiner", WORDS, "می\u200cخواهم", "17"},
	{"words_back", WORDS_BACK, "two words", "4 0"},
	{"words_back_with_points", WORDS_BACK, "  (one), two.", "9 3 0"},
	{"words_back_in_greek", WORDS_BACK, "ναι όχι", "7 0"},
	{"words_back_past_a_family", WORDS_BACK, "a 👨‍👩‍👧 b", "21 0"},
};

static void show_clusters(struct buffer *out, const char *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		struct cluster next = cluster_read(text + at, len - at);

		buffer_format(out, "%s%zu/%zu/%d", at ? " " : "", next.len, next.drawn, next.width);
		at += next.len;
	}
}

static void show_borders(struct buffer *out, size_t len, size_t at, const char *text,
	size_t (*move)(const char *, size_t, size_t))
{
	size_t end = at ? 0 : len;

	while (at != end) {
		at = move(text, len, at);
		buffer_format(out, "%s%zu", out->len ? " " : "", at);
	}
}

static void answer(struct buffer *out, const struct row *row)
{
	const char *text = row->input;
	size_t len = strlen(text);

	switch (row->what) {
	case CLUSTERS: show_clusters(out, text, len); break;
	case FORWARD: show_borders(out, len, 0, text, text_next); break;
	case BACKWARD: show_borders(out, len, len, text, text_previous); break;
	case WORDS: show_borders(out, len, 0, text, text_next_word); break;
	case WORDS_BACK: show_borders(out, len, len, text, text_previous_word); break;
	}
}

static void read_clusters(void **state)
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

CASES_MAIN(rows, read_clusters)
