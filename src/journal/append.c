/* SPDX-License-Identifier: MIT */
/* append.c - a run of lines at the end of one file, whole or not at all. */
#include "journal/append.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/files.h"

static int open_file(const char *path, int how)
{
	return open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | how, 0600);
}

/* Requires a regular file; its size becomes the end. */
static bool look_at(struct append_file *file, bool is_new)
{
	struct stat is;

	if (fstat(file->fd, &is) != 0)
		return false;
	if (!S_ISREG(is.st_mode)) {
		errno = EINVAL;
		return false;
	}
	file->end = is.st_size;
	file->device = is.st_dev;
	file->inode = is.st_ino;
	return !is_new || fchmod(file->fd, 0600) == 0;
}

bool append_open(struct append_file *file, const char *path, bool must_be_new, bool *made)
{
	bool is_new = must_be_new;

	*file = (struct append_file)APPEND_NONE;
	if (!must_be_new)
		file->fd = open_file(path, 0);
	if (file->fd < 0 && (must_be_new || errno == ENOENT)) {
		is_new = true;
		file->fd = open_file(path, O_CREAT | O_EXCL);
	}
	/* Another process made it between the two. */
	if (file->fd < 0 && errno == EEXIST && !must_be_new) {
		is_new = false;
		file->fd = open_file(path, 0);
	}
	if (file->fd < 0)
		return false;
	if (made)
		*made = is_new;
	if (look_at(file, is_new))
		return true;
	append_close(file);
	return false;
}

void append_close(struct append_file *file)
{
	file_close(file->fd);
	*file = (struct append_file)APPEND_NONE;
}

/* Cuts off the part that an incomplete write left, unless others have written there as well. */
static void cut_off(struct append_file *file, off_t left)
{
	struct stat is;

	if (fstat(file->fd, &is) != 0 || is.st_size != file->end + left ||
		ftruncate(file->fd, file->end) != 0)
		file->dead = true;
}

bool append_write(struct append_file *file, const char *bytes, size_t len)
{
	int failed = ENOSPC;

	/* A write that took half may take all the next time; a full disk does not. */
	for (int tried = 0; tried < 2 && !file->dead; tried++) {
		ssize_t count;

		do
			count = write(file->fd, bytes, len);
		while (count < 0 && errno == EINTR);
		if (count == (ssize_t)len) {
			file->end += count;
			return true;
		}
		failed = count < 0 ? errno : ENOSPC;
		if (count < 0)
			break;
		if (count > 0)
			cut_off(file, count);
	}
	errno = failed;
	return false;
}

bool append_sync(struct append_file *file)
{
	int done;

	do
		done = fdatasync(file->fd);
	while (done != 0 && errno == EINTR);
	if (done != 0)
		file->dead = true;
	return done == 0;
}

enum append_change append_check(const struct append_file *file, const char *path)
{
	struct stat held, there;

	if (fstat(file->fd, &held) != 0 || stat(path, &there) != 0)
		return APPEND_GONE;
	if (there.st_dev != file->device || there.st_ino != file->inode)
		return APPEND_REPLACED;
	if (held.st_size != file->end)
		return held.st_size > file->end ? APPEND_GROWN : APPEND_SHRUNK;
	return APPEND_UNCHANGED;
}

bool append_cut(struct append_file *file, off_t end)
{
	if (ftruncate(file->fd, end) != 0)
		return false;
	file->end = end;
	return append_sync(file);
}
