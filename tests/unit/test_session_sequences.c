/* SPDX-License-Identifier: MIT */
/* test_session_sequences.c - 100,000 random sequences of acts on the list, against a second model.
 *
 * Each sequence begins with an empty list. After every act: the two models show the same list; who
 * was not moved stands by precedence; nobody waits twice in a kind; nobody came or went but those
 * whom the act names; who was moved, or let others go first, stands between the same neighbours. An
 * undo takes the last act back as if it had never been: the model does all the others again. In the
 * end everything is undone, and the list is empty and the floor free.
 */
#include "unit/cases.h"

#include "unit/list_model.h"

enum { SEQUENCES = 5000, ACTS_MOST = 12 };

static const char backwards[] = "right-of-reply statement reply question order";
static const char questions[] = "question reply order statement right-of-reply";
static const char statements[] = "statement right-of-reply order reply question";
static const char by_rule[] = "order question reply statement right-of-reply";

static const struct row {
	const char *name;
	const char *precedence;
	enum policy policy;
	uint32_t seed;
} rows[] = {
	{"arrival_1", by_rule, POLICY_ARRIVAL, 101},
	{"arrival_2", by_rule, POLICY_ARRIVAL, 102},
	{"arrival_questions_first_1", questions, POLICY_ARRIVAL, 103},
	{"arrival_questions_first_2", questions, POLICY_ARRIVAL, 104},
	{"arrival_backwards_1", backwards, POLICY_ARRIVAL, 105},
	{"arrival_backwards_2", backwards, POLICY_ARRIVAL, 106},
	{"arrival_statements_first", statements, POLICY_ARRIVAL, 107},
	{"first_timers_1", by_rule, POLICY_FIRST_TIMERS, 108},
	{"first_timers_2", by_rule, POLICY_FIRST_TIMERS, 109},
	{"first_timers_questions_first_1", questions, POLICY_FIRST_TIMERS, 110},
	{"first_timers_questions_first_2", questions, POLICY_FIRST_TIMERS, 111},
	{"first_timers_backwards", backwards, POLICY_FIRST_TIMERS, 112},
	{"first_timers_statements_first", statements, POLICY_FIRST_TIMERS, 113},
	{"balance_1", by_rule, POLICY_BALANCE, 114},
	{"balance_2", by_rule, POLICY_BALANCE, 115},
	{"balance_questions_first_1", questions, POLICY_BALANCE, 116},
	{"balance_questions_first_2", questions, POLICY_BALANCE, 117},
	{"balance_backwards_1", backwards, POLICY_BALANCE, 118},
	{"balance_backwards_2", backwards, POLICY_BALANCE, 119},
	{"balance_statements_first", statements, POLICY_BALANCE, 120},
};

/* One act, as plain numbers, so that the model can do it again. */

enum what { ASK, MOVE, LATER, WITHDRAW, GIVE, END, CLEAR, CLOSE_AFTER };
enum where { FIRST, LAST, BEFORE };

struct act {
	enum what what;
	int who, kind;
	enum where place;
	int before, before_kind;
	int64_t at;
};

struct sequence {
	struct act acts[ACTS_MOST]; /* those that stand */
	int count;
	int events; /* of the seat, undos too */
};

static struct act random_act(uint32_t *random)
{
	static const enum what often[] = {ASK, ASK, ASK, ASK, ASK, ASK, MOVE, MOVE, MOVE, LATER,
		WITHDRAW, GIVE, GIVE, GIVE, END, END, CLEAR, CLOSE_AFTER};

	return (struct act){
		.what = often[below(random, sizeof often / sizeof *often)],
		.who = below(random, STAGE_PEOPLE),
		.kind = below(random, 3) ? LIST_STATEMENT : below(random, LIST_KINDS),
		.place = (enum where)below(random, 3),
		.before = below(random, STAGE_PEOPLE),
		.before_kind = below(random, 3) ? LIST_STATEMENT : below(random, LIST_KINDS),
	};
}

/* The act as an event */

static const char *number_of(int who)
{
	static const char *const numbers[STAGE_PEOPLE] = {
		"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"};

	return numbers[who];
}

static struct event *event_of(const struct act *act)
{
	static const enum event_kind kinds[] = {[ASK] = EVENT_ASKED,
		[MOVE] = EVENT_MOVED,
		[LATER] = EVENT_PUT_LATER,
		[WITHDRAW] = EVENT_WITHDREW,
		[GIVE] = EVENT_FLOOR_GIVEN,
		[END] = EVENT_FLOOR_ENDED,
		[CLEAR] = EVENT_LIST_CLEARED,
		[CLOSE_AFTER] = EVENT_LIST_SET};
	struct event *e = event_new(kinds[act->what]);

