/* SPDX-License-Identifier: MIT */
/* test_journal_killed.c - writers that are killed, and logs that are changed or cut behind their
 * backs: nothing that was said to be safe is missing, and the seat goes on. */
#include "unit/cases.h"
#include "unit/stage.h"

#include <signal.h>
#include <sys/wait.h>

/* What `row->play` leaves in `out` is wrong. */
struct row {
	const char *name;
	void (*play)(struct stage *s, struct buffer *out);
};

/* What the killed child runs: lines as fast as they go, each told when it is safe. */
_Noreturn static void write_until_killed(struct stage *s, int64_t last, int tell)
{
	struct journal *j = stage_journal(s, "rapporteur");

	for (int64_t seq = last + 1;; seq += 3) {
		if (!j)
			_exit(1);
		/* Numbers divisible by seven begin a typed line that the next one ends. */
		int64_t first = seq < 2 ? 2 : seq;
		stage_append(s, j, first, seq + 2 + ((seq + 2) % 7 == 0));
		seq += (seq + 2) % 7 == 0;
		if (!journal_wait(j))
			_exit(1);
		int64_t safe = journal_safe(j);
		if (write(tell, &safe, sizeof safe) != (ssize_t)sizeof safe)
			_exit(1);
	}
}

static int64_t kill_a_writer(struct stage *s, int64_t last, int after)
{
	int64_t safe = last, told;
	int ends[2];

	if (pipe(ends) != 0)
		abort();
	pid_t child = fork();
	if (child == 0)
		write_until_killed(s, last, ends[1]);
	close(ends[1]);
	for (int i = 0; i < after && read(ends[0], &told, sizeof told) == (ssize_t)sizeof told; i++)
		safe = told;
	kill(child, SIGKILL);
	while (read(ends[0], &told, sizeof told) == (ssize_t)sizeof told)
		safe = told;
	close(ends[0]);
	waitpid(child, NULL, 0);
	return safe;
}

/* The parent kills while the child is somewhere in its next lines. */
static void killed_writers(struct stage *s, struct buffer *out)
{
	int64_t last = 0;

	for (int i = 0; i < 40 && !out->len; i++) {
		int64_t safe = kill_a_writer(s, last, i * 7 % 5);
		struct journal *j = stage_journal(s, "rapporteur");
		struct loaded loaded;

		if (!j || !folder_load(&loaded, s->session, &s->error)) {
			buffer_text(out, s->error.text);
			return;
		}
		last = history_last(&loaded.history, "rapporteur", NULL);
		if (last < safe || (int64_t)loaded.history.count != last)
			buffer_format(out, "%lld were safe, %zu are there up to %lld",
				(long long)safe, loaded.history.count, (long long)last);
		loaded_release(&loaded);
		journal_close(j);
	}
}

/* One changed or cut log as a file: the seat goes on, and only what was touched is missing. */
static void try_file(struct buffer *out, struct stage *s, const char *bytes, size_t len,
	int64_t touched)
{
	struct loaded loaded;
	char path[512];

	session_write(s, "log/rapporteur.yaml", bytes, len);
	snprintf(path, sizeof path, "%s/log/rapporteur.2.yaml", s->session);
	unlink(path);
	struct journal *j = stage_journal(s, "rapporteur");
	int64_t first = j ? journal_safe(j) + 1 : 0, next = first + (first % 7 == 0);
	if (j)
		stage_append(s, j, first, next);
	bool written = j && journal_wait(j);
	journal_close(j);
	if (!written || !folder_load(&loaded, s->session, &s->error)) {
		buffer_format(out, "line %lld: %s", (long long)touched, s->error.text);
		return;
	}
	int64_t missing = next - (int64_t)loaded.history.count;
	if (history_last(&loaded.history, "rapporteur", NULL) != next || missing < 0 || missing > 1)
		buffer_format(out, "line %lld: %lld missing of %lld", (long long)touched,
			(long long)missing, (long long)next);
	loaded_release(&loaded);
}

static void a_log(struct buffer *log, struct stage *s, size_t starts[SAMPLE_EVENTS + 1])
{
	for (int64_t seq = 1; seq <= SAMPLE_EVENTS; seq++) {
		starts[seq - 1] = log->len;
		stage_line(s, log, seq);
	}
	starts[SAMPLE_EVENTS] = log->len;
}

static void changed_bits(struct stage *s, struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;
	size_t starts[SAMPLE_EVENTS + 1];
	int64_t line = 1;

	a_log(&log, s, starts);
	for (size_t i = 0; i < log.len * 8 && !out->len; i += 3499) {
		while (i / 8 >= starts[line])
			line++;
		log.bytes[i / 8] ^= (char)(1 << i % 8);
		try_file(out, s, log.bytes, log.len, line);
		log.bytes[i / 8] ^= (char)(1 << i % 8);
	}
	/* Every newline, which glues two lines. */
	for (line = 1; line <= SAMPLE_EVENTS && !out->len; line += 13) {
		log.bytes[starts[line] - 1] ^= 4;
		try_file(out, s, log.bytes, log.len, line);
		log.bytes[starts[line] - 1] ^= 4;
	}
	buffer_release(&log);
}

static void cuts(struct stage *s, struct buffer *out)
{
	struct buffer log = BUFFER_EMPTY;
	size_t starts[SAMPLE_EVENTS + 1];

	a_log(&log, s, starts);
	for (size_t at = 0; at < log.len && !out->len; at += 401)
		try_file(out, s, log.bytes, at, (int64_t)at);
	buffer_release(&log);
}

static const struct row rows[] = {
	{"killed_writers_lose_nothing_that_was_safe", killed_writers},
	{"the_seat_goes_on_after_any_changed_bit", changed_bits},
	{"the_seat_goes_on_after_any_cut", cuts},
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
	assert_string_equal(shown, "");
}

CASES_MAIN(rows, run)
