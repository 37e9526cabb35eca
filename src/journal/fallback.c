/* SPDX-License-Identifier: MIT */
/* fallback.c - the folder to which a seat writes when its session folder is lost, and the way back. */
#include "journal/fallback.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"
#include "journal/append.h"
#include "journal/log_parts.h"
#include "log/event_line.h"
#include "store/files.h"

enum { FALLBACKS_TRIED = 1000, HEAD_BYTES = 512, NAME_BYTES = 100 };

static const char done_suffix[] = ".done", id_key[] = "\nsession: \"";

/* The start of the file, as text; what cannot be read is -1. */
static ssize_t read_head(char out[HEAD_BYTES + 1], const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t count = -1;

	if (fd >= 0)
		do
			count = read(fd, out, HEAD_BYTES);
		while (count < 0 && errno == EINTR);
	file_close(fd);
	out[count > 0 ? count : 0] = '\0';
	return count;
}

bool fallback_session_id(char out[SESSION_ID_SIZE], const char *folder, struct error *error)
{
	char head[HEAD_BYTES + 1];
	char *path = path_of(folder, "agenda.yaml");
	bool read = read_head(head, path) >= 0 ||
		error_status(error, 3, "cannot read %s: %s", path, strerror(errno));
	const char *at = strstr(head, id_key);

	free(path);
	out[0] = '\0';
	if (!at)
		return read;
	at += sizeof id_key - 1;
	size_t len = strspn(at, "0123456789abcdef");
	if (len && len < SESSION_ID_SIZE && at[len] == '"') {
		memcpy(out, at, len);
		out[len] = '\0';
	}
	return read;
}

/* The directory of all fallback folders; NULL when there is none. */
static char *fallback_home(void)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && *state == '/')
		return path_of(state, "roundtable");
	return home && *home == '/' ? path_of(home, ".local/state/roundtable") : NULL;
}

/* -SEAT-ID, which ends the name of every fallback folder of that seat (and then .2, .3 …). */
static void name_end(char out[NAME_SIZE + SESSION_ID_SIZE + 2], const char *seat,
	const char *session)
{
	snprintf(out, NAME_SIZE + SESSION_ID_SIZE + 2, "-%s-%s", seat, session);
}

/* Making */

char *fallback_make(const char *folder, const char *seat, const char *session)
{
	char *home = fallback_home(), *trimmed = path_trimmed(folder), *path = NULL;
	const char *slash = strrchr(trimmed, '/'), *name = slash ? slash + 1 : trimmed;
	char end[NAME_SIZE + SESSION_ID_SIZE + 2];
	struct error unmade = {0};
	bool made = home && dir_make_all(home);

	if (!home)
		errno = ENOENT;
	name_end(end, seat, session);
	for (int i = 1; made && !path && i < FALLBACKS_TRIED; i++) {
		struct buffer there = BUFFER_EMPTY;

		buffer_format(&there, "%s/%.*s%s", home, NAME_BYTES, name, end);
		if (i > 1)
			buffer_format(&there, ".%d", i);
		if (mkdir(there.bytes, 0700) == 0)
			path = buffer_take(&there);
		made = path || errno == EEXIST;
		buffer_release(&there);
	}
	if (path && !(session_dirs_make(path, &unmade) && dir_sync(path) && dir_sync(home))) {
		free(path);
		path = NULL;
	}
	int failed = errno;
	free(trimmed);
	free(home);
	errno = failed;
	return path;
}

/* Finding */

/* Is it the name of a fallback folder of that seat that was not brought back yet? */
static bool is_fallback_of(const char *name, const char *seat, const char *session)
{
	char end[NAME_SIZE + SESSION_ID_SIZE + 2];
	const char *at = name, *found = NULL;
	int64_t number;

	name_end(end, seat, session);
	while ((at = strstr(at, end)) != NULL)
		found = at++;
	if (!found)
		return false;
	found += strlen(end);
	return !*found || (*found == '.' && number_read(found + 1, 2, FALLBACKS_TRIED, &number));
}

/* The seat of a log in the fallback folder that is not empty. */
static bool log_in(const char *path, char seat[NAME_SIZE])
{
	struct names names;
	struct error unread = {0};
	char *dir = path_of(path, "log");

	bool found = false, read = names_read(&names, dir, &unread);
	for (size_t i = 0; read && !found && i < names.count; i++) {
		char *log = path_of(dir, "%s", names.items[i]);
		struct stat is;
		int part;

		found = log_name_read(names.items[i], seat, &part) && stat(log, &is) == 0 &&
			is.st_size > 0;
		free(log);
	}
	if (read)
		names_release(&names);
	free(dir);
	return found;
}

