/* SPDX-License-Identifier: MIT */
/* keyboard.c - the terminal: keys in. */
#include "ui/term/keyboard.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "ui/term/decode.h"

static struct {
	struct decoder decoder;
	bool ready; /* poll() has said that there is something to read */
	bool gone, told;
} keyboard;

void keyboard_start(void)
{
	decoder_init(&keyboard.decoder);
	keyboard.ready = keyboard.gone = keyboard.told = false;
}

void keyboard_stop(void)
{
	decoder_release(&keyboard.decoder);
}

long keyboard_syncs(void)
{
	return keyboard.decoder.syncs;
}

int keyboard_fd(void)
{
	return STDIN_FILENO;
}

void keyboard_ready(void)
{
	keyboard.ready = true;
}

/* Reads what has come, without waiting; false when nothing has. What fills the whole buffer may not be
 * all: only then is it asked again. */
static bool take_bytes(void)
{
	struct pollfd p = {.fd = STDIN_FILENO, .events = POLLIN};
	char bytes[4096];
	ssize_t got;

	if (keyboard.gone || !keyboard.ready)
		return false;
	got = read(STDIN_FILENO, bytes, sizeof bytes);
	keyboard.ready = got == (ssize_t)sizeof bytes && poll(&p, 1, 0) > 0;
	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return false;
	if (got <= 0) {
		keyboard.gone = true;
		return false;
	}
	decoder_feed(&keyboard.decoder, bytes, (size_t)got);
	return true;
}

bool keyboard_key(struct key *out)
{
	do {
		if (decoder_next(&keyboard.decoder, out))
			return true;
	} while (take_bytes());
	if (!keyboard.gone || keyboard.told)
		return false;
	*out = (struct key){.kind = KEY_GONE};
	keyboard.told = true;
	return true;
}

bool keyboard_partial(void)
{
	return decoder_partial(&keyboard.decoder);
}

void keyboard_decide(void)
{
	decoder_decide(&keyboard.decoder);
}
