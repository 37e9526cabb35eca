/* SPDX-License-Identifier: MIT */
/* complete.c - what may be meant by the word at the cursor: the best six, best first. */
#include "command/offers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"

enum {
	SCORE_STEPS = 4,
	MOST = sizeof((struct completions *)NULL)->items / sizeof(struct completion)
};

void offer(struct offers *o, const char *insert, const char *label, int score)
{
	struct completions *c = o->out;
	size_t at;

	if (score <= 0 || (c->count == MOST && score <= o->scores[MOST - 1]))
		return;
	if (c->count == MOST) {
		free(c->items[MOST - 1].insert);
		free(c->items[MOST - 1].label);
		c->count--;
	}
	for (at = c->count++; at && o->scores[at - 1] < score; at--) {
		c->items[at] = c->items[at - 1];
		o->scores[at] = o->scores[at - 1];
	}
	c->items[at] = (struct completion){mem_text(insert), mem_text(label)};
	o->scores[at] = score;
}

/* How well what is typed fits a text; `bonus` parts texts that fit as well. */
int offer_score(const struct offers *o, const char *text, int bonus)
{
	char *folded;
	int match;

	if (!text)
		return 0;
	folded = text_folded(text);
	match = text_match(o->folded, folded);
	free(folded);
	return match ? match * SCORE_STEPS + bonus : 0;
}

void offer_word(struct offers *o, const char *word, const char *label)
{
	offer(o, word, label, offer_score(o, word, SCORE_STEPS - 1));
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int theme_score(const struct offers *o, const struct theme *t)
{
	int score = larger(offer_score(o, t->id, 3), offer_score(o, t->label, 2));

	if (strlen(o->typed) == 1 && t->digit && o->typed[0] == (char)('0' + t->digit))
		return SCORE_STEPS * SCORE_STEPS * SCORE_STEPS;
	for (size_t i = 0; i < t->keyword_count && score < SCORE_STEPS; i++)
		score = larger(score, offer_score(o, t->keywords[i], 0));
	return score;
}

/* The best score of every theme; one is also found by what those are called that were merged into
 * it. free() it. */
static int *themes_scored(const struct offers *o)
{
	const struct session *s = o->context->session;
	int *scores = mem_new(s->theme_count + 1, sizeof *scores);

	for (size_t i = 0; i < s->theme_count; i++) {
		int *score = &scores[session_theme_root(s, i)];

		if (!s->themes[i].gone)
			*score = larger(*score, theme_score(o, &s->themes[i]));
	}
	return scores;
}

void offer_themes(struct offers *o, const char *sign)
{
	const struct session *s = o->context->session;
	int *scores = themes_scored(o);

	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *t = &s->themes[i];
		struct buffer insert = BUFFER_EMPTY, label = BUFFER_EMPTY;
		int score = t->gone || t->merged != NONE ? 0 : scores[i];

		if (score) {
			buffer_format(&insert, "%s%s", sign, t->id);
			if (t->digit)
				buffer_format(&label, "%d ", t->digit);
			buffer_text(&label, t->label);
			offer(o, insert.bytes, label.bytes, score);
		}
		buffer_release(&insert);
		buffer_release(&label);
	}
	free(scores);
}

static bool event_stands(void *history, const char *event)
{
	return !history || history_stands(history, event);
}

static bool waits(const struct session *s, size_t who)
{
	for (size_t i = 0; who != NONE && i < s->waiting_count; i++)
		if (s->waiting[i].who == who)
			return true;
	return false;
}

/* Is that person one of those whom the audience is about? */
static bool is_of(const struct session *s, const struct person *person, enum audience audience)
{
	size_t who = session_attendee(s, person->number);
	bool away = who != NONE && s->attendees[who].away;

	switch (audience) {
	case ANYBODY: return true;
	case WHO_WAITS: return waits(s, who);
	case WHO_MAY_ASK: return !away && !waits(s, who);
	case WHO_IS_AWAY: return away;
	case WHO_IS_HERE: return !away;
	}
	return false;
}

