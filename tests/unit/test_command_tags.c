/* SPDX-License-Identifier: MIT */
/* test_command_tags.c - where tags begin and end, and which lines are off the record, a row each.
 *
 * Two properties are tried on generated lines besides: no @id of a participant stands as text in an
 * event, and a tilde before the first word always takes the line off the record. */
#include "unit/cases.h"

#include "text/text.h"
#include "unit/command_room.h"

#define BOTH(joiner)                                                                               \
	"! Do it @gha" joiner "@npl",                                                              \
		"action text=\"Do it\" owners=p3,p4 | action point @gha @npl, without a date"
#define SAID(joiner)                                                                               \
	"Said so @gha" joiner "@npl",                                                              \
		"note kind=\"point\" text=\"Said so {p4}\" by=\"p3\" | point @gha"
#define OFF(line) line, "note kind=\"point\" text=\"text\" off-record=1 | point, off the record"
#define DOUBT                                                                                      \
	" | a ~ stands before the first word: off the record (a \\ before the line keeps it on "    \
	"the record)"

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
} rows[] = {
	{"comma", BOTH(",")}, {"comma_and_space", BOTH(", ")}, {"slash", BOTH("/")},
	{"plus", BOTH("+")}, {"ampersand", BOTH("&")}, {"ampersand_spaces", BOTH(" & ")},
	{"semicolon", BOTH(";")}, {"colon", BOTH(":")}, {"full_stop", BOTH(".")},
	{"bar", BOTH("|")}, {"backslash", BOTH("\\")}, {"hyphen", BOTH("-")},
	{"underscore_is_no_list", "! Do it @gha_@npl",
		"action text=\"Do it {p3}_{p4}\" owners=p3,p4 | action point @gha @npl, without a "
		"date"},
	{"dash", BOTH("–")}, {"long_dash", BOTH("—")}, {"middle_dot", BOTH("·")},
	{"bullet", BOTH("•")}, {"full_width_comma", BOTH("，")}, {"ideographic_comma", BOTH("、")},
	{"full_width_slash", BOTH("／")}, {"full_width_plus", BOTH("＋")},
	{"full_width_ampersand", BOTH("＆")}, {"arabic_comma", BOTH("،")}, {"nothing_between", BOTH("")},
	{"no_break_space", BOTH("\xc2\xa0")}, {"zero_width_space", BOTH("\xe2\x80\x8b")},
	{"note_comma", SAID(",")}, {"note_slash", SAID("/")}, {"note_nothing_between", SAID("")},
	{"three_in_a_list", "! Do it @gha,@npl/@fra2",
		"action text=\"Do it\" owners=p3,p4,p7 | action point @gha @npl @fra2, without a "
		"date"},
	{"list_with_themes_and_a_day", "! Do it @gha,#1/#2;due:2026-05-01,pri:high",
		"action text=\"Do it\" owners=p3 due=\"2026-05-01\" priority=\"high\" "
		"themes=decision-cycles,procurement | action point #decision-cycles #procurement "
		"@gha due 2026-05-01"},
	{"a_day_before_a_person", "! Do it due:friday,@gha",
		"action text=\"Do it\" owners=p3 due=\"2026-04-17\" | action point @gha due "
		"2026-04-17"},
	{"a_day_with_dots", "! Do it due:17.4.2026;@gha",
		"action text=\"Do it due:17.4.2026;{p3}\" owners=p3 | action point @gha, without a date | "
		"due:17.4.2026 is no day: kept as text (2026-05-01, friday, +2w, eom)"},
	{"one_unknown_in_a_list", "! Do it @gha,@nobody",
		"action text=\"Do it {p3},@nobody\" owners=p3 | action point @gha, without a date | "
		"nobody is called @nobody: kept as text"},
	{"in_brackets", "As (@gha/@npl) said",
		"note kind=\"point\" text=\"As ({p3}/{p4}) said\" by=\"p3\" | point @gha"},
	{"in_emphasis", "As *@gha* and _@npl_ said",
		"note kind=\"point\" text=\"As *{p3}* and _{p4}_ said\" by=\"p3\" | point @gha"},
	{"after_a_word_character_is_text", "Write to desk@gha or to x@npl.org",
		"note kind=\"point\" text=\"Write to desk@gha or to x@npl.org\" | point"},
	{"a_compound", "The @gha-led plan",
		"note kind=\"point\" text=\"The {p3}-led plan\" by=\"p3\" | point @gha"},
	{"a_compound_of_two", "The @gha-@npl plan",
		"note kind=\"point\" text=\"The {p3}-{p4} plan\" by=\"p3\" | point @gha"},
	{"a_compound_of_nobody", "The @g-led plan",
		"note kind=\"point\" text=\"The @g-led plan\" | point | nobody is called @g-led: kept "
		"as text"},
	{"genitive", "In @gha's view",
		"note kind=\"point\" text=\"In {p3}'s view\" by=\"p3\" | point @gha"},
	{"arrow_after", "@gha→@npl",
		"note kind=\"point\" text=\"{p3}→{p4}\" by=\"p3\" | point @gha"},
	{"full_width_sign", "＠gha，＠npl said so",
		"note kind=\"point\" text=\"{p3}，{p4} said so\" by=\"p3\" | point @gha"},
	{"small_sign", "\xef\xb9\xabgha said so",
		"note kind=\"point\" text=\"{p3} said so\" by=\"p3\" | point @gha"},
	{"invisible_after_the_sign", "@\xe2\x81\xa6gha\xe2\x81\xa9 said so",
		"note kind=\"point\" text=\"{p3}\xe2\x81\xa9 said so\" by=\"p3\" | point @gha"},
	{"after_a_backslash_a_mention", "\\@gha is a handle",
		"note kind=\"point\" text=\"{p3} is a handle\" | point"},
	{"after_a_backslash_no_theme", "\\#1 is text", "note kind=\"point\" text=\"#1 is text\" | point"},
	{"in_a_correction", "It was they\ns/they/@Ghana/",
		"edit note=\"rapporteur-2\" text=\"It was {p3}\" | rapporteur-2 edited"},
	{"in_a_correction_of_a_list", "It was they\ns/they/@gha,@npl/",
		"edit note=\"rapporteur-2\" text=\"It was {p3},{p4}\" | rapporteur-2 edited"},
	{"in_a_label", "/theme idea What @gha,@npl want",
		"theme theme=\"idea\" label=\"What {p3},{p4} want\" digit=6 | theme #idea What "
		"@gha,@npl want, digit 6"},
	{"in_a_new_label", "/rename procurement The @Ghana way",
		"rename theme=\"procurement\" label=\"The {p3} way\" | theme #procurement is now The "
		"@Ghana way"},
	{"in_a_title", "/item add \"What @gha wants\" 5",
		"item-add item=\"item-rapporteur-2\" title=\"What {p3} wants\" minutes=5 | item "
		"item-rapporteur-2 added at the end: What @gha wants, 5 min; the items have 45 min in all"},
	{"in_an_abbreviation", "/abbr af @gha and others",
		"abbr word=\"af\" text=\"{p3} and others\" | af expands to @gha and others"},
	{"by_an_abbreviation", "/abbr af @gha and others\nSo said af",
		"note kind=\"point\" text=\"So said {p3} and others\" by=\"p3\" | point @gha"},
	{"in_what_it_is_about", "/speak npl about @gha, again",
		"ask who=\"p4\" kind=\"statement\" about=\"{p3}, again\" | on the list: Nepal, 1st"},
	{"a_theme_after_a_comma", "Slow,#1", "note kind=\"point\" text=\"Slow,1\" themes=decision-cycles "
		"| point #decision-cycles"},
	{"themes_in_a_list", "Slow #1,#2", "note kind=\"point\" text=\"Slow\" "
		"themes=decision-cycles,procurement | point #decision-cycles #procurement"},

	{"a_theme_used_off_the_record", "Outside #flood\n~ Inside #flood",
		"note kind=\"point\" text=\"Inside\" themes=flood off-record=1 | point #flood, off the "
		"record | #flood leaves the room as 'New theme', since it is used off the record too: "
		"/rename flood LABEL on the record gives it a label that leaves"},
	{"a_theme_used_off_the_record_again", "Outside #flood\n~ Inside #flood\n~ Again #flood",
		"note kind=\"point\" text=\"Again\" themes=flood off-record=1 | point #flood, off the "
		"record"},
	{"a_theme_used_off_the_record_first", "~ Inside #flood\nOutside #flood",
		"note kind=\"point\" text=\"Outside\" themes=flood | point #flood | #flood leaves the room "
		"as 'New theme', since it is used in a closed item or off the record too: /rename flood "
		"LABEL on the record gives it a label that leaves"},
	{"a_theme_with_a_label_that_leaves", "~ Inside #flood\n/rename flood Flood\nOutside #flood",
		"note kind=\"point\" text=\"Outside\" themes=flood | point #flood"},

	{"off", OFF("~ text")}, {"off_close", OFF("~text")}, {"off_twice", OFF("~~ text")},
	{"off_full_width", OFF("～ text")}, {"off_small", OFF("˜ text")},
	{"off_wave_dash", OFF("〜 text")}, {"off_operator", OFF("∼ text")},
	{"off_after_a_blank", OFF("\xc2\xa0~\xe2\x80\xaftext")},
	{"off_after_a_zero_width", OFF("\xe2\x80\x8b~ text")},
	{"off_and_literal", OFF("~ \\text")},
	{"off_kind", ":concern ~ text", "note kind=\"concern\" text=\"text\" off-record=1 | concern, off "
		"the record"},
	{"off_kind_before", "~ :concern text", "note kind=\"concern\" text=\"text\" off-record=1 | "
		"concern, off the record"},
	{"off_kind_close", ":concern~text", "note kind=\"concern\" text=\"text\" off-record=1 | concern, "
		"off the record"},
	{"off_kind_full_width", "：concern ～ text", "note kind=\"concern\" text=\"text\" off-record=1 | "
		"concern, off the record"},
	{"off_question", "? ~ text", "note kind=\"question\" text=\"text\" off-record=1 | question, off "
		"the record"},
	{"off_question_full_width", "？～text", "note kind=\"question\" text=\"text\" off-record=1 | "
		"question, off the record"},
	{"off_agreed", "=~ text", "note kind=\"agreed\" text=\"text\" off-record=1 | agreed, off the "
		"record"},
	{"off_agreed_word", "AGREED: ~ text", "note kind=\"agreed\" text=\"text\" off-record=1 | agreed, "
		"off the record"},
	{"off_action", "! ~ text", "action text=\"text\" off-record=1 | action point, without owner and "
		"date, off the record"},
	{"off_action_full_width", "！ ～ text", "action text=\"text\" off-record=1 | action point, without "
		"owner and date, off the record"},
	{"off_action_word", "ACTION: ~ text", "action text=\"text\" off-record=1 | action point, without "
		"owner and date, off the record"},
	{"off_dots", "First\n... ~ text", "note kind=\"point\" text=\"text\" off-record=1 | point, off the "
		"record | off the record: kept as a note of its own, rapporteur-2 stays as it is"},
	{"off_dots_before", "First\n~ … text", "note kind=\"point\" text=\"text\" off-record=1 | point, "
		"off the record | off the record: kept as a note of its own, rapporteur-2 stays as it is"},
	{"off_dots_go_on_off", "~ First\n… ~ text", "edit note=\"rapporteur-2\" text=\"First text\" "
		"off-record=1 | rapporteur-2 edited"},
	{"dots_go_on_off", "~ First\n… text", "edit note=\"rapporteur-2\" text=\"First text\" "
		"off-record=1 | rapporteur-2 edited"},
	{"off_by_an_action_of_a_note", "First\n/action last ~ text", "action text=\"text\" "
		"source=\"rapporteur-2\" off-record=1 | action point, without owner and date, from "
		"rapporteur-2, off the record"},
	{"off_in_doubt_bullet", "- ~ text",
		"note kind=\"point\" text=\"- ~ text\" off-record=1 | point, off the record" DOUBT},
	{"off_in_doubt_number", "1) ~ text",
		"note kind=\"point\" text=\"1) ~ text\" off-record=1 | point, off the record" DOUBT},
	{"off_in_doubt_bracket", "(~ text)",
		"note kind=\"point\" text=\"(~ text)\" off-record=1 | point, off the record" DOUBT},
	{"off_in_doubt_after_a_person", "@gha ~ text", "note kind=\"point\" text=\"{p3} ~ text\" by=\"p3\" "
		"off-record=1 | point @gha, off the record" DOUBT},
	{"off_in_doubt_after_a_label", "Ghana: ~ text", "note kind=\"point\" text=\"Ghana: ~ text\" "
		"off-record=1 | point, off the record" DOUBT},
	{"off_in_doubt_after_an_unknown_kind", ":knid ~ text", "note kind=\"point\" text=\":knid ~ text\" "
		"off-record=1 | point, off the record | no kind of note is called ':knid': kept as text" DOUBT},
	{"literal_tilde", "\\~ text", "note kind=\"point\" text=\"~ text\" | point"},
	{"late_tilde", "It is ~ text", "note kind=\"point\" text=\"It is ~ text\" | point | on the "
		"record: a ~ counts only before the first word"},
	{"about_a_number", "It takes ~ 90 days", "note kind=\"point\" text=\"It takes ~ 90 days\" | point"},
	{"about_a_number_close", "It takes ~90 days", "note kind=\"point\" text=\"It takes ~90 days\" | "
		"point"},
	{"name_of_two_words", "Then @Delegate of Nepal spoke",
		"note kind=\"point\" text=\"Then {p4} spoke\" by=\"p4\" | point @npl"},
	{"name_with_an_apostrophe", "Then @Côte d'Ivoire spoke",
		"note kind=\"point\" text=\"Then {p6} spoke\" by=\"p6\" | point @civ"},
	{"typographic_quotes", "Then @“Delegate of Nepal” spoke",
		"note kind=\"point\" text=\"Then {p4} spoke\" by=\"p4\" | point @npl"},
	{"single_quotes", "Then @'Delegate of Nepal' spoke",
		"note kind=\"point\" text=\"Then {p4} spoke\" by=\"p4\" | point @npl"},
	{"in_square_brackets", "Then @[gha] spoke", "note kind=\"point\" text=\"Then {p3} spoke\" "
		"by=\"p3\" | point @gha"},
	{"after_an_emoji", "\xf0\x9f\x91\x8d\xef\xb8\x8f@gha", "note kind=\"point\" "
		"text=\"\xf0\x9f\x91\x8d\xef\xb8\x8f{p3}\" by=\"p3\" | point @gha"},
	{"after_a_number_in_a_circle", "①@gha and x²@npl", "note kind=\"point\" text=\"①{p3} and "
		"x²{p4}\" by=\"p3\" | point @gha"},
	{"in_chinese", "各国支持@gha的立场", "note kind=\"point\" text=\"各国支持{p3}的立场\" by=\"p3\" | "
		"point @gha"},
	{"in_thai", "คือ@ghaครับ", "note kind=\"point\" text=\"คือ{p3}ครับ\" by=\"p3\" | point @gha"},
	{"after_an_unknown_one", "@unknown@gha", "note kind=\"point\" text=\"@unknown{p3}\" by=\"p3\" | "
		"point @gha | nobody is called @unknown: kept as text"},
	{"after_a_number", "#2719@gha", "note kind=\"point\" text=\"#2719{p3}\" by=\"p3\" | point @gha"},
	{"with_a_hash", "So @#gha said", "note kind=\"point\" text=\"So {p3} said\" by=\"p3\" | point "
		"@gha"},
	{"mention_of_one_who_is_gone_stays", "<facilitator>/person zed Zed Quince\n<rapporteur>We heard "
		"@zed speak\n<facilitator>/undo\n<rapporteur>s/speak/talk/",
		"edit note=\"rapporteur-2\" text=\"We heard {p-facilitator-2} talk\" | rapporteur-2 edited"},
	{"off_after_a_person_with_a_hyphen", "@Côte-d'Ivoire ~ text", "note kind=\"point\" text=\"{p6} ~ "
		"text\" by=\"p6\" off-record=1 | point @civ, off the record" DOUBT},
	{"off_after_a_theme_with_a_hyphen", "#decision-cycles ~ text", "note kind=\"point\" "
		"text=\"decision-cycles ~ text\" themes=decision-cycles off-record=1 | point "
		"#decision-cycles, off the record" DOUBT},
	{"off_after_a_day", "! due:friday ~ text", "action text=\"~ text\" due=\"2026-04-17\" off-record=1 | "
		"action point due 2026-04-17, without an owner, off the record" DOUBT},
	{"off_after_a_time", "10:03 ~ text", "note kind=\"point\" text=\"10:03 ~ text\" off-record=1 | "
		"point, off the record" DOUBT},
	{"off_after_a_mark_without_colon", "ACTION ~ text", "note kind=\"point\" text=\"ACTION ~ text\" "
		"off-record=1 | point, off the record" DOUBT},
	{"off_after_a_mark_with_a_late_colon", "ACTION : ~ text", "note kind=\"point\" text=\"ACTION : ~ "
		"text\" off-record=1 | point, off the record" DOUBT},
	{"off_after_a_variation_selector", "\xe2\x9a\xa0\xef\xb8\x8f ~ text", "note kind=\"point\" "
		"text=\"\xe2\x9a\xa0\xef\xb8\x8f ~ text\" off-record=1 | point, off the record" DOUBT},
	{"off_by_an_abbreviation", "/abbr zz ~ text\nzz", "note kind=\"point\" text=\"~ text\" off-record=1 "
		"| point, off the record | a ~ stands before the first word: it stays in the room"},
	{"off_after_a_name_of_several_words", "@Delegate of Nepal ~ text", "note kind=\"point\" text=\"{p4} ~ "
		"text\" by=\"p4\" off-record=1 | point @npl, off the record" DOUBT},
	{"off_after_a_label_of_two_words", "South Africa: ~text", "note kind=\"point\" text=\"South Africa: "
		"~text\" off-record=1 | point, off the record" DOUBT},
	{"off_after_a_roman_number", "III. ~ text", "note kind=\"point\" text=\"III. ~ text\" off-record=1 | "
		"point, off the record" DOUBT},
	{"off_as_the_second_word", "Q1 ~text", "note kind=\"point\" text=\"Q1 ~text\" off-record=1 | point, "
		"off the record" DOUBT},
	{"about_a_number_after_a_label", "Budget: ~30 million", "note kind=\"point\" text=\"Budget: ~30 "
		"million\" | point"},
	{"about_a_number_in_a_list", "- ~90 days", "note kind=\"point\" text=\"- ~90 days\" | point"},
	{"late_tilde_close", "It is not ~text", "note kind=\"point\" text=\"It is not ~text\" | point | on "
		"the record: a ~ counts only before the first word"},
	{"glued_mention_stays_one", "foo @\"gha\"x bar\ns/foo/fooo/", "edit note=\"rapporteur-2\" "
		"text=\"fooo {p3}x bar\" | rapporteur-2 edited"},
	{"full_width_command", "／undo", "- this seat has nothing to undo"},
};

