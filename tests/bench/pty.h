/* SPDX-License-Identifier: MIT */
/* pty.h - a program in a pseudo-terminal, timed.
 *
 * Purpose     Starts a program, writes it a key, and says when the answer had come, how many bytes
 *             it took and what processor time the program has used. The bytes are only counted:
 *             whatever reads them would be measured too.
 * Start at    pty_start(), pty_key().
 */
#ifndef TESTS_BENCH_PTY_H
#define TESTS_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pty {
	pid_t pid;
	int fd;
	int64_t started; /* ns */
	bool gone;
};

/* What a program wrote until it was quiet. Times are in ns after it was asked; 0: nothing came. */
struct answer {
	int64_t first, last;
	size_t bytes;
};

int64_t now_ns(void);
/* Starts argv[0], found by its path. With `marks` it ends its frames with a mark. */
void pty_start(struct pty *p, char *const argv[], int rows, int columns, bool marks);
/* Reads until `quiet_ms` have passed without a byte; times are after `since`. */
struct answer pty_read(struct pty *p, int64_t since, int quiet_ms, int patience_ms);
/* Reads until the first frame's mark; how long after the start it came, in ns. */
int64_t pty_first_frame(struct pty *p);
/* Writes the bytes and reads what they bring about. */
struct answer pty_key(struct pty *p, const char *bytes, size_t len);
/* Processor time of all threads, in ns. */
int64_t pty_processor(const struct pty *p);
/* Kills the program and gives everything back. */
void pty_end(struct pty *p);
/* Runs argv[0] to its end, input from a file, no output; ends the bench when it fails. */
void run_program(char *const argv[], const char *input);
/* Says what is wrong and ends the bench. */
__attribute__((format(printf, 1, 2)))
_Noreturn void give_up(const char *format, ...);

#endif
