/* SPDX-License-Identifier: MIT */
/* line_forms.c - the same pairs as we write them and as somebody else might. */
#include "fuzz/line_forms.h"

#include <inttypes.h>
#include <string.h>

#include "log/log_reading.h"
#include "log/crc32c.h"

enum { PAIRS_DRAWN = 6, CODES_DRAWN = 8, ITEMS_DRAWN = 4, KEYS_DRAWN = 16 };

static const int32_t codes[] = {'a', 'b', ' ', '"', '\\', '\'', '/', '#', ':', ',', '{', ']', '-', '~',
	'&', '*', '!', '%', '@', '0', '\n', '\t', '\r', 1, 7, 8, 0x0b, 0x1b, 0x1f, 0x7f, 0x80, 0x85,
	0x9f, 0xa0, 0xe9, 0x7ff, 0x800, 0x2027, 0x2028, 0x2029, 0x202a, 0xd7ff, 0xe000, 0xfeff, 0xfffd,
	0xfffe, 0xffff, 0x10000, 0x1f600, 0x1fffe, 0x10ffff};

static const char *const keys[] = {"text", "kind", "by", "item", "themes", "seen", "limit", "more",
	"off", "x", "new-field", "a_b", "z9", "y", "n", "yes", "no", "true", "false", "on", "off", "null",
	"~", "", "9a", "Key", "a b", "a:b", "é", "-", "len", "crc", "seq", "do", "lens",
	"undoes", "owners", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk",
	"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"};

#define PICK(in, table) ((table)[take_byte(in) % (sizeof(table) / sizeof *(table))])

/* Code points */

static void put_utf8(struct buffer *out, int32_t code)
{
	static const int lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	int len = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

	buffer_char(out, (char)(lead[len] | code >> 6 * (len - 1)));
	for (int left = len - 2; left >= 0; left--)
		buffer_char(out, (char)(0x80 | (code >> 6 * left & 0x3f)));
}

static bool never_raw(int32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 ||
	       code == 0xfeff || code == 0xfffe || code == 0xffff;
}

bool has_raw(const char *bytes, size_t len)
{
	static const char *const never[] = {"\xe2\x80\xa8", "\xe2\x80\xa9", "\xef\xbb\xbf",
		"\xef\xbf\xbe", "\xef\xbf\xbf"};

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c < 0x20 || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < len && (unsigned char)bytes[i + 1] < 0xa0)
			return true;
	}
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (memmem(bytes, len, never[i], 3))
			return true;
	return false;
}

/* A code between double quotes, as we write it. */
static void put_ours(struct buffer *out, int32_t code)
{
	if (code == '"' || code == '\\')
		buffer_char(out, '\\');
	if (code == '\n' || code == '\t')
		buffer_text(out, code == '\n' ? "\\n" : "\\t");
	else if (never_raw(code))
		buffer_format(out, "\\u%04" PRIx32, (uint32_t)code);
	else
		put_utf8(out, code);
}

/* The letter that YAML has for the code, 0 when it has none. */
static char short_escape(int32_t code)
{
	static const struct {
		int32_t code;
		char letter;
	} shorts[] = {{7, 'a'}, {8, 'b'}, {9, 't'}, {10, 'n'}, {0x0b, 'v'}, {13, 'r'}, {0x1b, 'e'},
		{' ', ' '}, {'"', '"'}, {'/', '/'}, {'\\', '\\'}, {0x85, 'N'}, {0xa0, '_'},
		{0x2028, 'L'}, {0x2029, 'P'}};

	for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
		if (shorts[i].code == code)
			return shorts[i].letter;
	return 0;
}

/* The same code in some other way that YAML has between double quotes. */
static void put_other(struct buffer *out, int32_t code, unsigned how)
{
	char letter = short_escape(code);

	if (how % 5 == 1 && letter)
		buffer_format(out, "\\%c", letter);
	else if (how % 5 == 2 && code < 0x100)
		buffer_format(out, how & 16 ? "\\x%02" PRIX32 : "\\x%02" PRIx32, (uint32_t)code);
	else if (how % 5 == 3 && code < 0x10000)
		buffer_format(out, how & 16 ? "\\u%04" PRIX32 : "\\u%04" PRIx32, (uint32_t)code);
	else if (how % 5 == 4)
		buffer_format(out, "\\U%08" PRIx32, (uint32_t)code);
	else if (code == '\t' && how & 16)
		buffer_char(out, '\t');
	else
		put_ours(out, code);
}

/* Meaning */

void meaning_text(struct buffer *out, const char *text)
{
	buffer_format(out, "t%zu:%s", strlen(text), text);
}

void meaning_number(struct buffer *out, int64_t number)
{
	buffer_format(out, "n%" PRId64, number);
}

