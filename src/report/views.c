/* SPDX-License-Identifier: MIT */
/* views.c - the views of `show`, and those that tell of the meeting as a whole. */
#include "report/views.h"

#include <string.h>

#include "base/memory.h"

ENUM_WORDS_DEFINE(view, VIEW_ROWS)

static tell_view *const views[VIEWS] = {
	[VIEW_SUMMARY] = tell_summary,
	[VIEW_AGENDA] = tell_agenda,
	[VIEW_FLOOR] = tell_floor,
	[VIEW_NOTES] = tell_notes,
	[VIEW_ACTIONS] = tell_actions,
	[VIEW_THEMES] = tell_themes,
	[VIEW_PEOPLE] = tell_people,
	[VIEW_TIME] = tell_time,
};

void view_tell(struct sink *out, const char *key, const struct teller *t, enum view view)
{
	views[view](out, key, t);
}

void view_write_json(struct buffer *out, const struct session *s, enum view view, int64_t at)
{
	struct teller teller = teller_of(s, NAMING_ID, at);
	struct sink sink;

	sink_init(&sink, out, false);
	view_tell(&sink, NULL, &teller, view);
}

void record_write(struct buffer *out, const struct session *s)
{
	struct teller teller = teller_of(s, NAMING_NUMBER, NO_TIME);
	struct sink sink;

	sink_init(&sink, out, true);
	sink_map(&sink, NULL);
	sink_word(&sink, "roundtable", "record/1");
	for (int i = 0; i < VIEWS; i++)
		if (i != VIEW_PEOPLE)
			view_tell(&sink, view_name((enum view)i), &teller, (enum view)i);
	sink_end(&sink);
}

/* The summary */

static const char *meeting_state_name(enum meeting_state state)
{
	switch (state) {
	case MEETING_OPEN: return "open";
	case MEETING_SUSPENDED: return "suspended";
	case MEETING_CLOSED: return "closed";
	}
	return "";
}

static void tell_present(struct sink *out, const struct teller *t)
{
	sink_list(out, "present");
	for (size_t i = 0; i < t->present_count; i++) {
		const struct presence *p = &t->present[i];
		struct buffer last = BUFFER_EMPTY;

		if (p->last != NO_TIME)
			moment_write(&last, p->last);
		sink_map(out, NULL);
		sink_text(out, "seat", p->seat);
		sink_truth(out, "open", p->open);
		sink_truth(out, "left", p->left);
		sink_text(out, "last", p->last == NO_TIME ? NULL : last.bytes);
		if (p->last == NO_TIME)
			sink_null(out, "silent_ms");
		else
			sink_number(out, "silent_ms", presence_silent(p, t->at));
		sink_end(out);
		buffer_release(&last);
	}
	sink_end(out);
}

void tell_summary(struct sink *out, const char *key, const struct teller *t)
{
	const struct session *s = t->session;
	int notes = 0, actions = 0, agreed = 0;

	for (size_t i = 0; i < s->note_count; i++) {
		notes += is_shown_note(&s->notes[i]);
		actions += is_shown_action(&s->notes[i]);
		agreed += is_shown_note(&s->notes[i]) && s->notes[i].kind == NOTE_AGREED;
	}
	sink_map(out, key);
	sink_text(out, "title", s->agenda->title);
	sink_text(out, "rule", rule_name(s->agenda->rule));
	sink_text(out, "state", meeting_state_name(s->state));
	sink_text(out, "item", teller_item(t, s->item_now));
	sink_number(out, "notes", notes);
	sink_number(out, "actions", actions);
	sink_number(out, "agreed", agreed);
	sink_number(out, "conflicts", (int64_t)session_conflict_count(s));
	sink_list(out, "seats");
	for (size_t i = 0; i < s->seat_count; i++)
		sink_text(out, NULL, s->seats[i].name);
	sink_end(out);
	if (t->present)
		tell_present(out, t);
	sink_end(out);
}

/* The agenda as it is now */

static const char *item_state_name(enum item_state state)
{
	switch (state) {
	case ITEM_AHEAD: return "ahead";
	case ITEM_NOW: return "now";
	case ITEM_DONE: return "done";
	}
	return "";
}

static void tell_items(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;

	sink_list(out, "items");
	for (size_t i = 0; i < s->item_count; i++) {
		const struct item *item = &s->items[s->item_order[i]];

		sink_map(out, NULL);
		sink_text(out, "id", item->id);
		tell_typed(out, t, "title", item->title);
		sink_text(out, "kind", item_kind_name(item->kind));
		sink_number(out, "minutes", item->minutes);
		sink_text(out, "state", item_state_name(item->state));
		sink_end(out);
	}
	sink_end(out);
}

static void tell_codebook(struct sink *out, const struct teller *t)
{
	const struct session *s = t->session;
	const struct agenda *agenda = s->agenda;

	sink_list(out, "themes");
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		if (theme->merged != NONE)
			continue;
		sink_map(out, NULL);
		sink_text(out, "id", theme->id);
		tell_typed(out, t, "label", theme->label ? theme->label : theme->id);
		sink_text(out, "parent",
			theme->parent == NONE ? NULL : s->themes[theme->parent].id);
		sink_text(out, "priority",
			theme->priority == NONE ? NULL : agenda->priorities[theme->priority].id);
		sink_end(out);
	}
	sink_end(out);
}

static void tell_framework(struct sink *out, const struct agenda *agenda)
{
	if (!agenda->framework) {
		sink_null(out, "framework");
		return;
	}
	sink_map(out, "framework");
	sink_text(out, "title", agenda->framework);
	sink_list(out, "priorities");
	for (size_t i = 0; i < agenda->priority_count; i++) {
		sink_map(out, NULL);
		sink_text(out, "id", agenda->priorities[i].id);
		sink_text(out, "label", agenda->priorities[i].label);
		sink_end(out);
	}
	sink_end(out);
	sink_end(out);
}

void tell_agenda(struct sink *out, const char *key, const struct teller *t)
{
	sink_map(out, key);
	sink_text(out, "title", t->session->agenda->title);
	tell_items(out, t);
	tell_codebook(out, t);
	tell_framework(out, t->session->agenda);
	sink_end(out);
}

/* The people */

static void tell_attributes(struct sink *out, const struct person *person)
{
	sink_map(out, "attributes");
	for (size_t i = 0; person && i < person->attribute_count; i++)
		sink_text(out, person->attributes[i].name, person->attributes[i].value);
	sink_end(out);
}

void tell_people(struct sink *out, const char *key, const struct teller *t)
{
	const struct session *s = t->session;

	sink_list(out, key);
	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *who = &s->attendees[i];
		const struct person *person = teller_person(t, i);

		sink_map(out, NULL);
		sink_text(out, "id", teller_who(t, i));
		sink_text(out, "number", who->number);
		sink_text(out, "name", person ? person->name : NULL);
		sink_text(out, "title", person ? person->title : NULL);
		sink_text(out, "affiliation", person ? person->affiliation : NULL);
		sink_text(out, "delegation", teller_delegation(t, who->delegation));
		sink_text(out, "role", role_name(who->role));
		sink_truth(out, "here", !who->away);
		tell_attributes(out, person);
		if (who->gone)
			sink_truth(out, "gone", true);
		sink_end(out);
	}
	sink_end(out);
}
