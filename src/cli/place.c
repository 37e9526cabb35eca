/* SPDX-License-Identifier: MIT */
/* place.c - which folder a word on the command line means; the record kept in it. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/today.h"
#include "journal/folder.h"
#include "report/report.h"
#include "seat/clock.h"
#include "text/text.h"

int64_t moment_now(void)
{
	struct clock clock;

	clock_start(&clock);
	return clock_now(&clock);
}

struct date today_here(void)
{
	char *zone = zone_of_machine();
	struct civil now = zone_civil(zone, moment_now());

	free(zone);
	return now.date;
}

static bool is_file(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && !S_ISDIR(about.st_mode);
}

/* The first problem of an agenda as one error. */
static bool agenda_fails(const struct problems *problems, const char *path, struct error *error)
{
	for (size_t i = 0; i < problems->count; i++) {
		const struct problem *it = &problems->items[i];

		if (!it->is_error)
			continue;
		if (!it->place.line)
			return error_status(error, 3, "%s: %s", path, it->text);
		return error_status(error, 1, "%s:%zu:%zu: %s%s", path, it->place.line,
			it->place.column, it->text,
			problems->errors > 1 ? "; roundtable check says what else" : "");
	}
	return error_status(error, 1, "%s is no agenda: see roundtable check", path);
}

/* The open session of the agenda, where it would be: at `dir`, or in the default place. */
static char *open_one(const struct agenda *agenda, const char *dir)
{
	if (dir)
		return folder_is_session(dir) ? mem_text(dir) : NULL;
	return folder_open_session(agenda);
}

static bool agenda_session(const char *path, const char *dir, bool resume, bool fresh,
	char **folder,
	char **open_already, struct error *error)
{
	struct agenda agenda;
	struct problems problems = {0};
	char *there = NULL;

	if (!agenda_read(&agenda, path, today_here(), &problems)) {
		agenda_fails(&problems, path, error);
		problems_release(&problems);
		return false;
	}
	problems_release(&problems);
	if (!fresh)
		there = open_one(&agenda, dir);
	if (there && resume)
		*folder = there;
	else if (there)
		*open_already = there;
	bool made = there ? resume : folder_create(&agenda, dir, folder, error);
	if (there && !resume)
		error_status(error, 2, "a session of %s is open already, %s: --resume goes on in "
			"it, --new begins another", path, there);
	agenda_release(&agenda);
	return made;
}

/* No session is called by that word: it may be a verb that was mistyped. */
static void maybe_verb(const char *word, struct error *error)
{
	const char *names[32];
	size_t count = 0;

	for (unsigned i = 0; i < verb_count && count < 32; i++)
		names[count++] = verb_table[i].name;
	size_t near = strchr(word, '/') ? SIZE_MAX : text_nearest(word, names, count);
	if (near != SIZE_MAX)
		error_status(error, 2, "no agenda, session or command is called '%s': did you "
			"mean %s?",
			word, names[near]);
}

bool session_for(const char *word, const char *dir, bool resume, bool fresh, char **folder,
	char **open_already, struct error *error)
{
	*folder = *open_already = NULL;
	if (folder_is_session(word)) {
		*folder = mem_text(word);
		return true;
	}
	if (is_file(word))
		return agenda_session(word, dir, resume, fresh, folder, open_already, error);
	if (folder_find(word, folder, error))
		return true;
	maybe_verb(word, error);
	return false;
}

bool record_save(const struct session *session, const char *folder, struct error *error)
{
	struct buffer record = BUFFER_EMPTY, path = BUFFER_EMPTY;

	record_write(&record, session);
	buffer_format(&path, "%s/record.yaml", folder);
	bool saved = file_replace(path.bytes, record.bytes, record.len, error);
	buffer_release(&record);
	buffer_release(&path);
	return saved;
}
