/* SPDX-License-Identifier: MIT */
/* podium_view.c - for the screen that the room sees: the item, the speaker's clock, the next three.
 * No note, and no name unless the agenda says so. */

#include "ui/entry/submit.h"
#include "ui/entry/typing.h"
#include "ui/view/view.h"
#include "ui/widget/large_digits.h"
#include "ui/widget/meeting_text.h"

enum { FULL_ROWS = 13, BAR_MOST = 60 };

/* Everything of one moment that is shown. */
struct podium {
	const char *item;
	struct buffer speaker, clock, about, next;
	enum style style;
	double part, whole; /* of the bar; whole 0: none */
};

static const char *name_for_room(const struct session *s, size_t who)
{
	return s->agenda->podium_names ? session_short(s, who) : "Speaker";
}

static void say_speech(struct podium *p, const struct session *s, int64_t now)
{
	const struct speech *speech = &s->speeches[s->floor];
	int64_t elapsed = speech_elapsed(s, s->floor, now), left = speech->limit_ms - elapsed;

	p->style = speech_style(s, speech, now);
	buffer_text(&p->speaker, name_for_room(s, speech->who));
	if (speech->kind != LIST_STATEMENT)
		buffer_format(&p->speaker, " %s %s", sign(SIGN_DOT), list_kind_name(speech->kind));
	if (left < 0)
		buffer_char(&p->clock, '+');
	/* The time left is rounded up, so that it shows 0:00 when it is over and not before. */
	clock_write(&p->clock, left < 0 ? -left : left + MS_SECOND - 1);
	buffer_text(&p->about, left < 0 ? "over " : "left of ");
	clock_write(&p->about, speech->limit_ms);
	if (s->state == MEETING_SUSPENDED)
		buffer_text(&p->about, ", the meeting is suspended");
	else if (speech->state == SPEECH_PAUSED)
		buffer_text(&p->about, ", paused");
	p->part = (double)elapsed;
	p->whole = (double)speech->limit_ms;
}

static void say_free(struct podium *p, const struct session *s, int64_t now)
{
	p->style = STYLE_TEXT;
	if (s->state == MEETING_SUSPENDED)
		buffer_text(&p->speaker, "The meeting is suspended");
	else if (s->state == MEETING_CLOSED)
		buffer_text(&p->speaker, "The meeting is closed");
	else
		buffer_text(&p->speaker, s->waiting_count ? "The floor is free" : "");
	add_time_of_day(&p->clock, s, now);
}

static void say_next(struct podium *p, const struct session *s)
{
	if (!s->agenda->podium_names) {
		if (s->waiting_count)
			buffer_format(&p->next, "%zu waiting", s->waiting_count);
		return;
	}
	for (size_t i = 0; i < s->waiting_count && i < 3; i++) {
		const struct entry *e = &s->waiting[i];

		if (i == 0)
			buffer_text(&p->next, "Next  ");
		else
			buffer_format(&p->next, " %s ", sign(SIGN_DOT));
		buffer_text(&p->next, session_short(s, e->who));
		if (e->kind != LIST_STATEMENT)
			buffer_format(&p->next, " (%s)", list_kind_name(e->kind));
	}
	if (s->waiting_count > 3)
		buffer_format(&p->next, " +%zu", s->waiting_count - 3);
}

static void podium_init(struct podium *p, const struct session *s, int64_t now)
{
	*p = (struct podium){.item = s->agenda->title};
	buffer_init(&p->speaker);
	buffer_init(&p->clock);
	buffer_init(&p->about);
	buffer_init(&p->next);
	if (s->item_now != NONE)
		p->item = s->items[s->item_now].title;
	if (s->floor != NONE)
		say_speech(p, s, now);
	else
		say_free(p, s, now);
	say_next(p, s);
}

static void podium_release(struct podium *p)
{
	buffer_release(&p->speaker);
	buffer_release(&p->clock);
	buffer_release(&p->about);
	buffer_release(&p->next);
}

