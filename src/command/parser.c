/* SPDX-License-Identifier: MIT */
/* parser.c - parses a typed line into a command_result: notes in note.c, commands in their handler. */
#include "command/parser.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"

enum { SAID_MOST = 2048 };

/* Declares `name`: the text of the format and the arguments after it. */
#define FORMATTED(name, format)                                                                    \
	char name[SAID_MOST];                                                                      \
	va_list arguments;                                                                         \
	va_start(arguments, format);                                                               \
	vsnprintf(name, sizeof name, format, arguments);                                           \
	va_end(arguments)

static command_handler *const handlers[COMMANDS] = {
#define COMMAND(ident, name, aliases, keys, arguments, completion, group, who, help) handle_##ident,
#include "command/commands.def"
#undef COMMAND
};

void command_result_init(struct command_result *d)
{
	*d = (struct command_result){
		.answer = ANSWER_NOTHING, .command = COMMAND_NONE, .screen = COMMAND_NONE};
	buffer_init(&d->said);
	buffer_init(&d->warnings);
}

static void forget_events(struct command_result *d)
{
	for (size_t i = 0; i < d->event_count; i++)
		event_free(d->events[i]);
	d->event_count = 0;
	for (size_t i = 0; i < d->newcomer_count; i++)
		newcomer_release(&d->newcomers[i]);
	d->newcomer_count = 0;
}

void command_result_release(struct command_result *d)
{
	forget_events(d);
	free(d->events);
	free(d->newcomers);
	for (size_t i = 0; i < d->choice_count; i++) {
		free(d->choices[i].label);
		free(d->choices[i].line);
	}
	free(d->choices);
	free(d->argument);
	buffer_release(&d->said);
	buffer_release(&d->warnings);
	command_result_init(d);
}

/* Answers */

bool refuse(struct parser *r, const char *format, ...)
{
	FORMATTED(text, format);

	r->result->answer = ANSWER_REFUSED;
	return error_set(&r->result->error, "%s", text);
}

bool nothing(struct parser *r, const char *format, ...)
{
	FORMATTED(text, format);

	r->result->answer = ANSWER_NOTHING;
	buffer_reset(&r->result->said);
	text_clean(&r->result->said, text, strlen(text));
	return false;
}

bool asks(struct parser *r, const char *format, ...)
{
	FORMATTED(text, format);

	r->result->answer = ANSWER_ASKS;
	return error_set(&r->result->error, "%s", text);
}

void choice(struct parser *r, char key, const char *label, const char *line)
{
	struct command_result *d = r->result;

	d->choices = array_room(d->choices, d->choice_count, &d->choice_room, sizeof *d->choices);
	d->choices[d->choice_count++] = (struct choice){key, mem_text(label), mem_text(line)};
}

bool asks_really(struct parser *r, size_t at, const char *format, ...)
{
	struct buffer line = BUFFER_EMPTY;
	FORMATTED(text, format);

	buffer_bytes(&line, r->line.bytes, at);
	buffer_text(&line, at && r->line.bytes[at - 1] != ' ' ? " really" : "really ");
	buffer_text(&line, r->line.bytes + at);
	asks(r, "%s: 'really' says that it is meant, as in %s", text, line.bytes);
	choice(r, 'y', "do it all the same", line.bytes);
	buffer_release(&line);
	return false;
}

void add_warning(struct parser *r, const char *format, ...)
{
	FORMATTED(text, format);

	text_clean(&r->result->warnings, text, strlen(text));
	buffer_char(&r->result->warnings, '\n');
}

bool say(struct parser *r, const char *format, ...)
{
	FORMATTED(text, format);

	text_clean(&r->result->said, text, strlen(text));
	return true;
}

struct event *event_made(struct parser *r, enum event_kind kind)
{
	struct command_result *d = r->result;

	d->events = array_room(d->events, d->event_count, &d->event_room, sizeof *d->events);
	return d->events[d->event_count++] = event_new(kind);
}

void next_id(const struct parser *r, char out[ID_SIZE])
{
	snprintf(out, ID_SIZE, "%s-%" PRId64, r->context->seat,
		r->context->next_seq + (int64_t)r->result->event_count);
}

struct newcomer *newcomer_made(struct parser *r, enum newcomer_kind kind)
{
	struct command_result *d = r->result;

	d->newcomers = array_room(
		d->newcomers, d->newcomer_count, &d->newcomer_room, sizeof *d->newcomers);
	struct newcomer *n = &d->newcomers[d->newcomer_count++];
	n->kind = kind;
	return n;
}

/* Guards that hold for every command of a kind. */
static bool may_be_given(struct parser *r)
{
	const struct session *s = r->session;
	const struct command_info *info = &command_table[r->command];

	if (s->state == MEETING_CLOSED && info->may != MAY_ALWAYS)
		return refuse(r, "the session is closed: /reopen opens it again");
	if (info->may == MAY_HOLDER && s->holder[0] && strcmp(s->holder, r->context->seat) != 0)
		return refuse(r,
			"the list and the floor are with the seat %s: "
			"/take list really takes them over",
			s->holder);
	return true;
}

