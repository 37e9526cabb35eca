/* SPDX-License-Identifier: MIT */
/* test_journal_append.c - one seat's pen, a row each: what is written, what is safe, what is
 * recovered, with disks that are full or fail. */
#include "unit/cases.h"
#include "unit/stage.h"
#include "log/event_line.h"
#include "log/people_lines.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Stands before the C library's: while it is set every sync fails. A file whose sync has failed must
 * never be synced again: the kernel would call it done, whatever is on disk. */
static atomic_bool disk_fails;
static atomic_ulong failed_inode;
static atomic_int synced_again;
int fdatasync(int fd)
{
	struct stat is;

	if (fstat(fd, &is) == 0 && atomic_load(&failed_inode) == is.st_ino)
		atomic_fetch_add(&synced_again, 1);
	if (!atomic_load(&disk_fails))
		return fsync(fd);
	atomic_store(&failed_inode, is.st_ino);
	errno = EIO;
	return -1;
}

/* What `row->play` leaves in `out` is compared. */
struct row {
	const char *name;
	void (*play)(struct stage *s, struct buffer *out);
	const char *expected;
};

static void say_safe(struct buffer *out, struct journal *j)
{
	bool done = journal_wait(j);
	const char *failure = journal_failure(j);

	buffer_format(out, "%s %lld", done ? "safe" : "failed", (long long)journal_safe(j));
	if (failure)
		buffer_format(out, " (%s)", failure);
	buffer_text(out, "; ");
}

/* The numbers in one file as they stand there. */
static void say_file(struct buffer *out, struct stage *s, const char *name)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading r;

	stage_read(&bytes, s->session, name);
	log_read(&r, bytes.bytes, bytes.len, "rapporteur");
	buffer_format(out, "%s", name);
	for (size_t i = 0; i < r.count; i++)
		buffer_format(out, " %s%lld", r.events[i]->kind == EVENT_OPENED ? "open " : "",
			(long long)r.events[i]->seq);
	buffer_text(out, r.flaw_count ? " not whole; " : "; ");
	log_reading_release(&r);
	buffer_release(&bytes);
}

static void say_seat(struct buffer *out, struct stage *s)
{
	struct buffer numbers = BUFFER_EMPTY;

	stage_numbers(&numbers, s, "rapporteur");
	buffer_format(out, "%s; ", numbers.bytes);
	buffer_release(&numbers);
}

/* A log with the sample's first lines, and then what is in `tail`. */
static void leave_log(struct stage *s, int64_t count, const char *tail)
{
	struct buffer lines = BUFFER_EMPTY;

	for (int64_t seq = 1; seq <= count; seq++)
		stage_line(s, &lines, seq);
	buffer_text(&lines, tail);
	session_write(s, "log/rapporteur.yaml", lines.bytes, lines.len);
	buffer_release(&lines);
}

/* Takes the seat, appends the next line (number seven begins a typed line of two), gives it back.
 */
static void go_on(struct buffer *out, struct stage *s, int64_t seq)
{
	struct journal *j = stage_journal(s, "rapporteur");

	if (!j) {
		buffer_format(out, "%s; ", s->error.text);
		return;
	}
	stage_append(s, j, seq, seq + (seq % 7 == 0));
	say_safe(out, j);
	journal_close(j);
}

static void a_new_log(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	int64_t seq = -1;

	buffer_format(out, "needs %d ", journal_needs_header(j, &seq));
	buffer_format(out, "%lld; ", (long long)seq);
	stage_append(s, j, 2, 2);
	stage_append(s, j, 3, 4);
	say_safe(out, j);
	buffer_format(out, "needs %d; ", journal_needs_header(j, &seq));
	journal_close(j);
	say_file(out, s, "log/rapporteur.yaml");
	say_seat(out, s);
}

static void a_log_never_written(struct stage *s, struct buffer *out)
{
	journal_close(stage_journal(s, "rapporteur"));
	say_file(out, s, "log/rapporteur.yaml");
	go_on(out, s, 2);
	say_seat(out, s);
}

