/* SPDX-License-Identifier: MIT */
/* test_session_themes.c - themes by item and over the meeting, and merges, renames and digits that
 * cross, a row each. */
#include "unit/cases.h"

#include "unit/session_script.h"

#include "session/theme_table.h"

enum what { CELLS, OVER, SILENT, BOOK, TREE };

/* The items are one, two, three, the themes alpha, beta, gamma; CELLS shows of each theme
 * "item notes/speakers/time", OVER its notes in four parts of the meeting, SILENT since when nobody
 * has spoken of it, BOOK what counts for what, TREE the codebook with a - for each step down. */
static const struct row {
	const char *name;
	enum what what;
	const char *script;
	const char *expected;
} rows[] = {
	{"nothing", CELLS, "note one", ""},
	{"outside_items", CELLS, "note one themes=alpha", ""},
	{"in_an_item", CELLS, "item one; note one themes=alpha item=one", "alpha one 1/0/0:00"},
	{"in_two_items", CELLS,
		"item one; note a themes=alpha item=one; item two; note b themes=alpha item=two; "
		"note c themes=alpha item=two",
		"alpha one 1/0/0:00 two 2/0/0:00"},
	{"action_points_too", CELLS, "item one; action a themes=beta item=one",
		"beta one 1/0/0:00"},
	{"distinct_speakers", CELLS,
		"item one; note a themes=beta item=one by=A; note b themes=beta item=one by=A; "
		"note c themes=beta item=one by=B",
		"beta one 3/2/0:00"},
	{"floor_time_of_a_speech_once", CELLS,
		"item one; floor A; t 40; note a themes=beta item=one by=A; note b themes=beta "
		"item=one by=A; end",
		"beta one 2/1/0:40"},
	{"floor_time_of_the_speech_that_runs", CELLS,
		"item one; floor A; t 40; note a themes=beta item=one by=A; t 60",
		"beta one 1/1/1:00"},
	{"floor_time_by_item", CELLS,
		"item one; floor A; t 40; note a themes=beta item=one; item two; floor A; t 50; "
		"note b themes=beta item=two; t 55; end",
		"beta one 1/0/0:40 two 1/0/0:15"},
	{"floor_time_of_a_note_without_its_theme", CELLS,
		"item one; floor A; t 40; note a themes=beta item=one; end; floor B; t 90; note b "
		"item=one; end",
		"beta one 1/0/0:40"},
	{"retagged_in_the_speech_that_is_over", CELLS,
		"item one; floor A; t 40; note a item=one by=A; end; t 90; tag n1 gamma",
		"gamma one 1/1/0:40"},
	{"dropped", CELLS, "item one; note a themes=beta item=one; drop n1", ""},
	{"dropped_and_undone", CELLS, "item one; note a themes=beta item=one; drop n1; undo",
		"beta one 1/0/0:00"},
	{"merged", CELLS,
		"item one; note a themes=alpha,beta item=one by=A; note b themes=beta item=one "
		"by=A; merge alpha beta",
		"beta one 2/1/0:00"},
	{"merged_and_undone", CELLS,
		"item one; note a themes=alpha,beta item=one by=A; note b themes=beta item=one "
		"by=A; merge alpha beta; undo",
		"alpha one 1/1/0:00, beta one 2/1/0:00"},
	{"a_theme_made_live", CELLS, "item one; theme delta Delta; note a themes=delta item=one",
		"delta one 1/0/0:00"},
	{"a_theme_only_spoken_of", CELLS, "item one; note a themes=zeta item=one",
		"zeta one 1/0/0:00"},

	{"over_the_meeting", OVER,
		"item one; note a themes=alpha; t 100; note b themes=alpha; t 200; note c "
		"themes=alpha; t 400; note d themes=alpha",
		"alpha 1 1 1 1"},
	{"over_the_meeting_at_its_end", OVER,
		"item one; t 300; note a themes=alpha; t 399; note b themes=alpha; t 400; note c "
		"themes=beta",
		"alpha 0 0 0 2, beta 0 0 0 1"},
	{"over_a_meeting_of_one_moment", OVER, "note a themes=alpha", "alpha 1 0 0 0"},
	{"over_the_meeting_before_it_began", OVER,
		"note a themes=alpha; t 100; item one; t 400; note b themes=alpha",
		"alpha 1 0 0 1"},
	{"over_the_meeting_dropped", OVER, "item one; note a themes=alpha; t 9; drop n1", ""},

	{"silent_before_it_began", SILENT, "t 50", ""},
	{"silent_since_it_began", SILENT, "item one; t 50", "alpha 0:50, beta 0:50, gamma 0:50"},
	{"silent_since_the_last_note", SILENT,
		"item one; t 20; note a themes=beta; t 50; note b themes=alpha; t 60",
		"alpha 0:10, beta 0:40, gamma 1:00"},

	{"two_seats_merge_each_into_the_other", BOOK,
		"merge alpha beta; seat other; merge beta alpha", "alpha>beta beta gamma !merge"},
	{"the_first_of_them_is_undone", BOOK,
		"merge alpha beta; seat other; merge beta alpha; seat test; undo",
		"alpha beta>alpha gamma !merge"},
	{"three_in_a_ring", BOOK, "merge alpha beta; merge beta gamma; merge gamma alpha",
		"alpha>gamma beta>gamma gamma !merge"},
	{"the_middle_of_a_chain_is_undone", BOOK,
		"merge alpha beta; seat other; merge beta gamma; undo", "alpha>beta beta gamma"},
	{"two_seats_merge_one_into_different_ones", BOOK,
		"merge alpha beta; seat other; merge alpha gamma", "alpha>gamma beta gamma"},
	{"the_later_of_them_is_undone", BOOK,
		"merge alpha beta; seat other; merge alpha gamma; undo", "alpha>beta beta gamma"},
	{"merged_into_one_that_is_undone", BOOK,
		"theme delta Delta; seat other; merge alpha delta; seat test; undo",
		"alpha beta gamma"},
	{"the_one_that_is_undone_stands_again", BOOK,
		"theme delta Delta; seat other; merge alpha delta; seat test; undo; redo",
		"alpha>delta beta gamma delta=Delta"},
	{"renamed_while_merged", BOOK, "merge alpha beta; seat other; rename alpha Alef",
		"alpha=Alef>beta beta gamma"},
	{"merge_undone_after_a_rename", BOOK,
		"merge alpha beta; seat other; rename alpha Alef; seat test; undo",
		"alpha=Alef beta gamma"},
	{"renamed_twice_and_the_first_undone", BOOK,
		"rename alpha Alef; seat other; rename alpha Alpha-2; seat test; undo",
		"alpha=Alpha-2 beta gamma"},
	{"renamed_twice_and_the_last_undone", BOOK,
		"rename alpha Alef; seat other; rename alpha Alpha-2; undo",
		"alpha=Alef beta gamma"},
	{"renamed_before_it_was_made", BOOK, "rename delta Delta", "alpha beta gamma delta=Delta?"},
	{"made_twice_the_first_counts", BOOK, "theme delta First; seat other; theme delta Second",
		"alpha beta gamma delta=First"},
	{"made_twice_and_the_first_undone", BOOK,
		"theme delta First; seat other; theme delta Second; seat test; undo",
		"alpha beta gamma delta=Second"},

	{"flat", TREE, "note one", "alpha beta gamma"},
	{"one_below_another", TREE, "theme delta Delta parent=alpha", "alpha -delta beta gamma"},
	{"two_below_one_as_they_came", TREE,
		"theme delta Delta parent=alpha; theme eps Eps parent=alpha",
		"alpha -delta -eps beta gamma"},
	{"two_steps_down", TREE,
		"theme eps Eps parent=delta; theme delta Delta parent=alpha; "
		"theme eps Eps parent=delta",
		"alpha -delta --eps beta gamma"},
	{"moved_later", TREE, "theme gamma gamma parent=alpha", "alpha -gamma beta"},
	{"moved_and_undone", TREE, "theme gamma gamma parent=alpha; undo", "alpha beta gamma"},
	{"below_one_that_is_not_there", TREE, "theme gamma gamma parent=zeta", "alpha beta gamma"},
	{"below_itself", TREE, "theme gamma gamma parent=gamma", "alpha beta gamma"},
	{"two_seats_put_each_below_the_other", TREE,
		"theme alpha alpha parent=beta; seat other; theme beta beta parent=alpha",
		"beta -alpha gamma"},
	{"above_is_merged", TREE, "theme delta Delta parent=alpha; merge alpha gamma",
		"beta gamma -delta"},
	{"merged_into_one_below_it", TREE, "theme delta Delta parent=alpha; merge alpha delta",
		"beta gamma delta"},
	{"a_ring_of_merges", TREE,
		"theme beta beta parent=alpha; theme delta Delta parent=gamma; merge alpha delta; "
		"merge gamma beta",
		"beta delta"},
	{"above_is_undone", TREE,
		"theme delta Delta; seat other; theme eps Eps parent=delta; seat test; undo",
		"alpha beta gamma eps"},
};

