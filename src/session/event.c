/* SPDX-License-Identifier: MIT */
/* event.c - an event's fields: set, read, checked against the catalogue. */
#include "session/event.h"

#include <assert.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/word_list.h"

const struct event_info event_table[EVENT_KINDS] = {
#define EVENT(ident, name, properties, required, optional, help)                                   \
	{name, properties, required, optional, help},
#include "session/events.def"
#undef EVENT
};

const struct field_info field_table[FIELDS] = {
#define FIELD(ident, name, type, help) {name, VALUE_##type, help},
#include "session/fields.def"
#undef FIELD
};

static const char *const type_names[] = {
	[VALUE_TEXT] = "a text",
	[VALUE_NUMBER] = "a number",
	[VALUE_TRUTH] = "true or false",
	[VALUE_LIST] = "a list of texts",
	[VALUE_NUMBERS] = "a list of numbers",
	[VALUE_SEEN] = "numbers by seat",
};

/* A name of `len` bytes: the text may go on behind it, and any byte may be in it, a NUL too. */
static bool is_called(const char *is, const char *name, size_t len)
{
	return *is == *name && strlen(is) == len && memcmp(is, name, len) == 0;
}

enum event_kind event_kind_of(const char *name, size_t len)
{
	for (int i = 0; len && i < EVENT_KINDS; i++)
		if (is_called(event_table[i].name, name, len))
			return (enum event_kind)i;
	return EVENT_UNKNOWN;
}

/* Fields by the first letter of their names: a chain for each, FIELDS ends it. */
struct chains {
	uint8_t first[UCHAR_MAX + 1], next[FIELDS];
	bool made;
};

static const struct chains *field_chains(void)
{
	static struct chains chains;

	if (chains.made)
		return &chains;
	memset(chains.first, FIELDS, sizeof chains.first);
	for (int i = FIELDS; i-- > 0;) {
		unsigned char letter = (unsigned char)*field_table[i].name;

		chains.next[i] = chains.first[letter];
		chains.first[letter] = (uint8_t)i;
	}
	chains.made = true;
	return &chains;
}

enum field field_of(const char *name, size_t len)
{
	const struct chains *chains = field_chains();

	if (!len)
		return FIELD_UNKNOWN;
	for (unsigned i = chains->first[(unsigned char)*name]; i < FIELDS; i = chains->next[i])
		if (is_called(field_table[i].name, name, len))
			return (enum field)i;
	return FIELD_UNKNOWN;
}

enum event_kind event_kind_named(const char *name)
{
	return event_kind_of(name, strlen(name));
}

enum field field_named(const char *name)
{
	return field_of(name, strlen(name));
}

struct event *event_new(enum event_kind kind)
{
	struct event *e = mem_new(1, sizeof *e);

	e->kind = kind;
	return e;
}

void value_release(struct value *v)
{
	if (v->texts)
		for (size_t i = 0; i < v->count; i++)
			free(v->texts[i]);
	free(v->texts);
	free(v->numbers);
	free(v->text);
	*v = (struct value){0};
}

static struct value value_copy(const struct value *v)
{
	struct value copy = {.type = v->type, .number = v->number, .text = mem_text(v->text),
		.count = v->count};

	if (v->texts) {
		copy.texts = mem_new(v->count, sizeof *copy.texts);
		for (size_t i = 0; i < v->count; i++)
			copy.texts[i] = mem_text(v->texts[i]);
	}
	if (v->numbers) {
		copy.numbers = mem_new(v->count, sizeof *copy.numbers);
		memcpy(copy.numbers, v->numbers, v->count * sizeof *copy.numbers);
	}
	return copy;
}

void event_free(struct event *e)
{
	if (!e)
		return;
	for (size_t i = 0; i < e->count; i++) {
		free(e->fields[i].name);
		value_release(&e->fields[i].value);
	}
	free(e->fields);
	free(e->unknown);
	free(e);
}

struct event *event_copy(const struct event *e)
{
	struct event *copy = event_new(e->kind);

	*copy = *e;
	copy->lasting = false;
	copy->unknown = mem_text(e->unknown);
	copy->room = e->count;
	copy->fields = mem_new(e->count, sizeof *copy->fields);
	for (size_t i = 0; i < e->count; i++)
		copy->fields[i] = (struct field_value){e->fields[i].field,
			mem_text(e->fields[i].name), value_copy(&e->fields[i].value)};
	return copy;
}

static struct value *find(const struct event *e, enum field field)
{
	assert(field != FIELD_UNKNOWN);
	for (size_t i = 0; i < e->count; i++)
		if (e->fields[i].field == field)
			return &e->fields[i].value;
	return NULL;
}

static struct value *add(struct event *e, enum field field, char *name)
{
	e->fields = array_room(e->fields, e->count, &e->room, sizeof *e->fields);
	struct field_value *added = &e->fields[e->count++];
	added->field = field;
	added->name = name;
	return &added->value;
}

/* The field's value, empty and of its type. */
static struct value *fresh(struct event *e, enum field field)
{
	struct value *v = find(e, field);

	if (v)
		value_release(v);
	else
		v = add(e, field, NULL);
	v->type = field_table[field].type;
	return v;
}

void event_set_text(struct event *e, enum field field, const char *text)
{
	assert(field_table[field].type == VALUE_TEXT);
	if (!text)
		return;
	char *copy = mem_text(text); /* before the old one goes: it may be the same */
	fresh(e, field)->text = copy;
}