static void reads(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;
	char got[1024];

	room_init(&room, room_agenda);
	room_lines(&room, row->lines, &out);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	room_release(&room);
	assert_string_equal(got, row->expected);
}

/* A small generator that gives the same lines everywhere. */
static unsigned below(uint64_t *seed, unsigned most)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33) % most;
}

#define PICK(seed, array) (array)[below(seed, sizeof(array) / sizeof *(array))]

static const char *const ids[] = {"gha", "npl", "ury", "usg", "civ", "fra2", "Ghana", "dpo"};
static const char *const between[] = {",", " ", "/", ";", "+", "&", ":", ".", "-", "_", "'", "’", "|", "→",
	"(", ")", "\"", "“", "”", "、", "。", "／", "*", "=", "!", "?", "~", "\xc2\xa0", "\xe2\x80\x8b", "…",
	"#", "\\", "<", ">", " and ", "'s ", "-led ", "\xf0\x9f\x99\x82", ""};

/* True when the text holds @ and a word that names somebody, with no word character before it. */
static bool has_id(const char *text)
{
	for (const char *at = strchr(text, '@'); at; at = strchr(at + 1, '@'))
		for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
			size_t len = strlen(ids[i]), before = (size_t)(at - text);

			if (!text_word_before(text, before) && strncmp(at + 1, ids[i], len) == 0 &&
				!text_word_char(at + 1 + len, strlen(at + 1 + len)))
				return true;
		}
	return false;
}

