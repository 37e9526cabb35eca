/* SPDX-License-Identifier: MIT */
/* loop.c - draw what changed, wait, take what came. */
#include "ui/loop.h"

#include <poll.h>
#include <stdio.h>

#include "base/memory.h"
#include "ui/bottom_rows.h"
#include "ui/entry/entry_draft.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/next_change.h"
#include "ui/other_seats.h"
#include "ui/overlay/completion_menu.h"
#include "ui/overlay/curtain.h"
#include "ui/overlay/palette.h"
#include "ui/overlay/question.h"
#include "ui/overlay/tutorial.h"
#include "ui/state/message.h"
#include "ui/term/keyboard.h"
#include "ui/term/screen.h"
#include "ui/term/signals.h"
#include "ui/view/capture_view.h"
#include "ui/view/head.h"
#include "ui/view_table.h"

enum { REFRESH_MS = 250, FOREVER = -1 };

/* Draw */

static void blank(int row, int rows)
{
	for (int i = 0; i < rows; i++)
		screen_fill(row + i, 0, screen_columns(), STYLE_TEXT, " ");
}

static void draw_head(const struct console *c, const struct layout *l)
{
	blank(0, l->head);
	if (l->head)
		head_draw(c);
	if (l->least >= 0) {
		blank(l->least, 1);
		head_draw_least(c, l->least);
	}
	if (l->strip >= 0)
		tutorial_draw(c, l->strip);
}

static void draw_rule(const struct console *c, const struct layout *l)
{
	if (l->rule < 0)
		return;
	screen_rule_under(l->rule);
	if (c->view == SHOW_CAPTURE)
		capture_draw_rule(c, l->rule);
}

static bool is_list(const struct console *c)
{
	return c->overlay == OVERLAY_HELP || c->overlay == OVERLAY_PALETTE;
}

/* Another row was chosen: mostly two rows are another. */
static bool draw_choice(const struct console *c, const struct layout *l)
{
	if (is_list(c))
		return palette_draw_choice(c, l->view);
	if (l->view.rows < 2 || c->overlay != OVERLAY_NONE || menu_rows(c, l->view) ||
		!view_table[c->view].draw_choice(c, l->view))
		return false;
	if (l->rule >= 0 && c->view == SHOW_CAPTURE)
		capture_draw_rule(c, l->rule);
	return true;
}

/* Arranges the view before it is drawn; mostly only another row was chosen. */
static void arrange(struct console *c, const struct layout *l)
{
	bool choice = !(c->frame.dirty & DIRTY_VIEW);

	if (choice && !(c->frame.dirty & DIRTY_CHOICE))
		return;
	if (is_list(c))
		palette_arrange(c, l->view);
	else if (l->view.rows >= 2)
		view_table[c->view].arrange(c, l->view, choice);
}

static void draw_view(const struct console *c, const struct layout *l)
{
	blank(l->view.row, l->view.rows);
	if (is_list(c)) {
		palette_draw(c, l->view);
		return;
	}
	if (l->view.rows >= 2)
		view_table[c->view].draw(c, l->view);
	draw_rule(c, l);
	if (c->overlay == OVERLAY_QUESTION || c->overlay == OVERLAY_PASTE)
		question_draw(c, l->view);
}

/* Lines that are not on disk yet and will be. */
static int64_t pending(const struct console *c)
{
	return seat_failure(c->seat) ? 0 : seat_last(c->seat) - seat_safe(c->seat);
}

