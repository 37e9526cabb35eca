/* SPDX-License-Identifier: MIT */
/* follow.c - what other seats do comes to this screen, and what is looked at does not jump.
 *
 * A late event of another seat folds the session anew, and things may get other indexes: what the
 * console points at is remembered by name. */
#include "ui/steering.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* What the console points at, by name. */
struct pointed {
	char selected[ID_SIZE], selected_to[ID_SIZE], speech[ID_SIZE];
	char *speaker;
};

static void note_name(const struct session *s, size_t note, char out[ID_SIZE])
{
	snprintf(out, ID_SIZE, "%s", note == NONE ? "" : s->notes[note].id);
}

static struct pointed remember(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	struct pointed p = {.speech = ""};

	note_name(s, c->selected, p.selected);
	note_name(s, c->selected_to, p.selected_to);
	if (c->speech != NONE && c->speech < s->speech_count)
		snprintf(p.speech, sizeof p.speech, "%s", s->speeches[c->speech].id);
	if (c->speaker != NONE && c->speaker < s->attendee_count)
		p.speaker = mem_text(s->attendees[c->speaker].number);
	return p;
}

static void point_again(struct console *c, struct pointed *p)
{
	const struct session *s = seat_session(c->seat);

	c->selected = p->selected[0] ? session_note(s, p->selected) : NONE;
	c->selected_to = p->selected_to[0] ? session_note(s, p->selected_to) : NONE;
	c->speech = p->speech[0] ? session_speech(s, p->speech) : NONE;
	c->speaker = p->speaker ? session_attendee(s, p->speaker) : NONE;
	free(p->speaker);
}

/* What is odd about the files of other seats, in one row. */
static void tell_odd(struct console *c)
{
	char *text = mem_text(seat_odd(c->seat));

	for (char *end; (end = strchr(text, '\n')) != NULL;)
		*end = end[1] ? ';' : '\0';
	console_warn(c, text);
	c->dirty = DIRTY_ALL;
	free(text);
}

void console_follow(struct console *c)
{
	struct pointed pointed = remember(c);
	bool came = seat_follow(c->seat);

	point_again(c, &pointed);
	if (came)
		c->dirty = DIRTY_ALL;
	if (seat_odd(c->seat)[0])
		tell_odd(c);
}
