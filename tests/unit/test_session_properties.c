/* SPDX-License-Identifier: MIT */
/* test_session_properties.c - each row of events.def does what its properties say, and no other does.
 *
 * Every kind of event has an example: what comes before, by a seat that does not facilitate, and the
 * event by one that does, later. What the event changes of the list and the floor, of clocks and of
 * notes is compared with its properties, and so is what the session makes of those. Undo and redo are
 * the history's, which tests them. */
#include "unit/cases.h"
#include "unit/session_script.h"

static const struct example {
	const char *before, *event;
} examples[EVENT_KINDS] = {
	[EVENT_OPENED] = {"", "open format=log/1 session=s seat=b role=facilitator log=l version=0"},
	[EVENT_NOTED] = {"", "note said"},
	[EVENT_EDITED] = {"note said", "edit n1 other"},
	[EVENT_AGREED] = {"note said", "agree note=n1 text=other"},
	[EVENT_TAGGED] = {"note said", "tag n1 alpha"},
	[EVENT_UNTAGGED] = {"note said themes=alpha", "untag n1 alpha"},
	[EVENT_KIND_SET] = {"note said", "kind n1 as concern"},
	[EVENT_ATTRIBUTED] = {"note said", "attribute note=n1 by=A"},
	[EVENT_DROPPED] = {"note said", "drop n1"},
	[EVENT_ACTION_TAKEN] = {"", "action do"},
	[EVENT_OWNED] = {"action do", "owner n1 A"},
	[EVENT_DUE_SET] = {"action do", "due n1 2026-05-01"},
	[EVENT_STATUS_SET] = {"action do", "status n1 done"},
	[EVENT_CONFIRMED] = {"action do", "confirm n1"},
	[EVENT_THEME_MADE] = {"", "theme delta Delta"},
	[EVENT_THEME_RENAMED] = {"", "rename alpha Other"},
	[EVENT_THEME_MERGED] = {"note said themes=alpha", "merge alpha beta"},
	[EVENT_DIGIT_SET] = {"", "digit 7 alpha"},
	[EVENT_PERSON_CAME] = {"", "person p-test-2 participant"},
	[EVENT_ALIAS_GIVEN] = {"", "alias who=A"},
	[EVENT_ITEM_BEGUN] = {"", "item one"},
	[EVENT_ITEM_ENDED] = {"item one", "item-end"},
	[EVENT_ITEM_ADDED] = {"", "item-add four 10 Four"},
	[EVENT_ITEM_TIMED] = {"", "item-minutes one 20"},
	[EVENT_ITEM_MOVED] = {"", "item-move three before one"},
	[EVENT_ASKED] = {"", "speak A"},
	[EVENT_WITHDREW] = {"speak A", "withdraw A"},
	[EVENT_PUT_LATER] = {"speak A; speak B", "later A"},
	[EVENT_MOVED] = {"speak A; speak B", "move B first"},
	[EVENT_FLOOR_GIVEN] = {"", "floor A"},
	[EVENT_FLOOR_ENDED] = {"floor A", "end"},
	[EVENT_FLOOR_PAUSED] = {"floor A", "pause"},
	[EVENT_FLOOR_RESUMED] = {"floor A; pause", "resume"},
	[EVENT_FLOOR_YIELDED] = {"floor A", "yield B 60"},
	[EVENT_FLOOR_EXTENDED] = {"floor A", "extend 30"},
	[EVENT_ITEM_LIMITED] = {"item one", "limit 120"},
	[EVENT_ITEM_BUDGETED] = {"item one", "budget 300"},
	[EVENT_LIST_SET] = {"", "list closed"},
	[EVENT_LIST_CLEARED] = {"speak A", "list-clear"},
	[EVENT_POLICY_SET] = {"", "policy first-timers"},
	[EVENT_CAME_IN] = {"away A", "here A"},
	[EVENT_WENT_OUT] = {"", "away A"},
	[EVENT_LIST_TAKEN] = {"", "take"},
	[EVENT_SEAT_LEFT] = {"", "leave"},
	[EVENT_SUSPENDED] = {"", "suspend"},
	[EVENT_CONTINUED] = {"suspend", "continue"},
	[EVENT_CLOSED] = {"", "close"},
	[EVENT_REOPENED] = {"close", "reopen"},
	[EVENT_ABBREVIATED] = {"", "abbr word text"},
	[EVENT_CLOCK_STEPPED] = {"", "clock step=3000"},
};