/* Draws what is to be drawn again, as one frame. */
static void console_draw(struct console *c)
{
	struct layout l = console_layout(c);

	/* Unsynced lines are counted before the view is drawn: the disk may be done meanwhile. */
	if (c->frame.dirty & DIRTY_VIEW)
		c->frame.pending = pending(c);
	if ((c->frame.dirty & DIRTY_ALL) == DIRTY_ALL || c->overlay == OVERLAY_CURTAIN)
		screen_erase();
	if (c->overlay == OVERLAY_CURTAIN) {
		curtain_draw(c);
	} else {
		arrange(c, &l);
		if (c->frame.dirty & DIRTY_HEAD)
			draw_head(c, &l);
		if (c->frame.dirty & DIRTY_BOTTOM)
			bottom_draw(c, &l);
		if (c->frame.dirty & DIRTY_CHOICE && !(c->frame.dirty & DIRTY_VIEW) &&
			!draw_choice(c, &l))
			c->frame.dirty |= DIRTY_VIEW;
		/* After the bottom: an overlay has the cursor. */
		if (c->frame.dirty & DIRTY_VIEW)
			draw_view(c, &l);
		if (c->frame.dirty & (DIRTY_VIEW | DIRTY_BOTTOM))
			menu_draw(c, l.view, layout_menu_end(&l));
	}
	c->frame.dirty = 0;
	screen_flush(c->frame.pending, c->ran == COMMAND_NONE ? NULL : command_table[c->ran].name);
	c->ran = COMMAND_NONE;
}

/* Wait */

/* Milliseconds until something changes by itself; an injected clock says so itself. */
static int wait_ms(const struct console *c)
{
	int64_t next, ms;

	bool asks = seat_follow_fd(c->seat) < 0;

	if (c->clock.fd >= 0)
		return asks ? REFRESH_MS : FOREVER;
	next = sooner(draft_due(c), c->overlay == OVERLAY_CURTAIN
					    ? c->now - c->now % MS_MINUTE + MS_MINUTE
					    : console_next_change(c));
	ms = next == NO_TIME ? FOREVER : next - clock_now(&c->clock);
	if (next != NO_TIME && ms < 0)
		ms = 0;
	if (asks && (ms < 0 || ms > REFRESH_MS))
		ms = REFRESH_MS;
	return ms > 3600 * 1000 ? 3600 * 1000 : (int)ms;
}

enum { FROM_TERMINAL, FROM_SIGNALS, FROM_SEAT, FROM_OTHERS, FROM_CLOCK, SOURCES };

static void wait_for(const struct console *c, struct pollfd polls[SOURCES])
{
	int ms = wait_ms(c);
	bool partial = keyboard_partial();

	if (partial && (ms < 0 || ms > ESCAPE_DELAY_MS))
		ms = ESCAPE_DELAY_MS;
	polls[FROM_TERMINAL] = (struct pollfd){.fd = keyboard_fd(), .events = POLLIN};
	polls[FROM_SIGNALS] = (struct pollfd){.fd = signals_fd(), .events = POLLIN};
	polls[FROM_SEAT] = (struct pollfd){.fd = seat_fd(c->seat), .events = POLLIN};
	polls[FROM_OTHERS] = (struct pollfd){.fd = seat_follow_fd(c->seat), .events = POLLIN};
	polls[FROM_CLOCK] = (struct pollfd){.fd = c->clock.fd, .events = POLLIN};
	if (poll(polls, SOURCES, ms) == 0 && partial)
		keyboard_decide();
}

/* Take */

/* Takes all that an injected clock has sent so far, so that a key is never taken before the time it
 * came after. */
static void take_clock(struct console *c)
{
	struct pollfd p = {.fd = c->clock.fd, .events = POLLIN};

	while (p.fd >= 0 && poll(&p, 1, 0) > 0)
		if (!clock_take(&c->clock)) {
			c->clock.fd = FOREVER;
			c->leaving = LEAVING_NOW;
			return;
		}
}

/* The wall clock was set: the meeting's clocks run on, and it is told. */
static void tell_step(struct console *c, int64_t step)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_text(&text, "the machine's clock was set ");
	clock_write(&text, (step < 0 ? -step : step) + MS_SECOND / 2);
	buffer_format(&text, " %s: the meeting's clocks run on as they were",
		step < 0 ? "back" : "ahead");
	message_warn(c, text.bytes);
	seat_clock_stepped(c->seat, c->now, step);
	c->frame.dirty = DIRTY_ALL;
	buffer_release(&text);
}

