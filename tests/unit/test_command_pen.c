/* SPDX-License-Identifier: MIT */
/* test_command_pen.c - the typed language in six scripts, with every mark in every place, quoted,
 * dated, corrected, read back, and hostile, a row each. */
#include "unit/cases.h"

#include "unit/command_room.h"

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
} rows[] = {
	/* six scripts and more, kept code point for code point */
	{"cyrillic", "Срок согласования — девяносто дней #1",
		"note kind=\"point\" text=\"Срок согласования — девяносто дней\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"cyrillic_person_by_name", "/person rus Представитель России; ; Россия\nТак было @россия",
		"note kind=\"point\" text=\"Так было\" by=\"p-rapporteur-2\" | point @rus"},
	{"cyrillic_person_without_yo", "/person sem Семёнов\nТак было @семенов",
		"note kind=\"point\" text=\"Так было\" by=\"p-rapporteur-2\" | point @sem"},
	{"greek", "Η έγκριση διαρκεί ενενήντα ημέρες #procurement",
		"note kind=\"point\" text=\"Η έγκριση διαρκεί ενενήντα ημέρες\" themes=procurement "
		"| point #procurement"},
	{"greek_tag_with_an_accent", "/theme apostoli Αποστολή\nΑργεί #αποστολη",
		"note kind=\"point\" text=\"Αργεί\" themes=apostoli | point #apostoli"},
	{"chinese", "审批需要九十天 #1",
		"note kind=\"point\" text=\"审批需要九十天\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"chinese_full_stop_ends_a_tag", "审批 #procurement。很慢",
		"note kind=\"point\" text=\"审批 procurement。很慢\" themes=procurement | point "
		"#procurement"},
	{"chinese_new_theme", "审批 #审批",
		"theme theme=\"theme-rapporteur-2\" label=\"审批\" digit=6 more=1; note "
		"kind=\"point\" text=\"审批\" themes=theme-rapporteur-2 | point "
		"#theme-rapporteur-2 | no theme is called '审批': made new"},
	{"arabic", "الموافقة تستغرق تسعين يوما #1",
		"note kind=\"point\" text=\"الموافقة تستغرق تسعين يوما\" themes=decision-cycles | "
		"point #decision-cycles"},
	{"arabic_comma_ends_a_tag", "السلام #procurement، ثم",
		"note kind=\"point\" text=\"السلام procurement، ثم\" themes=procurement | point "
		"#procurement"},
	{"arabic_person", "/person egy مندوب مصر; ; مصر\nقال @مصر",
		"note kind=\"point\" text=\"قال\" by=\"p-rapporteur-2\" | point @egy"},
	{"hebrew", "האישור אורך תשעים יום #1",
		"note kind=\"point\" text=\"האישור אורך תשעים יום\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"devanagari", "अनुमोदन में नब्बे दिन लगते हैं #1",
		"note kind=\"point\" text=\"अनुमोदन में नब्बे दिन लगते हैं\" themes=decision-cycles | "
		"point #decision-cycles"},
	{"devanagari_new_theme", "देरी #अनुमोदन\nफिर #अनुमोदन",
		"note kind=\"point\" text=\"फिर\" themes=theme-rapporteur-2 | point "
		"#theme-rapporteur-2"},
	{"thai", "การอนุมัติใช้เวลาเก้าสิบวัน #1",
		"note kind=\"point\" text=\"การอนุมัติใช้เวลาเก้าสิบวัน\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"emoji_of_many_code_points",
		"Agreed 👩🏽\342\200\215🚀👨\342\200\215👩\342\200\215👧\342\200\215👦 🇺🇾 "
		"#1",
		"note kind=\"point\" text=\"Agreed "
		"👩🏽\342\200\215🚀👨\342\200\215👩\342\200\215👧\342\200\215👦 🇺🇾\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"combining_marks_stay", "Cafe\314\201 and a\314\200\314\201\314\202 #1",
		"note kind=\"point\" text=\"Cafe\314\201 and a\314\200\314\201\314\202\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"full_width_signs", "Money ＃1 ＠gha",
		"note kind=\"point\" text=\"Money\" themes=decision-cycles by=\"p3\" | point "
		"#decision-cycles @gha"},
	{"ideographic_space_before_a_tag", "One\343\200\200#1",
		"note kind=\"point\" text=\"One\" themes=decision-cycles | point #decision-cycles"},
	{"no_break_space_before_a_tag", "One\302\240#1",
		"note kind=\"point\" text=\"One\" themes=decision-cycles | point #decision-cycles"},

	/* marks, in every place where they may and may not stand */
	{"mark_after_spaces", "   ! Call them",
		"action text=\"Call them\" | action point, without owner and date"},
	{"mark_twice", "!! Call them",
		"action text=\"! Call them\" | action point, without owner and date"},
	{"mark_of_marks", "!? Call them",
		"action text=\"? Call them\" | action point, without owner and date"},
	{"mark_inside_is_text", "Call! them = now ? yes",
		"note kind=\"point\" text=\"Call! them = now ? yes\" | point"},
	{"action_word_after_text", "The ACTION: call them",
		"note kind=\"point\" text=\"The ACTION: call them\" | point"},
	{"agreed_in_mixed_case", "aGrEeD: report in May",
		"note kind=\"agreed\" text=\"report in May\" | agreed"},
	{"question_word_without_text", "QUESTION:",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags the "
		"last note)"},
	{"off_the_record_twice", "~~ twice",
		"note kind=\"point\" text=\"twice\" off-record=1 | point, off the record"},
	{"off_the_record_after_a_mark", "! ~ call them",
		"action text=\"call them\" off-record=1 | action point, without owner and date, off "
		"the record"},
	{"off_the_record_decision", "~DECISION: not now",
		"note kind=\"agreed\" text=\"not now\" off-record=1 | agreed, off the record"},
	{"off_the_record_with_tags", "~ Nobody believes it #2 @gha",
		"note kind=\"point\" text=\"Nobody believes it\" themes=procurement by=\"p3\" "
		"off-record=1 | point #procurement @gha, off the record"},
	{"each_kind_proposal", ":proposal A ceiling #2",
		"note kind=\"proposal\" text=\"A ceiling\" themes=procurement | proposal "
		"#procurement"},
	{"each_kind_support", ":support A ceiling",
		"note kind=\"support\" text=\"A ceiling\" | support"},
	{"each_kind_reservation", ":reservation A ceiling",
		"note kind=\"reservation\" text=\"A ceiling\" | reservation"},
	{"each_kind_commitment", ":commitment Ten more by May @ury",
		"note kind=\"commitment\" text=\"Ten more by May\" by=\"p2\" | commitment @ury"},
	{"each_kind_lesson", ":lesson Ask first",
		"note kind=\"lesson\" text=\"Ask first\" | lesson"},
	{"each_kind_question", ":question Who asks",
		"note kind=\"question\" text=\"Who asks\" | question"},
	{"each_kind_agreed", ":agreed Ask first",
		"note kind=\"agreed\" text=\"Ask first\" | agreed"},
	{"kind_with_a_tag_first", ":concern #2 is late",
		"note kind=\"concern\" text=\"2 is late\" themes=procurement | concern "
		"#procurement"},
	{"kind_without_a_space_is_text", ":concern, it is late",
		"note kind=\"point\" text=\":concern, it is late\" | point"},
	{"kind_after_a_mark_is_text", "! :concern it is late",
		"action text=\":concern it is late\" | action point, without owner and date"},
	{"kind_prefix_is_text", ":con it is late",
		"note kind=\"point\" text=\":con it is late\" | point | no kind of note is called "
		"':con', did you mean :concern? kept as text"},
	{"time_is_text", ":30 past ten", "note kind=\"point\" text=\":30 past ten\" | point"},
	{"backslash_alone", "\\",
		"! there is nothing to note beside the mark or the tags (/tag last #theme tags the "
		"last note)"},
	{"backslash_before_a_kind", "\\:concern is a kind",
		"note kind=\"point\" text=\":concern is a kind\" | point"},
	{"backslash_before_dots", "\\... and so on",
		"note kind=\"point\" text=\"... and so on\" | point"},
	{"backslash_before_a_substitution", "\\s/a/b/",
		"note kind=\"point\" text=\"s/a/b/\" | point"},
	{"backslash_twice", "\\\\ stays", "note kind=\"point\" text=\"\\ stays\" | point"},
	{"backslash_inside_is_text", "a \\#1 b", "note kind=\"point\" text=\"a \\#1 b\" | point"},
	{"dots_alone", "One\n…", "! there is nothing to add after the dots"},
	{"dots_four", "One\n.... two",
		"edit note=\"rapporteur-2\" text=\"One two\" | rapporteur-2 edited"},
	{"dots_without_a_space", "One\n…two",
		"edit note=\"rapporteur-2\" text=\"One two\" | rapporteur-2 edited"},
	{"dots_with_a_mark_are_text", "One\n… ! two",
		"edit note=\"rapporteur-2\" text=\"One ! two\" | rapporteur-2 edited"},
	{"dots_after_a_tag_line", "One #1\n… two #1",
		"edit note=\"rapporteur-2\" text=\"One two\" | rapporteur-2 edited"},
	{"dots_on_an_action_of_another_kind", "! One @gha\n… due:friday pri:high",
		"edit note=\"rapporteur-2\" text=\"One\" priority=\"high\" more=1; due "
		"action=\"rapporteur-2\" due=\"2026-04-17\" | rapporteur-2 edited high priority "
		"due 2026-04-17"},
	{"substitution_with_a_g_in_a_word", "One\ns/One/Two/gg",
		"note kind=\"point\" text=\"s/One/Two/gg\" | point"},
	{"substitution_of_a_slash_escaped_twice", "a/b/c\ns/a\\/b\\/c/x/",
		"edit note=\"rapporteur-2\" text=\"x\" | rapporteur-2 edited"},
	{"substitution_in_arabic", "السلام عليكم\ns/عليكم/للجميع/",
		"edit note=\"rapporteur-2\" text=\"السلام للجميع\" | rapporteur-2 edited"},
	{"substitution_makes_no_tag", "One two\ns/two/#1/",
		"edit note=\"rapporteur-2\" text=\"One #1\" | rapporteur-2 edited"},
	{"substitution_with_spaces", "One  two\ns/  / /",
		"edit note=\"rapporteur-2\" text=\"One two\" | rapporteur-2 edited"},
	{"substitution_keeps_case", "one One\ns/One/Two/",
		"edit note=\"rapporteur-2\" text=\"one Two\" | rapporteur-2 edited"},
	{"substitution_of_an_emoji", "Fine 👍 so\ns/👍/indeed/",
		"edit note=\"rapporteur-2\" text=\"Fine indeed so\" | rapporteur-2 edited"},
	{"comment_is_no_note", "  // not kept", "- a comment"},
	{"slash_and_space_is_a_command", "/ next",
		"! a command follows the /, as in /next: /help lists them"},

	/* quoting */
	{"person_in_quotes_with_an_accent", "Slow @\"Delegate of Côte d'Ivoire\"",
		"note kind=\"point\" text=\"Slow\" by=\"p6\" | point @civ"},
	{"person_in_quotes_left_open", "Slow @\"Delegate of Nepal",
		"note kind=\"point\" text=\"Slow\" by=\"p4\" | point @npl"},
	{"person_in_empty_quotes", "Slow @\"\" so",
		"note kind=\"point\" text=\"Slow @\"\" so\" | point"},
	{"person_in_quotes_unknown", "Slow @\"Delegate of Nowhere\"",
		"note kind=\"point\" text=\"Slow @\"Delegate of Nowhere\"\" | point | nobody is "
		"called @Delegate of Nowhere: kept as text"},
	{"quotes_around_a_tag", "He said \"#procurement\" twice",
		"note kind=\"point\" text=\"He said \"procurement\" twice\" themes=procurement | "
		"point #procurement"},
	{"parentheses_around_a_tag", "Money (#procurement) is late",
		"note kind=\"point\" text=\"Money (procurement) is late\" themes=procurement | "
		"point #procurement"},
	{"guillemets_around_a_tag", "Money «#procurement» is late",
		"note kind=\"point\" text=\"Money «procurement» is late\" themes=procurement | "
		"point #procurement"},
	{"typographic_quotes_around_a_person", "So “@gha” said",
		"note kind=\"point\" text=\"So “{p3}” said\" by=\"p3\" | point @gha"},
	{"chinese_brackets_around_a_tag", "钱（#procurement）很慢",
		"note kind=\"point\" text=\"钱（procurement）很慢\" themes=procurement | point "
		"#procurement"},
	{"ideographic_spaces_between_tags", "审批很慢\343\200\200#1\343\200\200@gha\343\200\200",
		"note kind=\"point\" text=\"审批很慢\" themes=decision-cycles by=\"p3\" | point "
		"#decision-cycles @gha"},
	{"dash_before_a_tag", "Money—#procurement is late",
		"note kind=\"point\" text=\"Money—procurement is late\" themes=procurement | point "
		"#procurement"},
	{"inverted_question_mark_before_a_tag", "¿#procurement?",
		"note kind=\"point\" text=\"¿procurement?\" themes=procurement | point "
		"#procurement"},
	{"brackets_around_a_person", "So [@gha] said",
		"note kind=\"point\" text=\"So [{p3}] said\" by=\"p3\" | point @gha"},
	{"quotes_stay_in_a_command", "/theme quoted The \"quoted\" label",
		"theme theme=\"quoted\" label=\"The \"quoted\" label\" digit=6 | theme #quoted The "
		"\"quoted\" label, digit 6"},
	{"braces_are_text", "The {7} and {} and {p} stay",
		"note kind=\"point\" text=\"The {7} and {} and {p} stay\" | point"},
	{"markup_is_text", "A <script>alert('#1')</script>",
		"note kind=\"point\" text=\"A <script>alert('1')</script>\" themes=decision-cycles "
		"| point #decision-cycles"},

	/* themes and people that are not known */
	{"theme_with_a_dot", "v #1.5 is text",
		"note kind=\"point\" text=\"v 1.5 is text\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"theme_with_an_underscore", "See #lead_time",
		"theme theme=\"lead-time\" label=\"lead_time\" digit=6 more=1; note kind=\"point\" "
		"text=\"See\" themes=lead-time | point #lead-time | no theme is called "
		"'lead_time': made new; close to procurement"},
	{"theme_with_a_digit_first", "See #2nd",
		"theme theme=\"theme-rapporteur-2\" label=\"2nd\" digit=6 more=1; note "
		"kind=\"point\" text=\"See\" themes=theme-rapporteur-2 | point #theme-rapporteur-2 "
		"| no theme is called '2nd': made new"},
	{"theme_of_hyphens", "See #--", "note kind=\"point\" text=\"See #--\" | point"},
	{"theme_of_an_apostrophe", "See #women's-rights now",
		"theme theme=\"womens-rights\" label=\"women's-rights\" digit=6 more=1; note "
		"kind=\"point\" text=\"See women's-rights now\" themes=womens-rights | point "
		"#womens-rights | no theme is called 'women's-rights': made new"},
	{"theme_longer_than_an_id", "See #a-very-long-word-that-is-longer-than-any-id-may-be",
		"theme theme=\"a-very-long-word-that-is-longer\" "
		"label=\"a-very-long-word-that-is-longer-than-any-id-may-be\" digit=6 more=1; note "
		"kind=\"point\" text=\"See\" themes=a-very-long-word-that-is-longer | point "
		"#a-very-long-word-that-is-longer | no theme is called "
		"'a-very-long-word-that-is-longer-than-any-id-may-be': made new"},
	{"theme_by_a_label_of_one_word", "See #openness",
		"note kind=\"point\" text=\"See\" themes=transparency | point #transparency"},
	{"theme_by_a_prefix_after_a_merge", "/merge procurement governance\nSee #proc",
		"note kind=\"point\" text=\"See\" themes=governance | point #governance"},
	{"theme_prefix_of_two_that_are_one",
		"/merge transparency governance\n/theme gov-two Two\n/merge gov-two "
		"governance\nSee #gov",
		"note kind=\"point\" text=\"See\" themes=governance | point #governance"},
	{"theme_of_a_digit_after_a_merge", "/merge procurement governance\nSee #2",
		"note kind=\"point\" text=\"See\" themes=governance | point #governance"},
	{"theme_of_a_label_after_a_rename", "/rename procurement Supply\nSee #supply",
		"note kind=\"point\" text=\"See\" themes=procurement | point #procurement"},
	{"theme_below_another", "/theme buying Buying of spares #procurement",
		"theme theme=\"buying\" label=\"Buying of spares\" digit=6 parent=\"procurement\" "
		"| theme #buying Buying of spares, digit 6, below #procurement"},
	{"theme_below_one_by_digit", "/theme buying Buying #2",
		"theme theme=\"buying\" label=\"Buying\" digit=6 parent=\"procurement\" | theme "
		"#buying Buying, digit 6, below #procurement"},
	{"theme_below_nobody_knows_what", "/theme buying Buying #zzz",
		"! no theme is called 'zzz': /theme zzz LABEL makes it"},
	{"theme_put_below_another", "/theme capabilities #governance",
		"theme theme=\"capabilities\" label=\"New capabilities\" parent=\"governance\" | "
		"theme #capabilities, below #governance"},
	{"theme_put_below_what_is_below_it", "/theme governance #transparency",
		"! #transparency is below #governance, or that itself"},
	{"theme_put_below_itself", "/theme governance #governance",
		"! #governance is below #governance, or that itself"},
	{"theme_put_where_it_is", "/theme transparency #governance",
		"- #transparency is below #governance already"},
	{"theme_label_with_a_sign", "/theme buying C# and #more words",
		"theme theme=\"buying\" label=\"C# and #more words\" digit=6 | theme #buying C# "
		"and #more words, digit 6"},
	{"theme_of_only_a_parent", "/theme buying #procurement",
		"! a label was expected after buying"},
	{"theme_made_and_undone", "See #mines\n/undo\nSee #mines again",
		"theme theme=\"mines\" label=\"mines\" digit=6 more=1; note kind=\"point\" "
		"text=\"See mines again\" themes=mines | point #mines | no theme is called "
		"'mines': made new"},
	{"theme_made_by_another_seat", "<script>See #mines\n<rapporteur>And #mines",
		"note kind=\"point\" text=\"And\" themes=mines | point #mines"},
	{"merge_of_one_that_was_merged",
		"/merge procurement governance\n/merge procurement capabilities",
		"! #procurement was merged into #governance already: /merge governance INTO would "
		"merge that one"},
	{"merge_into_one_that_was_merged",
		"/merge procurement governance\n/merge capabilities procurement",
		"merge theme=\"capabilities\" into=\"governance\" | theme #capabilities merged "
		"into #governance"},
	{"merge_undone_by_its_seat", "/merge procurement governance\n/undo\nSee #2",
		"note kind=\"point\" text=\"See\" themes=procurement | point #procurement"},
	{"rename_of_a_merged_one", "/merge procurement governance\n/rename procurement Supply",
		"rename theme=\"governance\" label=\"Supply\" | theme #governance is now Supply"},
	{"person_unknown_in_quotes_stays_text", "So @\"No One\" said",
		"note kind=\"point\" text=\"So @\"No One\" said\" | point | nobody is called @No "
		"One: kept as text"},
	{"person_gone_after_undo", "/person zed Zed\n/undo\nSo @zed said",
		"note kind=\"point\" text=\"So {p-rapporteur-2} said\" | point"},
	{"person_of_a_delegation_of_two", "So @france said",
		"note kind=\"point\" text=\"So @france said\" | point | @france fits fra and fra2: "
		"kept as text"},
	{"person_twice_counts_once", "! Write @gha @gha",
		"action text=\"Write\" owners=p3 | action point @gha, without a date"},
	{"person_by_number", "So @p3 said",
		"note kind=\"point\" text=\"So {p3} said\" by=\"p3\" | point @gha"},
	{"owner_office", "! Publish @dpo due:+2w",
		"action text=\"Publish\" owners=p1 due=\"2026-04-30\" | action point @usg due "
		"2026-04-30"},
	{"owner_by_affiliation", "! Publish @secretariat",
		"action text=\"Publish\" owners=p1 | action point @usg, without a date"},

	/* days: 2026-04-16, a Thursday; the meeting is in New York */
	{"due_monday", "! Do it @gha due:monday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-20\" | action point @gha due "
		"2026-04-20"},
	{"due_tuesday", "! Do it @gha due:tuesday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-21\" | action point @gha due "
		"2026-04-21"},
	{"due_wednesday", "! Do it @gha due:wednesday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-22\" | action point @gha due "
		"2026-04-22"},
	{"due_thursday", "! Do it @gha due:thursday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-23\" | action point @gha due "
		"2026-04-23"},
	{"due_friday", "! Do it @gha due:friday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-17\" | action point @gha due "
		"2026-04-17"},
	{"due_saturday", "! Do it @gha due:saturday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-18\" | action point @gha due "
		"2026-04-18"},
	{"due_sunday", "! Do it @gha due:sunday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-19\" | action point @gha due "
		"2026-04-19"},
	{"due_weekday_cut", "! Do it @gha due:Wed",
		"action text=\"Do it\" owners=p3 due=\"2026-04-22\" | action point @gha due "
		"2026-04-22"},
	{"due_over_the_month", "! Do it @gha due:+15d",
		"action text=\"Do it\" owners=p3 due=\"2026-05-01\" | action point @gha due "
		"2026-05-01"},
	{"due_over_the_year", "! Do it @gha due:+9m",
		"action text=\"Do it\" owners=p3 due=\"2027-01-16\" | action point @gha due "
		"2027-01-16"},
	{"due_last_of_the_month", "! Do it @gha due:eom",
		"action text=\"Do it\" owners=p3 due=\"2026-04-30\" | action point @gha due "
		"2026-04-30"},
	{"due_leap_day", "! Do it @gha due:2028-02-29",
		"action text=\"Do it\" owners=p3 due=\"2028-02-29\" | action point @gha due "
		"2028-02-29"},
	{"due_no_leap_day", "! Do it @gha due:2027-02-29",
		"action text=\"Do it {p3} due:2027-02-29\" owners=p3 | action point @gha, without "
		"a date | due:2027-02-29 is no day: kept as text (2026-05-01, friday, +2w, eom)"},
	{"due_after_midnight_elsewhere", "{42000000}! Do it @gha due:today",
		"action text=\"Do it\" owners=p3 due=\"2026-04-16\" | action point @gha due "
		"2026-04-16"},
	{"due_twice_the_last_counts", "! Do it @gha due:today due:friday",
		"action text=\"Do it\" owners=p3 due=\"2026-04-17\" | action point @gha due "
		"2026-04-17"},
	{"due_in_capitals", "! Do it @gha DUE:EOM PRI:High",
		"action text=\"Do it\" owners=p3 due=\"2026-04-30\" priority=\"high\" | action "
		"point @gha due 2026-04-30"},
	{"due_before_a_full_stop", "! Do it @gha by due:friday.",
		"action text=\"Do it {p3} by.\" owners=p3 due=\"2026-04-17\" | action point @gha "
		"due 2026-04-17"},
	{"due_without_a_day", "! Do it @gha due:",
		"action text=\"Do it {p3} due:\" owners=p3 | action point @gha, without a date | "
		"due: is no day: kept as text (2026-05-01, friday, +2w, eom)"},
	{"priority_low", "! Do it @gha due:eom pri:low",
		"action text=\"Do it\" owners=p3 due=\"2026-04-30\" priority=\"low\" | action "
		"point @gha due 2026-04-30"},
	{"priority_twice", "! Do it pri:low pri:high",
		"action text=\"Do it\" priority=\"high\" | action point, without owner and date"},
	{"priority_edited", "! Do it @gha pri:low\n/edit last Do it pri:high",
		"edit note=\"rapporteur-2\" text=\"Do it\" priority=\"high\" | rapporteur-2 edited "
		"high priority"},
	{"priority_edited_to_the_same", "! Do it @gha pri:low\n/edit last Do it pri:low",
		"- rapporteur-2 stands like that already"},
	{"priority_goes_on", "! Do it @gha\n… now pri:high",
		"edit note=\"rapporteur-2\" text=\"Do it now\" priority=\"high\" | rapporteur-2 "
		"edited high priority"},

	/* abbreviations */
	{"abbr_in_cyrillic", "/abbr кг контактная группа\nВся кг здесь",
		"note kind=\"point\" text=\"Вся контактная группа здесь\" | point"},
	{"abbr_given_anew", "/abbr tcc contributor\nEach tcc pays",
		"note kind=\"point\" text=\"Each contributor pays\" | point"},
	{"abbr_undone", "/abbr csr stabilisation report\n/undo\nThe csr is late",
		"note kind=\"point\" text=\"The csr is late\" | point"},
	{"abbr_before_a_genitive", "The tcc's share",
		"note kind=\"point\" text=\"The tcc's share\" | point"},
	{"abbr_in_parentheses", "Each (tcc) pays",
		"note kind=\"point\" text=\"Each (troop-contributing country) pays\" | point"},
	{"abbr_before_a_comma", "Each tcc, all of them",
		"note kind=\"point\" text=\"Each troop-contributing country, all of them\" | "
		"point"},
	{"abbr_that_no_word_can_be", "/abbr c/o care of",
		"abbr word=\"c/o\" text=\"care of\" | c/o expands to care of | 'c/o' is no word "
		"that can end: letters, digits, - and ' are expanded"},

	/* the read-back and what changes after it */
	{"confirm", "! Do it @gha due:eom\n/confirm last",
		"confirm action=\"rapporteur-2\" | rapporteur-2 confirmed by the room"},
	{"confirm_changed", "! Do it @gha due:eom\n/confirm last changed",
		"confirm action=\"rapporteur-2\" answer=\"changed\" | rapporteur-2 confirmed by "
		"the room as it was changed"},
	{"confirm_dropped", "! Do it @gha due:eom\n/confirm last dropped",
		"confirm action=\"rapporteur-2\" answer=\"dropped\" more=1; drop "
		"note=\"rapporteur-2\" | rapporteur-2 dropped by the room: /undo brings it back"},
	{"confirm_something_else", "! Do it @gha due:eom\n/confirm last perhaps",
		"! nothing was expected after /confirm ACTION [changed|dropped]: not 'perhaps'"},
	{"confirm_dropped_and_undone",
		"! Do it @gha due:eom\n/confirm last dropped\n/undo\n/confirm last",
		"confirm action=\"rapporteur-2\" | rapporteur-2 confirmed by the room"},
	{"edit_what_was_confirmed", "! Do it @gha due:eom\n/confirm last\n/edit last Do it well",
		"edit note=\"rapporteur-2\" text=\"Do it well\" | rapporteur-2 edited | the room "
		"confirmed rapporteur-2 as it was: /confirm rapporteur-2 when it confirms this"},
	{"confirm_again_after_an_edit",
		"! Do it @gha due:eom\n/confirm last\n/edit last Do it well\n/confirm last",
		"confirm action=\"rapporteur-2\" answer=\"changed\" | rapporteur-2 confirmed by "
		"the room as it was changed"},
	{"confirm_again_after_a_typing_error",
		"! Do it @gha due:eom\n/confirm last\ns/it/this/\n/undo\n/confirm last",
		"- rapporteur-2 is confirmed already"},
	{"owner_of_what_was_confirmed", "! Do it @gha due:eom\n/confirm last\n/owner last @ury",
		"owner action=\"rapporteur-2\" owners=p2 | rapporteur-2 is for @ury | the room "
		"confirmed rapporteur-2 as it was: /confirm rapporteur-2 when it confirms this"},
	{"due_of_what_was_confirmed", "! Do it @gha due:eom\n/confirm last\n/due last friday",
		"due action=\"rapporteur-2\" due=\"2026-04-17\" | rapporteur-2 is due 2026-04-17 | "
		"the room confirmed rapporteur-2 as it was: /confirm rapporteur-2 when it confirms "
		"this"},
	{"tag_of_what_was_confirmed",
		"! Do it @gha due:eom\n/confirm last\n/tag last #1\n/confirm last",
		"- rapporteur-2 is confirmed already"},
	{"history",
		"One #1 @gha\n{60000}s/One/Two/\n<script>/tag rapporteur-2 #2\n/untag rapporteur-2 "
		"#1\n/kind rapporteur-2 concern\n/attribute rapporteur-2 @ury\n/action "
		"rapporteur-2 Do @gha\n/drop rapporteur-2\n/history rapporteur-2",
		"> history rapporteur-2 | 10:00 rapporteur noted a point by @gha #decision-cycles: "
		"One; 10:01 rapporteur edited: Two; 10:01 script tagged #procurement; 10:01 script "
		"untagged #decision-cycles; 10:01 script made it a concern; 10:01 script "
		"attributed to @ury; 10:02 script took down an action point from rapporteur-2 by "
		"@ury for @gha #procurement: Do; 10:02 script dropped"},
	{"history_of_an_action",
		"! Do it @gha due:eom\n/owner last @ury\n/due last friday\n/edit last Do this "
		"pri:high\n/confirm last\n/done last\n/history last",
		"> history rapporteur-2 | 10:00 rapporteur took down an action point for @gha due "
		"2026-04-30: Do it; 10:00 rapporteur made it for @ury; 10:00 rapporteur made it "
		"due 2026-04-17; 10:00 rapporteur edited, priority high: Do this; 10:00 rapporteur "
		"read it back: confirmed by the room; 10:01 rapporteur made it done"},
	{"history_leaves_out_what_was_undone", "One\ns/One/Two/\n/undo\n/history last",
		"> history rapporteur-2 | 10:00 rapporteur noted a point: One"},
	{"history_of_nothing", "/history last", "! this seat has no note yet"},
	{"history_of_a_mention", "As @gha said\n/history last",
		"> history rapporteur-2 | 10:00 rapporteur noted a point by @gha: As @gha said"},

	/* the moment of the first key */
	{"item_of_the_first_key", "/item opening\n/item dialogue\n^-@15000 It was said",
		"note kind=\"point\" text=\"It was said\" item=\"opening\" | point"},
	{"item_of_the_first_key_after_two",
		"/item opening\n/item dialogue\n/item closing\n^-@15000 It was said",
		"note kind=\"point\" text=\"It was said\" item=\"dialogue\" | point"},
	{"no_item_at_the_first_key", "/item opening\n^-@15000 It was said",
		"note kind=\"point\" text=\"It was said\" | point"},
	{"item_ended_at_the_first_key",
		"/item opening\n/item end\n/item closing\n^-@15000 It was said",
		"note kind=\"point\" text=\"It was said\" | point"},
	{"item_at_enter_when_it_did_not_move", "/item opening\nOne\n^-@15000 It was said",
		"note kind=\"point\" text=\"It was said\" item=\"opening\" | point"},
	{"item_that_was_undone", "/item opening\n/item dialogue\n/undo\n^-@25000 It was said",
		"note kind=\"point\" text=\"It was said\" item=\"opening\" | point"},
	{"speaker_of_the_first_key_after_the_floor_changed",
		"/floor ury\n/floor gha\n^ury@15000 It was said",
		"note kind=\"point\" text=\"It was said\" by=\"p2\" | point @ury"},
	{"due_counts_from_the_first_key",
		"{50395000}! Do it @gha due:tomorrow\n^-@3600000 ! Do it @gha due:today",
		"action text=\"Do it\" owners=p3 due=\"2026-04-16\" | action point @gha due "
		"2026-04-16"},

	/* hostile text */
	{"escape_sequences", "\033[2J\033]0;title\007 stays #1",
		"note kind=\"point\" text=\"�[2J�]0;title� stays\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"bidirectional_overrides_are_kept", "abc \342\200\256txt.exe\342\200\254 end #1",
		"note kind=\"point\" text=\"abc \342\200\256txt.exe\342\200\254 end\" "
		"themes=decision-cycles | point #decision-cycles"},
	{"bidirectional_isolates_in_a_tag", "See #\342\201\246gov\342\201\251",
		"note kind=\"point\" text=\"See\" themes=governance | point #governance"},
	{"zero_width_in_a_tag", "See #gov\342\200\213ernance",
		"note kind=\"point\" text=\"See\" themes=governance | point #governance"},
	{"zero_width_before_a_mark", "\342\200\213! Call them",
		"action text=\"Call them\" | action point, without owner and date"},
	{"byte_order_mark_first", "\357\273\277! Call them",
		"action text=\"Call them\" | action point, without owner and date"},
	{"line_separators_become_spaces", "One\342\200\250two\342\200\251three",
		"note kind=\"point\" text=\"One two three\" | point"},
	{"a_tab_becomes_a_space", "One\011two\011#1",
		"note kind=\"point\" text=\"One two\" themes=decision-cycles | point "
		"#decision-cycles"},
	{"c1_controls", "One \302\205 two \302\23331m",
		"note kind=\"point\" text=\"One � two �31m\" | point"},
	{"overlong_utf8", "One \300\257 two", "note kind=\"point\" text=\"One �� two\" | point"},
	{"surrogates", "One \355\240\200 two", "note kind=\"point\" text=\"One ��� two\" | point"},
	{"cut_utf8_at_the_end", "One \342\200", "note kind=\"point\" text=\"One �\" | point"},
	{"forged_end_of_a_log_line", "One\", len: 5, crc: \"00000000\"}",
		"note kind=\"point\" text=\"One\", len: 5, crc: \"00000000\"}\" | point"},
	{"braces_of_a_number_stand_for_nobody", "So {p3} and {p-script-2} said",
		"note kind=\"point\" text=\"So {\u2060p3} and {\u2060p-script-2} said\" | point"},
	{"format_directives", "100%s %n %d of it",
		"note kind=\"point\" text=\"100%s %n %d of it\" | point"},
	{"quotes_and_backslashes", "\"One\" \\ 'two' \\n three",
		"note kind=\"point\" text=\"\"One\" \\ 'two' \\n three\" | point"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	room_lines(&room, row->lines, &out);
	room_release(&room);
	char *shown = out.len ? buffer_take(&out) : mem_text("");
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
