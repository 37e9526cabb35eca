/* SPDX-License-Identifier: MIT */
/* append.c - whole pieces at the end of one file, or nothing. */
#include "journal/append.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_file(const char *path, int how)
{
	return open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | how, 0600);
}

/* A plain file, whose size is where the pen stands. */
static bool look_at(struct pen *pen, bool is_new)
{
	struct stat is;

	if (fstat(pen->fd, &is) != 0)
		return false;
	if (!S_ISREG(is.st_mode)) {
		errno = EINVAL;
		return false;
	}
	pen->end = is.st_size;
	pen->device = is.st_dev;
	pen->inode = is.st_ino;
	return !is_new || fchmod(pen->fd, 0600) == 0;
}

bool pen_open(struct pen *pen, const char *path, bool must_be_new, bool *made)
{
	bool is_new = must_be_new;

	*pen = (struct pen)PEN_NONE;
	if (!must_be_new)
		pen->fd = open_file(path, 0);
	if (pen->fd < 0 && (must_be_new || errno == ENOENT)) {
		is_new = true;
		pen->fd = open_file(path, O_CREAT | O_EXCL);
	}
	/* Another process made it between the two. */
	if (pen->fd < 0 && errno == EEXIST && !must_be_new) {
		is_new = false;
		pen->fd = open_file(path, 0);
	}
	if (pen->fd < 0)
		return false;
	if (made)
		*made = is_new;
	if (look_at(pen, is_new))
		return true;
	int failed = errno;
	pen_close(pen);
	errno = failed;
	return false;
}

void pen_close(struct pen *pen)
{
	if (pen->fd >= 0)
		close(pen->fd);
	*pen = (struct pen)PEN_NONE;
}

/* Takes away what a write left half done, unless others have written there as well. */
static void cut_off(struct pen *pen, off_t left)
{
	struct stat is;

	if (fstat(pen->fd, &is) != 0 || is.st_size != pen->end + left ||
		ftruncate(pen->fd, pen->end) != 0)
		pen->dead = true;
}

bool pen_write(struct pen *pen, const char *bytes, size_t len)
{
	int failed = ENOSPC;

	/* What takes half may take all the next time; a full disk does not. */
	for (int tried = 0; tried < 2 && !pen->dead; tried++) {
		ssize_t count;

		do
			count = write(pen->fd, bytes, len);
		while (count < 0 && errno == EINTR);
		if (count == (ssize_t)len) {
			pen->end += count;
			return true;
		}
		failed = count < 0 ? errno : ENOSPC;
		if (count < 0)
			break;
		if (count > 0)
			cut_off(pen, count);
	}
	errno = failed;
	return false;
}

bool pen_sync(struct pen *pen)
{
	int done;

	do
		done = fdatasync(pen->fd);
	while (done != 0 && errno == EINTR);
	if (done != 0)
		pen->dead = true;
	return done == 0;
}

enum pen_fate pen_look(const struct pen *pen, const char *path)
{
	struct stat held, there;

	if (fstat(pen->fd, &held) != 0 || stat(path, &there) != 0)
		return PEN_GONE;
	if (there.st_dev != pen->device || there.st_ino != pen->inode)
		return PEN_REPLACED;
	if (held.st_size != pen->end)
		return held.st_size > pen->end ? PEN_GROWN : PEN_SHRUNK;
	return PEN_AS_LEFT;
}

bool pen_cut(struct pen *pen, off_t end)
{
	if (ftruncate(pen->fd, end) != 0)
		return false;
	pen->end = end;
	return pen_sync(pen);
}
