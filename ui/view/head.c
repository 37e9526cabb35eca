/* SPDX-License-Identifier: MIT */
/* head.c - the three lines that stay: the meeting, the floor, who is next. */
#include "ui/view/head.h"

#include "ui/term/screen.h"
#include "ui/view/seats_present.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

enum {
	LABEL = 7,
	GAP = 2,
	CLOCK = 5,
	WHO = 24,
	BAR = 20,
	LEAST_NAMES = 28,
	LEAST_SPEECH = 30,
	LEAST_PAUSED = 14,
	LEAST_WITH_LIMIT = 22,
	WIDE = 120 /* room for who else is there */
};

/* How many rows the head takes in a screen of that many rows. */
static int rows_for(int rows)
{
	if (rows >= 12)
		return 3;
	if (rows >= 9)
		return 2;
	return rows >= 7 ? 1 : 0;
}

int head_rows(const struct console *c)
{
	(void)c;
	return rows_for(screen_rows());
}

/* The meeting */

/* The pieces of the first line, each empty when there is none. */
struct meeting_line {
	struct buffer badge, exposed, place, used, item, drift, ends, clock;
	enum style used_style, drift_style;
};

static void line_release(struct meeting_line *l)
{
	struct buffer *pieces[] = {&l->badge, &l->exposed, &l->place, &l->used, &l->item, &l->drift,
		&l->ends, &l->clock};

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		buffer_release(pieces[i]);
}

static void line_init(struct meeting_line *l)
{
	*l = (struct meeting_line){.used_style = STYLE_TEXT, .drift_style = STYLE_TEXT};
	buffer_init(&l->badge);
	buffer_init(&l->exposed);
	buffer_init(&l->place);
	buffer_init(&l->used);
	buffer_init(&l->item);
	buffer_init(&l->drift);
	buffer_init(&l->ends);
	buffer_init(&l->clock);
}

static const char *badge_text(enum rule rule)
{
	switch (rule) {
	case RULE_CHATHAM_HOUSE: return "CHATHAM HOUSE";
	case RULE_OPEN: return "OPEN";
	case RULE_CLOSED: return "CLOSED-DOOR";
	}
	return "";
}

/* The item's place in the agenda as it is now, from 1. */
static size_t place_of(const struct session *s, size_t item)
{
	for (size_t i = 0; i < s->item_count; i++)
		if (s->item_order[i] == item)
			return i + 1;
	return 0;
}

static void say_item(struct meeting_line *l, const struct session *s, int64_t now)
{
	if (s->item_now == NONE) {
		buffer_text(&l->item, s->started == NO_TIME ? "not begun" : "between items");
		return;
	}
	const struct item *item = &s->items[s->item_now];
	int64_t used = item_used(s, s->item_now, now);

	buffer_format(&l->place, "%zu/%zu", place_of(s, s->item_now), s->item_count);
	buffer_text(&l->item, item->title);
	clock_write(&l->used, used);
	buffer_text(&l->used, " of ");
	clock_write(&l->used, item->minutes * MS_MINUTE);
	if (used > item->minutes * MS_MINUTE)
		l->used_style = STYLE_WARNING;
}

/* "6 min late", from two hours on in hours. */
static void say_lateness(struct buffer *out, int64_t drift)
{
	int64_t minutes = (drift < 0 ? -drift : drift) / MS_MINUTE;
	const char *which = drift < 0 ? "early" : "late";

	if (minutes == 0)
		buffer_text(out, "on time");
	else if (minutes < 120)
		buffer_format(out, "%d min %s", (int)minutes, which);
	else
		buffer_format(out, "%lld h %s", (long long)(minutes / 60), which);
}

