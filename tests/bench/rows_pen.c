/* SPDX-License-Identifier: MIT */
/* rows_pen.c - what keeping a line costs, how soon another seat shows it, and doing nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/meeting.h"
#include "bench/proc.h"
#include "bench/pty.h"
#include "bench/series.h"
#include "bench/table.h"

enum { TYPED_QUIET_MS = 20, PATIENCE_MS = 10000, NOTES_PART = 4 };

static char line_typed[] = "office seven waited ninety days from request to approval";

/* Enter until it is safe */

/* A console whose notes are awaited until they are safe. */
struct pen {
	struct launch launch;
	const char *session;
	struct pty pty;
	long log_size; /* before the note */
	struct series time;
	struct best best;
};

/* The last frame says that nothing waits for the disk, and the log has grown. */
static bool safe_seen(void *state, const char *bytes, size_t len)
{
	static const char mark[] = "\033]7777;";
	const struct pen *pen = state;
	long frame, syncs, pending = -1;

	for (size_t at = len; at-- > 0;)
		if (bytes[at] == '\033' && len - at > sizeof mark &&
			memcmp(bytes + at, mark, sizeof mark - 1) == 0 &&
			memchr(bytes + at, '\a', len - at)) {
			sscanf(bytes + at + sizeof mark - 1, "%ld;%ld;%ld", &frame, &syncs, &pending);
			break;
		}
	return pending == 0 && meeting_log_size(pen->session) > pen->log_size;
}

static void pen_note(struct pen *pen)
{
	pty_give(&pen->pty, line_typed, sizeof line_typed - 1, TYPED_QUIET_MS, TYPED_QUIET_MS);
	pen->log_size = meeting_log_size(pen->session);
	int64_t since = now_ns();
	pty_send(&pen->pty, "\r");
	int64_t at = pty_await(&pen->pty, safe_seen, pen, PATIENCE_MS);
	if (at == NEVER)
		give_up("a note does not become safe");
	series_add(&pen->time, (double)(at - since) / 1e3);
	pty_read(&pen->pty, at, TYPED_QUIET_MS, TYPED_QUIET_MS);
}

static void append_note(struct pty *p, struct series *time)
{
	pty_give(p, line_typed, sizeof line_typed - 1, TYPED_QUIET_MS, TYPED_QUIET_MS);
	struct answer answer = pty_give(p, "\r", 1, TYPED_QUIET_MS, PATIENCE_MS);

	if (!answer.bytes)
		give_up("the floor does not keep a line");
	series_add(time, (double)answer.last / 1e3);
}

/* A note into each, each of them in turn the first: a disk is slower after a rest. */
static void note_in_turn(long i, struct pty *p, struct series *floor, struct pen *few,
	struct pen *many)
{
	for (long turn = i; turn < i + 3; turn++)
		switch (turn % 3) {
		case 0: append_note(p, floor); break;
		case 1: pen_note(few); break;
		default: pen_note(many); break;
		}
}

static struct pen *pen_new(const struct options *o, const char *session, long notes)
{
	struct pen *pen = calloc(1, sizeof *pen);
	char **argv = calloc(3, sizeof *argv);

	if (!pen || !argv)
		give_up("no memory");
	argv[0] = (char *)o->program;
	argv[1] = meeting_need(session, notes, true);
	pen->launch = (struct launch){.argv = argv, .marks = true};
	pen->session = session;
	pen->best = NOTHING_YET;
	return pen;
}

static void pen_free(struct pen *pen)
{
	free((void *)pen->launch.argv);
	free(pen);
}

static void pen_start(struct pen *pen)
{
	pty_start(&pen->pty, &pen->launch);
	pty_settle(&pen->pty);
}

static void pen_end(struct pen *pen)
{
	pty_end(&pen->pty);
	meeting_forget_draft(pen->session);
}

/* How many bytes a note of ours takes in the log. */
static long note_bytes(struct pen *pen)
{
	long before = meeting_log_size(pen->session);

	pen_start(pen);
	pen_note(pen);
	pen_end(pen);
	pen->time.count = 0;
	return meeting_log_size(pen->session) - before;
}

