/* SPDX-License-Identifier: MIT */
/* floor_view.c - the facilitator's view: the speakers' list as a table, with who speaks on top. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/view/floor_lines.h"
#include "ui/view/speakers_list.h"
#include "ui/view/speaking_time.h"
#include "ui/view/view.h"
#include "ui/widget/key_bindings.h"
#include "ui/widget/meeting_text.h"

enum {
	PANE_FROM = 108,
	PANE = 42,
	PLACE = 3,
	KIND = 11,
	SPOKE = 9,
	BUDGET = 6,
	START = 5,
	WHO_LEAST = 20,
	WHO_SHORT = 14, /* with a budget to be shown too */
	WHY_LEAST = 15,
	WHY_MOST = 26
};

/* The columns of the table; width 0: dropped. */
struct table {
	int place, who, kind, why, spoke, budget, start;
	int who_width, kind_width, why_width, spoke_width, budget_width;
};

/* Takes the column and a gap out of what is left, when there is so much. */
static int afford(int *left, int width)
{
	if (*left < width + 1)
		return 0;
	*left -= width + 1;
	return width;
}

/* The widths: a name comes first, then why it stands there, then the figures. */
static void share_out(struct table *t, int left, bool with_budget)
{
	int spare;

	t->kind_width = left >= WHO_SHORT + KIND + 1 ? KIND : 0;
	left -= t->kind_width ? KIND + 1 : 0;
	spare = left - (with_budget ? WHO_SHORT : WHO_LEAST);
	t->why_width = afford(&spare, WHY_LEAST);
	t->budget_width = with_budget ? afford(&spare, BUDGET) : 0;
	t->spoke_width = afford(&spare, SPOKE);
	if (t->why_width && spare > 0)
		t->why_width += spare * 2 / 5;
	if (t->why_width > WHY_MOST)
		t->why_width = WHY_MOST;
	t->who_width = left - (t->why_width ? t->why_width + 1 : 0) -
		       (t->budget_width ? t->budget_width + 1 : 0) -
		       (t->spoke_width ? t->spoke_width + 1 : 0);
}

/* The column after one of that width. */
static int beside(int column, int width)
{
	return column + (width ? width + 1 : 0);
}

static struct table table_in(struct area area, bool with_budget)
{
	struct table t = {.place = area.column + 1};

	share_out(&t, area.columns - 2 - PLACE - START - 1, with_budget);
	t.who = t.place + PLACE;
	t.kind = beside(t.who, t.who_width);
	t.why = beside(t.kind, t.kind_width);
	t.spoke = beside(t.why, t.why_width);
	t.budget = beside(t.spoke, t.spoke_width);
	t.start = beside(t.budget, t.budget_width);
	return t;
}

static const char *kind_label(enum list_kind kind)
{
	return kind == LIST_RIGHT_OF_REPLY ? "r. of reply" : list_kind_name(kind);
}

/* Drawing */

static void draw_titles(const struct console *c, struct table t, int row)
{
	const struct session *s = seat_session(c->seat);

	put_right(row, t.place, PLACE - 1, STYLE_DIM, "#");
	screen_put(row, t.who, t.who_width, STYLE_DIM,
		s->list_closed ? "Speakers' list, closed" : "Speakers' list");
	screen_put(row, t.kind, t.kind_width, STYLE_DIM, "as");
	screen_put(row, t.why, t.why_width, STYLE_DIM, "why here");
	if (t.spoke_width)
		put_right(row, t.spoke, t.spoke_width, STYLE_DIM, "so far");
	if (t.budget_width)
		put_right(row, t.budget, t.budget_width, STYLE_DIM, "budget");
	put_right(row, t.start, START, STYLE_DIM, "from");
}

/* Adds the name without the delegation that it ends with: "Permanent Representative". */
static void add_office(struct buffer *out, const char *name, const char *delegation)
{
	static const char *const links[] = {" the", " of", ",", " for"};
	size_t ends = strlen(delegation), from = out->len;

	buffer_text(out, name);
	if (out->len - from <= ends || strcmp(out->bytes + out->len - ends, delegation) != 0)
		return;
	buffer_cut(out, from + without_spaces(out->bytes + from, out->len - from - ends));
	for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
		size_t len = strlen(links[i]);

		if (out->len - from > len && strcmp(out->bytes + out->len - len, links[i]) == 0)
			buffer_cut(out, out->len - len);
	}
}

