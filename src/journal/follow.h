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
#ifndef JOURNAL_FOLLOW_H
#define JOURNAL_FOLLOW_H

#include "journal/folder.h"

enum { FOLLOW_ASK_MS = 250 };

struct followed_people {
	char *name;  /* of the file under people/ */
	size_t size; /* bytes taken */
};

struct follower {
	int fd; /* readable when a log has changed; -1: ask every FOLLOW_ASK_MS */
	struct followed_people *people;
	size_t people_count, people_room;
};

/* Never fails: without notices there is no descriptor. */
void follow_start(struct follower *f, const char *folder);
void follow_stop(struct follower *f);
/* Empties the descriptor; true when a log but that of seat `own` (NULL: any) may have changed. */
bool follow_noticed(struct follower *f, const char *own);

/* Takes what seats other than `own` have written since `l` was loaded or this was last called:
 * people first, which go into l->agenda.people, then events, which are handed over in *events
 * (free() the array; the history takes the events), in the order of the fold. A file that cannot be
 * read now is read the next time. Returns how many. */
size_t follow_take(struct follower *f, struct loaded *l, const char *own, struct event ***events);

#endif
