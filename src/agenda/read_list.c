/* SPDX-License-Identifier: MIT */
/* read_list.c - how the floor is run: the key `list`. */
#include <string.h>

#include "agenda/agenda_parts.h"
#include "text/text.h"

enum { RIGHTS_MOST = 20 };

/* One duration, or one for the first, second, … of a delegation. */
static void take_limits_of(struct reader *r, const struct node *node, struct limits *out)
{
	if (node->kind != NODE_LIST) {
		if (node_duration(r, node, &out->ms[0]))
			out->count = 1;
		return;
	}
	if (!node->count || node->count > LIMITS_MOST) {
		problem(&r->problems, node->place,
			"%s must be a duration, or a list of 1 to %d of them", node->name,
			LIMITS_MOST);
		return;
	}
	size_t count = 0;
	for (const struct node *n = node->first; n; n = n->next)
		count += node_duration(r, n, &out->ms[count]);
	out->count = count;
}

static void take_limits(struct reader *r, const struct node *node, void *slot)
{
	struct limits *limits = slot;

	for (const struct node *n = node_valid(node->first); n; n = node_valid(n->next)) {
		enum list_kind kind;

		if (list_kind_read(n->key, &kind)) {
			take_limits_of(r, n, &limits[kind]);
			continue;
		}
		const char *nearest = text_nearest_word(n->key, list_kind_word);
		if (nearest && reader_may_guess(r))
			problem(&r->problems, n->key_place, "unknown key '%s', did you mean '%s'?",
				n->key, nearest);
		else
			problem(&r->problems, n->key_place,
				"unknown key '%s', limits are for order, "
				"question, reply, statement and right-of-reply",
				n->key);
	}
}

static void take_precedence(struct reader *r, const struct node *list, void *slot)
{
	enum list_kind *out = slot;
	bool seen[LIST_KINDS] = {false};
	size_t count = 0;

	for (const struct node *n = list->first; n; n = n->next) {
		size_t kind = node_word(r, n, list_kind_word);

		if (kind == SIZE_MAX)
			continue;
		if (seen[kind]) {
			problem(&r->problems, n->place,
				"'%s' stands twice in precedence, once is enough", n->text);
			continue;
		}
		seen[kind] = true;
		out[count++] = (enum list_kind)kind;
	}
	for (size_t kind = 0; kind < LIST_KINDS; kind++)
		if (!seen[kind])
			out[count++] = (enum list_kind)kind;
}

static void take_rights(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 0, RIGHTS_MOST, slot);
}

static void take_budget(struct reader *r, const struct node *node, void *slot)
{
	if (strcmp(node->text, "off") != 0)
		node_duration(r, node, slot);
}

static void take_policy(struct reader *r, const struct node *node, void *slot)
{
	size_t found = node_word(r, node, policy_word);

	if (found != SIZE_MAX)
		*(enum policy *)slot = (enum policy)found;
}

static void take_balance(struct reader *r, const struct node *node, void *slot)
{
	if (strcmp(node->text, "delegation") == 0)
		return;
	take_text(r, node, slot);
	r->balance = node;
}

static const char *order_end_word(size_t i)
{
	static const char *const words[] = {"pauses", "ends", NULL};

	return words[i];
}

static void take_order_ends(struct reader *r, const struct node *node, void *slot)
{
	size_t found = node_word(r, node, order_end_word);

	if (found != SIZE_MAX)
		*(bool *)slot = found == 1;
}

#define AT(field) offsetof(struct list_rules, field)
static const struct key list_keys[] = {
	{"limit", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(limit_ms), take_duration},
	{"warn", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(warn_ms), take_duration},
	{"limits", SHAPE_MAPPING, IN_BOTH, OPTIONAL, AT(limits), take_limits},
	{"rights-of-reply", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(rights_of_reply), take_rights},
	{"budget", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(budget_ms), take_budget},
	{"precedence", SHAPE_LIST, IN_BOTH, OPTIONAL, AT(precedence), take_precedence},
	{"policy", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(policy), take_policy},
	{"balance-by", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(balance_by), take_balance},
	{"point-of-order", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(order_ends), take_order_ends},
};
#undef AT
static const struct schema list_schema = SCHEMA("list", list_keys);

void take_list_rules(struct reader *r, const struct node *node, void *slot)
{
	schema_read(r, node, &list_schema, slot);
}
