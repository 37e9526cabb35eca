/* SPDX-License-Identifier: MIT */
/* read_plan.c - what the meeting is about: framework, themes, items, abbreviations. */
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda_parts.h"
#include "base/memory.h"

static void take_priority_id(struct reader *r, const struct node *node, void *slot)
{
	struct priority *priority = slot;

	free(priority->id);
	priority->id = id_take(r, node->text, node->place, &r->priorities,
		r->agenda->priority_count, false);
}

static const struct key priority_keys[] = {
	{"id", SHAPE_TEXT, IN_BOTH, REQUIRED, 0, take_priority_id},
	{"label", SHAPE_TEXT, IN_BOTH, REQUIRED, offsetof(struct priority, label), take_text},
};
static const struct schema priority_schema = SCHEMA("a priority", priority_keys);

static void take_priorities(struct reader *r, const struct node *list, void *slot)
{
	struct agenda *a = slot;

	a->priorities = mem_new(list->count ? list->count : 1, sizeof *a->priorities);
	for (const struct node *n = list->first; n; n = n->next) {
		if (has_shape(r, n, SHAPE_MAPPING))
			schema_read(r, n, &priority_schema, &a->priorities[a->priority_count]);
		a->priority_count++;
	}
}

static const struct key framework_keys[] = {
	{"title", SHAPE_TEXT, IN_BOTH, REQUIRED, offsetof(struct agenda, framework), take_text},
	{"priorities", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_priorities},
};
static const struct schema framework_schema = SCHEMA("framework", framework_keys);

void take_framework(struct reader *r, const struct node *node, void *slot)
{
	schema_read(r, node, &framework_schema, slot);
}

static void take_theme_id(struct reader *r, const struct node *node, void *slot)
{
	struct theme_plan *theme = slot;

	free(theme->id);
	theme->id = id_take(r, node->text, node->place, &r->themes, r->agenda->theme_count, true);
}

static void take_keywords(struct reader *r, const struct node *list, void *slot)
{
	struct theme_plan *theme = slot;

	node_texts(r, list, &theme->keywords, &theme->keyword_count);
}

static void take_parent(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	reference_add(r, TO_PARENT, r->agenda->theme_count, node);
}

static void take_theme_priority(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	reference_add(r, TO_PRIORITY, r->agenda->theme_count, node);
}

static void take_digit(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 0, DIGITS, slot);
}

#define AT(field) offsetof(struct theme_plan, field)
static const struct key theme_keys[] = {
	{"id", SHAPE_TEXT, IN_BOTH, REQUIRED, 0, take_theme_id},
	{"label", SHAPE_TEXT, IN_BOTH, REQUIRED, AT(label), take_text},
	{"about", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(about), take_text},
	{"keywords", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_keywords},
	{"parent", SHAPE_TEXT, IN_BOTH, OPTIONAL, 0, take_parent},
	{"priority", SHAPE_TEXT, IN_BOTH, OPTIONAL, 0, take_theme_priority},
	{"digit", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(digit), take_digit},
};
#undef AT
static const struct schema theme_schema = SCHEMA("a theme", theme_keys);

/* Keywords that were refused are not missing as well. */
static bool has_broken_keywords(const struct node *theme)
{
	for (const struct node *n = theme->first; n; n = n->next)
		if (n->key && strcmp(n->key, "keywords") == 0)
			return n->ignored || n->kind != NODE_LIST || n->count;
	return false;
}

void take_themes(struct reader *r, const struct node *list, void *slot)
{
	struct agenda *a = slot;

	a->themes = mem_new(list->count ? list->count : 1, sizeof *a->themes);
	for (const struct node *n = list->first; n; n = n->next) {
		struct theme_plan *theme = &a->themes[a->theme_count];

		theme->parent = theme->priority = NONE;
		if (!r->is_session && a->theme_count < DIGITS)
			theme->digit = (int)a->theme_count + 1;
		places_add(&r->theme_starts, n->place);
		if (has_shape(r, n, SHAPE_MAPPING))
			schema_read(r, n, &theme_schema, theme);
		if (has_broken_keywords(n))
			r->theme_starts.items[a->theme_count].line = 0;
		a->theme_count++;
	}
}

