/* SPDX-License-Identifier: MIT */
/* test_session_items.c - the agenda as it runs, the seats, and the words of the list, a row each.
 */
#include "unit/cases.h"

#include "unit/session_script.h"

enum what { ITEMS, STATE, HOLDER, WHY, SPEAKER, WORDS };

static const struct row {
	const char *name;
	enum what what;
	const char *script;
	const char *expected;
} rows[] = {
	/* Items in the order of the agenda: > runs, . done, and time used */
	{"before_anything", ITEMS, "note hello", "one two three"},
	{"the_first_item", ITEMS, "t 0; item one; t 60", ">one 1:00 two three"},
	{"the_next_item", ITEMS, "t 0; item one; t 60; item two; t 90",
		".one 1:00 >two 0:30 three"},
	{"an_item_passed_over", ITEMS, "t 0; item one; t 60; item three; t 90",
		".one 1:00 two >three 0:30"},
	{"an_item_comes_back_and_goes_on", ITEMS,
		"t 0; item one; t 60; item two; t 90; item one; t 100",
		">one 1:10 .two 0:30 three"},
	{"the_item_that_runs_begins", ITEMS, "t 0; item one; t 5; item one; t 9",
		">one 0:09 two three !item"},
	{"an_item_nobody_knows", ITEMS, "item nine", "one two three !item"},
	{"an_item_ends", ITEMS, "t 0; item one; t 60; item-end; t 90", ".one 1:00 two three"},
	{"no_item_ends", ITEMS, "item-end", "one two three !item-end"},
	{"suspended", ITEMS, "t 0; item one; t 60; suspend; t 90", ">one 1:00 two three"},
	{"continued", ITEMS, "t 0; item one; t 60; suspend; t 90; continue; t 100",
		">one 1:10 two three"},
	{"begun_while_suspended", ITEMS, "t 0; suspend; t 60; item one; t 90; continue; t 100",
		">one 0:10 two three"},
	{"begun_while_suspended_stands", ITEMS, "t 0; suspend; t 60; item one; t 90",
		">one 0:00 two three"},
	{"left_while_suspended", ITEMS,
		"t 0; item one; t 10; suspend; t 60; item two; t 90; continue; t 100",
		".one 0:10 >two 0:10 three"},
	{"closed", ITEMS, "t 0; item one; t 60; close; t 90", ".one 1:00 two three"},
	{"closed_and_undone", ITEMS, "t 0; item one; t 60; close; t 70; undo; t 90",
		">one 1:30 two three"},
	{"begun_after_closing", ITEMS, "close; item one; item-end; limit 60",
		"one two three !item !item-end !limit"},
	{"closed_and_opened_and_on", ITEMS,
		"t 0; item one; t 60; close; t 90; reopen; t 95; item one; t 100",
		">one 1:05 two three"},
	{"the_next_item_undone_has_run_on", ITEMS,
		"t 0; item one; t 60; item two; t 90; undo; t 95", ">one 1:35 two three"},
	{"added", ITEMS, "item-add four 5 Four", "one two three four=Four+5"},
	{"added_twice", ITEMS, "item-add four 5 Four; item-add four 9 Other",
		"one two three four=Four+5"},
	{"added_and_begun_and_undone", ITEMS,
		"t 0; item-add four 5 Four; seat other; item four; seat test; undo; t 10",
		"one two three"},
	{"added_for_longer_than_any", ITEMS, "item-add four 9999 Four",
		"one two three four=Four+480"},
	{"moved", ITEMS, "item-move three one", "three one two"},
	{"moved_down", ITEMS, "item-move one three", "two one three"},
	{"moved_before_itself", ITEMS, "item-move one one", "one two three !item-move"},
	{"moved_before_nothing", ITEMS, "item-move one nine", "one two three !item-move"},
	{"moved_nothing", ITEMS, "item-move nine one", "one two three !item-move"},
	{"moved_and_undone", ITEMS, "item-move three one; undo", "one two three"},
	{"added_and_moved_and_run", ITEMS,
		"t 0; item-add four 5 Four; item-move four two; "
		"item four; t 9",
		"one >four=Four+5 0:09 two three"},
	{"minutes_of_no_item", ITEMS, "item-minutes nine 5", "one two three !item-minutes"},

	/* What the meeting is, and its list */
	{"open", STATE, "note hello", "open"},
	{"suspended_state", STATE, "suspend", "suspended"},
	{"closed_state", STATE, "close", "closed"},
	{"opened_again", STATE, "close; reopen", "open"},
	{"closed_while_suspended_and_opened", STATE, "suspend; close; reopen", "open"},
	{"list_closed", STATE, "list closed", "open list-closed"},
	{"list_opened", STATE, "list closed; list open", "open"},
	{"list_ajar", STATE, "list ajar", "open !list"},
	{"a_new_item_opens_the_list", STATE, "item one; list closed; item two", "open"},
	{"the_end_of_an_item_leaves_the_list_closed", STATE, "item one; list closed; item-end",
		"open list-closed"},
	{"an_abbreviation", STATE, "abbr tcc contributor", "open tcc=contributor"},
	{"an_abbreviation_given_anew", STATE, "abbr tcc one; abbr tcc two", "open tcc=two"},
	{"an_abbreviation_undone", STATE, "abbr tcc one; undo", "open"},

	/* Who runs the list and the floor; seats that left in brackets */
	{"nobody_yet", HOLDER, "speak A", "- of test"},
	{"a_facilitator", HOLDER, "seat facilitator; speak A", "facilitator of facilitator"},
	{"a_facilitator_by_any_name", HOLDER, "seat facilitator-2; floor A",
		"facilitator-2 of facilitator-2"},
	{"a_facilitators_note_takes_nothing", HOLDER, "seat facilitator; note hello",
		"- of facilitator"},
	{"a_facilitators_item_takes_nothing", HOLDER, "seat facilitator; item one",
		"- of facilitator"},
	{"what_is_void_takes_nothing", HOLDER, "seat facilitator; withdraw A",
		"- of facilitator !withdraw"},
	{"the_first_facilitator_keeps_it", HOLDER,
		"seat facilitator; speak A; seat facilitator-2; speak B",
		"facilitator of facilitator facilitator-2"},
	{"others_go_by_it", HOLDER, "seat facilitator; speak A; seat rapporteur; speak B",
		"facilitator of facilitator rapporteur"},
	{"taken_over", HOLDER, "seat facilitator; speak A; seat rapporteur; take",
		"rapporteur of facilitator rapporteur"},
	{"left", HOLDER, "seat facilitator; speak A; leave", "- of (facilitator)"},
	{"left_by_another", HOLDER, "seat facilitator; speak A; seat rapporteur; leave",
		"facilitator of facilitator (rapporteur)"},
	{"left_and_back", HOLDER,
		"seat facilitator; speak A; leave; seat rapporteur; floor B; "
		"seat facilitator; end",
		"facilitator of facilitator rapporteur"},

	/* Why they stand there */
	{"asked", WHY, "t 180; speak A", "asked 10:03"},
	{"a_reply", WHY, "floor A; speak B as reply to s1", "reply to A"},
	{"a_reply_to_nobody", WHY, "speak B as reply", "reply"},
	{"a_reply_to_somebody_unnamed", WHY, "floor ?; speak B as reply to s1", "reply"},
	{"a_question", WHY, "floor A; speak B as question to s1", "question to A"},
	{"an_order", WHY, "speak B as order", "point of order"},
	{"a_right_of_reply", WHY, "speak B as right-of-reply", "right of reply"},
	{"moved_by_the_chair", WHY, "speak A as reply; move A first as reply",
		"moved by the chair"},
	{"put_later", WHY, "speak A; later A", "let others go first"},
	{"for_the_first_time", WHY, "policy first-timers; speak A",
		"has not spoken yet, asked 10:00"},
	{"not_for_the_first_time", WHY, "floor A; end; policy first-timers; speak A",
		"asked 10:00"},
	{"after_a_point_of_order_only", WHY,
		"floor A as order; end; policy first-timers; speak A",
		"has not spoken yet, asked 10:00"},
	{"by_balance", WHY, "policy balance; speak A", "balance by delegation, asked 10:00"},
	{"by_balance_of_an_attribute", WHY, "policy balance region; speak A",
		"balance by region, asked 10:00"},
	{"all_of_them", WHY, "speak A; speak B as order; move A last",
		"point of order | moved by the chair"},

	/* Who said a note that is typed now */
	{"nobody_has_spoken", SPEAKER, "speak A", "?"},
	{"whoever_has_the_floor", SPEAKER, "floor A", "A"},
	{"the_last_when_the_floor_is_free", SPEAKER, "floor A; end", "A"},
	{"nobody_in_the_next_item", SPEAKER, "item one; floor A; floor B as question; item two", "?"},
	{"whoever_interrupts", SPEAKER, "floor A; floor B as question", "B"},
	{"the_interrupted_when_it_goes_on", SPEAKER, "floor A; floor B as question; end", "A"},
	{"the_interrupted_when_it_has_ended", SPEAKER, "floor A; floor B as question; end; end",
		"A"},
	{"somebody_unnamed", SPEAKER, "floor A; end; floor ?", "?"},
	{"yielded_to", SPEAKER, "floor A; yield B 60", "B"},

	/* Words come out as they went in, and no other does */
	{"note_kinds", WORDS, "note x",
		"point proposal concern support reservation commitment lesson question agreed / "
		"normal high low / open done cancelled / "
		"interrupt: order question / pass a closed list: order reply right-of-reply"},
};

