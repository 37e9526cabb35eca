/* SPDX-License-Identifier: MIT */
/* request.c - what may follow a name: as KIND, for GROUP, about …, really. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"

/* A kind of request, or the only one that it begins. */
static bool kind_typed(const char *word, enum list_kind *out)
{
	size_t found = 0;

	for (int i = 0; i < LIST_KINDS; i++) {
		const char *name = list_kind_name((enum list_kind)i);

		if (!same_word(word, name) && strncasecmp(word, name, strlen(word)) != 0)
			continue;
		*out = (enum list_kind)i;
		found++;
		if (same_word(word, name))
			return true;
	}
	return found == 1 && *word;
}

static bool take_kind(struct parser *r, struct request *q)
{
	const struct word *word = take_word(r);

	if (word && kind_typed(word->text, &q->kind)) {
		q->has_kind = true;
		return true;
	}
	const char *nearest =
		word && *word->text ? text_nearest_word(word->text, list_kind_word) : NULL;
	if (nearest)
		return refuse(r, "nobody asks for the floor as '%s', did you mean %s?", word->text,
			nearest);
	return refuse(r, "as what? statement, question, reply, order or right-of-reply, not '%s'",
		word ? word->text : "");
}

static bool is_option(const struct parser *r, size_t i)
{
	return word_is(r, i, "as") || word_is(r, i, "for") || word_is(r, i, "about") ||
	       word_is(r, i, "really");
}

/* The delegation or group of that name, else a new group. */
static char *group_number(struct parser *r, const char *name)
{
	const struct people *p = r->context->people;
	char *folded = text_folded(name), *number = NULL;
	char id[ID_SIZE];

	for (size_t i = 0; i < p->delegation_count && !number; i++)
		if (strcmp(p->delegations[i].folded, folded) == 0)
			number = mem_text(p->delegations[i].number);
	free(folded);
	if (number)
		return number;
	struct buffer made = BUFFER_EMPTY;
	next_id(r, id);
	buffer_format(&made, "d-%s", id);
	struct newcomer *n = newcomer_made(r, NEWCOMER_DELEGATION);
	n->number = mem_text(made.bytes);
	n->name = mem_text(name);
	n->is_group = true;
	return buffer_take(&made);
}

static bool take_group(struct parser *r, struct request *q)
{
	size_t first = r->next;

	while (words_left(r) && !is_option(r, r->next))
		r->next++;
	if (r->next == first)
		return refuse(r, "for whom? the name of a delegation or group was expected");
	const struct word *start = &r->words[first], *last = &r->words[r->next - 1];
	char *name = start->quoted && start == last
			     ? mem_text(start->text)
			     : mem_text_of(r->line.bytes + start->start, last->end - start->start);
	free(q->group);
	q->group = group_number(r, name);
	free(name);
	return true;
}

static bool take_about(struct parser *r, struct request *q)
{
	q->really_at = r->words[r->next - 1].start;
	const char *about = take_rest(r);
	if (!*about)
		return refuse(r, "about what? some words were expected");
	mem_replace(&q->about, about);
	return true;
}

static bool take_option(struct parser *r, struct request *q, int with)
{
	if ((with & WITH_KIND) && take_if(r, "as"))
		return take_kind(r, q);
	if ((with & WITH_GROUP) && take_if(r, "for"))
		return take_group(r, q);
	if ((with & WITH_ABOUT) && take_if(r, "about"))
		return take_about(r, q);
	if ((with & WITH_REALLY) && take_if(r, "really")) {
		q->really = true;
		return true;
	}
	return refuse(r, "'%s' was not expected there: /%s %s%s", r->words[r->next].text,
		command_table[r->command].name, command_table[r->command].arguments,
		r->command == COMMAND_SPEAK ? " (a comma goes between two names)" : "");
}

bool request_read(struct parser *r, struct request *out, int with)
{
	*out = (struct request){.kind = LIST_STATEMENT, .really_at = r->line.len};
	while (words_left(r))
		if (!take_option(r, out, with)) {
			request_release(out);
			return false;
		}
	return true;
}

void request_release(struct request *q)
{
	free(q->group);
	free(q->about);
	q->group = q->about = NULL;
}
