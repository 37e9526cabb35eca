/* SPDX-License-Identifier: MIT */
/* fold.c - text made equal for comparing: no case, no accents, no punctuation. */
#include "text/text.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

#include "text/utf8.h"

/* What stands between the last letter and the next one. */
enum gap { NO_GAP, APOSTROPHE, SPACE };

/* Folded bytes are gathered here and handed on by the piece. */
struct folder {
	struct buffer *out;
	char piece[256];
	size_t len;
	enum gap gap;
	bool has_begun;
};

enum {
	MOST_BYTES = 4,       /* of one code point */
	MOST_DECOMPOSED = 32, /* the longest there is has 18 */
	TATWEEL = 0x0640,
	ACUTE = 0x00b4, /* typed for an apostrophe; taken apart it would be a space and a mark */
};

static void hand_on(struct folder *f)
{
	buffer_bytes(f->out, f->piece, f->len);
	f->len = 0;
}

static void add_gap(struct folder *f)
{
	if (f->has_begun && f->gap != NO_GAP)
		f->piece[f->len++] = f->gap == SPACE ? ' ' : '\'';
	f->gap = NO_GAP;
	f->has_begun = true;
}

static void add_letter(struct folder *f, int32_t code)
{
	if (f->len + MOST_BYTES + 1 > sizeof f->piece)
		hand_on(f);
	add_gap(f);
	if (code < 0x80)
		f->piece[f->len++] = (char)code;
	else
		f->len += (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)f->piece + f->len);
}

/* An apostrophe counts only alone between two letters. */
static void widen_gap(struct folder *f, bool is_apostrophe)
{
	f->gap = is_apostrophe && f->gap == NO_GAP ? APOSTROPHE : SPACE;
}

static void fold_ascii(struct folder *f, unsigned char c)
{
	if (c >= 'A' && c <= 'Z')
		add_letter(f, c - 'A' + 'a');
	else if (code_is_word(c))
		add_letter(f, c);
	else
		widen_gap(f, c == '\'' || c == '`');
}

static bool is_apostrophe(int32_t code)
{
	switch (code) {
	case 0x02b9:
	case 0x02bb:
	case 0x02bc:
	case 0x2018:
	case 0x2019:
	case 0x201b:
	case 0x2032: return true;
	default: return false;
	}
}

/* Marks that a reader may leave out: the accents of Latin, Greek and Cyrillic, the points of
 * Hebrew, the harakat of Arabic. The vowel signs of other scripts are letters in all but name. */
static bool is_accent(int32_t code)
{
	static const struct {
		int32_t first;
		int32_t last;
	} accents[] = {
		{0x0300, 0x036f},
		{0x0483, 0x0489},
		{0x0591, 0x05c7},
		{0x0610, 0x061a},
		{0x064b, 0x065f},
		{0x0670, 0x0670},
		{0x06d6, 0x06ed},
		{0x0898, 0x089f},
		{0x08ca, 0x08ff},
		{0x1ab0, 0x1aff},
		{0x1dc0, 0x1dff},
		{0x20d0, 0x20ff},
		{0x2de0, 0x2dff},
		{0xa66f, 0xa67d},
		{0xa69e, 0xa69f},
		{0xfb1e, 0xfb1e},
		{0xfe20, 0xfe2f},
	};
	if (code < accents[0].first)
		return false;
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
		if (code >= accents[i].first && code <= accents[i].last) {
			utf8proc_category_t category = utf8proc_category(code);
			return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
		}
	return false;
}

/* Letters with a stroke and joined letters, which Unicode does not take apart but people who look
 * for a name do. Already in lower case; NULL for all others. */
static const char *plain_letters(int32_t code)
{
	switch (code) {
	case 0x00e6: return "ae";
	case 0x00f0:
	case 0x0111:
	case 0x0256: return "d";
	case 0x00f8: return "o";
	case 0x00fe: return "th";
	case 0x0127: return "h";
	case 0x0131: return "i";
	case 0x0138: return "k";
	case 0x0142: return "l";
	case 0x014b: return "n";
	case 0x0153: return "oe";
	case 0x0167: return "t";
	case 0x0180:
	case 0x0253: return "b";
	case 0x0199: return "k";
	case 0x01b4: return "y";
	case 0x01e5: return "g";
	default: return NULL;
	}
}

static void fold_part(struct folder *f, int32_t code)
{
	if (code == TATWEEL || is_accent(code))
		return;
	if (code < 0x80 || is_apostrophe(code)) {
		fold_ascii(f, code < 0x80 ? (unsigned char)code : '\'');
		return;
	}
	const char *plain = plain_letters(code);
	if (plain)
		for (; *plain; plain++)
			add_letter(f, *plain);
	else if (code_is_word(code))
		add_letter(f, code);
	else
		widen_gap(f, false);
}

/* Takes the code point apart, case folded; 0 parts when it is one that nobody sees. */
static size_t decompose(int32_t code, int32_t parts[MOST_DECOMPOSED])
{
	static const utf8proc_option_t options =
		UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	int last_class = 0;
	utf8proc_ssize_t count =
		utf8proc_decompose_char(code, parts, MOST_DECOMPOSED, options, &last_class);

	assert(count <= MOST_DECOMPOSED);
	return count < 0 ? 0 : (size_t)count;
}

static void fold_code(struct folder *f, int32_t code)
{
	int32_t parts[MOST_DECOMPOSED];

	if (code == CODE_BAD || code == ACUTE) {
		widen_gap(f, code == ACUTE);
		return;
	}
	size_t count = decompose(code, parts);
	for (size_t i = 0; i < count; i++)
		fold_part(f, parts[i]);
}

void text_fold(struct buffer *out, const char *text, size_t len)
{
	struct folder f = {.out = out};

	for (size_t at = 0; at < len;) {
		unsigned char c = (unsigned char)text[at];
		int32_t code;

		if (c < 0x80) {
			fold_ascii(&f, c);
			at++;
			continue;
		}
		at += utf8_read(text + at, len - at, &code);
		fold_code(&f, code);
	}
	hand_on(&f);
}

char *text_folded(const char *text)
{
	struct buffer out = BUFFER_EMPTY;

	text_fold(&out, text, strlen(text));
	return buffer_take(&out);
}
