/* SPDX-License-Identifier: MIT */
/* key_hints.c - which key gives which command where, as the command table says. */
#include "ui/widget/key_hints.h"

#include <string.h>

#include "ui/term/key.h"

/* The command's nth key in the view, in `out`; false when it has no such. */
static bool nth_key(enum command command, const char *view, int nth, char *out, size_t size)
{
	size_t view_len = strlen(view);
	const char *at = command_table[command].keys;

	while (*at) {
		size_t len = strcspn(at, " ");

		if (len > view_len && at[view_len] == ':' && strncmp(at, view, view_len) == 0 &&
			nth-- == 0) {
			size_t name = len - view_len - 1 < size ? len - view_len - 1 : size - 1;

			memcpy(out, at + view_len + 1, name);
			out[name] = '\0';
			return true;
		}
		at += len;
		at += strspn(at, " ");
	}
	return false;
}

enum command key_command(const char *view, const struct key *key, int *nth)
{
	char name[16];

	if (key->kind != KEY_TEXT)
		return COMMAND_NONE;
	for (int i = 0; i < (int)COMMANDS; i++)
		for (int n = 0; nth_key((enum command)i, view, n, name, sizeof name); n++)
			if (strcmp(name, key->text) == 0) {
				if (nth)
					*nth = n;
				return (enum command)i;
			}
	return COMMAND_NONE;
}

void add_hint(struct buffer *out, const char *view, enum command command, int nth, const char *what)
{
	char name[16];

	if (!nth_key(command, view, nth, name, sizeof name))
		return;
	if (out->len)
		buffer_char(out, '\t');
	buffer_text(out, name);
	buffer_char(out, ' ');
	buffer_text(out, what);
}
