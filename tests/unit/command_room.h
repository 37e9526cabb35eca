/* SPDX-License-Identifier: MIT */
/* command_room.h - a small meeting in which lines are typed, for tables of cases.
 *
 * Lines are parted by newlines; each is done 10 s after the one before it. Before a line may stand
 * <SEAT>, which sits down there from now on, {MS}, after how many milliseconds it is done, and ^ID
 * and a space: who had the floor at the first keystroke (^- nobody); ^ID@MS says how long before.
 * Every line goes through history and fold as in a real seat; what the last one came to is shown:
 *
 *   note kind="point" text="…" | what was said | a warning    done
 *   - what was said                                           nothing
 *   ! why                                                     refused
 *   ? why | c=/line | …                                       asks
 *   > command argument | what was said                        for the screen
 */
#ifndef TESTS_UNIT_COMMAND_ROOM_H
#define TESTS_UNIT_COMMAND_ROOM_H

#include "unit/agenda_show.h"

#include "base/memory.h"
#include "command/command.h"

enum { ROOM_SEATS = 4, ROOM_STEP_MS = 10000 };

static const char room_agenda[] =
	"roundtable: agenda/1\n"
	"title: Test\n"
	"date: 2026-04-16\n"
	"timezone: America/New_York\n"
	"list:\n"
	"  limits: {order: 1m, question: 1m, reply: 2m, right-of-reply: [10m, 5m]}\n"
	"  rights-of-reply: 2\n"
	"themes:\n"
	"  - {id: decision-cycles, label: Decision cycles, keywords: [approval, sign-off]}\n"
	"  - {id: procurement, label: Buying and moving, keywords: [supplier, lead time]}\n"
	"  - {id: capabilities, label: New capabilities, keywords: [drone]}\n"
	"  - {id: governance, label: Governance, keywords: [mandate]}\n"
	"  - {id: transparency, label: Openness, keywords: [reporting], parent: governance}\n"
	"participants:\n"
	"  - {id: usg, name: Under-Secretary, affiliation: Secretariat, aliases: [DPO], role: "
	"briefer}\n"
	"  - {id: ury, name: Delegate of Uruguay, affiliation: Uruguay, attributes: {region: "
	"america}}\n"
	"  - {id: gha, name: Delegate of Ghana, affiliation: Ghana, attributes: {region: africa}}\n"
	"  - {id: npl, name: Delegate of Nepal, affiliation: Nepal, attributes: {region: asia}}\n"
	"  - {id: fra, name: Delegate of France, affiliation: France, attributes: {region: "
	"europe}}\n"
	"  - {id: civ, name: \"Delegate of Côte d'Ivoire\", affiliation: \"Côte d'Ivoire\",\n"
	"     attributes: {region: africa}}\n"
	"  - {id: fra2, name: Second Delegate of France, affiliation: France, role: observer}\n"
	"items:\n"
	"  - {id: opening, title: Opening, kind: opening, minutes: 5, lead: usg}\n"
	"  - {id: dialogue, title: Open dialogue, minutes: 25}\n"
	"  - {id: closing, title: Closing, kind: closing, minutes: 10, limit: 90s}\n"
	"abbreviations: {tcc: troop-contributing country, hom: head of mission}\n";

/* The rule of the meeting: events that say just that are shown without it. */
static const char *room_usual_rule = "";

struct room {
	struct agenda agenda;
	struct session session;
	struct history history;
	char seat[NAME_SIZE];
	int64_t now;
	int64_t next_was;
	bool console; /* abbreviations are the console's */
};

static inline void room_fold(struct room *room)
{
	session_release(&room->session);
	session_init(&room->session, &room->agenda, &room->agenda.people);
	history_fold(&room->history, &room->session);
}

/* `text` is room_agenda, or another. */
static inline void room_init(struct room *room, const char *text)
{
	struct problems problems = {0};
	char *path = file_with("room.yaml", text, strlen(text));

	*room = (struct room){.seat = "rapporteur", .next_was = NO_TIME};
	if (!agenda_read(&room->agenda, path, (struct date){2026, 4, 16}, &problems)) {
		problems_print(&problems, stderr);
		abort();
	}
	room_usual_rule = rule_name(room->agenda.rule);
	problems_release(&problems);
	remove(path);
	free(path);
	moment_read("2026-04-16T10:00:00-04:00", &room->now);
	history_init(&room->history);
	session_init(&room->session, &room->agenda, &room->agenda.people);
}

static inline void room_release(struct room *room)
{
	session_release(&room->session);
	history_release(&room->history);
	agenda_release(&room->agenda);
}