static void take_item_id(struct reader *r, const struct node *node, void *slot)
{
	struct item_plan *item = slot;

	free(item->id);
	item->id = id_take(r, node->text, node->place, &r->items, r->agenda->item_count, true);
}

static void take_item_kind(struct reader *r, const struct node *node, void *slot)
{
	size_t found = node_word(r, node, item_kind_word);

	if (found != SIZE_MAX)
		*(enum item_kind *)slot = (enum item_kind)found;
}

static void take_minutes(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 1, ITEM_MINUTES_MOST, slot);
	r->item_minutes.items[r->agenda->item_count] = node->place;
}

static void take_lead(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	reference_add(r, TO_LEAD, r->agenda->item_count, node);
}

static void take_item_rule(struct reader *r, const struct node *node, void *slot)
{
	struct item_plan *item = slot;

	take_rule(r, node, &item->rule);
	item->has_rule = true;
}

static void take_item_themes(struct reader *r, const struct node *list, void *slot)
{
	struct item_plan *item = slot;

	free(item->themes);
	item->themes = mem_new(list->count ? list->count : 1, sizeof *item->themes);
	for (const struct node *n = list->first; n; n = n->next)
		if (has_shape(r, n, SHAPE_TEXT))
			reference_add(r, TO_THEME, r->agenda->item_count, n);
}

static void take_questions(struct reader *r, const struct node *list, void *slot)
{
	struct item_plan *item = slot;

	node_texts(r, list, &item->questions, &item->question_count);
}

#define AT(field) offsetof(struct item_plan, field)
static const struct key item_keys[] = {
	{"id", SHAPE_TEXT, IN_BOTH, OPTIONAL, 0, take_item_id},
	{"title", SHAPE_TEXT, IN_BOTH, REQUIRED, AT(title), take_text},
	{"kind", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(kind), take_item_kind},
	{"minutes", SHAPE_TEXT, IN_BOTH, REQUIRED, AT(minutes), take_minutes},
	{"lead", SHAPE_TEXT, IN_BOTH, OPTIONAL, 0, take_lead},
	{"limit", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(limit_ms), take_duration},
	{"rule", SHAPE_TEXT, IN_BOTH, OPTIONAL, 0, take_item_rule},
	{"themes", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_item_themes},
	{"questions", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_questions},
	{"cue", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(cue), take_text},
};
#undef AT
static const struct schema item_schema = SCHEMA("an item", item_keys);

/* An item without an id is called after its place. */
static void name_item(struct reader *r, const struct node *node, struct item_plan *item)
{
	struct buffer id = BUFFER_EMPTY;

	for (const struct node *n = node->first; n; n = n->next)
		if (strcmp(n->key, "id") == 0)
			return;
	buffer_format(&id, "item-%zu", r->agenda->item_count + 1);
	item->id = id_take(r, id.bytes, node->place, &r->items, r->agenda->item_count, true);
	buffer_release(&id);
}

void take_items(struct reader *r, const struct node *list, void *slot)
{
	struct agenda *a = slot;

	a->items = mem_new(list->count ? list->count : 1, sizeof *a->items);
	for (const struct node *n = list->first; n; n = n->next) {
		struct item_plan *item = &a->items[a->item_count];

		item->lead = NONE;
		places_add(&r->item_minutes, n->place);
		if (has_shape(r, n, SHAPE_MAPPING)) {
			schema_read(r, n, &item_schema, item);
			name_item(r, n, item);
		}
		a->item_count++;
	}
}

void take_abbreviations(struct reader *r, const struct node *node, void *slot)
{
	struct agenda *a = slot;

	a->abbreviations = mem_new(node->count ? node->count : 1, sizeof *a->abbreviations);
	for (const struct node *n = node_valid(node->first); n; n = node_valid(n->next)) {
		struct abbreviation *abbreviation = &a->abbreviations[a->abbreviation_count];

		if (!*n->key || strchr(n->key, ' ')) {
			problem(&r->problems, n->key_place,
				"an abbreviation must be one word without spaces, not '%s'",
				n->key);
			continue;
		}
		if (!has_shape(r, n, SHAPE_TEXT))
			continue;
		take_text(r, n, &abbreviation->text);
		if (abbreviation->text) {
			abbreviation->word = mem_text(n->key);
			a->abbreviation_count++;
		}
	}
}