/* The short name first, then the rest of name and delegation, whole or not at all. */
static void draw_person(struct spot spot, const struct session *s, size_t who, const char *group,
	enum style style, enum style behind)
{
	const char *first = session_short(s, who), *delegation = call_delegation(s, who);
	struct buffer second = BUFFER_EMPTY;

	if (delegation && first == delegation)
		add_office(&second, session_call(s, who, NAMING_NAME), delegation);
	else if (delegation)
		buffer_text(&second, delegation);
	spot_put(&spot, style, first);
	if (group) {
		spot_put(&spot, behind, " for ");
		spot_put(&spot, behind, call_group(s, group));
	} else if (who != NONE && s->attendees[who].away) {
		spot_put(&spot, behind, " (away)");
	} else if (second.len && spot_left(&spot) >= 2 + columns_of(second.bytes)) {
		spot_gap(&spot, 2);
		spot_put(&spot, behind, second.bytes);
	}
	buffer_release(&second);
}

/* Turns and time so far. */
static void draw_spoke(
	struct table t, int row, const struct session *s, size_t who, int64_t now, enum style style)
{
	struct buffer text = BUFFER_EMPTY;

	if (who == NONE || !t.spoke_width)
		return;
	if (s->attendees[who].turns == 0) {
		buffer_text(&text, sign(SIGN_DASH));
	} else {
		buffer_number(&text, s->attendees[who].turns);
		buffer_char(&text, ' ');
		if (session_spoken(s, who, now) < 10 * MS_MINUTE)
			buffer_char(&text, ' ');
		clock_write(&text, session_spoken(s, who, now));
	}
	put_right(row, t.spoke, t.spoke_width, style, text.bytes);
	buffer_release(&text);
}

/* The time left of the delegation's budget for statements; "+0:30" when it is over. */
static void draw_budget(struct table t, int row, const struct session *s, size_t delegation,
	int64_t now, enum style style)
{
	struct budget budget = session_budget(s, delegation, now);
	struct buffer text = BUFFER_EMPTY;

	if (!t.budget_width || budget.whole_ms == 0)
		return;
	if (budget.left_ms < 0)
		buffer_char(&text, '+');
	clock_write(&text, budget.left_ms < 0 ? -budget.left_ms : budget.left_ms);
	put_right(row, t.budget, t.budget_width,
		style == STYLE_TEXT && budget.left_ms <= 0 ? STYLE_WARNING : style, text.bytes);
	buffer_release(&text);
}

/* The speaker who has the floor, over the list. */
static void draw_speaker(const struct console *c, struct table t, int row)
{
	const struct session *s = seat_session(c->seat);
	const struct speech *speech;
	struct buffer time = BUFFER_EMPTY;
	enum style style;

	if (s->floor == NONE) {
		screen_put(row, t.who, t.who_width, STYLE_DIM, "The floor is free");
		return;
	}
	speech = &s->speeches[s->floor];
	style = speech_style(s, speech, c->now);
	screen_put(row, t.place + 1, 1, STYLE_SPEAKER, sign(SIGN_ON));
	draw_person(spot_at(row, t.who, t.who_width), s, speech->who, speech->group, STYLE_SPEAKER,
		STYLE_DIM);
	screen_put(row, t.kind, t.kind_width, STYLE_TEXT, kind_label(speech->kind));
	clock_write(&time, speech_elapsed(s, s->floor, c->now));
	buffer_text(&time, " of ");
	clock_write(&time, speech->limit_ms);
	if (speech->state == SPEECH_PAUSED)
		buffer_text(&time, ", paused");
	screen_put(row, t.why, t.why_width, style, time.bytes);
	draw_spoke(t, row, s, speech->who, c->now, STYLE_TEXT);
	draw_budget(t, row, s, speech->delegation, c->now, STYLE_TEXT);
	put_right(row, t.start, START, STYLE_SPEAKER, "now");
	buffer_release(&time);
}

