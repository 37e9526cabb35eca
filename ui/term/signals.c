/* SPDX-License-Identifier: MIT */
/* signals.c - what the system tells: another size, orders to end and to stop, and that it goes on. */
#include "ui/term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include <stddef.h>

static int told[2] = {-1, -1};

static void on_signal(int number)
{
	int kept = errno;
	char what = number == SIGWINCH  ? TOLD_RESIZED
		    : number == SIGTSTP ? TOLD_TO_STOP
		    : number == SIGCONT ? TOLD_TO_GO_ON
					: TOLD_TO_END;

	if (write(told[1], &what, 1) < 0)
		errno = 0; /* the pipe is full: it will be read anyway */
	errno = kept;
}

void signals_start(void)
{
	static const int heard[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT,
		SIGTSTP, SIGCONT};
	struct sigaction act = {.sa_handler = on_signal, .sa_flags = SA_RESTART};

	if (told[0] < 0 && pipe2(told, O_CLOEXEC | O_NONBLOCK) < 0)
		return;
	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof heard / sizeof *heard; i++)
		sigaction(heard[i], &act, NULL);
	act.sa_handler = SIG_IGN;
	sigaction(SIGPIPE, &act, NULL);
}

int signals_fd(void)
{
	return told[0];
}

unsigned signals_take(void)
{
	char bytes[64];
	unsigned all = 0;
	ssize_t got;

	while ((got = read(told[0], bytes, sizeof bytes)) > 0)
		for (ssize_t i = 0; i < got; i++)
			all |= (unsigned char)bytes[i];
	return all;
}
