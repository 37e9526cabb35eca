/* SPDX-License-Identifier: MIT */
/* test_agenda_people.c - whom a word means, who is offered while one types, and how texts name
 * people: a question a row, asked of one small room. */
#include "unit/cases.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/people.h"
#include "base/memory.h"

enum what { FIND, SEARCH, SAY_NUMBER, SAY_ID, SAY_NAME, SAY_LABEL, BRACES, CALL, DELEGATION, GROUP,
	FIND_GONE };

static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected;
} rows[] = {
	{"an_id", FIND, "ury", "ury"},
	{"an_id_in_capitals", FIND, "URY", "ury"},
	{"a_number", FIND, "p2", "gha"},
	{"a_number_of_nobody", FIND, "p99", "none"},
	{"an_alias", FIND, "ivory coast", "civ"},
	{"an_alias_before_a_delegation", FIND, "DPO", "usg"},
	{"an_alias_that_two_have", FIND, "chief", "usg or oma"},
	{"an_id_before_an_alias", FIND, "chn", "chn"},
	{"a_whole_name", FIND, "josé müller", "jm"},
	{"a_whole_name_without_accents", FIND, "jose muller", "jm"},
	{"a_whole_name_before_a_longer_one", FIND, "ann ex", "ax"},
	{"a_delegation", FIND, "Uruguay", "ury"},
	{"a_delegation_with_accents", FIND, "cote d'ivoire", "civ"},
	{"a_delegation_with_a_typographic_apostrophe", FIND, "Côte d’Ivoire", "civ"},
	{"a_delegation_of_two", FIND, "Ghana", "gha or gha-b"},
	{"an_affiliation", FIND, "institute", "ax"},
	{"another_script", FIND, "张伟", "zw"},
	{"another_script_by_its_start", FIND, "Бори", "bor"},
	{"arabic_without_its_marks", FIND, "محمد", "moh"},
	{"the_start_of_a_delegation", FIND, "uru", "ury"},
	{"the_start_of_a_name", FIND, "jos", "jm"},
	{"the_start_of_a_word_of_a_name", FIND, "mull", "jm"},
	{"the_start_of_two_names", FIND, "ann e", "ax or ae"},
	{"one_letter_that_is_enough", FIND, "j", "jm"},
	{"one_letter_that_is_not", FIND, "a", "usg or ax"},
	{"not_the_middle_of_a_word", FIND, "ller", "none"},
	{"not_a_word_of_a_title", FIND, "ambassador", "none"},
	{"not_a_later_word_of_a_delegation", FIND, "affairs", "none"},
	{"the_start_of_an_id_when_nothing_else", FIND, "mo", "moh"},
	{"nobody", FIND, "atlantis", "none"},
	{"nothing", FIND, "", "none"},
	{"nothing_but_signs", FIND, "--", "none"},
	{"one_who_came_later", FIND, "late", "late"},
	{"an_alias_given_live", FIND, "boss", "jm"},
	{"one_who_came_later_and_is_undone", FIND_GONE, "late", "none"},
	{"the_number_of_one_undone", FIND_GONE, "p-rapporteur-4", "none"},
	{"an_alias_given_live_and_undone", FIND_GONE, "boss", "none"},

	{"everybody_in_seating_order", SEARCH, "", "chn gha ury usg oma gha-b"},
	{"by_a_part_of_a_name", SEARCH, "lle", "jm"},
	{"by_a_title", SEARCH, "ambassador", "ury"},
	{"by_a_delegation_accents_aside", SEARCH, "cote", "civ"},
	{"an_id_before_a_delegation", SEARCH, "gha", "gha gha-b"},
	{"a_whole_word_before_a_start", SEARCH, "ann ex", "ax ae"},
	{"words_of_different_parts", SEARCH, "urug amb", "ury"},
	{"every_word_must_be_somewhere", SEARCH, "urug ghana", ""},
	{"seating_order_among_equals", SEARCH, "department", "usg oma"},
	{"by_an_alias_given_live", SEARCH, "bos", "jm"},
	{"no_more_than_asked_for", SEARCH, "a", "ax ae usg ury oma late"},
	{"nobody_like_that", SEARCH, "xyzzy", ""},

	{"numbers_stay_in_their_braces", SAY_NUMBER, "{p1} asked {p2}", "{p1} asked {p2}"},
	{"ids", SAY_ID, "{p1} asked {p2}.", "@ury asked @gha."},
	{"names", SAY_NAME, "so said {p4}", "so said José Müller"},
	{"labels", SAY_LABEL, "{p1} and {p3}", "a participant and the Chief"},
	{"one_who_came_later_by_id", SAY_ID, "{p-rapporteur-4}!", "@late!"},
	{"nobody_by_id", SAY_ID, "{p77}", "@p77"},
	{"nobody_by_label", SAY_LABEL, "{p77}", "a participant"},
	{"other_braces_stay", SAY_ID, "{a} {p} {p-} {p1 {pq} { {{p1}}",
		"{a} {p} {p-} {p1 {pq} { {@ury}"},
	{"a_typed_brace_is_said_as_it_was_typed", SAY_ID, "{\u2060p1} {\u2060\u2060p2}",
		"{p1} {\u2060p2}"},
	{"a_typed_brace_by_label", SAY_LABEL, "{\u2060p1} {p1}", "{p1} a participant"},
	{"a_typed_brace_is_stored_as_it_is", SAY_NUMBER, "{\u2060p1}", "{\u2060p1}"},
	{"a_joiner_before_something_else_stays", SAY_ID, "{\u2060q} {\u2060p", "{\u2060q} {\u2060p"},
	{"typed_braces", BRACES, "{p1} {p-x-4} {p77} {a} {p} {{p2}} {\u2060p1}",
		"{\u2060p1} {\u2060p-x-4} {\u2060p77} {a} {p} {{\u2060p2}} {\u2060\u2060p1}"},
	{"an_open_brace_at_the_end", SAY_ID, "x{", "x{"},
	{"no_text", SAY_ID, "", ""},

	{"called_by_everything", CALL, "p3", "p3 usg Ann Chief/the Chief"},
	{"called_without_a_label", CALL, "p1",
		"p1 ury Permanent Representative of Uruguay/a participant"},
	{"called_but_not_known", CALL, "p77", "p77 p77 p77/a participant"},

	{"a_known_delegation", DELEGATION, "URUGUAY", "d1 Uruguay"},
	{"a_new_delegation", DELEGATION, "Peru", "d7 Peru"},
	{"a_group_given_by_two_seats", GROUP, "european union", "d-a-1 European Union group"},
	{"a_group_that_turns_out_to_be_here", DELEGATION, "EUROPEAN UNION", "d-a-1 European Union"},
	{"a_delegation_of_signs", DELEGATION, "—", "d7 —"},
};

