/* SPDX-License-Identifier: MIT */
/* test_session_insertion.c - where a new entry goes in lists of 15 mixed rows, by the default
 * precedence and by another.
 *
 * A B and C wait in all five kinds. In each row, for every place i and every place j, the chair
 * puts the i-th at place j, and D asks: before the first of a lower kind that was not moved, else at the
 * end; nobody else stirs. The rows at the end show whole lists.
 */
#include "unit/cases.h"

#include "unit/session_script.h"

enum { ROWS = 15 };

#define BY_RULE "order question reply statement right-of-reply"
#define QUESTIONS_FIRST "question reply order statement right-of-reply"

/* All 15, in an order that has nothing to do with precedence. */
#define FIFTEEN                                                                                    \
	"speak A; speak A as reply; speak B as right-of-reply; speak A as order; speak B; "        \
	"speak B as question; speak A as right-of-reply; speak C as reply; speak B as order; "     \
	"speak C; speak C as question; speak B as reply; speak C as right-of-reply; "              \
	"speak A as question; speak C as order"

static const struct row {
	const char *name;
	const char *precedence;
	const char *kind;     /* of D; NULL: a whole list is shown */
	const char *script;   /* after the fifteen */
	const char *expected;
} rows[] = {
	{"order_by_rule", BY_RULE, "order", NULL, ""},
	{"question_by_rule", BY_RULE, "question", NULL, ""},
	{"reply_by_rule", BY_RULE, "reply", NULL, ""},
	{"statement_by_rule", BY_RULE, "statement", NULL, ""},
	{"right_of_reply_by_rule", BY_RULE, "right-of-reply", NULL, ""},
	{"order_questions_first", QUESTIONS_FIRST, "order", NULL, ""},
	{"question_questions_first", QUESTIONS_FIRST, "question", NULL, ""},
	{"reply_questions_first", QUESTIONS_FIRST, "reply", NULL, ""},
	{"statement_questions_first", QUESTIONS_FIRST, "statement", NULL, ""},
	{"right_of_reply_questions_first", QUESTIONS_FIRST, "right-of-reply", NULL, ""},

	{"fifteen_by_rule", BY_RULE, NULL, "note x",
		"A/order B/order C/order B/question C/question A/question A/reply "
		"C/reply B/reply A "
		"B C B/right-of-reply A/right-of-reply C/right-of-reply"},
	{"fifteen_questions_first", QUESTIONS_FIRST, NULL, "note x",
		"B/question C/question A/question A/reply C/reply B/reply A/order "
		"B/order C/order A "
		"B C B/right-of-reply A/right-of-reply C/right-of-reply"},
	{"one_of_each_by_rule", BY_RULE, NULL,
		"speak D; speak D as right-of-reply; speak D as question; speak D as reply; "
		"speak D as order",
		"A/order B/order C/order D/order B/question C/question A/question "
		"D/question A/reply "
		"C/reply B/reply D/reply A B C D B/right-of-reply A/right-of-reply "
		"C/right-of-reply "
		"D/right-of-reply"},
	{"one_of_each_questions_first", QUESTIONS_FIRST, NULL,
		"speak D; speak D as right-of-reply; speak D as question; speak D as reply; "
		"speak D as order",
		"B/question C/question A/question D/question A/reply C/reply B/reply "
		"D/reply A/order "
		"B/order C/order D/order A B C D B/right-of-reply A/right-of-reply "
		"C/right-of-reply "
		"D/right-of-reply"},
	{"past_those_moved_by_rule", BY_RULE, NULL,
		"move C first; move A last as order; move B as question before B "
		"before-kind=statement; speak D as question; speak D",
		"C* B/order C/order C/question A/question D/question A/reply C/reply B/reply A "
		"B/question* B D B/right-of-reply A/right-of-reply C/right-of-reply A/order*"},
	{"past_those_moved_questions_first", QUESTIONS_FIRST, NULL,
		"move C first; move A last as question; move B as order before B "
		"before-kind=question; speak D as question; speak D as order",
		"C* B/order* B/question C/question D/question A/reply C/reply B/reply "
		"A/order C/order "
		"D/order A B B/right-of-reply A/right-of-reply C/right-of-reply A/question*"},
};

