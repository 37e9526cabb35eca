/* SPDX-License-Identifier: MIT */
/* session_script.h - a small language for tests of sessions: events written by hand, made true.
 *
 * A script is steps parted by "; ". A step is the name of an event or a short word for it, and its
 * fields: a bare word goes to the field that the word table names, `as KIND`, `ends`, `carry` and
 * such say which field they are, all else is field=value, values of a list parted by commas.
 *
 * Persons are A to H (p1 to p8; Z is nobody's number; p-test-2 comes late if at all), n1 is the
 * first note and s1 the first speech; limits are seconds. `t 90` moves the time on to 90 s after
 * the meeting was to start, `seat NAME` goes to another seat, `undo` and `redo` are those of the
 * seat, `rule …` changes the agenda. Every event also goes through the history, and the fold of it
 * must show the same.
 */
#ifndef TESTS_UNIT_SESSION_SCRIPT_H
#define TESTS_UNIT_SESSION_SCRIPT_H

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "session/history.h"

enum { STAGE_PEOPLE = 8, STAGE_THINGS = 64 };

struct stage {
	struct agenda agenda;
	struct session session;
	struct history history;
	struct buffer voids; /* " !ask" for every event that was void */
	int64_t at;
	char seat[NAME_SIZE];
	char notes[STAGE_THINGS][ID_SIZE];
	char speeches[STAGE_THINGS][ID_SIZE];
	size_t note_count, speech_count;
};

/* The meeting: north A B, south C D, east E F; G and H stand alone. */

static inline struct attribute *stage_region(const char *value)
{
	struct attribute *attribute = mem_new(1, sizeof *attribute);

	*attribute = (struct attribute){mem_text("region"), mem_text(value)};
	return attribute;
}

/* Stands under people/ already; in the session only once the event stands. */
static inline void stage_latecomer(struct people *people)
{
	struct person late = {
		.number = mem_text("p-test-2"), .id = mem_text("late"), .name = mem_text("Late")};

	late.delegation = people_delegation(people, "west", "d-test-2", false);
	people_add(people, &late);
}

static inline void stage_people(struct people *people)
{
	static const char *const delegations[] = {"north", "south", "east"};
	static const char *const regions[] = {"x", "y", "x", "y", "x", "y", NULL, NULL};

	for (size_t i = 0; i < 3; i++)
		people_delegation(people, delegations[i], NULL, false);
	for (size_t i = 0; i < STAGE_PEOPLE; i++) {
		char name[2] = {(char)('A' + i), '\0'};
		struct person person = {.id = mem_text(name),
			.name = mem_text(name),
			.delegation = i < 6 ? i / 2 : NONE};

		if (regions[i]) {
			person.attributes = stage_region(regions[i]);
			person.attribute_count = 1;
		}
		people_add(people, &person);
	}
	stage_latecomer(people);
}

static inline void stage_plan(struct agenda *a)
{
	static const char *const items[] = {"one", "two", "three"};
	static const char *const themes[] = {"alpha", "beta", "gamma"};

	a->items = mem_new(3, sizeof *a->items);
	a->themes = mem_new(3, sizeof *a->themes);
	a->item_count = a->theme_count = 3;
	for (size_t i = 0; i < 3; i++) {
		a->items[i] = (struct item_plan){.id = mem_text(items[i]),
			.title = mem_text(items[i]),
			.minutes = (int)(i + 1) * 10,
			.lead = NONE};
		a->themes[i] = (struct theme_plan){.id = mem_text(themes[i]),
			.label = mem_text(themes[i]),
			.parent = NONE,
			.priority = NONE};
	}
	a->items[2].limit_ms = 2 * MS_MINUTE;
}

static inline void stage_init(struct stage *stage)
{
	*stage = (struct stage){.seat = "test"};
	struct agenda *a = &stage->agenda;
	*a = (struct agenda){.title = mem_text("Test"),
		.date = {2026, 4, 16},
		.starts = 10 * MS_HOUR,
		.zone = mem_text("UTC")};
	a->list = (struct list_rules){
		.limit_ms = 3 * MS_MINUTE, .warn_ms = 30 * MS_SECOND, .rights_of_reply = 2};
	for (int i = 0; i < LIST_KINDS; i++)
		a->list.precedence[i] = (enum list_kind)i;
	a->list.limits[LIST_ORDER] = (struct limits){.ms = {MS_MINUTE}, .count = 1};
	a->list.limits[LIST_RIGHT_OF_REPLY] =
		(struct limits){.ms = {10 * MS_MINUTE, 5 * MS_MINUTE}, .count = 2};
	stage_people(&a->people);
	stage_plan(a);
	stage->at = agenda_start(a);
	session_init(&stage->session, a, &a->people);
	history_init(&stage->history);
	buffer_init(&stage->voids);
}

