/* SPDX-License-Identifier: MIT */
/* words.c - the words of the agenda's enumerations. */
#include "agenda/agenda.h"

ENUM_WORDS_DEFINE(rule, RULE_ROWS)
ENUM_WORDS_DEFINE(list_kind, LIST_KIND_ROWS)
ENUM_WORDS_DEFINE(item_kind, ITEM_KIND_ROWS)
ENUM_WORDS_DEFINE(policy, POLICY_ROWS)
ENUM_WORDS_DEFINE(role, ROLE_ROWS)

static int strictness(enum rule rule)
{
	switch (rule) {
	case RULE_OPEN: return 0;
	case RULE_CHATHAM_HOUSE: return 1;
	case RULE_CLOSED: return 2;
	}
	return 2;
}

enum rule rule_stricter(enum rule a, enum rule b)
{
	return strictness(a) < strictness(b) ? b : a;
}
