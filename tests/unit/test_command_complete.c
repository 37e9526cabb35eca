/* SPDX-License-Identifier: MIT */
/* test_command_complete.c - completion, suggestions, abbreviations and notes as typed, a row each.
 * The cursor is | in the line, or its end. */
#include "unit/cases.h"

#include "unit/command_room.h"

enum what { COMPLETE, SUGGEST, ABBREVIATE, TYPED };

static const struct row {
	const char *name;
	enum what what;
	const char *lines; /* done before */
	const char *typed;
	const char *expected;
} rows[] = {
	{"all_themes", COMPLETE, "", "Slow #",
		"5 #decision-cycles [1 Decision cycles] #procurement [2 Buying and moving] "
		"#capabilities [3 New capabilities] #governance [4 Governance] #transparency "
		"[5 Openness]"},
	{"theme_by_id", COMPLETE, "", "Slow #dec", "5 #decision-cycles [1 Decision cycles]"},
	{"theme_by_label", COMPLETE, "", "Slow #buying", "5 #procurement [2 Buying and moving]"},
	{"theme_by_keyword", COMPLETE, "", "Slow #supp", "5 #procurement [2 Buying and moving]"},
	{"theme_by_digit", COMPLETE, "", "Slow #3", "5 #capabilities [3 New capabilities]"},
	{"theme_in_the_middle", COMPLETE, "", "Slow #gov| and more",
		"5 #governance [4 Governance]"},
	{"theme_at_the_start", COMPLETE, "", "#gov", "0 #governance [4 Governance]"},
	{"theme_that_is_none", COMPLETE, "", "Slow #zzz", "5"},
	{"theme_that_is_merged", COMPLETE, "/merge procurement governance", "Slow #proc",
		"5 #governance [4 Governance]"},
	{"theme_by_a_keyword_of_one_merged", COMPLETE, "/merge procurement governance",
		"Slow #supp", "5 #governance [4 Governance]"},
	{"theme_in_another_script", COMPLETE, "Slow #закупки", "Slow #ЗАК",
		"5 #theme-rapporteur-2 [6 закупки]"},
	{"history_of_which_note", COMPLETE, "One", "/history rap", "9 rapporteur-2 [One]"},
	{"what_the_room_said", COMPLETE, "! One", "/confirm last d",
		"14 dropped [what the room said] changed [what the room said]"},
	{"theme_made_new", COMPLETE, "Mines #demining", "Slow #de",
		"5 #decision-cycles [1 Decision cycles] #demining [6 demining]"},
	{"person_by_id", COMPLETE, "", "As @gh", "3 @gha [Delegate of Ghana]"},
	{"person_without_its_accent", COMPLETE, "", "As @cote",
		"3 @civ [Delegate of Côte d'Ivoire]"},
	{"person_by_part_of_a_name", COMPLETE, "", "As @franc",
		"3 @fra [Delegate of France] @fra2 [Second Delegate of France]"},
	{"person_by_alias", COMPLETE, "", "As @dpo", "3 @usg [Under-Secretary]"},
	{"all_persons", COMPLETE, "", "As @",
		"3 @usg [Under-Secretary] @ury [Delegate of Uruguay] @gha [Delegate of Ghana] "
		"@npl [Delegate of Nepal] @fra [Delegate of France] @civ [Delegate of Côte "
		"d'Ivoire]"},
	{"person_given_an_alias", COMPLETE, "/alias ury Montevideo", "As @monte",
		"3 @ury [Delegate of Uruguay]"},
	{"mail_address", COMPLETE, "", "desk@gha", "0"},
	{"command", COMPLETE, "", "/ne", "0 /next [[NAME]  Give the floor to the next speaker]"},
	{"command_by_alias", COMPLETE, "", "/quit",
		"0 /leave [Leave the console; the session stays open]"},
	{"command_by_its_help", COMPLETE, "", "/codebook",
		"0 /theme [ID LABEL [#PARENT]  Add a theme to the codebook; #PARENT puts it "
		"below one]"},
	{"command_in_full_comes_first", COMPLETE, "", "/end",
		"0 /end [End the speech and free the floor] /close [[really]  End the session "
		"and write its record]"},
	{"all_commands", COMPLETE, "", "/",
		"0 /item [next|back|N|ID|end [carry|clear|keep]  Move through the agenda; add, "
		"minutes, move change it] /speak [NAME[, NAME] [as KIND] [for GROUP] [about "
		"…]  Put somebody on the speakers' list] /withdraw [NAME [as KIND]  Take "
		"somebody off the list] /later [NAME [as KIND]  Let the others of the kind go "
		"first] /move [NAME first|last|N|before NAME  The chair's own order of the "
		"list] /list [close|open|clear|last NAME  Close, open or clear the speakers' "
		"list]"},
	{"slash_in_a_note", COMPLETE, "", "and /ne", "4"},
	{"plain_word", COMPLETE, "", "approval", "0"},
	{"empty_line", COMPLETE, "", "", "0"},
	{"speaker", COMPLETE, "", "/speak gh", "7 gha [Delegate of Ghana]"},
	{"second_speaker", COMPLETE, "", "/speak ury, ne", "12 npl [Delegate of Nepal]"},
	{"second_speaker_without_a_space", COMPLETE, "", "/speak ury,ne",
		"11 npl [Delegate of Nepal]"},
	{"speaker_who_does_not_wait_first", COMPLETE, "/speak ury, gha", "/speak delegate",
		"7 npl [Delegate of Nepal] fra [Delegate of France] civ [Delegate of Côte "
		"d'Ivoire] "
		"fra2 [Second Delegate of France] ury [Delegate of Uruguay] gha [Delegate of "
		"Ghana]"},
	{"speaker_who_is_in_the_room_first", COMPLETE, "/away ury npl", "/speak delegate",
		"7 gha [Delegate of Ghana] fra [Delegate of France] civ [Delegate of Côte "
		"d'Ivoire] "
		"fra2 [Second Delegate of France] ury [Delegate of Uruguay] npl [Delegate of "
		"Nepal]"},
	{"speaker_in_full_first_even_waiting", COMPLETE, "/speak fra", "/speak fra",
		"7 fra [Delegate of France] fra2 [Second Delegate of France]"},
	{"here_those_who_are_away_first", COMPLETE, "/away fra2", "/here franc",
		"6 fra2 [Second Delegate of France] fra [Delegate of France]"},
	{"away_those_who_are_here_first", COMPLETE, "/away fra", "/away franc",
		"6 fra2 [Second Delegate of France] fra [Delegate of France]"},
	{"floor_those_in_the_room_first", COMPLETE, "/away fra", "/floor franc",
		"7 fra2 [Second Delegate of France] fra [Delegate of France]"},
	{"speaker_by_two_words", COMPLETE, "", "/speak delegate of gh",
		"7 gha [Delegate of Ghana]"},
	{"second_speaker_by_two_words", COMPLETE, "", "/speak ury, côte d'i",
		"12 civ [Delegate of Côte d'Ivoire]"},
	{"kind_of_request", COMPLETE, "", "/speak ury as r",
		"14 reply [kind of request] right-of-reply [kind of request] order [kind of "
		"request]"},
	{"after_a_speaker", COMPLETE, "", "/speak ury ",
		"11 as [after a name] for [after a name] about [after a name]"},
	{"next_only_who_waits", COMPLETE, "/speak gha, npl", "/next ",
		"6 gha [Delegate of Ghana] npl [Delegate of Nepal]"},
	{"next_who_does_not_wait", COMPLETE, "/speak gha, npl", "/next ury", "6"},
	{"move_where", COMPLETE, "/speak gha, npl", "/move gha ",
		"10 first [after a name] last [after a name] before [after a name]"},
	{"move_before_whom", COMPLETE, "/speak gha, npl", "/move gha before n",
		"17 npl [Delegate of Nepal] gha [Delegate of Ghana]"},
	{"items", COMPLETE, "", "/item ",
		"6 next [/item] back [/item] end [/item] opening [Opening] dialogue [Open "
		"dialogue] closing [Closing]"},
	{"item_by_title", COMPLETE, "", "/item open",
		"6 opening [Opening] dialogue [Open dialogue]"},
	{"item_and_those_who_wait", COMPLETE, "", "/item next c",
		"11 carry [those who wait] clear [those who wait]"},
	{"notes_newest_first", COMPLETE, "One\nTwo\n! Three", "/edit ",
		"6 last [the last of this seat] rapporteur-4 [Three] rapporteur-3 [Two] "
		"rapporteur-2 [One]"},
	{"actions_only", COMPLETE, "One\n! Two @gha", "/done ",
		"6 last [the last of this seat] rapporteur-3 [Two]"},
	{"kind_of_note", COMPLETE, "One", "/kind last con", "11 concern [kind of note]"},
	{"tag_which_theme", COMPLETE, "One", "/tag last gov", "10 #governance [4 Governance]"},
	{"tag_which_theme_with_its_sign", COMPLETE, "One", "/tag last #gov",
		"10 #governance [4 Governance]"},
	{"owner", COMPLETE, "! One", "/owner last gh", "12 @gha [Delegate of Ghana]"},
	{"due", COMPLETE, "! One", "/due last f", "10 friday [day]"},
	{"policy_attribute", COMPLETE, "", "/policy balance ",
		"16 delegation [attribute] region [attribute]"},
	{"list", COMPLETE, "", "/list c", "6 close [/list] clear [/list]"},
	{"view", COMPLETE, "", "/view f", "6 floor [view]"},
	{"help", COMPLETE, "", "/help suspe", "6 suspend [Suspend the meeting and its clocks]"},
	{"merge_into", COMPLETE, "", "/merge proc gov", "12 governance [4 Governance]"},
	{"unknown_command", COMPLETE, "", "/zzz gh", "5"},
	{"suggests_by_keyword", SUGGEST, "", "Every approval is slow", "decision-cycles"},
	{"suggests_by_inflected_keyword", SUGGEST, "", "The suppliers wait", "procurement"},
	{"suggests_by_two_words", SUGGEST, "", "A long lead time", "procurement"},
	{"suggests_in_any_case", SUGGEST, "", "SIGN-OFF is slow", "decision-cycles"},
	{"suggests_the_longer_first", SUGGEST, "", "drone approval",
		"decision-cycles capabilities"},
	{"suggests_not_what_is_tagged", SUGGEST, "", "Every approval is slow #dec", ""},
	{"suggests_not_what_is_tagged_by_digit", SUGGEST, "", "approval drone #1", "capabilities"},
	{"suggests_nothing", SUGGEST, "", "So it is", ""},
	{"suggests_nothing_inside_a_word", SUGGEST, "", "mandrones", ""},
	{"suggests_three_at_most", SUGGEST, "", "approval drone mandate reporting supplier",
		"transparency decision-cycles procurement"},
	{"suggests_by_a_plural", SUGGEST, "", "All mandates", "governance"},
	{"suggests_by_a_verb_form", SUGGEST, "/theme rules Rules", "Ruless", "rules"},
	{"suggests_not_by_a_longer_word", SUGGEST, "", "mandatory", ""},
	{"suggests_without_the_accent", SUGGEST, "", "mándate", "governance"},
	{"suggests_by_the_label_of_one_made_live", SUGGEST, "Slow #demining",
		"The demining goes on", "demining"},
	{"suggests_by_a_label_in_another_script", SUGGEST, "Slow #закупка", "Закупкам мешает срок",
		"theme-rapporteur-2"},
	{"suggests_by_a_new_label", SUGGEST, "/theme mines Mines\n/rename mines Clearance",
		"The clearance goes on", "mines"},
	{"suggests_the_one_that_took_it_in", SUGGEST, "/merge procurement governance",
		"The suppliers wait", "governance"},
	{"suggests_what_was_merged_once_more_after_undo", SUGGEST,
		"/merge procurement governance\n/undo", "The suppliers wait", "procurement"},
	{"suggests_for_an_empty_line", SUGGEST, "", "", ""},
	{"abbreviation_at_its_end", ABBREVIATE, "", "Each tcc| pays the tcc",
		"Each troop-contributing country pays the tcc"},
	{"abbreviation_elsewhere", ABBREVIATE, "", "Each tcc pays| the tcc", "-"},
	{"abbreviation_at_the_end", ABBREVIATE, "", "the hom", "the head of mission"},
	{"abbreviation_after_a_sign", ABBREVIATE, "", "the #hom", "-"},
	{"abbreviation_of_nothing", ABBREVIATE, "", "", "-"},
	{"typed_point", TYPED, "It takes long #1", "", "It takes long"},
	{"typed_question", TYPED, "? Who", "", "? Who"},
	{"typed_agreed", TYPED, "= That", "", "= That"},
	{"typed_concern", TYPED, ":concern That", "", ":concern That"},
	{"typed_action", TYPED, "! Do it @gha", "", "! Do it"},
	{"typed_off_the_record", TYPED, "~ :lesson That", "", "~ :lesson That"},
	{"typed_mention", TYPED, "As @gha said", "", "As @gha said"},
	{"typed_text_that_looks_like_a_mark", TYPED, "\\= 3", "", "\\= 3"},
	{"typed_text_that_looks_like_a_theme", TYPED, "\\#1 is first", "", "\\#1 is first"},
	{"typed_text_that_looks_like_a_command", TYPED, "\\/next", "", "\\/next"},
	{"typed_backslash", TYPED, "\\\\x", "", "\\\\x"},
	{"typed_after_a_mark", TYPED, ":concern \\#1 is first", "", ":concern \\#1 is first"},
};

