/* SPDX-License-Identifier: MIT */
/* arguments.c - what may stand as the next word of a command. */
#include "command/offers.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "base/word_list.h"
#include "command/view_words.h"

enum { NOTES_OFFERED = 40 };
enum { ANY_NOTE, ACTIONS_ONLY, PLAIN_ONLY };

/* The words of the command before the one at the cursor. */
struct before {
	size_t count;     /* after the name */
	char last[32];    /* the last of them; "" when there is none */
	bool comma;       /* a comma ends it */
	const char *from; /* after the command's name */
	const char *end;  /* where the word at the cursor begins */
};

typedef void complete(struct offers *o);

/* The completion column of a command. */
struct completer {
	complete *complete; /* NULL: nothing */
	enum audience audience;
	int which;              /* ANY_NOTE … */
	complete *then;         /* after the note */
	const char *words;      /* those that may follow, by spaces */
	const char *label;      /* what they are */
	size_t first, last;     /* which arguments are themes, from 0 */
};

static struct before words_before(const char *name_end, const char *end)
{
	struct before b = {.from = name_end, .end = end};

	for (const char *at = name_end; at < end;) {
		size_t len = strcspn(at, " ,"), left = (size_t)(end - at);

		if (len > left)
			len = left;
		if (len) {
			b.count++;
			b.comma = false;
			memset(b.last, 0, sizeof b.last);
			memcpy(b.last, at, len < sizeof b.last ? len : sizeof b.last - 1);
			at += len;
		} else {
			b.comma = b.comma || *at == ',';
			at++;
		}
	}
	return b;
}

/* Is that the word before the one at the cursor? */
static bool after(const struct offers *o, const char *word)
{
	return strcasecmp(o->before->last, word) == 0;
}

static void offer_words(struct offers *o, const char *words, const char *label)
{
	const char *next;
	size_t len;

	while ((next = word_next(&words, &len)) != NULL) {
		char *word = mem_text_of(next, len);

		offer_word(o, word, label);
		free(word);
	}
}

static void offer_list(struct offers *o, word_list *list, const char *label)
{
	for (size_t i = 0; list(i); i++)
		offer_word(o, list(i), label);
}

static void offer_items(struct offers *o)
{
	const struct session *s = o->context->session;

	for (size_t i = 0; i < s->item_count; i++) {
		const struct item *item = &s->items[s->item_order[i]];
		int id = offer_score(o, item->id, 3), title = offer_score(o, item->title, 1);

		offer(o, item->id, item->title, id > title ? id : title);
	}
}

/* The newest first: `last`, then the latest ids. */
static void offer_notes(struct offers *o, int which)
{
	const struct session *s = o->context->session;
	size_t looked = 0;

	offer_word(o, "last", "the last of this seat");
	for (size_t i = s->note_count; i && looked < NOTES_OFFERED; i--, looked++) {
		const struct note *n = &s->notes[i - 1];
		struct buffer text = BUFFER_EMPTY;
		bool is_action = n->action != NONE;

		if (n->dropped || (which == ACTIONS_ONLY && !is_action) ||
			(which == PLAIN_ONLY && is_action))
			continue;
		people_say(&text, s->people, n->text, NAMING_ID);
		offer(o, n->id, text.bytes, offer_score(o, n->id, 0));
		buffer_release(&text);
	}
}

static void offer_attributes(struct offers *o)
{
	const struct people *p = o->context->people;
	size_t who = 0;

	offer_word(o, "delegation", "attribute");
	while (who < p->count && !p->persons[who].attribute_count)
		who++;
	for (size_t i = 0; who < p->count && i < p->persons[who].attribute_count; i++)
		offer_word(o, p->persons[who].attributes[i].name, "attribute");
}

static void complete_item(struct offers *o)
{
	if (o->before->count == 0) {
		offer_words(o, "next back end", "/item");
		offer_items(o);
		offer_words(o, "add minutes move", "/item");
	} else if (after(o, "move") || after(o, "before")) {
		offer_items(o);
	} else if (o->before->count == 1) {
		offer_words(o, "carry clear keep", "those who wait");
	} else {
		offer_words(o, "before", "/item move ID before ID");
	}
}

/* A name of several words, from the last comma or the command's name to the cursor: all of it is
 * replaced. */
