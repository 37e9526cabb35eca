/* SPDX-License-Identifier: MIT */
/* order.h - an order that says nothing of the order in which things were said.
 *
 * Purpose     A place for each note, keyed by the session's random id: the same in every export of
 *             the session, and not to be guessed without it. Private to src/rule.
 * Start at    order_key().
 */
#ifndef RULE_ORDER_H
#define RULE_ORDER_H

#include <stdint.h>

struct order {
	unsigned char key[16];
};

/* `session` is the session's id; NULL counts as an empty one. */
void order_init(struct order *order, const char *session);
/* Where the thing of that id stands among the others. */
uint64_t order_place(const struct order *order, const char *id);

#endif
