/* SPDX-License-Identifier: MIT */
/* glance.c - the newest events of a session, for the first look at one that takes long to read. */
#include "journal/files.h"
#include "journal/folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"

enum { TAIL = 1 << 14 };

/* The whole lines among the last bytes of the file. */
static bool read_tail(struct buffer *out, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat is;
	bool read = fd >= 0 && fstat(fd, &is) == 0 && S_ISREG(is.st_mode);
	size_t size = read ? (size_t)is.st_size : 0;

	read = read && stretch_read(fd, size > TAIL ? size - TAIL : 0, size, out);
	if (fd >= 0)
		close(fd);
	while (out->len && out->bytes[out->len - 1] != '\n')
		buffer_cut(out, out->len - 1);
	return read;
}

static void glance_at_log(struct history *h, const char *path, const char *seat)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading reading;

	if (read_tail(&bytes, path)) {
		log_read(&reading, bytes.bytes, bytes.len, seat);
		for (size_t i = 0; i < reading.count; i++)
			history_take(h, reading.events[i], NULL);
		history_hold(h, &reading.shelf);
		log_reading_release(&reading);
	}
	buffer_release(&bytes);
}

bool folder_glance(struct loaded *out, const char *path, struct error *error)
{
	struct names names;

	if (!folder_read_agenda(out, path, error))
		return false;
	char *dir = path_of(out->path, "log");
	bool read = names_read(&names, dir, error);
	for (size_t i = 0; read && i < names.count; i++) {
		char seat[NAME_SIZE];
		int part;

		if (!log_name_read(names.items[i], seat, &part))
			continue;
		char *log = log_path(out->path, seat, part);
		glance_at_log(&out->history, log, seat);
		free(log);
	}
	names_release(&names);
	free(dir);
	if (!read)
		loaded_release(out);
	return read;
}

size_t folder_log_bytes(const char *path)
{
	struct names names;
	struct error unread = {0};
	char *dir = path_of(path, "log");
	size_t bytes = 0;

	names_read(&names, dir, &unread);
	for (size_t i = 0; i < names.count; i++) {
		char *log = path_of(dir, "%s", names.items[i]);
		struct stat is;

		if (stat(log, &is) == 0)
			bytes += (size_t)is.st_size;
		free(log);
	}
	names_release(&names);
	free(dir);
	return bytes;
}
