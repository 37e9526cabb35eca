/* SPDX-License-Identifier: MIT */
/* resolve.c - the second look at an agenda: what its words refer to, and what is odd about it. */
#include <stdlib.h>
#include <string.h>

#include "agenda/agenda_parts.h"
#include "base/memory.h"
#include "text/text.h"

/* The ids that a word could have meant; the caller frees the list, not the ids. */
static const char **candidates(const struct agenda *a, enum reference_kind kind, size_t *count)
{
	size_t most = a->theme_count + a->priority_count + a->people.count;
	const char **list = mem_new(most ? most : 1, sizeof *list);
	size_t filled = 0;

	if (kind == TO_PRIORITY)
		for (size_t i = 0; i < a->priority_count; i++)
			list[filled++] = a->priorities[i].id;
	else if (kind == TO_LEAD)
		for (size_t i = 0; i < a->people.count; i++)
			list[filled++] = a->people.persons[i].id;
	else
		for (size_t i = 0; i < a->theme_count; i++)
			list[filled++] = a->themes[i].id;
	*count = 0;
	for (size_t i = 0; i < filled; i++)
		if (list[i])
			list[(*count)++] = list[i];
	return list;
}

static const char *home_of(enum reference_kind kind)
{
	switch (kind) {
	case TO_PRIORITY: return "framework.priorities";
	case TO_LEAD: return "participants";
	case TO_PARENT:
	case TO_THEME: break;
	}
	return "themes";
}

/* "theme" for each of an item's themes, else the key itself. */
static const char *noun_of(const struct reference *ref)
{
	return ref->kind == TO_THEME ? "theme" : ref->node->name;
}

static void refers_to_nothing(struct reader *r, const struct reference *ref)
{
	size_t count, nearest = SIZE_MAX;
	const char **ids = NULL;

	if (reader_may_guess(r)) {
		ids = candidates(r->agenda, ref->kind, &count);
		nearest = text_nearest(ref->node->text, ids, count);
	}
	if (nearest != SIZE_MAX)
		problem(&r->problems, ref->node->place, "%s '%s' is not in %s; nearest is '%s'",
			noun_of(ref), ref->node->text, home_of(ref->kind), ids[nearest]);
	else
		problem(&r->problems, ref->node->place,
			"%s '%s' is not in %s, name an id from there", noun_of(ref),
			ref->node->text, home_of(ref->kind));
	free(ids);
}

static size_t target(const struct reader *r, const struct reference *ref)
{
	const struct agenda *a = r->agenda;
	const char *text = ref->node->text;

	switch (ref->kind) {
	case TO_PRIORITY: return map_get(&r->priorities.by_id, text);
	case TO_LEAD:
		return r->is_session ? people_numbered(&a->people, text)
				     : people_with_id(&a->people, text);
	case TO_PARENT:
	case TO_THEME: break;
	}
	return map_get(&r->themes.by_id, text);
}

static void item_theme(struct item_plan *item, size_t theme)
{
	for (size_t i = 0; i < item->theme_count; i++)
		if (item->themes[i] == theme)
			return;
	item->themes[item->theme_count++] = theme;
}

static void resolve_one(struct reader *r, const struct reference *ref)
{
	struct agenda *a = r->agenda;
	size_t found = target(r, ref);

	if (found == NONE) {
		if (ref->kind != TO_LEAD || !r->people_broken)
			refers_to_nothing(r, ref);
		return;
	}
	switch (ref->kind) {
	case TO_PARENT: a->themes[ref->owner].parent = found; return;
	case TO_PRIORITY: a->themes[ref->owner].priority = found; return;
	case TO_LEAD: a->items[ref->owner].lead = found; return;
	case TO_THEME: item_theme(&a->items[ref->owner], found); return;
	}
}

/* Cuts the ring of parents that `theme` is in, if it is in one; true when it was. */
static bool cut_ring(struct agenda *a, size_t theme)
{
	size_t at = a->themes[theme].parent;

	for (size_t steps = 0; at != NONE && steps < a->theme_count; steps++) {
		if (at == theme) {
			a->themes[theme].parent = NONE;
			return true;
		}
		at = a->themes[at].parent;
	}
	return false;
}

static void refuse_rings(struct reader *r)
{
	for (size_t i = 0; i < r->reference_count; i++) {
		const struct reference *ref = &r->references[i];

		if (ref->kind == TO_PARENT && cut_ring(r->agenda, ref->owner))
			problem(&r->problems, ref->node->place,
				"parent '%s' makes a ring, a theme cannot stand above itself",
				ref->node->text);
	}
}

