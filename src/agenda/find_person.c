/* SPDX-License-Identifier: MIT */
/* find_person.c - whom a typed word means, exactly or while it is being typed. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "agenda/people.h"
#include "base/memory.h"
#include "text/text.h"

/* The lines of person.folded, in the order in which people.c writes them. */
enum part { PART_ID, PART_NAME, PART_TITLE, PART_AFFILIATION, PART_DELEGATION, PART_ALIAS };

/* How well a word names somebody, best first. */
enum grade { BY_ID, BY_ALIAS, BY_NAME, BY_DELEGATION, BY_PREFIX, BY_ID_PREFIX, GRADES };

/* A line of folded parts: where it is and how long. */
struct line {
	const char *text;
	size_t len;
};

static bool next_line(const char **folded, struct line *line)
{
	const char *end = strchr(*folded, '\n');

	if (!end)
		return false;
	*line = (struct line){*folded, (size_t)(end - *folded)};
	*folded = end + 1;
	return true;
}

static bool person_stands(const struct person *person, const struct standing *standing)
{
	if (!standing || strncmp(person->number, "p-", 2) != 0)
		return true;
	return standing->stands(standing->context, person->number + 2);
}

static bool alias_stands(const struct alias *alias, const struct standing *standing)
{
	return !standing || standing->stands(standing->context, alias->event);
}

static bool is_whole(struct line line, const char *word, size_t len)
{
	return line.len == len && memcmp(line.text, word, len) == 0;
}

static bool is_prefix(struct line line, const char *word, size_t len)
{
	return line.len > len && memcmp(line.text, word, len) == 0;
}

static bool is_word_prefix(struct line line, const char *word, size_t len)
{
	for (size_t at = 0; at + len <= line.len; at++)
		if ((at == 0 || line.text[at - 1] == ' ') && memcmp(line.text + at, word, len) == 0)
			return true;
	return false;
}

static enum grade grade_line(enum part part, struct line line, const char *word, size_t len)
{
	bool whole = is_whole(line, word, len);

	switch (part) {
	case PART_ID:
		if (whole)
			return BY_ID;
		return is_prefix(line, word, len) ? BY_ID_PREFIX : GRADES;
	case PART_ALIAS:
		if (whole)
			return BY_ALIAS;
		return is_prefix(line, word, len) ? BY_ID_PREFIX : GRADES;
	case PART_NAME:
		if (whole)
			return BY_NAME;
		return is_word_prefix(line, word, len) ? BY_PREFIX : GRADES;
	case PART_AFFILIATION:
	case PART_DELEGATION:
		if (whole)
			return BY_DELEGATION;
		return is_prefix(line, word, len) ? BY_PREFIX : GRADES;
	case PART_TITLE: break;
	}
	return GRADES;
}

static enum grade grade_person(const struct person *person, const char *word, size_t len)
{
	const char *rest = person->folded;
	enum grade best = GRADES;
	enum part part = PART_ID;
	struct line line;

	while (next_line(&rest, &line)) {
		enum grade grade = grade_line(part, line, word, len);

		if (grade < best)
			best = grade;
		if (part < PART_ALIAS)
			part++;
	}
	return best;
}

/* The grade of each person by its own texts, then by the aliases given live. */
static enum grade *grade_all(const struct people *p, const struct standing *standing,
	const char *word)
{
	enum grade *grades = mem_new(p->count ? p->count : 1, sizeof *grades);
	size_t len = strlen(word);

	for (size_t i = 0; i < p->count; i++)
		grades[i] = person_stands(&p->persons[i], standing)
			? grade_person(&p->persons[i], word, len)
			: GRADES;
	for (size_t i = 0; i < p->alias_count; i++) {
		const struct alias *alias = &p->aliases[i];
		struct line line = {alias->folded, strlen(alias->folded)};
		size_t who = people_numbered(p, alias->person);
		enum grade grade = grade_line(PART_ALIAS, line, word, len);

		if (who != NONE && alias_stands(alias, standing) &&
			person_stands(&p->persons[who], standing) && grade < grades[who])
			grades[who] = grade;
	}
	return grades;
}

static enum found pick(const enum grade *grades, size_t count, size_t *first, size_t *second)
{
	enum grade best = GRADES;
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (grades[i] < best) {
			best = grades[i];
			found = 0;
		}
		if (best == GRADES || grades[i] != best)
			continue;
		if (!found)
			*first = i;
		else if (found == 1)
			*second = i;
		found++;
	}
	if (!found)
		return FOUND_NONE;
	/* of two with one id, the first keeps it */
	return found == 1 || best == BY_ID ? FOUND_ONE : FOUND_SEVERAL;
}

