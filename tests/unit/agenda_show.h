/* SPDX-License-Identifier: MIT */
/* agenda_show.h - agendas and their problems as one short string, for tables of cases. */
#ifndef TESTS_UNIT_AGENDA_SHOW_H
#define TESTS_UNIT_AGENDA_SHOW_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "agenda/agenda.h"
#include "base/memory.h"

/* A file of that name of the test's own, holding the text; free() the path. */
static inline char *file_with(const char *name, const char *text, size_t len)
{
	struct buffer path = BUFFER_EMPTY;

	buffer_format(&path, "%s/%ld-%s", TEST_BINARY_DIR, (long)getpid(), name);
	FILE *file = fopen(path.bytes, "wb");
	if (!file || fwrite(text, 1, len, file) != len || fclose(file) != 0) {
		perror(path.bytes);
		abort();
	}
	return buffer_take(&path);
}

/* LINE:COL TEXT; warnings begin with ~, those of another file with its last letters. */
static inline void show_problems(struct buffer *out, const struct problems *p, const char *path)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct problem *it = &p->items[i];

		buffer_format(out, "%s%s%s%zu:%zu %s", i ? "\n" : "", it->is_error ? "" : "~",
			strcmp(it->place.file, path) == 0 ? "" : "csv ", it->place.line,
			it->place.column, it->text);
	}
}

static inline void show_texts(struct buffer *out, const char *before, char *const *texts,
	size_t count, const char *after)
{
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s", i ? "|" : before, texts[i]);
	if (count)
		buffer_text(out, after);
}

static inline void show_duration(struct buffer *out, const char *before, int64_t ms)
{
	if (ms) {
		buffer_text(out, before);
		duration_write(out, ms);
	}
}

static inline void show_list(struct buffer *out, const struct list_rules *list)
{
	show_duration(out, " limit=", list->limit_ms == 3 * MS_MINUTE ? 0 : list->limit_ms);
	show_duration(out, " warn=", list->warn_ms == 30 * MS_SECOND ? 0 : list->warn_ms);
	for (size_t kind = 0; kind < LIST_KINDS; kind++)
		for (size_t i = 0; i < list->limits[kind].count; i++) {
			buffer_format(out, i ? "," : " %s=", list_kind_name((enum list_kind)kind));
			duration_write(out, list->limits[kind].ms[i]);
		}
	if (list->rights_of_reply != 2)
		buffer_format(out, " rights=%d", list->rights_of_reply);
	show_duration(out, " budget=", list->budget_ms);
	bool usual = true;
	for (size_t i = 0; i < LIST_KINDS; i++)
		usual &= list->precedence[i] == (enum list_kind)i;
	for (size_t i = 0; i < LIST_KINDS && !usual; i++)
		buffer_format(out, "%s%s", i ? ">" : " ", list_kind_name(list->precedence[i]));
	if (list->policy != POLICY_ARRIVAL)
		buffer_format(out, " %s", policy_name(list->policy));
	if (list->balance_by)
		buffer_format(out, " by=%s", list->balance_by);
	if (list->order_ends)
		buffer_text(out, " order-ends");
}

static inline void show_plan(struct buffer *out, const struct agenda *a)
{
	if (a->framework)
		buffer_format(out, " framework=%s", a->framework);
	for (size_t i = 0; i < a->priority_count; i++)
		buffer_format(out, " [%s=%s]", a->priorities[i].id, a->priorities[i].label);
	for (size_t i = 0; i < a->theme_count; i++) {
		const struct theme_plan *t = &a->themes[i];

		buffer_format(out, " #%s=%s", t->id, t->label);
		if (t->digit != (int)i + 1)
			buffer_format(out, " digit=%d", t->digit);
		if (t->about)
			buffer_format(out, " about=%s", t->about);
		show_texts(out, "{", t->keywords, t->keyword_count, "}");
		if (t->parent != NONE)
			buffer_format(out, "<%s", a->themes[t->parent].id);
		if (t->priority != NONE)
			buffer_format(out, "^%s", a->priorities[t->priority].id);
	}
}

static inline void show_people(struct buffer *out, const struct people *people)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct person *p = &people->persons[i];

		buffer_format(out, " %s=%s=%s", p->number, p->id, p->name);
		if (p->title)
			buffer_format(out, ";%s", p->title);
		if (p->affiliation)
			buffer_format(out, " of %s", p->affiliation);
		if (p->delegation != NONE)
			buffer_format(out, " %s=%s", people->delegations[p->delegation].number,
				people->delegations[p->delegation].name);
		if (p->role != ROLE_PARTICIPANT)
			buffer_format(out, " %s", role_name(p->role));
		show_texts(out, "{", p->aliases, p->alias_count, "}");
		if (p->rank)
			buffer_format(out, " rank=%d", p->rank);
		if (p->label)
			buffer_format(out, " public=%s", p->label);
		for (size_t j = 0; j < p->attribute_count; j++)
			buffer_format(out, " %s:%s", p->attributes[j].name, p->attributes[j].value);
	}
}

static inline void show_items(struct buffer *out, const struct agenda *a)
{
	for (size_t i = 0; i < a->item_count; i++) {
		const struct item_plan *it = &a->items[i];

		buffer_format(out, " /%s=%s %dm", it->id, it->title, it->minutes);
		if (it->kind != ITEM_DISCUSSION)
			buffer_format(out, " %s", item_kind_name(it->kind));
		if (it->lead != NONE)
			buffer_format(out, " lead=%s", a->people.persons[it->lead].id);
		show_duration(out, " limit=", it->limit_ms);
		if (it->has_rule)
			buffer_format(out, " %s", rule_name(it->rule));
		for (size_t j = 0; j < it->theme_count; j++)
			buffer_format(out, " #%s", a->themes[it->themes[j]].id);
		show_texts(out, " {", it->questions, it->question_count, "}");
		if (it->cue)
			buffer_format(out, " cue=%s", it->cue);
	}
}

/* What is not as it is by default; the zone only when `zone`. */
static inline void show_agenda(struct buffer *out, const struct agenda *a, bool zone)
{
	if (a->session)
		buffer_format(out, "(%s) ", a->session);
	buffer_text(out, a->title);
	buffer_char(out, ' ');
	date_write(out, a->date);
	if (a->starts != NO_TIME)
		buffer_format(out, " at %lld", (long long)(a->starts / MS_MINUTE));
	if (zone)
		buffer_format(out, " %s", a->zone);
	if (a->place)
		buffer_format(out, " in %s", a->place);
	if (a->rule != RULE_CHATHAM_HOUSE)
		buffer_format(out, " %s", rule_name(a->rule));
	buffer_text(out, a->podium_names ? "" : " nameless");
	buffer_text(out, a->seal ? " sealed" : "");
	if (a->k != 3)
		buffer_format(out, " k=%d", a->k);
	show_list(out, &a->list);
	show_plan(out, a);
	show_people(out, &a->people);
	show_items(out, a);
	for (size_t i = 0; i < a->abbreviation_count; i++)
		buffer_format(out, " %s=%s", a->abbreviations[i].word, a->abbreviations[i].text);
}

/* Problems, then the agenda if it could be read. */
static inline void show_file(struct buffer *out, const char *path, bool zone)
{
	struct agenda agenda;
	struct problems problems = {0};

	if (agenda_read(&agenda, path, (struct date){2026, 4, 1}, &problems)) {
		show_agenda(out, &agenda, zone);
		buffer_text(out, problems.count ? "\n" : "");
	}
	show_problems(out, &problems, path);
	problems_release(&problems);
	agenda_release(&agenda);
}

#endif
