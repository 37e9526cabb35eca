/* SPDX-License-Identifier: MIT */
/* utf8.c - code points, read from any bytes. */
#include "text/utf8.h"

#include <utf8proc.h>

/* What a first byte promises: how many bytes follow, and the limits of the first of those, which
 * keep out overlong forms, surrogates and what is past U+10FFFF. */
struct promise {
	unsigned char following;
	unsigned char least;
	unsigned char most;
};

static struct promise promise_of(unsigned char first)
{
	if (first < 0xc2 || first > 0xf4)
		return (struct promise){0, 0, 0};
	if (first < 0xe0)
		return (struct promise){1, 0x80, 0xbf};
	if (first < 0xf0)
		return (struct promise){
			2, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf};
	return (struct promise){3, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf};
}

size_t utf8_read(const char *bytes, size_t len, int32_t *code)
{
	unsigned char first = (unsigned char)bytes[0];

	if (first < 0x80) {
		*code = first;
		return 1;
	}
	struct promise promise = promise_of(first);
	int32_t value = first & (0x3f >> promise.following);
	size_t at = 1;

	for (; at <= promise.following && at < len; at++) {
		unsigned char next = (unsigned char)bytes[at];

		if (next < promise.least || next > promise.most)
			break;
		value = value << 6 | (next & 0x3f);
		promise.least = 0x80;
		promise.most = 0xbf;
	}
	*code = promise.following && at == (size_t)promise.following + 1 ? value : CODE_BAD;
	return at;
}

bool code_is_word(int32_t code)
{
	if (code < 0x80)
		return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
		       (code >= '0' && code <= '9');
	utf8proc_category_t category = utf8proc_category(code);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

size_t plain_run(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len && text[at] >= ' ' && text[at] <= '~')
		at++;
	/* What is not ASCII may hang on the letter before it. */
	return at && at < len && (unsigned char)text[at] >= 0x80 ? at - 1 : at;
}
