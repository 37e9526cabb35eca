/* SPDX-License-Identifier: MIT */
/* action_list.h - the action points that the filter lets through, and the chosen one. */
#ifndef UI_ACTION_LIST_H
#define UI_ACTION_LIST_H

#include "ui/state/console.h"

/* Action points that stand and that the filter lets through, in the order in which they were taken: fills `out` of s->action_count,
 * returns how many. */
size_t actions_shown(const struct console *c, size_t *out);
/* How many there are. */
size_t actions_count(const struct console *c);
/* The action point of the chosen row, NONE when there is none. */
size_t action_chosen(const struct console *c);
/* Chooses the row of the action point of that id, when it is shown. */
void action_choose(struct console *c, const char *id);
/* The missing parts: "owner and due date missing"; empty when nothing. */
const char *action_lacks(const struct action *action);
/* The answer of the room: "confirmed", "confirmed as changed"; empty when nothing. */
const char *action_heard(const struct action *action);
/* Adds its owners, by short name. */
void add_owners(struct buffer *out, const struct session *s, const struct action *action);
/* Puts the chosen action point into the entry line to be written anew. */
void action_edit(struct console *c);

#endif
