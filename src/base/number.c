/* SPDX-License-Identifier: MIT */
/* number.c - whole numbers from text, nothing around them. */
#include "base/number.h"

#include <errno.h>
#include <stdlib.h>

bool number_read(const char *text, int64_t least, int64_t most, int64_t *out)
{
	const char *digits = text + (*text == '-');
	char *end;

	if (*digits < '0' || *digits > '9')
		return false;
	errno = 0;
	long long value = strtoll(text, &end, 10);
	if (errno || *end || value < least || value > most)
		return false;
	*out = value;
	return true;
}

bool hex_read(const char *digits, size_t count, uint32_t *out)
{
	uint32_t value = 0;

	for (size_t i = 0; i < count; i++) {
		char c = digits[i];

		if (c >= '0' && c <= '9')
			value = value << 4 | (uint32_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			value = value << 4 | (uint32_t)(c - 'a' + 10);
		else
			return false;
	}
	*out = value;
	return true;
}