static void show_cells(struct buffer *out, const struct theme_table *t, const struct session *s)
{
	for (size_t i = 0; i < t->theme_count; i++) {
		bool named = false;

		for (size_t k = 0; k < t->item_count; k++) {
			const struct theme_cell *cell = theme_table_cell(t, i, s->item_order[k]);

			if (!cell->notes)
				continue;
			if (!named)
				buffer_format(out, "%s%s", out->len ? ", " : "", s->themes[i].id);
			named = true;
			buffer_format(out, " %s %d/%d/", s->items[s->item_order[k]].id, cell->notes,
				cell->speakers);
			clock_write(out, cell->spoken_ms);
		}
	}
}

static void show_over(struct buffer *out, const struct theme_table *t, const struct session *s)
{
	for (size_t i = 0; i < t->theme_count; i++) {
		if (t->figures[i].last == NO_TIME)
			continue;
		buffer_format(out, "%s%s", out->len ? ", " : "", s->themes[i].id);
		for (size_t k = 0; k < t->parts; k++)
			buffer_format(out, " %d", t->over[i * t->parts + k]);
	}
}

static void show_silent(
	struct buffer *out, const struct theme_table *t, const struct session *s, int64_t at)
{
	for (size_t i = 0; i < t->theme_count; i++) {
		int64_t silent = theme_table_silent(t, s, i, at);

		if (!silent)
			continue;
		buffer_format(out, "%s%s ", out->len ? ", " : "", s->themes[i].id);
		clock_write(out, silent);
	}
}

