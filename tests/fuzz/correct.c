/* SPDX-License-Identifier: MIT */
/* correct.c - s/old/new/ against a second, plain reading of what the contract says of it.
 *
 * The first line of the input is a note, the second what may be a correction of it. */
#include "fuzz/world.h"

#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum { PART_MOST = 4096 };

static struct world world;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	world_open(&world);
	return 0;
}

/* Where the unescaped slashes are; how many there are of them. */
static size_t slashes(const char *line, size_t places[4])
{
	size_t count = 0;

	for (size_t i = 0; line[i]; i++) {
		if (line[i] == '\\' && line[i + 1] == '/')
			i++;
		else if (line[i] == '/' && count++ < 4)
			places[count - 1] = i;
	}
	return count;
}

static void unescape(char out[PART_MOST], const char *from, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len && n + 1 < PART_MOST; i++) {
		if (from[i] == '\\' && i + 1 < len && from[i + 1] == '/')
			i++;
		out[n++] = from[i];
	}
	out[n] = '\0';
}

/* Has the line the whole form? */
static bool has_form(const char *line, char old[PART_MOST], char new[PART_MOST], bool *all)
{
	size_t at[4], len = strlen(line);

	if (len >= PART_MOST || strncmp(line, "s/", 2) != 0 || slashes(line, at) != 3)
		return false;
	*all = strcmp(line + at[2], "/g") == 0;
	if (!*all && line[at[2] + 1])
		return false;
	unescape(old, line + 2, at[1] - 2);
	unescape(new, line + at[1] + 1, at[2] - at[1] - 1);
	return true;
}

static void replace(struct buffer *out, const char *text, const char *old, const char *new,
	bool all)
{
	size_t len = strlen(old), done = 0;

	for (size_t i = 0; text[i];) {
		if (strncmp(text + i, old, len) == 0 && (all || !done)) {
			buffer_text(out, new);
			i += len;
			done++;
		} else {
			buffer_char(out, text[i++]);
		}
	}
}

/* The text of the last note as it is shown. */
static char *shown(void)
{
	struct buffer out = BUFFER_EMPTY;

	people_say(&out, world.session.people, world.session.notes[world.session.note_count - 1].text,
		NAMING_ID);
	return buffer_take(&out);
}

/* Only texts in which nobody is named: those are shown by id, and that is read again. */
static bool is_plain(const char *text)
{
	return !strchr(text, '@');
}

static void compare(const char *was, size_t notes, const char *line, const struct command_result *result)
{
	char old[PART_MOST], new[PART_MOST];
	struct buffer expected = BUFFER_EMPTY;
	bool all;

	if (!has_form(line, old, new, &all)) {
		char *is = shown();

		MUST(world.session.note_count > notes || strcmp(is, was) == 0);
		free(is);
		return;
	}
	MUST(world.session.note_count == notes);
	if (!is_plain(was) || !is_plain(new))
		return;
	char *is = shown();
	bool there = *old && strstr(was, old);
	if (there)
		replace(&expected, was, old, new, all);
	MUST(there || result->answer == ANSWER_REFUSED);
	MUST(strcmp(is, result->answer == ANSWER_DONE ? expected.bytes : was) == 0);
	free(is);
	buffer_release(&expected);
}

/* A note that names nobody and nothing is shown as it was typed after its backslash. */
static void is_as_typed(const char *typed, const char *is)
{
	static const char *const signs[] = {"@", "#", "＠", "＃", "\ufe6b", "\ufe5f", "tcc"};
	size_t len = strlen(is);

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strstr(typed, signs[i]))
			return;
	typed += 1 + text_blanks(typed + 1);
	MUST(strncmp(typed, is, len) == 0);
	MUST(typed[len + text_blanks(typed + len)] == '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	struct buffer note = BUFFER_EMPTY, line = BUFFER_EMPTY;
	struct command_result result;

	struct input first = take_until_newline(&in);
	buffer_char(&note, '\\');
	text_clean(&note, (const char *)first.bytes, first.len);
	text_clean(&line, (const char *)in.bytes, in.len);
	buffer_cut(&line, line.len - text_blanks_before(line.bytes, line.len));
	buffer_remove(&line, 0, text_blanks(line.bytes));
	world_reset(&world);
	world.seat = "rapporteur";
	size_t begun = world.session.note_count;
	world_do(&world, note.bytes, note.len, NULL);
	size_t notes = world.session.note_count;
	char *was = shown();
	if (notes > begun)
		is_as_typed(note.bytes, was);
	world_do(&world, line.bytes, line.len, &result);
	if (strncmp(line.bytes, "s/", 2) == 0)
		compare(was, notes, line.bytes, &result);
	free(was);
	command_result_release(&result);
	buffer_release(&note);
	buffer_release(&line);
	return 0;
}