/* The commands that begin with what was typed, when there are some. */
static bool refuse_several(struct parser *r, const char *typed)
{
	struct buffer list = BUFFER_EMPTY;

	for (int i = 0; *typed && i < COMMANDS; i++)
		if (strncasecmp(command_table[i].name, typed, strlen(typed)) == 0)
			buffer_format(&list, "%s/%s", list.len ? ", " : "", command_table[i].name);
	bool some = list.len > 0;
	if (some)
		refuse(r, "'/%s' may be %s: a letter more was expected", typed, list.bytes);
	buffer_release(&list);
	return some;
}

static bool refuse_unknown(struct parser *r, const char *word, size_t len)
{
	char *typed = mem_text_of(word, len);
	const char *nearest = text_nearest_word(typed, command_word);

	if (refuse_several(r, typed)) {
		free(typed);
		return false;
	}
	if (len == 0)
		refuse(r, "a command follows the /, as in /next: /help lists them");
	else if (nearest)
		refuse(r,
			"no command is called '/%s', did you mean /%s? "
			"(a \\ before the line keeps it as a note)",
			typed, nearest);
	else
		refuse(r,
			"no command is called '/%s': /help lists them "
			"(a \\ before the line keeps it as a note)",
			typed);
	free(typed);
	return false;
}

static bool read_command(struct parser *r)
{
	const char *word = r->line.bytes + 1;
	size_t len = strcspn(word, " ");

	r->command = command_named(word, len);
	r->result->command = r->command;
	if (r->command == COMMAND_NONE)
		return refuse_unknown(r, word, len);
	words_cut(r, len + 1);
	return may_be_given(r) && handlers[r->command](r);
}

/* Tells of a note that will leave less freely than before, since this was typed where it was. */
static void warn_rule(struct parser *r, const struct event *e)
{
	const char *id = event_text(e, FIELD_ACTION) ? event_text(e, FIELD_ACTION)
						     : event_text(e, FIELD_NOTE);
	size_t note = session_note(r->session, id);

	if (note != NONE && session_note_rule(r->session, note) != r->rule)
		add_warning(r, "%s is under the rule of this item now too: %s", id, rule_name(r->rule));
}

/* Writes how confidential the line is into each event that can carry it. A note whose rule is the
 * meeting's needs no word of it, since its item says that for ever; nor does what only adds to a note. */
static void write_confidentiality(struct parser *r)
{
	struct command_result *d = r->result;

	for (size_t i = 0; i < d->event_count; i++) {
		struct event *e = d->events[i];
		bool adds = event_has(e->kind, SAYS_OTHER_RULE);

		if (!adds && !event_has(e->kind, SAYS_RULE))
			continue;
		if (r->off && !adds)
			event_set_true(e, FIELD_OFF);
		if ((adds || e->kind == EVENT_NOTED) && r->rule == r->session->agenda->rule)
			continue;
		event_set_text(e, FIELD_RULE, rule_name(r->rule));
		warn_rule(r, e);
	}
}

/* All events of one line but the last say that more comes. */
static void finish(struct command_result *d, bool done)
{
	if (!done) {
		forget_events(d);
		buffer_reset(&d->warnings);
		if (d->answer != ANSWER_NOTHING)
			buffer_reset(&d->said);
		return;
	}
	if (d->answer == ANSWER_SCREEN)
		return;
	d->answer = d->event_count ? ANSWER_DONE : ANSWER_NOTHING;
	for (size_t i = 0; i + 1 < d->event_count; i++)
		event_set_true(d->events[i], FIELD_MORE);
}

static void take_line(struct buffer *out, const char *line, size_t len)
{
	text_clean(out, line, len);
	buffer_cut(out, out->len - text_blanks_before(out->bytes, out->len));
	buffer_remove(out, 0, text_blanks(out->bytes));
	size_t slash = text_slash(out->bytes, out->len);
	if (slash > 1) {
		buffer_remove(out, 0, slash);
		buffer_insert(out, 0, "/", 1);
	}
}

static bool read_line(struct parser *r)
{
	r->rule = session_rule(r->session, item_then(r));
	bool done = r->line.bytes[0] == '/' ? read_command(r) : read_note(r);
	if (done)
		write_confidentiality(r);
	return done;
}

void command_read(struct command_result *out, const char *line, size_t len,
	const struct context *context)
{
	struct parser r = {.context = context,
		.session = context->session,
		.result = out,
		.line = BUFFER_EMPTY,
		.command = COMMAND_NONE};

	take_line(&r.line, line, len);
	if (r.line.len == 0)
		nothing(&r, "nothing was typed");
	else if (strncmp(r.line.bytes, "//", 2) == 0)
		nothing(&r, "a comment");
	else
		finish(out, read_line(&r));
	words_release(&r);
	buffer_release(&r.line);
}
