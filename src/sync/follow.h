/* SPDX-License-Identifier: MIT */
/* follow.h - what other seats write while this one is open.
 *
 * Purpose     Tells when a log of another seat has grown, and takes what is new of it: whole lines
 *             only, and typed lines only whole (contract §3, Recovery: others take whole lines only).
 *             On file systems that give no notice (network, FUSE) there is no descriptor, and the
 *             caller asks every 250 ms.
 * Knows       the folder and its notices, not what events mean.
 * Owns        the notice descriptor.
 * Start at    follow_start(), follow_take().
 */
#ifndef SYNC_FOLLOW_H
#define SYNC_FOLLOW_H

#include "store/folder.h"

enum { FOLLOW_ASK_MS = 250 };

struct followed_people {
	char *name;  /* of the file under people/ */
	size_t size; /* bytes taken */
};

enum { FOLLOW_MARK = 4096 };

/* A log as it was when it was looked at last. */
struct followed_log {
	char seat[NAME_SIZE];
	int part;
	uint64_t device, inode; /* of the file that was taken from */
	uint64_t size;          /* and its size and times when it was looked at last */
	int64_t changed_s, changed_ns;
	size_t marked_at;       /* the last bytes taken, which end there … */
	size_t mark_len;        /* … at most FOLLOW_MARK of them … */
	uint32_t mark;          /* … and their CRC-32C */
	bool gone;              /* which has been told */
};

struct follower {
	int fd; /* readable when a log has changed; -1: ask every FOLLOW_ASK_MS */
	struct followed_people *people;
	size_t people_count, people_room;
	struct followed_log *logs;
	size_t log_count, log_room;
	char **copies; /* names of conflicting copies that were told */
	size_t copy_count, copy_room;
	struct buffer told; /* lines: what is odd about the files, since the caller reset it */
};

/* Never fails: without notices there is no descriptor. */
void follow_start(struct follower *f, const char *folder);
void follow_stop(struct follower *f);
/* Remembers the logs as they were loaded, so that an exchange is seen; those that are there but not
 * loaded are what is new. */
void follow_mark(struct follower *f, const struct loaded *l);
/* Empties the descriptor; true when a log but that of seat `own` (NULL: any) may have changed. */
bool follow_noticed(struct follower *f, const char *own);

/* Takes what seats other than `own` have written since `l` was loaded or this was last called:
 * people first, which go into l->agenda.people, then events, which are handed over in *events
 * (free() the array; the history takes the events), in the order of the fold. A file that cannot be
 * read now is read the next time. Returns how many.
 *
 * Lines that were taken stay. A log that got shorter, was removed or exchanged, a second line of a number
 * that is not the first, a conflicting copy: told in f->told, and not taken. */
size_t follow_take(struct follower *f, struct loaded *l, const char *own, struct event ***events);

#endif
