/* SPDX-License-Identifier: MIT */
/* submit.c - what becomes of a line: done, refused, asked about, or a matter of the screen. */
#include "ui/entry/submit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/record_file.h"
#include "ui/entry/entry_draft.h"
#include "ui/entry/moment.h"
#include "ui/entry/typing.h"
#include "ui/state/message.h"
#include "ui/state/note_filter.h"
#include "ui/state/stream_filter.h"
#include "ui/widget/key_bindings.h"

/* Warnings come first, in one row. */
static void say_done(struct console *c, const struct command_result *result)
{
	struct buffer text = BUFFER_EMPTY;

	lines_join(&text, result->warnings.bytes);
	if (!text.len && result->id[0])
		buffer_format(&text, "%s: ", result->id);
	if (!result->warnings.len)
		buffer_text(&text, result->said.bytes);
	message_set(c, text.bytes, result->warnings.len ? MESSAGE_DOUBT : MESSAGE_DONE);
	buffer_release(&text);
}

/* Commands of the screen */

static void view_called(struct console *c, const char *name)
{
	enum console_view view;

	if (name && view_named(name, &view))
		console_view(c, view);
}

/* Shows the history of the note under it in the stream; of a dropped one, in the message. */
static void show_history(struct console *c, const char *id)
{
	const struct session *s = seat_session(c->seat);
	size_t note = session_note(s, id ? id : "");

	if (note == NONE || s->notes[note].dropped)
		return;
	if (!stream_shows(c, note))
		filter_set(c, "");
	console_view(c, SHOW_CAPTURE);
	c->stream.chosen = note;
	c->stream.chosen_to = NONE;
	c->stream.history = true;
	c->message.text[0] = '\0';
}

/* Leaving always works; only what is not on disk is told of once. */
static void leave(struct console *c)
{
	if (!seat_failure(c->seat) || c->leaving == LEAVING_WARNED) {
		c->leaving = LEAVING_NOW;
		return;
	}
	c->leaving = LEAVING_WARNED;
	snprintf(c->question.text, sizeof c->question.text,
		"%lld lines are not saved: %s. Leaving keeps them outside the session, or loses "
		"them.",
		(long long)(seat_last(c->seat) - seat_safe(c->seat)), seat_failure(c->seat));
	console_drop_question(c);
	c->question.choices = mem_new(1, sizeof *c->question.choices);
	c->question.choices[0] =
		(struct choice){'l', mem_text("leave all the same"), mem_text("/leave")};
	c->question.count = 1;
	c->question.row = 0;
	c->question.moment = typing_moment(c);
	c->question.by_entry = false;
	c->overlay = OVERLAY_QUESTION;
}

static void show(struct console *c, const struct command_result *result)
{
	if (result->screen == COMMAND_VIEW)
		view_called(c, result->argument);
	else if (result->screen == COMMAND_CURTAIN)
		console_open_curtain(c);
	else if (result->screen == COMMAND_HELP)
		console_open_list(c, OVERLAY_HELP, result->argument);
	else if (result->screen == COMMAND_FIND)
		filter_set(c, result->argument ? result->argument : "");
	else if (result->screen == COMMAND_HISTORY)
		show_history(c, result->argument);
	else if (result->screen == COMMAND_LEAVE)
		leave(c);
}

static void ask(struct console *c, struct command_result *result, const struct moment *moment, bool by_entry)
{
	console_drop_question(c);
	c->question.choices = result->choices;
	c->question.count = result->choice_count;
	result->choices = NULL;
	result->choice_count = 0;
	snprintf(c->question.text, sizeof c->question.text, "%s", result->error.text);
	c->question.row = 0;
	c->question.moment = *moment;
	c->question.by_entry = by_entry;
	c->overlay = OVERLAY_QUESTION;
	c->message.text[0] = '\0';
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
	c->line.has_keys = false;
}

