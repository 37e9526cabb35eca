/* SPDX-License-Identifier: MIT */
/* bottom_rows.c - the entry line, what was last said, and the keys that work here and now. */
#include "ui/bottom_rows.h"

#include <string.h>

#include "text/text.h"
#include "ui/entry/completion_list.h"
#include "ui/entry/entry_draw.h"
#include "ui/entry/moment.h"
#include "ui/overlay/completion_menu.h"
#include "ui/overlay/floor_prefix.h"
#include "ui/overlay/palette.h"
#include "ui/overlay/question.h"
#include "ui/view_table.h"

enum { HINTS_MOST = 24, BETWEEN = 2, SUGGESTED_MOST = 2 };

/* The hints as they stand on the screen, if nothing was drawn over them: mostly a key leaves them be. */
static struct {
	bool there;
	int kept; /* columns for those that are always there */
	struct buffer hints;
} standing = {.hints = BUFFER_EMPTY};

static void blank(int row)
{
	screen_fill(row, 0, screen_columns(), STYLE_TEXT, " ");
}

/* Message */

static void draw_failure(const struct console *c, int row)
{
	struct spot spot = spot_at(row, 1, screen_columns() - 2);

	spot_put(&spot, STYLE_UNSAVED, " NOT SAVED ");
	spot_format(&spot, STYLE_WARNING, " %s: tried again all the time",
		seat_failure(c->seat));
}

/* Themes whose keywords stand in the line, with the key that takes them. */
static void draw_suggestions(const struct console *c, int row, int column)
{
	const struct session *s = seat_session(c->seat);
	struct spot spot = spot_at(row, column, screen_columns() - column - 1);
	size_t themes[SUGGESTED_MOST], count;

	if (c->entry.text.len < 3 || c->entry.text.bytes[0] == '/')
		return;
	count = themes_suggested(c->entry.text.bytes, c->entry.text.len, s, themes, SUGGESTED_MOST);
	for (size_t i = 0; i < count; i++) {
		const struct theme *theme = &s->themes[themes[i]];

		if (spot_left(&spot) < columns_of(theme->id) + 7)
			return;
		if (theme->digit)
			spot_format(&spot, STYLE_KEY, "Alt-%d ", theme->digit);
		else
			spot_put(&spot, STYLE_KEY, "#");
		spot_format(&spot, STYLE_DIM, "%s?   ", theme->id);
	}
}

/* The prefix that waits for a key; "": none. Borrowed until the next call. */
static const char *waiting(const struct console *c)
{
	static struct buffer text = BUFFER_EMPTY;

	buffer_reset(&text);
	if (c->waits == WAITS_PREFIX)
		prefix_say(c, &text);
	else if (c->waits == WAITS_ESCAPE)
		buffer_text(&text, "Esc waits: 1 to 9 tags with that theme, Esc drops it");
	return text.bytes;
}

/* The floor changed while the line was typed. */
static int draw_stays(const struct console *c, int row, int column, bool whole)
{
	const struct session *s = seat_session(c->seat);
	struct spot spot = spot_at(row, column, screen_columns() - column - 1);

	spot_format(&spot, STYLE_WARNING, "stays with %s", session_short(s, c->line.speaker));
	if (whole && spot_left(&spot) > 20)
		spot_format(&spot, STYLE_DIM, ", %s has the floor now",
			session_short(s, session_speaker(s)));
	spot_gap(&spot, 3);
	return spot.column;
}

/* True when the message is longer than a row: it goes on in that of the hints. */
static bool is_long(const struct console *c)
{
	return c->overlay == OVERLAY_NONE && !*waiting(c) && !seat_failure(c->seat) &&
	       c->message.kind != MESSAGE_DONE &&
	       columns_of(c->message.text) > screen_columns() - 2;
}

static void draw_long(const struct console *c, int row, enum style style)
{
	put_wrapped((struct area){row, 1, screen_rows() - row, screen_columns() - 2}, style,
		c->message.text);
}

static void draw_said(const struct console *c, int row, int column, enum style style)
{
	if (typing_stays(c))
		column = draw_stays(c, row, column, false);
	screen_put(row, column, screen_columns() - column - 1, style, c->message.text);
}

static void draw_message(const struct console *c, int row)
{
	enum style style = c->message.kind == MESSAGE_ERROR || c->message.kind == MESSAGE_DOUBT
				   ? STYLE_WARNING
				   : STYLE_DIM;
	int column = c->view == SHOW_CAPTURE ? prompt_width(c) : 1;

	if (columns_of(c->message.text) > screen_columns() - column - 1)
		column = 1;
	if (seat_failure(c->seat))
		draw_failure(c, row);
	else if (c->overlay != OVERLAY_NONE)
		return;
	else if (*waiting(c))
		screen_put(row, 1, screen_columns() - 2, STYLE_WARNING, waiting(c));
	else if (is_long(c))
		draw_long(c, row, style);
	else if (c->message.text[0] && !(c->message.kind == MESSAGE_DONE && c->message.warning))
		draw_said(c, row, column, style);
	else if (c->message.warning && !c->entry.text.len)
		screen_put(row, 1, screen_columns() - 2, STYLE_WARNING, c->message.warning);
	else if (completion_list_is_open(c))
		menu_draw_chosen(c, row);
	else if (console_types(c) && !menu_draw_new(c, row))
		draw_suggestions(c, row,
			typing_stays(c) ? draw_stays(c, row, prompt_width(c), true) : prompt_width(c));
}

