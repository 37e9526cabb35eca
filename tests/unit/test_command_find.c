/* SPDX-License-Identifier: MIT */
/* test_command_find.c - what a filter lets through, a row each. Every filter is typed key by key,
 * and at each key a finder that has been there all along and a new one must agree. */
#include "unit/cases.h"

#include "unit/command_room.h"

#include "command/find.h"

/* Notes 1 to 10 of most rows. */
#define TALK                                                                                       \
	"/item dialogue\n"                                                                         \
	"From request to approval takes ninety days #1 @ury\n"                                     \
	"? Who may waive the second signature #1 @gha\n"                                           \
	":concern Spare parts arrive late #2 @civ\n"                                               \
	"! Publish lead times by category #2 @fra due:eom\n"                                       \
	"/item closing\n"                                                                          \
	"= The ceiling is raised #4 @usg\n"                                                        \
	"~ Nobody believes the figures @ury\n"                                                     \
	":support Côte d’Ivoire backs the ceiling #5 @civ\n"                                    \
	"Ёлка и ёж стоят здесь @npl\n"                                            \
	"مُحَمَّد تكلم عن السلام\n"                                            \
	"Ｆｕｌｌ ｗｉｄｔｈ letters in the text @npl"

static const struct row {
	const char *name;
	const char *lines;
	const char *filter;
	const char *expected;
} rows[] = {
	{"nothing_typed", "One\nTwo", "", "1 2"},
	{"spaces", "One\nTwo", "   ", "1 2"},
	{"no_notes", "", "x", ""},
	{"a_word", TALK, "ninety", "1"},
	{"a_word_in_capitals", TALK, "NINETY", "1"},
	{"part_of_a_word", TALK, "prov", "1"},
	{"two_words_in_any_order", TALK, "days request", "1"},
	{"two_words_of_which_one_is_not_there", TALK, "days nights", ""},
	{"a_word_in_several", TALK, "ceiling", "5 7"},
	{"the_speaker_by_name", TALK, "ghana", "2"},
	{"a_speaker_with_an_accent", TALK, "cote", "3 7"},
	{"typed_with_the_accent", TALK, "Côte d’Ivoire", "3 7"},
	{"yo_as_ye", TALK, "елка", "8"},
	{"ye_as_yo", TALK, "ёж", "8"},
	{"arabic_without_harakat", TALK, "محمد", "9"},
	{"arabic_with_harakat", TALK, "مُحَمَّد", "9"},
	{"arabic_with_tatweel", TALK, "محـــمد", "9"},
	{"full_width_by_plain_letters", TALK, "full width", "10"},
	{"plain_by_full_width", TALK, "ｎｉｎｅｔｙ", "1"},
	{"a_hyphen_parts_words", "A sign-off is due\nThe sign is off", "sign-off", "1 2"},
	{"theme_by_id", TALK, "#procurement", "3 4"},
	{"theme_by_beginning", TALK, "#proc", "3 4"},
	{"theme_by_digit", TALK, "#1", "1 2"},
	{"theme_by_label", TALK, "#buying", "3 4"},
	{"theme_by_keyword", TALK, "#mandate", "5"},
	{"theme_only_begun", TALK, "ceiling #", "5 7"},
	{"theme_and_word", TALK, "#1 waive", "2"},
	{"two_themes_must_both_be_there", "One #1 #2\nTwo #1\nThree #2", "#1 #2", "1"},
	{"theme_that_is_none", TALK, "#zzz", " | no theme is called '#zzz'"},
	{"theme_whose_id_begins_another", "One #air\nTwo #aircraft\nThree #air", "#air", "1 3"},
	{"theme_that_is_merged", TALK "\n/merge procurement governance", "#procurement", "3 4 5"},
	{"theme_that_took_one_in", TALK "\n/merge procurement governance", "#gov", "3 4 5"},
	{"theme_by_the_digit_of_one_merged", TALK "\n/merge procurement governance", "#2", "3 4 5"},
	{"theme_by_its_new_label", TALK "\n/rename procurement Supply", "#supply", "3 4"},
	{"merge_undone", TALK "\n/merge procurement governance\n/undo", "#procurement", "3 4"},
	{"tagged_later", TALK "\n/tag last #1", "#1", "1 2 10"},
	{"who_by_id", TALK, "@ury", "1 6"},
	{"who_by_name", TALK, "@ghana", "2"},
	{"who_by_alias", TALK, "@dpo", "5"},
	{"who_by_an_alias_given_live", TALK "\n/alias ury Montevideo", "@monte", "1 6"},
	{"who_without_the_accent", TALK, "@cote", "3 7"},
	{"who_in_quotes", TALK, "@\"delegate of nepal\"", "8 10"},
	{"who_owns_it", TALK, "@fra", "4"},
	{"who_is_nobody", TALK, "@zzz", " | nobody is called '@zzz'"},
	{"attributed_later", TALK "\n/attribute 2 @npl", "@npl", "8 10"},
	{"kind", TALK, ":concern", "3"},
	{"kind_by_beginning", TALK, ":s", "7"},
	{"kind_that_two_begin_with", "? One\n:proposal Two\nThree", ":p", "2 3"},
	{"kind_point_is_no_action", "One\n! Two", ":point", "1"},
	{"kind_that_is_none", TALK, ":zzz", " | no kind of note is called ':zzz'"},
	{"kind_changed", TALK "\n/kind last lesson", ":lesson", "10"},
	{"a_smile_is_text", "They smiled\nThey wept", ":-)", "1 2"},
	{"item_by_id", TALK, "item:dialogue", "1 2 3 4"},
	{"item_by_number", TALK, "item:3", "5 6 7 8 9 10"},
	{"item_by_title", TALK, "item:clos", "5 6 7 8 9 10"},
	{"item_in_capitals", TALK, "ITEM:Dialogue", "1 2 3 4"},
	{"item_that_is_none", TALK, "item:zzz", " | no item is called 'item:zzz'"},
	{"item_only_begun", TALK, "item: ceiling", "5 7"},
	{"actions", TALK, "!", "4"},
	{"questions", TALK, "?", "2"},
	{"agreed", TALK, "=", "5"},
	{"off_the_record", TALK, "~", "6"},
	{"off_the_record_and_who", TALK, "~ @ury", "6"},
	{"all_together", TALK, "#2 @civ :concern item:dialogue late", "3"},
	{"all_together_but_one", TALK, "#2 @civ :concern item:closing late", ""},
	{"dropped_is_not_found", "One ninety\nTwo ninety\n/drop last", "ninety", "1"},
	{"dropped_and_undone", "One ninety\nTwo ninety\n/drop last\n/undo", "ninety", "1 2"},
	{"edited_is_found_by_its_new_text", "One ninety\n/edit last Two eighty", "eighty", "1"},
	{"edited_is_not_found_by_its_old_text", "One ninety\n/edit last Two eighty", "ninety", ""},
	{"undone_is_not_found", "One ninety\nTwo ninety\n/undo", "ninety", "1"},
	{"mention_by_name", "As @gha said @ury", "ghana", "1"},
	{"control_characters", TALK, "nine\x1b[31mty", ""},
	{"invalid_bytes", TALK, "\xff\xfe", "1 2 3 4 5 6 7 8 9 10"},
	{"a_quote_left_open", TALK, "@\"delegate of nepal", "8 10"},
};

