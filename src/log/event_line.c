/* SPDX-License-Identifier: MIT */
/* event_line.c - an event as one line, and back. */
#include "log/event_line.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/when.h"

/* The largest number that every reader of JSON and YAML holds exactly. */
#define NUMBER_MOST (INT64_C(1) << 53)

static void write_moment(struct line *l, int64_t at)
{
	line_key(l, "at");
	buffer_char(l->out, '"');
	moment_write(l->out, at);
	buffer_char(l->out, '"');
}

void line_write(struct buffer *out, const struct event *e)
{
	struct line l = line_begin(out);
	const struct value *more = event_value(e, FIELD_MORE);

	line_number(&l, "seq", e->seq);
	line_number(&l, "clock", e->clock);
	write_moment(&l, e->at);
	line_text(&l, "do", e->kind == EVENT_UNKNOWN ? e->unknown : event_table[e->kind].name);
	for (size_t i = 0; i < e->count; i++) {
		const struct field_value *f = &e->fields[i];

		if (&f->value != more)
			line_value(&l,
				f->field == FIELD_UNKNOWN ? f->name : field_table[f->field].name,
				&f->value);
	}
	if (more)
		line_value(&l, field_table[FIELD_MORE].name, more);
	line_seal(&l);
}

/* The number of pair `i`, which must be called `key`. */
static bool number_at(const struct pairs *p, size_t i, const char *key, int64_t *out)
{
	if (strcmp(p->items[i].key, key) != 0 || p->items[i].value.type != VALUE_NUMBER)
		return false;
	*out = p->items[i].value.number;
	return *out >= 0 && *out <= NUMBER_MOST;
}

static const char *text_at(const struct pairs *p, size_t i, const char *key)
{
	if (strcmp(p->items[i].key, key) != 0 || p->items[i].value.type != VALUE_TEXT)
		return NULL;
	return p->items[i].value.text;
}

/* Exactly the one form in which moments are written. */
static bool moment_at(const struct pairs *p, size_t i, int64_t *out)
{
	const char *text = text_at(p, i, "at");

	return text && strlen(text) == 24 && text[19] == '.' && text[23] == 'Z' &&
		moment_read(text, out);
}

static bool take_fields(struct event *e, struct pairs *p)
{
	for (size_t i = 4; i < p->count; i++) {
		enum field field = field_named(p->items[i].key);
		struct value *v = &p->items[i].value;
		bool is_known = field != FIELD_UNKNOWN;

		if (field == FIELD_MORE && (i + 1 < p->count || v->type != VALUE_TRUTH))
			return false;
		if (is_known && field_table[field].type == VALUE_NUMBERS && !v->count &&
			v->type == VALUE_LIST)
			v->type = VALUE_NUMBERS;
		event_take_field(e, field, is_known ? NULL : mem_text(p->items[i].key), *v);
		*v = (struct value){0};
	}
	return true;
}

struct event *event_of_pairs(struct pairs *p, const char *seat)
{
	struct event head = {0};
	const char *act;

	if (p->count < 4 || strlen(seat) >= NAME_SIZE || !number_at(p, 0, "seq", &head.seq) ||
		!head.seq || !number_at(p, 1, "clock", &head.clock) || !moment_at(p, 2, &head.at))
		return NULL;
	act = text_at(p, 3, "do");
	if (!act || !*act)
		return NULL;
	struct event *e = event_new(event_kind_named(act));
	memcpy(e->seat, seat, strlen(seat) + 1);
	e->seq = head.seq;
	e->clock = head.clock;
	e->at = head.at;
	if (e->kind == EVENT_UNKNOWN)
		e->unknown = mem_text(act);
	if (take_fields(e, p))
		return e;
	event_free(e);
	return NULL;
}

struct event *line_read(const char *bytes, size_t len, const char *seat)
{
	struct pairs pairs = {0};
	bool altered;
	struct event *e = NULL;

	if (pairs_read(&pairs, bytes, len, &altered))
		e = event_of_pairs(&pairs, seat);
	pairs_release(&pairs);
	return e;
}
