/* SPDX-License-Identifier: MIT */
/* actions_view.c - the action points: owner, date, missing parts, the answer of the room. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/state/note_filter.h"
#include "ui/state/stream_filter.h"
#include "ui/view/action_list.h"
#include "ui/view/readback.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"
#include "ui/widget/meeting_text.h"

enum { BOX = 4, DUE = 7, TEXT_ROWS_MOST = 4, MARGIN = 1, WIDEST = 100 };

/* The action points in sight, with their rows of the screen; those at the ends may be cut. */
enum { SHOWN_MOST = 256 };
struct action_window {
	struct {
		int row, rows;
		size_t at; /* in the list */
	} shown[SHOWN_MOST];
	size_t count;
	size_t chosen, before; /* of the list: chosen, and in the frame before */
	struct area area;
	int passed;            /* rows of the list above the area */
	bool stays;            /* only another one was chosen since the frame before */
};

/* Drawing */

static int text_columns(struct area area)
{
	return area.columns - 2 * MARGIN - BOX - DUE - 1;
}

static int text_rows(const struct session *s, const struct action *action, int width)
{
	struct buffer text = BUFFER_EMPTY;
	int rows;

	people_say(&text, s->people, s->notes[action->note].text, NAMING_NAME);
	rows = wrapped_rows(text.bytes, text.len, width, TEXT_ROWS_MOST);
	buffer_release(&text);
	return rows ? rows : 1;
}

static const char *box(enum action_status status)
{
	switch (status) {
	case ACTION_OPEN: return "[ ]";
	case ACTION_DONE: return "[x]";
	case ACTION_CANCELLED: return "[-]";
	case ACTION_STATUSES: break;
	}
	return "";
}

static void draw_summary(const struct session *s, struct area area)
{
	struct spot spot = spot_at(area.row, area.column + MARGIN, area.columns - 2 * MARGIN);
	size_t by_status[ACTION_STATUSES] = {0}, lacking = 0, confirmed = 0;

	for (size_t i = 0; i < s->action_count; i++) {
		const struct action *action = &s->actions[i];

		if (s->notes[action->note].dropped)
			continue;
		by_status[action->status]++;
		lacking += action->status == ACTION_OPEN && action_lacks(action)[0];
		confirmed += action->confirmed;
	}
	spot_put(&spot, STYLE_STRONG, "Action points");
	spot_gap(&spot, 2);
	spot_format(&spot, STYLE_TEXT, "%zu open", by_status[ACTION_OPEN]);
	if (by_status[ACTION_DONE])
		spot_format(&spot, STYLE_DIM, ", %zu done", by_status[ACTION_DONE]);
	if (by_status[ACTION_CANCELLED])
		spot_format(&spot, STYLE_DIM, ", %zu cancelled", by_status[ACTION_CANCELLED]);
	if (confirmed)
		spot_format(&spot, STYLE_FINE, "  %zu confirmed", confirmed);
	if (lacking)
		spot_format(&spot, STYLE_WARNING, "  %zu with something missing", lacking);
}

static void draw_filter(const struct console *c, struct area area)
{
	struct spot spot = spot_at(area.row, area.column + MARGIN, area.columns - 2 * MARGIN);

	spot_put(&spot, STYLE_DIM, "Only action points with ");
	spot_put(&spot, STYLE_STRONG, c->filter.text.bytes);
	spot_format(&spot, STYLE_DIM, ": %zu  ", actions_count(c));
	spot_put(&spot, STYLE_WARNING, stream_doubt(c));
	if (!stream_doubt(c)[0] && !c->filter.typed)
		spot_put(&spot, STYLE_DIM, "Esc shows all");
}