static const struct guest {
	const char *number, *id, *name, *title, *affiliation, *delegation, *label, *aliases[2];
	int rank;
} guests[] = {
	{NULL, "ury", "Permanent Representative of Uruguay", "Ambassador", "Uruguay", "Uruguay",
		NULL,
		{"URY"}, 3},
	{NULL, "gha", "Permanent Representative of Ghana", NULL, "Ghana", "Ghana", NULL, {"GHA"},
		2},
	{NULL, "usg", "Ann Chief", NULL, "Department", "DPO", "the Chief", {"DPO", "Chief"}, 4},
	{NULL, "jm", "José Müller", NULL, NULL, NULL, NULL, {NULL}, 0},
	{NULL, "civ", "Permanent Representative of Côte d'Ivoire", NULL, NULL, "Côte d'Ivoire",
		NULL,
		{"Ivory Coast"}, 0},
	{NULL, "ax", "Ann Ex", NULL, "Institute", NULL, NULL, {NULL}, 0},
	{NULL, "ae", "Ann Example", NULL, NULL, NULL, NULL, {NULL}, 0},
	{NULL, "gha-b", "Counsellor of Ghana", NULL, "Ghana", "Ghana", NULL, {NULL}, 7},
	{NULL, "oma", "Military Adviser", NULL, "Department", "Office of Affairs", NULL,
		{"Chief"}, 5},
	{NULL, "chn", "Permanent Representative of China", NULL, NULL, NULL, NULL, {NULL}, 1},
	{NULL, "zw", "张伟", NULL, NULL, NULL, NULL, {"CHN"}, 0},
	{NULL, "bor", "Борис Ёлкин", NULL, NULL, NULL, NULL, {NULL}, 0},
	{NULL, "moh", "مُحَمَّد", NULL, NULL, NULL, NULL, {NULL}, 0},
	{"p-rapporteur-4", "late", "Late Arrival", NULL, NULL, NULL, NULL, {NULL}, 0},
};

