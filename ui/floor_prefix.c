/* SPDX-License-Identifier: MIT */
/* floor_prefix.c - two hands in one console: Ctrl-G in the capture view, then one single key of the floor
 * view. The line being typed stays; a key that asks for more puts it aside until that is done. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/view/floor_parts.h"
#include "ui/steering.h"
#include "ui/views.h"

static bool is_named(const struct key *key, int code)
{
	return key->kind == KEY_NAMED && key->code == code;
}

/* Does the key; a line that it opened stands in place of the one being typed. */
static void do_key(struct console *c, const struct key *key)
{
	char *before = mem_text(c->entry.text.bytes);

	floor_key(c, key);
	if (strcmp(before, c->entry.text.bytes) != 0) {
		typing_put_aside(c, before);
		c->prefixed = true;
	}
	free(before);
}

void prefix_key(struct console *c, const struct key *key)
{
	if (is_named(key, NAMED_UP) || is_named(key, NAMED_DOWN)) {
		floor_key(c, key);
		return;
	}
	c->prefix_waits = false;
	if (key_command("floor", key, NULL) != COMMAND_NONE)
		do_key(c, key);
	else if (!is_named(key, NAMED_ESCAPE))
		console_warn(c, "the list has no such key; Ctrl-G shows those it has");
}

bool prefix_dropped(struct console *c)
{
	if (!c->prefixed)
		return false;
	c->prefixed = false;
	entry_restore(&c->entry, "");
	typing_changed(c);
	typing_bring_back(c);
	return true;
}

void prefix_hints(const struct console *c, struct buffer *out)
{
	floor_hints(c, out);
}

void prefix_say(const struct console *c, struct buffer *out)
{
	const struct session *s = seat_session(c->seat);
	size_t place = floor_chosen(c);

	buffer_text(out, "Ctrl-G waits");
	if (place != NONE)
		buffer_format(out, "; %s is chosen, Down the next",
			session_short(s, s->waiting[place].who));
	buffer_text(out, "; Esc drops it");
}
