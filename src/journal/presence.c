/* SPDX-License-Identifier: MIT */
/* presence.c - which seats are open, and how long they have been silent. */
#include "journal/presence.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/when.h"
#include "journal/files.h"

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

int64_t presence_silent(const struct presence *p, int64_t at)
{
	if (p->last == NO_TIME)
		return NO_TIME;
	return at > p->last ? at - p->last : 0;
}

void presence_say(struct buffer *out, const struct presence *p, int64_t at)
{
	int64_t silent = presence_silent(p, at), minutes = silent / MS_MINUTE;

	if (p->open)
		buffer_text(out, "open");
	else
		buffer_text(out, p->left ? "has left" : "not open on this machine");
	if (silent == NO_TIME)
		buffer_text(out, ", wrote nothing yet");
	else if (minutes >= 120)
		buffer_format(out, ", silent %lld h", (long long)(minutes / 60));
	else if (minutes > 0)
		buffer_format(out, ", silent %lld min", (long long)minutes);
}
