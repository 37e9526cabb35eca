/* SPDX-License-Identifier: MIT */
/* reserve.h - room on the disk that is kept for the last notes. Private to src/journal.
 *
 * Purpose     A hidden file of 256 KiB in the session folder, allocated for real, which is given
 *             back when the disk is full. The seats of a folder share it.
 * Start at    reserve_make(), reserve_spend().
 */
#ifndef JOURNAL_RESERVE_H
#define JOURNAL_RESERVE_H

#include <stdbool.h>

#define RESERVE_NAME ".reserve"

enum { RESERVE_BYTES = 256 * 1024 };

/* Makes it when it is not there and as much again would still be free. True when it is there. */
bool reserve_make(const char *folder);
/* Gives it back; true when there was one. */
bool reserve_spend(const char *folder);
/* True when so little is free that only the reserve can help. */
bool reserve_is_needed(const char *folder);
/* No room, or none for this user. */
bool reserve_may_help(int number);

#endif
