/* SPDX-License-Identifier: MIT */
/* key_bindings.c - the command that each key gives, by view. */
#include "ui/widget/key_bindings.h"

#include <string.h>

#include "base/memory.h"
#include "base/word_list.h"

struct binding {
	enum console_view view; /* or EVERYWHERE */
	enum command command;
	int nth;
	char name[16]; /* of the key */
	struct key key;
};

/* All rows of the tables, made once: they never change. */
static struct {
	struct binding *list;
	size_t count, room;
} bindings;

static void bind(
	enum console_view view, enum command command, int nth, const char *name, size_t len)
{
	struct binding b = {.view = view, .command = command, .nth = nth};

	memcpy(b.name, name, len < sizeof b.name ? len : sizeof b.name - 1);
	if (!key_named(b.name, &b.key))
		return;
	bindings.list = array_room(bindings.list, bindings.count, &bindings.room, sizeof b);
	bindings.list[bindings.count++] = b;
}

static bool scope_named(const char *name, size_t len, enum console_view *out)
{
	char word[16] = "";

	*out = EVERYWHERE;
	if (len >= sizeof word)
		return false;
	memcpy(word, name, len);
	return strcmp(word, "all") == 0 || view_named(word, out);
}

/* "floor:[ floor:]": keys of one view are numbered in their order. */
static void bind_command(enum command command)
{
	int count[SHOW_VIEWS + 1] = {0};
	const char *at = command_table[command].keys, *word;
	size_t len;

	while ((word = word_next(&at, &len)) != NULL) {
		size_t scope = strcspn(word, ":");
		enum console_view view;

		if (scope < len && scope_named(word, scope, &view))
			bind(view, command, count[view]++, word + scope + 1, len - scope - 1);
	}
}

static void bind_all(void)
{
	for (int i = 0; i < COMMANDS; i++)
		bind_command((enum command)i);
	for (int i = 0; i < SHOW_VIEWS; i++)
		bind(EVERYWHERE, COMMAND_VIEW, i, view_words[i].key, strlen(view_words[i].key));
}

static bool is_same(const struct key *a, const struct key *b)
{
	if (a->kind != b->kind)
		return false;
	return a->kind == KEY_TEXT ? strcmp(a->text, b->text) == 0 : a->code == b->code;
}

enum command key_command(enum console_view view, const struct key *key, int *nth)
{
	if (!bindings.count)
		bind_all();
	for (size_t i = 0; i < bindings.count; i++) {
		const struct binding *b = &bindings.list[i];

		if (b->view != view || !is_same(&b->key, key))
			continue;
		if (nth)
			*nth = b->nth;
		return b->command;
	}
	return COMMAND_NONE;
}

void add_hint(struct buffer *out, enum console_view view, enum command command, int nth,
	const char *what)
{
	if (!bindings.count)
		bind_all();
	for (size_t i = 0; i < bindings.count; i++) {
		const struct binding *b = &bindings.list[i];

		if (b->view == view && b->command == command && b->nth == nth)
			buffer_format(out, "%s%s %s", out->len ? "\t" : "", b->name, what);
	}
}