static inline void stage_release(struct stage *stage)
{
	session_release(&stage->session);
	history_release(&stage->history);
	buffer_release(&stage->voids);
	agenda_release(&stage->agenda);
}

/* From words to fields */

struct stage_word {
	const char *name;
	enum event_kind kind;
	enum field fields[3]; /* where bare words go, one after the other */
	const char *as;       /* the kind when none is said, or NULL */
};

static const struct stage_word stage_words[] = {
	{"speak", EVENT_ASKED, {FIELD_WHO}, "statement"},
	{"withdraw", EVENT_WITHDREW, {FIELD_WHO}, NULL},
	{"later", EVENT_PUT_LATER, {FIELD_WHO}, "statement"},
	{"move", EVENT_MOVED, {FIELD_WHO}, "statement"},
	{"floor", EVENT_FLOOR_GIVEN, {FIELD_WHO}, "statement"},
	{"yield", EVENT_FLOOR_YIELDED, {FIELD_WHO, FIELD_LIMIT}, NULL},
	{"extend", EVENT_FLOOR_EXTENDED, {FIELD_LIMIT}, NULL},
	{"limit", EVENT_ITEM_LIMITED, {FIELD_LIMIT}, NULL},
	{"budget", EVENT_ITEM_BUDGETED, {FIELD_LIMIT}, NULL},
	{"item", EVENT_ITEM_BEGUN, {FIELD_ITEM}, NULL},
	{"item-add", EVENT_ITEM_ADDED, {FIELD_ITEM, FIELD_MINUTES, FIELD_TITLE}, NULL},
	{"item-minutes", EVENT_ITEM_TIMED, {FIELD_ITEM, FIELD_MINUTES}, NULL},
	{"item-move", EVENT_ITEM_MOVED, {FIELD_ITEM, FIELD_BEFORE}, NULL},
	{"list", EVENT_LIST_SET, {FIELD_STATE, FIELD_WHO}, NULL},
	{"policy", EVENT_POLICY_SET, {FIELD_POLICY, FIELD_ATTRIBUTE}, NULL},
	{"note", EVENT_NOTED, {FIELD_TEXT}, "point"},
	{"edit", EVENT_EDITED, {FIELD_NOTE, FIELD_TEXT}, NULL},
	{"tag", EVENT_TAGGED, {FIELD_NOTES, FIELD_THEMES}, NULL},
	{"untag", EVENT_UNTAGGED, {FIELD_NOTES, FIELD_THEMES}, NULL},
	{"drop", EVENT_DROPPED, {FIELD_NOTE}, NULL},
	{"kind", EVENT_KIND_SET, {FIELD_NOTE, FIELD_KIND}, NULL},
	{"action", EVENT_ACTION_TAKEN, {FIELD_TEXT}, NULL},
	{"owner", EVENT_OWNED, {FIELD_ACTION, FIELD_OWNERS}, NULL},
	{"due", EVENT_DUE_SET, {FIELD_ACTION, FIELD_DUE}, NULL},
	{"status", EVENT_STATUS_SET, {FIELD_ACTION, FIELD_STATUS}, NULL},
	{"confirm", EVENT_CONFIRMED, {FIELD_ACTION}, NULL},
	{"theme", EVENT_THEME_MADE, {FIELD_THEME, FIELD_LABEL}, NULL},
	{"rename", EVENT_THEME_RENAMED, {FIELD_THEME, FIELD_LABEL}, NULL},
	{"merge", EVENT_THEME_MERGED, {FIELD_THEME, FIELD_INTO}, NULL},
	{"digit", EVENT_DIGIT_SET, {FIELD_DIGIT, FIELD_THEME}, NULL},
	{"person", EVENT_PERSON_CAME, {FIELD_WHO, FIELD_ROLE, FIELD_DELEGATION}, NULL},
	{"here", EVENT_CAME_IN, {FIELD_PEOPLE}, NULL},
	{"away", EVENT_WENT_OUT, {FIELD_PEOPLE}, NULL},
	{"abbr", EVENT_ABBREVIATED, {FIELD_WORD, FIELD_TEXT}, NULL},
};

