/* SPDX-License-Identifier: MIT */
/* csv_people.c - participants from a CSV file: one a row, the keys as columns. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "agenda/csv.h"
#include "agenda/load.h"
#include "agenda/agenda_parts.h"
#include "base/memory.h"
#include "base/number.h"
#include "text/text.h"

enum column {
	COLUMN_ID,
	COLUMN_NAME,
	COLUMN_TITLE,
	COLUMN_AFFILIATION,
	COLUMN_DELEGATION,
	COLUMN_ROLE,
	COLUMN_ALIASES,
	COLUMN_RANK,
	COLUMN_PUBLIC,
	COLUMN_ATTRIBUTE,
	COLUMN_NAMELESS
};

enum { RANK_MOST = 9999 };

static const char *const column_names[COLUMN_ATTRIBUTE] = {"id", "name", "title", "affiliation",
	"delegation", "role", "aliases", "rank", "public"};

struct table {
	struct reader *reader;
	struct csv csv;
	struct heading {
		char *name;
		enum column column;
	} *headings;
	size_t count;
};

/* Problems borrow the names of their files, and outlive everything here: so those of CSV files
 * are kept until the program ends. */
static const char *keep_path(char *path)
{
	static struct kept {
		char *path;
		struct kept *next;
	} *all;

	for (struct kept *it = all; it; it = it->next)
		if (strcmp(it->path, path) == 0) {
			free(path);
			return it->path;
		}
	struct kept *it = mem_new(1, sizeof *it);
	*it = (struct kept){path, all};
	all = it;
	return path;
}

/* `name` beside the file at `path`. */
static const char *path_beside(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct buffer out = BUFFER_EMPTY;

	if (slash && *name != '/')
		buffer_bytes(&out, path, (size_t)(slash - path) + 1);
	buffer_text(&out, name);
	return keep_path(buffer_take(&out));
}

static enum column column_of(const char *name)
{
	size_t i = 0;

	if (!*name)
		return COLUMN_NAMELESS;
	while (i < COLUMN_ATTRIBUTE && strcasecmp(column_names[i], name) != 0)
		i++;
	return (enum column)i;
}

static bool is_repeated(const struct table *t, size_t column)
{
	const struct heading *it = &t->headings[column];

	for (size_t i = 0; i < column; i++)
		if (it->column != COLUMN_NAMELESS &&
			strcasecmp(t->headings[i].name, it->name) == 0)
			return true;
	return false;
}

static bool has_column(const struct table *t, enum column column)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->headings[i].column == column)
			return true;
	return false;
}

static bool need_column(struct table *t, enum column column)
{
	const char **names = mem_new(t->count + 1, sizeof *names);
	struct place at = {t->csv.cells[0].place.file, t->csv.cells[0].place.line, 1};
	const char *name = column_names[column];

	for (size_t i = 0; i < t->count; i++)
		names[i] = t->headings[i].name;
	size_t nearest = text_nearest(name, names, t->count);
	if (has_column(t, column))
		nearest = SIZE_MAX;
	else if (nearest != SIZE_MAX)
		problem(t->csv.problems, at, "no column '%s', is '%s' meant for it?", name,
			names[nearest]);
	else
		problem(t->csv.problems, at,
			"no column '%s', the first row must name the columns, id and name among "
			"them",
			name);
	free(names);
	return has_column(t, column);
}

static bool read_headings(struct table *t)
{
	bool good = true;

	t->headings = mem_new(t->csv.count, sizeof *t->headings);
	for (; t->count < t->csv.count; t->count++) {
		const struct field_cell *cell = &t->csv.cells[t->count];

		t->headings[t->count].name = mem_text(cell->text);
		t->headings[t->count].column = column_of(cell->text);
		if (is_repeated(t, t->count))
			good = problem(t->csv.problems, cell->place, "column '%s' is there twice",
				cell->text);
	}
	bool has_id = need_column(t, COLUMN_ID);
	bool has_name = need_column(t, COLUMN_NAME);
	return good && has_id && has_name;
}

