/* SPDX-License-Identifier: MIT */
/* test_command_floor.c - a tour de table, budgets, the suggestion taken up, rights of reply of
 * groups, and what a change of the agenda does to the end, a row each. */
#include "unit/cases.h"

#include "unit/command_room.h"

static const char floor_agenda[] =
	"roundtable: agenda/1\n"
	"title: Test\n"
	"date: 2026-04-16\n"
	"starts: \"10:00\"\n"
	"timezone: America/New_York\n"
	"list:\n"
	"  limits: {order: 1m, question: 1m, reply: 2m, right-of-reply: [10m, 5m]}\n"
	"  budget: 1m\n"
	"participants:\n"
	"  - {id: chair, name: The Chair, affiliation: Uruguay, role: chair}\n"
	"  - {id: ury, name: Uruguay, delegation: Uruguay, rank: 3}\n"
	"  - {id: gha, name: Ghana, delegation: Ghana, rank: 1}\n"
	"  - {id: npl, name: Nepal, delegation: Nepal}\n"
	"  - {id: fra, name: France, delegation: France, rank: 2}\n"
	"  - {id: fra2, name: Deputy, delegation: France}\n"
	"  - {id: usg, name: Under-Secretary, role: briefer}\n"
	"items:\n"
	"  - {id: dialogue, title: Dialogue, minutes: 20}\n"
	"  - {id: tour, title: Tour, kind: tour-de-table, minutes: 10}\n"
	"  - {id: closing, title: Closing, kind: closing, minutes: 10}\n";

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
} rows[] = {
	/* A tour de table */
	{"tour_in_the_order_of_the_seating", "/item tour",
		"item item=\"tour\" more=1; ask who=\"p3\" kind=\"statement\" reason=\"by the "
		"seating\" more=1; ask who=\"p5\" kind=\"statement\" reason=\"by the seating\" "
		"more=1; ask who=\"p2\" kind=\"statement\" reason=\"by the seating\" more=1; "
		"ask who=\"p4\" kind=\"statement\" reason=\"by the seating\" more=1; ask "
		"who=\"p6\" kind=\"statement\" reason=\"by the seating\" | item 2 of 3: Tour, "
		"10 min; 5 on the list in seating order need 15:00: /limit 2:00 would fit [- | "
		"gha fra ury npl fra2]"},
	{"tour_passes_over_who_is_away", "/away fra ury\n/item tour",
		"item item=\"tour\" more=1; ask who=\"p3\" kind=\"statement\" reason=\"by the "
		"seating\" more=1; ask who=\"p4\" kind=\"statement\" reason=\"by the seating\" "
		"more=1; ask who=\"p6\" kind=\"statement\" reason=\"by the seating\" | item 2 "
		"of 3: Tour, 10 min; 3 on the list in seating order need 9:00, 2 away passed "
		"over [- | gha npl fra2]"},
	{"tour_of_those_who_came_late", "/person bra Brazil\n/item tour carry\n/withdraw bra",
		"withdraw who=\"p-rapporteur-2\" | off the list: Brazil [- | gha fra ury npl "
		"fra2]"},
	{"tour_with_carried_ones", "/item dialogue\n/speak npl\n/item tour carry",
		"item item=\"tour\" waiting=\"carry\" more=1; ask who=\"p3\" kind=\"statement\" "
		"reason=\"by the seating\" more=1; ask who=\"p5\" kind=\"statement\" "
		"reason=\"by the seating\" more=1; ask who=\"p2\" kind=\"statement\" "
		"reason=\"by the seating\" more=1; ask who=\"p6\" kind=\"statement\" "
		"reason=\"by the seating\" | item 2 of 3: Tour, 10 min; 4 on the list in "
		"seating order need 12:00: /limit 2:30 would fit [- | npl gha fra ury fra2]"},
	{"tour_with_a_cleared_list", "/item dialogue\n/speak npl\n/item tour clear\n/next",
		"floor who=\"p3\" kind=\"statement\" limit=180000 | Ghana has the floor, 3:00 "
		"[gha | fra ury npl fra2]"},
	{"tour_asks_what_becomes_of_who_waits", "/item dialogue\n/speak npl\n/item tour",
		"? 1 still waits: carry them over, clear the list, or keep them for this item? "
		"(/item tour carry) | c=/item tour carry | x=/item tour clear | k=/item tour keep "
		"[- | npl]"},
	{"tour_says_why", "/item tour\n/why fra",
		"> why fra | France: by the seating; before it gha: before in the seating [- | gha "
		"fra ury npl fra2]"},
	{"tour_is_one_act_to_undo", "/item tour\n/undo",
		"undo undoes=2,3,4,5,6,7 | undone: item rapporteur-2, tour, and 5 more of the same "
		"line [-]"},
	{"tour_that_comes_back_hears_the_others",
		"/item tour\n/next\n/next\n/item closing clear\n/item tour",
		"item item=\"tour\" more=1; ask who=\"p2\" kind=\"statement\" reason=\"by the "
		"seating\" more=1; ask who=\"p4\" kind=\"statement\" reason=\"by the seating\" "
		"more=1; ask who=\"p6\" kind=\"statement\" reason=\"by the seating\" | item 2 "
		"of 3: Tour, 10 min; 3 on the list in seating order need 9:00 [- | ury npl fra2]"},
	{"tour_that_comes_back_with_those_kept",
		"/item tour\n/next\n/item closing keep\n/item tour",
		"item item=\"tour\" | item 2 of 3: Tour, 10 min [- | fra ury npl fra2]"},
	{"tour_later_keeps_the_turn", "/item tour\n/later gha\n/next",
		"floor who=\"p5\" kind=\"statement\" limit=180000 | France has the floor, 3:00 "
		"[fra | ury npl fra2 gha]"},
	{"tour_next_passes_over_who_went_out", "/item tour\n/away gha fra\n/next",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has the floor, 3:00 "
		"| Ghana is not in the room and was passed over | France is not in the room and "
		"was passed over [ury | gha fra npl fra2]"},
	{"tour_next_of_who_came_back", "/item tour\n/away gha\n/next\n/here gha\n/next",
		"floor who=\"p3\" kind=\"statement\" limit=180000 previous=\"ends\" | Ghana has "
		"the floor, 3:00 [gha | ury npl fra2]"},
	{"tour_next_when_all_are_out", "/item tour\n/away gha, fra, ury, npl, fra2\n/next",
		"? Ghana is not in the room: 'really' says that it is meant, as in /next really | "
		"y=/next really [- | gha fra ury npl fra2]"},
	{"tour_here_again_says_how", "/away npl\n/item tour\n/here npl",
		"here people=p4 | here: Nepal (not heard in the tour: /speak npl) [- | gha fra ury "
		"fra2]"},
	{"tour_here_of_one_who_waits", "/item tour\n/away npl\n/here npl",
		"here people=p4 | here: Nepal [- | gha fra ury npl fra2]"},
	{"elsewhere_next_asks_about_who_is_away",
		"/item dialogue\n/speak ury, gha\n/away ury\n/next",
		"? Uruguay is not in the room: 'really' says that it is meant, as in /next "
		"really | "
		"y=/next really [- | ury gha]"},

	/* The suggestion */
	{"next_of_the_fairer_one_with_its_reason", "/floor ury\n/end\n/speak ury, gha\n/next gha",
		"floor who=\"p3\" kind=\"statement\" limit=180000 reason=\"not heard yet; the "
		"first "
		"on the list 0:10 in 1 turn\" | Ghana has the floor, 3:00; before others: not "
		"heard "
		"yet; the first on the list 0:10 in 1 turn [gha | ury]"},
	{"next_of_another_without_one", "/floor ury\n/end\n/speak ury, gha, npl\n/next npl",
		"floor who=\"p4\" kind=\"statement\" limit=180000 | Nepal has the floor, 3:00 "
		"[npl | ury gha]"},
	{"move_of_the_fairer_one_with_its_reason",
		"/floor ury\n/end\n/speak ury, gha\n/move gha first",
		"move who=\"p3\" kind=\"statement\" place=\"first\" reason=\"not heard yet; the "
		"first on the list 0:10 in 1 turn\" | Ghana goes first, moved by the chair: not "
		"heard yet; the first on the list 0:10 in 1 turn [- | gha! ury]"},
	{"why_of_one_so_moved", "/floor ury\n/end\n/speak ury, gha\n/move gha first\n/why gha",
		"> why gha | Ghana: moved by the chair: not heard yet; the first on the list "
		"0:10 in "
		"1 turn [- | gha! ury]"},

	/* Why not higher */
	{"why_behind_others", "/speak ury, gha\n/speak npl as order\n/why gha",
		"> why gha | Ghana: asked 10:00; before it npl: order goes before statement; ury: "
		"asked earlier [- | npl/order ury gha]"},

	/* Budgets */
	{"budget", "/item dialogue\n/budget 10m",
		"budget limit=600000 | each delegation has 10:00 for statements in this item [-]"},
	{"budget_off", "/item dialogue\n/budget off",
		"budget limit=0 | no budget for statements in this item [-]"},
	{"budget_off_twice", "/item dialogue\n/budget off\n/budget off",
		"- there is no budget in this item [-]"},
	{"budget_as_it_is", "/item dialogue\n/budget 1m", "- that is the budget already [-]"},
	{"budget_without_an_item", "/budget 10m",
		"! no item runs whose statements could have a budget: /item next [-]"},
	{"budget_of_no_time", "/item dialogue\n/budget much",
		"! a time such as 10m, off, or all was expected, not 'much' [-]"},
	{"budget_that_is_left_is_said", "/item dialogue\n/floor ury\n{20000}/end\n/floor ury",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has the floor, "
		"3:00; for "
		"the delegation 0:40 left of 1:00 [ury]"},
	{"budget_overrun_is_said", "/item dialogue\n/floor ury\n{80000}/end\n/floor ury",
		"floor who=\"p2\" kind=\"statement\" limit=180000 | Uruguay has the floor, "
		"3:00; for "
		"the delegation 0:20 over 1:00 [ury]"},
	{"budget_overrun_to_all", "/item dialogue\n/floor ury\n{80500}/budget all",
		"budget limit=81000 | each delegation has 1:21 for statements in this item [ury]"},
	{"budget_overrun_of_nobody", "/item dialogue\n/floor ury\n/budget all",
		"- no delegation is over its budget [ury]"},
	{"budget_to_all_without_one", "/item dialogue\n/budget off\n/budget all",
		"! there is no budget in this item: /budget TIME sets one [-]"},
	{"budget_of_the_group", "/item dialogue\n/floor ury\n{80000}/end\n/speak npl for Uruguay",
		"ask who=\"p4\" kind=\"statement\" for=\"d1\" | on the list: Nepal, 1st | "
		"Nepal: the "
		"delegation has used its time for statements in this item [- | npl]"},
	{"budget_is_not_the_chairs", "/item dialogue\n/floor chair\n{80000}/end\n/floor chair",
		"floor who=\"p1\" kind=\"statement\" limit=180000 | The Chair has the floor, 3:00 "
		"[chair]"},

	/* Rights of reply */
	{"reply_of_a_group", "/item dialogue\n/floor ury as right-of-reply\n/end\n"
		"/floor npl as right-of-reply for Uruguay",
		"floor who=\"p4\" kind=\"right-of-reply\" limit=300000 for=\"d1\" nth=2 | Nepal "
		"has "
		"the floor (right-of-reply), 5:00, the 2nd of 2 [npl/right-of-reply]"},
	{"reply_counts_those_that_wait", "/item dialogue\n/floor fra as right-of-reply\n/end\n"
		"/speak fra as right-of-reply\n/speak fra2 as right-of-reply",
		"? Deputy has had 1 of 2 rights of reply in this item, and 1 more is asked for: "
		"'really' says that it is meant, as in /speak fra2 as right-of-reply really | "
		"y=/speak fra2 as right-of-reply really [- | fra/right-of-reply]"},
	{"reply_counts_those_of_the_line", "/item dialogue\n/floor fra as right-of-reply\n/end\n"
		"/speak fra, fra2 as right-of-reply",
		"? Deputy has had 1 of 2 rights of reply in this item, and 1 more is asked for: "
		"'really' says that it is meant, as in /speak fra, fra2 as right-of-reply really | "
		"y=/speak fra, fra2 as right-of-reply really [-]"},
	{"reply_again_keeps_the_place", "/item dialogue\n/speak fra as right-of-reply\n"
		"/speak fra2 as right-of-reply\n/speak fra as right-of-reply",
		"- France waits already, the place is kept [- | fra/right-of-reply "
		"fra2/right-of-reply]"},
	{"reply_on_a_closed_list", "/item dialogue\n/list close\n/speak fra as right-of-reply",
		"ask who=\"p5\" kind=\"right-of-reply\" | on the list: France (right-of-reply), "
		"1st "
		"[- | fra/right-of-reply closed]"},

	/* What is still unanswered */
	{"end_says_what_is_unanswered",
		"/item dialogue\n/floor ury\n/speak gha as reply\n/speak npl as reply\n/end",
		"end | Uruguay has ended, 0:30; 2 questions or replies to Uruguay still wait; "
		"the floor is free [- | "
		"gha/reply npl/reply]"},
	{"the_floor_again_says_what_is_unanswered",
		"/floor ury\n/speak gha as reply\n/floor npl\n/floor ury",
		"floor who=\"p2\" kind=\"statement\" limit=180000 previous=\"ends\" | Uruguay has "
		"the floor, 3:00; 1 question or reply to Uruguay still waits [ury | gha/reply]"},
	{"end_of_an_interrupter_says_none",
		"/item dialogue\n/floor ury\n/speak gha as reply\n/floor npl as question\n/end",
		"end | Nepal has ended, 0:10; Uruguay goes on [ury | gha/reply]"},

	/* The end of the meeting */
	{"added_item_moves_the_end", "/item dialogue\n/item add Other business 10",
		"item-add item=\"other-business\" title=\"Other business\" minutes=10 | item "
		"other-business added at the end: Other business, 10 min; the meeting now ends "
		"10:50, 10 min late [-]"},
	{"more_minutes_move_the_end", "/item dialogue\n/item minutes 25",
		"item-minutes item=\"dialogue\" minutes=25 | item dialogue has 25 min; the meeting "
		"now ends 10:45, 5 min late [-]"},
	{"fewer_minutes_than_were_used", "/item dialogue\n{600000}/item minutes 5",
		"item-minutes item=\"dialogue\" minutes=5 | item dialogue has 5 min; the "
		"meeting now "
		"ends 10:30, 9 min early [-]"},
	{"moved_item_leaves_the_end", "/item dialogue\n/item move closing before tour",
		"item-move item=\"closing\" before=\"tour\" | item closing goes before tour; the "
		"meeting still ends 10:40, on time [-]"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;
	char kept[2048];

	room_init(&room, floor_agenda);
	room_lines(&room, row->lines, &out);
	buffer_text(&out, " [");
	room_show_list(&out, &room);
	buffer_char(&out, ']');
	room_release(&room);
	snprintf(kept, sizeof kept, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(kept, row->expected);
}

CASES_MAIN(rows, run)
