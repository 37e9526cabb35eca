/* SPDX-License-Identifier: MIT */
/* pty.c - a program in a pseudo-terminal, timed. */
#include "bench/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "bench/proc.h"

enum {
	ROWS = 24,
	COLUMNS = 80,
	CHUNK = 1024,
	WINDOW = 128 * 1024,
	RAW_PATIENCE_MS = 60000,
	SETTLE_MS = 200,
	SETTLE_USED_NS = 3000000, /* of the processor, in SETTLE_MS */
	SETTLE_MOST = 600         /* times SETTLE_MS */
};

void give_up(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fputs("bench: ", stderr);
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
	exit(2);
}

int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void pause_ms(long ms)
{
	struct timespec t = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};

	nanosleep(&t, NULL);
}

_Noreturn static void become(const struct launch *l)
{
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	if (l->marks)
		setenv("ROUNDTABLE_FRAMES", "1", 1);
	for (int i = 0; i < ENVIRONMENT_MOST && l->environment[i]; i++)
		putenv((char *)l->environment[i]);
	execv(l->argv[0], l->argv);
	_exit(127);
}

void pty_start(struct pty *p, const struct launch *l)
{
	struct winsize size = {.ws_row = (unsigned short)(l->rows ? l->rows : ROWS),
		.ws_col = (unsigned short)(l->columns ? l->columns : COLUMNS)};

	*p = (struct pty){.started = now_ns()};
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		give_up("no pseudo-terminal: %s", strerror(errno));
	if (p->pid == 0)
		become(l);
	fcntl(p->fd, F_SETFD, FD_CLOEXEC);
	fcntl(p->fd, F_SETFL, O_NONBLOCK);
}

/* Waits at most that long for bytes and takes them; 0 when none came. */
static size_t take(struct pty *p, char *bytes, size_t size, int wait_ms)
{
	struct pollfd poll_for = {.fd = p->fd, .events = POLLIN};

	if (p->gone || poll(&poll_for, 1, wait_ms) <= 0)
		return 0;
	ssize_t got = read(p->fd, bytes, size);
	if (got > 0)
		return (size_t)got;
	p->gone = got == 0 || (errno != EAGAIN && errno != EINTR);
	return 0;
}

static void note(struct answer *answer, size_t got, int64_t since)
{
	answer->last = now_ns() - since;
	if (!answer->bytes)
		answer->first = answer->last;
	answer->bytes += got;
}

static void read_on(struct pty *p, struct answer *answer, int64_t since, int quiet_ms,
	int patience_ms)
{
	char bytes[65536];

	for (;;) {
		size_t got = take(p, bytes, sizeof bytes, answer->bytes ? quiet_ms : patience_ms);
		if (!got)
			return;
		note(answer, got, since);
	}
}

struct answer pty_read(struct pty *p, int64_t since, int quiet_ms, int patience_ms)
{
	struct answer answer = {0};

	read_on(p, &answer, since, quiet_ms, patience_ms);
	return answer;
}

static size_t put(struct pty *p, const char *bytes, size_t len)
{
	ssize_t put = write(p->fd, bytes, len < CHUNK ? len : CHUNK);

	if (put < 0 && errno != EAGAIN && errno != EINTR)
		give_up("the program takes no keys: %s", strerror(errno));
	return put < 0 ? 0 : (size_t)put;
}

struct answer pty_give(struct pty *p, const char *bytes, size_t len, int quiet_ms, int patience_ms)
{
	struct answer answer = {0};
	int64_t since = now_ns();
	char taken[65536];

	for (size_t done = put(p, bytes, len); done < len; done += put(p, bytes + done, len - done)) {
		struct pollfd poll_for = {.fd = p->fd, .events = POLLIN | POLLOUT};

		if (p->gone || poll(&poll_for, 1, patience_ms) <= 0)
			give_up("the program takes no more keys");
		size_t got = poll_for.revents & POLLIN ? take(p, taken, sizeof taken, 0) : 0;
		if (got)
			note(&answer, got, since);
	}
	read_on(p, &answer, since, quiet_ms, patience_ms);
	return answer;
}