void meaning_key(struct buffer *out, const char *key)
{
	buffer_format(out, "\n%zu:%s=", strlen(key), key);
}

/* What is between values */

static void put_spaces(struct buffer *out, unsigned how)
{
	for (unsigned left = how % 4; left; left--)
		buffer_char(out, ' ');
}

static void part(struct forms *f, struct input *in, const char *mark)
{
	unsigned how = take_byte(in);

	buffer_format(&f->ours, "%s ", mark);
	if (how & 4)
		put_spaces(&f->other, how >> 3);
	buffer_text(&f->other, mark);
	if (*mark == ':' || how % 4)
		buffer_char(&f->other, ' ');
	put_spaces(&f->other, how % 4 ? how % 4 - 1 : 0);
}

static void both(struct forms *f, const char *text)
{
	buffer_text(&f->ours, text);
	buffer_text(&f->other, text);
}

/* Keys */

bool key_is_odd(const char *key)
{
	static const char *const words[] = {
		"y", "n", "yes", "no", "true", "false", "on", "off", "null"};
	size_t len = strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-_");

	if (key[len] || *key < 'a' || *key > 'z' || len > 63)
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], key) == 0)
			return true;
	return false;
}

/* The other form has quotes where they may be left out, and may leave them out at a word. */
static void put_key(struct forms *f, struct input *in, const char *key)
{
	bool odd = key_is_odd(key), word = odd && key[strspn(key, "abcdefghijklmnopqrstuvwxyz")] == 0;
	unsigned how = take_byte(in) % 3;
	const char *ours = odd ? "\"" : "", *other = how == 1 ? "\"" : how == 2 ? "'" : ours;

	if (how == 0 && word && *key)
		other = "";
	buffer_format(&f->ours, "%s%s%s", ours, key, ours);
	buffer_format(&f->other, "%s%s%s", other, key, other);
	part(f, in, ":");
	meaning_key(&f->meaning, key);
}

/* Values */

/* Between single quotes all stands for itself, but for the quote. */
static void put_single(struct buffer *out, const char *text)
{
	buffer_char(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buffer_char(out, '\'');
		buffer_char(out, *text);
	}
	buffer_char(out, '\'');
}

static bool is_word(const char *text)
{
	size_t len = strspn(text, "ab");

	return len && !text[len];
}

static void put_text(struct forms *f, struct input *in)
{
	struct buffer text = BUFFER_EMPTY, other = BUFFER_EMPTY;
	unsigned drawn = take_byte(in), how = drawn % 4;

	buffer_char(&f->ours, '"');
	for (unsigned left = drawn < 240 ? 0 : 100 + take_byte(in); left; left--) {
		put_ours(&f->ours, 'a');
		put_utf8(&other, 'a');
		put_utf8(&text, 'a');
	}
	for (unsigned left = take_byte(in) % CODES_DRAWN; left; left--) {
		int32_t code = PICK(in, codes);

		put_ours(&f->ours, code);
		put_other(&other, code, take_byte(in));
		put_utf8(&text, code);
	}
	buffer_char(&f->ours, '"');
	if (how == 1 && !has_raw(text.bytes, text.len))
		put_single(&f->other, text.bytes);
	else if (how == 2 && is_word(text.bytes))
		buffer_text(&f->other, text.bytes);
	else
		buffer_format(&f->other, "\"%s\"", other.bytes);
	meaning_text(&f->meaning, text.bytes);
	buffer_release(&text);
	buffer_release(&other);
}

static void put_number(struct forms *f, struct input *in)
{
	static const int64_t odd[] = {0, 1, -1, 10, INT64_MAX, INT64_MIN, INT64_C(1) << 53};
	unsigned how = take_byte(in);
	int64_t number = how & 1 ? PICK(in, odd) : (int64_t)take_byte(in) << take_byte(in) % 50;

	buffer_format(&f->ours, "%" PRId64, number);
	buffer_format(&f->other, how & 2 && number > 0 ? "0%" PRId64 : "%" PRId64, number);
	meaning_number(&f->meaning, number);
}

static void put_list(struct forms *f, struct input *in, bool numbers)
{
	unsigned count = take_byte(in) % ITEMS_DRAWN, how = take_byte(in);

	both(f, "[");
	put_spaces(&f->other, how);
	buffer_format(&f->meaning, "l%u", count);
	for (unsigned i = 0; i < count; i++) {
		if (i)
			part(f, in, ",");
		if (numbers)
			put_number(f, in);
		else
			put_text(f, in);
	}
	if (count && how & 4)
		buffer_char(&f->other, ',');
	put_spaces(&f->other, how >> 3);
	both(f, "]");
}

