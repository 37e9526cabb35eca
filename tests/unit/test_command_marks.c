/* SPDX-License-Identifier: MIT */
/* test_command_marks.c - each typed form of each row of marks.def does what its row says.
 *
 * Rows that give a kind need nothing here; any other row has its example in `examples`. */
#include "unit/cases.h"

#include "command/marks.h"
#include "unit/command_room.h"

/* %s is the form. */
static const struct example {
	const char *lines, *expected;
} examples[MARKS] = {
	[MARK_ACTION] = {"%s Do it", "action text=\"Do it\" "},
	[MARK_OFF] = {"%s Text", "note kind=\"point\" text=\"Text\" off-record=1 "},
	[MARK_CONTINUES] = {"Text\n%s more", "edit note=\"rapporteur-2\" text=\"Text more\" "},
	[MARK_CORRECTS] = {"Text\n%sext/est/", "edit note=\"rapporteur-2\" text=\"Test\" "},
	[MARK_COMMAND] = {"%sspeak gha", "ask who=\"p3\" "},
	[MARK_LITERAL] = {"%s= Text", "note kind=\"point\" text=\"= Text\" "},
	[MARK_THEME] = {"Text %s2", "note kind=\"point\" text=\"Text\" themes=procurement "},
	[MARK_PERSON] = {"Text %sgha", "note kind=\"point\" text=\"Text\" by=\"p3\" "},
	[MARK_DUE] = {"! Do it %s2026-05-01", "action text=\"Do it\" due=\"2026-05-01\" "},
	[MARK_PRIORITY] = {"! Do it %shigh", "action text=\"Do it\" priority=\"high\" "},
};

/* What the last of the lines makes must begin so. */
static void makes(struct buffer *wrong, const char *lines, const char *expected)
{
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	room_lines(&room, lines, &out);
	buffer_char(&out, ' ');
	if (strncmp(out.bytes, expected, strlen(expected)) != 0)
		buffer_format(wrong, "'%s' makes %s\n", lines, out.bytes);
	buffer_release(&out);
	room_release(&room);
}

static void gives_kind(struct buffer *wrong, const char *form, const char *name, enum note_kind kind)
{
	struct buffer line = BUFFER_EMPTY, expected = BUFFER_EMPTY;
	enum note_kind found = NOTE_POINT;

	buffer_format(&line, "%s%s", form, name);
	if (mark_kind_len(line.bytes, &found) != line.len || found != kind)
		buffer_format(wrong, "'%s' is no mark of its kind\n", line.bytes);
	buffer_text(&line, " Text");
	buffer_format(&expected, "note kind=\"%s\" text=\"Text\" ", note_kind_name(kind));
	makes(wrong, line.bytes, expected.bytes);
	buffer_release(&line);
	buffer_release(&expected);
}

static void form_works(struct buffer *wrong, enum mark_row row, const char *form)
{
	const struct mark_info *mark = &mark_table[row];
	struct buffer lines = BUFFER_EMPTY;

	if (mark_at(form) != row || mark_form_len(row, form) != strlen(form))
		buffer_format(wrong, "'%s' is taken for another mark\n", form);
	if (mark->use == MARK_USE_KIND && mark->kind != NOTE_KINDS) {
		gives_kind(wrong, form, "", mark->kind);
	} else if (mark->use == MARK_USE_KIND) {
		for (int i = 0; i < NOTE_KINDS; i++)
			gives_kind(wrong, form, note_kind_name((enum note_kind)i), (enum note_kind)i);
	} else if (!examples[row].lines) {
		buffer_format(wrong, "'%s' has no example here\n", form);
	} else {
		buffer_format(&lines, examples[row].lines, form);
		makes(wrong, lines.bytes, examples[row].expected);
	}
	buffer_release(&lines);
}

/* A note whose text begins with the form is typed again with a backslash, unless that is a tag which
 * means the same again; read again, it has the same text. */
static void form_is_escaped(struct buffer *wrong, enum mark_row row, const char *form)
{
	bool stays = mark_table[row].use == MARK_USE_TAG && row != MARK_THEME;
	struct room room;
	struct buffer out = BUFFER_EMPTY, line = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	buffer_format(&line, "\\%s1 Text", form);
	room_lines(&room, line.bytes, &out);
	buffer_reset(&out);
	note_as_typed(&out, &room.session, 0);
	if (!stays && strcmp(out.bytes, line.bytes) != 0)
		buffer_format(wrong, "'%s' is typed again as '%s'\n", line.bytes, out.bytes);
	buffer_release(&out);
	buffer_release(&line);
	room_release(&room);
}

/* The mark that is written for a kind is read as that kind. */
static void written_marks_are_read(struct buffer *wrong)
{
	for (int i = 0; i < NOTE_KINDS; i++) {
		struct buffer line = BUFFER_EMPTY;

		mark_kind_write(&line, (enum note_kind)i);
		buffer_cut(&line, line.len ? line.len - 1 : 0);
		gives_kind(wrong, line.bytes, "", (enum note_kind)i);
		buffer_release(&line);
	}
}

static void every_form(struct buffer *wrong,
	void (*check)(struct buffer *wrong, enum mark_row row, const char *form))
{
	for (int row = 0; row < MARKS; row++)
		for (const char *const *form = mark_table[row].forms; *form; form++)
			check(wrong, (enum mark_row)row, *form);
}

static void forms_work(struct buffer *wrong)
{
	every_form(wrong, form_works);
}

static void forms_are_escaped(struct buffer *wrong)
{
	every_form(wrong, form_is_escaped);
}

static const struct row {
	const char *name;
	void (*find)(struct buffer *wrong);
} rows[] = {
	{"every_form_of_every_mark_makes_its_kind", forms_work},
	{"every_form_of_every_mark_is_escaped", forms_are_escaped},
	{"every_written_mark_is_read", written_marks_are_read},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer wrong = BUFFER_EMPTY;
	char shown[1024];

	row->find(&wrong);
	snprintf(shown, sizeof shown, "%s", wrong.bytes);
	buffer_release(&wrong);
	assert_string_equal(shown, "");
}

CASES_MAIN(rows, run)