/* Owner, themes, source; what is missing comes first so that it is never cut off. */
static void draw_details(
	const struct session *s, const struct action *action, struct spot spot, bool chosen)
{
	const struct note *note = &s->notes[action->note];
	enum style dim = chosen ? STYLE_SELECTED : STYLE_DIM;
	struct buffer owners = BUFFER_EMPTY;
	const char *lacks = action_lacks(action);

	if (session_version_count(s, action->note))
		spot_format(&spot, chosen ? STYLE_SELECTED : STYLE_WARNING, "%s %zu versions  ",
			sign(SIGN_CONFLICT), session_version_count(s, action->note));
	if (session_note_is_off(s, action->note))
		spot_put(&spot, chosen ? STYLE_SELECTED : STYLE_WARNING, "off the record  ");
	add_owners(&owners, s, action);
	if (owners.len) {
		spot_format(&spot, dim, "%s ", sign(SIGN_TO));
		spot_put(&spot, chosen ? STYLE_SELECTED : STYLE_SPEAKER, owners.bytes);
		spot_gap(&spot, 2);
	}
	if (lacks[0] && action->status == ACTION_OPEN) {
		spot_put(&spot, chosen ? STYLE_SELECTED : STYLE_WARNING, lacks);
		spot_gap(&spot, 2);
	}
	if (action_heard(action)[0]) {
		spot_put(&spot, chosen ? STYLE_SELECTED : action->confirmed ? STYLE_FINE : STYLE_WARNING,
			action_heard(action));
		spot_gap(&spot, 2);
	}
	if (action->priority != PRIORITY_NORMAL)
		spot_format(&spot, dim, "%s  ", priority_level_name(action->priority));
	if (action->status != ACTION_OPEN)
		spot_format(&spot, dim, "%s  ", action_status_name(action->status));
	for (size_t i = 0; i < note->theme_count; i++)
		spot_format(&spot, chosen ? STYLE_SELECTED : STYLE_THEME, "#%s ",
			s->themes[session_theme_root(s, note->themes[i])].id);
	if (action->source_id)
		spot_format(&spot, dim, " from %s", action->source_id);
	if (chosen)
		spot_format(&spot, dim, "  %s", note->id);
	buffer_release(&owners);
}

/* Rows outside the area are passed over: the first and the last may be cut. */
static bool in_sight(struct area area, int row)
{
	return row >= area.row && row < area.row + area.rows;
}

static void fill_row(struct area area, int row, bool chosen)
{
	if (chosen)
		screen_fill(row, area.column, area.columns, STYLE_SELECTED, " ");
}

static void draw_action(const struct console *c, const struct action *action, struct area area,
	int row, bool chosen)
{
	const struct session *s = seat_session(c->seat);
	int column = area.column + MARGIN, width = text_columns(area);
	int rows = text_rows(s, action, width);
	enum style style = action->status == ACTION_OPEN ? STYLE_TEXT : STYLE_DIM;
	struct buffer text = BUFFER_EMPTY, due = BUFFER_EMPTY;
	size_t at = 0;

	people_say(&text, s->people, s->notes[action->note].text, NAMING_NAME);
	add_day(&due, action->due);
	for (int i = 0; i < rows; i++, row++) {
		size_t part = i + 1 == rows ? text.len - at
					    : text_wrap(text.bytes + at, text.len - at, width);

		if (in_sight(area, row)) {
			fill_row(area, row, chosen);
			screen_put_bytes(row, column + BOX, width, chosen ? STYLE_SELECTED : style,
				text.bytes + at, without_spaces(text.bytes + at, part));
		}
		if (i == 0 && in_sight(area, row)) {
			screen_put(row, column, BOX - 1, chosen ? STYLE_SELECTED : STYLE_ACTION,
				box(action->status));
			if (seat_is_late(c->seat, s->notes[action->note].id))
				screen_put(row, area.column, 1,
					chosen ? STYLE_SELECTED : STYLE_WARNING, sign(SIGN_LATE));
			put_right(row, area.column + area.columns - MARGIN - DUE, DUE,
				chosen ? STYLE_SELECTED : STYLE_STRONG, due.bytes);
		}
		at += part;
	}
	if (in_sight(area, row)) {
		fill_row(area, row, chosen);
		draw_details(s, action, spot_at(row, column + BOX, area.columns - 2 * MARGIN - BOX),
			chosen);
	}
	buffer_release(&text);
	buffer_release(&due);
}

static void draw_empty(const struct console *c, struct area area)
{
	int column = area.column + 4, width = area.columns - 5;

	if (c->filter.on) {
		screen_put(area.row + 1, column, width, STYLE_STRONG,
			"No action point fits the filter.");
		return;
	}
	screen_put(area.row + 1, column, width, STYLE_STRONG, "No action points yet.");
	screen_put(area.row + 2, column, width, STYLE_TEXT,
		"A line that begins with ! makes one, here or in Capture:");
	screen_put(area.row + 4, column + 2, width - 2, STYLE_PROMPT,
		"! Publish lead times @dos due:2026-05-01");
}

