/* SPDX-License-Identifier: MIT */
/* names.c - whom the words of a command name. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum { NAME_WORDS_MOST = 12, PERSON_CHOICES = 6 };

static bool event_stands(void *history, const char *event)
{
	return !history || history_stands(history, event);
}

struct standing standing_of(const struct context *context)
{
	/* the callback takes it back as const */
	return (struct standing){event_stands, (void *)(uintptr_t)context->history};
}

size_t attendee_of(const struct parser *r, size_t person)
{
	return session_attendee(r->session, r->context->people->persons[person].number);
}

const char *called(const struct parser *r, size_t attendee)
{
	return session_short(r->session, attendee);
}

const char *typed_id(const struct parser *r, size_t attendee)
{
	return session_call(r->session, attendee, NAMING_ID);
}

const char *number_of(const struct parser *r, size_t attendee)
{
	return r->session->attendees[attendee].number;
}

/* Everything that people are called by, one word a text. */
struct callings {
	const char **words;
	size_t count, room;
};

static void callings_add(struct callings *c, const char *word)
{
	if (!word)
		return;
	c->words = array_room(c->words, c->count, &c->room, sizeof *c->words);
	c->words[c->count++] = word;
}

const char *person_nearest(const struct parser *r, const char *word)
{
	const struct people *p = r->context->people;
	struct callings c = {0};

	for (size_t i = 0; i < p->count; i++) {
		const struct person *person = &p->persons[i];

		if (attendee_of(r, i) == NONE || r->session->attendees[attendee_of(r, i)].gone)
			continue;
		callings_add(&c, person->id);
		callings_add(&c, person->affiliation);
		callings_add(&c, person->name);
		for (size_t k = 0; k < person->alias_count; k++)
			callings_add(&c, person->aliases[k]);
	}
	size_t nearest = text_nearest(word, c.words, c.count);
	const char *found = nearest == SIZE_MAX ? NULL : c.words[nearest];
	free(c.words);
	return found;
}

/* A choice for that person: the line with its id where line[start..end) stood. */
static void choose_person(struct parser *r, size_t person, size_t start, size_t end)
{
	const struct person *p = &r->context->people->persons[person];
	struct buffer line = BUFFER_EMPTY, label = BUFFER_EMPTY;

	buffer_bytes(&line, r->line.bytes, start);
	buffer_text(&line, p->id);
	buffer_text(&line, r->line.bytes + end);
	buffer_format(&label, "%s (%s)", p->name, p->id);
	choice(r, (char)('1' + (int)r->result->choice_count), label.bytes, line.bytes);
	buffer_release(&line);
	buffer_release(&label);
}

static void ask_which(
	struct parser *r, const char *word, size_t first, size_t second, size_t start, size_t end)
{
	const struct person *persons = r->context->people->persons;
	struct standing standing = standing_of(r->context);
	size_t others[PERSON_CHOICES];

	asks(r, "'%s' fits two: %s (%s) and %s (%s): which one?", word, persons[first].name,
		persons[first].id, persons[second].name, persons[second].id);
	choose_person(r, first, start, end);
	choose_person(r, second, start, end);
	size_t count = people_search(r->context->people, &standing, word, others, PERSON_CHOICES);
	for (size_t i = 0; i < count && r->result->choice_count < PERSON_CHOICES; i++)
		if (others[i] != first && others[i] != second)
			choose_person(r, others[i], start, end);
}

/* "as reply" begins no part of a name, even where somebody is called Ann Asreply. */
static bool is_as_kind(const struct parser *r, size_t i)
{
	return word_is(r, i, "as") && i + 1 < r->count &&
		word_list_find(list_kind_word, r->words[i + 1].text) != SIZE_MAX;
}

/* The last word of the longest run from the next word on that could be one name. */
static size_t run_end(const struct parser *r)
{
	size_t i = r->next;

	if (r->words[i].quoted)
		return i + 1;
	while (i < r->count && i < r->next + NAME_WORDS_MOST && !r->words[i].quoted &&
		(i == r->next || !is_as_kind(r, i)))
		if (r->words[i++].comma)
			break;
	return i;
}

static char *run_text(const struct parser *r, size_t end)
{
	const struct word *first = &r->words[r->next], *last = &r->words[end - 1];
	size_t start = first->start;

	if (first->quoted)
		return mem_text(first->text);
	if (r->line.bytes[start] == '@')
		start++;
	return mem_text_of(r->line.bytes + start, last->end - start);
}

static size_t refuse_person(struct parser *r)
{
	const char *word = r->words[r->next].text;
	const char *nearest = person_nearest(r, *word == '@' ? word + 1 : word);

	if (nearest)
		refuse(r, "nobody is called '%s', did you mean %s?", word, nearest);
	else
		refuse(r,
			"nobody is called '%s': a name, an id or an alias was expected "
			"(/person adds somebody)",
			word);
	return NONE;
}

size_t take_person(struct parser *r)
{
	struct standing standing = standing_of(r->context);

	if (!words_left(r) || (!r->words[r->next].quoted && is_as_kind(r, r->next))) {
		refuse(r, "a name was expected: /%s %s", command_table[r->command].name,
			command_table[r->command].arguments);
		return NONE;
	}
	for (size_t end = run_end(r); end > r->next; end--) {
		size_t first, second;
		char *text = run_text(r, end);
		enum found found =
			people_find(r->context->people, &standing, text, &first, &second);

		if (found == FOUND_SEVERAL)
			ask_which(r, text, first, second, r->words[r->next].start,
				r->words[end - 1].end);
		free(text);
		if (found == FOUND_SEVERAL)
			return NONE;
		if (found == FOUND_ONE && attendee_of(r, first) != NONE) {
			r->next = end;
			return attendee_of(r, first);
		}
	}
	return refuse_person(r);
}

static bool has(const size_t *list, size_t count, size_t one)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == one)
			return true;
	return false;
}

bool take_people(struct parser *r, size_t **out, size_t *count)
{
	size_t room = 0;

	*out = NULL;
	*count = 0;
	do {
		size_t who = take_person(r);

		if (who == NONE) {
			free(*out);
			*out = NULL;
			return false;
		}
		if (has(*out, *count, who))
			continue;
		*out = array_room(*out, *count, &room, sizeof **out);
		(*out)[(*count)++] = who;
	} while (words_left(r));
	return true;
}
