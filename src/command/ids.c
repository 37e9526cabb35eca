/* SPDX-License-Identifier: MIT */
/* ids.c - which ids are not free. */
#include "command/reading.h"

#include <string.h>

bool id_is_reserved(const char *id)
{
	static const char *const words[] = {"next", "back", "end", "add", "move", "minutes"};

	if ((id[0] == 'p' || id[0] == 'd') && id[1] && id[1 + strspn(id + 1, "0123456789")] == '\0')
		return true;
	if ((id[0] == 'p' || id[0] == 'd') && id[1] == '-')
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(id, words[i]) == 0)
			return true;
	return false;
}
