/* SPDX-License-Identifier: MIT */
/* pairs.c - keys and values put together and written as one line, and the end of a line read. */
#include "log/pairs.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "log/crc32c.h"
#include "text/quote.h"

enum { LEN_DIGITS = 15 };

void pairs_clear(struct pairs *p)
{
	for (size_t i = 0; i < p->count; i++)
		value_release(&p->items[i].value);
	p->count = 0;
}

void pairs_release(struct pairs *p)
{
	pairs_clear(p);
	free(p->items);
	*p = (struct pairs){0};
}

static const struct value *find(const struct pairs *p, const char *key)
{
	for (size_t i = 0; i < p->count; i++)
		if (strcmp(p->items[i].key, key) == 0)
			return &p->items[i].value;
	return NULL;
}

bool pairs_add(struct pairs *p, const char *key, struct value value)
{
	size_t len = strlen(key);

	if (len >= KEY_SIZE || p->count >= PAIRS_MOST || find(p, key) ||
		strcmp(key, "len") == 0 || strcmp(key, "crc") == 0) {
		value_release(&value);
		return false;
	}
	p->items = array_room(p->items, p->count, &p->room, sizeof *p->items);
	memcpy(p->items[p->count].key, key, len + 1);
	p->items[p->count++].value = value;
	return true;
}

const char *pairs_text(const struct pairs *p, const char *key)
{
	const struct value *v = find(p, key);

	return v && v->type == VALUE_TEXT ? v->text : NULL;
}

bool pairs_truth(const struct pairs *p, const char *key)
{
	const struct value *v = find(p, key);

	return v && v->type == VALUE_TRUTH && v->number;
}

bool key_is_plain(const char *key, size_t len)
{
	static const char *const words[] = {"y", "n", "yes", "no", "true", "false", "on", "off",
		"null"};

	if (!len || len >= KEY_SIZE || key[0] < 'a' || key[0] > 'z')
		return false;
	for (size_t i = 0; i < len; i++)
		if (!((key[i] >= 'a' && key[i] <= 'z') || (key[i] >= '0' && key[i] <= '9') ||
			key[i] == '-' || key[i] == '_'))
			return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len && strncmp(key, words[i], len) == 0)
			return false;
	return true;
}

struct line line_begin(struct buffer *out)
{
	struct line l = {out, out->len, 0};

	buffer_text(out, "- {");
	return l;
}

static void write_key(struct buffer *out, const char *key)
{
	if (key_is_plain(key, strlen(key)))
		buffer_text(out, key);
	else
		text_quote(out, key);
	buffer_text(out, ": ");
}

static void write_number(struct buffer *out, int64_t number)
{
	buffer_format(out, "%" PRId64, number);
}

void line_key(struct line *l, const char *key)
{
	if (l->fields++)
		buffer_text(l->out, ", ");
	write_key(l->out, key);
}

static void write_each(struct buffer *out, const struct value *v)
{
	for (size_t i = 0; i < v->count; i++) {
		if (i)
			buffer_text(out, ", ");
		if (v->type == VALUE_LIST) {
			text_quote(out, v->texts[i]);
			continue;
		}
		if (v->type == VALUE_SEEN)
			write_key(out, v->texts[i]);
		write_number(out, v->numbers[i]);
	}
}

void line_value(struct line *l, const char *key, const struct value *v)
{
	line_key(l, key);
	switch (v->type) {
	case VALUE_TEXT: text_quote(l->out, v->text); return;
	case VALUE_NUMBER: write_number(l->out, v->number); return;
	case VALUE_TRUTH: buffer_text(l->out, v->number ? "true" : "false"); return;
	case VALUE_LIST:
	case VALUE_NUMBERS:
		buffer_char(l->out, '[');
		write_each(l->out, v);
		buffer_char(l->out, ']');
		return;
	case VALUE_SEEN:
		buffer_char(l->out, '{');
		write_each(l->out, v);
		buffer_char(l->out, '}');
		return;
	}
}

void line_text(struct line *l, const char *key, const char *text)
{
	if (!text)
		return;
	line_key(l, key);
	text_quote(l->out, text);
}

void line_number(struct line *l, const char *key, int64_t number)
{
	line_key(l, key);
	write_number(l->out, number);
}

void line_truth(struct line *l, const char *key, bool truth)
{
	line_key(l, key);
	buffer_text(l->out, truth ? "true" : "false");
}

void line_seal(struct line *l)
{
	size_t len = l->out->len - l->start;
	uint32_t crc = crc32c(l->out->bytes + l->start, len);

	buffer_format(l->out, ", len: %zu, crc: \"%08" PRIx32 "\"}\n", len, crc);
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
	uint32_t crc;

	if (!back_over(bytes, &at, "\"}") || at < 8)
		return false;
	if (!hex_read(bytes + (at -= 8), 8, &crc) || !back_over(bytes, &at, ", crc: \""))
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
	*out = (struct tail){at, says, crc};
	return true;
}

bool tail_fits(const struct tail *tail, const char *bytes)
{
	return tail->says == tail->body && crc32c(bytes, tail->body) == tail->crc;
}
