/* SPDX-License-Identifier: MIT */
/* draft_file.c - the line being typed, written over in its place. */
#include "store/draft_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"

enum { STEP = 1024 }; /* the file grows by so much, so that it seldom does */

static bool open_file(struct draft_file *file, const char *path, bool make)
{
	struct stat is;

	file->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (make ? O_CREAT : 0),
		0600);
	if (file->fd < 0)
		return false;
	if (fstat(file->fd, &is) == 0 && S_ISREG(is.st_mode) && fchmod(file->fd, 0600) == 0) {
		file->size = is.st_size;
		return true;
	}
	close(file->fd);
	file->fd = -1;
	return false;
}

void draft_file_write(struct draft_file *file, const char *path, const char *bytes, size_t len)
{
	struct buffer whole = BUFFER_EMPTY;
	ssize_t count;

	if (file->fd < 0 && !open_file(file, path, len > 0))
		return;
	buffer_bytes(&whole, bytes, len);
	while (whole.len % STEP || (off_t)whole.len < file->size)
		buffer_char(&whole, '\n');
	do
		count = whole.len ? pwrite(file->fd, whole.bytes, whole.len, 0) : 0;
	while (count < 0 && errno == EINTR);
	if (count == (ssize_t)whole.len) {
		file->size = count;
		file->blank = !len;
	} else if (ftruncate(file->fd, 0) == 0) { /* better none than half of one */
		file->size = 0;
		file->blank = true;
	}
	buffer_release(&whole);
}

void draft_file_close(struct draft_file *file, const char *path)
{
	if (file->fd < 0)
		return;
	close(file->fd);
	if (file->blank)
		unlink(path);
	*file = (struct draft_file)DRAFT_FILE_NONE;
}
