/* SPDX-License-Identifier: MIT */
/* buffer.c - bytes that grow. */
#include "base/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { FORMAT_USUAL = 63 }; /* bytes that what is formatted mostly takes: then it is written at once */

char buffer_nothing[1];

void buffer_init(struct buffer *b)
{
	b->bytes = buffer_nothing;
	b->len = b->room = 0;
}

void buffer_release(struct buffer *b)
{
	if (b->room)
		free(b->bytes);
	buffer_init(b);
}

void buffer_reset(struct buffer *b)
{
	buffer_cut(b, 0);
}

void buffer_cut(struct buffer *b, size_t len)
{
	assert(len <= b->len);
	b->len = len;
	if (b->room)
		b->bytes[len] = '\0';
}

/* Sees to it that `more` bytes and a NUL fit after what is there. */
static void buffer_make_room(struct buffer *b, size_t more)
{
	size_t need = b->len + more + 1;

	if (need <= b->room)
		return;
	size_t room = b->room ? b->room : 64;
	while (room < need)
		room *= 2;
	b->bytes = mem_resize(b->room ? b->bytes : NULL, room, 1);
	b->room = room;
	b->bytes[b->len] = '\0';
}

void buffer_cut_line(struct buffer *b, size_t start)
{
	while (b->len > start && b->bytes[b->len - 1] != '\n')
		buffer_cut(b, b->len - 1);
}

bool buffer_same(const struct buffer *a, const struct buffer *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

bool buffer_starts_with(const struct buffer *b, const struct buffer *beginning)
{
	return b->len >= beginning->len && memcmp(b->bytes, beginning->bytes, beginning->len) == 0;
}

void buffer_bytes(struct buffer *b, const void *bytes, size_t len)
{
	if (!len)
		return;
	buffer_make_room(b, len);
	memcpy(b->bytes + b->len, bytes, len);
	b->len += len;
	b->bytes[b->len] = '\0';
}

void buffer_text(struct buffer *b, const char *text)
{
	buffer_bytes(b, text, strlen(text));
}

void buffer_char(struct buffer *b, char c)
{
	buffer_make_room(b, 1);
	b->bytes[b->len++] = c;
	b->bytes[b->len] = '\0';
}

void buffer_number(struct buffer *b, int64_t number)
{
	char digits[20];
	size_t at = sizeof digits;
	uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

	do {
		digits[--at] = (char)('0' + left % 10);
		left /= 10;
	} while (left);
	if (number < 0)
		buffer_char(b, '-');
	buffer_bytes(b, digits + at, sizeof digits - at);
}

void buffer_format(struct buffer *b, const char *format, ...)
{
	va_list args;

	buffer_make_room(b, FORMAT_USUAL);
	va_start(args, format);
	int need = vsnprintf(b->bytes + b->len, b->room - b->len, format, args);
	va_end(args);
	assert(need >= 0);
	if ((size_t)need >= b->room - b->len) {
		buffer_make_room(b, (size_t)need);
		va_start(args, format);
		vsnprintf(b->bytes + b->len, (size_t)need + 1, format, args);
		va_end(args);
	}
	b->len += (size_t)need;
}

void buffer_insert(struct buffer *b, size_t at, const void *bytes, size_t len)
{
	assert(at <= b->len);
	buffer_make_room(b, len);
	memmove(b->bytes + at + len, b->bytes + at, b->len - at + 1);
	if (len)
		memcpy(b->bytes + at, bytes, len);
	b->len += len;
}

void buffer_remove(struct buffer *b, size_t at, size_t len)
{
	assert(at <= b->len && len <= b->len - at);
	if (!len)
		return;
	memmove(b->bytes + at, b->bytes + at + len, b->len - at - len + 1);
	b->len -= len;
}

char *buffer_take(struct buffer *b)
{
	buffer_make_room(b, 0);
	char *bytes = b->bytes;
	buffer_init(b);
	return bytes;
}

char *buffer_room(struct buffer *b, size_t len)
{
	buffer_make_room(b, len);
	return b->bytes + b->len;
}

void buffer_grew(struct buffer *b, size_t len)
{
	b->len += len;
	b->bytes[b->len] = '\0';
}
