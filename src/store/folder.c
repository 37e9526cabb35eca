/* SPDX-License-Identifier: MIT */
/* folder.c - session folders, found and listed. */
#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "store/files.h"

bool folder_home(struct buffer *out, struct error *error)
{
	const char *own = getenv("ROUNDTABLE_HOME"), *data = getenv("XDG_DATA_HOME"),
		   *home = getenv("HOME");

	if (own && *own)
		buffer_text(out, own);
	else if (data && *data == '/')
		buffer_format(out, "%s/roundtable", data);
	else if (home && *home)
		buffer_format(out, "%s/.local/share/roundtable", home);
	else
		return error_status(error, 3, "no place for sessions: set ROUNDTABLE_HOME or HOME");
	while (out->len > 1 && out->bytes[out->len - 1] == '/')
		buffer_cut(out, out->len - 1);
	return true;
}

static bool is_file(const char *dir, const char *name)
{
	struct stat is;
	char *path = path_of(dir, "%s", name);

	bool there = stat(path, &is) == 0 && S_ISREG(is.st_mode);
	free(path);
	return there;
}

bool folder_is_session(const char *path)
{
	return is_file(path, "agenda.yaml") && is_file(path, "people/agenda.yaml");
}

/* A file that is not there is one thing, one that may not be looked at another. */
bool folder_want_session(const char *path, struct error *error)
{
	static const char *const files[] = {"agenda.yaml", "people/agenda.yaml"};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct stat is;
		char *file = path_of(path, "%s", files[i]);
		int failed = stat(file, &is) == 0 ? 0 : errno;

		if (failed && failed != ENOENT && failed != ENOTDIR)
			error_status(error, 3, "cannot open %s: %s", file, strerror(failed));
		free(file);
		if (failed && failed != ENOENT && failed != ENOTDIR)
			return false;
	}
	return folder_is_session(path) ||
		error_status(error, 3,
			"%s is no session folder: it has no agenda.yaml and people/agenda.yaml",
			path);
}

