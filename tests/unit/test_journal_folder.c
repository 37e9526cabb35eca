/* SPDX-License-Identifier: MIT */
/* test_journal_folder.c - the session folder, a row each: made, named, found, listed, read,
 * verified. */
#include "unit/cases.h"
#include "unit/stage.h"

#include <sys/stat.h>

#include "store/exposure.h"
#include "store/files.h"
#include "store/conflicts.h"
#include "agenda/newcomer.h"
#include "log/event_line.h"
#include "log/people_lines.h"

#define SECRET_WHOLE "secret.yaml: whole\n"

struct row {
	const char *name;
	void (*play)(struct stage *s, const char *input, struct buffer *out);
	const char *input;
	const char *expected;
};

static const char *name_of(const char *path)
{
	return strrchr(path, '/') + 1;
}

/* Makes a session of that title and adds the name of its folder. */
static char *make(struct stage *s, const char *title, const char *date, struct buffer *out)
{
	struct agenda agenda = {0};
	char *path = NULL;

	if (stage_agenda(s, &agenda, title, date)) {
		if (folder_create(&agenda, NULL, &path, &s->error))
			buffer_format(out, "%s%s", out->len ? " " : "", name_of(path));
		else
			buffer_text(out, s->error.text);
		agenda_release(&agenda);
	}
	return path;
}

static void named(struct stage *s, const char *title, struct buffer *out)
{
	free(make(s, title, "2026-04-16", out));
}

static void named_twice(struct stage *s, const char *title, struct buffer *out)
{
	for (int i = 0; i < 3; i++)
		free(make(s, title, "2026-04-16", out));
}

static void say_mode(struct buffer *out, const char *folder, const char *name)
{
	char path[512];
	struct stat is;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if (stat(path, &is) != 0)
		buffer_format(out, "%s is not there; ", name);
	else
		buffer_format(out, "%s %o; ", name, (unsigned)is.st_mode & 07777);
}

static void modes(struct stage *s, const char *input, struct buffer *out)
{
	static const char *const names[] = {".", "agenda.yaml", "secret.yaml", "people",
		"people/agenda.yaml", "log", "log/x.yaml", "draft", "torn"};
	mode_t before = umask(0277);

	(void)input;
	stage_session(s);
	journal_close(stage_journal(s, "x"));
	umask(before);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		say_mode(out, s->session, names[i]);
}

/* "FOLDER AGENDA", the modes. */
static void exposed(struct stage *s, const char *modes_given, struct buffer *out)
{
	static const char *const words[] = {"closed", "open by modes", "open by file system"};
	unsigned folder, agenda;
	char path[512];

	stage_session(s);
	if (sscanf(modes_given, "%o %o", &folder, &agenda) != 2)
		abort();
	snprintf(path, sizeof path, "%s/agenda.yaml", s->session);
	if (chmod(path, agenda) != 0 || chmod(s->session, folder) != 0)
		abort();
	buffer_text(out, words[folder_exposure(s->session)]);
	if (folder_exposure_when_made(s->session) == EXPOSURE_FILE_SYSTEM)
		buffer_text(out, ", not kept when made");
	buffer_text(out, folder_exposure(s->dir) == EXPOSURE_NONE ? "" : ", and beside");
	chmod(s->session, 0700);
}

/* --session DIR; what it leaves in the directory above is counted. */
static void in_a_place(struct stage *s, const char *place, struct buffer *out)
{
	struct agenda agenda = {0};
	char dir[512], *path = NULL;

	snprintf(dir, sizeof dir, "%s/empty", s->dir);
	mkdir(dir, 0755);
	snprintf(dir, sizeof dir, "%s/full", s->dir);
	mkdir(dir, 0755);
	stage_write(s, "full/something", "x", 1);
	if (!stage_agenda(s, &agenda, "Readiness", "2026-04-16"))
		return;
	snprintf(dir, sizeof dir, "%s/%s", s->dir, place);
	bool made = folder_create(&agenda, dir, &path, &s->error);
	buffer_format(out, "%s %s", made ? "made" : "not made", made ? name_of(path) : "");
	buffer_format(out, "%d", made ? folder_is_session(path) : s->error.status);
	snprintf(dir, sizeof dir, "%s/.new-%s", s->dir, agenda.session);
	buffer_text(out, access(dir, F_OK) == 0 ? ", something is left" : "");
	agenda_release(&agenda);
	free(path);
}

