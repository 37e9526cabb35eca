/* SPDX-License-Identifier: MIT */
/* merge_folders.h - merge logs from laptops that worked separately.
 *
 * Purpose     `roundtable merge`: from another folder of the same session (or one in which a seat
 *             saved its lines when the session folder was lost, or a synchroniser's conflicting
 *             copies) takes what this one lacks, seat by seat, and says what came. Lines stay the
 *             bytes that they are: nothing is renumbered or written anew.
 * Knows       files and numbers, not what events mean.
 * Invariants  Nothing of INTO is lost or changed. Every file is written beside, synced and renamed;
 *             people before the logs that need them. Done twice, nothing comes the second time.
 * Start at    merge_check(), merge_folder().
 */
#ifndef SYNC_MERGE_FOLDERS_H
#define SYNC_MERGE_FOLDERS_H

#include "store/folder.h"

/* One seat of the other folder. */
struct merge_seat {
	char name[NAME_SIZE];
	size_t came;      /* events that INTO lacked */
	size_t had;       /* that it holds already */
	size_t aside;     /* that were set aside, from number `parts_at` on */
	size_t people;    /* lines of people/ that came */
	int64_t parts_at; /* the first number at which the two logs say different things; 0: none */
	bool held;        /* a running program has the seat: what is said to have come did not */
};

struct merge_result {
	struct merge_seat *seats; /* by name */
	size_t count, room;
	struct buffer said; /* lines: what became of the secret */
	struct buffer told; /* lines: forks, damage, unfinished ends, whatever wants a look */
};

/* May that folder be merged into this one? False, with status 1, when it is of another session or
 * was written by a newer program, and 3 when it cannot be read or is no such folder. */
bool merge_check(const char *into, const char *from, struct error *error);

/* Merges one folder that merge_check() let through; with `dry` says what would be done and changes
 * nothing. `from` may be `into` itself: the conflicting copies in it are taken. False, with status
 * 3, when something could not be read or written; what was merged until then stays, and another
 * run goes on. *out: merge_result_release() in any case. */
bool merge_folder(struct merge_result *out, const char *into, const char *from, bool dry,
	struct error *error);
void merge_result_release(struct merge_result *r);

#endif
