/* SPDX-License-Identifier: MIT */
/* test_journal_lost.c - a session folder that is lost while a seat writes to it, and other programs
 * that write to its log, a row each: nothing that was safe is lost, and it comes back. */
#include "unit/cases.h"
#include "unit/stage.h"
#include "log/event_line.h"
#include "log/people_lines.h"
#include "journal/fallback.h"

#include <errno.h>
#include <glob.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

/* Stands before the C library's: a slow disk, and one that fails for the file with that name in it. */
static atomic_int slow_ms;
static const char *failing;
int fsync(int fd)
{
	struct timespec pause = {0, atomic_load(&slow_ms) * 1000000L};

	nanosleep(&pause, NULL);
	return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	char link[64], path[512] = "";

	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	if (readlink(link, path, sizeof path - 1) > 0 && failing && strstr(path, failing)) {
		errno = EIO;
		return -1;
	}
	return fsync(fd);
}

/* What `row->play` leaves in `out` is compared; the stage's directory is shown as DIR, the id of the
 * session as ID. */
struct row {
	const char *name;
	void (*play)(struct stage *s, struct buffer *out);
	const char *expected;
};

/* Waits until all is safe, giving the header when a new file wants one. */
static void settle(struct buffer *out, struct stage *s, struct journal *j)
{
	bool done = journal_wait(j);

	for (int i = 0; i < 3 && !done; i++) {
		journal_retry(j);
		if (!journal_wait(j))
			stage_append(s, j, 0, -1);
		done = journal_wait(j);
	}
	buffer_format(out, "%s %lld; ", done ? "safe" : "failed", (long long)journal_safe(j));
}

static void say_warning(struct buffer *out, const struct journal *j)
{
	const char *warning = journal_warning(j);

	buffer_format(out, "[%s] ", warning ? warning : "");
}

static void say_seat(struct buffer *out, struct stage *s)
{
	struct buffer numbers = BUFFER_EMPTY;

	stage_numbers(&numbers, s, "rapporteur");
	buffer_format(out, "holds %s; ", numbers.bytes);
	buffer_release(&numbers);
}

/* Moves a file of the session, or the session itself when `from` is "". */
static void move(const struct stage *s, const char *from, const char *to)
{
	char one[512], other[512];

	snprintf(one, sizeof one, "%s%s", s->session, from);
	snprintf(other, sizeof other, "%s%s", s->session, to);
	if (rename(one, other) != 0)
		abort();
}

static struct journal *writer(struct buffer *out, struct stage *s, int64_t last)
{
	struct journal *j = stage_journal(s, "rapporteur");

	for (int64_t seq = 2; seq <= last; seq++)
		stage_append(s, j, seq, seq);
	settle(out, s, j);
	return j;
}

static void open_again(struct buffer *out, struct stage *s, int64_t seq)
{
	struct journal *j = stage_journal(s, "rapporteur");

	buffer_format(out, "%s", j ? s->notices.bytes : s->error.text);
	buffer_reset(&s->notices);
	if (!j)
		return;
	stage_append(s, j, seq, seq + (seq % 7 == 0));
	settle(out, s, j);
	journal_close(j);
	say_seat(out, s);
}

static void a_folder_that_is_gone(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	move(s, "", ".away");
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	stage_append(s, j, 6, 6);
	settle(out, s, j);
	say_warning(out, j);
	journal_close(j);
	move(s, ".away", "");
	say_seat(out, s);
	open_again(out, s, 7);
	open_again(out, s, 9);
}

/* The folder never comes back: what was safe in it is elsewhere too. */
static void all_of_the_log_is_kept(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	struct buffer kept = BUFFER_EMPTY;
	char path[200];

	move(s, "", ".away");
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	journal_close(j);
	snprintf(path, sizeof path, "roundtable/%.80s-rapporteur-%s/log/rapporteur.2.yaml",
		strrchr(s->session, '/') + 1, s->id);
	stage_read(&kept, s->state, path);
	for (const char *at = kept.bytes; (at = strstr(at, "- {seq: ")) != NULL; at++)
		buffer_format(out, "%lld ", strtoll(at + 8, NULL, 10));
	buffer_release(&kept);
}

