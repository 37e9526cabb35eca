/* SPDX-License-Identifier: MIT */
/* spot.c - rows piece by piece, people in few columns, times of day, lists. */
#include "ui/widget/spot.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/text.h"
#include "ui/steering.h"

/* Rows */

struct spot spot_at(int row, int column, int width)
{
	return (struct spot){row, column, column + width};
}

int spot_left(const struct spot *spot)
{
	return spot->end > spot->column ? spot->end - spot->column : 0;
}

void spot_put(struct spot *spot, enum style style, const char *text)
{
	if (spot_left(spot) > 0)
		spot->column += screen_put(spot->row, spot->column, spot_left(spot), style, text);
}

void spot_format(struct spot *spot, enum style style, const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	spot_put(spot, style, text);
}

void spot_gap(struct spot *spot, int columns)
{
	spot->column += columns;
}

int columns_of(const char *text)
{
	return text_width(text, strlen(text));
}

void put_right(int row, int column, int width, enum style style, const char *text)
{
	int used = columns_of(text);

	if (used < width)
		screen_put(row, column + width - used, used, style, text);
	else
		screen_put(row, column, width, style, text);
}

void put_centred(int row, int column, int width, enum style style, const char *text)
{
	int used = columns_of(text);
	int before = used < width ? (width - used) / 2 : 0;

	screen_put(row, column + before, width - before, style, text);
}

size_t without_spaces(const char *text, size_t len)
{
	while (len > 0 && text[len - 1] == ' ')
		len--;
	return len;
}

void put_cells(int row, int column, int width, enum style style, double part, double whole)
{
	int cells = whole > 0 ? (int)(part / whole * width + 0.5) : 0;

	if (cells > width)
		cells = width;
	if (part > 0 && cells < 1)
		cells = 1;
	if (cells > 0)
		screen_fill(row, column, cells, style, screen_ascii() ? "#" : "▇");
}

int put_wrapped(struct area area, enum style style, const char *text)
{
	size_t len = strlen(text), at = 0;
	int row = 0;

	while (at < len && row < area.rows && area.columns > 0) {
		size_t part = text_wrap(text + at, len - at, area.columns);

		if (row == area.rows - 1)
			part = len - at;
		screen_put_bytes(area.row + row, area.column, area.columns, style, text + at,
			without_spaces(text + at, part));
		at += part;
		row++;
	}
	return row;
}

const char *sign(enum sign which)
{
	bool ascii = screen_ascii();

	switch (which) {
	case SIGN_DOT: return ascii ? "-" : "·";
	case SIGN_SAVED: return ascii ? "v" : "✓";
	case SIGN_UNSAVED: return ascii ? "." : "·";
	case SIGN_TO: return ascii ? ">" : "→";
	case SIGN_ON: return ascii ? ">" : "▸";
	case SIGN_DASH: return ascii ? "-" : "–";
	case SIGN_LATE: return ascii ? "^" : "↑";
	case SIGN_CONFLICT: return ascii ? "#" : "≠";
	case SIGN_CUT: return ascii ? "..." : "…";
	}
	return "";
}

/* People */

const struct person *attendee_person(const struct session *s, size_t attendee)
{
	size_t person;

	if (attendee == NONE || attendee >= s->attendee_count)
		return NULL;
	person = people_numbered(s->people, s->attendees[attendee].number);
	return person == NONE ? NULL : &s->people->persons[person];
}

const char *call_delegation(const struct session *s, size_t attendee)
{
	const struct person *person = attendee_person(s, attendee);

	if (!person || person->delegation == NONE)
		return NULL;
	return s->people->delegations[person->delegation].name;
}

const char *call_group(const struct session *s, const char *number)
{
	size_t at = people_delegation_numbered(s->people, number);

	return at == NONE ? number : s->people->delegations[at].name;
}

enum rule rule_now(const struct session *s)
{
	size_t plan = s->item_now == NONE ? NONE : s->items[s->item_now].plan;

	if (plan != NONE && s->agenda->items[plan].has_rule)
		return s->agenda->items[plan].rule;
	return s->agenda->rule;
}