static inline void room_stamp(struct room *room, struct event *e)
{
	snprintf(e->seat, sizeof e->seat, "%s", room->seat);
	e->seq = history_last(&room->history, room->seat, NULL) + 1;
	e->at = room->now;
	e->clock = room->now > room->history.clock ? room->now : room->history.clock + 1;
	history_add(&room->history, e, NULL);
}

static inline void room_sit(struct room *room, const char *seat, size_t len)
{
	snprintf(room->seat, sizeof room->seat, "%.*s", (int)len, seat);
}

/* The seat's header, before its first line. */
static inline void room_open_log(struct room *room)
{
	if (history_last(&room->history, room->seat, NULL) > 0)
		return;
	struct event *e = event_new(EVENT_OPENED);
	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, "s");
	event_set_text(e, FIELD_SEAT, room->seat);
	event_set_text(e, FIELD_ROLE,
		strcmp(room->seat, "facilitator") == 0 ? "facilitator" : "rapporteur");
	event_set_text(e, FIELD_LOG, "l");
	event_set_text(e, FIELD_VERSION, "0");
	room_stamp(room, e);
	room_fold(room);
}

static inline struct context room_context(const struct room *room)
{
	return (struct context){
		.session = &room->session,
		.history = &room->history,
		.people = &room->agenda.people,
		.seat = room->seat,
		.facilitates = strcmp(room->seat, "facilitator") == 0,
		.at = room->now,
		.now = room->now,
		.next_seq = history_last(&room->history, room->seat, NULL) + 1,
		.expand = !room->console,
		.next_was = room->next_was,
	};
}

/* Makes the result's events true, as a seat does; they are shown in *events first. */
static inline void room_show_value(struct buffer *out, const struct value *v)
{
	switch (v->type) {
	case VALUE_TEXT: buffer_format(out, "\"%s\"", v->text); return;
	case VALUE_NUMBER:
	case VALUE_TRUTH: buffer_format(out, "%lld", (long long)v->number); return;
	case VALUE_LIST:
		for (size_t i = 0; i < v->count; i++)
			buffer_format(out, "%s%s", i ? "," : "", v->texts[i]);
		return;
	case VALUE_NUMBERS:
		for (size_t i = 0; i < v->count; i++)
			buffer_format(out, "%s%lld", i ? "," : "", (long long)v->numbers[i]);
		return;
	case VALUE_SEEN: return;
	}
}

static inline void room_show_event(struct buffer *out, const struct event *e)
{
	struct error error = {0};

	buffer_text(out, event_table[e->kind].name);
	for (size_t i = 0; i < e->count; i++) {
		if (e->fields[i].field == FIELD_RULE &&
			strcmp(e->fields[i].value.text, room_usual_rule) == 0)
			continue;
		buffer_format(out, " %s=", field_table[e->fields[i].field].name);
		room_show_value(out, &e->fields[i].value);
	}
	if (!event_is_sound(e, &error))
		buffer_format(out, " UNSOUND: %s", error.text);
}

static inline void room_show_newcomer(struct buffer *out, const struct newcomer *n)
{
	switch (n->kind) {
	case NEWCOMER_PERSON:
		buffer_format(out, "+%s %s \"%s\" \"%s\" \"%s\" %s %s; ", n->number, n->id, n->name,
			n->title ? n->title : "", n->affiliation ? n->affiliation : "",
			n->delegation ? n->delegation : "-", role_name(n->role));
		return;
	case NEWCOMER_ALIAS:
		buffer_format(out, "+alias %s \"%s\" by %s; ", n->number, n->name, n->event);
		return;
	case NEWCOMER_DELEGATION:
		buffer_format(
			out, "+%s \"%s\"%s; ", n->number, n->name, n->is_group ? " group" : "");
		return;
	}
}

static inline void room_show_part(struct buffer *out, const char *text)
{
	size_t len = strlen(text);

	while (len && text[len - 1] == '\n')
		len--;
	if (!len)
		return;
	buffer_text(out, " | ");
	for (size_t i = 0; i < len; i++)
		buffer_bytes(out, text[i] == '\n' ? " | " : text + i, text[i] == '\n' ? 3 : 1);
}