static void going_on(struct stage *s, struct buffer *out)
{
	go_on(out, s, 2);
	go_on(out, s, 3);
	go_on(out, s, 4);
	say_file(out, s, "log/rapporteur.yaml");
	buffer_text(out, s->notices.bytes);
}

static void closing_writes_what_waits(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");

	for (int64_t seq = 2; seq <= 60; seq++)
		stage_append(s, j, seq, seq);
	journal_close(j);
	say_seat(out, s);
}

static void a_seat_that_is_held(struct stage *s, struct buffer *out)
{
	struct journal *first = stage_journal(s, "rapporteur"), *second = NULL;
	bool held = false;

	bool opened =
		journal_open(&second, s->session, "rapporteur", &held, NULL, &s->notices, &s->error);
	buffer_format(out, "%d held %d status %d; ", opened, held, s->error.status);
	second = stage_journal(s, "rapporteur-2");
	buffer_format(out, "the next is %s; ", second ? "free" : "held");
	journal_close(second);
	journal_close(first);
	first = stage_journal(s, "rapporteur");
	buffer_format(out, "then %s", first ? "free" : "held");
	journal_close(first);
}

static void names_of_seats(struct stage *s, struct buffer *out)
{
	static const char *const names[] = {"agenda", "Rapporteur", "../x", "", "a.b", "x"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct journal *j = stage_journal(s, names[i]);

		buffer_format(out, "%s%d", i ? " " : "", j ? 0 : s->error.status);
		journal_close(j);
	}
}

static void a_torn_line(struct stage *s, struct buffer *out)
{
	struct buffer torn = BUFFER_EMPTY;

	leave_log(s, 4, "- {seq: 5, clock: 17");
	go_on(out, s, 5);
	say_file(out, s, "log/rapporteur.yaml");
	buffer_text(out, s->notices.bytes);
	const char *name = strstr(s->notices.bytes, "torn/");
	if (name) {
		char file[64];
		snprintf(file, sizeof file, "%.*s", (int)strcspn(name, "\n"), name);
		stage_read(&torn, s->session, file);
	}
	buffer_text(out, torn.bytes);
	buffer_release(&torn);
}

static void a_missing_newline(struct stage *s, struct buffer *out)
{
	struct buffer lines = BUFFER_EMPTY;

	for (int64_t seq = 1; seq <= 4; seq++)
		stage_line(s, &lines, seq);
	session_write(s, "log/rapporteur.yaml", lines.bytes, lines.len - 1);
	buffer_release(&lines);
	go_on(out, s, 5);
	say_file(out, s, "log/rapporteur.yaml");
	buffer_text(out, s->notices.bytes);
}

static void an_open_group(struct stage *s, struct buffer *out)
{
	leave_log(s, 7, "");
	go_on(out, s, 7);
	say_seat(out, s);
}

static void a_torn_header(struct stage *s, struct buffer *out)
{
	session_write(s, "log/rapporteur.yaml", "- {seq: 1", 9);
	go_on(out, s, 2);
	say_file(out, s, "log/rapporteur.yaml");
}

static void damage(struct stage *s, struct buffer *out)
{
	struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;

	leave_log(s, 3, "- {this: line, does: not, hold: 1}\n");
	stage_read(&before, s->session, "log/rapporteur.yaml");
	go_on(out, s, 4);
	go_on(out, s, 5);
	stage_read(&after, s->session, "log/rapporteur.yaml");
	buffer_text(out, same_text(before.bytes, after.bytes) ? "untouched; " : "TOUCHED; ");
	say_file(out, s, "log/rapporteur.2.yaml");
	say_seat(out, s);
	buffer_text(out, s->notices.bytes);
	buffer_release(&before);
	buffer_release(&after);
}

static void everything_damaged(struct stage *s, struct buffer *out)
{
	session_write(s, "log/rapporteur.yaml", "x\ny\nz", 5);
	go_on(out, s, 2);
	say_file(out, s, "log/rapporteur.2.yaml");
	say_seat(out, s);
}

