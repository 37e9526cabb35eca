/* SPDX-License-Identifier: MIT */
/* load.c - a whole small file in memory. */
#include "agenda/load.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static bool read_all(struct buffer *out, int fd, size_t most)
{
	char block[16384];
	size_t total = 0;

	while (total <= most) {
		size_t want = most + 1 - total < sizeof block ? most + 1 - total : sizeof block;
		ssize_t got = read(fd, block, want);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (!got)
			return true;
		buffer_bytes(out, block, (size_t)got);
		total += (size_t)got;
	}
	return true;
}

bool file_load(struct buffer *out, const char *path, size_t most)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	bool done = read_all(out, fd, most);
	int kept = errno;
	close(fd);
	errno = kept;
	return done;
}
