/* SPDX-License-Identifier: MIT */
/* test_command_list.c - the speakers' list and the floor, a row each: what the last line came to,
 * and how floor and list then stand. */
#include "unit/cases.h"

#include "unit/command_room.h"

static void order_ends(struct agenda *agenda)
{
	agenda->list.order_ends = true;
}

static void budget_of_a_minute(struct agenda *agenda)
{
	agenda->list.budget_ms = MS_MINUTE;
}

static void balance_by_region(struct agenda *agenda)
{
	mem_replace(&agenda->list.balance_by, "region");
}

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
	void (*rule)(struct agenda *agenda); /* the agenda says otherwise; or NULL */
} rows[] = {
	{"speak", "/speak Uruguay",
		"ask who=\"p2\" kind=\"statement\" | on the list: Uruguay, 1st [- "
		"| ury]",
		NULL},
	{"speak_by_alias_of_the_command", "/q gha",
		"ask who=\"p3\" kind=\"statement\" | on the list: Ghana, 1st [- | "
		"gha]",
		NULL},
	{"speak_three", "/speak ury, gha,npl",
		"ask who=\"p2\" kind=\"statement\" more=1; ask who=\"p3\" kind=\"statement\" "
		"more=1; ask who=\"p4\" kind=\"statement\" | on the list: Uruguay, "
		"1st; Ghana, 2nd; Nepal, 3rd [- | ury gha npl]",
		NULL},
	{"speak_the_same_twice", "/speak ury, ury",
		"ask who=\"p2\" kind=\"statement\" | on the list: Uruguay, 1st [- "
		"| ury]",
		NULL},
	{"speak_without_a_comma", "/speak ury gha",
		"! 'gha' was not expected there: /speak NAME[, NAME] [as KIND] [for GROUP] "
		"[about …] (a comma goes between two names) [-]",
		NULL},
	{"speak_nobody", "/speak",
		"! a name was expected: /speak NAME[, NAME] [as KIND] [for GROUP] [about …] [-]",
		NULL},
	{"speak_unknown", "/speak Urugay", "! nobody is called 'Urugay', did you mean Uruguay? [-]",
		NULL},
	{"speak_unknown_far", "/speak zzz",
		"! nobody is called 'zzz': a name, an id or an alias was expected (/person "
		"adds somebody) [-]",
		NULL},
	{"speak_who_fits_two", "/speak France as question",
		"? 'France' fits two: Delegate of France (fra) and Second Delegate of France "
		"(fra2): which one? | 1=/speak fra as question | 2=/speak fra2 as question [-]",
		NULL},
	{"speak_the_second_of_two", "/speak ury, France",
		"? 'France' fits two: Delegate of France (fra) and Second Delegate of France "
		"(fra2): which one? | 1=/speak ury, fra | 2=/speak ury, fra2 [-]",
		NULL},
	{"speak_longest_run", "/speak Delegate of Nepal as question about delays",
		"ask who=\"p4\" kind=\"question\" about=\"delays\" | on the list: "
		"Nepal (question), 1st [- | npl/question]",
		NULL},
	{"speak_quoted", "/speak \"Côte d'Ivoire\"",
		"ask who=\"p6\" kind=\"statement\" | on the list: Côte d'Ivoire, "
		"1st [- | civ]",
		NULL},
	{"a_kind_without_a_name", "/speak  as question",
		"! a name was expected: /speak NAME[, NAME] [as KIND] [for GROUP] [about …] [-]",
		NULL},
	{"a_kind_is_no_part_of_a_name",
		"/floor ury\n/person ann Ann Asreply\n/speak ann as reply",
		"ask who=\"p-rapporteur-3\" kind=\"reply\" to=\"rapporteur-2\" | on the list: "
		"Ann Asreply (reply), 1st [ury | ann/reply]",
		NULL},
	{"speak_as_reply_after_a_speech", "/floor ury\n/speak gha as reply",
		"ask who=\"p3\" kind=\"reply\" to=\"rapporteur-2\" | on the list: "
		"Ghana (reply), 1st [ury | gha/reply]",
		NULL},
	{"speak_as_question_to_the_last_speech", "/floor ury\n/end\n/speak gha as question",
		"ask who=\"p3\" kind=\"question\" to=\"rapporteur-2\" | on the list: "
		"Ghana (question), 1st [- | gha/question]",
		NULL},
	{"speak_as_right_of_reply_by_prefix", "/speak gha as right",
		"ask who=\"p3\" kind=\"right-of-reply\" | on the list: Ghana "
		"(right-of-reply), 1st [- | gha/right-of-reply]",
		NULL},
	{"speak_as_nothing_known", "/speak gha as quesion",
		"! nobody asks for the floor as 'quesion', did you mean question? [-]", NULL},
	{"speak_as_nothing", "/speak gha as",
		"! as what? statement, question, reply, order or right-of-reply, not '' [-]", NULL},
	{"speak_for_a_new_group", "/speak gha for African Group about mandates",
		"+d-rapporteur-2 \"African Group\" group; ask who=\"p3\" kind=\"statement\" "
		"for=\"d-rapporteur-2\" about=\"mandates\" | on the list: Ghana, "
		"1st [- | gha]",
		NULL},
	{"speak_for_the_same_group_again",
		"/speak gha for African Group\n/speak civ for african group",
		"ask who=\"p6\" kind=\"statement\" for=\"d-rapporteur-2\" | on the list: "
		"Côte d'Ivoire, 2nd [- | gha civ]",
		NULL},
	{"speak_for_a_delegation", "/speak gha for Nepal",
		"ask who=\"p3\" kind=\"statement\" for=\"d4\" | on the list: "
		"Ghana, 1st [- | gha]",
		NULL},
	{"speak_for_nobody", "/speak gha for",
		"! for whom? the name of a delegation or group was expected [-]", NULL},
	{"speak_about_nothing", "/speak gha about", "! about what? some words were expected [-]",
		NULL},
	{"speak_waits_already", "/speak gha\n/speak gha",
		"- Ghana waits already, the place is kept [- | gha]", NULL},
	{"speak_some_wait_already", "/speak gha\n/speak gha, npl",
		"ask who=\"p4\" kind=\"statement\" | on the list: Nepal, 2nd | "
		"Ghana waits already, the place is kept [- | gha npl]",
		NULL},
	{"speak_all_wait_already", "/speak gha, npl\n/speak npl, gha",
		"- Nepal and the others wait already, their places are kept [- | "
		"gha npl]",
		NULL},
	{"speak_in_another_kind", "/speak gha\n/speak gha as question",
		"ask who=\"p3\" kind=\"question\" | on the list: Ghana (question), "
		"1st [- | gha/question gha]",
		NULL},
	{"speak_who_is_away", "/away gha\n/speak gha",
		"ask who=\"p3\" kind=\"statement\" | on the list: Ghana, 1st | "
		"Ghana is not in the room: /here gha [- | gha]",
		NULL},
	{"speak_on_a_closed_list", "/list close\n/speak gha about money",
		"? the speakers' list is closed: 'really' says that it is meant, as in /speak "
		"gha really about money | y=/speak gha really about money [- closed]",
		NULL},
	{"speak_on_a_closed_list_really", "/list close\n/speak gha really about money",
		"ask who=\"p3\" kind=\"statement\" about=\"money\" | on the list: "
		"Ghana, 1st [- | gha closed]",
		NULL},
	{"speak_order_on_a_closed_list", "/list close\n/speak gha as order",
		"ask who=\"p3\" kind=\"order\" | on the list: Ghana (order), 1st "
		"[- | gha/order closed]",
		NULL},
	{"order_goes_first", "/speak ury, gha\n/speak npl as order",
		"ask who=\"p4\" kind=\"order\" | on the list: Nepal (order), 1st "
		"[- | npl/order ury gha]",
		NULL},
	{"third_right_of_reply",
		"/item opening\n/floor gha as right-of-reply\n/floor gha as right-of-reply really\n"
		"/end\n/floor gha as right-of-reply\n/end\n/speak gha as right-of-reply",
		"? Ghana has had 2 of 2 rights of reply in this item: 'really' "
		"says that it is meant, as in /speak gha as right-of-reply really | y=/speak "
		"gha as right-of-reply really [-]",
		NULL},
	{"third_right_of_reply_really",
		"/item opening\n/floor gha as right-of-reply\n/end\n/floor gha as "
		"right-of-reply\n/end\n/speak gha as right-of-reply really\n/next",
		"floor who=\"p3\" kind=\"right-of-reply\" limit=300000 nth=3 | Ghana "
		"has the floor (right-of-reply), 5:00, the 3rd where 2 are due "
		"[gha/right-of-reply]",
		NULL},
	{"withdraw", "/speak ury, gha\n/withdraw ury",
		"withdraw who=\"p2\" | off the list: Uruguay [- | gha]", NULL},
	{"withdraw_in_one_kind", "/speak ury\n/speak ury as question\n/withdraw ury as question",
		"withdraw who=\"p2\" kind=\"question\" | off the list: Uruguay "
		"(question) [- | ury]",
		NULL},
	{"withdraw_who_does_not_wait", "/withdraw ury",
		"! Uruguay does not wait: /speak ury puts them on the list [-]", NULL},
	{"withdraw_who_speaks", "/floor ury\n/withdraw ury",
		"! Uruguay has the floor and does not wait: /end ends the speech "
		"[ury]",
		NULL},
	{"withdraw_in_a_kind_that_is_not_there", "/speak ury\n/withdraw ury as order",
		"! Uruguay does not wait as order: /speak ury puts them on the "
		"list [- | ury]",
		NULL},
	{"later", "/speak ury, gha, npl\n/later ury",
		"later who=\"p2\" kind=\"statement\" | Uruguay goes after the "
		"others (statement) [- | gha npl ury]",
		NULL},
	{"later_of_the_last", "/speak ury, gha\n/later gha",
		"- nobody of that kind waits behind Ghana [- | ury gha]", NULL},
	{"move_first", "/speak ury, gha, npl\n/move npl first",
		"move who=\"p4\" kind=\"statement\" place=\"first\" | Nepal goes "
		"first, moved by the chair [- | npl! ury gha]",
		NULL},
	{"move_last", "/speak ury, gha, npl\n/move ury last",
		"move who=\"p2\" kind=\"statement\" place=\"last\" | Uruguay goes "
		"last, moved by the chair [- | gha npl ury!]",
		NULL},
	{"move_to_a_place_further_up", "/speak ury, gha, npl, civ\n/move civ 2",
		"move who=\"p6\" kind=\"statement\" before=\"p3\" before-kind=\"statement\" | "
		"Côte d'Ivoire goes before Ghana, moved by the chair "
		"[- | ury civ! gha npl]",
		NULL},
	{"move_to_a_place_further_down", "/speak ury, gha, npl, civ\n/move ury 3",
		"move who=\"p2\" kind=\"statement\" before=\"p6\" before-kind=\"statement\" | "
		"Uruguay goes before Côte d'Ivoire, moved by the chair "
		"[- | gha npl ury! civ]",
		NULL},
	{"move_to_the_last_place", "/speak ury, gha, npl\n/move ury 3",
		"move who=\"p2\" kind=\"statement\" place=\"last\" | Uruguay goes "
		"last, moved by the chair [- | gha npl ury!]",
		NULL},
	{"move_past_the_end", "/speak ury, gha\n/move ury 3",
		"! only 2 wait: there is no place 3 [- | ury gha]", NULL},
	{"move_before", "/speak ury, gha, npl\n/move npl before Ghana",
		"move who=\"p4\" kind=\"statement\" before=\"p3\" before-kind=\"statement\" | "
		"Nepal goes before Ghana, moved by the chair [- | ury "
		"npl! gha]",
		NULL},
	{"move_before_themselves", "/speak ury, gha\n/move gha before gha",
		"! Ghana cannot go before themselves [- | ury gha]", NULL},
	{"move_before_who_does_not_wait", "/speak ury, gha\n/move gha before npl",
		"! Nepal does not wait: nobody can be put before them [- | ury gha]",
		NULL},
	{"move_nowhere", "/speak ury\n/move ury",
		"! where to? first, last, a place from 1, or before NAME, not '' [- | ury]", NULL},
	{"move_who_does_not_wait", "/move ury first",
		"! Uruguay does not wait: /speak ury puts them on the list [-]", NULL},
	{"next", "/speak ury, gha\n/next",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has "
		"the floor, 3:00 [ury | gha]",
		NULL},
	{"next_ends_the_speech", "/speak ury, gha\n/next\n/next",
		"floor who=\"p3\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Ghana has the floor, 3:00 [gha]",
		NULL},
	{"next_with_nobody_waiting_frees_the_floor", "/floor ury\n/next",
		"end | Uruguay has ended, 0:10; the floor is free [-]", NULL},
	{"next_with_nobody_at_all", "/next",
		"! nobody speaks and nobody waits: /speak NAME puts somebody on the list, "
		"/floor NAME gives the floor at once [-]",
		NULL},
	{"next_by_its_alias", "/speak ury\n/ack",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has "
		"the floor, 3:00 [ury]",
		NULL},
	{"next_twice_in_a_second", "/speak ury, gha\n/next\n{500}/next",
		"- ignored: /next was given less than a second ago [ury | gha]", NULL},
	{"next_twice_after_a_second", "/speak ury, gha\n/next\n{1000}/next",
		"floor who=\"p3\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Ghana has the floor, 3:00 [gha]",
		NULL},
	{"next_by_name", "/speak ury, gha\n/next Ghana",
		"floor who=\"p3\" kind=\"statement\" limit=180000 | Ghana has the "
		"floor, 3:00 [gha | ury]",
		NULL},
	{"next_by_name_of_two_kinds", "/speak gha\n/speak gha as question\n/next gha",
		"floor who=\"p3\" kind=\"question\" limit=60000 | Ghana has the "
		"floor (question), 1:00 [gha/question | gha]",
		NULL},
	{"next_by_name_and_kind", "/speak gha\n/speak gha as question\n/next gha as statement",
		"floor who=\"p3\" kind=\"statement\" limit=180000 | Ghana has the "
		"floor, 3:00 [gha | gha/question]",
		NULL},
	{"next_by_name_who_does_not_wait", "/speak ury\n/next gha",
		"! Ghana does not wait: /floor gha gives the floor without the "
		"list [- | ury]",
		NULL},
	{"next_who_is_away", "/speak ury\n/away ury\n/next",
		"? Uruguay is not in the room: 'really' says that it is meant, as "
		"in /next really | y=/next really [- | ury]",
		NULL},
	{"next_who_is_away_really", "/speak ury\n/away ury\n/next really",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has "
		"the floor, 3:00 [ury]",
		NULL},
	{"next_onto_an_order_pauses", "/floor ury\n/speak gha as order\n/next",
		"floor who=\"p3\" kind=\"order\" limit=60000 previous=\"pauses\" | "
		"Ghana has the floor (order), 1:00; Uruguay waits meanwhile "
		"[gha/order (ury)]",
		NULL},
	{"next_after_an_order_goes_back",
		"/floor ury\n/speak gha as order\n/speak npl\n/next\n/next",
		"end | Ghana has ended, 0:10; Uruguay goes on [ury | "
		"npl]",
		NULL},
	{"the_next_after_that_ends_it",
		"/floor ury\n/speak gha as order\n/speak npl\n/next\n/next\n/next",
		"floor who=\"p4\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Nepal has the floor, 3:00 [npl]",
		NULL},
	{"next_from_order_to_question_ends_the_order",
		"/floor ury\n/speak gha as order\n/speak npl as question\n/next\n/next",
		"floor who=\"p4\" kind=\"question\" limit=60000 to=\"rapporteur-2\" "
		"previous=\"ends\" | Nepal has the floor (question), 1:00 "
		"[npl/question (ury)]",
		NULL},
	{"next_from_a_question_on_a_free_floor", "/speak npl as question\n/speak gha\n/next\n/next",
		"floor who=\"p3\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Ghana has the floor, 3:00 [gha]",
		NULL},
	{"next_by_name_during_an_order_ends_both",
		"/floor ury\n/speak gha as order\n/speak npl\n/next\n/next npl",
		"floor who=\"p4\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Nepal has the floor, 3:00 [npl]",
		NULL},
	{"next_reply_keeps_to_whom", "/floor ury\n/speak gha as reply\n/next",
		"floor who=\"p3\" kind=\"reply\" limit=120000 to=\"rapporteur-2\" "
		"previous=\"ends\" | Ghana has the floor (reply), 2:00 [gha/reply]",
		NULL},
	{"floor", "/floor Ghana",
		"floor who=\"p3\" kind=\"statement\" limit=180000 | Ghana has the "
		"floor, 3:00 [gha]",
		NULL},
	{"floor_as_question_pauses", "/floor ury\n/floor gha as question",
		"floor who=\"p3\" kind=\"question\" limit=60000 to=\"rapporteur-2\" "
		"previous=\"pauses\" | Ghana has the floor (question), 1:00; "
		"Uruguay waits meanwhile [gha/question (ury)]",
		NULL},
	{"floor_ends_what_ran", "/floor ury\n/floor gha",
		"floor who=\"p3\" kind=\"statement\" limit=180000 previous=\"ends\" | "
		"Ghana has the floor, 3:00 [gha]",
		NULL},
	{"floor_order_over_a_question", "/floor ury\n/floor gha as question\n/floor npl as order",
		"floor who=\"p4\" kind=\"order\" limit=60000 previous=\"pauses\" | "
		"Nepal has the floor (order), 1:00; Ghana waits meanwhile "
		"[npl/order (gha/question) (ury)]",
		NULL},
	{"floor_takes_up_the_entry", "/speak gha for Nepal about mandates\n/floor gha",
		"floor who=\"p3\" kind=\"statement\" limit=180000 for=\"d4\" "
		"about=\"mandates\" | Ghana has the floor, 3:00 [gha]",
		NULL},
	{"floor_takes_up_only_that_kind", "/speak gha as question\n/floor gha",
		"floor who=\"p3\" kind=\"statement\" limit=180000 | Ghana has the "
		"floor, 3:00 [gha | gha/question]",
		NULL},
	{"floor_to_somebody", "/floor ?",
		"floor kind=\"statement\" limit=180000 | somebody has the floor, 3:00 "
		"[somebody]",
		NULL},
	{"floor_to_somebody_as_question", "/floor ? as question",
		"floor kind=\"question\" limit=60000 | somebody has the floor (question), 1:00 "
		"[somebody/question]",
		NULL},
	{"floor_to_who_has_it", "/floor gha\n/floor gha",
		"- Ghana has the floor already [gha]", NULL},
	{"floor_first_right_of_reply", "/item opening\n/floor gha as right-of-reply",
		"floor who=\"p3\" kind=\"right-of-reply\" limit=600000 nth=1 | Ghana "
		"has the floor (right-of-reply), 10:00, the 1st of 2 [gha/right-of-reply]",
		NULL},
	{"floor_second_right_of_reply",
		"/item opening\n/floor gha as right-of-reply\n/end\n/floor gha as right-of-reply",
		"floor who=\"p3\" kind=\"right-of-reply\" limit=300000 nth=2 | Ghana "
		"has the floor (right-of-reply), 5:00, the 2nd of 2 [gha/right-of-reply]",
		NULL},
	{"floor_second_of_one_delegation",
		"/item opening\n/floor fra as right-of-reply\n/end\n/floor fra2 as right-of-reply",
		"floor who=\"p7\" kind=\"right-of-reply\" limit=300000 nth=2 | Second Delegate of "
		"France has the floor (right-of-reply), 5:00, the 2nd of 2 [fra2/right-of-reply]",
		NULL},
	{"floor_limit_of_the_item", "/item closing\n/floor gha",
		"floor who=\"p3\" kind=\"statement\" limit=90000 | Ghana has the "
		"floor, 1:30 [gha]",
		NULL},
	{"floor_to_who_is_away", "/away gha\n/floor gha about it",
		"? Ghana is not in the room: 'really' says that it is meant, as in "
		"/floor gha really about it | y=/floor gha really about it [-]",
		NULL},
	{"floor_nobody", "/floor", "! a name was expected: /floor NAME|? [as KIND] [-]", NULL},
	{"pause", "/floor gha\n/pause",
		"pause | the clock of Ghana stands at 0:10 [gha]", NULL},
	{"pause_twice", "/floor gha\n/pause\n/pause",
		"! the clock of Ghana stands already: /resume lets it go on [gha]",
		NULL},
	{"pause_nobody", "/pause",
		"! nobody has the floor: /floor NAME gives it, /next calls up the list [-]", NULL},
	{"resume", "/floor gha\n/pause\n/resume",
		"resume | the clock of Ghana goes on [gha]", NULL},
	{"resume_what_runs", "/floor gha\n/resume", "! the clock of Ghana runs [gha]",
		NULL},
	{"resume_nobody", "/resume",
		"! nobody has the floor: /floor NAME gives it, /next calls up the list [-]", NULL},
	{"resume_in_suspension", "/floor gha\n/suspend\n/resume",
		"! the meeting is suspended: /continue lets it go on [gha]", NULL},
	{"end", "/floor gha\n/end",
		"end | Ghana has ended, 0:10; the floor is free [-]", NULL},
	{"end_an_interrupter", "/floor gha\n/floor ury as question\n/end",
		"end | Uruguay has ended, 0:10; Ghana goes on [gha]", NULL},
	{"end_nobody", "/end",
		"! nobody has the floor: /floor NAME gives it, /next calls up the list [-]", NULL},
	{"yield", "/floor gha\n{30000}/yield ury",
		"yield who=\"p2\" limit=150000 | Ghana yields to "
		"Uruguay, 2:30 [ury]",
		NULL},
	{"yield_keeps_the_entry", "/speak ury\n/floor gha\n/yield ury",
		"yield who=\"p2\" limit=170000 | Ghana yields to "
		"Uruguay, 2:50 [ury | ury]",
		NULL},
	{"yield_to_oneself", "/floor gha\n/yield gha",
		"! Ghana has the floor: it is yielded to somebody else [gha]", NULL},
	{"yield_nothing_left", "/floor gha\n{180000}/yield ury",
		"! Ghana has no time left to yield: /floor ury gives the floor "
		"[gha]",
		NULL},
	{"yield_nobody", "/yield ury",
		"! nobody has the floor: /floor NAME gives it, /next calls up the list [-]", NULL},
	{"extend", "/floor gha\n/extend 1m",
		"extend limit=60000 | Ghana has 4:00 [gha]", NULL},
	{"extend_by_nothing", "/floor gha\n/extend",
		"! a time was expected, such as 90s, 2m or 1m30s, not '' [gha]", NULL},
	{"extend_by_no_time", "/floor gha\n/extend much",
		"! a time was expected, such as 90s, 2m or 1m30s, not 'much' [gha]", NULL},
	{"extend_nobody", "/extend 1m",
		"! nobody has the floor: /floor NAME gives it, /next calls up the list [-]", NULL},
	{"limit", "/item dialogue\n/limit 90s",
		"limit limit=90000 | later statements of this item have 1:30 [-]", NULL},
	{"limit_counts_for_the_next", "/item dialogue\n/limit 90s\n/floor gha",
		"floor who=\"p3\" kind=\"statement\" limit=90000 | Ghana has the "
		"floor, 1:30 [gha]",
		NULL},
	{"limit_without_an_item", "/limit 90s",
		"! no item runs whose statements could be limited: /item next [-]", NULL},
	{"list_close", "/speak gha\n/list close",
		"list state=\"closed\" | the speakers' list is closed [- | gha closed]", NULL},
	{"list_close_twice", "/list close\n/list close", "- the list is closed already [- closed]",
		NULL},
	{"list_open", "/list close\n/list open",
		"list state=\"open\" | the speakers' list is open [-]", NULL},
	{"list_clear", "/speak gha, ury\n/list clear",
		"list-clear | the speakers' list is cleared: 2 came off [-]", NULL},
	{"list_clear_nobody", "/list clear", "- nobody waits [-]", NULL},
	{"list_last", "/speak gha, ury, npl\n/list last ury",
		"list state=\"closed\" who=\"p2\" kind=\"statement\" | the speakers' list is "
		"closed, Uruguay is the last [- | gha npl ury! closed]",
		NULL},
	{"list_last_who_does_not_wait", "/list last ury",
		"! Uruguay does not wait: /speak ury puts them on the list [-]", NULL},
	{"list_nothing", "/list shut",
		"! close, open, clear or last NAME was expected after /list, not 'shut' [-]", NULL},
	{"policy", "/policy first-timers",
		"policy policy=\"first-timers\" | policy of the list: first-timers [-]", NULL},
	{"policy_balance", "/policy balance region",
		"policy policy=\"balance\" attribute=\"region\" | policy of the list: balance "
		"by region [-]",
		NULL},
	{"policy_balance_by_delegation", "/policy balance",
		"policy policy=\"balance\" | policy of the list: balance by delegation [-]", NULL},
	{"policy_balance_by_nothing_known", "/policy balance height",
		"! no participant has the attribute 'height': one of delegation, region was "
		"expected [-]",
		NULL},
	{"policy_already", "/policy arrival", "- the policy is arrival already [-]", NULL},
	{"policy_unknown", "/policy loudest",
		"! arrival, first-timers or balance was expected after /policy, not 'loudest' "
		"[-]",
		NULL},
	{"policy_orders_the_list", "/floor ury\n/end\n/speak ury, gha\n/policy first-timers",
		"policy policy=\"first-timers\" | policy of the list: first-timers [- | gha "
		"ury]",
		NULL},
	{"order_that_ends_the_speech", "/floor ury\n/floor gha as order",
		"floor who=\"p3\" kind=\"order\" limit=60000 previous=\"ends\" | "
		"Ghana has the floor (order), 1:00 [gha/order]",
		order_ends},
	{"question_that_still_pauses", "/floor ury\n/floor gha as question",
		"floor who=\"p3\" kind=\"question\" limit=60000 to=\"rapporteur-2\" "
		"previous=\"pauses\" | Ghana has the floor (question), 1:00; "
		"Uruguay waits meanwhile [gha/question (ury)]",
		order_ends},
	{"budget_that_is_used_up", "/item dialogue\n/floor ury\n{70000}/end\n/speak ury",
		"ask who=\"p2\" kind=\"statement\" | on the list: Uruguay, 1st | "
		"Uruguay: the delegation has used its time for statements in this "
		"item [- | ury]",
		budget_of_a_minute},
	{"budget_that_is_left", "/item dialogue\n/floor ury\n{50000}/end\n/speak ury",
		"ask who=\"p2\" kind=\"statement\" | on the list: Uruguay, 1st "
		"[- | ury]",
		budget_of_a_minute},
	{"policy_balance_of_the_agenda", "/policy balance",
		"policy policy=\"balance\" attribute=\"region\" | policy of the list: balance "
		"by region [-]",
		balance_by_region},
	{"why", "/floor ury\n/speak gha as reply\n/why gha",
		"> why gha | Ghana: reply to ury [ury | gha/reply]", NULL},
	{"why_who_does_not_wait", "/why gha",
		"! Ghana does not wait: /speak gha puts them on the list [-]", NULL},
	{"here_who_is_here", "/here gha", "- here already [-]", NULL},
	{"away_two", "/away gha, Uruguay",
		"away people=p3,p2 | away: Ghana, Uruguay [-]", NULL},
	{"away_two_without_a_comma", "/away gha npl",
		"away people=p3,p4 | away: Ghana, Nepal [-]", NULL},
	{"here_again", "/away gha npl\n/here gha ury",
		"here people=p3 | here: Ghana [-]", NULL},
	{"other_seats_may_before_the_facilitator", "/speak ury\n<script>/speak gha",
		"ask who=\"p3\" kind=\"statement\" | on the list: Ghana, 2nd [- | "
		"ury gha]",
		NULL},
	{"facilitator_takes_the_list", "<facilitator>/speak ury\n<script>/speak gha",
		"! the list and the floor are with the seat facilitator: /take list really "
		"takes them over [- | ury]",
		NULL},
	{"a_note_takes_no_list", "<facilitator>A note\n<script>/speak gha",
		"ask who=\"p3\" kind=\"statement\" | on the list: Ghana, 1st [- | "
		"gha]",
		NULL},
	{"others_still_take_notes", "<facilitator>/speak ury\n<script>A note",
		"note kind=\"point\" text=\"A note\" | point [- | ury]", NULL},
	{"take_without_really", "<facilitator>/speak ury\n<script>/take list",
		"? the list and the floor are with facilitator: 'really' says that it is "
		"meant, as in /take list really | y=/take list really [- | ury]",
		NULL},
	{"take", "<facilitator>/speak ury\n<script>/take list really",
		"take | this seat has the list and the floor now; before: facilitator [- | ury]",
		NULL},
	{"taken_from_the_facilitator",
		"<facilitator>/speak ury\n<script>/take list really\n<facilitator>/next",
		"! the list and the floor are with the seat script: /take list really takes "
		"them over [- | ury]",
		NULL},
	{"take_what_one_has", "<facilitator>/speak ury\n/take list really",
		"- this seat has the list and the floor [- | ury]", NULL},
	{"take_nothing", "/take",
		"! /take list really takes the list and the floor to this seat [-]", NULL},
	{"leave", "/leave", "> leave  [-]", NULL},
	{"quit", "/quit", "> leave  [-]", NULL},
	{"leave_with_the_list", "<facilitator>/speak ury\n/leave",
		"leave | the list and the floor are free for any seat > leave [- | ury]", NULL},
	{"left_list_is_free", "<facilitator>/speak ury\n/leave\n<script>/speak gha",
		"ask who=\"p3\" kind=\"statement\" | on the list: Ghana, 2nd [- | "
		"ury gha]",
		NULL},
	{"undo_speak", "/speak ury\n/undo",
		"undo undoes=2 | undone: ask rapporteur-2, Uruguay [-]", NULL},
	{"undo_floor", "/speak ury\n/next\n/undo",
		"undo undoes=3 | undone: floor rapporteur-3, Uruguay [- | ury]", NULL},
	{"undo_end", "/floor ury\n/end\n/undo", "undo undoes=3 | undone: end rapporteur-3 [ury]",
		NULL},
	{"suspend", "/suspend", "suspend | the meeting is suspended [-]", NULL},
	{"suspend_twice", "/suspend\n/suspend",
		"! the meeting is suspended already: /continue lets it go on [-]", NULL},
	{"continue", "/suspend\n/continue", "continue | the meeting goes on [-]", NULL},
	{"continue_what_runs", "/continue", "! the meeting is not suspended [-]", NULL},
	{"close", "/close", "close | the session is closed [-]", NULL},
	{"close_while_somebody_speaks", "/floor ury\n/close",
		"? Uruguay has the floor: 'really' says that it is meant, as in "
		"/close really | y=/close really [ury]",
		NULL},
	{"close_really", "/floor ury\n/close really", "close | the session is closed [-]", NULL},
	{"close_twice", "/close\n/close",
		"- the session is closed already: /reopen opens it again [-]", NULL},
	{"view", "/view Floor", "> view floor [-]", NULL},
	{"view_unknown", "/view flor", "! no view is called 'flor', did you mean floor? [-]", NULL},
	{"curtain", "/curtain", "> curtain  [-]", NULL},
	{"help", "/help next", "> help next [-]", NULL},
	{"person", "/person bra Delegate of Brazil; Ambassador; Brazil; Brazil; observer",
		"+d-rapporteur-2 \"Brazil\"; +p-rapporteur-2 bra \"Delegate of Brazil\" "
		"\"Ambassador\" \"Brazil\" d-rapporteur-2 observer; person "
		"who=\"p-rapporteur-2\" role=\"observer\" delegation=\"d-rapporteur-2\" | bra "
		"is here: Delegate of Brazil [-]",
		NULL},
	{"person_of_a_known_delegation", "/person ury2 Deputy, of Uruguay; ; Uruguay",
		"+p-rapporteur-2 ury2 \"Deputy, of Uruguay\" \"\" \"Uruguay\" d2 participant; "
		"person who=\"p-rapporteur-2\" role=\"participant\" delegation=\"d2\" | ury2 "
		"is here: Deputy, of Uruguay [-]",
		NULL},
	{"person_name_only", "/person guest A Guest",
		"+p-rapporteur-2 guest \"A Guest\" \"\" \"\" - participant; person "
		"who=\"p-rapporteur-2\" role=\"participant\" | guest is here: A Guest [-]",
		NULL},
	{"person_then_speaks", "/person bra Delegate of Brazil; ; Brazil\n/speak brazil",
		"ask who=\"p-rapporteur-2\" kind=\"statement\" | on the list: "
		"Brazil, 1st [- | bra]",
		NULL},
	{"person_taken_id", "/person gha Somebody", "! the id 'gha' is taken: choose another [-]",
		NULL},
	{"person_reserved_id", "/person p7 Somebody",
		"! the id 'p7' is not free: choose another [-]", NULL},
	{"person_bad_id", "/person Bra Somebody",
		"! an id is a small letter, then small letters, digits or '-', 32 at most: not "
		"'Bra' [-]",
		NULL},
	{"person_unknown_role", "/person bra Somebody; ; ; ; observr",
		"! chair, facilitator, rapporteur, briefer, participant or observer was "
		"expected as the role, not 'observr': did you mean observer [-]",
		NULL},
	{"person_too_many_parts", "/person bra A; B; C; D; observer; F",
		"! five parts at most: NAME; TITLE; AFFILIATION; DELEGATION; ROLE [-]", NULL},
	{"person_without_a_name", "/person bra", "! the name was expected after the id bra [-]",
		NULL},
	{"person_nothing", "/person",
		"! an id and a name were expected, as in /person bra Permanent Representative "
		"of Brazil; ; Brazil [-]",
		NULL},
	{"person_undone_id_is_free", "/person bra One\n/undo\n/person bra Two",
		"+p-rapporteur-4 bra \"Two\" \"\" \"\" - participant; person "
		"who=\"p-rapporteur-4\" role=\"participant\" | bra is here: Two [-]",
		NULL},
	{"person_undone_is_nobody", "/person bra One Name\n/undo\n/speak bra",
		"! nobody is called 'bra', did you mean fra? [-]", NULL},
	{"alias", "/alias ury Montevideo \"Banda Oriental\"",
		"+alias p2 \"Montevideo\" by rapporteur-2; +alias p2 \"Banda Oriental\" by "
		"rapporteur-2; alias who=\"p2\" | Uruguay is also Montevideo Banda "
		"Oriental [-]",
		NULL},
	{"alias_then_speaks", "/alias ury Montevideo\n/speak montevideo",
		"ask who=\"p2\" kind=\"statement\" | on the list: Uruguay, 1st [- "
		"| ury]",
		NULL},
	{"alias_that_means_another", "/alias ury Nepal",
		"+alias p2 \"Nepal\" by rapporteur-2; alias who=\"p2\" | Uruguay "
		"is also Nepal | 'Nepal' means npl too [-]",
		NULL},
	{"alias_of_nothing", "/alias ury", "! a word for Uruguay was expected [-]",
		NULL},
	{"alias_without_letters", "/alias ury !!",
		"! '!!' cannot be an alias: letters or digits were expected [-]", NULL},
	{"alias_undone", "/alias ury Montevideo\n/undo\n/speak montevideo",
		"! nobody is called 'montevideo': a name, an id or an alias was expected "
		"(/person adds somebody) [-]",
		NULL},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	if (row->rule)
		row->rule(&room.agenda);
	room_lines(&room, row->lines, &out);
	buffer_text(&out, " [");
	room_show_list(&out, &room);
	buffer_char(&out, ']');
	room_release(&room);
	char *shown = buffer_take(&out);
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
