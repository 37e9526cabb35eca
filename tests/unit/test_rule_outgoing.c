/* SPDX-License-Identifier: MIT */
/* test_rule_outgoing.c - what leaves the room under each rule, as one line. */
#include "unit/cases.h"
#include "unit/meeting.h"

#include "rule/outgoing.h"

#define THEMES_AND_PEOPLE                                                                                     \
	"title: Test\ntimezone: UTC\n"                                                             \
	"themes:\n"                                                                                \
	"  - {id: money, label: Money, keywords: [purse]}\n"                                       \
	"  - {id: hours, label: Hours, keywords: [clock]}\n"                                       \
	"participants:\n"                                                                          \
	"  - {id: ann, name: Ann Aster, title: Clerk, affiliation: Registry,\n"                    \
	"     public: the registry}\n"                                                             \
	"  - {id: bob, name: Bob Birch, title: Pilot, affiliation: Harbour, aliases: [skipper]}\n"

#define PEOPLE                                                                                     \
	THEMES_AND_PEOPLE                                                                          \
	"items:\n"                                                                                 \
	"  - {id: talk, title: Talk, minutes: 10}\n"                                               \
	"  - {id: free, title: Free talk, minutes: 10, rule: open}\n"                              \
	"  - {id: house, title: House talk, minutes: 10, rule: chatham-house}\n"                   \
	"  - {id: shut, title: Shut talk, minutes: 10, rule: closed}\n"

#define OPEN "roundtable: agenda/1\nrule: open\n" PEOPLE
#define ALL_OPEN                                                                                   \
	"roundtable: agenda/1\nrule: open\n" THEMES_AND_PEOPLE                                     \
	"items:\n  - {id: talk, title: Talk, minutes: 10}\n"
#define HOUSE "roundtable: agenda/1\nrule: chatham-house\n" PEOPLE
#define CLOSED "roundtable: agenda/1\nrule: closed\n" PEOPLE

enum shown { NOTES, ACTIONS, THEMES, LABELS, NOTICE, NUMBERS };

