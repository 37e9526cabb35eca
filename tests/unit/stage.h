/* SPDX-License-Identifier: MIT */
/* stage.h - a directory that is thrown away, with a session folder in it, for tests of the journal.
 */
#ifndef TESTS_UNIT_STAGE_H
#define TESTS_UNIT_STAGE_H

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/folder.h"
#include "journal/journal.h"
#include "agenda/newcomer.h"
#include "unit/sample_log.h"
#include "log/event_line.h"
#include "store/files.h"

struct stage {
	char dir[256];  /* also the default place of sessions */
	char state[272]; /* the home of what is kept when a folder is lost */
	char *session;  /* the folder, or NULL */
	char id[17];    /* of the session */
	struct buffer notices;
	struct error error;
};

static inline void stage_open(struct stage *s)
{
	*s = (struct stage){.notices = BUFFER_EMPTY};
	snprintf(s->dir, sizeof s->dir, "%s/stage-XXXXXX", TEST_BINARY_DIR);
	if (!mkdtemp(s->dir))
		abort();
	setenv("ROUNDTABLE_HOME", s->dir, 1);
	snprintf(s->state, sizeof s->state, "%s/.state", s->dir);
	setenv("XDG_STATE_HOME", s->state, 1);
}

static inline int stage_remove(const char *path, const struct stat *is, int flag, struct FTW *walk)
{
	(void)is;
	(void)flag;
	(void)walk;
	return remove(path);
}

static inline void stage_close(struct stage *s)
{
	nftw(s->dir, stage_remove, 16, FTW_DEPTH | FTW_PHYS);
	free(s->session);
	buffer_release(&s->notices);
}

/* A file of the stage's directory, by its path in there. */
static inline void stage_write(
	const struct stage *s, const char *name, const char *bytes, size_t len)
{
	struct buffer path = BUFFER_EMPTY;

	buffer_format(&path, "%s/%s", s->dir, name);
	FILE *out = fopen(path.bytes, "wb");
	if (!out || fwrite(bytes, 1, len, out) != len || fclose(out) != 0)
		abort();
	buffer_release(&path);
}

static inline void stage_read(struct buffer *out, const char *folder, const char *name)
{
	char path[512];
	struct error error = {0};

	snprintf(path, sizeof path, "%s/%s", folder, name);
	buffer_reset(out);
	if (!file_read(out, path, 1 << 24, &error))
		buffer_text(out, error.text);
}

/* The same bytes in a file of the session folder. */
static inline void session_write(
	const struct stage *s, const char *name, const char *bytes, size_t len)
{
	char path[512];

	snprintf(path, sizeof path, "%s/%s", s->session + strlen(s->dir) + 1, name);
	stage_write(s, path, bytes, len);
}

/* An agenda of that title on that day. */
static inline bool stage_agenda(struct stage *s, struct agenda *agenda, const char *title,
	const char *date)
{
	struct buffer text = BUFFER_EMPTY;
	struct problems problems = {0};
	char path[512];

	buffer_format(&text,
		"roundtable: agenda/1\ntitle: %s\ndate: %s\ntimezone: UTC\nparticipants:\n"
		"  - {id: chair, name: Chair, role: chair}\n  - {id: ops, name: Operations}\n"
		"items:\n  - {id: dialogue, title: Dialogue, minutes: 25}\n",
		title, date);
	stage_write(s, "agenda.yaml", text.bytes, text.len);
	buffer_release(&text);
	snprintf(path, sizeof path, "%s/agenda.yaml", s->dir);
	bool read = agenda_read(agenda, path, (struct date){2026, 4, 16}, &problems);
	problems_print(&problems, stderr);
	problems_release(&problems);
	return read;
}

/* Makes the stage's session. */
static inline void stage_session(struct stage *s)
{
	struct agenda agenda = {0};

	if (!stage_agenda(s, &agenda, "Readiness", "2026-04-16") ||
		!folder_create(&agenda, NULL, &s->session, &s->error)) {
		fprintf(stderr, "%s\n", s->error.text);
		abort();
	}
	snprintf(s->id, sizeof s->id, "%s", agenda.session);
	agenda_release(&agenda);
}

static inline struct journal *stage_journal(struct stage *s, const char *seat)
{
	struct journal *j = NULL;
	bool held;

	return journal_open(&j, s->session, seat, &held, NULL, &s->notices, &s->error) ? j : NULL;
}

/* The line of the sample event with that number, in this session. */
static inline void stage_line(const struct stage *s, struct buffer *out, int64_t seq)
{
	struct event *e = sample_event(seq <= SAMPLE_EVENTS ? seq : 8 + seq % 5);

	e->seq = seq;
	e->at = e->clock = 1776348000000 + seq * 7919;
	if (seq == 1)
		event_set_text(e, FIELD_SESSION, s->id);
	line_write(out, e);
	event_free(e);
}

/* Queues the lines first..last as one typed line, after a header when one is due. */
static inline void stage_append(struct stage *s, struct journal *j, int64_t first, int64_t last)
{
	struct buffer lines = BUFFER_EMPTY;
	int64_t seq;

	if (journal_needs_header(j, &seq)) {
		struct event *e = sample_header(seq);
		event_set_text(e, FIELD_SESSION, s->id);
		line_write(&lines, e);
		journal_header(j, lines.bytes, lines.len);
		buffer_reset(&lines);
		event_free(e);
	}
	for (seq = first; seq <= last; seq++)
		stage_line(s, &lines, seq);
	if (lines.len)
		journal_append(j, lines.bytes, lines.len, last);
	buffer_release(&lines);
}

/* Adds the numbers of a seat that the folder holds, as runs: "1-4 6". */
static inline void stage_numbers(struct buffer *out, struct stage *s, const char *seat)
{
	struct loaded loaded;

	if (!folder_load(&loaded, s->session, &s->error)) {
		buffer_text(out, s->error.text);
		return;
	}
	int64_t last = history_last(&loaded.history, seat, NULL), from = 0;
	for (int64_t seq = 1; seq <= last + 1; seq++) {
		char id[ID_SIZE];

		snprintf(id, sizeof id, "%s-%lld", seat, (long long)seq);
		bool there = history_find(&loaded.history, id);
		if (there && !from)
			from = seq;
		if (there || !from)
			continue;
		buffer_format(out, from == seq - 1 ? "%s%lld" : "%s%lld-%lld", out->len ? " " : "",
			(long long)from, (long long)seq - 1);
		from = 0;
	}
	loaded_release(&loaded);
}

#endif
