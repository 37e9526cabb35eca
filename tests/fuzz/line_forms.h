/* SPDX-License-Identifier: MIT */
/* line_forms.h - one line of a log in our form, in another YAML form of the same mapping, and what
 * both mean, told by a second writer.
 *
 * Purpose     What the reader of lines is held to: written from the contract's §3, not from the code
 *             under test, of which it uses nothing but the checksum.
 * Owns        its buffers.
 * Start at    forms_take().
 */
#ifndef TESTS_FUZZ_LINE_FORMS_H
#define TESTS_FUZZ_LINE_FORMS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "fuzz/fuzz.h"

struct forms {
	struct buffer ours;    /* as we write it, without the newline */
	struct buffer other;   /* another form; its end is that of ours */
	struct buffer meaning; /* the pairs, in a form that only the same pairs have */
	bool holds;            /* false: a key stands twice, or is `len` or `crc` */
};

/* Draws keys, values and the other form from the input. */
void forms_take(struct forms *f, struct input *in);
void forms_release(struct forms *f);

/* Meaning: a key, and a value of each type. */
void meaning_key(struct buffer *out, const char *key);
void meaning_text(struct buffer *out, const char *text);
void meaning_number(struct buffer *out, int64_t number);

/* True when a code point stands raw in the bytes that never does (contract §3). */
bool has_raw(const char *bytes, size_t len);
/* True for a key that some reader of YAML takes for something else than a text. */
bool key_is_odd(const char *key);

#endif
