/* SPDX-License-Identifier: MIT */
/* folder_create.c - a new session folder: made beside its place, whole, and then moved there. */
#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/folder.h"
#include "text/text.h"

enum { FOLDER_NAME_MOST = 48, NAMES_TRIED = 9999 };


/* The title's words in Latin letters and digits, joined by hyphens. */
static void title_words(struct buffer *out, const char *title)
{
	struct buffer folded = BUFFER_EMPTY;
	bool between = true;

	text_fold(&folded, title, strlen(title));
	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.bytes[i];
		bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (c == '\'')
			continue;
		if (is_plain && between && out->len)
			buffer_char(out, '-');
		if (is_plain)
			buffer_char(out, c);
		between = !is_plain;
	}
	buffer_release(&folded);
	if (!out->len)
		buffer_text(out, "session");
}

/* Date and title, at most 48 characters with the number, cut at a word. */
static void folder_name(struct buffer *out, const struct agenda *agenda, int number)
{
	struct buffer words = BUFFER_EMPTY;
	char suffix[16] = "";

	if (number > 1)
		snprintf(suffix, sizeof suffix, "-%d", number);
	date_write(out, agenda->date);
	buffer_char(out, '-');
	title_words(&words, agenda->title);
	size_t room = FOLDER_NAME_MOST - out->len - strlen(suffix);
	if (words.len > room) {
		size_t cut = room;

		while (cut && words.bytes[cut] != '-')
			cut--;
		buffer_cut(&words, cut ? cut : room);
	}
	buffer_bytes(out, words.bytes, words.len);
	buffer_text(out, suffix);
	buffer_release(&words);
}

/* Writes one of the two agenda files into the half-made folder. */
static bool agenda_make(const char *path, const char *name, const struct agenda *agenda,
	void (*write)(struct buffer *, const struct agenda *))
{
	struct buffer bytes = BUFFER_EMPTY;
	char *file = path_of(path, "%s", name);

	write(&bytes, agenda);
	bool made = file_make(file, bytes.bytes, bytes.len);
	buffer_release(&bytes);
	free(file);
	return made;
}

/* The folder is nobody else's yet: no other file can have the name. */
static bool secret_begin(const char *path)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct secret secret = {{0}};
	char *file = path_of(path, SECRET_FILE);

	bool made = secret_random(&secret);
	secret_write(&bytes, &secret);
	made = made && file_make(file, bytes.bytes, bytes.len);
	buffer_release(&bytes);
	free(file);
	return made;
}

/* Everything inside, synced. */
static bool inside_make(const char *path, const struct agenda *agenda)
{
	struct error unmade = {0};
	bool made = session_dirs_make(path, &unmade) && agenda_make(path, "agenda.yaml", agenda, agenda_write) &&
		agenda_make(path, "people/agenda.yaml", agenda, agenda_write_people) &&
		secret_begin(path);
	char *people = path_of(path, "people");
	made = made && dir_sync(people) && dir_sync(path);
	free(people);
	return made;
}

/* Takes away what inside_make() may have made. */
static void folder_unmake(const char *path)
{
	static const char *const files[] = {"agenda.yaml", "people/agenda.yaml", SECRET_FILE};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *file = path_of(path, "%s", files[i]);
		unlink(file);
		free(file);
	}
	for (size_t i = 0; i < SESSION_DIRS; i++) {
		char *dir = path_of(path, "%s", session_dirs[i]);
		rmdir(dir);
		free(dir);
	}
	rmdir(path);
}

/* Moves the whole folder to its place, which must be free or an empty directory. */
static bool move_there(const char *made, const char *place, bool empty_is_fine)
{
	if (!empty_is_fine) {
		if (renameat2(AT_FDCWD, made, AT_FDCWD, place, RENAME_NOREPLACE) == 0)
			return true;
		if (errno != EINVAL && errno != ENOSYS)
			return false;
		/* This file system cannot: an empty directory keeps the place meanwhile. */
		if (mkdir(place, 0700) != 0)
			return false;
	}
	if (rename(made, place) == 0)
		return true;
	int failed = errno;
	if (!empty_is_fine)
		rmdir(place);
	errno = failed;
	return false;
}

/* Moves it to the first free name in the default place; NULL with errno when there is none. */
static char *move_home(const char *made, const char *home, const struct agenda *agenda)
{
	for (int number = 1; number < NAMES_TRIED; number++) {
		struct buffer name = BUFFER_EMPTY;

		folder_name(&name, agenda, number);
		char *place = path_of(home, "%s", name.bytes);
		buffer_release(&name);
		if (move_there(made, place, false))
			return place;
		free(place);
		if (errno != EEXIST && errno != ENOTEMPTY)
			return NULL;
	}
	return NULL;
}

static char *move_to(const char *made, const char *dir)
{
	return move_there(made, dir, true) ? mem_text(dir) : NULL;
}

/* Makes it in `parent` and moves it to `dir`, or to a name of its own there when NULL. */
static char *folder_make(const char *parent, const char *dir, const struct agenda *agenda)
{
	char *made = path_of(parent, ".new-%s", agenda->session);

	bool whole = mkdir(made, 0700) == 0 && chmod(made, 0700) == 0 && inside_make(made, agenda);
	char *path = NULL;
	if (whole)
		path = dir ? move_to(made, dir) : move_home(made, parent, agenda);
	int failed = errno;
	if (path)
		dir_sync(parent);
	else
		folder_unmake(made);
	free(made);
	errno = failed;
	return path;
}

bool folder_create(struct agenda *agenda, const char *dir, char **path, struct error *error)
{
	struct buffer home = BUFFER_EMPTY;
	char id[17];

	if (!random_hex(id, 8))
		return error_status(error, 3, "cannot make a session: no random numbers: %s",
			strerror(errno));
	if (!dir && !folder_home(&home, error))
		return false;
	if (!dir && !dir_make_all(home.bytes)) {
		error_status(error, 3, "cannot make %s: %s", home.bytes, strerror(errno));
		buffer_release(&home);
		return false;
	}
	mem_replace(&agenda->session, id);
	char *place = dir ? path_trimmed(dir) : NULL;
	char *parent = dir ? path_parent(place) : buffer_take(&home);
	*path = folder_make(parent, place, agenda);
	if (!*path && dir && (errno == ENOTEMPTY || errno == EEXIST))
		error_status(error, 3,
			"cannot make a session in %s: there is something in it already", dir);
	else if (!*path)
		error_status(error, 3, "cannot make a session in %s: %s", dir ? dir : parent,
			strerror(errno));
	free(place);
	free(parent);
	return *path != NULL;
}
