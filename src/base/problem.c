/* SPDX-License-Identifier: MIT */
/* problem.c - what is wrong, where, and what was expected. */
#include "base/problem.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { DEFAULT_LIMIT = 20 };

void problems_release(struct problems *p)
{
	for (size_t i = 0; i < p->count; i++)
		free(p->items[i].text);
	free(p->items);
	*p = (struct problems){.limit = p->limit};
}

static char *formatted(const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int need = vsnprintf(NULL, 0, format, again);
	va_end(again);
	char *text = mem_new((size_t)(need < 0 ? 0 : need) + 1, 1);
	vsnprintf(text, (size_t)(need < 0 ? 0 : need) + 1, format, args);
	return text;
}

static void note(struct problems *p, struct place place, bool is_error, const char *format,
	va_list args)
{
	if (is_error)
		p->errors++;
	if (p->count >= (p->limit ? p->limit : DEFAULT_LIMIT)) {
		p->dropped++;
		return;
	}
	p->items = array_room(p->items, p->count, &p->room, sizeof *p->items);
	p->items[p->count++] = (struct problem){place, is_error, formatted(format, args)};
}

bool problem(struct problems *p, struct place place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	note(p, place, true, format, args);
	va_end(args);
	return false;
}

void warning(struct problems *p, struct place place, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	note(p, place, false, format, args);
	va_end(args);
}

static bool is_before(const struct place *a, const struct place *b)
{
	return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* By insertion: stable, and there are never many. */
const struct problem *problems_unread(const struct problems *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->items[i].is_error && !p->items[i].place.line)
			return &p->items[i];
	return NULL;
}

void problems_sort(struct problems *p)
{
	for (size_t i = 1; i < p->count; i++) {
		struct problem moving = p->items[i];
		size_t at = i;

		for (; at && is_before(&moving.place, &p->items[at - 1].place); at--)
			p->items[at] = p->items[at - 1];
		p->items[at] = moving;
	}
}

static void print_safe(const char *text, FILE *out)
{
	for (; *text; text++)
		fputc((unsigned char)*text < 0x20 || *text == 0x7f ? '?' : *text, out);
}

void problems_print(const struct problems *p, FILE *out)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct problem *it = &p->items[i];

		print_safe(it->place.file ? it->place.file : "", out);
		if (it->place.line)
			fprintf(out, ":%zu:%zu", it->place.line, it->place.column);
		fputs(it->is_error ? ": error: " : ": warning: ", out);
		print_safe(it->text, out);
		fputc('\n', out);
	}
}

static void cut_at_character(char *text, size_t len)
{
	while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	text[len] = '\0';
}

static void fill(struct error *e, int status, const char *format, va_list args)
{
	char *text = formatted(format, args);
	size_t len = strlen(text);

	if (len >= sizeof e->text) {
		len = sizeof e->text - 1;
		cut_at_character(text, len);
		len = strlen(text);
	}
	memcpy(e->text, text, len + 1);
	e->status = status;
	free(text);
}

bool error_set(struct error *e, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(e, 1, format, args);
	va_end(args);
	return false;
}

bool error_status(struct error *e, int status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(e, status, format, args);
	va_end(args);
	return false;
}
