/* SPDX-License-Identifier: MIT */
/* line_spans.h - a file of lines cut into what holds and what does not.
 *
 * Purpose     Goes through the bytes once and finds every line that holds by its checksum, also
 *             inside a line that does not: two that were glued, or one behind garbage.
 * Knows       lines and newlines; not what the pairs mean.
 * Invariants  The pieces cover every byte, in order, each byte once.
 * Start at    pieces_next().
 */
#ifndef LOG_LINE_SPANS_H
#define LOG_LINE_SPANS_H

#include "log/pairs.h"

struct piece {
	bool holds;
	bool altered;    /* holds, in other bytes than we write */
	bool terminated; /* the line of the file that it stands in has its newline */
	size_t line;     /* 1-based */
	size_t start;
	size_t end;      /* with the newline, when it is the last of its line */
};

struct pieces {
	const char *bytes;
	size_t len;
	size_t at;
	size_t line;
	bool inside;          /* a line that does not hold as a whole is being gone through */
	size_t line_end;      /* of that line, its newline not counted */
	size_t found;         /* what holds next in it begins here … */
	size_t found_end;     /* … and ends here; 0: nothing known */
	struct pairs pairs;   /* of the last piece that holds; the reader may take values out */
};

void pieces_init(struct pieces *p, const char *bytes, size_t len);
/* Begins with other bytes. */
void pieces_again(struct pieces *p, const char *bytes, size_t len);
void pieces_release(struct pieces *p);
bool pieces_next(struct pieces *p, struct piece *out);

#endif