static void found(struct stage *s, const char *word, struct buffer *out)
{
	struct buffer names = BUFFER_EMPTY;
	char *path = NULL;

	free(make(s, "Readiness", "2026-04-16", &names));
	free(make(s, "Readiness", "2026-04-16", &names));
	free(make(s, "Resources", "2026-04-16", &names));
	free(make(s, "Partners", "2026-05-02", &names));
	buffer_release(&names);
	if (folder_find(word, &path, &s->error))
		buffer_text(out, name_of(path));
	else
		buffer_format(out, "%d", s->error.status);
	free(path);
}

/* Writes what the seat did: a letter each, o open, n note, c close, r reopen, u undoes the one
 * before, + a note that goes on, ! a damaged line, ? an unknown act, x of another session; at the end f
 * says the number before it otherwise, and d again. */
static void put_act(struct stage *s, struct buffer *out, char act, int64_t seq, int64_t clock)
{
	static const struct {
		char letter;
		enum event_kind kind;
	} kinds[] = {{'o', EVENT_OPENED}, {'x', EVENT_OPENED}, {'c', EVENT_CLOSED},
		{'r', EVENT_REOPENED}, {'u', EVENT_UNDONE}, {'?', EVENT_UNKNOWN}};
	struct event *e;
	enum event_kind kind = EVENT_NOTED;
	size_t start = out->len;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (kinds[i].letter == act)
			kind = kinds[i].kind;
	e = kind == EVENT_OPENED ? sample_header(seq) : event_new(kind);
	e->seq = seq - (act == 'f' || act == 'd');
	e->at = e->clock = clock;
	if (act == 'o')
		event_set_text(e, FIELD_SESSION, s->id);
	if (kind == EVENT_NOTED)
		sample_note(e, act == 'd' ? seq - 1 : seq);
	if (act == 'd')
		e->at = e->clock = clock - 10;
	if (act == 'u')
		event_add_number(e, FIELD_UNDOES, seq - 1);
	if (act == '?')
		e->unknown = mem_text("applaud");
	if (act == '+')
		event_set_true(e, FIELD_MORE);
	line_write(out, e);
	event_free(e);
	if (act == '!')
		out->bytes[start + 40] ^= 1;
}

/* "SEAT:ACTS …", where SEAT may be followed by .2 and by @N, the first number. */
static void put_logs(struct stage *s, const char *logs)
{
	char words[256];

	snprintf(words, sizeof words, "%s", logs);
	for (char *rest, *word = strtok_r(words, " ", &rest); word;
		word = strtok_r(NULL, " ", &rest)) {
		struct buffer lines = BUFFER_EMPTY;
		char name[64], *acts = strchr(word, ':');

		*acts++ = '\0';
		char *at = strchr(word, '@');
		int64_t first = at ? strtoll(at + 1, NULL, 10) : 1;
		snprintf(name, sizeof name, "log/%.*s.yaml",
			(int)(at ? at - word : acts - 1 - word), word);
		for (int64_t i = 0; acts[i]; i++)
			put_act(s, &lines, acts[i], first + i, 1776348000000 + i * 10 + word[0]);
		session_write(s, name, lines.bytes, lines.len);
		buffer_release(&lines);
	}
}

static void listed(struct stage *s, const char *logs, struct buffer *out)
{
	struct folder_entry *list;
	struct buffer names = BUFFER_EMPTY;
	size_t count;

	free(make(s, "Partners", "2026-05-02", &names));
	free(make(s, "Broken", "2026-05-02", &names));
	buffer_release(&names);
	stage_write(s, "2026-05-02-broken/agenda.yaml", "title: [", 8);
	stage_session(s);
	put_logs(s, logs);
	if (!folder_list(&list, &count, &s->error)) {
		buffer_text(out, s->error.text);
		return;
	}
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s%s (%s%s, %zu)", i ? " " : "", list[i].name,
			list[i].title ? list[i].title : "?", list[i].closed ? ", closed" : "",
			list[i].events);
	folder_list_free(list, count);
}

