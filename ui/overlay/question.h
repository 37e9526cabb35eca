/* SPDX-License-Identifier: MIT */
/* question.h - a question and its answers. */
#ifndef UI_QUESTION_H
#define UI_QUESTION_H

#include "ui/state/console.h"
#include "ui/term/key.h"
#include "ui/widget/spot.h"

void question_draw(const struct console *c, struct area area);
bool question_key(struct console *c, const struct key *key);
void question_hints(const struct console *c, struct buffer *out);

#endif