/* Who waits, how the list is run, and the speeches; not which item runs. */
static void show_list(struct buffer *out, const struct session *s)
{
	show_waiting(out, s, s->now);
	buffer_format(out, " %d %d", s->list_closed, (int)s->policy);
	for (size_t i = 0; i < s->speech_count; i++)
		buffer_format(out, " %zu %d %" PRId64, s->speeches[i].who, (int)s->speeches[i].state,
			s->speeches[i].limit_ms);
	for (size_t i = 0; i < s->agenda->item_count; i++)
		buffer_format(out, " %" PRId64 " %" PRId64, s->items[i].limit_ms,
			s->items[i].budget_ms);
}

/* What makes a clock run or stand. */
static void show_clocks(struct buffer *out, const struct session *s)
{
	buffer_format(out, "%zu %d", s->item_now, (int)s->state);
	for (size_t i = 0; i < s->speech_count; i++)
		buffer_format(out, " %d", (int)s->speeches[i].state);
}

/* What the first `count` notes count for. */
static void show_notes(struct buffer *out, const struct session *s, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct note *n = &s->notes[i];

		buffer_format(out, " %d %d %u %u", (int)n->kind, n->dropped, n->by, n->speech);
		for (size_t k = 0; k < n->theme_count; k++)
			buffer_format(out, " %zu", session_theme_root(s, n->themes[k]));
	}
}

struct shown {
	struct buffer list, clocks, notes;
};

static struct shown shown_of(const struct session *s, size_t notes)
{
	struct shown shown = {BUFFER_EMPTY, BUFFER_EMPTY, BUFFER_EMPTY};

	show_list(&shown.list, s);
	show_clocks(&shown.clocks, s);
	show_notes(&shown.notes, s, notes);
	return shown;
}

static void shown_release(struct shown *shown)
{
	buffer_release(&shown->list);
	buffer_release(&shown->clocks);
	buffer_release(&shown->notes);
}

static void differs(struct buffer *wrong, enum event_kind kind, const char *what, bool does, bool says)
{
	if (does != says)
		buffer_format(wrong, "%s %s %s; ", event_table[kind].name, does ? "does" : "does not",
			what);
}

static void check(struct buffer *wrong, enum event_kind kind)
{
	struct stage stage;
	const struct session *s = &stage.session;

	stage_init(&stage);
	if (*examples[kind].before)
		stage_run(&stage, examples[kind].before);
	stage_run(&stage, "seat facilitator; clock step=3000; t 900");
	size_t reworked = s->reworked, notes = s->note_count;
	struct shown before = shown_of(s, notes);
	stage_run(&stage, examples[kind].event);
	struct shown after = shown_of(s, notes);
	bool taken = strcmp(s->holder, "facilitator") == 0 && kind != EVENT_LIST_TAKEN;
	if (stage.voids.len)
		buffer_format(wrong, "%s is void; ", event_table[kind].name);
	differs(wrong, kind, "take the list", taken, event_has(kind, TAKES_LIST));
	differs(wrong, kind, "move the clock", s->now == stage.at, event_has(kind, MOVES_CLOCK));
	differs(wrong, kind, "recount", s->reworked > reworked, event_has(kind, RECOUNTS));
	differs(wrong, kind, "change the list", strcmp(before.list.bytes, after.list.bytes) != 0,
		event_has(kind, TAKES_LIST));
	differs(wrong, kind, "change a clock", strcmp(before.clocks.bytes, after.clocks.bytes) != 0,
		event_has(kind, MOVES_CLOCK));
	differs(wrong, kind, "change notes", strcmp(before.notes.bytes, after.notes.bytes) != 0,
		event_has(kind, RECOUNTS));
	shown_release(&before);
	shown_release(&after);
	stage_release(&stage);
}

static void every_event_has_its_properties(void **state)
{
	struct buffer wrong = BUFFER_EMPTY;
	char shown[1024];

	(void)state;
	for (int i = 0; i < EVENT_KINDS; i++)
		if (examples[i].event)
			check(&wrong, (enum event_kind)i);
		else if (i != EVENT_UNDONE && i != EVENT_REDONE)
			buffer_format(&wrong, "%s has no example; ", event_table[i].name);
	snprintf(shown, sizeof shown, "%s", wrong.bytes);
	buffer_release(&wrong);
	assert_string_equal(shown, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_event_has_its_properties)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