/* Why the row stands there; one whose speech is over says that it was kept. */
static void say_why(struct buffer *out, const struct session *s, size_t place)
{
	if (session_is_parked(s, place))
		buffer_text(out, "kept: ");
	session_why(out, s, place, NAMING_ID);
}

/* Place and name, with the bar when the row is the chosen one. */
static void draw_who(const struct console *c, struct table t, int row, size_t place, bool chosen)
{
	const struct session *s = seat_session(c->seat);
	const struct entry *e = &s->waiting[place];
	enum style dim = chosen ? STYLE_SELECTED : STYLE_DIM;
	enum style name = chosen	      ? STYLE_SELECTED
			  : s->attendees[e->who].away ? STYLE_DIM
			  : place == 0		      ? STYLE_STRONG
						      : STYLE_TEXT;
	struct buffer text = BUFFER_EMPTY;

	screen_fill(row, t.place, t.who + t.who_width - t.place,
		chosen ? STYLE_SELECTED : STYLE_TEXT, " ");
	buffer_number(&text, (int64_t)place + 1);
	put_right(row, t.place, PLACE - 1, dim, text.bytes);
	if (seat_is_late(c->seat, e->id))
		screen_put(row, t.place + PLACE - 1, 1, chosen ? STYLE_SELECTED : STYLE_WARNING,
			sign(SIGN_LATE));
	draw_person(spot_at(row, t.who, t.who_width), s, e->who, e->group, name, dim);
	buffer_release(&text);
}

static void draw_entry(const struct console *c, struct table t, int row, size_t place, bool chosen)
{
	const struct session *s = seat_session(c->seat);
	const struct entry *e = &s->waiting[place];
	struct buffer text = BUFFER_EMPTY;
	int64_t start = session_expected_start(s, place, c->now);

	draw_who(c, t, row, place, chosen);
	screen_put(row, t.kind, t.kind_width, STYLE_TEXT, kind_label(e->kind));
	say_why(&text, s, place);
	screen_put(row, t.why, t.why_width, STYLE_DIM, text.bytes);
	draw_spoke(t, row, s, e->who, c->now, STYLE_TEXT);
	draw_budget(t, row, s, session_counted_for(s, e->who, e->group), c->now, STYLE_TEXT);
	buffer_reset(&text);
	if (start != NO_TIME)
		add_time_of_day(&text, s, start);
	put_right(row, t.start, START, STYLE_TEXT, text.bytes);
	buffer_release(&text);
}

static void draw_empty(const struct console *c, struct area area)
{
	struct buffer key = BUFFER_EMPTY;

	add_hint(&key, SHOW_FLOOR, COMMAND_SPEAK, 0, "adds somebody: two letters of a name, Enter");
	screen_put(area.row + 1, area.column + 4, area.columns - 5, STYLE_STRONG,
		c->filter.on ? "Nobody on the list fits the filter." : "Nobody is on the list.");
	screen_put(area.row + 2, area.column + 4, area.columns - 5, STYLE_TEXT, key.bytes);
	buffer_release(&key);
}

/* In the line over the list: what is shown of it, how it is ordered, and what it still takes when
 * it is closed. */
static void draw_state(const struct console *c, struct area area)
{
	const struct session *s = seat_session(c->seat);
	struct buffer text = BUFFER_EMPTY;

	if (c->filter.on)
		buffer_format(&text, "only \"%s\"", c->filter.text.bytes);

	if (s->policy != POLICY_ARRIVAL) {
		buffer_format(&text, "%slist by policy: ", text.len ? "; " : "");
		add_policy(&text, s);
	}
	if (s->list_closed) {
		buffer_format(&text, "%s",
			s->policy != POLICY_ARRIVAL ? "; closed, still takes "
			: text.len                  ? "; list closed, still takes "
						    : "list closed, still takes ");
		for (int kind = 0, count = 0; kind < LIST_KINDS; kind++)
			if (list_kind_passes_closed((enum list_kind)kind))
				buffer_format(&text, "%s%s", count++ ? ", " : "",
					list_kind_name((enum list_kind)kind));
	}
	if (text.len) {
		struct spot spot = spot_at(area.row, area.column + 3, area.columns - 6);

		spot_put(&spot, STYLE_STRONG, " ");
		spot_put(&spot, STYLE_STRONG, text.bytes);
		spot_put(&spot, STYLE_STRONG, " ");
	}
	buffer_release(&text);
}

