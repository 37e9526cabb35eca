/* SPDX-License-Identifier: MIT */
/* secret_file.h - secret.yaml of a session folder: read, made, replaced by a merge.
 *
 * Purpose     32 random bytes beside agenda.yaml, in two lines: `roundtable: secret/1` and
 *             `secret: "64 hex digits"`. A session without the file, or with a damaged one, opens
 *             all the same: its secret is then derived from the session's id.
 * Knows       the file, not the use of the secret.
 * Invariants  A file that is there is never overwritten but by secret_replace(). A reader sees the
 *             file whole or not at all, and of two makers at once both get the secret of the first.
 * Start at    secret_load(), secret_put().
 */
#ifndef STORE_SECRET_FILE_H
#define STORE_SECRET_FILE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/secret.h"

#define SECRET_FILE "secret.yaml"

enum secret_state {
	SECRET_KEPT,    /* read from the file */
	SECRET_MISSING, /* the session is an older one */
	SECRET_DAMAGED, /* the file is not one that this program writes */
	SECRET_UNREAD   /* a read error, which may pass, or a permission */
};

/* Room for the reason why a file is damaged or unread. */
enum { SECRET_WHY_SIZE = 128 };

/* Reads the folder's secret. *out is filled in any case: unless the file is kept, with the secret
 * derived from the session's id (NULL counts as an empty one). `why` says what is wrong; "" nothing.
 */
enum secret_state secret_load(struct secret *out, const char *folder, const char *session,
	char why[SECRET_WHY_SIZE]);

/* 32 new random bytes. False with errno when the machine gives none. */
bool secret_random(struct secret *out);
/* Adds the bytes of the file. */
void secret_write(struct buffer *out, const struct secret *secret);

/* Makes the file with that secret, unless there is one by now (false with errno EEXIST). */
bool secret_put(const char *folder, const struct secret *secret);
/* Makes the file or replaces the one that is there. False with errno. */
bool secret_replace(const char *folder, const struct secret *secret);

#endif