static inline struct stage_word stage_word_named(const char *name)
{
	for (size_t i = 0; i < sizeof stage_words / sizeof *stage_words; i++)
		if (strcmp(stage_words[i].name, name) == 0)
			return stage_words[i];
	assert(event_kind_named(name) != EVENT_UNKNOWN);
	return (struct stage_word){name, event_kind_named(name), {0}, NULL};
}

/* A person's letter as a number, a note or speech by its place as an id; else the word itself. */
static inline void stage_meaning(const struct stage *stage, const char *word, char out[ID_SIZE])
{
	size_t place = strlen(word) > 1 ? (size_t)strtoul(word + 1, NULL, 10) : 0;

	if (word[0] >= 'A' && word[0] <= 'Z' && !word[1])
		snprintf(out, ID_SIZE, "p%d", word[0] - 'A' + 1);
	else if (word[0] == 'n' && place && place <= stage->note_count)
		snprintf(out, ID_SIZE, "%s", stage->notes[place - 1]);
	else if (word[0] == 's' && place && place <= stage->speech_count)
		snprintf(out, ID_SIZE, "%s", stage->speeches[place - 1]);
	else
		snprintf(out, ID_SIZE, "%s", word);
}

static inline void stage_set(
	const struct stage *stage, struct event *e, enum field field, const char *word)
{
	char meaning[ID_SIZE], list[256], *rest = NULL;
	enum value_type type = field_table[field].type;

	if (type == VALUE_LIST) {
		snprintf(list, sizeof list, "%s", word);
		for (char *one = strtok_r(list, ",", &rest); one;
			one = strtok_r(NULL, ",", &rest)) {
			stage_meaning(stage, one, meaning);
			event_add_to_list(e, field, meaning);
		}
		return;
	}
	stage_meaning(stage, word, meaning);
	if (type == VALUE_NUMBER)
		event_set_number(
			e, field, strtoll(word, NULL, 10) * (field == FIELD_LIMIT ? MS_SECOND : 1));
	else if (type == VALUE_TRUTH)
		event_set_true(e, field);
	else
		event_set_text(e, field, meaning);
}

/* Words that say by themselves which field they fill. */
static inline enum field stage_field_of(const char *word)
{
	static const struct {
		const char *word;
		enum field field;
	} known[] = {{"ends", FIELD_PREVIOUS}, {"pauses", FIELD_PREVIOUS}, {"carry", FIELD_WAITING},
		{"clear", FIELD_WAITING}, {"keep", FIELD_WAITING}, {"first", FIELD_PLACE},
		{"last", FIELD_PLACE}};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].word, word) == 0)
			return known[i].field;
	return FIELD_UNKNOWN;
}

static inline enum field stage_field_before(const char *word)
{
	if (strcmp(word, "as") == 0)
		return FIELD_KIND;
	return strcmp(word, "before") == 0 || strcmp(word, "for") == 0 || strcmp(word, "to") == 0
		       ? field_named(word)
		       : FIELD_UNKNOWN;
}

static inline void stage_fields(
	const struct stage *stage, struct event *e, const struct stage_word *how, char *words)
{
	char *rest = NULL;
	size_t bare = 0;

	for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		char *equals = strchr(word, '=');

		if (equals) {
			*equals = '\0';
			assert(field_named(word) != FIELD_UNKNOWN);
			stage_set(stage, e, field_named(word), equals + 1);
		} else if (stage_field_before(word) != FIELD_UNKNOWN) {
			stage_set(stage, e, stage_field_before(word), strtok_r(NULL, " ", &rest));
		} else if (stage_field_of(word) != FIELD_UNKNOWN) {
			stage_set(stage, e, stage_field_of(word), word);
		} else if (strcmp(word, "?") != 0) {
			assert(bare < 3);
			stage_set(stage, e, how->fields[bare++], word);
		}
	}
	if (how->as && !event_text(e, FIELD_KIND))
		event_set_text(e, FIELD_KIND, how->as);
}

/* Making events true */

