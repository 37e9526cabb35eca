/* SPDX-License-Identifier: MIT */
/* curtain.c - one key blanks the console to a plain clock; typing goes on unseen. */
#include "ui/overlay/curtain.h"

#include "ui/entry/typing.h"
#include "ui/state/key_table.h"
#include "ui/term/screen.h"
#include "ui/widget/large_digits.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

void curtain_draw(const struct console *c)
{
	struct buffer time = BUFFER_EMPTY;
	int rows = screen_rows(), columns = screen_columns(), width;

	add_time_of_day(&time, seat_session(c->seat), c->now);
	width = digits_width(time.bytes, 2);
	if (rows > DIGIT_ROWS && columns > width)
		large_digits_draw(
			(rows - DIGIT_ROWS) / 2, (columns - width) / 2, STYLE_DIM, time.bytes, 2);
	else
		put_centred(rows / 2, 0, columns, STYLE_DIM, time.bytes);
	buffer_release(&time);
	screen_cursor(-1, 0);
}

static bool lift(struct console *c)
{
	c->overlay = OVERLAY_NONE;
	c->frame.dirty = DIRTY_ALL;
	return true;
}

static const struct key_row rows[] = {
	{"F12", lift, NULL}, {"Esc", lift, NULL}, {"Enter", lift, NULL},
};
static const struct key_table keys = KEY_TABLE(rows);

/* Every key is the curtain's while it is down; others go unseen to the entry line. */
bool curtain_key(struct console *c, const struct key *key)
{
	if (key_table_do(&keys, c, key) || !entry_key(&c->entry, key))
		return true;
	if (key->kind == KEY_TEXT && key->text[0] == ' ')
		typing_expand(c, 1);
	typing_changed(c);
	if (view_words[c->view].use != VIEW_TYPED)
		c->line.has_keys = true;
	return true;
}