static void open_one(struct stage *s, const char *logs, struct buffer *out)
{
	struct agenda agenda = {0};

	stage_session(s);
	put_logs(s, logs);
	if (!stage_agenda(s, &agenda, "Readiness", "2026-04-16"))
		return;
	char *path = folder_open_session(&agenda);
	buffer_text(out, path ? name_of(path) : "none");
	free(path);
	agenda_release(&agenda);
}

static void loaded(struct stage *s, const char *logs, struct buffer *out)
{
	struct loaded l;

	stage_session(s);
	put_logs(s, logs);
	if (!folder_load(&l, s->session, &s->error)) {
		buffer_format(out, "%d %s", s->error.status, s->error.text);
		return;
	}
	for (size_t i = 0; i < l.history.count; i++)
		buffer_format(out, "%s%s-%lld%s", i ? " " : "", history_at(&l.history, i)->seat,
			(long long)history_at(&l.history, i)->seq,
			history_at(&l.history, i)->kind == EVENT_OPENED ? "o" : "");
	if (l.readonly)
		buffer_format(out, "; %s", l.why);
	loaded_release(&l);
}

/* The session without one of its files, or with another in its place. */
static void broken(struct stage *s, const char *name, struct buffer *out)
{
	struct loaded l;
	char path[512];

	stage_session(s);
	snprintf(path, sizeof path, "%s/%s", s->session, name);
	if (strstr(name, ".yaml") && access(path, F_OK) == 0) {
		session_write(s, name, "roundtable: [\n", 14);
	} else {
		if (mkdir(path, 0700) != 0)
			abort();
	}
	if (folder_load(&l, s->session, &s->error)) {
		buffer_text(out, "read");
		loaded_release(&l);
	} else {
		buffer_format(out, "%d", s->error.status);
	}
}

/* What opening tells. */
static void odd(struct stage *s, const char *logs, struct buffer *out)
{
	struct loaded l;

	stage_session(s);
	put_logs(s, logs);
	session_write(s, "people/a (1).yaml", "", 0);
	if (!folder_load(&l, s->session, &s->error))
		abort();
	conflicts_tell(&l, out);
	loaded_release(&l);
}

static void verified(struct stage *s, const char *logs, struct buffer *out)
{
	char *text = NULL;
	size_t len = 0;
	bool whole = false;

	stage_session(s);
	put_logs(s, logs);
	FILE *said = open_memstream(&text, &len);
	bool read = folder_verify(s->session, said, &whole, &s->error);
	fclose(said);
	buffer_text(out, text);
	if (read)
		buffer_text(out, whole ? "whole" : "not whole");
	else
		buffer_text(out, s->error.text);
	free(text);
}

static void verified_open(struct stage *s, const char *logs, struct buffer *out)
{
	char *text = NULL;
	size_t len = 0;
	bool whole = false;

	stage_session(s);
	put_logs(s, logs);
	chmod(s->session, 0755);
	FILE *lines = open_memstream(&text, &len);
	folder_verify(s->session, lines, &whole, &s->error);
	fclose(lines);
	const char *at = strstr(text, s->session);
	buffer_format(out, "%.*sFOLDER%s%s", at ? (int)(at - text) : 0, text,
		at ? at + strlen(s->session) : "", whole ? "whole" : "not whole");
	free(text);
}

