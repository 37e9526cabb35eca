/* SPDX-License-Identifier: MIT */
/* decode.h - from the bytes of a terminal to keys.
 *
 * Purpose     Says which key the bytes are: UTF-8, control keys, the sequences of xterm and its
 * kin, rxvt and the Linux console, mouse reports, bracketed paste. It never waits: an incomplete
 * key stays until more has come or decoder_decide(). Knows       no curses, no sessions. Owns the
 * bytes that are not keys yet, and the last paste. Start at    decoder_next().
 */
#ifndef UI_DECODE_H
#define UI_DECODE_H

#include "base/buffer.h"
#include "ui/term/key.h"

struct decoder {
	struct buffer bytes; /* come, not taken yet */
	size_t at;
	bool decided;        /* nothing comes after them */
	bool pasting;
	struct buffer paste;
	long syncs;          /* CSI 7777 ~ */
};

void decoder_init(struct decoder *d);
void decoder_release(struct decoder *d);
void decoder_feed(struct decoder *d, const char *bytes, size_t len);
/* The next whole key; false when there is none. */
bool decoder_next(struct decoder *d, struct key *out);
bool decoder_partial(const struct decoder *d);
void decoder_decide(struct decoder *d);

#endif
