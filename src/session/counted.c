/* SPDX-License-Identifier: MIT */
/* counted.c - for whom a speech counts, the chair's own time, and budgets. */
#include "session/parts.h"

bool session_chairs(const struct session *s, size_t who)
{
	enum role role = s->attendees[who].role;

	return role == ROLE_CHAIR || role == ROLE_FACILITATOR;
}

size_t session_counted_for(const struct session *s, size_t who, const char *group)
{
	if (group)
		return map_get(&s->delegation_by_number, group);
	if (who == NONE || session_chairs(s, who))
		return NONE;
	return s->attendees[who].delegation;
}

struct share_of_chair session_chair_spoken(const struct session *s, int64_t at)
{
	struct share_of_chair share = {0};

	for (size_t i = 0; i < s->speech_count; i++) {
		const struct speech *speech = &s->speeches[i];

		if (speech->who == NONE || speech->group || !session_chairs(s, speech->who))
			continue;
		share.turns++;
		share.spoken_ms += speech_elapsed(s, i, at);
	}
	return share;
}

/* Budgets */

int64_t session_budget_whole(const struct session *s)
{
	if (s->item_now != NONE && s->items[s->item_now].has_budget)
		return s->items[s->item_now].budget_ms;
	return s->agenda->list.budget_ms;
}

/* The statement that runs counts while it runs. */
static int64_t budget_used(const struct session *s, size_t delegation, int64_t at)
{
	int64_t used = s->delegations[delegation].statements_ms;
	const struct speech *now = s->floor == NONE ? NULL : &s->speeches[s->floor];

	if (now && now->kind == LIST_STATEMENT && now->delegation == delegation &&
		now->item == s->item_now)
		used += speech_elapsed(s, s->floor, at) - now->spoken_ms;
	return used;
}

struct budget session_budget(const struct session *s, size_t delegation, int64_t at)
{
	struct budget budget = {.whole_ms = session_budget_whole(s)};

	if (!budget.whole_ms || delegation == NONE)
		return (struct budget){0};
	budget.used_ms = budget_used(s, delegation, at);
	budget.left_ms = budget.whole_ms - budget.used_ms;
	return budget;
}

int64_t session_budget_most(const struct session *s, int64_t at)
{
	int64_t most = 0;

	for (size_t i = 0; i < s->delegation_count; i++) {
		int64_t used = budget_used(s, i, at);

		most = used > most ? used : most;
	}
	return most;
}
