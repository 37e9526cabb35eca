/* SPDX-License-Identifier: MIT */
/* words.c - the words of the agenda's enumerations. */
#include "agenda/words.h"

#include <assert.h>
#include <string.h>

#include "agenda/agenda.h"

static const char *const rules[] = {
	[RULE_CHATHAM_HOUSE] = "chatham-house",
	[RULE_OPEN] = "open",
	[RULE_CLOSED] = "closed",
};

static const char *const list_kinds[LIST_KINDS] = {
	[LIST_ORDER] = "order",
	[LIST_QUESTION] = "question",
	[LIST_REPLY] = "reply",
	[LIST_STATEMENT] = "statement",
	[LIST_RIGHT_OF_REPLY] = "right-of-reply",
};

static const char *const item_kinds[ITEM_KINDS] = {
	[ITEM_DISCUSSION] = "discussion",
	[ITEM_OPENING] = "opening",
	[ITEM_BRIEFING] = "briefing",
	[ITEM_TOUR_DE_TABLE] = "tour-de-table",
	[ITEM_QUESTIONS] = "questions",
	[ITEM_BREAK] = "break",
	[ITEM_CLOSING] = "closing",
};

static const char *const policies[POLICIES] = {
	[POLICY_ARRIVAL] = "arrival",
	[POLICY_FIRST_TIMERS] = "first-timers",
	[POLICY_BALANCE] = "balance",
};

static const char *const roles[ROLE_COUNT] = {
	[ROLE_PARTICIPANT] = "participant",
	[ROLE_CHAIR] = "chair",
	[ROLE_FACILITATOR] = "facilitator",
	[ROLE_RAPPORTEUR] = "rapporteur",
	[ROLE_BRIEFER] = "briefer",
	[ROLE_OBSERVER] = "observer",
};

#define WORDS(list)                                                                                \
	{                                                                                          \
		list, sizeof(list) / sizeof *(list)                                                \
	}
const struct words rule_words = WORDS(rules);
const struct words list_kind_words = WORDS(list_kinds);
const struct words item_kind_words = WORDS(item_kinds);
const struct words policy_words = WORDS(policies);
const struct words role_words = WORDS(roles);

size_t words_find(const struct words *words, const char *text)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->words[i], text) == 0)
			return i;
	return SIZE_MAX;
}

static const char *word(const struct words *words, size_t index)
{
	assert(index < words->count);
	return words->words[index];
}

const char *rule_name(enum rule rule)
{
	return word(&rule_words, (size_t)rule);
}

bool rule_read(const char *text, enum rule *out)
{
	size_t found = words_find(&rule_words, text);

	if (found != SIZE_MAX)
		*out = (enum rule)found;
	return found != SIZE_MAX;
}

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

const char *list_kind_name(enum list_kind kind)
{
	return word(&list_kind_words, (size_t)kind);
}

bool list_kind_read(const char *text, enum list_kind *out)
{
	size_t found = words_find(&list_kind_words, text);

	if (found != SIZE_MAX)
		*out = (enum list_kind)found;
	return found != SIZE_MAX;
}

const char *item_kind_name(enum item_kind kind)
{
	return word(&item_kind_words, (size_t)kind);
}

bool item_kind_read(const char *text, enum item_kind *out)
{
	size_t found = words_find(&item_kind_words, text);

	if (found != SIZE_MAX)
		*out = (enum item_kind)found;
	return found != SIZE_MAX;
}

const char *policy_name(enum policy policy)
{
	return word(&policy_words, (size_t)policy);
}

bool policy_read(const char *text, enum policy *out)
{
	size_t found = words_find(&policy_words, text);

	if (found != SIZE_MAX)
		*out = (enum policy)found;
	return found != SIZE_MAX;
}

const char *role_name(enum role role)
{
	return word(&role_words, (size_t)role);
}

bool role_read(const char *text, enum role *out)
{
	size_t found = words_find(&role_words, text);

	if (found != SIZE_MAX)
		*out = (enum role)found;
	return found != SIZE_MAX;
}
