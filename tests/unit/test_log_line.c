/* SPDX-License-Identifier: MIT */
/* test_log_line.c - one line of a log, a row each: how text is quoted, which lines count and in
 * which form, and that what was read is written again byte for byte. */
#include "unit/cases.h"

#include "base/memory.h"
#include "log/log_reading.h"
#include "log/pairs.h"
#include "log/crc32c.h"
#include "text/quote.h"
#include "log/event_line.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "- {seq: 17, clock: 1776348202120, at: \"2026-04-16T14:03:22.120Z\", do: "
#define NOTE HEAD "\"note\", kind: \"point\", text: \"x\""
#define EXAMPLE                                                                                    \
	HEAD "\"note\", kind: \"point\", text: \"From request to approval takes 90 days\", "       \
	     "themes: [\"decision-cycles\"], by: \"p7\", item: \"dialogue\""

enum what {
	QUOTE, /* input is a text: expected is how it is quoted, and it comes back in a line */
	OWN,   /* input is a line without its end, which is made to fit */
	RAW,   /* input is a whole line */
	OTHER, /* input is another form of the line `same`, with the end of that */
	SUM    /* the checksum of the input */
};

static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected; /* of a line: own, altered or no */
	const char *same;
} rows[] = {
	{"checksum_of_nothing", SUM, "", "00000000", NULL},
	{"checksum_of_the_nine_digits", SUM, "123456789", "e3069283", NULL},
	{"checksum_of_one_letter", SUM, "a", "c1d04330", NULL},

	{"plain_text", QUOTE, "From request to approval", "\"From request to approval\"", NULL},
	{"no_text", QUOTE, "", "\"\"", NULL},
	{"a_quote", QUOTE, "the \"second\" one", "\"the \\\"second\\\" one\"", NULL},
	{"a_backslash", QUOTE, "a\\b", "\"a\\\\b\"", NULL},
	{"a_backslash_at_the_end", QUOTE, "a\\", "\"a\\\\\"", NULL},
	{"a_quote_after_a_backslash", QUOTE, "\\\"", "\"\\\\\\\"\"", NULL},
	{"a_newline", QUOTE, "a\nb", "\"a\\nb\"", NULL},
	{"a_tab", QUOTE, "a\tb", "\"a\\tb\"", NULL},
	{"a_carriage_return", QUOTE, "a\rb", "\"a\\u000db\"", NULL},
	{"an_escape_sequence", QUOTE, "\x1b[31m", "\"\\u001b[31m\"", NULL},
	{"the_first_control", QUOTE, "\x01", "\"\\u0001\"", NULL},
	{"delete", QUOTE, "\x7f", "\"\\u007f\"", NULL},
	{"next_line", QUOTE,
		"a\xc2\x85"
		"b",
		"\"a\\u0085b\"", NULL},
	{"the_last_control", QUOTE, "\xc2\x9f", "\"\\u009f\"", NULL},
	{"no_break_space_is_no_control", QUOTE, "\xc2\xa0", "\"\xc2\xa0\"", NULL},
	{"line_separator", QUOTE, "\xe2\x80\xa8", "\"\\u2028\"", NULL},
	{"paragraph_separator", QUOTE, "\xe2\x80\xa9", "\"\\u2029\"", NULL},
	{"byte_order_mark", QUOTE, "\xef\xbb\xbf", "\"\\ufeff\"", NULL},
	{"the_last_but_one_of_the_plane", QUOTE, "\xef\xbf\xbe", "\"\\ufffe\"", NULL},
	{"the_last_of_the_plane", QUOTE, "\xef\xbf\xbf", "\"\\uffff\"", NULL},
	{"the_replacement_character", QUOTE, "\xef\xbf\xbd", "\"\xef\xbf\xbd\"", NULL},
	{"french", QUOTE, "C\xc3\xb4te d\xe2\x80\x99Ivoire", "\"C\xc3\xb4te d\xe2\x80\x99Ivoire\"",
		NULL},
	{"arabic", QUOTE,
		"\xd8\xad\xd9\x81\xd8\xb8 \xd8\xa7\xd9\x84\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85",
		"\"\xd8\xad\xd9\x81\xd8\xb8 \xd8\xa7\xd9\x84\xd8\xb3\xd9\x84\xd8\xa7\xd9\x85\"",
		NULL},
	{"chinese", QUOTE, "\xe7\xbb\xb4\xe5\x92\x8c", "\"\xe7\xbb\xb4\xe5\x92\x8c\"", NULL},
	{"russian", QUOTE, "\xd0\xbc\xd0\xb8\xd1\x80", "\"\xd0\xbc\xd0\xb8\xd1\x80\"", NULL},
	{"greek", QUOTE, "\xce\xb5\xce\xb9\xcf\x81\xce\xae\xce\xbd\xce\xb7",
		"\"\xce\xb5\xce\xb9\xcf\x81\xce\xae\xce\xbd\xce\xb7\"", NULL},
	{"hindi", QUOTE, "\xe0\xa4\xb6\xe0\xa4\xbe\xe0\xa4\x82\xe0\xa4\xa4\xe0\xa4\xbf",
		"\"\xe0\xa4\xb6\xe0\xa4\xbe\xe0\xa4\x82\xe0\xa4\xa4\xe0\xa4\xbf\"", NULL},
	{"beyond_the_first_plane", QUOTE, "\xf0\x9f\x95\x8a", "\"\xf0\x9f\x95\x8a\"", NULL},
	{"the_last_code_point", QUOTE, "\xf4\x8f\xbf\xbf", "\"\xf4\x8f\xbf\xbf\"", NULL},
	{"what_looks_like_a_line", QUOTE, ", len: 5, crc: \"00000000\"}",
		"\", len: 5, crc: \\\"00000000\\\"}\"", NULL},
	{"what_looks_like_yaml", QUOTE, "- {a: [1, &x *x !!str # no",
		"\"- {a: [1, &x *x !!str # no\"", NULL},

	{"the_example_of_the_contract", RAW, EXAMPLE ", len: 196, crc: \"7db12db5\"}", "own", NULL},
	{"one_more_byte_than_it_says", RAW, EXAMPLE ", len: 197, crc: \"7db12db5\"}", "no", NULL},
	{"another_checksum", RAW, EXAMPLE ", len: 196, crc: \"7db12db4\"}", "no", NULL},
	{"an_upper_case_checksum", RAW, EXAMPLE ", len: 196, crc: \"7DB12DB5\"}", "no", NULL},
	{"no_checksum", RAW, EXAMPLE ", len: 196}", "no", NULL},
	{"no_end", RAW, EXAMPLE, "no", NULL},
	{"only_an_end", RAW, ", len: 0, crc: \"00000000\"}", "no", NULL},
	{"nothing", RAW, "", "no", NULL},
	{"a_comment", RAW, "# log", "no", NULL},
	{"something_after_the_end", RAW, EXAMPLE ", len: 196, crc: \"7db12db5\"} x", "no", NULL},
	{"a_space_after_the_end", RAW, EXAMPLE ", len: 196, crc: \"7db12db5\"} ", "altered", NULL},
	{"a_carriage_return_after_the_end", RAW, EXAMPLE ", len: 196, crc: \"7db12db5\"}\r",
		"altered", NULL},

	{"a_note", OWN, NOTE, "own", NULL},
	{"a_number", OWN, HEAD "\"limit\", limit: 180000", "own", NULL},
	{"a_number_below_nothing", OWN, HEAD "\"clock\", step: -3600000", "own", NULL},
	{"the_smallest_number", OWN, HEAD "\"clock\", step: -9223372036854775808", "own", NULL},
	{"a_number_too_large", OWN, HEAD "\"clock\", step: 9223372036854775808", "no", NULL},
	{"a_zero_before_a_number", OWN, HEAD "\"clock\", step: 07", "no", NULL},
	{"minus_nothing", OWN, HEAD "\"clock\", step: -0", "no", NULL},
	{"a_fraction", OWN, HEAD "\"clock\", step: 1.5", "no", NULL},
	{"true", OWN, NOTE ", off-record: true", "own", NULL},
	{"false", OWN, NOTE ", off-record: false", "own", NULL},
	{"maybe", OWN, NOTE ", off-record: maybe", "no", NULL},
	{"a_list_of_texts", OWN, NOTE ", themes: [\"a\", \"b\"]", "own", NULL},
	{"an_empty_list", OWN, NOTE ", themes: []", "own", NULL},
	{"a_list_of_numbers", OWN, HEAD "\"undo\", undoes: [4, 5, 6]", "own", NULL},
	{"an_empty_list_of_numbers", OWN, HEAD "\"undo\", undoes: []", "own", NULL},
	{"a_list_of_both", OWN, NOTE ", themes: [\"a\", 1]", "no", NULL},
	{"a_list_with_nothing_between_commas", OWN, NOTE ", themes: [\"a\", , \"b\"]", "no", NULL},
	{"a_list_in_a_list", OWN, NOTE ", themes: [[\"a\"]]", "no", NULL},
	{"numbers_by_seat", OWN, NOTE ", seen: {facilitator: 41, script: 3}", "own", NULL},
	{"no_numbers_by_seat", OWN, NOTE ", seen: {}", "own", NULL},
	{"a_seat_that_yaml_takes_for_false", OWN, NOTE ", seen: {\"no\": 41}", "own", NULL},
	{"the_same_without_quotes", OWN, NOTE ", seen: {no: 41}", "no", NULL},
	{"quotes_that_are_not_needed", OWN, NOTE ", seen: {\"script\": 41}", "no", NULL},
	{"texts_by_seat", OWN, NOTE ", seen: {script: \"a\"}", "no", NULL},
	{"more_to_come", OWN, NOTE ", more: true", "own", NULL},
	{"more_in_the_middle", OWN, NOTE ", more: true, by: \"p1\"", "no", NULL},
	{"an_unknown_act", OWN, HEAD "\"applaud\", loud: true", "own", NULL},
	{"unknown_fields_of_every_type", OWN,
		NOTE ", x: \"a\", y1: 5, z: false, list: [\"a\"], numbers: [1], map: {a: 1}", "own",
		NULL},
	{"an_unknown_field_that_needs_quotes", OWN, NOTE ", \"\xc3\xa9t\xc3\xa9\": 5", "own", NULL},
	{"a_field_that_is_null", OWN, NOTE ", by: null", "no", NULL},
	{"a_field_without_a_value", OWN, NOTE ", by: ", "no", NULL},
	{"a_field_twice", OWN, NOTE ", text: \"y\"", "no", NULL},
	{"seq_twice", OWN, NOTE ", seq: 18", "no", NULL},
	{"its_own_length_as_a_field", OWN, NOTE ", len: 5", "no", NULL},
	{"fields_in_another_order", OWN,
		"- {clock: 5, seq: 17, at: \"2026-04-16T14:03:22.120Z\", do: \"note\"", "no", NULL},
	{"number_nought", OWN,
		"- {seq: 0, clock: 5, at: \"2026-04-16T14:03:22.120Z\", do: \"note\"", "no", NULL},
	{"a_clock_below_nothing", OWN,
		"- {seq: 1, clock: -5, at: \"2026-04-16T14:03:22.120Z\", do: \"note\"", "no", NULL},
	{"a_time_without_milliseconds", OWN,
		"- {seq: 1, clock: 5, at: \"2026-04-16T14:03:22Z\", do: \"note\"", "no", NULL},
	{"a_time_in_another_zone", OWN,
		"- {seq: 1, clock: 5, at: \"2026-04-16T14:03:22.120+00:00\", do: \"note\"", "no",
		NULL},
	{"the_thirtieth_of_february", OWN,
		"- {seq: 1, clock: 5, at: \"2026-02-30T14:03:22.120Z\", do: \"note\"", "no", NULL},
	{"no_act", OWN, HEAD "\"\"", "no", NULL},
	{"invalid_utf8", OWN, NOTE ", by: \"\xff\"", "no", NULL},
	{"an_overlong_form", OWN, NOTE ", by: \"\xc0\xaf\"", "no", NULL},
	{"half_of_a_pair", OWN, NOTE ", by: \"\xed\xa0\x80\"", "no", NULL},
	{"beyond_the_last_code_point", OWN, NOTE ", by: \"\xf4\x90\x80\x80\"", "no", NULL},
	{"a_raw_control", OWN, NOTE ", by: \"\x01\"", "no", NULL},
	{"a_raw_line_separator", OWN, NOTE ", by: \"\xe2\x80\xa8\"", "no", NULL},
	{"an_escape_that_is_not_needed", OWN, NOTE ", by: \"\\u0041\"", "no", NULL},
	{"an_escaped_nul", OWN, NOTE ", by: \"\\u0000\"", "no", NULL},
	{"a_newline_by_its_number", OWN, NOTE ", by: \"\\u000a\"", "no", NULL},
	{"a_space_too_many", OWN, NOTE ",  by: \"p1\"", "no", NULL},
	{"no_space", OWN, NOTE ",by: \"p1\"", "no", NULL},

	{"spaces_between", OTHER,
		"-   { seq:  17 , clock: 1776348202120, at: \"2026-04-16T14:03:22.120Z\", do: "
		"\"note\", "
		"kind: \"point\", text: \"x\"",
		"altered", NOTE},
	{"plain_texts", OTHER,
		"- {seq: 17, clock: 1776348202120, at: \"2026-04-16T14:03:22.120Z\", do: note, "
		"kind: point, text: x",
		"altered", NOTE},
	{"single_quotes_and_quoted_keys", OTHER,
		"- {'seq': 17, \"clock\": 1776348202120, at: '2026-04-16T14:03:22.120Z', do: "
		"'note', "
		"kind: 'point', text: 'x'",
		"altered", NOTE},
	{"a_list_in_other_words", OTHER, NOTE ", themes: [ a , 'b' ]", "altered",
		NOTE ", themes: [\"a\", \"b\"]"},
	{"numbers_in_other_words", OTHER, HEAD "undo, undoes: [4,5,  6]", "altered",
		HEAD "\"undo\", undoes: [4, 5, 6]"},
	{"seats_in_other_words", OTHER, NOTE ", seen: {'facilitator':  41}", "altered",
		NOTE ", seen: {facilitator: 41}"},
	{"another_escape_of_the_same", OTHER, HEAD "\"note\", kind: \"point\", text: \"\\x78\"",
		"altered", NOTE},
	{"another_text", OTHER, HEAD "\"note\", kind: \"point\", text: \"y\"", "no", NOTE},
	{"a_number_as_a_text", OTHER, HEAD "\"limit\", limit: \"5\"", "no",
		HEAD "\"limit\", limit: 5"},
	{"an_anchor", OTHER, HEAD "\"note\", kind: &a \"point\", text: \"x\"", "no", NOTE},
	{"an_alias", OTHER, HEAD "\"note\", kind: \"point\", text: *a", "no", NOTE},
	{"a_tag", OTHER, HEAD "\"note\", kind: !!str \"point\", text: \"x\"", "no", NOTE},
	{"a_mapping_that_is_no_item", OTHER,
		"{seq: 17, clock: 1776348202120, at: \"2026-04-16T14:03:22.120Z\", do: \"note\", "
		"kind: \"point\", text: \"x\"",
		"no", NOTE},
	{"an_item_in_an_item", OTHER, "- " NOTE, "no", NOTE},
	{"a_document_that_begins", OTHER, "--- " NOTE, "no", NOTE},
	{"nesting_without_end", OTHER, "- {a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
		"no", NOTE},
};