uint64_t stamp_of(const struct session *s)
{
	const uint64_t parts[] = {(uint64_t)(uintptr_t)s, s->version, s->note_count, s->theme_count,
		s->item_count, s->speech_count, s->action_count, s->item_now, (uint64_t)s->last_at};
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		hash = (hash ^ parts[i]) * 1099511628211u;
	return hash;
}

/* Times */

/* The zone's offset at that moment. Asking the zone database costs more than drawing a row, so
 * offsets are remembered by the quarter of an hour, within which none has ever changed. */
static int zone_offset(const char *zone, int64_t ms)
{
	enum { REMEMBERED = 64 };
	static struct {
		int64_t quarter;
		int offset;
		bool known;
	} slots[REMEMBERED];
	static char of[64];
	int64_t quarter = ms / (15 * MS_MINUTE);
	size_t slot = (size_t)(quarter < 0 ? -quarter : quarter) % REMEMBERED;

	if (strcmp(of, zone) != 0) {
		memset(slots, 0, sizeof slots);
		snprintf(of, sizeof of, "%s", zone);
	}
	if (!slots[slot].known || slots[slot].quarter != quarter) {
		slots[slot].quarter = quarter;
		slots[slot].offset = zone_civil(zone, ms).offset;
		slots[slot].known = true;
	}
	return slots[slot].offset;
}

void add_time_of_day(struct buffer *out, const struct session *s, int64_t ms)
{
	int64_t local = ms + zone_offset(s->agenda->zone, ms) * MS_SECOND;
	int64_t minute = (local % MS_DAY + MS_DAY) % MS_DAY / MS_MINUTE;

	char time[] = {(char)('0' + minute / 600), (char)('0' + minute / 60 % 10), ':',
		(char)('0' + minute / 10 % 6), (char)('0' + minute % 10), '\0'};
	buffer_text(out, time);
}

void add_day(struct buffer *out, const char *date)
{
	static const char months[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct date d;

	if (date_read(date, &d))
		buffer_format(out, "%d %s", d.day, months[d.month - 1]);
}

enum style speech_style(const struct session *s, const struct speech *speech, int64_t at)
{
	int64_t elapsed = speech_elapsed(s, (size_t)(speech - s->speeches), at);

	if (speech->limit_ms > 0 && elapsed > speech->limit_ms)
		return STYLE_OVER;
	if (speech->limit_ms > 0 && elapsed > speech->limit_ms - s->agenda->list.warn_ms)
		return STYLE_WARNING;
	return speech->state == SPEECH_PAUSED ? STYLE_DIM : STYLE_FINE;
}

/* Lists */

bool row_key(size_t *row, size_t count, const struct key *key)
{
	size_t page = screen_rows() > 14 ? (size_t)screen_rows() - 12 : 2;
	size_t last = count ? count - 1 : 0;

	if (key->kind != KEY_NAMED)
		return false;
	switch (key->code) {
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

size_t row_first(size_t top, size_t row, size_t count, size_t rows)
{
	bool in_sight = row >= top && row < top + rows;
	size_t first = in_sight ? top : row > rows / 2 ? row - rows / 2 : 0;

	if (count <= rows)
		return 0;
	return first > count - rows ? count - rows : first;
}

/* The entry line */

void entry_open(struct console *c, const char *before, const char *after)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_text(&text, before);
	buffer_text(&text, after);
	entry_set(&c->entry, text.bytes);
	c->entry.cursor = strlen(before);
	buffer_release(&text);
	c->in_entry = !view_table[c->view].types;
	typing_changed(c);
}

bool entry_wanted(struct console *c, const struct key *key)
{
	if (key->kind != KEY_TEXT)
		return false;
	if (strcmp(key->text, "/") == 0)
		entry_open(c, "/", "");
	else if (strcmp(key->text, "i") == 0)
		c->in_entry = true;
	else
		return false;
	return true;
}

void do_format(struct console *c, const char *format, ...)
{
	char line[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	console_do(c, line);
}
