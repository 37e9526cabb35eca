/* SPDX-License-Identifier: MIT */
/* cluster.c - grapheme clusters, how each is drawn, and the borders between them. */
#include "text/text.h"

#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "text/utf8.h"

enum {
	MARKS_DRAWN = 4, /* what a cell of the terminal library holds beside its base */
	WIDEST = 2,
	NON_JOINER = 0x200c,
	JOINER = 0x200d,
	FIRST_JOINING_SCRIPT = 0x0590, /* Hebrew; below it a joiner has nothing to say */
	NEXT_LINE = 0x85,
	FIRST_TAG = 0xe0020,
	LAST_TAG = 0xe007f,
	MOST_BYTES = 4, /* of a code point */
};

static bool is_pictograph(int32_t code)
{
	return utf8proc_get_property(code)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/* What belongs to a base before it; where it begins a cluster there is none, and on the screen it
 * would hang on whatever stands before it. */
static bool is_hanging(int32_t code)
{
	unsigned boundary = utf8proc_get_property(code)->boundclass;

	return boundary == UTF8PROC_BOUNDCLASS_EXTEND || boundary == UTF8PROC_BOUNDCLASS_ZWJ ||
	       boundary == UTF8PROC_BOUNDCLASS_SPACINGMARK;
}

/* Columns of a code point that begins a cluster; 0 for what must not be drawn by itself. */
static int base_columns(int32_t code)
{
	if (code == CODE_BAD || utf8proc_get_property(code)->ignorable || is_hanging(code))
		return 0;
	int columns = wcwidth((wchar_t)code);
	return columns < 0 || columns > WIDEST ? 0 : columns;
}

/* True when terminals disagree about what this code point does to the base before it: joined
 * pictographs, variation selectors, tags. */
static bool is_doubtful(int32_t base, int32_t code)
{
	if (is_pictograph(code))
		return true;
	if (!utf8proc_get_property(code)->ignorable)
		return false;
	bool is_joiner = code == JOINER || code == NON_JOINER;
	return !is_joiner || base < FIRST_JOINING_SCRIPT || is_pictograph(base);
}

struct cluster cluster_read(const char *text, size_t len)
{
	if (plain_run(text, len < 2 ? len : 2))
		return (struct cluster){1, 1, 1};
	int32_t base, next;
	size_t at = utf8_read(text, len, &base);
	struct cluster found = {at, at, base_columns(base)};
	int columns = found.width, marks = 0;
	bool is_whole = true;
	int32_t last = base, state = 0;

	if (!found.width)
		found.drawn = 0;
	while (at < len && last != CODE_BAD) {
		size_t step = utf8_read(text + at, len - at, &next);

		if (next == CODE_BAD || utf8proc_grapheme_break_stateful(last, next, &state))
			break;
		int more = wcwidth((wchar_t)next);
		is_whole = is_whole && more >= 0 && !is_doubtful(base, next);
		if (is_whole) {
			columns += more;
			marks += more == 0;
			is_whole = columns <= WIDEST && marks <= MARKS_DRAWN;
		}
		last = next;
		at += step;
	}
	found.len = at;
	if (is_whole && found.width) {
		found.drawn = at;
		found.width = columns;
	}
	return found;
}

size_t text_next(const char *text, size_t len, size_t at)
{
	return at >= len ? len : at + cluster_read(text + at, len - at).len;
}

/* Where the code point that ends at `at` > 0 begins. */
static size_t code_before(const char *text, size_t at)
{
	size_t start = at - 1;

	while (start && at - start < 4 && ((unsigned char)text[start] & 0xc0) == 0x80)
		start--;
	return start;
}

/* True when there is a border between the two whatever stands before them. */
static bool is_sure_border(int32_t before, int32_t after)
{
	if (before == CODE_BAD || after == CODE_BAD)
		return true;
	return before != JOINER && utf8proc_grapheme_break(before, after);
}

/* The last sure border before `at` > 0. */
static size_t sure_border(const char *text, size_t len, size_t at)
{
	size_t start = code_before(text, at);
	int32_t before, after;

	utf8_read(text + start, len - start, &after);
	while (start) {
		size_t previous = code_before(text, start);

		utf8_read(text + previous, len - previous, &before);
		if (is_sure_border(before, after))
			return start;
		start = previous;
		after = before;
	}
	return 0;
}

size_t text_previous(const char *text, size_t len, size_t at)
{
	if (at > len)
		at = len;
	if (!at)
		return 0;
	size_t start = sure_border(text, len, at);
	size_t next = text_next(text, len, start);

	for (; next < at; next = text_next(text, len, next))
		start = next;
	return start;
}

static bool is_word_at(const char *text, size_t len, size_t at)
{
	int32_t code;

	utf8_read(text + at, len - at, &code);
	return code_is_word(code);
}

size_t text_next_word(const char *text, size_t len, size_t at)
{
	while (at < len && !is_word_at(text, len, at))
		at = text_next(text, len, at);
	while (at < len && is_word_at(text, len, at))
		at = text_next(text, len, at);
	return at < len ? at : len;
}

/* From the start, not from `at` backwards: a row of flags would make each step back as long as
 * the row. */
size_t text_previous_word(const char *text, size_t len, size_t at)
{
	size_t start = 0;
	bool was_word = false;

	for (size_t here = 0; here < len && here < at; here = text_next(text, len, here)) {
		bool is_word = is_word_at(text, len, here);

		if (is_word && !was_word)
			start = here;
		was_word = is_word;
	}
	return start;
}

size_t text_word_char(const char *text, size_t len)
{
	int32_t code;
	size_t step = len ? utf8_read(text, len, &code) : 0;

	return step && code_is_word(code) ? step : 0;
}

static bool is_letter(int32_t code)
{
	if (code < 0x80)
		return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
	utf8proc_category_t category = utf8proc_category(code);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO &&
	       !utf8proc_get_property(code)->ignorable;
}

static bool is_mark(int32_t code)
{
	utf8proc_category_t category = code < 0x80 ? UTF8PROC_CATEGORY_CN : utf8proc_category(code);

	return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

size_t text_letter(const char *text, size_t len)
{
	int32_t code;
	size_t step = len ? utf8_read(text, len, &code) : 0;

	return step && code != CODE_BAD && is_letter(code) ? step : 0;
}

bool text_in_word(const char *text, size_t at)
{
	while (at) {
		int32_t code;
		size_t start = code_before(text, at);

		if (start + utf8_read(text + start, at - start, &code) != at || code == CODE_BAD)
			return false;
		if (!is_mark(code))
			return (is_letter(code) ||
				       (code < 0x80 ? code >= '0' && code <= '9'
						    : utf8proc_category(code) ==
							      UTF8PROC_CATEGORY_ND)) &&
			       !text_is_unspaced(text + start, at - start);
		at = start;
	}
	return false;
}

bool text_is_upper(const char *text, size_t len)
{
	int32_t code;

	if (!len)
		return false;
	utf8_read(text, len, &code);
	if (code == CODE_BAD || code < 0x80)
		return code >= 'A' && code <= 'Z';
	utf8proc_category_t category = utf8proc_category(code);
	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool text_is_unspaced(const char *text, size_t len)
{
	static const struct {
		int32_t first;
		int32_t last;
	} scripts[] = {
		{0x0e00, 0x0eff},   /* Thai, Lao */
		{0x1000, 0x109f},   /* Burmese */
		{0x1100, 0x11ff},   /* Hangul letters */
		{0x1780, 0x17ff},   /* Khmer */
		{0x2e80, 0xd7ff},   /* Chinese, Japanese, Korean */
		{0xf900, 0xfaff},   /* compatibility ideographs */
		{0x20000, 0x3ffff}, /* further ideographs */
	};
	int32_t code;

	if (!len)
		return false;
	utf8_read(text, len, &code);
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (code >= scripts[i].first && code <= scripts[i].last)
			return true;
	return false;
}

bool text_word_before(const char *text, size_t at)
{
	int32_t code;

	if (!at)
		return false;
	size_t start = code_before(text, at);
	return start + utf8_read(text + start, at - start, &code) == at && code_is_word(code);
}

/* Nobody sees it: a format character or a filler letter, but not a variation selector or a tag,
 * which change how the character before them looks. */
static bool is_invisible(int32_t code)
{
	if (code < 0x80 || (code >= FIRST_TAG && code <= LAST_TAG) ||
		!utf8proc_get_property(code)->ignorable)
		return false;
	utf8proc_category_t category = utf8proc_category(code);
	return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_LO;
}

static bool is_blank(int32_t code)
{
	if (code < 0x80)
		return code == ' ' || (code >= '\t' && code <= '\r');
	utf8proc_category_t category = utf8proc_category(code);
	return code == NEXT_LINE ||
	       (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
	       is_invisible(code);
}

/* How many bytes of such characters the text begins with. */
static size_t run_of(const char *text, bool (*is_one)(int32_t code))
{
	size_t at = 0;

	while (text[at]) {
		int32_t code;
		size_t step = utf8_read(text + at, strnlen(text + at, MOST_BYTES), &code);

		if (code == CODE_BAD || !is_one(code))
			break;
		at += step;
	}
	return at;
}

size_t text_blanks(const char *text)
{
	return run_of(text, is_blank);
}

size_t text_invisible(const char *text)
{
	return run_of(text, is_invisible);
}

size_t text_blanks_before(const char *text, size_t at)
{
	size_t end = at;

	while (end) {
		int32_t code;
		size_t start = code_before(text, end);

		if (start + utf8_read(text + start, end - start, &code) != end ||
			code == CODE_BAD || !is_blank(code))
			break;
		end = start;
	}
	return at - end;
}
