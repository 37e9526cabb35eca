/* SPDX-License-Identifier: MIT */
/* test_export_formats.c - each format, whole and with hostile text in every place. */
#include "unit/cases.h"

#include <stdio.h>
#include <string.h>

#include "export/formats.h"

static size_t both[] = {0, 1}, second[] = {1}, none[] = {2};
static char registry[] = "the registry", anybody[] = "a participant";
static char *owners[] = {registry, anybody};

#define T(text) (char[]){text}

static struct outgoing_theme themes[] = {
	{.id = T("money"), .label = T("Money"), .priority = T("Be ready"), .notes = 1,
		.concern = 1},
	{.id = T("hours"), .label = T("Hours"), .notes = 2, .actions = 1},
	{.id = NULL, .label = T("No theme"), .notes = 1},
};
static struct outgoing_note notes[] = {
	{.number = 1, .kind = "concern", .text = T("Dear and late"), .themes = both,
		.theme_count = 2},
	{.number = 2, .kind = "point", .text = T("Late"), .themes = second, .theme_count = 1},
	{.number = 3, .kind = "point", .text = T("So it is"), .themes = none, .theme_count = 1},
};
static struct outgoing_action actions[] = {
	{.number = 1, .text = T("Publish"), .owners = owners, .owner_count = 2,
		.due = T("2026-05-01"),
		.priority = "high", .status = "done", .confirmed = true, .themes = second,
		.theme_count = 1},
	{.number = 2, .text = T("Look again"), .priority = "normal", .status = "cancelled",
		.themes = none, .theme_count = 1},
};
static struct outgoing_note open_notes[] = {
	{.number = 1, .kind = "point", .text = T("Late"), .themes = second, .theme_count = 1,
		.by = T("Ann Aster"), .item = T("Talk"), .at = T("2026-04-16T14:00:30.000Z"),
		.id = T("rapporteur-3")},
};
static struct outgoing_action open_actions[] = {
	{.number = 1, .text = T("Publish"), .priority = "low", .status = "open", .themes = none,
		.theme_count = 1, .item = T("Talk"), .at = T("2026-04-16T14:00:40.000Z"),
		.id = T("rapporteur-4"), .source = T("rapporteur-3")},
};

static struct outgoing house = {
	.title = T("Test"), .date = T("2026-04-16"), .place = T("New York"),
		.rule = RULE_CHATHAM_HOUSE,
	.notice = T("Nobody is named."), .themes = themes, .theme_count = 3, .notes = notes,
	.note_count = 3, .actions = actions, .action_count = 2,
};
static struct outgoing open_rule = {
	.title = T("Test"), .date = T("2026-04-16"), .rule = RULE_OPEN, .notice = T("With names."),
	.themes = themes, .theme_count = 3, .notes = open_notes, .note_count = 1,
	.actions = open_actions, .action_count = 1,
};
static struct outgoing empty = {
	.title = T("Test"), .date = T("2026-04-16"), .notice = T("Nobody is named."),
};

