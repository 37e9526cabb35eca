/* SPDX-License-Identifier: MIT */
/* width.c - text in columns: measured, cut and wrapped. */
#include "text/text.h"

#include <utf8proc.h>

#include "text/utf8.h"

int text_width(const char *text, size_t len)
{
	int width = 0;

	for (size_t at = 0; at < len;) {
		size_t plain = plain_run(text + at, len - at);

		width += (int)plain;
		at += plain;
		if (plain)
			continue;
		struct cluster next = cluster_read(text + at, len - at);
		width += next.width;
		at += next.len;
	}
	return width;
}

size_t text_fit(const char *text, size_t len, int columns, int *used)
{
	int left = columns < 0 ? 0 : columns;
	int begun_with = left;
	size_t at = 0;

	while (at < len) {
		/* No further than what could fit, so that a long text costs no more than a row. */
		size_t near = len - at < (size_t)left + 1 ? len - at : (size_t)left + 1;
		size_t plain = plain_run(text + at, near);

		if (plain > 1) {
			at += plain - 1;
			left -= (int)plain - 1;
			continue;
		}
		struct cluster next = cluster_read(text + at, len - at);
		if (next.width > left)
			break;
		left -= next.width;
		at += next.len;
	}
	if (used)
		*used = begun_with - left;
	return at;
}

static void add_drawn(struct buffer *out, const char *text, size_t len)
{
	for (size_t at = 0; at < len;) {
		size_t plain = plain_run(text + at, len - at);

		buffer_bytes(out, text + at, plain);
		at += plain;
		if (plain)
			continue;
		struct cluster next = cluster_read(text + at, len - at);
		buffer_bytes(out, text + at, next.drawn);
		at += next.len;
	}
}

int text_cut(struct buffer *out, const char *text, size_t len, int columns, bool ascii)
{
	int used;
	size_t fit = text_fit(text, len, columns, &used);

	if (fit == len) {
		add_drawn(out, text, len);
		return used;
	}
	if (columns <= 0)
		return 0;
	int dots = !ascii ? 1 : columns < 3 ? columns : 3;
	fit = text_fit(text, len, columns - dots, &used);
	add_drawn(out, text, fit);
	if (ascii)
		buffer_bytes(out, "...", (size_t)dots);
	else
		buffer_text(out, "\xe2\x80\xa6");
	return used + dots;
}

/* A space that a row may end with: not one of the no-break spaces. */
static bool is_break_space(int32_t code)
{
	if (code <= ' ')
		return code == ' ';
	return code != 0xa0 && code != 0x2007 && code != 0x202f &&
	       utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

/* Ideographs and kana: no spaces between their words, so a row may begin with any. */
static bool is_ideograph(int32_t code)
{
	return (code >= 0x3041 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) ||
	       (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x3fffd);
}

/* East Asian stops and commas, which end a row but never begin one. */
static bool is_ideographic_stop(int32_t code)
{
	return code == 0x3001 || code == 0x3002 || code == 0xff0c || code == 0xff0e ||
	       code == 0xff1a || code == 0xff1b || code == 0xff01 || code == 0xff1f;
}

static bool may_break(int32_t before, int32_t after)
{
	if (is_break_space(before))
		return true;
	return is_ideograph(after) && (is_ideograph(before) || is_ideographic_stop(before));
}

/* The same in printable ASCII: after the last space that something stands before. */
static size_t last_plain_break(const char *text, size_t fit)
{
	while (fit > 0 && text[fit - 1] != ' ')
		fit--;
	for (size_t i = 0; i < fit; i++)
		if (text[i] != ' ')
			return fit;
	return 0;
}

/* The last place up to `fit` < len where the row may end; 0 when there is none. */
static size_t last_break(const char *text, size_t len, size_t fit)
{
	if (plain_run(text, fit) == fit && (unsigned char)text[fit] < 0x80)
		return last_plain_break(text, fit);
	size_t best = 0;
	bool has_begun = false;
	int32_t before, after;

	utf8_read(text, len, &before);
	for (size_t at = text_next(text, len, 0); at <= fit; at = text_next(text, len, at)) {
		utf8_read(text + at, len - at, &after);
		has_begun = has_begun || !is_break_space(before);
		if (has_begun && may_break(before, after))
			best = at;
		before = after;
	}
	return best;
}

static size_t spaces_from(const char *text, size_t len, size_t at)
{
	for (; at < len; at = text_next(text, len, at)) {
		int32_t code;

		utf8_read(text + at, len - at, &code);
		if (!is_break_space(code))
			break;
	}
	return at;
}

size_t text_wrap(const char *text, size_t len, int columns)
{
	if (columns > 0 && len <= (size_t)columns && plain_run(text, len) == len)
		return len;
	size_t fit = text_fit(text, len, columns, NULL);
	if (fit == len)
		return len;
	if (!fit)
		return text_next(text, len, 0);
	size_t with_spaces = spaces_from(text, len, fit);
	if (with_spaces > fit)
		return with_spaces;
	size_t at = last_break(text, len, fit);
	return at ? at : fit;
}