static size_t rank_in(const struct agenda *a, enum list_kind kind)
{
	size_t rank = 0;

	while (a->list.precedence[rank] != kind)
		rank++;
	return rank;
}

/* The place where D must be: walked to from the end, which the program does not. */
static size_t place_due(const struct stage *stage, const struct entry *was, size_t count,
	enum list_kind kind)
{
	size_t place = count;

	for (size_t i = count; i > 0; i--)
		if (!was[i - 1].moved && rank_in(&stage->agenda, was[i - 1].kind) >
						 rank_in(&stage->agenda, kind))
			place = i - 1;
	return place;
}

/* The chair puts the one at `from` where the one at `to` stands. */
static void put(struct stage *stage, size_t from, size_t to)
{
	const struct entry *moved = &stage->session.waiting[from];
	const struct entry *before = &stage->session.waiting[to];
	struct buffer step = BUFFER_EMPTY;

	buffer_format(&step, "move %c as %s", 'A' + (int)moved->who, list_kind_name(moved->kind));
	if (to == from)
		buffer_text(&step, to ? " last" : " first");
	else
		buffer_format(&step, " before %c before-kind=%s", 'A' + (int)before->who,
			list_kind_name(before->kind));
	stage_run(stage, step.bytes);
	buffer_release(&step);
}

static void start(struct stage *stage, const char *precedence)
{
	struct buffer rule = BUFFER_EMPTY;

	stage_init(stage);
	buffer_format(&rule, "rule precedence %s", precedence);
	stage_run(stage, rule.bytes);
	stage_run(stage, FIFTEEN);
	buffer_release(&rule);
}

static bool stands_right(const struct row *row, size_t from, size_t to)
{
	struct entry was[ROWS];
	struct buffer step = BUFFER_EMPTY;
	enum list_kind kind = LIST_STATEMENT;
	struct stage stage;

	start(&stage, row->precedence);
	put(&stage, from, to);
	memcpy(was, stage.session.waiting, sizeof was);
	list_kind_read(row->kind, &kind);
	size_t due = place_due(&stage, was, ROWS, kind);
	bool right = session_insertion(&stage.session, kind) == due;
	buffer_format(&step, "speak D as %s", row->kind);
	stage_run(&stage, step.bytes);
	for (size_t i = 0; i <= ROWS; i++) {
		const struct entry *now = &stage.session.waiting[i];
		size_t old = i < due ? i : i - 1;

		right = right && now->who == (i == due ? 3 : was[old].who) &&
			now->kind == (i == due ? kind : was[old].kind);
	}
	right = right && stage.session.waiting_count == ROWS + 1;
	buffer_release(&step);
	stage_release(&stage);
	return right;
}

static void every_place(const struct row *row)
{
	char wrong[64] = "";

	for (size_t from = 0; from < ROWS; from++)
		for (size_t to = 0; to < ROWS && !*wrong; to++)
			if (!stands_right(row, from, to))
				snprintf(wrong, sizeof wrong, "when %zu was put at %zu", from, to);
	assert_string_equal(wrong, "");
}

static void insertion(void **state)
{
	const struct row *row = *state;
	struct buffer script = BUFFER_EMPTY;
	char kept[1024];

	if (row->kind) {
		every_place(row);
		return;
	}
	buffer_format(&script, "rule precedence %s; " FIFTEEN "; %s", row->precedence, row->script);
	snprintf(kept, sizeof kept, "%s", script.bytes);
	buffer_release(&script);
	stage_check(kept, show_waiting, row->expected);
}

CASES_MAIN(rows, insertion)
