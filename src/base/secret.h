/* SPDX-License-Identifier: MIT */
/* secret.h - the secret of a session, which orders what leaves the room.
 *
 * Purpose     An export stands in an order keyed by this secret, so that its order says nothing of
 *             the order of speaking to anybody without the session folder. Each use takes a subkey
 *             of its own with libsodium's crypto_kdf_derive_from_key(); the secret itself is never
 *             a key and is never exported.
 * Knows       no files: journal/secret.h reads and makes the file that holds it.
 * Start at    struct secret.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

/* As many bytes as crypto_kdf_KEYBYTES. */
struct secret {
	unsigned char bytes[32];
};

#endif
