/* SPDX-License-Identifier: MIT */
/* quote.c - text between double quotes, as YAML and JSON both read it. */
#include "text/quote.h"

#include <string.h>
#include <utf8proc.h>

#include "base/number.h"
#include "text/utf8.h"

/* True when it never stands raw: controls, line separators, byte order marks, and bad bytes. */
static bool is_escaped(int32_t code)
{
	return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code == 0x2028 || code == 0x2029 ||
		code == 0xfeff || code == 0xfffe || code == 0xffff;
}

static void quote_code(struct buffer *out, const char *bytes, size_t len, int32_t code)
{
	if (code == '"' || code == '\\')
		buffer_format(out, "\\%c", (int)code);
	else if (code == '\n')
		buffer_text(out, "\\n");
	else if (code == '\t')
		buffer_text(out, "\\t");
	else if (code == CODE_BAD)
		buffer_text(out, "\xef\xbf\xbd");
	else if (is_escaped(code))
		buffer_format(out, "\\u%04x", (unsigned)code);
	else
		buffer_bytes(out, bytes, len);
}

/* Bytes from the start that stand as they are and are ASCII. */
static size_t plain_bytes(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && text[i] >= 0x20 && text[i] < 0x7f && text[i] != '"' && text[i] != '\\')
		i++;
	return i;
}

void text_quote(struct buffer *out, const char *text)
{
	size_t len = strlen(text);

	buffer_char(out, '"');
	for (size_t at = 0; at < len;) {
		size_t used = plain_bytes(text + at, len - at);

		if (used) {
			buffer_bytes(out, text + at, used);
		} else {
			int32_t code;

			used = utf8_read(text + at, len - at, &code);
			quote_code(out, text + at, used, code);
		}
		at += used;
	}
	buffer_char(out, '"');
}

/* Adds the character that the escape behind a backslash stands for; returns the bytes of the escape,
 * 0 when text_quote() writes no such escape. */
static size_t unquote_escape(struct buffer *out, const char *at, size_t len)
{
	static const char shorts[] = "\"\"\\\\n\nt\t";
	unsigned char bytes[4];
	uint32_t code;

	for (size_t i = 0; len && shorts[i]; i += 2)
		if (*at == shorts[i]) {
			buffer_char(out, shorts[i + 1]);
			return 1;
		}
	if (len < 5 || *at != 'u' || !hex_read(at + 1, 4, &code))
		return 0;
	if (!code || code == '\n' || code == '\t' || !is_escaped((int32_t)code))
		return 0;
	buffer_bytes(out, (char *)bytes, (size_t)utf8proc_encode_char((int32_t)code, bytes));
	return 5;
}

/* Adds a character that is not ASCII as it stands; returns its bytes, 0 when it must be escaped. */
static size_t unquote_raw(struct buffer *out, const char *at, size_t len)
{
	int32_t code;
	size_t used = utf8_read(at, len, &code);

	if (is_escaped(code))
		return 0;
	buffer_bytes(out, at, used);
	return used;
}

bool text_unquote(struct buffer *out, const char **at, const char *end)
{
	const char *next = *at;

	while (next < end && *next != '"') {
		size_t left = (size_t)(end - next), used = plain_bytes(next, left);

		if (used) {
			buffer_bytes(out, next, used);
			next += used;
			continue;
		}
		if (*next == '\\') {
			next++;
			used = unquote_escape(out, next, left - 1);
		} else {
			used = unquote_raw(out, next, left);
		}
		if (!used)
			return false;
		next += used;
	}
	if (next == end)
		return false;
	*at = next + 1;
	return true;
}
