/* SPDX-License-Identifier: MIT */
/* revise.c - changes to notes that are there: text, tags, kind, who said it. */
#include "command/parser.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "session/changes.h"
#include "text/text.h"

static bool has_theme(const struct parser *r, size_t note, const char *id)
{
	const struct session *s = r->session;
	size_t theme = session_theme(s, id);

	for (size_t i = 0; theme != NONE && i < s->notes[note].theme_count; i++)
		if (session_theme_root(s, s->notes[note].themes[i]) == session_theme_root(s, theme))
			return true;
	return false;
}

static void tag_one(struct parser *r, size_t note, const struct tagged *t)
{
	struct event *e = NULL;

	for (size_t i = 0; i < t->theme_count; i++) {
		if (has_theme(r, note, t->themes[i]))
			continue;
		if (!e) {
			e = event_made(r, EVENT_TAGGED);
			event_add_to_list(e, FIELD_NOTES, r->session->notes[note].id);
		}
		event_add_to_list(e, FIELD_THEMES, t->themes[i]);
		say(r, " #%s", t->themes[i]);
	}
}

static bool is_owner(const struct action *a, size_t who)
{
	for (size_t i = 0; i < a->owner_count; i++)
		if (a->owners[i] == who)
			return true;
	return false;
}

/* Owners named in new text come beside those that are there. */
static void add_owners(struct parser *r, size_t note, const struct tagged *t)
{
	const struct note *n = &r->session->notes[note];
	const struct action *a = &r->session->actions[n->action];
	struct event *e = NULL;

	for (size_t i = 0; i < t->people_count; i++) {
		if (is_owner(a, t->people[i]))
			continue;
		if (!e) {
			e = event_made(r, EVENT_OWNED);
			event_set_text(e, FIELD_ACTION, n->id);
			for (size_t k = 0; k < a->owner_count; k++)
				event_add_to_list(e, FIELD_OWNERS, number_of(r, a->owners[k]));
		}
		event_add_to_list(e, FIELD_OWNERS, number_of(r, t->people[i]));
		say(r, " @%s", typed_id(r, t->people[i]));
	}
}

static void revise_action(struct parser *r, size_t note, const struct tagged *t)
{
	const struct note *n = &r->session->notes[note];
	const struct action *a = &r->session->actions[n->action];

	add_owners(r, note, t);
	if (t->due[0] && strcmp(t->due, a->due) != 0) {
		struct event *e = event_made(r, EVENT_DUE_SET);

		event_set_text(e, FIELD_ACTION, n->id);
		event_set_text(e, FIELD_DUE, t->due);
		say(r, " due %s", t->due);
	}
}

static void attribute_note(struct parser *r, size_t note, size_t who)
{
	const struct note *n = &r->session->notes[note];

	if (who == NONE || who == n->by)
		return;
	struct event *e = event_made(r, EVENT_ATTRIBUTED);
	event_set_text(e, FIELD_BY, number_of(r, who));
	event_set_text(e, FIELD_NOTE, n->id);
	say(r, " @%s", typed_id(r, who));
}

static void set_kind(struct parser *r, const struct note *n, enum note_kind kind)
{
	struct event *e = event_made(r, EVENT_KIND_SET);

	event_set_text(e, FIELD_NOTE, n->id);
	event_set_text(e, FIELD_KIND, note_kind_name(kind));
	say(r, " %s", note_kind_name(kind));
}

/* A mark before the new text says the kind anew. */
static void revise_kind(struct parser *r, size_t note, const struct mark *m)
{
	const struct note *n = &r->session->notes[note];

	if (m->action && n->action == NONE)
		add_warning(r, "an edit makes no action point of a note: /action %s does", n->id);
	if (m->has_kind && n->action == NONE && m->kind != n->kind)
		set_kind(r, n, m->kind);
}

/* The new text, and for an action point another priority. */
static void rewrite(struct parser *r, const struct note *n, const struct tagged *t)
{
	bool is_new = t->text.len && strcmp(t->text.bytes, n->text) != 0;
	bool other = n->action != NONE && t->has_priority &&
		     t->priority != r->session->actions[n->action].priority;
	bool goes_off = r->off && !n->off;

	if (!is_new && !other && !goes_off)
		return;
	if (goes_off)
		say(r, ", off the record");
	struct event *e = event_made(r, EVENT_EDITED);
	event_set_text(e, FIELD_NOTE, n->id);
	event_set_text(e, FIELD_TEXT, is_new ? t->text.bytes : n->text);
	if (!other)
		return;
	event_set_text(e, FIELD_PRIORITY, priority_level_name(t->priority));
	say(r, " %s priority", priority_level_name(t->priority));
}

