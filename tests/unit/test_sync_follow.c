/* SPDX-License-Identifier: MIT */
/* test_sync_follow.c - what is taken of another seat's log while it grows, a row each.
 *
 * Each step of a row is a log as it stands on disk, in pieces by spaces: a number is that line, a
 * number and ~ its first half, a number and + a line of which more is to come, a number and '
 * another line with that number, x a damaged line. A step that begins with > is another file put in
 * its place, - that it is removed, ? that a conflicting copy of it is put beside it, / that it goes
 * on in a second file. What each step
 * brings is compared, steps parted by bars, and behind a ! what is told. */
#include "unit/cases.h"
#include "unit/stage.h"

#include "sync/follow.h"
#include "log/event_line.h"

#include <sys/statfs.h>

static const struct row {
	const char *name;
	const char *seat; /* whose log it is; the follower is rapporteur */
	const char *steps;
	const char *expected;
} rows[] = {
	{"nothing_yet", "facilitator", "", ""},
	{"whole_lines_come_once", "facilitator", "1 2 3|1 2 3|1 2 3 4 5", "1 2 3||4 5"},
	{"half_a_line_waits_for_its_end", "facilitator", "1 2~|1 2 3", "1|2 3"},
	{"half_of_the_first_line", "facilitator", "1~|1", "|1"},
	{"a_typed_line_comes_whole", "facilitator", "1 2+|1 2+ 3+|1 2+ 3+ 4", "1||2 3 4"},
	{"damage_stops_nothing", "facilitator", "1 2|1 2 x 4|1 2 x 4 5", "1 2|4|5"},
	{"one_s_own_log_is_known", "rapporteur", "1 2 3", ""},
	{"a_second_seat_of_the_same_role", "rapporteur-2", "1 2", "1 2"},
	{"a_second_line_of_a_number", "facilitator", "1 2 3|1 2 3 3' 4", "1 2 3|4 !forked 3"},
	{"a_second_line_at_once", "facilitator", "1 2 2' 3", "1 2 3 !forked 2"},
	{"several_second_lines", "facilitator", "1 2 3|1 2 3 2' 3' 4", "1 2 3|4 !forked 2"},
	{"the_same_line_twice", "facilitator", "1 2|1 2 2 3", "1 2|3"},
	{"bytes_that_were_taken_changed", "facilitator", "1 2 3|1 2' 3 4", "1 2 3|4 !forked 2"},
	{"the_last_line_changed", "facilitator", "1 2 3|1 2 3' 4", "1 2 3|4 !forked 3"},
	{"exchanged_for_the_same_and_more", "facilitator", "1 2|>1 2 3", "1 2|3"},
	{"exchanged_for_a_fork", "facilitator", "1 2 3|>1 2' 3' 4", "1 2 3|4 !forked 2"},
	{"exchanged_for_an_old_fork", "facilitator",
		"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
		"29 30"
		"|>1 2' 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
		"29 30 31",
		"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 "
		"29 30"
		"|31 !forked 2"},
	{"exchanged_for_one_that_lacks", "facilitator", "1 2 3|>1 3 4 5", "1 2 3|4 5 !lacks"},
	{"shorter", "facilitator", "1 2 3|1 2", "1 2 3| !shorter"},
	{"shorter_and_goes_on", "facilitator", "1 2 3|1 2|1 2 3 4", "1 2 3| !shorter|4"},
	{"shorter_and_goes_on_otherwise", "facilitator", "1 2 3|1 2|1 2 3' 4",
		"1 2 3| !shorter|4 !forked 3"},
	{"exchanged_for_a_shorter_one", "facilitator", "1 2 3|>1", "1 2 3| !shorter"},
	{"removed", "facilitator", "1 2|-|", "1 2| !removed|"},
	{"removed_and_there_again", "facilitator", "1 2|-|1 2 3|-", "1 2| !removed|3| !removed"},
	{"a_conflicting_copy", "facilitator", "1 2|?|1 2 3", "1 2| !copy|3"},
	{"a_second_file_says_the_same", "facilitator", "1 2 3|/2 3 4", "1 2 3|4"},
	{"a_second_file_says_it_anew", "facilitator", "1 2 3|/2 3' 4", "1 2 3|4 !anew 3"},
	{"a_second_file_forks_itself", "facilitator", "1 2 3|/4 5 5'", "1 2 3|4 5 !forked 5"},
	{"the_first_one_is_looked_at_again", "facilitator", "/2 3' 4|1 2 3", "2 3 4|1"},
	{"a_part_that_goes_on_makes_no_header", "facilitator.2", "4 5", "4 5"},
};

