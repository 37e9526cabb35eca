/* SPDX-License-Identifier: MIT */
/* test_journal_recovery.c - damaged, torn and cut logs, a row each: what is read, and what is said.
 *
 * The last rows take a log of 200 events and change every single bit, and cut it at every byte: it
 * is never called whole, and no line that was not touched is lost from sight. */
#include "unit/cases.h"
#include "unit/sample_log.h"
#include "log/event_line.h"

#if defined(__SANITIZE_ADDRESS__)
#define IS_SLOW 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SLOW 1
#endif
#endif
#ifndef IS_SLOW
#define IS_SLOW 0
#endif

/* Of how many bits one is changed in the whole log: every one is in any case changed among the
 * lines around it. Of how many bytes inside a line the whole log is cut at one; where a line
 * begins and ends it is cut at every one. */
enum { BITS_STEP = IS_SLOW ? 251 : 5, CUTS_STEP = IS_SLOW ? 7 : 1 };

/* Every bit and every byte in the long form (./check --long) of a build without sanitizers, which take
 * ten times more of them there than in the short form. */
static size_t step_of(size_t step)
{
	if (!getenv("ROUNDTABLE_LONG"))
		return step;
	return IS_SLOW ? step / 10 + 1 : 1;
}

enum what { SMALL, BITS_AMONG_NEIGHBOURS, BITS_IN_WHOLE, CUTS };

/* Of SMALL: lines by number, with + of a group that goes on, ~ without its newline, ! with one byte
 * changed, / cut in the middle, | with the newline changed, ^ with a carriage return before it, %
 * of an unknown kind, $ of an unknown format. `-` is an empty line, `#` a comment. */
static const struct row {
	const char *name;
	enum what what;
	const char *input;
	const char *expected;
} rows[] = {
	{"an_empty_file", SMALL, "", ""},
	{"a_whole_log", SMALL, "1 2 3", "1 2 3"},
	{"a_last_line_without_its_newline", SMALL, "1 2 3~", "1 2 3 unended@3"},
	{"only_a_header_without_its_newline", SMALL, "1~", "1 unended@1"},
	{"a_torn_last_line", SMALL, "1 2 3/", "1 2 torn@3"},
	{"a_torn_header", SMALL, "1/", "torn@1"},
	{"a_damaged_line", SMALL, "1 2! 3", "1 3 damaged@2"},
	{"a_damaged_header", SMALL, "1! 2 3", "2 3 damaged@1"},
	{"a_damaged_last_line", SMALL, "1 2 3!", "1 2 damaged@3"},
	{"everything_damaged", SMALL, "1! 2! 3!", "damaged@1 damaged@2 damaged@3"},
	{"damage_and_a_torn_end", SMALL, "1 2! 3 4/", "1 3 damaged@2 torn@4"},
	{"two_lines_glued", SMALL, "1 2| 3 4", "1 2 3 4 damaged@2"},
	{"three_lines_glued", SMALL, "1 2| 3| 4", "1 2 3 4 damaged@2 damaged@2"},
	{"a_header_glued", SMALL, "1| 2", "1 2 damaged@1"},
	{"glued_to_a_damaged_one", SMALL, "1 2!| 3 4", "1 3 4 damaged@2"},
	{"a_damaged_one_glued_to_it", SMALL, "1 2| 3! 4", "1 2 4 damaged@2"},
	{"the_last_newline_changed", SMALL, "1 2 3|", "1 2 3 torn@3"},
	{"an_empty_line", SMALL, "1 - 2", "1 2 damaged@2"},
	{"a_comment", SMALL, "1 # 2", "1 2 damaged@2"},
	{"written_by_another_program", SMALL, "1 2^ 3", "1 2 3 altered@2"},
	{"a_line_is_missing", SMALL, "1 2 4", "1 2 4 damaged@3"},
	{"the_header_is_missing", SMALL, "2 3", "2 3 damaged@1"},
	{"a_log_that_goes_on_for_another", SMALL, "7h 8 9", "7 8 9"},
	{"a_line_twice", SMALL, "1 2 2 3", "1 2 3 damaged@3"},
	{"lines_out_of_order", SMALL, "1 3 2 4", "1 3 2 4 damaged@2 damaged@3"},
	{"a_whole_log_twice", SMALL, "1 2 3 1 2 3", "1 2 3 damaged@4 damaged@5 damaged@6"},
	{"a_group", SMALL, "1 2+ 3+ 4", "1 2 3 4"},
	{"a_group_that_does_not_end", SMALL, "1 2+ 3+", "1 open@2"},
	{"a_group_whose_last_line_is_torn", SMALL, "1 2+ 3/", "1 open@2 torn@3"},
	{"a_group_whose_last_newline_is_missing", SMALL, "1 2+ 3~", "1 2 3 unended@3"},
	{"a_group_that_ends_in_a_line_without_newline", SMALL, "1 2+ 3+~", "1 open@2"},
	{"a_group_with_a_damaged_middle", SMALL, "1 2+ 3!+ 4", "1 2 4 damaged@3"},
	{"a_group_whose_last_line_is_damaged", SMALL, "1 2+ 3+ 4!", "1 2 3 damaged@4"},
	{"a_group_whose_last_line_is_damaged_within", SMALL, "1 2+ 3! 4 5", "1 2 4 5 damaged@3"},
	{"a_group_after_a_group", SMALL, "1 2+ 3 4+ 5+", "1 2 3 open@4"},
	{"damage_before_an_open_group", SMALL, "1 2! 3+ 4+", "1 damaged@2 open@3"},
	{"an_altered_line_in_an_open_group", SMALL, "1 2+^", "1 open@2"},
	{"an_unknown_act", SMALL, "1 2% 3", "1 2 3 readonly"},
	{"an_unknown_format", SMALL, "1$ 2", "1 2 readonly"},

	{"every_bit_of_every_line_among_its_neighbours", BITS_AMONG_NEIGHBOURS, NULL, ""},
	{"bits_of_the_whole_log", BITS_IN_WHOLE, NULL, ""},
	{"cuts_at_every_byte", CUTS, NULL, ""},
};

