/* SPDX-License-Identifier: MIT */
/* list_model.h - the speakers' list a second time, written the long way, for tests of the first.
 *
 * Entries and tallies in plain arrays; every act works everything out anew. It knows the persons of
 * session_script.h: north A B, south C D, east E F; G and H stand alone.
 */
#ifndef TESTS_UNIT_LIST_MODEL_H
#define TESTS_UNIT_LIST_MODEL_H

#include "unit/session_script.h"

enum { MODEL_ENTRIES = STAGE_PEOPLE * LIST_KINDS, MODEL_TURNS = 1000 };

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
	struct waits list[MODEL_ENTRIES];
	int count;
	struct turn turns[MODEL_TURNS];
	int turn_count;
	int floor[MODEL_TURNS]; /* turns, the running one last, interrupted ones before it */
	int floor_count;
	int64_t now;
};

static inline int delegation_of(int who)
{
	return who < 6 ? who / 2 : 100 + who;
}

/* Less is nearer to the floor. */
static inline int64_t claim(const struct model *m, int who)
{
	int64_t ms = 0, turns = 0;

	for (int i = 0; i < m->turn_count; i++) {
		const struct turn *turn = &m->turns[i];
		bool counts = m->policy == POLICY_BALANCE
				      ? delegation_of(turn->who) == delegation_of(who)
				      : turn->who == who && turn->kind != LIST_ORDER;

		turns += turn->ended && counts;
		ms += turn->ended && counts ? turn->ms : 0;
	}
	return (m->policy == POLICY_BALANCE ? ms / 1000 * 100000 : 0) + turns;
}

static inline int model_find(const struct model *m, int who, int kind)
{
	for (int i = 0; i < m->count; i++)
		if (m->list[i].who == who && m->list[i].kind == kind)
			return i;
	return -1;
}

static inline struct waits model_out(struct model *m, int at)
{
	struct waits out = m->list[at];

	for (int i = at; i + 1 < m->count; i++)
		m->list[i] = m->list[i + 1];
	m->count--;
	return out;
}

static inline void model_in(struct model *m, int at, struct waits in)
{
	for (int i = m->count; i > at; i--)
		m->list[i] = m->list[i - 1];
	m->list[at] = in;
	m->count++;
}

/* From the end up, past every entry that was moved or goes after the new one. */
static inline void model_ask(struct model *m, struct waits in)
{
	int at = m->count;

	for (int i = m->count - 1; i >= 0; i--)
		if (!m->list[i].moved && m->rank[m->list[i].kind] > m->rank[in.kind])
			at = i;
	model_in(m, at, in);
}

/* Picks the best claim again and again for each place that may change hands. */
static inline void model_settle_kind(struct model *m, int kind)
{
	struct waits free[MODEL_ENTRIES];
	bool taken[MODEL_ENTRIES] = {false};
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

static inline void model_settle(struct model *m)
{
	for (int kind = 0; kind < LIST_KINDS && m->policy != POLICY_ARRIVAL; kind++)
		model_settle_kind(m, kind);
}

static inline void model_end(struct model *m)
{
	m->turns[m->floor[--m->floor_count]].ended = true;
}

static inline void model_floor(struct model *m, int who, int kind)
{
	bool interrupts = kind == LIST_ORDER || kind == LIST_QUESTION;
	bool ends = !interrupts && m->floor_count > 0;
	int at = model_find(m, who, kind);

	while (!interrupts && m->floor_count)
		model_end(m);
	if (at >= 0)
		model_out(m, at);
	m->turns[m->turn_count] = (struct turn){.who = who, .kind = kind};
	m->floor[m->floor_count++] = m->turn_count++;
	if (ends)
		model_settle(m);
}

static inline void model_pass(struct model *m, int64_t ms)
{
	if (m->floor_count)
		m->turns[m->floor[m->floor_count - 1]].ms += ms;
}

/* Numbers that come again with the same seed. */

static inline uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static inline int below(uint32_t *state, int most)
{
	return (int)(next_random(state) % (uint32_t)most);
}

static inline void show_model(struct buffer *out, const struct model *m)
{
	for (int i = 0; i < m->count; i++) {
		const struct waits *w = &m->list[i];

		buffer_format(out, "%s%c", i ? " " : "", 'A' + w->who);
		if (w->kind != LIST_STATEMENT)
			buffer_format(out, "/%s", list_kind_name((enum list_kind)w->kind));
		buffer_format(out, "%s%s", w->moved ? "*" : "", w->later ? "~" : "");
	}
}

#endif