/* Adds one piece of a step to the log. */
static void add_piece(struct stage *s, struct buffer *log, const char *piece)
{
	size_t start = log->len;
	int64_t seq = strtoll(piece, NULL, 10);

	if (*piece == 'x') {
		buffer_text(log, "- {seq: 3, this is damaged, crc: \"00000000\"}\n");
		return;
	}
	if (strpbrk(piece, "+'")) {
		struct event *e = sample_event(seq);

		e->seq = seq;
		if (strchr(piece, '+'))
			event_set_true(e, FIELD_MORE);
		e->at += strchr(piece, '\'') ? 1000 : 0;
		line_write(log, e);
		event_free(e);
	} else {
		stage_line(s, log, seq);
	}
	if (strchr(piece, '~'))
		buffer_cut(log, start + (log->len - start) / 2);
}

/* Puts the step's log on disk. */
static void play_step(struct stage *s, const char *seat, const char *step, size_t len)
{
	struct buffer log = BUFFER_EMPTY, path = BUFFER_EMPTY;
	char name[64], *pieces = mem_text_of(step, len), *rest = pieces;
	bool exchanges = *step == '>', copies = *step == '?', goes_on = *step == '/';

	snprintf(name, sizeof name, "log/%s%s.yaml", seat,
		copies    ? ".sync-conflict-20260416-140322-AAAAAAA"
		: goes_on ? ".2"
			  : "");
	buffer_format(&path, "%s/%s", s->session, name);
	if (*step == '-' && remove(path.bytes) != 0)
		abort();
	if (exchanges) /* the new one is there before the old one goes: another inode */
		rename(path.bytes, "old_log");
	rest += exchanges || copies || goes_on;
	for (char *piece = strtok_r(rest, " ", &rest); piece; piece = strtok_r(NULL, " ", &rest))
		add_piece(s, &log, piece);
	if (len && *step != '-')
		session_write(s, name, log.bytes, log.len);
	if (exchanges)
		remove("old_log");
	buffer_release(&log);
	buffer_release(&path);
	free(pieces);
}

/* The telling words of what was told, in place of whole lines. */
static void add_told(struct buffer *got, const char *told)
{
	static const char *const words[] = {"forked", "shorter", "lacks", "removed", "copy", "anew"};
	const char *number = strstr(told, "number ");

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strstr(told, words[i]))
			buffer_format(got, " !%s", words[i]);
	if (number)
		buffer_format(got, " %d", atoi(number + 7));
}

static void take(struct follower *f, struct loaded *l, struct buffer *got)
{
	struct event **events;
	size_t count = follow_take(f, l, "rapporteur", &events);

	for (size_t i = 0; i < count; i++) {
		buffer_format(got, "%s%lld", i ? " " : "", (long long)events[i]->seq);
		if (!history_add(&l->history, events[i], NULL))
			buffer_text(got, " again");
	}
	free(events);
	add_told(got, f->told.bytes);
	buffer_reset(&f->told);
}

static void follow(void **state)
{
	const struct row *row = *state;
	struct stage s;
	struct loaded l;
	struct follower f;
	struct buffer got = BUFFER_EMPTY;
	char compared[256];

	stage_open(&s);
	stage_session(&s);
	if (!folder_load(&l, s.session, &s.error))
		abort();
	follow_start(&f, s.session);
	follow_mark(&f, &l);
	for (const char *step = row->steps;; step++) {
		size_t len = strcspn(step, "|");

		play_step(&s, row->seat, step, len);
		take(&f, &l, &got);
		step += len;
		if (!*step)
			break;
		buffer_char(&got, '|');
	}
	follow_stop(&f);
	loaded_release(&l);
	stage_close(&s);
	snprintf(compared, sizeof compared, "%s", got.bytes);
	buffer_release(&got);
	assert_string_equal(compared, row->expected);
}