static void offer_phrase(struct offers *o)
{
	struct offers whole = *o;
	const char *end = o->before->end, *start = end;

	while (start > o->before->from && start[-1] != ',')
		start--;
	start += strspn(start, " ");
	if (start >= end || !*o->typed)
		return;
	size_t len = (size_t)(end - start) + strlen(o->typed);
	char *phrase = mem_text_of(start, len);
	whole.typed = phrase;
	offer_people(&whole, "", o->by->audience);
	if (o->out->count)
		o->out->start -= (size_t)(end - start);
	free(phrase);
}

/* Names, then what may follow a name. */
static void complete_names(struct offers *o)
{
	if (after(o, "as"))
		offer_list(o, list_kind_word, "kind of request");
	else if (o->before->count == 0 || o->before->comma || after(o, "before"))
		offer_people(o, "", o->by->audience);
	else
		offer_words(o, o->by->words, "after a name");
	if (!o->out->count)
		offer_phrase(o);
}

static void complete_people(struct offers *o)
{
	offer_people(o, "", o->by->audience);
}

static void complete_words(struct offers *o)
{
	offer_words(o, o->by->words, o->by->label);
}

static void complete_list(struct offers *o)
{
	if (o->before->count == 0)
		offer_words(o, "close open clear last", "/list");
	else if (after(o, "last"))
		offer_people(o, "", WHO_WAITS);
}

static void complete_policy(struct offers *o)
{
	if (o->before->count == 0)
		offer_list(o, policy_word, "/policy");
	else if (after(o, "balance"))
		offer_attributes(o);
}

static void complete_take(struct offers *o)
{
	offer_words(o, o->before->count ? "really" : "list", "/take list really");
}

static void complete_view(struct offers *o)
{
	offer_list(o, console_view_word, "view");
}

/* What follows a note */

static void then_nothing(struct offers *o)
{
	(void)o;
}

static void then_themes(struct offers *o)
{
	offer_themes(o, "#");
}

static void then_people(struct offers *o)
{
	offer_people(o, "@", ANYBODY);
}

static void then_kinds(struct offers *o)
{
	if (o->before->count == 1)
		offer_list(o, note_kind_word, "kind of note");
}

static void then_words(struct offers *o)
{
	if (o->before->count == 1)
		offer_words(o, o->by->words, o->by->label);
}

static void complete_note(struct offers *o)
{
	if (o->before->count == 0)
		offer_notes(o, o->by->which);
	else
		o->by->then(o);
}

static void complete_attribute(struct offers *o)
{
	if (o->before->count == 0) {
		offer_word(o, "floor", "the speech that runs");
		offer_notes(o, ANY_NOTE);
	} else {
		then_people(o);
	}
}

static void complete_themes(struct offers *o)
{
	if (o->before->count >= o->by->first && o->before->count <= o->by->last)
		offer_themes(o, "");
}

#define NOTHING {.complete = NULL}
#define BY(name) {.complete = complete_##name}
#define NAMES(whom, then) {.complete = complete_names, .audience = (whom), .words = (then)}
#define PEOPLE(whom) {.complete = complete_people, .audience = (whom)}
#define WORDS(list, what) {.complete = complete_words, .words = (list), .label = (what)}
#define NOTE(what, next) {.complete = complete_note, .which = (what), .then = then_##next}
#define NOTE_WORDS(note, list, what)                                                               \
	{.complete = complete_note, .which = (note), .then = then_words, .words = (list),          \
		.label = (what)}
#define THEMES_AT(from, to) {.complete = complete_themes, .first = (from), .last = (to)}
static const struct completer completers[COMMANDS] = {
#define COMMAND(ident, name, aliases, keys, arguments, completion, group, who, help) completion,
#include "command/commands.def"
#undef COMMAND
};

bool command_completes(enum command command)
{
	return completers[command].complete != NULL;
}

void offer_arguments(struct offers *o, const char *command, const char *end)
{
	size_t len = strcspn(command, " ");
	enum command which = command_named(command, len);
	struct before before = words_before(command + len, end);

	if (which == COMMAND_NONE || !command_completes(which))
		return;
	o->before = &before;
	o->by = &completers[which];
	o->by->complete(o);
}
