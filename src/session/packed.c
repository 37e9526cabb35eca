/* SPDX-License-Identifier: MIT */
/* packed.c - events packed and unpacked.
 *
 * A field is one byte for its name (FIELD_UNKNOWN: the name follows as a text), one for its type,
 * and its value. A size is in sevens of bits, lowest first; a text is its size, its bytes and a NUL;
 * a number eight bytes as they stand in memory, which is nowhere but here. */
#include "session/packed.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SEVEN = 7, LOW = 0x7f, GOES_ON = 0x80, FIELDS_PACKED = 255 };

static_assert(FIELDS <= 64, "the fields that are there are bits of one number");

/* Packing */

/* Where `more` bytes may be put. */
static unsigned char *make_room(struct packer *p, size_t more)
{
	if (p->room - p->len < more) {
		p->room = p->room * 2 + more;
		p->bytes = mem_resize(p->bytes, p->room, 1);
	}
	return p->bytes + p->len;
}

static void put_byte(struct packer *p, unsigned byte)
{
	*make_room(p, 1) = (unsigned char)byte;
	p->len++;
}

static void put_size(struct packer *p, size_t size)
{
	for (; size > LOW; size >>= SEVEN)
		put_byte(p, GOES_ON | (size & LOW));
	put_byte(p, (unsigned)size);
}

static void put_text(struct packer *p, const char *text, size_t len)
{
	put_size(p, len);
	unsigned char *room = make_room(p, len + 1);
	if (len)
		memcpy(room, text, len);
	room[len] = '\0';
	p->len += len + 1;
}

static void put_number(struct packer *p, int64_t number)
{
	memcpy(make_room(p, sizeof number), &number, sizeof number);
	p->len += sizeof number;
}

static void put_value(struct packer *p, const struct value *v)
{
	switch (v->type) {
	case VALUE_TEXT: put_text(p, v->text, strlen(v->text)); return;
	case VALUE_NUMBER: put_number(p, v->number); return;
	case VALUE_TRUTH: put_byte(p, v->number != 0); return;
	case VALUE_LIST:
	case VALUE_NUMBERS:
	case VALUE_SEEN: break;
	}
	put_size(p, v->count);
	for (size_t i = 0; i < v->count; i++) {
		if (v->type != VALUE_NUMBERS)
			put_text(p, v->texts[i], strlen(v->texts[i]));
		if (v->type != VALUE_LIST)
			put_number(p, v->numbers[i]);
	}
}

void packer_begin(struct packer *p, enum event_kind kind, const char *seat)
{
	p->len = 0;
	p->head = (struct packed){.kind = (uint8_t)kind, .seat = seat};
	p->fields = 0;
}

static bool begin_field(struct packer *p, enum field field, enum value_type type)
{
	uint64_t bit = UINT64_C(1) << field;

	if ((p->fields & bit) || p->head.count == FIELDS_PACKED)
		return false;
	p->fields |= bit;
	p->head.count++;
	put_byte(p, field);
	put_byte(p, type);
	return true;
}

bool packer_text(struct packer *p, enum field field, const char *text, size_t len)
{
	if (!begin_field(p, field, VALUE_TEXT))
		return false;
	put_text(p, text, len);
	return true;
}

bool packer_number(struct packer *p, enum field field, int64_t number)
{
	if (!begin_field(p, field, VALUE_NUMBER))
		return false;
	put_number(p, number);
	return true;
}

bool packer_truth(struct packer *p, enum field field, bool truth)
{
	if (!begin_field(p, field, VALUE_TRUTH))
		return false;
	put_byte(p, truth);
	if (field == FIELD_MORE)
		p->head.more = truth;
	return true;
}

bool packer_list(struct packer *p, enum field field, size_t count)
{
	if (!begin_field(p, field, field_table[field].type))
		return false;
	put_size(p, count);
	return true;
}

void packer_item(struct packer *p, const char *text, size_t len)
{
	put_text(p, text, len);
}

void packer_item_number(struct packer *p, int64_t number)
{
	put_number(p, number);
}

static const struct packed *put_away(struct packer *p, struct arena *arena)
{
	if (p->len > UINT32_MAX)
		mem_out();
	struct packed *packed = arena_room(arena, sizeof *packed + p->len);
	p->head.size = (uint32_t)p->len;
	*packed = p->head;
	if (p->len)
		memcpy(packed + 1, p->bytes, p->len);
	return packed;
}

const struct packed *packer_end(struct packer *p, struct arena *arena)
{
	uint64_t wanted = event_required((enum event_kind)p->head.kind);

	p->head.usable = p->head.kind != EVENT_UNKNOWN && (p->fields & wanted) == wanted;
	return put_away(p, arena);
}

void packer_release(struct packer *p)
{
	free(p->bytes);
	*p = (struct packer){.len = 0};
}