static void say_drift(struct meeting_line *l, const struct session *s, int64_t now)
{
	int64_t drift = session_drift(s, now), end = session_expected_end(s, now);

	if (s->state != MEETING_OPEN) {
		buffer_text(&l->drift, s->state == MEETING_CLOSED ? "CLOSED" : "SUSPENDED");
		l->drift_style = STYLE_WARNING;
		return;
	}
	if (s->started == NO_TIME && agenda_start(s->agenda) != NO_TIME) {
		buffer_text(&l->drift, "starts ");
		add_time_of_day(&l->drift, s, agenda_start(s->agenda));
		return;
	}
	if (drift == NO_TIME) {
		if (end != NO_TIME) {
			buffer_text(&l->drift, "ends ");
			add_time_of_day(&l->drift, s, end);
		}
		return;
	}
	say_lateness(&l->drift, drift);
	if (drift >= 5 * MS_MINUTE)
		l->drift_style = STYLE_WARNING;
	if (end != NO_TIME) {
		buffer_text(&l->ends, ", ends ");
		add_time_of_day(&l->ends, s, end);
	}
}

/* Takes the columns when they are there, else the piece is emptied. */
static void afford(struct buffer *piece, int *left, int around)
{
	int needs = columns_of(piece->bytes) + around;

	if (piece->len == 0)
		return;
	if (needs > *left)
		buffer_reset(piece);
	else
		*left -= needs;
}

/* Shares what is left between the titles: the item's first, the meeting's with what remains. */
static void share(const struct meeting_line *l, const char *title, int left, int *item, int *own)
{
	enum { LEAST = 9 };
	int wants_item = l->item.len ? columns_of(l->item.bytes) + 1 : 0;
	int wants_own = columns_of(title) + 1;

	*item = wants_item < left ? wants_item : left;
	*own = left - *item;
	if (*own < wants_own && *own<2 * LEAST && * item> 2 * LEAST) {
		int gives = *item - 2 * LEAST;

		*own += gives < wants_own - *own ? gives : wants_own - *own;
		*item = left - *own;
	}
	if (*own < wants_own && *own < LEAST + 1) {
		*own = 0;
		*item = wants_item < left ? wants_item : left;
	}
	if (*own > wants_own)
		*own = wants_own;
	if (*item < wants_item && *item < LEAST)
		*item = 0;
}

static void draw_pieces(const struct meeting_line *l, const char *title, int own, int item)
{
	struct spot spot = spot_at(0, 1, screen_columns() - 1 - CLOCK - GAP);

	if (own > 1) {
		spot.column += screen_put(0, spot.column, own - 1, STYLE_TITLE, title);
		spot_gap(&spot, 1);
	}
	if (l->badge.len) {
		spot_put(&spot, STYLE_BADGE, l->badge.bytes);
		spot_gap(&spot, 1);
	}
	if (l->exposed.len) {
		spot_put(&spot, STYLE_WARNING, l->exposed.bytes);
		spot_gap(&spot, GAP);
	}
	if (l->place.len) {
		spot_put(&spot, STYLE_STRONG, l->place.bytes);
		spot_gap(&spot, 1);
	}
	if (item > 1) {
		spot.column += screen_put(0, spot.column, item - 1, STYLE_TEXT, l->item.bytes);
		spot_gap(&spot, 1);
	}
	spot_put(&spot, l->used_style, l->used.bytes);
	if (l->drift.len) {
		spot_gap(&spot, GAP - (l->used.len ? 0 : 1));
		spot_put(&spot, l->drift_style, l->drift.bytes);
		spot_put(&spot, STYLE_DIM, l->ends.bytes);
	}
	put_right(0, screen_columns() - 1 - CLOCK, CLOCK, STYLE_STRONG, l->clock.bytes);
}

static void draw_meeting(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	struct meeting_line l;
	int left = screen_columns() - 2 - CLOCK, item = 0, own = 0;

	line_init(&l);
	add_time_of_day(&l.clock, s, c->now);
	buffer_format(&l.badge, " %s ", badge_text(rule_now(s)));
	say_item(&l, s, c->now);
	say_drift(&l, s, c->now);
	if (seat_is_exposed(c->seat, c->now))
		buffer_text(&l.exposed, "READABLE BY OTHERS");
	afford(&l.exposed, &left, GAP);
	afford(&l.badge, &left, 1);
	afford(&l.place, &left, 1);
	afford(&l.used, &left, 1);
	afford(&l.drift, &left, GAP);
	if (left > 34 || !l.drift.len)
		afford(&l.ends, &left, 0);
	else
		buffer_reset(&l.ends);
	if (!l.drift.len)
		buffer_reset(&l.ends);
	share(&l, s->agenda->title, left - 1, &item, &own);
	draw_pieces(&l, s->agenda->title, own, item);
	line_release(&l);
}

