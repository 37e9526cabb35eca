/* SPDX-License-Identifier: MIT */
/* test_journal_lock.c - a log that is exchanged between its opening and the lock on it, a row each: the
 * seat ends with the lock on the file that has the name, or does not have the seat. */
#include "unit/cases.h"
#include "unit/stage.h"

#include <sys/file.h>
#include <sys/syscall.h>

static const struct row {
	const char *name;
	int exchanges; /* before so many locks another file gets the name */
	bool held;     /* that file is locked by another */
	const char *expected;
} rows[] = {
	{"not_exchanged", 0, false, "locked"},
	{"exchanged_once", 1, false, "locked"},
	{"exchanged_three_times", 3, false, "locked"},
	{"exchanged_for_one_that_is_held", 1, true, "held"},
};

static char log_file[512];
static int exchanges, other = -1;
static bool hold_next;

/* Before the C library's: what a merge at work does. */
int flock(int fd, int how)
{
	char beside[600];

	if (exchanges-- > 0) {
		snprintf(beside, sizeof beside, "%s.beside", log_file);
		int made = open(beside, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
		if (made < 0 || rename(beside, log_file) != 0)
			abort();
		if (hold_next && syscall(SYS_flock, made, LOCK_EX) == 0)
			other = made;
		else
			close(made);
	}
	return (int)syscall(SYS_flock, fd, how);
}

static void test_row(void **state)
{
	const struct row *row = *state;
	struct stage stage;
	struct journal *journal = NULL;
	bool held = false;
	const char *got = "locked";

	stage_open(&stage);
	stage_session(&stage);
	snprintf(log_file, sizeof log_file, "%s/log/r.yaml", stage.session);
	exchanges = row->exchanges;
	hold_next = row->held;
	bool opened = journal_open(&journal, stage.session, "r", &held, NULL, &stage.notices, &stage.error);
	int again = open(log_file, O_RDONLY | O_CLOEXEC);
	if (!opened)
		got = held ? "held" : stage.error.text;
	else if (syscall(SYS_flock, again, LOCK_EX | LOCK_NB) == 0)
		got = "has the lock of a file without a name";
	assert_string_equal(got, row->expected);
	close(again);
	if (other >= 0)
		close(other);
	other = -1;
	journal_close(journal);
	stage_close(&stage);
}

CASES_MAIN(rows, test_row)