/* Comparing: line by line, as bytes */

/* The number of a line of the log, 0 when it has none. */
static int64_t number_of(const char *line, const char *end)
{
	static const char start[] = "- {seq: ";
	int64_t number = 0;

	if ((size_t)(end - line) < sizeof start || memcmp(line, start, sizeof start - 1) != 0)
		return 0;
	for (line += sizeof start - 1; line < end && *line >= '0' && *line <= '9'; line++) {
		if (number > INT64_MAX / 10 - 1)
			return 0;
		number = number * 10 + (*line - '0');
	}
	return number;
}

/* The line after that of `line`, whose end is put in *end; NULL when it has no newline. */
static const char *line_end(const struct buffer *bytes, const char *line)
{
	size_t left = bytes->len - (size_t)(line - bytes->bytes);
	const char *newline = left ? memchr(line, '\n', left) : NULL;

	return newline ? newline + 1 : NULL;
}

/* Does `in` hold that line? Looked for from *from on, where the last one was found. */
static bool holds_line(const struct buffer *in, const char *line, size_t len, size_t *from)
{
	for (int pass = 0; pass < 2; pass++) {
		const char *at = in->bytes + (pass ? 0 : *from);

		for (const char *end; (end = line_end(in, at)) != NULL; at = end)
			if ((size_t)(end - at) == len && memcmp(at, line, len) == 0) {
				*from = (size_t)(end - in->bytes);
				return true;
			}
	}
	return false;
}

static bool holds(const char *line, size_t len, const char *seat)
{
	struct event *e = line_read(line, len - 1, seat);
	bool read = e != NULL;

	event_free(e);
	return read;
}

/* True when every line of `a` that holds and whose number is over `above` stands in `b`. */
static bool all_in(const struct buffer *a, const struct buffer *b, int64_t above, const char *seat)
{
	size_t from = 0;

	for (const char *line = a->bytes, *end; (end = line_end(a, line)) != NULL; line = end) {
		size_t len = (size_t)(end - line);

		if (number_of(line, end) > above && !holds_line(b, line, len, &from) &&
			holds(line, len, seat))
			return false;
	}
	return true;
}

/* All parts of a seat's log in a folder, in their order, one after the other. */
struct parts {
	struct buffer bytes;
	size_t *ends; /* where each ends in them */
	size_t count;
	int last;     /* number, 0: none */
};

static void parts_release(struct parts *p)
{
	buffer_release(&p->bytes);
	free(p->ends);
}

static bool parts_read(struct parts *out, const char *folder, const char *seat,
	struct error *error)
{
	int *numbers;
	size_t count;
	bool read = parts_there(&numbers, &count, folder, seat, error);

	*out = (struct parts){.bytes = BUFFER_EMPTY, .ends = mem_new(count + 1, sizeof *out->ends)};
	for (size_t i = 0; read && i < count; i++) {
		size_t start = out->bytes.len;
		char *path = log_path(folder, seat, numbers[i]);

		read = file_read(&out->bytes, path, FILE_MOST, error);
		free(path);
		buffer_cut_line(&out->bytes, start);
		out->ends[out->count++] = out->bytes.len;
		out->last = numbers[i];
	}
	free(numbers);
	return read;
}

/* Bringing back */

static bool fail(struct error *error, const char *path)
{
	return error_status(error, 3,
		"cannot bring back the lines that are kept in %s: %s; what is there is safe, make "
		"room and open the session again", path, strerror(errno));
}

/* Each of them as the part after the last: of a number that stands in two the later counts, here as
 * there. */
static bool write_parts(const char *folder, const char *seat, int last, const struct parts *parts)
{
	bool written = true;

	for (size_t i = 0, start = 0; written && i < parts->count; start = parts->ends[i++]) {
		struct append_file file;

		if (parts->ends[i] == start)
			continue;
		last = part_make(&file, folder, seat, last);
		if (!last)
			return false;
		written = append_write(&file, parts->bytes.bytes + start, parts->ends[i] - start) &&
			append_sync(&file);
		append_close(&file);
	}
	return written;
}

/* Newcomers go before the lines that need them. Whom the file has twice counts once. */
static bool bring_people(const char *from, const char *folder, const char *seat,
	struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct append_file file = APPEND_NONE;
	char *source = path_of(from, "people/%s.yaml", seat);
	char *dir = path_of(folder, "people"), *path = path_of(dir, "%s.yaml", seat);
	bool good = true;

	if (access(source, F_OK) == 0)
		good = file_read(&bytes, source, FILE_MOST, error);
	buffer_cut_line(&bytes, 0);
	if (good && bytes.len) {
		good = (append_open(&file, path, false, NULL) &&
			append_write(&file, bytes.bytes, bytes.len) && append_sync(&file) &&
			dir_sync(dir)) || fail(error, from);
		append_close(&file);
	}
	buffer_release(&bytes);
	free(source);
	free(dir);
	free(path);
	return good;
}

