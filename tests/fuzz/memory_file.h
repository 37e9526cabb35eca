/* SPDX-License-Identifier: MIT */
/* memory_file.h - bytes as a file with a path, without a disk. */
#ifndef TESTS_FUZZ_MEMORY_FILE_H
#define TESTS_FUZZ_MEMORY_FILE_H

#include <sys/mman.h>
#include <unistd.h>

#include "fuzz/fuzz.h"

struct memory_file {
	int fd;
	char path[40];
};

static inline struct memory_file memory_file_new(void)
{
	struct memory_file f = {.fd = memfd_create("input", MFD_CLOEXEC)};

	MUST(f.fd >= 0);
	snprintf(f.path, sizeof f.path, "/proc/self/fd/%d", f.fd);
	return f;
}

/* The file holds just these bytes. */
static inline void memory_file_set(const struct memory_file *f, const void *bytes, size_t len)
{
	MUST(ftruncate(f->fd, 0) == 0);
	MUST(pwrite(f->fd, bytes, len, 0) == (ssize_t)len);
}

#endif