static void nowhere_to_go(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 2);

	setenv("XDG_STATE_HOME", "/dev/null", 1);
	move(s, "", ".away");
	stage_append(s, j, 3, 3);
	settle(out, s, j);
	buffer_format(out, "%s; ", journal_failure(j));
	setenv("XDG_STATE_HOME", s->state, 1);
	settle(out, s, j);
	journal_close(j);
	move(s, ".away", "");
	open_again(out, s, 4);
}

static void the_seat_went_on_without_it(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	struct buffer lines = BUFFER_EMPTY;

	move(s, "", ".away");
	stage_append(s, j, 5, 6);
	settle(out, s, j);
	journal_close(j);
	move(s, ".away", "");
	/* On another machine the fifth was something else. */
	for (int64_t seq = 1; seq <= 4; seq++)
		stage_line(s, &lines, seq);
	struct event *other = sample_event(6);
	other->seq = 5;
	line_write(&lines, other);
	event_free(other);
	session_write(s, "log/rapporteur.yaml", lines.bytes, lines.len);
	buffer_release(&lines);
	open_again(out, s, 6);
}

static void others_are_told(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	move(s, "", ".away");
	stage_append(s, j, 5, 6);
	settle(out, s, j);
	move(s, ".away", "");
	struct journal *other = stage_journal(s, "facilitator");
	buffer_text(out, s->notices.bytes);
	journal_close(other);
	journal_close(j);
	buffer_reset(&s->notices);
	fallback_tell_all(s->session, &s->notices);
	buffer_text(out, s->notices.bytes);
}

static void newcomers_go_along(struct stage *s, struct buffer *out)
{
	struct newcomer n = {.number = mem_text("p-rapporteur-5"), .id = mem_text("late"),
		.name = mem_text("Late Arrival"), .role = ROLE_PARTICIPANT};
	struct journal *j = writer(out, s, 4);
	struct buffer line = BUFFER_EMPTY;
	struct loaded loaded;

	newcomer_write(&line, &n);
	move(s, "", ".away");
	journal_append_people(j, line.bytes, line.len);
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	journal_close(j);
	move(s, ".away", "");
	open_again(out, s, 6);
	if (folder_load(&loaded, s->session, &s->error)) {
		size_t at = people_numbered(&loaded.agenda.people, "p-rapporteur-5");
		buffer_text(out, at == NONE ? "nobody" : loaded.agenda.people.persons[at].name);
		loaded_release(&loaded);
	}
	buffer_release(&line);
	newcomer_release(&n);
}

static void a_disk_on_which_nothing_is_safe(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	failing = s->session; /* a part that is made new fails as well */
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	buffer_text(out, journal_is_elsewhere(j) ? "elsewhere; " : "there; ");
	failing = NULL;
	journal_close(j);
	open_again(out, s, 6);
}

/* It had to be left for another part there: both come back, each as a part, and none is damaged. */
static void parts_of_what_is_kept(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	struct error error = {0};
	bool whole = false;

	move(s, "", ".away");
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	failing = "/log/rapporteur.2.yaml";
	stage_append(s, j, 6, 6);
	settle(out, s, j);
	failing = NULL;
	journal_close(j);
	move(s, ".away", "");
	open_again(out, s, 7);
	FILE *unread = fopen("/dev/null", "we");
	folder_verify(s->session, unread, &whole, &error);
	fclose(unread);
	buffer_text(out, whole ? "whole" : "damaged");
}

static size_t parts_kept(const struct stage *s)
{
	char pattern[512];
	glob_t found;

	snprintf(pattern, sizeof pattern, "%s/.state/roundtable/*/log/*", s->dir);
	size_t count = glob(pattern, 0, NULL, &found) == 0 ? found.gl_pathc : 0;
	globfree(&found);
	return count;
}