/* Grades worse than `most` count as none. */
static enum found find_graded(const struct people *p, const struct standing *standing,
	const char *word, enum grade most, size_t *first, size_t *second)
{
	size_t numbered = people_numbered(p, word);

	*first = *second = NONE;
	if (numbered != NONE && person_stands(&p->persons[numbered], standing)) {
		*first = numbered;
		return FOUND_ONE;
	}
	char *folded = text_folded(word);
	if (!*folded) {
		free(folded);
		return FOUND_NONE;
	}
	enum grade *grades = grade_all(p, standing, folded);
	for (size_t i = 0; i < p->count; i++)
		grades[i] = grades[i] > most ? GRADES : grades[i];
	enum found found = pick(grades, p->count, first, second);
	if (found != FOUND_SEVERAL)
		*second = NONE;
	free(grades);
	free(folded);
	return found;
}

enum found people_find(const struct people *p, const struct standing *standing, const char *word,
	size_t *first, size_t *second)
{
	return find_graded(p, standing, word, GRADES, first, second);
}

enum found people_find_whole(const struct people *p, const struct standing *standing,
	const char *word, size_t *first, size_t *second)
{
	return find_graded(p, standing, word, BY_DELEGATION, first, second);
}

/* One who matches what is being typed. */
struct match {
	size_t index;
	int score;
	int rank;
};

static int compare_matches(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Where two parts match as well, what people are called by counts before what they are. */
static int part_bonus(enum part part)
{
	switch (part) {
	case PART_ID:
	case PART_ALIAS: return 3;
	case PART_NAME: return 2;
	case PART_AFFILIATION:
	case PART_DELEGATION: return 1;
	case PART_TITLE: break;
	}
	return 0;
}

enum { PART_STEPS = 4 };

static int score_part(enum part part, const char *text, const char *word)
{
	int match = *text ? text_match(word, text) : 0;

	return match ? match * PART_STEPS + part_bonus(part) : 0;
}

/* The best that one word does in the parts (ended by NUL each, the last by an empty `end`). */
static int score_word(const char *parts, const char *end, const char *word)
{
	enum part part = PART_ID;
	int best = 0;

	for (; parts < end; parts += strlen(parts) + 1) {
		int score = score_part(part, parts, word);

		if (score > best)
			best = score;
		if (part < PART_ALIAS)
			part++;
	}
	return best;
}

/* Every word typed must match somewhere; the lowest of them counts. */
static int score_words(const char *parts, const char *end, const char *words, const char *words_end)
{
	int lowest = INT_MAX;

	for (; words < words_end; words += strlen(words) + 1) {
		int score = score_word(parts, end, words);

		if (!score)
			return 0;
		if (score < lowest)
			lowest = score;
	}
	return lowest;
}

static void split_at(struct buffer *text, char separator)
{
	for (size_t i = 0; i < text->len; i++)
		if (text->bytes[i] == separator)
			text->bytes[i] = '\0';
}

/* The person's folded parts and standing live aliases, each ended by NUL. */
static void parts_of(struct buffer *out, const struct people *p, const struct standing *standing,
	const struct person *person)
{
	buffer_reset(out);
	buffer_text(out, person->folded);
	for (size_t i = 0; i < p->alias_count; i++)
		if (strcmp(p->aliases[i].person, person->number) == 0 &&
			alias_stands(&p->aliases[i], standing))
			buffer_format(out, "%s\n", p->aliases[i].folded);
	split_at(out, '\n');
}

static size_t match_all(const struct people *p, const struct standing *standing,
	const struct buffer *words, struct match *matches)
{
	struct buffer parts = BUFFER_EMPTY;
	size_t count = 0;

	for (size_t i = 0; i < p->count; i++) {
		const struct person *person = &p->persons[i];

		if (!person_stands(person, standing))
			continue;
		parts_of(&parts, p, standing, person);
		int score = score_words(parts.bytes, parts.bytes + parts.len, words->bytes,
			words->bytes + words->len);
		if (score)
			matches[count++] =
				(struct match){i, score, person->rank ? person->rank : INT_MAX};
	}
	buffer_release(&parts);
	return count;
}

size_t people_search(const struct people *p, const struct standing *standing, const char *typed,
	size_t *out, size_t most)
{
	struct match *matches = mem_new(p->count ? p->count : 1, sizeof *matches);
	struct buffer words = BUFFER_EMPTY;

	text_fold(&words, typed, strlen(typed));
	if (words.len)
		buffer_char(&words, '\n');
	split_at(&words, ' ');
	split_at(&words, '\n');
	size_t count = match_all(p, standing, &words, matches);
	qsort(matches, count, sizeof *matches, compare_matches);
	size_t filled = count < most ? count : most;
	for (size_t i = 0; i < filled; i++)
		out[i] = matches[i].index;
	buffer_release(&words);
	free(matches);
	return filled;
}
