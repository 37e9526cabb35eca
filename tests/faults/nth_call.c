/* SPDX-License-Identifier: MIT */
/* nth_call.c - preloaded into the program: its Nth call of the system fails.
 *
 * NTH_AT=N        which of the calls that count, from 1; 0 or absent: none
 * NTH_CALLS=a,b   which calls count: open write sync rename ftruncate read flock mkdir fallocate, and
 *                 stat, which counts only when it is named; absent: all the others
 * NTH_UNDER=DIR   only those on files under that directory count, and all else goes well
 * NTH_ERRNO=E     what it fails with
 * NTH_HOW=once    that call only; ever: that and all after it; short: a write takes only half; kill: it
 *                 is not made, and the program is killed
 * NTH_ALSO=call   fails always, for when what mends a fault fails too
 * NTH_SLOW=MS     every sync takes so long
 * NTH_LOSE=1      a sync that fails loses what was written since the last that did not
 * NTH_HIT=FILE    is made when the call came, so that the caller knows where the calls end
 *
 * Standard error is never made to fail: what is said there is looked at. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { INTERRUPTIONS = 100, FILES_MOST = 1024 };

static atomic_long calls;
static long fail_at;
static int fail_with;
static bool for_ever, is_short, kills, loses;
static long slow_ms;
static atomic_long synced[FILES_MOST]; /* sizes that are safe, by descriptor */
static const char *which, *also, *hit, *under;

__attribute__((constructor)) static void prepare(void)
{
	const char *at = getenv("NTH_AT"), *number = getenv("NTH_ERRNO"), *how = getenv("NTH_HOW");

	fail_at = at ? strtol(at, NULL, 10) : 0;
	fail_with = number ? (int)strtol(number, NULL, 10) : EIO;
	for_ever = how && strcmp(how, "ever") == 0;
	is_short = how && strcmp(how, "short") == 0;
	kills = how && strcmp(how, "kill") == 0;
	loses = getenv("NTH_LOSE") != NULL;
	which = getenv("NTH_CALLS");
	also = getenv("NTH_ALSO");
	hit = getenv("NTH_HIT");
	under = getenv("NTH_UNDER");
	slow_ms = getenv("NTH_SLOW") ? strtol(getenv("NTH_SLOW"), NULL, 10) : 0;
}

/* The place of a call: an open file, or a path when that is not NULL. */
struct place {
	int fd;
	const char *path;
};

static bool lies_under(struct place at)
{
	char link[64], path[4096] = "";

	if (!under)
		return true;
	if (at.path)
		return strncmp(at.path, under, strlen(under)) == 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", at.fd);
	ssize_t len = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
	return len > 0 && strncmp(path, under, strlen(under)) == 0;
}

static bool counts(const char *call)
{
	size_t len = strlen(call);

	for (const char *at = which; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
		if (strncmp(at, call, len) == 0 && (at[len] == ',' || !at[len]))
			return true;
	return !which && strcmp(call, "stat") != 0;
}

/* Past the functions below, which would be made to fail themselves. */
static void tell_hit(void)
{
	const int how = O_CREAT | O_WRONLY | O_CLOEXEC;
	long fd = hit ? syscall(SYS_openat, AT_FDCWD, hit, how, 0600) : -1;

	if (fd >= 0)
		syscall(SYS_close, fd);
}

/* Is this the call? */
static bool is_due(const char *call, struct place at)
{
	if (!fail_at || !counts(call) || !lies_under(at))
		return false;
	long now = atomic_fetch_add(&calls, 1) + 1;
	if (now == fail_at)
		tell_hit();
	if (now == fail_at && kills)
		raise(SIGKILL);
	/* Signals that never end would only prove that one may wait for ever. */
	if (fail_with == EINTR && now > fail_at + INTERRUPTIONS)
		return false;
	return now == fail_at || (for_ever && now > fail_at);
}

static bool fails_at(const char *call, struct place at)
{
	bool always = also && strcmp(also, call) == 0;

	if (!always && (is_short || !is_due(call, at)))
		return false;
	errno = fail_with;
	return true;
}

static bool fails(const char *call, int fd)
{
	return fails_at(call, (struct place){fd, NULL});
}

static bool fails_on(const char *call, const char *path)
{
	return fails_at(call, (struct place){-1, path});
}

/* The C library's own function of that name. */
static void *own(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define CALL(type, name, parameters, ...)                                                          \
	{                                                                                          \
		type(*call) parameters;                                                            \
		*(void **)&call = own(name);                                                       \
		return call(__VA_ARGS__);                                                          \
	}

/* Never made to fail. */
static int own_fstat(int fd, struct stat *is)
	CALL(int, "fstat", (int, struct stat *), fd, is)

/* Opening. The mode is there only when a file may be made. */
static mode_t mode_of(int flags, va_list arguments)
{
	return flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY)) ? va_arg(arguments, mode_t) : 0;
}

/* The size that the file has now is safe. */
static void note_safe(int fd)
{
	struct stat is;

	if (fd >= 0 && fd < FILES_MOST && own_fstat(fd, &is) == 0)
		atomic_store(&synced[fd], (long)is.st_size);
}

