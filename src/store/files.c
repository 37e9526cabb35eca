/* SPDX-License-Identifier: MIT */
/* files.c - paths, whole writes and directories that are safe on disk. */
#include "store/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"
#include "text/text.h"

char *path_of(const char *dir, const char *format, ...)
{
	char name[512];
	struct buffer path = BUFFER_EMPTY;
	va_list args;

	va_start(args, format);
	vsnprintf(name, sizeof name, format, args);
	va_end(args);
	buffer_format(&path, "%s/%s", dir, name);
	return buffer_take(&path);
}

char *path_trimmed(const char *path)
{
	size_t len = strlen(path);

	while (len > 1 && path[len - 1] == '/')
		len--;
	return mem_text_of(path, len);
}

char *path_parent(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return mem_text(".");
	return mem_text_of(path, slash == path ? 1 : (size_t)(slash - path));
}

bool write_whole(int fd, const char *bytes, size_t len, size_t *done)
{
	size_t written = 0;

	while (written < len) {
		ssize_t count = write(fd, bytes + written, len - written);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0) {
			if (!count)
				errno = ENOSPC;
			break;
		}
		written += (size_t)count;
	}
	if (done)
		*done = written;
	return written == len;
}

bool range_read(int fd, size_t start, size_t end, struct buffer *out)
{
	char bytes[65536];

	while (start < end) {
		size_t most = end - start < sizeof bytes ? end - start : sizeof bytes;
		ssize_t got = pread(fd, bytes, most, (off_t)start);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0;
		buffer_bytes(out, bytes, (size_t)got);
		start += (size_t)got;
	}
	return true;
}

void file_close(int fd)
{
	int kept = errno;

	if (fd >= 0)
		close(fd);
	errno = kept;
}

/* Writes and syncs a file that was opened for it. */
static bool fill(int fd, const char *bytes, size_t len)
{
	return fchmod(fd, 0600) == 0 && write_whole(fd, bytes, len, NULL) && fsync(fd) == 0;
}

bool file_make(const char *path, const char *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool made = fd >= 0 && fill(fd, bytes, len);

	file_close(fd);
	return made;
}

bool file_overwrite(const char *path, const char *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	bool written = fd >= 0 && fill(fd, bytes, len);
	int failed = errno;

	file_close(fd);
	if (fd >= 0 && !written)
		unlink(path);
	errno = failed;
	return written;
}

bool file_is_named(int fd, const char *path)
{
	struct stat held, named;

	return fstat(fd, &held) == 0 && stat(path, &named) == 0 && held.st_dev == named.st_dev &&
		held.st_ino == named.st_ino;
}

bool dir_make(const char *path)
{
	if (mkdir(path, 0700) == 0)
		return chmod(path, 0700) == 0;
	return errno == EEXIST;
}

bool dir_make_synced(const char *path)
{
	char *parent = path_parent(path);
	bool made = dir_make(path) && dir_sync(parent);
	int failed = errno;

	free(parent);
	errno = failed;
	return made;
}

bool dir_make_all(const char *path)
{
	char *copy = path_trimmed(path);
	bool made = true;

	for (char *at = copy + 1; made && *at; at++)
		if (*at == '/') {
			*at = '\0';
			made = dir_make(copy);
			*at = '/';
		}
	made = made && dir_make(copy);
	free(copy);
	return made;
}

bool dir_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return false;
	/* Some file systems know no sync of a directory, and need none. */
	bool synced = fsync(fd) == 0 || errno == EINVAL || errno == ENOSYS;
	file_close(fd);
	return synced;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void take_names(struct names *out, DIR *stream)
{
	const struct dirent *entry;

	while ((errno = 0, entry = readdir(stream)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		out->items = array_room(out->items, out->count, &out->room, sizeof *out->items);
		out->items[out->count++] = mem_text(entry->d_name);
	}
}

bool names_read(struct names *out, const char *dir, struct error *error)
{
	*out = (struct names){0};
	DIR *stream = opendir(dir);
	if (!stream && errno == ENOENT)
		return true;
	if (!stream)
		return error_status(error, 3, "cannot read %s: %s", dir, strerror(errno));
	take_names(out, stream);
	int failed = errno;
	closedir(stream);
	if (failed) {
		names_release(out);
		return error_status(error, 3, "cannot read %s: %s", dir, strerror(failed));
	}
	if (out->count)
		qsort(out->items, out->count, sizeof *out->items, by_bytes);
	return true;
}

void names_release(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->items[i]);
	free(n->items);
	*n = (struct names){0};
}