static void save_record(struct console *c)
{
	struct error error = {0};

	if (!record_save(seat_session(c->seat), seat_folder(c->seat), &error))
		message_set(c, error.text, MESSAGE_ERROR);
}

/* The line that was kept appears in the stream, whatever was looked for there. */
static void show_kept(struct console *c, const char *id)
{
	size_t note = session_note(seat_session(c->seat), id);

	c->stream.top = 0;
	c->stream.chosen = c->stream.chosen_to = NONE;
	if (note != NONE && !stream_shows(c, note))
		filter_set(c, "");
}

static void after(struct console *c, const struct command_result *result)
{
	if (result->id[0])
		show_kept(c, result->id);
	if (!c->entry.text.len)
		entry_forget(&c->entry); /* what is undone next is this, not what was cleared before */
	if (c->stream.chosen != NONE && c->stream.chosen >= seat_session(c->seat)->note_count)
		c->stream.chosen = c->stream.chosen_to = NONE;
	c->undone = result->command == COMMAND_UNDO;
	say_done(c, result);
	if (result->closed)
		save_record(c);
}

/* Done as at that moment; true when the line need not stay. */
static bool do_line(struct console *c, const char *line, const struct moment *moment, bool by_entry)
{
	struct command_result result;
	bool done = true;

	command_result_init(&result);
	seat_do(c->seat, line, strlen(line), moment, &result);
	c->ran = result.screen != COMMAND_NONE ? result.screen : result.command;
	if (by_entry && result.answer != ANSWER_REFUSED && result.answer != ANSWER_ASKS)
		taken(c);
	switch (result.answer) {
	case ANSWER_DONE:
		after(c, &result);
		break;
	case ANSWER_NOTHING:
		message_say(c, result.said.bytes);
		break;
	case ANSWER_SCREEN:
		message_say(c, result.said.bytes);
		break;
	case ANSWER_REFUSED:
		message_set(c, result.error.text, MESSAGE_ERROR);
		c->line.refused = by_entry;
		done = false;
		break;
	case ANSWER_ASKS:
		ask(c, &result, moment, by_entry);
		done = false;
		break;
	}
	if (done)
		show(c, &result);
	command_result_release(&result);
	c->frame.dirty = DIRTY_ALL;
	return done;
}

void submit_line(struct console *c, const char *line)
{
	struct moment moment = {.at = c->now, .now = c->now, .speaker = NONE, .speech = NONE};

	do_line(c, line, &moment, false);
}

void submit_format(struct console *c, const char *format, ...)
{
	char line[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	submit_line(c, line);
}

bool command_is_whole(enum command command)
{
	const char *arguments = command_table[command].arguments;

	return !*arguments || arguments[0] == '[';
}

void submit_command(struct console *c, enum command command)
{
	struct buffer line = BUFFER_EMPTY;

	buffer_format(&line, "/%s", command_table[command].name);
	if (command_is_whole(command)) {
		submit_line(c, line.bytes);
	} else {
		buffer_char(&line, ' ');
		entry_open(c, line.bytes, "");
	}
	buffer_release(&line);
}

bool submit_key(struct console *c, const struct key *key)
{
	enum command command = key_command(c->view, key, NULL);

	if (command == COMMAND_NONE)
		return false;
	submit_command(c, command);
	return true;
}

void submit_entry(struct console *c)
{
	struct moment moment;

	if (c->entry.cursor == c->entry.text.len)
		typing_expand(c, 0);
	moment = typing_moment(c);
	char *line = mem_text(c->entry.text.bytes);
	do_line(c, line, &moment, true);
	free(line);
}

void submit_answer(struct console *c, size_t choice)
{
	struct moment moment = c->question.moment;
	bool by_entry = c->question.by_entry;
	char *line;

	if (choice >= c->question.count)
		return;
	line = mem_text(c->question.choices[choice].line);
	console_drop_question(c);
	moment.now = c->now;
	do_line(c, line, &moment, by_entry);
	free(line);
}
