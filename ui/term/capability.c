/* SPDX-License-Identifier: MIT */
/* capability.c - what terminfo says of the terminal. */
#include "ui/term/capability.h"

#include <curses.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static struct buffer *adding_to;

static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (char *)-1 ? text : NULL;
}

bool capability_load(void)
{
	int unknown;

	return cur_term || setupterm(NULL, STDOUT_FILENO, &unknown) == OK;
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

bool capability_is(const char *name, const char *text)
{
	const char *there = capability(name);

	return there && strcmp(there, text) == 0;
}

bool capability_flag(const char *name)
{
	return tigetflag(name) > 0;
}

int capability_number(const char *name)
{
	int number = tigetnum(name);

	return number > 0 ? number : 0;
}

static int add_byte(int byte)
{
	buffer_char(adding_to, (char)byte);
	return byte;
}

static void add(struct buffer *out, const char *text)
{
	adding_to = out;
	if (text && strchr(text, '$')) /* it may hold padding, which no terminal of today needs */
		tputs(text, 1, add_byte);
	else if (text)
		buffer_text(out, text);
}

void capability_write(struct buffer *out, const char *name)
{
	add(out, capability(name));
}

void capability_write_with(struct buffer *out, const char *name, int a, int b)
{
	const char *text = capability(name);

	if (text)
		add(out, tiparm(text, a, b));
}
