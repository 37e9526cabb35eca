/* SPDX-License-Identifier: MIT */
/* scan.c - a line in exactly the form that we write, in one pass. */
#include "log/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "log/crc32c.h"
#include "text/quote.h"

enum { LEN_DIGITS = 15 };

struct scan {
	const char *at, *end;
};

static bool take(struct scan *s, const char *literal)
{
	size_t len = strlen(literal);

	if ((size_t)(s->end - s->at) < len || memcmp(s->at, literal, len) != 0)
		return false;
	s->at += len;
	return true;
}

static bool is_next(const struct scan *s, char c)
{
	return s->at < s->end && *s->at == c;
}

/* 0..15, or -1: lower case, as we write them. */
static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* `count` hex digits at `at`; -1 when they are none. */
static int64_t hex_number(const char *at, int count)
{
	int64_t number = 0;

	for (int i = 0; i < count; i++) {
		int digit = hex_digit(at[i]);

		if (digit < 0)
			return -1;
		number = number * 16 + digit;
	}
	return number;
}

/* A whole number as we write it: no plus, no zeros before it, no minus zero. */
static bool take_number(struct scan *s, int64_t *out)
{
	char digits[24];
	size_t len = is_next(s, '-');

	while (s->at + len < s->end && s->at[len] >= '0' && s->at[len] <= '9')
		len++;
	if (len >= sizeof digits)
		return false;
	memcpy(digits, s->at, len);
	digits[len] = '\0';
	const char *first = digits + (digits[0] == '-');
	if (*first == '0' && len > 1)
		return false;
	if (!number_read(digits, INT64_MIN, INT64_MAX, out))
		return false;
	s->at += len;
	return true;
}

static size_t put_code(char *out, int32_t code)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 0x3f));
	out[2] = (char)(0x80 | (code & 0x3f));
	return 3;
}

/* What follows a backslash; returns the bytes put at `out`, 0 when it is not as we write it. */
static size_t take_escape(struct scan *s, char *out)
{
	static const char shorts[] = "\"\"\\\\n\nt\t";

	if (s->at == s->end)
		return 0;
	for (size_t i = 0; shorts[i]; i += 2)
		if (*s->at == shorts[i]) {
			s->at++;
			*out = shorts[i + 1];
			return 1;
		}
	if (*s->at != 'u' || s->end - s->at < 5)
		return 0;
	int32_t code = (int32_t)hex_number(s->at + 1, 4);
	if (code <= 0 || code == '\n' || code == '\t' || !code_is_escaped(code))
		return 0;
	s->at += 5;
	return put_code(out, code);
}

/* One code point that stands raw; returns the bytes put at `out`, 0 when it must not. */
static size_t take_raw(struct scan *s, char *out)
{
	size_t used;
	int32_t code = code_read(s->at, (size_t)(s->end - s->at), &used);

	if (code_is_escaped(code))
		return 0;
	memcpy(out, s->at, used);
	s->at += used;
	return used;
}

/* The quote that ends the text which begins at `at`; NULL when none does. */
static const char *closing_quote(const struct scan *s)
{
	for (const char *at = s->at; at < s->end; at++) {
		if (*at == '"')
			return at;
		if (*at == '\\')
			at++;
	}
	return NULL;
}

bool text_scan(struct buffer *out, const char **at, const char *end)
{
	struct scan s = {*at, end};
	const char *quote = closing_quote(&s);

	if (!quote)
		return false;
	s.end = quote;
	while (s.at < s.end) {
		char code[4];
		size_t used = 1;

		if (*s.at == '\\') {
			s.at++;
			used = take_escape(&s, code);
		} else if (*s.at >= 0x20 && *s.at < 0x7f) {
			*code = *s.at++;
		} else {
			used = take_raw(&s, code);
		}
		if (!used)
			return false;
		buffer_bytes(out, code, used);
	}
	*at = quote + 1;
	return true;
}

/* A text in its quotes; NULL when it is not as we write it. */
static char *take_text(struct scan *s)
{
	struct buffer text = BUFFER_EMPTY;

	if (!take(s, "\""))
		return NULL;
	if (text_scan(&text, &s->at, s->end))
		return buffer_take(&text);
	buffer_release(&text);
	return NULL;
}

