/* SPDX-License-Identifier: MIT */
/* submit.c - what becomes of a line: done, refused, asked about, or a matter of the screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "text/text.h"
#include "ui/view/capture_parts.h"
#include "ui/steering.h"

/* What is said */

void lines_join(struct buffer *out, const char *lines)
{
	for (const char *end; *lines; lines = *end ? end + 1 : end) {
		end = strchr(lines, '\n');
		if (!end)
			end = lines + strlen(lines);
		if (end > lines && out->len)
			buffer_text(out, "; ");
		buffer_bytes(out, lines, (size_t)(end - lines));
	}
}

static void say(struct console *c, const char *text, bool doubt, bool error)
{
	struct buffer clean = BUFFER_EMPTY;

	text_clean(&clean, text, strlen(text));
	snprintf(c->message, sizeof c->message, "%s", clean.bytes);
	while (!text_is_clean(c->message, strlen(c->message))) /* cut inside a character */
		c->message[strlen(c->message) - 1] = '\0';
	c->message_is_doubt = doubt;
	c->message_is_error = error;
	c->message_is_done = false;
	buffer_release(&clean);
}

void console_say(struct console *c, const char *text)
{
	say(c, text, false, false);
}

void console_warn(struct console *c, const char *text)
{
	say(c, text, true, false);
}

/* Doubts come first, in one row. */
static void say_done(struct console *c, const struct reply *reply)
{
	struct buffer text = BUFFER_EMPTY;

	lines_join(&text, reply->doubts.bytes);
	if (!text.len && reply->id[0])
		buffer_format(&text, "%s: ", reply->id);
	if (!reply->doubts.len)
		buffer_text(&text, reply->said.bytes);
	say(c, text.bytes, reply->doubts.len > 0, false);
	c->message_is_done = !reply->doubts.len;
	buffer_release(&text);
}

static void release_choices(struct console *c)
{
	for (size_t i = 0; i < c->choice_count; i++) {
		free(c->choices[i].label);
		free(c->choices[i].line);
	}
	free(c->choices);
	c->choices = NULL;
	c->choice_count = 0;
}

/* Matters of the screen */

void console_view(struct console *c, enum console_view view)
{
	if (view == c->view || c->room)
		return;
	if (!view_table[c->view].bare)
		c->view_before = c->view;
	c->view = view;
	c->message[0] = '\0';
	c->in_entry = false;
	c->reading_back = false;
	c->escape_waits = c->prefix_waits = false;
	c->dirty = DIRTY_ALL;
}

static void view_called(struct console *c, const char *name)
{
	for (int i = 0; i < SHOW_VIEWS; i++)
		if (name && strcmp(view_table[i].name, name) == 0)
			console_view(c, (enum console_view)i);
}

/* What became of the note, under it in the stream; of one that is not there, in the message. */
static void show_history(struct console *c, const char *id)
{
	const struct session *s = seat_session(c->seat);
	size_t note = session_note(s, id ? id : "");

	if (note == NONE || s->notes[note].dropped)
		return;
	if (!stream_shows(c, note))
		finding_set(c, "");
	console_view(c, SHOW_CAPTURE);
	c->selected = note;
	c->selected_to = NONE;
	c->history_shown = true;
	c->message[0] = '\0';
}

/* Leaving always works; only what is not on disk is told of once. */
static void leave(struct console *c)
{
	if (!seat_failure(c->seat) || c->warned) {
		c->leaving = true;
		return;
	}
	c->warned = true;
	snprintf(c->question, sizeof c->question, "%lld lines are not saved: %s. Leaving keeps them outside the session, or loses them.",
		(long long)(seat_last(c->seat) - seat_safe(c->seat)), seat_failure(c->seat));
	release_choices(c);
	c->choices = mem_new(1, sizeof *c->choices);
	c->choices[0] = (struct choice){'l', mem_text("leave all the same"), mem_text("/leave")};
	c->choice_count = 1;
	c->choice_row = 0;
	c->asked = typing_moment(c);
	c->asked_by_entry = false;
	c->overlay = OVERLAY_QUESTION;
}