static void show_found(
	struct buffer *out, struct finder *f, const struct session *s, const char *filter)
{
	size_t count;
	const size_t *found = finder_find(f, s, filter, &count);

	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%zu", i ? " " : "", found[i] + 1);
	if (*finder_warning(f))
		buffer_format(out, " | %s", finder_warning(f));
}

/* What both show, when they agree. */
static void show_both(
	struct buffer *out, struct finder *old, const struct session *s, const char *filter)
{
	struct finder *new = finder_new();
	struct buffer other = BUFFER_EMPTY;

	show_found(out, old, s, filter);
	show_found(&other, new, s, filter);
	if (strcmp(out->bytes, other.bytes) != 0)
		buffer_format(out, " DIFFERS at '%s': %s", filter, other.bytes);
	buffer_release(&other);
	finder_free(new);
}

static bool type_filter(
	struct buffer *out, struct finder *f, const struct session *s, const char *filter)
{
	struct buffer typed = BUFFER_EMPTY;
	bool agree = true;

	for (size_t len = 0; agree && len <= strlen(filter); len++) {
		buffer_reset(&typed);
		buffer_bytes(&typed, filter, len);
		buffer_reset(out);
		show_both(out, f, s, typed.bytes);
		agree = !strstr(out->bytes, "DIFFERS");
	}
	buffer_release(&typed);
	return agree;
}

/* The finder sees the session grow: it is asked after every line. */
static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;
	struct finder *f = finder_new();
	const char *line = row->lines;

	room_init(&room, room_agenda);
	while (*line) {
		size_t len = strcspn(line, "\n");

		room_line(&room, line, len, &out);
		buffer_reset(&out);
		show_both(&out, f, &room.session, row->filter);
		if (strstr(out.bytes, "DIFFERS"))
			break;
		line += len + (line[len] == '\n');
	}
	if (!strstr(out.bytes, "DIFFERS"))
		type_filter(&out, f, &room.session, row->filter);
	finder_free(f);
	room_release(&room);
	char *shown = buffer_take(&out);
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
