/* SPDX-License-Identifier: MIT */
/* test_session_tally.c - what is counted on from act to act is what counting anew gives, a row an
 * act that may change what was counted. */
#include "session/theme_tally.h"
#include "unit/cases.h"
#include "unit/session_script.h"

enum { THEMES_MOST = 32 };

#define THREE_NOTES                                                                                \
	"item one; floor A; note one themes=alpha,beta by=A; note two themes=alpha by=B; "     \
	"note three as concern"

static const struct row {
	const char *name, *before, *after;
} rows[] = {
	{"another_note", THREE_NOTES, "note four themes=alpha by=C"},
	{"a_note_of_a_new_theme", THREE_NOTES, "note four themes=delta by=C"},
	{"tagged", THREE_NOTES, "tag n3 alpha"},
	{"untagged", THREE_NOTES, "untag n1 alpha"},
	{"another_kind", THREE_NOTES, "kind n2 support"},
	{"attributed", THREE_NOTES, "attribute note=n2 by=A"},
	{"a_speech_attributed", "floor ?; note one themes=alpha", "attribute speech=s1 by=B"},
	{"dropped", THREE_NOTES, "drop n1"},
	{"merged", THREE_NOTES, "merge beta alpha"},
	{"undone", THREE_NOTES "; tag n3 beta", "undo"},
	{"undone_and_noted_again", THREE_NOTES, "undo; note instead themes=alpha,beta"},
	{"redone", THREE_NOTES "; undo", "redo"},
	{"an_action_point", THREE_NOTES, "action do themes=beta owners=A"},
	{"the_speech_goes_on", THREE_NOTES, "t 60; end; floor B; note more themes=beta"},
	{"another_item", THREE_NOTES, "item two carry; note more themes=beta"},
};

static bool is_same(const struct theme_figures *a, const struct theme_figures *b)
{
	return a->notes == b->notes && a->actions == b->actions && a->speakers == b->speakers &&
		a->last == b->last && a->spoken_ms == b->spoken_ms && a->support == b->support &&
		a->concern == b->concern && a->agreed == b->agreed &&
		a->reservation == b->reservation;
}

static bool is_tallied(struct theme_tally *t, const struct session *s, int64_t at)
{
	struct theme_figures figures[THEMES_MOST];

	assert(s->theme_count <= THEMES_MOST);
	session_theme_figures(s, at, figures);
	theme_tally_count(t, s, at);
	for (size_t i = 0; i < s->theme_count; i++) {
		if (!is_same(&theme_tally_figures(t)[i], &figures[i]))
			return false;
		for (size_t k = 0; k < s->item_count; k++)
			if (theme_tally_in_item(t, s, i, k) != stage_theme_in_item(s, i, k))
				return false;
	}
	return true;
}

static void run(void **state)
{
	const struct row *row = *state;
	struct theme_tally *tally = theme_tally_new();
	struct stage stage;

	stage_init(&stage);
	stage_run(&stage, row->before);
	bool before = is_tallied(tally, &stage.session, stage.at);
	stage_run(&stage, row->after);
	bool after = is_tallied(tally, &stage.session, stage.at);
	bool done = !stage.voids.len;
	theme_tally_free(tally);
	stage_release(&stage);
	assert_true(done);
	assert_true(before);
	assert_true(after);
}

CASES_MAIN(rows, run)