static bool begins_with(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* The sessions in `home` whose name begins so; an exact name is the only one. */
static size_t count_named(const char *home, const struct names *names, const char *word,
	const char **first, const char **second)
{
	size_t count = 0;

	for (size_t i = 0; i < names->count; i++) {
		char *path = path_of(home, "%s", names->items[i]);
		bool fits = begins_with(names->items[i], word) && folder_is_session(path);

		free(path);
		if (!fits)
			continue;
		if (!count || strcmp(names->items[i], word) == 0)
			*first = names->items[i];
		else
			*second = names->items[i];
		count++;
		if (strcmp(names->items[i], word) == 0)
			return 1;
	}
	return count;
}

static bool find_at_home(const char *word, char **path, struct error *error)
{
	struct buffer home = BUFFER_EMPTY;
	struct names names = {0};
	const char *first = NULL, *second = NULL;

	bool found = folder_home(&home, error) && names_read(&names, home.bytes, error);
	if (found) {
		size_t count = *word ? count_named(home.bytes, &names, word, &first, &second) : 0;

		if (count == 1)
			*path = path_of(home.bytes, "%s", first);
		else if (count)
			error_status(error, 2,
				"'%s' begins several sessions, %s and %s: give more of the name",
				word, first, second);
		else
			error_status(error, 3,
				"no session '%s' here or in %s: 'roundtable sessions' lists them",
				word, home.bytes);
		found = count == 1;
	}
	names_release(&names);
	buffer_release(&home);
	return found;
}

bool folder_may_be_written(const char *path, const char *seat)
{
	char *dir = path_of(path, "log"), *log = log_path(path, seat, 1);
	bool may = faccessat(AT_FDCWD, access(log, F_OK) == 0 ? log : dir, W_OK, AT_EACCESS) == 0;

	free(dir);
	free(log);
	return may;
}

bool folder_find(const char *session, char **path, struct error *error)
{
	if (*session && folder_is_session(session)) {
		*path = path_trimmed(session);
		return true;
	}
	if (!strchr(session, '/'))
		return find_at_home(session, path, error);
	if (access(session, F_OK) != 0)
		return error_status(error, 3, "cannot open %s: %s", session, strerror(errno));
	return folder_want_session(session, error);
}

/* Is the last close or reopen that stands a close? */
static bool is_closed(const struct history *h)
{
	for (size_t i = h->count; i; i--) {
		const struct packed *e = history_at(h, i - 1);

		if ((e->kind == EVENT_CLOSED || e->kind == EVENT_REOPENED) &&
			!history_is_undone(h, i - 1))
			return e->kind == EVENT_CLOSED;
	}
	return false;
}

/* The date at the start of a folder's name. */
static struct date date_in(const char *name)
{
	char text[11] = "";
	struct date date = {0};

	if (strlen(name) >= 10)
		memcpy(text, name, 10);
	date_read(text, &date);
	return date;
}

static void fill_entry(struct folder_entry *entry)
{
	struct loaded loaded;
	struct error error = {0};

	if (!folder_load(&loaded, entry->path, &error)) {
		entry->date = date_in(entry->name);
		return;
	}
	entry->title = mem_text(loaded.agenda.title);
	entry->date = loaded.agenda.date;
	entry->closed = is_closed(&loaded.history);
	entry->events = loaded.history.count;
	loaded_release(&loaded);
}

/* Newest date first, then by name. */
static int by_date(const void *a, const void *b)
{
	const struct folder_entry *one = a, *other = b;
	int64_t day = date_days(one->date), other_day = date_days(other->date);

	if (day != other_day)
		return day < other_day ? 1 : -1;
	return strcmp(one->name, other->name);
}

bool folder_list(struct folder_entry **out, size_t *count, struct error *error)
{
	struct buffer home = BUFFER_EMPTY;
	struct names names = {0};
	size_t room = 0;

	*out = NULL;
	*count = 0;
	if (!folder_home(&home, error) || !names_read(&names, home.bytes, error)) {
		buffer_release(&home);
		return false;
	}
	for (size_t i = 0; i < names.count; i++) {
		char *path = path_of(home.bytes, "%s", names.items[i]);

		if (!folder_is_session(path)) {
			free(path);
			continue;
		}
		*out = array_room(*out, *count, &room, sizeof **out);
		(*out)[*count] =
			(struct folder_entry){.path = path, .name = mem_text(names.items[i])};
		fill_entry(&(*out)[(*count)++]);
	}
	if (*count)
		qsort(*out, *count, sizeof **out, by_date);
	names_release(&names);
	buffer_release(&home);
	return true;
}

void folder_list_free(struct folder_entry *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(list[i].path);
		free(list[i].name);
		free(list[i].title);
	}
	free(list);
}

/* Only the session of that very title and date is read whole. */
static bool is_open_session(const char *path, const struct agenda *agenda)
{
	struct loaded loaded;
	struct error error = {0};

	if (!folder_is_session(path) || !folder_read_agenda(&loaded, path, &error))
		return false;
	bool same = same_text(loaded.agenda.title, agenda->title) &&
		date_days(loaded.agenda.date) == date_days(agenda->date);
	loaded_release(&loaded);
	if (!same || !folder_load(&loaded, path, &error))
		return false;
	bool open = !is_closed(&loaded.history);
	loaded_release(&loaded);
	return open;
}

char *folder_open_session(const struct agenda *agenda)
{
	struct buffer home = BUFFER_EMPTY;
	struct names names = {0};
	struct error error = {0};
	char *found = NULL;

	/* Among several of one day the last name is the newest. */
	if (folder_home(&home, &error) && names_read(&names, home.bytes, &error))
		for (size_t i = names.count; i && !found; i--) {
			found = path_of(home.bytes, "%s", names.items[i - 1]);
			if (is_open_session(found, agenda))
				continue;
			free(found);
			found = NULL;
		}
	names_release(&names);
	buffer_release(&home);
	return found;
}