/* The floor */

static void say_speech_time(struct buffer *out, const struct session *s, size_t speech, int64_t now)
{
	clock_write(out, speech_elapsed(s, speech, now));
	if (s->speeches[speech].limit_ms > 0) {
		buffer_text(out, " of ");
		clock_write(out, s->speeches[speech].limit_ms);
	}
}

/* "+0:42 over", or nothing. */
static void say_over(struct buffer *out, const struct session *s, size_t speech, int64_t now)
{
	int64_t over = speech_elapsed(s, speech, now) - s->speeches[speech].limit_ms;

	if (s->speeches[speech].limit_ms > 0 && over > 0) {
		buffer_char(out, '+');
		clock_write(out, over);
		buffer_text(out, " over");
	}
}

/* "0:25 left" of a speech that nears its limit: it is not only said by colour. */
static void say_left(struct buffer *out, const struct session *s, size_t speech, int64_t now)
{
	int64_t left = s->speeches[speech].limit_ms - speech_elapsed(s, speech, now);

	if (speech_style(s, &s->speeches[speech], now) != STYLE_WARNING || left < 0)
		return;
	clock_write(out, left + MS_SECOND - 1);
	buffer_text(out, " left");
}

static void say_kind(struct buffer *out, const struct session *s, size_t speech)
{
	const struct speech *what = &s->speeches[speech];

	buffer_format(out, " %s %s", sign(SIGN_DOT), list_kind_name(what->kind));
	if (what->nth > 0)
		buffer_format(out, " %d", what->nth);
	if (what->group) {
		buffer_text(out, " for ");
		buffer_text(out, call_group(s, what->group));
	}
}

/* "paused: Uruguay 1:00", last paused first. */
static void say_paused(struct buffer *out, const struct session *s, int64_t now)
{
	for (size_t i = s->paused_count; i-- > 0;) {
		buffer_text(out, out->len ? ", " : "paused: ");
		buffer_format(out, "%s ", session_short(s, s->speeches[s->paused[i]].who));
		clock_write(out, speech_elapsed(s, s->paused[i], now));
	}
}

/* The speaker and the kind of speech, in at most `room` columns; the kind is dropped before the
 * name is cut. Takes 24 columns when it can, so that the clock does not move from speaker to
 * speaker. */
static void draw_who(struct spot *spot, const struct session *s, int room)
{
	const char *who = session_short(s, s->speeches[s->floor].who);
	struct buffer kind = BUFFER_EMPTY;
	int used;

	say_kind(&kind, s, s->floor);
	if (columns_of(who) + columns_of(kind.bytes) > room)
		buffer_reset(&kind);
	used = screen_put(spot->row, spot->column, room, STYLE_SPEAKER, who);
	used += screen_put(spot->row, spot->column + used, room - used, STYLE_TEXT, kind.bytes);
	buffer_release(&kind);
	if (used < WHO)
		used = room < WHO ? room : WHO;
	spot->column += used + GAP;
}

static void draw_speech(struct spot *spot, const struct session *s, int64_t now)
{
	const struct speech *speech = &s->speeches[s->floor];
	struct buffer time = BUFFER_EMPTY, over = BUFFER_EMPTY;
	enum style style = speech_style(s, speech, now);

	say_speech_time(&time, s, s->floor, now);
	say_over(&over, s, s->floor, now);
	say_left(&over, s, s->floor, now);
	if (speech->state == SPEECH_PAUSED)
		buffer_text(&over, over.len ? ", paused" : "paused");
	if (over.len && style == STYLE_OVER && spot_left(spot) < 48)
		buffer_reset(&time);
	int room = spot_left(spot) - columns_of(time.bytes) - GAP -
		   (over.len ? columns_of(over.bytes) + GAP : 0);
	int bar = room - WHO - GAP < BAR ? room - WHO - GAP : BAR;
	if (bar < 6 || speech->limit_ms <= 0)
		bar = 0;
	draw_who(spot, s, bar ? room - bar - GAP - GAP : room - GAP);
	if (time.len) {
		spot_put(spot, style == STYLE_OVER ? STYLE_STRONG : style, time.bytes);
		spot_gap(spot, GAP);
	}
	if (bar) {
		screen_bar(spot->row, spot->column, bar, style,
			(double)speech_elapsed(s, s->floor, now), (double)speech->limit_ms);
		spot_gap(spot, bar + GAP);
	}
	spot_put(spot, style == STYLE_OVER ? STYLE_OVER : STYLE_WARNING, over.bytes);
	buffer_release(&time);
	buffer_release(&over);
}

