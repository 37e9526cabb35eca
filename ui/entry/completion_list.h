/* SPDX-License-Identifier: MIT */
/* completion_list.h - what may be meant by the word being typed. */
#ifndef UI_COMPLETION_LIST_H
#define UI_COMPLETION_LIST_H

#include "ui/state/console.h"

void completion_list_find(struct console *c);
void completion_list_close(struct console *c);
bool completion_list_is_open(const struct console *c);

#endif