static void show_item(struct buffer *out, const struct session *s, size_t i, int64_t at)
{
	static const char *const marks[] = {[ITEM_AHEAD] = "", [ITEM_NOW] = ">", [ITEM_DONE] = "."};
	const struct item *item = &s->items[i];

	buffer_format(out, "%s%s", marks[item->state], item->id);
	if (item->plan == NONE)
		buffer_format(out, "=%s+%d", item->title, item->minutes);
	if (item->state != ITEM_AHEAD) {
		buffer_char(out, ' ');
		clock_write(out, item_used(s, i, at));
	}
	assert_int_equal(item->state == ITEM_NOW, s->item_now == i);
}

static void show_items(struct buffer *out, const struct session *s, int64_t at)
{
	for (size_t i = 0; i < s->item_count; i++) {
		buffer_text(out, i ? " " : "");
		show_item(out, s, s->item_order[i], at);
	}
}

static void show_state(struct buffer *out, const struct session *s, int64_t at)
{
	static const char *const states[] = {[MEETING_OPEN] = "open",
		[MEETING_SUSPENDED] = "suspended",
		[MEETING_CLOSED] = "closed"};

	(void)at;
	buffer_format(out, "%s%s", states[s->state], s->list_closed ? " list-closed" : "");
	for (size_t i = 0; i < s->abbreviation_count; i++)
		buffer_format(out, " %s=%s", s->abbreviations[i].word, s->abbreviations[i].text);
}

