/* SPDX-License-Identifier: MIT */
/* test_session_notes.c - notes, action points, themes and people, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

enum what { NOTES, ACTIONS, THEMES, FIGURES, PEOPLE };

static const struct row {
	const char *name;
	enum what what;
	const char *script;
	const char *expected;
} rows[] = {
	/* kind:text #themes @by in item (speech) and what became of it */
	{"a_note", NOTES, "note hello", "point:hello"},
	{"a_note_with_everything", NOTES,
		"item one; floor A; note hello as concern themes=alpha,beta by=A item=one "
		"off-record=true",
		"concern:hello #alpha #beta @A in one (A) off"},
	{"a_kind_nobody_knows_is_a_point", NOTES, "note hello as shout", "point:hello"},
	{"a_note_by_somebody_who_is_gone", NOTES, "note hello by=Z", "point:hello @p26"},
	{"a_note_of_an_item_that_is_gone", NOTES, "note hello item=nine", "point:hello"},
	{"a_note_of_a_theme_that_is_gone", NOTES, "note hello themes=nine", "point:hello #nine"},
	{"a_theme_twice_is_tagged_once", NOTES, "note hello themes=alpha,alpha",
		"point:hello #alpha"},
	{"a_note_during_a_speech", NOTES, "t 0; floor A; t 10; note hello", "point:hello (A)"},
	{"a_note_after_a_speech", NOTES, "t 0; floor A; t 10; end; t 20; note hello",
		"point:hello"},
	{"a_note_at_the_end_of_a_speech", NOTES, "t 0; floor A; t 10; end; note hello",
		"point:hello"},
	{"a_note_at_the_beginning_of_a_speech", NOTES, "t 0; floor A; t 10; floor B; note hello",
		"point:hello (B)"},
	{"a_note_begun_during_the_speech_before", NOTES,
		"t 0; floor A; t 10; floor B; t 5; note hello", "point:hello (A)"},
	{"a_note_during_an_interruption", NOTES,
		"t 0; floor A; t 10; floor B as question; t 12; note hello", "point:hello (B)"},
	{"a_note_after_an_interruption", NOTES,
		"t 0; floor A; t 10; floor B as question; t 12; end; t 13; note hello",
		"point:hello (A)"},
	{"a_note_begun_before_any_speech", NOTES, "t 10; floor A; t 5; note hello", "point:hello"},
	{"edited", NOTES, "note hello; edit n1 goodbye", "point:goodbye edited"},
	{"edited_when_it_is_undone_keeps_the_words", NOTES,
		"note hello; seat other; edit test-2 goodbye; seat test; undo",
		"point:goodbye edited gone"},
	{"of_another_kind", NOTES, "note hello; kind n1 support", "support:hello"},
	{"of_a_kind_nobody_knows", NOTES, "note hello; kind n1 shout", "point:hello !kind"},
	{"a_kind_for_no_note", NOTES, "kind n9 support", " !kind"},
	{"dropped", NOTES, "note hello themes=alpha; drop n1", "point:hello #alpha dropped"},
	{"dropped_twice", NOTES, "note hello; drop n1; drop n1", "point:hello dropped !drop"},
	{"dropped_and_undone", NOTES, "note hello; drop n1; undo", "point:hello"},
	{"attributed", NOTES, "note hello by=A; attribute note=n1 by=B", "point:hello @B"},
	{"attributed_to_somebody_gone", NOTES, "note hello; attribute note=n1 by=Z",
		"point:hello @p26"},
	{"attributed_no_note", NOTES, "attribute note=n9 by=B", " !attribute"},
	{"attributed_no_speech", NOTES, "attribute speech=s9 by=B", " !attribute"},
	{"attributed_nothing", NOTES, "attribute by=B", " !attribute"},
	{"a_named_speech_names_its_notes", NOTES,
		"floor ?; note one; note two by=C; attribute speech=s1 by=B",
		"point:one @B (B), point:two @C (B)"},
	{"a_renamed_speech_takes_its_notes_along", NOTES,
		"floor A; note one by=A; end; t 9; note two by=A; attribute speech=s1 by=B",
		"point:one @B (B), point:two @A"},
	{"tagged", NOTES, "note one; note two; tag n1,n2 alpha,beta",
		"point:one #alpha #beta, point:two #alpha #beta"},
	{"tagged_those_that_are_there", NOTES, "note one; tag n1,n7 alpha", "point:one #alpha"},
	{"tagged_none_that_is_there", NOTES, "note one; tag n7,n8 alpha", "point:one !tag"},
	{"tagged_again", NOTES, "note one themes=alpha; tag n1 alpha", "point:one #alpha"},
	{"untagged", NOTES, "note one themes=alpha,beta; untag n1 alpha", "point:one #beta"},
	{"untagged_what_is_not_there", NOTES, "note one themes=alpha; untag n1 gamma",
		"point:one #alpha"},
	{"untagged_a_theme_nobody_knows", NOTES, "note one themes=alpha; untag n1 nine",
		"point:one #alpha"},
	{"untagged_none_that_is_there", NOTES, "untag n9 alpha", " !untag"},
	{"untagged_what_was_merged_into_it", NOTES,
		"note one themes=alpha,gamma; merge alpha beta; untag n1 beta", "point:one #gamma"},
	{"undo_of_a_note_leaves_the_others", NOTES, "note one; note two; undo", "point:one"},
	{"a_note_when_closed", NOTES, "close; note late; edit n1 later", "point:later edited"},

	/* text owners due priority status and the note it came from */
	{"an_action", ACTIONS, "action do-it", "do-it normal open"},
	{"an_action_with_everything", ACTIONS,
		"note why; action do-it owners=A,B due=2026-05-01 priority=high source=n1",
		"do-it A,B 2026-05-01 high open from n1"},
	{"an_action_of_nobody_known", ACTIONS, "action do-it owners=Z", "do-it p26 normal open"},
	{"an_owner_twice", ACTIONS, "action do-it owners=A,A", "do-it A normal open"},
	{"an_action_whose_source_is_gone", ACTIONS,
		"note why; seat other; action do-it source=n1; seat test; undo",
		"do-it normal open from test-2"},
	{"an_action_due_on_no_day", ACTIONS, "action do-it due=2026-02-30", "do-it normal open"},
	{"owned", ACTIONS, "action do-it owners=A; owner n1 B,C", "do-it B,C normal open"},
	{"owned_no_action", ACTIONS, "note one; owner n1 A", " !owner"},
	{"due", ACTIONS, "action do-it; due n1 2026-05-01", "do-it 2026-05-01 normal open"},
	{"due_on_no_day", ACTIONS, "action do-it due=2026-05-01; due n1 tomorrow",
		"do-it 2026-05-01 normal open !due"},
	{"done", ACTIONS, "action do-it; status n1 done", "do-it normal done"},
	{"cancelled", ACTIONS, "action do-it; status n1 cancelled", "do-it normal cancelled"},
	{"done_and_open_again", ACTIONS, "action do-it; status n1 done; status n1 open",
		"do-it normal open"},
	{"of_no_status", ACTIONS, "action do-it; status n1 maybe", "do-it normal open !status"},
	{"confirmed", ACTIONS, "action do-it; confirm n1", "do-it normal open confirmed"},
	{"confirmed_as_changed", ACTIONS, "action do-it; confirm n1 answer=changed",
		"do-it normal open confirmed changed"},
	{"confirmed_with_an_answer_that_is_none", ACTIONS, "action do-it; confirm n1 answer=maybe",
		"do-it normal open !confirm"},
	{"dropped_by_the_room", ACTIONS, "action do-it; confirm n1 answer=dropped; drop n1",
		"do-it normal open dropped dropped"},
	{"dropped_by_the_room_and_undone", ACTIONS,
		"action do-it; confirm n1; confirm n1 answer=dropped; undo",
		"do-it normal open confirmed"},
	{"confirmed_and_edited", ACTIONS, "action do-it; confirm n1; edit n1 do-that",
		"do-that normal open"},
	{"confirmed_and_edited_to_the_same", ACTIONS, "action do-it; confirm n1; edit n1 do-it",
		"do-it normal open confirmed"},
	{"confirmed_and_edited_and_undone", ACTIONS,
		"action do-it; confirm n1; edit n1 do-that; undo", "do-it normal open confirmed"},
	{"confirmed_and_owned", ACTIONS, "action do-it; confirm n1; owner n1 A",
		"do-it A normal open"},
	{"confirmed_and_due", ACTIONS, "action do-it; confirm n1; due n1 2026-05-01",
		"do-it 2026-05-01 normal open"},
	{"confirmed_and_tagged", ACTIONS, "action do-it; confirm n1; tag n1 alpha",
		"do-it normal open confirmed"},
	{"confirmed_and_given_a_priority", ACTIONS,
		"action do-it; confirm n1; edit n1 do-it priority=high",
		"do-it high open confirmed"},
	{"edited_with_a_priority_that_is_none", ACTIONS,
		"action do-it priority=low; edit n1 do-that priority=urgent", "do-that low open"},
	{"a_note_edited_with_a_priority", ACTIONS, "note one; edit n1 two priority=high", ""},
	{"confirmed_no_action", ACTIONS, "confirm n1", " !confirm"},
	{"edited_action", ACTIONS, "action do-it; edit n1 do-that", "do-that normal open"},
	{"a_dropped_action", ACTIONS, "action do-it; drop n1", "do-it normal open dropped"},
	{"an_undone_change_of_status", ACTIONS, "action do-it; status n1 done; undo",
		"do-it normal open"},
	{"an_action_when_closed", ACTIONS, "action do-it; close; status n1 done; owner n1 A",
		"do-it A normal done"},

	/* id=label digit keywords */
	{"the_themes_of_the_agenda", THEMES, "note one",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3"},
	{"a_new_theme", THEMES, "theme delta Delta keywords=river,mouth digit=4",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta 4 new (river mouth)"},
	{"a_new_theme_without_digit", THEMES, "theme delta Delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta new"},
	{"a_digit_that_is_taken_is_the_lowest_free_one", THEMES, "theme delta Delta digit=2",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta 4 new"},
	{"made_twice_keeps_the_label_and_adds_keywords", THEMES,
		"theme delta Delta keywords=river; theme delta Other keywords=mouth,river",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta new (river mouth)"},
	{"a_theme_of_the_agenda_made_again", THEMES, "theme alpha Other keywords=first",
		"alpha=alpha 1 (first), beta=beta 2, gamma=gamma 3"},
	{"only_referred_to", THEMES, "note one themes=delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=delta new gone"},
	{"referred_to_and_then_made", THEMES, "note one themes=delta; theme delta Delta digit=9",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta 9 new"},
	{"made_and_undone_while_a_note_has_it", THEMES,
		"theme delta Delta digit=4; seat other; note one themes=delta; seat test; undo",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=delta new gone"},
	{"renamed", THEMES, "rename beta Better", "alpha=alpha 1, beta=Better 2, gamma=gamma 3"},
	{"renamed_and_gone_keeps_the_words", THEMES, "rename delta Delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=Delta new gone"},
	{"merged", THEMES, "merge alpha beta",
		"alpha=alpha 1 into beta, beta=beta 2, gamma=gamma 3"},
	{"merged_twice_over", THEMES, "merge alpha beta; merge beta gamma",
		"alpha=alpha 1 into gamma, beta=beta 2 into gamma, gamma=gamma 3"},
	{"merged_in_a_circle", THEMES, "merge alpha beta; merge beta gamma; merge gamma alpha",
		"alpha=alpha 1 into gamma, beta=beta 2 into gamma, gamma=gamma 3 !merge"},
	{"merged_into_itself", THEMES, "merge alpha alpha",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3 !merge"},
	{"merged_into_nothing", THEMES, "merge alpha delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3 !merge"},
	{"merged_into_one_that_is_gone", THEMES, "note one themes=delta; merge alpha delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=delta new gone !merge"},
	{"gone_and_merged_into_one_that_is_there", THEMES,
		"note one themes=delta; merge delta alpha",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3, delta=delta new gone into alpha"},
	{"merged_and_undone", THEMES, "merge alpha beta; undo",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3"},
	{"a_digit_moves", THEMES, "digit 1 gamma", "alpha=alpha, beta=beta 2, gamma=gamma 1"},
	{"a_digit_for_no_theme", THEMES, "digit 1 delta",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3 !digit"},
	{"a_digit_that_is_none", THEMES, "digit 10 alpha",
		"alpha=alpha 1, beta=beta 2, gamma=gamma 3 !digit"},

	/* id notes+actions speakers time s c r a */
	{"nothing_said", FIGURES, "note one", ""},
	{"notes_and_actions", FIGURES, "note one themes=alpha; action two themes=alpha",
		"alpha 1+1 0 speakers 0:00"},
	{"speakers_are_counted_once", FIGURES,
		"note one themes=alpha by=A; note two themes=alpha by=A; note three themes=alpha "
		"by=B",
		"alpha 3+0 2 speakers 0:00"},
	{"speeches_are_counted_once", FIGURES,
		"t 0; floor A; t 10; note one themes=alpha; note two themes=alpha,beta; t 30; end; "
		"t 90; "
		"floor B; note three themes=beta; t 100",
		"alpha 2+0 0 speakers 0:30, beta 2+0 0 speakers 0:40"},
	{"stances", FIGURES,
		"note a as support themes=beta; note b as concern themes=beta; note c as "
		"reservation "
		"themes=beta; note d as agreed themes=beta; note e as support themes=beta",
		"beta 5+0 0 speakers 0:00 s2 c1 r1 a1"},
	{"dropped_notes_are_not_counted", FIGURES, "note one themes=alpha; drop n1", ""},
	{"off_the_record_is_counted", FIGURES, "note one themes=alpha off-record=true",
		"alpha 1+0 0 speakers 0:00"},
	{"merged_themes_are_counted_together_and_once", FIGURES,
		"note one themes=alpha,beta; note two themes=alpha; merge alpha beta",
		"beta 2+0 0 speakers 0:00"},

	/* number role delegation away */
	{"the_people_of_the_agenda", PEOPLE, "note one", ""},
	{"somebody_came", PEOPLE, "person Z briefer d2", "p26 briefer d2"},
	{"somebody_came_twice", PEOPLE, "person Z briefer d2; person Z chair d1",
		"p26 briefer d2 !person"},
	{"somebody_of_the_agenda_came", PEOPLE, "person A briefer", " !person"},
	{"somebody_with_a_new_delegation", PEOPLE, "person p-test-2 observer d-test-2",
		"p-test-2 observer d-test-2"},
	{"somebody_who_came_is_undone", PEOPLE, "person p-test-2 observer d-test-2; undo", ""},
	{"only_spoken_of", PEOPLE, "note one by=Z", "p26 participant gone"},
	{"spoken_of_and_then_there", PEOPLE, "note one by=Z; person Z chair d1", "p26 chair d1"},
	{"came_and_was_undone_while_a_note_speaks_of_them", PEOPLE,
		"person Z chair d1; seat other; note one by=Z; seat test; undo",
		"p26 participant gone"},
	{"away", PEOPLE, "away A,B", "p1 participant d1 away, p2 participant d1 away"},
	{"away_and_here", PEOPLE, "away A,B; here A", "p2 participant d1 away"},
};

static void show_notes(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		buffer_format(
			out, "%s%s:%s", i ? ", " : "", note_kind_name(note->kind), note->text);
		for (size_t k = 0; k < note->theme_count; k++)
			buffer_format(out, " #%s", s->themes[note->themes[k]].id);
		if (note->by != NONE)
			buffer_format(out, " @%s", show_who(s, note->by));
		if (note->item != NONE)
			buffer_format(out, " in %s", s->items[note->item].id);
		if (note->speech != NONE)
			buffer_format(out, " (%s)", show_who(s, s->speeches[note->speech].who));
		buffer_format(out, "%s%s%s%s", note->off ? " off" : "",
			note->edited ? " edited" : "", note->dropped ? " dropped" : "",
			note->gone ? " gone" : "");
	}
}

static void show_source(struct buffer *out, const struct session *s, const struct action *action)
{
	if (action->source != NONE)
		buffer_format(out, " from n%zu", action->source + 1);
	else if (action->source_id)
		buffer_format(out, " from %s", action->source_id);
	if (action->source != NONE)
		assert_string_equal(s->notes[action->source].id, action->source_id);
}

static void show_actions(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->action_count; i++) {
		const struct action *action = &s->actions[i];
		const struct note *note = &s->notes[action->note];

		buffer_format(out, "%s%s", i ? ", " : "", note->text);
		for (size_t k = 0; k < action->owner_count; k++)
			buffer_format(out, "%c%s", k ? ',' : ' ', show_who(s, action->owners[k]));
		buffer_format(out, "%s%s %s %s%s", *action->due ? " " : "", action->due,
			priority_level_name(action->priority), action_status_name(action->status),
			action->confirmed ? " confirmed" : "");
		if (action->answer == READ_BACK_CHANGED || action->answer == READ_BACK_DROPPED)
			buffer_format(out, " %s", read_back_name(action->answer));
		show_source(out, s, action);
		buffer_text(out, note->dropped ? " dropped" : "");
	}
}

static void show_themes(struct buffer *out, const struct session *s, int64_t at)
{
	(void)at;
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		buffer_format(out, "%s%s=%s", i ? ", " : "", theme->id, theme->label);
		if (theme->digit)
			buffer_format(out, " %d", theme->digit);
		buffer_format(out, "%s%s", theme->is_new ? " new" : "", theme->gone ? " gone" : "");
		if (theme->merged != NONE)
			buffer_format(out, " into %s", s->themes[session_theme_root(s, i)].id);
		for (size_t k = 0; k < theme->keyword_count; k++)
			buffer_format(out, "%s%s", k ? " " : " (", theme->keywords[k]);
		buffer_text(out, theme->keyword_count ? ")" : "");
	}
}

static void show_figures(struct buffer *out, const struct session *s, int64_t at)
{
	struct theme_figures *figures = mem_new(s->theme_count, sizeof *figures);
	const char *comma = "";

	session_theme_figures(s, at, figures);
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme_figures *f = &figures[i];

		if (f->last == NO_TIME)
			continue;
		buffer_format(out, "%s%s %d+%d %d speakers ", comma, s->themes[i].id, f->notes,
			f->actions, f->speakers);
		clock_write(out, f->spoken_ms);
		if (f->support + f->concern + f->reservation + f->agreed)
			buffer_format(out, " s%d c%d r%d a%d", f->support, f->concern,
				f->reservation, f->agreed);
		comma = ", ";
	}
	free(figures);
}

/* Those of whom something is to be said that the agenda does not. */
static void show_people(struct buffer *out, const struct session *s, int64_t at)
{
	const char *comma = "";

	(void)at;
	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *a = &s->attendees[i];

		if (i < STAGE_PEOPLE && !a->away && !a->gone)
			continue;
		buffer_format(out, "%s%s %s", comma, a->number, role_name(a->role));
		if (a->delegation != NONE)
			buffer_format(out, " %s", s->delegations[a->delegation].number);
		buffer_format(out, "%s%s", a->away ? " away" : "", a->gone ? " gone" : "");
		comma = ", ";
	}
}

static void note_row(void **state)
{
	static stage_show *const shows[] = {[NOTES] = show_notes,
		[ACTIONS] = show_actions,
		[THEMES] = show_themes,
		[FIGURES] = show_figures,
		[PEOPLE] = show_people};
	const struct row *row = *state;

	stage_check(row->script, shows[row->what], row->expected);
}

CASES_MAIN(rows, note_row)
