/* SPDX-License-Identifier: MIT */
/* test_text_random.c - what holds of any bytes at all: 20,000 texts of each sort from a fixed seed,
 * and a mebibyte of each of the worst, which no work that grows with the square gets through. */
#include "unit/cases.h"

#include "base/memory.h"
#include "text/text.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { TEXTS = 20000, LONGEST = 60, MEBIBYTE = 1 << 20 };

/* Pieces that break programs; what is between them is up to the seed. */
static const char *const nasty[] = {
	"a", "b ", " ", "  ", "'", "é", "e\u0301", "\u0301", "\u0345", "中", "、", "한",
	"\u1112", "\u1161", "م", "َ", "ـ", "क", "्", "ि", "ก", "ำ", "่", "👨", "\u200d", "👍🏽",
	"🇺", "🇾", "❤", "\ufe0f", "\u20e3", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff",
	"\u2028", "\u00a0", "\u3000", "\u0600", "ß", "İ", "ﬁ", "ﷺ", "½", "’", "\U000e0067",
	"\uffff", "\U0010ffff", "\u0378", "\033[2J", "\xff", "\xe2\x82", "\xed\xa0\x80",
	"\xc0\xaf", "\xf0\x9f", "\x80", "\t", "\r\n", "\177", "\xc2\x9b", "Łódź", "0", "-",
	"\"",
};
enum { NASTY = sizeof nasty / sizeof *nasty };

static const struct row {
	const char *name;
	unsigned pieces_in_ten; /* of ten picks, how many are nasty pieces; the rest are bytes */
	const char *repeated;   /* instead of random texts, a mebibyte of it */
} rows[] = {
	{"random_bytes", 0, NULL},
	{"random_nasty_pieces", 10, NULL},
	{"random_pieces_and_bytes", 7, NULL},
	{"mebibyte_of_letters", 0, "a"},
	{"mebibyte_of_words", 0, "ab "},
	{"mebibyte_of_spaces", 0, " "},
	{"mebibyte_of_apostrophes", 0, "a'"},
	{"mebibyte_of_marks", 0, "\u0301"},
	{"mebibyte_of_flags", 0, "🇺"},
	{"mebibyte_of_joined_pictographs", 0, "👨\u200d"},
	{"mebibyte_of_hangul", 0, "\u1112"},
	{"mebibyte_of_overrides", 0, "\u202e"},
	{"mebibyte_of_escapes", 0, "\033["},
	{"mebibyte_of_continuations", 0, "\x80"},
	{"mebibyte_of_what_unfolds_longest", 0, "ﷺ"},
	{"mebibyte_of_chinese", 0, "中"},
};

static uint64_t seed;

/* xorshift64*: the same texts on every machine. */
static unsigned random_below(unsigned limit)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (unsigned)((seed * 2685821657736338717U >> 33) % limit);
}

static void make_text(struct buffer *out, unsigned pieces_in_ten)
{
	unsigned len = random_below(LONGEST);

	buffer_reset(out);
	while (out->len < len) {
		if (random_below(10) < pieces_in_ten)
			buffer_text(out, nasty[random_below(NASTY)]);
		else
			buffer_char(out, (char)random_below(256));
	}
}

/* The text copied with no byte to spare, so that reading past the end is caught. */
static char *exact(const char *bytes, size_t len)
{
	char *copy = mem_new(len ? len : 1, 1);

	if (len)
		memcpy(copy, bytes, len);
	return copy;
}

static void check_clean(const char *text, size_t len, struct buffer *clean)
{
	buffer_reset(clean);
	text_clean(clean, text, len);
	assert_true(text_is_clean(clean->bytes, clean->len));
	bool is_same = clean->len == len && memcmp(clean->bytes, text, len) == 0;
	assert_int_equal(text_is_clean(text, len), is_same);
}

