/* SPDX-License-Identifier: MIT */
/* near.c - how far apart two words are, and which known word was meant. */
#include "text/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Three rows of the table of distances, of which only the band about the diagonal is filled:
 * what lies outside takes more edits than are asked for. */
struct rows {
	int *before; /* the row before the last */
	int *last;
	int *row;
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

static bool is_swap(const char *a, const char *b, size_t i, size_t j)
{
	return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

/* Fills row i from column `from` to `to`; returns the least of it. */
static int fill_row(struct rows *r, const char *a, const char *b, size_t i, size_t from, size_t to)
{
	int lowest = r->row[from - 1];

	for (size_t j = from; j <= to; j++) {
		int edits = r->last[j - 1] + (a[i - 1] != b[j - 1]);

		edits = least(edits, least(r->last[j], r->row[j - 1]) + 1);
		if (is_swap(a, b, i, j))
			edits = least(edits, r->before[j - 2] + 1);
		r->row[j] = edits;
		lowest = least(lowest, edits);
	}
	return lowest;
}

static int distance_in_band(
	struct rows r, const char *a, size_t a_len, const char *b, size_t b_len, int most)
{
	size_t band = (size_t)most;

	for (size_t j = 0; j <= b_len; j++) {
		r.last[j] = j > band ? most + 1 : (int)j;
		r.before[j] = r.row[j] = most + 1;
	}
	for (size_t i = 1; i <= a_len; i++) {
		size_t from = i > band ? i - band : 1;
		size_t to = b_len < i + band ? b_len : i + band;

		r.row[from - 1] = from == 1 && i <= band ? (int)i : most + 1;
		if (fill_row(&r, a, b, i, from, to) > most)
			return most + 1;
		if (to < b_len)
			r.row[to + 1] = most + 1;
		int *free_row = r.before;
		r.before = r.last;
		r.last = r.row;
		r.row = free_row;
	}
	return least(r.last[b_len], most + 1);
}

int text_distance(const char *a, const char *b, int most)
{
	size_t a_len = strlen(a), b_len = strlen(b);
	size_t longest = a_len > b_len ? a_len : b_len;
	size_t apart = a_len > b_len ? a_len - b_len : b_len - a_len;

	if (most < 0 || apart > (size_t)most)
		return most + 1;
	int *room = mem_new(3 * (b_len + 1), sizeof *room);
	struct rows rows = {room, room + b_len + 1, room + 2 * (b_len + 1)};
	int bound = longest < (size_t)most ? (int)longest : most;
	int edits = distance_in_band(rows, a, a_len, b, b_len, bound);
	free(room);
	return edits;
}

enum { MOST_EDITS = 3, LEAST_PREFIX = 3 };

static size_t letters_in(const char *word)
{
	size_t letters = 0;

	for (; *word; word++)
		letters += ((unsigned char)*word & 0xc0) != 0x80;
	return letters;
}

/* Edits from the folded word to what may have been meant, `most` + 1 when it is not near. A
 * beginning of three letters counts as one edit. */
static int edits_to(const char *folded, size_t letters, const char *meant, int most)
{
	char *other = text_folded(meant);
	bool is_prefix = letters >= LEAST_PREFIX && text_match(folded, other) >= 3;
	int edits = text_distance(folded, other, most);

	free(other);
	return is_prefix ? least(edits, 1) : edits;
}

size_t text_nearest(const char *word, const char *const *words, size_t count)
{
	char *folded = text_folded(word);
	size_t len = strlen(folded), letters = letters_in(folded), found = SIZE_MAX;
	int third = len > 3 * MOST_EDITS ? MOST_EDITS : (int)(len / 3);
	int fewest = (third ? third : 1) + 1;

	/* One letter is no likeness: with an edit it would be any other. */
	if (letters < 2)
		fewest = 1;
	for (size_t i = 0; letters && i < count && fewest; i++) {
		int edits = edits_to(folded, letters, words[i], fewest - 1);

		if (edits >= fewest)
			continue;
		fewest = edits;
		found = i;
	}
	free(folded);
	return found;
}

const char *text_nearest_word(const char *word, word_list *list)
{
	size_t count = 0;

	while (list(count))
		count++;
	const char **words = mem_new(count + 1, sizeof *words);
	for (size_t i = 0; i < count; i++)
		words[i] = list(i);
	size_t near = text_nearest(word, words, count);
	free(words);
	return near == SIZE_MAX ? NULL : list(near);
}
