/* SPDX-License-Identifier: MIT */
/* test_agenda_write.c - an agenda written for a session folder: read back it is the same, and the
 * file without names has none. */
#include "unit/cases.h"

#include <locale.h>

#include "unit/agenda_show.h"

#define HEAD "roundtable: agenda/1\ntitle: T\ntimezone: UTC\n"

/* `given` stands in what agenda_write() writes, when it is not empty. Where it begins with `seal`, the
 * agenda is given that seal and that k before it is written: an organiser's cannot have them. */
static const struct row {
	const char *name;
	const char *yaml; /* or the path of a file of ours, when it ends so */
	const char *given;
} rows[] = {
	{"the_smallest", HEAD, "roundtable: \"session/1\"\nsession: \"k3v9\"\ntitle: \"T\"\ndate: "
		"\"2026-04-01\"\n"
		"timezone: \"UTC\"\nrule: \"chatham-house\"\npodium: {names: true}\nseal: "
		"false\nk: 3\n"
		"list:\n  limit: \"3m\"\n  warn: \"30s\"\n  rights-of-reply: 2\n"
		"  precedence: [\"order\", \"question\", \"reply\", \"statement\", "
		"\"right-of-reply\"]\n"
		"  policy: \"arrival\"\n  point-of-order: \"pauses\"\n"},
	{"the_a4p_plus_roundtable", "agendas/a4p-plus.yaml", "lead: \"p5\""},
	{"the_tour_de_table", "agendas/tour-de-table.yaml",
		"  - {number: \"p45\", delegation: \"d42\", role: \"participant\", rank: 42}\n"},
	{"the_smallest_of_ours", "agendas/minimal.yaml", ""},
	{"everything_of_the_list", HEAD
		"list: {limit: 90s, warn: 1s, limits: {order: 1m, right-of-reply: [10m, 5m]},\n"
		"  rights-of-reply: 0, budget: 1h, precedence: [reply], policy: balance,\n"
		"  balance-by: region, point-of-order: ends}\n",
		"  limits: {order: [\"1m\"], right-of-reply: [\"10m\", \"5m\"]}\n"},
	{"the_start_to_the_minute", HEAD "starts: 9:05\n", "starts: \"09:05\"\n"},
	{"the_start_to_the_second", HEAD "starts: \"23:59:58\"\n", "starts: \"23:59:58\"\n"},
	{"nameless", HEAD "podium: {names: false}\nseal: false\n",
		"podium: {names: false}\nseal: false\nk: 3\n"},
	{"sealed_with_a_k", HEAD, "seal: true\nk: 7\n"},
	{"the_largest_k", HEAD, "seal: false\nk: 50\n"},
	{"the_smallest_k", HEAD, "seal: true\nk: 1\n"},
	{"default_ids_are_written", HEAD "items: [{title: A, minutes: 1}]\n",
		"  - {id: \"item-1\", title: \"A\", kind: \"discussion\", minutes: 1}\n"},
	{"an_item_in_full", HEAD
		"themes: [{id: x, label: X, keywords: [k, l]}]\nparticipants: [{id: ann, name: "
		"Ann}]\n"
		"items: [{id: i, title: A, kind: break, minutes: 1, lead: ann, limit: 30s, rule: "
		"open,\n"
		"  themes: [x], questions: [Who, Why], cue: C}]\n",
		"lead: \"p1\", limit: \"30s\", rule: \"open\", themes: [\"x\"], "
		"questions: [\"Who\", \"Why\"], cue: \"C\"}\n"},
	{"a_theme_in_full", HEAD
		"framework: {title: F, priorities: [{id: f, label: G}]}\n"
		"themes: [{id: y, label: Y, keywords: [k]}, {id: x, label: X, about: B, keywords: "
		"[k],\n"
		"  parent: y, priority: f}]\n",
		"  - {id: \"x\", label: \"X\", about: \"B\", keywords: [\"k\"], parent: \"y\", "
		"priority: \"f\", digit: 2}\n"},
	{"people_have_numbers_only", HEAD
		"participants: [{id: ann, name: Ann Example, title: Envoy, affiliation: "
		"Institute,\n"
		"  delegation: Guests, role: briefer, aliases: [AEX], rank: 3, public: an expert,\n"
		"  attributes: {region: Nowhere}}]\n",
		"participants:\n  - {number: \"p1\", delegation: \"d1\", role: \"briefer\", rank: "
		"3}\n"},
	{"quotes_and_backslashes", HEAD "place: 'a \"b\" c\\d'\n",
		"place: \"a \\\"b\\\" c\\\\d\"\n"},
	{"what_yaml_would_take_for_something_else", HEAD
		"abbreviations: {\"yes\": 'no', '12': '0x1f', 'a:': '# x', '-': '{y}'}\n",
		"  \"yes\": \"no\"\n  \"12\": \"0x1f\"\n  \"a:\": \"# x\"\n  \"-\": \"{y}\"\n"},
	{"a_byte_order_mark_after_a_space", HEAD "place: \" \\uFEFF \\uFEFFb\"\n",
		"place: \"b\"\n"},
	{"a_byte_order_mark_inside", HEAD "place: \"a\\uFEFFb\"\n", "place: \"ab\"\n"},
	{"two_that_are_no_characters", HEAD "place: \"a\\uFFFEb\\uFFFFc\"\n",
		"place: \"a\\uFFFEb\\uFFFFc\"\n"},
	{"past_the_first_plane", HEAD "place: \"😀 𝒳\"\n", "place: \"😀 𝒳\"\n"},
	{"a_long_text_on_one_line", HEAD "place: >\n  one\n  two\n\n  three\n",
		"place: \"one two three\"\n"},
};

