/* SPDX-License-Identifier: MIT */
/* key_table.h - the keys of one part of the console, a row each.
 *
 * Purpose     A part that takes keys has a table of them; help lists its rows. A key that gives a
 *             command stands in command/commands.def instead (key_bindings.h).
 * Start at    key_table_do().
 */
#ifndef UI_KEY_TABLE_H
#define UI_KEY_TABLE_H

#include "ui/state/console.h"
#include "ui/term/key.h"

struct key_row {
	/* "Enter", "^R", "b"; "1" and "Alt-1" are all nine digits. */
	const char *key;
	/* True: taken; false: not mine, as things are. NULL: taken elsewhere, a row of help. */
	bool (*act)(struct console *c);
	const char *help; /* NULL: help has no row for it */
};

struct key_table {
	const struct key_row *rows;
	size_t count;
};
#define KEY_TABLE(rows) {rows, sizeof(rows) / sizeof *(rows)}

/* Does the key by the first row that is its; false when there is none, or it is not its now. */
bool key_table_do(const struct key_table *t, struct console *c, const struct key *key);
/* True when a row has the key. */
bool key_table_has(const struct key_table *t, const struct key *key);

#endif
