/* SPDX-License-Identifier: MIT */
/* csv.c - rows of a CSV file. */
#include "agenda/csv.h"

#include <stdlib.h>
#include <string.h>

#include "agenda/node.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "text/utf8.h"

static bool ended(const struct csv *csv)
{
	return csv->at >= csv->len;
}

static char current(const struct csv *csv)
{
	return ended(csv) ? '\n' : csv->bytes[csv->at];
}

static bool at_line_end(const struct csv *csv)
{
	return ended(csv) || current(csv) == '\n' || current(csv) == '\r';
}

/* One byte on; a carriage return before a newline does not end a line by itself. */
static void step(struct csv *csv)
{
	char c = csv->bytes[csv->at++];

	if (c == '\n' || (c == '\r' && !(csv->at < csv->len && csv->bytes[csv->at] == '\n'))) {
		csv->place.line++;
		csv->place.column = 1;
	} else if (((unsigned char)c & 0xc0) != 0x80 && c != '\r') {
		csv->place.column++;
	}
}

static void skip_line_end(struct csv *csv)
{
	if (!ended(csv) && current(csv) == '\r')
		step(csv);
	if (!ended(csv) && current(csv) == '\n')
		step(csv);
}

static bool is_utf8(struct csv csv)
{
	while (!ended(&csv)) {
		int32_t code;
		size_t len = utf8_read(csv.bytes + csv.at, csv.len - csv.at, &code);

		if (code == CODE_BAD)
			return problem(csv.problems, csv.place,
				"not UTF-8, save the file as \"CSV UTF-8\"");
		while (len--)
			step(&csv);
	}
	return true;
}

static char detect_separator(const struct csv *csv)
{
	size_t commas = 0, semicolons = 0, tabs = 0;
	bool quoted = false;

	for (size_t i = csv->at; i < csv->len; i++) {
		char c = csv->bytes[i];

		if (c == '"')
			quoted = !quoted;
		if (!quoted && (c == '\n' || c == '\r'))
			break;
		commas += !quoted && c == ',';
		semicolons += !quoted && c == ';';
		tabs += !quoted && c == '\t';
	}
	if (tabs > commas && tabs > semicolons)
		return '\t';
	return semicolons > commas ? ';' : ',';
}

bool csv_start(struct csv *csv, const char *bytes, size_t len, const char *file,
	struct problems *problems)
{
	*csv = (struct csv){.bytes = bytes, .len = len, .place = {file, 1, 1},
		.problems = problems};
	if (len > CSV_BYTES_MOST)
		return problem(problems, csv->place,
			"larger than 4 MiB, the most that a list of participants may be");
	if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		csv->at = 3;
	csv->separator = detect_separator(csv);
	return is_utf8(*csv);
}

static void drop_cells(struct csv *csv)
{
	for (size_t i = 0; i < csv->count; i++)
		free(csv->cells[i].text);
	csv->count = 0;
}

void csv_release(struct csv *csv)
{
	drop_cells(csv);
	free(csv->cells);
	*csv = (struct csv){0};
}

static bool read_quoted(struct csv *csv, struct buffer *out)
{
	struct place opened = csv->place;

	step(csv);
	while (!ended(csv)) {
		char c = current(csv);

		step(csv);
		if (c != '"') {
			buffer_char(out, c);
			continue;
		}
		if (ended(csv) || current(csv) != '"')
			return true;
		buffer_char(out, '"');
		step(csv);
	}
	return problem(
		csv->problems, opened, "this quote is never closed, end the field with '\"'");
}

static bool read_plain(struct csv *csv, struct buffer *out)
{
	while (!at_line_end(csv) && current(csv) != csv->separator) {
		if (current(csv) == '"')
			return problem(csv->problems, csv->place,
				"a quote inside a field, put the whole "
				"field in quotes and write each one in it twice");
		buffer_char(out, current(csv));
		step(csv);
	}
	return true;
}

static bool read_cell(struct csv *csv)
{
	struct buffer text = BUFFER_EMPTY;
	struct place at = csv->place;
	bool good = !ended(csv) && current(csv) == '"' ? read_quoted(csv, &text)
						       : read_plain(csv, &text);

	if (good && !at_line_end(csv) && current(csv) != csv->separator)
		good = problem(csv->problems, csv->place,
			"text after a closing quote, expected a separator or the end of the line");
	if (good && has_control(text.bytes, text.len))
		good = problem(csv->problems, at, "control character in a field, write text only");
	if (good) {
		csv->cells = array_room(csv->cells, csv->count, &csv->room, sizeof *csv->cells);
		csv->cells[csv->count++] =
			(struct field_cell){clean_text(text.bytes, text.len), at};
	}
	buffer_release(&text);
	return good;
}

static void skip_line(struct csv *csv)
{
	while (!at_line_end(csv))
		step(csv);
	skip_line_end(csv);
}

/* True when the row was read whole and has something in it. */
static bool read_row(struct csv *csv)
{
	bool filled = false;

	drop_cells(csv);
	for (;;) {
		if (!read_cell(csv)) {
			skip_line(csv);
			return false;
		}
		filled |= *csv->cells[csv->count - 1].text != '\0';
		if (at_line_end(csv))
			break;
		step(csv);
	}
	skip_line_end(csv);
	return filled;
}

bool csv_row(struct csv *csv)
{
	while (!ended(csv))
		if (read_row(csv))
			return true;
	drop_cells(csv);
	return false;
}
