/* SPDX-License-Identifier: MIT */
/* text_views.c - the views of `show` for people to read, and those of the meeting as a whole. */
#include "report/text_views.h"

#include "report/views.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static print_view *const printers[VIEWS] = {
	[VIEW_SUMMARY] = print_summary,
	[VIEW_AGENDA] = print_agenda,
	[VIEW_FLOOR] = print_floor,
	[VIEW_NOTES] = print_notes,
	[VIEW_ACTIONS] = print_actions,
	[VIEW_THEMES] = print_themes,
	[VIEW_PEOPLE] = print_people,
	[VIEW_TIME] = print_time,
};

void view_write_text(struct buffer *out, const struct session *s, enum view view, int64_t at)
{
	struct teller teller = teller_of(s, NAMING_ID, at);

	printers[view](out, &teller);
}

void summary_write(struct buffer *out, const struct session *s, bool json, int64_t at,
	const struct presence *present, size_t count)
{
	struct teller teller = teller_of(s, NAMING_ID, at);
	struct sink sink;

	teller.present = present;
	teller.present_count = count;
	if (!json) {
		print_summary(out, &teller);
		return;
	}
	sink_init(&sink, out, false);
	view_tell(&sink, NULL, &teller, VIEW_SUMMARY);
}

void columns_clock(struct columns *table, const struct teller *t, int64_t at)
{
	char text[24] = "";

	if (at != NO_TIME) {
		struct civil c = zone_civil(t->session->agenda->zone, at);
		snprintf(text, sizeof text, "%02d:%02d", c.hour, c.minute);
	}
	columns_cell(table, text);
}

/* A row for each seat. */
static void put_present(struct columns *table, const struct teller *t)
{
	for (size_t i = 0; i < t->present_count; i++) {
		struct buffer text = BUFFER_EMPTY;

		buffer_format(&text, "%s: ", t->present[i].seat);
		presence_say(&text, &t->present[i], t->at);
		columns_cell(table, i ? "" : "Seats");
		columns_cell(table, text.bytes);
		buffer_release(&text);
	}
}

static void put_seats(struct columns *table, const struct teller *t)
{
	const struct session *s = t->session;
	struct buffer text = BUFFER_EMPTY;

	if (t->present && t->present_count) {
		put_present(table, t);
		return;
	}
	for (size_t i = 0; i < s->seat_count; i++)
		buffer_format(&text, "%s%s", i ? ", " : "", s->seats[i].name);
	columns_cell(table, "Seats");
	columns_cell(table, s->seat_count ? text.bytes : "none yet");
	buffer_release(&text);
}

static void put_counts(struct columns *table, const struct session *s)
{
	int notes = 0, actions = 0, agreed = 0, open = 0;

	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		notes += is_shown_note(note);
		agreed += is_shown_note(note) && note->kind == NOTE_AGREED;
		actions += is_shown_action(note);
		open += is_shown_action(note) && s->actions[note->action].status == ACTION_OPEN;
	}
	struct buffer text = BUFFER_EMPTY;
	buffer_format(&text, "%d, %d of them agreed", notes, agreed);
	columns_cell(table, "Notes");
	columns_cell(table, text.bytes);
	buffer_reset(&text);
	buffer_format(&text, "%d, %d of them open", actions, open);
	columns_cell(table, "Action points");
	columns_cell(table, text.bytes);
	if (session_conflict_count(s)) {
		buffer_reset(&text);
		buffer_format(&text, "%zu: show notes and actions say which", session_conflict_count(s));
		columns_cell(table, "In conflict");
		columns_cell(table, text.bytes);
	}
	buffer_release(&text);
}

static const char *state_of(const struct session *s)
{
	switch (s->state) {
	case MEETING_OPEN: return "open";
	case MEETING_SUSPENDED: return "suspended";
	case MEETING_CLOSED: return "closed";
	}
	return "";
}

void print_summary(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "ll");
	columns_cell(&table, "Title");
	columns_cell(&table, s->agenda->title);
	columns_cell(&table, "Rule");
	columns_cell(&table, rule_name(s->agenda->rule));
	columns_cell(&table, "State");
	columns_cell(&table, state_of(s));
	columns_cell(&table, "Item");
	columns_cell(&table, s->item_now == NONE ? "none runs" : s->items[s->item_now].title);
	put_counts(&table, s);
	put_seats(&table, t);
	columns_write(out, &table, 0);
	columns_release(&table);
}

void print_agenda(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "lllrl");
	for (size_t i = 0; i < s->item_count; i++) {
		const struct item *item = &s->items[s->item_order[i]];
		static const char *const states[] = {
			[ITEM_AHEAD] = "", [ITEM_NOW] = "now", [ITEM_DONE] = "done"};
		char minutes[24];

		snprintf(minutes, sizeof minutes, "%d min", item->minutes);
		columns_cell(&table, states[item->state]);
		columns_cell(&table, item->id);
		columns_cell(&table, item_kind_name(item->kind));
		columns_cell(&table, minutes);
		columns_cell(&table, item->title);
	}
	columns_write(out, &table, 0);
	columns_release(&table);
}

void print_people(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "llllll");
	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *who = &s->attendees[i];
		const struct person *person = teller_person(t, i);

		columns_cell(&table, teller_who(t, i));
		columns_cell(&table, role_name(who->role));
		if (who->gone)
			columns_cell(&table, "gone");
		else
			columns_cell(&table, who->away ? "away" : "here");
		columns_cell(&table, person ? person->name : NULL);
		columns_cell(&table, person ? person->title : NULL);
		columns_cell(&table, teller_delegation(t, who->delegation));
	}
	columns_write(out, &table, 0);
	columns_release(&table);
}

static void put_theme(struct columns *table, const struct teller *t, const struct theme *theme,
	const struct theme_figures *figures)
{
	if (theme->digit)
		columns_number(table, theme->digit);
	else
		columns_cell(table, "");
	columns_cell(table, theme->id);
	columns_number(table, figures->notes);
	columns_number(table, figures->actions);
	columns_number(table, figures->speakers);
	columns_span(table, figures->spoken_ms);
	columns_clock(table, t, figures->last);
	columns_cell(table, theme->gone ? "(gone)" : theme->label);
}

void print_themes(struct buffer *out, const struct teller *t)
{
	static const char *const heads[] = {"", "theme", "notes", "actions", "speakers", "time",
		"last",
		"label"};
	const struct session *s = t->session;
	struct theme_figures *figures = mem_new(s->theme_count + 1, sizeof *figures);
	struct columns table;

	session_theme_figures(s, t->at, figures);
	columns_init(&table, "rlrrrrll");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		columns_cell(&table, heads[i]);
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].merged == NONE)
			put_theme(&table, t, &s->themes[i], &figures[i]);
	columns_write(out, &table, 0);
	columns_release(&table);
	free(figures);
}