/* File systems that give notice of what is written elsewhere, and those that do not. */

static const struct kind {
	const char *name;
	unsigned long magic; /* 0: it cannot be told */
	bool gives_notice;
} kinds[] = {
	{"notice_on_ext4", 0xef53, true},
	{"notice_on_tmpfs", 0x01021994, true},
	{"notice_on_btrfs", 0x9123683e, true},
	{"notice_on_overlayfs", 0x794c7630, true},
	{"none_on_nfs", 0x6969, false},
	{"none_on_smb", 0x517b, false},
	{"none_on_cifs", 0xff534d42, false},
	{"none_on_smb2", 0xfe534d42, false},
	{"none_on_fuse", 0x65735546, false},
	{"none_on_9p", 0x01021997, false},
	{"none_on_ceph", 0x00c36400, false},
	{"none_on_afs", 0x5346414f, false},
	{"none_where_it_cannot_be_told", 0, false},
};

static unsigned long magic_said = 0xef53;

/* In place of the C library's. */
int statfs(const char *path, struct statfs *out)
{
	(void)path;
	memset(out, 0, sizeof *out);
	out->f_type = (__fsword_t)magic_said;
	return magic_said ? 0 : -1;
}

/* With a descriptor a line of another seat makes it readable, and one's own does not count; without
 * one, every time it is asked something may have come. */
static void notice(void **state)
{
	const struct kind *kind = *state;
	struct stage s;
	struct follower f;

	magic_said = kind->magic;
	stage_open(&s);
	stage_session(&s);
	follow_start(&f, s.session);
	bool has = f.fd >= 0, at_rest = follow_noticed(&f, "rapporteur");
	play_step(&s, "rapporteur", "1", 1);
	bool by_own = follow_noticed(&f, "rapporteur");
	play_step(&s, "facilitator", "1", 1);
	bool by_another = follow_noticed(&f, "rapporteur");
	play_step(&s, "facilitator", "?1", 2);
	bool by_copy = follow_noticed(&f, "rapporteur");
	follow_stop(&f);
	stage_close(&s);
	magic_said = 0xef53;
	assert_int_equal(has, kind->gives_notice);
	assert_int_equal(at_rest, !kind->gives_notice);
	assert_int_equal(by_own, !kind->gives_notice);
	assert_true(by_another);
	assert_true(by_copy);
}

/* What comes without a notice is taken as well. */
static void takes_without_notice(void **state)
{
	struct stage s;
	struct loaded l;
	struct follower f;
	struct buffer got = BUFFER_EMPTY;

	(void)state;
	magic_said = 0x6969;
	stage_open(&s);
	stage_session(&s);
	if (!folder_load(&l, s.session, &s.error))
		abort();
	follow_start(&f, s.session);
	follow_mark(&f, &l);
	for (int step = 1; step <= 3; step++) {
		play_step(&s, "facilitator", "1 2 3", (size_t)step * 2 - 1);
		if (follow_noticed(&f, "rapporteur"))
			take(&f, &l, &got);
	}
	follow_stop(&f);
	loaded_release(&l);
	stage_close(&s);
	magic_said = 0xef53;
	bool all = strcmp(got.bytes, "123") == 0;
	buffer_release(&got);
	assert_true(all);
}

int main(void)
{
	enum { ROWS = sizeof rows / sizeof *rows, KINDS = sizeof kinds / sizeof *kinds };
	static struct CMUnitTest tests[ROWS + KINDS + 1];

	for (size_t i = 0; i < ROWS; i++)
		tests[i] = (struct CMUnitTest){
			rows[i].name, follow, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	for (size_t i = 0; i < KINDS; i++)
		tests[ROWS + i] = (struct CMUnitTest){
			kinds[i].name, notice, NULL, NULL, (void *)(uintptr_t)&kinds[i]};
	tests[ROWS + KINDS] = (struct CMUnitTest){
		"takes_without_notice", takes_without_notice, NULL, NULL, NULL};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
