/* SPDX-License-Identifier: MIT */
/* presence_read.c - which seats are open, and how long they have been silent. */
#include "sync/presence_read.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/files.h"

/* Does a program hold the lock of that seat's log? */
static bool is_open(const char *folder, const char *seat)
{
	char *path = log_path(folder, seat, 1);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	bool held = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		close(fd);
	free(path);
	return held;
}

size_t presence_read(struct presence **out, const char *folder, const struct history *history,
	const struct session *session)
{
	*out = mem_new(session->seat_count ? session->seat_count : 1, sizeof **out);
	for (size_t i = 0; i < session->seat_count; i++) {
		const struct seat_info *seat = &session->seats[i];
		struct presence *p = &(*out)[i];

		snprintf(p->seat, sizeof p->seat, "%s", seat->name);
		p->open = is_open(folder, seat->name);
		p->left = seat->left;
		history_last(history, seat->name, &p->last);
	}
	return session->seat_count;
}