static const struct row {
	const char *name;
	const char *agenda;
	const char *lines;    /* by newlines */
	enum what what;
	bool internal;
	enum shown shown;
	const char *expected;
} rows[] = {
	{"a_note_under_the_rule_is_a_theme_and_a_text", HOUSE, "/item talk\n/floor ann\nIt takes "
		"long #money",
		WHAT_ALL, false, NOTES, "1 point It takes long (money)"},
	{"a_note_in_the_open_says_who_where_and_when", OPEN, "/item talk\n/floor ann\nIt takes "
		"long #money",
		WHAT_ALL, false, NOTES,
		"1 point It takes long (money) by Ann Aster, Talk, 2026-04-16T14:00:30.000Z, "
			"rapporteur-4"},
	{"a_person_in_a_text_is_nobody", HOUSE, "We heard @ann and @bob speak", WHAT_ALL,
		false, NOTES, "1 point We heard a participant and a participant speak ()"},
	{"a_person_in_a_text_in_the_open_is_named", OPEN, "We heard @bob speak well", WHAT_ALL,
		false, NOTES,
		"1 point We heard Bob Birch speak well () by Bob Birch, 2026-04-16T14:00:10.000Z, "
			"rapporteur-2"},
	{"off_the_record_never_leaves", OPEN, "~ Between us #money\nFor all", WHAT_ALL, true, NOTES,
		"1 point For all () 2026-04-16T14:00:20.000Z, rapporteur-3"},
	{"dropped_never_leaves", HOUSE, "Not that\nBut this\n/drop rapporteur-2", WHAT_ALL, false,
		NOTES, "1 point But this ()"},
	{"an_action_off_the_record_never_leaves", OPEN, "~! Between us @ann", WHAT_ALL, true,
		ACTIONS, ""},
	{"a_closed_meeting_keeps_everything", CLOSED, "For us #money", WHAT_ALL, false, NOTES,
		"refused with 4"},
	{"a_closed_meeting_for_its_own_files", CLOSED, "For us @ann #money", WHAT_ALL, true, NOTES,
		"1 point For us (money) by Ann Aster, 2026-04-16T14:00:10.000Z, rapporteur-2"},
	{"a_closed_item_keeps_its_notes", HOUSE, "/item shut\nInside\n/item talk\nOutside",
		WHAT_ALL, false, NOTES, "1 point Outside ()"},
	{"an_open_item_does_not_open_the_house", HOUSE, "/item free\n/floor ann\nSaid freely",
		WHAT_ALL, false, NOTES, "1 point Said freely ()"},
	{"a_speaker_does_not_cross_into_the_next_item", OPEN,
		"/item house\n/floor ann\n/item talk\nTyped later", WHAT_ALL, false, NOTES,
		"1 point Typed later () Talk, 2026-04-16T14:00:40.000Z, rapporteur-5"},
	{"a_name_that_was_typed_before_it_was_known", HOUSE, "We heard @zed say so\n/person zed Zed Quince",
		WHAT_ALL, false, NOTES, "1 point We heard a participant say so ()"},
	{"an_item_under_the_rule_in_an_open_meeting", OPEN, "/item house\n/floor ann\nSaid there "
		"by @bob too",
		WHAT_ALL, false, NOTES, "1 point Said there by a participant too ()"},
	{"what_names_nobody_comes_after_what_may", OPEN,
		"/item house\nUnder the rule #money\n/item talk\nIn the open #money", WHAT_ALL,
			false, NUMBERS, "1 In the open, 2 Under the rule"},
	{"a_note_with_two_themes_appears_once", HOUSE, "Late and dear #hours #money", WHAT_ALL,
		false, NOTES, "1 point Late and dear (money hours)"},
	{"notes_are_grouped_in_codebook_order", HOUSE, "None\nSecond #hours\nFirst #money",
		WHAT_ALL, false, NUMBERS, "1 First, 2 Second, 3 None"},
	{"in_the_open_a_group_is_in_order_of_time", OPEN, "a\nb\nc\nd\ne\nf", WHAT_ALL, false,
		NUMBERS, "1 a, 2 b, 3 c, 4 d, 5 e, 6 f"},
	{"under_the_rule_it_is_not", HOUSE, "a\nb\nc\nd\ne\nf", WHAT_ALL, false, NUMBERS,
		"1 a, 2 e, 3 d, 4 f, 5 b, 6 c"},
	{"owners_are_labels", HOUSE, "! Do it @ann @bob due:2026-05-01 pri:high #money", WHAT_ALL,
		false,
		ACTIONS, "1 Do it [a participant, the registry] 2026-05-01 high open (money)"},
	{"owners_in_the_open_are_names", OPEN, "! Do it @bob", WHAT_ALL, false, ACTIONS,
		"1 Do it [Bob Birch] - normal open () 2026-04-16T14:00:10.000Z, rapporteur-2"},
	{"an_action_keeps_its_source_in_the_open", OPEN, "It is slow\n/action rapporteur-2 Speed "
		"it up",
		WHAT_ALL, false, ACTIONS,
		"1 Speed it up [] - normal open () 2026-04-16T14:00:20.000Z, rapporteur-3, from "
			"rapporteur-2"},
	{"a_source_off_the_record_is_not_named", OPEN, "~ It is slow\n/action rapporteur-2 Speed "
		"it up",
		WHAT_ALL, true, ACTIONS, ""},
	{"an_action_of_a_note_under_the_rule_names_nobody", OPEN,
		"/item house\nTold @bob to go\n/item talk\n/action rapporteur-3", WHAT_ALL, false,
			ACTIONS, "1 Told a participant to go [] - normal open ()"},
	{"an_action_of_a_note_of_a_closed_item_stays", HOUSE,
		"/item shut\nInside\n/item talk\n/action rapporteur-3 Outside", WHAT_ALL, false,
			ACTIONS, ""},
	{"an_action_of_a_closed_note_that_was_undone", HOUSE,
		"/item shut\nInside\n<facilitator>/item talk\n/action rapporteur-3 Outside\n"
		"<rapporteur>/undo", WHAT_ALL, false, ACTIONS, ""},
	{"an_action_of_a_closed_note_that_was_undone_in_the_open", OPEN,
		"/item shut\nInside\n<facilitator>/item talk\n/action rapporteur-3\n"
		"<rapporteur>/undo", WHAT_ALL, false, ACTIONS, ""},
	{"an_action_of_a_note_under_the_rule_that_was_undone", OPEN,
		"/item house\nTold @bob to go\n<facilitator>/item talk\n/action rapporteur-3\n"
		"<rapporteur>/undo", WHAT_ALL, false, ACTIONS,
		"1 Told a participant to go [] - normal open ()"},
	{"an_action_of_a_note_off_the_record_that_was_undone", OPEN,
		"~ Between us\n<facilitator>/action rapporteur-2\n<rapporteur>/undo", WHAT_ALL, true,
		ACTIONS, ""},
	{"an_action_of_a_note_that_went_off_the_record_later", OPEN,
		"Between us\n<facilitator>/action rapporteur-2\n<rapporteur>/edit 2 ~ Between us",
		WHAT_ALL, true, ACTIONS, ""},
	{"an_action_of_a_dropped_closed_note", HOUSE,
		"/item shut\nInside\n<facilitator>/item talk\n/action rapporteur-3 Outside\n"
		"<rapporteur>/drop 3", WHAT_ALL, false, ACTIONS, ""},
	{"an_action_in_a_closed_item_of_an_open_note", OPEN,
		"/item talk\nIt is slow\n/item shut\n/action rapporteur-3 Because of that", WHAT_ALL,
		false, ACTIONS, ""},
	{"an_action_edited_in_a_closed_item", OPEN,
		"! Do it\n/item shut\n/edit last Do it for that reason", WHAT_ALL, false, ACTIONS, ""},
	{"an_action_edited_in_a_closed_item_and_that_undone", OPEN,
		"! Do it\n/item shut\n/edit last Do it for that reason\n/undo", WHAT_ALL, false, ACTIONS,
		"1 Do it [] - normal open () 2026-04-16T14:00:10.000Z, rapporteur-2"},
	{"an_action_of_an_action_of_a_closed_note", HOUSE,
		"/item shut\nInside\n/item talk\n/action rapporteur-3\n... and more", WHAT_ALL, false,
		ACTIONS, ""},
	{"a_text_of_a_closed_note_that_was_undone", HOUSE,
		"/item shut\nInside\n<facilitator>/edit rapporteur-3 Inside it\n/item talk\n"
		"<rapporteur>/undo", WHAT_ALL, false, NOTES, ""},
	{"a_text_given_in_another_item_of_a_closed_note_that_was_undone", HOUSE,
		"/item shut\nInside\n<facilitator>/item talk\n/edit rapporteur-3 Inside it\n"
		"<rapporteur>/undo", WHAT_ALL, false, NOTES, ""},
	{"a_text_of_a_note_off_the_record_that_was_undone", OPEN,
		"~ Between us\n<facilitator>/edit rapporteur-2 Between all of us\n<rapporteur>/undo",
		WHAT_ALL, true, NOTES, ""},
	{"a_note_that_goes_on_in_a_closed_item", HOUSE,
		"/item talk\nOutside\n/item shut\n... and inside", WHAT_ALL, false, NOTES, ""},
	{"a_note_corrected_in_a_closed_item", HOUSE,
		"/item talk\nOutside\n/item shut\ns/Out/In/", WHAT_ALL, false, NOTES, ""},
	{"a_note_that_goes_on_off_the_record", HOUSE, "Outside\n... ~ but between us", WHAT_ALL,
		false, NOTES, "1 point Outside ()"},
	{"a_source_that_went_off_the_record_and_was_undone", OPEN,
		"Between us\n<script>/action rapporteur-2\n<facilitator>/edit rapporteur-2 ~ Between us\n"
		"<rapporteur>/undo", WHAT_ALL, true, ACTIONS, ""},
	{"a_source_that_was_edited_in_a_closed_item_and_undone", HOUSE,
		"Between us\n<script>/action rapporteur-2\n<facilitator>/item shut\n"
		"/edit rapporteur-2 Between us all\n<rapporteur>/undo", WHAT_ALL, false, ACTIONS, ""},
	{"an_owner_named_under_the_rule", OPEN, "/item talk\n! Do it due:2026-05-01\n/item house\n"
		"/owner last @bob", WHAT_ALL, false, ACTIONS, "1 Do it [a participant] 2026-05-01 normal "
		"open ()"},
	{"an_owner_named_in_a_closed_item", OPEN, "/item talk\n! Do it\n/item shut\n/owner last @bob",
		WHAT_ALL, false, ACTIONS, ""},
	{"a_day_given_in_a_closed_item", OPEN, "/item talk\n! Do it\n/item shut\n/due last 2026-05-01",
		WHAT_ALL, false, ACTIONS, ""},
	{"a_speaker_named_under_the_rule", OPEN, "/item talk\nSaid\n/item house\n/attribute last @bob",
		WHAT_ALL, false, NOTES, "1 point Said ()"},
	{"a_theme_put_on_a_note_in_a_closed_item", HOUSE,
		"/item talk\nSaid #flood\nAgain\n/item shut\n/tag last #flood", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"a_note_corrected_to_begin_with_a_tilde", HOUSE, "Between us\ns/Between/~ Between/", WHAT_ALL,
		false, NOTES, ""},
	{"an_older_text_given_in_a_closed_item", HOUSE, "<old>/item talk\nSaid\n/item shut\n"
		"/edit last Said inside", WHAT_ALL, false, NOTES, ""},
	{"an_older_text_given_under_the_rule", OPEN, "<old>/item talk\nSaid @bob\n/item house\n"
		"/edit last Said there", WHAT_ALL, false, NOTES, "1 point Said there ()"},
	{"an_older_action_of_a_closed_note", HOUSE,
		"<old>/item shut\nInside\n/item talk\n/action rapporteur-3 Outside", WHAT_ALL, false,
		ACTIONS, ""},
	{"an_older_action_of_a_note_that_is_gone", OPEN,
		"<old>/item talk\nSaid\n<facilitator>/action rapporteur-3 Do it\n<rapporteur>/undo",
		WHAT_ALL, false, ACTIONS, ""},
	{"an_older_action_of_a_note_that_is_there", OPEN,
		"<old>/item talk\nSaid\n/action rapporteur-3 Do it", WHAT_ALL, false, ACTIONS,
		"1 Do it [] - normal open () Talk, 2026-04-16T14:00:30.000Z, rapporteur-4, from "
		"rapporteur-3"},
	{"an_older_text_of_a_note_that_is_gone", OPEN,
		"<old>/item talk\nSaid\n<facilitator>/edit rapporteur-3 Said so\n<rapporteur>/undo",
		WHAT_ALL, false, NOTES, ""},
	{"an_older_label_of_a_closed_item", HOUSE, "<old>/item shut\n/rename money Slush fund\n"
		"/item talk", WHAT_ALL, false, LABELS, "Money, Hours"},
	{"done_and_confirmed", HOUSE, "! Do it\n/done rapporteur-2\n/confirm rapporteur-2",
		WHAT_ALL, false, ACTIONS, "1 Do it [] - normal done confirmed ()"},
	{"notes_alone", HOUSE, "A point\n! An action", WHAT_NOTES, false, ACTIONS, ""},
	{"actions_alone", HOUSE, "A point\n! An action", WHAT_ACTIONS, false, NOTES, ""},
	{"themes_are_counted_whatever_is_asked_for", HOUSE,
		"= So be it #money\n:concern But #money\n! Pay #money\n~ Hidden #money",
			WHAT_THEMES, false, THEMES, "money 2+1 (agreed 1, concern 1), hours 0+0"},
	{"merged_themes_are_one", HOUSE, "A #money\nB #hours\n/merge hours money", WHAT_ALL,
		false, THEMES, "money 2+0"},
	{"a_new_theme_called_by_a_person_is_disguised", HOUSE, "Said of it #skipper", WHAT_ALL,
		false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_of_a_surname", HOUSE, "Said #birch", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"a_theme_of_a_name_put_together", HOUSE, "Said #BobBirch", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"a_theme_of_a_name_and_more", HOUSE, "Said #harbour-position", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_of_an_id_and_more", HOUSE, "Said #bob_view", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_that_begins_with_a_name", HOUSE, "Said #harbourview", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_by_command_with_a_name_in_the_label", HOUSE,
		"/theme idea The idea of Birch\nSaid #idea", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"its_id_stays_with_the_label", HOUSE, "/theme idea The idea of Birch\nSaid #idea", WHAT_ALL,
		false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"an_id_of_a_word_that_named_somebody_as_it_was_typed", HOUSE,
		"Said #BobPlan\n/rename bobplan The plan", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"the_smallest_spelling_leaves", HOUSE, "A #weather\nB #Weather\nC #weather", WHAT_ALL, false,
		LABELS, "Money, Hours, Weather"},
	{"the_smallest_spelling_leaves_whichever_came_first", HOUSE, "B #Weather\nA #weather\nC #weather",
		WHAT_ALL, false, LABELS, "Money, Hours, Weather"},
	{"a_theme_whose_id_looks_like_one_of_a_seat", HOUSE, "Said #theme-park", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, theme-park 1+0"},
	{"a_disguise_that_meets_an_id", HOUSE, "A #new-theme-1\nB #birch\nC #aster", WHAT_ALL, false,
		THEMES, "money 0+0, hours 0+0, new-theme-1 1+0, new-theme-2 1+0, new-theme-3 1+0"},
	{"a_label_after_a_tilde", HOUSE, "/rename money ~ Slush fund", WHAT_ALL, false, LABELS,
		"Money, Hours"},
	{"a_theme_with_a_mention_in_the_label", HOUSE, "/theme idea What @bob wants\nSaid #idea",
		WHAT_ALL, false, LABELS, "Money, Hours, New theme 1"},
	{"a_theme_renamed_to_a_name", HOUSE, "Said #storm\n/rename storm Birch", WHAT_ALL, false,
		LABELS, "Money, Hours, New theme 1"},
	{"a_theme_of_the_agenda_renamed_to_a_name", HOUSE, "/rename money Harbour", WHAT_ALL, false,
		LABELS, "Money, Hours"},
	{"a_theme_renamed_to_a_name_in_its_own_files", HOUSE, "/rename money Harbour", WHAT_ALL, true,
		LABELS, "Harbour, Hours"},
	{"a_theme_called_by_one_who_came_late", HOUSE,
		"/person zed Zed Quince; Cook; Galley\nSaid #quince", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"a_theme_called_by_an_alias_given_later", HOUSE, "Said #captain\n/alias bob Captain",
		WHAT_ALL, false, LABELS, "Money, Hours, New theme 1"},
	{"a_theme_called_by_a_name_in_the_open", ALL_OPEN, "Said #birch", WHAT_ALL, false, LABELS,
		"Money, Hours, birch"},
	{"a_theme_called_by_a_name_in_an_open_meeting_with_an_item_under_the_rule", OPEN,
		"/item house\nSaid #birch", WHAT_ALL, false, LABELS, "Money, Hours, New theme 1"},
	{"a_theme_of_a_closed_item_used_outside", HOUSE,
		"/item shut\nInside #flood\n/item talk\nOutside #flood", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_off_the_record_used_on_it", HOUSE, "~ Between us #flood\nOutside #flood", WHAT_ALL,
		false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_used_off_the_record_later", HOUSE, "Outside #flood\n~ Between us #flood", WHAT_ALL,
		false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_of_a_note_that_goes_off_the_record", HOUSE,
		"Outside #flood\nBetween us #flood\n/edit last ~ Between us", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"a_label_given_to_a_theme_used_off_the_record", HOUSE,
		"~ Between us #flood\nOutside #flood\n/rename flood Flood", WHAT_ALL, false, LABELS,
		"Money, Hours, Flood"},
	{"the_same_label_given_to_a_theme_used_off_the_record", HOUSE,
		"Outside #flood\n/rename flood flood\n~ Between us #flood", WHAT_ALL, false, LABELS,
		"Money, Hours, flood"},
	{"a_theme_of_the_agenda_used_off_the_record", HOUSE, "Outside #money\n~ Between us #money",
		WHAT_ALL, false, LABELS, "Money, Hours"},
	{"a_theme_of_a_tag_for_a_note_off_the_record", HOUSE,
		"~ Between us\n/tag last #flood\nOutside #flood", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_of_a_closed_item_whose_item_was_undone", HOUSE,
		"<facilitator>/item shut\n<rapporteur>Inside #flood\n<facilitator>/undo\n"
		"Outside #flood", WHAT_ALL, false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_of_a_closed_item_renamed_outside", HOUSE,
		"/item shut\nInside #flood\n/item talk\n/rename flood Water\nOutside #flood",
		WHAT_ALL, false, LABELS, "Money, Hours, Water"},
	{"its_id_stays_all_the_same", HOUSE,
		"/item shut\nInside #flood\n/item talk\n/rename flood Water\nOutside #flood",
		WHAT_ALL, false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"a_theme_that_was_undone_leaves_no_word", HOUSE,
		"Said #flood\n<facilitator>So said #flood\n<rapporteur>/undo", WHAT_ALL, false, LABELS,
		"Money, Hours, New theme 1"},
	{"two_new_themes_in_disguise_by_the_hash_of_their_words", HOUSE, "A #birch\nB #aster\nC #aster",
		WHAT_ALL, false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0, new-theme-2 2+0"},
	{"the_same_said_the_other_way_round", HOUSE, "C #aster\nB #aster\nA #birch",
		WHAT_ALL, false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0, new-theme-2 2+0"},
	{"an_id_that_looks_like_a_disguise", HOUSE, "A #new-theme-1\nB #birch", WHAT_ALL, false,
		THEMES, "money 0+0, hours 0+0, new-theme-1 1+0, new-theme-2 1+0"},
	{"a_title_added_in_a_closed_item", OPEN,
		"/item shut\n/item add \"The secret\" 5\n/item the-secret\nSaid", WHAT_ALL, false, NOTES,
		"1 point Said () Added item, 2026-04-16T14:00:40.000Z, rapporteur-5"},
	{"a_title_with_a_name_added_in_an_item_under_the_rule", OPEN,
		"/item house\n/item add \"The Harbour plan\" 5\n/item the-harbour-plan\nSaid", WHAT_ALL,
		false, NOTES, "1 point Said () Added item, 2026-04-16T14:00:40.000Z, rapporteur-5"},
	{"a_title_with_a_name_added_in_the_open", OPEN,
		"/item talk\n/item add \"The Harbour plan\" 5\n/item the-harbour-plan\nSaid", WHAT_ALL,
		false, NOTES, "1 point Said () The Harbour plan, 2026-04-16T14:00:40.000Z, rapporteur-5"},
	{"a_new_theme_keeps_its_word_otherwise", HOUSE, "Said of it #weather", WHAT_ALL, false,
		THEMES, "money 0+0, hours 0+0, weather 1+0"},
	{"a_new_theme_of_what_stays_does_not_leave", HOUSE,
		"~ Between us #storm\n/item shut\nInside #flood\n/theme fire Fire\n/item talk\n"
		"Not that #smoke\n/drop last\nAll of it #weather",
		WHAT_ALL, false, THEMES, "money 0+0, hours 0+0, weather 1+0"},
	{"a_label_leaves", HOUSE, "/item talk\n/rename money Purse", WHAT_ALL, false, LABELS,
		"Purse, Hours"},
	{"a_label_of_a_closed_item_stays", HOUSE,
		"/item talk\nA #money\n/item shut\n/rename money Slush fund\n/rename money Bribes",
		WHAT_ALL, false, LABELS, "Money, Hours"},
	{"the_last_label_from_outside_leaves", HOUSE,
		"/rename money Purse\n/item shut\n/rename money Slush fund\n/item talk",
		WHAT_ALL, false, LABELS, "Purse, Hours"},
	{"a_label_given_after_a_closed_item_leaves", HOUSE,
		"/item shut\n/rename money Slush fund\n/item talk\n/rename money Purse",
		WHAT_ALL, false, LABELS, "Purse, Hours"},
	{"a_label_of_a_closed_item_in_its_own_files", HOUSE,
		"/item shut\n/rename money Slush fund", WHAT_ALL, true, LABELS,
		"Slush fund, Hours"},
	{"a_new_theme_off_the_record_never_leaves", OPEN, "~ Between us #storm\n! Do it #weather",
		WHAT_ALL, true, THEMES, "money 0+0, hours 0+0, weather 0+1"},
	{"a_new_theme_leaves_with_what_was_merged_into_it", HOUSE,
		"A #rain\n/theme weather Weather\n/merge rain weather", WHAT_ALL, false, THEMES,
		"money 0+0, hours 0+0, weather 1+0"},
	{"new_themes_are_not_in_order_of_time", HOUSE, "A #zebra\nB #apple", WHAT_ALL, false,
		THEMES, "money 0+0, hours 0+0, zebra 1+0, apple 1+0"},
	{"new_themes_said_the_other_way_round", HOUSE, "B #apple\nA #zebra", WHAT_ALL, false,
		THEMES, "money 0+0, hours 0+0, zebra 1+0, apple 1+0"},
	{"new_themes_of_another_script_by_their_words", HOUSE, "A #预算\nB #разминирование",
		WHAT_ALL, false, LABELS, "Money, Hours, разминирование, 预算"},
	{"new_themes_of_another_script_the_other_way_round", HOUSE,
		"B #разминирование\nFiller\n<facilitator>A #预算", WHAT_ALL, false, LABELS,
		"Money, Hours, разминирование, 预算"},
	{"new_themes_in_an_open_meeting", ALL_OPEN, "A #zebra\nB #apple\nC #mango", WHAT_ALL, false,
		LABELS, "Money, Hours, zebra, apple, mango"},
	{"new_themes_in_an_open_meeting_with_an_item_under_the_rule", OPEN,
		"/item house\nA #zebra\nB #apple\nC #mango", WHAT_ALL, false, LABELS,
		"Money, Hours, zebra, mango, apple"},
	{"the_same_in_another_order", OPEN, "/item house\nC #mango\nB #apple\nA #zebra", WHAT_ALL,
		false, LABELS, "Money, Hours, zebra, mango, apple"},
	{"notes_of_the_same_words_in_another_order", HOUSE, "f\ne\nd\n<facilitator>c\nb\na",
		WHAT_ALL, false, NUMBERS, "1 a, 2 e, 3 d, 4 f, 5 b, 6 c"},
	{"a_theme_without_letters_does_not_tell_its_seat", HOUSE, "Said of it #预算", WHAT_ALL,
		false, THEMES, "money 0+0, hours 0+0, new-theme-1 1+0"},
	{"the_notice_under_the_rule", HOUSE, "A point", WHAT_ALL, false, NOTICE,
		"Made under the Chatham House Rule: no field says who spoke, and the "
		"order says nothing of who spoke when. Free text has not been scanned for names: read it before it leaves."},
	{"the_notice_in_the_open", OPEN, "A point", WHAT_ALL, false, NOTICE,
		"Made under the open rule of the meeting, with names. Free text has not been "
			"scanned for names: read it before it leaves."},
	{"the_notice_of_an_own_file", CLOSED, "A point", WHAT_ALL, true, NOTICE,
		"INTERNAL: made with names for the secretariat's own files; the rule of the "
			"meeting is closed. Not to be passed on."},
	{"the_notice_tells_of_closed_items", HOUSE, "/item shut\nA point", WHAT_ALL, false, NOTICE,
		"Made under the Chatham House Rule: no field says who spoke, and the "
		"order says nothing of who spoke when. Notes of closed items are left out. Free text has not been scanned for "
			"names: read it before it leaves."},
};

static void put_themes(struct buffer *out, const struct outgoing *o, const size_t *themes,
	size_t count)
{
	buffer_text(out, " (");
	for (size_t i = 0; i < count; i++)
		if (o->themes[themes[i]].id)
			buffer_format(out, "%s%s", i ? " " : "", o->themes[themes[i]].id);
	buffer_char(out, ')');
}

static void put_inner(struct buffer *out, const char *item, const char *at, const char *id)
{
	const char *parts[] = {item, at, id};
	const char *before = " ";

	for (size_t i = 0; i < 3; i++) {
		if (!parts[i])
			continue;
		buffer_format(out, "%s%s", before, parts[i]);
		before = ", ";
	}
}

static void put_notes(struct buffer *out, const struct outgoing *o)
{
	for (size_t i = 0; i < o->note_count; i++) {
		const struct outgoing_note *note = &o->notes[i];

		buffer_format(out, "%s%d %s %s", i ? "; " : "", note->number, note->kind,
			note->text);
		put_themes(out, o, note->themes, note->theme_count);
		if (note->by)
			buffer_format(out, " by %s,", note->by);
		put_inner(out, note->item, note->at, note->id);
	}
}

static void put_actions(struct buffer *out, const struct outgoing *o)
{
	for (size_t i = 0; i < o->action_count; i++) {
		const struct outgoing_action *action = &o->actions[i];

		buffer_format(out, "%s%d %s [", i ? "; " : "", action->number, action->text);
		for (size_t j = 0; j < action->owner_count; j++)
			buffer_format(out, "%s%s", j ? ", " : "", action->owners[j]);
		buffer_format(out, "] %s %s %s%s", action->due ? action->due : "-",
			action->priority, action->status, action->confirmed ? " confirmed" : "");
		put_themes(out, o, action->themes, action->theme_count);
		put_inner(out, action->item, action->at, action->id);
		if (action->source)
			buffer_format(out, ", from %s", action->source);
	}
}

static void put_codebook(struct buffer *out, const struct outgoing *o)
{
	for (size_t i = 0; i < o->theme_count; i++) {
		const struct outgoing_theme *theme = &o->themes[i];

		if (!theme->id)
			continue;
		buffer_format(out, "%s%s %d+%d", i ? ", " : "", theme->id, theme->notes,
			theme->actions);
		if (theme->agreed || theme->concern)
			buffer_format(out, " (agreed %d, concern %d)", theme->agreed,
				theme->concern);
	}
}

static void put(struct buffer *out, const struct outgoing *o, enum shown shown)
{
	switch (shown) {
	case NOTES: put_notes(out, o); return;
	case ACTIONS: put_actions(out, o); return;
	case THEMES: put_codebook(out, o); return;
	case LABELS:
		for (size_t i = 0; i < o->theme_count; i++)
			if (o->themes[i].id)
				buffer_format(out, "%s%s", i ? ", " : "", o->themes[i].label);
		return;
	case NOTICE: buffer_text(out, o->notice); return;
	case NUMBERS:
		for (size_t i = 0; i < o->note_count; i++)
			buffer_format(out, "%s%d %s", i ? ", " : "", o->notes[i].number,
				o->notes[i].text);
		return;
	}
}

/* Does the lines; <SEAT> before one says who types from there on, <old> before the first that the log
 * is of a version whose events did not say their rule. */
static void hold(struct meeting *m, const char *lines)
{
	m->says_no_rule = strncmp(lines, "<old>", 5) == 0;
	char *copy = mem_text(lines + (m->says_no_rule ? 5 : 0)), *rest = copy;
	char seat[NAME_SIZE] = "rapporteur";

	for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (*line == '<') {
			char *end = strchr(line, '>');

			snprintf(seat, sizeof seat, "%.*s", (int)(end - line - 1), line + 1);
			line = end + 1;
		}
		meeting_do(m, seat, line);
	}
	free(copy);
}

static void leaves(void **state)
{
	const struct row *row = *state;
	struct meeting m;
	struct outgoing outgoing;
	struct error error = {0};
	struct buffer out = BUFFER_EMPTY;
	char got[1024];

	meeting_open(&m, row->agenda);
	hold(&m, row->lines);
	if (outgoing_make(&outgoing, &m.session, &secret, row->what, row->internal, &error)) {
		put(&out, &outgoing, row->shown);
		outgoing_release(&outgoing);
	} else {
		buffer_format(&out, "refused with %d", error.status);
	}
	snprintf(got, sizeof got, "%s", out.bytes);
	meeting_close(&m);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, leaves)
