/* SPDX-License-Identifier: MIT */
/* test_session_random.c - random acts on the list, and a second, simpler model that must agree.
 *
 * After each of 20,000 acts the two must show the same; nobody may wait twice in a kind, nobody may
 * be lost, and entries that the chair has not moved must stand by precedence. These are long runs;
 * test_session_sequences.c has very many short ones, with undo.
 */
#include "unit/cases.h"

#include "unit/list_model.h"

enum { ACTS = MODEL_TURNS, ENTRIES = MODEL_ENTRIES };

static const struct row {
	const char *name;
	const char *precedence;
	enum policy policy;
	uint32_t seed;
} rows[] = {
	{"arrival_1", NULL, POLICY_ARRIVAL, 1},
	{"arrival_2", NULL, POLICY_ARRIVAL, 2},
	{"arrival_3", NULL, POLICY_ARRIVAL, 3},
	{"arrival_4", NULL, POLICY_ARRIVAL, 4},
	{"first_timers_1", NULL, POLICY_FIRST_TIMERS, 5},
	{"first_timers_2", NULL, POLICY_FIRST_TIMERS, 6},
	{"first_timers_3", NULL, POLICY_FIRST_TIMERS, 7},
	{"first_timers_4", NULL, POLICY_FIRST_TIMERS, 8},
	{"balance_1", NULL, POLICY_BALANCE, 9},
	{"balance_2", NULL, POLICY_BALANCE, 10},
	{"balance_3", NULL, POLICY_BALANCE, 11},
	{"balance_4", NULL, POLICY_BALANCE, 12},
	{"backwards_arrival", "right-of-reply statement reply question order", POLICY_ARRIVAL, 13},
	{"backwards_first_timers", "right-of-reply statement reply question order",
		POLICY_FIRST_TIMERS, 14},
	{"backwards_balance", "right-of-reply statement reply question order", POLICY_BALANCE, 15},
	{"statements_first_arrival", "statement right-of-reply order reply question",
		POLICY_ARRIVAL, 16},
	{"statements_first_first_timers", "statement right-of-reply order reply question",
		POLICY_FIRST_TIMERS, 17},
	{"statements_first_balance", "statement right-of-reply order reply question",
		POLICY_BALANCE, 18},
	{"replies_last", "order question statement right-of-reply reply", POLICY_FIRST_TIMERS, 19},
	{"questions_last", "order reply statement right-of-reply question", POLICY_BALANCE, 20},
};

/* The acts, done in both */

static void happen(struct stage *stage, const char *format, int who, int kind, const char *more)
{
	struct buffer step = BUFFER_EMPTY;

	buffer_format(&step, format, 'A' + who, list_kind_name((enum list_kind)kind));
	buffer_text(&step, more);
	stage_run(stage, step.bytes);
	buffer_release(&step);
}

static void act_move(struct stage *stage, struct model *m, uint32_t *random, int who, int kind)
{
	int from = model_find(m, who, kind), to = below(random, ENTRIES + 2);
	struct buffer where = BUFFER_EMPTY;

	if (from < 0)
		return;
	if (to >= ENTRIES) {
		buffer_text(&where, to == ENTRIES ? " first" : " last");
		to = to == ENTRIES ? 0 : m->count;
	} else {
		to %= m->count;
		if (to == from)
			return;
		buffer_format(&where, " before %c before-kind=%s", 'A' + m->list[to].who,
			list_kind_name((enum list_kind)m->list[to].kind));
	}
	happen(stage, "move %c as %s", who, kind, where.bytes);
	buffer_release(&where);
	struct waits entry = model_out(m, from);
	entry.moved = true;
	entry.later = false;
	model_in(m, to > from ? to - 1 : to, entry);
}

static void act_later(struct stage *stage, struct model *m, int who, int kind)
{
	int at = model_find(m, who, kind);

	if (at < 0)
		return;
	happen(stage, "later %c as %s", who, kind, "");
	model_out(m, at);
	model_ask(m, (struct waits){.who = who, .kind = kind, .later = true});
}

