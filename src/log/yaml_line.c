/* SPDX-License-Identifier: MIT */
/* yaml_line.c - a line in any YAML form of its mapping: through libyaml's events, and only when
 * writing what was read gives the same end. */
#include "log/pairs.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/memory.h"
#include "base/number.h"

enum { ALTERED_BYTES_MOST = 1024 * 1024 };

struct yaml_line {
	yaml_parser_t parser;
	yaml_event_t event;
};

/* Steps to the next event. False at an error, or when it carries what no line has. */
static bool step(struct yaml_line *y)
{
	yaml_event_delete(&y->event);
	bool taken = yaml_parser_parse(&y->parser, &y->event);

	/* A line for which there is no memory is not one that does not hold. */
	if (!taken && y->parser.error == YAML_MEMORY_ERROR)
		mem_out();
	return taken;
}

static bool step_to(struct yaml_line *y, yaml_event_type_t type)
{
	return step(y) && y->event.type == type;
}

static bool is_bare_collection(const yaml_event_t *e)
{
	if (e->type == YAML_SEQUENCE_START_EVENT)
		return !e->data.sequence_start.anchor && !e->data.sequence_start.tag;
	return e->type == YAML_MAPPING_START_EVENT && !e->data.mapping_start.anchor &&
		!e->data.mapping_start.tag;
}

/* The text of a scalar without anchor, tag or NUL; NULL otherwise. Borrowed. */
static const char *bare_scalar(const yaml_event_t *e)
{
	if (e->type != YAML_SCALAR_EVENT || e->data.scalar.anchor || e->data.scalar.tag)
		return NULL;
	const char *text = (const char *)e->data.scalar.value;
	return strlen(text) == e->data.scalar.length ? text : NULL;
}

static bool is_null(const char *text)
{
	return !*text || strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
		strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0;
}

/* A scalar as a value. */
static bool scalar_value(const yaml_event_t *e, struct value *v)
{
	const char *text = bare_scalar(e);

	if (!text)
		return false;
	if (e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
		if (is_null(text))
			return false;
		v->type = VALUE_TRUTH;
		v->number = strcmp(text, "true") == 0;
		if (v->number || strcmp(text, "false") == 0)
			return true;
		v->type = VALUE_NUMBER;
		if (number_read(text, INT64_MIN, INT64_MAX, &v->number))
			return true;
	}
	v->type = VALUE_TEXT;
	v->text = mem_text(text);
	return true;
}

static bool add_scalar(struct value *v, const yaml_event_t *e)
{
	struct value item = {0};

	if (!scalar_value(e, &item))
		return false;
	if (!v->count && item.type == VALUE_NUMBER)
		v->type = VALUE_NUMBERS;
	if (v->type == VALUE_NUMBERS && item.type == VALUE_NUMBER) {
		v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
		v->numbers[v->count++] = item.number;
		return true;
	}
	if (v->type == VALUE_LIST && item.type == VALUE_TEXT) {
		v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
		v->texts[v->count++] = item.text;
		return true;
	}
	value_release(&item);
	return false;
}

static bool list_value(struct yaml_line *y, struct value *v)
{
	v->type = VALUE_LIST;
	while (step(y) && y->event.type != YAML_SEQUENCE_END_EVENT)
		if (!add_scalar(v, &y->event))
			return false;
	return y->event.type == YAML_SEQUENCE_END_EVENT;
}

static bool map_value(struct yaml_line *y, struct value *v)
{
	v->type = VALUE_SEEN;
	while (step(y) && y->event.type != YAML_MAPPING_END_EVENT) {
		const char *key = bare_scalar(&y->event);
		int64_t number;

		if (!key || strlen(key) >= KEY_SIZE)
			return false;
		v->texts = mem_resize(v->texts, v->count + 1, sizeof *v->texts);
		v->numbers = mem_resize(v->numbers, v->count + 1, sizeof *v->numbers);
		v->texts[v->count++] = mem_text(key);
		const char *text = step(y) ? bare_scalar(&y->event) : NULL;
		if (!text || y->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE ||
			!number_read(text, INT64_MIN, INT64_MAX, &number))
			return false;
		v->numbers[v->count - 1] = number;
	}
	return y->event.type == YAML_MAPPING_END_EVENT;
}