/* Rows of the list above those in sight: as before while the chosen one is in sight, else so that
 * it is near the middle. */
static int rows_passed(int passed, const int *heights, size_t count, size_t chosen, int rows)
{
	int total = 0, before = 0;

	for (size_t i = 0; i < count; i++) {
		if (i < chosen)
			before += heights[i];
		total += heights[i];
	}
	if (count && (before < passed || before + heights[chosen] > passed + rows))
		passed = before - rows / 2;
	if (passed > total - rows)
		passed = total - rows;
	return passed > 0 ? passed : 0;
}

static struct area list_area(struct area area)
{
	int above = area.rows < 12 ? 2 : 3;

	return (struct area){area.row + above, area.column, area.rows - above,
		area.columns < WIDEST ? area.columns : WIDEST};
}

static bool is_same_area(struct area a, struct area b)
{
	return a.row == b.row && a.column == b.column && a.rows == b.rows && a.columns == b.columns;
}

/* Those that stand in the area; the first of the list would stand at the row `at`. */
static void fill_window(struct action_window *w, const int *heights, size_t count, int at)
{
	w->count = 0;
	for (size_t i = 0; i < count && w->count < SHOWN_MOST; at += heights[i++]) {
		if (at + heights[i] <= w->area.row || at >= w->area.row + w->area.rows)
			continue;
		w->shown[w->count].row = at;
		w->shown[w->count].rows = heights[i];
		w->shown[w->count++].at = i;
	}
}

void actions_arrange(struct console *c, struct area area, bool choice)
{
	const struct session *s = seat_session(c->seat);
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	int *heights = mem_new(s->action_count + 1, sizeof *heights);
	size_t count = actions_shown(c, shown), row = c->actions.row;
	struct area list = list_area(area);
	int gap = list.rows > 20 ? 1 : 0;

	if (!c->actions.window)
		c->actions.window = mem_new(1, sizeof *c->actions.window);
	struct action_window *w = c->actions.window;
	for (size_t i = 0; i < count; i++)
		heights[i] = text_rows(s, &s->actions[shown[i]], text_columns(list)) + 1 + gap;
	size_t chosen = count && row >= count ? count - 1 : row;
	int passed = rows_passed(w->passed, heights, count, chosen, list.rows);
	w->stays = choice && passed == w->passed && is_same_area(w->area, list);
	w->before = w->chosen;
	w->chosen = chosen;
	w->passed = passed;
	w->area = list;
	fill_window(w, heights, count, list.row - passed);
	free(shown);
	free(heights);
}

static void draw_list(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	const struct action_window *w = c->actions.window;
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);

	for (size_t i = 0; i < w->count && w->shown[i].at < count; i++)
		draw_action(c, &s->actions[shown[w->shown[i].at]], w->area, w->shown[i].row,
			w->shown[i].at == w->chosen);
	if (count == 0)
		draw_empty(c, w->area);
	free(shown);
}

/* The place in the window of that one of the list, wholly in sight; NONE when it is not. */
static size_t place_shown(const struct action_window *w, size_t at)
{
	for (size_t i = 0; i < w->count; i++)
		if (w->shown[i].at == at && w->shown[i].row >= w->area.row &&
			w->shown[i].row + w->shown[i].rows <= w->area.row + w->area.rows)
			return i;
	return NONE;
}

bool actions_draw_choice(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	const struct action_window *w = c->actions.window;
	size_t *shown = mem_new(s->action_count + 1, sizeof *shown);
	size_t count = actions_shown(c, shown);
	size_t places[] = {place_shown(w, w->before), place_shown(w, w->chosen)};
	bool enough = w->stays && !c->actions.reading_back && w->before < count &&
		      w->chosen < count && places[0] != NONE && places[1] != NONE;

	(void)area;
	for (size_t i = 0; enough && i < 2; i++) {
		size_t at = w->shown[places[i]].at;
		int first = w->shown[places[i]].row;

		for (int row = 0; row < w->shown[places[i]].rows; row++)
			screen_fill(first + row, w->area.column, w->area.columns, STYLE_TEXT, " ");
		draw_action(c, &s->actions[shown[at]], w->area, first, at == w->chosen);
	}
	free(shown);
	return enough;
}