static void draw_free(struct spot *spot, const struct session *s)
{
	spot_put(spot, STYLE_TEXT, "free");
	if (s->last_speech == NONE || spot_left(spot) <= 24)
		return;
	spot_gap(spot, GAP);
	spot_format(spot, STYLE_DIM, "last: %s", session_short(s, s->speeches[s->last_speech].who));
}

/* Those paused stand at the right, where there is room beside the speech; with nobody paused, on a
 * wide screen, the other seats that are there. */
static void draw_floor(const struct console *c, int row)
{
	const struct session *s = seat_session(c->seat);
	struct spot spot = spot_at(row, 1, screen_columns() - 2);
	struct buffer paused = BUFFER_EMPTY;

	spot_put(&spot, STYLE_DIM, "Floor");
	spot.column = 1 + LABEL;
	say_paused(&paused, s, c->now);
	enum style style = paused.len ? STYLE_TEXT : STYLE_DIM;
	if (!paused.len && screen_columns() >= WIDE)
		add_seats_present(&paused, c);
	if (paused.len) {
		int room = columns_of(paused.bytes), most = spot_left(&spot) - LEAST_SPEECH;

		if (room > most)
			room = most >= LEAST_PAUSED ? most : 0;
		spot.end -= room;
		put_right(row, spot.end, room, style, paused.bytes);
		spot.end -= room ? GAP : 0;
	}
	if (s->floor != NONE)
		draw_speech(&spot, s, c->now);
	else
		draw_free(&spot, s);
	buffer_release(&paused);
}

/* Next speakers */

/* The arithmetic, in the longest of its forms that fits. */
static void say_arithmetic(struct buffer *out, const struct session *s, int64_t now, int form)
{
	struct list_figures f = session_list_figures(s, now);
	const char *closed = s->list_closed ? ", list closed" : "";

	if (form > 2) {
		buffer_format(out, "%zu waiting", f.waiting);
		return;
	}
	buffer_format(out, "%zu%s", f.waiting, form < 1 ? " waiting" : "");
	if (form < 2 && s->policy != POLICY_ARRIVAL) {
		buffer_text(out, " (");
		add_policy(out, s);
		buffer_char(out, ')');
	}
	buffer_format(out, " need%s ", f.waiting == 1 ? "s" : "");
	clock_write(out, f.waiting_ms);
	if (form < 2 && f.left_ms != NO_TIME && f.needs_ms > f.left_ms && f.waiting_ms <= f.left_ms)
		buffer_text(out, form < 1 ? " after this speech" : " after this");
	if (f.left_ms != NO_TIME) {
		if (f.left_ms < 0)
			buffer_text(out, form < 1 ? ", the item is over by " : ", over by ");
		else
			buffer_text(out, form < 1 ? ", the item has " : ", left ");
		clock_write(out, f.left_ms < 0 ? -f.left_ms : f.left_ms);
	}
	if (form < 2 && f.left_ms != NO_TIME && f.needs_ms > f.left_ms && f.fits_ms > 0) {
		buffer_text(out, ": /limit ");
		clock_write(out, f.fits_ms);
		buffer_text(out, form < 1 ? " would fit" : "");
	}
	buffer_text(out, form < 2 ? closed : "");
}

static enum style arithmetic_style(const struct session *s, int64_t now)
{
	struct list_figures f = session_list_figures(s, now);

	return f.left_ms != NO_TIME && f.needs_ms > f.left_ms ? STYLE_WARNING : STYLE_DIM;
}

static void say_waiting(struct buffer *out, const struct session *s, size_t place)
{
	const struct entry *e = &s->waiting[place];

	buffer_text(out, session_short(s, e->who));
	if (e->kind != LIST_STATEMENT)
		buffer_format(out, " (%s)", list_kind_name(e->kind));
}

