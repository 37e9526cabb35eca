/* SPDX-License-Identifier: MIT */
/* folder_verify.c - what is whole, torn or damaged in a session folder; changes nothing. */
#include "store/exposure.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "log/people_lines.h"
#include "store/conflicts.h"
#include "store/files.h"
#include "store/folder.h"

struct verify {
	const char *path;
	FILE *out;
	char *session; /* the id that every log must say, NULL when the agenda says none */
	bool whole;    /* so far */
};

static void say_flaw(struct verify *v, const char *name, const struct flaw *s, int64_t forks)
{
	size_t first = s->start, last = s->start + (s->len ? s->len - 1 : 0);

	fprintf(v->out, "log/%s:%zu: ", name, s->line);
	if (forks) {
		fprintf(v->out,
			"forked: number %" PRId64 " stands here again and says something else "
			"(bytes %zu-%zu): it is not taken\n",
			forks, first, last);
		return;
	}
	switch (s->kind) {
	case FLAW_DAMAGED:
		if (s->len)
			fprintf(v->out, "damaged: 1 line (bytes %zu-%zu) does not hold\n", first,
				last);
		else
			fprintf(v->out,
				"damaged: a line that belongs before it (byte %zu) is missing\n",
				first);
		return;
	case FLAW_TORN:
		fprintf(v->out, "torn: the last line (bytes %zu-%zu) is not whole\n", first, last);
		return;
	case FLAW_UNENDED:
		fprintf(v->out,
			"torn: the last line (bytes %zu-%zu) holds, but lacks its newline\n", first,
			last);
		return;
	case FLAW_OPEN_GROUP:
		fprintf(v->out,
			"torn: the end of a typed line (from bytes %zu-%zu on) is missing\n", first,
			last);
		return;
	case FLAW_ALTERED:
		fprintf(v->out, "altered: the line (bytes %zu-%zu) holds, but was not written so\n",
			first, last);
		return;
	}
}

/* whole, or the worst of what is wrong. */
static const char *log_word(const struct log_reading *r)
{
	const char *word = "whole";

	for (size_t i = 0; i < r->flaw_count; i++) {
		if (r->flaws[i].kind == FLAW_DAMAGED)
			return "damaged";
		word = r->flaws[i].kind == FLAW_ALTERED ? "altered" : "torn";
	}
	return word;
}

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static bool verify_log(struct verify *v, const char *name, const char *seat, struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading reading;
	char *path = path_of(v->path, "log/%s", name);

	bool read = file_read(&bytes, path, FILE_MOST, error);
	free(path);
	if (!read)
		return false;
	log_read(&reading, bytes.bytes, bytes.len, seat);
	fprintf(v->out, "log/%s: %s, %zu event%s\n", name, log_word(&reading), reading.count,
		plural(reading.count));
	for (size_t i = 0; i < reading.flaw_count; i++)
		say_flaw(v, name, &reading.flaws[i],
			flaw_conflict(&reading, &reading.flaws[i], bytes.bytes, seat));
	if (reading.readonly)
		fprintf(v->out, "log/%s: %s\n", name, reading.readonly_why);
	bool stray = log_is_of_another(&reading, v->session);
	if (stray)
		fprintf(v->out, "log/%s: it is the log of another session\n", name);
	v->whole = v->whole && !reading.flaw_count && !reading.readonly && !stray;
	log_reading_release(&reading);
	buffer_release(&bytes);
	return true;
}

/* A file that is no log: a copy that a synchroniser made may hold what the log lacks. */
static void say_stranger(struct verify *v, const char *dir, const char *name)
{
	bool is_copy = is_copy_name(name);

	fprintf(v->out, "%s/%s: %s\n", dir, name,
		is_copy ? COPY_ADVICE : "not read, it is not named as a seat's file");
	v->whole = v->whole && !is_copy;
}

static bool verify_people(struct verify *v, const char *name, struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct newcomers_found found;
	char *path = path_of(v->path, "people/%s", name);

	bool read = file_read(&bytes, path, FILE_MOST, error);
	free(path);
	if (!read)
		return false;
	newcomers_take(NULL, bytes.bytes, bytes.len, false, &found);
	bool unended = bytes.len && bytes.bytes[bytes.len - 1] != '\n';
	const char *word = "whole";
	if (found.damaged)
		word = "damaged";
	else if (unended || found.altered)
		word = unended ? "torn" : "altered";
	fprintf(v->out, "people/%s: %s, %zu line%s\n", name, word, found.lines,
		plural(found.lines));
	if (found.damaged)
		fprintf(v->out, "people/%s:%zu: damaged: from here %zu piece%s not hold\n", name,
			found.line, found.damaged, found.damaged == 1 ? " does" : "s do");
	if (found.torn)
		fprintf(v->out, "people/%s:%zu: torn: the last line is not whole\n", name, found.torn);
	v->whole = v->whole && !found.damaged && !unended && !found.altered;
	buffer_release(&bytes);
	return true;
}

