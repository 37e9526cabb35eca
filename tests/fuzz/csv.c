/* SPDX-License-Identifier: MIT */
/* csv.c - any bytes as a list of participants: rows come out clean and come back from a file in
 * which every field is quoted; a whole agenda takes them or says why not. */
#include "fuzz/memory_file.h"

#include <locale.h>
#include <string.h>

#include "agenda/agenda.h"
#include "agenda/csv.h"
#include "agenda/node.h"
#include "text/text.h"

static struct memory_file list, agenda;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	char text[256];

	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	list = memory_file_new();
	agenda = memory_file_new();
	int len = snprintf(text, sizeof text, "roundtable: agenda/1\ntitle: T\ntimezone: UTC\n"
		"participants-from: \"%d\"\nitems: [{id: talk, title: Talk, minutes: 5}]\n",
		list.fd);
	memory_file_set(&agenda, text, (size_t)len);
	return 0;
}

/* Adds the field in quotes, with each one in it twice. */
static void quote(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			buffer_char(out, '"');
		buffer_char(out, *text);
	}
	buffer_char(out, '"');
}

/* Reads all rows; adds them quoted with commas to `out`, and how many there were and where. */
static size_t read_rows(struct buffer *out, const char *bytes, size_t len,
	struct problems *problems)
{
	struct csv csv;
	size_t rows = 0, line = 0;

	bool good = csv_start(&csv, bytes, len, "list.csv", problems);
	while (good && csv_row(&csv)) {
		MUST(csv.count > 0);
		MUST(csv.cells[0].place.line > line);
		line = csv.cells[0].place.line;
		for (size_t i = 0; i < csv.count; i++) {
			const char *text = csv.cells[i].text;

			MUST(text_is_clean(text, strlen(text)));
			MUST(!*text || (text[0] != ' ' && text[strlen(text) - 1] != ' '));
			if (i)
				buffer_char(out, ',');
			quote(out, text);
		}
		buffer_char(out, '\n');
		rows++;
	}
	MUST(good || problems->errors);
	csv_release(&csv);
	return rows;
}

static void rows_come_back(const char *bytes, size_t len)
{
	struct buffer first = BUFFER_EMPTY, again = BUFFER_EMPTY;
	struct problems problems = {0}, none = {0};

	size_t rows = read_rows(&first, bytes, len, &problems);
	MUST(read_rows(&again, first.bytes, first.len, &none) == rows);
	MUST(none.errors == 0);
	MUST(strcmp(first.bytes, again.bytes) == 0);
	problems_release(&problems);
	problems_release(&none);
	buffer_release(&first);
	buffer_release(&again);
}

/* Fields put into quotes come out as they went in: the lines of the input are those of a row. */
static void fields_come_back(struct input in)
{
	struct buffer row = BUFFER_EMPTY, again = BUFFER_EMPTY;
	struct problems none = {0};
	bool filled = false;

	while (in.len) {
		struct input part = take_until_newline(&in);
		char *text = clean_text((const char *)part.bytes, part.len);

		if (row.len)
			buffer_char(&row, ',');
		filled = filled || *text;
		quote(&row, text);
		free(text);
	}
	buffer_char(&row, '\n');
	MUST(read_rows(&again, row.bytes, row.len, &none) == filled && none.errors == 0);
	MUST(!filled || strcmp(again.bytes, row.bytes) == 0);
	problems_release(&none);
	buffer_release(&row);
	buffer_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct problems problems = {0};
	struct agenda taken;

	rows_come_back((const char *)bytes, len);
	fields_come_back((struct input){bytes, len});
	memory_file_set(&list, bytes, len);
	bool good = agenda_read(&taken, agenda.path, (struct date){2026, 4, 16}, &problems);
	MUST(good == (problems.errors == 0));
	for (size_t i = 0; i < problems.count; i++)
		MUST(problems.items[i].text && *problems.items[i].text);
	for (size_t i = 0; good && i < taken.people.count; i++)
		MUST(people_with_id(&taken.people, taken.people.persons[i].id) == i);
	if (good)
		agenda_release(&taken);
	problems_release(&problems);
	return 0;
}