/* How wide a dot of the digits may be; 0: not even narrow ones fit. */
static int dot_for(const char *clock, struct area area)
{
	if (area.rows < DIGIT_ROWS + 3)
		return 0;
	for (int dot = area.rows >= 24 && area.columns >= 100 ? 3 : 2; dot > 0; dot--)
		if (digits_width(clock, dot) <= area.columns - 2)
			return dot;
	return 0;
}

/* The clock in digits, or in one row; returns the row after it. */
static int draw_clock(const struct podium *p, struct area area, int row)
{
	int dot = dot_for(p->clock.bytes, area);

	if (!dot) {
		put_centred(row, area.column, area.columns,
			p->style == STYLE_TEXT ? STYLE_STRONG : p->style, p->clock.bytes);
		return row + 1;
	}
	int width = digits_width(p->clock.bytes, dot);
	large_digits_draw(
		row, area.column + (area.columns - width) / 2, p->style, p->clock.bytes, dot);
	return row + DIGIT_ROWS;
}

static void draw_bar(const struct podium *p, struct area area, int row)
{
	int width = area.columns - 8 < BAR_MOST ? area.columns - 8 : BAR_MOST;

	if (p->whole > 0 && width > 4)
		screen_bar(row, area.column + (area.columns - width) / 2, width, p->style, p->part,
			p->whole);
}

/* With rows to spare there are empty ones between the parts. */
static void draw_tall(const struct podium *p, struct area area)
{
	int gap = area.rows >= FULL_ROWS + 5 ? 2 : 1;
	int row = area.row + (area.rows - (DIGIT_ROWS + 3 + 5 * gap)) / 2;

	row = row < area.row ? area.row : row;
	put_centred(row, area.column, area.columns, STYLE_TITLE, p->item);
	put_centred(row + 1 + gap, area.column, area.columns, STYLE_SPEAKER, p->speaker.bytes);
	row = draw_clock(p, area, row + 2 + 2 * gap);
	put_centred(row + gap - 1, area.column, area.columns, STYLE_DIM, p->about.bytes);
	draw_bar(p, area, row + 2 * gap - 1);
	put_centred(row + 3 * gap, area.column, area.columns, STYLE_TEXT, p->next.bytes);
}

/* The speaker and the clock first; the item, the bar and who is next while there are rows. */
static void draw_low(const struct podium *p, struct area area)
{
	int row = area.row;

	if (area.rows >= 4)
		put_centred(row++, area.column, area.columns, STYLE_TITLE, p->item);
	if (area.rows >= 2)
		put_centred(row++, area.column, area.columns, STYLE_SPEAKER, p->speaker.bytes);
	row = draw_clock(p, area, row);
	if (row + 2 < area.row + area.rows)
		draw_bar(p, area, ++row);
	row++;
	if (row < area.row + area.rows)
		put_centred(row, area.column, area.columns, STYLE_TEXT, p->next.bytes);
}

/* Nothing in it can be chosen or clicked. */
void podium_arrange(struct console *c, struct area area, bool choice)
{
	(void)c;
	(void)area;
	(void)choice;
}

void podium_draw(const struct console *c, struct area area)
{
	struct podium p;

	podium_init(&p, seat_session(c->seat), c->now);
	if (area.rows >= FULL_ROWS)
		draw_tall(&p, area);
	else
		draw_low(&p, area);
	podium_release(&p);
}

/* There are no rows to choose from. */
bool podium_draw_choice(const struct console *c, struct area area)
{
	(void)c;
	(void)area;
	return false;
}

static bool back(struct console *c)
{
	console_view(c, c->view_before);
	return true;
}

static bool leave(struct console *c)
{
	if (!c->room)
		return false;
	c->leaving = LEAVING_NOW;
	return true;
}

static const struct key_row rows[] = {
	{"Esc", back, "back to the view before"},
	{"/", entry_go_command, "give a command"},
	{"q", leave, "leave, where the console is for the room's screen only"},
};
const struct key_table podium_keys = KEY_TABLE(rows);

bool podium_key(struct console *c, const struct key *key)
{
	return key_table_do(&podium_keys, c, key) || submit_key(c, key);
}

/* Nothing: the room need not see keys. */
void podium_hints(const struct console *c, struct buffer *out)
{
	(void)c;
	(void)out;
}