/* Every kind of bit that may change in a file, and every line at which it may be cut. */
static void never_whole(struct stage *s, const char *input, struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;
	FILE *nowhere = fopen("/dev/null", "w");
	bool whole = false;

	(void)input;
	stage_session(s);
	for (int64_t seq = 1; seq <= 20; seq++)
		stage_line(s, &log, seq);
	for (size_t i = 0; i < log.len * 8 && !out->len; i += 53) {
		log.bytes[i / 8] ^= (char)(1 << i % 8);
		session_write(s, "log/rapporteur.yaml", log.bytes, log.len);
		log.bytes[i / 8] ^= (char)(1 << i % 8);
		if (!folder_verify(s->session, nowhere, &whole, &s->error) || whole)
			buffer_format(
				out, "bit %zu: %s", i, whole ? "called whole" : s->error.text);
	}
	for (size_t at = 1; at < log.len && !out->len; at += 17) {
		session_write(s, "log/rapporteur.yaml", log.bytes, at);
		if (!folder_verify(s->session, nowhere, &whole, &s->error) ||
			(whole && log.bytes[at - 1] != '\n'))
			buffer_format(
				out, "cut at %zu: %s", at, whole ? "called whole" : s->error.text);
	}
	fclose(nowhere);
	buffer_release(&log);
}

/* A file in which `bytes` stand, and what is said of it. */
static void say_file_with(struct stage *s, const char *name, const char *bytes, struct buffer *out)
{
	char *text = NULL;
	size_t len = 0;
	bool whole = false;

	stage_session(s);
	char *path = path_of(s->session, "%.*s", (int)(strrchr(name, '/') - name), name);
	mkdir(path, 0700); /* mostly there */
	free(path);
	session_write(s, name, bytes, strlen(bytes));
	FILE *said = open_memstream(&text, &len);
	folder_verify(s->session, said, &whole, &s->error);
	fclose(said);
	char *secret = strstr(text, SECRET_WHOLE);
	if (secret)
		memmove(secret, secret + strlen(SECRET_WHOLE),
			strlen(secret + strlen(SECRET_WHOLE)) + 1);
	const char *line = strchr(text, '\n');
	buffer_format(out, "%s%s", line ? line + 1 : text, whole ? "whole" : "not whole");
	free(text);
}

static void strangers(struct stage *s, const char *name, struct buffer *out)
{
	say_file_with(s, name, "x\n", out);
}

static void unfinished(struct stage *s, const char *name, struct buffer *out)
{
	say_file_with(s, name, "- {person: \"p-a", out);
}

/* The people file with another line in it that is wrong: is a name of it said? */
static void misspelt(struct stage *s, const char *line, struct buffer *out)
{
	struct buffer bytes = BUFFER_EMPTY, said = BUFFER_EMPTY;

	buffer_format(&bytes, "roundtable: \"people/1\"\npeople:\n"
		"  - {number: \"p1\", name: \"Jane Doe\"}\n%s\n", line);
	say_file_with(s, "people/agenda.yaml", bytes.bytes, &said);
	const char *error = strstr(said.bytes, "error: ");
	buffer_text(out, error ? error : said.bytes);
	buffer_release(&bytes);
	buffer_release(&said);
}

static void put_newcomer(struct buffer *out, enum newcomer_kind kind, const char *number,
	const char *name, const char *more)
{
	struct newcomer n = {.kind = kind, .number = mem_text(number), .name = mem_text(name),
		.role = ROLE_BRIEFER, .is_group = true};

	if (kind == NEWCOMER_PERSON) {
		n.id = mem_text("late");
		n.title = mem_text("Head of \"Supply\"");
		n.delegation = mem_text(more);
	} else if (kind == NEWCOMER_ALIAS) {
		n.event = mem_text(more);
	}
	newcomer_write(out, &n);
	newcomer_release(&n);
}

/* A person of one seat in a group that another seat's file, read after it, makes. */
static void newcomers(struct stage *s, const char *input, struct buffer *out)
{
	struct buffer lines = BUFFER_EMPTY;
	struct loaded l;

	stage_session(s);
	put_newcomer(&lines, NEWCOMER_PERSON, "p-a-2", "Late Arrival", "d-b-2");
	put_newcomer(&lines, NEWCOMER_ALIAS, "p-a-2", "Latecomer", "a-3");
	buffer_text(&lines, input);
	session_write(s, "people/a.yaml", lines.bytes, lines.len);
	buffer_reset(&lines);
	put_newcomer(&lines, NEWCOMER_DELEGATION, "d-b-2", "The Group", NULL);
	session_write(s, "people/b.yaml", lines.bytes, lines.len);
	buffer_release(&lines);
	if (!folder_load(&l, s->session, &s->error)) {
		buffer_text(out, s->error.text);
		return;
	}
	const struct people *people = &l.agenda.people;
	size_t at = people_numbered(people, "p-a-2");
	if (at != NONE) {
		const struct person *p = &people->persons[at];
		buffer_format(out, "%s, %s, %s of %s", p->name, p->title, role_name(p->role),
			p->delegation == NONE ? "nobody"
					      : people->delegations[p->delegation].name);
	}
	for (size_t i = 0; i < people->alias_count; i++)
		buffer_format(out, "; %s is %s by %s", people->aliases[i].word,
			people->aliases[i].person, people->aliases[i].event);
	loaded_release(&l);
}

