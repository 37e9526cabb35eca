/* SPDX-License-Identifier: MIT */
/* append.c - the least that keeps a line: for each Enter that many bytes are appended to a file and
 * synced, and a sign is shown. The floor of keeping a note.
 * usage: append FILE BYTES */
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static bool one_by_one(void)
{
	struct termios modes;

	if (tcgetattr(STDIN_FILENO, &modes) < 0)
		return false;
	cfmakeraw(&modes);
	return tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0;
}

static bool keep(int fd, const char *bytes, size_t len)
{
	return write(fd, bytes, len) == (ssize_t)len && fdatasync(fd) == 0;
}

int main(int argc, char **argv)
{
	size_t len = argc == 3 ? strtoul(argv[2], NULL, 10) : 0;
	int fd = len ? open(argv[1], O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600) : -1;
	char *bytes = malloc(len + 1), key[256];

	if (fd < 0 || !bytes || !one_by_one())
		return 2;
	memset(bytes, 'x', len);
	bytes[len - 1] = '\n';
	if (write(STDOUT_FILENO, ".", 1) != 1)
		return 2;
	for (ssize_t got; (got = read(STDIN_FILENO, key, sizeof key)) > 0;)
		if (memchr(key, '\r', (size_t)got) &&
			(!keep(fd, bytes, len) || write(STDOUT_FILENO, "v", 1) != 1))
			return 3;
	close(fd);
	free(bytes);
	return 0;
}
