/* SPDX-License-Identifier: MIT */
/* mark_help.h - what a typed line may begin with and hold, as help and manual say it. */
#ifndef COMMAND_MARK_HELP_H
#define COMMAND_MARK_HELP_H

#include <stddef.h>

/* What a line may begin with, and the words inside it. */
struct mark_row {
	const char *mark;
	const char *help;
};
extern const struct mark_row mark_table[];
extern const size_t mark_count;

#endif