static void measure_safe_times(const struct options *o)
{
	struct pen *few = pen_new(o, "pen", FEW_NOTES), *many = pen_new(o, "pen-many", o->many);
	struct series *floor = calloc(1, sizeof *floor);
	struct best best = NOTHING_YET;
	char bytes[32], *append[] = {BENCH_APPEND, meeting_file("pen", "floor"), bytes, NULL};
	long notes = o->keys / NOTES_PART + 1;
	struct pty p;

	if (!floor)
		give_up("no memory");
	snprintf(bytes, sizeof bytes, "%ld", note_bytes(few));
	pen_start(many);
	for (long round = 0; round < o->rounds; round++) {
		pen_start(few);
		pty_start(&p, &(struct launch){.argv = append});
		pty_settle(&p);
		for (long i = 0; i < notes; i++)
			note_in_turn(i, &p, floor, few, many);
		pty_end(&p);
		pen_end(few);
		best_take(&best, floor);
		best_take(&few->best, &few->time);
		best_take(&many->best, &many->time);
	}
	pen_end(many);
	table_add((struct row){"Enter to safe, median", "ten notes", "append, sync", "us",
		few->best.median, best.median, TIMES(1.15), NO_LIMIT, NULL});
	table_add((struct row){"Enter to safe, p99", "ten notes", "append, sync", "us",
		few->best.p99, best.p99, NO_LIMIT, TIMES(1.1), NULL});
	table_add((struct row){"Enter to safe, median", "many notes", "ten notes", "us",
		many->best.median, few->best.median, TIMES(1.1), NO_LIMIT, NULL});
	free(floor);
	pen_free(few);
	pen_free(many);
}

#ifdef BENCH_PRELOAD
/* How many syncs of a log that file tells; none when there is no file. */
static long count_syncs(const char *path)
{
	FILE *file = fopen(path, "re");
	long count = 0;

	for (int c = file ? fgetc(file) : EOF; c != EOF; c = fgetc(file))
		count += c == 'l';
	if (file)
		fclose(file);
	return count;
}

static void measure_syncs(const struct options *o)
{
	static char preload[] = "LD_PRELOAD=" BENCH_PRELOAD, told[PATH_SIZE + 16];
	struct pen *pen = pen_new(o, "counted", FEW_NOTES);
	char *path = meeting_path("syncs");
	long notes = o->keys / NOTES_PART + 1;

	snprintf(told, sizeof told, "BENCH_SYNCS=%s", path);
	pen->launch.environment[0] = preload;
	pen->launch.environment[1] = told;
	pen_start(pen);
	pen_note(pen); /* before it what opening needs is synced too */
	long before = count_syncs(path);
	for (long i = 0; i < notes; i++)
		pen_note(pen);
	long count = count_syncs(path) - before;
	pen_end(pen);
	if (count == 0)
		give_up("notes were called safe without a sync");
	table_add((struct row){"syncs a note", "ten notes", "", "", (double)count / (double)notes, 0,
		AT_MOST(1), NO_LIMIT, NULL});
	pen_free(pen);
}
#else
static void measure_syncs(const struct options *o)
{
	(void)o;
	table_leave_out("syncs a note", "a build with sanitizers takes no preload");
}
#endif

void measure_safe(const struct options *o)
{
	measure_safe_times(o);
	measure_syncs(o);
}

/* From seat to seat */

/* Words that share no cell, so that each is sent whole where another was. */
static const char *const words[] = {"kwkwkwkwkwkw", "xzxzxzxzxzxz", "qvqvqvqvqvqv"};

static void pass_note(struct pty *from, struct pty *to, long i, struct series *time)
{
	const char *word = words[i % (long)(sizeof words / sizeof *words)];

	pty_give(from, word, strlen(word), TYPED_QUIET_MS, TYPED_QUIET_MS);
	pty_read(to, now_ns(), 1, 1);
	int64_t since = now_ns();
	pty_send(from, "\r");
	int64_t at = pty_await(to, text_seen, (char *)word, PATIENCE_MS);
	if (at == NEVER)
		give_up("another seat does not show a note");
	series_add(time, (double)(at - since) / 1e3);
	pty_read(from, at, TYPED_QUIET_MS, TYPED_QUIET_MS);
}