void event_set_number(struct event *e, enum field field, int64_t number)
{
	assert(field_table[field].type == VALUE_NUMBER);
	fresh(e, field)->number = number;
}

void event_set_true(struct event *e, enum field field)
{
	assert(field_table[field].type == VALUE_TRUTH);
	fresh(e, field)->number = 1;
}

void event_add_to_list(struct event *e, enum field field, const char *text)
{
	assert(field_table[field].type == VALUE_LIST);
	if (!text)
		return;
	struct value *v = find(e, field);
	if (!v)
		v = fresh(e, field);
	v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
	v->texts[v->count++] = mem_text(text);
}

void event_add_number(struct event *e, enum field field, int64_t number)
{
	assert(field_table[field].type == VALUE_NUMBERS);
	struct value *v = find(e, field);
	if (!v)
		v = fresh(e, field);
	v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
	v->numbers[v->count++] = number;
}

void event_set_seen(struct event *e, const char *seat, int64_t seq)
{
	struct value *v = find(e, FIELD_SEEN);

	if (!v)
		v = fresh(e, FIELD_SEEN);
	for (size_t i = 0; i < v->count; i++)
		if (strcmp(v->texts[i], seat) == 0) {
			v->numbers[i] = seq;
			return;
		}
	v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
	v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
	v->texts[v->count] = mem_text(seat);
	v->numbers[v->count++] = seq;
}

void event_take_field(struct event *e, enum field field, char *name, struct value value)
{
	struct value *v = field == FIELD_UNKNOWN ? NULL : find(e, field);

	if (v) {
		value_release(v);
		free(name);
	} else {
		v = add(e, field, name);
	}
	*v = value;
}

const struct value *event_value(const struct event *e, enum field field)
{
	const struct value *v = find(e, field);

	return v && v->type == field_table[field].type ? v : NULL;
}

const char *event_text(const struct event *e, enum field field)
{
	const struct value *v = event_value(e, field);

	return v && v->type == VALUE_TEXT ? v->text : NULL;
}

int64_t event_number(const struct event *e, enum field field, int64_t otherwise)
{
	const struct value *v = event_value(e, field);

	return v && v->type == VALUE_NUMBER ? v->number : otherwise;
}

bool event_truth(const struct event *e, enum field field)
{
	const struct value *v = event_value(e, field);

	return v && v->type == VALUE_TRUTH && v->number;
}

void event_id(const struct event *e, char out[ID_SIZE])
{
	char digits[24];
	size_t len = strlen(e->seat), at = sizeof digits;
	uint64_t number = e->seq < 0 ? 0 : (uint64_t)e->seq;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	memcpy(out, e->seat, len);
	out[len] = '-';
	memcpy(out + len + 1, digits + at, sizeof digits - at);
	out[len + 1 + sizeof digits - at] = '\0';
}

static bool has_type(const struct event *e, const struct field_value *f, struct error *error)
{
	const struct field_info *info;

	if (f->field == FIELD_UNKNOWN)
		return true;
	info = &field_table[f->field];
	return f->value.type == info->type ||
	       error_set(error, "'%s' of '%s' must be %s, not %s", info->name,
		       event_table[e->kind].name, type_names[info->type],
		       type_names[f->value.type]);
}

static bool is_allowed(const struct event *e, const struct field_value *f, struct error *error)
{
	const struct event_info *event = &event_table[e->kind];
	const char *name;

	if (f->field == FIELD_UNKNOWN || f->field == FIELD_SEEN || f->field == FIELD_MORE)
		return true;
	name = field_table[f->field].name;
	return words_have(event->required, name) || words_have(event->optional, name) ||
		error_set(error, "'%s' has no field '%s'", event->name, name);
}

static uint64_t read_required(enum event_kind kind)
{
	const char *at = event_table[kind].required, *name;
	uint64_t required = 0;
	size_t len;

	while ((name = word_next(&at, &len)) != NULL) {
		enum field field = field_of(name, len);

		assert(field != FIELD_UNKNOWN);
		required |= UINT64_C(1) << field;
	}
	return required;
}

uint64_t event_required(enum event_kind kind)
{
	static uint64_t required[EVENT_KINDS];
	static bool read[EVENT_KINDS];

	if (kind == EVENT_UNKNOWN)
		return 0;
	if (!read[kind]) {
		required[kind] = read_required(kind);
		read[kind] = true;
	}
	return required[kind];
}

/* Every required field is there. */
static bool has_required(const struct event *e, struct error *error)
{
	uint64_t required = event_required(e->kind);

	for (int i = 0; i < FIELDS; i++)
		if ((required >> i & 1) && !find(e, (enum field)i))
			return error_set(error, "'%s' lacks its field '%s'",
				event_table[e->kind].name, field_table[i].name);
	return true;
}

bool event_is_usable(const struct event *e, struct error *error)
{
	if (e->kind == EVENT_UNKNOWN)
		return true;
	for (size_t i = 0; i < e->count; i++)
		if (!has_type(e, &e->fields[i], error))
			return false;
	return has_required(e, error);
}

bool event_is_sound(const struct event *e, struct error *error)
{
	if (!event_is_usable(e, error))
		return false;
	for (size_t i = 0; i < e->count && e->kind != EVENT_UNKNOWN; i++)
		if (!is_allowed(e, &e->fields[i], error))
			return false;
	return true;
}

static int compared(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int event_compare(const struct event *a, const struct event *b)
{
	int order = compared(a->clock, b->clock);

	if (!order)
		order = strcmp(a->seat, b->seat);
	return order ? order : compared(a->seq, b->seq);
}
