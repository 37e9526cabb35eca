/* SPDX-License-Identifier: MIT */
/* meeting.c - the session as a whole: undo and redo, suspending, closing; and the console's own. */
#include "command/parser.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "command/view_words.h"
#include "text/text.h"

enum { UNDONE_COLUMNS = 40 };

static const struct packed *own_event(const struct parser *r, int64_t number, char id[ID_SIZE])
{
	snprintf(id, ID_SIZE, "%s-%" PRId64, r->context->seat, number);
	return history_find(r->context->history, id);
}

/* The words of the act by which its typist knows it again. */
static void say_words(struct parser *r, const struct event *e)
{
	static const enum field telling[] = {FIELD_STATE, FIELD_STATUS, FIELD_POLICY, FIELD_ITEM,
		FIELD_THEME, FIELD_WORD, FIELD_KIND};
	const char *text = event_text(e, FIELD_TEXT);
	struct buffer words = BUFFER_EMPTY, cut = BUFFER_EMPTY;

	if (text) {
		people_say(&words, r->context->people, text, NAMING_ID);
		text_cut(&cut, words.bytes, words.len, UNDONE_COLUMNS, false);
		say(r, ", \"%s\"", cut.bytes);
	}
	for (size_t i = 0; !text && i < sizeof telling / sizeof *telling; i++)
		if ((text = event_text(e, telling[i])))
			say(r, ", %s", text);
	buffer_release(&words);
	buffer_release(&cut);
}

/* What was undone, by its last event, which is what the typed line was about; but an item that
 * began comes before those whom it put on the list. */
static void say_act(struct parser *r, const char *before, const int64_t *numbers, size_t count)
{
	char id[ID_SIZE];
	const struct packed *act = own_event(r, numbers[0], id);
	struct unpacked u = {0};

	if (!act || act->kind != EVENT_ITEM_BEGUN)
		act = own_event(r, numbers[count - 1], id);
	bool known = act && act->kind < EVENT_KINDS;
	say(r, "%s: %s %s", before, known ? event_table[act->kind].name : "act", id);
	const struct event *e = known ? packed_read(&u, act) : NULL;
	size_t who = e ? session_attendee(r->session, event_text(e, FIELD_WHO)) : NONE;
	if (who != NONE)
		say(r, ", %s", called(r, who));
	else if (e)
		say_words(r, e);
	unpacked_release(&u);
	if (count > 1)
		say(r, ", and %zu more of the same line", count - 1);
}

static bool undo_or_redo(struct parser *r, bool redo)
{
	const struct context *c = r->context;
	int64_t *numbers = NULL;
	size_t count = 0;

	if (!no_more(r))
		return false;
	if (c->history)
		count = redo ? history_redoable(c->history, c->seat, &numbers)
			     : history_undoable(c->history, c->seat, &numbers);
	if (!count)
		return nothing(
			r, redo ? "there is nothing to do again" : "this seat has nothing to undo");
	struct event *e = event_made(r, redo ? EVENT_REDONE : EVENT_UNDONE);
	for (size_t i = 0; i < count; i++)
		event_add_number(e, redo ? FIELD_REDOES : FIELD_UNDOES, numbers[i]);
	say_act(r, redo ? "done again" : "undone", numbers, count);
	free(numbers);
	return true;
}

bool handle_UNDO(struct parser *r)
{
	return undo_or_redo(r, false);
}

bool handle_REDO(struct parser *r)
{
	return undo_or_redo(r, true);
}

bool handle_SUSPEND(struct parser *r)
{
	if (!no_more(r))
		return false;
	if (r->session->state == MEETING_SUSPENDED)
		return refuse(r, "the meeting is suspended already: /continue lets it go on");
	event_made(r, EVENT_SUSPENDED);
	return say(r, "the meeting is suspended");
}

bool handle_CONTINUE(struct parser *r)
{
	if (!no_more(r))
		return false;
	if (r->session->state != MEETING_SUSPENDED)
		return refuse(r, "the meeting is not suspended");
	event_made(r, EVENT_CONTINUED);
	return say(r, "the meeting goes on");
}

bool handle_CLOSE(struct parser *r)
{
	const struct session *s = r->session;
	bool really = take_if(r, "really");

	if (!no_more(r))
		return false;
	if (s->state == MEETING_CLOSED)
		return nothing(r, "the session is closed already: /reopen opens it again");
	if (s->floor != NONE && !really)
		return asks_really(
			r, r->line.len, "%s has the floor", called(r, s->speeches[s->floor].who));
	if (session_conflict_count(s))
		add_warning(r, "notes in conflict still: %zu (/agree keeps one of two texts)",
			session_conflict_count(s));
	event_made(r, EVENT_CLOSED);
	return say(r, "the session is closed");
}

static bool show(struct parser *r, enum command screen)
{
	const char *rest = take_rest(r);

	r->result->answer = ANSWER_SCREEN;
	r->result->screen = screen;
	r->result->argument = *rest ? mem_text(rest) : NULL;
	return true;
}

/* Who holds the list and the floor gives them back: an event, and still a matter of the screen. */
bool handle_LEAVE(struct parser *r)
{
	const struct session *s = r->session;

	if (!no_more(r))
		return false;
	if (!s->holder[0] || !same_text(s->holder, r->context->seat))
		return show(r, COMMAND_LEAVE);
	event_made(r, EVENT_SEAT_LEFT);
	r->result->screen = COMMAND_LEAVE;
	return say(r, "the list and the floor are free for any seat");
}

static bool no_such_view(struct parser *r, const char *name)
{
	struct buffer all = BUFFER_EMPTY;
	const char *nearest = *name ? text_nearest_word(name, console_view_word) : NULL;

	if (nearest)
		return refuse(r, "no view is called '%s', did you mean %s?", name, nearest);
	word_list_write(&all, console_view_word, ", ", " or ");
	refuse(r, "%s was expected, not '%s'", all.bytes, name);
	buffer_release(&all);
	return false;
}

bool handle_VIEW(struct parser *r)
{
	const struct word *word = take_word(r);
	const char *name = word ? word->text : "";
	size_t view = word_list_find(console_view_word, name);

	if (view == SIZE_MAX)
		return no_such_view(r, name);
	if (!no_more(r))
		return false;
	show(r, COMMAND_VIEW);
	r->result->argument = mem_text(view_words[view].name);
	return true;
}

bool handle_SEATS(struct parser *r)
{
	return no_more(r) && show(r, COMMAND_SEATS);
}

bool handle_CURTAIN(struct parser *r)
{
	return no_more(r) && show(r, COMMAND_CURTAIN);
}

bool handle_HELP(struct parser *r)
{
	return show(r, COMMAND_HELP);
}
