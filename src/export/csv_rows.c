/* SPDX-License-Identifier: MIT */
/* csv_rows.c - an export as one table (RFC 4180), safe to open in a spreadsheet. */
#include "export/formats.h"

#include <stdio.h>
#include <string.h>

/* True when a spreadsheet might take the cell for a formula; full-width forms count too. */
static bool is_formula(const char *text)
{
	static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "\n",
		"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"};

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (strncmp(text, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

static void put_cell(struct buffer *out, const char *text)
{
	bool formula = is_formula(text);

	if (!formula && !strpbrk(text, ",\"\r\n")) {
		buffer_text(out, text);
		return;
	}
	buffer_text(out, formula ? "\"'" : "\"");
	for (; *text; text++) {
		if (*text == '"')
			buffer_char(out, '"');
		buffer_char(out, *text);
	}
	buffer_char(out, '"');
}

/* A row being written. */
struct row {
	struct buffer *out;
	bool begun;
};

static void cell(struct row *row, const char *text)
{
	if (row->begun)
		buffer_char(row->out, ',');
	row->begun = true;
	put_cell(row->out, text ? text : "");
}

static void cell_number(struct row *row, int number)
{
	char text[16];

	snprintf(text, sizeof text, "%d", number);
	cell(row, text);
}

static void end_row(struct row *row)
{
	buffer_text(row->out, "\r\n");
	row->begun = false;
}

static void cells(struct row *row, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cell(row, names[i]);
}

/* Columns that only a rule lets out stand at the end, where it does. */
static const char *const inner_columns[] = {"by", "item", "at", "id", "source"};
static const char *const columns[] = {"type", "number", "kind", "themes", "text", "owners", "due",
	"priority", "status", "confirmed"};
static const char *const theme_columns[] = {"type", "id", "label", "priority", "notes", "actions",
	"support", "concern", "reservation", "agreed"};

enum {
	COLUMNS = sizeof columns / sizeof *columns,
	INNER = sizeof inner_columns / sizeof *inner_columns,
	THEME_COLUMNS = sizeof theme_columns / sizeof *theme_columns
};

static bool has_inner(const struct outgoing *o)
{
	return o->internal || o->rule == RULE_OPEN;
}

static void empty_cells(struct row *row, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cell(row, "");
}

static void themes_cell(struct row *row, const struct outgoing *o, const size_t *themes,
	size_t count)
{
	struct buffer text = BUFFER_EMPTY;

	for (size_t i = 0; i < export_theme_count(o, themes, count); i++)
		buffer_format(&text, "%s%s", i ? "; " : "", o->themes[themes[i]].label);
	cell(row, text.bytes);
	buffer_release(&text);
}

static void owners_cell(struct row *row, const struct outgoing_action *action)
{
	struct buffer text = BUFFER_EMPTY;

	for (size_t i = 0; i < action->owner_count; i++)
		buffer_format(&text, "%s%s", i ? "; " : "", action->owners[i]);
	cell(row, text.bytes);
	buffer_release(&text);
}

static void note_row(struct row *row, const struct outgoing *o, const struct outgoing_note *note)
{
	cell(row, "note");
	cell_number(row, note->number);
	cell(row, note->kind);
	themes_cell(row, o, note->themes, note->theme_count);
	cell(row, note->text);
	empty_cells(row, 5);
	if (has_inner(o)) {
		const char *inner[INNER] = {note->by, note->item, note->at, note->id, NULL};
		cells(row, inner, INNER);
	}
	end_row(row);
}

static void action_row(struct row *row, const struct outgoing *o,
	const struct outgoing_action *action)
{
	cell(row, "action");
	cell_number(row, action->number);
	cell(row, "");
	themes_cell(row, o, action->themes, action->theme_count);
	cell(row, action->text);
	owners_cell(row, action);
	cell(row, action->due);
	cell(row, action->priority);
	cell(row, action->status);
	cell(row, action->confirmed ? "yes" : "no");
	if (has_inner(o)) {
		const char *inner[INNER] = {NULL, action->item, action->at, action->id,
			action->source};
		cells(row, inner, INNER);
	}
	end_row(row);
}

/* CSV has no comments: the notice is the first row, and says of itself what it is. */
static void notice_row(struct row *row, const struct outgoing *o, size_t before, size_t width)
{
	cell(row, "notice");
	empty_cells(row, before - 1);
	cell(row, o->notice);
	empty_cells(row, width - before - 1);
	end_row(row);
}

static void theme_rows(struct row *row, const struct outgoing *o)
{
	cells(row, theme_columns, THEME_COLUMNS);
	end_row(row);
	notice_row(row, o, 2, THEME_COLUMNS);
	for (size_t i = 0; i < o->theme_count; i++) {
		const struct outgoing_theme *theme = &o->themes[i];

		cell(row, "theme");
		cell(row, theme->id);
		cell(row, theme->label);
		cell(row, theme->priority);
		cell_number(row, theme->notes);
		cell_number(row, theme->actions);
		cell_number(row, theme->support);
		cell_number(row, theme->concern);
		cell_number(row, theme->reservation);
		cell_number(row, theme->agreed);
		end_row(row);
	}
}

void export_csv(struct buffer *out, const struct outgoing *o)
{
	struct row row = {.out = out};

	if (o->what == WHAT_THEMES) {
		theme_rows(&row, o);
		return;
	}
	cells(&row, columns, COLUMNS);
	if (has_inner(o))
		cells(&row, inner_columns, INNER);
	end_row(&row);
	notice_row(&row, o, 4, COLUMNS + (has_inner(o) ? INNER : 0));
	for (size_t i = 0; i < o->note_count; i++)
		note_row(&row, o, &o->notes[i]);
	for (size_t i = 0; i < o->action_count; i++)
		action_row(&row, o, &o->actions[i]);
}
