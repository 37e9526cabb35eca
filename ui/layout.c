/* SPDX-License-Identifier: MIT */
/* layout.c - where things stand, and what is dropped first when the screen is small. */
#include "ui/layout.h"

#include "ui/entry/entry_draw.h"
#include "ui/view/head.h"

enum {
	RULE_FROM = 12,    /* rows of the screen from which the line over the entry line is drawn */
	MESSAGE_FROM = 9,  /* below it messages take the place of the hints */
	HINT_FROM = 5,
	STRIP_ROWS = 2, STRIP_FROM = 16,
	ENTRY_MOST = 4
};

/* Rows of the entry line: it grows to four, on a small screen less. */
static int rows_of_entry(const struct console *c, int rows)
{
	int most = rows / 4;

	return entry_rows(c, most < 1 ? 1 : most > ENTRY_MOST ? ENTRY_MOST : most);
}

/* Takes a row from the bottom of what is left. */
static int from_below(int *end, bool wanted)
{
	return wanted ? --*end : -1;
}

struct layout console_layout(const struct console *c)
{
	int rows = screen_rows(), end = rows, top;
	/* The room need not see a head, whatever is typed. */
	bool bare = view_words[c->view].use == VIEW_BARE;
	struct layout l = {.head = bare ? 0 : head_rows(c), .least = -1, .strip = -1};

	if (console_is_bare(c)) {
		l.head = 0;
		l.rule = l.entry = l.message = l.hint = -1;
		l.view = (struct area){0, 0, rows, screen_columns()};
		return l;
	}
	l.hint = from_below(&end, rows >= HINT_FROM);
	l.message = from_below(&end, rows >= MESSAGE_FROM);
	l.entry_rows = rows_of_entry(c, rows);
	l.entry = end -= l.entry_rows;
	l.rule = from_below(&end, rows >= RULE_FROM);
	top = l.head;
	if (!l.head && rows >= 2 && !bare)
		l.least = top++;
	if (c->tutorial && rows >= STRIP_FROM) {
		l.strip = top;
		top += STRIP_ROWS;
	}
	l.view = (struct area){top, 0, end > top ? end - top : 0, screen_columns()};
	return l;
}

int layout_menu_end(const struct layout *l)
{
	return l->rule >= 0 ? l->rule : l->entry;
}