/* Do the events change what the room may have confirmed? Tags and priority do not. */
static bool unconfirms(const struct command_result *d, const struct note *n)
{
	for (size_t i = 0; i < d->event_count; i++) {
		const struct event *e = d->events[i];

		if (e->kind == EVENT_OWNED || e->kind == EVENT_DUE_SET ||
			(e->kind == EVENT_EDITED &&
				strcmp(event_text(e, FIELD_TEXT), n->text) != 0))
			return true;
	}
	return false;
}

bool revise(struct parser *r, size_t note, const struct tagged *t, const struct mark *mark)
{
	const struct note *n = &r->session->notes[note];

	say(r, "%s edited", n->id);
	rewrite(r, n, t);
	tag_one(r, note, t);
	if (n->action == NONE)
		attribute_note(r, note, t->trailing);
	else
		revise_action(r, note, t);
	if (mark)
		revise_kind(r, note, mark);
	if (!r->result->event_count)
		return nothing(r, "%s stands like that already", n->id);
	if (unconfirms(r->result, n))
		warn_confirmed(r, note);
	return true;
}

bool handle_EDIT(struct parser *r)
{
	size_t note = take_note(r, LAST_NOTE);
	struct tagged t;

	if (note == NONE)
		return false;
	const struct note *n = &r->session->notes[note];
	struct mark m = mark_read(r, take_rest(r), false);
	tagged_read(r, &t, m.rest, n->action != NONE, m.literal);
	bool done = t.text.len ? revise(r, note, &t, &m)
			       : refuse(r, "the new text of %s was expected: /edit %s TEXT", n->id,
					 n->id);
	tagged_release(&t);
	return done;
}

/* The themes named in the rest of the line, with or without #. */
static bool take_themes(struct parser *r, struct tagged *t, bool make)
{
	if (!words_left(r))
		return refuse(r, "a theme was expected, as in /%s last #3",
			command_table[r->command].name);
	while (words_left(r)) {
		const char *id = NULL;

		if (make) {
			const char *word = take_word(r)->text;
			word += *word == '#';
			enum theme_found found = theme_read(r, word, strlen(word), true, &id);
			if (found == THEME_UNCLEAR || found == THEME_TEXT) {
				r->next--;
				return take_theme(r) != NONE;
			}
		} else {
			size_t theme = take_theme(r);
			if (theme == NONE)
				return false;
			id = r->session->themes[theme].id;
		}
		t->themes =
			array_room(t->themes, t->theme_count, &t->theme_room, sizeof *t->themes);
		t->themes[t->theme_count++] = mem_text(id);
	}
	return true;
}

/* The notes among them that the event would change. */
static size_t changed(
	const struct parser *r, const struct tagged *t, size_t *notes, size_t count, bool adds)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < t->theme_count; k++)
			if (has_theme(r, notes[i], t->themes[k]) != adds) {
				notes[kept++] = notes[i];
				break;
			}
	return kept;
}

static bool retag(struct parser *r, bool adds)
{
	struct tagged t = {0};
	size_t *notes, count;
	bool done = false;

	if (!take_notes(r, &notes, &count))
		return false;
	buffer_init(&t.text);
	if (take_themes(r, &t, adds)) {
		size_t kept = changed(r, &t, notes, count, adds);

		if (!kept) {
			nothing(r, adds ? "tagged like that already" : "not tagged like that");
		} else {
			struct event *e = event_made(r, adds ? EVENT_TAGGED : EVENT_UNTAGGED);

			for (size_t i = 0; i < kept; i++)
				event_add_to_list(e, FIELD_NOTES, r->session->notes[notes[i]].id);
			for (size_t i = 0; i < t.theme_count; i++)
				event_add_to_list(e, FIELD_THEMES, t.themes[i]);
			if (kept == 1)
				say(r, "%s", r->session->notes[notes[0]].id);
			else
				say(r, "%zu notes", kept);
			say(r, adds ? " tagged" : " untagged");
			say_themes(r, t.themes, t.theme_count);
			done = true;
		}
	}
	tagged_release(&t);
	free(notes);
	return done;
}

bool handle_TAG(struct parser *r)
{
	return retag(r, true);
}

bool handle_UNTAG(struct parser *r)
{
	return retag(r, false);
}

static bool refuse_kind(struct parser *r, const char *word)
{
	struct buffer list = BUFFER_EMPTY;
	const char *nearest = *word ? text_nearest_word(word, note_kind_word) : NULL;

	if (nearest)
		return refuse(r, "no kind of note is called '%s', did you mean %s?", word, nearest);
	word_list_write(&list, note_kind_word, ", ", ", ");
	refuse(r, "a kind was expected, not '%s': one of %s", word, list.bytes);
	buffer_release(&list);
	return false;
}

