/* SPDX-License-Identifier: MIT */
/* clean.c - the one door for text from outside. */
#include "text/text.h"

#include <string.h>

#include "text/utf8.h"

/* What stands in the place of the code point; NULL when it stays. */
static const char *instead_of(int32_t code)
{
	if (code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029)
		return " ";
	if (code == 0xfeff)
		return "";
	if (code < ' ' || (code >= 0x7f && code < 0xa0))
		return "\xef\xbf\xbd";
	return NULL;
}

/* The first place, from `at` on, that does not stay as it is; `len` when all does. */
static size_t find_unclean(const char *bytes, size_t len, size_t at)
{
	while (at < len) {
		int32_t code;
		size_t step = utf8_read(bytes + at, len - at, &code);

		if (instead_of(code))
			return at;
		at += step;
	}
	return len;
}

void text_clean(struct buffer *out, const char *bytes, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t bad = find_unclean(bytes, len, at);
		int32_t code;

		buffer_bytes(out, bytes + at, bad - at);
		if (bad == len)
			return;
		at = bad + utf8_read(bytes + bad, len - bad, &code);
		buffer_text(out, instead_of(code));
	}
}

bool text_is_clean(const char *bytes, size_t len)
{
	return find_unclean(bytes, len, 0) == len;
}