static bool any_value(struct yaml_line *y, struct value *v)
{
	if (!step(y))
		return false;
	if (!is_bare_collection(&y->event))
		return scalar_value(&y->event, v);
	return y->event.type == YAML_SEQUENCE_START_EVENT ? list_value(y, v) : map_value(y, v);
}

/* The pairs of the mapping up to `len`, after which nothing but `crc` may come. */
static bool mapping(struct yaml_line *y, struct pairs *out)
{
	while (step(y)) {
		char key[KEY_SIZE];
		struct value value = {0};
		const char *text = bare_scalar(&y->event);

		if (!text || strlen(text) >= sizeof key)
			return false;
		memcpy(key, text, strlen(text) + 1);
		if (!any_value(y, &value)) {
			value_release(&value);
			return false;
		}
		if (strcmp(key, "len") == 0) {
			value_release(&value);
			return step(y) && (text = bare_scalar(&y->event)) &&
				strcmp(text, "crc") == 0 && step_to(y, YAML_SCALAR_EVENT) &&
				step_to(y, YAML_MAPPING_END_EVENT);
		}
		if (!pairs_add(out, key, value))
			return false;
	}
	return false;
}

static bool document(struct yaml_line *y, struct pairs *out)
{
	if (!step_to(y, YAML_STREAM_START_EVENT) || !step_to(y, YAML_DOCUMENT_START_EVENT) ||
		!y->event.data.document_start.implicit)
		return false;
	if (!step_to(y, YAML_SEQUENCE_START_EVENT) || !is_bare_collection(&y->event) ||
		!step_to(y, YAML_MAPPING_START_EVENT) || !is_bare_collection(&y->event))
		return false;
	return mapping(y, out) && step_to(y, YAML_SEQUENCE_END_EVENT) &&
		step_to(y, YAML_DOCUMENT_END_EVENT) && step_to(y, YAML_STREAM_END_EVENT);
}

/* Does writing the pairs end in the same bytes from `, len:` on? *altered tells that some byte before
 * them differs. */
static bool ends_alike(const struct pairs *p, const struct tail *tail, const char *bytes, size_t len,
	bool *altered)
{
	struct buffer again = BUFFER_EMPTY;
	struct line l = line_begin(&again);
	struct tail ours = {0};

	for (size_t i = 0; i < p->count; i++)
		line_value(&l, p->items[i].key, &p->items[i].value);
	line_seal(&l);
	bool read = tail_read(&ours, again.bytes, again.len - 1);
	*altered = again.len != len + 1 || memcmp(again.bytes, bytes, len) != 0;
	buffer_release(&again);
	return read && ours.says == tail->says && ours.crc == tail->crc;
}

bool pairs_read(struct pairs *out, const char *bytes, size_t len, bool *altered)
{
	struct yaml_line y = {0};
	struct tail tail;
	size_t end = len;

	pairs_clear(out);
	*altered = true;
	while (end && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r'))
		end--;
	if (!tail_read(&tail, bytes, end) ||
		(end > ALTERED_BYTES_MOST && !tail_fits(&tail, bytes)))
		return false;
	if (!yaml_parser_initialize(&y.parser))
		mem_out();
	yaml_parser_set_encoding(&y.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&y.parser, (const unsigned char *)bytes, end);
	bool good = document(&y, out) && ends_alike(out, &tail, bytes, len, altered);
	yaml_event_delete(&y.event);
	yaml_parser_delete(&y.parser);
	if (!good)
		pairs_clear(out);
	return good;
}
