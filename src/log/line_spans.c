/* SPDX-License-Identifier: MIT */
/* line_spans.c - the lines of a file that hold, and the byte ranges between them. */
#include "log/line_spans.h"

#include <string.h>

void line_spans_init(struct line_spans *p, const char *bytes, size_t len)
{
	*p = (struct line_spans){.bytes = bytes, .len = len, .line = 1};
}

void line_spans_restart(struct line_spans *p, const char *bytes, size_t len)
{
	struct pairs pairs = p->pairs;

	line_spans_init(p, bytes, len);
	p->pairs = pairs;
}

void line_spans_release(struct line_spans *p)
{
	pairs_release(&p->pairs);
}

/* The end of the line that begins at `at`, its newline not counted. */
static size_t line_end(const struct line_spans *p, size_t at)
{
	const char *newline = memchr(p->bytes + at, '\n', p->len - at);

	return newline ? (size_t)(newline - p->bytes) : p->len;
}

/* Is it a line in the bytes that we write? */
static bool is_own_line(struct line_spans *p, const char *start, const char *end, const struct tail *tail)
{
	struct tail whole = {tail->says, tail->says, tail->crc};
	bool altered;

	return tail_fits(&whole, start) &&
		pairs_read(&p->pairs, start, (size_t)(end - start), &altered) && !altered;
}

/* Finds a line that holds in [at, line_end): its `len` tells where it began. */
static bool find_inside(struct line_spans *p)
{
	static const char mark[] = ", len: ", end[] = "\"}";
	const char *line = p->bytes + p->line_end, *from = p->bytes + p->at;

	while ((from = memmem(from, (size_t)(line - from), mark, sizeof mark - 1)) != NULL) {
		const char *close = memmem(from, (size_t)(line - from), end, sizeof end - 1);
		struct tail tail;

		if (!close)
			return false;
		close += sizeof end - 1;
		size_t body = (size_t)(from - (p->bytes + p->at));
		if (tail_read(&tail, from, (size_t)(close - from)) && tail.says <= body &&
			is_own_line(p, from - tail.says, close, &tail)) {
			p->found = (size_t)(from - p->bytes) - tail.says;
			p->found_end = (size_t)(close - p->bytes);
			return true;
		}
		from += sizeof mark - 1;
	}
	return false;
}

/* Gives the span from `at` to `end`, and goes on behind it. */
static void give(struct line_spans *p, struct line_span *out, size_t end, bool holds)
{
	*out = (struct line_span){.holds = holds, .terminated = p->line_end < p->len, .line = p->line,
		.start = p->at, .end = end};
	p->at = end;
	if (end < p->line_end)
		return;
	p->inside = false;
	p->line++;
	if (out->terminated)
		out->end = ++p->at;
}

static void next_inside(struct line_spans *p, struct line_span *out)
{
	if (!p->found_end && !find_inside(p)) {
		give(p, out, p->line_end, false);
		return;
	}
	if (p->found > p->at) {
		give(p, out, p->found, false);
		return;
	}
	size_t end = p->found_end;
	p->found_end = 0;
	give(p, out, end, true);
}

bool line_spans_next(struct line_spans *p, struct line_span *out)
{
	bool altered;

	if (p->at >= p->len)
		return false;
	if (!p->inside) {
		p->line_end = line_end(p, p->at);
		if (pairs_read(&p->pairs, p->bytes + p->at, p->line_end - p->at, &altered)) {
			give(p, out, p->line_end, true);
			out->altered = altered;
			return true;
		}
		p->inside = true;
		p->found_end = 0;
	}
	next_inside(p, out);
	return true;
}