/* There is nowhere left to go: it is not filled with files. */
static void what_is_kept_fails_too(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	struct timespec moment = {0, 2000000};

	move(s, "", ".away");
	failing = "/log/";
	stage_append(s, j, 5, 5);
	for (int i = 0; i < 150; i++) {
		if (journal_needs_header(j, NULL))
			stage_append(s, j, 0, -1);
		nanosleep(&moment, NULL);
	}
	buffer_text(out, parts_kept(s) < 4 ? "few files; " : "many files; ");
	failing = NULL;
	settle(out, s, j);
	journal_close(j);
}

/* Asked to try again while the next part is being made: that part still begins with its header. */
static void an_impatient_caller(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	struct timespec pause = {0, 10000000};
	struct buffer part = BUFFER_EMPTY;

	failing = "/log/rapporteur.yaml";
	atomic_store(&slow_ms, 200);
	stage_append(s, j, 5, 5);
	for (int i = 0; i < 30; i++) {
		journal_retry(j);
		nanosleep(&pause, NULL);
	}
	atomic_store(&slow_ms, 0);
	settle(out, s, j);
	failing = NULL;
	journal_close(j);
	stage_read(&part, s->session, "log/rapporteur.2.yaml");
	buffer_format(out, "%s; ", strstr(part.bytes, "- {seq: 4") == part.bytes ? "header first"
										  : part.bytes);
	buffer_release(&part);
	say_seat(out, s);
}

/* At the end what a full disk does not take goes elsewhere too. */
static void a_disk_that_stays_full(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	move(s, "", ".away");
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	setenv("XDG_STATE_HOME", s->state, 1);
	journal_leave_folder(j);
	settle(out, s, j);
	buffer_text(out, journal_is_elsewhere(j) ? "elsewhere; " : "there; ");
	journal_close(j);
}

/* Other programs */

static void add_to_log(const struct stage *s, const char *text)
{
	char path[512];

	snprintf(path, sizeof path, "%s/log/rapporteur.yaml", s->session);
	FILE *log = fopen(path, "ab");
	if (!log || fputs(text, log) < 0 || fclose(log) != 0)
		abort();
}

static void another_writer(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	add_to_log(s, "# a remark by hand\n");
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	say_warning(out, j);
	stage_append(s, j, 6, 6);
	settle(out, s, j);
	journal_close(j);
	say_seat(out, s);
}

static void an_editor_that_replaces_the_log(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);

	session_write(s, "log/new", "", 0);
	move(s, "/log/new", "/log/rapporteur.yaml");
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	say_warning(out, j);
	journal_close(j);
	say_seat(out, s);
}

static void a_log_that_is_deleted(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	char path[512];

	snprintf(path, sizeof path, "%s/log/rapporteur.yaml", s->session);
	unlink(path);
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	say_warning(out, j);
	stage_append(s, j, 6, 6);
	settle(out, s, j);
	journal_close(j);
	say_seat(out, s);
}

static void a_log_that_is_cut(struct stage *s, struct buffer *out)
{
	struct journal *j = writer(out, s, 4);
	char path[512];

	snprintf(path, sizeof path, "%s/log/rapporteur.yaml", s->session);
	if (truncate(path, 10) != 0)
		abort();
	stage_append(s, j, 5, 5);
	settle(out, s, j);
	say_warning(out, j);
	journal_close(j);
	say_seat(out, s);
}

/* Memory is out */

/* The first line is being synced when the second is queued and memory runs out. */
static void memory_runs_out(struct stage *s, struct buffer *out)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		struct journal *j = stage_journal(s, "rapporteur");

		atomic_store(&slow_ms, 200);
		stage_append(s, j, 2, 2);
		while (!j || journal_safe(j) < 1) {
			struct timespec pause = {0, 20000000};
			nanosleep(&pause, NULL);
			stage_append(s, j, 3, 3);
			mem_out();
		}
		_exit(1);
	}
	waitpid(child, &status, 0);
	buffer_format(out, "status %d; ", WEXITSTATUS(status));
	say_seat(out, s);
}

