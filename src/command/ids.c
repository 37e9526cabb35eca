/* SPDX-License-Identifier: MIT */
/* ids.c - which ids are not free. */
#include "command/parser.h"

#include <string.h>

#include "text/text.h"

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

bool id_may_be_given(struct parser *r, const char *id)
{
	if (!text_is_id(id))
		return refuse(r,
			"an id is a small letter, then small letters, digits or '-', "
			"32 at most: not '%s'",
			id);
	return !id_is_reserved(id) || refuse(r, "the id '%s' is not free: choose another", id);
}