static const struct row {
	const char *name;
	const char *format;
	const struct outgoing *outgoing;
	enum what what;
	const char *expected; /* the whole file; with `text`, the text of its one note */
	const char *text;
} rows[] = {
	{"md_under_the_rule", "md", &house, WHAT_ALL,
		"# Test\n"
		"\n"
		"2026-04-16, New York\n"
		"\n"
		"> Nobody is named.\n"
		"\n"
		"## Themes\n"
		"\n"
		"| Theme | Priority | Points | Actions | Support | Concern | Reservation | Agreed"
		" |\n"
		"|---|---|--:|--:|--:|--:|--:|--:|\n"
		"| Money | Be ready | 1 | 0 | 0 | 1 | 0 | 0 |\n"
		"| Hours | | 2 | 1 | 0 | 0 | 0 | 0 |\n"
		"| No theme | | 1 | 0 | 0 | 0 | 0 | 0 |\n"
		"\n"
		"## Points by theme\n"
		"\n"
		"### Money\n"
		"\n"
		"1. **Concern:** Dear and late *(also: Hours)*\n"
		"\n"
		"### Hours\n"
		"\n"
		"2. Late\n"
		"\n"
		"### No theme\n"
		"\n"
		"3. So it is\n"
		"\n"
		"## Action points\n"
		"\n"
		"1. [x] Publish — the registry, a participant, due 2026-05-01, priority high,"
		" confirmed by the room\n"
		"2. [ ] Look again — *owner missing*, *due date missing*, **cancelled**\n", NULL},
	{"md_in_the_open", "md", &open_rule, WHAT_ALL,
		"# Test\n"
		"\n"
		"2026-04-16\n"
		"\n"
		"> With names.\n"
		"\n"
		"## Themes\n"
		"\n"
		"| Theme | Priority | Points | Actions | Support | Concern | Reservation | Agreed"
		" |\n"
		"|---|---|--:|--:|--:|--:|--:|--:|\n"
		"| Money | Be ready | 1 | 0 | 0 | 1 | 0 | 0 |\n"
		"| Hours | | 2 | 1 | 0 | 0 | 0 | 0 |\n"
		"| No theme | | 1 | 0 | 0 | 0 | 0 | 0 |\n"
		"\n"
		"## Points by theme\n"
		"\n"
		"### Hours\n"
		"\n"
		"1. Late — Ann Aster, Talk, 2026-04-16T14:00:30.000Z, rapporteur-3\n"
		"\n"
		"## Action points\n"
		"\n"
		"1. [ ] Publish — *owner missing*, *due date missing*, priority low — Talk,"
		" 2026-04-16T14:00:40.000Z, rapporteur-4, from rapporteur-3\n", NULL},
	{"md_with_nothing_in_it", "md", &empty, WHAT_ALL,
		"# Test\n"
		"\n"
		"2026-04-16\n"
		"\n"
		"> Nobody is named.\n"
		"\n"
		"## Themes\n"
		"\n"
		"| Theme | Priority | Points | Actions | Support | Concern | Reservation | Agreed"
		" |\n"
		"|---|---|--:|--:|--:|--:|--:|--:|\n"
		"\n"
		"## Points by theme\n"
		"\n"
		"None.\n"
		"\n"
		"## Action points\n"
		"\n"
		"None.\n", NULL},
	{"md_themes_alone", "md", &house, WHAT_THEMES,
		"# Test\n"
		"\n"
		"2026-04-16, New York\n"
		"\n"
		"> Nobody is named.\n"
		"\n"
		"## Themes\n"
		"\n"
		"| Theme | Priority | Points | Actions | Support | Concern | Reservation | Agreed"
		" |\n"
		"|---|---|--:|--:|--:|--:|--:|--:|\n"
		"| Money | Be ready | 1 | 0 | 0 | 1 | 0 | 0 |\n"
		"| Hours | | 2 | 1 | 0 | 0 | 0 | 0 |\n"
		"| No theme | | 1 | 0 | 0 | 0 | 0 | 0 |\n", NULL},
	{"csv_under_the_rule", "csv", &house, WHAT_ALL,
		"type,number,kind,themes,text,owners,due,priority,status,confirmed\r\n"
		"notice,,,,Nobody is named.,,,,,\r\n"
		"note,1,concern,Money; Hours,Dear and late,,,,,\r\n"
		"note,2,point,Hours,Late,,,,,\r\n"
		"note,3,point,,So it is,,,,,\r\n"
		"action,1,,Hours,Publish,the registry; a participant,2026-05-01,high,done,yes\r\n"
		"action,2,,,Look again,,,normal,cancelled,no\r\n", NULL},
	{"csv_in_the_open", "csv", &open_rule, WHAT_ALL,
		"type,number,kind,themes,text,owners,due,priority,status,confirmed,by,item,at,id,so"
		"urce\r\n"
		"notice,,,,With names.,,,,,,,,,,\r\n"
		"note,1,point,Hours,Late,,,,,,Ann"
		" Aster,Talk,2026-04-16T14:00:30.000Z,rapporteur-3,\r\n"
		"action,1,,,Publish,,,low,open,no,,Talk,2026-04-16T14:00:40.000Z,rapporteur-4,rappo"
		"rteur-3\r\n", NULL},
	{"csv_themes", "csv", &house, WHAT_THEMES,
		"type,id,label,priority,notes,actions,support,concern,reservation,agreed\r\n"
		"notice,,Nobody is named.,,,,,,,\r\n"
		"theme,money,Money,Be ready,1,0,0,1,0,0\r\n"
		"theme,hours,Hours,,2,1,0,0,0,0\r\n"
		"theme,,No theme,,1,0,0,0,0,0\r\n", NULL},
	{"csv_with_nothing_in_it", "csv", &empty, WHAT_ALL,
		"type,number,kind,themes,text,owners,due,priority,status,confirmed\r\n"
		"notice,,,,Nobody is named.,,,,,\r\n", NULL},
	{"json_under_the_rule", "json", &house, WHAT_ALL,
		"{\"roundtable\":\"export/1\",\"notice\":\"Nobody is"
		" named.\",\"internal\":false,\"title\":\"Test\",\"date\":\"2026-04-16\",\"place\":"
		"\"New York\",\"rule\":\"chatham-house\",\"what\":\"all\",\"themes\":[{\"id\":\"mon"
		"ey\",\"label\":\"Money\",\"priority\":\"Be"
		" ready\",\"notes\":1,\"actions\":0,\"stance\":{\"support\":0,\"concern\":1,\"reser"
		"vation\":0,\"agreed\":0}},{\"id\":\"hours\",\"label\":\"Hours\",\"priority\":null,"
		"\"notes\":2,\"actions\":1,\"stance\":{\"support\":0,\"concern\":0,\"reservation\":"
		"0,\"agreed\":0}}],\"notes\":[{\"number\":1,\"kind\":\"concern\",\"text\":\"Dear"
		" and late\",\"themes\":[\"money\",\"hours\"]},{\"number\":2,\"kind\":\"point\",\"t"
		"ext\":\"Late\",\"themes\":[\"hours\"]},{\"number\":3,\"kind\":\"point\",\"text\":"
		"\"So it is\",\"themes\":[]}],\"actions\":[{\"number\":1,\"text\":\"Publish\",\"own"
		"ers\":[\"the registry\",\"a"
		" participant\"],\"due\":\"2026-05-01\",\"priority\":\"high\",\"status\":\"done\","
		"\"confirmed\":true,\"themes\":[\"hours\"]},{\"number\":2,\"text\":\"Look"
		" again\",\"owners\":[],\"due\":null,\"priority\":\"normal\",\"status\":\"cancelled"
		"\",\"confirmed\":false,\"themes\":[]}]}\n", NULL},
	{"json_in_the_open", "json", &open_rule, WHAT_ALL,
		"{\"roundtable\":\"export/1\",\"notice\":\"With"
		" names.\",\"internal\":false,\"title\":\"Test\",\"date\":\"2026-04-16\",\"place\":"
		"null,\"rule\":\"open\",\"what\":\"all\",\"themes\":[{\"id\":\"money\",\"label\":\""
		"Money\",\"priority\":\"Be"
		" ready\",\"notes\":1,\"actions\":0,\"stance\":{\"support\":0,\"concern\":1,\"reser"
		"vation\":0,\"agreed\":0}},{\"id\":\"hours\",\"label\":\"Hours\",\"priority\":null,"
		"\"notes\":2,\"actions\":1,\"stance\":{\"support\":0,\"concern\":0,\"reservation\":"
		"0,\"agreed\":0}}],\"notes\":[{\"number\":1,\"kind\":\"point\",\"text\":\"Late\",\""
		"themes\":[\"hours\"],\"by\":\"Ann"
		" Aster\",\"item\":\"Talk\",\"at\":\"2026-04-16T14:00:30.000Z\",\"id\":\"rapporteur"
		"-3\"}],\"actions\":[{\"number\":1,\"text\":\"Publish\",\"owners\":[],\"due\":null,"
		"\"priority\":\"low\",\"status\":\"open\",\"confirmed\":false,\"themes\":[],\"item"
		"\":\"Talk\",\"at\":\"2026-04-16T14:00:40.000Z\",\"id\":\"rapporteur-4\",\"source\""
		":\"rapporteur-3\"}]}\n", NULL},
	{"json_with_nothing_in_it", "json", &empty, WHAT_ALL,
		"{\"roundtable\":\"export/1\",\"notice\":\"Nobody is"
		" named.\",\"internal\":false,\"title\":\"Test\",\"date\":\"2026-04-16\",\"place\":"
		"null,\"rule\":\"chatham-house\",\"what\":\"all\",\"themes\":[],\"notes\":[],\"acti"
		"ons\":[]}\n", NULL},
	{"json_notes_alone", "json", &house, WHAT_NOTES,
		"{\"roundtable\":\"export/1\",\"notice\":\"Nobody is"
		" named.\",\"internal\":false,\"title\":\"Test\",\"date\":\"2026-04-16\",\"place\":"
		"\"New York\",\"rule\":\"chatham-house\",\"what\":\"notes\",\"themes\":[{\"id\":\"m"
		"oney\",\"label\":\"Money\",\"priority\":\"Be"
		" ready\",\"notes\":1,\"actions\":0,\"stance\":{\"support\":0,\"concern\":1,\"reser"
		"vation\":0,\"agreed\":0}},{\"id\":\"hours\",\"label\":\"Hours\",\"priority\":null,"
		"\"notes\":2,\"actions\":1,\"stance\":{\"support\":0,\"concern\":0,\"reservation\":"
		"0,\"agreed\":0}}],\"notes\":[{\"number\":1,\"kind\":\"concern\",\"text\":\"Dear"
		" and late\",\"themes\":[\"money\",\"hours\"]},{\"number\":2,\"kind\":\"point\",\"t"
		"ext\":\"Late\",\"themes\":[\"hours\"]},{\"number\":3,\"kind\":\"point\",\"text\":"
		"\"So it is\",\"themes\":[]}]}\n", NULL},
	{"yaml_under_the_rule", "yaml", &house, WHAT_ALL,
		"roundtable: export/1\n"
		"notice: \"Nobody is named.\"\n"
		"internal: false\n"
		"title: \"Test\"\n"
		"date: \"2026-04-16\"\n"
		"place: \"New York\"\n"
		"rule: \"chatham-house\"\n"
		"what: \"all\"\n"
		"themes:\n"
		"- {id: \"money\", label: \"Money\", priority: \"Be ready\", notes: 1, actions: 0,"
		" stance: {support: 0, concern: 1, reservation: 0, agreed: 0}}\n"
		"- {id: \"hours\", label: \"Hours\", priority: null, notes: 2, actions: 1, stance:"
		" {support: 0, concern: 0, reservation: 0, agreed: 0}}\n"
		"notes:\n"
		"- {number: 1, kind: \"concern\", text: \"Dear and late\", themes: [\"money\","
		" \"hours\"]}\n"
		"- {number: 2, kind: \"point\", text: \"Late\", themes: [\"hours\"]}\n"
		"- {number: 3, kind: \"point\", text: \"So it is\", themes: []}\n"
		"actions:\n"
		"- {number: 1, text: \"Publish\", owners: [\"the registry\", \"a participant\"],"
		" due: \"2026-05-01\", priority: \"high\", status: \"done\", confirmed: true,"
		" themes: [\"hours\"]}\n"
		"- {number: 2, text: \"Look again\", owners: [], due: null, priority: \"normal\","
		" status: \"cancelled\", confirmed: false, themes: []}\n", NULL},
	{"yaml_in_the_open", "yaml", &open_rule, WHAT_ALL,
		"roundtable: export/1\n"
		"notice: \"With names.\"\n"
		"internal: false\n"
		"title: \"Test\"\n"
		"date: \"2026-04-16\"\n"
		"place: null\n"
		"rule: \"open\"\n"
		"what: \"all\"\n"
		"themes:\n"
		"- {id: \"money\", label: \"Money\", priority: \"Be ready\", notes: 1, actions: 0,"
		" stance: {support: 0, concern: 1, reservation: 0, agreed: 0}}\n"
		"- {id: \"hours\", label: \"Hours\", priority: null, notes: 2, actions: 1, stance:"
		" {support: 0, concern: 0, reservation: 0, agreed: 0}}\n"
		"notes:\n"
		"- {number: 1, kind: \"point\", text: \"Late\", themes: [\"hours\"], by: \"Ann"
		" Aster\", item: \"Talk\", at: \"2026-04-16T14:00:30.000Z\", id:"
		" \"rapporteur-3\"}\n"
		"actions:\n"
		"- {number: 1, text: \"Publish\", owners: [], due: null, priority: \"low\","
		" status: \"open\", confirmed: false, themes: [], item: \"Talk\", at:"
		" \"2026-04-16T14:00:40.000Z\", id: \"rapporteur-4\", source: "
			"\"rapporteur-3\"}\n", NULL},
	{"yaml_with_nothing_in_it", "yaml", &empty, WHAT_ALL,
		"roundtable: export/1\n"
		"notice: \"Nobody is named.\"\n"
		"internal: false\n"
		"title: \"Test\"\n"
		"date: \"2026-04-16\"\n"
		"place: null\n"
		"rule: \"chatham-house\"\n"
		"what: \"all\"\n"
		"themes: []\n"
		"notes: []\n"
		"actions: []\n", NULL},
	{"md_emphasis", "md", NULL, WHAT_NOTES, "\\*bold\\* \\_under\\_ \\`code\\` "
		"\\~\\~gone\\~\\~", "*bold* _under_ `code` ~~gone~~"},
	{"md_html_and_entities", "md", NULL, WHAT_NOTES, "\\<script\\>alert(1)\\</script\\> "
		"\\&amp;", "<script>alert(1)</script> &amp;"},
	{"md_a_link", "md", NULL, WHAT_NOTES, "\\[x\\](javascript:y) !\\[z\\](q)",
		"[x](javascript:y) ![z](q)"},
	{"md_a_bare_link", "md", NULL, WHAT_NOTES, "see https\\://x.invalid and www\\.x.invalid",
		"see https://x.invalid and www.x.invalid"},
	{"md_a_table_cell", "md", NULL, WHAT_NOTES, "a \\| b", "a | b"},
	{"md_a_heading", "md", NULL, WHAT_NOTES, "\\# no heading", "# no heading"},
	{"md_a_list", "md", NULL, WHAT_NOTES, "\\- no list", "- no list"},
	{"md_a_numbered_list", "md", NULL, WHAT_NOTES, "12\\. no list", "12. no list"},
	{"md_a_number_is_none", "md", NULL, WHAT_NOTES, "12 of 13", "12 of 13"},
	{"md_a_quote", "md", NULL, WHAT_NOTES, "\\> no quote", "> no quote"},
	{"md_math_and_mentions", "md", NULL, WHAT_NOTES, "\\$x\\$ \\@ann", "$x$ @ann"},
	{"md_a_backslash_at_the_end", "md", NULL, WHAT_NOTES, "tail \\\\", "tail \\"},
	{"md_code_by_indent", "md", NULL, WHAT_NOTES, "no code", "     no code  "},
	{"md_plain_text_stays_plain", "md", NULL, WHAT_NOTES, "A4P+ sign-off, (90 days) 'so': "
		"3.5%", "A4P+ sign-off, (90 days) 'so': 3.5%"},
	{"csv_a_formula", "csv", NULL, WHAT_NOTES, "\"'=1+1\"", "=1+1"},
	{"csv_a_plus", "csv", NULL, WHAT_NOTES, "\"'+1\"", "+1"},
	{"csv_a_minus", "csv", NULL, WHAT_NOTES, "\"'-1\"", "-1"},
	{"csv_an_at", "csv", NULL, WHAT_NOTES, "\"'@SUM(A1)\"", "@SUM(A1)"},
	{"csv_a_tab", "csv", NULL, WHAT_NOTES, "\"'\t=1\"", "\t=1"},
	{"csv_a_wide_equals_sign", "csv", NULL, WHAT_NOTES, "\"'＝1\"", "＝1"},
	{"csv_a_formula_inside_is_text", "csv", NULL, WHAT_NOTES, "a=1+1", "a=1+1"},
	{"csv_a_quote_and_a_comma", "csv", NULL, WHAT_NOTES, "\"a, \"\"b\"\"\"", "a, \"b\""},
	{"csv_a_line_end", "csv", NULL, WHAT_NOTES, "\"a\nb\"", "a\nb"},
	{"json_a_quote_and_a_backslash", "json", NULL, WHAT_NOTES, "\"a \\\"b\\\" \\\\c\"", "a "
		"\"b\" \\c"},
	{"json_control_characters", "json", NULL, WHAT_NOTES,
		"\"\\u001b[31m\\n\\t\\u0085\\u2028\"", "\x1b[31m\n\t\xc2\x85\xe2\x80\xa8"},
	{"json_bytes_that_are_no_text", "json", NULL, WHAT_NOTES, "\"a\xef\xbf\xbd\x62\"",
		"a\xff\x62"},
	{"yaml_what_looks_like_something_else", "yaml", NULL, WHAT_NOTES, "\"null\"", "null"},
	{"yaml_a_mapping_and_a_comment", "yaml", NULL, WHAT_NOTES, "\"a: b # c\"", "a: b # c"},
	{"yaml_a_tag", "yaml", NULL, WHAT_NOTES, "\"!!python/object:x\"", "!!python/object:x"},
};

