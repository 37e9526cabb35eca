/* SPDX-License-Identifier: MIT */
/* floor_prefix.c - two hands in one console: Ctrl-G in the capture view, then one single key of the
 * floor view. The line being typed stays; a key that asks for more puts it aside until that is
 * done. */
#include "ui/overlay/floor_prefix.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/entry/common_keys.h"
#include "ui/entry/submit.h"
#include "ui/entry/theme_digit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/view/speakers_list.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"

/* Does the key; a line that it opened stands in place of the one being typed. */
static void do_list_key(struct console *c, const struct key *key)
{
	char *before = mem_text(c->entry.text.bytes);

	if (!floor_key(c, key))
		submit_command(c, key_command(SHOW_FLOOR, key, NULL));
	if (strcmp(before, c->entry.text.bytes) != 0) {
		typing_put_aside(c, before);
		c->line.prefixed = true;
	}
	free(before);
}

/* After Ctrl-G: arrows choose a row of the list, one key of it is done. */
static bool list_key(struct console *c, const struct key *key)
{
	if (key_is_named(key, NAMED_UP) || key_is_named(key, NAMED_DOWN))
		return floor_key(c, key);
	c->waits = WAITS_NOT;
	if (key_command(SHOW_FLOOR, key, NULL) != COMMAND_NONE)
		do_list_key(c, key);
	else if (common_keeps(key))
		return false;
	else if (!key_is_named(key, NAMED_ESCAPE))
		message_warn(c, "the list has no such key; Ctrl-G shows those it has");
	return true;
}

/* After Esc: a digit is a theme's, a second Esc is the line's, any other key counts as itself. */
static bool digit_key(struct console *c, const struct key *key)
{
	if (key_is_named(key, NAMED_ESCAPE))
		return false;
	c->waits = WAITS_NOT;
	if (!key_digit(key))
		return false;
	tag_by_digit(c, key_digit(key));
	return true;
}

bool prefix_key(struct console *c, const struct key *key)
{
	return c->waits == WAITS_PREFIX ? list_key(c, key) : digit_key(c, key);
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
