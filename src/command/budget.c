/* SPDX-License-Identifier: MIT */
/* budget.c - the time that a delegation has for its statements in an item. */
#include "command/parser.h"

#include "base/when.h"

static bool set_budget(struct parser *r, int64_t budget)
{
	if (session_budget_whole(r->session) == budget)
		return nothing(r, budget ? "that is the budget already"
					 : "there is no budget in this item");
	event_set_number(event_made(r, EVENT_ITEM_BUDGETED), FIELD_LIMIT, budget);
	if (!budget)
		return say(r, "no budget for statements in this item");
	say_clock(r, "each delegation has ", budget);
	return say(r, " for statements in this item");
}

/* What one delegation has taken too much, all others get too. */
static bool give_to_all(struct parser *r)
{
	const struct session *s = r->session;
	int64_t whole = session_budget_whole(s), most = session_budget_most(s, r->context->now);

	if (!no_more(r))
		return false;
	if (!whole)
		return refuse(r, "there is no budget in this item: /budget TIME sets one");
	if (most <= whole)
		return nothing(r, "no delegation is over its budget");
	return set_budget(r, (most + MS_SECOND - 1) / MS_SECOND * MS_SECOND);
}

bool handle_BUDGET(struct parser *r)
{
	int64_t budget;

	if (r->session->item_now == NONE)
		return refuse(r, "no item runs whose statements could have a budget: /item next");
	if (take_if(r, "all"))
		return give_to_all(r);
	if (take_if(r, "off"))
		return no_more(r) && set_budget(r, 0);
	const struct word *word = take_word(r);
	if (!word || !duration_read(word->text, &budget))
		return refuse(r, "a time such as 10m, off, or all was expected, not '%s'",
			word ? word->text : "");
	return no_more(r) && set_budget(r, budget);
}

void say_budget(struct parser *r, size_t who, const char *group)
{
	const struct session *s = r->session;
	struct budget budget =
		session_budget(s, session_counted_for(s, who, group), r->context->now);

	if (!budget.used_ms || s->item_now == NONE)
		return;
	say_clock(r, "; for the delegation ",
		budget.left_ms > 0 ? budget.left_ms : -budget.left_ms);
	say_clock(r, budget.left_ms > 0 ? " left of " : " over ", budget.whole_ms);
}