/* True when there is something that must be told even where hints are. */
static bool has_message(const struct console *c)
{
	return seat_failure(c->seat) ||
	       (c->overlay == OVERLAY_NONE &&
		       (c->message.text[0] || *waiting(c) || typing_stays(c) ||
			       completion_list_is_open(c)));
}

/* Hints */

static void say_hints(const struct console *c, struct buffer *out)
{
	switch (c->overlay) {
	case OVERLAY_HELP:
	case OVERLAY_PALETTE: palette_hints(c, out); return;
	case OVERLAY_QUESTION:
	case OVERLAY_PASTE: question_hints(c, out); return;
	case OVERLAY_NONE:
	case OVERLAY_CURTAIN: break;
	}
	if (c->line.has_keys && view_words[c->view].use != VIEW_TYPED)
		buffer_text(out, "Enter do\tTab complete\tEsc back");
	else if (console_types(c) && c->entry.text.bytes[0] == '/' && c->waits != WAITS_PREFIX)
		buffer_text(out, "Enter do\tTab complete\t^C clear");
	else if (console_types(c) && c->entry.text.len && c->stream.chosen != NONE &&
		 c->waits != WAITS_PREFIX)
		buffer_text(out, "Enter keep\t^C clear");
	else
		view_table[c->view].hints(c, out);
}

/* One "KEY what" of the bottom line. */
struct hint {
	int column, width;
	const char *text;
	size_t len, key; /* bytes, and those of the key */
};

struct hint_line {
	struct buffer text;
	int kept; /* columns for those that are always there */
	struct hint list[HINTS_MOST];
	size_t count;
};

static size_t key_len(const char *hint, size_t len)
{
	size_t key = 0;

	if (len > 8 && strncmp(hint, "Esc Esc ", 8) == 0)
		return 7;
	while (key < len && hint[key] != ' ')
		key++;
	return key;
}

/* Adds those that fit into the columns. */
static void place_hints(struct hint_line *l, const char *hints, int column, int end)
{
	for (; *hints && l->count < HINTS_MOST; hints += *hints == '\t') {
		size_t len = strcspn(hints, "\t");
		int width = text_width(hints, len);

		if (len && column + width > end)
			return;
		if (len) {
			l->list[l->count++] =
				(struct hint){column, width, hints, len, key_len(hints, len)};
			column += width + BETWEEN;
		}
		hints += len;
	}
}

static void hint_line_init(struct hint_line *l, const struct console *c)
{
	static const char always[] = "^P commands\tF1 help";
	int end = screen_columns() - 1, kept = (int)sizeof always + BETWEEN;

	*l = (struct hint_line){.text = BUFFER_EMPTY};
	say_hints(c, &l->text);
	if (c->overlay == OVERLAY_NONE && c->waits != WAITS_PREFIX && end >= 2 * kept)
		l->kept = kept;
	place_hints(l, l->text.bytes, 1, end - l->kept);
	if (l->kept)
		place_hints(l, always, end - kept + BETWEEN, end);
}

static void draw_hint(int row, const struct hint *h)
{
	int used = screen_put_bytes(row, h->column, h->width, STYLE_KEY, h->text, h->key);

	screen_put_bytes(row, h->column + used, h->width - used, STYLE_DIM, h->text + h->key,
		h->len - h->key);
}

static void draw_hints(const struct console *c, int row)
{
	struct hint_line l;

	hint_line_init(&l, c);
	if (!standing.there || standing.kept != l.kept ||
		strcmp(standing.hints.bytes, l.text.bytes) != 0) {
		blank(row);
		for (size_t i = 0; i < l.count; i++)
			draw_hint(row, &l.list[i]);
		buffer_reset(&standing.hints);
		buffer_text(&standing.hints, l.text.bytes);
		standing.kept = l.kept;
		standing.there = true;
	}
	buffer_release(&l.text);
}

/* True when the keys have their row, and no message takes it. */
static bool has_hints(const struct console *c, const struct layout *layout)
{
	return layout->hint >= 0 && (layout->message < 0 ? !has_message(c) : !is_long(c));
}

bool bottom_clicked(const struct console *c, int row, int column, struct buffer *name)
{
	struct layout layout = console_layout(c);
	struct hint_line l;
	bool found = false;

	if (row != layout.hint || !has_hints(c, &layout))
		return false;
	hint_line_init(&l, c);
	for (size_t i = 0; i < l.count && !found; i++) {
		const struct hint *h = &l.list[i];

		found = column >= h->column && column < h->column + h->width;
		if (found)
			buffer_bytes(name, h->text, h->key);
	}
	buffer_release(&l.text);
	return found;
}

/* All of it */

void bottom_draw(const struct console *c, const struct layout *layout)
{
	bool instead = layout->message < 0 && has_message(c);

	if ((c->frame.dirty & DIRTY_ALL) == DIRTY_ALL)
		standing.there = false;
	if (has_hints(c, layout)) {
		draw_hints(c, layout->hint);
	} else if (layout->hint >= 0) {
		standing.there = false;
		blank(layout->hint);
		if (instead)
			draw_message(c, layout->hint);
	}
	if (layout->message >= 0) {
		blank(layout->message);
		draw_message(c, layout->message);
	}
	if (layout->entry >= 0)
		entry_draw(c, layout->entry, layout->entry_rows);
	else
		screen_cursor(-1, 0);
}