/* Forwards every border; the widths add up; nothing drawn is longer than it is. */
static void check_clusters(const char *text, size_t len)
{
	int width = 0;

	for (size_t at = 0; at < len;) {
		struct cluster c = cluster_read(text + at, len - at);

		assert_true(c.len > 0 && c.len <= len - at);
		assert_true(c.drawn <= c.len && c.width >= 0 && c.width <= 2);
		assert_true((c.drawn == 0) == (c.width == 0));
		assert_int_equal(text_next(text, len, at), at + c.len);
		width += c.width;
		at += c.len;
	}
	assert_int_equal(text_width(text, len), width);
}

/* Backwards the borders are the same as forwards; only for clean text, which has no others. */
static void check_backwards(const char *text, size_t len)
{
	for (size_t at = 0; at < len; at = text_next(text, len, at)) {
		assert_int_equal(text_previous(text, len, text_next(text, len, at)), at);
		assert_true(text_previous_word(text, len, len - at) < len - at);
		assert_true(text_next_word(text, len, at) > at);
	}
}

/* The columns that the terminal library will give it: the sum of wcwidth(). */
static int columns_on_screen(const char *text, size_t len)
{
	mbstate_t state = {0};
	int columns = 0;

	for (size_t at = 0; at < len;) {
		wchar_t c;
		size_t step = mbrtowc(&c, text + at, len - at, &state);

		assert_true(step > 0 && step <= len - at);
		assert_true(wcwidth(c) >= 0);
		columns += wcwidth(c);
		at += step;
	}
	return columns;
}

static void check_cut(const char *text, size_t len, int columns, bool ascii, struct buffer *drawn)
{
	buffer_reset(drawn);
	int used = text_cut(drawn, text, len, columns, ascii);

	assert_true(used >= 0 && used <= columns);
	assert_int_equal(columns_on_screen(drawn->bytes, drawn->len), used);
	assert_true(text_is_clean(drawn->bytes, drawn->len));
	size_t row = text_wrap(text, len, columns);
	assert_true(row <= len && (row > 0 || !len));
}

static void check_folded(const char *text, size_t len, struct buffer *folded)
{
	struct buffer id = BUFFER_EMPTY;

	buffer_reset(folded);
	text_fold(folded, text, len);
	text_id(&id, text, len);
	bool is_id = !id.len || text_is_id(id.bytes);
	buffer_release(&id);
	assert_true(is_id);
	assert_true(text_is_clean(folded->bytes, folded->len));
	char *again = text_folded(folded->bytes);
	bool is_same = same_text(again, folded->bytes);
	free(again);
	assert_true(is_same);
	assert_int_equal(text_match(folded->bytes, folded->bytes), folded->len ? 4 : 1);
	assert_int_equal(text_has_keyword(folded->bytes, folded->bytes), folded->len > 0);
}

static void check(const char *bytes, size_t len, bool is_short)
{
	struct buffer clean = BUFFER_EMPTY, out = BUFFER_EMPTY;
	char *raw = exact(bytes, len);

	check_clean(raw, len, &clean);
	check_clusters(raw, len);
	check_folded(raw, len, &out);
	free(raw);
	size_t clean_len = clean.len;
	char *text = exact(clean.bytes, clean.len);
	check_clusters(text, clean_len);
	if (is_short)
		check_backwards(text, clean_len);
	else
		assert_true(text_previous(text, clean_len, clean_len) < clean_len);
	for (int columns = 0; columns < 12; columns++)
		check_cut(text, clean_len, columns, columns % 2, &out);
	free(text);
	buffer_release(&clean);
	buffer_release(&out);
}

static void check_words(const char *text, size_t len)
{
	assert_true(text_next_word(text, len, 0) > 0);
	assert_true(text_previous_word(text, len, len) < len);
}

static void hold(void **state)
{
	const struct row *row = *state;
	struct buffer text = BUFFER_EMPTY;

	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
	if (row->repeated) {
		while (text.len < MEBIBYTE)
			buffer_text(&text, row->repeated);
		check(text.bytes, text.len, false);
		check_words(text.bytes, text.len);
		buffer_release(&text);
		return;
	}
	seed = 88172645463325252U;
	for (int i = 0; i < TEXTS; i++) {
		make_text(&text, row->pieces_in_ten);
		check(text.bytes, text.len, true);
	}
	buffer_release(&text);
}

CASES_MAIN(rows, hold)
