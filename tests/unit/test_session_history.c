/* SPDX-License-Identifier: MIT */
/* test_session_history.c - what stands, what can be undone and redone, a row each; every row in
 * many orders of arrival, which must not matter. */
#include "unit/cases.h"

#include "base/memory.h"
#include "session/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EVENTS_MOST = 32, ORDERS = 60 };

/* Input: SEAT SEQ KIND, run together, with numbers by dots for undo and redo, `+` when the typed
 * line goes on, `@N` for the clock (else ten more than the event before). Kinds: o open, n note, f
 * floor, e end, u undo, r redo, c clock, l leave, t take, ? unknown, ! a note without its fields.
 */
static const struct row {
	const char *name;
	const char *input;
	const char *expected; /* in order, undone ones in brackets; then undo and redo of seat a */
} rows[] = {
	{"nothing", "", "; undo; redo"},
	{"only_a_header", "a1o", "a1; undo; redo"},
	{"a_note", "a1o a2n", "a1 a2; undo 2; redo"},
	{"a_note_undone", "a1o a2n a3u2", "a1 (a2) a3; undo; redo 2"},
	{"a_note_redone", "a1o a2n a3u2 a4r2", "a1 a2 a3 a4; undo 2; redo"},
	{"undone_redone_and_undone", "a1o a2n a3u2 a4r2 a5u2", "a1 (a2) a3 a4 a5; undo; redo 2"},
	{"two_notes_one_undone", "a1o a2n a3n a4u3", "a1 a2 (a3) a4; undo 2; redo 3"},
	{"two_undos", "a1o a2n a3n a4u3 a5u2", "a1 (a2) (a3) a4 a5; undo; redo 2"},
	{"two_undos_one_redo", "a1o a2n a3n a4u3 a5u2 a6r2", "a1 a2 (a3) a4 a5 a6; undo 2; redo 3"},
	{"two_undos_two_redos", "a1o a2n a3n a4u3 a5u2 a6r2 a7r3",
		"a1 a2 a3 a4 a5 a6 a7; undo 3; redo"},
	{"a_new_act_forgets", "a1o a2n a3u2 a4n", "a1 (a2) a3 a4; undo 4; redo"},
	{"a_new_act_forgets_all", "a1o a2n a3n a4u3 a5u2 a6n a7u6",
		"a1 (a2) (a3) a4 a5 (a6) a7; undo; redo 6"},
	{"leaving_forgets_nothing", "a1o a2n a3u2 a4l", "a1 (a2) a3 a4; undo; redo 2"},
	{"a_step_of_the_clock_forgets_nothing", "a1o a2n a3u2 a4c", "a1 (a2) a3 a4; undo; redo 2"},
	{"taking_the_list_is_passed_over", "a1o a2n a3t", "a1 a2 a3; undo 2; redo"},
	{"a_typed_line_of_three", "a1o a2n+ a3n+ a4n", "a1 a2 a3 a4; undo 2 3 4; redo"},
	{"a_typed_line_undone", "a1o a2n a3n+ a4n a5u3.4", "a1 a2 (a3) (a4) a5; undo 2; redo 3 4"},
	{"a_typed_line_with_a_lost_event", "a1o a2n+ a4n", "a1 a2 a4; undo 4; redo"},
	{"line_one_is_never_undone", "a1o a2n a3u1", "a1 a2 a3; undo 2; redo"},
	{"nor_what_comes_later", "a1o a2u3 a3n", "a1 a2 a3; undo 3; redo"},
	{"nor_another_seat", "b1o b2n a1o a2n a3u2", "b1 b2 a1 (a2) a3; undo; redo 2"},
	{"nor_what_never_was", "a1o a2n a9u7", "a1 a2 a9; undo 2; redo"},
	{"nor_an_undo", "a1o a2n a3u2 a4u3", "a1 (a2) a3 a4; undo; redo 2"},
	{"an_undo_before_it_by_the_clock", "a1o a2n@500 a3u2@400", "a1 a3 (a2); undo; redo 2"},
	{"undo_is_by_seat", "b1o b2n a1o a2n b3u2", "b1 (b2) a1 a2 b3; undo 2; redo"},
	{"another_seat_does_not_forget", "a1o a2n a3u2 b1o b2n", "a1 (a2) a3 b1 b2; undo; redo 2"},
	{"by_clock_before_seat", "b1o@10 a1o@20 b2n@30 a2n@25", "b1 a1 a2 b2; undo 2; redo"},
	{"by_seat_at_one_clock", "b1o@10 a1o@10 c1o@10", "a1 b1 c1; undo; redo"},
	{"numbers_twice_and_out_of_order", "a1o a2n+ a3n a4u3.2.3",
		"a1 (a2) (a3) a4; undo; redo 2 3"},
	{"an_unknown_act_is_there", "a1o a2?", "a1 a2; undo 2; redo"},
};