static inline void room_show(struct buffer *out, const struct command_result *d)
{
	switch (d->answer) {
	case ANSWER_DONE:
		for (size_t i = 0; i < d->newcomer_count; i++)
			room_show_newcomer(out, &d->newcomers[i]);
		for (size_t i = 0; i < d->event_count; i++) {
			buffer_text(out, i ? "; " : "");
			room_show_event(out, d->events[i]);
		}
		room_show_part(out, d->said.bytes);
		if (d->screen != COMMAND_NONE)
			buffer_format(out, " > %s", command_table[d->screen].name);
		break;
	case ANSWER_NOTHING: buffer_format(out, "- %s", d->said.bytes); break;
	case ANSWER_REFUSED: buffer_format(out, "! %s", d->error.text); break;
	case ANSWER_ASKS:
		buffer_format(out, "? %s", d->error.text);
		for (size_t i = 0; i < d->choice_count; i++)
			buffer_format(out, " | %c=%s", d->choices[i].key, d->choices[i].line);
		break;
	case ANSWER_SCREEN:
		buffer_format(out, "> %s %s", command_table[d->screen].name,
			d->argument ? d->argument : "");
		room_show_part(out, d->said.bytes);
		break;
	}
	room_show_part(out, d->warnings.bytes);
}

static inline void room_make_true(struct room *room, struct command_result *d)
{
	for (size_t i = 0; i < d->newcomer_count; i++)
		newcomer_join(&room->agenda.people, &d->newcomers[i]);
	for (size_t i = 0; i < d->event_count; i++)
		room_stamp(room, d->events[i]);
	d->event_count = 0;
	if (d->command == COMMAND_NEXT)
		room->next_was = room->now;
	room_fold(room);
}

/* Reads ^ID; returns what comes after it. */
static inline char *room_first_key(const struct room *room, char *line, struct context *context)
{
	size_t len = strcspn(line, " ");
	char *id = mem_text_of(line + 1, len - 1), *before = strchr(id, '@');

	if (before) {
		*before = '\0';
		context->at -= strtol(before + 1, NULL, 10);
	}
	size_t person = people_with_id(&room->agenda.people, id);

	context->has_speaker = true;
	context->speech = NONE;
	context->speaker = person == NONE ? NONE
					  : session_attendee(&room->session,
						    room->agenda.people.persons[person].number);
	free(id);
	return line + len;
}

/* Does one line; *out, emptied, shows what it came to. */
static inline void room_line(struct room *room, const char *line, size_t len, struct buffer *out)
{
	struct command_result result;
	int64_t step = ROOM_STEP_MS;
	char *text = mem_text_of(line, len), *rest = text;

	if (*rest == '<') {
		room_sit(room, rest + 1, strcspn(rest + 1, ">"));
		rest = strchr(rest, '>') + 1;
	}
	if (*rest == '{' && rest[1] >= '0' && rest[1] <= '9')
		step = strtol(rest + 1, &rest, 10), rest++;
	room_open_log(room);
	room->now += step;
	struct context context = room_context(room);
	if (*rest == '^')
		rest = room_first_key(room, rest, &context);
	command_result_init(&result);
	command_read(&result, rest, strlen(rest), &context);
	buffer_reset(out);
	room_show(out, &result);
	if (result.answer == ANSWER_DONE)
		room_make_true(room, &result);
	command_result_release(&result);
	free(text);
}

/* Does the lines; *out shows what the last came to, or the first that was refused before it. */
static inline void room_lines(struct room *room, const char *lines, struct buffer *out)
{
	while (*lines) {
		size_t len = strcspn(lines, "\n");
		bool is_last = !lines[len];

		room_line(room, lines, len, out);
		if (!is_last && (out->bytes[0] == '!' || out->bytes[0] == '?')) {
			buffer_insert(out, 0, "TOO EARLY ", 10);
			return;
		}
		lines += len + !is_last;
	}
}

static inline const char *room_id(const struct room *room, size_t who)
{
	return who == NONE ? "somebody" : session_call(&room->session, who, NAMING_ID);
}

static inline void room_show_as(
	struct buffer *out, const struct room *room, size_t who, enum list_kind kind)
{
	buffer_text(out, room_id(room, who));
	if (kind != LIST_STATEMENT)
		buffer_format(out, "/%s", list_kind_name(kind));
}

/* "ury (gha) fra/question npl closed": the floor, those interrupted, the list. */
static inline void room_show_list(struct buffer *out, const struct room *room)
{
	const struct session *s = &room->session;

	if (s->floor == NONE)
		buffer_text(out, "-");
	else
		room_show_as(out, room, s->speeches[s->floor].who, s->speeches[s->floor].kind);
	for (size_t i = s->paused_count; i; i--) {
		const struct speech *speech = &s->speeches[s->paused[i - 1]];

		buffer_text(out, " (");
		room_show_as(out, room, speech->who, speech->kind);
		buffer_text(out, ")");
	}
	for (size_t i = 0; i < s->waiting_count; i++) {
		buffer_text(out, i ? " " : " | ");
		room_show_as(out, room, s->waiting[i].who, s->waiting[i].kind);
		buffer_text(out, s->waiting[i].moved ? "!" : "");
	}
	buffer_text(out, s->list_closed ? " closed" : "");
}

#endif
