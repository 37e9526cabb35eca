/* SPDX-License-Identifier: MIT */
/* test_agenda_csv.c - participants from CSV, a file a row: who was read, or
 * what was wrong and where. */
#include "unit/cases.h"

#include "unit/agenda_show.h"

#define HEAD "id,name\n"

static const struct row {
	const char *name;
	const char *csv;
	const char *expected;
} rows[] = {
	{"two_rows", HEAD "ury,Uruguay\ngha,Ghana\n", "p1=ury=Uruguay p2=gha=Ghana"},
	{"every_column",
		"id,name,title,affiliation,delegation,role,aliases,rank,public,region\n"
		"usg,Ann Example,Chief,Department,DPO,briefer,USG|Head,4,the Chief,here\n",
		"p1=usg=Ann Example;Chief of Department d1=DPO briefer{USG|Head} rank=4 "
		"public=the Chief region:here"},
	{"columns_in_any_order_and_case", "Name,ID,Region\nUruguay,ury,latin\n",
		"p1=ury=Uruguay Region:latin"},
	{"empty_fields_are_not_given", "id,name,title,region\nury,Uruguay,,\n", "p1=ury=Uruguay"},
	{"delegation_by_affiliation", "id,name,affiliation\na,A,Ghana\nb,B,GHANA\n",
		"p1=a=A of Ghana d1=Ghana p2=b=B of GHANA d1=Ghana"},
	{"semicolons", "id;name\nury;Uruguay, East\n", "p1=ury=Uruguay, East"},
	{"tabs", "id\tname\nury\tUruguay; East\n", "p1=ury=Uruguay; East"},
	{"a_separator_in_quotes_is_none", "\"id\",\"name\",\"a;b;c;d\"\nury,Uruguay,x\n",
		"p1=ury=Uruguay a;b;c;d:x"},
	{"carriage_returns", "id,name\r\nury,Uruguay\r\n", "p1=ury=Uruguay"},
	{"carriage_returns_alone", "id,name\rury,Uruguay\r", "p1=ury=Uruguay"},
	{"no_end_of_the_last_line", HEAD "ury,Uruguay", "p1=ury=Uruguay"},
	{"a_byte_order_mark", "\xef\xbb\xbf" HEAD "ury,Uruguay\n", "p1=ury=Uruguay"},
	{"quotes", "\"id\",\"name\"\n\"ury\",\"Uruguay, East\"\n", "p1=ury=Uruguay, East"},
	{"quotes_in_quotes", HEAD "ury,\"The \"\"East\"\"\"\n", "p1=ury=The \"East\""},
	{"an_empty_quoted_field", "id,name,title\nury,Uruguay,\"\"\n", "p1=ury=Uruguay"},
	{"a_line_end_in_quotes", HEAD "ury,\"Uruguay\r\nEast\"\ngha,Ghana\n",
		"p1=ury=Uruguay  East p2=gha=Ghana"},
	{"spaces_around_fields", HEAD " ury , Uruguay \n", "p1=ury=Uruguay"},
	{"empty_rows_are_passed_over", HEAD "\n,\nury,Uruguay\n\n", "p1=ury=Uruguay"},
	{"an_empty_column_at_the_end", "id,name,\nury,Uruguay,\n", "p1=ury=Uruguay"},
	{"aliases_between_bars", "id,name,aliases\nciv,Ivory,CIV| RCI ||\n",
		"p1=civ=Ivory{CIV|RCI}"},
	{"accents_and_other_scripts", HEAD "civ,Côte d'Ivoire\nchn,中国\n",
		"p1=civ=Côte d'Ivoire p2=chn=中国"},
	{"only_the_first_row", HEAD, ""},
	{"after_the_agenda's_own", HEAD "chair,Again\n",
		"csv 2:1 participant id 'chair' is used twice, first in csv.yaml on line 3"},
	{"nothing_at_all", "", "csv 1:1 nothing in it, the first row must name the columns"},
	{"no_id_column", "ident,name\n",
		"csv 1:1 no column 'id', the first row must name the columns, id and name among "
		"them"},
	{"no_name_column", "id,nmae\nury,Uruguay\n",
		"csv 1:1 no column 'name', is 'nmae' meant for it?"},
	{"a_column_twice", "id,name,Name\n", "csv 1:9 column 'Name' is there twice"},
	{"a_field_too_many", HEAD "ury,Uruguay,x\n",
		"csv 2:1 the row has 3 fields, the first row has 2"},
	{"a_field_too_few", "id,name,title\nury,Uruguay\n",
		"csv 2:1 the row has 2 fields, the first row has 3"},
	{"a_value_under_no_name", "id,name,\nury,Uruguay,x\n",
		"csv 2:13 a value in a column without a name, name it in the first row"},
	{"no_id", HEAD ",Uruguay\n", "csv 2:1 id must be a text, not empty"},
	{"no_name", HEAD "ury,\n", "csv 2:5 name must be a text, not empty"},
	{"a_wrong_id", HEAD "URY,Uruguay\n",
		"csv 2:1 participant id must be a small letter, then at most 31 small letters, "
		"digits "
		"or '-', not 'URY'"},
	{"a_reserved_id", HEAD "p1,Uruguay\n",
		"csv 2:1 participant id 'p1' is kept for numbers (p1, d2, p-…, d-…), choose "
		"another"},
	{"an_id_twice", HEAD "ury,Uruguay\nury,Again\n",
		"csv 3:1 participant id 'ury' is used twice, first on line 2"},
	{"a_wrong_role", "id,name,role\nury,Uruguay,observr\n",
		"csv 2:13 unknown role 'observr', did you mean 'observer'?"},
	{"a_wrong_rank", "name,id,rank\nCôte,civ,first\n",
		"csv 2:10 rank must be a whole number from 1 to 9999, not 'first'"},
	{"a_quote_in_a_field", HEAD "ury,The \"East\"\ngha,\n",
		"csv 2:9 a quote inside a field, put the whole field in quotes and write each one "
		"in it "
		"twice\ncsv 3:5 name must be a text, not empty"},
	{"text_after_a_quote", HEAD "ury,\"East\" x\n",
		"csv 2:11 text after a closing quote, expected a separator or the end of the line"},
	{"a_quote_never_closed", HEAD "ury,\"East\ngha,Ghana\n",
		"csv 2:5 this quote is never closed, end the field with '\"'"},
	{"a_control_character", HEAD "ury,Uru\x1bguay\n",
		"csv 2:5 control character in a field, write text only"},
	{"latin_1", HEAD "civ,C\xf4te d'Ivoire\n",
		"csv 2:6 not UTF-8, save the file as \"CSV UTF-8\""},
	{"an_overlong_character", HEAD "civ,\xc0\xaf\n",
		"csv 2:5 not UTF-8, save the file as \"CSV UTF-8\""},
	{"places_count_lines_in_quotes", HEAD "ury,\"a\nb\"\nX,Y\n",
		"csv 4:1 participant id must be a small letter, then at most 31 small letters, "
		"digits "
		"or '-', not 'X'"},
	{"a_surname_that_is_a_word", HEAD "ap,Ann Price\n",
		"p1=ap=Ann Price\n~csv 2:4 the surname of 'Ann Price' is also an ordinary word, "
		"give an "
		"alias to call them by"},
};

