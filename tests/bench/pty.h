/* SPDX-License-Identifier: MIT */
/* pty.h - a program in a pseudo-terminal, timed.
 *
 * Purpose     Starts a program, writes it keys, and says when the answer had come and how many
 *             bytes it took. The bytes are only counted, or searched for a few of them: whatever
 *             else read them would be measured too.
 * Start at    pty_start(), pty_give(), pty_await().
 */
#ifndef TESTS_BENCH_PTY_H
#define TESTS_BENCH_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { ENVIRONMENT_MOST = 4, NEVER = -1 };

/* What is started. */
struct launch {
	char *const *argv; /* argv[0] is the program's path */
	int rows, columns; /* 0: 24 and 80 */
	bool marks;        /* it ends its frames with a mark */
	const char *environment[ENVIRONMENT_MOST]; /* NAME=VALUE besides; NULL ends it */
};

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

/* Is what is waited for among these bytes? */
typedef bool (*seen)(void *wanted, const char *bytes, size_t len);

int64_t now_ns(void);
void pause_ms(long ms);
void pty_start(struct pty *p, const struct launch *launch);
/* Reads until `quiet_ms` have passed without a byte; times are after `since`. */
struct answer pty_read(struct pty *p, int64_t since, int quiet_ms, int patience_ms);
/* Writes the bytes as fast as the program takes them, reading what they bring about until
 * `quiet_ms` have passed without a byte. An answer without bytes: none came in `patience_ms`. */
struct answer pty_give(struct pty *p, const char *bytes, size_t len, int quiet_ms,
	int patience_ms);
/* Writes the bytes and does not wait. */
void pty_send(struct pty *p, const char *bytes);
/* Reads until it is seen; the time of that, in ns of now_ns(), or NEVER. The bytes are those since
 * the call, the last 128 KiB of them. */
int64_t pty_await(struct pty *p, seen is_seen, void *wanted, int patience_ms);
/* For pty_await: a text. */
bool text_seen(void *text, const char *bytes, size_t len);
/* Waits until the program takes keys one by one, so that the terminal itself echoes none. */
void pty_await_raw(struct pty *p);
/* Waits until the program has nothing left to do but its clocks: it sleeps, and has used no
 * processor time to speak of for a while. */
void pty_settle(struct pty *p);
/* Kills the program and gives everything back. */
void pty_end(struct pty *p);

/* Runs argv[0] to its end, input and output from and to files (NULL: none); how long that took, in
 * us. Ends the bench when its status is above `status_most`. */
double run_program(char *const argv[], const char *input, const char *output, int status_most);
/* The path of a program that is installed, which is not to be freed, or NULL. */
const char *tool_path(const char *name);
/* Says what is wrong and ends the bench. */
__attribute__((format(printf, 1, 2)))
_Noreturn void give_up(const char *format, ...);

#endif
