/* SPDX-License-Identifier: MIT */
/* silent_fs.c - preloaded into the program: every file system is one that gives no notice of what
 * other machines write, as NFS is. */
#include <errno.h>
#include <sys/inotify.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NFS = 0x6969 };

int statfs(const char *path, struct statfs *out)
{
	int done = (int)syscall(SYS_statfs, path, out);

	if (done == 0)
		out->f_type = NFS;
	return done;
}

/* None is asked for; who asks all the same gets none. */
int inotify_init1(int flags)
{
	(void)flags;
	errno = ENOSYS;
	return -1;
}
