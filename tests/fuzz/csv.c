/* SPDX-License-Identifier: MIT */
/* csv.c - any bytes as a list of participants: rows come out clean and come back from a file in
 * which every field is quoted; a table written with any separator, quotes and ends of lines comes
 * out as it was; a whole agenda takes them or says why not. */
#include "fuzz/memory_file.h"

#include <locale.h>
#include <string.h>
#include <utf8proc.h>

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

/* Refused as a whole when the Unicode library does not read it. */
static void only_utf8(const char *bytes, size_t len)
{
	struct problems problems = {0};
	struct csv csv;
	bool good = true;
	utf8proc_int32_t code;

	for (size_t at = 0; good && at < len;) {
		utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)bytes + at,
			(utf8proc_ssize_t)(len - at), &code);

		good = step > 0;
		at += good ? (size_t)step : 0;
	}
	MUST(csv_start(&csv, bytes, len, "list.csv", &problems) == good);
	MUST(good == !problems.errors);
	csv_release(&csv);
	problems_release(&problems);
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

/* A field drawn from the input; returns its text, the caller's, as it must come out. */
static char *draw_field(struct buffer *out, struct input *in, const char *end)
{
	static const char *const pieces[] = {"a", "bc", " ", ",", ";", "\t", "|", "\"", "\n", "\r\n", "'",
		"\xc3\xa9", "\xe2\x80\xa8", "0", "-", "\xf0\x9f\x98\x80"};
	struct buffer text = BUFFER_EMPTY;

	for (unsigned left = take_byte(in) % 6; left; left--)
		buffer_text(&text, pieces[take_byte(in) % (sizeof pieces / sizeof *pieces)]);
	bool needs = strpbrk(text.bytes, "\"\r\n") || strstr(text.bytes, end);
	if (needs || take_byte(in) % 3 == 0)
		quote(out, text.bytes);
	else
		buffer_bytes(out, text.bytes, text.len);
	char *clean = clean_text(text.bytes, text.len);
	buffer_release(&text);
	return clean;
}

/* Adds a row of `columns` to the file, and to `expected` as read_rows() does. */
static void draw_row(struct buffer *file, struct buffer *expected, struct input *in, size_t columns,
	const char *separator)
{
	struct buffer row = BUFFER_EMPTY;
	bool filled = false;

	for (size_t i = 0; i < columns; i++) {
		if (i) {
			buffer_text(file, separator);
			buffer_char(&row, ',');
		}
		char *text = draw_field(file, in, separator);
		filled = filled || *text;
		quote(&row, text);
		free(text);
	}
	buffer_char(&row, '\n');
	if (filled)
		buffer_bytes(expected, row.bytes, row.len);
	buffer_release(&row);
}

/* A table with any separator comes out as it was. Its first line says which one it is. */
static void table_comes_out(struct input in)
{
	static const char *const separators[] = {",", ";", "\t"}, *const ends[] = {"\n", "\r\n", "\r"};
	struct buffer file = BUFFER_EMPTY, expected = BUFFER_EMPTY, is = BUFFER_EMPTY;
	struct problems none = {0};
	unsigned how = take_byte(&in);
	const char *separator = separators[how % 3], *end = ends[how / 3 % 3];
	size_t columns = 2 + how / 9 % 3, rows = 1 + take_byte(&in) % 5;

	if (how & 128)
		buffer_text(&file, "\xef\xbb\xbf");
	for (size_t i = 0; i < columns; i++) {
		buffer_format(&file, "%s%s", i ? separator : "", i ? "h" : "\",;,;\t\t,;,;\t\t\"");
		buffer_format(&expected, "%s%s", i ? "," : "", i ? "\"h\"" : "\",;,;  ,;,;\"");
	}
	buffer_char(&expected, '\n');
	for (size_t i = 0; i < rows; i++) {
		buffer_text(&file, end);
		draw_row(&file, &expected, &in, columns, separator);
	}
	if (how & 64)
		buffer_text(&file, end);
	read_rows(&is, file.bytes, file.len, &none);
	MUST(none.errors == 0 && strcmp(is.bytes, expected.bytes) == 0);
	problems_release(&none);
	buffer_release(&file);
	buffer_release(&expected);
	buffer_release(&is);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct problems problems = {0};
	struct agenda taken;

	only_utf8((const char *)bytes, len);
	rows_come_back((const char *)bytes, len);
	table_comes_out((struct input){bytes, len});
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