static void replaced(struct stage *s, const char *input, struct buffer *out)
{
	char path[512];

	snprintf(path, sizeof path, "%s/record.yaml", s->dir);
	bool first = file_replace(path, "old\n", 4, &s->error);
	bool second = file_replace(path, input, strlen(input), &s->error);
	buffer_format(out, "%d %d ", first, second);
	say_mode(out, s->dir, "record.yaml");
	if (file_read(out, path, 100, &s->error) && !file_read(out, path, 2, &s->error))
		buffer_format(out, "; too long: %d", s->error.status);
}

#define AGENDA_WHOLE "agenda.yaml: whole, 1 item, 2 persons\n" SECRET_WHOLE

static const struct row rows[] = {
	{"date_and_title", named, "Readiness", "2026-04-16-readiness"},
	{"cut_at_a_word", named, "Looking to the Future of Action for Peacekeeping Plus",
		"2026-04-16-looking-to-the-future-of-action-for"},
	{"one_very_long_word", named, "Donaudampfschifffahrtsgesellschaftskapitaensversammlung",
		"2026-04-16-donaudampfschifffahrtsgesellschaftska"},
	{"accents_and_quotes", named,
		"'R\xc3\xa9union d\xe2\x80\x99\xc3\xa9t\xc3\xa9: l\xe2\x80\x99"
		"avenir!'",
		"2026-04-16-reunion-dete-lavenir"},
	{"no_latin_letter", named, "\xd0\x9c\xd0\xb8\xd1\x80", "2026-04-16-session"},
	{"a_path_as_a_title", named, "../../etc/passwd", "2026-04-16-etc-passwd"},
	{"names_that_are_taken", named_twice, "Readiness",
		"2026-04-16-readiness 2026-04-16-readiness-2 2026-04-16-readiness-3"},
	{"the_number_counts_too", named_twice, "Looking to the Future of Action for it",
		"2026-04-16-looking-to-the-future-of-action-for "
		"2026-04-16-looking-to-the-future-of-action-for-2 "
		"2026-04-16-looking-to-the-future-of-action-for-3"},
	{"modes_whatever_the_umask", modes, NULL,
		". 700; agenda.yaml 600; secret.yaml 600; people 700; people/agenda.yaml 600; log 700; log/x.yaml "
		"600; "
		"draft 700; torn 700; "},
	{"closed_as_made", exposed, "700 600", "closed"},
	{"closed_by_the_folder", exposed, "700 644", "closed"},
	{"closed_by_the_files", exposed, "711 600", "closed"},
	{"open_to_all", exposed, "755 644", "open by modes, not kept when made"},
	{"open_to_the_group", exposed, "750 640", "open by modes, not kept when made"},
	{"open_to_others_alone", exposed, "705 604", "open by modes, not kept when made"},
	{"open_names_of_files", exposed, "744 600", "open by modes, not kept when made"},
	{"open_files_by_their_names", exposed, "711 644", "open by modes, not kept when made"},
	{"open_to_the_group_but_not_its_files", exposed, "710 604", "closed"},

	{"a_new_place", in_a_place, "mine", "made mine1"},
	{"a_new_place_with_a_slash", in_a_place, "mine/", "made mine1"},
	{"an_empty_place", in_a_place, "empty", "made empty1"},
	{"a_place_with_something_in_it", in_a_place, "full", "not made 3"},
	{"a_place_that_is_a_file", in_a_place, "full/something", "not made 3"},
	{"a_place_in_nowhere", in_a_place, "nowhere/mine", "not made 3"},

	{"by_its_whole_name", found, "2026-04-16-readiness", "2026-04-16-readiness"},
	{"by_a_unique_beginning", found, "2026-04-16-res", "2026-04-16-resources"},
	{"by_another_date", found, "2026-05", "2026-05-02-partners"},
	{"by_a_beginning_of_several", found, "2026-04-16-re", "2"},
	{"by_nothing", found, "", "3"},
	{"by_an_unknown_word", found, "x", "3"},
	{"by_a_path_that_is_not_there", found, "./x", "3"},
	{"by_a_path_that_is_no_session", found, "/", "3"},

	{"newest_first", listed, "a:onn",
		"2026-05-02-broken (?, 0) 2026-05-02-partners (Partners, 0) "
		"2026-04-16-readiness (Readiness, 3)"},
	{"closed", listed, "a:onc",
		"2026-05-02-broken (?, 0) 2026-05-02-partners (Partners, 0) "
		"2026-04-16-readiness (Readiness, closed, 3)"},
	{"an_open_session", open_one, "a:onn", "2026-04-16-readiness"},
	{"a_closed_session", open_one, "a:onc", "none"},
	{"closed_and_reopened", open_one, "a:oncr", "2026-04-16-readiness"},
	{"closed_and_undone", open_one, "a:oncu", "2026-04-16-readiness"},
	{"closed_by_another_seat", open_one, "a:onn b:oc", "none"},

	{"no_logs", loaded, "", ""},
	{"three_seats_in_one_order", loaded, "c:onn b:on a:onn",
		"a-1o b-1o c-1o a-2 b-2 c-2 a-3 c-3"},
	{"a_log_that_goes_on", loaded, "a:on! a.2@2:onn", "a-1o a-2 a-3 a-4"},
	{"where_both_hold_a_number", loaded, "a:onn a.2@2:oc", "a-1o a-2 a-3"},
	{"the_log_of_another_session", loaded, "a:xn",
		"a-1o a-2; log/a.yaml: it is the log of another session"},
	{"what_only_a_newer_program_knows", loaded, "a:on?",
		"a-1o a-2 a-3; log/a.yaml: it holds 'applaud', which only a newer program knows"},
	{"a_broken_agenda", broken, "agenda.yaml", "1"},
	{"broken_people", broken, "people/agenda.yaml", "1"},
	{"a_log_that_is_a_directory", broken, "log/a.yaml", "3"},
	{"people_that_are_a_directory", broken, "people/a.yaml", "3"},
	{"a_directory_beside", broken, "mine", "read"},

	{"a_whole_session", verified, "a:onn b:on",
		AGENDA_WHOLE "log/a.yaml: whole, 3 events\nlog/b.yaml: whole, 2 events\nwhole"},
	{"a_session_without_logs", verified, "", AGENDA_WHOLE "whole"},
	{"an_open_folder_is_whole", verified_open, "a:on",
		AGENDA_WHOLE "log/a.yaml: whole, 2 events\nother users of this machine can read "
		"FOLDER: 'chmod -R go-rwx' closes it; if it does not, move the session to another "
		"disk\nwhole"},
	{"a_damaged_log", verified, "a:on!n",
		AGENDA_WHOLE
		"log/a.yaml: damaged, 3 events\n"
		"log/a.yaml:3: damaged: 1 line (bytes 468-674) does not hold\nnot whole"},
	{"a_forked_log", verified, "a:onnf",
		AGENDA_WHOLE
		"log/a.yaml: damaged, 3 events\nlog/a.yaml:4: forked: number 3 stands here again "
		"and says something else (bytes 675-934): it is not taken\nnot whole"},
	{"a_line_twice", verified, "a:onnd",
		AGENDA_WHOLE
		"log/a.yaml: damaged, 3 events\nlog/a.yaml:4: damaged: 1 line (bytes 675-881) does "
		"not hold\nnot whole"},
	{"opening_tells_of_forks_and_copies", odd, "a:onnf b:onnd",
		"log/a.yaml:4: forked: seat a wrote number 3 twice, and this second line is not "
		"taken\npeople/a (1).yaml: a conflicting copy that a synchroniser left, not read: "
		"'roundtable merge SESSION SESSION' takes what is new in it\n"},
	{"a_later_file_counts_and_is_no_fork", odd, "a:onnf a.2@2:onn",
		"people/a (1).yaml: a conflicting copy that a synchroniser left, not read: "
		"'roundtable merge SESSION SESSION' takes what is new in it\n"},
	{"an_open_group", verified, "a:on+",
		AGENDA_WHOLE
		"log/a.yaml: torn, 2 events\nlog/a.yaml:3: torn: the end of a typed line "
		"(from bytes 468-686 on) is missing\nnot whole"},
	{"a_newer_log", verified, "a:o?",
		AGENDA_WHOLE
		"log/a.yaml: whole, 2 events\nlog/a.yaml: it holds 'applaud', which only "
		"a newer program knows\nnot whole"},
	{"never_called_whole", never_whole, NULL, ""},
	{"a_conflicting_copy", strangers, "log/a.sync-conflict-20260416-1403.yaml",
		"log/a.sync-conflict-20260416-1403.yaml: a conflicting copy that a synchroniser "
		"left, not read: 'roundtable merge SESSION SESSION' takes what is new in it\nnot whole"},
	{"another_conflicting_copy", strangers, "log/a (conflicted copy 2026-04-16).yaml",
		"log/a (conflicted copy 2026-04-16).yaml: a conflicting copy that a synchroniser "
		"left, not read: 'roundtable merge SESSION SESSION' takes what is new in it\nnot whole"},
	{"a_stranger", strangers, "log/notes.txt",
		"log/notes.txt: not read, it is not named as a seat's file\nwhole"},
	{"a_damaged_people_file", strangers, "people/a.yaml",
		"people/a.yaml: damaged, 0 lines\npeople/a.yaml:1: damaged: from here 1 piece does "
		"not "
		"hold\nnot whole"},
	{"a_torn_people_file", unfinished, "people/a.yaml",
		"people/a.yaml: torn, 0 lines\npeople/a.yaml:1: torn: the last line is not whole\n"
		"not whole"},
	{"an_end_set_aside", strangers, "torn/a-5",
		"torn/: 1 unfinished end set aside earlier\nwhole"},
	{"an_end_of_a_people_file_set_aside", strangers, "people/torn/a-5",
		"people/torn/: 1 unfinished end set aside earlier\nwhole"},

	{"a_name_where_a_key_was_expected", misspelt, "Jane Doe: x",
		"error: unknown key '…', a people file has roundtable, delegations, people\n"
		"not whole"},
	{"a_name_where_a_delegation_was_expected", misspelt,
		"  - {number: \"p2\", name: \"Jo\", delegation: \"Jane Doe's\"}",
		"error: delegation '…' is not in delegations of the people file\n"
		"not whole"},
	{"a_name_where_a_truth_was_expected", misspelt,
		"delegations:\n  - {number: \"d1\", name: \"D\", group: \"Jane Doe\"}",
		"error: group must be true or false, not '…'\n"
		"not whole"},
	{"a_name_that_is_no_yaml", misspelt, "  Jane Doe",
		"error: not YAML: while scanning a simple key, could not find expected '…'\nnot whole"},

	{"people_added_live", newcomers, "",
		"Late Arrival, Head of \"Supply\", briefer of The Group; Latecomer is p-a-2 by "
		"a-3"},
	{"a_damaged_line_among_them", newcomers, "- {person: \"p-a-9\"}\n",
		"Late Arrival, Head of \"Supply\", briefer of The Group; Latecomer is p-a-2 by "
		"a-3"},
	{"a_file_replaced", replaced, "new\n", "1 1 record.yaml 600; new\n; too long: 3"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct stage stage;

	stage_open(&stage);
	row->play(&stage, row->input, &out);
	stage_close(&stage);
	char shown[1024];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