/* The areas of the view: the table, the rows of its list and the bars beside it. */
struct places {
	struct area table, rows, bars;
	bool has_pane;
};

static struct places places_in(const struct console *c, struct area area)
{
	bool has_pane = area.columns >= PANE_FROM && !c->floor.only_bars;
	int pane = has_pane ? PANE : 0;
	struct places p = {.has_pane = has_pane,
		.table = {area.row + 1, area.column, area.rows - 1, area.columns - pane},
		.bars = {area.row + 1, area.column + area.columns - pane + 2, area.rows - 1,
			pane - 3}};

	p.rows = (struct area){p.table.row + 2, p.table.column, p.table.rows - 2, p.table.columns};
	return p;
}

void floor_arrange(struct console *c, struct area area, bool choice)
{
	struct places p = places_in(c, area);
	size_t *places = mem_new(seat_session(c->seat)->waiting_count + 1, sizeof *places);
	size_t count = floor_places(c, places);

	(void)choice;
	c->floor.lines = floor_lines_arrange(c, p.rows, !p.has_pane);
	int rows = p.rows.rows - floor_lines_taken(&c->floor.lines);
	if (c->floor.only_bars) /* the list keeps its top for when it comes back */
		c->floor.shown.count = 0;
	else
		rows_arrange(&c->floor.shown, p.rows.row, rows > 0 ? (size_t)rows : 0, count,
			floor_row(c, places, count));
	free(places);
}

static void draw_rows(const struct console *c, struct table t, struct area area)
{
	const struct rows_shown *shown = &c->floor.shown;
	size_t *places = mem_new(seat_session(c->seat)->waiting_count + 1, sizeof *places);
	size_t count = floor_places(c, places);

	for (size_t i = shown->top; i < shown->top + shown->count && i < count; i++)
		draw_entry(
			c, t, shown->first + (int)(i - shown->top), places[i], i == shown->chosen);
	if (count == 0)
		draw_empty(c, area);
	free(places);
}

static struct table table_now(const struct console *c, struct area area)
{
	return table_in(area, session_budget_whole(seat_session(c->seat)) > 0);
}

static void draw_table(const struct console *c, const struct places *p)
{
	struct table t = table_now(c, p->table);

	draw_titles(c, t, p->table.row);
	draw_speaker(c, t, p->table.row + 1);
	floor_lines_draw(c, p->rows);
	draw_rows(c, t, p->rows);
}

void floor_draw(const struct console *c, struct area area)
{
	struct places p = places_in(c, area);

	screen_rule(area.row, area.column, area.columns);
	draw_state(c, (struct area){area.row, area.column, 1, p.table.columns});
	if (p.has_pane) {
		screen_put(area.row, p.bars.column - 2, 1, STYLE_RULE, screen_ascii() ? "+" : "┬");
		screen_upright(p.bars.row, p.bars.column - 2, p.bars.rows);
		speaking_time_draw(c, p.bars);
	}
	if (c->floor.only_bars)
		speaking_time_draw(c, (struct area){p.table.row, p.table.column + 1, p.table.rows,
			p.table.columns - 2});
	else
		draw_table(c, &p);
}

bool floor_draw_choice(const struct console *c, struct area area)
{
	const struct rows_shown *shown = &c->floor.shown;
	struct places p = places_in(c, area);
	struct table t = table_now(c, p.table);
	size_t *places = mem_new(seat_session(c->seat)->waiting_count + 1, sizeof *places);
	size_t count = floor_places(c, places), rows[] = {shown->before, shown->chosen};
	bool enough = shown->stays && !c->floor.only_bars && c->floor.lines.stay &&
		      rows[0] < count && rows[1] < count;

	if (enough)
		floor_lines_draw_choice(c, p.rows, places[shown->chosen]);
	for (size_t i = 0; enough && i < 2; i++)
		draw_who(c, t, shown->first + (int)(rows[i] - shown->top), places[rows[i]],
			rows[i] == shown->chosen);
	free(places);
	return enough;
}