static void fill(struct people *p)
{
	for (size_t i = 0; i < sizeof guests / sizeof *guests; i++) {
		const struct guest *g = &guests[i];
		struct person person = {.number = mem_text(g->number), .id = mem_text(g->id),
			.name = mem_text(g->name), .title = mem_text(g->title),
			.affiliation = mem_text(g->affiliation), .label = mem_text(g->label),
			.rank = g->rank, .delegation = NONE};

		person.aliases = mem_new(2, sizeof(char *));
		while (person.alias_count < 2 && g->aliases[person.alias_count]) {
			person.aliases[person.alias_count] = mem_text(g->aliases[person.alias_count]);
			person.alias_count++;
		}
		if (g->delegation)
			person.delegation = people_delegation(p, g->delegation, NULL, false);
		people_add(p, &person);
	}
	people_alias(p, "facilitator-9", "p4", "Boss");
	people_delegation(p, "European Union", "d-a-1", true);
}

static bool stands(void *context, const char *event)
{
	(void)event;
	return *(const bool *)context;
}

static void find(struct buffer *out, const struct people *p, const char *word, bool standing)
{
	const struct standing all = {stands, &standing};
	size_t first, second;

	switch (people_find(p, &all, word, &first, &second)) {
	case FOUND_NONE: buffer_text(out, "none"); return;
	case FOUND_ONE: buffer_text(out, p->persons[first].id); return;
	case FOUND_SEVERAL:
		buffer_format(out, "%s or %s", p->persons[first].id, p->persons[second].id);
		return;
	}
}

static void search(struct buffer *out, const struct people *p, const char *typed)
{
	size_t found[6];
	size_t count = people_search(p, NULL, typed, found, 6);

	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s", i ? " " : "", p->persons[found[i]].id);
}

static void delegation(struct buffer *out, struct people *p, const char *name, const char *number)
{
	size_t index = people_delegation(p, name, number, number != NULL);
	const struct delegation *it = &p->delegations[index];

	if (number)
		assert_int_equal(people_delegation_numbered(p, number), index);
	buffer_format(out, "%s %s%s", it->number, it->name, it->is_group ? " group" : "");
}

static void answer(struct buffer *out, struct people *p, const struct row *row)
{
	switch (row->what) {
	case FIND: find(out, p, row->input, true); return;
	case FIND_GONE: find(out, p, row->input, false); return;
	case SEARCH: search(out, p, row->input); return;
	case SAY_NUMBER: people_say(out, p, row->input, NAMING_NUMBER); return;
	case SAY_ID: people_say(out, p, row->input, NAMING_ID); return;
	case SAY_NAME: people_say(out, p, row->input, NAMING_NAME); return;
	case SAY_LABEL: people_say(out, p, row->input, NAMING_LABEL); return;
	case BRACES: people_write_braces(out, row->input); return;
	case CALL:
		buffer_format(out, "%s %s %s/%s", people_call(p, row->input, NAMING_NUMBER),
			people_call(p, row->input, NAMING_ID),
			people_call(p, row->input, NAMING_NAME),
			people_call(p, row->input, NAMING_LABEL));
		return;
	case DELEGATION: delegation(out, p, row->input, NULL); return;
	case GROUP: delegation(out, p, row->input, "d-b-2"); return;
	}
}

static void ask(void **state)
{
	struct people people = {0};
	struct buffer out = BUFFER_EMPTY;
	char got[256];
	const struct row *row = *state;

	setlocale(LC_ALL, "C.UTF-8");
	fill(&people);
	answer(&out, &people, row);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	people_release(&people);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, ask)