static void show_book(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];
		bool plain = strcmp(theme->label, theme->id) == 0;

		if (theme->gone && plain)
			continue;
		buffer_format(out, "%s%s%s%s%s", out->len ? " " : "", theme->id, plain ? "" : "=",
			plain ? "" : theme->label, theme->gone ? "?" : "");
		if (theme->merged != NONE)
			buffer_format(out, ">%s", s->themes[session_theme_root(s, i)].id);
	}
}

static void show_tree(struct buffer *out, const struct session *s)
{
	size_t *themes = mem_new(s->theme_count + 1, sizeof *themes);
	int *depth = mem_new(s->theme_count + 1, sizeof *depth);
	size_t count = session_codebook(s, themes, depth);

	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%.*s%s", i ? " " : "", depth[i], "----------",
			s->themes[themes[i]].id);
	free(themes);
	free(depth);
}

/* The parts of all rows of the table agree with the figures of each theme. */
static bool agrees(const struct theme_table *t, const struct session *s)
{
	struct theme_figures *figures = mem_new(s->theme_count + 1, sizeof *figures);
	bool agree = true;

	session_theme_figures(s, t->at, figures);
	for (size_t i = 0; i < t->theme_count; i++) {
		int over = 0, whole = figures[i].notes + figures[i].actions;

		for (size_t k = 0; k < t->parts; k++)
			over += t->over[i * t->parts + k];
		agree = agree && over == whole && t->figures[i].notes == figures[i].notes;
		for (size_t k = 0; s->themes[i].merged == NONE && k < t->item_count; k++)
			agree = agree && (theme_table_cell(t, i, k)->notes > 0) ==
						 stage_theme_in_item(s, i, k);
	}
	free(figures);
	return agree;
}

static void run(void **state)
{
	const struct row *row = *state;
	struct stage stage;
	struct theme_table table = {0};
	struct buffer out = BUFFER_EMPTY;

	stage_init(&stage);
	stage_run(&stage, row->script);
	const struct session *s = &stage.session;
	theme_table_fill(&table, s, 4, stage.at);
	switch (row->what) {
	case CELLS: show_cells(&out, &table, s); break;
	case OVER: show_over(&out, &table, s); break;
	case SILENT: show_silent(&out, &table, s, stage.at); break;
	case BOOK: show_book(&out, s); break;
	case TREE: show_tree(&out, s); break;
	}
	buffer_text(&out, stage.voids.bytes);
	bool agree = agrees(&table, s);
	theme_table_release(&table);
	stage_release(&stage);
	char *shown = out.len ? buffer_take(&out) : mem_text("");
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_true(agree);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