static int open_there(int dir, const char *path, int flags, mode_t mode)
{
	int fd = fails_on("open", path) ? -1 : (int)syscall(SYS_openat, dir, path, flags, mode);

	note_safe(fd);
	return fd;
}

#define OPEN(name)                                                                                 \
	int name(const char *path, int flags, ...);                                                \
	int name(const char *path, int flags, ...)                                                 \
	{                                                                                          \
		va_list arguments;                                                                 \
		va_start(arguments, flags);                                                        \
		mode_t mode = mode_of(flags, arguments);                                           \
		va_end(arguments);                                                                 \
		return open_there(AT_FDCWD, path, flags, mode);                                    \
	}
#define OPENAT(name)                                                                               \
	int name(int dir, const char *path, int flags, ...);                                       \
	int name(int dir, const char *path, int flags, ...)                                        \
	{                                                                                          \
		va_list arguments;                                                                 \
		va_start(arguments, flags);                                                        \
		mode_t mode = mode_of(flags, arguments);                                           \
		va_end(arguments);                                                                 \
		return open_there(dir, path, flags, mode);                                         \
	}
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags)
{
	return open_there(AT_FDCWD, path, flags, 0);
}

int __open64_2(const char *path, int flags);
int __open64_2(const char *path, int flags)
{
	return open_there(AT_FDCWD, path, flags, 0);
}

int mkdir(const char *path, mode_t mode)
{
	if (fails_on("mkdir", path))
		return -1;
	CALL(int, "mkdir", (const char *, mode_t), path, mode)
}

/* Writing */

ssize_t write(int fd, const void *bytes, size_t len)
{
	if (fd == STDERR_FILENO)
		return syscall(SYS_write, fd, bytes, len);
	if (is_short && len > 1 && is_due("write", (struct place){fd, NULL}))
		return syscall(SYS_write, fd, bytes, len / 2);
	return fails("write", fd) ? -1 : syscall(SYS_write, fd, bytes, len);
}

/* What is in memory only is gone; of a directory nothing is. */
static int lose(int fd)
{
	int number = errno;
	struct stat is;

	if (loses && number != EINTR && fd < FILES_MOST && own_fstat(fd, &is) == 0 &&
		S_ISREG(is.st_mode))
		syscall(SYS_ftruncate, fd, atomic_load(&synced[fd]));
	errno = number;
	return -1;
}

static int sync_file(long number, int fd)
{
	struct timespec pause = {slow_ms / 1000, slow_ms % 1000 * 1000000};

	if (slow_ms)
		nanosleep(&pause, NULL);
	if (fails("sync", fd))
		return lose(fd);
	int done = (int)syscall(number, fd);

	if (done == 0)
		note_safe(fd);
	return done;
}

int fsync(int fd)
{
	return sync_file(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	return sync_file(SYS_fdatasync, fd);
}

int ftruncate(int fd, off_t len)
{
	return fails("ftruncate", fd) ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

int ftruncate64(int fd, off64_t len)
{
	return fails("ftruncate", fd) ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

int rename(const char *from, const char *to)
{
	if (fails_on("rename", to))
		return -1;
	CALL(int, "rename", (const char *, const char *), from, to)
}

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	return fails_on("rename", to) ? -1
			       : (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}

/* Reading and locking */

ssize_t read(int fd, void *bytes, size_t len)
{
	return fails("read", fd) ? -1 : syscall(SYS_read, fd, bytes, len);
}

ssize_t __read_chk(int fd, void *bytes, size_t len, size_t room);
ssize_t __read_chk(int fd, void *bytes, size_t len, size_t room)
{
	if (len > room)
		abort();
	return read(fd, bytes, len);
}

int flock(int fd, int operation);
int flock(int fd, int operation)
{
	return fails("flock", fd) ? -1 : (int)syscall(SYS_flock, fd, operation);
}

ssize_t pread(int fd, void *bytes, size_t len, off_t at)
{
	return fails("read", fd) ? -1 : syscall(SYS_pread64, fd, bytes, len, at);
}

ssize_t pread64(int fd, void *bytes, size_t len, off64_t at)
{
	return fails("read", fd) ? -1 : syscall(SYS_pread64, fd, bytes, len, at);
}

/* Room and looks. posix_fallocate() gives the number back and leaves errno alone. */

int posix_fallocate(int fd, off_t start, off_t len)
{
	if (fails("fallocate", fd))
		return errno;
	return syscall(SYS_fallocate, fd, 0, start, len) == 0 ? 0 : errno;
}

int posix_fallocate64(int fd, off64_t start, off64_t len)
{
	return posix_fallocate(fd, start, len);
}

int fstat(int fd, struct stat *is)
{
	if (fails("stat", fd))
		return -1;
	CALL(int, "fstat", (int, struct stat *), fd, is)
}

int stat(const char *path, struct stat *is)
{
	if (fails_on("stat", path))
		return -1;
	CALL(int, "stat", (const char *, struct stat *), path, is)
}