	if (act->what == END || act->what == CLEAR)
		return e;
	event_set_text(e, FIELD_WHO, number_of(act->who));
	event_set_text(e, FIELD_KIND, list_kind_name((enum list_kind)act->kind));
	if (act->what == GIVE)
		event_set_number(e, FIELD_LIMIT, MS_MINUTE);
	if (act->what == CLOSE_AFTER)
		event_set_text(e, FIELD_STATE, "closed");
	if (act->what != MOVE)
		return e;
	if (act->place != BEFORE) {
		event_set_text(e, FIELD_PLACE, act->place == FIRST ? "first" : "last");
		return e;
	}
	event_set_text(e, FIELD_BEFORE, number_of(act->before));
	event_set_text(
		e, FIELD_BEFORE_KIND, list_kind_name((enum list_kind)act->before_kind));
	return e;
}

/* The act in the model */

static void model_move(struct model *m, int from, int to)
{
	struct waits entry = model_out(m, from);

	entry.moved = true;
	entry.later = false;
	model_in(m, to > from ? to - 1 : to, entry);
}

static void model_act_move(struct model *m, const struct act *act, int from)
{
	int to = act->place == FIRST ? 0 : m->count;

	if (act->place == BEFORE)
		to = model_find(m, act->before, act->before_kind);
	if (from < 0 || to < 0 || (act->place == BEFORE && to == from))
		return;
	model_move(m, from, to);
}

static void model_act(struct model *m, const struct act *act)
{
	int at = model_find(m, act->who, act->kind);

	model_pass(m, act->at - m->now);
	m->now = act->at;
	if (act->what == ASK && at < 0)
		model_ask(m, (struct waits){.who = act->who, .kind = act->kind});
	if (act->what == MOVE)
		model_act_move(m, act, at);
	if (act->what == CLOSE_AFTER && at >= 0)
		model_move(m, at, m->count);
	if ((act->what == LATER || act->what == WITHDRAW) && at >= 0)
		model_out(m, at);
	if (act->what == LATER && at >= 0)
		model_ask(
			m, (struct waits){.who = act->who, .kind = act->kind, .later = true});
	if (act->what == GIVE)
		model_floor(m, act->who, act->kind);
	if (act->what == CLEAR)
		m->count = 0;
	if (act->what == END && m->floor_count) {
		model_end(m);
		model_settle(m);
	}
}

static void model_empty(struct model *m)
{
	m->count = m->turn_count = m->floor_count = 0;
	m->now = 0;
}

/* What must be so after an act */

struct list {
	struct waits entries[MODEL_ENTRIES];
	int count;
};

static void list_of(struct list *out, const struct session *s)
{
	out->count = 0;
	for (size_t i = 0; i < s->waiting_count; i++)
		out->entries[out->count++] = (struct waits){.who = (int)s->waiting[i].who,
			.kind = (int)s->waiting[i].kind,
			.moved = s->waiting[i].moved,
			.later = s->waiting[i].put_later};
}

static bool same_entry(struct waits a, struct waits b)
{
	return a.who == b.who && a.kind == b.kind && a.moved == b.moved && a.later == b.later;
}

static bool agrees(const struct list *now, const struct model *m)
{
	bool same = now->count == m->count;

	for (int i = 0; same && i < m->count; i++)
		same = same_entry(now->entries[i], m->list[i]);
	return same;
}

static bool precedence_holds(const struct list *now, const struct model *m)
{
	int rank = 0;

	for (int i = 0; i < now->count; i++) {
		if (now->entries[i].moved)
			continue;
		if (m->rank[now->entries[i].kind] < rank)
			return false;
		rank = m->rank[now->entries[i].kind];
	}
	return true;
}

static int place_of(const struct list *list, int who, int kind)
{
	for (int i = 0; i < list->count; i++)
		if (list->entries[i].who == who && list->entries[i].kind == kind)
			return i;
	return -1;
}

/* Nobody twice; nobody new but who asked; nobody gone but whom the act takes off. */
static bool nobody_lost_or_doubled(
	const struct list *was, const struct list *now, const struct act *act)
{
	for (int i = 0; i < now->count; i++) {
		struct waits w = now->entries[i];

		if (place_of(now, w.who, w.kind) != i)
			return false;
		if (place_of(was, w.who, w.kind) < 0 &&
			!(act->what == ASK && w.who == act->who && w.kind == act->kind))
			return false;
	}
	for (int i = 0; i < was->count && act->what != CLEAR; i++) {
		struct waits w = was->entries[i];
		bool named = w.who == act->who && w.kind == act->kind;

		if (place_of(now, w.who, w.kind) < 0 &&
			!(named && (act->what == WITHDRAW || act->what == GIVE)))
			return false;
	}
	return true;
}

static void without_named(struct list *list, const struct act *act)
{
	int at = place_of(list, act->who, act->kind);

	if (at < 0)
		return;
	for (int i = at; i + 1 < list->count; i++)
		list->entries[i] = list->entries[i + 1];
	list->count--;
}

/* But for the one that the act names, who holds a place has it still, and when no speech ended all
 * others are in the order in which they were. */
