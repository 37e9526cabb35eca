/* SPDX-License-Identifier: MIT */
/* order.h - an order that says nothing of the order in which things were said.
 *
 * Purpose     A place for each thing that leaves, by a keyed hash of its content: the same in every
 *             export of the session, whoever typed it when and at which seat, and not to be guessed
 *             without the session's secret. Private to src/rule.
 * Start at    order_init(), content_text(), order_place().
 */
#ifndef RULE_ORDER_H
#define RULE_ORDER_H

#include "base/buffer.h"
#include "base/secret.h"

struct order {
	unsigned char key[32];
};

struct order_place {
	unsigned char bytes[16];
};

void order_init(struct order *order, const struct secret *secret);
/* Adds a field to the content of a thing; NULL differs from "". */
void content_text(struct buffer *content, const char *text);
struct order_place order_place(const struct order *order, const struct buffer *content);
int order_compare(const struct order_place *a, const struct order_place *b);

#endif
