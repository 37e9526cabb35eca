/* SPDX-License-Identifier: MIT */
/* test_command_long.c - lines of 64 KiB: kept whole, and in good time. */
#include "unit/cases.h"

#include "unit/command_room.h"

enum { LONG = 65536 };

static const struct row {
	const char *name;
	const char *piece; /* the line is this over and over */
	size_t times;
	const char *expected; /* how the text of the note begins */
} rows[] = {
	{"long_word", "a", LONG, "aaaaaaaa"},
	{"long_of_words", "word ", LONG / 5, "word word"},
	{"long_of_hashes", "#", LONG, "########"},
	{"long_of_ats", "@ ", LONG / 2, "@ @ @ @"},
	{"long_of_one_theme", "a #1 ", LONG / 5, "a 1 a 1 a"},
	{"long_of_unknown_people", "@zz ", LONG / 4, "@zz @zz"},
	{"long_of_quotes", "@\"", LONG / 2, "@\"@\"@\""},
	{"long_of_braces", "{p3}", LONG / 4, "{\u2060p3}{\u2060p3}"},
	{"long_of_abbreviations", "tcc ", LONG / 4, "troop-contributing country troop"},
	{"long_of_slashes", "s/", LONG / 2, "s/s/s/s/"},
	{"long_of_backslashes", "\\", LONG, "\\\\\\\\"},
	{"long_of_dots", "x...", LONG / 4, "x...x..."},
	{"long_of_emoji", "👩🏽‍🚀", LONG / 15, "👩🏽‍🚀👩🏽‍🚀"},
	{"long_of_marks_on_one_letter", "e\314\201\314\201\314\201", LONG / 7, "e\314\201\314\201"},
	{"long_of_invalid_bytes", "\377", LONG, "\357\277\275\357\277\275"},
	{"long_of_escapes", "\033[31m", LONG / 5, "\357\277\275[31m"},
};

/* Nothing of it is lost but the signs of themes. */
static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer line = BUFFER_EMPTY, out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	for (size_t i = 0; i < row->times; i++)
		buffer_text(&line, row->piece);
	room_line(&room, line.bytes, line.len, &out);
	const struct session *s = &room.session;
	bool kept = s->note_count == 1;
	const char *text = kept ? s->notes[0].text : out.bytes;
	bool begins = strncmp(text, row->expected, strlen(row->expected)) == 0;
	bool whole = strlen(text) + row->times + 8 >= line.len;
	if (!kept || !begins || !whole)
		printf("%zu of %zu bytes, beginning %.60s\n", strlen(text), line.len, text);
	buffer_release(&line);
	buffer_release(&out);
	room_release(&room);
	assert_true(kept && begins && whole);
}

CASES_MAIN(rows, run)
