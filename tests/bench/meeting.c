/* SPDX-License-Identifier: MIT */
/* meeting.c - the sessions that are measured, made in a folder of their own. */
#include "bench/meeting.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/pty.h"

enum { PEOPLE = 30, WAITING = 24, DESCRIPTORS = 8 };

static char folder[PATH_SIZE / 2];

char *meeting_path(const char *name)
{
	static char paths[8][PATH_SIZE];
	static unsigned next;
	char *path = paths[next++ % 8];

	snprintf(path, PATH_SIZE, "%s/%s", folder, name);
	return path;
}

static FILE *create(const char *path)
{
	FILE *file = fopen(path, "we");

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
	FILE *file = create(path);

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

static void write_script(const char *path, long notes)
{
	FILE *file = create(path);

	fputs("/item next\n/floor office-30\n", file);
	for (int i = 1; i <= WAITING; i++)
		fprintf(file, "/speak office-%d\n", i);
	for (long i = 1; i <= notes; i++)
		fprintf(file, "%soffice %ld waited %ld days from request to approval%s @office-%ld\n",
			i % 7 ? "" : ":concern ", i % PEOPLE + 1, i % 97,
			i % 3 ? " #cycles" : " #procurement", i % PEOPLE + 1);
	finish(file, path);
}

void meeting_begin(void)
{
	const char *place = getenv("TMPDIR");

	snprintf(folder, sizeof folder, "%s/bench-XXXXXX", place && *place ? place : "/tmp");
	if (!mkdtemp(folder))
		give_up("%s: %s", folder, strerror(errno));
	setenv("HOME", folder, 1);
	setenv("XDG_DATA_HOME", folder, 1);
	setenv("XDG_STATE_HOME", folder, 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("ROUNDTABLE_HOME");
	unsetenv("ROUNDTABLE_FRAMES");
	unsetenv("ROUNDTABLE_CLOCK");
	write_agenda(meeting_path("agenda.yaml"));
}

void meeting_make(const char *program, const char *name, long notes)
{
	char *session = meeting_path(name), *script = meeting_path("script");

	write_script(script, notes);
	run_program((char *[]){(char *)program, "start", "--session", session,
		meeting_path("agenda.yaml"), NULL}, NULL);
	run_program((char *[]){(char *)program, "do", "--seat", "rapporteur", session, NULL},
		script);
}

void meeting_forget_draft(const char *name)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof path, "%s/%s/draft/rapporteur.yaml", folder, name);
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
	char path[PATH_SIZE];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	nftw(path, delete, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

void meeting_end(void)
{
	nftw(folder, delete, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}
