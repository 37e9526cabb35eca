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

static size_t last_note(void)
{
	return world.session.note_count - 1;
}

/* Only texts in which nobody is named: those are shown by id, and that is read again. */
static bool is_plain(const char *text)
{
	return !strpbrk(text, "@{");
}

static void compare(const char *was, size_t notes, const char *line, const struct deed *deed)
{
	char old[PART_MOST], new[PART_MOST];
	struct buffer expected = BUFFER_EMPTY;
	bool all;

	if (!has_form(line, old, new, &all)) {
		MUST(strcmp(world.session.notes[notes - 1].text, was) == 0);
		return;
	}
	MUST(world.session.note_count == notes);
	if (!is_plain(was) || !is_plain(new))
		return;
	const char *is = world.session.notes[last_note()].text;
	if (!*old || !strstr(was, old)) {
		MUST(deed->answer == ANSWER_REFUSED && strcmp(is, was) == 0);
		return;
	}
	replace(&expected, was, old, new, all);
	if (deed->answer == ANSWER_DONE)
		MUST(strcmp(is, expected.bytes) == 0);
	else
		MUST(strcmp(is, was) == 0);
	buffer_release(&expected);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	struct buffer note = BUFFER_EMPTY, line = BUFFER_EMPTY;
	struct deed deed;

	struct input first = take_until_newline(&in);
	buffer_char(&note, '\\');
	text_clean(&note, (const char *)first.bytes, first.len);
	text_clean(&line, (const char *)in.bytes, in.len);
	while (line.len && line.bytes[line.len - 1] == ' ')
		buffer_cut(&line, line.len - 1);
	buffer_remove(&line, 0, strspn(line.bytes, " "));
	world_reset(&world);
	world.seat = "rapporteur";
	world_do(&world, note.bytes, note.len, NULL);
	size_t notes = world.session.note_count;
	char *was = mem_text(world.session.notes[last_note()].text);
	world_do(&world, line.bytes, line.len, &deed);
	if (strncmp(line.bytes, "s/", 2) == 0)
		compare(was, notes, line.bytes, &deed);
	free(was);
	deed_release(&deed);
	buffer_release(&note);
	buffer_release(&line);
	return 0;
}
