/* SPDX-License-Identifier: MIT */
/* note.c - a line that is a note or an action point, one that goes on or corrects the last. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

static bool is_closed(const struct parser *r)
{
	return r->session->state == MEETING_CLOSED;
}

static size_t speaker_of(const struct parser *r)
{
	const struct context *c = r->context;

	return c->has_speaker ? c->speaker : session_speaker(r->session);
}

static void set_person(const struct parser *r, struct event *e, enum field field, size_t who)
{
	if (who != NONE)
		event_set_text(e, field, number_of(r, who));
}

static void add_themes(struct event *e, const struct tagged *t)
{
	for (size_t i = 0; i < t->theme_count; i++)
		event_add_to_list(e, FIELD_THEMES, t->themes[i]);
}

static bool moves_agenda(const struct packed *e)
{
	return e->kind == EVENT_ITEM_BEGUN || e->kind == EVENT_ITEM_ENDED;
}

static size_t item_begun(const struct session *s, const struct packed *e)
{
	struct unpacked u = {0};
	size_t item = session_item(s, event_text(packed_read(&u, e), FIELD_ITEM));

	unpacked_release(&u);
	return item;
}

/* The item that ran when the line's first key was struck: the agenda may have moved on since. No
 * event has a time past its clock, so the look back is short. */
size_t item_then(const struct parser *r)
{
	const struct session *s = r->session;
	const struct history *h = r->context->history;
	bool moved = false;

	if (s->item_moved == NO_TIME || s->item_moved <= r->context->at)
		return s->item_now;
	for (size_t i = h ? h->count : 0; i > 0; i--) {
		const struct packed *e = history_at(h, i - 1);

		if (!moved && e->clock <= r->context->at)
			break;
		if (!moves_agenda(e) || history_is_undone(h, i - 1))
			continue;
		if (e->at <= r->context->at)
			return e->kind == EVENT_ITEM_BEGUN ? item_begun(s, e) : NONE;
		moved = true;
	}
	return moved ? NONE : s->item_now;
}

static void set_item(const struct parser *r, struct event *e)
{
	size_t item = item_then(r);

	if (item != NONE)
		event_set_text(e, FIELD_ITEM, r->session->items[item].id);
}

void say_themes(struct parser *r, char *const *themes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		say(r, " #%s", themes[i]);
}

struct event *action_made(struct parser *r, const struct tagged *t)
{
	struct event *e = event_made(r, EVENT_ACTION_TAKEN);

	event_set_text(e, FIELD_TEXT, t->text.bytes);
	for (size_t i = 0; i < t->people_count; i++)
		event_add_to_list(e, FIELD_OWNERS, number_of(r, t->people[i]));
	if (t->due[0])
		event_set_text(e, FIELD_DUE, t->due);
	if (t->has_priority)
		event_set_text(e, FIELD_PRIORITY, priority_level_name(t->priority));
	add_themes(e, t);
	say(r, "action point");
	say_themes(r, t->themes, t->theme_count);
	for (size_t i = 0; i < t->people_count; i++)
		say(r, " @%s", typed_id(r, t->people[i]));
	if (t->due[0])
		say(r, " due %s", t->due);
	if (!t->people_count || !t->due[0])
		say(r, ", without %s",
			t->people_count ? "a date"
			: t->due[0]     ? "an owner"
					: "owner and date");
	return e;
}

static void note_made(struct parser *r, const struct tagged *t, const struct mark *m)
{
	struct event *e = event_made(r, EVENT_NOTED);
	size_t by = t->trailing != NONE ? t->trailing : t->first;

	if (by == NONE)
		by = speaker_of(r);
	event_set_text(e, FIELD_KIND, note_kind_name(m->kind));
	event_set_text(e, FIELD_TEXT, t->text.bytes);
	add_themes(e, t);
	set_person(r, e, FIELD_BY, by);
	set_item(r, e);
	say(r, "%s", note_kind_name(m->kind));
	say_themes(r, t->themes, t->theme_count);
	if (by != NONE)
		say(r, " @%s", typed_id(r, by));
	if (r->off)
		say(r, ", off the record");
}

