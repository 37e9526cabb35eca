/* SPDX-License-Identifier: MIT */
/* secret.h - the secret of a session.
 *
 * Purpose     32 random bytes from which crypto_kdf derives the keys that order what leaves the room.
 *             Who has an export but not the secret learns nothing from its order.
 */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

enum { SECRET_BYTES = 32 };

struct secret {
	unsigned char bytes[SECRET_BYTES];
};

#endif