static inline void stage_refold(struct stage *stage)
{
	size_t reworked = stage->session.reworked;

	session_release(&stage->session);
	session_init(&stage->session, &stage->agenda, &stage->agenda.people);
	history_fold(&stage->history, &stage->session);
	stage->session.reworked += reworked + 1;
}

/* Was a note of the theme taken in that item? Asked of every note. */
static inline bool stage_theme_in_item(const struct session *s, size_t theme, size_t item)
{
	size_t root = session_theme_root(s, theme);

	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		for (size_t k = 0; !note->dropped && note->item == item && k < note->theme_count;
			k++)
			if (session_theme_root(s, note->themes[k]) == root)
				return true;
	}
	return false;
}

/* Stamps the event, hands it to the history and makes it true. Takes it over. */
static inline void stage_happen(struct stage *stage, struct event *e)
{
	struct error why = {0};
	bool in_order = false;

	snprintf(e->seat, sizeof e->seat, "%s", stage->seat);
	e->seq = history_last(&stage->history, stage->seat, NULL) + 1;
	e->at = stage->at;
	e->clock = stage->at > stage->history.clock ? stage->at : stage->history.clock + 1;
	if (e->kind == EVENT_NOTED || e->kind == EVENT_ACTION_TAKEN)
		event_id(e, stage->notes[stage->note_count++]);
	if (e->kind == EVENT_FLOOR_GIVEN || e->kind == EVENT_FLOOR_YIELDED)
		event_id(e, stage->speeches[stage->speech_count++]);
	bool sound = event_is_sound(e, &why);
	if (!sound)
		fprintf(stderr, "%s: %s\n", event_table[e->kind].name, why.text);
	assert(sound);
	enum event_kind kind = e->kind;
	if (!history_add(&stage->history, e, &in_order))
		abort();
	if (!in_order) {
		stage_refold(stage);
		return;
	}
	struct session was;
	memcpy(&was, &stage->session, sizeof was);
	if (!history_apply_last(&stage->history, &stage->session, &why)) {
		/* Void: told why, never with typed words in it, and the session is as before. */
		assert(!event_has(kind, NEVER_VOID) && why.text[0]);
		assert(memcmp(&was, &stage->session, sizeof was) == 0);
		buffer_format(&stage->voids, " !%s", event_table[kind].name);
	}
}

static inline void stage_open(struct stage *stage)
{
	struct event *e = event_new(EVENT_OPENED);
	bool leads = strncmp(stage->seat, "facilitator", 11) == 0;

	event_set_text(e, FIELD_FORMAT, "log/1");
	event_set_text(e, FIELD_SESSION, "s");
	event_set_text(e, FIELD_SEAT, stage->seat);
	event_set_text(e, FIELD_ROLE, leads ? "facilitator" : "rapporteur");
	event_set_text(e, FIELD_LOG, "l");
	event_set_text(e, FIELD_VERSION, "0");
	stage_happen(stage, e);
}

static inline void stage_undo(struct stage *stage, bool redo)
{
	int64_t *numbers = NULL;
	size_t count = redo ? history_redoable(&stage->history, stage->seat, &numbers)
			    : history_undoable(&stage->history, stage->seat, &numbers);
	struct event *e = event_new(redo ? EVENT_REDONE : EVENT_UNDONE);

	assert(count);
	for (size_t i = 0; i < count; i++)
		event_add_number(e, redo ? FIELD_REDOES : FIELD_UNDOES, numbers[i]);
	free(numbers);
	stage_happen(stage, e);
}

/* The item of that id goes by the seating. */
static inline void stage_tour(struct stage *stage, const char *id)
{
	size_t i = session_item(&stage->session, id);

	stage->agenda.items[i].kind = stage->session.items[i].kind = ITEM_TOUR_DE_TABLE;
}