bool log_name_read(const char *name, char *seat, int *part)
{
	size_t dot = strcspn(name, "."), len = strlen(name);
	int64_t number = 1;

	if (dot >= NAME_SIZE || len < dot + 5 || strcmp(name + len - 5, ".yaml") != 0)
		return false;
	memcpy(seat, name, dot);
	seat[dot] = '\0';
	if (!text_is_id(seat))
		return false;
	if (len > dot + 5) {
		char digits[8];
		size_t count = len - 5 - dot - 1;

		if (count >= sizeof digits || name[dot + 1] == '0')
			return false;
		memcpy(digits, name + dot + 1, count);
		digits[count] = '\0';
		if (!number_read(digits, 2, 999999, &number))
			return false;
	}
	*part = (int)number;
	return true;
}

char *log_path(const char *folder, const char *seat, int part)
{
	if (part == 1)
		return path_of(folder, "log/%s.yaml", seat);
	return path_of(folder, "log/%s.%d.yaml", seat, part);
}

bool log_is_locked(const char *folder, const char *seat, int part)
{
	char *path = log_path(folder, seat, part);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	bool held = fd >= 0 && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;

	if (fd >= 0)
		close(fd);
	free(path);
	return held;
}

const char *const session_dirs[SESSION_DIRS] = {"people", "log", "draft", TORN_DIR};

bool session_dirs_make(const char *folder, struct error *error)
{
	bool made = true;

	for (size_t i = 0; made && i < SESSION_DIRS; i++) {
		char *path = path_of(folder, "%s", session_dirs[i]);
		made = dir_make(path) ||
			error_status(error, 3, "cannot make %s: %s", path, strerror(errno));
		free(path);
	}
	return made;
}

bool file_system_is(const char *path, const unsigned long *magic, size_t count, bool unknown)
{
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return unknown;
	for (size_t i = 0; i < count; i++)
		if (((unsigned long)fs.f_type & 0xffffffffUL) == magic[i])
			return true;
	return false;
}

bool random_hex(char *out, size_t count)
{
	unsigned char bytes[32];

	if (count > sizeof bytes || getrandom(bytes, count, 0) != (ssize_t)count)
		return false;
	for (size_t i = 0; i < count; i++)
		snprintf(out + 2 * i, 3, "%02x", bytes[i]);
	return true;
}

static bool read_open(struct buffer *out, int fd, size_t most)
{
	char piece[16384];
	size_t start = out->len;

	for (;;) {
		ssize_t count = read(fd, piece, sizeof piece);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return false;
		if (!count)
			return true;
		if (out->len - start + (size_t)count > most) {
			errno = EFBIG;
			return false;
		}
		buffer_bytes(out, piece, (size_t)count);
	}
}

bool file_read(struct buffer *out, const char *path, size_t most, struct error *error)
{
	struct stat is;
	size_t start = out->len;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return error_status(error, 3, "cannot read %s: %s", path, strerror(errno));
	bool plain = fstat(fd, &is) == 0 && S_ISREG(is.st_mode);
	bool read = plain && read_open(out, fd, most);
	file_close(fd);
	if (read)
		return true;
	buffer_cut(out, start);
	return error_status(error, 3, "cannot read %s: %s", path,
		plain ? strerror(errno) : "it is not a file");
}

bool file_replace(const char *path, const char *bytes, size_t len, struct error *error)
{
	struct buffer beside = BUFFER_EMPTY;
	char *parent = path_parent(path);

	buffer_format(&beside, "%s.XXXXXX", path);
	int fd = mkostemp(beside.bytes, O_CLOEXEC);
	bool done = fd >= 0 && fill(fd, bytes, len);
	file_close(fd);
	done = done && rename(beside.bytes, path) == 0;
	int failed = errno;
	if (!done && fd >= 0)
		unlink(beside.bytes);
	if (done && !dir_sync(parent)) {
		failed = errno;
		done = false;
	}
	buffer_release(&beside);
	free(parent);
	return done || error_status(error, 3, "cannot write %s: %s", path, strerror(failed));
}