void actions_draw(const struct console *c, struct area area)
{
	struct area top = {area.row + 1, area.column, 1, area.columns};

	screen_rule(area.row, area.column, area.columns);
	if (c->actions.reading_back) {
		readback_draw(
			c, (struct area){area.row + 1, area.column, area.rows - 1, area.columns});
		return;
	}
	if (c->filter.on)
		draw_filter(c, top);
	else
		draw_summary(seat_session(c->seat), top);
	draw_list(c);
}

/* Keys */

/* Puts "/verb ID " and `after` into the entry line. */
static void open_for(struct console *c, const char *verb, const char *id, const char *after)
{
	struct buffer line = BUFFER_EMPTY;

	buffer_format(&line, "/%s %s %s", verb, id, after);
	entry_open(c, line.bytes, "");
	buffer_release(&line);
}

static bool do_command(struct console *c, enum command command)
{
	const struct session *s = seat_session(c->seat);
	size_t chosen = action_chosen(c);

	if (chosen == NONE) {
		message_say(c, "there are no action points yet");
		return true;
	}
	const struct action *action = &s->actions[chosen];
	const char *id = s->notes[action->note].id;
	if (command == COMMAND_EDIT)
		action_edit(c);
	else if (command == COMMAND_OWNER)
		open_for(c, "owner", id, "@");
	else if (command == COMMAND_DUE)
		open_for(c, "due", id, "");
	else if (command == COMMAND_DONE)
		submit_format(c, action->status == ACTION_OPEN ? "/done %s" : "/reopen %s", id);
	else if (command == COMMAND_CONFIRM)
		submit_format(c, "/confirm %s", id);
	else
		return false;
	return true;
}

/* A click on one in sight chooses it; the wheel is an arrow key. */
static bool row_chosen(struct console *c, const struct key *key)
{
	const struct action_window *w = c->actions.window;
	bool click = key->kind == KEY_MOUSE && key->mouse == MOUSE_CLICK;

	for (size_t i = 0; click && w && i < w->count; i++)
		if (key->row >= w->shown[i].row && key->row < w->shown[i].row + w->shown[i].rows) {
			c->actions.row = w->shown[i].at;
			return true;
		}
	c->frame.moved = row_key(&c->actions.row, actions_count(c), key);
	return c->frame.moved;
}

static bool read_back(struct console *c)
{
	readback_start(c);
	return true;
}

static bool edit(struct console *c)
{
	return do_command(c, COMMAND_EDIT);
}

/* The keys that are no command's. */
static const struct key_row rows[] = {
	{"i", entry_go, "go to the entry line; / begins a command there"},
	{"/", entry_go_command, NULL},
	{"Up", NULL, "choose a row"},
	{"R", read_back, "read the action points back to the room"},
	{"f", entry_go_find, "only those that fit what is typed; Esc shows all"},
	{"Enter", edit, "edit the action point"},
	{"Esc", filter_drop, NULL},
};
const struct key_table actions_keys = KEY_TABLE(rows);

bool actions_key(struct console *c, const struct key *key)
{
	enum command command = key_command(SHOW_ACTIONS, key, NULL);

	if (c->actions.reading_back)
		return readback_key(c, key);
	if (command != COMMAND_NONE && do_command(c, command))
		return true;
	return key_table_do(&actions_keys, c, key) || row_chosen(c, key) || submit_key(c, key);
}

void actions_hints(const struct console *c, struct buffer *out)
{
	if (c->actions.reading_back) {
		buffer_text(out, "y confirm\te change\to owner\tw when\td drop\tSpace next\tEsc leave");
		return;
	}
	buffer_text(out, "Enter edit");
	add_hint(out, SHOW_ACTIONS, COMMAND_OWNER, 0, "owner");
	add_hint(out, SHOW_ACTIONS, COMMAND_DUE, 0, "due");
	add_hint(out, SHOW_ACTIONS, COMMAND_DONE, 0, "done");
	add_hint(out, SHOW_ACTIONS, COMMAND_CONFIRM, 0, "confirm");
	buffer_text(out, "\tR read back\tf filter\ti type");
}
