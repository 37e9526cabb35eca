/* SPDX-License-Identifier: MIT */
/* sink.c - keys and values written as they come, as JSON or as YAML. */
#include "report/sink.h"

#include <assert.h>
#include <string.h>

#include "base/when.h"
#include "text/quote.h"

enum { BLOCK_LEVELS = 2 };

void sink_init(struct sink *s, struct buffer *out, bool yaml)
{
	*s = (struct sink){.out = out, .yaml = yaml};
}

/* True for a key that YAML takes for a text without quotes. */
static bool is_plain_key(const char *key)
{
	static const char *const taken[] = {"y", "n", "yes", "no", "on", "off", "true", "false",
		"null"};

	for (const char *at = key; *at; at++)
		if ((*at < 'a' || *at > 'z') && *at != '_')
			return false;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		if (*key == *taken[i] && strcmp(key, taken[i]) == 0)
			return false;
	return *key != '\0';
}

static void put_key(struct sink *s, const char *key)
{
	if (s->yaml && is_plain_key(key))
		buffer_text(s->out, key);
	else
		text_quote(s->out, key);
	buffer_char(s->out, ':');
}

/* Begins a line of a block: a newline when it is not the first, and its indent. */
static void begin_line(struct sink *s)
{
	size_t indent = 0;

	if (s->begun)
		buffer_char(s->out, '\n');
	s->begun = true;
	/* A list stands at the indent of its key. */
	for (size_t i = 0; i + 1 < s->depth; i++)
		indent += !s->levels[i + 1].list;
	for (size_t i = 0; i < indent; i++)
		buffer_text(s->out, "  ");
}

/* Everything of an entry but its value; `block`: the value begins on a line of its own. */
static void begin(struct sink *s, const char *key, bool block)
{
	if (!s->depth)
		return;
	struct sink_level *level = &s->levels[s->depth - 1];
	assert(level->list == !key);
	if (level->block)
		begin_line(s);
	else if (level->count)
		buffer_text(s->out, s->yaml ? ", " : ",");
	level->count++;
	if (level->block && level->list)
		buffer_text(s->out, "- ");
	if (key) {
		put_key(s, key);
		if (s->yaml && !block)
			buffer_char(s->out, ' ');
	}
}

static void open_level(struct sink *s, const char *key, bool list)
{
	bool outer = !s->depth || (s->levels[s->depth - 1].block && !s->levels[s->depth - 1].list);
	bool block = s->yaml && outer && (list || s->depth < BLOCK_LEVELS);

	assert(s->depth < SINK_DEPTH);
	begin(s, key, block);
	if (!block)
		buffer_char(s->out, list ? '[' : '{');
	s->levels[s->depth++] = (struct sink_level){.list = list, .block = block};
}

void sink_map(struct sink *s, const char *key)
{
	open_level(s, key, false);
}

void sink_list(struct sink *s, const char *key)
{
	open_level(s, key, true);
}

void sink_end(struct sink *s)
{
	struct sink_level level = s->levels[--s->depth];

	if (!level.block)
		buffer_char(s->out, level.list ? ']' : '}');
	else if (!level.count) {
		if (s->depth)
			buffer_char(s->out, ' ');
		buffer_text(s->out, level.list ? "[]" : "{}");
	}
	if (!s->depth)
		buffer_char(s->out, '\n');
}

void sink_text(struct sink *s, const char *key, const char *text)
{
	begin(s, key, false);
	if (text)
		text_quote(s->out, text);
	else
		buffer_text(s->out, "null");
}

void sink_word(struct sink *s, const char *key, const char *word)
{
	begin(s, key, false);
	if (s->yaml)
		buffer_text(s->out, word);
	else
		text_quote(s->out, word);
}

void sink_number(struct sink *s, const char *key, int64_t number)
{
	begin(s, key, false);
	buffer_number(s->out, number);
}

void sink_truth(struct sink *s, const char *key, bool truth)
{
	begin(s, key, false);
	buffer_text(s->out, truth ? "true" : "false");
}

void sink_moment(struct sink *s, const char *key, int64_t at)
{
	struct buffer text = BUFFER_EMPTY;

	if (at != NO_TIME)
		moment_write(&text, at);
	sink_text(s, key, at == NO_TIME ? NULL : text.bytes);
	buffer_release(&text);
}

void sink_null(struct sink *s, const char *key)
{
	sink_text(s, key, NULL);
}
