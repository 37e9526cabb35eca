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

/* The words of the command before the one at the cursor. */
struct before {
	size_t count;     /* after the name */
	char last[32];    /* the last of them, in small letters; "" when there is none */
	bool comma;       /* a comma ends it */
	const char *from; /* after the command's name */
	const char *end;  /* where the word at the cursor begins */
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

static void offer_list_kinds(struct offers *o)
{
	for (int i = 0; i < LIST_KINDS; i++)
		offer_word(o, list_kind_name((enum list_kind)i), "kind of request");
}

static void offer_note_kinds(struct offers *o)
{
	for (int i = 0; i < NOTE_KINDS; i++)
		offer_word(o, note_kind_name((enum note_kind)i), "kind of note");
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

enum { ANY_NOTE, ACTIONS_ONLY, PLAIN_ONLY };

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

static void offer_views(struct offers *o)
{
	for (int i = 0; i < SHOW_VIEWS; i++)
		offer_word(o, view_words[i].name, "view");
}

static void after_item(struct offers *o, const struct before *b)
{
	if (b->count == 0) {
		offer_words(o, "next back end", "/item");
		offer_items(o);
		offer_words(o, "add minutes move", "/item");
	} else if (strcasecmp(b->last, "move") == 0 || strcasecmp(b->last, "before") == 0) {
		offer_items(o);
	} else if (b->count == 1) {
		offer_words(o, "carry clear keep", "those who wait");
	} else {
		offer_words(o, "before", "/item move ID before ID");
	}
}

/* A name of several words, from the last comma or the command's name to the cursor: all of it is
 * replaced. */
static void offer_phrase(struct offers *o, const char *from, const char *end,
	enum audience audience)
{
	struct offers whole = *o;
	const char *start = end;

	while (start > from && start[-1] != ',')
		start--;
	start += strspn(start, " ");
	if (start >= end || !*o->typed)
		return;
	size_t len = (size_t)(end - start) + strlen(o->typed);
	char *phrase = mem_text_of(start, len);
	whole.typed = phrase;
	offer_people(&whole, "", audience);
	if (o->out->count)
		o->out->start -= (size_t)(end - start);
	free(phrase);
}

/* Names, then what may follow a name. */
static void after_name(
	struct offers *o, const struct before *b, enum audience audience, const char *words)
{
	if (strcasecmp(b->last, "as") == 0)
		offer_list_kinds(o);
	else if (b->count == 0 || b->comma || strcasecmp(b->last, "before") == 0)
		offer_people(o, "", audience);
	else
		offer_words(o, words, "after a name");
	if (!o->out->count)
		offer_phrase(o, b->from, b->end, audience);
}

static void after_list(struct offers *o, const struct before *b)
{
	if (b->count == 0)
		offer_words(o, "close open clear last", "/list");
	else if (strcasecmp(b->last, "last") == 0)
		offer_people(o, "", WHO_WAITS);
}

static void after_policy(struct offers *o, const struct before *b)
{
	if (b->count == 0)
		offer_words(o, "arrival first-timers balance", "/policy");
	else if (strcasecmp(b->last, "balance") == 0)
		offer_attributes(o);
}

static void after_note(struct offers *o, const struct before *b, int which, enum command command)
{
	if (b->count == 0) {
		if (command == COMMAND_ATTRIBUTE)
			offer_word(o, "floor", "the speech that runs");
		offer_notes(o, which);
	} else if (command == COMMAND_TAG || command == COMMAND_UNTAG) {
		offer_themes(o, "#");
	} else if (command == COMMAND_KIND && b->count == 1) {
		offer_note_kinds(o);
	} else if (command == COMMAND_ATTRIBUTE || command == COMMAND_OWNER) {
		offer_people(o, "@", ANYBODY);
	} else if (command == COMMAND_DUE && b->count == 1) {
		offer_words(o,
			"today tomorrow monday tuesday wednesday thursday friday +1w +1m eom",
			"day");
	} else if (command == COMMAND_CONFIRM && b->count == 1) {
		offer_words(o, "changed dropped", "what the room said");
	}
}

static void after_theme(struct offers *o, const struct before *b, size_t first, size_t last)
{
	if (b->count >= first && b->count <= last)
		offer_themes(o, "");
}

void offer_arguments(struct offers *o, const char *command, const char *end)
{
	size_t len = strcspn(command, " ");
	enum command which = command_named(command, len);
	struct before b = words_before(command + len, end);

	switch (which) {
	case COMMAND_ITEM: after_item(o, &b); return;
	case COMMAND_SPEAK: after_name(o, &b, WHO_MAY_ASK, "as for about"); return;
	case COMMAND_FLOOR: after_name(o, &b, WHO_IS_HERE, "as"); return;
	case COMMAND_NEXT: after_name(o, &b, WHO_WAITS, "as"); return;
	case COMMAND_WITHDRAW:
	case COMMAND_LATER: after_name(o, &b, WHO_WAITS, "as"); return;
	case COMMAND_MOVE: after_name(o, &b, WHO_WAITS, "first last before"); return;
	case COMMAND_WHY: after_name(o, &b, WHO_WAITS, ""); return;
	case COMMAND_YIELD: after_name(o, &b, WHO_IS_HERE, ""); return;
	case COMMAND_HERE: offer_people(o, "", WHO_IS_AWAY); return;
	case COMMAND_AWAY: offer_people(o, "", WHO_IS_HERE); return;
	case COMMAND_ALIAS: after_name(o, &b, ANYBODY, ""); return;
	case COMMAND_LIST: after_list(o, &b); return;
	case COMMAND_POLICY: after_policy(o, &b); return;
	case COMMAND_EXTEND:
	case COMMAND_LIMIT: offer_words(o, "30s 1m 90s 2m 3m 5m", "time"); return;
	case COMMAND_BUDGET: offer_words(o, "5m 10m 15m off all", "budget"); return;
	case COMMAND_TAKE: offer_words(o, b.count ? "really" : "list", "/take list really"); return;
	case COMMAND_TAG:
	case COMMAND_UNTAG:
	case COMMAND_EDIT:
	case COMMAND_AGREE:
	case COMMAND_ATTRIBUTE:
	case COMMAND_HISTORY:
	case COMMAND_DROP: after_note(o, &b, ANY_NOTE, which); return;
	case COMMAND_KIND:
	case COMMAND_ACTION: after_note(o, &b, PLAIN_ONLY, which); return;
	case COMMAND_CONFIRM:
	case COMMAND_OWNER:
	case COMMAND_DUE:
	case COMMAND_DONE:
	case COMMAND_REOPEN:
	case COMMAND_CANCEL: after_note(o, &b, ACTIONS_ONLY, which); return;
	case COMMAND_RENAME: after_theme(o, &b, 0, 0); return;
	case COMMAND_MERGE: after_theme(o, &b, 0, 1); return;
	case COMMAND_DIGIT: after_theme(o, &b, 1, 1); return;
	case COMMAND_VIEW: offer_views(o); return;
	case COMMAND_HELP: offer_command_names(o); return;
	case COMMAND_PAUSE:
	case COMMAND_RESUME:
	case COMMAND_END:
	case COMMAND_FIND:
	case COMMAND_ABBR:
	case COMMAND_THEME:
	case COMMAND_PERSON:
	case COMMAND_SEATS:
	case COMMAND_UNDO:
	case COMMAND_REDO:
	case COMMAND_SUSPEND:
	case COMMAND_CONTINUE:
	case COMMAND_CLOSE:
	case COMMAND_LEAVE:
	case COMMAND_CURTAIN:
	case COMMANDS: return;
	}
}
