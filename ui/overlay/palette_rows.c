/* SPDX-License-Identifier: MIT */
/* palette_rows.c - rows from the tables of commands, views, marks and keys. */
#include "ui/overlay/palette_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command/marks.h"
#include "text/text.h"
#include "ui/entry/common_keys.h"
#include "ui/entry/line_keys.h"
#include "ui/entry/submit.h"
#include "ui/state/key_table.h"
#include "ui/view/view.h"

/* The views' keys that are no command's. */
static const struct key_table *const view_keys[SHOW_VIEWS] = {
#define VIEW(ident, word, key, use, help) [SHOW_##ident] = &word##_keys,
#include "command/views.def"
#undef VIEW
};

/* The difference between the keys of one command. */
static const struct {
	const char *scope, *key, *how;
} key_ways[] = {
	{"floor", "r", ", as a reply"}, {"floor", "o", ", as a point of order"},
	{"floor", "q", ", as a question"}, {"floor", "[", ": one place up"},
	{"floor", "]", ": one place down"}, {"floor", "g", " that is suggested beside the list"},
	{"floor", "p", ", or let it go on"}, {"floor", "f", "; /find alone shows all"},
};

void palette_rows_release(struct palette_rows *l)
{
	for (size_t i = 0; i < l->count; i++) {
		free(l->rows[i].name);
		free(l->rows[i].what);
		free(l->rows[i].key);
		free(l->rows[i].line);
	}
	free(l->rows);
	*l = (struct palette_rows){0};
}

static struct palette_row *add(struct palette_rows *l, const char *name, const char *what,
	const char *key, const char *line)
{
	l->rows = array_room(l->rows, l->count, &l->room, sizeof *l->rows);
	l->rows[l->count] = (struct palette_row){.name = mem_text(name), .what = mem_text(what),
		.key = mem_text(key), .line = mem_text(line)};
	return &l->rows[l->count++];
}

static int score_of(const struct palette_row *row, const char *folded)
{
	const char *texts[] = {row->name, row->key, row->what};
	int best = 0;

	if (!*folded)
		return 1;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char *text = text_folded(texts[i]);
		int score = text_match(folded, text) * 2 + (i == 0);

		free(text);
		if (score > 1 && score > best)
			best = score;
	}
	return best;
}

/* Takes the last row back when it does not match. */
static void keep_if(struct palette_rows *l, const char *folded, int bonus)
{
	struct palette_row *row = &l->rows[l->count - 1];

	row->score = score_of(row, folded);
	if (row->score) {
		row->score += bonus;
		return;
	}
	free(row->name);
	free(row->what);
	free(row->key);
	free(row->line);
	l->count--;
}

/* "floor:n all:^Z" as they are called here: "n" in that view, "^Z". */
static void add_keys(struct buffer *out, const char *keys, const char *view)
{
	while (*keys) {
		size_t len = strcspn(keys, " "), scope = strcspn(keys, ":");

		if ((scope == 3 && strncmp(keys, "all", 3) == 0) ||
			(scope == strlen(view) && strncmp(keys, view, scope) == 0))
			buffer_format(out, "%s%.*s", out->len ? " " : "", (int)(len - scope - 1),
				keys + scope + 1);
		keys += len;
		keys += strspn(keys, " ");
	}
}

static void add_command(struct palette_rows *l, const struct console *c, enum command command,
	const char *folded)
{
	const struct command_info *info = &command_table[command];
	struct buffer name = BUFFER_EMPTY, key = BUFFER_EMPTY, line = BUFFER_EMPTY;
	bool whole = command_is_whole(command);
	char *plain = text_folded(info->name);

	command_usage(&name, info);
	buffer_format(&line, "/%s%s", info->name, whole ? "" : " ");
	if (command != COMMAND_VIEW)
		add_keys(&key, info->keys, view_words[c->view].name);
	add(l, name.bytes, info->help, key.bytes, line.bytes)->whole = whole;
	keep_if(l, folded, *folded && strcmp(plain, folded) == 0 ? 100
			   : *folded && strncmp(plain, folded, strlen(folded)) == 0 ? 20 : 0);
	free(plain);
	buffer_release(&name);
	buffer_release(&key);
	buffer_release(&line);
}

static void add_views(struct palette_rows *l, const char *folded)
{
	for (int i = 0; i < SHOW_VIEWS; i++) {
		struct buffer line = BUFFER_EMPTY;

		buffer_format(&line, "/view %s", view_words[i].name);
		add(l, line.bytes, view_words[i].help, view_words[i].key, line.bytes)->whole = true;
		keep_if(l, folded, 0);
		buffer_release(&line);
	}
}