/* The clocks on the screen are drawn again when they show something else. */
static void take_time(struct console *c)
{
	int64_t due = console_next_change(c), step;

	take_clock(c);
	c->now = clock_now(&c->clock);
	step = clock_step(&c->clock);
	if (step)
		tell_step(c, step);
	if (due != NO_TIME && c->now >= due)
		c->frame.dirty |= c->view == SHOW_CAPTURE && c->overlay == OVERLAY_NONE ? DIRTY_HEAD
										  : DIRTY_ALL;
}

static void take_signals(struct console *c)
{
	unsigned told = signals_take();

	if ((told & TOLD_RESIZED) && screen_resize())
		c->frame.dirty = DIRTY_ALL;
	if (told & TOLD_TO_STOP)
		screen_rest();
	else if (told & TOLD_TO_GO_ON)
		screen_wake();
	if (told & (TOLD_TO_STOP | TOLD_TO_GO_ON))
		c->frame.dirty = DIRTY_ALL;
	if (told & TOLD_TO_END)
		c->leaving = LEAVING_NOW;
}

/* Tells once of a fallback folder and of a full disk. */
static void tell_warning(struct console *c)
{
	const char *warning = seat_warning(c->seat);

	if (same_text(warning, c->message.warning)) /* nothing, as a rule */
		return;
	mem_replace(&c->message.warning, warning);
	message_warn(c, warning ? warning : "the disk has room again");
	c->frame.dirty |= DIRTY_ALL;
}

static void take_seat(struct console *c)
{
	seat_heard(c->seat);
	tell_warning(c);
	c->frame.dirty |= c->overlay == OVERLAY_NONE ? DIRTY_VIEW : DIRTY_ALL;
	bool fails = seat_failure(c->seat) != NULL;
	if (fails || c->frame.fails || seat_is_read_only(c->seat))
		c->frame.dirty |= DIRTY_ALL;
	if (c->frame.fails && !fails)
		message_say(c, "saved again");
	c->frame.fails = fails;
}

static void take_keys(struct console *c)
{
	struct key key;

	while (c->leaving != LEAVING_NOW && keyboard_key(&key)) {
		take_clock(c);
		c->now = clock_now(&c->clock);
		console_key(c, &key);
		draft_tick(c, false);
	}
}

static void take(struct console *c, const struct pollfd polls[SOURCES])
{
	take_time(c);
	if (polls[FROM_SIGNALS].revents)
		take_signals(c);
	if (polls[FROM_SEAT].revents)
		take_seat(c);
	if (polls[FROM_TERMINAL].revents)
		keyboard_ready();
	take_keys(c); /* before what others wrote: who typed has not seen that */
	if (polls[FROM_OTHERS].revents || seat_follow_fd(c->seat) < 0)
		other_seats_follow(c);
	if (c->clock.fd >= 0) /* a time that was sent before the last of those keys */
		take_time(c);
	draft_tick(c, false);
	if (c->tutorial)
		tutorial_tick(c);
}

/* All of it */

static int end(struct console *c)
{
	bool saved;

	draft_tick(c, true);
	saved = seat_wait(c->seat) || seat_retry(c->seat) || seat_save_elsewhere(c->seat);
	screen_stop();
	if (seat_warning(c->seat))
		fprintf(stderr, "roundtable: %s\n", seat_warning(c->seat));
	if (saved)
		return 0;
	fprintf(stderr, "roundtable: the last %lld lines are not saved: %s\n",
		(long long)(seat_last(c->seat) - seat_safe(c->seat)),
		seat_failure(c->seat) ? seat_failure(c->seat) : "the disk does not take them");
	return 3;
}

int console_run(struct console *c)
{
	struct pollfd polls[SOURCES];

	tell_warning(c);
	while (c->leaving != LEAVING_NOW) {
		console_draw(c);
		wait_for(c, polls);
		take(c, polls);
	}
	return end(c);
}
