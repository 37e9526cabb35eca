/* SPDX-License-Identifier: MIT */
/* row_list.c - moving through a list of rows. */
#include "ui/widget/row_list.h"

#include "ui/term/screen.h"

/* The wheel is an arrow key; -1 for keys without a name. */
static int code_of(const struct key *key)
{
	if (key->kind == KEY_MOUSE && key->mouse != MOUSE_CLICK)
		return key->mouse == MOUSE_WHEEL_UP ? NAMED_UP : NAMED_DOWN;
	return key->kind == KEY_NAMED ? key->code : -1;
}

bool row_key(size_t *row, size_t count, const struct key *key)
{
	size_t page = screen_rows() > 14 ? (size_t)screen_rows() - 12 : 2;
	size_t last = count ? count - 1 : 0;

	switch (code_of(key)) {
	case NAMED_UP: *row -= *row > 0; break;
	case NAMED_DOWN: *row += 1; break;
	case NAMED_PAGE_UP: *row = *row > page ? *row - page : 0; break;
	case NAMED_PAGE_DOWN: *row += page; break;
	case NAMED_HOME: *row = 0; break;
	case NAMED_END: *row = last; break;
	default: return false;
	}
	if (*row > last)
		*row = last;
	return true;
}

bool row_key_goes_up(const struct key *key)
{
	return code_of(key) == NAMED_UP || code_of(key) == NAMED_PAGE_UP;
}

static size_t row_first(size_t top, size_t row, size_t count, size_t rows)
{
	bool in_sight = row >= top && row < top + rows;
	size_t first = in_sight ? top : row > rows / 2 ? row - rows / 2 : 0;

	if (count <= rows)
		return 0;
	return first > count - rows ? count - rows : first;
}

static bool is_in_sight(const struct rows_shown *r, size_t row)
{
	return row >= r->top && row < r->top + r->count;
}

void rows_arrange(struct rows_shown *r, int first, size_t room, size_t total, size_t chosen)
{
	size_t top = row_first(r->top, chosen, total, room);
	size_t count = total - top < room ? total - top : room;
	bool stays = r->top == top && r->first == first && r->count == count;

	*r = (struct rows_shown){.first = first, .top = top, .count = count, .chosen = chosen,
		.before = r->chosen};
	r->stays = stays && is_in_sight(r, chosen) && is_in_sight(r, r->before);
}

size_t rows_at(const struct rows_shown *r, int row)
{
	return row < r->first || row >= r->first + (int)r->count
		       ? SIZE_MAX
		       : r->top + (size_t)(row - r->first);
}

bool rows_key(const struct rows_shown *r, size_t *row, size_t count, const struct key *key)
{
	size_t at = key->kind == KEY_MOUSE ? rows_at(r, key->row) : SIZE_MAX;

	if (key->kind != KEY_MOUSE || key->mouse != MOUSE_CLICK)
		return row_key(row, count, key);
	if (at < count)
		*row = at;
	return at < count;
}
