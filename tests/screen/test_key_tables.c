/* SPDX-License-Identifier: MIT */
/* test_key_tables.c - the rules that hold for every row of the console's tables of keys.
 *
 * A row that no key reaches would compile and stand in help: a key that has no name, one that an
 * earlier row has, and one that gives a command in the same view. */
#include "unit/cases.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "ui/entry/common_keys.h"
#include "ui/entry/line_keys.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"

/* The tables of the views first, each for its view; the others for the keys of all views. */
static const struct key_table *const tables[] = {
#define VIEW(ident, word, key, use, help) [SHOW_##ident] = &word##_keys,
#include "command/views.def"
#undef VIEW
	&line_keys,
	&common_keys,
};

enum { TABLES = sizeof tables / sizeof *tables };

static void each_row(void (*look)(size_t table, const struct key_row *row, struct buffer *wrong),
	struct buffer *wrong)
{
	for (size_t i = 0; i < TABLES; i++)
		for (size_t k = 0; k < tables[i]->count; k++)
			if (tables[i]->rows[k].act)
				look(i, &tables[i]->rows[k], wrong);
}

static void has_a_name(size_t table, const struct key_row *row, struct buffer *wrong)
{
	struct key key;

	if (!key_named(row->key, &key) || !key_table_has(tables[table], &key))
		buffer_format(wrong, " %s", row->key);
}

static void stands_once(size_t table, const struct key_row *row, struct buffer *wrong)
{
	for (const struct key_row *other = tables[table]->rows; other < row; other++)
		if (other->act && strcmp(other->key, row->key) == 0)
			buffer_format(wrong, " %s", row->key);
}

static void gives_no_command(size_t table, const struct key_row *row, struct buffer *wrong)
{
	enum console_view view = table < SHOW_VIEWS ? (enum console_view)table : EVERYWHERE;
	struct key key;

	if (key_named(row->key, &key) && (key_command(view, &key, NULL) != COMMAND_NONE ||
						 key_command(EVERYWHERE, &key, NULL) != COMMAND_NONE))
		buffer_format(wrong, " %s", row->key);
}

static const struct row {
	const char *name;
	void (*look)(size_t table, const struct key_row *row, struct buffer *wrong);
} rows[] = {
	{"each_key_has_a_name", has_a_name},
	{"each_key_stands_once_in_its_table", stands_once},
	{"no_key_gives_a_command_too", gives_no_command},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer wrong = BUFFER_EMPTY;
	char shown[512];

	each_row(row->look, &wrong);
	snprintf(shown, sizeof shown, "%s", wrong.bytes);
	buffer_release(&wrong);
	assert_string_equal(shown, "");
}

CASES_MAIN(rows, run)
