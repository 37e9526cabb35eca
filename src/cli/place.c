/* SPDX-License-Identifier: MIT */
/* place.c - which folder a word on the command line means; the record kept in it. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/today.h"
#include "store/folder.h"
#include "seat/clock.h"
#include "text/text.h"

/* A session that is there, or the agenda of which one is to be made. */
struct sought {
	char *folder;         /* where the session is; NULL: it is to be made */
	char *dir;            /* and there, if not in the default place */
	struct agenda agenda; /* of this */
	bool has_agenda;
	char *open_already;
};

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

static bool seek_agenda(struct sought *out, const char *path, bool resume, bool fresh,
	struct error *error)
{
	struct problems problems = {0};

	out->has_agenda = agenda_read(&out->agenda, path, today_here(), &problems);
	if (!out->has_agenda)
		agenda_fails(&problems, path, error);
	problems_release(&problems);
	if (!out->has_agenda || fresh)
		return out->has_agenda;
	char *there = open_one(&out->agenda, out->dir);
	if (!there || resume) {
		out->folder = there;
		return true;
	}
	out->open_already = there;
	return error_status(error, 2, "a session of %s is open already, %s: --resume goes on in "
		"it, --new begins another", path, there);
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

static bool session_seek(struct sought *out, const char *word, const char *dir, bool resume, bool fresh,
	struct error *error)
{
	*out = (struct sought){.dir = mem_text(dir)};
	if (folder_is_session(word)) {
		out->folder = mem_text(word);
		return true;
	}
	if (is_file(word))
		return seek_agenda(out, word, resume, fresh, error);
	if (folder_find(word, &out->folder, error))
		return true;
	maybe_verb(word, error);
	return false;
}

static bool session_make(struct sought *s, struct error *error)
{
	return s->folder || folder_create(&s->agenda, s->dir, &s->folder, error);
}

static void sought_release(struct sought *s)
{
	free(s->folder);
	free(s->dir);
	free(s->open_already);
	if (s->has_agenda)
		agenda_release(&s->agenda);
	*s = (struct sought){0};
}

bool session_for(const char *word, const char *dir, bool resume, bool fresh, char **folder,
	char **open_already, struct error *error)
{
	struct sought sought;

	*folder = NULL;
	bool found = session_seek(&sought, word, dir, resume, fresh, error) &&
		session_make(&sought, error);
	*open_already = sought.open_already;
	sought.open_already = NULL;
	if (found) {
		*folder = sought.folder;
		sought.folder = NULL;
	}
	sought_release(&sought);
	return found;
}