/* Its draft is the newer one. */
static void bring_draft(const char *from, const char *folder, const char *seat)
{
	char *source = path_of(from, "draft/%s.yaml", seat);
	char *path = path_of(folder, "draft/%s.yaml", seat);
	struct buffer bytes = BUFFER_EMPTY;
	struct error error = {0};

	if (access(source, F_OK) == 0 && file_read(&bytes, source, FILE_MOST, &error) &&
		bytes.len && bytes.bytes[0] != '\n')
		file_replace(path, bytes.bytes, bytes.len, &error);
	buffer_release(&bytes);
	free(source);
	free(path);
}

/* It keeps what it holds under another name; when it cannot, it is found to add nothing later. */
static void call_done(const char *path)
{
	struct buffer name = BUFFER_EMPTY;

	buffer_format(&name, "%s%s", path, done_suffix);
	if (rename(path, name.bytes) != 0)
		errno = 0;
	buffer_release(&name);
}

static bool bring_one(const char *path, const char *folder, const char *seat, bool *brought,
	struct buffer *notices, struct error *error)
{
	struct parts kept = {.bytes = BUFFER_EMPTY}, there = {.bytes = BUFFER_EMPTY};
	bool good = parts_read(&kept, path, seat, error) && parts_read(&there, folder, seat, error);
	const char *first_end = good ? line_end(&kept.bytes, kept.bytes.bytes) : NULL;
	int64_t first = first_end ? number_of(kept.bytes.bytes, first_end) : 0;
	bool used = good && log_is_locked(path, seat, kept.last);

	if (!good || (!first && used)) {
		;
	} else if (!first) { /* nothing was written there */
		call_done(path);
	} else if (used || !all_in(&there.bytes, &kept.bytes, first, seat)) {
		buffer_format(notices, "%s has gone on otherwise than in %s: what is there is not "
			"in this session; 'roundtable merge %s %s' brings both together\n", seat,
			path, folder, path);
	} else if (all_in(&kept.bytes, &there.bytes, first, seat)) {
		call_done(path);
	} else {
		good = bring_people(path, folder, seat, error) &&
			(write_parts(folder, seat, there.last, &kept) || fail(error, path));
		if (good) {
			bring_draft(path, folder, seat);
			call_done(path);
			buffer_format(notices, "lines of %s came back into this session: they were "
				"kept in %s%s\n", seat, path, done_suffix);
			*brought = true;
		}
	}
	parts_release(&kept);
	parts_release(&there);
	return good;
}

bool fallback_bring_back(const char *folder, const char *seat, const char *session, bool *brought,
	struct buffer *notices, struct error *error)
{
	struct names names = {0};
	char *home = *session ? fallback_home() : NULL;
	bool good = true;

	*brought = false;
	/* An unreadable folder might hold numbers that this seat would give again. */
	if (home && access(home, R_OK | X_OK) == 0)
		good = names_read(&names, home, error);
	for (size_t i = 0; good && i < names.count; i++) {
		if (!is_fallback_of(names.items[i], seat, session))
			continue;
		char *path = path_of(home, "%s", names.items[i]);
		good = bring_one(path, folder, seat, brought, notices, error);
		free(path);
	}
	names_release(&names);
	free(home);
	return good;
}

void fallback_tell(const char *folder, const char *seat, const char *session, struct buffer *notices)
{
	struct names names = {0};
	struct error unread = {0};
	char *home = *session ? fallback_home() : NULL;

	if (home && names_read(&names, home, &unread)) {
		for (size_t i = 0; i < names.count; i++) {
			char *path = path_of(home, "%s", names.items[i]);
			char whose[NAME_SIZE] = "";

			if (strstr(names.items[i], session) && log_in(path, whose) &&
				(!seat || strcmp(whose, seat) != 0) &&
				is_fallback_of(names.items[i], whose, session))
				buffer_format(notices, "lines of %s are kept in %s: 'roundtable merge "
					"%s %s' brings them here\n", whose, path, folder, path);
			free(path);
		}
		names_release(&names);
	}
	free(home);
}

void fallback_tell_all(const char *folder, struct buffer *notices)
{
	char session[SESSION_ID_SIZE];
	struct error unread = {0};

	if (fallback_session_id(session, folder, &unread))
		fallback_tell(folder, NULL, session, notices);
}
