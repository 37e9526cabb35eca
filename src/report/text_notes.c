/* SPDX-License-Identifier: MIT */
/* text_notes.c - what was said and what is to be done, for people to read. */
#include "report/text_views.h"

#include <stdlib.h>
#include <string.h>

static void themes_cell(struct columns *table, const struct session *s, const struct note *note)
{
	struct buffer text = BUFFER_EMPTY;
	size_t *themes;
	size_t count = note_themes(s, note, &themes);

	for (size_t i = 0; i < count; i++)
		buffer_format(&text, "%s#%s", i ? " " : "", s->themes[themes[i]].id);
	columns_cell(table, text.bytes);
	buffer_release(&text);
	free(themes);
}

/* " (in conflict: 1 facilitator: Ten days; 2 rapporteur: Twelve days)" */
static void add_versions(struct buffer *text, const struct teller *t, const struct note *note)
{
	const struct session *s = t->session;
	size_t index = (size_t)(note - s->notes), count = session_version_count(s, index);

	for (size_t n = 1; n <= count; n++) {
		const struct version *v = session_version(s, index, n);

		buffer_format(text, "%s%zu %s: ", n == 1 ? " (in conflict: " : "; ", n, v->seat);
		people_say(text, s->people, version_text(s, v), t->naming);
	}
	if (count)
		buffer_char(text, ')');
}

static void text_cell(struct columns *table, const struct teller *t, const struct note *note)
{
	struct buffer text = BUFFER_EMPTY;

	if (note->off)
		buffer_text(&text, "[off the record] ");
	people_say(&text, t->session->people, note->text ? note->text : "", t->naming);
	if (note->edited)
		buffer_text(&text, " (edited)");
	add_versions(&text, t, note);
	columns_cell(table, text.bytes);
	buffer_release(&text);
}

void print_notes(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "lllllll");
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		if (!is_shown_note(note))
			continue;
		columns_clock(&table, t, note->at);
		columns_cell(&table, note->id);
		columns_cell(&table, note_kind_name(note->kind));
		columns_cell(&table, teller_who(t, note->by));
		columns_cell(&table, teller_item(t, note->item));
		themes_cell(&table, s, note);
		text_cell(&table, t, note);
	}
	columns_write(out, &table, 0);
	columns_release(&table);
}

static void owners_cell(struct columns *table, const struct teller *t, const struct action *action)
{
	struct buffer text = BUFFER_EMPTY;

	for (size_t i = 0; i < action->owner_count; i++)
		buffer_format(&text, "%s%s", i ? ", " : "", teller_who(t, action->owners[i]));
	columns_cell(table, action_lacks_owner(action) ? "owner missing" : text.bytes);
	buffer_release(&text);
}

static void put_action(struct columns *table, const struct teller *t, const struct note *note)
{
	const struct action *action = &t->session->actions[note->action];

	columns_cell(table, note->id);
	columns_cell(table, action_status_name(action->status));
	columns_cell(table, action_lacks_due(action) ? "due missing" : action->due);
	columns_cell(table,
		action->priority == PRIORITY_NORMAL ? "" : priority_level_name(action->priority));
	columns_cell(table, action->confirmed ? "confirmed" : "");
	owners_cell(table, t, action);
	themes_cell(table, t->session, note);
	text_cell(table, t, note);
}

void print_actions(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "llllllll");
	for (size_t i = 0; i < s->note_count; i++)
		if (is_shown_action(&s->notes[i]))
			put_action(&table, t, &s->notes[i]);
	columns_write(out, &table, 0);
	columns_release(&table);
}
