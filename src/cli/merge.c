/* SPDX-License-Identifier: MIT */
/* merge.c - `roundtable merge`: the logs of laptops that were apart, brought together. */
#include "cli/verbs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/record_file.h"
#include "report/report.h"
#include "store/files.h"
#include "sync/merge_folders.h"

struct merging {
	const char *into;
	bool dry;
	bool found;        /* something wants a look */
	size_t came, had, aside;
	struct buffer out;
};

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static void say_seat(struct merging *m, const struct merge_seat *seat)
{
	struct buffer *out = &m->out;

	buffer_format(out, "  %s: ", seat->name);
	if (seat->held)
		buffer_format(out, "held, %zu event%s not taken", seat->came, plural(seat->came));
	else if (seat->came)
		buffer_format(out, "%zu event%s %s", seat->came, plural(seat->came),
			m->dry ? "would come" : "came");
	else
		buffer_text(out, "nothing came");
	if (seat->people && !seat->held)
		buffer_format(out, ", with %zu line%s of people", seat->people,
			plural(seat->people));
	buffer_format(out, ", %zu here already", seat->had);
	if (seat->aside)
		buffer_format(out, ", %zu set aside from number %" PRId64 " on", seat->aside,
			seat->parts_at);
	buffer_char(out, '\n');
	m->came += seat->held ? 0 : seat->came;
	m->had += seat->had;
	m->aside += seat->aside;
}

/* Each line, indented. */
static void say_under(struct buffer *out, const struct buffer *lines)
{
	for (const char *at = lines->bytes; *at;) {
		size_t len = strcspn(at, "\n");

		buffer_format(out, "  %.*s\n", (int)len, at);
		at += len + (at[len] == '\n');
	}
}

static bool merge_one(struct merging *m, const char *from, struct error *error)
{
	struct merge_result result;
	bool merged = merge_folder(&result, m->into, from, m->dry, error);

	buffer_format(&m->out, "from %s:\n", from);
	for (size_t i = 0; merged && i < result.count; i++)
		say_seat(m, &result.seats[i]);
	if (merged && !result.count)
		buffer_text(&m->out, "  nothing of any seat\n");
	say_under(&m->out, &result.said);
	say_under(&m->out, &result.told);
	m->found = m->found || result.told.len;
	merge_result_release(&result);
	return merged;
}

/* The record of a closed session is made true of what came late. */
static bool record_renew(const char *folder, bool *renewed, struct error *error)
{
	struct loaded loaded;
	struct session session;
	struct buffer record = BUFFER_EMPTY, was = BUFFER_EMPTY, path = BUFFER_EMPTY;
	bool good = true;

	if (!folder_load(&loaded, folder, error))
		return false;
	session_init(&session, &loaded.agenda, &loaded.agenda.people);
	history_fold(&loaded.history, &session);
	if (session.state == MEETING_CLOSED) {
		struct error unread = {0};

		buffer_format(&path, "%s/record.yaml", folder);
		record_write(&record, &session);
		bool same = access(path.bytes, F_OK) == 0 &&
			file_read(&was, path.bytes, SIZE_MAX, &unread) &&
			buffer_same(&was, &record);
		*renewed = !same;
		good = same || record_save(&session, folder, error);
	}
	session_release(&session);
	loaded_release(&loaded);
	buffer_release(&record);
	buffer_release(&was);
	buffer_release(&path);
	return good;
}

/* A folder by its path, else a session in the default place by the beginning of its name. */
static char *folder_of(const char *word)
{
	struct error unsaid = {0};
	char *path = NULL;

	if (access(word, F_OK) == 0 || strchr(word, '/') || !folder_find(word, &path, &unsaid))
		return mem_text(word);
	return path;
}

static bool merge_into(struct merging *m, char *const *words, size_t count, struct error *error)
{
	bool good = true, renewed = false;
	char **folders = mem_new(count, sizeof *folders);

	for (size_t i = 0; i < count; i++)
		folders[i] = folder_of(words[i]);

	/* All are looked at before any is merged. */
	for (size_t i = 0; good && i < count; i++)
		good = merge_check(m->into, folders[i], error);
	for (size_t i = 0; good && i < count; i++)
		good = merge_one(m, folders[i], error);
	if (good)
		buffer_format(&m->out, "%zu event%s %s, %zu here already, %zu set aside\n", m->came,
			plural(m->came), m->dry ? "would come" : "came", m->had, m->aside);
	good = good && (m->dry || record_renew(m->into, &renewed, error));
	if (renewed)
		buffer_text(&m->out, "record.yaml was written anew\n");
	for (size_t i = 0; i < count; i++)
		free(folders[i]);
	free(folders);
	return good;
}

static int merge_given(const struct given *given)
{
	struct error error = {0};
	struct merging m = {.dry = given_value(given, "dry-run") != NULL, .out = BUFFER_EMPTY};
	struct buffer clean = BUFFER_EMPTY;
	char *into = NULL;

	if (!folder_find(given->words[0], &into, &error))
		return cli_fail(&error);
	m.into = into;
	bool good = merge_into(&m, given->words + 1, given->count - 1, &error);
	clean_lines(&clean, m.out.bytes);
	buffer_release(&m.out);
	free(into);
	if (good)
		return out_end(&clean, m.found ? 1 : 0);
	/* What was merged until then is said, if it can be; the failure in any case, and once. */
	struct error unsaid = {0};
	out_write(&clean, &unsaid);
	buffer_release(&clean);
	return cli_fail(&error);
}

int merge_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};

	if (!given_read(&given, verb_row("merge"), argc, argv, 2, SIZE_MAX, &error))
		return cli_fail(&error);
	int status = merge_given(&given);
	given_release(&given);
	return status;
}