static void a_newer_log(struct stage *s, struct buffer *out)
{
	struct event *e = sample_event(5);
	struct buffer line = BUFFER_EMPTY, after = BUFFER_EMPTY;

	e->kind = EVENT_UNKNOWN;
	e->unknown = mem_text("applaud");
	line_write(&line, e);
	event_free(e);
	buffer_text(&line, "- {seq");
	leave_log(s, 4, line.bytes);
	go_on(out, s, 6);
	stage_read(&after, s->session, "log/rapporteur.yaml");
	buffer_text(
		out, strcmp(after.bytes + after.len - 6, "- {seq") == 0 ? "untouched" : "TOUCHED");
	buffer_release(&line);
	buffer_release(&after);
}

static void a_link_in_its_place(struct stage *s, struct buffer *out)
{
	char path[512];

	snprintf(path, sizeof path, "%s/log/rapporteur.yaml", s->session);
	if (symlink("/dev/null", path) != 0)
		abort();
	struct journal *j = stage_journal(s, "rapporteur");
	buffer_format(out, "%d", j ? 0 : s->error.status);
	journal_close(j);
}

/* The name of p-rapporteur-2 as the session is read. */
static void say_newcomer(struct buffer *out, struct stage *s)
{
	struct loaded loaded;

	if (!folder_load(&loaded, s->session, &s->error))
		return;
	size_t at = people_numbered(&loaded.agenda.people, "p-rapporteur-2");
	buffer_text(out, at == NONE ? "nobody" : loaded.agenda.people.persons[at].name);
	loaded_release(&loaded);
}

/* How many entries a directory of the session has, "." and ".." apart, and its mode. */
static void say_directory(struct buffer *out, const struct stage *s, const char *name)
{
	char path[512];
	struct stat is;
	int count = 0;

	snprintf(path, sizeof path, "%s/%s", s->session, name);
	DIR *dir = opendir(path);
	if (!dir || fstat(dirfd(dir), &is) != 0)
		abort();
	while (readdir(dir))
		count++;
	closedir(dir);
	buffer_format(out, "%s %o holds %d; ", name, (unsigned)is.st_mode & 07777, count - 2);
}

static void people_go_first(struct stage *s, struct buffer *out)
{
	struct newcomer n = {.number = mem_text("p-rapporteur-2"), .id = mem_text("late"),
		.name = mem_text("Late Arrival"), .role = ROLE_PARTICIPANT};
	struct buffer line = BUFFER_EMPTY;
	struct journal *j = stage_journal(s, "rapporteur");

	newcomer_write(&line, &n);
	stage_append(s, j, 0, -1);
	journal_append_people(j, line.bytes, line.len);
	stage_append(s, j, 2, 2);
	say_safe(out, j);
	journal_close(j);
	say_newcomer(out, s);
	buffer_release(&line);
	newcomer_release(&n);
}

static void a_torn_people_file(struct stage *s, struct buffer *out)
{
	struct newcomer n = {.number = mem_text("p-rapporteur-2"), .id = mem_text("late"),
		.name = mem_text("Late Arrival"), .role = ROLE_PARTICIPANT};
	struct buffer line = BUFFER_EMPTY, after = BUFFER_EMPTY;

	newcomer_write(&line, &n);
	buffer_text(&line, "- {person: \"p-");
	for (int again = 0; again < 2; again++) {
		session_write(s, "people/rapporteur.yaml", line.bytes, line.len);
		journal_close(stage_journal(s, "rapporteur"));
	}
	stage_read(&after, s->session, "people/rapporteur.yaml");
	buffer_format(out, "%zu bytes fewer; ", line.len - after.len);
	say_directory(out, s, "people/torn");
	say_directory(out, s, "torn");
	say_newcomer(out, s);
	buffer_format(out, "; %s", s->notices.bytes);
	buffer_release(&line);
	buffer_release(&after);
	newcomer_release(&n);
}

