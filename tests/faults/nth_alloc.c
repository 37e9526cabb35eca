/* SPDX-License-Identifier: MIT */
/* nth_alloc.c - preloaded into the program: its Nth allocation gives nothing.
 *
 * NTH_AT=N        which, from 1; 0 or absent: none
 * NTH_HOW=ever    that and all after it; else that one only
 * NTH_HIT=FILE    is made when it came
 *
 * What the C library allocates for itself counts too. Built on the names under which glibc keeps
 * its allocator, so that nothing has to be looked up, which would allocate. */
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long allocations;
static atomic_long fail_at;
static bool for_ever;
static const char *hit;

__attribute__((constructor)) static void prepare(void)
{
	const char *at = getenv("NTH_AT"), *how = getenv("NTH_HOW");

	for_ever = how && strcmp(how, "ever") == 0;
	hit = getenv("NTH_HIT");
	atomic_store(&fail_at, at ? strtol(at, NULL, 10) : 0);
}

static bool fails(void)
{
	long at = atomic_load(&fail_at);

	if (!at)
		return false;
	long now = atomic_fetch_add(&allocations, 1) + 1;
	if (now == at && hit) {
		long fd = syscall(SYS_openat, AT_FDCWD, hit, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
		syscall(SYS_close, fd);
	}
	if (now != at && !(for_ever && now > at))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails() ? NULL : __libc_realloc(old, size);
}
