/* SPDX-License-Identifier: MIT */
/* test_command_private.c - a typed line a row: may a draft on disk hold it? */
#include "unit/cases.h"

#include "command/command.h"

static const struct row {
	const char *name;
	const char *line;
	bool is_private;
} rows[] = {
	{"person", "/person bra X", true},
	{"alias", "/alias x y", true},
	{"person_after_spaces_in_capitals", "  /PERSON bra", true},
	{"mixed_case", "/pErSoN bra", true},
	{"a_beginning_of_person", "/pers b", true},
	{"a_beginning_of_alias", "/al x y", true},
	{"a_beginning_of_several", "/p", true},
	{"only_the_slash", "/", true},
	{"only_the_slash_and_spaces", "/  ", true},
	{"two_slashes", "//person x Jane Doe", true},
	{"three_slashes", "///person x Jane Doe", true},
	{"a_comment", "// next is Jane Doe", true},
	{"a_comment_with_a_known_command", "//next", true},
	{"a_space_after_the_slash", "/ person x Jane Doe", true},
	{"two_slashes_apart", "/ /person x Jane Doe", true},
	{"a_no_break_space_after_the_slash", "/\u00a0person x Jane Doe", true},
	{"a_no_break_space_after_the_word", "/person\u00a0x Jane Doe", true},
	{"a_full_width_slash", "\uff0fperson x Jane Doe", true},
	{"a_full_width_slash_and_word", "\uff0f\uff50\uff45\uff52\uff53\uff4f\uff4e x Jane", true},
	{"a_fraction_slash", "\u2044person x Jane Doe", true},
	{"a_division_slash", "\u2215alias x Jane", true},
	{"a_big_solidus", "\u29f8person x Jane", true},
	{"a_combining_solidus", " \u0338person x Jane", true},
	{"two_kinds_of_slash", "/\uff0fperson x Jane", true},
	{"a_no_break_space_before", "\u00a0/person x Jane", true},
	{"an_ideographic_space_before", "\u3000/person x Jane", true},
	{"a_zero_width_space_before", "\u200b/person x Jane", true},
	{"a_word_joiner_before", "\u2060/person x Jane", true},
	{"a_direction_mark_before", "\u200f\u202b/person x Jane", true},
	{"a_soft_hyphen_before", "\u00ad/person x Jane", true},
	{"a_letter_that_is_not_seen_before", "\u3164/person x Jane", true},
	{"a_combining_accent_before", "\u0301/person x Jane", true},
	{"a_zero_width_space_in_the_word", "/per\u200bson x Jane", true},
	{"a_zero_width_joiner_after_the_slash", "/\u200dperson x Jane", true},
	{"a_slip_persn", "/persn x Jane Doe", true},
	{"a_slip_preson", "/preson x Jane Doe", true},
	{"a_slip_perosn", "/perosn x Jane Doe", true},
	{"a_slip_alais", "/alais x Jane", true},
	{"a_slip_persons", "/persons x Jane", true},
	{"a_slip_without_a_space", "/personx Jane", true},
	{"no_such_command", "/applaud Jane Doe", true},
	{"a_cyrillic_letter_in_the_word", "/p\u0435rson x Jane", true},
	{"literal", "\\/person x Jane Doe", true},
	{"literal_with_a_slip", "\\/persn x Jane Doe", true},
	{"a_backslash_for_the_slash", "\\person x Jane Doe", true},
	{"a_backslash_and_a_beginning", "\\pers x Jane Doe", true},
	{"off_the_record", "~ /person x Jane Doe", true},
	{"off_the_record_full_width", "\uff5e/person x Jane Doe", true},
	{"an_action_point", "! /person x Jane Doe", true},
	{"an_action_point_with_a_slip", "! /persn x Jane Doe", true},
	{"agreed", "= /person x Jane Doe", true},
	{"a_question", "? /alias x Jane", true},
	{"several_marks", "! ~ \\ /person x Jane", true},
	{"an_action_in_words", "ACTION: /persn x Jane", true},
	{"agreed_in_words", "agreed: /person x Jane", true},
	{"a_kind", ":point /persn x Jane", true},
	{"going_on", "\u2026 /persn x Jane", true},
	{"going_on_in_dots", "... /persn x Jane", true},
	{"the_time_of_a_script", "[10:03:20] /persn x Jane", true},
	{"the_time_and_a_mark", "[10:03:20] ACTION: /persn x Jane", true},
	{"in_quotes", "\"/person x Jane\"", true},
	{"in_a_numbered_list", "1. /person x Jane", true},
	{"behind_a_word", "as in /person x Jane", true},

	{"nothing", "", false},
	{"spaces", "   ", false},
	{"marks_only", "! ~", false},
	{"a_note", "person bra", false},
	{"a_note_with_a_slash", "and/or the staff/person ratio", false},
	{"a_note_with_a_date", "by 31/12/2026", false},
	{"a_correction", "s/old/new/", false},
	{"an_action", "! Ghana to report", false},
	{"a_literal_note", "\\100 percent", false},
	{"a_literal_note_of_words", "\\the person spoke", false},
	{"another_command", "/speak bra", false},
	{"another_command_by_a_beginning", "/sp bra", false},
	{"another_command_by_an_alias", "/ask bra", false},
	{"another_command_after_a_space", "/ next", false},
	{"another_command_full_width", "\uff0fnext", false},
	{"another_command_in_capitals", "/NEXT", false},
	{"another_command_after_spaces", " \u00a0/floor ?", false},
	{"pause", "/pause", false},
	{"an_address", "see https://example.org/people", false},
	{"broken_bytes", "\xff\xc3", false},
	{"broken_bytes_before", "\xff/person x", true},
	{"broken_bytes_after", "/\xe2\x88", true},
};

static void look(void **state)
{
	const struct row *row = *state;

	assert_int_equal(line_is_private(row->line), row->is_private);
}

CASES_MAIN(rows, look)
