/* SPDX-License-Identifier: MIT */
/* key_table.c - the keys of one part of the console, a row each. */
#include "ui/state/key_table.h"

#include <string.h>

static bool is_its(const struct key_row *row, const struct key *key)
{
	struct key named;

	if (key->kind == KEY_TEXT)
		return strcmp(row->key, key->text) == 0 ||
		       (strcmp(row->key, "1") == 0 && key_digit(key)) ||
		       (key->text[0] == ' ' && strcmp(row->key, "Space") == 0);
	if (!key_named(row->key, &named) || named.kind != key->kind)
		return false;
	if (key->kind == KEY_ALT && named.code == '1')
		return key->code >= '1' && key->code <= '9';
	return named.code == key->code;
}

static const struct key_row *row_of(const struct key_table *t, const struct key *key)
{
	if (key->kind > KEY_NAMED)
		return NULL;
	for (size_t i = 0; i < t->count; i++)
		if (t->rows[i].act && is_its(&t->rows[i], key))
			return &t->rows[i];
	return NULL;
}

bool key_table_do(const struct key_table *t, struct console *c, const struct key *key)
{
	const struct key_row *row = row_of(t, key);

	c->key = key;
	return row && row->act(c);
}

bool key_table_has(const struct key_table *t, const struct key *key)
{
	return row_of(t, key) != NULL;
}
