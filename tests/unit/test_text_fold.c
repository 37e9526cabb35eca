/* SPDX-License-Identifier: MIT */
/* test_text_fold.c - text as it is compared, a row each; folding twice changes nothing more. */
#include "unit/cases.h"

#include "base/buffer.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

static const struct row {
	const char *name;
	const char *input;
	const char *expected;
} rows[] = {
	{"nothing", "", ""},
	{"case", "Under-Secretary-General", "under secretary general"},
	{"spaces_at_the_ends", "  a   b ", "a b"},
	{"points_and_symbols", "A4P+ (2026): yes!", "a4p 2026 yes"},
	{"only_symbols", "--- ★ ---", ""},
	{"cote_d_ivoire", "Côte d’Ivoire", "cote d'ivoire"},
	{"cote_d_ivoire_typed", "COTE D'IVOIRE", "cote d'ivoire"},
	{"cote_d_ivoire_decomposed", "Co\u0302te d\u00b4Ivoire", "cote d'ivoire"},
	{"quoted_words", "‘one’ “two” 'three'", "one two three"},
	{"plural_possessive", "delegates’ views", "delegates views"},
	{"two_apostrophes", "a''b", "a b"},
	{"okina", "Hawaiʻi", "hawai'i"},
	{"vietnamese", "Việt Nam", "viet nam"},
	{"turkish", "Türkİye ışık", "turkiye isik"},
	{"polish", "Łódź", "lodz"},
	{"danish", "Ærø, København", "aero kobenhavn"},
	{"icelandic", "Þingvellir, Guðrún", "thingvellir gudrun"},
	{"german", "Straße STRASSE ẞ", "strasse strasse ss"},
	{"ligatures", "ﬁnal oﬃce œuvre", "final office oeuvre"},
	{"full_width", "ＵＮ　２０２６", "un 2026"},
	{"superscript_and_numero", "m² № 5", "m2 no 5"},
	{"roman_numeral", "Ⅳ", "iv"},
	{"fraction", "1½", "11 2"},
	{"mathematical_letters", "𝐀𝑏", "ab"},
	{"russian_yo", "Ёлка ёж", "елка еж"},
	{"russian_short_i_either_way", "й и\u0306", "и и"},
	{"ukrainian", "Київ", "киів"},
	{"greek_with_tonos", "Ελλάδα ΆΘΗΝΑ", "ελλαδα αθηνα"},
	{"greek_final_sigma", "ΛΌΓΟΣ λόγος", "λογοσ λογοσ"},
	{"greek_polytonic", "ᾧδε", "ωιδε"},
	{"arabic_harakat", "السَّلَامُ", "السلام"},
	{"arabic_tatweel", "ســلام", "سلام"},
	{"arabic_hamza_on_alef", "أحمد إلى آل", "احمد الى ال"},
	{"arabic_presentation_forms", "ﺳﻼﻡ", "سلام"},
	{"persian_non_joiner", "می\u200cخواهم", "میخواهم"},
	{"hebrew_points", "שָׁלוֹם", "שלום"},
	{"hindi_keeps_vowel_signs", "की का", "की का"},
	{"hindi_nukta_either_way", "\u0958 \u0915\u093c", "\u0915\u093c \u0915\u093c"},
	{"thai_keeps_vowels_and_tones", "ไม่ ไม้", "ไม่ ไม้"},
	{"tamil", "தமிழ்", "தமிழ்"},
	{"chinese", "维持和平，行动。", "维持和平 行动"},
	{"japanese_half_width", "ﾊﾟ", "ハ\u309a"},
	{"japanese_voiced_is_not_unvoiced", "か が", "か か\u3099"},
	{"korean_either_way", "한 \u1112\u1161\u11ab", "\u1112\u1161\u11ab \u1112\u1161\u11ab"},
	{"armenian", "ՀԱՅ", "հայ"},
	{"georgian", "საქართველო", "საქართველო"},
	{"emoji_between_words", "yes👍🏽no 🇺🇾", "yes no"},
	{"hidden_characters_in_a_word", "pro\u00adcu\u200bre\u202em\u2066ent", "procurement"},
	{"zalgo", "z\u0301\u0302\u0303\u0304\u0305\u0306\u0307a", "za"},
	{"escapes_and_bad_bytes", "a\033[0mb\xff" "c\xed\xa0\x80" "d", "a 0mb c d"},
};

static void fold(void **state)
{
	const struct row *row = *state;
	char *folded = text_folded(row->input);
	char *again = text_folded(folded);
	char got[256], twice[256];

	snprintf(got, sizeof got, "%s", folded);
	snprintf(twice, sizeof twice, "%s", again);
	free(folded);
	free(again);
	assert_string_equal(got, row->expected);
	assert_string_equal(twice, row->expected);
}

CASES_MAIN(rows, fold)