static void drafts(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	struct buffer draft = BUFFER_EMPTY;
	char large[1025];

	journal_draft(j, "text: a\n", 8);
	journal_draft(j, "text: ab\n", 9);
	journal_close(j);
	stage_read(&draft, s->session, "draft/rapporteur.yaml");
	buffer_format(out, "%.*s", (int)strcspn(draft.bytes, "\n"), draft.bytes);
	buffer_format(out, " and %zu newlines\n", strspn(strchr(draft.bytes, '\n'), "\n"));
	j = stage_journal(s, "rapporteur");
	memset(large, 'x', sizeof large);
	journal_draft(j, large, sizeof large);
	journal_wait(j);
	journal_draft(j, "", 0);
	journal_wait(j);
	stage_read(&draft, s->session, "draft/rapporteur.yaml");
	buffer_format(out, "at once: %zu newlines; ", strspn(draft.bytes, "\n"));
	journal_close(j);
	stage_read(&draft, s->session, "draft/rapporteur.yaml");
	buffer_text(out, strstr(draft.bytes, "No such file") ? "gone" : draft.bytes);
	buffer_release(&draft);
}

static void set_limit(rlim_t bytes)
{
	struct rlimit limit;

	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = bytes;
	setrlimit(RLIMIT_FSIZE, &limit);
}

/* The log may not grow: the part of a line that was written is cut off again. */
static void a_full_disk(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	struct buffer log = BUFFER_EMPTY;

	stage_append(s, j, 2, 2);
	say_safe(out, j);
	stage_read(&log, s->session, "log/rapporteur.yaml");
	set_limit(log.len + 100);
	stage_append(s, j, 3, 4);
	stage_append(s, j, 5, 5);
	say_safe(out, j);
	say_file(out, s, "log/rapporteur.yaml");
	journal_retry(j);
	say_safe(out, j);
	set_limit(RLIM_INFINITY);
	journal_retry(j);
	say_safe(out, j);
	journal_close(j);
	say_file(out, s, "log/rapporteur.yaml");
	buffer_release(&log);
}

/* Nobody asks for it: room is found again. */
static void a_full_disk_is_tried_again(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	struct pollfd fd = {.fd = journal_fd(j), .events = POLLIN};

	stage_append(s, j, 2, 2);
	say_safe(out, j);
	set_limit(10);
	stage_append(s, j, 3, 3);
	say_safe(out, j);
	set_limit(RLIM_INFINITY);
	for (int i = 0; i < 20 && journal_safe(j) < 3; i++) {
		journal_heard(j);
		poll(&fd, 1, 1000);
	}
	say_safe(out, j);
	journal_close(j);
}

/* A sync that failed says nothing about what is on disk: all that was not safe is written again,
 * in another file. */
static void a_failing_disk(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	int64_t seq;

	stage_append(s, j, 2, 3);
	say_safe(out, j);
	atomic_store(&disk_fails, true);
	stage_append(s, j, 4, 4);
	say_safe(out, j);
	atomic_store(&disk_fails, false);
	journal_retry(j);
	say_safe(out, j);
	buffer_format(out, "needs %d; ", journal_needs_header(j, &seq));
	stage_append(s, j, 5, 5);
	say_safe(out, j);
	stage_append(s, j, 6, 6);
	say_safe(out, j);
	buffer_format(out, "%s; ", journal_warning(j));
	journal_close(j);
	buffer_format(out, "%d syncs of a file that had failed; ", atomic_load(&synced_again));
	say_file(out, s, "log/rapporteur.2.yaml");
	say_seat(out, s);
}

static void a_disk_that_fails_at_the_header(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");

	atomic_store(&disk_fails, true);
	stage_append(s, j, 2, 2);
	say_safe(out, j);
	atomic_store(&disk_fails, false);
	journal_retry(j);
	stage_append(s, j, 3, 3);
	say_safe(out, j);
	journal_close(j);
	say_file(out, s, "log/rapporteur.2.yaml");
	say_seat(out, s);
}

static void it_is_told(struct stage *s, struct buffer *out)
{
	struct journal *j = stage_journal(s, "rapporteur");
	struct pollfd fd = {.fd = journal_fd(j), .events = POLLIN};

	buffer_format(out, "%d ", poll(&fd, 1, 0));
	stage_append(s, j, 2, 2);
	buffer_format(out, "%d ", poll(&fd, 1, 10000));
	journal_wait(j);
	journal_heard(j);
	buffer_format(out, "%d", poll(&fd, 1, 0));
	journal_close(j);
}