static void show(struct console *c, const struct reply *reply)
{
	if (reply->screen == COMMAND_VIEW)
		view_called(c, reply->argument);
	else if (reply->screen == COMMAND_CURTAIN)
		c->overlay = OVERLAY_CURTAIN;
	else if (reply->screen == COMMAND_HELP)
		help_open(c, reply->argument);
	else if (reply->screen == COMMAND_FIND)
		finding_set(c, reply->argument ? reply->argument : "");
	else if (reply->screen == COMMAND_HISTORY)
		show_history(c, reply->argument);
	else if (reply->screen == COMMAND_LEAVE)
		leave(c);
}

/* Questions */

static void ask(struct console *c, struct reply *reply, const struct moment *moment, bool by_entry)
{
	release_choices(c);
	c->choices = reply->choices;
	c->choice_count = reply->choice_count;
	reply->choices = NULL;
	reply->choice_count = 0;
	snprintf(c->question, sizeof c->question, "%s", reply->error.text);
	c->choice_row = 0;
	c->asked = *moment;
	c->asked_by_entry = by_entry;
	c->overlay = OVERLAY_QUESTION;
	c->message[0] = '\0';
}

void console_drop_question(struct console *c)
{
	release_choices(c);
	c->overlay = OVERLAY_NONE;
}

/* Doing */

/* The line was taken: the entry line is empty again. */
static void taken(struct console *c)
{
	bool command = c->entry.text.bytes[0] == '/' && strncmp(c->entry.text.bytes, "/edit ", 6) != 0;

	entry_kept(&c->entry, command);
	typing_over(c);
	typing_bring_back(c);
	draft_tick(c, true);
	c->in_entry = false;
}

static void save_record(struct console *c)
{
	struct error error = {0};

	if (!record_save(seat_session(c->seat), seat_folder(c->seat), &error))
		say(c, error.text, false, true);
}

/* The line that was kept appears in the stream, whatever was looked for there. */
static void show_kept(struct console *c, const char *id)
{
	size_t note = session_note(seat_session(c->seat), id);

	c->stream_top = 0;
	c->selected = c->selected_to = NONE;
	if (note != NONE && !stream_shows(c, note))
		finding_set(c, "");
}

static void after(struct console *c, const struct reply *reply)
{
	if (reply->id[0])
		show_kept(c, reply->id);
	if (!c->entry.text.len)
		entry_forget(&c->entry); /* what is undone next is this, not what was cleared before */
	if (c->selected != NONE && c->selected >= seat_session(c->seat)->note_count)
		c->selected = c->selected_to = NONE;
	c->undone = reply->command == COMMAND_UNDO;
	say_done(c, reply);
	if (reply->closed)
		save_record(c);
}

/* Done as at that moment; true when the line need not stay. */
static bool do_line(struct console *c, const char *line, const struct moment *moment, bool by_entry)
{
	struct reply reply;
	bool done = true;

	reply_init(&reply);
	seat_do(c->seat, line, strlen(line), moment, &reply);
	if (by_entry && reply.answer != ANSWER_REFUSED && reply.answer != ANSWER_ASKS)
		taken(c);
	switch (reply.answer) {
	case ANSWER_DONE:
		after(c, &reply);
		break;
	case ANSWER_NOTHING:
		console_say(c, reply.said.bytes);
		break;
	case ANSWER_SCREEN:
		console_say(c, reply.said.bytes);
		break;
	case ANSWER_REFUSED:
		say(c, reply.error.text, false, true);
		c->refused = by_entry;
		done = false;
		break;
	case ANSWER_ASKS:
		ask(c, &reply, moment, by_entry);
		done = false;
		break;
	}
	if (done)
		show(c, &reply);
	reply_release(&reply);
	c->dirty = DIRTY_ALL;
	return done;
}

void console_do(struct console *c, const char *line)
{
	struct moment moment = {.at = c->now, .now = c->now, .speaker = NONE, .speech = NONE};

	do_line(c, line, &moment, false);
}

void console_keep(struct console *c)
{
	struct moment moment;

	if (c->entry.cursor == c->entry.text.len)
		typing_expand(c, 0);
	moment = typing_moment(c);
	char *line = mem_text(c->entry.text.bytes);
	do_line(c, line, &moment, true);
	free(line);
}

void console_answer(struct console *c, size_t choice)
{
	struct moment moment = c->asked;
	bool by_entry = c->asked_by_entry;
	char *line;

	if (choice >= c->choice_count)
		return;
	line = mem_text(c->choices[choice].line);
	console_drop_question(c);
	moment.now = c->now;
	do_line(c, line, &moment, by_entry);
	free(line);
}
