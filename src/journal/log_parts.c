/* SPDX-License-Identifier: MIT */
/* log_parts.c - the files of one seat's log: listed, and the next one made. */
#include "journal/log_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/files.h"

enum { PARTS_TRIED = 10000 };

static int by_number(const void *a, const void *b)
{
	int one = *(const int *)a, other = *(const int *)b;

	return (one > other) - (one < other);
}

bool parts_there(int **out, size_t *count, const char *folder, const char *seat,
	struct error *error)
{
	struct names names;
	size_t room = 0;
	char *dir = path_of(folder, "log");

	*out = NULL;
	*count = 0;
	bool read = names_read(&names, dir, error);
	for (size_t i = 0; i < names.count; i++) {
		char whose[NAME_SIZE];
		int number;

		if (!log_name_read(names.items[i], whose, &number) || strcmp(whose, seat) != 0)
			continue;
		*out = array_room(*out, *count, &room, sizeof **out);
		(*out)[(*count)++] = number;
	}
	if (*count)
		qsort(*out, *count, sizeof **out, by_number);
	names_release(&names);
	free(dir);
	return read;
}

int part_make(struct append_file *file, const char *folder, const char *seat, int part)
{
	char *dir = path_of(folder, "log");
	int made = 0;

	for (int next = part + 1; !made && next < part + PARTS_TRIED; next++) {
		char *path = log_path(folder, seat, next);
		if (append_open(file, path, true, NULL))
			made = next;
		free(path);
		if (!made && errno != EEXIST)
			break;
	}
	if (made && !dir_sync(dir)) {
		append_close(file);
		made = 0;
	}
	free(dir);
	return made;
}
