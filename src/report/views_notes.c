/* SPDX-License-Identifier: MIT */
/* views_notes.c - what was said, what is to be done, and on what. */
#include "report/views.h"

#include <stdlib.h>

#include "session/theme_table.h"

static void tell_note_text(struct sink *out, const struct teller *t, const struct note *note)
{
	struct buffer text = BUFFER_EMPTY;

	people_say(&text, t->session->people, note->text ? note->text : "", t->naming);
	sink_text(out, "text", text.bytes);
	buffer_release(&text);
}

/* The texts that stand beside each other, when seats had not seen each other's. */
static void tell_versions(struct sink *out, const struct teller *t, const struct note *note)
{
	const struct session *s = t->session;
	size_t index = (size_t)(note - s->notes), count = session_version_count(s, index);

	if (!count)
		return;
	sink_list(out, "versions");
	for (size_t n = 1; n <= count; n++) {
		const struct version *v = session_version(s, index, n);
		struct buffer text = BUFFER_EMPTY;

		people_say(&text, s->people, version_text(s, v), t->naming);
		sink_map(out, NULL);
		sink_number(out, "number", (int64_t)n);
		sink_text(out, "text", text.bytes);
		sink_text(out, "seat", v->seat);
		sink_moment(out, "at", v->at);
		sink_end(out);
		buffer_release(&text);
	}
	sink_end(out);
}

static void tell_note_themes(struct sink *out, const struct session *s, const struct note *note)
{
	size_t *themes;
	size_t count = note_themes(s, note, &themes);

	sink_list(out, "themes");
	for (size_t i = 0; i < count; i++)
		sink_text(out, NULL, s->themes[themes[i]].id);
	sink_end(out);
	free(themes);
}

static void tell_note(struct sink *out, const struct teller *t, const struct note *note)
{
	sink_map(out, NULL);
	sink_text(out, "id", note->id);
	sink_text(out, "kind", note_kind_name(note->kind));
	tell_note_text(out, t, note);
	tell_note_themes(out, t->session, note);
	sink_text(out, "by", teller_who(t, note->by));
	sink_text(out, "item", teller_item(t, note->item));
	sink_moment(out, "at", note->at);
	sink_text(out, "seat", note->seat);
	sink_truth(out, "off_record", note->off);
	sink_truth(out, "edited", note->edited);
	tell_versions(out, t, note);
	sink_end(out);
}

void tell_notes(struct sink *out, const char *key, const struct teller *t)
{
	sink_list(out, key);
	for (size_t i = 0; i < t->session->note_count; i++)
		if (is_shown_note(&t->session->notes[i]))
			tell_note(out, t, &t->session->notes[i]);
	sink_end(out);
}

static void tell_missing(struct sink *out, const struct action *action)
{
	sink_list(out, "missing");
	if (action_lacks_owner(action))
		sink_text(out, NULL, "owner");
	if (action_lacks_due(action))
		sink_text(out, NULL, "due");
	sink_end(out);
}

static void tell_action(struct sink *out, const struct teller *t, const struct note *note)
{
	const struct action *action = &t->session->actions[note->action];

	sink_map(out, NULL);
	sink_text(out, "id", note->id);
	tell_note_text(out, t, note);
	sink_list(out, "owners");
	for (size_t i = 0; i < action->owner_count; i++)
		sink_text(out, NULL, teller_who(t, action->owners[i]));
	sink_end(out);
	sink_text(out, "due", action_lacks_due(action) ? NULL : action->due);
	sink_text(out, "priority", priority_level_name(action->priority));
	sink_text(out, "status", action_status_name(action->status));
	tell_note_themes(out, t->session, note);
	sink_text(out, "item", teller_item(t, note->item));
	sink_moment(out, "at", note->at);
	sink_text(out, "source", action->source_id);
	sink_truth(out, "confirmed", action->confirmed);
	if (action->answer == READ_BACK_CHANGED || action->answer == READ_BACK_DROPPED)
		sink_text(out, "answer", read_back_name(action->answer));
	tell_missing(out, action);
	sink_truth(out, "off_record", note->off);
	tell_versions(out, t, note);
	sink_end(out);
}

void tell_actions(struct sink *out, const char *key, const struct teller *t)
{
	sink_list(out, key);
	for (size_t i = 0; i < t->session->note_count; i++)
		if (is_shown_action(&t->session->notes[i]))
			tell_action(out, t, &t->session->notes[i]);
	sink_end(out);
}

static void tell_stance(struct sink *out, const struct theme_figures *figures)
{
	sink_map(out, "stance");
	sink_number(out, "support", figures->support);
	sink_number(out, "concern", figures->concern);
	sink_number(out, "reservation", figures->reservation);
	sink_number(out, "agreed", figures->agreed);
	sink_end(out);
}

static void tell_theme(
	struct sink *out, const struct teller *t, size_t index, const struct theme_table *table)
{
	const struct session *s = t->session;
	const struct theme *theme = &s->themes[index];
	const struct theme_figures *figures = &table->figures[index];

	sink_map(out, NULL);
	sink_text(out, "id", theme->id);
	tell_typed(out, t, "label", theme->label ? theme->label : theme->id);
	if (theme->digit)
		sink_number(out, "digit", theme->digit);
	else
		sink_null(out, "digit");
	sink_truth(out, "new", theme->is_new);
	sink_number(out, "notes", figures->notes);
	sink_number(out, "actions", figures->actions);
	sink_number(out, "speakers", figures->speakers);
	sink_number(out, "spoken_ms", figures->spoken_ms);
	sink_list(out, "items");
	for (size_t i = 0; i < s->item_count; i++)
		if (theme_table_cell(table, index, s->item_order[i])->notes)
			sink_text(out, NULL, s->items[s->item_order[i]].id);
	sink_end(out);
	sink_moment(out, "last", figures->last);
	tell_stance(out, figures);
	if (theme->gone)
		sink_truth(out, "gone", true);
	sink_end(out);
}

void tell_themes(struct sink *out, const char *key, const struct teller *t)
{
	const struct session *s = t->session;
	struct theme_table table = {0};

	theme_table_fill(&table, s, 1, t->at);
	sink_list(out, key);
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].merged == NONE)
			tell_theme(out, t, i, &table);
	sink_end(out);
	theme_table_release(&table);
}