static void no_id_stands_as_text(void **state)
{
	static const char *const heads[] = {
		"", "! ", ":concern ", "\\", "... ", "/rename procurement ", "/edit last ", "? ", "~ "};
	struct room room;
	struct buffer line = BUFFER_EMPTY, out = BUFFER_EMPTY;
	uint64_t seed = 1;
	char bad[512] = "none";

	(void)state;
	room_init(&room, room_agenda);
	room_line(&room, "First", 5, &out);
	for (int i = 0; i < 1000 && strcmp(bad, "none") == 0; i++) {
		buffer_reset(&line);
		buffer_format(&line, "%stext ", PICK(&seed, heads));
		for (unsigned k = 1 + below(&seed, 4); k; k--)
			buffer_format(&line, "%s@%s", PICK(&seed, between), PICK(&seed, ids));
		buffer_text(&line, PICK(&seed, between));
		room_line(&room, line.bytes, line.len, &out);
		char *said = strstr(out.bytes, " | ");
		if (said)
			*said = '\0';
		if (out.bytes[0] != '!' && has_id(out.bytes))
			snprintf(bad, sizeof bad, "%.200s gives %.200s", line.bytes, out.bytes);
	}
	buffer_release(&line);
	buffer_release(&out);
	room_release(&room);
	assert_string_equal(bad, "none");
}

