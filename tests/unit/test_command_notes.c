/* SPDX-License-Identifier: MIT */
/* test_command_notes.c - lines that are notes, action points and what corrects them, a row each. */
#include "unit/cases.h"

#include "unit/command_room.h"

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
} rows[] = {
	{"plain", "Approval takes ninety days",
		"note kind=\"point\" text=\"Approval takes ninety days\" | point"},
	{"spaces_around_are_cut", "   Approval   takes  ",
		"note kind=\"point\" text=\"Approval   takes\" | point"},
	{"a_byte_order_mark_after_a_space", "  \ufeffApproval takes",
		"note kind=\"point\" text=\"Approval takes\" | point"},
	{"blank", "   ", "- nothing was typed"},
	{"comment", "// nothing", "- a comment"},
	{"speaker_is_who_has_the_floor", "/floor ury\nApproval takes ninety days",
		"note kind=\"point\" text=\"Approval takes ninety days\" by=\"p2\" | point @ury"},
	{"speaker_is_the_last_when_the_floor_is_free", "/floor ury\n/end\nIt was said",
		"note kind=\"point\" text=\"It was said\" by=\"p2\" | point @ury"},
	{"speaker_of_the_first_keystroke", "/floor ury\n^gha It was said",
		"note kind=\"point\" text=\"It was said\" by=\"p3\" | point @gha"},
	{"nobody_at_the_first_keystroke", "/floor ury\n^- It was said",
		"note kind=\"point\" text=\"It was said\" | point"},
	{"item_that_runs", "/item dialogue\nIt was said",
		"note kind=\"point\" text=\"It was said\" item=\"dialogue\" | point"},
	{"theme_at_the_end", "Approval takes ninety days #decision-cycles",
		"note kind=\"point\" text=\"Approval takes ninety days\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"theme_by_prefix", "Approval takes ninety days #dec",
		"note kind=\"point\" text=\"Approval takes ninety days\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"theme_by_digit", "Approval takes ninety days #1 #2",
		"note kind=\"point\" text=\"Approval takes ninety days\" "
		"themes=decision-cycles,procurement | point #decision-cycles #procurement"},
	{"theme_in_any_case", "Approval takes ninety days #Procurement",
		"note kind=\"point\" text=\"Approval takes ninety days\" themes=procurement | "
		"point #procurement"},
	{"theme_inside_leaves_its_word", "The #procurement of spares is slow",
		"note kind=\"point\" text=\"The procurement of spares is slow\" "
		"themes=procurement | point #procurement"},
	{"theme_before_a_full_stop", "Nobody knows #procurement.",
		"note kind=\"point\" text=\"Nobody knows procurement.\" themes=procurement | "
		"point #procurement"},
	{"theme_twice_counts_once", "Slow #1 #decision-cycles",
		"note kind=\"point\" text=\"Slow\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"digits_that_no_theme_shows_are_text", "resolution #2719 and #8 stand",
		"note kind=\"point\" text=\"resolution #2719 and #8 stand\" | point"},
	{"two_digits_are_text", "see #12", "note kind=\"point\" text=\"see #12\" | point"},
	{"hash_alone", "C # and more", "note kind=\"point\" text=\"C # and more\" | point"},
	{"hash_inside_a_word", "C#1 is a note",
		"note kind=\"point\" text=\"C#1 is a note\" | point"},
	{"new_theme", "Mines everywhere #demining",
		"theme theme=\"demining\" label=\"demining\" digit=6 more=1; note "
		"kind=\"point\" text=\"Mines everywhere\" themes=demining | point #demining | "
		"no theme is called 'demining': made new"},
	{"new_theme_close_to_a_known_one", "Mines #governence",
		"theme theme=\"governence\" label=\"governence\" digit=6 more=1; note "
		"kind=\"point\" text=\"Mines\" themes=governence | point #governence | no "
		"theme is called 'governence': made new; close to governance"},
	{"new_theme_close_to_a_keyword", "Mines #supliers",
		"theme theme=\"supliers\" label=\"supliers\" digit=6 more=1; note "
		"kind=\"point\" text=\"Mines\" themes=supliers | point #supliers | no theme is "
		"called 'supliers': made new; close to procurement"},
	{"new_theme_twice_in_a_line", "Mines #demining and #demining again",
		"theme theme=\"demining\" label=\"demining\" digit=6 more=1; note "
		"kind=\"point\" text=\"Mines demining and demining again\" themes=demining | "
		"point #demining | no theme is called 'demining': made new"},
	{"two_new_themes_take_two_digits", "Mines #demining #training",
		"theme theme=\"demining\" label=\"demining\" digit=6 more=1; theme "
		"theme=\"training\" label=\"training\" digit=7 more=1; note kind=\"point\" "
		"text=\"Mines\" themes=demining,training | point #demining #training | no "
		"theme is called 'demining': made new | no theme is called 'training': made new"},
	{"new_theme_again_in_the_next_line", "Mines #demining\nMore mines #demining",
		"note kind=\"point\" text=\"More mines\" themes=demining | point #demining"},
	{"new_theme_in_another_script", "Mines #разминирование",
		"theme theme=\"theme-rapporteur-2\" label=\"разминирование\" digit=6 more=1; "
		"note kind=\"point\" text=\"Mines\" themes=theme-rapporteur-2 | point "
		"#theme-rapporteur-2 | no theme is called 'разминирование': made new"},
	{"theme_in_another_script_is_found_again", "Mines #Разминирование\nMore #разминирование",
		"note kind=\"point\" text=\"More\" themes=theme-rapporteur-2 | point "
		"#theme-rapporteur-2"},
	{"the_smallest_spelling_of_a_theme_counts", "Mines #разминирование\nMore #Разминирование",
		"theme theme=\"theme-rapporteur-2\" label=\"Разминирование\" more=1; note "
		"kind=\"point\" text=\"More\" themes=theme-rapporteur-2 | point #theme-rapporteur-2"},
	{"the_smallest_spelling_in_latin_letters", "Mines #demining\nMore #Demining",
		"theme theme=\"demining\" label=\"Demining\" more=1; note kind=\"point\" text=\"More\" "
		"themes=demining | point #demining"},
	{"a_larger_spelling_does_not", "Mines #Demining\nMore #demining",
		"note kind=\"point\" text=\"More\" themes=demining | point #demining"},
	{"new_theme_with_a_reserved_id", "Plan #next",
		"theme theme=\"theme-rapporteur-2\" label=\"next\" digit=6 more=1; note "
		"kind=\"point\" text=\"Plan\" themes=theme-rapporteur-2 | point "
		"#theme-rapporteur-2 | no theme is called 'next': made new"},
	{"theme_that_fits_two", "Mines #demining\nFast #de",
		"note kind=\"point\" text=\"Fast #de\" | point | #de fits decision-cycles and "
		"demining: kept as text"},
	{"merged_theme_counts_as_the_other", "/merge procurement governance\nSlow #procurement",
		"note kind=\"point\" text=\"Slow\" themes=governance | point #governance"},
	{"no_digit_left", "a #n-one\nb #n-two\nc #n-three\nd #n-four\ne #n-five",
		"theme theme=\"n-five\" label=\"n-five\" more=1; note kind=\"point\" "
		"text=\"e\" themes=n-five | point #n-five | no theme is called 'n-five': made "
		"new"},
	{"person_at_the_end_said_it", "Approval takes ninety days @gha",
		"note kind=\"point\" text=\"Approval takes ninety days\" by=\"p3\" | point @gha"},
	{"person_by_alias", "It takes long @dpo",
		"note kind=\"point\" text=\"It takes long\" by=\"p1\" | point @usg"},
	{"person_by_name", "It takes long @uruguay",
		"note kind=\"point\" text=\"It takes long\" by=\"p2\" | point @ury"},
	{"person_in_quotes", "It takes long @\"Delegate of Nepal\"",
		"note kind=\"point\" text=\"It takes long\" by=\"p4\" | point @npl"},
	{"person_with_an_accent", "It takes long @cote",
		"note kind=\"point\" text=\"It takes long\" by=\"p6\" | point @civ"},
	{"person_inside_is_a_mention_and_said_it", "@gha said that it takes long",
		"note kind=\"point\" text=\"{p3} said that it takes long\" by=\"p3\" | point "
		"@gha"},
	{"person_at_the_end_before_one_inside", "It answers @gha at length @ury",
		"note kind=\"point\" text=\"It answers {p3} at length\" by=\"p2\" | point @ury"},
	{"two_persons_at_the_end", "It takes long @gha @ury",
		"note kind=\"point\" text=\"It takes long {p2}\" by=\"p3\" | point @gha"},
	{"two_inside_the_first_said_it", "@gha answers @ury on this point",
		"note kind=\"point\" text=\"{p3} answers {p2} on this point\" by=\"p3\" | "
		"point @gha"},
	{"a_number_typed_in_braces_is_text", "It was {p2} who asked @ury about {p3}",
		"note kind=\"point\" text=\"It was {\u2060p2} who asked {p2} about {\u2060p3}\" "
		"by=\"p2\" | point @ury"},
	{"a_number_in_braces_that_a_theme_leaves", "It was {#p2} who asked",
		"theme theme=\"theme-rapporteur-2\" label=\"p2\" digit=6 more=1; "
		"note kind=\"point\" text=\"It was {\u2060p2} who asked\" "
		"themes=theme-rapporteur-2 | point #theme-rapporteur-2 | "
		"no theme is called 'p2': made new"},
	{"a_person_typed_in_braces", "It was {@ury} who asked",
		"note kind=\"point\" text=\"It was {{p2}} who asked\" by=\"p2\" | point @ury"},
	{"a_number_in_braces_by_correction", "It was p2\ns/p2/{p2}/",
		"edit note=\"rapporteur-2\" text=\"It was {\u2060p2}\" | rapporteur-2 edited"},
	{"a_number_in_braces_that_stays", "It was {p2}\ns/was/is/",
		"edit note=\"rapporteur-2\" text=\"It is {\u2060p2}\" | rapporteur-2 edited"},
	{"a_number_in_braces_that_goes_on", "It was {p2}\n... and {p3}",
		"edit note=\"rapporteur-2\" text=\"It was {\u2060p2} and {\u2060p3}\" | "
		"rapporteur-2 edited"},
	{"person_and_theme_mixed_at_the_end", "It takes long #1 @gha #2",
		"note kind=\"point\" text=\"It takes long\" themes=decision-cycles,procurement "
		"by=\"p3\" | point #decision-cycles #procurement @gha"},
	{"person_before_a_comma", "As @gha, I say so",
		"note kind=\"point\" text=\"As {p3}, I say so\" by=\"p3\" | point @gha"},
	{"person_in_the_genitive", "I support @gha's point",
		"note kind=\"point\" text=\"I support {p3}'s point\" by=\"p3\" | point @gha"},
	{"person_beats_the_floor", "/floor ury\nIt takes long @gha",
		"note kind=\"point\" text=\"It takes long\" by=\"p3\" | point @gha"},
	{"unknown_person_is_text", "It takes long @ghana2",
		"note kind=\"point\" text=\"It takes long @ghana2\" | point | nobody is called "
		"@ghana2, did you mean Ghana? kept as text"},
	{"unknown_person_close_to_one", "It takes long @urugay",
		"note kind=\"point\" text=\"It takes long @urugay\" | point | nobody is called "
		"@urugay, did you mean Uruguay? kept as text"},
	{"person_that_fits_two", "It takes long @delegate",
		"note kind=\"point\" text=\"It takes long @delegate\" | point | @delegate fits "
		"ury and gha: kept as text"},
	{"mail_address_is_text", "write to desk@example.org",
		"note kind=\"point\" text=\"write to desk@example.org\" | point"},
	{"at_alone", "meet @ noon", "note kind=\"point\" text=\"meet @ noon\" | point"},
	{"question", "? Who may waive it",
		"note kind=\"question\" text=\"Who may waive it\" | question"},
	{"question_in_words", "question: who may waive it",
		"note kind=\"question\" text=\"who may waive it\" | question"},
	{"question_without_a_space", "?who may waive it",
		"note kind=\"question\" text=\"who may waive it\" | question"},
	{"agreed", "= Report in May", "note kind=\"agreed\" text=\"Report in May\" | agreed"},
	{"agreed_in_words", "Agreed: report in May",
		"note kind=\"agreed\" text=\"report in May\" | agreed"},
	{"decision", "DECISION: report in May",
		"note kind=\"agreed\" text=\"report in May\" | agreed"},
	{"resolved", "resolved: report in May",
		"note kind=\"agreed\" text=\"report in May\" | agreed"},
	{"a_word_without_its_colon_is_text", "Agreed on that",
		"note kind=\"point\" text=\"Agreed on that\" | point"},
	{"kind", ":concern Money is late",
		"note kind=\"concern\" text=\"Money is late\" | concern"},
	{"kind_in_any_case", ":Proposal A ceiling",
		"note kind=\"proposal\" text=\"A ceiling\" | proposal"},
	{"kind_point", ":point So it is", "note kind=\"point\" text=\"So it is\" | point"},
	{"kind_unknown_is_text", ":suport Money is late",
		"note kind=\"point\" text=\":suport Money is late\" | point | no kind of note "
		"is called ':suport', did you mean :support? kept as text"},
	{"kind_far_from_all_is_text", ":zzz Money is late",
		"note kind=\"point\" text=\":zzz Money is late\" | point | no kind of note is "
		"called ':zzz': kept as text"},
	{"smile_is_text", ":-) they smiled",
		"note kind=\"point\" text=\":-) they smiled\" | point"},
	{"colon_alone_is_text", ": so it goes",
		"note kind=\"point\" text=\": so it goes\" | point"},
	{"off_the_record", "~ The chair doubts it",
		"note kind=\"point\" text=\"The chair doubts it\" off-record=1 | point, off "
		"the record"},
	{"off_the_record_before_a_mark", "~? Who doubts it",
		"note kind=\"question\" text=\"Who doubts it\" off-record=1 | question, off "
		"the record"},
	{"off_the_record_before_a_kind", "~ :concern Nobody believes it",
		"note kind=\"concern\" text=\"Nobody believes it\" off-record=1 | concern, off "
		"the record"},
	{"off_the_record_action", "~ ! Call them @gha",
		"action text=\"Call them\" owners=p3 off-record=1 | action point @gha, without "
		"a date, off the record"},
	{"backslash_before_a_slash", "\\/next is a command",
		"note kind=\"point\" text=\"/next is a command\" | point"},
	{"backslash_before_a_theme", "\\#1 on the list is money #2",
		"note kind=\"point\" text=\"#1 on the list is money\" themes=procurement | "
		"point #procurement"},
	{"backslash_before_a_mark", "\\! is a mark",
		"note kind=\"point\" text=\"! is a mark\" | point"},
	{"backslash_after_the_record", "~\\? is a mark",
		"note kind=\"point\" text=\"? is a mark\" off-record=1 | point, off the record"},
	{"only_a_mark", "!",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags "
		"the last note)"},
	{"only_a_kind", ":concern",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags "
		"the last note)"},
	{"only_tags", "#1 @gha",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags "
		"the last note)"},
	{"only_off_the_record", "~",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags "
		"the last note)"},
	{"markup_and_quotes_stay", "a <b>\"bold\"</b> & more",
		"note kind=\"point\" text=\"a <b>\"bold\"</b> & more\" | point"},
	{"invalid_bytes_become_marks", "broken \xff\xfe here",
		"note kind=\"point\" text=\"broken �� here\" | point"},
	{"control_characters_do_not_pass", "bell \x07 and \x1b[31m",
		"note kind=\"point\" text=\"bell � and �[31m\" | point"},
	{"abbreviation", "Each tcc pays",
		"note kind=\"point\" text=\"Each troop-contributing country pays\" | point"},
	{"abbreviation_with_a_capital", "Tcc pays, hom.",
		"note kind=\"point\" text=\"Troop-contributing country pays, head of "
		"mission.\" | point"},
	{"abbreviation_in_a_longer_word_stays", "tccs and non-tcc and TCC",
		"note kind=\"point\" text=\"tccs and non-tcc and TCC\" | point"},
	{"abbreviation_in_a_tag_stays", "Money @hom #tcc",
		"theme theme=\"tcc\" label=\"tcc\" digit=6 more=1; note kind=\"point\" "
		"text=\"Money @hom\" themes=tcc | point #tcc | nobody is called @hom: kept as "
		"text | no theme is called 'tcc': made new"},
	{"abbreviation_given_live", "/abbr csr stabilisation report\nThe csr is late",
		"note kind=\"point\" text=\"The stabilisation report is late\" | point"},
	{"action", "! Circulate the briefing",
		"action text=\"Circulate the briefing\" | action point, without owner and date"},
	{"action_in_words", "action: circulate the briefing @usg",
		"action text=\"circulate the briefing\" owners=p1 | action point @usg, without "
		"a date"},
	{"action_with_everything", "! Circulate it @usg @gha due:+1w pri:high #1",
		"action text=\"Circulate it\" owners=p1,p3 due=\"2026-04-23\" "
		"priority=\"high\" themes=decision-cycles | action point #decision-cycles @usg "
		"@gha due 2026-04-23"},
	{"action_owner_inside_stays_in_the_text", "! Ask @gha for figures due:tomorrow",
		"action text=\"Ask {p3} for figures\" owners=p3 due=\"2026-04-17\" | action "
		"point @gha due 2026-04-17"},
	{"action_due_inside_leaves_the_text", "! Ask due:2026-05-01 for figures @gha",
		"action text=\"Ask for figures\" owners=p3 due=\"2026-05-01\" | action point "
		"@gha due 2026-05-01"},
	{"action_due_unknown_is_text", "! Ask for figures @gha due:someday",
		"action text=\"Ask for figures {p3} due:someday\" owners=p3 | action point "
		"@gha, without a date | due:someday is no day: kept as text (2026-05-01, "
		"friday, +2w, eom)"},
	{"action_priority_unknown_is_text", "! Ask for figures pri:urgent",
		"action text=\"Ask for figures pri:urgent\" | action point, without owner and "
		"date | pri:urgent is none of high, normal, low: kept as text"},
	{"action_unknown_owner_is_text", "! Ask for figures @nobody",
		"action text=\"Ask for figures @nobody\" | action point, without owner and "
		"date | nobody is called @nobody: kept as text"},
	{"action_before_a_comma", "! Ask, due:friday, for figures",
		"action text=\"Ask, for figures\" due=\"2026-04-17\" | action point due "
		"2026-04-17, without an owner"},
	{"action_speaker_is_who_has_the_floor", "/floor ury\n! Ask for figures @gha",
		"action text=\"Ask for figures\" owners=p3 by=\"p2\" | action point @gha, "
		"without a date"},
	{"due_in_a_note_is_text", "It is due:friday and pri:high",
		"note kind=\"point\" text=\"It is due:friday and pri:high\" | point"},
	{"goes_on", "It takes long\n\xe2\x80\xa6 and costs much",
		"edit note=\"rapporteur-2\" text=\"It takes long and costs much\" | "
		"rapporteur-2 edited"},
	{"goes_on_with_three_dots", "It takes long\n... and costs much #2",
		"edit note=\"rapporteur-2\" text=\"It takes long and costs much\" more=1; tag "
		"notes=rapporteur-2 themes=procurement | rapporteur-2 edited #procurement"},
	{"goes_on_with_a_speaker", "It takes long\n... and costs much @gha",
		"edit note=\"rapporteur-2\" text=\"It takes long and costs much\" more=1; "
		"attribute by=\"p3\" note=\"rapporteur-2\" | rapporteur-2 edited @gha"},
	{"goes_on_only_with_tags", "It takes long\n... #2",
		"tag notes=rapporteur-2 themes=procurement | rapporteur-2 edited #procurement"},
	{"goes_on_an_action", "! Ask for figures @gha\n... by mail @ury due:friday",
		"edit note=\"rapporteur-2\" text=\"Ask for figures by mail\" more=1; owner "
		"action=\"rapporteur-2\" owners=p3,p2 more=1; due action=\"rapporteur-2\" "
		"due=\"2026-04-17\" | rapporteur-2 edited @ury due 2026-04-17"},
	{"goes_on_where_nothing_was", "... and costs much",
		"note kind=\"point\" text=\"and costs much\" | point | this seat has no note "
		"to go on with: kept as a new one"},
	{"goes_on_with_nothing", "It takes long\n...", "! there is nothing to add after the dots"},
	{"goes_on_own_notes_only", "It takes long\n<script>... and costs much",
		"note kind=\"point\" text=\"and costs much\" | point | this seat has no note "
		"to go on with: kept as a new one"},
	{"corrects", "It takes 90 days or 90 nights\ns/90/ninety/",
		"edit note=\"rapporteur-2\" text=\"It takes ninety days or 90 nights\" | "
		"rapporteur-2 edited"},
	{"corrects_all", "It takes 90 days or 90 nights\ns/90/ninety/g",
		"edit note=\"rapporteur-2\" text=\"It takes ninety days or ninety nights\" | "
		"rapporteur-2 edited"},
	{"corrects_to_nothing", "It takes very long\ns/very //",
		"edit note=\"rapporteur-2\" text=\"It takes long\" | rapporteur-2 edited"},
	{"corrects_a_slash", "Either/or\ns/Either\\/or/Both/",
		"edit note=\"rapporteur-2\" text=\"Both\" | rapporteur-2 edited"},
	{"corrects_literally", "a.c and abc\ns/a.c/x/g",
		"edit note=\"rapporteur-2\" text=\"x and abc\" | rapporteur-2 edited"},
	{"corrects_a_mention", "As @gha, I say so\ns/@gha/@ury/",
		"edit note=\"rapporteur-2\" text=\"As {p2}, I say so\" | rapporteur-2 edited"},
	{"corrects_what_is_not_there", "It takes long\ns/short/long/",
		"! 'short' does not stand in rapporteur-2: It takes long"},
	{"corrects_all_away", "long\ns/long//",
		"! nothing would be left of rapporteur-2: /drop last drops it"},
	{"corrects_the_empty", "It takes long\ns//x/",
		"! what is to be replaced was expected, as in s/old/new/"},
	{"corrects_where_nothing_was", "s/a/b/", "! this seat has no note yet to correct"},
	{"four_slashes_are_text", "s/a/b/c/", "note kind=\"point\" text=\"s/a/b/c/\" | point"},
	{"two_slashes_are_text", "s/a/b", "note kind=\"point\" text=\"s/a/b\" | point"},
	{"after_a_drop_the_one_before_is_the_last", "First\nSecond\n/drop last\n... more",
		"edit note=\"rapporteur-2\" text=\"First more\" | rapporteur-2 edited"},
	{"edit", "It takes long\n/edit last It takes very long",
		"edit note=\"rapporteur-2\" text=\"It takes very long\" | rapporteur-2 edited"},
	{"edit_with_tags", "It takes long #1\n/edit last It takes longer #2 @gha",
		"edit note=\"rapporteur-2\" text=\"It takes longer\" more=1; tag "
		"notes=rapporteur-2 themes=procurement more=1; attribute by=\"p3\" "
		"note=\"rapporteur-2\" | rapporteur-2 edited #procurement @gha"},
	{"edit_with_a_mark", "It takes long\n/edit last ? Does it take long",
		"edit note=\"rapporteur-2\" text=\"Does it take long\" more=1; kind "
		"note=\"rapporteur-2\" kind=\"question\" | rapporteur-2 edited question"},
	{"edit_to_the_same", "? It takes long\n/edit last ? It takes long",
		"- rapporteur-2 stands like that already"},
	{"edit_to_nothing", "It takes long\n/edit last #1",
		"! the new text of rapporteur-2 was expected: /edit rapporteur-2 TEXT"},
	{"edit_by_number", "First\nSecond\n/edit 2 The first",
		"edit note=\"rapporteur-2\" text=\"The first\" | rapporteur-2 edited"},
	{"edit_by_id", "First\n<script>/edit rapporteur-2 The very first",
		"edit note=\"rapporteur-2\" text=\"The very first\" | rapporteur-2 edited"},
	{"edit_by_number_of_another_seat", "First\n<script>/edit 2 The very first",
		"edit note=\"rapporteur-2\" text=\"The very first\" | rapporteur-2 edited"},
	{"edit_of_nothing", "/edit last x", "! this seat has no note yet"},
	{"edit_of_an_unknown_note", "First\n/edit rapporteur-3 x",
		"! no note is called 'rapporteur-3', did you mean rapporteur-2?"},
	{"edit_of_a_dropped_note", "First\n/drop last\n/edit rapporteur-2 x",
		"! rapporteur-2 was dropped"},
	{"edit_off_the_record", "First\n/edit last ~ First of all",
		"edit note=\"rapporteur-2\" text=\"First of all\" off-record=1 | rapporteur-2 "
		"edited, off the record"},
	{"edit_off_the_record_of_the_same_text", "First\n/edit last ~ First",
		"edit note=\"rapporteur-2\" text=\"First\" off-record=1 | rapporteur-2 edited, "
		"off the record"},
	{"tag", "It takes long\n/tag last #1 procurement",
		"tag notes=rapporteur-2 themes=decision-cycles,procurement | rapporteur-2 "
		"tagged #decision-cycles #procurement"},
	{"tag_that_is_there", "It takes long #1\n/tag last #1", "- tagged like that already"},
	{"tag_new", "It takes long\n/tag last #waiting",
		"theme theme=\"waiting\" label=\"waiting\" digit=6 more=1; tag "
		"notes=rapporteur-2 themes=waiting | rapporteur-2 tagged #waiting | no theme "
		"is called 'waiting': made new"},
	{"tag_a_run", "One\nTwo #1\nThree\n/tag 2..4 #1",
		"tag notes=rapporteur-2,rapporteur-4 themes=decision-cycles | 2 notes tagged "
		"#decision-cycles"},
	{"tag_a_run_to_the_last", "One\nTwo\n/tag 2..last #4",
		"tag notes=rapporteur-2,rapporteur-3 themes=governance | 2 notes tagged "
		"#governance"},
	{"tag_a_run_backwards", "One\nTwo\n/tag 3..2 #4",
		"! rapporteur-3 comes after rapporteur-2: a run goes from the earlier to the "
		"later"},
	{"tag_without_a_theme", "One\n/tag last", "! a theme was expected, as in /tag last #3"},
	{"tag_a_digit_that_is_free", "One\n/tag last #9", "! no theme has the digit 9"},
	{"untag", "One #1 #2\n/untag last #1",
		"untag notes=rapporteur-2 themes=decision-cycles | rapporteur-2 untagged "
		"#decision-cycles"},
	{"untag_what_is_not_there", "One #1\n/untag last #2", "- not tagged like that"},
	{"untag_an_unknown_theme", "One #1\n/untag last #procurment",
		"! no theme is called 'procurment', did you mean procurement?"},
	{"kind_of", "One\n/kind last concern",
		"kind note=\"rapporteur-2\" kind=\"concern\" | rapporteur-2 is now concern"},
	{"kind_of_with_a_colon", "One\n/kind last :lesson",
		"kind note=\"rapporteur-2\" kind=\"lesson\" | rapporteur-2 is now lesson"},
	{"kind_of_already", ":lesson One\n/kind last lesson", "- rapporteur-2 is a lesson already"},
	{"kind_of_unknown", "One\n/kind last lessn",
		"! no kind of note is called 'lessn', did you mean lesson?"},
	{"kind_of_far", "One\n/kind last xyz",
		"! a kind was expected, not 'xyz': one of point, proposal, concern, support, "
		"reservation, commitment, lesson, question, agreed"},
	{"kind_of_an_action", "! One\n/kind 2 concern",
		"! rapporteur-2 is an action point already: a note was expected"},
	{"kind_of_passes_over_actions", "One\n! Two\n/kind last concern",
		"kind note=\"rapporteur-2\" kind=\"concern\" | rapporteur-2 is now concern"},
	{"attribute", "One\n/attribute last @gha",
		"attribute by=\"p3\" note=\"rapporteur-2\" | rapporteur-2 is by @gha"},
	{"attribute_without_a_sign", "One\n/attribute last France",
		"? 'France' fits two: Delegate of France (fra) and Second Delegate of France "
		"(fra2): which one? | 1=/attribute last fra | 2=/attribute last fra2"},
	{"attribute_already", "One @gha\n/attribute last @gha",
		"- rapporteur-2 is by Ghana already"},
	{"attribute_to_nobody", "One\n/attribute last @zzz",
		"! nobody is called '@zzz': a name, an id or an alias was expected (/person "
		"adds somebody)"},
	{"attribute_the_floor", "/floor ?\n/attribute floor @gha",
		"attribute by=\"p3\" speech=\"rapporteur-2\" | the speech is that of "
		"Ghana"},
	{"attribute_the_last_speech", "/floor ?\n/end\n/attribute floor @gha",
		"attribute by=\"p3\" speech=\"rapporteur-2\" | the speech is that of "
		"Ghana"},
	{"attribute_no_speech", "/attribute floor @gha",
		"! nobody has had the floor yet: /floor NAME gives it"},
	{"drop", "One\n/drop last",
		"drop note=\"rapporteur-2\" | rapporteur-2 dropped: /undo brings it back"},
	{"drop_twice", "One\n/drop last\n/drop rapporteur-2", "! rapporteur-2 was dropped"},
	{"find", "/find ninety days", "> find ninety days"},
	{"abbr_without_text", "/abbr x",
		"! a word and its text were expected, as in /abbr tcc troop-contributing "
		"country"},
	{"action_of_a_note", "Notes were unread #1 @gha\n/action last",
		"action text=\"Notes were unread\" themes=decision-cycles by=\"p3\" "
		"source=\"rapporteur-2\" | action point #decision-cycles, without owner and "
		"date, from rapporteur-2"},
	{"action_of_a_note_with_text",
		"Notes were unread #1 @gha\n/action last Read them @ury due:eom",
		"action text=\"Read them\" owners=p2 due=\"2026-04-30\" themes=decision-cycles "
		"by=\"p3\" source=\"rapporteur-2\" | action point #decision-cycles @ury due "
		"2026-04-30, from rapporteur-2"},
	{"action_of_an_action", "! Read\n/action 2",
		"! rapporteur-2 is an action point already: a note was expected"},
	{"owner", "! Read\n/owner last @gha @ury",
		"owner action=\"rapporteur-2\" owners=p3,p2 | rapporteur-2 is for @gha @ury"},
	{"owner_of_a_note", "Read\n/owner 2 @gha",
		"! rapporteur-2 is a note and no action point: /action rapporteur-2 makes one "
		"of it"},
	{"owner_without_one", "! Read\n/owner last", "! a name was expected: /owner ACTION @WHO…"},
	{"due", "! Read\n/due last 2026-09-30",
		"due action=\"rapporteur-2\" due=\"2026-09-30\" | rapporteur-2 is due "
		"2026-09-30"},
	{"due_is_no_day", "! Read\n/due last soon",
		"! by when? 2026-05-01, today, tomorrow, a weekday, +3d, +2w, +1m or eom, not "
		"'soon'"},
	{"due_already", "! Read due:eom\n/due last eom",
		"- rapporteur-2 is due 2026-04-30 already"},
	{"done", "! Read\n/done last",
		"status action=\"rapporteur-2\" status=\"done\" | rapporteur-2 is done"},
	{"done_already", "! Read\n/done last\n/done last", "- rapporteur-2 is done already"},
	{"cancel", "! Read\n/cancel 2",
		"status action=\"rapporteur-2\" status=\"cancelled\" | rapporteur-2 is "
		"cancelled"},
	{"reopen", "! Read\n/done last\n/reopen last",
		"status action=\"rapporteur-2\" status=\"open\" | rapporteur-2 is open"},
	{"confirm", "! Read @gha due:eom\n/confirm last",
		"confirm action=\"rapporteur-2\" | rapporteur-2 confirmed by the room"},
	{"confirm_what_lacks_something", "! Read @gha\n/confirm last",
		"confirm action=\"rapporteur-2\" | rapporteur-2 confirmed by the room | "
		"rapporteur-2 is confirmed without a date"},
	{"confirm_already", "! Read @gha due:eom\n/confirm last\n/confirm last",
		"- rapporteur-2 is confirmed already"},
	{"theme", "/theme training Training of units",
		"theme theme=\"training\" label=\"Training of units\" digit=6 | theme "
		"#training Training of units, digit 6"},
	{"theme_that_is_there", "/theme procurement Buying",
		"! the theme procurement is there already, Buying and moving: /rename "
		"procurement changes its label"},
	{"theme_of_a_bad_id", "/theme Training_1 Training",
		"! an id is a small letter, then small letters, digits or '-', 32 at most: not "
		"'Training_1'"},
	{"theme_of_a_reserved_id", "/theme p7 Training",
		"! the id 'p7' is not free: choose another"},
	{"theme_without_a_label", "/theme training",
		"! an id and a label were expected, as in /theme procurement Procurement and "
		"logistics"},
	{"rename", "/rename proc Buying",
		"rename theme=\"procurement\" label=\"Buying\" | theme #procurement is now "
		"Buying"},
	{"rename_unknown", "/rename procurment Buying",
		"! no theme is called 'procurment', did you mean procurement?"},
	{"rename_by_digit", "/rename 2 Buying",
		"rename theme=\"procurement\" label=\"Buying\" | theme #procurement is now "
		"Buying"},
	{"merge", "/merge transparency governance",
		"merge theme=\"transparency\" into=\"governance\" | theme #transparency merged "
		"into #governance"},
	{"merge_into_itself", "/merge transparency 5",
		"! #transparency cannot be merged into itself"},
	{"merge_into_what_is_below", "/merge governance transparency",
		"! #transparency is below #governance and cannot take it in: the other way "
		"round, /merge transparency governance"},
	{"digit", "/digit 9 governance",
		"digit digit=9 theme=\"governance\" | 9 is now #governance"},
	{"digit_that_another_has", "/digit 1 governance",
		"digit digit=1 theme=\"governance\" | 1 is now #governance and no longer "
		"#decision-cycles"},
	{"digit_already", "/digit 4 governance", "- #governance has the digit 4"},
	{"digit_ten", "/digit 10 governance",
		"! a digit from 1 to 9 was expected, as in /digit 3 procurement"},
	{"undo_a_note", "One\n/undo", "undo undoes=2 | undone: note rapporteur-2, \"One\""},
	{"undo_two_events_of_one_line", "One #demining\n/undo",
		"undo undoes=2,3 | undone: note rapporteur-3, \"One\", and 1 more of the same "
		"line"},
	{"undo_goes_back_further", "One\nTwo\n/undo\n/undo",
		"undo undoes=2 | undone: note rapporteur-2, \"One\""},
	{"undo_nothing", "/undo", "- this seat has nothing to undo"},
	{"undo_nothing_of_another_seat", "One\n<script>/undo", "- this seat has nothing to undo"},
	{"undone_note_is_no_last", "One\nTwo\n/undo\n... more",
		"edit note=\"rapporteur-2\" text=\"One more\" | rapporteur-2 edited"},
	{"redo", "One\n/undo\n/redo", "redo redoes=2 | done again: note rapporteur-2, \"One\""},
	{"redo_nothing", "One\n/redo", "- there is nothing to do again"},
	{"a_new_act_forgets_redo", "One\n/undo\nTwo\n/redo", "- there is nothing to do again"},
	{"closed_takes_no_note", "/close\nOne", "! the session is closed: /reopen opens it again"},
	{"closed_takes_no_speaker", "/close\n/speak gha",
		"! the session is closed: /reopen opens it again"},
	{"closed_takes_an_action", "/close\n! One @gha due:eom",
		"action text=\"One\" owners=p3 due=\"2026-04-30\" | action point @gha due "
		"2026-04-30"},
	{"closed_takes_a_correction", "One\n/close\ns/One/Two/",
		"edit note=\"rapporteur-2\" text=\"Two\" | rapporteur-2 edited"},
	{"closed_takes_a_tag", "One\n/close\n/tag last #1",
		"tag notes=rapporteur-2 themes=decision-cycles | rapporteur-2 tagged "
		"#decision-cycles"},
	{"closed_takes_undo", "One\n/close\n/undo", "undo undoes=3 | undone: close rapporteur-3"},
	{"reopen_the_session", "/close\n/reopen", "reopen | the session is open again"},
	{"reopen_what_is_open", "/reopen",
		"! the session is open: /reopen ACTION opens an action point again"},
	{"unknown_command", "/nxt",
		"! no command is called '/nxt', did you mean /next? (a \\ before the line "
		"keeps it as a note)"},
	{"unknown_command_far", "/zzzzzz",
		"! no command is called '/zzzzzz': /help lists them (a \\ before the line "
		"keeps it as a note)"},
	{"no_command", "/", "! a command follows the /, as in /next: /help lists them"},
	{"command_by_prefix", "One\n/ki last lesson",
		"kind note=\"rapporteur-2\" kind=\"lesson\" | rapporteur-2 is now lesson"},
	{"command_by_ambiguous_prefix", "/re",
		"! '/re' may be /resume, /reopen, /rename, /redo: a letter more was expected"},
	{"command_in_capitals", "One\n/DROP last",
		"drop note=\"rapporteur-2\" | rapporteur-2 dropped: /undo brings it back"},
	{"words_that_were_not_expected", "One\n/drop last now",
		"! nothing was expected after /drop NOTE: not 'now'"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;
	char *shown;

	room_init(&room, room_agenda);
	room_lines(&room, row->lines, &out);
	room_release(&room);
	shown = out.len ? buffer_take(&out) : mem_text("");
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
