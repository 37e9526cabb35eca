/* SPDX-License-Identifier: MIT */
/* meeting.c - the sessions that are measured, made in a folder of their own. */
#include "bench/meeting.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "bench/pty.h"
#include "log/log_reading.h"
#include "log/crc32c.h"

enum {
	PEOPLE = 30,
	WAITING = 24,
	DESCRIPTORS = 8,
	PATHS_MOST = 256,
	BEGAN_S = 3 * 3600, /* ago */
	SPEECH_S = 20       /* ago */
};

static char folder[PATH_SIZE / 2];
static const char *maker;

char *meeting_path(const char *name)
{
	static char paths[PATHS_MOST][PATH_SIZE];
	static int count;
	char path[PATH_SIZE];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	for (int i = 0; i < count; i++)
		if (strcmp(paths[i], path) == 0)
			return paths[i];
	if (count == PATHS_MOST)
		give_up("over %d paths", PATHS_MOST);
	return memcpy(paths[count++], path, sizeof path);
}

char *meeting_file(const char *name, const char *file)
{
	char both[PATH_SIZE / 2];

	snprintf(both, sizeof both, "%s/%s", name, file);
	return meeting_path(both);
}

char *meeting_log(const char *name)
{
	return meeting_file(name, "log/rapporteur.yaml");
}

long meeting_log_size(const char *name)
{
	struct stat is;

	if (stat(meeting_log(name), &is) < 0)
		give_up("%s: %s", meeting_log(name), strerror(errno));
	return (long)is.st_size;
}

static FILE *opened(const char *path, const char *how)
{
	FILE *file = fopen(path, how);

	if (!file)
		give_up("%s: %s", path, strerror(errno));
	return file;
}

static void finish(FILE *file, const char *path)
{
	if (fclose(file))
		give_up("%s: %s", path, strerror(errno));
}

static void write_agenda(const char *path)
{
	FILE *file = opened(path, "we");

	fputs("roundtable: agenda/1\ntitle: Looking to the future of peacekeeping\n"
		"date: 2026-04-16\nstarts: \"10:00\"\ntimezone: UTC\nthemes:\n"
		"  - {id: cycles, label: Decision cycles, keywords: [approval, bottleneck]}\n"
		"  - {id: procurement, label: Procurement, keywords: [contract, lead time]}\n"
		"  - {id: capabilities, label: Capabilities, keywords: [helicopter, sensor]}\n"
		"  - {id: governance, label: Governance, keywords: [mandate, oversight]}\n"
		"participants:\n", file);
	for (int i = 1; i <= PEOPLE; i++)
		fprintf(file, "  - {id: office-%d, name: Office %d, delegation: Delegation %d}\n",
			i, i, i);
	fputs("items:\n  - {id: dialogue, title: Dialogue, minutes: 480}\n", file);
	finish(file, path);
}

/* A time so many seconds ago, as a script gives it. */
static void write_time(FILE *file, int ago_s)
{
	time_t at = time(NULL) - ago_s;
	struct tm parts;
	char text[32];

	gmtime_r(&at, &parts);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
	fprintf(file, "[%sZ] ", text);
}

/* The nth note as it is typed. */
static void write_note(FILE *file, long n, const char *word)
{
	fprintf(file, "%s%s %ld waited %ld days from request to approval%s @office-%ld\n",
		n % 7 ? "" : ":concern ", word, n % PEOPLE + 1, n % 97,
		n % 3 ? " #cycles" : " #procurement", n % PEOPLE + 1);
}

static void write_script(const char *path, long notes, bool clocks)
{
	FILE *file = opened(path, "we");

	write_time(file, BEGAN_S);
	fputs(clocks ? "/item next\n" : "Nothing runs yet\n", file);
	for (int i = 1; clocks && i <= WAITING; i++)
		fprintf(file, "/speak office-%d\n", i);
	for (long i = 1; i < notes; i++)
		write_note(file, i, "office");
	write_time(file, SPEECH_S);
	if (clocks)
		fputs("/floor office-30\n", file);
	write_note(file, notes, LAST_WORD);
	finish(file, path);
}

/* Written by the program itself. */
static void make_typed(const char *name, long notes, bool clocks)
{
	char *session = meeting_path(name), *script = meeting_path("script");

	write_script(script, notes, clocks);
	run_program((char *[]){(char *)maker, "start", "--session", session,
		meeting_path("agenda.yaml"), NULL}, NULL, NULL, 0);
	run_program((char *[]){(char *)maker, "do", "--seat", "rapporteur", session, NULL}, script,
		NULL, 0);
}

/* Lines of a log that are written here */

struct writer {
	FILE *file;
	long seq;
	long long clock;
};

/* Writes an event of which this is what stands between its time and its length. */
static void write_event(struct writer *w, const char *body)
{
	char line[LINE_SIZE];
	time_t at = (time_t)(w->clock / 1000);
	struct tm parts;
	char text[32];

	gmtime_r(&at, &parts);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
	int len = snprintf(line, sizeof line, "- {seq: %ld, clock: %lld, at: \"%s.%03dZ\"%s", w->seq,
		w->clock, text, (int)(w->clock % 1000), body);
	if (len < 0 || len >= LINE_SIZE)
		give_up("a line of a log is too long");
	fprintf(w->file, "%s, len: %d, crc: \"%08x\"}\n", line, len, crc32c(line, (size_t)len));
	w->seq++;
}