/* Enter in one console until another on the same session shows the line. */
void measure_seats(const struct options *o)
{
	char *session = meeting_need("shared", FEW_NOTES, true);
	char *first[] = {(char *)o->program, "--seat", "rapporteur", session, NULL};
	char *second[] = {(char *)o->program, "--seat", "rapporteur-2", session, NULL};
	struct series *time = calloc(1, sizeof *time);
	struct best best = NOTHING_YET;
	struct pty to, from;

	if (!time)
		give_up("no memory");
	pty_start(&to, &(struct launch){.argv = first});
	pty_settle(&to);
	pty_start(&from, &(struct launch){.argv = second});
	pty_settle(&from);
	pty_settle(&to);
	for (long round = 0; round < o->rounds; round++) {
		for (long i = 0; i < o->keys / 2 + 1; i++)
			pass_note(&from, &to, i, time);
		best_take(&best, time);
	}
	pty_end(&from);
	pty_end(&to);
	free(time);
	table_add((struct row){"seat to seat, median", "ten notes", "", "us", best.median, 0,
		NO_LIMIT, NO_LIMIT, NULL});
	table_add((struct row){"seat to seat, p99", "ten notes", "", "us", best.p99, 0,
		AT_MOST(10000), AT_MOST(3000), NULL});
}

/* Nothing is done */

struct idler {
	struct pty pty;
	long sleeps;
	size_t bytes;
};

static void idler_start(struct idler *i, char *const argv[])
{
	*i = (struct idler){0};
	pty_start(&i->pty, &(struct launch){.argv = argv});
	pty_settle(&i->pty);
}

static void idler_end(struct idler *i, long sleeps_before)
{
	i->bytes = pty_read(&i->pty, now_ns(), 0, 0).bytes;
	i->sleeps = proc_sleeps(i->pty.pid) - sleeps_before;
	pty_end(&i->pty);
}

/* A meeting in which an item runs and nobody speaks or waits: one clock is on the screen. */
static char *with_one_clock(const struct options *o)
{
	char *session = meeting_need("item", FEW_NOTES, false);

	run_program((char *[]){(char *)o->program, "do", "--seat", "rapporteur", session,
		"/item next", NULL}, NULL, NULL, 0);
	return session;
}

static void add_idle_rows(const char *what, const struct idler *i, double seconds, bool limited)
{
	table_add((struct row){"wake-ups a second", what, "", "", (double)i->sleeps / seconds, 0,
		AT_MOST(1 + 1 / seconds), NO_LIMIT, NULL});
	table_add((struct row){"bytes a second", what, "", "bytes", (double)i->bytes / seconds, 0,
		limited ? AT_MOST(24 * (1 + 1 / seconds)) : NO_LIMIT, NO_LIMIT, NULL});
}

/* Consoles in which no clock runs, one does, and those of a speech do, side by side. */
void measure_idle(const struct options *o)
{
	enum { STILL, ITEM, SPEECH, CONSOLES };
	char *sessions[CONSOLES] = {meeting_need("still", FEW_NOTES, false), with_one_clock(o),
		meeting_need("few", FEW_NOTES, true)};
	struct idler i[CONSOLES];
	long before[CONSOLES];
	double seconds = (double)o->idle_s;

	for (int k = 0; k < CONSOLES; k++)
		idler_start(&i[k], (char *[]){(char *)o->program, sessions[k], NULL});
	pause_ms(1000); /* what starting brings with it */
	for (int k = 0; k < CONSOLES; k++) {
		pty_read(&i[k].pty, now_ns(), 0, 0);
		before[k] = proc_sleeps(i[k].pty.pid);
	}
	pause_ms(o->idle_s * 1000);
	for (int k = 0; k < CONSOLES; k++)
		idler_end(&i[k], before[k]);
	if (!i[ITEM].bytes || !i[SPEECH].bytes)
		give_up("a clock runs and none on the screen does");
	table_add((struct row){"wake-ups, in all", "no clock runs", "", "", (double)i[STILL].sleeps,
		0, AT_MOST(0), NO_LIMIT, NULL});
	add_idle_rows("one clock runs", &i[ITEM], seconds, true);
	add_idle_rows("four in a speech", &i[SPEECH], seconds, false);
}