static void read_it(void **state)
{
	const struct row *row = *state;
	static const char head[] = "roundtable: agenda/1\ntitle: T\n";
	struct buffer yaml = BUFFER_EMPTY, out = BUFFER_EMPTY;
	char got[2048];
	char *csv = file_with("list.csv", row->csv, strlen(row->csv));

	buffer_text(&yaml, head);
	if (strstr(row->csv, "chair"))
		buffer_text(&yaml, "participants: [{id: chair, name: Chair}]\n");
	buffer_format(&yaml, "participants-from: %s\n", strrchr(csv, '/') + 1);
	char *path = file_with("csv.yaml", yaml.bytes, yaml.len);
	show_file(&out, path, false);
	unlink(csv);
	unlink(path);
	/* what every agenda of these begins with, and the number of this process */
	const char *text = out.bytes;
	if (strncmp(text, "T 2026-04-01", 12) == 0)
		text += text[12] ? 13 : 12;
	snprintf(got, sizeof got, "%s", text);
	char *first = strstr(got, " in "), *dash = first ? strchr(first, '-') : NULL;
	if (dash && strncmp(dash, "-csv.yaml", 9) == 0)
		memmove(first + 4, dash + 1, strlen(dash));
	free(csv);
	free(path);
	buffer_release(&yaml);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, read_it)
