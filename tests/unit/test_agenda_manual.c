/* SPDX-License-Identifier: MIT */
/* test_agenda_manual.c - roundtable-agenda(5) explains every key that an agenda may have: the
 * reader names the keys of a mapping to whom gives an unknown one, and each must have its entry. */
#include "unit/cases.h"

#include "unit/agenda_show.h"

#define HEAD "roundtable: agenda/1\ntitle: T\n"

static const struct row {
	const char *name;
	const char *yaml;
	size_t keys; /* how many there are at least */
} rows[] = {
	{"the_agenda", HEAD "zzzzzz: 1\n", 16},
	{"the_podium", HEAD "podium: {zzzzzz: 1}\n", 1},
	{"the_list", HEAD "list: {zzzzzz: 1}\n", 9},
	{"the_framework", HEAD "framework: {title: T, zzzzzz: 1}\n", 2},
	{"a_priority", HEAD "framework: {title: T, priorities: [{id: a, label: A, zzzzzz: 1}]}\n",
		2},
	{"a_theme", HEAD "themes: [{id: a, label: A, keywords: [x], zzzzzz: 1}]\n", 6},
	{"a_participant", HEAD "participants: [{id: a, name: A, zzzzzz: 1}]\n", 10},
	{"an_item", HEAD "items: [{id: a, title: A, minutes: 1, zzzzzz: 1}]\n", 10},
};

/* "a, b" behind the last " has " of the one problem; free() it. */
static char *keys_of(const char *yaml)
{
	struct problems problems = {0};
	struct agenda agenda;
	char *path = file_with("manual.yaml", yaml, strlen(yaml));
	char *keys = NULL;

	agenda_read(&agenda, path, (struct date){2026, 4, 1}, &problems);
	const char *has = problems.count ? strstr(problems.items[0].text, " has ") : NULL;
	if (has)
		keys = mem_text(has + 5);
	problems_release(&problems);
	agenda_release(&agenda);
	unlink(path);
	free(path);
	return keys;
}

static char *manual(void)
{
	struct buffer text = BUFFER_EMPTY;
	char line[1024];
	FILE *file = fopen(TEST_SOURCE_DIR "/man/roundtable-agenda.5", "r");

	while (file && fgets(line, sizeof line, file))
		buffer_text(&text, line);
	if (file)
		fclose(file);
	return buffer_take(&text);
}

static bool has_entry(const char *text, const char *key, size_t len)
{
	static const char *const forms[] = {".It Ic %.*s :", "\n.Ic %.*s :", "\n.Ic %.*s\n"};
	bool found = false;

	for (size_t i = 0; i < sizeof forms / sizeof *forms && !found; i++) {
		struct buffer entry = BUFFER_EMPTY;

		buffer_format(&entry, forms[i], (int)len, key);
		found = strstr(text, entry.bytes) != NULL;
		buffer_release(&entry);
	}
	return found;
}

static void look_up(void **state)
{
	const struct row *row = *state;
	struct buffer missing = BUFFER_EMPTY;
	char *keys = keys_of(row->yaml), *text = manual();
	char got[256];
	size_t count = 0;

	for (const char *key = keys; key && *key; count++) {
		size_t len = strcspn(key, ",");

		if (!has_entry(text, key, len))
			buffer_format(&missing, "%.*s ", (int)len, key);
		key += len + (key[len] ? 2 : 0);
	}
	snprintf(got, sizeof got, "%s", missing.bytes);
	buffer_release(&missing);
	free(keys);
	free(text);
	assert_string_equal(got, "");
	assert_true(count >= row->keys);
}

CASES_MAIN(rows, look_up)