/* rule precedence KIND… · rule limit KIND SECONDS · rule budget SECONDS · rule tour ITEM */
static inline void stage_rule(struct stage *stage, char *words)
{
	struct list_rules *list = &stage->agenda.list;
	char *rest = NULL, *what = strtok_r(words, " ", &rest), *word = NULL;
	enum list_kind kind = LIST_STATEMENT;

	if (strcmp(what, "limit") == 0) {
		list_kind_read(strtok_r(NULL, " ", &rest), &kind);
		list->limits[kind] = (struct limits){
			.ms = {strtoll(strtok_r(NULL, " ", &rest), NULL, 10) * MS_SECOND},
			.count = 1};
		return;
	}
	if (strcmp(what, "budget") == 0) {
		list->budget_ms = strtoll(strtok_r(NULL, " ", &rest), NULL, 10) * MS_SECOND;
		return;
	}
	if (strcmp(what, "tour") == 0) {
		stage_tour(stage, strtok_r(NULL, " ", &rest));
		return;
	}
	for (int i = 0; i < LIST_KINDS && (word = strtok_r(NULL, " ", &rest)) != NULL; i++)
		list_kind_read(word, &list->precedence[i]);
}

static inline void stage_limit(struct stage *stage, struct event *e)
{
	enum list_kind kind = LIST_STATEMENT;

	if (e->kind != EVENT_FLOOR_GIVEN || event_value(e, FIELD_LIMIT))
		return;
	list_kind_read(event_text(e, FIELD_KIND), &kind);
	event_set_number(e, FIELD_LIMIT,
		session_limit(&stage->session, kind, (int)event_number(e, FIELD_NTH, 0)));
}

static inline void stage_step(struct stage *stage, char *step)
{
	char *rest = NULL, *name = strtok_r(step, " ", &rest);

	if (strcmp(name, "t") == 0) {
		stage->at = agenda_start(&stage->agenda) + (int64_t)(strtod(rest, NULL) * 1000);
		return;
	}
	if (strcmp(name, "rule") == 0) {
		stage_rule(stage, rest);
		return;
	}
	if (strcmp(name, "seat") == 0) {
		snprintf(stage->seat, sizeof stage->seat, "%s", rest);
		return;
	}
	if (history_last(&stage->history, stage->seat, NULL) == 0)
		stage_open(stage);
	if (strcmp(name, "undo") == 0 || strcmp(name, "redo") == 0) {
		stage_undo(stage, *name == 'r');
		return;
	}
	struct stage_word how = stage_word_named(name);
	struct event *e = event_new(how.kind);
	stage_fields(stage, e, &how, rest);
	stage_limit(stage, e);
	stage_happen(stage, e);
}

static inline void stage_run(struct stage *stage, const char *script)
{
	char *copy = mem_text(script), *at = copy;

	while (at) {
		char *end = strstr(at, "; ");

		if (end)
			*end = '\0';
		stage_step(stage, at);
		at = end ? end + 2 : NULL;
	}
	free(copy);
}

/* What the session shows */

typedef void stage_show(struct buffer *out, const struct session *s, int64_t at);

static inline const char *show_who(const struct session *s, size_t who)
{
	return who == NONE ? "?" : session_call(s, who, NAMING_ID);
}

/* C/reply A* B~ : moved by the chair, let others go first. */
static inline void show_waiting(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->waiting_count; i++) {
		const struct entry *entry = &s->waiting[i];

		buffer_format(out, "%s%s", i ? " " : "", show_who(s, entry->who));
		if (entry->kind != LIST_STATEMENT)
			buffer_format(out, "/%s", list_kind_name(entry->kind));
		buffer_format(out, "%s%s", entry->moved ? "*" : "", entry->put_later ? "~" : "");
	}
}

/* Runs the script and shows the session, then the fold of the same events: they must not differ.
 * free() the answer. */
static inline char *stage_answer(const char *script, stage_show *show)
{
	struct stage stage;
	struct buffer folded = BUFFER_EMPTY, out = BUFFER_EMPTY;

	stage_init(&stage);
	stage_run(&stage, script);
	show(&out, &stage.session, stage.at);
	stage_refold(&stage);
	show(&folded, &stage.session, stage.at);
	if (strcmp(out.bytes, folded.bytes) != 0)
		buffer_format(&out, " BUT FOLDED %s", folded.bytes);
	buffer_text(&out, stage.voids.bytes);
	stage_release(&stage);
	buffer_release(&folded);
	return buffer_take(&out);
}

/* The body of a test: the answer to the row's script is what the row says. */
static inline void stage_check(const char *script, stage_show *show, const char *expected)
{
	char *got = stage_answer(script, show), kept[1024];

	snprintf(kept, sizeof kept, "%s", got);
	free(got);
	assert_string_equal(kept, expected);
}

#endif
