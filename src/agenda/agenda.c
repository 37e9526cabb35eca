/* SPDX-License-Identifier: MIT */
/* agenda.c - an agenda in memory: found by id, its times, given back. */
#include "agenda/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void texts_release(char **texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(texts[i]);
	free(texts);
}

static void themes_release(struct agenda *a)
{
	for (size_t i = 0; i < a->theme_count; i++) {
		free(a->themes[i].id);
		free(a->themes[i].label);
		free(a->themes[i].about);
		texts_release(a->themes[i].keywords, a->themes[i].keyword_count);
	}
	free(a->themes);
}

static void items_release(struct agenda *a)
{
	for (size_t i = 0; i < a->item_count; i++) {
		free(a->items[i].id);
		free(a->items[i].title);
		free(a->items[i].cue);
		free(a->items[i].themes);
		texts_release(a->items[i].questions, a->items[i].question_count);
	}
	free(a->items);
}

void agenda_release(struct agenda *a)
{
	free(a->session);
	free(a->title);
	free(a->zone);
	free(a->place);
	free(a->list.balance_by);
	free(a->framework);
	for (size_t i = 0; i < a->priority_count; i++) {
		free(a->priorities[i].id);
		free(a->priorities[i].label);
	}
	free(a->priorities);
	themes_release(a);
	items_release(a);
	for (size_t i = 0; i < a->abbreviation_count; i++) {
		free(a->abbreviations[i].word);
		free(a->abbreviations[i].text);
	}
	free(a->abbreviations);
	people_release(&a->people);
	*a = (struct agenda){0};
}

size_t agenda_item(const struct agenda *a, const char *id)
{
	for (size_t i = 0; i < a->item_count; i++)
		if (strcmp(a->items[i].id, id) == 0)
			return i;
	return NONE;
}

size_t agenda_theme(const struct agenda *a, const char *id)
{
	for (size_t i = 0; i < a->theme_count; i++)
		if (strcmp(a->themes[i].id, id) == 0)
			return i;
	return NONE;
}

int64_t agenda_start(const struct agenda *a)
{
	if (a->starts == NO_TIME)
		return NO_TIME;
	return zone_moment(a->zone, a->date, a->starts);
}

int64_t agenda_end(const struct agenda *a)
{
	int64_t end = agenda_start(a);

	for (size_t i = 0; i < a->item_count && end != NO_TIME; i++)
		end += a->items[i].minutes * MS_MINUTE;
	return end;
}
