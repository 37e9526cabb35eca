/* SPDX-License-Identifier: MIT */
/* far_folders.h - the seats of far_seats.h as laptops with a disk: each has a folder of the session
 * with its own log and the beginnings of others', some with an unfinished end, and the folders are
 * merged with each other until everybody has everything.
 */
#ifndef TESTS_UNIT_FAR_FOLDERS_H
#define TESTS_UNIT_FAR_FOLDERS_H

#include "unit/far_seats.h"

#include <ftw.h>
#include <sys/stat.h>

#include "store/folder.h"
#include "sync/merge_folders.h"

enum { FAR_PATH = 512 };

static inline void far_file(const char *folder, const char *name, const char *bytes, size_t len)
{
	struct buffer path = BUFFER_EMPTY;

	buffer_format(&path, "%s/%s", folder, name);
	FILE *out = fopen(path.bytes, "wb");
	if (!out || fwrite(bytes, 1, len, out) != len || fclose(out) != 0)
		abort();
	buffer_release(&path);
}

static inline void far_folder_agenda(const char *folder)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct agenda agenda = {0};

	far_agenda_read(&agenda);
	mem_replace(&agenda.session, FAR_SESSION);
	agenda_write(&bytes, &agenda);
	far_file(folder, "agenda.yaml", bytes.bytes, bytes.len);
	buffer_reset(&bytes);
	agenda_write_people(&bytes, &agenda);
	far_file(folder, "people/agenda.yaml", bytes.bytes, bytes.len);
	buffer_release(&bytes);
	agenda_release(&agenda);
}

/* The first `count` lines of the seat, and `torn` bytes of the next. */
static inline void far_folder_seat(const char *folder, const struct far_seat *s, size_t count,
	size_t torn)
{
	const struct far_line *line = count ? &s->lines[count - 1] : NULL;
	size_t len = line ? line->start + line->len : 0;
	struct buffer name = BUFFER_EMPTY;

	if (!count)
		return;
	buffer_format(&name, "people/%s.yaml", s->name);
	far_file(folder, name.bytes, s->people.bytes, line->people + line->people_len);
	buffer_reset(&name);
	buffer_format(&name, "log/%s.yaml", s->name);
	far_file(folder, name.bytes, s->log.bytes, count < s->line_count ? len + torn : len);
	buffer_release(&name);
}

static inline char *far_folder_make(int number)
{
	static const char *const rooms[] = {"", "/log", "/people"};
	char path[FAR_PATH];

	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		snprintf(path, sizeof path, "%s/far-%ld-%d%s", TEST_BINARY_DIR, (long)getpid(), number,
			rooms[i]);
		if (mkdir(path, 0700) != 0)
			abort();
	}
	*strrchr(path, '/') = '\0';
	far_folder_agenda(path);
	return mem_text(path);
}

static inline int far_remove(const char *path, const struct stat *is, int flag, struct FTW *walk)
{
	(void)is;
	(void)flag;
	(void)walk;
	return remove(path);
}

static inline void far_folder_remove(char *folder)
{
	nftw(folder, far_remove, 16, FTW_DEPTH | FTW_PHYS);
	free(folder);
}

/* Merges; what went wrong is in `wrong`. An unfinished end is told, and nothing else. */
static inline bool far_merge(const char *into, const char *from, char *wrong, size_t room)
{
	struct merge_result result = {.told = BUFFER_EMPTY};
	struct error error = {0};
	bool good = merge_check(into, from, &error) &&
		merge_folder(&result, into, from, false, &error);

	if (!good)
		snprintf(wrong, room, "merge: %.200s", error.text);
	for (size_t i = 0; good && i < result.count; i++)
		good = !result.seats[i].aside && !result.seats[i].held;
	if (!good && !error.text[0])
		snprintf(wrong, room, "merge: %.200s", result.told.bytes);
	merge_result_release(&result);
	return good;
}

/* The record of the folder, as `show` reads it. */
static inline bool far_folder_record(
	struct buffer *out, const char *folder, char *wrong, size_t room)
{
	struct loaded loaded;
	struct session session;
	struct error error = {0};

	if (!folder_load(&loaded, folder, &error)) {
		snprintf(wrong, room, "load: %.200s", error.text);
		return false;
	}
	session_init(&session, &loaded.agenda, &loaded.agenda.people);
	history_fold(&loaded.history, &session);
	far_show(out, &session, false);
	session_release(&session);
	loaded_release(&loaded);
	return true;
}

#endif
