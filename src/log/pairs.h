/* SPDX-License-Identifier: MIT */
/* pairs.h - the keys and values of one line, whatever they mean.
 *
 * Purpose     The shape that lines of log/ and of people/ share: `- {key: value, …, len: N, crc:
 *             "…"}`. Written in one form; read through libyaml in that form and in any other
 *             that is the same mapping.
 * Knows       YAML and checksums; nothing of events.
 * Owns        its values' texts; pairs_clear() gives them back and keeps the room.
 * Invariants  `len` and `crc` are never among the pairs. No key stands twice.
 * Start at    pairs_read(), line_begin().
 */
#ifndef LOG_PAIRS_H
#define LOG_PAIRS_H

#include "base/buffer.h"
#include "session/event.h"

enum { KEY_SIZE = 64, PAIRS_MOST = 256 };

struct pair {
	char key[KEY_SIZE];
	struct value value;
};

/* All zero is empty. */
struct pairs {
	struct pair *items;
	size_t count, room;
};

void pairs_release(struct pairs *p);
void pairs_clear(struct pairs *p);
/* Adds the pair and takes over the value. False, and the value freed, when the key is `len` or
 * `crc`, is there already, or is one too many. */
bool pairs_add(struct pairs *p, const char *key, struct value value);
/* The text of that key; NULL when there is none. Borrowed. */
const char *pairs_text(const struct pairs *p, const char *key);
bool pairs_truth(const struct pairs *p, const char *key);

/* Reads one line without its newline, through libyaml. False when it does not count; the pairs are
 * then empty. *altered tells that the bytes are not those that we write. */
bool pairs_read(struct pairs *out, const char *bytes, size_t len, bool *altered);

/* Writing: begin, the fields in their order, seal (which adds len, crc and the newline). */
struct line {
	struct buffer *out;
	size_t start;
	size_t fields;
};
struct line line_begin(struct buffer *out);
void line_key(struct line *l, const char *key);
void line_value(struct line *l, const char *key, const struct value *value);
/* A text field; a NULL text adds nothing. */
void line_text(struct line *l, const char *key, const char *text);
void line_number(struct line *l, const char *key, int64_t number);
void line_truth(struct line *l, const char *key, bool truth);
void line_seal(struct line *l);

/* The end of a line as we write it, `, len: N, crc: "xxxxxxxx"}`. */
struct tail {
	size_t body;  /* where it begins, which is what `len` should say */
	size_t says;  /* what `len` says */
	uint32_t crc;
};
bool tail_read(struct tail *out, const char *bytes, size_t len);
/* Does a line that ends in `tail` have, as its bytes are, the length and checksum that it says? */
bool tail_fits(const struct tail *tail, const char *bytes);

/* True for a key that may stand without quotes: every YAML reader takes it for a text. */
bool key_is_plain(const char *key, size_t len);

#endif