void pty_send(struct pty *p, const char *bytes)
{
	size_t len = strlen(bytes);

	if (put(p, bytes, len) != len)
		give_up("the program takes no keys");
}

int64_t pty_await(struct pty *p, seen is_seen, void *wanted, int patience_ms)
{
	static char window[WINDOW];
	int64_t until = now_ns() + (int64_t)patience_ms * 1000000;
	size_t kept = 0;

	while (now_ns() < until) {
		int left = (int)((until - now_ns()) / 1000000) + 1;
		size_t got = take(p, window + kept, sizeof window - kept, left);
		int64_t at = now_ns();

		if (!got && p->gone)
			return NEVER;
		kept += got;
		if (got && is_seen(wanted, window, kept))
			return at;
		if (kept > WINDOW / 2) {
			memmove(window, window + WINDOW / 4, kept - WINDOW / 4);
			kept -= WINDOW / 4;
		}
	}
	return NEVER;
}

bool text_seen(void *text, const char *bytes, size_t len)
{
	return memmem(bytes, len, text, strlen(text)) != NULL;
}

void pty_await_raw(struct pty *p)
{
	const struct timespec pause = {.tv_nsec = 50000};
	int64_t until = now_ns() + (int64_t)RAW_PATIENCE_MS * 1000000;
	struct termios modes;

	while (tcgetattr(p->fd, &modes) == 0 && (modes.c_lflag & (ECHO | ICANON))) {
		if (now_ns() > until)
			give_up("a program leaves the echo to the terminal");
		nanosleep(&pause, NULL);
	}
}

void pty_settle(struct pty *p)
{
	for (int i = 0; i < SETTLE_MOST; i++) {
		int64_t before = proc_processor(p->pid), since = now_ns();
		char bytes[65536];

		for (int64_t left = SETTLE_MS; left > 0;
			left = SETTLE_MS - (now_ns() - since) / 1000000)
			take(p, bytes, sizeof bytes, (int)left);
		if (p->gone)
			give_up("a program has ended by itself");
		if (proc_asleep(p->pid) && proc_processor(p->pid) - before < SETTLE_USED_NS)
			return;
	}
	give_up("a program does not come to rest");
}

static int reap(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return status;
}

void pty_end(struct pty *p)
{
	kill(p->pid, SIGKILL);
	close(p->fd);
	reap(p->pid);
	p->gone = true;
}

static int opened(const char *path, int flags)
{
	int fd = open(path ? path : "/dev/null", flags | O_CLOEXEC, 0600);

	if (fd < 0)
		_exit(126);
	return fd;
}

double run_program(char *const argv[], const char *input, const char *output, int status_most)
{
	int64_t since = now_ns();
	pid_t pid = fork();

	if (pid < 0)
		give_up("cannot run a program: %s", strerror(errno));
	if (pid == 0) {
		dup2(opened(input, O_RDONLY), STDIN_FILENO);
		dup2(opened(output, O_WRONLY | O_CREAT | O_TRUNC), STDOUT_FILENO);
		execv(argv[0], argv);
		_exit(127);
	}
	int status = reap(pid);
	int64_t taken = now_ns() - since;
	if (!WIFEXITED(status) || WEXITSTATUS(status) > status_most)
		give_up("%s %s failed", argv[0], argv[1] ? argv[1] : "");
	return (double)taken / 1e3;
}

const char *tool_path(const char *name)
{
	static char paths[8][512];
	static unsigned next;
	const char *at = getenv("PATH");

	while (at && *at) {
		size_t len = strcspn(at, ":");
		char *path = paths[next % 8];

		snprintf(path, sizeof paths[0], "%.*s/%s", (int)len, at, name);
		if (len && access(path, X_OK) == 0) {
			next++;
			return path;
		}
		at += len + (at[len] == ':');
	}
	return NULL;
}
