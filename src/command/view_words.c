/* SPDX-License-Identifier: MIT */
/* view_words.c - the views of the console, from their table. */
#include "command/view_words.h"

#include <string.h>

const struct view_words view_words[SHOW_VIEWS] = {
#define VIEW(ident, word, key, use, help) [SHOW_##ident] = {#word, key, VIEW_##use, help},
#include "command/views.def"
#undef VIEW
};

const char *console_view_word(size_t i)
{
	return i < SHOW_VIEWS ? view_words[i].name : NULL;
}

bool view_named(const char *name, enum console_view *out)
{
	for (int i = 0; i < SHOW_VIEWS; i++)
		if (strcmp(view_words[i].name, name) == 0) {
			*out = (enum console_view)i;
			return true;
		}
	return false;
}
