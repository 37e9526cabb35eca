/* SPDX-License-Identifier: MIT */
/* test_entry.c - the entry line, a row each: a line with its cursor (|), keys, and what is then there.
 *
 * Keys are words by spaces, as the bottom line calls them; +text types (_ is a space), Undo, Clear,
 * Kept (a note) and Done (a command) are what the console does with the line, Older and Newer go
 * through the history, Append:text adds at the end, Replace:text completes from the last space. */
#include "unit/cases.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/term/key.h"
#include "ui/widget/entry_line.h"

static const struct row {
	const char *name;
	const char *before;
	const char *keys;
	const char *after;
} rows[] = {
	/* typing */
	{"typing_at_the_end", "|", "+abc", "abc|"},
	{"typing_in_the_middle", "ac|d", "← +b", "ab|cd"},
	{"typing_chinese", "|", "+采购", "采购|"},
	{"typing_arabic", "|", "+مرحبا", "مرحبا|"},
	{"typing_devanagari", "|", "+नमस्ते", "नमस्ते|"},
	{"typing_thai", "|", "+สวัสดี", "สวัสดี|"},
	{"a_mark_joins_the_letter_before", "e|", "+\u0301", "e\u0301|"},
	{"a_mark_typed_in_the_middle", "e|x", "+\u0301", "e\u0301|x"},
	{"a_letter_before_a_mark_moves_past_it", "|\u0301x", "+e", "e\u0301|x"},
	{"a_joiner_binds_two_emoji", "👩|", "+\u200d👧", "👩\u200d👧|"},
	/* moving by graphemes */
	{"left_over_a_letter", "abc|", "←", "ab|c"},
	{"left_at_the_start_stays", "|abc", "←", "|abc"},
	{"right_over_a_letter", "|abc", "→", "a|bc"},
	{"right_at_the_end_stays", "abc|", "→", "abc|"},
	{"left_over_a_letter_with_its_accent", "cafe\u0301|", "←", "caf|e\u0301"},
	{"left_over_chinese", "采购|", "←", "采|购"},
	{"right_over_chinese", "|采购", "→", "采|购"},
	{"left_over_an_arabic_letter_with_harakat", "مَ|", "←", "|مَ"},
	{"left_over_a_devanagari_syllable_sign", "नि|", "←", "|नि"},
	{"left_over_a_thai_vowel_and_tone", "ที่|", "←", "|ที่"},
	{"right_over_a_thai_vowel_and_tone", "|ที่นี่", "→", "ที่|นี่"},
	{"left_over_a_family", "👩\u200d👩\u200d👧|", "←", "|👩\u200d👩\u200d👧"},
	{"left_over_a_flag", "🇺🇾|", "←", "|🇺🇾"},
	{"left_over_the_second_flag", "🇺🇾🇬🇭|", "←", "🇺🇾|🇬🇭"},
	{"left_over_a_skin_tone", "👍🏽|", "←", "|👍🏽"},
	{"left_over_hangul_in_parts", "각|", "←", "|각"},
	{"home", "ab cd|", "Home", "|ab cd"},
	{"end", "|ab cd", "End", "ab cd|"},
	{"control_a_and_e", "ab| cd", "^A ^E", "ab cd|"},
	{"control_b_and_f", "ab|cd", "^B ^B ^F", "a|bcd"},
	/* moving by words */
	{"a_word_back", "one two|", "Alt-b", "one |two"},
	{"a_word_back_from_behind_spaces", "one two  |", "Alt-b", "one |two  "},
	{"two_words_back", "one two|", "Alt-b Alt-b", "|one two"},
	{"a_word_on", "|one two", "Alt-f", "one| two"},
	{"a_word_on_from_between", "one| two", "Alt-f", "one two|"},
	{"an_accented_word_is_one", "café|", "Alt-b", "|café"},
	{"an_arabic_word_back", "السلام عليكم|", "Alt-b", "السلام |عليكم"},
	{"a_devanagari_word_back", "शांति सेना|", "Alt-b", "शांति |सेना"},
	{"a_cyrillic_word_on", "|мир труд", "Alt-f", "мир| труд"},
	/* deleting */
	{"backspace", "abc|", "Backspace", "ab|"},
	{"backspace_at_the_start", "|abc", "Backspace", "|abc"},
	{"backspace_takes_letter_and_accent", "cafe\u0301|", "Backspace", "caf|"},
	{"backspace_takes_a_family", "x👩\u200d👩\u200d👧|", "Backspace", "x|"},
	{"backspace_takes_a_flag_and_leaves_the_other", "🇺🇾🇬🇭|", "Backspace", "🇺🇾|"},
	{"backspace_takes_a_chinese_letter", "采购|", "Backspace", "采|"},
	{"backspace_takes_a_thai_cluster", "ที่|", "Backspace", "|"},
	{"backspace_takes_an_arabic_letter", "سلا|م", "Backspace", "سل|م"},
	{"control_d", "a|bc", "^D", "a|c"},
	{"control_d_at_the_end", "abc|", "^D", "abc|"},
	{"control_d_takes_a_devanagari_cluster", "|निव", "^D", "|व"},
	{"deleting_between_regional_letters_keeps_a_border", "🇺|x🇾", "^D", "🇺🇾|"},
	/* killing */
	{"kill_a_word", "one two|", "^W", "one |"},
	{"kill_a_word_and_the_spaces_behind", "one two  |", "^W", "one |"},
	{"kill_a_chinese_run", "hello 采购|", "^W ^Y", "hello 采购|"},
	{"kill_to_the_end", "one| two", "^K", "one|"},
	{"kill_to_the_start", "one| two", "^U", "| two"},
	{"kill_the_word_after", "|one two", "Alt-d", "| two"},
	{"yank_brings_it_back", "one two|", "^W ^A ^Y", "two|one "},
	{"two_kills_in_a_row_are_one", "one two|", "^W ^W ^Y", "one two|"},
	{"kills_with_a_move_between_are_two", "one two|", "^W ← ^K ^Y ^Y", "one  |"},
	{"kills_to_both_sides_keep_their_order", "a b|c d", "^K ^U ^Y", "a bc d|"},
	{"yank_with_nothing_killed", "a|", "^Y", "a|"},
	{"yank_twice", "ab|", "^U ^Y ^Y", "abab|"},
	{"transpose_at_the_end", "teh|", "^T", "the|"},
	{"transpose_in_the_middle", "a|bc", "^T", "ba|c"},
	{"transpose_one_letter", "a|", "^T", "a|"},
	{"transpose_with_an_accent", "ae\u0301|", "^T", "e\u0301a|"},
	/* undo in the line */
	{"undo_takes_a_word", "|", "+one_ +two Undo", "one |"},
	{"undo_takes_all_in_the_end", "|", "+one_ +two Undo Undo", "|"},
	{"undo_brings_back_what_was_killed", "one two|", "^U Undo", "one two|"},
	{"undo_brings_back_a_cleared_line", "one| two", "Clear Undo", "one| two"},
	{"undo_brings_back_a_backspace", "one|", "Backspace Undo", "one|"},
	{"undo_of_a_completion_leaves_what_was_typed", "a #de|", "Replace:#decision-cycles_ Undo",
		"a #de|"},
	{"undo_of_nothing_typed", "|", "Undo", "|"},
	{"undo_after_keeping_has_nothing", "one|", "Kept Undo", "|"},
	{"a_line_emptied_by_backspace_is_over", "|", "+a Backspace Undo", "|"},
	{"undo_takes_a_tag_back", "text|", "Append:_#3 Undo", "text|"},
	/* completing and tagging */
	{"a_completion_replaces_the_word", "a #de|", "Replace:#decision-cycles_",
		"a #decision-cycles |"},
	{"a_completion_in_the_middle_leaves_the_rest", "@ur| said", "Replace:@ury", "@ury| said"},
	{"a_tag_at_the_end_leaves_the_cursor", "te|xt", "Append:_#3", "te|xt #3"},
	{"typing_goes_on_before_a_tag", "text|", "Append:_#3 +s", "texts| #3"},
	/* history */
	{"older_brings_a_command_back", "/next|", "Done Older", "/next|"},
	{"older_twice", "/next|", "Done +/end Done Older Older", "/next|"},
	{"older_at_the_oldest_stays", "/next|", "Done Older Older", "/next|"},
	{"newer_after_older", "/next|", "Done +/end Done Older Older Newer", "/end|"},
	{"newer_at_the_newest_is_a_slash", "/next|", "Done Older Newer", "/|"},
	{"a_note_is_not_in_the_history", "note|", "Kept Older", "|"},
	{"the_same_command_is_there_once", "/next|", "Done +/next Done +/end Done Older Older Older",
		"/next|"},
	/* what is no editing */
	{"function_keys_are_not_for_the_line", "a|", "F5 Esc Tab Enter", "a|"},
};

