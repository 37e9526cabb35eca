/* SPDX-License-Identifier: MIT */
/* test_base_buffer.c - bytes put together by a few words each, and what they come to. */
#include "unit/cases.h"

#include "base/buffer.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* t: adds TEXT; f: adds a number by format; i / r: inserts XY / removes 2 at the digit that
 * follows; c: cuts to the digit that follows; z: empties; n: adds a NUL; m: adds 1000 dots; d: adds
 * one of the numbers. */
static const struct row {
	const char *name;
	const char *steps;
	const char *expected; /* bytes, NUL shown as 0, long ones by their length */
} rows[] = {
	{"nothing", "", ""},
	{"text", "t", "TEXT"},
	{"text_twice", "tt", "TEXTTEXT"},
	{"format", "tf", "TEXT=-42="},
	{"format_into_nothing", "f", "=-42="},
	{"format_over_what_was_room", "tttttttttttttttf" "c9", "TEXTTEXTT"},
	{"format_past_the_room", "tttttttttttttttff", "70 bytes"},
	{"numbers", "d0td1d2", "0TEXT42-7"},
	{"largest_number", "d3", "9223372036854775807"},
	{"smallest_number", "d4", "-9223372036854775808"},
	{"insert_at_the_start", "ti0", "XYTEXT"},
	{"insert_inside", "ti2", "TEXYXT"},
	{"insert_at_the_end", "ti4", "TEXTXY"},
	{"insert_into_nothing", "i0", "XY"},
	{"remove_at_the_start", "tr0", "XT"},
	{"remove_at_the_end", "tr2", "TE"},
	{"cut", "tc1", "T"},
	{"cut_to_nothing", "tc0", ""},
	{"cut_of_nothing", "c0", ""},
	{"cut_and_go_on", "tc1t", "TTEXT"},
	{"emptied_and_filled", "tzf", "=-42="},
	{"nul_inside", "tnt", "TEXT0TEXT"},
	{"grows", "m", "1000 bytes"},
	{"grows_from_what_is_there", "tmmt", "2008 bytes"},
	{"grows_by_inserting_before", "mi0", "1002 bytes"},
};

static void add_dots(struct buffer *b)
{
	char dots[1000];

	memset(dots, '.', sizeof dots);
	buffer_bytes(b, dots, sizeof dots);
}

static void step(struct buffer *b, const char *at)
{
	static const int64_t numbers[] = {0, 42, -7, INT64_MAX, INT64_MIN};
	size_t place = (size_t)(at[1] - '0');

	switch (*at) {
	case 't': buffer_text(b, "TEXT"); break;
	case 'f': buffer_format(b, "=%d%c", -42, '='); break;
	case 'd': buffer_number(b, numbers[place]); break;
	case 'i': buffer_insert(b, place, "XY", 2); break;
	case 'r': buffer_remove(b, place, 2); break;
	case 'c': buffer_cut(b, place); break;
	case 'z': buffer_reset(b); break;
	case 'n': buffer_char(b, '\0'); break;
	case 'm': add_dots(b); break;
	default: break;
	}
}

static void put_together(void **state)
{
	const struct row *row = *state;
	struct buffer b = BUFFER_EMPTY;
	char got[64] = "";

	for (const char *at = row->steps; *at; at++)
		step(&b, at);
	size_t len = b.len;
	char *bytes = buffer_take(&b);
	bool ends = bytes[len] == '\0' && b.len == 0 && b.bytes[0] == '\0';
	if (len < sizeof got)
		for (size_t i = 0; i < len; i++)
			got[i] = bytes[i] ? bytes[i] : '0';
	else
		snprintf(got, sizeof got, "%zu bytes", len);
	free(bytes);
	assert_true(ends);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, put_together)