/* A key and its colon; quoted only when it must be. */
static bool take_key(struct scan *s, char out[KEY_SIZE])
{
	size_t len = 0;

	if (is_next(s, '"')) {
		char *text = take_text(s);
		len = text ? strlen(text) : 0;
		bool fits = text && len < KEY_SIZE && !key_is_plain(text, len);
		if (fits)
			memcpy(out, text, len + 1);
		free(text);
		return fits && take(s, ": ");
	}
	while (s->at + len < s->end && s->at[len] != ':')
		len++;
	if (!key_is_plain(s->at, len))
		return false;
	memcpy(out, s->at, len);
	out[len] = '\0';
	s->at += len;
	return take(s, ": ");
}

static bool take_in_list(struct scan *s, struct value *v)
{
	if (v->type == VALUE_LIST) {
		char *text = take_text(s);
		if (!text)
			return false;
		v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
		v->texts[v->count++] = text;
		return true;
	}
	int64_t number;
	if (!take_number(s, &number))
		return false;
	v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
	v->numbers[v->count++] = number;
	return true;
}

static bool take_list(struct scan *s, struct value *v)
{
	v->type = is_next(s, '"') || is_next(s, ']') ? VALUE_LIST : VALUE_NUMBERS;
	if (take(s, "]"))
		return true;
	do {
		if (!take_in_list(s, v))
			return false;
	} while (take(s, ", "));
	return take(s, "]");
}

static bool take_seen(struct scan *s, struct value *v)
{
	v->type = VALUE_SEEN;
	if (take(s, "}"))
		return true;
	do {
		char key[KEY_SIZE];
		int64_t number;

		if (!take_key(s, key) || !take_number(s, &number))
			return false;
		v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
		v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
		v->texts[v->count] = mem_text(key);
		v->numbers[v->count++] = number;
	} while (take(s, ", "));
	return take(s, "}");
}

static bool take_value(struct scan *s, struct value *v)
{
	if (is_next(s, '"')) {
		v->type = VALUE_TEXT;
		v->text = take_text(s);
		return v->text != NULL;
	}
	if (take(s, "["))
		return take_list(s, v);
	if (take(s, "{"))
		return take_seen(s, v);
	if (take(s, "true") || take(s, "false")) {
		v->type = VALUE_TRUTH;
		v->number = s->at[-2] == 'u';
		return true;
	}
	v->type = VALUE_NUMBER;
	return take_number(s, &v->number);
}

static bool take_pairs(struct scan *s, struct pairs *out)
{
	if (!take(s, "- {"))
		return false;
	do {
		char key[KEY_SIZE];
		struct value value = {0};

		if (!take_key(s, key) || !take_value(s, &value)) {
			value_free(&value);
			return false;
		}
		if (!pairs_add(out, key, value))
			return false;
	} while (take(s, ", "));
	return s->at == s->end;
}

/* Walks back over `literal`, which must end at *at. */
static bool back_over(const char *bytes, size_t *at, const char *literal)
{
	size_t len = strlen(literal);

	if (*at < len || memcmp(bytes + *at - len, literal, len) != 0)
		return false;
	*at -= len;
	return true;
}

bool tail_read(struct tail *out, const char *bytes, size_t len)
{
	size_t at = len;

	if (!back_over(bytes, &at, "\"}") || at < 8)
		return false;
	int64_t crc = hex_number(bytes + (at -= 8), 8);
	if (crc < 0 || !back_over(bytes, &at, ", crc: \""))
		return false;
	size_t says = 0, ten = 1, first = at;
	for (; first && bytes[first - 1] >= '0' && bytes[first - 1] <= '9'; ten *= 10) {
		if (at - first == LEN_DIGITS)
			return false;
		says += (size_t)(bytes[--first] - '0') * ten;
	}
	if (first == at || (bytes[first] == '0' && at - first > 1))
		return false;
	at = first;
	if (!back_over(bytes, &at, ", len: "))
		return false;
	*out = (struct tail){at, says, (uint32_t)crc};
	return true;
}

bool pairs_scan(struct pairs *out, const char *bytes, size_t len)
{
	struct tail tail;

	pairs_clear(out);
	if (!tail_read(&tail, bytes, len) || tail.says != tail.body ||
		crc32c(bytes, tail.body) != tail.crc)
		return false;
	struct scan s = {bytes, bytes + tail.body};
	if (take_pairs(&s, out))
		return true;
	pairs_clear(out);
	return false;
}