static void act_withdraw(struct stage *stage, struct model *m, int who, int kind)
{
	int at = model_find(m, who, kind);

	happen(stage, "withdraw %c as %s", who, kind, "");
	if (at >= 0)
		model_out(m, at);
}

static void act_end(struct stage *stage, struct model *m)
{
	stage_run(stage, "end");
	if (!m->floor_count)
		return;
	model_end(m);
	model_settle(m);
}

static void act(struct stage *stage, struct model *m, uint32_t *random)
{
	int what = below(random, 20), who = below(random, STAGE_PEOPLE), kind = below(random, 5);
	int64_t ms = below(random, 90) * MS_SECOND;

	stage->at += ms;
	model_pass(m, ms);
	if (what < 8) {
		happen(stage, "speak %c as %s", who, kind, "");
		if (model_find(m, who, kind) < 0)
			model_ask(m, (struct waits){.who = who, .kind = kind});
	} else if (what < 11) {
		act_move(stage, m, random, who, kind);
	} else if (what < 12) {
		act_later(stage, m, who, kind);
	} else if (what < 14) {
		act_withdraw(stage, m, who, kind);
	} else if (what < 17) {
		happen(stage, "floor %c as %s", who, kind, "");
		model_floor(m, who, kind);
	} else {
		act_end(stage, m);
	}
}

/* What must be so */

static bool precedence_holds(const struct session *s, const struct model *m)
{
	int rank = 0;

	for (size_t i = 0; i < s->waiting_count; i++) {
		int now = m->rank[s->waiting[i].kind];

		if (s->waiting[i].moved)
			continue;
		if (now < rank)
			return false;
		rank = now;
	}
	return true;
}

static bool nobody_waits_twice(const struct session *s)
{
	bool seen[STAGE_PEOPLE][LIST_KINDS] = {{false}};

	for (size_t i = 0; i < s->waiting_count; i++) {
		bool *here = &seen[s->waiting[i].who][s->waiting[i].kind];

		if (*here)
			return false;
		*here = true;
	}
	return true;
}

static bool agree(const struct session *s, const struct model *m, char got[1024], char want[1024])
{
	struct buffer theirs = BUFFER_EMPTY, ours = BUFFER_EMPTY;

	show_waiting(&ours, s, 0);
	show_model(&theirs, m);
	snprintf(got, 1024, "%s%s%s", ours.bytes,
		precedence_holds(s, m) ? "" : " OUT OF PRECEDENCE",
		nobody_waits_twice(s) ? "" : " TWICE");
	snprintf(want, 1024, "%s", theirs.bytes);
	buffer_release(&ours);
	buffer_release(&theirs);
	return strcmp(got, want) == 0;
}

static void set_up(struct stage *stage, struct model *m, const struct row *row)
{
	stage_init(stage);
	*m = (struct model){.policy = row->policy};
	if (row->precedence) {
		char *words = mem_text(row->precedence), *rest = NULL, *word = words;
		enum list_kind kind = LIST_STATEMENT;

		for (int i = 0; i < LIST_KINDS; i++) {
			word = strtok_r(i ? NULL : words, " ", &rest);
			list_kind_read(word, &kind);
			stage->agenda.list.precedence[i] = kind;
		}
		free(words);
	}
	for (int i = 0; i < LIST_KINDS; i++)
		m->rank[stage->agenda.list.precedence[i]] = i;
	stage_run(stage, row->policy == POLICY_BALANCE ? "policy balance" : "note start");
	if (row->policy == POLICY_FIRST_TIMERS)
		stage_run(stage, "policy first-timers");
}

static void random_acts(void **state)
{
	const struct row *row = *state;
	struct model *m = mem_new(1, sizeof *m);
	char got[1024] = "", want[1024] = "";
	uint32_t random = row->seed * 2654435761U;
	struct stage stage;

	set_up(&stage, m, row);
	for (int i = 0; i < ACTS; i++) {
		stage.note_count = stage.speech_count = 0; /* their names are not needed */
		act(&stage, m, &random);
		if (!agree(&stage.session, m, got, want))
			break;
	}
	stage_release(&stage);
	free(m);
	assert_string_equal(got, want);
}

CASES_MAIN(rows, random_acts)
