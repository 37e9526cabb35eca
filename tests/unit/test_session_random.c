/* SPDX-License-Identifier: MIT */
/* test_session_random.c - random acts on the list, and a second, simpler model that must agree.
 *
 * The model keeps entries and tallies in plain arrays and works everything out the long way. After
 * each of 20,000 acts the two must show the same; nobody may wait twice in a kind, nobody may be
 * lost, and entries that the chair has not moved must stand by precedence.
 */
#include "unit/cases.h"

#include "unit/session_script.h"

enum { ACTS = 1000, ENTRIES = STAGE_PEOPLE * LIST_KINDS, TURNS = 256 };

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

/* The model */

struct waits {
	int who, kind;
	bool moved, later;
};

struct turn {
	int who, kind;
	int64_t ms;
	bool ended;
};

struct model {
	int rank[LIST_KINDS];
	enum policy policy;
	struct waits list[ENTRIES];
	int count;
	struct turn turns[ACTS];
	int turn_count;
	int floor[ACTS]; /* turns, the running one last, interrupted ones before it */
	int floor_count;
};

static int delegation_of(int who)
{
	return who < 6 ? who / 2 : 100 + who;
}

/* Less is nearer to the floor. */
static int64_t claim(const struct model *m, int who)
{
	int64_t ms = 0, turns = 0;

	for (int i = 0; i < m->turn_count; i++) {
		const struct turn *turn = &m->turns[i];
		bool counts = m->policy == POLICY_BALANCE
				      ? delegation_of(turn->who) == delegation_of(who)
				      : turn->who == who;

		turns += turn->ended && counts;
		ms += turn->ended && counts ? turn->ms : 0;
	}
	return (m->policy == POLICY_BALANCE ? ms / 1000 * 100000 : 0) + turns;
}

static int model_find(const struct model *m, int who, int kind)
{
	for (int i = 0; i < m->count; i++)
		if (m->list[i].who == who && m->list[i].kind == kind)
			return i;
	return -1;
}

static struct waits model_out(struct model *m, int at)
{
	struct waits out = m->list[at];

	for (int i = at; i + 1 < m->count; i++)
		m->list[i] = m->list[i + 1];
	m->count--;
	return out;
}

static void model_in(struct model *m, int at, struct waits in)
{
	for (int i = m->count; i > at; i--)
		m->list[i] = m->list[i - 1];
	m->list[at] = in;
	m->count++;
}

/* From the end up, past every entry that was moved or goes after the new one. */
static void model_ask(struct model *m, struct waits in)
{
	int at = m->count;

	for (int i = m->count - 1; i >= 0; i--)
		if (!m->list[i].moved && m->rank[m->list[i].kind] > m->rank[in.kind])
			at = i;
	model_in(m, at, in);
}

/* Picks the best claim again and again for each place that may change hands. */
static void model_settle_kind(struct model *m, int kind)
{
	struct waits free[ENTRIES];
	bool taken[ENTRIES] = {false};
	int count = 0;

	for (int i = 0; i < m->count; i++)
		if (m->list[i].kind == kind && !m->list[i].moved && !m->list[i].later)
			free[count++] = m->list[i];
	for (int i = 0; i < m->count; i++) {
		int best = -1;

		if (m->list[i].kind != kind || m->list[i].moved || m->list[i].later)
			continue;
		for (int k = 0; k < count; k++)
			if (!taken[k] &&
				(best < 0 || claim(m, free[k].who) < claim(m, free[best].who)))
				best = k;
		taken[best] = true;
		m->list[i] = free[best];
	}
}

static void model_settle(struct model *m)
{
	for (int kind = 0; kind < LIST_KINDS && m->policy != POLICY_ARRIVAL; kind++)
		model_settle_kind(m, kind);
}

static void model_end(struct model *m)
{
	m->turns[m->floor[--m->floor_count]].ended = true;
}

static void model_floor(struct model *m, int who, int kind)
{
	bool interrupts = kind == LIST_ORDER || kind == LIST_QUESTION;
	int at = model_find(m, who, kind);

	while (!interrupts && m->floor_count)
		model_end(m);
	if (at >= 0)
		model_out(m, at);
	m->turns[m->turn_count] = (struct turn){.who = who, .kind = kind};
	m->floor[m->floor_count++] = m->turn_count++;
	model_settle(m);
}

static void model_pass(struct model *m, int64_t ms)
{
	if (m->floor_count)
		m->turns[m->floor[m->floor_count - 1]].ms += ms;
}

/* The acts, done in both */

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static int below(uint32_t *state, int most)
{
	return (int)(next_random(state) % (uint32_t)most);
}

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

static void show_model(struct buffer *out, const struct model *m)
{
	for (int i = 0; i < m->count; i++) {
		const struct waits *w = &m->list[i];

		buffer_format(out, "%s%c", i ? " " : "", 'A' + w->who);
		if (w->kind != LIST_STATEMENT)
			buffer_format(out, "/%s", list_kind_name((enum list_kind)w->kind));
		buffer_format(out, "%s%s", w->moved ? "*" : "", w->later ? "~" : "");
	}
}

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
