/* SPDX-License-Identifier: MIT */
/* floor_prefix.c - two hands in one console: Ctrl-G in the capture view, then one single key of the floor
 * view. The line being typed stays; a key that asks for more puts it aside until that is done. */
#include "ui/floor_prefix.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/entry/typing.h"
#include "ui/state/console.h"
#include "ui/state/message.h"
#include "ui/term/key.h"
#include "ui/view/floor_keys.h"
#include "ui/view/speakers_list.h"
#include "ui/widget/entry_line.h"
#include "ui/widget/key_bindings.h"

/* Does the key; a line that it opened stands in place of the one being typed. */
static void do_key(struct console *c, const struct key *key)
{
	char *before = mem_text(c->entry.text.bytes);

	floor_key(c, key);
	if (strcmp(before, c->entry.text.bytes) != 0) {
		typing_put_aside(c, before);
		c->line.prefixed = true;
	}
	free(before);
}

void prefix_key(struct console *c, const struct key *key)
{
	if (key_is_named(key, NAMED_UP) || key_is_named(key, NAMED_DOWN)) {
		floor_key(c, key);
		return;
	}
	c->waits = WAITS_NOT;
	if (key_command(SHOW_FLOOR, key, NULL) != COMMAND_NONE)
		do_key(c, key);
	else if (!key_is_named(key, NAMED_ESCAPE))
		console_warn(c, "the list has no such key; Ctrl-G shows those it has");
}

bool prefix_dropped(struct console *c)
{
	if (!c->line.prefixed)
		return false;
	c->line.prefixed = false;
	entry_restore(&c->entry, "");
	typing_changed(c);
	typing_bring_back(c);
	return true;
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
