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