static void write_note_event(struct writer *w, long n)
{
	char body[LINE_SIZE / 2];

	snprintf(body, sizeof body, ", do: \"note\", kind: \"%s\", text: \"office %ld waited %ld days "
		"from request to approval\", themes: [\"%s\"], by: \"p%ld\", item: \"dialogue\"",
		n % 7 ? "point" : "concern", n % PEOPLE + 1, n % 97,
		n % 3 ? "cycles" : "procurement", n % PEOPLE + 1);
	write_event(w, body);
}

/* Cuts a line of the program's down to what stands between its time and its length. */
static const char *body_of(char *line)
{
	char *at = strstr(line, ", at: \""), *len = NULL;

	for (char *next = line; (next = strstr(next, ", len: ")); next++)
		len = next;
	if (!at || !len)
		give_up("the program writes lines of another form: %s", line);
	*len = '\0';
	return strchr(at + strlen(", at: \""), '"') + 1;
}

static void read_head(struct writer *w, const char *line)
{
	const char *seq = strstr(line, "seq: "), *clock = strstr(line, "clock: ");

	if (!seq || !clock)
		give_up("the program writes lines of another form: %s", line);
	w->seq = strtol(seq + strlen("seq: "), NULL, 10);
	w->clock = strtoll(clock + strlen("clock: "), NULL, 10);
}

/* The small log again, with notes added before its speech begins. */
static void enlarge(const char *from, const char *to, long notes)
{
	FILE *in = opened(from, "re");
	struct writer w = {.file = opened(to, "we")};
	long long now = (long long)time(NULL) * 1000 - SPEECH_S * 1000LL;
	char line[LINE_SIZE], before[LINE_SIZE];
	bool enlarged = false;

	while (fgets(line, sizeof line, in)) {
		if (!enlarged && !strstr(line, "do: \"floor\"")) {
			fputs(line, w.file);
			memcpy(before, line, sizeof before);
			continue;
		}
		if (!enlarged) {
			read_head(&w, before);
			w.seq++;
			long long step = (now - w.clock) / (notes + 1), began = w.clock;
			for (long i = 1; i <= notes; i++) {
				w.clock = began + i * (step ? step : 1);
				write_note_event(&w, i);
			}
			enlarged = true;
		}
		w.clock++;
		write_event(&w, body_of(line));
	}
	if (!enlarged)
		give_up("%s holds no speech", from);
	finish(in, from);
	finish(w.file, to);
}

static void copy_file(const char *from, const char *to)
{
	FILE *in = opened(from, "re"), *out = opened(to, "we");
	char bytes[65536];

	for (size_t got; (got = fread(bytes, 1, sizeof bytes, in)) > 0;)
		fwrite(bytes, 1, got, out);
	finish(in, from);
	finish(out, to);
}

static void make_enlarged(const char *name, long notes)
{
	static const char *const folders[] = {"", "log", "people", "draft", "torn"};
	char *few = meeting_need("few", FEW_NOTES, true);

	(void)few;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		if (mkdir(meeting_file(name, folders[i]), 0700) < 0)
			give_up("%s: %s", meeting_file(name, folders[i]), strerror(errno));
	copy_file(meeting_file("few", "agenda.yaml"), meeting_file(name, "agenda.yaml"));
	copy_file(meeting_file("few", "people/agenda.yaml"),
		meeting_file(name, "people/agenda.yaml"));
	enlarge(meeting_log("few"), meeting_log(name), notes - FEW_NOTES);
}

char *meeting_need(const char *name, long notes, bool clocks)
{
	if (access(meeting_path(name), F_OK) == 0)
		return meeting_path(name);
	if (clocks && notes > FEW_NOTES)
		make_enlarged(name, notes);
	else
		make_typed(name, notes, clocks);
	return meeting_path(name);
}

void meeting_begin(const char *program)
{
	static const char *const absent[] = {"XDG_CONFIG_HOME", "ROUNDTABLE_HOME",
		"ROUNDTABLE_FRAMES", "ROUNDTABLE_CLOCK", "LESS", "LESSOPEN", "VIMINIT", "EXINIT",
		"LD_PRELOAD", "NO_COLOR"};
	const char *place = getenv("TMPDIR");

	maker = program;
	snprintf(folder, sizeof folder, "%s/bench-XXXXXX", place && *place ? place : "/tmp");
	if (!mkdtemp(folder))
		give_up("%s: %s", folder, strerror(errno));
	setenv("HOME", folder, 1);
	setenv("XDG_DATA_HOME", folder, 1);
	setenv("XDG_STATE_HOME", folder, 1);
	setenv("LESSHISTFILE", "-", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
		unsetenv(absent[i]);
	write_agenda(meeting_path("agenda.yaml"));
}

void meeting_forget_draft(const char *name)
{
	char *path = meeting_file(name, "draft/rapporteur.yaml");

	if (unlink(path) < 0 && errno != ENOENT)
		give_up("%s: %s", path, strerror(errno));
}

static int delete(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)status, (void)kind, (void)walk;
	remove(path);
	return 0;
}

void meeting_remove(const char *name)
{
	nftw(meeting_path(name), delete, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

void meeting_end(void)
{
	nftw(folder, delete, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}
