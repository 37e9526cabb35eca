/* SPDX-License-Identifier: MIT */
/* other_seats.c - what other seats do comes to this screen, and what is looked at does not jump.
 *
 * A late event of another seat folds the session anew, and things may get other indexes: what the
 * console points at is remembered by name. */
#include "ui/other_seats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/state/message.h"
#include "ui/view/action_list.h"
#include "ui/view/stream.h"
#include "ui/view/themes_view.h"

enum { NOTES = 5, MOMENTS = 4 };

/* The things that the console points at, by name. */
struct pointed {
	char notes[NOTES][ID_SIZE];
	char speeches[MOMENTS][ID_SIZE];
	char *speakers[MOMENTS];
	char action[ID_SIZE];
	char *theme;
	char last[ID_SIZE]; /* note in sight of a stream that is scrolled back … */
	int after;          /* … and rows behind it */
};

/* The places in the console's state that hold a note, a speaker or a speech. */

static void note_places(struct console *c, size_t *out[NOTES])
{
	out[0] = &c->stream.chosen;
	out[1] = &c->stream.chosen_to;
	out[2] = &c->line.edited;
	out[3] = &c->actions.changed;
	out[4] = NULL;
}

static void speaker_places(struct console *c, size_t *speakers[MOMENTS], size_t *speeches[MOMENTS])
{
	struct moment *moments[] = {&c->line.cleared, &c->question.moment, &c->line.aside_at};

	speakers[0] = &c->line.speaker;
	speeches[0] = &c->line.speech;
	for (size_t i = 0; i < MOMENTS - 1; i++) {
		speakers[i + 1] = &moments[i]->speaker;
		speeches[i + 1] = &moments[i]->speech;
	}
}

static void remember_rows(const struct console *c, struct pointed *p)
{
	const struct session *s = seat_session(c->seat);
	size_t action = c->view == SHOW_ACTIONS ? action_chosen(c) : NONE;
	size_t theme = c->view == SHOW_THEMES ? theme_chosen(c) : NONE;
	size_t last = stream_last_in_sight(c);

	if (action != NONE)
		snprintf(p->action, ID_SIZE, "%s", s->notes[s->actions[action].note].id);
	if (theme != NONE)
		p->theme = mem_text(s->themes[theme].id);
	if (c->view == SHOW_CAPTURE && c->stream.top && last < s->note_count) {
		snprintf(p->last, ID_SIZE, "%s", s->notes[last].id);
		p->after = stream_rows_after(c, last);
	}
}

static struct pointed remember(struct console *c)
{
	const struct session *s = seat_session(c->seat);
	size_t *notes[NOTES], *speakers[MOMENTS], *speeches[MOMENTS];
	struct pointed p = {.after = 0};

	note_places(c, notes);
	speaker_places(c, speakers, speeches);
	for (size_t i = 0; notes[i]; i++)
		if (*notes[i] < s->note_count)
			snprintf(p.notes[i], ID_SIZE, "%s", s->notes[*notes[i]].id);
	for (size_t i = 0; i < MOMENTS; i++) {
		if (*speeches[i] < s->speech_count)
			snprintf(p.speeches[i], ID_SIZE, "%s", s->speeches[*speeches[i]].id);
		if (*speakers[i] < s->attendee_count)
			p.speakers[i] = mem_text(s->attendees[*speakers[i]].number);
	}
	remember_rows(c, &p);
	return p;
}

static void point_at_rows(struct console *c, const struct pointed *p)
{
	const struct session *s = seat_session(c->seat);
	size_t last = p->last[0] ? session_note(s, p->last) : NONE;

	if (p->action[0])
		action_choose(c, p->action);
	if (p->theme)
		theme_choose(c, p->theme);
	if (last == NONE)
		return;
	int more = stream_rows_after(c, last) - p->after;
	if (more >= 0 || (size_t)-more <= c->stream.top)
		c->stream.top = (size_t)((int)c->stream.top + more);
}

static void point_again(struct console *c, struct pointed *p)
{
	const struct session *s = seat_session(c->seat);
	size_t *notes[NOTES], *speakers[MOMENTS], *speeches[MOMENTS];

	note_places(c, notes);
	speaker_places(c, speakers, speeches);
	for (size_t i = 0; notes[i]; i++)
		*notes[i] = p->notes[i][0] ? session_note(s, p->notes[i]) : NONE;
	for (size_t i = 0; i < MOMENTS; i++) {
		*speeches[i] = p->speeches[i][0] ? session_speech(s, p->speeches[i]) : NONE;
		*speakers[i] = p->speakers[i] ? session_attendee(s, p->speakers[i]) : NONE;
	}
	point_at_rows(c, p);
}

static void forget(struct pointed *p)
{
	for (size_t i = 0; i < MOMENTS; i++)
		free(p->speakers[i]);
	free(p->theme);
}

/* Warns of faults in the files of other seats, in one row. */
static void tell_odd(struct console *c)
{
	struct buffer text = BUFFER_EMPTY;

	lines_join(&text, seat_odd(c->seat));
	message_warn(c, text.bytes);
	c->frame.dirty = DIRTY_ALL;
	buffer_release(&text);
}

void other_seats_follow(struct console *c)
{
	struct pointed pointed = remember(c);
	bool came = seat_follow(c->seat);

	if (came) {
		point_again(c, &pointed);
		stream_hold(c);
		c->frame.dirty = DIRTY_ALL;
	}
	forget(&pointed);
	if (seat_odd(c->seat)[0])
		tell_odd(c);
}