static bool keep_new(struct parser *r, const struct mark *m)
{
	struct tagged t;

	if (is_closed(r) && !m->action)
		return refuse(r, "the session is closed: /reopen opens it again");
	tagged_read(r, &t, m->rest, m->action, m->literal);
	if (t.text.len == 0) {
		tagged_release(&t);
		return refuse(r, "there is nothing to note beside the mark or the tags "
				 "(/tag last #theme tags the last note)");
	}
	if (m->action) {
		struct event *e = action_made(r, &t);

		set_person(r, e, FIELD_BY, speaker_of(r));
		set_item(r, e);
		if (r->off)
			say(r, ", off the record");
	} else {
		note_made(r, &t, m);
	}
	tagged_release(&t);
	return true;
}

/* A tilde among the dots makes a note of its own, off the record: the note that it would go on
 * with is on the record. */
static bool go_on(struct parser *r, struct mark *m)
{
	size_t note = own_last(r, LAST_NOTE);
	struct tagged t;

	if (!*m->rest)
		return refuse(r, "there is nothing to add after the dots");
	if (note == NONE) {
		add_warning(r, "this seat has no note to go on with: kept as a new one");
		return keep_new(r, m);
	}
	const struct note *n = &r->session->notes[note];
	if (m->off && !session_note_is_off(r->session, note)) {
		add_warning(r, "off the record: kept as a note of its own, %s stays as it is",
			n->id);
		return keep_new(r, m);
	}
	tighten(r, note);
	tagged_read(r, &t, m->rest, n->action != NONE, m->literal);
	if (t.text.len)
		buffer_insert(&t.text, 0, " ", 1);
	buffer_insert(&t.text, 0, n->text, strlen(n->text));
	bool done = revise(r, note, &t, NULL);
	tagged_release(&t);
	return done;
}

/* s/old/new/ or s/old/new/g: what stands between the slashes, \/ a slash. */
struct substitution {
	struct buffer old, new;
	bool all;
};

static const char *part_read(struct buffer *out, const char *at)
{
	while (*at && *at != '/') {
		if (at[0] == '\\' && at[1] == '/')
			at++;
		buffer_char(out, *at++);
	}
	return at;
}

static bool substitution_read(struct substitution *s, const char *line)
{
	const char *at;

	buffer_init(&s->old);
	buffer_init(&s->new);
	s->all = false;
	if (strncmp(line, "s/", 2) != 0)
		return false;
	at = part_read(&s->old, line + 2);
	if (*at != '/')
		return false;
	at = part_read(&s->new, at + 1);
	if (*at != '/')
		return false;
	s->all = strcmp(at, "/g") == 0;
	return s->all || strcmp(at, "/") == 0;
}

static size_t replace(struct buffer *out, const char *text, const struct substitution *s)
{
	size_t count = 0;
	const char *found;

	while ((found = strstr(text, s->old.bytes)) != NULL && (count == 0 || s->all)) {
		buffer_bytes(out, text, (size_t)(found - text));
		buffer_bytes(out, s->new.bytes, s->new.len);
		text = found + s->old.len;
		count++;
	}
	buffer_text(out, text);
	return count;
}

static bool correct(struct parser *r, const struct substitution *s)
{
	size_t note = own_last(r, LAST_NOTE);
	struct buffer shown = BUFFER_EMPTY, changed = BUFFER_EMPTY;
	struct tagged t = {.first = NONE, .trailing = NONE};
	bool done = false;

	if (note == NONE)
		return refuse(r, "this seat has no note yet to correct");
	if (s->old.len == 0)
		return refuse(r, "what is to be replaced was expected, as in s/old/new/");
	const struct note *n = &r->session->notes[note];
	tighten(r, note);
	people_say(&shown, r->context->people, n->text, NAMING_ID);
	size_t count = replace(&changed, shown.bytes, s);
	buffer_init(&t.text);
	mentions_read(r, &t.text, changed.bytes);
	off_by_label(r, t.text.bytes);
	if (count == 0)
		refuse(r, "'%s' does not stand in %s: %s", s->old.bytes, n->id, shown.bytes);
	else if (t.text.bytes[strspn(t.text.bytes, " ")] == '\0')
		refuse(r, "nothing would be left of %s: /drop last drops it", n->id);
	else
		done = revise(r, note, &t, NULL);
	tagged_release(&t);
	buffer_release(&shown);
	buffer_release(&changed);
	return done;
}

bool read_note(struct parser *r)
{
	struct substitution s;
	bool is_substitution = substitution_read(&s, r->line.bytes), done;

	if (is_substitution) {
		done = correct(r, &s);
	} else {
		struct mark m = mark_read(r, r->line.bytes, true);

		done = m.continues ? go_on(r, &m) : keep_new(r, &m);
	}
	buffer_release(&s.old);
	buffer_release(&s.new);
	return done;
}
