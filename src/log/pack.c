/* SPDX-License-Identifier: MIT */
/* pack.c - a line in exactly the form that we write, packed in one pass. */
#include "log/pack.h"

#include <string.h>

#include "base/when.h"
#include "log/pairs.h"
#include "text/quote.h"

enum { DIGITS_MOST = 15, MOMENT = 24 };

struct at {
	const char *at, *end;
	bool plain;             /* all of the line is */
	struct buffer *scratch; /* for a text that does not stand as it is */
};

struct words {
	const char *bytes;
	size_t len;
};

static bool take(struct at *a, const char *literal, size_t len)
{
	if ((size_t)(a->end - a->at) < len || memcmp(a->at, literal, len) != 0)
		return false;
	a->at += len;
	return true;
}

static bool take_char(struct at *a, char c)
{
	if (a->at == a->end || *a->at != c)
		return false;
	a->at++;
	return true;
}

/* As we write it, and no longer than what every reader of JSON holds. */
static bool take_number(struct at *a, int64_t *out)
{
	bool minus = take_char(a, '-');
	const char *first = a->at, *at = first;
	const char *end = a->end - first > DIGITS_MOST ? first + DIGITS_MOST : a->end;
	int64_t number = 0;

	while (at < end && (unsigned char)(*at - '0') <= 9)
		number = number * 10 + (*at++ - '0');
	if (at == first || (*first == '0' && (at - first > 1 || minus)))
		return false;
	a->at = at; /* of one that is longer the rest stands where nothing may */
	*out = minus ? -number : number;
	return true;
}

/* Printable ASCII without a backslash, which is what most texts are. */
static bool is_plain(const char *bytes, size_t len)
{
	unsigned char odd = 0; /* of one byte, so that many are looked at in one go */

	for (size_t i = 0; i < len; i++) {
		unsigned char above = (unsigned char)(bytes[i] - 0x20);

		odd = (unsigned char)(odd | (above > 0x7e - 0x20) | (bytes[i] == '\\'));
	}
	return !odd;
}

static bool take_text(struct at *a, struct words *out)
{
	if (!take_char(a, '"'))
		return false;
	const char *quote = memchr(a->at, '"', (size_t)(a->end - a->at));
	if (!quote)
		return false;
	*out = (struct words){a->at, (size_t)(quote - a->at)};
	if (a->plain || is_plain(out->bytes, out->len)) {
		a->at = quote + 1;
		return true;
	}
	buffer_reset(a->scratch);
	if (!text_unquote(a->scratch, &a->at, a->end))
		return false;
	*out = (struct words){a->scratch->bytes, a->scratch->len};
	return true;
}

/* A key that may stand without quotes, and its colon. */
static bool take_key(struct at *a, struct words *out)
{
	const char *colon = a->at;

	while (colon < a->end && *colon != ':')
		colon++;
	*out = (struct words){a->at, (size_t)(colon - a->at)};
	a->at = colon;
	return take(a, ": ", 2);
}

/* How many things stand in the list that begins here, at most. */
static size_t list_count(const struct at *a, char end)
{
	size_t count = 1;
	bool quoted = false;

	for (const char *at = a->at; at < a->end && (quoted || *at != end); at++) {
		if (*at == '\\')
			return 0;
		if (*at == '"')
			quoted = !quoted;
		count += *at == ',' && !quoted;
	}
	return count;
}

static bool take_items(struct at *a, struct packer *p, enum value_type type, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct words words = {0};
		int64_t number = 0;

		if (i && !take(a, ", ", 2))
			return false;
		if (type == VALUE_LIST && !take_text(a, &words))
			return false;
		if (type == VALUE_SEEN &&
			(!take_key(a, &words) || !key_is_plain(words.bytes, words.len)))
			return false;
		if (type != VALUE_LIST && !take_number(a, &number))
			return false;
		if (type != VALUE_NUMBERS)
			packer_item(p, words.bytes, words.len);
		if (type != VALUE_LIST)
			packer_item_number(p, number);
	}
	return true;
}

/* One that is empty, or that quotes a quote, is left to the other way. */
static bool take_list(struct at *a, struct packer *p, enum field field)
{
	enum value_type type = field_table[field].type;
	char end = type == VALUE_SEEN ? '}' : ']';

	if (!take_char(a, type == VALUE_SEEN ? '{' : '['))
		return false;
	size_t count = list_count(a, end);
	return count && packer_list(p, field, count) && take_items(a, p, type, count) &&
		take_char(a, end);
}

static bool take_value(struct at *a, struct packer *p, enum field field)
{
	struct words words;
	int64_t number;

	switch (field_table[field].type) {
	case VALUE_TEXT:
		return take_text(a, &words) && packer_text(p, field, words.bytes, words.len);
	case VALUE_NUMBER:
		return take_number(a, &number) && packer_number(p, field, number);
	case VALUE_TRUTH:
		if (take(a, "true", 4))
			return packer_truth(p, field, true);
		return take(a, "false", 5) && packer_truth(p, field, false);
	case VALUE_LIST:
	case VALUE_NUMBERS:
	case VALUE_SEEN: return take_list(a, p, field);
	}
	return false;
}

/* The rest of the line; `more` stands last if at all. */
static bool take_fields(struct at *a, struct packer *p)
{
	enum field field = FIELD_UNKNOWN;

	while (a->at < a->end) {
		struct words key;

		if (field == FIELD_MORE || !take(a, ", ", 2) || !take_key(a, &key))
			return false;
		field = field_of(key.bytes, key.len);
		if (field == FIELD_UNKNOWN || !take_value(a, p, field))
			return false;
	}
	return true;
}

static bool take_moment(struct at *a, int64_t *out)
{
	struct words words;
	char text[MOMENT + 1];

	if (!take_text(a, &words) || words.len != MOMENT)
		return false;
	memcpy(text, words.bytes, MOMENT);
	text[MOMENT] = '\0';
	return text[19] == '.' && text[23] == 'Z' && moment_read(text, out);
}

static bool take_head(struct at *a, struct packer *p, const char *seat)
{
	int64_t seq, clock, at;
	struct words act;

	if (!take(a, "- {seq: ", 8) || !take_number(a, &seq) || !take(a, ", clock: ", 9) ||
		!take_number(a, &clock) || !take(a, ", at: ", 6) || !take_moment(a, &at) ||
		!take(a, ", do: ", 6) || !take_text(a, &act) || seq < 1 || clock < 0)
		return false;
	enum event_kind kind = event_kind_of(act.bytes, act.len);
	packer_begin(p, kind, seat);
	p->head.seq = seq;
	p->head.clock = clock;
	p->head.at = at;
	return kind != EVENT_UNKNOWN;
}

bool line_pack(struct packer *p, struct buffer *scratch, const char *bytes, size_t len,
	const char *seat)
{
	struct tail tail;

	if (!tail_read(&tail, bytes, len) || !tail_fits(&tail, bytes))
		return false;
	struct at a = {bytes, bytes + tail.body, is_plain(bytes, tail.body), scratch};
	return take_head(&a, p, seat) && take_fields(&a, p);
}
