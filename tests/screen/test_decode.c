/* SPDX-License-Identifier: MIT */
/* test_decode.c - the bytes of a terminal to keys, a row each. `!` in the input is where the
 * keyboard says that nothing comes after (the escape delay is over). */
#include "unit/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/term/decode.h"
#include "ui/term/key.h"

static const struct row {
	const char *name;
	const char *input;
	const char *keys;
} rows[] = {
	{"letters", "ab", "a b"},
	{"utf8", "é采👍", "é 采 👍"},
	{"half_a_character_waits", "\xc3", ""},
	{"half_a_character_and_its_rest", "\xc3\xa9", "é"},
	{"what_is_no_utf8_becomes_the_sign_for_it", "\xff", "\xef\xbf\xbd"},
	{"enter_tab_backspace", "\r\t\x7f\x08", "Enter Tab Backspace Backspace"},
	{"control_keys", "\x01\x10\x1a\x1f", "^a ^p ^z ^_"},
	{"a_lone_escape_waits", "\x1b", ""},
	{"a_lone_escape_is_decided", "\x1b!", "Esc"},
	{"escape_escape", "\x1b\x1b!", "Esc Esc"},
	{"alt_and_a_digit", "\x1b" "3", "Alt-3"},
	{"escape_then_a_digit", "\x1b!" "3", "Esc 3"},
	{"escape_before_enter_stands_alone", "\x1b\r", "Esc Enter"},
	{"alt_bracket_is_decided", "\x1b[!", "Alt-["},
	{"arrows", "\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"},
	{"arrows_of_the_application_mode", "\x1bOA\x1bOB", "Up Down"},
	{"arrows_with_shift_and_control", "\x1b[1;2A\x1b[1;5B\x1b[1;5D", "S-Up C-Down C-Left"},
	{"arrows_of_rxvt", "\x1b[a\x1bOb", "S-Up C-Down"},
	{"half_an_arrow_waits", "\x1b[1;", ""},
	{"home_end_and_pages", "\x1b[H\x1b[4~\x1b[5~\x1b[6~\x1b[3~", "Home End PgUp PgDn Del"},
	{"function_keys", "\x1bOP\x1b[12~\x1b[15~\x1b[17~\x1b[24~", "F1 F2 F5 F6 F12"},
	{"function_keys_of_the_linux_console", "\x1b[[A\x1b[[E", "F1 F5"},
	{"back_tab", "\x1b[Z", "BackTab"},
	{"a_click", "\x1b[<0;10;5M\x1b[<0;10;5m", "click(9,4)"},
	{"the_wheel", "\x1b[<64;1;1M\x1b[<65;1;1M", "wheel-up wheel-down"},
	{"dragging_is_nothing", "\x1b[<32;2;2M", ""},
	{"an_old_click", "\x1b[M !!a", "click(0,0) a"},
	{"a_paste_is_one_key", "\x1b[200~a\nb\x1b[A\x1b[201~c", "paste(a\nb\x1b[A) c"},
	{"a_paste_that_goes_on_waits", "\x1b[200~abc", ""},
	{"what_nobody_knows_is_nothing", "\x1b[99;1Xa", "a"},
	{"the_sync_key_is_counted", "\x1b[7777~a", "a"},
	{"control_characters_of_c1_are_no_text", "\xc2\x9b" "a", "\xef\xbf\xbd a"},
};

static const char *const names[] = {"Enter", "Tab", "BackTab", "Backspace", "Del", "Ins", "Esc",
	"Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "S-Up", "S-Down", "C-Up",
	"C-Down", "C-Left", "C-Right", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10",
	"F11", "F12"};

static void say(struct buffer *out, const struct key *key)
{
	static const char *const acts[] = {"click", "wheel-up", "wheel-down"};

	if (out->len)
		buffer_char(out, ' ');
	switch (key->kind) {
	case KEY_TEXT: buffer_text(out, key->text); break;
	case KEY_CONTROL: buffer_format(out, "^%c", key->code); break;
	case KEY_ALT: buffer_format(out, "Alt-%c", key->code); break;
	case KEY_NAMED: buffer_text(out, names[key->code]); break;
	case KEY_PASTED:
		buffer_format(out, "paste(%.*s)", (int)key->paste_len, key->paste);
		break;
	case KEY_MOUSE:
		buffer_text(out, acts[key->mouse]);
		if (key->mouse == MOUSE_CLICK)
			buffer_format(out, "(%d,%d)", key->column, key->row);
		break;
	case KEY_RESIZED:
	case KEY_GONE: buffer_text(out, "?"); break;
	}
}

static void take(struct decoder *d, struct buffer *out)
{
	struct key key;

	while (decoder_next(d, &key))
		say(out, &key);
}

/* Byte by byte, as slowly as a line can be. An old mouse report has ! in it. */
static void decode(void **state)
{
	const struct row *row = *state;
	struct decoder d;
	struct buffer out = BUFFER_EMPTY;
	bool marks = !strstr(row->input, "[M");

	decoder_init(&d);
	for (const char *at = row->input; *at; at++) {
		if (marks && *at == '!')
			decoder_decide(&d);
		else
			decoder_feed(&d, at, 1);
		take(&d, &out);
	}
	char *keys = buffer_take(&out);
	bool same = strcmp(keys, row->keys) == 0;
	if (!same)
		print_error("%s: '%s' was expected, not '%s'\n", row->name, row->keys, keys);
	free(keys);
	decoder_release(&d);
	assert_true(same);
}

CASES_MAIN(rows, decode)
