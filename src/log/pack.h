/* SPDX-License-Identifier: MIT */
/* pack.h - from a line in our own form straight to a packed event.
 *
 * Purpose     Opening a session reads a million lines; those that we wrote ourselves take this way,
 *             which asks for no memory but what is kept. Any other line goes through pairs.h, and a
 *             differential fuzz test holds both to the same answer.
 * Knows       the shape of a line and the catalogue.
 * Start at    line_pack().
 */
#ifndef LOG_PACK_H
#define LOG_PACK_H

#include "session/packed.h"

/* Reads one line without its newline into the packer. False when the line does not hold or is in
 * another form than ours, or holds what the catalogue does not know: pairs_read() decides then. */
bool line_pack(struct packer *p, struct buffer *scratch, const char *bytes, size_t len,
	const char *seat);

#endif
