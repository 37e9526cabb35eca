/* SPDX-License-Identifier: MIT */
/* view_words.h - the views of the console, as commands, options, help and completion name them. */
#ifndef COMMAND_VIEW_WORDS_H
#define COMMAND_VIEW_WORDS_H

#include "base/word_list.h"

enum console_view {
#define VIEW(ident, word, key, use, help) SHOW_##ident,
#include "command/views.def"
#undef VIEW
	SHOW_VIEWS
};

enum view_use { VIEW_TYPED, VIEW_KEYED, VIEW_BARE };

struct view_words {
	const char *name; /* capture */
	const char *key;  /* F2 */
	enum view_use use;
	const char *help;
};
extern const struct view_words view_words[SHOW_VIEWS];

word_list console_view_word;

/* The view of that name; false when there is none. */
bool view_named(const char *name, enum console_view *out);

#endif
