/* SPDX-License-Identifier: MIT */
/* reserve.c - room on the disk that is kept for the last notes. */
#include "journal/reserve.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "store/files.h"

enum { LEAST_FREE = 64 * 1024 };

/* Bytes that this user may still take; a great many when that cannot be told. */
static unsigned long long bytes_free(const char *folder)
{
	struct statvfs fs;

	if (statvfs(folder, &fs) != 0)
		return ~0ULL;
	return (unsigned long long)fs.f_bavail * fs.f_frsize;
}

bool reserve_make(const char *folder)
{
	char *path = path_of(folder, RESERVE_NAME);
	struct stat is;
	bool made = lstat(path, &is) == 0 && is.st_size >= RESERVE_BYTES;

	if (!made && bytes_free(folder) >= 2ULL * RESERVE_BYTES) {
		unlink(path); /* one that was never filled */
		int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

		made = fd >= 0 && fchmod(fd, 0600) == 0 &&
			posix_fallocate(fd, 0, RESERVE_BYTES) == 0;
		if (fd >= 0)
			close(fd);
		if (fd >= 0 && !made)
			unlink(path);
	}
	free(path);
	return made;
}

bool reserve_spend(const char *folder)
{
	char *path = path_of(folder, RESERVE_NAME);
	bool spent = unlink(path) == 0;

	free(path);
	return spent;
}

bool reserve_is_needed(const char *folder)
{
	return bytes_free(folder) < LEAST_FREE;
}

bool reserve_may_help(int number)
{
	return number == ENOSPC || number == EDQUOT;
}