static void put_seen(struct forms *f, struct input *in)
{
	static const char *const seats[] = {"facilitator", "rapporteur-2", "script", "y", "off"};
	unsigned count = take_byte(in) % ITEMS_DRAWN;

	both(f, "{");
	buffer_format(&f->meaning, "s%u", count);
	for (unsigned i = 0; i < count; i++) {
		if (i)
			part(f, in, ",");
		put_key(f, in, PICK(in, seats));
		put_number(f, in);
	}
	both(f, "}");
}

/* The type that events have for the key, as put_value() draws them; any other key is a text. */
static unsigned usual_type(const char *key)
{
	static const struct {
		const char *key;
		unsigned how;
	} types[] = {{"more", 0}, {"off", 0}, {"limit", 1}, {"themes", 2}, {"owners", 2},
		{"undoes", 3}, {"seen", 4}};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(types[i].key, key) == 0)
			return types[i].how;
	return 5;
}

static void put_value(struct forms *f, struct input *in, const char *key)
{
	unsigned drawn = take_byte(in), how = drawn < 192 ? usual_type(key) : drawn % 6;

	if (how == 0) {
		const char *truth = take_byte(in) % 2 ? "true" : "false";

		both(f, truth);
		buffer_format(&f->meaning, "b%s", truth);
	} else if (how == 1) {
		put_number(f, in);
	} else if (how == 2 || how == 3) {
		put_list(f, in, how == 3);
	} else if (how == 4) {
		put_seen(f, in);
	} else {
		put_text(f, in);
	}
}

/* The four pairs that every event has, as a log has them, or not quite. */
static void put_head(struct forms *f, struct input *in)
{
	static const int64_t numbers[] = {17, 1, 0, -1, INT64_C(1776348202120),
		INT64_C(999999999999999), INT64_C(1000000000000000), INT64_C(1) << 53,
		(INT64_C(1) << 53) + 1};
	static const char *const times[] = {"2026-04-16T14:03:22.120Z", "2026-02-30T14:03:22.120Z",
		"2026-04-16T14:03:22Z", "2026-04-16T14:03:22.120+"};
	static const char *const acts[] = {"note", "speak", "undo", "open", "floor", "action", "x", ""};
	unsigned how = take_byte(in);
	int64_t seq = how < 192 ? 17 : PICK(in, numbers);
	int64_t clock = how % 8 ? INT64_C(1776348202120) : PICK(in, numbers);
	const char *at = how % 16 == 1 ? PICK(in, times) : *times, *act = PICK(in, acts);
	struct buffer head = BUFFER_EMPTY;

	buffer_format(&head, "seq: %" PRId64 ", clock: %" PRId64 ", at: \"%s\", do: \"%s\"", seq,
		clock, at, act);
	both(f, head.bytes);
	meaning_key(&f->meaning, "seq");
	meaning_number(&f->meaning, seq);
	meaning_key(&f->meaning, "clock");
	meaning_number(&f->meaning, clock);
	meaning_key(&f->meaning, "at");
	meaning_text(&f->meaning, at);
	meaning_key(&f->meaning, "do");
	meaning_text(&f->meaning, act);
	buffer_release(&head);
}

static void put_pairs(struct forms *f, struct input *in)
{
	const char *before[KEYS_DRAWN] = {"seq", "clock", "at", "do", "len", "crc"};
	size_t count = 6;

	for (unsigned left = take_byte(in) % PAIRS_DRAWN; left; left--) {
		const char *key = PICK(in, keys);

		for (size_t i = 0; i < count; i++)
			f->holds = f->holds && strcmp(before[i], key) != 0;
		f->holds = f->holds && strlen(key) < 64;
		before[count++] = key;
		part(f, in, ",");
		put_key(f, in, key);
		put_value(f, in, key);
	}
}

void forms_take(struct forms *f, struct input *in)
{
	struct buffer end = BUFFER_EMPTY;
	unsigned how = take_byte(in);

	*f = (struct forms){.holds = true};
	buffer_init(&f->ours);
	buffer_init(&f->other);
	buffer_init(&f->meaning);
	buffer_text(&f->ours, "- {");
	put_spaces(&f->other, how);
	buffer_text(&f->other, "- ");
	put_spaces(&f->other, how >> 2);
	buffer_char(&f->other, '{');
	put_spaces(&f->other, how >> 4);
	put_head(f, in);
	put_pairs(f, in);
	buffer_format(&end, ", len: %zu, crc: \"%08" PRIx32 "\"}", f->ours.len,
		crc32c(f->ours.bytes, f->ours.len));
	both(f, end.bytes);
	put_spaces(&f->other, how >> 6);
	buffer_release(&end);
}

void forms_release(struct forms *f)
{
	buffer_release(&f->ours);
	buffer_release(&f->other);
	buffer_release(&f->meaning);
}