/* By insertion: rows of one score stay as they came. */
static void sort(struct palette_rows *l)
{
	for (size_t i = 1; i < l->count; i++) {
		struct palette_row row = l->rows[i];
		size_t at = i;

		for (; at > 0 && l->rows[at - 1].score < row.score; at--)
			l->rows[at] = l->rows[at - 1];
		l->rows[at] = row;
	}
}

void palette_rows_of_commands(struct palette_rows *l, const struct console *c, const char *typed)
{
	char *folded = text_folded(*typed == '/' ? typed + 1 : typed);

	*l = (struct palette_rows){0};
	for (int i = 0; i < COMMANDS; i++)
		if (i != COMMAND_VIEW)
			add_command(l, c, (enum command)i, folded);
		else
			add_views(l, folded);
	sort(l);
	free(folded);
}

/* Help */

static void begin(struct palette_rows *l, const char *title)
{
	add(l, title, "", "", "")->heading = true;
}

/* Takes a heading back under which nothing came. */
static void finish(struct palette_rows *l)
{
	if (!l->rows[l->count - 1].heading)
		return;
	l->count--;
	free(l->rows[l->count].name);
	free(l->rows[l->count].what);
	free(l->rows[l->count].key);
	free(l->rows[l->count].line);
}

static void add_table_keys(struct palette_rows *l, const struct key_table *keys, const char *folded)
{
	for (size_t i = 0; i < keys->count; i++) {
		const struct key_row *row = &keys->rows[i];

		if (!row->help)
			continue;
		add(l, row->key, row->help, "", row->key)->is_key = true;
		keep_if(l, folded, 0);
	}
}

static void add_command_key(struct palette_rows *l, enum command command, const char *scope,
	const char *key, const char *folded)
{
	struct buffer what = BUFFER_EMPTY;

	buffer_text(&what, command_table[command].help);
	for (size_t i = 0; i < sizeof key_ways / sizeof *key_ways; i++)
		if (strcmp(key_ways[i].scope, scope) == 0 && strcmp(key_ways[i].key, key) == 0)
			buffer_text(&what, key_ways[i].how);
	add(l, key, what.bytes, "", key)->is_key = true;
	keep_if(l, folded, 0);
	buffer_release(&what);
}

/* Commands that have a key of that scope, the key first. */
static void add_command_keys(struct palette_rows *l, const char *scope, const char *folded)
{
	for (int i = 0; i < COMMANDS; i++) {
		const char *at = i == COMMAND_VIEW ? "" : command_table[i].keys;

		while (*at) {
			size_t len = strcspn(at, " "), before = strcspn(at, ":");

			if (before == strlen(scope) && strncmp(at, scope, before) == 0) {
				char *key = mem_text_of(at + before + 1, len - before - 1);

				add_command_key(l, (enum command)i, scope, key, folded);
				free(key);
			}
			at += len;
			at += strspn(at, " ");
		}
	}
}

static void add_view_keys(struct palette_rows *l, const char *folded)
{
	for (int i = 0; i < SHOW_VIEWS; i++) {
		add(l, view_words[i].key, view_words[i].help, "", view_words[i].key)->is_key = true;
		keep_if(l, folded, 0);
	}
}

static void add_marks(struct palette_rows *l, const char *folded)
{
	begin(l, "What a line begins with, and the words in it");
	for (size_t i = 0; i < MARKS; i++) {
		add(l, mark_table[i].shown, mark_table[i].help, "", "");
		keep_if(l, folded, 0);
	}
	finish(l);
}

static void add_groups(struct palette_rows *l, const struct console *c, const char *folded)
{
	const char *group = "";

	for (int i = 0; i < COMMANDS; i++) {
		if (strcmp(command_table[i].group, group) != 0) {
			if (*group)
				finish(l);
			group = command_table[i].group;
			begin(l, group);
		}
		add_command(l, c, (enum command)i, folded);
	}
	finish(l);
}

void palette_rows_of_help(struct palette_rows *l, const struct console *c, const char *typed)
{
	char *folded = text_folded(*typed == '/' ? typed + 1 : typed);
	const struct view_words *view = &view_words[c->view];
	struct buffer title = BUFFER_EMPTY;

	*l = (struct palette_rows){0};
	buffer_format(&title, "Keys in the %s view", view->name);
	begin(l, title.bytes);
	add_command_keys(l, view->name, folded);
	add_table_keys(l, view_keys[c->view], folded);
	if (view->use == VIEW_TYPED)
		add_table_keys(l, &line_keys, folded);
	finish(l);
	begin(l, "Keys everywhere");
	add_view_keys(l, folded);
	add_command_keys(l, "all", folded);
	add_table_keys(l, &common_keys, folded);
	finish(l);
	add_marks(l, folded);
	add_groups(l, c, folded);
	buffer_release(&title);
	free(folded);
}
