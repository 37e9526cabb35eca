/* SPDX-License-Identifier: MIT */
/* node.c - from libyaml's events to a tree with places. */
#include "agenda/node.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/map.h"
#include "base/memory.h"
#include "text/text.h"

enum { PROBLEMS_MOST = 20 };

/* A list or mapping that is still open. */
struct level {
	struct node *node;
	struct map keys; /* of a mapping: the lines on which its keys stand */
	char *key;       /* read, its value not yet */
	struct place key_place;
	bool key_refused;
};

struct builder {
	struct document *document;
	struct problems *problems;
	const char *file;
	const char *bytes;
	size_t len;
	size_t errors_before;
	struct level levels[DEPTH_MOST];
	size_t depth;
	size_t documents;
	bool stopped; /* the tree is not whole */
	bool ended;
};

bool has_control(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return true;
		if (c == 0xc2 && i + 1 < len && (unsigned char)bytes[i + 1] < 0xa0)
			return true;
	}
	return false;
}

char *clean_text(const char *bytes, size_t len)
{
	struct buffer clean = BUFFER_EMPTY;

	text_clean(&clean, bytes, len);
	while (clean.len && clean.bytes[clean.len - 1] == ' ')
		buffer_cut(&clean, clean.len - 1);
	size_t from = strspn(clean.bytes, " ");
	char *text = mem_text_of(clean.bytes + from, clean.len - from);
	buffer_release(&clean);
	return text;
}

static struct place place_of(const struct builder *b, yaml_mark_t mark)
{
	return (struct place){b->file, mark.line + 1, mark.column + 1};
}

static void stop(struct builder *b)
{
	b->stopped = b->ended = true;
}

static struct node *node_new(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
	struct document *d = b->document;
	struct node *node = mem_new(1, sizeof *node);

	d->nodes = array_room(d->nodes, d->count, &d->room, sizeof(struct node *));
	d->nodes[d->count++] = node;
	node->kind = kind;
	node->place = place_of(b, mark);
	node->name = "the file";
	return node;
}

/* Puts the node where the next one belongs: the root, a list, or behind the key just read. */
static void attach(struct builder *b, struct node *node)
{
	if (!b->depth) {
		b->document->root = node;
		return;
	}
	struct level *level = &b->levels[b->depth - 1];
	struct node *parent = level->node;
	node->name = parent->name;
	node->in_list = parent->kind == NODE_LIST;
	if (level->key) {
		node->key = level->key;
		node->name = node->key;
		node->key_place = level->key_place;
		node->ignored = level->key_refused;
		level->key = NULL;
	}
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	parent->count++;
}

static bool is_key(const struct builder *b)
{
	return b->depth && b->levels[b->depth - 1].node->kind == NODE_MAPPING &&
		!b->levels[b->depth - 1].key;
}

static void take_key(struct builder *b, char *key, struct place at, bool plain)
{
	struct level *level = &b->levels[b->depth - 1];
	size_t line = map_get(&level->keys, key);

	level->key = key;
	level->key_place = at;
	level->key_refused = true;
	if (plain && strcmp(key, "<<") == 0)
		problem(b->problems, at,
			"unknown key '<<': merge keys are not read, write the keys out");
	else if (line != MAP_NONE)
		problem(b->problems, at, "key '%s' is given twice, first on line %zu", key, line);
	else
		level->key_refused = false;
	if (line == MAP_NONE)
		map_set(&level->keys, key, at.line);
}

/* Anchors and tags are refused wherever they stand. */
static void refuse_marks(struct builder *b, const yaml_char_t *anchor, const yaml_char_t *tag,
	yaml_mark_t mark)
{
	if (anchor)
		problem(b->problems, place_of(b, mark),
			"anchor '&%s' is not read, write the value out where it is wanted",
			(const char *)anchor);
	if (tag)
		problem(b->problems, place_of(b, mark), "a tag ('!…') is not read, leave it out");
}

static bool is_nothing(const char *text)
{
	return !*text || strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
		strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0;
}

static void take_scalar(struct builder *b, const yaml_event_t *event)
{
	const char *bytes = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;
	bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	bool bad = has_control(bytes, len);

	refuse_marks(b, event->data.scalar.anchor, event->data.scalar.tag, event->start_mark);
	if (bad)
		problem(b->problems, place_of(b, event->start_mark),
			"control character in a %s, write text only", is_key(b) ? "key" : "value");
	char *text = clean_text(bytes, len);
	if (is_key(b)) {
		take_key(b, text, place_of(b, event->start_mark), plain);
		b->levels[b->depth - 1].key_refused |= bad;
		return;
	}
	struct node *node = node_new(b, bad ? NODE_BAD : NODE_TEXT, event->start_mark);
	if (plain && is_nothing(text) && !bad)
		node->kind = NODE_EMPTY;
	node->text = text;
	attach(b, node);
}

static void take_alias(struct builder *b, const yaml_event_t *event)
{
	struct place at = place_of(b, event->start_mark);

	problem(b->problems, at, "alias '*%s' is not read, write the value out",
		(const char *)event->data.alias.anchor);
	if (!is_key(b)) {
		attach(b, node_new(b, NODE_BAD, event->start_mark));
		return;
	}
	struct level *level = &b->levels[b->depth - 1];
	level->key = mem_text("");
	level->key_place = at;
	level->key_refused = true;
}

