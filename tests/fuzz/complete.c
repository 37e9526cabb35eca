/* SPDX-License-Identifier: MIT */
/* complete.c - any bytes in the entry line with the cursor anywhere: what is offered is clean, fits
 * where it goes, and the line that comes of it can be typed. */
#include "fuzz/world.h"

#include <string.h>

#include "text/text.h"

enum { SUGGESTED_MOST = 4 };

static struct world world;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	world_open(&world);
	world_reset(&world);
	return 0;
}

/* The line with the offer in the place of what was being typed. */
static void take_offer(const char *line, size_t start, size_t cursor, const char *insert)
{
	struct context context = world_context(&world);
	struct buffer taken = BUFFER_EMPTY;
	struct command_result result;

	buffer_text(&taken, line);
	buffer_remove(&taken, start, cursor - start);
	buffer_insert(&taken, start, insert, strlen(insert));
	command_result_init(&result);
	command_read(&result, taken.bytes, taken.len, &context);
	command_result_release(&result);
	buffer_release(&taken);
}

static void look_at_offers(const struct completions *c, const char *line, size_t cursor)
{
	MUST(c->count <= sizeof c->items / sizeof *c->items);
	MUST(!c->count || c->start <= cursor);
	for (size_t i = 0; i < c->count; i++) {
		const struct completion *it = &c->items[i];

		MUST(it->insert && *it->insert && text_is_clean(it->insert, strlen(it->insert)));
		MUST(it->label && text_is_clean(it->label, strlen(it->label)));
		for (size_t k = 0; k < i; k++)
			MUST(strcmp(c->items[k].insert, it->insert) != 0);
		take_offer(line, c->start, cursor, it->insert);
	}
}

static void suggest(const char *line, size_t len)
{
	size_t themes[SUGGESTED_MOST];
	size_t count = themes_suggested(line, len, &world.session, themes, SUGGESTED_MOST);

	MUST(count <= SUGGESTED_MOST);
	for (size_t i = 0; i < count; i++)
		MUST(themes[i] < world.session.theme_count);
}

static void expand(const struct buffer *line)
{
	struct buffer text = BUFFER_EMPTY;

	buffer_bytes(&text, line->bytes, line->len);
	abbreviations_expand(&text, &world.session, SIZE_MAX);
	MUST(text_is_clean(text.bytes, text.len));
	buffer_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	struct buffer line = BUFFER_EMPTY;
	struct completions c = {0};
	size_t back = take_byte(&in);

	text_clean(&line, (const char *)in.bytes, in.len);
	size_t cursor = line.len;
	for (; back && cursor; back--)
		cursor = text_previous(line.bytes, line.len, cursor);
	struct context context = world_context(&world);
	completions_find(&c, line.bytes, cursor, &context);
	look_at_offers(&c, line.bytes, cursor);
	completions_release(&c);
	suggest(line.bytes, line.len);
	expand(&line);
	buffer_release(&line);
	return 0;
}
