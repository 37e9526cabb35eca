/* SPDX-License-Identifier: MIT */
/* test_session_event.c - an event's fields and the catalogue, a row each. */
#include "unit/cases.h"

#include "base/memory.h"
#include "base/word_list.h"
#include "session/event.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum what {
	SOUND,     /* input is DO and fields, FIELD=text, FIELD:number, FIELD!, FIELD[list,
		      FIELD#numbers */
	FIELDS_OF, /* the same, shown as they stand */
	ORDER,     /* CLOCK SEAT SEQ twice */
	TABLES     /* the tables agree with each other */
};

static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected;
} rows[] = {
	{"a_whole_note", SOUND, "note kind=point text=x", "sound"},
	{"a_note_with_all_it_may_have", SOUND,
		"note kind=point text=x themes[a by=p1 item=i off-record! seen more!", "sound"},
	{"a_note_without_text", SOUND, "note kind=point", "'note' lacks its field 'text'"},
	{"a_note_with_a_limit", SOUND, "note kind=point text=x limit:5",
		"'note' has no field 'limit'"},
	{"an_end_needs_nothing", SOUND, "end", "sound"},
	{"an_unknown_act_may_have_anything", SOUND, "applaud limit:5 text=x", "sound"},
	{"an_unknown_field_is_let_through", SOUND, "end loud=yes", "sound"},
	{"a_number_for_a_text", SOUND, "note kind=point text:5",
		"'text' of 'note' must be a text, not a number"},
	{"a_text_for_a_list", SOUND, "tag notes=a themes[b",
		"'notes' of 'tag' must be a list of texts, not a text"},
	{"a_text_for_a_number", SOUND, "limit limit=5",
		"'limit' of 'limit' must be a number, not a text"},
	{"before_kind_is_not_before", SOUND, "item-move item=a before=b before-kind=c",
		"'item-move' has no field 'before-kind'"},
	{"a_header", SOUND, "open format=log/1 session=s seat=a role=r log=l version=v", "sound"},

	{"fields_stand_as_they_were_set", FIELDS_OF, "note text=x kind=point", "text=x kind=point"},
	{"set_again_in_its_place", FIELDS_OF, "note text=x kind=point text=y", "text=y kind=point"},
	{"a_list_grows", FIELDS_OF, "tag notes[a notes[b themes[c", "notes=[a,b] themes=[c]"},
	{"numbers_grow", FIELDS_OF, "undo undoes#2 undoes#3", "undoes=[2,3]"},
	{"true_is_one", FIELDS_OF, "note off-record! more!", "off-record=1 more=1"},
	{"seen_of_one_seat_is_replaced", FIELDS_OF, "end seen seen",
		"seen={facilitator:2,script:2}"},

	{"by_clock", ORDER, "5 b 9 6 a 1", "-"},
	{"then_by_seat", ORDER, "5 b 1 5 a 9", "+"},
	{"then_by_number", ORDER, "5 a 9 5 a 10", "-"},
	{"the_same", ORDER, "5 a 9 5 a 9", "0"},
	{"a_seat_that_begins_another", ORDER, "5 rapporteur 9 5 rapporteur-2 1", "-"},

	{"the_tables_agree", TABLES, "", ""},
};

/* NAME=text as read from a line, where the field may be unknown or of another type. */
static void take_text(struct event *e, enum field field, const char *name, const char *text)
{
	struct value v = {.type = VALUE_TEXT, .text = mem_text(text)};

	event_take_field(e, field, field == FIELD_UNKNOWN ? mem_text(name) : NULL, v);
}

static void set_seen(struct event *e)
{
	event_set_seen(e, "facilitator", 1);
	event_set_seen(e, "script", 2);
	event_set_seen(e, "facilitator", 2);
}

/* Sets one field from its word; how it is set depends on the mark after its name. */
static void set_word(struct event *e, const char *word)
{
	char name[64];
	size_t len = strcspn(word, "=:![#");
	const char *rest = word + len + (word[len] != '\0');

	snprintf(name, sizeof name, "%.*s", (int)len, word);
	enum field field = field_named(name);
	struct value number = {.type = VALUE_NUMBER, .number = strtoll(rest, NULL, 10)};

	switch (word[len]) {
	case '=':
		if (field != FIELD_UNKNOWN && field_table[field].type == VALUE_TEXT)
			event_set_text(e, field, rest);
		else
			take_text(e, field, name, rest);
		return;
	case ':': event_take_field(e, field, NULL, number); return;
	case '!': event_set_true(e, field); return;
	case '[': event_add_to_list(e, field, rest); return;
	case '#': event_add_number(e, field, number.number); return;
	default: set_seen(e); return;
	}
}

