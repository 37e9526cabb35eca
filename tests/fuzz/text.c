/* SPDX-License-Identifier: MIT */
/* text.c - any bytes as text: cleaned, cut into clusters and words, measured, folded, matched. */
#include "fuzz/fuzz.h"

#include <locale.h>
#include <string.h>

#include "text/text.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

static void clean_is_clean(const struct buffer *text, const uint8_t *bytes, size_t len)
{
	struct buffer again = BUFFER_EMPTY;

	MUST(text_is_clean(text->bytes, text->len));
	MUST(text_is_clean((const char *)bytes, len) ==
		(text->len == len && memcmp(text->bytes, bytes, len) == 0));
	text_clean(&again, text->bytes, text->len);
	MUST(again.len == text->len && memcmp(again.bytes, text->bytes, text->len) == 0);
	buffer_release(&again);
}

/* Clusters cover the text; borders and widths agree with them. */
static void clusters(const char *text, size_t len)
{
	int width = 0;

	for (size_t at = 0; at < len;) {
		struct cluster c = cluster_read(text + at, len - at);

		MUST(c.len > 0 && at + c.len <= len);
		MUST(c.drawn <= c.len && c.width >= 0 && c.width <= 2);
		MUST((c.width > 0) == (c.drawn > 0));
		MUST(text_next(text, len, at) == at + c.len);
		MUST(text_previous(text, len, at + c.len) == at);
		width += c.width;
		at += c.len;
	}
	MUST(text_width(text, len) == width);
	MUST(text_next(text, len, len) == len && text_previous(text, len, 0) == 0);
}

static void words(const char *text, size_t len)
{
	for (size_t at = 0, next; at < len; at = next) {
		next = text_next_word(text, len, at);
		MUST(next > at && next <= len);
	}
	for (size_t at = len, back; at > 0; at = back) {
		back = text_previous_word(text, len, at);
		MUST(back < at);
	}
}

static void fits(const char *text, size_t len, int columns)
{
	struct buffer cut = BUFFER_EMPTY;
	int used = -1;
	size_t fit = text_fit(text, len, columns, &used);

	MUST(fit <= len && used <= columns && used == text_width(text, fit));
	used = text_cut(&cut, text, len, columns, false);
	MUST(used <= columns && used == text_width(cut.bytes, cut.len));
	MUST(text_is_clean(cut.bytes, cut.len));
	buffer_reset(&cut);
	MUST(text_cut(&cut, text, len, columns, true) <= columns);
	buffer_release(&cut);
	for (size_t at = 0; at < len;) {
		size_t row = text_wrap(text + at, len - at, columns + 1);

		MUST(row > 0 && at + row <= len);
		at += row;
	}
}

static void folds(const char *text, size_t len)
{
	struct buffer folded = BUFFER_EMPTY, again = BUFFER_EMPTY, id = BUFFER_EMPTY;

	text_fold(&folded, text, len);
	MUST(text_is_clean(folded.bytes, folded.len));
	MUST(!folded.len || (folded.bytes[0] != ' ' && folded.bytes[folded.len - 1] != ' '));
	text_fold(&again, folded.bytes, folded.len);
	MUST(strcmp(folded.bytes, again.bytes) == 0);
	text_id(&id, text, len);
	MUST(!id.len || text_is_id(id.bytes));
	if (folded.len) {
		MUST(text_match(folded.bytes, folded.bytes) == 4);
		MUST(text_has_keyword(folded.bytes, folded.bytes));
	}
	buffer_release(&folded);
	buffer_release(&again);
	buffer_release(&id);
}

/* The first half against the second. */
static void compares(char *text, size_t len)
{
	size_t half = text_next(text, len, len / 2);
	char *a = text_folded(text + half), was = text[half];
	text[half] = '\0';
	char *b = text_folded(text);
	text[half] = was;
	const char *const words[] = {a, b, "governance", "procurement"};

	int distance = text_distance(a, b, 3);
	MUST(distance >= 0 && distance <= 4 && distance == text_distance(b, a, 3));
	MUST((distance == 0) == (strcmp(a, b) == 0));
	MUST(text_match(a, b) >= 0 && text_match(a, b) <= 4);
	text_has_keyword(a, b);
	size_t near = text_nearest(a, words, 4);
	MUST(near == SIZE_MAX || near < 4);
	free(a);
	free(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct buffer text = BUFFER_EMPTY;
	struct input in = {bytes, len};
	int columns = (int)(take_byte(&in) % 32);

	text_clean(&text, (const char *)in.bytes, in.len);
	clean_is_clean(&text, in.bytes, in.len);
	clusters(text.bytes, text.len);
	words(text.bytes, text.len);
	fits(text.bytes, text.len, columns);
	folds(text.bytes, text.len);
	if (text.len)
		compares(text.bytes, text.len);
	buffer_release(&text);
	return 0;
}