static void start(struct entry_line *e, const char *before)
{
	const char *bar = strchr(before, '|');

	entry_line_init(e);
	buffer_text(&e->text, before);
	e->cursor = (size_t)(bar - before);
	buffer_remove(&e->text, e->cursor, 1);
}

static void spaces(char *text)
{
	for (; *text; text++)
		if (*text == '_')
			*text = ' ';
}

/* Key by key, as a keyboard sends them: a code point each. */
static void type(struct entry_line *e, const char *text)
{
	while (*text) {
		struct key key = {.kind = KEY_TEXT};
		size_t len = 1;

		while (((unsigned char)text[len] & 0xc0) == 0x80)
			len++;
		memcpy(key.text, text, len);
		entry_key(e, &key);
		text += len;
	}
}

static void replace(struct entry_line *e, const char *text)
{
	size_t start_at = e->cursor;

	while (start_at && e->text.bytes[start_at - 1] != ' ')
		start_at--;
	entry_replace(e, start_at, text);
}

static void do_word(struct entry_line *e, char *word)
{
	struct key key;

	if (word[0] == '+' || strchr(word, ':'))
		spaces(word);
	if (word[0] == '+')
		type(e, word + 1);
	else if (strcmp(word, "Undo") == 0)
		entry_undo(e);
	else if (strcmp(word, "Clear") == 0)
		entry_clear(e);
	else if (strcmp(word, "Kept") == 0 || strcmp(word, "Done") == 0)
		entry_kept(e, word[0] == 'D');
	else if (strcmp(word, "Older") == 0 || strcmp(word, "Newer") == 0)
		entry_history(e, word[0] == 'O');
	else if (strncmp(word, "Append:", 7) == 0)
		entry_append(e, word + 7);
	else if (strncmp(word, "Replace:", 8) == 0)
		replace(e, word + 8);
	else if (key_named(word, &key))
		entry_key(e, &key);
	else
		fail_msg("no key is called %s", word);
}

static void edit(void **state)
{
	const struct row *row = *state;
	struct entry_line e;
	char *keys = mem_text(row->keys), *rest = keys;

	start(&e, row->before);
	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		do_word(&e, word);
	size_t cursor = e.cursor;
	bool at_border = cursor == e.text.len || cursor == 0 ||
		text_previous(e.text.bytes, e.text.len,
			text_next(e.text.bytes, e.text.len, cursor)) == cursor;
	buffer_insert(&e.text, cursor, "|", 1);
	char *after = mem_text(e.text.bytes);
	entry_line_release(&e);
	free(keys);
	if (strcmp(after, row->after) != 0)
		print_error("%s: '%s' was expected, not '%s'\n", row->name, row->after, after);
	bool same = strcmp(after, row->after) == 0;
	free(after);
	assert_true(same);
	assert_true(at_border);
}

CASES_MAIN(rows, edit)