static void not_in(const char *text, const char *value)
{
	struct buffer quoted = BUFFER_EMPTY;

	if (!value)
		return;
	buffer_format(&quoted, ": \"%s\"", value);
	bool leaks = strstr(text, quoted.bytes) != NULL;
	buffer_release(&quoted);
	assert_false(leaks);
}

/* What says who people are: nothing of it may be a value in the file without names. */
static void no_names(const char *text, const struct people *people)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct person *p = &people->persons[i];

		not_in(text, p->name);
		not_in(text, p->title);
		not_in(text, p->affiliation);
		not_in(text, p->label);
		for (size_t j = 0; j < p->alias_count; j++)
			not_in(text, p->aliases[j]);
		for (size_t j = 0; j < p->attribute_count; j++)
			not_in(text, p->attributes[j].value);
	}
	for (size_t i = 0; i < people->delegation_count; i++)
		not_in(text, people->delegations[i].name);
}

/* Everything the agenda holds, and the two files, as one text. */
static char *written(const struct agenda *a, char **plain, char **people)
{
	struct buffer out = BUFFER_EMPTY, one = BUFFER_EMPTY, two = BUFFER_EMPTY;

	show_agenda(&out, a, true);
	agenda_write(&one, a);
	agenda_write_people(&two, a);
	buffer_format(&out, "\n%s\n%s", one.bytes, two.bytes);
	*plain = buffer_take(&one);
	*people = buffer_take(&two);
	return buffer_take(&out);
}

/* Writes the two, reads them back and writes what was read. */
static char *again(const char *plain, const char *people)
{
	char *path = file_with("agenda.yaml", plain, strlen(plain));
	char *people_path = file_with("people.yaml", people, strlen(people));
	struct problems problems = {0};
	struct agenda back;
	char *text = NULL, *one = NULL, *two = NULL;

	if (agenda_read_session(&back, path, people_path, &problems))
		text = written(&back, &one, &two);
	problems_print(&problems, stderr);
	problems_release(&problems);
	agenda_release(&back);
	unlink(path);
	unlink(people_path);
	free(path);
	free(people_path);
	free(one);
	free(two);
	return text;
}

static char *path_for(const char *yaml)
{
	struct buffer path = BUFFER_EMPTY;

	if (strncmp(yaml, "agendas/", 8) != 0)
		return file_with("write.yaml", yaml, strlen(yaml));
	buffer_format(&path, "%s/%s", TEST_SOURCE_DIR, yaml);
	return buffer_take(&path);
}

static void write_it(void **state)
{
	const struct row *row = *state;
	struct problems problems = {0};
	struct agenda agenda;
	char *plain, *people, *path = path_for(row->yaml);

	setlocale(LC_ALL, "C.UTF-8");
	assert_true(agenda_read(&agenda, path, (struct date){2026, 4, 1}, &problems));
	agenda.session = mem_text("k3v9");
	if (strncmp(row->given, "seal", 4) == 0) {
		agenda.seal = strncmp(row->given, "seal: true", 10) == 0;
		agenda.k = atoi(strstr(row->given, "k: ") + 3);
	}
	char *first = written(&agenda, &plain, &people);
	char *second = again(plain, people);
	no_names(plain, &agenda.people);
	assert_non_null(second);
	assert_string_equal(first, second);
	assert_non_null(strstr(plain, row->given));
	if (strncmp(row->yaml, "agendas/", 8) != 0)
		unlink(path);
	free(path);
	free(first);
	free(second);
	free(plain);
	free(people);
	problems_release(&problems);
	agenda_release(&agenda);
}

CASES_MAIN(rows, write_it)
