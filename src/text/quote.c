/* SPDX-License-Identifier: MIT */
/* quote.c - text between double quotes, as YAML and JSON both read it. */
#include "text/quote.h"

#include <string.h>

/* Bytes of the code point that `lead` begins; 0 when it begins none. */
static size_t code_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 2;
	if (lead >= 0xe0 && lead <= 0xef)
		return 3;
	return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

int32_t code_read(const char *bytes, size_t len, size_t *used)
{
	static const int32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *at = (const unsigned char *)bytes;
	size_t need = code_length(*at);

	*used = 1;
	if (need <= 1)
		return need ? *at : -1;
	int32_t code = *at & (0x7f >> need);
	for (size_t i = 1; i < need; i++) {
		if (i == len || (at[i] & 0xc0) != 0x80)
			return -1;
		code = code << 6 | (at[i] & 0x3f);
	}
	if (code < least[need] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
		return -1;
	*used = need;
	return code;
}

bool code_is_escaped(int32_t code)
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
	else if (code < 0)
		buffer_text(out, "\xef\xbf\xbd");
	else if (code_is_escaped(code))
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
			int32_t code = code_read(text + at, len - at, &used);
			quote_code(out, text + at, used, code);
		}
		at += used;
	}
	buffer_char(out, '"');
}