static void seal(struct buffer *line, const char *body)
{
	buffer_format(line, ", len: %zu, crc: \"%08" PRIx32 "\"}", strlen(body),
		crc32c(body, strlen(body)));
}

/* own, altered or no: read, written again and compared. */
static void judge(struct buffer *out, const char *line, const char *canonical)
{
	struct pairs pairs = {0};
	struct buffer again = BUFFER_EMPTY;
	bool altered = false;
	struct event *e = line_read(line, strlen(line), "rapporteur");

	bool holds = pairs_read(&pairs, line, strlen(line), &altered);
	pairs_release(&pairs);
	if (!e) {
		buffer_text(out, "no");
		return;
	}
	line_write(&again, e);
	buffer_cut(&again, again.len - 1);
	if (!holds)
		buffer_text(out, "an event of a line that does not hold");
	else if (altered)
		buffer_text(out, "altered");
	else
		buffer_text(out, "own");
	if (strcmp(again.bytes, canonical ? canonical : line) != 0 && !(altered && !canonical))
		buffer_format(out, ", but written as %s", again.bytes);
	event_free(e);
	buffer_release(&again);
}

static void quote(struct buffer *out, const char *text)
{
	struct event *e = event_new(EVENT_NOTED);
	struct buffer line = BUFFER_EMPTY;

	text_quote(out, text);
	e->seq = e->clock = 1;
	event_set_text(e, FIELD_TEXT, text);
	line_write(&line, e);
	event_free(e);
	e = line_read(line.bytes, line.len - 1, "rapporteur");
	if (!e || !same_text(event_text(e, FIELD_TEXT), text))
		buffer_text(out, ", which does not come back");
	event_free(e);
	buffer_release(&line);
}

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY, line = BUFFER_EMPTY, same = BUFFER_EMPTY;

	buffer_text(&line, row->input);
	switch (row->what) {
	case QUOTE: quote(&out, row->input); break;
	case OWN:
		seal(&line, row->input);
		judge(&out, line.bytes, NULL);
		break;
	case RAW: judge(&out, line.bytes, NULL); break;
	case OTHER:
		buffer_text(&same, row->same);
		seal(&same, row->same);
		seal(&line, row->same);
		judge(&out, line.bytes, same.bytes);
		break;
	case SUM:
		buffer_format(&out, "%08" PRIx32, crc32c(row->input, strlen(row->input)));
		break;
	}
	char shown[1024];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	buffer_release(&line);
	buffer_release(&same);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