/* The names of all attributes that anybody has, once each; the caller frees the list. */
static const char **attribute_names(const struct people *people, size_t *count)
{
	const char **names = NULL;
	size_t room = 0;
	struct map seen = {0};

	*count = 0;
	for (size_t i = 0; i < people->count; i++)
		for (size_t j = 0; j < people->persons[i].attribute_count; j++) {
			const char *name = people->persons[i].attributes[j].name;

			if (map_get(&seen, name) != MAP_NONE)
				continue;
			map_set(&seen, name, 0);
			names = array_room(names, *count, &room, sizeof *names);
			names[(*count)++] = name;
		}
	map_release(&seen);
	return names;
}

/* Where nobody has any attribute there is nothing to compare with: they may come later. */
static void check_balance(struct reader *r)
{
	size_t count;

	if (!r->balance || r->is_session || r->people_broken)
		return;
	const char **names = attribute_names(&r->agenda->people, &count);
	bool known = !count;
	for (size_t i = 0; i < count; i++)
		known |= strcmp(names[i], r->balance->text) == 0;
	size_t nearest = known ? SIZE_MAX : text_nearest(r->balance->text, names, count);
	if (nearest != SIZE_MAX)
		problem(&r->problems, r->balance->place,
			"balance-by '%s' is no attribute of any participant; nearest is '%s'",
			r->balance->text, names[nearest]);
	else if (!known)
		problem(&r->problems, r->balance->place, "balance-by '%s' is no attribute of any "
			"participant, name one of theirs or 'delegation'", r->balance->text);
	free(names);
}

void resolve(struct reader *r)
{
	for (size_t i = 0; i < r->reference_count; i++)
		resolve_one(r, &r->references[i]);
	refuse_rings(r);
	check_balance(r);
}

static void warn_item(struct reader *r, const struct item_plan *item, struct place at)
{
	const struct agenda *a = r->agenda;
	const struct limits *statement = &a->list.limits[LIST_STATEMENT];
	int64_t limit = statement->count ? statement->ms[0] : a->list.limit_ms;
	int64_t speakers = 0;

	if (item->limit_ms)
		limit = item->limit_ms;
	for (size_t i = 0; i < a->people.count; i++)
		speakers += a->people.persons[i].role == ROLE_PARTICIPANT;
	if (item->kind != ITEM_TOUR_DE_TABLE || speakers * limit <= item->minutes * MS_MINUTE)
		return;
	int64_t fit = item->minutes * MS_MINUTE / speakers / MS_SECOND * MS_SECOND;
	struct buffer said = BUFFER_EMPTY;
	buffer_format(&said, "%lld participants at ", (long long)speakers);
	duration_write(&said, limit);
	buffer_text(&said, " each need ");
	duration_write(&said, speakers * limit);
	buffer_format(&said, ", the tour-de-table has %dm; ", item->minutes);
	if (fit >= MS_SECOND) {
		buffer_text(&said, "a limit of ");
		duration_write(&said, fit);
		buffer_text(&said, " would fit");
	} else
		buffer_text(&said, "give it more minutes");
	warning(&r->problems, at, "%s", said.bytes);
	buffer_release(&said);
}

/* The last word of a folded name, "junior" and the like aside. */
static const char *surname(char *folded)
{
	for (;;) {
		char *space = strrchr(folded, ' ');

		if (!space)
			return folded;
		if (strcmp(space + 1, "jr") != 0 && strcmp(space + 1, "sr") != 0 &&
			strcmp(space + 1, "ii") != 0 && strcmp(space + 1, "iii") != 0)
			return space + 1;
		*space = '\0';
	}
}

static void warn_person(struct reader *r, const struct person *person, struct place at)
{
	if (person->alias_count)
		return;
	char *folded = text_folded(person->name);
	const char *name = surname(folded);
	if (text_is_ordinary(name))
		warning(&r->problems, at,
			"the surname of '%s' is also an ordinary word, give an alias to call them "
			"by",
			person->name);
	free(folded);
}

void warn(struct reader *r)
{
	const struct agenda *a = r->agenda;

	for (size_t i = 0; i < a->theme_count; i++)
		if (!a->themes[i].keyword_count && a->themes[i].id && r->theme_starts.items[i].line)
			warning(&r->problems, r->theme_starts.items[i],
				"theme '%s' has no keywords, it will never be suggested",
				a->themes[i].id);
	for (size_t i = 0; i < a->people.count; i++)
		warn_person(r, &a->people.persons[i], r->person_names.items[i]);
	for (size_t i = 0; i < a->item_count && !r->people_broken; i++)
		if (a->items[i].minutes)
			warn_item(r, &a->items[i], r->item_minutes.items[i]);
}