const struct packed *event_pack(const struct event *e, const char *seat, struct arena *arena)
{
	struct packer p = {.len = 0};
	struct error why = {0};

	assert(e->count <= FIELDS_PACKED); /* a line has no more pairs */
	packer_begin(&p, e->kind, seat);
	p.head.seq = e->seq;
	p.head.clock = e->clock;
	p.head.at = e->at;
	p.head.count = (uint8_t)e->count;
	p.head.usable = e->kind != EVENT_UNKNOWN && event_is_usable(e, &why);
	p.head.more = event_truth(e, FIELD_MORE);
	if (e->kind == EVENT_UNKNOWN)
		put_text(&p, e->unknown, strlen(e->unknown));
	for (size_t i = 0; i < e->count; i++) {
		const struct field_value *f = &e->fields[i];

		put_byte(&p, f->field);
		put_byte(&p, f->value.type);
		if (f->field == FIELD_UNKNOWN)
			put_text(&p, f->name, strlen(f->name));
		put_value(&p, &f->value);
	}
	const struct packed *packed = put_away(&p, arena);
	packer_release(&p);
	return packed;
}

/* Unpacking */

struct bytes {
	const unsigned char *at;
	char **texts;
	int64_t *numbers;
};

static size_t take_size(struct bytes *b)
{
	size_t size = 0;
	unsigned shift = 0;

	for (; *b->at & GOES_ON; shift += SEVEN)
		size |= (size_t)(*b->at++ & LOW) << shift;
	return size | (size_t)*b->at++ << shift;
}

/* An event that is being looked at is not written to: struct value takes its texts without const
 * since it can own them too. */
static char *take_text(struct bytes *b)
{
	size_t len = take_size(b);
	const unsigned char *text = b->at;

	b->at += len + 1;
	return (char *)text;
}

static int64_t take_number(struct bytes *b)
{
	int64_t number;

	memcpy(&number, b->at, sizeof number);
	b->at += sizeof number;
	return number;
}

static void take_list(struct bytes *b, struct value *v)
{
	v->count = take_size(b);
	v->texts = v->type == VALUE_NUMBERS ? NULL : b->texts;
	v->numbers = v->type == VALUE_LIST ? NULL : b->numbers;
	for (size_t i = 0; i < v->count; i++) {
		if (v->texts)
			*b->texts++ = take_text(b);
		if (v->numbers)
			*b->numbers++ = take_number(b);
	}
}

static void take_field(struct bytes *b, struct field_value *f)
{
	struct value *v = &f->value;

	f->field = (enum field)*b->at++;
	*v = (struct value){.type = (enum value_type)*b->at++};
	f->name = f->field == FIELD_UNKNOWN ? take_text(b) : NULL;
	switch (v->type) {
	case VALUE_TEXT: v->text = take_text(b); return;
	case VALUE_NUMBER: v->number = take_number(b); return;
	case VALUE_TRUTH: v->number = *b->at++; return;
	case VALUE_LIST:
	case VALUE_NUMBERS:
	case VALUE_SEEN: take_list(b, v); return;
	}
}

/* A list item takes a byte at least in the packed form, so this is enough for all lists of it. */
static void make_room_for(struct unpacked *u, const struct packed *p)
{
	if (u->event.room < p->count) {
		u->event.room = p->count;
		u->event.fields = mem_resize(u->event.fields, p->count, sizeof *u->event.fields);
	}
	if (u->texts_room < p->size) {
		u->texts_room = u->numbers_room = p->size;
		u->texts = mem_resize(u->texts, p->size, sizeof *u->texts);
		u->numbers = mem_resize(u->numbers, p->size, sizeof *u->numbers);
	}
}

const struct event *packed_read(struct unpacked *u, const struct packed *p)
{
	struct event *e = &u->event;

	make_room_for(u, p);
	struct bytes b = {(const unsigned char *)(p + 1), u->texts, u->numbers};
	memcpy(e->seat, p->seat, strlen(p->seat) + 1);
	e->seq = p->seq;
	e->clock = p->clock;
	e->at = p->at;
	e->kind = (enum event_kind)p->kind;
	e->lasting = true;
	e->unknown = e->kind == EVENT_UNKNOWN ? take_text(&b) : NULL;
	e->count = p->count;
	for (size_t i = 0; i < e->count; i++)
		take_field(&b, &e->fields[i]);
	return e;
}

void unpacked_release(struct unpacked *u)
{
	free(u->event.fields);
	free(u->texts);
	free(u->numbers);
	*u = (struct unpacked){0};
}

struct event *packed_copy(const struct packed *p)
{
	struct unpacked u = {0};
	struct event *copy = event_copy(packed_read(&u, p));

	unpacked_release(&u);
	return copy;
}

int packed_compare(const struct packed *a, const struct packed *b)
{
	if (a->clock != b->clock)
		return a->clock < b->clock ? -1 : 1;
	int order = a->seat == b->seat ? 0 : strcmp(a->seat, b->seat);
	return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}