static void complete(struct buffer *out, const struct room *room, const char *typed, size_t cursor)
{
	struct completions found;
	struct context context = room_context(room);

	completions_find(&found, typed, cursor, &context);
	buffer_format(out, "%zu", found.start);
	for (size_t i = 0; i < found.count; i++)
		buffer_format(out, " %s [%s]", found.items[i].insert, found.items[i].label);
	completions_release(&found);
}

static void suggest(struct buffer *out, const struct room *room, const char *typed)
{
	size_t themes[3];
	size_t count = themes_suggested(typed, strlen(typed), &room->session, themes, 3);

	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s", i ? " " : "", room->session.themes[themes[i]].id);
}

static void show(struct buffer *out, const struct room *room, const struct row *row)
{
	const char *bar = strchr(row->typed, '|');
	size_t cursor = bar ? (size_t)(bar - row->typed) : strlen(row->typed);
	struct buffer typed = BUFFER_EMPTY;

	buffer_text(&typed, row->typed);
	if (bar)
		buffer_remove(&typed, cursor, 1);
	switch (row->what) {
	case COMPLETE: complete(out, room, typed.bytes, cursor); break;
	case SUGGEST: suggest(out, room, typed.bytes); break;
	case ABBREVIATE:
		if (abbreviations_expand(&typed, &room->session, cursor))
			buffer_text(out, typed.bytes);
		else
			buffer_char(out, '-');
		break;
	case TYPED: note_as_typed(out, &room->session, room->session.note_count - 1); break;
	}
	buffer_release(&typed);
}

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	room_lines(&room, row->lines, &out);
	buffer_reset(&out);
	show(&out, &room, row);
	room_release(&room);
	char *shown = mem_text(out.bytes);
	buffer_release(&out);
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