static bool places_hold(const struct list *was, const struct list *now, const struct act *act)
{
	struct list before = *was, after = *now;

	if (act->what == CLEAR)
		return now->count == 0;
	if (act->what != END) {
		without_named(&before, act);
		without_named(&after, act);
	}
	if (before.count != after.count)
		return false;
	for (int i = 0; i < before.count; i++) {
		struct waits w = before.entries[i];

		if ((w.moved || w.later || (act->what != END && act->what != GIVE)) &&
			!same_entry(w, after.entries[i]))
			return false;
	}
	return true;
}

static const char *wrong(const struct list *was, const struct list *now, const struct act *act,
	const struct model *m)
{
	if (!agrees(now, m))
		return "the models differ";
	if (!precedence_holds(now, m))
		return "precedence is broken";
	if (act && !nobody_lost_or_doubled(was, now, act))
		return "somebody was lost or doubled";
	if (act && !places_hold(was, now, act))
		return "somebody lost their place";
	return NULL;
}

/* One sequence */

static void begin_again(struct stage *stage)
{
	session_release(&stage->session);
	session_init(&stage->session, &stage->agenda, &stage->agenda.people);
	history_release(&stage->history);
	history_init(&stage->history);
	stage->at = agenda_start(&stage->agenda);
	stage_open(stage);
	if (stage->agenda.list.policy != POLICY_ARRIVAL)
		assert_int_equal(stage->session.policy, stage->agenda.list.policy);
}

static const char *do_act(struct stage *stage, struct model *m, struct sequence *q, struct act act)
{
	struct list was, now;

	list_of(&was, &stage->session);
	stage->speech_count = 0;
	act.at = stage->at;
	stage_happen(stage, event_of(&act));
	q->acts[q->count++] = act;
	q->events++;
	model_act(m, &act);
	list_of(&now, &stage->session);
	return wrong(&was, &now, &act, m);
}

/* The model forgets the last act and does all others again, each at its time. */
static const char *undo_act(struct stage *stage, struct model *m, struct sequence *q)
{
	struct list now;

	stage_undo(stage, false);
	q->events++;
	q->count--;
	model_empty(m);
	for (int i = 0; i < q->count; i++)
		model_act(m, &q->acts[i]);
	list_of(&now, &stage->session);
	return wrong(NULL, &now, NULL, m);
}

/* Undoes all acts that stand, and folds once. */
static const char *undo_to_the_start(struct stage *stage, const struct sequence *q)
{
	for (int i = 0; i < q->count; i++) {
		int64_t *numbers = NULL;
		size_t count = history_undoable(&stage->history, stage->seat, &numbers);
		struct event *e = event_new(EVENT_UNDONE);
		bool in_order;

		if (count != 1)
			return "there is nothing to undo";
		event_add_number(e, FIELD_UNDOES, numbers[0]);
		free(numbers);
		snprintf(e->seat, sizeof e->seat, "%s", stage->seat);
		e->seq = history_last(&stage->history, stage->seat, NULL) + 1;
		e->at = stage->at;
		e->clock = stage->history.clock + 1;
		history_add(&stage->history, e, &in_order);
	}
	stage_refold(stage);
	if (stage->session.waiting_count || stage->session.floor != NONE ||
		stage->session.speech_count || stage->session.list_closed)
		return "something is left when all is undone";
	return NULL;
}

static const char *one_sequence(struct stage *stage, struct model *m, uint32_t *random)
{
	struct sequence q = {0};
	const char *why = NULL;
	int most = 3 + below(random, ACTS_MOST - 2);

	begin_again(stage);
	model_empty(m);
	while (!why && q.count < most && q.events < 2 * ACTS_MOST) {
		stage->at += below(random, 90) * MS_SECOND;
		why = q.count && below(random, 12) == 0
			      ? undo_act(stage, m, &q)
			      : do_act(stage, m, &q, random_act(random));
	}
	return why ? why : undo_to_the_start(stage, &q);
}

static void set_up(struct stage *stage, struct model *m, const struct row *row)
{
	char words[128], *rest = NULL;
	enum list_kind kind = LIST_STATEMENT;

	stage_init(stage);
	snprintf(words, sizeof words, "%s", row->precedence);
	for (int i = 0; i < LIST_KINDS; i++) {
		list_kind_read(strtok_r(i ? NULL : words, " ", &rest), &kind);
		stage->agenda.list.precedence[i] = kind;
		m->rank[kind] = i;
	}
	stage->agenda.list.policy = m->policy = row->policy;
}

static void sequences(void **state)
{
	const struct row *row = *state;
	struct model *m = mem_new(1, sizeof *m);
	uint32_t random = row->seed * 2654435761U;
	const char *why = NULL;
	struct stage stage;
	char told[128] = "";
	int i = 0;

	set_up(&stage, m, row);
	for (; !why && i < SEQUENCES; i++)
		why = one_sequence(&stage, m, &random);
	if (why)
		snprintf(told, sizeof told, "sequence %d: %s", i, why);
	stage_release(&stage);
	free(m);
	assert_string_equal(told, "");
}

CASES_MAIN(rows, sequences)