/* Typed in full, somebody comes first whatever they do. */
static bool is_typed_in_full(const struct offers *o, const struct person *person)
{
	if (strcmp(person->id, o->typed) == 0)
		return true;
	for (size_t i = 0; i < person->alias_count; i++)
		if (strcasecmp(person->aliases[i], o->typed) == 0)
			return true;
	return false;
}

static void offer_person(struct offers *o, const char *sign, const struct person *person, int score)
{
	struct buffer insert = BUFFER_EMPTY;

	buffer_format(&insert, "%s%s", sign, person->id);
	offer(o, insert.bytes, person->name, score);
	buffer_release(&insert);
}

void offer_people(struct offers *o, const char *sign, enum audience audience)
{
	const struct people *p = o->context->people;
	struct standing standing = {event_stands, (void *)(uintptr_t)o->context->history};
	size_t *found = mem_new(p->count ? p->count : 1, sizeof *found);
	size_t count =
		people_search(p, &standing, o->typed, found, audience == ANYBODY ? MOST : p->count);
	int behind = (int)count, score = 2 * behind;

	for (size_t i = 0; i < count; i++) {
		const struct person *person = &p->persons[found[i]];
		bool first = is_of(o->context->session, person, audience);

		if (first || (audience != WHO_WAITS && is_typed_in_full(o, person)))
			offer_person(o, sign, person, score--);
		else if (audience != WHO_WAITS)
			offer_person(o, sign, person, behind--);
	}
	free(found);
}

/* What is typed must begin a word: letters inside one bring up too much. */
static int word_score(const struct offers *o, const char *text, int bonus)
{
	int score = offer_score(o, text, bonus);

	return *o->typed && score < 2 * SCORE_STEPS ? 0 : score;
}

/* By its name, else by its other names, else by what its help says. */
static int command_score(const struct offers *o, const struct command_info *info)
{
	int score = word_score(o, info->name, 3);

	if (strcasecmp(info->name, o->typed) == 0)
		return score + SCORE_STEPS * SCORE_STEPS;
	if (!*o->typed)
		return score;
	if (*info->aliases)
		score = larger(score, word_score(o, info->aliases, 2));
	return larger(score, word_score(o, info->help, 0) / 2);
}

static void offer_commands(struct offers *o, const char *sign)
{
	for (int i = 0; i < COMMANDS; i++) {
		const struct command_info *info = &command_table[i];
		struct buffer insert = BUFFER_EMPTY, label = BUFFER_EMPTY;

		buffer_format(&insert, "%s%s", sign, info->name);
		buffer_format(&label, "%s%s%s", info->arguments, *info->arguments ? "  " : "",
			info->help);
		offer(o, insert.bytes, label.bytes, command_score(o, info));
		buffer_release(&insert);
		buffer_release(&label);
	}
}

void complete_command(struct offers *o)
{
	offer_commands(o, "");
}

/* Where the word at the cursor begins. */
static size_t word_start(const char *line, size_t cursor, bool in_command)
{
	size_t start = cursor;

	while (start && line[start - 1] != ' ' && !(in_command && line[start - 1] == ','))
		start--;
	return start;
}

void completions_find(
	struct completions *out, const char *line, size_t cursor, const struct context *context)
{
	size_t first = strspn(line, " ");
	bool in_command = line[first] == '/' && first < cursor;
	size_t start = word_start(line, cursor, in_command);
	char sign = start < cursor ? line[start] : '\0';
	bool tag = sign == '#' || sign == '@' || (sign == '/' && start == first);
	char *typed = mem_text_of(line + start + tag, cursor - start - tag);
	char *folded = text_folded(typed);
	struct offers o = {.out = out, .context = context, .typed = typed, .folded = folded};

	*out = (struct completions){.start = start};
	if (sign == '#')
		offer_themes(&o, "#");
	else if (sign == '@')
		offer_people(&o, "@", ANYBODY);
	else if (in_command && start == first)
		offer_commands(&o, "/");
	else if (in_command)
		offer_arguments(&o, line + first + 1, line + start);
	free(typed);
	free(folded);
}

void completions_release(struct completions *c)
{
	for (size_t i = 0; i < c->count; i++) {
		free(c->items[i].insert);
		free(c->items[i].label);
	}
	*c = (struct completions){0};
}
