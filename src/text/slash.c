/* SPDX-License-Identifier: MIT */
/* slash.c - characters that look like a slash, and what may stand unseen before one. */
#include "text/text.h"

#include <utf8proc.h>

#include "text/utf8.h"

/* The slash, its full-width and mathematical forms, and what a reader cannot tell from one. */
static const int32_t slashes[] = {'/', 0x0337, 0x0338, 0x1735, 0x2041, 0x2044, 0x2215, 0x2571, 0x27cb,
	0x29f8, 0x3033, 0x31d3, 0xff0f};

static bool is_slash(int32_t code)
{
	for (size_t i = 0; i < sizeof slashes / sizeof *slashes; i++)
		if (code == slashes[i])
			return true;
	return false;
}

/* A letter or digit that is seen: Unicode has letters that stand for nothing. */
static bool is_seen_letter(int32_t code)
{
	const utf8proc_property_t *property;

	if (code < 0x80)
		return code_is_word(code);
	property = utf8proc_get_property(code);
	return code_is_word(code) && !property->ignorable && property->category != UTF8PROC_CATEGORY_MN &&
	       property->category != UTF8PROC_CATEGORY_MC && property->category != UTF8PROC_CATEGORY_ME;
}

size_t text_slash(const char *text, size_t len)
{
	int32_t code;

	if (len == 0 || ((unsigned char)*text < 0x80 && *text != '/'))
		return 0;
	size_t step = utf8_read(text, len, &code);
	return is_slash(code) ? step : 0;
}

size_t text_past_marks(const char *text, size_t len, size_t at)
{
	while (at < len) {
		int32_t code;
		size_t step = utf8_read(text + at, len - at, &code);

		if (is_slash(code) || is_seen_letter(code))
			break;
		at += step;
	}
	return at;
}
