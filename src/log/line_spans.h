/* SPDX-License-Identifier: MIT */
/* line_spans.h - a file cut into lines that hold and the byte ranges between them.
 *
 * Purpose     Goes through the bytes once and finds every line that holds by its checksum, also
 *             inside a line that does not: two that were glued, or one behind garbage.
 * Knows       lines and newlines; not what the pairs mean.
 * Invariants  The spans cover every byte, in order, each byte once.
 * Start at    line_spans_next().
 */
#ifndef LOG_LINE_SPANS_H
#define LOG_LINE_SPANS_H

#include "log/pairs.h"

struct line_span {
	bool holds;
	bool altered;    /* holds, in other bytes than we write */
	bool terminated; /* the line of the file that it stands in has its newline */
	size_t line;     /* 1-based */
	size_t start;
	size_t end;      /* with the newline, when it is the last of its line */
};

struct line_spans {
	const char *bytes;
	size_t len;
	size_t at;
	size_t line;
	bool inside;          /* a line that does not hold as a whole is being gone through */
	size_t line_end;      /* of that line, its newline not counted */
	size_t found;         /* what holds next in it begins here … */
	size_t found_end;     /* … and ends here; 0: nothing known */
	struct pairs pairs;   /* of the last span that holds; the caller may take values out */
};

void line_spans_init(struct line_spans *p, const char *bytes, size_t len);
/* Begins again with other bytes, and keeps the memory. */
void line_spans_restart(struct line_spans *p, const char *bytes, size_t len);
void line_spans_release(struct line_spans *p);
bool line_spans_next(struct line_spans *p, struct line_span *out);

#endif
