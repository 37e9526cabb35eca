/* SPDX-License-Identifier: MIT */
/* test_agenda_files.c - whole files: the agendas that come with the program are without fault,
 * bad ones are told in order, and those made to hurt are refused at once. */
#include "unit/cases.h"

#include <time.h>

#include "unit/agenda_show.h"

enum what { GIVEN, REPEATED, BINARY };

static const struct row {
	const char *name;
	enum what what;
	const char *input;    /* a path; or what is repeated, `times` times, after `before` */
	const char *expected; /* problems; of those made to hurt, the first */
	const char *before;
	size_t times;
} rows[] = {
	{"the_a4p_plus_roundtable", GIVEN, "agendas/a4p-plus.yaml",
		"28 people, 11 themes, 8 items, 175 minutes", NULL, 0},
	{"the_tour_de_table", GIVEN, "agendas/tour-de-table.yaml",
		"45 people, 4 themes, 4 items, 120 minutes", NULL, 0},
	{"the_smallest", GIVEN, "agendas/minimal.yaml",
		"3 people, 0 themes, 2 items, 45 minutes", NULL, 0},
	{"ten_mistakes_in_order", GIVEN, "tests/unit/agendas/ten-mistakes.yaml",
		"4:7 unknown rule 'chatam-house', did you mean 'chatham-house'?\n"
		"5:7 date must be a day as YYYY-MM-DD, not '2026-02-30'\n"
		"6:1 unknown key 'lisst', did you mean 'list'?\n"
		"8:10 limit must be a duration such as 90s, 3m or 1h30m, not 'soon'\n"
		"11:10 theme id 'decision-cycles' is used twice, first on line 10\n"
		"13:10 participant id 'd7' is kept for numbers (p1, d2, p-…, d-…), choose another\n"
		"14:8 alias '*home' is not read, write the value out\n"
		"16:46 minutes must be a whole number from 1 to 480, not 'ten'\n"
		"17:59 theme 'desicion-cycles' is not in themes; nearest is 'decision-cycles'\n"
		"18:26 control character in a value, write text only", NULL, 0},
	{"a_second_document", GIVEN, "tests/unit/agendas/two-documents.yaml",
		"1:1 directives (%YAML, %TAG) are not read, leave them out\n"
		"4:8 a tag ('!…') is not read, leave it out\n"
		"5:1 a second document begins here, an agenda is one", NULL, 0},
	{"a_broken_list_of_people", GIVEN, "tests/unit/agendas/people-broken.yaml",
		"3:8 a tag ('!…') is not read, leave it out\n"
		"csv 3:1 participant id 'gha' is used twice, first in people-broken.yaml on line "
		"5\n"
		"csv 4:5 this quote is never closed, end the field with '\"'", NULL, 0},
	{"no_list_of_people", GIVEN, "tests/unit/agendas/no-people.yaml",
		"3:20 cannot read participants from 'nowhere.csv' beside it: No such file or "
		"directory", NULL, 0},
	{"no_file", GIVEN, "agendas/none.yaml", "0:0 cannot read it: No such file or directory",
		NULL, 0},
	{"a_folder", GIVEN, "agendas", "0:0 cannot read it: Is a directory", NULL, 0},
	{"deep_lists", REPEATED, "[", "1:17 nested too deep, at most 16 levels", "", 200000},
	{"deep_dashes", REPEATED, "- ", "1:33 nested too deep, at most 16 levels", "", 130000},
	{"deep_mappings", REPEATED, "{a: ", "1:65 nested too deep, at most 16 levels", "", 60000},
	{"deep_keys", REPEATED, "? ", "1:3 a key must be a word, not a mapping", "", 130000},
	{"many_aliases", REPEATED, "  - [*a,*a,*a,*a,*a,*a,*a]\n",
		"1:4 anchor '&a' is not read, write the value out where it is wanted",
		"a: &a [x]\nb:\n", 9000},
	{"many_keys", REPEATED, "a: b\n", "2:1 key 'a' is given twice, first on line 1", "", 50000},
	{"many_documents", REPEATED, "--- {}\n", "1:5 an agenda needs the key 'roundtable'",
		"", 30000},
	{"over_256_kib", REPEATED, "#23456789\n",
		"1:1 larger than 256 KiB, the most that an agenda may be", "", 26215},
	{"under_256_kib", REPEATED, "#23456789\n",
		"1:1 nothing in it, an agenda begins with 'roundtable: agenda/1'", "", 26214},
	{"invalid_utf8", BINARY, "title: a\xff\n", "1:9 not an agenda: invalid leading UTF-8 octet",
		NULL, 0},
	{"a_raw_control_character", BINARY, "title: a\nplace: a\x1b[m\n",
		"2:9 not an agenda: control characters are not allowed", NULL, 0},
	{"utf16", BINARY, "\xff\xfet", "1:1 not UTF-8, save the file in that encoding", NULL, 0},
	{"a_byte_order_mark", BINARY, "\xef\xbb\xbfroundtable: agenda/1\ntitle: T\n",
		"0 people, 0 themes, 0 items, 0 minutes", NULL, 0},
};

static char *path_of(const struct row *row)
{
	struct buffer text = BUFFER_EMPTY;

	if (row->what == GIVEN) {
		buffer_format(&text, "%s/%s", TEST_SOURCE_DIR, row->input);
		return buffer_take(&text);
	}
	buffer_text(&text, row->before ? row->before : "");
	for (size_t i = 0; i < (row->times ? row->times : 1); i++)
		buffer_text(&text, row->input);
	char *path = file_with("file.yaml", text.bytes, text.len);
	buffer_release(&text);
	return path;
}

static void show_counts(struct buffer *out, const struct agenda *a)
{
	int minutes = 0;

	for (size_t i = 0; i < a->item_count; i++)
		minutes += a->items[i].minutes;
	buffer_format(out, "%zu people, %zu themes, %zu items, %d minutes", a->people.count,
		a->theme_count, a->item_count, minutes);
}

static void read_it(void **state)
{
	const struct row *row = *state;
	struct agenda agenda;
	struct problems problems = {.limit = row->what == REPEATED ? 1 : 20};
	struct buffer out = BUFFER_EMPTY;
	char got[4096];
	char *path = path_of(row);

	clock_t began = clock();
	if (agenda_read(&agenda, path, (struct date){2026, 4, 1}, &problems))
		show_counts(&out, &agenda);
	long took = (long)((clock() - began) * 1000 / CLOCKS_PER_SEC);
	show_problems(&out, &problems, path);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	problems_release(&problems);
	agenda_release(&agenda);
	if (row->what != GIVEN)
		unlink(path);
	free(path);
	assert_string_equal(got, row->expected);
	assert_true(took < 50);
}

CASES_MAIN(rows, read_it)