static void show_holder(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	buffer_format(out, "%s of", s->holder[0] ? s->holder : "-");
	for (size_t i = 0; i < s->seat_count; i++)
		buffer_format(out, s->seats[i].left ? " (%s)" : " %s", s->seats[i].name);
}

static void show_why(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->waiting_count; i++) {
		buffer_text(out, i ? " | " : "");
		session_why(out, s, i, NAMING_ID);
	}
}

static void show_speaker(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	buffer_text(out, show_who(s, session_speaker(s)));
}

static void show_note_kinds(struct buffer *out)
{
	for (int i = 0; i < NOTE_KINDS; i++) {
		enum note_kind kind = NOTE_KINDS;

		assert_true(note_kind_read(note_kind_name((enum note_kind)i), &kind));
		assert_int_equal(kind, i);
		buffer_format(out, "%s ", note_kind_name(kind));
	}
	assert_false(note_kind_read("Point", &(enum note_kind){NOTE_POINT}));
	assert_false(note_kind_read(NULL, &(enum note_kind){NOTE_POINT}));
}

static void show_levels(struct buffer *out)
{
	buffer_text(out, "/ ");
	for (int i = 0; i < PRIORITIES; i++) {
		enum priority_level level = PRIORITIES;

		assert_true(priority_level_read(priority_level_name((enum priority_level)i), &level));
		assert_int_equal(level, i);
		buffer_format(out, "%s ", priority_level_name(level));
	}
	buffer_text(out, "/ ");
	for (int i = 0; i < ACTION_STATUSES; i++) {
		enum action_status status = ACTION_STATUSES;

		assert_true(action_status_read(action_status_name((enum action_status)i), &status));
		assert_int_equal(status, i);
		buffer_format(out, "%s ", action_status_name(status));
	}
	assert_false(priority_level_read("urgent", &(enum priority_level){PRIORITY_NORMAL}));
	assert_false(action_status_read("", &(enum action_status){ACTION_OPEN}));
}

static void show_words(struct buffer *out, const struct session *s, int64_t at)
{
	(void)s;
	(void)at;
	show_note_kinds(out);
	show_levels(out);
	buffer_text(out, "/ interrupt:");
	for (int i = 0; i < LIST_KINDS; i++)
		if (list_kind_interrupts((enum list_kind)i))
			buffer_format(out, " %s", list_kind_name((enum list_kind)i));
	buffer_text(out, " / pass a closed list:");
	for (int i = 0; i < LIST_KINDS; i++)
		if (list_kind_passes_closed((enum list_kind)i))
			buffer_format(out, " %s", list_kind_name((enum list_kind)i));
}

static void item_row(void **state)
{
	static stage_show *const shows[] = {[ITEMS] = show_items,
		[STATE] = show_state,
		[HOLDER] = show_holder,
		[WHY] = show_why,
		[SPEAKER] = show_speaker,
		[WORDS] = show_words};
	const struct row *row = *state;

	stage_check(row->script, shows[row->what], row->expected);
}

CASES_MAIN(rows, item_row)
