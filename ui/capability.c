/* SPDX-License-Identifier: MIT */
/* capability.c - what terminfo says of the terminal. */
#include "ui/capability.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

static struct {
	char *out;
	size_t len, size;
} adding;

static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (char *)-1 ? text : NULL;
}

bool capability_load(void)
{
	int unknown;

	return setupterm(NULL, STDOUT_FILENO, &unknown) == OK;
}

void capability_unload(void)
{
	if (cur_term)
		del_curterm(cur_term);
}

bool capability_there(const char *name)
{
	return capability(name) != NULL;
}

static int add_byte(int byte)
{
	if (adding.len < adding.size)
		adding.out[adding.len++] = (char)byte;
	return byte;
}

size_t capability_add(const char *name, char *out, size_t len, size_t size)
{
	const char *text = capability(name);

	adding.out = out;
	adding.len = len;
	adding.size = size;
	if (text)
		tputs(text, 1, add_byte);
	return adding.len;
}