static const char *const kind_names[] = {
	[FLAW_DAMAGED] = "damaged",
	[FLAW_TORN] = "torn",
	[FLAW_UNENDED] = "unended",
	[FLAW_OPEN_GROUP] = "open",
	[FLAW_ALTERED] = "altered",
};

/* One token of a SMALL row as a line. */
static void put_line(struct buffer *out, const char *token)
{
	char *marks;
	struct event *e;
	size_t start = out->len;
	int64_t seq = strtoll(token, &marks, 10);

	if (*token == '-' || *token == '#') {
		buffer_text(out, *token == '#' ? "# a comment\n" : "\n");
		return;
	}
	e = strchr(marks, 'h') ? sample_header(seq) : sample_event(seq == 1 ? 1 : seq + 3);
	e->seq = seq;
	if (e->kind == EVENT_NOTED && e->count && e->fields[e->count - 1].field == FIELD_MORE)
		e->count--;
	if (strchr(marks, '$'))
		event_set_text(e, FIELD_FORMAT, "log/2");
	if (strchr(marks, '%')) {
		e->kind = EVENT_UNKNOWN;
		e->unknown = mem_text("applaud");
	}
	if (strchr(marks, '+'))
		event_set_true(e, FIELD_MORE);
	line_write(out, e);
	event_free(e);
	if (strchr(marks, '!'))
		out->bytes[start + 30] ^= 1;
	if (strchr(marks, '/'))
		buffer_cut(out, start + (out->len - start) / 2);
	if (strchr(marks, '~'))
		buffer_cut(out, out->len - 1);
	if (strchr(marks, '|'))
		out->bytes[out->len - 1] = 'J';
	if (strchr(marks, '^'))
		buffer_insert(out, out->len - 1, "\r", 1);
}

static void small(struct buffer *out, const char *input)
{
	struct buffer log = BUFFER_EMPTY;
	struct log_reading r;
	char words[256];

	snprintf(words, sizeof words, "%s", input);
	for (char *rest, *word = strtok_r(words, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest))
		put_line(&log, word);
	log_read(&r, log.bytes, log.len, "rapporteur");
	for (size_t i = 0; i < r.count; i++)
		buffer_format(out, " %lld", (long long)r.events[i]->seq);
	for (size_t i = 0; i < r.flaw_count; i++)
		buffer_format(out, " %s@%zu", kind_names[r.flaws[i].kind], r.flaws[i].line);
	if (r.readonly)
		buffer_text(out, " readonly");
	if (out->len)
		buffer_remove(out, 0, 1);
	log_reading_release(&r);
	buffer_release(&log);
}

/* Are all numbers first..last there but `lost` (0: none may be)? */
static bool all_but(const struct log_reading *r, int64_t first, int64_t last, int64_t lost)
{
	size_t at = 0;

	for (int64_t seq = first; seq <= last; seq++) {
		bool is_there = at < r->count && r->events[at]->seq == seq;

		if (!is_there && seq != lost)
			return false;
		at += is_there;
	}
	return at == r->count;
}