static void a_leading_tilde_is_never_lost(void **state)
{
	static const char *const marks[] = {"!", "?", "=", ":concern ", "：support ", "ACTION:", "AGREED: ",
		"…", "... ", "-", "(", "\"", " ", "\xc2\xa0", "* ", "@gha ", "#1 ", ">", "• ", "1) ", "\xe3\x80\x80"};
	static const char *const tildes[] = {"~", "～", "˜"};
	struct room room;
	struct buffer line = BUFFER_EMPTY, out = BUFFER_EMPTY;
	uint64_t seed = 2;
	char bad[512] = "none";

	(void)state;
	room_init(&room, room_agenda);
	for (int i = 0; i < 1000 && strcmp(bad, "none") == 0; i++) {
		buffer_reset(&line);
		for (unsigned k = below(&seed, 4); k; k--)
			buffer_text(&line, PICK(&seed, marks));
		buffer_format(&line, "%s", PICK(&seed, tildes));
		/* Before a digit it would say "about". */
		for (unsigned k = below(&seed, 2); k; k--)
			buffer_text(&line, marks[below(&seed, 10)]);
		buffer_text(&line, " word");
		room_line(&room, line.bytes, line.len, &out);
		if (out.bytes[0] != '!' && out.bytes[0] != '-' && !strstr(out.bytes, "off-record=1"))
			snprintf(bad, sizeof bad, "%.200s gives %.200s", line.bytes, out.bytes);
	}
	buffer_release(&line);
	buffer_release(&out);
	room_release(&room);
	assert_string_equal(bad, "none");
}

int main(void)
{
	enum { COUNT = sizeof rows / sizeof *rows };
	struct CMUnitTest tests[COUNT + 2];

	for (size_t i = 0; i < COUNT; i++)
		tests[i] = (struct CMUnitTest){rows[i].name, reads, NULL, NULL,
			(void *)(uintptr_t)&rows[i]};
	tests[COUNT] = (struct CMUnitTest)cmocka_unit_test(no_id_stands_as_text);
	tests[COUNT + 1] = (struct CMUnitTest)cmocka_unit_test(a_leading_tilde_is_never_lost);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