static struct event *made(const char *input)
{
	char words[256];
	char *rest;

	snprintf(words, sizeof words, "%s", input);
	char *word = strtok_r(words, " ", &rest);
	struct event *e = event_new(event_kind_named(word));
	if (e->kind == EVENT_UNKNOWN)
		e->unknown = mem_text(word);
	while ((word = strtok_r(NULL, " ", &rest)) != NULL)
		set_word(e, word);
	return e;
}

static void say_value(struct buffer *out, const struct value *v)
{
	bool is_seen = v->type == VALUE_SEEN;

	if (v->type == VALUE_TEXT)
		buffer_text(out, v->text);
	else if (v->type == VALUE_NUMBER || v->type == VALUE_TRUTH)
		buffer_format(out, "%lld", (long long)v->number);
	if (v->type == VALUE_TEXT || v->type == VALUE_NUMBER || v->type == VALUE_TRUTH)
		return;
	buffer_char(out, is_seen ? '{' : '[');
	for (size_t i = 0; i < v->count; i++) {
		buffer_text(out, i ? "," : "");
		if (v->texts)
			buffer_format(out, is_seen ? "%s:" : "%s", v->texts[i]);
		if (v->numbers)
			buffer_format(out, "%lld", (long long)v->numbers[i]);
	}
	buffer_char(out, is_seen ? '}' : ']');
}

/* Of a copy, so that copying is held to the same. */
static void say_fields(struct buffer *out, const struct event *original)
{
	struct event *e = event_copy(original);

	for (size_t i = 0; i < e->count; i++) {
		buffer_format(out, "%s%s=", i ? " " : "", field_table[e->fields[i].field].name);
		say_value(out, &e->fields[i].value);
	}
	event_free(e);
}

static void say_order(struct buffer *out, const char *input)
{
	struct event a = {0}, b = {0};
	long long clock_a, seq_a, clock_b, seq_b;

	if (sscanf(input, "%lld %32s %lld %lld %32s %lld", &clock_a, a.seat, &seq_a, &clock_b,
		    b.seat, &seq_b) != 6)
		return;
	a.clock = clock_a;
	a.seq = seq_a;
	b.clock = clock_b;
	b.seq = seq_b;
	int order = event_compare(&a, &b);
	if (order && (order > 0) == (event_compare(&b, &a) > 0))
		buffer_text(out, "both ways ");
	if (order)
		buffer_text(out, order < 0 ? "-" : "+");
	else
		buffer_text(out, "0");
}

/* Every word of a row is a field. */
static void check_words(struct buffer *out, const char *event, const char *words)
{
	char copy[256];

	snprintf(copy, sizeof copy, "%s", words);
	for (char *rest, *word = strtok_r(copy, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest))
		if (field_named(word) == FIELD_UNKNOWN)
			buffer_format(out, "%s: no field %s; ", event, word);
}

static void check_tables(struct buffer *out)
{
	for (int i = 0; i < EVENT_KINDS; i++) {
		const struct event_info *info = &event_table[i];

		check_words(out, info->name, info->required);
		check_words(out, info->name, info->optional);
		if (event_kind_named(info->name) != (enum event_kind)i)
			buffer_format(out, "%s twice; ", info->name);
		bool has_rule = words_have(info->optional, field_table[FIELD_RULE].name);
		bool says = event_has((enum event_kind)i, SAYS_RULE);
		bool adds = event_has((enum event_kind)i, SAYS_OTHER_RULE);
		if (says != words_have(info->optional, field_table[FIELD_OFF].name) ||
			has_rule != (says || adds) || (says && adds))
			buffer_format(out, "%s says its rule or not; ", info->name);
		if (says && !event_has((enum event_kind)i, NEVER_VOID))
			buffer_format(out, "%s may be void; ", info->name);
		if (!*info->help)
			buffer_format(out, "%s without help; ", info->name);
	}
	for (int i = 0; i < FIELDS; i++)
		if (field_named(field_table[i].name) != (enum field)i || !*field_table[i].help)
			buffer_format(out, "%s twice or without help; ", field_table[i].name);
}

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct error why = {0};
	struct event *e = row->what == SOUND || row->what == FIELDS_OF ? made(row->input) : NULL;

	switch (row->what) {
	case SOUND: buffer_text(&out, event_is_sound(e, &why) ? "sound" : why.text); break;
	case FIELDS_OF: say_fields(&out, e); break;
	case ORDER: say_order(&out, row->input); break;
	case TABLES: check_tables(&out); break;
	}
	event_free(e);
	char shown[512];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
