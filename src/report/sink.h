/* SPDX-License-Identifier: MIT */
/* sink.h - keys and values written as they come, as JSON or as YAML.
 *
 * Purpose     One way to say a shape, two ways to write it: compact JSON on one line, or YAML with
 *             the outer two levels as blocks and every row as a flow mapping.
 * Knows       nothing of what it writes.
 * Owns        nothing; it adds to a buffer of the caller's.
 * Invariants  Each map and list that is begun is ended. In a map every value has a key, in a list
 *             none has.
 * Start at    sink_init(), sink_map().
 */
#ifndef REPORT_SINK_H
#define REPORT_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { SINK_DEPTH = 8 };

struct sink_level {
	bool list;
	bool block;
	size_t count;
};

struct sink {
	struct buffer *out;
	bool yaml;
	bool begun;   /* a line has been begun */
	size_t depth;
	struct sink_level levels[SINK_DEPTH];
};

void sink_init(struct sink *s, struct buffer *out, bool yaml);
void sink_map(struct sink *s, const char *key);
void sink_list(struct sink *s, const char *key);
/* Ends the map or list; the outermost one ends with a newline. */
void sink_end(struct sink *s);
/* NULL is null. */
void sink_text(struct sink *s, const char *key, const char *text);
/* A fixed word of ours, which YAML may have plain. */
void sink_word(struct sink *s, const char *key, const char *word);
void sink_number(struct sink *s, const char *key, int64_t number);
void sink_truth(struct sink *s, const char *key, bool truth);
/* NO_TIME is null. */
void sink_moment(struct sink *s, const char *key, int64_t at);
void sink_null(struct sink *s, const char *key);

#endif