/* Every file of one directory. */
static bool verify_dir(struct verify *v, const char *dir, struct error *error)
{
	struct names names;
	char *path = path_of(v->path, "%s", dir);
	bool is_log = strcmp(dir, "log") == 0;

	bool read = names_read(&names, path, error);
	for (size_t i = 0; read && i < names.count; i++) {
		const char *name = names.items[i];
		char seat[NAME_SIZE];
		int part;

		if (!is_log && (strcmp(name, "agenda.yaml") == 0 || strcmp(name, "torn") == 0))
			continue;
		if (!log_name_read(name, seat, &part) || (!is_log && part > 1))
			say_stranger(v, dir, name);
		else
			read = is_log ? verify_log(v, name, seat, error)
				      : verify_people(v, name, error);
	}
	names_release(&names);
	free(path);
	return read;
}

/* The agenda and its people, read together. */
static bool verify_agenda(struct verify *v, struct error *error)
{
	struct agenda agenda = {0};
	struct problems problems = {0};
	bool read = true;
	char *path = path_of(v->path, "agenda.yaml");
	char *people = path_of(v->path, "people/agenda.yaml");

	if (agenda_read_session(&agenda, path, people, &problems)) {
		fprintf(v->out, "agenda.yaml: whole, %zu item%s, %zu person%s\n", agenda.item_count,
			plural(agenda.item_count), agenda.people.count,
			plural(agenda.people.count));
		v->session = agenda.session ? mem_text(agenda.session) : NULL;
		agenda_release(&agenda);
	} else if (problems_unread(&problems)) {
		const struct problem *it = problems_unread(&problems);

		read = error_status(error, 3, "%s: %s", it->place.file, it->text);
	} else {
		fputs("agenda.yaml: damaged\n", v->out);
		problems_print(&problems, v->out);
		v->whole = false;
	}
	problems_release(&problems);
	free(path);
	free(people);
	return read;
}

/* The file changes nothing that was said in the room: only exports need it. */
static bool verify_secret(struct verify *v, struct error *error)
{
	struct secret secret;
	char why[SECRET_WHY_SIZE];

	switch (secret_load(&secret, v->path, v->session, why)) {
	case SECRET_KEPT: fputs(SECRET_FILE ": whole\n", v->out); return true;
	case SECRET_MISSING:
		fputs(SECRET_FILE ": missing, as in older sessions: opening a seat makes it\n",
			v->out);
		return true;
	case SECRET_DAMAGED:
		fprintf(v->out, SECRET_FILE ": damaged: %s\n", why);
		v->whole = false;
		return true;
	case SECRET_UNREAD: break;
	}
	return error_status(error, 3, "cannot read %s/" SECRET_FILE ": %s", v->path, why);
}

static bool say_torn(struct verify *v, const char *dir, struct error *error)
{
	struct names names;
	size_t forks = 0;
	char *path = path_of(v->path, "%s", dir);

	bool read = names_read(&names, path, error);
	for (size_t i = 0; i < names.count; i++)
		forks += strstr(names.items[i], ".fork-") != NULL;
	if (names.count > forks)
		fprintf(v->out, "%s/: %zu unfinished end%s set aside earlier\n", dir,
			names.count - forks, plural(names.count - forks));
	if (forks)
		fprintf(v->out, "%s/: %zu branch%s of a forked log kept by a merge\n", dir, forks,
			forks == 1 ? "" : "es");
	names_release(&names);
	free(path);
	return read;
}

/* Open modes leave the files whole. */
static void say_exposure(struct verify *v)
{
	struct buffer line = BUFFER_EMPTY;

	exposure_tell(folder_exposure(v->path), v->path, &line);
	fputs(line.bytes, v->out);
	buffer_release(&line);
}

bool folder_verify(const char *path, FILE *out, bool *whole, struct error *error)
{
	struct verify v = {.path = path, .out = out, .whole = true};

	if (!folder_want_session(path, error))
		return false;
	bool read = verify_agenda(&v, error) && verify_secret(&v, error) &&
		verify_dir(&v, "people", error) && verify_dir(&v, "log", error) &&
		say_torn(&v, TORN_DIR, error) && say_torn(&v, TORN_PEOPLE_DIR, error);
	free(v.session);
	if (read)
		say_exposure(&v);
	if (read)
		*whole = v.whole;
	return read;
}