static const struct row rows[] = {
	{"a_folder_that_is_gone", a_folder_that_is_gone,
		"safe 4; safe 5; safe 6; [the session folder cannot be written "
		"(log/rapporteur.yaml was removed by another program): what is not safe there "
		"is kept in DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID, and "
		"comes back when this seat opens the session again] holds 1-5; lines of "
		"rapporteur came back into this session: they were kept in "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID.done\nsafe 8; holds "
		"1-8; safe 9; holds 1-9; "},
	{"all_of_the_log_is_kept", all_of_the_log_is_kept,
		"safe 4; safe 5; 1 2 3 4 5 "},
	{"nowhere_to_go", nowhere_to_go,
		"safe 2; failed 2; log/rapporteur.yaml was removed by another program, nor can "
		"it be kept elsewhere: Not a directory; safe 3; safe 4; holds 1-4; "},
	{"the_seat_went_on_without_it", the_seat_went_on_without_it,
		"safe 4; safe 6; rapporteur has gone on otherwise than in "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID: what is there is "
		"not in this session; 'roundtable merge DIR/2026-04-16-readiness "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID' brings both "
		"together\nsafe 6; holds 1-6; "},
	{"others_are_told", others_are_told,
		"safe 4; safe 6; lines of rapporteur are kept in "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID: 'roundtable merge "
		"DIR/2026-04-16-readiness "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID' brings them "
		"here\nlines of rapporteur are kept in "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID: 'roundtable merge "
		"DIR/2026-04-16-readiness "
		"DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID' brings them here\n"},
	{"newcomers_go_along", newcomers_go_along,
		"safe 4; safe 5; lines of rapporteur came back into this session: they were "
		"kept in DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID.done\nsafe "
		"6; holds 1-6; Late Arrival"},
	{"a_disk_on_which_nothing_is_safe", a_disk_on_which_nothing_is_safe,
		"safe 4; safe 5; elsewhere; safe 6; holds 1-6; "},
	{"parts_of_what_is_kept", parts_of_what_is_kept,
		"safe 4; safe 5; safe 6; lines of rapporteur came back into this session: they "
		"were kept in DIR/.state/roundtable/2026-04-16-readiness-rapporteur-ID.done\n"
		"safe 8; holds 1-8; whole"},
	{"what_is_kept_fails_too", what_is_kept_fails_too, "safe 4; few files; safe 5; "},
	{"an_impatient_caller", an_impatient_caller,
		"safe 4; safe 5; header first; holds 1-5; "},
	{"a_disk_that_stays_full", a_disk_that_stays_full,
		"safe 4; failed 4; safe 5; elsewhere; "},
	{"another_writer", another_writer,
		"safe 4; safe 5; [log/rapporteur.yaml was written by another program: this "
		"seat goes on in log/rapporteur.2.yaml] safe 6; holds 1-6; "},
	{"an_editor_that_replaces_the_log", an_editor_that_replaces_the_log,
		"safe 4; safe 5; [log/rapporteur.yaml was replaced by another program: this "
		"seat goes on in log/rapporteur.2.yaml] holds 1-5; "},
	{"a_log_that_is_deleted", a_log_that_is_deleted,
		"safe 4; safe 5; [log/rapporteur.yaml was removed by another program: this "
		"seat goes on in log/rapporteur.2.yaml] safe 6; holds 1-6; "},
	{"a_log_that_is_cut", a_log_that_is_cut,
		"safe 4; safe 5; [log/rapporteur.yaml was cut by another program: this seat "
		"goes on in log/rapporteur.2.yaml] holds 5; "},
	{"memory_runs_out", memory_runs_out,
		"status 3; holds 1-3; "},
};

/* Puts `word` for every `text`. */
static void call_it(struct buffer *out, const char *text, const char *word)
{
	struct buffer done = BUFFER_EMPTY;
	const char *at = out->bytes, *next;

	for (; (next = strstr(at, text)) != NULL; at = next + strlen(text))
		buffer_format(&done, "%.*s%s", (int)(next - at), at, word);
	buffer_text(&done, at);
	buffer_release(out);
	*out = done;
}

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct stage stage;

	stage_open(&stage);
	stage_session(&stage);
	row->play(&stage, &out);
	call_it(&out, stage.dir, "DIR");
	call_it(&out, stage.id, "ID");
	stage_close(&stage);
	char shown[2048];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