static const struct row rows[] = {
	{"a_new_log", a_new_log,
		"needs 1 1; safe 4; needs 0; log/rapporteur.yaml open 1 2 3 4; 1-4; "},
	{"a_log_never_written", a_log_never_written, "log/rapporteur.yaml; safe 2; 1-2; "},
	{"going_on", going_on, "safe 2; safe 3; safe 4; log/rapporteur.yaml open 1 2 3 4; "},
	{"closing_writes_what_waits", closing_writes_what_waits, "1-60; "},
	{"a_seat_that_is_held", a_seat_that_is_held,
		"0 held 1 status 3; the next is free; then free"},
	{"names_of_seats", names_of_seats, "2 2 2 2 2 0"},
	{"a_torn_line", a_torn_line,
		"safe 5; log/rapporteur.yaml open 1 2 3 4 5; log/rapporteur.yaml: an unfinished "
		"end of "
		"20 bytes was set aside in torn/rapporteur-935\n- {seq: 5, clock: 17"},
	{"a_missing_newline", a_missing_newline,
		"safe 5; log/rapporteur.yaml open 1 2 3 4 5; log/rapporteur.yaml: the last line "
		"lacked "
		"its newline, which was added\n"},
	{"an_open_group", an_open_group, "safe 8; 1-8; "},
	{"a_torn_header", a_torn_header, "safe 2; log/rapporteur.yaml open 1 2; "},
	{"damage", damage,
		"safe 4; safe 5; untouched; log/rapporteur.2.yaml open 3 4 5; 1-5; "
		"log/rapporteur.yaml "
		"is damaged and stays as it is; rapporteur goes on in log/rapporteur.2.yaml "
		"('roundtable verify' says more)\n"},
	{"everything_damaged", everything_damaged, "safe 2; log/rapporteur.2.yaml open 1 2; 1-2; "},
	{"a_newer_log", a_newer_log,
		"failed 5 (it holds 'applaud', which only a newer program knows); untouched"},
	{"a_link_in_its_place", a_link_in_its_place, "3"},
	{"people_go_first", people_go_first, "safe 2; Late Arrival"},
	{"a_torn_people_file", a_torn_people_file,
		"14 bytes fewer; people/torn 700 holds 2; torn 700 holds 0; Late Arrival; "
		"people/rapporteur.yaml: an unfinished end of 14 bytes was set aside in "
		"people/torn/rapporteur-110\n"
		"people/rapporteur.yaml: an unfinished end of 14 bytes was set aside in "
		"people/torn/rapporteur-110-2\n"},
	{"drafts", drafts, "text: ab and 1016 newlines\nat once: 2048 newlines; gone"},
	{"a_full_disk", a_full_disk,
		"safe 2; failed 2 (No space left on device); log/rapporteur.yaml open 1 2; failed "
		"2 (No "
		"space left on device); safe 5; log/rapporteur.yaml open 1 2 3 4 5; "},
	{"a_full_disk_is_tried_again", a_full_disk_is_tried_again,
		"safe 2; failed 2 (File too large); safe 3; "},
	{"a_failing_disk", a_failing_disk,
		"safe 3; failed 3 (Input/output error); failed 3 (Input/output error); needs 1; safe "
		"5; safe 6; log/rapporteur.yaml failed (Input/output error): this seat goes on in "
		"log/rapporteur.2.yaml; 0 syncs of a file that had failed; log/rapporteur.2.yaml "
		"open 3 4 5 6; 1-6; "},
	{"a_disk_that_fails_at_the_header", a_disk_that_fails_at_the_header,
		"failed 0 (Input/output error); safe 3; log/rapporteur.2.yaml open 1 2 3; 1-3; "},
	{"it_is_told", it_is_told, "0 1 0"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct stage stage;

	stage_open(&stage);
	stage_session(&stage);
	row->play(&stage, &out);
	stage_close(&stage);
	char shown[1024];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