static void take_csv_aliases(struct person *person, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "|");
		char *word = clean_text(text, len);

		if (*word)
			person_alias(person, word);
		free(word);
		text += len + (text[len] == '|');
	}
}

static void take_csv_role(struct table *t, const struct field_cell *cell, struct person *person)
{
	const struct node node = {.kind = NODE_TEXT, .place = cell->place, .name = "role",
		.text = cell->text};

	take_role(t->reader, &node, &person->role);
}

static void take_csv_rank(struct table *t, const struct field_cell *cell, struct person *person)
{
	const struct node node = {.kind = NODE_TEXT, .place = cell->place, .name = "rank",
		.text = cell->text};

	node_number(t->reader, &node, 1, RANK_MOST, &person->rank);
}

static void take_cell(struct table *t, size_t column, struct draft *draft)
{
	const struct field_cell *cell = &t->csv.cells[column];
	struct person *person = &draft->person;

	if (!*cell->text)
		return;
	switch (t->headings[column].column) {
	case COLUMN_ID:
		person->id = id_take(t->reader, cell->text, cell->place, &t->reader->persons,
			t->reader->persons.count, true);
		return;
	case COLUMN_NAME:
		person->name = mem_text(cell->text);
		draft->name_place = cell->place;
		return;
	case COLUMN_TITLE: person->title = mem_text(cell->text); return;
	case COLUMN_AFFILIATION: person->affiliation = mem_text(cell->text); return;
	case COLUMN_DELEGATION: draft->delegation = mem_text(cell->text); return;
	case COLUMN_ROLE: take_csv_role(t, cell, person); return;
	case COLUMN_ALIASES: take_csv_aliases(person, cell->text); return;
	case COLUMN_RANK: take_csv_rank(t, cell, person); return;
	case COLUMN_PUBLIC: person->label = mem_text(cell->text); return;
	case COLUMN_ATTRIBUTE:
		person_attribute(person, t->headings[column].name, cell->text);
		return;
	case COLUMN_NAMELESS:
		problem(t->csv.problems, cell->place,
			"a value in a column without a name, name it in the first row");
		return;
	}
}

static void take_row(struct table *t)
{
	struct draft draft = {.person = {.delegation = NONE}};
	const struct csv *csv = &t->csv;

	if (csv->count != t->count) {
		problem(csv->problems, csv->cells[0].place,
			"the row has %zu fields, the first row has %zu", csv->count, t->count);
		t->reader->people_broken = true;
		return;
	}
	for (size_t i = 0; i < t->count; i++) {
		enum column column = t->headings[i].column;

		if ((column == COLUMN_ID || column == COLUMN_NAME) && !*csv->cells[i].text)
			problem(csv->problems, csv->cells[i].place, "%s must be a text, not empty",
				column_names[column]);
		take_cell(t, i, &draft);
	}
	draft_add(t->reader, &draft);
}

static void take_rows(struct table *t, const char *path)
{
	size_t before = t->csv.problems->errors;

	if (!csv_row(&t->csv))
		problem(t->csv.problems, (struct place){path, 1, 1},
			"nothing in it, the first row must name the columns");
	else if (read_headings(t))
		while (csv_row(&t->csv))
			take_row(t);
	t->reader->people_broken |= t->csv.problems->errors != before;
}

static void take_table(struct reader *r, const struct buffer *bytes, const char *path)
{
	struct table t = {.reader = r};

	if (csv_start(&t.csv, bytes->bytes, bytes->len, path, &r->problems))
		take_rows(&t, path);
	else
		r->people_broken = true;
	for (size_t i = 0; i < t.count; i++)
		free(t.headings[i].name);
	free(t.headings);
	csv_release(&t.csv);
}

void take_csv(struct reader *r)
{
	struct buffer bytes = BUFFER_EMPTY;
	const char *path = path_beside(r->path, r->from->text);

	if (file_load(&bytes, path, CSV_BYTES_MOST))
		take_table(r, &bytes, path);
	else {
		problem(&r->problems, r->from->place,
			"cannot read participants from '%s' beside it: %s", r->from->text,
			strerror(errno));
		r->people_broken = true;
	}
	buffer_release(&bytes);
}
