/* SPDX-License-Identifier: MIT */
/* slices.c - a file read piece by piece. */
#include "store/slices.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SLICE = 1 << 17 };

static bool unread(const struct slices *s, const char *why, struct error *error)
{
	return error_status(error, 3, "cannot read %s: %s", s->path, why);
}

bool slices_open(struct slices *s, const char *path, struct error *error)
{
	struct stat is;

	*s = (struct slices){.path = path, .bytes = BUFFER_EMPTY};
	s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (s->fd < 0)
		return unread(s, strerror(errno), error);
	if (fstat(s->fd, &is) < 0)
		unread(s, strerror(errno), error);
	else if (!S_ISREG(is.st_mode))
		unread(s, "it is not a file", error);
	else
		return true;
	slices_close(s);
	return false;
}

bool slices_next(struct slices *s, struct error *error)
{
	for (size_t came = 0; came < SLICE && !s->end;) {
		ssize_t count = read(s->fd, buffer_room(&s->bytes, SLICE), SLICE);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return unread(s, strerror(errno), error);
		buffer_grew(&s->bytes, (size_t)count);
		s->size += (size_t)count;
		came += (size_t)count;
		s->end = !count;
	}
	return true;
}

void slices_taken(struct slices *s, size_t len)
{
	size_t left = s->bytes.len - len;

	if (len && left)
		memmove(s->bytes.bytes, s->bytes.bytes + len, left);
	buffer_cut(&s->bytes, left);
}

void slices_close(struct slices *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
	buffer_release(&s->bytes);
}