/* Changes one bit and reads; false, with what is wrong in `out`, when it is not as promised. A
 * changed newline loses nothing at all. */
static bool change_bit(struct buffer *out, struct buffer *log, size_t at, int bit, int64_t first,
	int64_t last, int64_t line)
{
	struct log_reading r;
	bool was_newline = log->bytes[at] == '\n';

	log->bytes[at] ^= (char)(1 << bit);
	log_read(&r, log->bytes, log->len, "rapporteur");
	log->bytes[at] ^= (char)(1 << bit);
	bool good = r.flaw_count && all_but(&r, first, last, was_newline ? 0 : line);
	if (!good)
		buffer_format(out, "bit %d of byte %zu of line %lld: %s", bit, at, (long long)line,
			r.flaw_count ? "a good line is lost" : "called whole");
	log_reading_release(&r);
	return good;
}

/* The lines from one before `line` to two after it, with a header that makes them a log. */
static int64_t neighbours(struct buffer *out, int64_t line, size_t *start, int64_t *first)
{
	int64_t last = line + 2 < SAMPLE_EVENTS ? line + 2 : SAMPLE_EVENTS;

	while (last % 7 == 0 && last < SAMPLE_EVENTS)
		last++;
	*first = line > 2 ? line - 2 : 1;
	buffer_reset(out);
	for (int64_t seq = *first; seq <= last; seq++) {
		struct event *e = seq == *first ? sample_header(seq) : sample_event(seq);

		if (seq == line)
			*start = out->len;
		line_write(out, e);
		event_free(e);
	}
	return last;
}

static void bits_among_neighbours(struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;

	for (int64_t line = 1; line <= SAMPLE_EVENTS; line++) {
		size_t start = 0;
		int64_t first, last = neighbours(&log, line, &start, &first);
		const char *newline = memchr(log.bytes + start, '\n', log.len - start);
		size_t end = (size_t)(newline - log.bytes) + 1;

		for (size_t at = start; at < end && !out->len; at++)
			for (int bit = 0; bit < 8 && !out->len; bit++)
				change_bit(out, &log, at, bit, first, last, line);
	}
	buffer_release(&log);
}

static void bits_in_whole(struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;
	size_t starts[SAMPLE_EVENTS + 1];
	int64_t line = 1;

	sample_log(&log, starts);
	for (size_t i = 0; i < log.len * 8 && !out->len; i += step_of(BITS_STEP)) {
		while (i / 8 >= starts[line])
			line++;
		change_bit(out, &log, i / 8, (int)(i % 8), 1, SAMPLE_EVENTS, line);
	}
	buffer_release(&log);
}

/* A cut inside a line leaves those before it, and of a typed line all or nothing. At a line's end
 * it is a whole, shorter log, if a typed line ends there. */
static bool cut(struct buffer *out, const struct buffer *log, const size_t *starts, int64_t line,
	size_t at)
{
	struct log_reading r;
	int64_t whole = at + 1 == starts[line] ? line : line - 1;
	bool at_end = at == starts[line - 1];

	while (whole > 1 && whole % 7 == 0 && whole < SAMPLE_EVENTS)
		whole--;
	log_read(&r, log->bytes, at, "rapporteur");
	bool good =
		all_but(&r, 1, whole, 0) && (r.flaw_count > 0 || (at_end && whole == line - 1));
	if (!good)
		buffer_format(out, "cut at byte %zu in line %lld: %zu events stand, %s", at,
			(long long)line, r.count, r.flaw_count ? "not whole" : "called whole");
	log_reading_release(&r);
	return good;
}

static void cuts(struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;
	size_t starts[SAMPLE_EVENTS + 1];

	sample_log(&log, starts);
	for (int64_t line = 1; line <= SAMPLE_EVENTS; line++)
		for (size_t at = starts[line - 1]; at < starts[line] && !out->len; at++)
			if (at % step_of(CUTS_STEP) == 0 || at < starts[line - 1] + 6 ||
				at + 20 > starts[line])
				cut(out, &log, starts, line, at);
	buffer_release(&log);
}

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;

	switch (row->what) {
	case SMALL: small(&out, row->input); break;
	case BITS_AMONG_NEIGHBOURS: bits_among_neighbours(&out); break;
	case BITS_IN_WHOLE: bits_in_whole(&out); break;
	case CUTS: cuts(&out); break;
	}
	char shown[512];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