/* What stands for the text of the one note, between what stands around it. */
static void cut_text(char *got, const char *format)
{
	static const char *const around[][3] = {
		{"md", "\n1. ", "\n"},
		{"csv", "\r\nnote,1,point,,", ",,,,,\r\n"},
		{"json", "\"text\":", ",\"themes\""},
		{"yaml", "text: ", ", themes:"},
	};

	for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
		if (strcmp(around[i][0], format) != 0)
			continue;
		char *start = strstr(got, around[i][1]);
		assert_non_null(start);
		start += strlen(around[i][1]);
		char *end = strstr(start, around[i][2]);
		assert_non_null(end);
		*end = '\0';
		memmove(got, start, strlen(start) + 1);
	}
}

static void writes(void **state)
{
	const struct row *row = *state;
	static char got[8192];
	struct buffer out = BUFFER_EMPTY;
	struct outgoing outgoing = row->outgoing ? *row->outgoing : empty;
	struct outgoing_note note = {.number = 1, .kind = "point",
		.text = (char *)(uintptr_t)row->text, .themes = none, .theme_count = 1};

	outgoing.what = row->what;
	if (row->text) {
		outgoing.themes = themes;
		outgoing.theme_count = 3;
		outgoing.notes = &note;
		outgoing.note_count = 1;
	}
	export_named(row->format)->write(&out, &outgoing);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	if (row->text)
		cut_text(got, row->format);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, writes)