static void open_level(struct builder *b, enum node_kind kind, yaml_mark_t mark)
{
	if (is_key(b)) {
		problem(b->problems, place_of(b, mark), "a key must be a word, not a %s",
			kind == NODE_LIST ? "list" : "mapping");
		stop(b);
		return;
	}
	if (b->depth == DEPTH_MOST) {
		problem(b->problems, place_of(b, mark), "nested too deep, at most %d levels",
			DEPTH_MOST);
		stop(b);
		return;
	}
	struct node *node = node_new(b, kind, mark);
	attach(b, node);
	b->levels[b->depth++] = (struct level){.node = node};
}

static void close_level(struct builder *b)
{
	struct level *level = &b->levels[--b->depth];

	map_release(&level->keys);
	free(level->key);
}

static void take_document(struct builder *b, const yaml_event_t *event)
{
	struct place at = place_of(b, event->start_mark);

	if (event->data.document_start.version_directive ||
		event->data.document_start.tag_directives.start !=
			event->data.document_start.tag_directives.end)
		problem(b->problems, at, "directives (%%YAML, %%TAG) are not read, leave them out");
	if (b->documents++) {
		problem(b->problems, at, "a second document begins here, an agenda is one");
		b->ended = true;
	}
}

static void take_event(struct builder *b, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT: take_document(b, event); return;
	case YAML_SCALAR_EVENT: take_scalar(b, event); return;
	case YAML_ALIAS_EVENT: take_alias(b, event); return;
	case YAML_SEQUENCE_START_EVENT:
		refuse_marks(b, event->data.sequence_start.anchor, event->data.sequence_start.tag,
			event->start_mark);
		open_level(b, NODE_LIST, event->start_mark);
		return;
	case YAML_MAPPING_START_EVENT:
		refuse_marks(b, event->data.mapping_start.anchor, event->data.mapping_start.tag,
			event->start_mark);
		open_level(b, NODE_MAPPING, event->start_mark);
		return;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT: close_level(b); return;
	case YAML_STREAM_END_EVENT: b->ended = true; return;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT: return;
	}
}

static struct place place_at_offset(const struct builder *b, size_t offset)
{
	struct place at = {b->file, 1, 1};

	for (size_t i = 0; i < offset && i < b->len; i++) {
		if (b->bytes[i] == '\n') {
			at.line++;
			at.column = 1;
		} else if (((unsigned char)b->bytes[i] & 0xc0) != 0x80) {
			at.column++;
		}
	}
	return at;
}

/* What people run into most has an answer of its own. */
static const char *hint(const struct builder *b, const yaml_parser_t *parser)
{
	size_t at = 0;

	if (parser->error != YAML_SCANNER_ERROR ||
		!strstr(parser->problem, "cannot start any token"))
		return "";
	for (size_t line = 0; at < b->len && line < parser->problem_mark.line; at++)
		line += b->bytes[at] == '\n';
	for (size_t column = 0; at < b->len && column < parser->problem_mark.column; at++)
		column += ((unsigned char)b->bytes[at] & 0xc0) != 0x80;
	if (at < b->len && b->bytes[at] == '\t')
		return "; indent with spaces, not with tabs";
	return "; put the value in quotes";
}

static void yaml_failed(struct builder *b, const yaml_parser_t *parser)
{
	const char *what = parser->problem ? parser->problem : "the file cannot be read";

	if (parser->error == YAML_MEMORY_ERROR)
		mem_out();
	stop(b);
	if (parser->error == YAML_READER_ERROR) {
		problem(b->problems, place_at_offset(b, parser->problem_offset),
			"not an agenda: %s", what);
		return;
	}
	problem(b->problems, place_of(b, parser->problem_mark), "not YAML: %s%s%s%s",
		parser->context ? parser->context : "", parser->context ? ", " : "", what,
		hint(b, parser));
}

static void take_all(struct builder *b, yaml_parser_t *parser)
{
	yaml_event_t event;

	while (!b->ended) {
		if (!yaml_parser_parse(parser, &event)) {
			yaml_failed(b, parser);
			return;
		}
		take_event(b, &event);
		yaml_event_delete(&event);
		if (b->problems->errors - b->errors_before >= PROBLEMS_MOST)
			stop(b);
	}
}

/* UTF-16 would be read by libyaml, with places that no editor shows. */
static bool is_utf16(const char *bytes, size_t len)
{
	return len >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

bool document_read(struct document *d, const char *bytes, size_t len, const char *file,
	struct problems *problems)
{
	struct builder b = {.document = d, .problems = problems, .file = file, .bytes = bytes,
		.len = len, .errors_before = problems->errors};
	struct place start = {file, 1, 1};
	yaml_parser_t parser;

	if (len > AGENDA_BYTES_MOST)
		return problem(
			problems, start, "larger than 256 KiB, the most that an agenda may be");
	if (is_utf16(bytes, len))
		return problem(problems, start, "not UTF-8, save the file in that encoding");
	if (!yaml_parser_initialize(&parser))
		mem_out();
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, len);
	take_all(&b, &parser);
	yaml_parser_delete(&parser);
	while (b.depth)
		close_level(&b);
	if (!b.stopped && !d->root)
		return problem(problems, start,
			"nothing in it, an agenda begins with 'roundtable: agenda/1'");
	return !b.stopped;
}

void document_release(struct document *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free(d->nodes[i]->key);
		free(d->nodes[i]->text);
		free(d->nodes[i]);
	}
	free(d->nodes);
	*d = (struct document){0};
}