/* The first three who wait, whole names only but for the first, and how many there are besides. */
static void draw_three(struct spot *spot, const struct session *s)
{
	size_t shown = 0;

	for (; shown < s->waiting_count && shown < 3; shown++) {
		struct buffer text = BUFFER_EMPTY;
		int more = s->waiting_count > shown + 1 ? 4 : 0;

		say_waiting(&text, s, shown);
		bool fits = columns_of(text.bytes) + 3 + more <= spot_left(spot);
		if (shown > 0 && fits)
			spot_format(spot, STYLE_DIM, " %s ", sign(SIGN_DOT));
		if (shown == 0 || fits)
			spot_put(spot, shown == 0 ? STYLE_STRONG : STYLE_TEXT, text.bytes);
		buffer_release(&text);
		if (shown > 0 && !fits)
			break;
	}
	if (s->waiting_count > shown)
		spot_format(spot, STYLE_DIM, " +%zu", s->waiting_count - shown);
}

static int width_of_three(const struct session *s)
{
	int width = s->waiting_count > 3 ? 4 : 0;

	for (size_t i = 0; i < s->waiting_count && i < 3; i++) {
		struct buffer text = BUFFER_EMPTY;

		say_waiting(&text, s, i);
		width += columns_of(text.bytes) + (i > 0 ? 3 : 0);
		buffer_release(&text);
	}
	return width;
}

static void draw_next(const struct console *c, int row)
{
	const struct session *s = seat_session(c->seat);
	int width = screen_columns() - 2 - LABEL, names = width_of_three(s);
	struct spot spot = spot_at(row, 1, screen_columns() - 2);
	struct buffer sum = BUFFER_EMPTY;

	spot_put(&spot, STYLE_DIM, "Next");
	spot.column = 1 + LABEL;
	if (s->waiting_count == 0) {
		spot_put(&spot, STYLE_DIM,
			s->list_closed ? "nobody waits, the list is closed" : "nobody waits");
		return;
	}
	for (int form = 0; form < 4; form++) {
		int least = form == 0 || names < LEAST_NAMES ? names : LEAST_NAMES;

		buffer_reset(&sum);
		say_arithmetic(&sum, s, c->now, form);
		if (columns_of(sum.bytes) + 3 + least <= width)
			break;
	}
	int room = width - columns_of(sum.bytes) - 3;
	spot.end = spot.column + room;
	draw_three(&spot, s);
	put_right(row, 1 + LABEL + room + 1, columns_of(sum.bytes) + 2, arithmetic_style(s, c->now),
		sum.bytes);
	buffer_release(&sum);
}

/* All of it */

void head_draw_least(const struct console *c, int row)
{
	const struct session *s = seat_session(c->seat);
	struct spot spot = spot_at(row, 0, screen_columns());
	struct buffer text = BUFFER_EMPTY;

	add_time_of_day(&text, s, c->now);
	spot_put(&spot, STYLE_STRONG, text.bytes);
	buffer_reset(&text);
	spot_gap(&spot, 1);
	if (s->floor == NONE) {
		spot_put(&spot, STYLE_DIM, "floor free");
	} else {
		enum style style = speech_style(s, &s->speeches[s->floor], c->now);

		say_over(&text, s, s->floor, c->now);
		if (!text.len && spot_left(&spot) < LEAST_WITH_LIMIT)
			clock_write(&text, speech_elapsed(s, s->floor, c->now));
		else if (!text.len)
			say_speech_time(&text, s, s->floor, c->now);
		int room = spot_left(&spot) - columns_of(text.bytes) - 1;
		spot.column += screen_put(row, spot.column, room, STYLE_SPEAKER,
			session_short(s, s->speeches[s->floor].who));
		spot_gap(&spot, 1);
		spot_put(&spot, style, text.bytes);
	}
	buffer_release(&text);
}

void head_draw(const struct console *c)
{
	int rows = head_rows(c);

	if (rows == 1) {
		head_draw_least(c, 0);
		return;
	}
	if (rows >= 2) {
		draw_meeting(c);
		draw_floor(c, 1);
	}
	if (rows >= 3)
		draw_next(c, 2);
}
