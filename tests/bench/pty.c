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
#include <time.h>
#include <unistd.h>

enum { KEY_QUIET_MS = 5, KEY_PATIENCE_MS = 1000, FRAME_PATIENCE_MS = 60000 };

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

static int64_t ns_of(clockid_t clock)
{
	struct timespec t;

	if (clock_gettime(clock, &t) < 0)
		return 0;
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t now_ns(void)
{
	return ns_of(CLOCK_MONOTONIC);
}

void pty_start(struct pty *p, char *const argv[], int rows, int columns, bool marks)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	*p = (struct pty){.started = now_ns()};
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		give_up("no pseudo-terminal: %s", strerror(errno));
	if (p->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		if (marks)
			setenv("ROUNDTABLE_FRAMES", "1", 1);
		execv(argv[0], argv);
		_exit(127);
	}
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

struct answer pty_read(struct pty *p, int64_t since, int quiet_ms, int patience_ms)
{
	struct answer answer = {0};
	char bytes[65536];

	for (;;) {
		size_t got = take(p, bytes, sizeof bytes, answer.bytes ? quiet_ms : patience_ms);
		if (!got)
			return answer;
		answer.last = now_ns() - since;
		if (!answer.bytes)
			answer.first = answer.last;
		answer.bytes += got;
	}
}

int64_t pty_first_frame(struct pty *p)
{
	static const char mark[] = "\033]7777;";
	char bytes[65536];
	size_t kept = 0;

	for (;;) {
		size_t got = take(p, bytes + kept, sizeof bytes - kept, FRAME_PATIENCE_MS);
		int64_t at = now_ns();

		if (!got)
			give_up("the program shows no first frame");
		kept += got;
		if (memmem(bytes, kept, mark, sizeof mark - 1))
			return at - p->started;
		if (kept > sizeof bytes / 2) { /* a mark may lie across two reads */
			memmove(bytes, bytes + kept - sizeof mark, sizeof mark);
			kept = sizeof mark;
		}
	}
}

struct answer pty_key(struct pty *p, const char *bytes, size_t len)
{
	int64_t since = now_ns();

	if (write(p->fd, bytes, len) != (ssize_t)len)
		give_up("the program takes no keys");
	return pty_read(p, since, KEY_QUIET_MS, KEY_PATIENCE_MS);
}

int64_t pty_processor(const struct pty *p)
{
	clockid_t clock;

	return clock_getcpuclockid(p->pid, &clock) ? 0 : ns_of(clock);
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

static void become(char *const argv[], const char *input)
{
	int in = open(input ? input : "/dev/null", O_RDONLY | O_CLOEXEC);
	int out = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (in < 0 || out < 0)
		_exit(126);
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	execv(argv[0], argv);
	_exit(127);
}

void run_program(char *const argv[], const char *input)
{
	pid_t pid = fork();

	if (pid < 0)
		give_up("cannot run a program: %s", strerror(errno));
	if (pid == 0)
		become(argv, input);
	int status = reap(pid);
	if (!WIFEXITED(status) || WEXITSTATUS(status))
		give_up("%s %s failed", argv[0], argv[1]);
}
