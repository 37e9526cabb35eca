/* SPDX-License-Identifier: MIT */
/* test_command_three_keys.c - anybody of 193 is added in three keys and Enter: the key that adds
 * and two letters, with which they are offered first. */
#include "unit/cases.h"

#include "unit/command_room.h"

static const struct row {
	const char *name;
	const char *before;   /* a command for every other person, or NULL */
	const char *expected; /* who of the others is first with no two letters */
} rows[] = {
	{"nobody_waits", NULL, ""},
	{"every_other_waits", "/speak ", ""},
	{"every_other_is_away", "/away ", ""},
};

static char *text_of(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct buffer text = BUFFER_EMPTY;
	char bytes[4096];
	size_t got;

	assert_non_null(file);
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		buffer_bytes(&text, bytes, got);
	fclose(file);
	return buffer_take(&text);
}

static void do_before(struct room *room, const char *before)
{
	const struct people *people = &room->agenda.people;

	for (size_t i = 0; before && i < people->count; i += 2) {
		struct buffer line = BUFFER_EMPTY, said = BUFFER_EMPTY;

		buffer_format(&line, "%s%s", before, people->persons[i].id);
		room_line(room, line.bytes, line.len, &said);
		buffer_release(&line);
		buffer_release(&said);
	}
}

/* Marks who is offered first when those letters are typed. */
static void mark_first(const struct room *room, const char letters[2], bool *first)
{
	struct context context = room_context(room);
	struct completions found;
	char line[16];
	int len = snprintf(line, sizeof line, "/speak %.2s", letters);

	completions_find(&found, line, (size_t)len, &context);
	for (size_t i = 0; found.count && i < room->agenda.people.count; i++)
		if (strcmp(room->agenda.people.persons[i].id, found.items[0].insert) == 0)
			first[i] = true;
	completions_release(&found);
}

static void run(void **state)
{
	const struct row *row = *state;
	char *text = text_of(TEST_SOURCE_DIR "/tests/unit/agendas/members.yaml");
	struct buffer never = BUFFER_EMPTY;
	struct room room;

	room_init(&room, text);
	do_before(&room, row->before);
	size_t count = room.agenda.people.count;
	bool *first = mem_new(count, sizeof *first);
	for (char a = 'a'; a <= 'z'; a++)
		for (char b = 'a'; b <= 'z'; b++)
			mark_first(&room, (char[]){a, b}, first);
	for (size_t i = row->before ? 1 : 0; i < count; i += row->before ? 2 : 1)
		if (!first[i])
			buffer_format(&never, "%s ", room.agenda.people.persons[i].id);
	assert_int_equal(count, 193);
	assert_string_equal(never.bytes, row->expected);
	buffer_release(&never);
	free(first);
	free(text);
	room_release(&room);
}

CASES_MAIN(rows, run)
