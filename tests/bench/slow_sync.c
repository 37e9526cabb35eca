/* SPDX-License-Identifier: MIT */
/* slow_sync.c - preloaded into the program: its syncs take their time, and are counted.
 *
 * BENCH_SYNC_MS=N     a sync takes so long besides
 * BENCH_SYNCS=FILE    a byte is added for each sync: l of a log, o of anything else */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void count(int fd)
{
	const char *path = getenv("BENCH_SYNCS");
	char name[64], file[512];

	if (!path)
		return;
	snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
	ssize_t len = readlink(name, file, sizeof file - 1);
	file[len < 0 ? 0 : len] = '\0';
	int out = open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
	if (out < 0 || write(out, strstr(file, "/log/") ? "l" : "o", 1) != 1)
		abort();
	close(out);
}

static int sync_slowly(long number, int fd)
{
	const char *text = getenv("BENCH_SYNC_MS");
	long ms = text ? strtol(text, NULL, 10) : 0;
	struct timespec pause = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};

	count(fd);
	nanosleep(&pause, NULL);
	return (int)syscall(number, fd);
}

int fsync(int fd)
{
	return sync_slowly(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	return sync_slowly(SYS_fdatasync, fd);
}
