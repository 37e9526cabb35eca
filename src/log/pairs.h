/* SPDX-License-Identifier: MIT */
/* pairs.h - the keys and values of one line, whatever they mean.
 *
 * Purpose     The shape that lines of log/ and of people/ share: `- {key: value, …, len: N, crc:
 *             "…"}`. Written in one form; read strictly in that form, or through libyaml in any
 *             other that is the same mapping.
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

/* Reads one line without its newline. False when it does not count; the pairs are then empty.
 * *altered tells that the bytes are not those that we write. */
bool pairs_read(struct pairs *out, const char *bytes, size_t len, bool *altered);
/* The two ways: exactly our form, and any other. */
bool pairs_scan(struct pairs *out, const char *bytes, size_t len);
bool pairs_parse(struct pairs *out, const char *bytes, size_t len);

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

/* What a text that begins at *at means, up to its closing quote, after which *at then is. False when
 * it has none before `end` or is not as we write it. Adds to `out`, then too. */
bool text_scan(struct buffer *out, const char **at, const char *end);

/* True for a key that may stand without quotes: every YAML reader takes it for a text. */
bool key_is_plain(const char *key, size_t len);

/* What a value owns, given back. */
void value_free(struct value *v);

#endif