static const struct {
	char letter;
	enum event_kind kind;
} kinds[] = {{'o', EVENT_OPENED}, {'n', EVENT_NOTED}, {'f', EVENT_FLOOR_GIVEN},
	{'e', EVENT_FLOOR_ENDED}, {'u', EVENT_UNDONE}, {'r', EVENT_REDONE},
	{'c', EVENT_CLOCK_STEPPED}, {'l', EVENT_SEAT_LEFT}, {'t', EVENT_LIST_TAKEN},
	{'?', EVENT_UNKNOWN}, {'!', EVENT_NOTED}};

static struct event *event_of(const char *word, int64_t clock)
{
	char *at;
	int64_t seq = strtoll(word + 1, &at, 10);
	struct event *e = NULL;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].letter == *at)
			e = event_new(kinds[i].kind);
	assert_non_null(e);
	e->seat[0] = word[0];
	e->seq = seq;
	if (e->kind == EVENT_UNKNOWN)
		e->unknown = mem_text("applaud");
	while (*++at) {
		if (*at >= '0' && *at <= '9') {
			int64_t number = strtoll(at, &at, 10);
			event_add_number(
				e, e->kind == EVENT_UNDONE ? FIELD_UNDOES : FIELD_REDOES, number);
			at--;
		} else if (*at == '+') {
			event_set_true(e, FIELD_MORE);
		} else if (*at == '@') {
			clock = strtoll(at + 1, &at, 10);
			at--;
		}
	}
	e->clock = e->at = clock;
	return e;
}

static size_t read_events(struct event **out, const char *input)
{
	char words[512];
	size_t count = 0;

	snprintf(words, sizeof words, "%s", input);
	for (char *rest, *word = strtok_r(words, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest)) {
		out[count] = event_of(word, ((int64_t)count + 1) * 10);
		count++;
	}
	return count;
}

static void say_numbers(struct buffer *out, const char *what, const int64_t *numbers, size_t count)
{
	buffer_format(out, "; %s", what);
	for (size_t i = 0; i < count; i++)
		buffer_format(out, " %lld", (long long)numbers[i]);
}

static void say(struct buffer *out, const struct history *h)
{
	int64_t *numbers, most = h->count ? history_at(h, h->count - 1)->clock : 0;

	/* What is held back is the newest clock only. */
	if (history_clock(h, INT64_MAX) != most || history_clock(h, most - 1) >= (most ? most : 1))
		buffer_text(out, "the clock is wrong; ");

	for (size_t i = 0; i < h->count; i++) {
		char id[ID_SIZE];
		const struct packed *e = history_at(h, i);

		snprintf(id, sizeof id, "%s-%lld", e->seat, (long long)e->seq);
		buffer_format(out, history_stands(h, id) ? "%s%s%lld" : "%s(%s%lld)", i ? " " : "",
			e->seat, (long long)e->seq);
		if (history_find(h, id) != e)
			buffer_text(out, " which is not found");
	}
	size_t count = history_undoable(h, "a", &numbers);
	say_numbers(out, "undo", numbers, count);
	free(numbers);
	count = history_redoable(h, "a", &numbers);
	say_numbers(out, "redo", numbers, count);
	free(numbers);
}

/* A fixed sequence of pseudo-random numbers (xorshift). */
static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void shuffle(struct event **events, size_t count, uint32_t *state)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = next_random(state) % i;
		struct event *kept = events[i - 1];

		events[i - 1] = events[other];
		events[other] = kept;
	}
}

/* Adds copies in that order, some of them twice. */
static void add_all(struct history *h, struct event *const *events, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		history_add(h, event_copy(events[i]), NULL);
		if (history_add(h, event_copy(events[i / 2]), NULL))
			h->clock = -1;
	}
}

static void run(void **state)
{
	const struct row *row = *state;
	struct event *events[EVENTS_MOST];
	struct buffer first = BUFFER_EMPTY;
	size_t count = read_events(events, row->input);
	uint32_t random = 2463534242U;

	for (int order = 0; order < ORDERS; order++) {
		struct history h;
		struct buffer now = BUFFER_EMPTY;

		history_init(&h);
		add_all(&h, events, count);
		say(&now, &h);
		if (h.clock < 0)
			buffer_text(&now, "; one was taken twice");
		history_release(&h);
		if (order == 0)
			buffer_text(&first, now.bytes);
		else if (!same_text(first.bytes, now.bytes) && !strstr(first.bytes, "otherwise"))
			buffer_format(&first, ", otherwise %s", now.bytes);
		buffer_release(&now);
		shuffle(events, count, &random);
	}
	for (size_t i = 0; i < count; i++)
		event_free(events[i]);
	char shown[512];
	snprintf(shown, sizeof shown, "%s", first.bytes);
	buffer_release(&first);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