bool handle_KIND(struct parser *r)
{
	size_t note = take_note(r, LAST_PLAIN);

	if (note == NONE)
		return false;
	const struct note *n = &r->session->notes[note];
	const struct word *word = take_word(r);
	const char *typed = word ? word->text + (word->text[0] == ':') : "";
	size_t kind = word_list_find(note_kind_word, typed);

	if (kind == SIZE_MAX)
		return refuse_kind(r, word ? word->text : "");
	if (!no_more(r))
		return false;
	if (n->kind == (enum note_kind)kind)
		return nothing(r, "%s is a %s already", n->id, note_kind_word(kind));
	say(r, "%s is now", n->id);
	set_kind(r, n, (enum note_kind)kind);
	return true;
}

static bool attribute_speech(struct parser *r)
{
	const struct session *s = r->session;
	size_t speech = s->floor != NONE ? s->floor : s->last_speech;

	if (speech == NONE)
		return refuse(r, "nobody has had the floor yet: /floor NAME gives it");
	size_t who = take_person(r);
	if (who == NONE || !no_more(r))
		return false;
	if (s->speeches[speech].who == who)
		return nothing(r, "the speech is that of %s already", called(r, who));
	struct event *e = event_made(r, EVENT_ATTRIBUTED);
	event_set_text(e, FIELD_BY, number_of(r, who));
	event_set_text(e, FIELD_SPEECH, s->speeches[speech].id);
	return say(r, "the speech is that of %s", called(r, who));
}

bool handle_ATTRIBUTE(struct parser *r)
{
	if (take_if(r, "floor"))
		return attribute_speech(r);
	size_t note = take_note(r, LAST_NOTE);
	if (note == NONE)
		return false;
	size_t who = take_person(r);
	if (who == NONE || !no_more(r))
		return false;
	const struct note *n = &r->session->notes[note];
	if (n->by == who)
		return nothing(r, "%s is by %s already", n->id, called(r, who));
	say(r, "%s is by", n->id);
	attribute_note(r, note, who);
	return true;
}

bool handle_DROP(struct parser *r)
{
	size_t note = take_note(r, LAST_NOTE);

	if (note == NONE || !no_more(r))
		return false;
	const struct note *n = &r->session->notes[note];
	event_set_text(event_made(r, EVENT_DROPPED), FIELD_NOTE, n->id);
	return say(r, "%s dropped: /undo brings it back", n->id);
}

bool handle_HISTORY(struct parser *r)
{
	size_t note = take_note(r, LAST_ANY);
	const struct packed **changes;

	if (note == NONE || !no_more(r))
		return false;
	const struct note *n = &r->session->notes[note];
	size_t count = note_changes(r->context->history, n->id, &changes);
	struct buffer text = BUFFER_EMPTY;
	for (size_t i = 0; i < count; i++) {
		buffer_text(&text, i ? "; " : "");
		change_say(&text, r->session, changes[i], NAMING_ID);
	}
	free(changes);
	text_clean(&r->result->said, text.bytes, text.len);
	buffer_release(&text);
	r->result->answer = ANSWER_SCREEN;
	r->result->screen = COMMAND_HISTORY;
	r->result->argument = mem_text(n->id);
	return true;
}

bool handle_FIND(struct parser *r)
{
	r->result->answer = ANSWER_SCREEN;
	r->result->screen = COMMAND_FIND;
	r->result->argument = mem_text(take_rest(r));
	return true;
}

/* Of what abbreviate.c takes for a word. */
static bool is_plain_word(const char *word)
{
	for (; *word; word++)
		if ((unsigned char)*word < 0x80 && !isalnum((unsigned char)*word) &&
			!strchr("-_'", *word))
			return false;
	return true;
}

bool handle_ABBR(struct parser *r)
{
	const struct word *word = take_word(r);
	const char *text = take_rest(r);

	if (!word || !*text)
		return refuse(r, "a word and its text were expected, as in "
				 "/abbr tcc troop-contributing country");
	if (!is_plain_word(word->text))
		add_warning(r,
			"'%s' is no word that can end: letters, digits, - and ' are expanded",
			word->text);
	struct event *e = event_made(r, EVENT_ABBREVIATED);
	event_set_text(e, FIELD_WORD, word->text);
	event_set_typed(r, e, FIELD_TEXT, text);
	return say(r, "%s expands to %s", word->text, text);
}
